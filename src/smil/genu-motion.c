/* SPDX-License-Identifier: GPL-3.0-or-later */

/* animateMotion (SVG 1.1 section 19.2.14): a translation, then a rotation, outside the transform
 * list of the element.
 *
 * Points of values are joined by straight lines.  On a path:
 *
 * - with keyPoints, which need keyTimes, each key point is a fraction of its length;
 * - discrete without keyPoints jumps from one vertex to the next;
 * - anything else runs evenly along the whole length, spline with one curve for all of it.  (SVG
 *   1.1 would give each segment of a linear path the same time; browsers do not, and authors rely
 *   on that.)
 *
 * Sums multiply matrices: a motion on top of another moves within its turned space. */

#include "config.h"

#include "genu-motion-private.h"

#include <math.h>

void
genu_motion_free (GenuMotion *self)
{
  if (self == NULL)
    return;

  genu_path_measure_free (self->path);
  g_array_unref (self->stops);
  genu_keyframes_clear (&self->keyframes);
  g_free (self);
}

static double
mix (double a,
     double b,
     double fraction)
{
  return a + (b - a) * fraction;
}

static const Stop *
get_stop (const GenuMotion *self,
          guint             index)
{
  return &g_array_index (self->stops, Stop, MIN (index, self->stops->len - 1));
}

static GenuPoint
get_on_path (const GenuMotion *self,
             guint             index,
             double            fraction,
             double           *out_degrees)
{
  double part;

  if (self->has_vertices)
    {
      *out_degrees = get_stop (self, index)->degrees;
      return get_stop (self, index)->point;
    }

  part = mix (get_stop (self, index)->part, get_stop (self, index + 1)->part, fraction);
  return genu_path_measure_get_point (self->path,
                                      part * genu_path_measure_get_length (self->path),
                                      out_degrees);
}

static GenuPoint
get_on_lines (const GenuMotion *self,
              guint             index,
              double            fraction,
              GenuPoint         origin,
              double           *out_degrees)
{
  GenuPoint from = self->is_to && index == 0 ? origin : get_stop (self, index)->point;
  GenuPoint to = self->keyframes.is_discrete ? from : get_stop (self, index + 1)->point;

  *out_degrees = atan2 (to.y - from.y, to.x - from.x) * 180 / G_PI;
  return (GenuPoint) { mix (from.x, to.x, fraction), mix (from.y, to.y, fraction) };
}

/* The last point of the way, which accumulate="sum" adds for each iteration. */
static GenuPoint
get_end (const GenuMotion *self)
{
  double degrees;

  if (self->path != NULL && !self->has_vertices)
    return get_on_path (self, self->stops->len - 1, 0, &degrees);

  return get_stop (self, self->stops->len - 1)->point;
}

static double
get_turn (const GenuMotion *self,
          double            degrees)
{
  switch (self->rotate)
    {
    case ROTATE_AUTO:
      return degrees;
    case ROTATE_REVERSE:
      return degrees + 180;
    case ROTATE_ANGLE:
    default:
      return self->angle;
    }
}

static GenuMatrix
make_matrix (GenuPoint point,
             double    degrees)
{
  double c = cos (degrees * G_PI / 180);
  double s = sin (degrees * G_PI / 180);

  return (GenuMatrix) { c, s, -s, c, point.x, point.y };
}

GenuMatrix
genu_motion_apply (const GenuMotion *self,
                   double            progress,
                   guint64           iteration,
                   const GenuMatrix *underlying)
{
  double fraction;
  guint index = genu_keyframes_locate (&self->keyframes, progress, &fraction);
  GenuPoint origin = underlying != NULL ? (GenuPoint) { underlying->e, underlying->f }
                                        : (GenuPoint) { 0, 0 };
  double degrees;
  GenuPoint point = self->path != NULL
                      ? get_on_path (self, index, fraction, &degrees)
                      : get_on_lines (self, index, fraction, origin, &degrees);
  GenuMatrix matrix;

  if (self->accumulates && iteration > 0)
    {
      GenuPoint end = get_end (self);

      point.x += end.x * (double) iteration;
      point.y += end.y * (double) iteration;
    }
  matrix = make_matrix (point, get_turn (self, degrees));

  return self->is_additive && underlying != NULL ? genu_matrix_multiply (underlying, &matrix)
                                                 : matrix;
}

gboolean
genu_motion_replaces (const GenuMotion *self,
                      double            progress)
{
  return self->is_to ? progress >= 1 : !self->is_additive;
}

static gboolean
are_stops_equal (const GenuMotion *self,
                 guint             index)
{
  const Stop *a = get_stop (self, index);
  const Stop *b = get_stop (self, index + 1);

  return a->point.x == b->point.x && a->point.y == b->point.y && a->part == b->part
         && a->degrees == b->degrees;
}

double
genu_motion_get_hold (const GenuMotion *self,
                      double            progress)
{
  double fraction;
  guint index = genu_keyframes_locate (&self->keyframes, progress, &fraction);

  if (self->is_to && !self->keyframes.is_discrete)
    return progress;
  if (!self->keyframes.is_discrete && !are_stops_equal (self, index))
    return progress;

  return index + (self->keyframes.is_discrete ? 1 : 2) < self->stops->len
           ? self->keyframes.times[index + 1]
           : GENU_HOLD_ALL;
}

gboolean
genu_motion_is_constant (const GenuMotion *self)
{
  if (self->is_to || self->accumulates)
    return FALSE;
  for (guint i = 0; i + 1 < self->stops->len; i++)
    if (!are_stops_equal (self, i))
      return FALSE;

  return TRUE;
}
