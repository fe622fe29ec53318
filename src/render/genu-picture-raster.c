/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which pictures are needed, and getting them.  Each layer has the picture that the frame shows
 * (`raster`, drawn for the frame's view) and, while the view is about to change, the one for the
 * view to come (`next`).  Finished pictures of layers whose pixels do not change are kept for the
 * next time the same view comes round, as long as there is room. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "genu-limits.h"
#include "genu-picture-private.h"

/* A place counts as the same when no pixel of the picture is off by more than this. */
#define PLACE_TOLERANCE (1.0 / 128)

/* Microseconds after which a layer that does not move any more is drawn at its place. */
#define REST_DELAY (50 * 1000)

/* Pictures of more pixels than this are drawn by several workers at once. */
#define SLICED_PIXELS (1024 * 1024)

/* Side of a picture that is drawn whole, in pixels; cairo's own limit is 32,767. */
#define MAX_SIDE 16384

/* Whether @delta moves a picture of @rect by whole pixels; @rect decides how far a small turn
 * carries. */
static gboolean
is_whole_shift (const GenuMatrix            *delta,
                const cairo_rectangle_int_t *rect)
{
  double reach = MAX (MAX (abs (rect->x), abs (rect->x + rect->width)),
                      MAX (abs (rect->y), abs (rect->y + rect->height)));
  double turn = MAX (MAX (fabs (delta->a - 1), fabs (delta->d - 1)),
                     MAX (fabs (delta->b), fabs (delta->c)));
  double x, y;

  if (turn * reach > PLACE_TOLERANCE)
    return FALSE;
  x = delta->e + (delta->a - 1) * rect->x + delta->c * rect->y;
  y = delta->f + (delta->d - 1) * rect->y + delta->b * rect->x;
  return fabs (x - round (x)) <= PLACE_TOLERANCE && fabs (y - round (y)) <= PLACE_TOLERANCE;
}

static GenuMatrix
get_device_matrix (const GenuLayerState *state,
                   const GenuMatrix     *view)
{
  return genu_matrix_multiply (view, &state->place.matrix);
}

/* The same at a fraction of the resolution. */
static GenuMatrix
reduce (const GenuMatrix *matrix,
        int               reduction)
{
  GenuMatrix shrink = { 1.0 / reduction, 0, 0, 1.0 / reduction, 0, 0 };

  return genu_matrix_multiply (&shrink, matrix);
}

static cairo_rectangle_int_t
round_out (const GenuRect *rect,
           double          margin)
{
  double x0 = CLAMP (floor (rect->x - margin), -1e8, 1e8);
  double y0 = CLAMP (floor (rect->y - margin), -1e8, 1e8);
  double x1 = CLAMP (ceil (rect->x + rect->width + margin), -1e8, 1e8);
  double y1 = CLAMP (ceil (rect->y + rect->height + margin), -1e8, 1e8);

  return (cairo_rectangle_int_t) { (int) x0, (int) y0, (int) (x1 - x0), (int) (y1 - y0) };
}

/* Bounds are asked for once as long as nothing repaints the layer. */
static gboolean
get_extents (GenuPicture    *self,
             GenuLayerState *state,
             GenuRect       *out_extents)
{
  if (!state->has_extents || state->extents_key != state->key)
    {
      state->extents_known = genu_scene_get_layer_extents (self->scene, state->layer,
                                                           &state->place, &state->extents);
      state->extents_key = state->key;
      state->has_extents = TRUE;
    }
  *out_extents = state->extents;
  return state->extents_known;
}

/* The pixels to draw for a layer now, under @view; FALSE when it has none.  A layer that only
 * composes is drawn whole, within reason, since it may move into the window. */
static gboolean
get_needed_rect (GenuPicture           *self,
                 GenuLayerState        *state,
                 const GenuMatrix      *view,
                 cairo_rectangle_int_t *out_rect,
                 gboolean              *out_is_whole)
{
  cairo_rectangle_int_t window = { 0, 0, self->width, self->height }, rect;
  GenuMatrix matrix = get_device_matrix (state, view);
  GenuRect extents;
  gboolean known = get_extents (self, state, &extents);
  gint64 pixels;

  *out_is_whole = FALSE;
  if (!known)
    {
      *out_rect = window;
      return TRUE;
    }
  if (extents.width <= 0 && extents.height <= 0)
    return FALSE;
  extents = genu_matrix_map_rect (&matrix, &extents);
  rect = round_out (&extents, 2);
  pixels = (gint64) rect.width * rect.height;
  *out_is_whole = rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= self->width
                  && rect.y + rect.height <= self->height;
  if (state->layer->kind == GENU_LAYER_COMPOSE && MAX (rect.width, rect.height) < MAX_SIDE
      && pixels <= MIN (2 * (gint64) self->width * self->height + 256 * 256,
                        GENU_LIMIT_TEXTURE_PIXELS))
    *out_is_whole = TRUE;
  *out_rect = rect;
  return *out_is_whole || gdk_rectangle_intersect (out_rect, &window, out_rect);
}

/* Whether @raster holds all that the window must show of the layer, apart from sharpness. */
static gboolean
covers (GenuPicture          *self,
        GenuLayerState       *state,
        const GenuRaster     *raster,
        const GenuMatrix     *view,
        const GenuMatrix     *delta)
{
  cairo_rectangle_int_t window = { 0, 0, self->width, self->height }, needed;
  GenuRect asked = { raster->asked.x, raster->asked.y, raster->asked.width, raster->asked.height };
  gboolean whole;

  if (raster->is_whole || !get_needed_rect (self, state, view, &needed, &whole)
      || !gdk_rectangle_intersect (&needed, &window, &needed))
    return TRUE;
  asked = genu_matrix_map_rect (delta, &asked);
  return asked.x <= needed.x + 1 && asked.y <= needed.y + 1
         && asked.x + asked.width >= needed.x + needed.width - 1
         && asked.y + asked.height >= needed.y + needed.height - 1;
}

/* Whether @raster shows the layer as it is now, sharply at its place; how much of it @raster holds
 * is another question. */
static gboolean
is_in_place (const GenuLayerState *state,
             const GenuRaster     *raster,
             const GenuMatrix     *matrix,
             GenuMatrix           *out_delta)
{
  if (raster->key != state->key)
    return FALSE;
  if (raster->reduction > 1)
    {
      GenuMatrix reduced = reduce (matrix, raster->reduction);

      *out_delta = (GenuMatrix) { raster->reduction, 0, 0, raster->reduction, 0, 0 };
      return genu_matrix_equal (&reduced, &raster->matrix);
    }
  if (!genu_raster_get_delta (raster, matrix, out_delta)
      || !is_whole_shift (out_delta, &raster->asked))
    return FALSE;
  return raster->tiles == NULL || (fabs (out_delta->e) < 0.5 && fabs (out_delta->f) < 0.5);
}

/* Whether a picture from the cache could take the place of one drawn now. */
gboolean
genu_picture_is_exact (GenuPicture      *self,
                       GenuLayerState   *state,
                       const GenuRaster *raster,
                       const GenuMatrix *view)
{
  GenuMatrix matrix = get_device_matrix (state, view), delta;

  return is_in_place (state, raster, &matrix, &delta)
         && covers (self, state, raster, view, &delta);
}

/* The same for the picture that the frame shows.  One that was drawn for this very place will not
 * get any better, even where the place is one that nothing can be computed for. */
static gboolean
shows_exactly (GenuPicture    *self,
               GenuLayerState *state)
{
  GenuMatrix matrix = get_device_matrix (state, &self->view), delta;

  if (state->raster == NULL || state->raster->key != state->key)
    return FALSE;
  if (genu_matrix_equal (&state->raster->matrix, &matrix))
    return TRUE;
  return is_in_place (state, state->raster, &matrix, &delta)
         && (state->layer->kind == GENU_LAYER_STATIC
             || covers (self, state, state->raster, &self->view, &delta));
}

gboolean
genu_picture_layer_is_sharp (GenuPicture    *self,
                             GenuLayerState *state)
{
  return !state->place.visible || shows_exactly (self, state);
}

static GenuRaster *
new_raster (const GenuLayerState *state,
            const GenuMatrix     *view)
{
  GenuRaster *raster = g_new0 (GenuRaster, 1);

  raster->ref_count = 1;
  raster->layer = state->index;
  raster->key = state->key;
  raster->matrix = get_device_matrix (state, view);
  raster->reduction = MAX (state->reduction, 1);
  if (raster->reduction > 1)
    raster->matrix = reduce (&raster->matrix, raster->reduction);
  return raster;
}

static void
reduce_rect (cairo_rectangle_int_t *rect,
             int                    reduction)
{
  GenuRect exact = { (double) rect->x / reduction, (double) rect->y / reduction,
                     (double) rect->width / reduction, (double) rect->height / reduction };

  *rect = round_out (&exact, 1);
}

static void
add_urgency (GenuRasterJob *job,
             GBytes        *text)
{
  gsize size;
  const char *start = g_bytes_get_data (text, &size);

  job->urgency += (int) MIN (size, (gsize) G_MAXINT / 64);
  if (g_strstr_len (start, (gssize) size, "<filter") != NULL)
    job->urgency += G_MAXINT / 64;
}

/* Laying slices over each other rounds once more than drawing them in one piece: nobody sees it,
 * but small pictures are soon drawn as they are. */
static gboolean
is_worth_slicing (const cairo_rectangle_int_t *asked)
{
  return (gint64) asked->width * asked->height > SLICED_PIXELS;
}

static void
print_slices (const GPtrArray  *slices,
              const GenuMatrix *place,
              GenuRasterJob    *job)
{
  int width = job->raster->asked.width, height = job->raster->asked.height;

  job->svg = genu_mini_document_print (slices->pdata[0], place, width, height);
  if (slices->len > 1)
    job->overlays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 1; i < slices->len; i++)
    g_ptr_array_add (job->overlays,
                     genu_mini_document_print (slices->pdata[i], place, width, height));
}

