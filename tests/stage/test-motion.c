/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-stage-motion.h"

#include <math.h>

static void
test_ease (void)
{
  double before = 0;

  g_assert_cmpfloat (genu_stage_ease (0), ==, 0);
  g_assert_cmpfloat (genu_stage_ease (1), ==, 1);
  for (int i = 1; i <= 100; i++)
    {
      double now = genu_stage_ease (i / 100.0);

      g_assert_cmpfloat (now, >=, before);
      before = now;
    }
  /* The curve's point at t = 0.5 is x = 0.2, y = 0.5. */
  g_assert_cmpfloat_with_epsilon (genu_stage_ease (0.2), 0.5, 1e-6);
}

static void
test_zoom_keeps_a_point (void)
{
  GenuMatrix from = { 4, 0, 0, 4, 0, 0 }, to = { 8, 0, 0, 8, -400, -200 };
  GenuPoint centre = { 320, 180 }, fixed = { 100, 50 };

  /* The point that both views map to one place stays there all the way. */
  for (int i = 0; i <= 10; i++)
    {
      GenuMatrix view = genu_stage_mix_views (&from, &to, i / 10.0, centre);
      GenuPoint shown = genu_matrix_map_point (&view, fixed);

      g_assert_cmpfloat_with_epsilon (shown.x, 400, 1e-6);
      g_assert_cmpfloat_with_epsilon (shown.y, 200, 1e-6);
      g_assert_cmpfloat_with_epsilon (view.a, 4 * pow (2, i / 10.0), 1e-9);
    }
}

static void
test_mirrored_pan (void)
{
  GenuMatrix from = { -4, 0, 0, 4, 640, 0 }, to = { -4, 0, 0, 4, 840, 40 };
  GenuMatrix view = genu_stage_mix_views (&from, &to, 0.5, (GenuPoint) { 320, 180 });

  g_assert_cmpfloat_with_epsilon (view.a, -4, 1e-9);
  g_assert_cmpfloat_with_epsilon (view.e, 740, 1e-6);
  g_assert_cmpfloat_with_epsilon (view.f, 20, 1e-6);
}

static void
test_same (void)
{
  GenuMatrix a = { 4, 0, 0, 4, 10, 20 }, b = a;

  g_assert_true (genu_stage_same_views (&a, &b));
  b.e += 0.01;
  g_assert_true (genu_stage_same_views (&a, &b));
  b.e += 1;
  g_assert_false (genu_stage_same_views (&a, &b));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage/motion/ease", test_ease);
  g_test_add_func ("/stage/motion/zoom-keeps-a-point", test_zoom_keeps_a_point);
  g_test_add_func ("/stage/motion/mirrored-pan", test_mirrored_pan);
  g_test_add_func ("/stage/motion/same", test_same);

  return g_test_run ();
}
