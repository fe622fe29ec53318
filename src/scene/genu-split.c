/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cutting a drawing into layers.
 *
 * The rendered tree is walked once, in painting order.  What never moves joins the run before it,
 * so that everything between two moving things is one layer.  What moves becomes a layer of its
 * own, cut as low in the tree as the picture allows.  A group is opened only when its children,
 * painted one by one, look as the group does: not when it has a clip, a mask, a filter or a blend
 * mode, and when its opacity is not 1 only if it turns out to hold a single layer.  Anything that
 * takes part in a blend keeps its whole stacking context together.
 *
 * An element "moves" when it, a descendant, or anything they refer to is animated. */

#include "config.h"

#include <string.h>

#include "genu-limits.h"
#include "genu-scene-private.h"

typedef enum
{
  MOVES_UNKNOWN,
  MOVES_ASKED, /* being found out: a cycle of references ends here */
  MOVES_NO,
  MOVES_YES,
} Moves;

typedef struct
{
  GenuScene  *scene;
  GenuReport *report;
  guint8     *moves;       /* of Moves, by element index */
  GHashTable *keep_whole;  /* set of xmlNode: contexts of a blend */
  guint       merge_floor; /* runs below this index take no more items */
  gboolean    sheets_hide; /* a style sheet sets visibility */
  gboolean    sheets_insist; /* a style sheet says !important, which beats animations */
} Split;

static gboolean
is_svg (const xmlNode *element,
        const char    *name)
{
  return genu_xml_is (element, GENU_XMLNS_SVG, name);
}

