/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Points, rectangles and affine matrices in double precision.  The unit is the caller's: user
 * units of a drawing, or device pixels. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} GenuPoint;

typedef struct
{
  double x;
  double y;
  double width;  /* never negative */
  double height; /* never negative */
} GenuRect;

/* x' = a x + c y + e, y' = b x + d y + f: the order of SVG's matrix (a b c d e f) and of
 * cairo_matrix_t's xx yx xy yy x0 y0. */
typedef struct
{
  double a, b, c, d, e, f;
} GenuMatrix;

#define GENU_MATRIX_IDENTITY ((GenuMatrix) { 1, 0, 0, 1, 0, 0 })

GenuMatrix genu_matrix_multiply  (const GenuMatrix *outer,
                                  const GenuMatrix *inner);
gboolean   genu_matrix_invert    (const GenuMatrix *matrix,
                                  GenuMatrix       *out_inverse);
GenuPoint  genu_matrix_map_point (const GenuMatrix *matrix,
                                  GenuPoint         point);
GenuRect   genu_matrix_map_rect  (const GenuMatrix *matrix,
                                  const GenuRect   *rect);
gboolean   genu_rect_is_empty    (const GenuRect   *rect);
gboolean   genu_rect_intersect   (const GenuRect   *a,
                                  const GenuRect   *b,
                                  GenuRect         *out_common);
GenuRect   genu_rect_union       (const GenuRect   *a,
                                  const GenuRect   *b);
gboolean   genu_rect_contains    (const GenuRect   *rect,
                                  GenuPoint         point);

G_END_DECLS
