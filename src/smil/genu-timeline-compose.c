/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the logs to the values at the current time: the animations whose sample does not hold any
 * more are sampled, and only the attributes that this concerns are composed. */

#include "config.h"

#include "genu-timeline-private.h"

static void
sample_animations (GenuTimeline *self)
{
  for (guint i = 0; i < self->animations->len; i++)
    {
      GenuAnimation *animation = g_ptr_array_index (self->animations, i);

      if (genu_animation_seek (animation, self->time))
        ((GenuTarget *) g_ptr_array_index (self->targets, animation->target))->is_dirty = TRUE;
    }
}

/* Keeps an opacity or an offset within 0 and 1. */
static void
clamp_to_unit (GenuValue **value)
{
  double number = genu_value_get_number (*value);
  g_autoptr(GenuValue) old = NULL;

  if (number >= 0 && number <= 1)
    return;

  old = *value;
  *value = genu_value_parse (genu_value_get_value_type (old), number < 0 ? "0" : "1", NULL);
}

/* transform-origin becomes part of the list: librsvg knows no other way. */
static void
turn_about_origin (const GenuTarget *target,
                   GenuValue       **value)
{
  GenuMatrix to = { 1, 0, 0, 1, target->origin.x, target->origin.y };
  GenuMatrix back = { 1, 0, 0, 1, -target->origin.x, -target->origin.y };
  g_autoptr(GenuValue) outer = genu_value_new_matrix (&to);
  g_autoptr(GenuValue) inner = genu_value_new_matrix (&back);
  g_autoptr(GenuValue) old = *value;
  g_autoptr(GenuValue) list = NULL;

  list = old != NULL ? genu_value_concat_transform (outer, old) : genu_value_ref (outer);
  *value = genu_value_concat_transform (list, inner);
}

static GenuValue *
compose (GenuTimeline *self,
         GenuTarget   *target)
{
  GenuMatrix motion;
  GenuValue *value = genu_sandwich_compose (&target->sandwich, target->base, self->by_index);

  if (target->has_origin)
    {
      if (value == NULL && target->base != NULL)
        value = genu_value_ref (target->base);
      turn_about_origin (target, &value);
    }
  if (genu_sandwich_compose_motion (&target->sandwich, &motion))
    {
      g_autoptr(GenuValue) outer = genu_value_new_matrix (&motion);
      g_autoptr(GenuValue) list = value;
      const GenuValue *inner = list != NULL ? list : target->base;

      value = inner != NULL ? genu_value_concat_transform (outer, inner) : g_steal_pointer (&outer);
    }
  if (value != NULL && target->is_unit)
    clamp_to_unit (&value);

  return value;
}

static void
mark_dependents (GenuTimeline *self,
                 GenuTarget   *target)
{
  for (guint i = 0; target->dependents != NULL && i < target->dependents->len; i++)
    {
      guint index = g_array_index (target->dependents, guint, i);
      GenuTarget *dependent = g_ptr_array_index (self->targets, index);

      dependent->is_dirty = TRUE;
      dependent->is_stale = TRUE;
    }
}

static void
compose_targets (GenuTimeline *self)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      GenuTarget *target = g_ptr_array_index (self->order, i);
      g_autoptr(GenuValue) old = NULL;

      if (!target->is_dirty)
        continue;
      if (target->is_stale)
        genu_timeline_refresh_target (self, target);
      old = target->value;
      target->value = compose (self, target);
      target->is_dirty = FALSE;
      target->is_stale = FALSE;
      if (target->dependents != NULL && !genu_value_equal (old, target->value))
        mark_dependents (self, target);
    }
}

/* Brings all values to the current time, up to which the graph has been replayed. */
void
genu_timeline_compose (GenuTimeline *self)
{
  sample_animations (self);
  compose_targets (self);
}