static gboolean
sheets_mention (const Split *split,
                const char  *what)
{
  const GPtrArray *styles = genu_references_get_styles (split->scene->references);

  for (guint i = 0; i < styles->len; i++)
    {
      g_autoptr(GenuXmlString) text = xmlNodeGetContent (styles->pdata[i]);

      if (text != NULL && strstr ((const char *) text, what) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
style_mentions (const xmlNode *element,
                const char    *what)
{
  g_autofree char *style = genu_xml_dup_attribute (element, "style");

  return style != NULL && strstr (style, what) != NULL;
}

/* What is drawn only through a reference, or never. */
static gboolean
is_rendered (const xmlNode *element)
{
  static const char *const others[] = {
    "defs",    "symbol", "clipPath",       "mask",           "marker", "pattern",
    "filter",  "style",  "linearGradient", "radialGradient", "title",  "desc",
    "metadata", "script", "view",          "cursor",         "font",
  };

  if (element->ns == NULL || !xmlStrEqual (element->ns->href, (const xmlChar *) GENU_XMLNS_SVG))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (xmlStrEqual (element->name, (const xmlChar *) others[i]))
      return FALSE;
  return !genu_svg_is_animation (element);
}

static guint
count_targets (const Split   *split,
               const xmlNode *element)
{
  guint n = 0;

  genu_timeline_get_targets_of (split->scene->timeline, element, &n);
  return n;
}

static gboolean
moves (Split         *split,
       const xmlNode *element);

static gboolean
refers_to_moving (Split         *split,
                  const xmlNode *element)
{
  const GPtrArray *found = genu_references_get (split->scene->references, element);

  for (guint i = 0; i < found->len; i++)
    if (moves (split, found->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
child_moves (Split         *split,
             const xmlNode *element)
{
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    if (is_rendered (child) && moves (split, child))
      return TRUE;
  return FALSE;
}

static gboolean
moves (Split         *split,
       const xmlNode *element)
{
  guint8 *known = &split->moves[genu_svg_document_get_index (split->scene->document, element)];

  if (*known == MOVES_UNKNOWN)
    {
      *known = MOVES_ASKED;
      *known = count_targets (split, element) > 0 || refers_to_moving (split, element)
                   || child_moves (split, element)
                 ? MOVES_YES
                 : MOVES_NO;
    }
  return *known == MOVES_YES;
}

/* Properties that nothing animates and the table of those that are therefore leaves out. */
static const GenuAttribute still_properties[] = {
  { "mix-blend-mode", GENU_VALUE_STRING, GENU_LENGTH_OTHER, TRUE, FALSE, FALSE, "normal" },
  { "isolation", GENU_VALUE_STRING, GENU_LENGTH_OTHER, TRUE, FALSE, FALSE, "auto" },
};

/* The un-animated value of a property that is not inherited, "" when nothing sets it. */
static char *
dup_property (const Split   *split,
              const xmlNode *element,
              const char    *name)
{
  const GenuAttribute *attribute = genu_attribute_lookup ((const char *) element->name, name);
  char *text = NULL;

  for (guint i = 0; attribute == NULL && i < G_N_ELEMENTS (still_properties); i++)
    if (g_str_equal (name, still_properties[i].name))
      attribute = &still_properties[i];

  if (attribute != NULL)
    text = genu_svg_document_dup_base_text (split->scene->document, element, attribute);
  return text != NULL ? text : g_strdup ("");
}

static gboolean
has_property (const Split   *split,
              const xmlNode *element,
              const char    *name,
              const char    *usual)
{
  g_autofree char *text = dup_property (split, element, name);

  return text[0] != '\0' && !g_str_equal (text, usual);
}

static gboolean
is_translucent (const Split   *split,
                const xmlNode *element)
{
  g_autofree char *text = dup_property (split, element, "opacity");
  char *rest;
  double opacity = g_ascii_strtod (text, &rest);

  return rest != text && opacity < (*rest == '%' ? 100 : 1);
}

/* Why a group cannot be painted child by child; NULL when it can, opacity aside. */
static const char *
find_grouping (const Split   *split,
               const xmlNode *element)
{
  static const struct { const char *name, *usual; } properties[] = {
    { "mask", "none" }, { "filter", "none" }, { "clip-path", "none" },
    { "mix-blend-mode", "normal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (has_property (split, element, properties[i].name, properties[i].usual))
      return properties[i].name;
  return g_hash_table_contains (split->keep_whole, element) ? "mix-blend-mode" : NULL;
}

static gboolean
is_container (const xmlNode *element)
{
  return is_svg (element, "g") || is_svg (element, "a");
}

static gboolean
sets_visibility (const Split   *split,
                 const xmlNode *element)
{
  const guint *targets;
  guint n;

  if (xmlHasProp ((xmlNode *) element, BAD_CAST "visibility") != NULL
      || style_mentions (element, "visibility"))
    return TRUE;
  targets = genu_timeline_get_targets_of (split->scene->timeline, element, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (genu_timeline_get_target (split->scene->timeline, targets[i])->attribute->name,
                     "visibility"))
      return TRUE;
  return FALSE;
}

/* Hiding a whole layer is right only where no descendant has a say of its own. */
static gboolean
descendant_sets_visibility (const Split   *split,
                            const xmlNode *element)
{
  if (split->sheets_hide)
    return TRUE;
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    if (is_rendered (child)
        && (sets_visibility (split, child) || descendant_sets_visibility (split, child)))
      return TRUE;
  return FALSE;
}

/* Whether a target can be applied to a finished picture. */
static gboolean
can_compose (const Split               *split,
             const GenuAnimationTarget *target)
{
  const char *name = target->attribute->name;

  if (is_svg (target->element, "svg"))
    return FALSE;
  if (target->attribute->is_property
      && (split->sheets_insist || style_mentions (target->element, "!important")))
    return FALSE;
  if (g_str_equal (name, "visibility"))
    return !descendant_sets_visibility (split, target->element);
  return g_str_equal (name, "transform") || g_str_equal (name, "opacity")
         || g_str_equal (name, "display");
}

/* The element's own targets, by what they do to it. */
static void
sort_own_targets (const Split   *split,
                  const xmlNode *element,
                  gboolean      *out_composes,
                  gboolean      *out_repaints)
{
  guint n;
  const guint *targets = genu_timeline_get_targets_of (split->scene->timeline, element, &n);

  *out_composes = *out_repaints = FALSE;
  for (guint i = 0; i < n; i++)
    if (can_compose (split, genu_timeline_get_target (split->scene->timeline, targets[i])))
      *out_composes = TRUE;
    else
      *out_repaints = TRUE;
}

void
genu_layer_free (GenuLayer *layer)
{
  g_ptr_array_unref (layer->items);
  g_array_unref (layer->links);
  g_array_unref (layer->opacity_targets);
  g_array_unref (layer->visibility_targets);
  g_array_unref (layer->display_targets);
  g_array_unref (layer->raster_targets);
  g_free (layer);
}

static void
add_link (Split     *split,
          GenuLayer *layer,
          xmlNode   *element)
{
  GenuTimeline *timeline = split->scene->timeline;
  GenuLayerLink link = { element, -1, genu_scene_get_element_matrix (split->scene, element) };
  guint n;
  const guint *targets = genu_timeline_get_targets_of (timeline, element, &n);

  for (guint i = 0; i < n; i++)
    {
      const GenuAnimationTarget *target = genu_timeline_get_target (timeline, targets[i]);
      const char *name = target->attribute->name;

      if (!can_compose (split, target))
        continue;
      if (g_str_equal (name, "transform"))
        link.target = (int) targets[i];
      else if (g_str_equal (name, "opacity"))
        g_array_append_val (layer->opacity_targets, targets[i]);
      else if (g_str_equal (name, "visibility"))
        g_array_append_val (layer->visibility_targets, targets[i]);
      else if (g_str_equal (name, "display"))
        g_array_append_val (layer->display_targets, targets[i]);
    }
  g_array_append_val (layer->links, link);
}

/* From the root to layer->root; links that lie below the last moving one are of no use. */
static void
fill_chain (Split     *split,
            GenuLayer *layer)
{
  g_autoptr(GPtrArray) path = g_ptr_array_new ();

  for (xmlNode *up = layer->root; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent)
    g_ptr_array_add (path, up);
  for (guint i = path->len; i > 0; i--)
    add_link (split, layer, path->pdata[i - 1]);
  while (layer->links->len > 0
         && g_array_index (layer->links, GenuLayerLink, layer->links->len - 1).target < 0)
    g_array_set_size (layer->links, layer->links->len - 1);
}

static GenuLayer *
add_layer (Split   *split,
           xmlNode *root)
{
  GenuLayer *layer = g_new0 (GenuLayer, 1);

  layer->items = g_ptr_array_new ();
  layer->root = root;
  layer->links = g_array_new (FALSE, FALSE, sizeof (GenuLayerLink));
  layer->opacity_targets = g_array_new (FALSE, FALSE, sizeof (guint));
  layer->visibility_targets = g_array_new (FALSE, FALSE, sizeof (guint));
  layer->display_targets = g_array_new (FALSE, FALSE, sizeof (guint));
  layer->raster_targets = g_array_new (FALSE, FALSE, sizeof (guint));
  fill_chain (split, layer);
  layer->kind = root != NULL ? GENU_LAYER_COMPOSE : GENU_LAYER_STATIC;
  g_ptr_array_add (split->scene->layers, layer);
  return layer;
}

static gboolean
is_in_chain (const GenuLayer *layer,
             const xmlNode   *element)
{
  for (const xmlNode *up = layer->root; up != NULL; up = up->parent)
    if (up == element)
      return TRUE;
  return FALSE;
}

static void
add_raster_targets (Split     *split,
                    GenuLayer *layer,
                    xmlNode   *element)
{
  GenuTimeline *timeline = split->scene->timeline;
  guint n;
  const guint *targets = genu_timeline_get_targets_of (timeline, element, &n);

  for (guint i = 0; i < n; i++)
    if (!is_in_chain (layer, element)
        || !can_compose (split, genu_timeline_get_target (timeline, targets[i])))
      g_array_append_val (layer->raster_targets, targets[i]);
  for (xmlNode *child = xmlFirstElementChild (element); child != NULL;
       child = xmlNextElementSibling (child))
    add_raster_targets (split, layer, child);
}

/* A layer of one element that moves. */
static void
add_moving (Split   *split,
            xmlNode *element,
            xmlNode *root)
{
  GenuLayer *layer = add_layer (split, root);
  g_autoptr(GPtrArray) needed = NULL;

  g_ptr_array_add (layer->items, element);
  needed = genu_references_dup_closure (split->scene->references, layer->items);
  add_raster_targets (split, layer, element);
  for (guint i = 0; i < needed->len; i++)
    add_raster_targets (split, layer, needed->pdata[i]);
  if (layer->raster_targets->len > 0)
    layer->kind = GENU_LAYER_RASTER;
}

/* Something that does not move by itself: joins the run before it when both hang on the same
 * moving ancestor. */
static void
add_still (Split   *split,
           xmlNode *element,
           xmlNode *root)
{
  GPtrArray *layers = split->scene->layers;
  GenuLayer *last = layers->len > split->merge_floor ? layers->pdata[layers->len - 1] : NULL;

  if (last == NULL || last->root != root || last->raster_targets->len > 0
      || moves (split, last->items->pdata[0]))
    last = add_layer (split, root);
  g_ptr_array_add (last->items, element);
}

static void
warn_kept_whole (Split         *split,
                 const xmlNode *element,
                 const char    *why)
{
  g_autofree char *name = genu_svg_document_dup_element_name (split->scene->document, element);

  genu_report_add (split->report, GENU_SEVERITY_WARNING,
                   genu_svg_document_get_name (split->scene->document), genu_xml_get_line (element),
                   "moves-below-group",
                   "something animated lies below “%s”, which has %s: the whole group is drawn "
                   "anew at each frame", name, why);
}

static void
split_element (Split   *split,
               xmlNode *element,
               xmlNode *root);

static void
split_children (Split   *split,
                xmlNode *element,
                xmlNode *root)
{
  for (xmlNode *child = xmlFirstElementChild (element); child != NULL;
       child = xmlNextElementSibling (child))
    if (is_rendered (child))
      split_element (split, child, root);
}

/* A group whose opacity is or may be under 1: fine when it holds one layer. */
static gboolean
split_translucent (Split   *split,
                   xmlNode *element,
                   xmlNode *root)
{
  GPtrArray *layers = split->scene->layers;
  guint n = layers->len, floor = split->merge_floor;

  split->merge_floor = n;
  split_children (split, element, root);
  split->merge_floor = floor;
  if (layers->len <= n + 1)
    {
      split->merge_floor = layers->len;
      return TRUE;
    }
  g_ptr_array_set_size (layers, (int) n);
  return FALSE;
}

static gboolean
animates (const Split   *split,
          const xmlNode *element,
          const char    *name)
{
  guint n;
  const guint *targets = genu_timeline_get_targets_of (split->scene->timeline, element, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (genu_timeline_get_target (split->scene->timeline, targets[i])->attribute->name,
                     name))
      return TRUE;
  return FALSE;
}

static void
split_element (Split   *split,
               xmlNode *element,
               xmlNode *root)
{
  gboolean composes, repaints;
  const char *why;

  if (!moves (split, element))
    {
      add_still (split, element, root);
      return;
    }

  sort_own_targets (split, element, &composes, &repaints);
  if (composes)
    root = element;
  if (repaints || refers_to_moving (split, element) || !is_container (element)
      || !child_moves (split, element))
    {
      add_moving (split, element, root);
      return;
    }

  why = find_grouping (split, element);
  if (why == NULL && (is_translucent (split, element) || animates (split, element, "opacity")))
    {
      if (split_translucent (split, element, root))
        return;
      why = "opacity";
    }
  if (why != NULL)
    {
      warn_kept_whole (split, element, why);
      add_moving (split, element, root);
      return;
    }
  split_children (split, element, root);
}

/* The innermost ancestor that librsvg paints on a surface of its own: what a blend mode below it
 * sees. */
static xmlNode *
find_blend_context (const Split *split,
                    xmlNode     *element)
{
  for (element = element->parent; element->parent->type == XML_ELEMENT_NODE;
       element = element->parent)
    if (is_translucent (split, element) || has_property (split, element, "mask", "none")
        || has_property (split, element, "filter", "none")
        || has_property (split, element, "isolation", "auto")
        || has_property (split, element, "mix-blend-mode", "normal"))
      return element;
  return element;
}

/* Text search first: the cascade is asked only in a drawing that blends somewhere. */
static gboolean
mentions_blend (const Split *split)
{
  GenuSvgDocument *document = split->scene->document;

  if (sheets_mention (split, "mix-blend-mode"))
    return TRUE;
  for (guint i = 0; i < genu_svg_document_get_n_elements (document); i++)
    {
      const xmlNode *element = genu_svg_document_get_nth_element (document, i);

      if (xmlHasProp ((xmlNode *) element, BAD_CAST "mix-blend-mode") != NULL
          || style_mentions (element, "mix-blend-mode"))
        return TRUE;
    }
  return FALSE;
}

static void
find_blends (Split *split)
{
  GenuSvgDocument *document = split->scene->document;
  guint n = genu_svg_document_get_n_elements (document);

  if (!mentions_blend (split))
    return;
  for (guint i = 1; i < n; i++)
    {
      xmlNode *element = genu_svg_document_get_nth_element (document, i);

      if (has_property (split, element, "mix-blend-mode", "normal"))
        g_hash_table_add (split->keep_whole, find_blend_context (split, element));
    }
}

static void
split_root (Split *split)
{
  GenuScene *scene = split->scene;
  xmlNode *root = genu_svg_document_get_root (scene->document);
  const char *why = find_grouping (split, root);

  if (is_translucent (split, root))
    why = "opacity";
  if (why == NULL && genu_references_has_structural_style (scene->references))
    why = "a style sheet that selects by place";
  if (!moves (split, root))
    add_still (split, root, NULL);
  else if (why == NULL && count_targets (split, root) == 0 && !refers_to_moving (split, root))
    split_children (split, root, NULL);
  else
    {
      warn_kept_whole (split, root, why != NULL ? why : "animated attributes of its own");
      add_moving (split, root, NULL);
    }
}

/* Elements drawn for @element once each <use> is expanded, at most the limit and one. */
static guint
count_drawn (Split         *split,
             const xmlNode *element,
             GHashTable    *counts)
{
  gpointer known;
  guint n = 1;

  if (g_hash_table_lookup_extended (counts, element, NULL, &known))
    return GPOINTER_TO_UINT (known); /* 0 while being counted: a cycle, which draws nothing */

  g_hash_table_insert (counts, (gpointer) element, GUINT_TO_POINTER (0));
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    n = MIN (n + count_drawn (split, child, counts), GENU_LIMIT_USE_EXPANSION + 1);
  if (is_svg (element, "use"))
    {
      const GPtrArray *found = genu_references_get (split->scene->references, element);

      for (guint i = 0; i < found->len; i++)
        n = MIN (n + count_drawn (split, found->pdata[i], counts), GENU_LIMIT_USE_EXPANSION + 1);
    }
  g_hash_table_insert (counts, (gpointer) element, GUINT_TO_POINTER (n));
  return n;
}

static gboolean
check_limits (Split *split)
{
  GenuScene *scene = split->scene;
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  const char *name = genu_svg_document_get_name (scene->document);

  if (count_drawn (split, genu_svg_document_get_root (scene->document), counts)
      > GENU_LIMIT_USE_EXPANSION)
    {
      genu_report_add (split->report, GENU_SEVERITY_ERROR, name, 1, "limit-use",
                       "more than %d elements once every <use> is expanded",
                       GENU_LIMIT_USE_EXPANSION);
      return FALSE;
    }
  if (scene->layers->len > GENU_LIMIT_LAYERS)
    {
      genu_report_add (split->report, GENU_SEVERITY_ERROR, name, 1, "limit-layers",
                       "%u layers are more than the limit of %d", scene->layers->len,
                       GENU_LIMIT_LAYERS);
      return FALSE;
    }
  return TRUE;
}

gboolean
genu_scene_split (GenuScene  *self,
                  GenuReport *report)
{
  Split split = { .scene = self, .report = report };
  gboolean fine;

  split.moves = g_new0 (guint8, genu_svg_document_get_n_elements (self->document));
  split.keep_whole = g_hash_table_new (NULL, NULL);
  split.sheets_hide = sheets_mention (&split, "visibility");
  split.sheets_insist = sheets_mention (&split, "!important");
  find_blends (&split);
  split_root (&split);
  fine = check_limits (&split);

  g_hash_table_unref (split.keep_whole);
  g_free (split.moves);
  return fine;
}
