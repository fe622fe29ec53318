/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sandwich (SMIL 3.0 section 12.3.3): the animations of one attribute that apply lie on each
 * other, the base value below all.  The one that began later lies higher; of two that began
 * together, the one that was begun by the other; else the one later in the document.
 *
 * Motion is a sandwich of its own that lies outside the transform list of the same element. */

#include "config.h"

#include "genu-sandwich.h"

void
genu_sandwich_init (GenuSandwich *self)
{
  self->layers = g_ptr_array_new ();
  self->stack = g_ptr_array_new ();
}

void
genu_sandwich_clear (GenuSandwich *self)
{
  g_clear_pointer (&self->layers, g_ptr_array_unref);
  g_clear_pointer (&self->stack, g_ptr_array_unref);
}

/* Whether @other began @self, directly or through others. */
static gboolean
was_begun_by (const GenuAnimation *self,
              const GenuAnimation *other,
              const GPtrArray     *all)
{
  int cause = self->sample.cause;

  for (guint i = 0; cause >= 0 && i < all->len; i++)
    {
      const GenuAnimation *via = g_ptr_array_index (all, cause);

      if (cause == other->timed->index)
        return TRUE;
      cause = via != NULL && via->sample.applies ? via->sample.cause : -1;
    }

  return FALSE;
}

static gboolean
lies_above (const GenuAnimation *a,
            const GenuAnimation *b,
            const GPtrArray     *all)
{
  if (a->sample.begin != b->sample.begin)
    return a->sample.begin > b->sample.begin;
  if (a->sample.cause != b->sample.cause)
    {
      if (was_begun_by (a, b, all))
        return TRUE;
      if (was_begun_by (b, a, all))
        return FALSE;
    }

  return a->timed->index > b->timed->index;
}

/* Sorts by insertion: few animations share an attribute, and their order rarely changes. */
static void
build_stack (GenuSandwich    *self,
             const GPtrArray *all)
{
  g_ptr_array_set_size (self->stack, 0);
  for (guint i = 0; i < self->layers->len; i++)
    {
      GenuAnimation *layer = g_ptr_array_index (self->layers, i);
      guint place = self->stack->len;

      layer->is_hidden = FALSE;
      if (!layer->sample.applies)
        continue;
      while (place > 0 && lies_above (g_ptr_array_index (self->stack, place - 1), layer, all))
        place--;
      g_ptr_array_insert (self->stack, (int) place, layer);
    }
}

/* The lowest layer that counts: above it no layer of its kind replaces what lies below. */
static void
hide_below (GenuSandwich *self,
            gboolean      is_motion)
{
  gboolean is_hidden = FALSE;

  for (guint i = self->stack->len; i > 0; i--)
    {
      GenuAnimation *layer = g_ptr_array_index (self->stack, i - 1);

      if ((layer->motion != NULL) != is_motion)
        continue;
      layer->is_hidden = is_hidden;
      is_hidden |= genu_animation_replaces (layer);
    }
}

static GenuValue *
compose_values (const GenuSandwich *self,
                const GenuValue    *base)
{
  GenuValue *value = NULL;

  for (guint i = 0; i < self->stack->len; i++)
    {
      const GenuAnimation *layer = g_ptr_array_index (self->stack, i);
      g_autoptr(GenuValue) below = value;

      if (layer->function == NULL || layer->is_hidden)
        {
          value = g_steal_pointer (&below);
          continue;
        }
      value = genu_animation_function_apply (layer->function, layer->sample.progress,
                                             layer->sample.iteration,
                                             below != NULL ? below : base);
    }

  return value;
}

GenuValue *
genu_sandwich_compose (GenuSandwich    *self,
                       const GenuValue *base,
                       const GPtrArray *all)
{
  build_stack (self, all);
  hide_below (self, FALSE);
  hide_below (self, TRUE);

  return compose_values (self, base);
}

gboolean
genu_sandwich_compose_motion (const GenuSandwich *self,
                              GenuMatrix         *out_matrix)
{
  gboolean has_motion = FALSE;

  for (guint i = 0; i < self->stack->len; i++)
    {
      const GenuAnimation *layer = g_ptr_array_index (self->stack, i);

      if (layer->motion == NULL || layer->is_hidden)
        continue;
      *out_matrix = genu_motion_apply (layer->motion, layer->sample.progress,
                                       layer->sample.iteration, has_motion ? out_matrix : NULL);
      has_motion = TRUE;
    }

  return has_motion;
}