/* The job that draws a layer as it is now; NULL when there is nothing to draw, with the empty
 * picture in *out_done. */
static GenuRasterJob *
new_job (GenuPicture       *self,
         GenuLayerState    *state,
         const GenuMatrix  *view,
         GenuRaster       **out_done)
{
  GenuRaster *raster = new_raster (state, view);
  GenuMatrix place;
  GenuRasterJob *job;

  if (!get_needed_rect (self, state, view, &raster->asked, &raster->is_whole))
    {
      raster->is_whole = raster->asked.width <= 0;
      *out_done = raster;
      return NULL;
    }
  if (raster->reduction > 1)
    reduce_rect (&raster->asked, raster->reduction);
  if (state->slices == NULL)
    state->slices = genu_mini_document_new_slices (self->scene, state->layer,
                                                   is_worth_slicing (&raster->asked));

  place = raster->reduction > 1 ? reduce (view, raster->reduction) : *view;
  place.e -= raster->asked.x;
  place.f -= raster->asked.y;
  job = g_new0 (GenuRasterJob, 1);
  job->raster = raster;
  print_slices (state->slices, &place, job);
  job->base_path = g_strdup (self->base_path);
  job->tiled = state->layer->kind == GENU_LAYER_STATIC && raster->reduction == 1
               && self->backend == GENU_BACKEND_SOFTWARE;
  /* What moves first, then the longest text: large pictures started late keep everyone waiting. */
  job->urgency = state->layer->kind == GENU_LAYER_RASTER ? G_MAXINT / 2 : 0;
  if (!state->place.visible)
    job->urgency = -G_MAXINT / 2;
  add_urgency (job, job->svg);
  for (guint i = 0; job->overlays != NULL && i < job->overlays->len; i++)
    add_urgency (job, job->overlays->pdata[i]);
  return job;
}

