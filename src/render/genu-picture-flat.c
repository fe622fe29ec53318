/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small picture at rest is drawn once more in one piece.
 *
 * Layers have eight bits a channel.  Where an outline is made of some twenty shapes, one over the
 * other, each rounds a little, and it rounds otherwise on a layer of its own than on what lies
 * below: single pixels of such outlines differ by up to 12.  On a picture of 1280×720 that is one
 * pixel in ten thousand; on a small one, where outlines are a larger share, it can be more than the
 * contract allows, and drawing it whole costs little. */

#include "config.h"

#include "genu-picture-private.h"

/* Pixels up to which a picture counts as small. */
#define SMALL (512 * 1024)

/* Marks the job, in place of a layer's index. */
#define NO_LAYER G_MAXUINT

gboolean
genu_picture_needs_flat (const GenuPicture *self)
{
  return self->backend == GENU_BACKEND_SOFTWARE && self->frame != NULL
         && (gint64) self->width * self->height <= SMALL
         && self->states->len > 1 && self->frame->width == self->width
         && self->frame->height == self->height && genu_matrix_equal (&self->view, &self->target)
         && (self->flat == NULL || self->flat->key != self->serial);
}

static gboolean
is_ready (GenuPicture *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      GenuLayerState *state = genu_picture_get_state (self, i);

      if ((state->place.visible && state->job != NULL)
          || !genu_picture_layer_is_sharp (self, state))
        return FALSE;
    }
  return TRUE;
}

/* Orders it once all layers are sharp. */
void
genu_picture_order_flat (GenuPicture *self)
{
  GenuRect view_box = genu_scene_get_view_box (self->scene);
  g_autoptr(GenuXmlDoc) baked = NULL;
  GenuRasterJob *job;

  if (self->flat_job != NULL && self->flat_job->raster->key == self->serial)
    return;
  if (!is_ready (self))
    return;
  genu_picture_forget_flat (self);

  baked = genu_timeline_bake (genu_scene_get_timeline (self->scene));
  job = g_new0 (GenuRasterJob, 1);
  job->raster = g_new0 (GenuRaster, 1);
  job->raster->ref_count = 1;
  job->raster->layer = NO_LAYER;
  job->raster->key = self->serial;
  job->raster->asked = (cairo_rectangle_int_t) { 0, 0, self->width, self->height };
  job->svg = genu_mini_document_wrap (baked, &view_box, &self->view, self->width, self->height);
  job->base_path = g_strdup (self->base_path);
  job->opaque = TRUE;
  for (guint i = 0; i < 3; i++)
    job->ground[i] = self->ground[i];
  self->flat_job = job;
  genu_raster_pool_push (self->pool, job);
}

/* Whether a finished job was this one; it is then taken over. */
gboolean
genu_picture_take_flat (GenuPicture   *self,
                        GenuRasterJob *job)
{
  if (job->raster->layer != NO_LAYER)
    return FALSE;
  if (job == self->flat_job)
    {
      self->flat_job = NULL;
      if (job->raster->key == self->serial)
        self->flat = genu_raster_ref (job->raster);
    }
  genu_raster_job_free (job);
  return TRUE;
}

/* Copies one tile's pixels; whether any differs from what was there. */
static gboolean
take_tile (GenuPicture *self,
           GenuTile    *tile)
{
  const guchar *data = cairo_image_surface_get_data (self->flat->surface);
  int stride = cairo_image_surface_get_stride (self->flat->surface);
  guint32 differences = 0;

  for (int y = tile->rect.y; y < tile->rect.y + tile->rect.height; y++)
    {
      const guchar *from = data + (gsize) (y - self->flat->rect.y) * (gsize) stride;
      guchar *to = self->frame->data + (gsize) y * (gsize) self->frame->width * 4;
      const guint32 *source = (const guint32 *) (const void *) from - self->flat->rect.x;
      guint32 *target = (guint32 *) (void *) to;

      for (int x = tile->rect.x; x < tile->rect.x + tile->rect.width; x++)
        {
          differences |= (target[x] ^ source[x]) & 0xffffff;
          target[x] = source[x] | 0xff000000;
        }
    }
  return differences != 0;
}

/* Puts it on the frame, or takes it off again when something has changed. */
void
genu_picture_show_flat (GenuPicture *self)
{
  if (self->flat_shown == self->serial)
    return;
  if (self->flat_shown != 0)
    genu_frame_damage_all (self->frame);
  self->flat_shown = 0;
  if (self->flat == NULL || self->flat->key != self->serial || self->flat->surface == NULL)
    return;

  cairo_surface_flush (self->frame->surface);
  for (int i = 0; i < self->frame->cols * self->frame->rows; i++)
    {
      GenuTile *tile = &self->frame->tiles[i];

      if (take_tile (self, tile))
        genu_tile_set_written (tile, &tile->rect);
      tile->damage = (cairo_rectangle_int_t) { 0, 0, 0, 0 };
    }
  cairo_surface_mark_dirty (self->frame->surface);
  self->flat_shown = self->serial;
}

void
genu_picture_forget_flat (GenuPicture *self)
{
  if (self->flat_job != NULL)
    g_atomic_int_set (&self->flat_job->cancelled, 1);
  self->flat_job = NULL;
  g_clear_pointer (&self->flat, genu_raster_unref);
}
