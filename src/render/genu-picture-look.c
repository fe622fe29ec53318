/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has changed in each layer since the last look: its place, or the values that paint it. */

#include "config.h"

#include <math.h>

#include "genu-picture-private.h"

static guint64
hash_text (guint64     hash,
           const char *text)
{
  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return (hash ^ 0xff) * G_GUINT64_CONSTANT (0x100000001b3);
}

/* Takes over the values that paint the layer; whether any differs from the last look. */
static gboolean
look_at_values (GenuPicture    *self,
                GenuLayerState *state)
{
  GenuTimeline *timeline = genu_scene_get_timeline (self->scene);
  const GArray *targets = state->layer->raster_targets;
  gboolean changed = FALSE;

  for (guint i = 0; i < targets->len; i++)
    {
      const GenuValue *now = genu_timeline_get_value (timeline, g_array_index (targets, guint, i));
      GenuValue **last = &state->values[i];

      if (now == *last || (now != NULL && *last != NULL && genu_value_equal (now, *last)))
        continue;
      g_clear_pointer (last, genu_value_unref);
      *last = now != NULL ? genu_value_ref (now) : NULL;
      changed = TRUE;
    }
  if (!changed)
    return FALSE;

  state->key = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *text = state->values[i] != NULL ? genu_value_to_string (state->values[i])
                                                       : NULL;

      state->key = hash_text (state->key, text != NULL ? text : "");
    }
  return TRUE;
}

/* Brings every layer's place, key and damage up to the timeline's time. */
void
genu_picture_look (GenuPicture *self)
{
  gint64 now = g_get_monotonic_time ();

  for (guint i = 0; i < self->states->len; i++)
    {
      GenuLayerState *state = genu_picture_get_state (self, i);
      GenuLayerPlace place;
      gboolean moved;

      state->damage = GENU_DAMAGE_HOLD;
      if (state->layer->kind == GENU_LAYER_STATIC)
        continue;
      place = genu_scene_get_place (self->scene, state->layer);
      moved = !genu_matrix_equal (&place.matrix, &state->place.matrix)
              || place.visible != state->place.visible;
      if (moved || fabs (place.opacity - state->place.opacity) > 1e-9)
        state->damage = GENU_DAMAGE_COMPOSE;
      if (look_at_values (self, state))
        state->damage = GENU_DAMAGE_RASTER;
      if (moved || state->damage == GENU_DAMAGE_RASTER)
        state->moved_at = now;
      if (state->damage != GENU_DAMAGE_HOLD)
        self->serial++;
      state->place = place;
    }
}
