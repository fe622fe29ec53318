/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a picture works:
 *
 *   seek       the timeline moves; each layer's place, values and damage are looked at
 *              (genu-picture-raster.c), and missing pictures are ordered from the workers
 *   workers    librsvg draws mini documents (genu-mini-document.c, genu-raster.c)
 *   compose    layers are put together where they changed (genu-picture-compose.c)
 *   node       tiles become cairo nodes; those that did not change are the same nodes as before
 *              (genu-frame.c)
 *
 * While things move, pictures are put at fractions of pixels and turned or scaled a little; what
 * has come to rest is drawn anew at its place.  While the view moves, the last sharp frame is put
 * elsewhere as one picture, and the new one replaces it when all of it is there. */

#include "config.h"

#include "genu-limits.h"
#include "genu-picture-private.h"

/* Microseconds that a frame waits for pictures without which it would show an old state. */
#define FRAME_PATIENCE (8 * 1000)

/* Milliseconds after the last change at which layers at rest are drawn at their places. */
#define SHARPEN_DELAY 60

static void
clear_state (gpointer data)
{
  GenuLayerState *state = data;

  for (guint i = 0; i < state->layer->raster_targets->len; i++)
    g_clear_pointer (&state->values[i], genu_value_unref);
  g_free (state->values);
  g_clear_pointer (&state->slices, g_ptr_array_unref);
  genu_drawn_clear (&state->drawn);
  g_clear_pointer (&state->raster, genu_raster_unref);
  g_clear_pointer (&state->next, genu_raster_unref);
}

static gboolean
on_sharpen (gpointer user_data);

/* Layers that are not at their places sharply are looked at again when they may have come to rest.
 * Nothing is scheduled for a picture that is held and sharp. */
static void
schedule_sharpening (GenuPicture *self)
{
  if (self->sharpen_id == 0 && genu_picture_needs_flat (self) && self->flat_job == NULL)
    self->sharpen_id = g_timeout_add (SHARPEN_DELAY, on_sharpen, self);
  if (self->sharpen_id == 0 && self->frame != NULL)
    for (guint i = 0; i < self->states->len; i++)
      {
        GenuLayerState *state = genu_picture_get_state (self, i);

        if (state->job == NULL && !genu_picture_layer_is_sharp (self, state))
          {
            self->sharpen_id = g_timeout_add (SHARPEN_DELAY, on_sharpen, self);
            return;
          }
      }
}

