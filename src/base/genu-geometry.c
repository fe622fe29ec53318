/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-geometry.h"

#include <math.h>

/**
 * genu_matrix_multiply:
 * @outer: applied last
 * @inner: applied first
 *
 * Returns: the matrix that maps as @outer (@inner (point)); SVG writes it "outer inner"
 */
GenuMatrix
genu_matrix_multiply (const GenuMatrix *outer,
                      const GenuMatrix *inner)
{
  return (GenuMatrix) {
    outer->a * inner->a + outer->c * inner->b,
    outer->b * inner->a + outer->d * inner->b,
    outer->a * inner->c + outer->c * inner->d,
    outer->b * inner->c + outer->d * inner->d,
    outer->a * inner->e + outer->c * inner->f + outer->e,
    outer->b * inner->e + outer->d * inner->f + outer->f,
  };
}

/**
 * genu_matrix_invert:
 * @matrix: a matrix
 * @out_inverse: (out): its inverse; untouched on failure
 *
 * Returns: whether @matrix has an inverse
 */
gboolean
genu_matrix_invert (const GenuMatrix *matrix,
                    GenuMatrix       *out_inverse)
{
  double det = matrix->a * matrix->d - matrix->b * matrix->c;

  if (!isfinite (det) || fabs (det) < 1e-30)
    return FALSE;

  *out_inverse = (GenuMatrix) {
    matrix->d / det,
    -matrix->b / det,
    -matrix->c / det,
    matrix->a / det,
    (matrix->c * matrix->f - matrix->d * matrix->e) / det,
    (matrix->b * matrix->e - matrix->a * matrix->f) / det,
  };
  return TRUE;
}

GenuPoint
genu_matrix_map_point (const GenuMatrix *matrix,
                       GenuPoint         point)
{
  return (GenuPoint) {
    matrix->a * point.x + matrix->c * point.y + matrix->e,
    matrix->b * point.x + matrix->d * point.y + matrix->f,
  };
}

/**
 * genu_matrix_map_rect:
 * @matrix: a matrix
 * @rect: a rectangle
 *
 * Returns: the smallest upright rectangle that holds the image of @rect
 */
GenuRect
genu_matrix_map_rect (const GenuMatrix *matrix,
                      const GenuRect   *rect)
{
  double x = matrix->a * rect->x + matrix->c * rect->y + matrix->e;
  double y = matrix->b * rect->x + matrix->d * rect->y + matrix->f;
  double ax = matrix->a * rect->width, ay = matrix->b * rect->width;
  double cx = matrix->c * rect->height, cy = matrix->d * rect->height;

  return (GenuRect) {
    x + MIN (ax, 0) + MIN (cx, 0),
    y + MIN (ay, 0) + MIN (cy, 0),
    fabs (ax) + fabs (cx),
    fabs (ay) + fabs (cy),
  };
}

gboolean
genu_rect_is_empty (const GenuRect *rect)
{
  return !(rect->width > 0 && rect->height > 0);
}

/**
 * genu_rect_intersect:
 * @a: a rectangle
 * @b: another
 * @out_common: (out) (optional): what both cover; untouched if nothing
 *
 * Returns: whether the two have an area in common
 */
gboolean
genu_rect_intersect (const GenuRect *a,
                     const GenuRect *b,
                     GenuRect       *out_common)
{
  double x0 = MAX (a->x, b->x), x1 = MIN (a->x + a->width, b->x + b->width);
  double y0 = MAX (a->y, b->y), y1 = MIN (a->y + a->height, b->y + b->height);

  if (!(x1 > x0 && y1 > y0))
    return FALSE;

  if (out_common != NULL)
    *out_common = (GenuRect) { x0, y0, x1 - x0, y1 - y0 };
  return TRUE;
}

/**
 * genu_rect_union:
 * @a: a rectangle
 * @b: another
 *
 * Returns: the smallest rectangle that holds both; an empty one adds nothing
 */
GenuRect
genu_rect_union (const GenuRect *a,
                 const GenuRect *b)
{
  double x0, y0, x1, y1;

  if (genu_rect_is_empty (a))
    return *b;
  if (genu_rect_is_empty (b))
    return *a;

  x0 = MIN (a->x, b->x);
  y0 = MIN (a->y, b->y);
  x1 = MAX (a->x + a->width, b->x + b->width);
  y1 = MAX (a->y + a->height, b->y + b->height);
  return (GenuRect) { x0, y0, x1 - x0, y1 - y0 };
}

gboolean
genu_rect_contains (const GenuRect *rect,
                    GenuPoint       point)
{
  return point.x >= rect->x && point.x < rect->x + rect->width && point.y >= rect->y
         && point.y < rect->y + rect->height;
}
