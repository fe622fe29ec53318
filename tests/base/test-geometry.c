/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-geometry.h"

#include <math.h>

#define N_RANDOM 200

static GenuMatrix
random_matrix (void)
{
  return (GenuMatrix) {
    g_test_rand_double_range (-3, 3), g_test_rand_double_range (-3, 3),
    g_test_rand_double_range (-3, 3), g_test_rand_double_range (-3, 3),
    g_test_rand_double_range (-50, 50), g_test_rand_double_range (-50, 50),
  };
}

static GenuPoint
random_point (void)
{
  return (GenuPoint) { g_test_rand_double_range (-9, 9), g_test_rand_double_range (-9, 9) };
}

static void
assert_near (GenuPoint a,
             GenuPoint b,
             double    epsilon)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, epsilon);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, epsilon);
}

/* translate (10 20) rotate (90) maps (1, 0) to (10, 21) */
static void
test_example (void)
{
  const GenuMatrix translate = { 1, 0, 0, 1, 10, 20 }, rotate = { 0, 1, -1, 0, 0, 0 };
  GenuMatrix both = genu_matrix_multiply (&translate, &rotate);

  assert_near (genu_matrix_map_point (&both, (GenuPoint) { 1, 0 }), (GenuPoint) { 10, 21 }, 1e-12);
}

static void
test_multiply (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      GenuMatrix outer = random_matrix (), inner = random_matrix ();
      GenuMatrix product = genu_matrix_multiply (&outer, &inner);
      GenuPoint point = random_point ();

      assert_near (genu_matrix_map_point (&product, point),
                   genu_matrix_map_point (&outer, genu_matrix_map_point (&inner, point)), 1e-9);
    }
}

static void
test_invert (void)
{
  const GenuMatrix flat = { 1, 2, 2, 4, 0, 0 }, endless = { INFINITY, 0, 0, 1, 0, 0 };
  GenuMatrix inverse = { 7 };

  for (int i = 0; i < N_RANDOM; i++)
    {
      GenuMatrix matrix = random_matrix ();
      GenuPoint point = random_point ();

      if (fabs (matrix.a * matrix.d - matrix.b * matrix.c) < 0.01)
        continue;
      g_assert_true (genu_matrix_invert (&matrix, &inverse));
      assert_near (genu_matrix_map_point (&inverse, genu_matrix_map_point (&matrix, point)), point,
                   1e-6);
    }

  inverse.a = 7;
  g_assert_false (genu_matrix_invert (&flat, &inverse));
  g_assert_false (genu_matrix_invert (&endless, &inverse));
  g_assert_cmpfloat (inverse.a, ==, 7);
}

/* The image of a rectangle holds the images of its corners, each side touched by one. */
static void
test_map_rect (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      GenuMatrix matrix = random_matrix ();
      GenuPoint at = random_point ();
      GenuRect rect = { at.x, at.y, g_test_rand_double_range (0, 9), 5 };
      GenuRect image = genu_matrix_map_rect (&matrix, &rect);
      double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

      for (int corner = 0; corner < 4; corner++)
        {
          GenuPoint point = genu_matrix_map_point (&matrix, (GenuPoint) {
            rect.x + (corner & 1 ? rect.width : 0), rect.y + (corner & 2 ? rect.height : 0) });

          left = MIN (left, point.x);
          right = MAX (right, point.x);
          top = MIN (top, point.y);
          bottom = MAX (bottom, point.y);
        }
      assert_near ((GenuPoint) { image.x, image.y }, (GenuPoint) { left, top }, 1e-9);
      assert_near ((GenuPoint) { image.x + image.width, image.y + image.height },
                   (GenuPoint) { right, bottom }, 1e-9);
    }
}

static void
test_rects (void)
{
  const GenuRect a = { 0, 0, 10, 10 }, b = { 5, 6, 10, 10 }, c = { 10, 0, 5, 5 };
  const GenuRect empty = { 3, 3, 0, 5 };
  GenuRect common = { 1, 1, 1, 1 }, both;

  g_assert_true (genu_rect_intersect (&a, &b, &common));
  g_assert_cmpfloat (common.x, ==, 5);
  g_assert_cmpfloat (common.height, ==, 4);
  g_assert_false (genu_rect_intersect (&a, &c, &common));
  g_assert_cmpfloat (common.x, ==, 5);
  g_assert_false (genu_rect_intersect (&a, &empty, NULL));

  both = genu_rect_union (&a, &b);
  g_assert_cmpfloat (both.width, ==, 15);
  g_assert_cmpfloat (both.height, ==, 16);
  both = genu_rect_union (&a, &empty);
  g_assert_cmpfloat (both.width, ==, 10);
  both = genu_rect_union (&empty, &b);
  g_assert_cmpfloat (both.x, ==, 5);

  g_assert_true (genu_rect_is_empty (&empty));
  g_assert_true (genu_rect_is_empty (&(GenuRect) { 0, 0, NAN, 1 }));
  g_assert_false (genu_rect_is_empty (&a));
  g_assert_true (genu_rect_contains (&a, (GenuPoint) { 0, 9.99 }));
  g_assert_false (genu_rect_contains (&a, (GenuPoint) { 10, 5 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geometry/example", test_example);
  g_test_add_func ("/geometry/multiply", test_multiply);
  g_test_add_func ("/geometry/invert", test_invert);
  g_test_add_func ("/geometry/map-rect", test_map_rect);
  g_test_add_func ("/geometry/rects", test_rects);

  return g_test_run ();
}
