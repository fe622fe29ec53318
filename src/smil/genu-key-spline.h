/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The curve from (0, 0) to (1, 1) with these two control points, all within 0 and 1. */
typedef struct
{
  double x1, y1;
  double x2, y2;
} GenuKeySpline;

double genu_key_spline_ease (const GenuKeySpline *self,
                             double               x);
/* The x at which ease() reaches @y. */
double genu_key_spline_find (const GenuKeySpline *self,
                             double               y);

G_END_DECLS
