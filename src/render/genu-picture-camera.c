/* SPDX-License-Identifier: GPL-3.0-or-later */

/* While the view moves, the last frame is put where the new view wants it, as one picture: without
 * a GPU nothing else is quick enough.  Where it does not reach, an older frame of a wider view
 * stands in.  Large pictures are painted in two bands, one by a second thread. */

#include "config.h"

#include "genu-picture-private.h"

/* Pixels from which a second thread is worth its while. */
#define LARGE (1024 * 1024)

typedef struct
{
  const GenuPicture *picture;
  GenuMatrix         from_frame;    /* from the frame's pixels to the target's */
  GenuMatrix         from_backdrop;
  gboolean           use_frame;
  gboolean           use_backdrop;
  int                top;           /* rows of `shown` to paint */
  int                bottom;
  GMutex            *mutex;
  GCond             *cond;
  gboolean          *done;          /* under mutex */
} Band;

/* cairo's image surfaces may not be used by two threads at once: each makes its own on the same
 * pixels. */
static cairo_surface_t *
view_pixels (cairo_surface_t *surface,
             int              top,
             int              bottom)
{
  int stride = cairo_image_surface_get_stride (surface);

  return cairo_image_surface_create_for_data (
    cairo_image_surface_get_data (surface) + (gsize) top * (gsize) stride, CAIRO_FORMAT_ARGB32,
    cairo_image_surface_get_width (surface), bottom - top, stride);
}

static void
paint_moved (cairo_t          *cr,
             cairo_surface_t  *pixels,
             const GenuMatrix *delta,
             int               top)
{
  g_autoptr(GenuSurface) source = view_pixels (pixels, 0, cairo_image_surface_get_height (pixels));
  cairo_matrix_t matrix;

  cairo_save (cr);
  cairo_matrix_init (&matrix, delta->a, delta->b, delta->c, delta->d, delta->e, delta->f - top);
  cairo_set_matrix (cr, &matrix);
  cairo_set_source_surface (cr, source, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
paint_band (Band *band)
{
  const GenuPicture *self = band->picture;
  g_autoptr(GenuSurface) target = view_pixels (self->shown->surface, band->top, band->bottom);
  g_autoptr(GenuCairo) cr = cairo_create (target);

  cairo_set_source_rgb (cr, self->ground[0], self->ground[1], self->ground[2]);
  cairo_paint (cr);
  if (band->use_backdrop)
    paint_moved (cr, self->backdrop, &band->from_backdrop, band->top);
  if (band->use_frame)
    paint_moved (cr, self->frame->surface, &band->from_frame, band->top);
  cairo_surface_flush (target);
}

static void
on_band (gpointer data,
         gpointer user_data)
{
  Band *band = data;

  paint_band (band);
  g_mutex_lock (band->mutex);
  *band->done = TRUE;
  g_cond_signal (band->cond);
  g_mutex_unlock (band->mutex);
}

static gpointer
new_band_thread (gpointer data)
{
  return g_thread_pool_new (on_band, NULL, 1, FALSE, NULL);
}

static void
paint_in_two (Band *whole)
{
  static GOnce once = G_ONCE_INIT;
  GThreadPool *helper = g_once (&once, new_band_thread, NULL);
  Band upper = *whole, lower = *whole;
  gboolean done = FALSE;
  GMutex mutex;
  GCond cond;

  g_mutex_init (&mutex);
  g_cond_init (&cond);
  upper.bottom = lower.top = (whole->top + whole->bottom) / 2;
  lower.mutex = &mutex;
  lower.cond = &cond;
  lower.done = &done;
  g_thread_pool_push (helper, &lower, NULL);
  paint_band (&upper);

  g_mutex_lock (&mutex);
  while (!done)
    g_cond_wait (&cond, &mutex);
  g_mutex_unlock (&mutex);
  g_mutex_clear (&mutex);
  g_cond_clear (&cond);
}

/* Whether a picture of width x height pixels, put by @delta, fills the window. */
static gboolean
fills (const GenuPicture *self,
       int                width,
       int                height,
       const GenuMatrix  *delta)
{
  GenuRect rect = { 0, 0, width, height };

  if (delta->b != 0 || delta->c != 0)
    return FALSE;
  rect = genu_matrix_map_rect (delta, &rect);
  return rect.x <= 0 && rect.y <= 0 && rect.x + rect.width >= self->width
         && rect.y + rect.height >= self->height;
}

static gboolean
get_move (const GenuPicture *self,
          const GenuMatrix  *view,
          GenuMatrix        *out_delta)
{
  GenuMatrix inverse;

  if (!genu_matrix_invert (view, &inverse))
    return FALSE;
  *out_delta = genu_matrix_multiply (&self->target, &inverse);
  return TRUE;
}

static void
paint_shown (GenuPicture *self)
{
  Band band = { .picture = self, .top = 0, .bottom = self->height };

  band.use_frame = self->frame != NULL && get_move (self, &self->view, &band.from_frame);
  band.use_backdrop = self->backdrop != NULL
                      && get_move (self, &self->backdrop_view, &band.from_backdrop)
                      && !(band.use_frame
                           && fills (self, self->frame->width, self->frame->height,
                                     &band.from_frame));
  cairo_surface_flush (self->shown->surface);
  if (self->frame != NULL)
    cairo_surface_flush (self->frame->surface);
  if ((gint64) self->width * self->height >= LARGE)
    paint_in_two (&band);
  else
    paint_band (&band);
  cairo_surface_mark_dirty (self->shown->surface);
  for (int i = 0; i < self->shown->cols * self->shown->rows; i++)
    genu_tile_set_written (&self->shown->tiles[i], &self->shown->tiles[i].rect);
}

/* Paints the frame where the target view wants it, until it is drawn anew for that view. */
void
genu_picture_compose_shown (GenuPicture *self,
                            gboolean     frame_changed)
{
  if (self->shown == NULL || self->shown->width != self->width
      || self->shown->height != self->height)
    {
      g_clear_pointer (&self->shown, genu_frame_free);
      self->shown = genu_frame_new (self->width, self->height);
    }
  else if (!frame_changed && genu_matrix_equal (&self->shown_for, &self->target))
    return;

  self->shown_for = self->target;
  paint_shown (self);
}

static double
get_area_scale (const GenuMatrix *view)
{
  return ABS (view->a * view->d - view->b * view->c);
}

/* Called before the frame gives way to another view: a wider one is kept to stand in where the
 * next does not reach. */
void
genu_picture_keep_backdrop (GenuPicture *self)
{
  double now = get_area_scale (&self->goal);
  cairo_t *cr;

  if (self->backdrop != NULL && get_area_scale (&self->backdrop_view) >= now)
    g_clear_pointer (&self->backdrop, cairo_surface_destroy);
  if (self->frame == NULL || get_area_scale (&self->view) >= now
      || (self->backdrop != NULL
          && get_area_scale (&self->backdrop_view) <= get_area_scale (&self->view)))
    return;

  g_clear_pointer (&self->backdrop, cairo_surface_destroy);
  self->backdrop = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->frame->width,
                                               self->frame->height);
  self->backdrop_view = self->view;
  cr = cairo_create (self->backdrop);
  cairo_set_source_surface (cr, self->frame->surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}
