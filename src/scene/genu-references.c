/* SPDX-License-Identifier: GPL-3.0-or-later */

/* References between elements.  Attributes are searched as text for url(#id) and #id, which finds
 * all that librsvg would follow and at times one more; that costs a little and breaks nothing.
 * Animations of href and of properties that may hold a url() add what they may write.  When a
 * style sheet holds a url(), the cascade is asked for each property that may. */

#include "config.h"

#include "genu-references.h"

#include <string.h>

struct _GenuReferences
{
  GenuSvgDocument *document; /* borrowed: the owner outlives us */
  GHashTable      *of;       /* xmlNode → GPtrArray of xmlNode, filled on demand */
  GHashTable      *animated; /* xmlNode → GPtrArray of xmlNode that its animations may write */
  GPtrArray       *styles;   /* of xmlNode */
  gboolean         style_urls;
  gboolean         structural;
};

static void
add_id (GenuReferences *self,
        GPtrArray      *found,
        const char     *start,
        gsize           length)
{
  g_autofree char *id = g_strndup (start, length);
  xmlNode *element = genu_svg_document_get_element (self->document, g_strstrip (id));

  if (element != NULL && !g_ptr_array_find (found, element, NULL))
    g_ptr_array_add (found, element);
}

/* Each url(#id), url('#id') in a text. */
static void
add_urls (GenuReferences *self,
          GPtrArray      *found,
          const char     *text)
{
  const char *p = text;

  while ((p = strstr (p, "url(")) != NULL)
    {
      p += strlen ("url(");
      p += strspn (p, " \t\r\n'\"");
      if (*p == '#')
        add_id (self, found, p + 1, strcspn (p + 1, "'\")"));
    }
}

/* Each item of a `values` list that is a bare #id, and each url(). */
static void
add_values (GenuReferences *self,
            GPtrArray      *found,
            const char     *text)
{
  g_auto(GStrv) items = g_strsplit (text, ";", -1);

  add_urls (self, found, text);
  for (guint i = 0; items[i] != NULL; i++)
    {
      const char *item = g_strstrip (items[i]);

      if (item[0] == '#')
        add_id (self, found, item + 1, strlen (item + 1));
    }
}

static xmlNode *
find_animated_element (GenuReferences *self,
                       const xmlNode  *animation)
{
  g_autofree char *plain = genu_xml_dup_attribute (animation, "href");
  g_autofree char *linked = genu_xml_dup_attribute_ns (animation, "href", GENU_XMLNS_XLINK);
  const char *href = plain != NULL ? plain : linked;

  if (href == NULL)
    return animation->parent;
  return href[0] == '#' ? genu_svg_document_get_element (self->document, href + 1) : NULL;
}

static void
read_animation (GenuReferences *self,
                const xmlNode  *animation)
{
  static const char *const names[] = { "values", "from", "to", "by" };
  xmlNode *element = find_animated_element (self, animation);
  GPtrArray *found;

  if (element == NULL)
    return;

  found = g_hash_table_lookup (self->animated, element);
  if (found == NULL)
    {
      found = g_ptr_array_new ();
      g_hash_table_insert (self->animated, element, found);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = genu_xml_dup_attribute (animation, names[i]);

      if (text != NULL && strchr (text, '#') != NULL)
        add_values (self, found, text);
    }
}

