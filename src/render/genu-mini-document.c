/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a mini document is built:
 *
 *   <svg width="W" height="H" viewBox="0 0 W H">      the surface, in pixels
 *     <g transform="matrix(VIEW)">
 *       <svg x= y= width= height= viewBox= …>         the author's root: what percentages refer to
 *         <style>…</style>
 *         <defs>…</defs>                              what is referred to, inside its own ancestors
 *         <g …><path/></g>                            the items, inside theirs
 *       </svg>
 *     </g>
 *   </svg>
 *
 * librsvg makes its temporary surfaces as large as the document's viewport: cutting that to the
 * layer's ink is what makes masks and filters cheap.  The view stands inside the document because
 * those surfaces are misplaced under a mirrored or turned cairo context.
 *
 * The text is a list of parts: fixed text, and start tags of elements whose values change.  Values
 * that a style sheet could beat are written into style="" (genu_svg_write_value()). */

#include "config.h"

#include "genu-mini-document-private.h"

#include "genu-markup.h"

#include <string.h>

typedef struct
{
  char    *text;    /* fixed text, or NULL: */
  xmlNode *element; /* the element whose start tag, without its ">", stands here */
} Part;

struct _GenuMiniDocument
{
  GenuScene       *scene; /* borrowed */
  const GenuLayer *layer; /* borrowed */
  GPtrArray       *items; /* of xmlNode, borrowed: those of the layer's that are drawn here */
  GArray          *parts; /* of Part */
};

typedef struct
{
  GenuMiniDocument *self;   /* NULL: nothing changes, and nothing is left out by layer */
  GString          *text;   /* not yet a part */
  GHashTable       *items;  /* set of xmlNode that are printed whole */
  GHashTable       *shells; /* set of xmlNode that hold one of these */
} Printer;

static void
clear_part (gpointer part)
{
  g_free (((Part *) part)->text);
}

static gboolean
is_svg (const xmlNode *node,
        const char    *name)
{
  return genu_xml_is (node, GENU_XMLNS_SVG, name);
}

gboolean
genu_mini_document_leaves_out (const xmlNode *node)
{
  return node->type != XML_ELEMENT_NODE || node->ns == NULL
         || !xmlStrEqual (node->ns->href, BAD_CAST GENU_XMLNS_SVG) || genu_svg_is_animation (node)
         || is_svg (node, "metadata") || is_svg (node, "title") || is_svg (node, "desc")
         || is_svg (node, "script") || is_svg (node, "style");
}

static void
flush_text (Printer *printer)
{
  Part part = { NULL, NULL };

  if (printer->text->len == 0)
    return;
  part.text = g_strndup (printer->text->str, printer->text->len);
  g_array_append_val (printer->self->parts, part);
  g_string_truncate (printer->text, 0);
}

static gboolean
is_mirror_marked (const xmlNode *element)
{
  return xmlHasProp ((xmlNode *) element, BAD_CAST "mirror") != NULL;
}

static gboolean
changes (Printer       *printer,
         const xmlNode *element)
{
  guint n;

  if (printer->self == NULL)
    return FALSE;
  genu_timeline_get_targets_of (genu_scene_get_timeline (printer->self->scene), element, &n);
  return n > 0 || is_mirror_marked (element);
}

static void
print_start (Printer  *printer,
             xmlNode  *element,
             gboolean  with_id)
{
  if (changes (printer, element))
    {
      Part part = { NULL, element };

      flush_text (printer);
      g_array_append_val (printer->self->parts, part);
    }
  else
    genu_markup_append_start_tag (printer->text, element, with_id);
  g_string_append_c (printer->text, '>');
}

