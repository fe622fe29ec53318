/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layers that a drawing is cut into.
 *
 * A layer hangs on a chain of links from the root to its innermost moving ancestor; targets of the
 * chain are applied to the finished picture, all others, its own and those of what it refers to,
 * have it drawn anew. */

#include "config.h"

#include "genu-split-private.h"

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
add_link (GenuSplit *split,
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

      if (!genu_split_can_compose (split, target))
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
fill_chain (GenuSplit *split,
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
add_layer (GenuSplit *split,
           xmlNode   *root)
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
add_raster_targets (GenuSplit *split,
                    GenuLayer *layer,
                    xmlNode   *element)
{
  GenuTimeline *timeline = split->scene->timeline;
  guint n;
  const guint *targets = genu_timeline_get_targets_of (timeline, element, &n);

  for (guint i = 0; i < n; i++)
    if (!is_in_chain (layer, element)
        || !genu_split_can_compose (split, genu_timeline_get_target (timeline, targets[i])))
      g_array_append_val (layer->raster_targets, targets[i]);
  for (xmlNode *child = xmlFirstElementChild (element); child != NULL;
       child = xmlNextElementSibling (child))
    add_raster_targets (split, layer, child);
}

/* A layer of one element that moves. */
void
genu_split_add_moving (GenuSplit *split,
                       xmlNode   *element,
                       xmlNode   *root)
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
void
genu_split_add_still (GenuSplit *split,
                      xmlNode   *element,
                      xmlNode   *root)
{
  GPtrArray *layers = split->scene->layers;
  GenuLayer *last = layers->len > split->merge_floor ? layers->pdata[layers->len - 1] : NULL;

  if (last == NULL || last->root != root || last->raster_targets->len > 0
      || genu_split_moves (split, last->items->pdata[0]))
    last = add_layer (split, root);
  g_ptr_array_add (last->items, element);
}