static gboolean
on_sharpen (gpointer user_data)
{
  GenuPicture *self = user_data;

  self->sharpen_id = 0;
  genu_picture_request (self, FALSE);
  schedule_sharpening (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_wake (gpointer user_data)
{
  GenuPicture *self = user_data;

  if (!genu_picture_collect (self, 0))
    return G_SOURCE_REMOVE;
  genu_picture_request (self, FALSE);
  schedule_sharpening (self);
  if (self->changed != NULL)
    self->changed (self, self->changed_data);
  return G_SOURCE_REMOVE;
}

/**
 * genu_picture_new:
 * @scene: a scene, which no other picture may use meanwhile
 *
 * Returns: (transfer full): a picture without a view
 */
GenuPicture *
genu_picture_new (GenuScene *scene)
{
  GenuPicture *self;
  guint32 ground;

  g_return_val_if_fail (scene != NULL, NULL);

  self = g_new0 (GenuPicture, 1);
  self->scene = genu_scene_ref (scene);
  self->serial = 1;
  self->budget = GENU_LIMIT_CACHE_BYTES;
  self->pool = genu_raster_pool_new (on_wake, self);
  self->cache = g_ptr_array_new_with_free_func ((GDestroyNotify) genu_raster_unref);
  self->base_path = g_canonicalize_filename (
    genu_svg_document_get_name (genu_scene_get_document (scene)), NULL);
  ground = genu_scene_get_diagram (scene)->ground;
  self->ground[0] = ((ground >> 24) & 0xff) / 255.0;
  self->ground[1] = ((ground >> 16) & 0xff) / 255.0;
  self->ground[2] = ((ground >> 8) & 0xff) / 255.0;

  self->states = g_array_new (FALSE, TRUE, sizeof (GenuLayerState));
  g_array_set_clear_func (self->states, clear_state);
  for (guint i = 0; i < genu_scene_get_n_layers (scene); i++)
    {
      GenuLayerState state = { .index = i, .layer = genu_scene_get_layer (scene, i) };

      state.values = g_new0 (GenuValue *, state.layer->raster_targets->len);
      state.place = genu_scene_get_place (scene, state.layer);
      g_array_append_val (self->states, state);
    }
  genu_picture_look (self);
  return self;
}

void
genu_picture_free (GenuPicture *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->sharpen_id, g_source_remove);
  genu_picture_cancel (self);
  genu_picture_forget_flat (self);
  for (guint i = 0; i < self->states->len; i++)
    if (genu_picture_get_state (self, i)->job != NULL)
      g_atomic_int_set (&genu_picture_get_state (self, i)->job->cancelled, 1);
  genu_raster_pool_free (self->pool);
  g_array_unref (self->states);
  g_ptr_array_unref (self->cache);
  g_clear_pointer (&self->frame, genu_frame_free);
  g_clear_pointer (&self->shown, genu_frame_free);
  g_clear_pointer (&self->backdrop, cairo_surface_destroy);
  genu_scene_unref (self->scene);
  g_free (self->base_path);
  g_free (self);
}

GenuScene *
genu_picture_get_scene (const GenuPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scene;
}

void
genu_picture_set_backend (GenuPicture *self,
                          GenuBackend  backend)
{
  g_return_if_fail (self != NULL && !self->has_target);

  self->backend = backend;
}

/**
 * genu_picture_set_budget:
 * @self: a picture
 * @bytes: how much memory the layers' pictures may take; %GENU_LIMIT_CACHE_BYTES at first
 *
 * Layers that do not fit are shown at a lower resolution.
 */
void
genu_picture_set_budget (GenuPicture *self,
                         gsize        bytes)
{
  g_return_if_fail (self != NULL);

  self->budget = MIN (bytes, GENU_LIMIT_CACHE_BYTES);
}

void
genu_picture_set_changed_func (GenuPicture     *self,
                               GenuPictureFunc  func,
                               gpointer         user_data)
{
  g_return_if_fail (self != NULL);

  self->changed = func;
  self->changed_data = user_data;
}

/**
 * genu_picture_set_view:
 * @self: a picture
 * @view: from root user units to device pixels
 * @width: of what is shown, in device pixels
 * @height: likewise
 * @moving: whether a gesture or camera move is under way
 *
 * While @moving the last sharp frame is shown at its new place; once the view is at rest it is
 * drawn anew.
 */
void
genu_picture_set_view (GenuPicture      *self,
                       const GenuMatrix *view,
                       int               width,
                       int               height,
                       gboolean          moving)
{
  g_return_if_fail (self != NULL && view != NULL);
  g_return_if_fail (width > 0 && height > 0);
  g_return_if_fail (width <= GENU_LIMIT_FRAME_SIDE && height <= GENU_LIMIT_FRAME_SIDE);

  if (self->has_target && genu_matrix_equal (&self->target, view) && self->width == width
      && self->height == height && self->moving == !!moving)
    return;
  if (self->width != width || self->height != height)
    self->has_goal = FALSE;
  if (!moving || !self->has_goal)
    {
      if (!self->has_target || !genu_matrix_equal (&self->goal, view) || self->width != width
          || self->height != height)
        genu_picture_cancel (self);
      self->goal = *view;
      self->has_goal = FALSE;
    }

  self->target = *view;
  self->width = width;
  self->height = height;
  self->moving = !!moving;
  self->has_target = TRUE;
  genu_scene_set_mirrored (self->scene, view->a * view->d - view->b * view->c < 0);
  genu_picture_look (self);
  genu_picture_request (self, FALSE);
}

/**
 * genu_picture_prepare_view:
 * @self: a picture with a view
 * @view: the view in which the move that begins now will end
 *
 * Lets the workers draw for @view while the move is under way, so that the picture is sharp as soon
 * as it ends.  To be called before the first genu_picture_set_view() of the move.
 */
void
genu_picture_prepare_view (GenuPicture      *self,
                           const GenuMatrix *view)
{
  g_return_if_fail (self != NULL && view != NULL && self->has_target);

  if (self->frame == NULL || genu_matrix_equal (&self->goal, view))
    return;
  genu_picture_cancel (self);
  self->goal = *view;
  self->has_goal = TRUE;
  self->moving = TRUE;
  genu_picture_request (self, FALSE);
}

/**
 * genu_picture_seek:
 * @self: a picture
 * @time: microseconds on the drawing's timeline
 */
void
genu_picture_seek (GenuPicture *self,
                   gint64       time)
{
  gint64 start = g_get_monotonic_time ();

  g_return_if_fail (self != NULL);

  genu_timeline_seek (genu_scene_get_timeline (self->scene), time);
  genu_picture_look (self);
  genu_picture_request (self, FALSE);
  schedule_sharpening (self);
  self->seeking_time += (double) (g_get_monotonic_time () - start) / 1e6;
}

gboolean
genu_picture_is_settled (const GenuPicture *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->frame == NULL || !genu_matrix_equal (&self->view, &self->target)
      || self->frame->width != self->width || self->frame->height != self->height)
    return FALSE;
  for (guint i = 0; i < self->states->len; i++)
    {
      GenuLayerState *state = genu_picture_get_state (self, i);

      if ((state->job != NULL && state->place.visible)
          || !genu_picture_layer_is_sharp ((GenuPicture *) self, state))
        return FALSE;
    }
  return !genu_picture_needs_flat (self);
}

