/* SPDX-License-Identifier: GPL-3.0-or-later */

/* keySplines: y at a given x of a cubic Bézier curve.  The curve's parameter for x is found by
 * bisection: x never decreases along the curve, because the control points lie within 0 and 1, so
 * 50 halvings give it to the last bit of a double; y does not decrease either. */

#include "config.h"

#include "genu-key-spline.h"

#define N_HALVINGS 50

static double
get_bezier (double a,
            double b,
            double t)
{
  double rest = 1 - t;

  return 3 * rest * rest * t * a + 3 * rest * t * t * b + t * t * t;
}

static double
solve (double a,
       double b,
       double wanted)
{
  double low = 0;
  double high = 1;

  for (guint i = 0; i < N_HALVINGS; i++)
    {
      double middle = (low + high) / 2;

      if (get_bezier (a, b, middle) < wanted)
        low = middle;
      else
        high = middle;
    }

  return high;
}

double
genu_key_spline_ease (const GenuKeySpline *self,
                      double               x)
{
  if (x <= 0 || x >= 1)
    return CLAMP (x, 0, 1);

  return get_bezier (self->y1, self->y2, solve (self->x1, self->x2, x));
}

double
genu_key_spline_find (const GenuKeySpline *self,
                      double               y)
{
  return get_bezier (self->x1, self->x2, solve (self->y1, self->y2, y));
}
