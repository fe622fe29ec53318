/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Putting layers one over the other.  Only damaged parts of tiles are composed.  In a tile that is
 * damaged again and again the layers that do not change are flattened into runs ("spans"), so that
 * the price of a frame is that of what moves, however many layers lie under and over it. */

#include "config.h"

#include <math.h>

#include "genu-picture-private.h"
#include "genu-resample.h"

/* Frames after which a layer that changed counts as still again: spans that hold it may form. */
#define STILL_AFTER 12

/* Frames between two damages of a tile for it to be worth flattening runs there. */
#define WARM_FOR 4

/* Spans of one tile: each takes the memory of a tile. */
#define MAX_SPANS 8

void
genu_drawn_clear (GenuDrawn *drawn)
{
  g_clear_pointer (&drawn->raster, genu_raster_unref);
  g_clear_pointer (&drawn->node, gsk_render_node_unref);
  drawn->bounds = (cairo_rectangle_int_t) { 0, 0, 0, 0 };
}

static gboolean
has_pixels (const GenuRaster *raster)
{
  return raster != NULL && (raster->surface != NULL || raster->tiles != NULL);
}

static cairo_rectangle_int_t
get_bounds (const GenuRaster *raster,
            const GenuMatrix *delta)
{
  GenuRect rect = { raster->rect.x, raster->rect.y, raster->rect.width, raster->rect.height };
  int x0, y0;

  if (raster->tiles != NULL)
    return (cairo_rectangle_int_t) { raster->col * GENU_TILE_SIDE, raster->row * GENU_TILE_SIDE,
                                     raster->cols * GENU_TILE_SIDE,
                                     raster->rows * GENU_TILE_SIDE };
  rect = genu_matrix_map_rect (delta, &rect);
  x0 = (int) floor (CLAMP (rect.x, -1e8, 1e8)) - 1;
  y0 = (int) floor (CLAMP (rect.y, -1e8, 1e8)) - 1;
  return (cairo_rectangle_int_t) { x0, y0,
                                   (int) ceil (CLAMP (rect.x + rect.width, -1e8, 1e8)) + 1 - x0,
                                   (int) ceil (CLAMP (rect.y + rect.height, -1e8, 1e8)) + 1 - y0 };
}

/* What the frame should show of a layer now. */
static GenuDrawn
get_wanted (const GenuPicture    *self,
            const GenuLayerState *state)
{
  GenuDrawn wanted = { NULL, GENU_MATRIX_IDENTITY, state->place.opacity, { 0, 0, 0, 0 } };
  GenuMatrix matrix = genu_matrix_multiply (&self->view, &state->place.matrix);

  if (!state->place.visible || !has_pixels (state->raster)
      || !genu_raster_get_delta (state->raster, &matrix, &wanted.delta))
    return wanted;
  wanted.raster = state->raster;
  wanted.bounds = get_bounds (state->raster, &wanted.delta);
  return wanted;
}

static void
damage (GenuPicture                 *self,
        guint                        layer,
        const cairo_rectangle_int_t *rect)
{
  int col0, row0, col1, row1;

  if (!genu_frame_get_range (self->frame, rect, &col0, &row0, &col1, &row1))
    return;
  genu_frame_damage (self->frame, rect);
  for (int row = row0; row <= row1; row++)
    for (int col = col0; col <= col1; col++)
      genu_tile_drop_spans (&self->frame->tiles[row * self->frame->cols + col], layer);
}

static void
update_drawn (GenuPicture    *self,
              GenuLayerState *state)
{
  GenuDrawn wanted = get_wanted (self, state), *drawn = &state->drawn;

  if (wanted.raster == drawn->raster
      && (wanted.raster == NULL
          || (genu_matrix_equal (&wanted.delta, &drawn->delta)
              && fabs (wanted.opacity - drawn->opacity) < 1e-6)))
    return;

  damage (self, state->index, &drawn->bounds);
  damage (self, state->index, &wanted.bounds);
  if (wanted.raster != NULL)
    genu_raster_ref (wanted.raster);
  genu_drawn_clear (drawn);
  *drawn = wanted;
  state->changed_frame = self->n_frames;
}