/* Gets *raster for @view: from the cache, or by a job that will fill it. */
static void
order (GenuPicture       *self,
       GenuLayerState    *state,
       const GenuMatrix  *view,
       GenuRaster       **raster,
       GenuRasterJob    **job)
{
  GenuRaster *found = genu_picture_find_cached (self, state, view);

  if (found == NULL)
    *job = new_job (self, state, view, &found);
  if (found != NULL)
    {
      genu_raster_unref (*raster);
      *raster = found;
    }
  else
    genu_raster_pool_push (self->pool, *job);
}

static gboolean
is_badly_scaled (const GenuMatrix *delta)
{
  double det = fabs (delta->a * delta->d - delta->b * delta->c);

  return det > 1.5 * 1.5 || det < 0.6 * 0.6;
}

/* What is hidden now may be shown at any moment: its picture had better be there. */
static gboolean
is_worth_preparing (const GenuLayerState *state)
{
  const GenuMatrix *matrix = &state->place.matrix;

  return state->raster == NULL && state->layer->kind == GENU_LAYER_COMPOSE
         && fabs (matrix->a * matrix->d - matrix->b * matrix->c) > 1e-6;
}

/* Whether the frame's picture of a layer must be replaced now. */
static gboolean
needs_raster (GenuPicture          *self,
              GenuLayerState       *state,
              gboolean              settle)
{
  GenuMatrix matrix = get_device_matrix (state, &self->view), delta;

  if (state->job != NULL)
    return FALSE;
  if (!state->place.visible)
    return !settle && is_worth_preparing (state);
  if (state->raster == NULL || state->raster->key != state->key)
    return TRUE;
  if (shows_exactly (self, state))
    return FALSE;
  if (settle || g_get_monotonic_time () - state->moved_at >= REST_DELAY)
    return TRUE;
  return !genu_raster_get_delta (state->raster, &matrix, &delta) || is_badly_scaled (&delta)
         || !covers (self, state, state->raster, &self->view, &delta);
}

static gboolean
view_differs (const GenuPicture *self)
{
  return self->frame == NULL || !genu_matrix_equal (&self->view, &self->goal)
         || self->frame->width != self->width || self->frame->height != self->height;
}

