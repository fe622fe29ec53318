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
 * genu-split-moves.c knows what moves, genu-split-group.c what keeps a group together,
 * genu-split-layers.c makes the layers. */

#include "config.h"

#include "genu-limits.h"
#include "genu-split-private.h"

static gboolean
is_container (const xmlNode *element)
{
  return genu_split_is_svg (element, "g") || genu_split_is_svg (element, "a");
}

static void
warn_kept_whole (GenuSplit     *split,
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
split_element (GenuSplit   *split,
               xmlNode *element,
               xmlNode *root);

static void
split_children (GenuSplit *split,
                xmlNode   *element,
                xmlNode   *root)
{
  for (xmlNode *child = xmlFirstElementChild (element); child != NULL;
       child = xmlNextElementSibling (child))
    if (genu_split_is_rendered (child))
      split_element (split, child, root);
}

/* A group whose opacity is or may be under 1: fine when it holds one layer. */
static gboolean
split_translucent (GenuSplit *split,
                   xmlNode   *element,
                   xmlNode   *root)
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

static void
split_element (GenuSplit *split,
               xmlNode   *element,
               xmlNode   *root)
{
  gboolean composes, repaints;
  const char *why;

  if (!genu_split_moves (split, element))
    {
      genu_split_add_still (split, element, root);
      return;
    }

  genu_split_sort_own_targets (split, element, &composes, &repaints);
  if (composes)
    root = element;
  if (repaints || genu_split_refers_to_moving (split, element) || !is_container (element)
      || !genu_split_child_moves (split, element))
    {
      genu_split_add_moving (split, element, root);
      return;
    }

  why = genu_split_find_grouping (split, element);
  if (why == NULL && (genu_split_is_translucent (split, element)
                      || genu_split_animates (split, element, "opacity")))
    {
      if (split_translucent (split, element, root))
        return;
      why = "opacity";
    }
  if (why != NULL)
    {
      warn_kept_whole (split, element, why);
      genu_split_add_moving (split, element, root);
      return;
    }
  split_children (split, element, root);
}

static void
split_root (GenuSplit *split)
{
  GenuScene *scene = split->scene;
  xmlNode *root = genu_svg_document_get_root (scene->document);
  const char *why = genu_split_find_grouping (split, root);

  if (genu_split_is_translucent (split, root))
    why = "opacity";
  if (why == NULL && genu_references_has_structural_style (scene->references))
    why = "a style sheet that selects by place";
  if (!genu_split_moves (split, root))
    genu_split_add_still (split, root, NULL);
  else if (why == NULL && genu_split_count_targets (split, root) == 0
           && !genu_split_refers_to_moving (split, root))
    split_children (split, root, NULL);
  else
    {
      warn_kept_whole (split, root, why != NULL ? why : "animated attributes of its own");
      genu_split_add_moving (split, root, NULL);
    }
}

/* Elements drawn for @element once each <use> is expanded, at most the limit and one.  Reading the
 * document has counted what stands in it (genu-svg-expansion.c); this counts also what an animated
 * href may make of it. */
static guint
count_drawn (GenuSplit     *split,
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
  if (genu_split_is_svg (element, "use"))
    {
      const GPtrArray *found = genu_references_get (split->scene->references, element);

      for (guint i = 0; i < found->len; i++)
        n = MIN (n + count_drawn (split, found->pdata[i], counts), GENU_LIMIT_USE_EXPANSION + 1);
    }
  g_hash_table_insert (counts, (gpointer) element, GUINT_TO_POINTER (n));
  return n;
}

static gboolean
check_limits (GenuSplit *split)
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
  GenuSplit split = { .scene = self, .report = report };
  gboolean fine;

  split.moves = g_new0 (guint8, genu_svg_document_get_n_elements (self->document));
  split.keep_whole = g_hash_table_new (NULL, NULL);
  split.sheets_hide = genu_split_sheets_mention (&split, "visibility");
  split.sheets_insist = genu_split_sheets_mention (&split, "!important");
  genu_split_find_blends (&split);
  split_root (&split);
  fine = check_limits (&split);

  g_hash_table_unref (split.keep_whole);
  g_free (split.moves);
  return fine;
}
