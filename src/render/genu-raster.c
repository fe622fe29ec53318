/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawing mini documents in worker threads.  Each job parses its own document: a librsvg handle
 * must never be shared by two threads.  Pictures are cut to their ink afterwards: bounds from
 * attributes are safe but wide. */

#include "config.h"

#include "genu-raster-shares.h"

#include <string.h>
#include <time.h>

#include <gdk/gdk.h>
#include <gio/gio.h>
#include <librsvg/rsvg.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Two: what the smallest machine has.  More would take memory for surfaces without helping a
 * picture that is mostly held. */
#define N_THREADS 2

typedef RsvgHandle GenuHandle;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuHandle, g_object_unref)

/* CSS's inch, on which mm and pt rest. */
#define DPI 96

/* Pictures larger than this leave so much free in the heap that it is given back. */
#define LARGE_PIXELS (512 * 1024)

/* What waits in the pool: a job, or an invitation to help with one that is under way. */
typedef struct
{
  int              urgency;
  GenuRasterJob   *job;   /* owned, or NULL: */
  GenuRasterShares *shares; /* owned */
} PoolItem;

struct _GenuRasterPool
{
  GThreadPool *threads;
  GMutex       mutex;
  GCond        cond;
  GQueue       finished;  /* of GenuRasterJob; under mutex */
  guint        n_running; /* pushed and not yet finished; under mutex */
  gboolean     untidy;    /* a large picture was drawn since pages were given back; under mutex */
  guint        wake_id;   /* idle source on its way, 0 when none; under mutex */
  GMainContext *context;
  GSourceFunc  wake;
  gpointer     user_data;
};

GenuRaster *
genu_raster_ref (GenuRaster *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
genu_raster_unref (GenuRaster *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  for (int i = 0; self->tiles != NULL && i < self->cols * self->rows; i++)
    g_clear_pointer (&self->tiles[i].surface, cairo_surface_destroy);
  g_free (self->tiles);
  g_clear_object (&self->texture);
  g_free (self);
}

gboolean
genu_raster_get_delta (const GenuRaster *self,
                       const GenuMatrix *matrix,
                       GenuMatrix       *out_delta)
{
  GenuMatrix inverse;

  if (!genu_matrix_invert (&self->matrix, &inverse))
    return FALSE;
  *out_delta = genu_matrix_multiply (matrix, &inverse);
  return TRUE;
}

void
genu_raster_job_free (GenuRasterJob *job)
{
  if (job == NULL)
    return;
  genu_raster_unref (job->raster);
  g_bytes_unref (job->svg);
  g_clear_pointer (&job->overlays, g_ptr_array_unref);
  g_free (job->base_path);
  g_free (job);
}

/**
 * genu_raster_draw_svg:
 * @svg: SVG text
 * @base_path: (nullable): path of the file that relative links refer to
 * @cr: a context
 * @width: of the document's viewport
 * @height: likewise
 * @error: return location for a #GError
 *
 * Returns: whether librsvg could read and draw it
 */
gboolean
genu_raster_draw_svg (GBytes      *svg,
                      const char  *base_path,
                      cairo_t     *cr,
                      int          width,
                      int          height,
                      GError     **error)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (svg);
  g_autoptr(GFile) base = base_path != NULL ? g_file_new_for_path (base_path) : NULL;
  g_autoptr(GenuHandle) handle = NULL;
  RsvgRectangle viewport = { 0, 0, width, height };

  handle = rsvg_handle_new_from_stream_sync (stream, base, RSVG_HANDLE_FLAG_UNLIMITED, NULL, error);
  if (handle == NULL)
    return FALSE;
  rsvg_handle_set_dpi (handle, DPI);
  return rsvg_handle_render_document (handle, cr, &viewport, error);
}

/* Bounding box, inside @part, of the pixels that are not fully transparent; empty when there are
 * none. */
static cairo_rectangle_int_t
find_ink (cairo_surface_t             *surface,
          const cairo_rectangle_int_t *part)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int left = part->x + part->width, right = -1, top = -1, bottom = -1;

  for (int y = part->y; y < part->y + part->height; y++)
    {
      const guint32 *line = (const guint32 *) (const void *) (data + (gsize) y * (gsize) stride);
      int x = part->x, last = part->x + part->width - 1;

      while (x <= last && line[x] == 0)
        x++;
      if (x > last)
        continue;
      while (line[last] == 0)
        last--;
      left = MIN (left, x);
      right = MAX (right, last);
      bottom = y;
      if (top < 0)
        top = y;
    }

  if (bottom < 0)
    return (cairo_rectangle_int_t) { 0, 0, 0, 0 };
  return (cairo_rectangle_int_t) { left, top, right - left + 1, bottom - top + 1 };
}