static gboolean
next_is_ready (const GenuPicture *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      const GenuLayerState *state = genu_picture_get_state (self, i);

      if (state->place.visible && state->next == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
forget_job (GenuRasterJob **job)
{
  if (*job != NULL)
    g_atomic_int_set (&(*job)->cancelled, 1);
  *job = NULL;
}

/* The view that was prepared becomes the frame's. */
static void
switch_view (GenuPicture *self)
{
  genu_picture_keep_backdrop (self);
  genu_picture_forget_flat (self);
  self->serial++;
  self->view = self->goal;
  if (self->frame == NULL || self->frame->width != self->width
      || self->frame->height != self->height)
    {
      g_clear_pointer (&self->frame, genu_frame_free);
      self->frame = genu_frame_new (self->width, self->height);
    }
  g_clear_pointer (&self->shown, genu_frame_free);
  for (guint i = 0; i < self->states->len; i++)
    {
      GenuLayerState *state = genu_picture_get_state (self, i);

      genu_drawn_clear (&state->drawn);
      g_clear_pointer (&state->raster, genu_raster_unref);
      state->raster = g_steal_pointer (&state->next);
      forget_job (&state->job);
      state->job = g_steal_pointer (&state->next_job);
    }
  genu_frame_damage_all (self->frame);
}

static void
prepare_next (GenuPicture *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      GenuLayerState *state = genu_picture_get_state (self, i);

      if (state->place.visible && state->next == NULL && state->next_job == NULL)
        order (self, state, &self->goal, &state->next, &state->next_job);
    }
}

/* A move that ends in a wider view may go on in that view at once. */
static gboolean
goal_shows_more (const GenuPicture *self)
{
  return fabs (self->goal.a * self->goal.d - self->goal.b * self->goal.c)
         < fabs (self->view.a * self->view.d - self->view.b * self->view.c);
}

static gboolean
is_at_rest (const GenuPicture *self)
{
  gint64 now = g_get_monotonic_time ();

  for (guint i = 0; i < self->states->len; i++)
    if (now - genu_picture_get_state (self, i)->moved_at < REST_DELAY)
      return FALSE;
  return TRUE;
}

/* Orders what is missing; with @settle also what may wait while things move. */
void
genu_picture_request (GenuPicture *self,
                      gboolean     settle)
{
  gboolean moving = self->moving && self->frame != NULL && !settle;

  if (!self->has_target)
    return;
  if (view_differs (self) && (!moving || self->has_goal))
    {
      prepare_next (self);
      if (next_is_ready (self) && (!moving || goal_shows_more (self)))
        switch_view (self);
    }
  for (guint i = 0; self->frame != NULL && i < self->states->len; i++)
    {
      GenuLayerState *state = genu_picture_get_state (self, i);

      if (!(settle && view_differs (self)) && needs_raster (self, state, settle))
        order (self, state, &self->view, &state->raster, &state->job);
    }
  if (genu_picture_needs_flat (self) && (settle || is_at_rest (self)))
    genu_picture_order_flat (self);
  genu_picture_evict (self);
}

static void
on_job (GenuRasterJob *job,
        gpointer       user_data)
{
  GenuPicture *self = user_data;
  GenuLayerState *state;
  GenuRaster **place = NULL;

  self->n_drawn++;
  self->drawing_time += job->cost;
  if (genu_picture_take_flat (self, job))
    return;
  state = genu_picture_get_state (self, job->raster->layer);
  if (job == state->job)
    {
      state->job = NULL;
      place = &state->raster;
    }
  else if (job == state->next_job)
    {
      state->next_job = NULL;
      place = &state->next;
    }
  if (place != NULL && genu_picture_has_room (self, state, job->raster))
    {
      genu_raster_unref (*place);
      *place = genu_raster_ref (job->raster);
      /* Its text is not needed again soon. */
      if (state->layer->kind == GENU_LAYER_STATIC)
        g_clear_pointer (&state->slices, g_ptr_array_unref);
      genu_picture_remember (self, state, job->raster);
    }
  genu_raster_job_free (job);
}

/* Takes what the workers have finished; whether that was anything. */
gboolean
genu_picture_collect (GenuPicture *self,
                      gint64       patience)
{
  return genu_raster_pool_collect (self->pool, patience, on_job, self) > 0;
}

/* Whether the frame waits for a picture without which it would show an old state. */
gboolean
genu_picture_is_urgent (const GenuPicture *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      const GenuLayerState *state = genu_picture_get_state (self, i);

      if (state->job != NULL
          && (state->raster == NULL || state->raster->key != state->job->raster->key))
        return TRUE;
    }
  return FALSE;
}

/* Gives up the view being prepared. */
void
genu_picture_cancel (GenuPicture *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      GenuLayerState *state = genu_picture_get_state (self, i);

      forget_job (&state->next_job);
      g_clear_pointer (&state->next, genu_raster_unref);
      state->reduction = 1;
    }
}
