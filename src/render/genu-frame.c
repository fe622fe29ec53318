/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-frame.h"

/* Marks begin and end at multiples of these, in pixels: every node that GTK draws is clipped to the
 * region of all marks, and one of many small rectangles costs more than it saves.  A region is
 * rows of equal height, hence the coarser step. */
#define MARK_WIDTH 32
#define MARK_HEIGHT 64

static void
clear_span (gpointer data)
{
  GenuSpan *span = data;

  g_clear_pointer (&span->surface, cairo_surface_destroy);
}

static void
init_tile (GenuFrame *self,
           int        index)
{
  GenuTile *tile = &self->tiles[index];
  int x = index % self->cols * GENU_TILE_SIDE, y = index / self->cols * GENU_TILE_SIDE;
  gsize offset = ((gsize) y * (gsize) self->width + (gsize) x) * 4;

  tile->rect = (cairo_rectangle_int_t) { x, y, MIN (GENU_TILE_SIDE, self->width - x),
                                         MIN (GENU_TILE_SIDE, self->height - y) };
  tile->show = cairo_image_surface_create_for_data (self->data + offset, CAIRO_FORMAT_ARGB32,
                                                    tile->rect.width, tile->rect.height,
                                                    self->width * 4);
  tile->spans = g_array_new (FALSE, FALSE, sizeof (GenuSpan));
  g_array_set_clear_func (tile->spans, clear_span);
}

/**
 * genu_frame_new:
 * @width: in device pixels
 * @height: likewise
 *
 * Returns: (transfer full): a frame that is damaged all over
 */
GenuFrame *
genu_frame_new (int width,
                int height)
{
  GenuFrame *self = g_new0 (GenuFrame, 1);

  self->width = width;
  self->height = height;
  self->data = g_malloc0 ((gsize) width * (gsize) height * 4);
  self->surface = cairo_image_surface_create_for_data (self->data, CAIRO_FORMAT_ARGB32, width,
                                                       height, width * 4);
  self->cols = (width + GENU_TILE_SIDE - 1) / GENU_TILE_SIDE;
  self->rows = (height + GENU_TILE_SIDE - 1) / GENU_TILE_SIDE;
  self->tiles = g_new0 (GenuTile, self->cols * self->rows);
  for (int i = 0; i < self->cols * self->rows; i++)
    init_tile (self, i);
  genu_frame_damage_all (self);
  return self;
}

void
genu_frame_free (GenuFrame *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->pixels, gsk_render_node_unref);
  for (int i = 0; i < self->cols * self->rows; i++)
    {
      g_clear_pointer (&self->tiles[i].mark, gsk_render_node_unref);
      /* Nodes that are still in use get their own copy of the pixels now. */
      cairo_surface_finish (self->tiles[i].show);
      cairo_surface_destroy (self->tiles[i].show);
      g_array_unref (self->tiles[i].spans);
    }
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  g_free (self->tiles);
  g_free (self->data);
  g_free (self);
}

gboolean
genu_frame_get_range (const GenuFrame             *self,
                      const cairo_rectangle_int_t *rect,
                      int                         *out_col0,
                      int                         *out_row0,
                      int                         *out_col1,
                      int                         *out_row1)
{
  int x0 = MAX (rect->x, 0), x1 = MIN (rect->x + rect->width, self->width);
  int y0 = MAX (rect->y, 0), y1 = MIN (rect->y + rect->height, self->height);

  if (x1 <= x0 || y1 <= y0)
    return FALSE;
  *out_col0 = x0 / GENU_TILE_SIDE;
  *out_row0 = y0 / GENU_TILE_SIDE;
  *out_col1 = (x1 - 1) / GENU_TILE_SIDE;
  *out_row1 = (y1 - 1) / GENU_TILE_SIDE;
  return TRUE;
}

/* Makes @box hold @rect too, as far as it lies on the tile. */
static void
add_rect (const GenuTile              *tile,
          cairo_rectangle_int_t       *box,
          const cairo_rectangle_int_t *rect)
{
  cairo_rectangle_int_t part;

  if (!gdk_rectangle_intersect (rect, &tile->rect, &part))
    return;
  if (box->width > 0)
    gdk_rectangle_union (box, &part, box);
  else
    *box = part;
}

void
genu_frame_damage (GenuFrame                   *self,
                   const cairo_rectangle_int_t *rect)
{
  int col0, row0, col1, row1;

  if (!genu_frame_get_range (self, rect, &col0, &row0, &col1, &row1))
    return;
  for (int row = row0; row <= row1; row++)
    for (int col = col0; col <= col1; col++)
      {
        GenuTile *tile = &self->tiles[row * self->cols + col];

        add_rect (tile, &tile->damage, rect);
      }
}