/* A copy of part of a surface, which may reach beyond it. */
static cairo_surface_t *
copy_part (cairo_surface_t             *from,
           const cairo_rectangle_int_t *part)
{
  cairo_surface_t *copy = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, part->width,
                                                      part->height);
  int stride = cairo_image_surface_get_stride (from);
  int to_stride = cairo_image_surface_get_stride (copy);
  const guchar *source = cairo_image_surface_get_data (from);
  guchar *target = cairo_image_surface_get_data (copy);
  int width = cairo_image_surface_get_width (from), height = cairo_image_surface_get_height (from);
  int x0 = MAX (part->x, 0), x1 = MIN (part->x + part->width, width);
  int y0 = MAX (part->y, 0), y1 = MIN (part->y + part->height, height);

  cairo_surface_flush (copy);
  for (int y = y0; y < y1 && x1 > x0; y++)
    memcpy (target + (gsize) (y - part->y) * (gsize) to_stride + (gsize) (x0 - part->x) * 4,
            source + (gsize) y * (gsize) stride + (gsize) x0 * 4, (gsize) (x1 - x0) * 4);
  cairo_surface_mark_dirty (copy);
  return copy;
}

static int
floor_div (int a,
           int b)
{
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

static void
keep_tile (GenuRaster                  *raster,
           int                          index,
           cairo_surface_t             *surface,
           const cairo_rectangle_int_t *ink)
{
  cairo_rectangle_int_t part = {
    (raster->col + index % raster->cols) * GENU_TILE_SIDE - raster->asked.x,
    (raster->row + index / raster->cols) * GENU_TILE_SIDE - raster->asked.y,
    GENU_TILE_SIDE, GENU_TILE_SIDE,
  };
  GenuRasterTile *tile = &raster->tiles[index];

  if (!gdk_rectangle_intersect (&part, ink, &part))
    return;
  part = find_ink (surface, &part);
  if (part.width == 0)
    return;
  tile->surface = copy_part (surface, &part);
  tile->x = raster->asked.x + part.x;
  tile->y = raster->asked.y + part.y;
  raster->bytes += (gsize) part.width * (gsize) part.height * 4;
}

static void
keep_tiles (GenuRaster            *raster,
            cairo_surface_t       *surface,
            cairo_rectangle_int_t  ink)
{
  int x0 = raster->asked.x + ink.x, y0 = raster->asked.y + ink.y;

  raster->col = floor_div (x0, GENU_TILE_SIDE);
  raster->row = floor_div (y0, GENU_TILE_SIDE);
  raster->cols = floor_div (x0 + ink.width - 1, GENU_TILE_SIDE) - raster->col + 1;
  raster->rows = floor_div (y0 + ink.height - 1, GENU_TILE_SIDE) - raster->row + 1;
  raster->tiles = g_new0 (GenuRasterTile, raster->cols * raster->rows);
  for (int i = 0; i < raster->cols * raster->rows; i++)
    keep_tile (raster, i, surface, &ink);
}

/* Keeps a pixel of nothing round the ink, so that a picture moved by a fraction of a pixel has soft
 * edges. */
static void
keep_surface (GenuRaster            *raster,
              cairo_surface_t       *surface,
              cairo_rectangle_int_t  ink)
{
  cairo_rectangle_int_t part = { ink.x - 1, ink.y - 1, ink.width + 2, ink.height + 2 };

  raster->rect = (cairo_rectangle_int_t) { raster->asked.x + part.x, raster->asked.y + part.y,
                                           part.width, part.height };
  raster->surface = copy_part (surface, &part);
  raster->bytes = (gsize) part.width * (gsize) part.height * 4;
}

static double
get_thread_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
push_item (GenuRasterPool   *self,
           int               urgency,
           GenuRasterJob    *job,
           GenuRasterShares *shares)
{
  PoolItem *item = g_new (PoolItem, 1);

  *item = (PoolItem) { urgency, job, shares };
  g_thread_pool_push (self->threads, item, NULL);
}

/* A picture that librsvg refuses stays empty: the rest of the drawing is still shown. */
static void
draw_pixels (GenuRasterPool      *self,
             const GenuRasterJob *job,
             cairo_surface_t     *surface)
{
  GenuRasterShares *shares = genu_raster_shares_new (job, surface);
  cairo_t *cr;

  if (shares != NULL)
    {
      push_item (self, G_MAXINT, NULL, genu_raster_shares_ref (shares));
      genu_raster_shares_end (shares);
      genu_raster_shares_unref (shares);
      return;
    }
  cr = cairo_create (surface);
  genu_raster_draw_svg (job->svg, job->base_path, cr, job->raster->asked.width,
                        job->raster->asked.height, NULL);
  cairo_destroy (cr);
}

static void
paint_ground (const GenuRasterJob *job,
              cairo_surface_t     *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, job->ground[0], job->ground[1], job->ground[2]);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
draw_job (GenuRasterPool *self,
          GenuRasterJob  *job)
{
  GenuRaster *raster = job->raster;
  int width = raster->asked.width, height = raster->asked.height;
  g_autoptr(GenuSurface) surface = NULL;
  cairo_rectangle_int_t ink = { 0, 0, width, height };

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return;
  if (job->opaque)
    paint_ground (job, surface);
  draw_pixels (self, job, surface);
  cairo_surface_flush (surface);

  ink = find_ink (surface, &ink);
  if (ink.width == 0)
    return;
  if (job->tiled)
    keep_tiles (raster, surface, ink);
  else
    keep_surface (raster, surface, ink);
}

/* Clears the note first: a job that ends meanwhile asks again. */
static gboolean
on_idle (gpointer user_data)
{
  GenuRasterPool *self = user_data;

  g_mutex_lock (&self->mutex);
  self->wake_id = 0;
  g_mutex_unlock (&self->mutex);
  self->wake (self->user_data);
  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static void
schedule_wake (GenuRasterPool *self)
{
  GSource *source;

  if (self->wake_id != 0)
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_idle, self, NULL);
  self->wake_id = g_source_attach (source, self->context);
  g_source_unref (source);
}

/* A large picture, with filters above all, leaves tens of megabytes free in the heap. */
static void
return_free_pages (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static void
run_job (GenuRasterPool *self,
         GenuRasterJob  *job)
{
  double start = get_thread_seconds ();
  gboolean large = (gint64) job->raster->asked.width * job->raster->asked.height > LARGE_PIXELS;
  gboolean tidy;

  if (!g_atomic_int_get (&job->cancelled))
    draw_job (self, job);
  job->cost = get_thread_seconds () - start;

  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->finished, job);
  self->n_running--;
  self->untidy = self->untidy || large;
  tidy = self->untidy && self->n_running == 0;
  if (tidy)
    self->untidy = FALSE;
  schedule_wake (self);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);

  if (tidy)
    return_free_pages ();
}