static const GenuRasterTile *
get_raster_tile (const GenuRaster *raster,
                 const GenuTile   *tile)
{
  int col = tile->rect.x / GENU_TILE_SIDE - raster->col;
  int row = tile->rect.y / GENU_TILE_SIDE - raster->row;

  if (col < 0 || row < 0 || col >= raster->cols || row >= raster->rows)
    return NULL;
  return raster->tiles[row * raster->cols + col].surface != NULL
           ? &raster->tiles[row * raster->cols + col]
           : NULL;
}

/* The part of a tile on which a layer may have ink; FALSE when none. */
static gboolean
get_ink (const GenuLayerState  *state,
         const GenuTile        *tile,
         cairo_rectangle_int_t *out)
{
  const GenuRaster *raster = state->drawn.raster;
  const GenuRasterTile *piece;

  if (raster == NULL)
    return FALSE;
  if (raster->tiles == NULL)
    return gdk_rectangle_intersect (&state->drawn.bounds, &tile->rect, out);

  piece = get_raster_tile (raster, tile);
  if (piece == NULL)
    return FALSE;
  *out = (cairo_rectangle_int_t) { piece->x, piece->y,
                                   cairo_image_surface_get_width (piece->surface),
                                   cairo_image_surface_get_height (piece->surface) };
  return TRUE;
}

static gboolean
lies_on_tile (const GenuLayerState *state,
              const GenuTile       *tile)
{
  cairo_rectangle_int_t ink;

  return get_ink (state, tile, &ink);
}

/* A matrix that moves by whole pixels takes a plain copy: no filter can blur it. */
static gboolean
is_whole_move (const GenuMatrix *delta)
{
  return fabs (delta->a - 1) < 1e-6 && fabs (delta->d - 1) < 1e-6 && fabs (delta->b) < 1e-6
         && fabs (delta->c) < 1e-6 && fabs (delta->e - round (delta->e)) < 1.0 / 64
         && fabs (delta->f - round (delta->f)) < 1.0 / 64;
}

/* cairo is quick where it need not turn or skew. */
static gboolean
is_turned (const GenuMatrix *delta)
{
  return fabs (delta->b) >= 1e-6 || fabs (delta->c) >= 1e-6;
}

/* What is painted on: the frame, or a span. */
typedef struct
{
  cairo_t              *cr;      /* in pixels of the frame, clipped */
  cairo_surface_t      *surface; /* the same pixels, ARGB32 */
  int                   x;       /* the place of the first of them on the frame */
  int                   y;
  cairo_rectangle_int_t clip;    /* what may be written, in pixels of the frame */
} GenuCanvas;

/* Paints a turned layer. */
static gboolean
resample_layer (const GenuCanvas *canvas,
                const GenuDrawn  *drawn)
{
  const GenuRaster *raster = drawn->raster;
  GenuMatrix from = { 1, 0, 0, 1, raster->rect.x, raster->rect.y };
  GenuMatrix matrix = genu_matrix_multiply (&drawn->delta, &from);
  cairo_rectangle_int_t clip;
  gboolean done;

  if (!gdk_rectangle_intersect (&canvas->clip, &drawn->bounds, &clip))
    return TRUE;
  matrix.e -= canvas->x;
  matrix.f -= canvas->y;
  clip.x -= canvas->x;
  clip.y -= canvas->y;
  cairo_surface_flush (canvas->surface);
  done = genu_resample_over (canvas->surface, &clip, raster->surface, &matrix, drawn->opacity);
  cairo_surface_mark_dirty (canvas->surface);
  return done;
}