void
genu_frame_damage_all (GenuFrame *self)
{
  for (int i = 0; i < self->cols * self->rows; i++)
    {
      self->tiles[i].damage = self->tiles[i].rect;
      g_array_set_size (self->tiles[i].spans, 0);
    }
}

gboolean
genu_frame_is_damaged (const GenuFrame *self)
{
  for (int i = 0; i < self->cols * self->rows; i++)
    if (self->tiles[i].damage.width > 0)
      return TRUE;
  return FALSE;
}

void
genu_tile_set_written (GenuTile                    *tile,
                       const cairo_rectangle_int_t *rect)
{
  int x0 = rect->x / MARK_WIDTH * MARK_WIDTH, y0 = rect->y / MARK_HEIGHT * MARK_HEIGHT;
  int x1 = (rect->x + rect->width + MARK_WIDTH - 1) / MARK_WIDTH * MARK_WIDTH;
  int y1 = (rect->y + rect->height + MARK_HEIGHT - 1) / MARK_HEIGHT * MARK_HEIGHT;
  cairo_rectangle_int_t mark = { x0, y0, x1 - x0, y1 - y0 };

  if (rect->width > 0)
    add_rect (tile, &tile->written, &mark);
  tile->damage = (cairo_rectangle_int_t) { 0, 0, 0, 0 };
}

void
genu_tile_drop_spans (GenuTile *tile,
                      guint     layer)
{
  for (guint i = tile->spans->len; i > 0; i--)
    {
      const GenuSpan *span = &g_array_index (tile->spans, GenuSpan, i - 1);

      if (span->first <= layer && layer <= span->last)
        g_array_remove_index (tile->spans, i - 1);
    }
}

static graphene_rect_t
get_bounds (const GenuFrame             *self,
            const cairo_rectangle_int_t *rect)
{
  float scale = 1.0f / (float) self->node_scale;

  return GRAPHENE_RECT_INIT ((float) rect->x * scale, (float) rect->y * scale,
                             (float) rect->width * scale, (float) rect->height * scale);
}

static GskRenderNode *
new_tile_node (const GenuFrame *self,
               const GenuTile  *tile)
{
  graphene_rect_t bounds = get_bounds (self, &tile->rect);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  g_autoptr(GenuCairo) cr = gsk_cairo_node_get_draw_context (node);

  cairo_scale (cr, 1.0 / self->node_scale, 1.0 / self->node_scale);
  cairo_set_source_surface (cr, tile->show, tile->rect.x, tile->rect.y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);

  return node;
}

static GskRenderNode *
new_pixels (const GenuFrame *self)
{
  guint n = (guint) (self->cols * self->rows);
  g_autofree GskRenderNode **nodes = g_new (GskRenderNode *, n);
  GskRenderNode *pixels;

  for (guint i = 0; i < n; i++)
    nodes[i] = new_tile_node (self, &self->tiles[i]);
  pixels = gsk_container_node_new (nodes, n);
  for (guint i = 0; i < n; i++)
    gsk_render_node_unref (nodes[i]);

  return pixels;
}

/* Where a tile was written again in the same place, the colour tells the new mark from the old. */
static void
renew_mark (const GenuFrame *self,
            GenuTile        *tile)
{
  GdkRGBA invisible = { self->odd ? 1 : 0, 0, 0, 0 };
  graphene_rect_t bounds = get_bounds (self, &tile->written);

  if (tile->mark != NULL && tile->written.width == 0)
    return;
  g_clear_pointer (&tile->mark, gsk_render_node_unref);
  tile->mark = gsk_color_node_new (&invisible, &bounds);
  tile->written = (cairo_rectangle_int_t) { 0, 0, 0, 0 };
}

static void
forget_nodes (GenuFrame *self)
{
  g_clear_pointer (&self->pixels, gsk_render_node_unref);
  for (int i = 0; i < self->cols * self->rows; i++)
    g_clear_pointer (&self->tiles[i].mark, gsk_render_node_unref);
}

/**
 * genu_frame_dup_node:
 * @self: a frame
 * @scale_factor: device pixels of one logical pixel
 *
 * Returns: (transfer full): what paints the frame as it is when it is drawn; compared with the node
 *   of the last call, it differs just where the frame was written in between
 */
GskRenderNode *
genu_frame_dup_node (GenuFrame *self,
                     int        scale_factor)
{
  guint n = (guint) (self->cols * self->rows);
  g_autofree GskRenderNode **nodes = g_new (GskRenderNode *, n + 1);

  if (self->node_scale != scale_factor)
    forget_nodes (self);
  self->node_scale = scale_factor;
  self->odd = !self->odd;

  if (self->pixels == NULL)
    self->pixels = new_pixels (self);
  nodes[0] = self->pixels;
  for (guint i = 0; i < n; i++)
    {
      renew_mark (self, &self->tiles[i]);
      nodes[i + 1] = self->tiles[i].mark;
    }
  return gsk_container_node_new (nodes, n + 1);
}