static void
run_item (gpointer data,
          gpointer user_data)
{
  PoolItem *item = data;

  if (item->shares != NULL)
    {
      genu_raster_shares_help (item->shares);
      genu_raster_shares_unref (item->shares);
    }
  else
    run_job (user_data, item->job);
  g_free (item);
}

static int
compare_urgency (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  int ua = ((const PoolItem *) a)->urgency, ub = ((const PoolItem *) b)->urgency;

  return ua > ub ? -1 : ua < ub;
}

/* GTK paints each frame into a new block as large as what is damaged.  From the system such a block
 * comes in empty pages, and making them costs as much as all else in the frame; from the heap it
 * costs next to nothing.  What librsvg leaves free there is given back by return_free_pages(); with
 * one heap for all workers there is less of it. */
static void
keep_large_blocks (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, 16 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 16 * 1024 * 1024);
  mallopt (M_ARENA_MAX, 2);
#endif
}

GenuRasterPool *
genu_raster_pool_new (GSourceFunc wake,
                      gpointer    user_data)
{
  GenuRasterPool *self = g_new0 (GenuRasterPool, 1);

  keep_large_blocks ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->finished);
  self->wake = wake;
  self->user_data = user_data;
  self->context = g_main_context_ref_thread_default ();
  self->threads = g_thread_pool_new (run_item, self, N_THREADS, FALSE, NULL);
  g_thread_pool_set_sort_function (self->threads, compare_urgency, NULL);
  return self;
}

/* Waits for what is being drawn; what is only queued must have been cancelled by the owner to end
 * soon. */
void
genu_raster_pool_free (GenuRasterPool *self)
{
  if (self == NULL)
    return;
  g_thread_pool_free (self->threads, FALSE, TRUE);
  if (self->wake_id != 0)
    {
      GSource *source = g_main_context_find_source_by_id (self->context, self->wake_id);

      if (source != NULL)
        g_source_destroy (source);
    }
  g_queue_clear_full (&self->finished, (GDestroyNotify) genu_raster_job_free);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

void
genu_raster_pool_push (GenuRasterPool *self,
                       GenuRasterJob  *job)
{
  g_mutex_lock (&self->mutex);
  self->n_running++;
  g_mutex_unlock (&self->mutex);
  push_item (self, job->urgency, job, NULL);
}

/* Waits with the mutex held until a job has finished, the time is over or nothing is under way. */
static void
wait_for_job (GenuRasterPool *self,
              gint64          patience)
{
  gint64 end = g_get_monotonic_time () + patience;

  while (g_queue_is_empty (&self->finished) && self->n_running > 0)
    if (patience < 0)
      g_cond_wait (&self->cond, &self->mutex);
    else if (patience == 0 || !g_cond_wait_until (&self->cond, &self->mutex, end))
      return;
}

guint
genu_raster_pool_collect (GenuRasterPool *self,
                          gint64          patience,
                          GenuRasterFunc  func,
                          gpointer        user_data)
{
  GQueue finished;
  GenuRasterJob *job;
  guint n = 0;

  g_mutex_lock (&self->mutex);
  wait_for_job (self, patience);
  finished = self->finished;
  g_queue_init (&self->finished);
  g_mutex_unlock (&self->mutex);

  for (; (job = g_queue_pop_head (&finished)) != NULL; n++)
    func (job, user_data);
  return n;
}
