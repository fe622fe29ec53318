/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The animation function (SVG 1.1 sections 19.2.9 and 19.2.10; SMIL 3.0 section 12.4).
 *
 *   values        v0 … vn
 *   from, to      from, to
 *   from, by      from, from + by
 *   by            0, by            always added to what lies below
 *   to            what lies below, to
 *   set           to
 *
 * A to-animation moves from the underlying value at that moment, so it blends out whatever else
 * still moves, and neither adds nor accumulates.  accumulate="sum" adds the last value once for
 * each iteration that is over. */

#include "config.h"

#include "genu-animation-function-private.h"

void
genu_animation_function_free (GenuAnimationFunction *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->values);
  genu_keyframes_clear (&self->keyframes);
  g_free (self->segments);
  g_free (self);
}

/* Where a to-animation starts.  Of a transform list it is the first item, if that is of the same
 * type; no paint is black.  SVG leaves both open, and Chromium does so. */
static GenuValue *
dup_origin (const GenuAnimationFunction *self,
            const GenuValue             *underlying)
{
  const GenuValue *to = g_ptr_array_index (self->values, 0);
  g_autoptr(GenuValue) item = NULL;
  guint32 rgba;

  if (underlying != NULL && genu_value_get_value_type (to) == GENU_VALUE_PAINT
      && !genu_value_get_rgba (underlying, &rgba))
    return genu_value_parse (GENU_VALUE_PAINT, "black", NULL);
  if (underlying == NULL && genu_value_get_value_type (to) == GENU_VALUE_STRING)
    return genu_value_parse (GENU_VALUE_STRING, "", NULL);
  if (!self->is_transform)
    return genu_value_ref (underlying != NULL ? underlying : to);

  if (underlying != NULL)
    item = genu_value_dup_transform_item (underlying, 0);
  if (item != NULL && genu_value_can_interpolate (item, to))
    return g_steal_pointer (&item);

  return genu_value_scale (to, 0);
}

static GenuValue *
apply_to (const GenuAnimationFunction *self,
          double                       progress,
          const GenuValue             *underlying)
{
  g_autoptr(GenuValue) from = dup_origin (self, underlying);
  const GenuValue *to = g_ptr_array_index (self->values, 0);
  double fraction;
  guint index = genu_keyframes_locate (&self->keyframes, progress, &fraction);

  return genu_value_interpolate (from, to, index == 1 ? 1 : fraction);
}

static GenuValue *
get_simple (const GenuAnimationFunction *self,
            double                       progress)
{
  double fraction;
  guint index = genu_keyframes_locate (&self->keyframes, progress, &fraction);
  const GenuValue *value = g_ptr_array_index (self->values, index);

  if (fraction == 0 || self->segments[index] == SEGMENT_HOLDS)
    return genu_value_ref (value);

  return genu_value_interpolate (value, g_ptr_array_index (self->values, index + 1), fraction);
}

static void
accumulate (const GenuAnimationFunction *self,
            guint64                      iteration,
            GenuValue                  **value)
{
  const GenuValue *last = g_ptr_array_index (self->values, self->values->len - 1);
  g_autoptr(GenuValue) past = NULL;
  g_autoptr(GenuValue) old = *value;

  past = genu_value_scale (last, (double) iteration);
  *value = genu_value_add (past, old);
}

GenuValue *
genu_animation_function_apply (const GenuAnimationFunction *self,
                               double                       progress,
                               guint64                      iteration,
                               const GenuValue             *underlying)
{
  g_autoptr(GenuValue) value = NULL;

  if (self->is_to)
    return apply_to (self, progress, underlying);

  value = get_simple (self, progress);
  if (self->accumulates && iteration > 0)
    accumulate (self, iteration, &value);
  if (!self->is_additive || underlying == NULL)
    return g_steal_pointer (&value);

  return self->is_transform ? genu_value_concat_transform (underlying, value)
                            : genu_value_add (underlying, value);
}

/* A to-animation at its end is where it goes, whatever lies below. */
gboolean
genu_animation_function_replaces (const GenuAnimationFunction *self,
                                  double                       progress)
{
  return self->is_to ? progress >= 1 : !self->is_additive;
}

/* Where the value of the frame or segment @index gives way to another one, if it holds up to the
 * next key time. */
static double
get_next_time (const GenuAnimationFunction *self,
               guint                        index)
{
  const GenuKeyframes *keyframes = &self->keyframes;
  guint last = keyframes->is_discrete ? keyframes->n - 1 : keyframes->n - 2;

  while (index < last && self->segments[index + !keyframes->is_discrete] == SEGMENT_HOLDS)
    index++;

  return index < last ? keyframes->times[index + 1] : GENU_HOLD_ALL;
}

static double
get_segment_hold (const GenuAnimationFunction *self,
                  guint                        index,
                  double                       progress)
{
  double middle;

  switch (self->segments[index])
    {
    case SEGMENT_BLENDS:
      return progress;
    case SEGMENT_FLIPS:
      middle = genu_keyframes_get_middle (&self->keyframes, index);
      return progress < middle ? middle : get_next_time (self, index);
    case SEGMENT_HOLDS:
    default:
      return get_next_time (self, index);
    }
}

static double
get_to_hold (const GenuAnimationFunction *self,
             guint                        index,
             double                       progress)
{
  if (!self->keyframes.is_discrete)
    return progress;

  return index == 0 ? self->keyframes.times[1] : GENU_HOLD_ALL;
}

double
genu_animation_function_get_hold (const GenuAnimationFunction *self,
                                  double                       progress)
{
  double fraction;
  guint index = genu_keyframes_locate (&self->keyframes, progress, &fraction);

  if (self->is_to)
    return get_to_hold (self, index, progress);
  if (self->values->len == 1)
    return GENU_HOLD_ALL;

  return self->keyframes.is_discrete ? get_next_time (self, index)
                                     : get_segment_hold (self, index, progress);
}

gboolean
genu_animation_function_is_constant (const GenuAnimationFunction *self)
{
  if (self->is_to || self->accumulates)
    return FALSE;
  for (guint i = 0; i + 1 < self->values->len; i++)
    if (self->segments[i] != SEGMENT_HOLDS)
      return FALSE;

  return TRUE;
}