static void
print_whole (Printer *printer,
             xmlNode *element)
{
  gboolean keeps_space = is_svg (element, "text") || is_svg (element, "tspan")
                         || is_svg (element, "a") || is_svg (element, "textPath");

  print_start (printer, element, TRUE);
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        {
          if (keeps_space || !xmlIsBlankNode (child))
            genu_markup_append_escaped (printer->text, (const char *) child->content);
        }
      else if (!genu_mini_document_leaves_out (child))
        print_whole (printer, child);
    }
  genu_markup_append_end_tag (printer->text, element);
}

/* The children of @element that are items or hold some, inside their own start tags. */
static void
print_shell (Printer  *printer,
             xmlNode  *element,
             gboolean  with_id)
{
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (g_hash_table_contains (printer->items, child))
        print_whole (printer, child);
      else if (g_hash_table_contains (printer->shells, child))
        {
          print_start (printer, child, with_id);
          print_shell (printer, child, with_id);
          genu_markup_append_end_tag (printer->text, child);
        }
    }
}

static void
print_tree (Printer   *printer,
            xmlNode   *root,
            GPtrArray *items,
            gboolean   with_id)
{
  printer->items = g_hash_table_new (NULL, NULL);
  printer->shells = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      xmlNode *item = items->pdata[i];

      g_hash_table_add (printer->items, item);
      for (xmlNode *up = item->parent; up != NULL && g_hash_table_add (printer->shells, up);)
        up = up->parent;
    }
  print_shell (printer, root, with_id);
  g_hash_table_unref (printer->items);
  g_hash_table_unref (printer->shells);
}

static void
append_number (GString    *text,
               const char *before,
               double      number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, before);
  g_string_append (text, g_ascii_dtostr (buffer, sizeof buffer, number));
}

/* The author's root as an inner <svg> that clips nothing, and moves nothing unless its viewBox is
 * animated. */
static void
append_root (GString        *text,
             const xmlNode  *root,
             const GenuRect *box,
             gboolean        is_moving)
{
  static const char *const replaced[] = {
    "x", "y", "width", "height", "viewBox", "preserveAspectRatio", "overflow", "style", "version",
  };
  g_autofree char *style = genu_xml_dup_attribute (root, "style");
  g_autofree char *window = is_moving ? genu_xml_dup_attribute (root, "viewBox") : NULL;
  g_autofree char *fit = is_moving ? genu_xml_dup_attribute (root, "preserveAspectRatio") : NULL;

  g_string_append_c (text, '<');
  genu_markup_append_name (text, root->ns, root->name);
  genu_markup_append_namespaces (text, root);
  for (const xmlAttr *attr = root->properties; attr != NULL; attr = attr->next)
    {
      gboolean keep = TRUE;

      for (guint i = 0; i < G_N_ELEMENTS (replaced) && attr->ns == NULL; i++)
        keep = keep && !xmlStrEqual (attr->name, BAD_CAST replaced[i]);
      if (keep)
        genu_markup_append_attribute (text, attr);
    }
  g_string_append (text, " style=\"");
  if (style != NULL)
    genu_markup_append_escaped (text, style);
  g_string_append (text, ";overflow:visible\"");
  append_number (text, " x=\"", box->x);
  append_number (text, "\" y=\"", box->y);
  append_number (text, "\" width=\"", box->width);
  append_number (text, "\" height=\"", box->height);
  if (fit != NULL)
    g_string_append_printf (text, "\" preserveAspectRatio=\"%s", fit);
  if (window != NULL)
    g_string_append_printf (text, "\" viewBox=\"%s", window);
  else
    {
      append_number (text, "\" viewBox=\"", box->x);
      append_number (text, " ", box->y);
      append_number (text, " ", box->width);
      append_number (text, " ", box->height);
    }
  g_string_append (text, "\">");
}

static void
append_styles (GString         *text,
               const GPtrArray *styles)
{
  for (guint i = 0; i < styles->len; i++)
    {
      g_autoptr(GenuXmlString) content = xmlNodeGetContent (styles->pdata[i]);

      g_string_append (text, "<style xmlns=\"" GENU_XMLNS_SVG "\">");
      genu_markup_append_escaped (text, content != NULL ? (const char *) content : "");
      g_string_append (text, "</style>");
    }
}