/* Looks at selectors only: declarations lie between braces. */
static gboolean
has_structural_selector (const char *sheet)
{
  gboolean in_comment = FALSE;
  int depth = 0;

  for (const char *p = sheet; *p != '\0'; p++)
    {
      if (in_comment)
        in_comment = !g_str_has_prefix (p, "*/");
      else if (g_str_has_prefix (p, "/*"))
        in_comment = TRUE;
      else if (*p == '{')
        depth++;
      else if (*p == '}')
        depth--;
      else if (depth <= 0 && strchr ("+~:", *p) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
read_style (GenuReferences *self,
            xmlNode        *style)
{
  g_autoptr(GenuXmlString) content = xmlNodeGetContent (style);
  const char *text = content != NULL ? (const char *) content : "";

  g_ptr_array_add (self->styles, style);
  self->style_urls |= strstr (text, "url(") != NULL;
  self->structural |= has_structural_selector (text);
}

/**
 * genu_references_new:
 * @document: a document that outlives the result
 *
 * Returns: (transfer full): the references of @document
 */
GenuReferences *
genu_references_new (GenuSvgDocument *document)
{
  GenuReferences *self = g_new0 (GenuReferences, 1);

  self->document = document;
  self->of = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->animated = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->styles = g_ptr_array_new ();

  for (guint i = 0; i < genu_svg_document_get_n_elements (document); i++)
    {
      xmlNode *element = genu_svg_document_get_nth_element (document, i);

      if (genu_svg_is_animation (element))
        read_animation (self, element);
      else if (genu_xml_is (element, GENU_XMLNS_SVG, "style"))
        read_style (self, element);
    }

  return self;
}

void
genu_references_free (GenuReferences *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->of);
  g_hash_table_unref (self->animated);
  g_ptr_array_unref (self->styles);
  g_free (self);
}

static void
add_cascade (GenuReferences *self,
             GPtrArray      *found,
             const xmlNode  *element)
{
  static const char *const names[] = {
    "fill",   "stroke",       "filter",     "clip-path",
    "mask",   "marker-start", "marker-mid", "marker-end",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = (const char *) element->name;
      const GenuAttribute *attribute = genu_attribute_lookup (name, names[i]);
      g_autofree char *text = NULL;

      if (attribute != NULL)
        text = genu_svg_document_dup_base_text (self->document, element, attribute);
      if (text != NULL)
        add_urls (self, found, text);
    }
}

static GPtrArray *
collect (GenuReferences *self,
         const xmlNode  *element)
{
  GPtrArray *found = g_ptr_array_new ();
  const GPtrArray *animated = g_hash_table_lookup (self->animated, element);

  for (xmlAttr *attr = element->properties; attr != NULL; attr = attr->next)
    {
      g_autoptr(GenuXmlString) value = xmlNodeListGetString (element->doc, attr->children, 1);
      const char *text = (const char *) value;

      if (text == NULL || strchr (text, '#') == NULL)
        continue;
      if (xmlStrEqual (attr->name, (const xmlChar *) "href") && text[0] == '#')
        add_id (self, found, text + 1, strlen (text + 1));
      else
        add_urls (self, found, text);
    }
  for (guint i = 0; animated != NULL && i < animated->len; i++)
    if (!g_ptr_array_find (found, animated->pdata[i], NULL))
      g_ptr_array_add (found, animated->pdata[i]);
  if (self->style_urls)
    add_cascade (self, found, element);

  return found;
}

const GPtrArray *
genu_references_get (GenuReferences *self,
                     const xmlNode  *element)
{
  GPtrArray *found = g_hash_table_lookup (self->of, element);

  if (found == NULL)
    {
      found = collect (self, element);
      g_hash_table_insert (self->of, (gpointer) element, found);
    }
  return found;
}

/* Next element of the subtree under @top in document order. */
static xmlNode *
next_in_subtree (xmlNode *node,
                 xmlNode *top)
{
  xmlNode *next = xmlFirstElementChild (node);

  while (next == NULL && node != top)
    {
      next = xmlNextElementSibling (node);
      node = node->parent;
    }
  return next;
}

static gboolean
is_inside (const xmlNode *node,
           GHashTable    *tops)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    if (g_hash_table_contains (tops, node))
      return TRUE;
  return FALSE;
}

static int
compare_document_order (gconstpointer a,
                        gconstpointer b,
                        gpointer      document)
{
  guint ia = genu_svg_document_get_index (document, *(xmlNode *const *) a);
  guint ib = genu_svg_document_get_index (document, *(xmlNode *const *) b);

  return ia < ib ? -1 : ia > ib;
}

static void
queue_references (GenuReferences *self,
                  GPtrArray      *queue,
                  const xmlNode  *element)
{
  g_ptr_array_extend (queue, (GPtrArray *) genu_references_get (self, element), NULL, NULL);
}

static void
queue_subtree (GenuReferences *self,
               GPtrArray      *queue,
               xmlNode        *top)
{
  for (xmlNode *node = top; node != NULL; node = next_in_subtree (node, top))
    queue_references (self, queue, node);
}

/**
 * genu_references_dup_closure:
 * @self: the references
 * @elements: (element-type xmlNode): elements
 *
 * Returns: (transfer container) (element-type xmlNode): what @elements, their descendants and their
 *   ancestors refer to, and what that refers to, and so on; none inside another or inside
 *   @elements; in document order
 */
GPtrArray *
genu_references_dup_closure (GenuReferences *self,
                             GPtrArray      *elements)
{
  g_autoptr(GHashTable) tops = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) shells = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) queue = g_ptr_array_new ();
  GPtrArray *closure = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    g_hash_table_add (tops, elements->pdata[i]);
  for (guint i = 0; i < elements->len; i++)
    {
      xmlNode *up = ((xmlNode *) elements->pdata[i])->parent;

      queue_subtree (self, queue, elements->pdata[i]);
      for (; up != NULL && up->type == XML_ELEMENT_NODE && g_hash_table_add (shells, up);
           up = up->parent)
        queue_references (self, queue, up);
    }

  for (guint i = 0; i < queue->len; i++)
    {
      if (is_inside (queue->pdata[i], tops))
        continue;
      g_hash_table_add (tops, queue->pdata[i]);
      g_ptr_array_add (closure, queue->pdata[i]);
      queue_subtree (self, queue, queue->pdata[i]);
    }

  for (guint i = 0; i < closure->len; i++)
    if (is_inside (((xmlNode *) closure->pdata[i])->parent, tops))
      g_ptr_array_remove_index (closure, i--);
  g_ptr_array_sort_with_data (closure, compare_document_order, self->document);
  return closure;
}

const GPtrArray *
genu_references_get_styles (const GenuReferences *self)
{
  return self->styles;
}

gboolean
genu_references_has_structural_style (const GenuReferences *self)
{
  return self->structural;
}
