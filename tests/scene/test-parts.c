/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Anchors, hits, bounds and cameras. */

#include <string.h>

#include "genu-scene.h"

static const char drawing[] =
  "<svg xmlns='http://www.w3.org/2000/svg' xmlns:genu='urn:genu:diagram:1' viewBox='0 0 100 100'>"
  "<metadata><genu:diagram version='1' ground='#FBE9DA' unit='mm' laterality='right'>"
  "<genu:part id='bone'><genu:anchor name='tip' x='5' y='0'/></genu:part>"
  "<genu:part id='cell'><genu:anchor name='middle' x='0' y='0'/></genu:part>"
  "<genu:part id='ring'><genu:anchor name='rim' x='80' y='70'/></genu:part>"
  "<genu:step id='one' begin='0' end='2' focus='bone'/>"
  "</genu:diagram></metadata>"
  "<g transform='translate(10 20)'><path id='bone' d='M0 0h10v10h-10z'>"
  "<animateTransform attributeName='transform' type='translate' from='0 0' to='40 0' dur='2s' "
  "fill='freeze'/></path></g>"
  "<g id='cell' transform='translate(70 30)'><circle r='10'/>"
  "<set attributeName='visibility' to='hidden' begin='1s'/></g>"
  "<path id='ring' fill-rule='evenodd' d='M70 70a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z'/>"
  "</svg>";

static GenuScene *
new_scene (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (drawing, strlen (drawing));
  g_autoptr(GenuSvgDocument) document = genu_svg_document_new_from_bytes (bytes, "test.svg",
                                                                          report);
  GenuScene *scene = genu_scene_new (document, report);

  g_assert_nonnull (scene);
  return scene;
}

static void
test_anchor (void)
{
  g_autoptr(GenuScene) scene = new_scene ();
  GenuPoint point = { -1, -1 };

  g_assert_false (genu_scene_get_anchor (scene, "bone", "none", &point));
  g_assert_false (genu_scene_get_anchor (scene, "nobody", "tip", &point));
  g_assert_cmpfloat (point.x, ==, -1);

  g_assert_true (genu_scene_get_anchor (scene, "bone", "tip", &point));
  g_assert_cmpfloat_with_epsilon (point.x, 15, 1e-6);
  g_assert_cmpfloat_with_epsilon (point.y, 20, 1e-6);

  genu_timeline_seek (genu_scene_get_timeline (scene), 1000000);
  g_assert_true (genu_scene_get_anchor (scene, "bone", "tip", &point));
  g_assert_cmpfloat_with_epsilon (point.x, 35, 1e-6);
}

static void
test_hidden (void)
{
  g_autoptr(GenuScene) scene = new_scene ();
  GenuPoint point, at = { 70, 30 };

  g_assert_cmpstr (genu_scene_hit (scene, at), ==, "cell");
  g_assert_true (genu_scene_get_anchor (scene, "cell", "middle", &point));
  genu_timeline_seek (genu_scene_get_timeline (scene), 1500000);
  g_assert_null (genu_scene_hit (scene, at));
  g_assert_false (genu_scene_get_anchor (scene, "cell", "middle", &point));
}

static void
test_hit (void)
{
  g_autoptr(GenuScene) scene = new_scene ();

  g_assert_cmpstr (genu_scene_hit (scene, (GenuPoint) { 15, 25 }), ==, "bone");
  g_assert_null (genu_scene_hit (scene, (GenuPoint) { 25, 25 }));
  g_assert_cmpstr (genu_scene_hit (scene, (GenuPoint) { 80, 75 }), ==, "ring");
  g_assert_null (genu_scene_hit (scene, (GenuPoint) { 71, 78 }));

  genu_timeline_seek (genu_scene_get_timeline (scene), 2000000);
  g_assert_null (genu_scene_hit (scene, (GenuPoint) { 15, 25 }));
  g_assert_cmpstr (genu_scene_hit (scene, (GenuPoint) { 55, 25 }), ==, "bone");
}

static void
test_bounds (void)
{
  g_autoptr(GenuScene) scene = new_scene ();
  GenuRect bounds;

  g_assert_true (genu_scene_get_part_bounds (scene, "cell", &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.x, 60, 1e-3);
  g_assert_cmpfloat_with_epsilon (bounds.width, 20, 1e-3);
  g_assert_false (genu_scene_get_part_bounds (scene, "nobody", &bounds));
}

static void
test_camera (void)
{
  GenuRect camera = { 10, 10, 40, 20 }, window = { 0, 0, 100, 100 }, middle;
  GenuMatrix view = genu_scene_fit_camera (&camera, &window, FALSE);
  GenuPoint corner = genu_matrix_map_point (&view, (GenuPoint) { 10, 10 });
  GenuRect wide = { 0, 0, 160, 90 };

  g_assert_cmpfloat_with_epsilon (view.a, 2.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (corner.x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (corner.y, 25, 1e-9);

  view = genu_scene_fit_camera (&camera, &window, TRUE);
  corner = genu_matrix_map_point (&view, (GenuPoint) { 10, 10 });
  g_assert_cmpfloat_with_epsilon (corner.x, 100, 1e-9);

  middle = genu_scene_mix_cameras (&camera, &wide, 0);
  g_assert_cmpfloat_with_epsilon (middle.width, 40, 1e-9);
  middle = genu_scene_mix_cameras (&camera, &wide, 1);
  g_assert_cmpfloat_with_epsilon (middle.x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (middle.height, 90, 1e-9);
  middle = genu_scene_mix_cameras (&camera, &wide, 0.5);
  g_assert_cmpfloat_with_epsilon (middle.width, 80, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parts/anchor", test_anchor);
  g_test_add_func ("/parts/hidden", test_hidden);
  g_test_add_func ("/parts/hit", test_hit);
  g_test_add_func ("/parts/bounds", test_bounds);
  g_test_add_func ("/parts/camera", test_camera);

  return g_test_run ();
}
