/* SPDX-License-Identifier: GPL-3.0-or-later */

/* genu_resample_over() does what cairo does, in every place and direction. */

#include <math.h>
#include <string.h>

#include "genu-raster.h"
#include "genu-resample.h"

#define SIDE 200

/* Soft and hard edges, every opacity, some of it empty. */
static cairo_surface_t *
new_source (int width,
            int height)
{
  cairo_surface_t *source = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr(GenuCairo) cr = cairo_create (source);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 0, width, height);

  cairo_pattern_add_color_stop_rgba (pattern, 0, 0.9, 0.2, 0.1, 1);
  cairo_pattern_add_color_stop_rgba (pattern, 1, 0.1, 0.3, 0.8, 0.2);
  cairo_set_source (cr, pattern);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.1, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_rectangle (cr, 0, 0, width / 3.0, height / 4.0);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);

  return source;
}

static cairo_surface_t *
new_target (void)
{
  cairo_surface_t *target = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  g_autoptr(GenuCairo) cr = cairo_create (target);

  cairo_set_source_rgb (cr, 0.95, 0.9, 0.8);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.2, 0.5, 0.3);
  cairo_rectangle (cr, 40, 70, 90, 50);
  cairo_fill (cr);

  return target;
}

static void
paint_with_cairo (cairo_surface_t             *target,
                  const cairo_rectangle_int_t *clip,
                  cairo_surface_t             *source,
                  const GenuMatrix            *matrix,
                  double                       opacity)
{
  g_autoptr(GenuCairo) cr = cairo_create (target);
  cairo_matrix_t m;

  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
  cairo_matrix_init (&m, matrix->a, matrix->b, matrix->c, matrix->d, matrix->e, matrix->f);
  cairo_transform (cr, &m);
  cairo_set_source_surface (cr, source, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint_with_alpha (cr, opacity);
}

/* How many of the pixels' channels differ by more than @tolerance. */
static int
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b,
                   int              tolerance)
{
  const guchar *p = cairo_image_surface_get_data (a), *q = cairo_image_surface_get_data (b);
  int count = 0;

  for (gsize i = 0; i < SIDE * SIDE * 4; i++)
    count += ABS ((int) p[i] - (int) q[i]) > tolerance;
  return count;
}

static void
compare (int               width,
         int               height,
         const GenuMatrix *matrix,
         double            opacity)
{
  const cairo_rectangle_int_t clips[] = { { 0, 0, SIDE, SIDE }, { 31, 57, 90, 64 } };
  g_autoptr(GenuSurface) source = new_source (width, height);

  for (guint i = 0; i < G_N_ELEMENTS (clips); i++)
    {
      g_autoptr(GenuSurface) expected = new_target (), actual = new_target ();
      int far, near;

      paint_with_cairo (expected, &clips[i], source, matrix, opacity);
      cairo_surface_flush (actual);
      g_assert_true (genu_resample_over (actual, &clips[i], source, matrix, opacity));
      cairo_surface_mark_dirty (actual);
      /* pixman's weights have 7 bits: at a hard edge each direction may be off by 2.  And cairo
       * cuts the outermost half pixel here and there, where it rounds a turned picture's bounds. */
      far = count_differences (expected, actual, 6);
      near = count_differences (expected, actual, 3);
      if (far > 60 || near > 400)
        g_error ("%dx%d by (%g %g %g %g %g %g), opacity %g: %d differ by over 6, %d by over 3",
                 width, height, matrix->a, matrix->b, matrix->c, matrix->d, matrix->e, matrix->f,
                 opacity, far, near);
    }
}

static void
test_turned (void)
{
  for (int degrees = 0; degrees < 360; degrees += 15)
    {
      double c = cos (degrees * G_PI / 180), s = sin (degrees * G_PI / 180);
      GenuMatrix matrix = { c, s, -s, c, 100.3 - 40 * c + 30 * s, 95.7 - 40 * s - 30 * c };

      compare (80, 60, &matrix, 1);
      compare (80, 60, &matrix, 0.4);
    }
}

static void
test_random (void)
{
  for (int i = 0; i < 300; i++)
    {
      int width = g_test_rand_int_range (1, 150), height = g_test_rand_int_range (1, 150);
      double turn = g_test_rand_double_range (0, 2 * G_PI), skew = g_test_rand_double_range (-1, 1);
      double x = g_test_rand_double_range (0.6, 2), y = g_test_rand_double_range (0.6, 2);
      double c = cos (turn), s = sin (turn);
      GenuMatrix matrix = { x * c, x * s, y * (skew * c - s), y * (skew * s + c),
                            g_test_rand_double_range (-100, 250),
                            g_test_rand_double_range (-100, 250) };

      compare (width, height, &matrix, g_test_rand_double_range (0, 1));
    }
}

/* Moved by part of a pixel, mirrored, one pixel wide, far away. */
static void
test_special (void)
{
  const GenuMatrix matrices[] = {
    { 1, 0, 0, 1, 20.5, 30.25 }, { -1, 0, 0, 1, 150.5, 10 },     { 1, 0, 0, -1, 3, 180.75 },
    { 1, 0, 0, 1, 5000, 5000 },  { 1, 0, 0, 1, -79.5, -59.5 },   { 0, 1, -1, 0, 120, 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (matrices); i++)
    {
      compare (80, 60, &matrices[i], 1);
      compare (1, 60, &matrices[i], 1);
      compare (80, 1, &matrices[i], 0.7);
      compare (1, 1, &matrices[i], 1);
    }
}

/* Nothing is written where there is nothing to see, nor outside of the clip. */
static void
test_nothing (void)
{
  const GenuMatrix flat = { 1, 1, 1, 1, 0, 0 };
  const GenuMatrix tiny = { 1e-5, 0, 0, 1e-5, 50, 50 };
  const GenuMatrix nowhere = { NAN, 0, 0, 1, 0, 0 };
  const cairo_rectangle_int_t all = { 0, 0, SIDE, SIDE };
  g_autoptr(GenuSurface) source = new_source (50, 50), target = new_target ();
  g_autoptr(GenuSurface) before = new_target ();
  g_assert_true (genu_resample_over (target, &all, source, &flat, 1));
  g_assert_true (genu_resample_over (target, &all, source, &nowhere, 1));
  g_assert_false (genu_resample_over (target, &all, source, &tiny, 1));
  g_assert_cmpint (count_differences (before, target, 0), ==, 0);
}

static void
test_too_large (void)
{
  const GenuMatrix matrix = { 0.6, 0.8, -0.8, 0.6, 0, 0 };
  const cairo_rectangle_int_t all = { 0, 0, SIDE, SIDE };
  g_autoptr(GenuSurface) wide = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 16000, 1);
  g_autoptr(GenuSurface) most = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 15999, 1);
  g_autoptr(GenuSurface) target = new_target ();

  g_assert_false (genu_resample_over (target, &all, wide, &matrix, 1));
  g_assert_true (genu_resample_over (target, &all, most, &matrix, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resample/turned", test_turned);
  g_test_add_func ("/resample/random", test_random);
  g_test_add_func ("/resample/special", test_special);
  g_test_add_func ("/resample/nothing", test_nothing);
  g_test_add_func ("/resample/too-large", test_too_large);

  return g_test_run ();
}