static void
print_items (Printer *printer)
{
  GenuMiniDocument *self = printer->self;
  xmlNode *root = genu_svg_document_get_root (genu_scene_get_document (self->scene));

  if (self->items->pdata[0] == root)
    for (xmlNode *child = root->children; child != NULL; child = child->next)
      {
        if (!genu_mini_document_leaves_out (child))
          print_whole (printer, child);
      }
  else
    print_tree (printer, root, self->items, TRUE);
}

static void
build (GenuMiniDocument *self)
{
  GenuReferences *references = genu_scene_get_references (self->scene);
  GenuSvgDocument *document = genu_scene_get_document (self->scene);
  xmlNode *root = genu_svg_document_get_root (document);
  Printer printer = { self, g_string_new (NULL), NULL, NULL };
  Part part = { NULL, root };
  g_autoptr(GPtrArray) used = genu_references_dup_closure (references, self->items);
  guint n;

  genu_timeline_get_targets_of (genu_scene_get_timeline (self->scene), root, &n);
  if (n > 0)
    g_array_append_val (self->parts, part);
  else
    {
      GenuRect box = genu_scene_get_view_box (self->scene);

      append_root (printer.text, root, &box, FALSE);
    }
  append_styles (printer.text, genu_references_get_styles (references));
  if (used->len > 0)
    {
      g_string_append (printer.text, "<defs xmlns=\"" GENU_XMLNS_SVG "\">");
      print_tree (&printer, root, used, FALSE);
      g_string_append (printer.text, "</defs>");
    }
  print_items (&printer);
  genu_markup_append_end_tag (printer.text, root);
  flush_text (&printer);
  g_string_free (printer.text, TRUE);
}

GenuMiniDocument *
genu_mini_document_new (GenuScene       *scene,
                        const GenuLayer *layer,
                        GPtrArray       *items)
{
  GenuMiniDocument *self = g_new0 (GenuMiniDocument, 1);

  self->scene = scene;
  self->layer = layer;
  self->items = items;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  build (self);
  return self;
}

void
genu_mini_document_free (GenuMiniDocument *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_array_unref (self->parts);
  g_free (self);
}

static gboolean
holds (const GArray *targets,
       guint         target)
{
  for (guint i = 0; i < targets->len; i++)
    if (g_array_index (targets, guint, i) == target)
      return TRUE;
  return FALSE;
}

/* What to write for a target now, NULL to leave the author's value. */
static char *
dup_text (const GenuMiniDocument *self,
          guint                   target)
{
  const GenuValue *value;

  if (holds (self->layer->opacity_targets, target))
    return g_strdup ("1");
  if (holds (self->layer->visibility_targets, target))
    return g_strdup ("visible");
  if (holds (self->layer->display_targets, target))
    return g_strdup ("inline");
  value = genu_timeline_get_value (genu_scene_get_timeline (self->scene), target);
  return value != NULL ? genu_value_to_string (value) : NULL;
}

static void
write_mirrored (const GenuMiniDocument *self,
                xmlNode                *copy,
                const xmlNode          *element)
{
  GenuMatrix matrix = genu_scene_get_element_matrix (self->scene, element);
  g_autoptr(GenuValue) value = genu_value_new_matrix (&matrix);
  g_autofree char *text = genu_value_to_string (value);

  genu_svg_write_value (copy, genu_attribute_lookup ((const char *) element->name, "transform"),
                        text);
}

