/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads an SVG file and indexes it.  Elements are known by their place in document order, by their
 * id (of two with the same id the first counts) and by name for messages.  After loading only the
 * cache of styles changes, under a lock, so threads may share a document. */

#include "config.h"

#include "genu-svg-document-private.h"

#include <string.h>

#include "genu-limits.h"
#include "genu-number.h"
#include "genu-svg-expansion.h"
#include "genu-value-private.h"

/* What CSS gives a replaced element without a size. */
#define DEFAULT_WIDTH 300
#define DEFAULT_HEIGHT 150

/* The next element in document order, NULL after the last. */
static xmlNode *
get_next_element (xmlNode *node)
{
  xmlNode *next = node->type == XML_ELEMENT_NODE ? node->children : NULL;

  for (;;)
    {
      while (next == NULL)
        {
          next = node->next;
          if (next != NULL)
            break;
          node = node->parent;
          if (node == NULL || node->type != XML_ELEMENT_NODE)
            return NULL;
        }
      if (next->type == XML_ELEMENT_NODE)
        return next;
      node = next;
      next = NULL;
    }
}

/* A diagram's own words name parts by the id of what is drawn; they are not that part. */
static gboolean
is_annotation (const xmlNode *node)
{
  return node->ns != NULL && g_str_equal ((const char *) node->ns->href, GENU_XMLNS_DIAGRAM);
}

static void
index_elements (GenuSvgDocument *self)
{
  for (xmlNode *node = xmlDocGetRootElement (self->xml); node != NULL;
       node = get_next_element (node))
    {
      g_autofree char *id = genu_xml_dup_attribute (node, "id");

      g_ptr_array_add (self->elements, node);
      g_hash_table_insert (self->indices, node, GUINT_TO_POINTER (self->elements->len));
      if (id != NULL && id[0] != '\0' && !is_annotation (node)
          && !g_hash_table_contains (self->ids, id))
        g_hash_table_insert (self->ids, g_steal_pointer (&id), node);
    }
}

static gboolean
is_css (const xmlNode *style)
{
  g_autofree char *type = genu_xml_dup_attribute (style, "type");

  return type == NULL || type[0] == '\0' || g_ascii_strcasecmp (type, "text/css") == 0;
}

static void
read_style_sheets (GenuSvgDocument *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      xmlNode *element = g_ptr_array_index (self->elements, i);
      g_autoptr(GenuXmlString) text = NULL;

      if (!genu_xml_is (element, GENU_XMLNS_SVG, "style") || !is_css (element))
        continue;
      text = xmlNodeGetContent (element);
      if (text != NULL)
        genu_style_sheet_add (self->sheet, (const char *) text);
    }
}

/* A width or height of the root in user units; percentages have nothing to refer to here. */
static double
get_root_side (const xmlNode *root,
               const char    *name,
               double         fallback)
{
  g_autofree char *text = genu_xml_dup_attribute (root, name);
  g_autoptr(GenuValue) length = NULL;

  if (text == NULL || strchr (text, '%') != NULL)
    return fallback;
  length = genu_value_parse (GENU_VALUE_LENGTH, text, NULL);

  return length != NULL && genu_value_get_number (length) > 0 ? genu_value_get_number (length)
                                                              : fallback;
}

/* Parses a viewBox attribute; FALSE when there is none or it has no area. */
gboolean
genu_svg_element_get_view_box (const xmlNode *element,
                               GenuRect      *out_view_box)
{
  g_autofree char *text = genu_xml_dup_attribute (element, "viewBox");
  g_autoptr(GArray) numbers = NULL;
  const double *v;

  if (text == NULL)
    return FALSE;
  numbers = genu_number_parse_list (text);
  if (numbers == NULL || numbers->len != 4)
    return FALSE;
  v = (const double *) (gpointer) numbers->data;
  if (!(v[2] > 0 && v[3] > 0))
    return FALSE;
  *out_view_box = (GenuRect) { v[0], v[1], v[2], v[3] };

  return TRUE;
}

static void
read_view_box (GenuSvgDocument *self)
{
  const xmlNode *root = genu_svg_document_get_root (self);

  if (genu_svg_element_get_view_box (root, &self->view_box))
    return;
  self->view_box.width = get_root_side (root, "width", DEFAULT_WIDTH);
  self->view_box.height = get_root_side (root, "height", DEFAULT_HEIGHT);
}

