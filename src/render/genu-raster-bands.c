/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One large picture drawn by several workers.  The worker that has the job invites the others by
 * pushing the bands into the pool, and then draws band after band itself; an invited worker that
 * comes in time takes its bands from the same counter.  One that comes late finds none left.  Each
 * band parses its own copy of the document: a handle must not be shared. */

#include "config.h"

#include "genu-raster-bands.h"

#define N_BANDS 4

struct _GenuRasterBands
{
  int              ref_count; /* atomic */
  int              next;      /* atomic: the first band that nobody has taken */
  int              n_done;    /* under mutex */
  GMutex           mutex;
  GCond            cond;
  GBytes          *svg;       /* owned */
  char            *base_path; /* owned */
  cairo_surface_t *surface;   /* borrowed from the owner, who waits for all bands */
};

GenuRasterBands *
genu_raster_bands_ref (GenuRasterBands *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
genu_raster_bands_unref (GenuRasterBands *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_bytes_unref (self->svg);
  g_free (self->base_path);
  g_free (self);
}

static void
draw_band (GenuRasterBands *self,
           int              index)
{
  int width = cairo_image_surface_get_width (self->surface);
  int height = cairo_image_surface_get_height (self->surface);
  int stride = cairo_image_surface_get_stride (self->surface);
  int top = height * index / N_BANDS, bottom = height * (index + 1) / N_BANDS;
  guchar *data = cairo_image_surface_get_data (self->surface);
  g_autoptr(GenuSurface) band = NULL;
  g_autoptr(GenuCairo) cr = NULL;

  if (bottom <= top)
    return;
  band = cairo_image_surface_create_for_data (data + (gsize) top * (gsize) stride,
                                              CAIRO_FORMAT_ARGB32, width, bottom - top, stride);
  cr = cairo_create (band);
  cairo_translate (cr, 0, -top);
  genu_raster_draw_svg (self->svg, self->base_path, cr, width, height, NULL);
  cairo_surface_flush (band);
}

GenuRasterBands *
genu_raster_bands_new (GBytes          *svg,
                       const char      *base_path,
                       cairo_surface_t *surface)
{
  GenuRasterBands *self = g_new0 (GenuRasterBands, 1);

  self->ref_count = 1;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->svg = g_bytes_ref (svg);
  self->base_path = g_strdup (base_path);
  self->surface = surface;
  cairo_surface_flush (surface);
  return self;
}

void
genu_raster_bands_help (GenuRasterBands *self)
{
  int index;

  while ((index = g_atomic_int_add (&self->next, 1)) < N_BANDS)
    {
      draw_band (self, index);
      g_mutex_lock (&self->mutex);
      self->n_done++;
      g_cond_signal (&self->cond);
      g_mutex_unlock (&self->mutex);
    }
}

void
genu_raster_bands_end (GenuRasterBands *self)
{
  genu_raster_bands_help (self);
  g_mutex_lock (&self->mutex);
  while (self->n_done < N_BANDS)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  cairo_surface_mark_dirty (self->surface);
}