/* A copy of the element alone, with its values of now. */
static xmlNode *
dup_present_element (const GenuMiniDocument *self,
                     xmlNode                *element)
{
  GenuTimeline *timeline = genu_scene_get_timeline (self->scene);
  xmlNode *copy = xmlDocCopyNode (element, element->doc, 2);
  guint n;
  const guint *targets = genu_timeline_get_targets_of (timeline, element, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_text (self, targets[i]);

      if (text != NULL)
        genu_svg_write_value (copy, genu_timeline_get_target (timeline, targets[i])->attribute,
                              text);
    }
  if (genu_scene_get_mirrored (self->scene) && is_mirror_marked (element))
    write_mirrored (self, copy, element);
  return copy;
}

static void
append_part (const GenuMiniDocument *self,
             GString                *text,
             const Part             *part)
{
  GenuRect box = genu_scene_get_view_box (self->scene);
  xmlNode *copy;

  if (part->text != NULL)
    {
      g_string_append (text, part->text);
      return;
    }
  copy = dup_present_element (self, part->element);
  if (part->element->parent->type != XML_ELEMENT_NODE)
    append_root (text, copy, &box, TRUE);
  else
    genu_markup_append_start_tag (text, copy, TRUE);
  xmlFreeNode (copy);
}

static void
append_head (GString          *text,
             const GenuMatrix *view,
             int               width,
             int               height)
{
  g_string_append_printf (text,
                          "<svg xmlns=\"" GENU_XMLNS_SVG "\" width=\"%d\" height=\"%d\" "
                          "viewBox=\"0 0 %d %d\" style=\"opacity:1;filter:none;mask:none;"
                          "clip-path:none;mix-blend-mode:normal\"><g",
                          width, height, width, height);
  append_number (text, " transform=\"matrix(", view->a);
  append_number (text, " ", view->b);
  append_number (text, " ", view->c);
  append_number (text, " ", view->d);
  append_number (text, " ", view->e);
  append_number (text, " ", view->f);
  g_string_append (text, ")\">");
}

/**
 * genu_mini_document_print:
 * @self: a mini document
 * @view: from root user units to pixels of the surface
 * @width: of the surface, in pixels
 * @height: likewise
 *
 * Returns: (transfer full): the SVG text at the timeline's present time
 */
GBytes *
genu_mini_document_print (const GenuMiniDocument *self,
                          const GenuMatrix       *view,
                          int                     width,
                          int                     height)
{
  GString *text;

  g_return_val_if_fail (self != NULL && view != NULL, NULL);

  text = g_string_new (NULL);
  append_head (text, view, width, height);
  for (guint i = 0; i < self->parts->len; i++)
    append_part (self, text, &g_array_index (self->parts, Part, i));
  g_string_append (text, "</g></svg>");
  return g_string_free_to_bytes (text);
}

/**
 * genu_mini_document_wrap:
 * @document: an SVG document without animation
 * @view_box: its view box
 * @view: from root user units to pixels of the surface
 * @width: of the surface, in pixels
 * @height: likewise
 *
 * Returns: (transfer full): SVG text that draws @document under @view
 */
GBytes *
genu_mini_document_wrap (GenuXmlDoc       *document,
                         const GenuRect   *view_box,
                         const GenuMatrix *view,
                         int               width,
                         int               height)
{
  xmlNode *root = xmlDocGetRootElement (document);
  Printer printer = { NULL, g_string_new (NULL), NULL, NULL };
  g_autoptr(GPtrArray) styles = g_ptr_array_new ();

  append_head (printer.text, view, width, height);
  append_root (printer.text, root, view_box, TRUE);
  for (xmlNode *node = root; node != NULL;)
    {
      xmlNode *next = xmlFirstElementChild (node);

      if (is_svg (node, "style"))
        g_ptr_array_add (styles, node);
      for (; next == NULL && node != NULL && node != root; node = node->parent)
        next = xmlNextElementSibling (node);
      node = next;
    }
  append_styles (printer.text, styles);
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (!genu_mini_document_leaves_out (child))
      print_whole (&printer, child);
  genu_markup_append_end_tag (printer.text, root);
  g_string_append (printer.text, "</g></svg>");
  return g_string_free_to_bytes (printer.text);
}