static void
set_moved_source (cairo_t         *cr,
                  const GenuDrawn *drawn)
{
  const GenuMatrix *delta = &drawn->delta;
  const GenuRaster *raster = drawn->raster;
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;

  if (is_whole_move (delta))
    {
      cairo_set_source_surface (cr, raster->surface, raster->rect.x + round (delta->e),
                                raster->rect.y + round (delta->f));
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      return;
    }

  pattern = cairo_pattern_create_for_surface (raster->surface);
  cairo_matrix_init (&matrix, delta->a, delta->b, delta->c, delta->d, delta->e, delta->f);
  cairo_matrix_translate (&matrix, raster->rect.x, raster->rect.y);
  if (cairo_matrix_invert (&matrix) == CAIRO_STATUS_SUCCESS)
    cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
paint_layer (const GenuCanvas *canvas,
             const GenuDrawn  *drawn,
             const GenuTile   *tile)
{
  cairo_t *cr = canvas->cr;

  if (drawn->raster->tiles != NULL)
    {
      const GenuRasterTile *piece = get_raster_tile (drawn->raster, tile);

      cairo_set_source_surface (cr, piece->surface, piece->x, piece->y);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
    }
  else if (is_turned (&drawn->delta) && resample_layer (canvas, drawn))
    return;
  else
    set_moved_source (cr, drawn);

  if (drawn->opacity >= 1)
    cairo_paint (cr);
  else
    cairo_paint_with_alpha (cr, drawn->opacity);
}

static gboolean
is_still (const GenuPicture    *self,
          const GenuLayerState *state)
{
  return state->changed_frame == 0 || self->n_frames - state->changed_frame > STILL_AFTER;
}

static GenuSpan *
find_span (GenuTile *tile,
           guint     first)
{
  for (guint i = 0; i < tile->spans->len; i++)
    if (g_array_index (tile->spans, GenuSpan, i).first == first)
      return &g_array_index (tile->spans, GenuSpan, i);
  return NULL;
}

/* The last layer of the longest run from @first on that stands still on the tile; the number of its
 * layers that have pixels there goes to *out_n. */
static guint
find_run (const GenuPicture *self,
          const GenuTile    *tile,
          guint              first,
          guint             *out_n)
{
  guint last = first, i;

  *out_n = 0;
  for (i = first; i < self->states->len; i++)
    {
      const GenuLayerState *state = genu_picture_get_state (self, i);
      gboolean there = lies_on_tile (state, tile);

      if (there && !is_still (self, state))
        break;
      *out_n += there;
      last = i;
    }
  return last;
}

static void
paint_ground (const GenuPicture *self,
              cairo_t           *cr)
{
  cairo_set_source_rgb (cr, self->ground[0], self->ground[1], self->ground[2]);
  cairo_paint (cr);
}

/* The part of the tile that the layers of a run touch. */
static cairo_rectangle_int_t
get_run_ink (const GenuPicture *self,
             const GenuTile    *tile,
             guint              first,
             guint              last)
{
  cairo_rectangle_int_t all = { 0, 0, 0, 0 }, ink;

  for (guint i = first; i <= last; i++)
    {
      if (!get_ink (genu_picture_get_state (self, i), tile, &ink))
        continue;
      if (all.width > 0)
        gdk_rectangle_union (&all, &ink, &all);
      else
        all = ink;
    }
  return all;
}

static void
paint_run (GenuPicture *self,
           GenuTile    *tile,
           GenuSpan    *span)
{
  cairo_rectangle_int_t ink = span->is_opaque ? tile->rect
                                              : get_run_ink (self, tile, span->first, span->last);
  g_autoptr(GenuCairo) cr = NULL;
  GenuCanvas canvas;

  span->x = ink.x;
  span->y = ink.y;
  span->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ink.width, ink.height);
  cr = cairo_create (span->surface);
  cairo_translate (cr, -ink.x, -ink.y);
  if (span->is_opaque)
    paint_ground (self, cr);
  canvas = (GenuCanvas) { cr, span->surface, ink.x, ink.y, ink };
  for (guint i = span->first; i <= span->last; i++)
    if (lies_on_tile (genu_picture_get_state (self, i), tile))
      paint_layer (&canvas, &genu_picture_get_state (self, i)->drawn, tile);
}

static GenuSpan *
add_span (GenuPicture *self,
          GenuTile    *tile,
          guint        first,
          guint        last,
          guint        n)
{
  GenuSpan span = { .first = first, .last = last, .is_opaque = first == 0 };
  guint at = 0;

  if (n > 0 || span.is_opaque)
    paint_run (self, tile, &span);
  while (at < tile->spans->len && g_array_index (tile->spans, GenuSpan, at).first < first)
    at++;
  g_array_insert_val (tile->spans, at, span);
  return &g_array_index (tile->spans, GenuSpan, at);
}

