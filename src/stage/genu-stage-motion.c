/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-stage-motion.h"

#include <math.h>

/* One coordinate of a cubic Bézier curve from 0 to 1. */
static double
bezier (double p1,
        double p2,
        double t)
{
  double u = 1 - t;

  return 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t;
}

/**
 * genu_stage_ease:
 * @fraction: elapsed time of a move, 0 to 1
 *
 * Returns: how far it has come: cubic-bezier(.2, 0, 0, 1), which starts gently, is quick early and
 *   settles long
 */
double
genu_stage_ease (double fraction)
{
  double low = 0, high = 1;

  if (fraction <= 0 || fraction >= 1)
    return CLAMP (fraction, 0, 1);

  /* x (t) is monotone; 30 halvings are far below a pixel. */
  for (guint i = 0; i < 30; i++)
    {
      double middle = (low + high) / 2;

      if (bezier (0.2, 0.0, middle) < fraction)
        low = middle;
      else
        high = middle;
    }
  return bezier (0.0, 1.0, (low + high) / 2);
}

/**
 * genu_stage_mix_views:
 * @from: a view: scale, possibly mirrored, and translation
 * @to: another of the same handedness
 * @fraction: 0 to 1, eased by the caller
 * @centre: the middle of the window, in the views' target space
 *
 * A zoom that keeps one point of the drawing still: the scale goes geometrically, so that each
 * moment zooms as much as the next, and the point in the middle goes as fast as the scale lets the
 * fixed point stand.  With equal scales it is a straight pan.
 *
 * Returns: the view between
 */
GenuMatrix
genu_stage_mix_views (const GenuMatrix *from,
                      const GenuMatrix *to,
                      double            fraction,
                      GenuPoint         centre)
{
  double s0 = fabs (from->d), s1 = fabs (to->d);
  double s = s0 * pow (s1 / s0, fraction), u = fraction, a;
  double x0 = (centre.x - from->e) / from->a, y0 = (centre.y - from->f) / from->d;
  double x1 = (centre.x - to->e) / to->a, y1 = (centre.y - to->f) / to->d;

  if (fabs (s1 / s0 - 1) > 1e-6)
    u = (1 / s0 - 1 / s) / (1 / s0 - 1 / s1);
  a = from->a < 0 ? -s : s;

  return (GenuMatrix) {
    a, 0, 0, s,
    centre.x - a * (x0 + (x1 - x0) * u),
    centre.y - s * (y0 + (y1 - y0) * u),
  };
}

/**
 * genu_stage_same_views:
 * @a: a view
 * @b: another
 *
 * Returns: whether no eye sees a difference
 */
gboolean
genu_stage_same_views (const GenuMatrix *a,
                       const GenuMatrix *b)
{
  return fabs (a->a - b->a) < 1e-4 && fabs (a->d - b->d) < 1e-4 && fabs (a->e - b->e) < 0.05
         && fabs (a->f - b->f) < 0.05;
}

/**
 * genu_stage_motion_get_time:
 * @kind: a kind of motion
 *
 * Returns: how long it takes, in microseconds
 */
gint64
genu_stage_motion_get_time (GenuStageMotionKind kind)
{
  switch (kind)
    {
    case GENU_STAGE_MOTION_CAMERA:
      return GENU_STAGE_CAMERA_TIME;
    case GENU_STAGE_MOTION_FADE:
      return GENU_STAGE_FADE_TIME;
    case GENU_STAGE_MOTION_NONE:
    default:
      return 0;
    }
}
