/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One large picture drawn by several workers.  The worker that has the job invites the others by
 * pushing the shares into the pool, and then draws share after share itself; an invited worker that
 * comes in time takes its shares from the same counter.  One that comes late finds none left.
 *
 * A picture whose text came in slices is shared by these: each is drawn on a surface of its own,
 * and they are laid one over the other in order, as soon as all below are there.  Any other is
 * shared by horizontal bands, each of which parses its own copy of the document: a handle must not
 * be shared. */

#include "config.h"

#include "genu-raster-shares.h"

#define N_BANDS 4

/* Bytes of a text from which its picture is drawn in bands. */
#define LARGE_TEXT (48 * 1024)

struct _GenuRasterShares
{
  int               ref_count; /* atomic */
  int               next;      /* atomic: the first share that nobody has taken */
  int               n_shares;
  const int        *cancelled; /* atomic: the job's */
  GMutex            mutex;
  GCond             cond;
  GPtrArray        *texts;     /* of GBytes: the slices, or one text for all bands; owned */
  char             *base_path; /* owned */
  cairo_surface_t  *surface;   /* borrowed from the owner, who waits for all shares */
  int               width;
  int               height;
  cairo_surface_t **slices;    /* under mutex: those drawn, not yet laid; NULL for bands */
  gboolean         *drawn;     /* under mutex */
  int               n_done;    /* under mutex: bands drawn, or slices laid */
};

/* A filter sees what lies round it, so that a picture with one cannot be cut. */
static gboolean
has_bands (const GenuRasterJob *job)
{
  gsize size;
  const char *text = g_bytes_get_data (job->svg, &size);

  return size >= LARGE_TEXT && job->raster->asked.height >= 2 * GENU_TILE_SIDE
         && g_strstr_len (text, (gssize) size, "filter") == NULL;
}

GenuRasterShares *
genu_raster_shares_new (const GenuRasterJob *job,
                        cairo_surface_t     *surface)
{
  gboolean is_sliced = job->overlays != NULL;
  GenuRasterShares *self;

  if (!is_sliced && !has_bands (job))
    return NULL;

  self = g_new0 (GenuRasterShares, 1);
  self->ref_count = 1;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->cancelled = &job->cancelled;
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_ptr_array_add (self->texts, g_bytes_ref (job->svg));
  for (guint i = 0; is_sliced && i < job->overlays->len; i++)
    g_ptr_array_add (self->texts, g_bytes_ref (job->overlays->pdata[i]));
  self->base_path = g_strdup (job->base_path);
  self->surface = surface;
  self->width = cairo_image_surface_get_width (surface);
  self->height = cairo_image_surface_get_height (surface);
  self->n_shares = is_sliced ? (int) self->texts->len : N_BANDS;
  if (is_sliced)
    self->slices = g_new0 (cairo_surface_t *, self->n_shares);
  self->drawn = g_new0 (gboolean, self->n_shares);
  cairo_surface_flush (surface);
  return self;
}

GenuRasterShares *
genu_raster_shares_ref (GenuRasterShares *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
genu_raster_shares_unref (GenuRasterShares *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_ptr_array_unref (self->texts);
  g_free (self->base_path);
  g_free (self->slices);
  g_free (self->drawn);
  g_free (self);
}

static void
draw_band (GenuRasterShares *self,
           int               index)
{
  int stride = cairo_image_surface_get_stride (self->surface);
  int top = self->height * index / N_BANDS, bottom = self->height * (index + 1) / N_BANDS;
  guchar *data = cairo_image_surface_get_data (self->surface);
  cairo_surface_t *band;
  cairo_t *cr;

  if (bottom <= top)
    return;
  band = cairo_image_surface_create_for_data (data + (gsize) top * (gsize) stride,
                                              CAIRO_FORMAT_ARGB32, self->width, bottom - top,
                                              stride);
  cr = cairo_create (band);
  cairo_translate (cr, 0, -top);
  genu_raster_draw_svg (self->texts->pdata[0], self->base_path, cr, self->width, self->height,
                        NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (band);
}

/* The lowest slice goes onto the ground itself. */
static cairo_surface_t *
draw_slice (GenuRasterShares *self,
            int               index)
{
  cairo_surface_t *slice = index == 0
                             ? cairo_surface_reference (self->surface)
                             : cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width,
                                                           self->height);
  cairo_t *cr = cairo_create (slice);

  genu_raster_draw_svg (self->texts->pdata[index], self->base_path, cr, self->width, self->height,
                        NULL);
  cairo_destroy (cr);
  return slice;
}

/* With the mutex held. */
static void
lay_slices (GenuRasterShares *self)
{
  for (; self->n_done < self->n_shares && self->drawn[self->n_done]; self->n_done++)
    {
      cairo_surface_t *slice = self->slices[self->n_done];

      if (slice != NULL && slice != self->surface)
        {
          cairo_t *cr = cairo_create (self->surface);

          cairo_set_source_surface (cr, slice, 0, 0);
          cairo_paint (cr);
          cairo_destroy (cr);
        }
      g_clear_pointer (&self->slices[self->n_done], cairo_surface_destroy);
    }
}

static void
draw_share (GenuRasterShares *self,
            int               index)
{
  cairo_surface_t *slice = NULL;

  if (!g_atomic_int_get (self->cancelled))
    {
      if (self->slices != NULL)
        slice = draw_slice (self, index);
      else
        draw_band (self, index);
    }

  g_mutex_lock (&self->mutex);
  self->drawn[index] = TRUE;
  if (self->slices != NULL)
    {
      self->slices[index] = slice;
      lay_slices (self);
    }
  else
    self->n_done++;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
genu_raster_shares_help (GenuRasterShares *self)
{
  int index;

  while ((index = g_atomic_int_add (&self->next, 1)) < self->n_shares)
    draw_share (self, index);
}

void
genu_raster_shares_end (GenuRasterShares *self)
{
  genu_raster_shares_help (self);
  g_mutex_lock (&self->mutex);
  while (self->n_done < self->n_shares)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  cairo_surface_mark_dirty (self->surface);
}
