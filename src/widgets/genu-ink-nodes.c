/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ink as render nodes that stay the same for as long as they can: GTK draws anew only where nodes
 * differ from those of the frame before.  A stroke has one node while the view stays.  The stroke
 * that is being drawn comes in pieces of a few points; when it grows, only its last piece changes,
 * so that a frame costs no more than the last bit of the line, however long it is. */

#include "config.h"

#include "genu-ink-nodes.h"

#include <math.h>
#include <string.h>

#define PIECE 12 /* points */

struct _GenuInkNodes
{
  GenuMatrix     view;
  GHashTable    *strokes; /* GenuInkStroke → GskRenderNode */
  GenuInkStroke *live;    /* owned; nullable; whose pieces the next two hold */
  GPtrArray     *halos;   /* of GskRenderNode */
  GPtrArray     *lines;
  guint          n_final; /* how many pieces will not change */
  guint          n_made;
};

GenuInkNodes *
genu_ink_nodes_new (void)
{
  GenuInkNodes *self = g_new0 (GenuInkNodes, 1);

  self->strokes = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) genu_ink_stroke_unref,
                                         (GDestroyNotify) gsk_render_node_unref);
  self->halos = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  return self;
}

static void
set_live (GenuInkNodes  *self,
          GenuInkStroke *live)
{
  if (self->live == live)
    return;

  g_clear_pointer (&self->live, genu_ink_stroke_unref);
  self->live = live != NULL ? genu_ink_stroke_ref (live) : NULL;
  self->n_final = 0;
  g_ptr_array_set_size (self->halos, 0);
  g_ptr_array_set_size (self->lines, 0);
}

void
genu_ink_nodes_free (GenuInkNodes *self)
{
  set_live (self, NULL);
  g_hash_table_unref (self->strokes);
  g_ptr_array_unref (self->halos);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* A node to be drawn on with the result's second value; both to be released. */
static GskRenderNode *
begin_node (GenuInkNodes        *self,
            const GenuInkStroke *stroke,
            guint                first,
            guint                last,
            cairo_t            **out_cr)
{
  GenuRect box = genu_ink_stroke_get_bounds (stroke, &self->view, first, last);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) floor (box.x), (float) floor (box.y),
                                               (float) ceil (box.width) + 1,
                                               (float) ceil (box.height) + 1);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);

  *out_cr = gsk_cairo_node_get_draw_context (node);
  self->n_made++;
  return node;
}

static GskRenderNode *
make_stroke (GenuInkNodes        *self,
             const GenuInkStroke *stroke)
{
  cairo_t *cr;
  GskRenderNode *node = begin_node (self, stroke, 0, G_MAXUINT, &cr);

  genu_ink_stroke_draw (stroke, cr, &self->view);
  cairo_destroy (cr);
  return node;
}

/* The nodes of strokes that are gone are forgotten. */
static void
append_strokes (GenuInkNodes    *self,
                GtkSnapshot     *snapshot,
                const GPtrArray *strokes)
{
  GHashTable *kept = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) genu_ink_stroke_unref,
                                            (GDestroyNotify) gsk_render_node_unref);

  for (guint i = 0; i < strokes->len; i++)
    {
      GenuInkStroke *stroke = g_ptr_array_index (strokes, i);
      GskRenderNode *node = g_hash_table_lookup (self->strokes, stroke);

      node = node != NULL ? gsk_render_node_ref (node) : make_stroke (self, stroke);
      gtk_snapshot_append_node (snapshot, node);
      g_hash_table_replace (kept, genu_ink_stroke_ref (stroke), node);
    }
  g_hash_table_unref (self->strokes);
  self->strokes = kept;
}

/* Makes the pieces that are new or were not final. */
static void
update_pieces (GenuInkNodes        *self,
               const GenuInkStroke *live)
{
  guint n = live->points->len;

  g_ptr_array_set_size (self->halos, (int) self->n_final);
  g_ptr_array_set_size (self->lines, (int) self->n_final);
  for (guint first = self->n_final * PIECE; first < n; first += PIECE)
    {
      guint last = MIN (first + PIECE, n - 1);
      cairo_t *cr;

      g_ptr_array_add (self->halos, begin_node (self, live, first, last, &cr));
      genu_ink_stroke_draw_halo (live, cr, &self->view, first, last);
      cairo_destroy (cr);
      g_ptr_array_add (self->lines, begin_node (self, live, first, last, &cr));
      genu_ink_stroke_draw_line (live, cr, &self->view, first, last);
      cairo_destroy (cr);
    }
  if (n > GENU_INK_LOOSE_POINTS)
    self->n_final = (n - 1 - GENU_INK_LOOSE_POINTS) / PIECE;
}

static void
append_all (GtkSnapshot *snapshot,
            GPtrArray   *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    gtk_snapshot_append_node (snapshot, g_ptr_array_index (nodes, i));
}

/**
 * genu_ink_nodes_append:
 * @self: nodes of earlier frames
 * @snapshot: a snapshot
 * @strokes: (element-type GenuInkStroke): what is on the picture
 * @live: (nullable): what is being drawn
 * @view: leads from user units of the drawing to those of the snapshot
 */
void
genu_ink_nodes_append (GenuInkNodes     *self,
                       GtkSnapshot      *snapshot,
                       const GPtrArray  *strokes,
                       GenuInkStroke    *live,
                       const GenuMatrix *view)
{
  if (memcmp (&self->view, view, sizeof *view) != 0)
    {
      self->view = *view;
      set_live (self, NULL);
      g_hash_table_remove_all (self->strokes);
    }

  append_strokes (self, snapshot, strokes);
  set_live (self, live);
  if (live != NULL && live->points->len > 0)
    {
      update_pieces (self, live);
      append_all (snapshot, self->halos);
      append_all (snapshot, self->lines);
    }
}

guint
genu_ink_nodes_get_n_made (const GenuInkNodes *self)
{
  return self->n_made;
}