static gboolean
check_animations (const GenuSvgDocument *self,
                  GenuReport            *report)
{
  guint n = 0;

  for (guint i = 0; i < self->elements->len; i++)
    {
      const xmlNode *element = g_ptr_array_index (self->elements, i);

      if (genu_svg_is_animation (element) && ++n > GENU_LIMIT_ANIMATIONS)
        {
          genu_report_add (report, GENU_SEVERITY_ERROR, self->name, genu_xml_get_line (element),
                           "limit-animations", "more than %d animation elements",
                           GENU_LIMIT_ANIMATIONS);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_expansion (const GenuSvgDocument *self,
                 GenuReport            *report)
{
  if (genu_svg_count_expanded (self) <= GENU_LIMIT_USE_EXPANSION)
    return TRUE;

  genu_report_add (report, GENU_SEVERITY_ERROR, self->name, 0, "limit-use",
                   "drawing every <use> makes more than %d elements, or nests too deeply",
                   GENU_LIMIT_USE_EXPANSION);

  return FALSE;
}

static GenuSvgDocument *
document_new (GenuXmlDoc *xml,
              const char *name)
{
  GenuSvgDocument *self = g_new0 (GenuSvgDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->xml = xml;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->elements = g_ptr_array_new ();
  self->indices = g_hash_table_new (NULL, NULL);
  self->sheet = genu_style_sheet_new ();
  g_mutex_init (&self->lock);
  self->styles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

/* Takes @xml. */
static GenuSvgDocument *
load (GenuXmlDoc *xml,
      const char *name,
      GenuReport *report)
{
  g_autoptr(GenuSvgDocument) self = NULL;
  xmlNode *root;

  if (xml == NULL)
    return NULL;

  self = document_new (xml, name);
  root = xmlDocGetRootElement (xml);
  if (!genu_xml_is (root, GENU_XMLNS_SVG, "svg"))
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, name, genu_xml_get_line (root), "not-svg",
                       "the root is not <svg> of the namespace %s", GENU_XMLNS_SVG);
      return NULL;
    }

  index_elements (self);
  if (!check_animations (self, report) || !check_expansion (self, report))
    return NULL;
  read_style_sheets (self);
  read_view_box (self);

  return g_steal_pointer (&self);
}

/**
 * genu_svg_document_new_from_file:
 * @path: a file's path
 * @report: where problems go
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with an error in @report: those of
 *   genu_xml_parse_file(), and `not-svg`, `limit-animations`, `limit-use`
 */
GenuSvgDocument *
genu_svg_document_new_from_file (const char *path,
                                 GenuReport *report)
{
  g_return_val_if_fail (path != NULL && report != NULL, NULL);

  return load (genu_xml_parse_file (path, report), path, report);
}

/**
 * genu_svg_document_new_from_bytes:
 * @bytes: the content of an SVG file
 * @name: a name for messages
 * @report: where problems go
 *
 * Returns: (transfer full) (nullable): see genu_svg_document_new_from_file()
 */
GenuSvgDocument *
genu_svg_document_new_from_bytes (GBytes     *bytes,
                                  const char *name,
                                  GenuReport *report)
{
  g_return_val_if_fail (bytes != NULL && name != NULL && report != NULL, NULL);

  return load (genu_xml_parse_bytes (bytes, name, report), name, report);
}

GenuSvgDocument *
genu_svg_document_ref (GenuSvgDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
genu_svg_document_unref (GenuSvgDocument *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->styles);
  g_mutex_clear (&self->lock);
  genu_style_sheet_free (self->sheet);
  g_hash_table_unref (self->indices);
  g_ptr_array_unref (self->elements);
  g_hash_table_unref (self->ids);
  xmlFreeDoc (self->xml);
  g_free (self->name);
  g_free (self);
}

const char *
genu_svg_document_get_name (const GenuSvgDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

GenuXmlDoc *
genu_svg_document_get_xml (const GenuSvgDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->xml;
}

xmlNode *
genu_svg_document_get_root (const GenuSvgDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return xmlDocGetRootElement (self->xml);
}

/**
 * genu_svg_document_get_element:
 * @self: a document
 * @id: an id, without #
 *
 * Returns: (transfer none) (nullable): the first element with that id
 */
xmlNode *
genu_svg_document_get_element (const GenuSvgDocument *self,
                               const char            *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->ids, id);
}

guint
genu_svg_document_get_n_elements (const GenuSvgDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elements->len;
}

xmlNode *
genu_svg_document_get_nth_element (const GenuSvgDocument *self,
                                   guint                  index)
{
  g_return_val_if_fail (self != NULL && index < self->elements->len, NULL);

  return g_ptr_array_index (self->elements, index);
}

/**
 * genu_svg_document_get_index:
 * @self: a document
 * @element: one of its elements
 *
 * Returns: the place of @element in document order; %G_MAXUINT if it is not of this document
 */
guint
genu_svg_document_get_index (const GenuSvgDocument *self,
                             const xmlNode         *element)
{
  g_return_val_if_fail (self != NULL, G_MAXUINT);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, element)) - 1;
}

GenuRect
genu_svg_document_get_view_box (const GenuSvgDocument *self)
{
  g_return_val_if_fail (self != NULL, ((GenuRect) { 0, 0, DEFAULT_WIDTH, DEFAULT_HEIGHT }));

  return self->view_box;
}

/* Counts from 1 among the siblings of the same name. */
static guint
get_place (const xmlNode *element)
{
  guint place = 1;

  for (const xmlNode *node = element->prev; node != NULL; node = node->prev)
    if (node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, element->name))
      place++;

  return place;
}

/**
 * genu_svg_document_dup_element_name:
 * @self: a document
 * @element: one of its elements
 *
 * Returns: (transfer full): the id, or a path such as "svg/g[2]/rect[1]"
 */
char *
genu_svg_document_dup_element_name (const GenuSvgDocument *self,
                                    const xmlNode         *element)
{
  g_autofree char *id = NULL;
  GString *path;

  g_return_val_if_fail (self != NULL && element != NULL, NULL);

  id = genu_xml_dup_attribute (element, "id");
  if (id != NULL && id[0] != '\0')
    return g_steal_pointer (&id);

  path = g_string_new (NULL);
  for (; element->parent != NULL && element->parent->type == XML_ELEMENT_NODE;
       element = element->parent)
    {
      g_autofree char *step = g_strdup_printf ("/%s[%u]", (const char *) element->name,
                                               get_place (element));

      g_string_prepend (path, step);
    }
  g_string_prepend (path, (const char *) element->name);

  return g_string_free (path, FALSE);
}

/**
 * genu_svg_is_animation:
 * @node: a node
 *
 * Returns: whether @node is one of SVG's animation elements or an `mpath`
 */
gboolean
genu_svg_is_animation (const xmlNode *node)
{
  static const char *const names[] = {
    "animate", "set", "animateTransform", "animateMotion", "animateColor", "mpath", "discard",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (genu_xml_is (node, GENU_XMLNS_SVG, names[i]))
      return TRUE;

  return FALSE;
}