void
genu_picture_settle (GenuPicture *self)
{
  guint most; /* rounds: each layer is drawn a few times at most */

  g_return_if_fail (self != NULL && self->has_target);

  most = 100 + 20 * self->states->len;
  if (!genu_matrix_equal (&self->goal, &self->target))
    {
      genu_picture_cancel (self);
      self->goal = self->target;
    }
  self->has_goal = FALSE;
  genu_picture_collect (self, 0);
  genu_picture_request (self, TRUE);
  for (guint i = 0; i < most && !genu_picture_is_settled (self); i++)
    {
      if (!genu_picture_collect (self, -1))
        break;
      genu_picture_request (self, TRUE);
    }
  g_clear_handle_id (&self->sharpen_id, g_source_remove);
}

/* Waits a little for pictures that the frame cannot do without. */
static void
catch_up (GenuPicture *self)
{
  gint64 end = g_get_monotonic_time () + FRAME_PATIENCE, left;

  genu_picture_collect (self, 0);
  while (genu_picture_is_urgent (self) && (left = end - g_get_monotonic_time ()) > 0)
    genu_picture_collect (self, left);
  genu_picture_request (self, FALSE);
}

static void
compose (GenuPicture *self)
{
  gint64 start = g_get_monotonic_time ();

  genu_picture_compose (self);
  self->composing_time += (double) (g_get_monotonic_time () - start) / 1e6;
}

/**
 * genu_picture_dup_node:
 * @self: a picture with a view
 * @scale_factor: device pixels of one logical pixel
 *
 * Returns: (transfer full): the frame as it can be shown now
 */
GskRenderNode *
genu_picture_dup_node (GenuPicture *self,
                       int          scale_factor)
{
  g_return_val_if_fail (self != NULL && self->has_target, NULL);
  g_return_val_if_fail (scale_factor > 0, NULL);

  /* Registers the node types, which gtk_init () would do: there may be no display. */
  g_type_ensure (GSK_TYPE_CAIRO_NODE);
  catch_up (self);
  if (self->backend == GENU_BACKEND_GPU)
    {
      schedule_sharpening (self);
      return genu_picture_dup_texture_node (self, scale_factor);
    }
  compose (self);
  schedule_sharpening (self);
  return genu_frame_dup_node (self->shown != NULL ? self->shown : self->frame, scale_factor);
}