/* The span that begins at @first, made if that is worth it. */
static GenuSpan *
get_span (GenuPicture *self,
          GenuTile    *tile,
          guint        first,
          gboolean     is_warm)
{
  GenuSpan *span = find_span (tile, first);
  guint last, n;

  if (span != NULL || !is_warm)
    return span;
  if (tile->spans->len >= MAX_SPANS)
    return NULL;
  last = find_run (self, tile, first, &n);
  if (n < 2 && first > 0)
    return NULL;
  if (first == 0 && n == 0
      && lies_on_tile (genu_picture_get_state (self, 0), tile))
    return NULL;
  for (guint i = tile->spans->len; i > 0; i--)
    if (g_array_index (tile->spans, GenuSpan, i - 1).first > first
        && g_array_index (tile->spans, GenuSpan, i - 1).first <= last)
      g_array_remove_index (tile->spans, i - 1);
  return add_span (self, tile, first, last, n);
}

/* Opaque ones are copied, not blended. */
static void
paint_span (cairo_t        *cr,
            const GenuSpan *span)
{
  if (span->surface == NULL)
    return;
  cairo_set_operator (cr, span->is_opaque ? CAIRO_OPERATOR_SOURCE : CAIRO_OPERATOR_OVER);
  cairo_set_source_surface (cr, span->surface, span->x, span->y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

static void
compose_tile (GenuPicture *self,
              cairo_t     *cr,
              GenuTile    *tile)
{
  gboolean is_warm = tile->warm != 0 && self->n_frames - tile->warm <= WARM_FOR;
  GenuCanvas canvas = { cr, self->frame->surface, 0, 0, tile->damage };
  gboolean has_ground = FALSE;

  cairo_reset_clip (cr);
  cairo_rectangle (cr, tile->damage.x, tile->damage.y, tile->damage.width, tile->damage.height);
  cairo_clip (cr);

  for (guint i = 0; i < self->states->len; i++)
    {
      GenuSpan *span = get_span (self, tile, i, is_warm);
      const GenuLayerState *state = genu_picture_get_state (self, i);

      if (!has_ground && (span == NULL || !span->is_opaque))
        paint_ground (self, cr);
      has_ground = TRUE;
      if (span != NULL)
        {
          paint_span (cr, span);
          i = span->last;
        }
      else if (lies_on_tile (state, tile))
        paint_layer (&canvas, &state->drawn, tile);
    }
  if (!has_ground)
    paint_ground (self, cr);
  tile->warm = self->n_frames;
  genu_tile_set_written (tile, &tile->damage);
}

static void
compose_frame (GenuPicture *self)
{
  g_autoptr(GenuCairo) cr = NULL;

  for (guint i = 0; i < self->states->len; i++)
    update_drawn (self, genu_picture_get_state (self, i));
  genu_picture_show_flat (self);
  if (!genu_frame_is_damaged (self->frame))
    return;

  cr = cairo_create (self->frame->surface);
  for (int i = 0; i < self->frame->cols * self->frame->rows; i++)
    if (self->frame->tiles[i].damage.width > 0)
      compose_tile (self, cr, &self->frame->tiles[i]);
}

/* Brings the frame up to date.  What is put on screen is `shown` when there is one, else
 * `frame`. */
void
genu_picture_compose (GenuPicture *self)
{
  gboolean changed = FALSE;

  self->n_frames++;
  if (self->frame != NULL)
    {
      gint64 before = self->n_frames;

      compose_frame (self);
      for (guint i = 0; i < self->states->len && !changed; i++)
        changed = genu_picture_get_state (self, i)->changed_frame == before;
    }
  if (self->frame == NULL || !genu_matrix_equal (&self->view, &self->target)
      || self->frame->width != self->width || self->frame->height != self->height)
    genu_picture_compose_shown (self, changed);
  else
    g_clear_pointer (&self->shown, genu_frame_free);
}
