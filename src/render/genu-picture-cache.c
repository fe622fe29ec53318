/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The memory of layers' pictures.  What is shown counts first: when it does not fit the budget, the
 * layer that came last is drawn again at half the resolution, and so on, rather than more memory be
 * taken.  In what room is left, finished pictures of layers whose pixels do not change are kept for
 * the next time the same view comes round. */

#include "config.h"

#include "genu-picture-private.h"

/* Bytes of pictures kept that nothing shows now. */
#define SPARE_BYTES (96 * 1024 * 1024)

/* Coarsest picture: this fraction of the resolution. */
#define MAX_REDUCTION 64

/* Drops what nothing shows, the longest unused first, until the rest fits. */
void
genu_picture_evict (GenuPicture *self)
{
  gsize used = 0, spare = 0;

  for (guint i = 0; i < self->cache->len; i++)
    {
      const GenuRaster *raster = self->cache->pdata[i];

      if (g_atomic_int_get (&raster->ref_count) > 1)
        used += raster->bytes;
      else
        spare += raster->bytes;
    }
  for (guint i = 0; i < self->cache->len && (spare > SPARE_BYTES || used + spare > self->budget);)
    {
      const GenuRaster *raster = self->cache->pdata[i];

      if (g_atomic_int_get (&raster->ref_count) > 1)
        {
          i++;
          continue;
        }
      spare -= raster->bytes;
      g_ptr_array_remove_index (self->cache, i);
    }
}

GenuRaster *
genu_picture_find_cached (GenuPicture      *self,
                          GenuLayerState   *state,
                          const GenuMatrix *view)
{
  for (guint i = self->cache->len; i > 0; i--)
    {
      GenuRaster *raster = self->cache->pdata[i - 1];

      if (raster->layer != state->index || !genu_picture_is_exact (self, state, raster, view))
        continue;
      g_ptr_array_add (self->cache, g_ptr_array_steal_index (self->cache, i - 1));
      return genu_raster_ref (raster);
    }
  return NULL;
}

/* Keeps a finished picture for later if its like may be asked for again. */
void
genu_picture_remember (GenuPicture          *self,
                       const GenuLayerState *state,
                       GenuRaster           *raster)
{
  if (state->layer->kind != GENU_LAYER_RASTER && raster->reduction == 1)
    g_ptr_array_add (self->cache, genu_raster_ref (raster));
}

static gsize
count_bytes (const GenuPicture    *self,
             const GenuLayerState *except)
{
  gsize bytes = 0;

  for (guint i = 0; i < self->states->len; i++)
    {
      const GenuLayerState *state = genu_picture_get_state (self, i);

      if (state->raster != NULL && state != except)
        bytes += state->raster->bytes;
      if (state->next != NULL && state->next != state->raster && state != except)
        bytes += state->next->bytes;
    }
  return bytes;
}

/* Whether a picture that has just been drawn may be kept.  If not, the layer will be asked for
 * again at a lower resolution. */
gboolean
genu_picture_has_room (GenuPicture      *self,
                       GenuLayerState   *state,
                       const GenuRaster *raster)
{
  if (count_bytes (self, state) + raster->bytes <= self->budget
      || raster->reduction >= MAX_REDUCTION)
    return TRUE;
  state->reduction = raster->reduction * 2;
  return FALSE;
}