static void
paint_frame (GenuPicture *self,
             cairo_t     *cr)
{
  const GenuFrame *frame = self->shown != NULL ? self->shown : self->frame;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, frame->width, frame->height);
  cairo_clip (cr);
  cairo_set_source_surface (cr, frame->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * genu_picture_draw_playing:
 * @self: a picture with a view
 * @cr: (nullable): a context in device pixels, %NULL to compose only
 *
 * Paints the frame as genu_picture_dup_node() would show it now, in motion or not.
 */
void
genu_picture_draw_playing (GenuPicture *self,
                           cairo_t     *cr)
{
  g_return_if_fail (self != NULL && self->has_target);

  catch_up (self);
  compose (self);
  if (cr != NULL)
    paint_frame (self, cr);
}

void
genu_picture_draw (GenuPicture *self,
                   cairo_t     *cr)
{
  g_return_if_fail (self != NULL && cr != NULL && self->has_target);

  genu_picture_settle (self);
  compose (self);
  paint_frame (self, cr);
}

/**
 * genu_picture_draw_whole:
 * @self: a picture with a view
 * @cr: a context in device pixels
 * @error: return location for a #GError of librsvg
 *
 * Draws the baked document in one piece, as vectors where @cr keeps them.  Masks and filters become
 * pictures of the view's resolution, whatever the context's: give a PDF a view of as many pixels as
 * they should have, and scale the context down.
 *
 * Returns: whether librsvg could draw it
 */
gboolean
genu_picture_draw_whole (GenuPicture  *self,
                         cairo_t      *cr,
                         GError      **error)
{
  g_autoptr(GenuXmlDoc) baked = NULL;
  g_autoptr(GBytes) svg = NULL;
  g_autoptr(GenuSurface) record = NULL;
  g_autoptr(GenuCairo) inner = NULL;
  cairo_rectangle_t extents;
  GenuRect view_box;

  g_return_val_if_fail (self != NULL && cr != NULL && self->has_target, FALSE);

  view_box = genu_scene_get_view_box (self->scene);
  baked = genu_timeline_bake (genu_scene_get_timeline (self->scene));
  svg = genu_mini_document_wrap (baked, &view_box, &self->target, self->width, self->height);
  extents = (cairo_rectangle_t) { 0, 0, self->width, self->height };
  record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  inner = cairo_create (record);
  if (!genu_raster_draw_svg (svg, self->base_path, inner, self->width, self->height, error))
    return FALSE;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, self->ground[0], self->ground[1], self->ground[2]);
  cairo_paint (cr);
  cairo_set_source_surface (cr, record, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  return TRUE;
}

/**
 * genu_picture_draw_reference:
 * @self: a picture with a view
 * @surface: an image surface in device pixels, as large as the view
 * @error: return location for a #GError of librsvg
 *
 * Draws the baked document in one piece onto pixels: what the layers are measured against.
 *
 * Returns: whether librsvg could draw it
 */
gboolean
genu_picture_draw_reference (GenuPicture      *self,
                             cairo_surface_t  *surface,
                             GError          **error)
{
  g_autoptr(GenuXmlDoc) baked = NULL;
  g_autoptr(GBytes) svg = NULL;
  g_autoptr(GenuCairo) cr = NULL;
  GenuRect view_box;

  g_return_val_if_fail (self != NULL && surface != NULL && self->has_target, FALSE);

  view_box = genu_scene_get_view_box (self->scene);
  baked = genu_timeline_bake (genu_scene_get_timeline (self->scene));
  svg = genu_mini_document_wrap (baked, &view_box, &self->target, self->width, self->height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, self->ground[0], self->ground[1], self->ground[2]);
  cairo_paint (cr);
  return genu_raster_draw_svg (svg, self->base_path, cr, self->width, self->height, error);
}

/**
 * genu_picture_get_stats:
 * @self: a picture
 *
 * Returns: what it has cost so far
 */
GenuPictureStats
genu_picture_get_stats (const GenuPicture *self)
{
  GenuPictureStats stats = { .n_drawn = self->n_drawn, .drawing_time = self->drawing_time,
                             .seeking_time = self->seeking_time,
                             .composing_time = self->composing_time };

  for (guint i = 0; i < self->states->len; i++)
    {
      const GenuLayerState *state = genu_picture_get_state (self, i);

      stats.n_layers[state->layer->kind]++;
      if (state->raster != NULL)
        stats.bytes += state->raster->bytes;
    }
  for (guint i = 0; i < self->cache->len; i++)
    {
      const GenuRaster *raster = self->cache->pdata[i];

      if (g_atomic_int_get (&raster->ref_count) == 1)
        stats.kept_bytes += raster->bytes;
    }
  return stats;
}
