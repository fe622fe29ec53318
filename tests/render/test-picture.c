/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a picture: workers, the cache, nodes, coming to rest, being held. */

#include <stdlib.h>
#include <string.h>

#include "genu-limits.h"
#include "genu-picture.h"

#define WIDTH 400
#define HEIGHT 300

static const char drawing[] =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 300'>"
  "<rect width='400' height='300' fill='#eed'/>"
  "<circle cx='300' cy='200' r='60' fill='#468'/>"
  "<g id='mover'><path d='M20 20h50v40l-30 10z' fill='#c33' stroke='#300' stroke-width='3'/>"
  "<animateTransform attributeName='transform' type='translate' from='0 0' to='53.5 11.25' "
  "dur='2s' fill='freeze'/></g>"
  "<rect x='200' y='20' width='50' height='50' fill='#3a3'><animate attributeName='fill' "
  "from='#3a3' to='#33a' dur='2s' fill='freeze'/></rect>"
  "<path d='M0 250h400v50h-400z' fill='#753'/>"
  "</svg>";

static GenuPicture *
new_picture (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (drawing, strlen (drawing));
  g_autoptr(GenuSvgDocument) document = genu_svg_document_new_from_bytes (bytes, "test.svg",
                                                                          report);
  g_autoptr(GenuScene) scene = genu_scene_new (document, report);
  GenuPicture *picture;

  g_assert_nonnull (scene);
  picture = genu_picture_new (scene);
  return picture;
}

static void
set_zoom (GenuPicture *picture,
          double       zoom,
          gboolean     moving)
{
  GenuMatrix view = { zoom, 0, 0, zoom, -100 * (zoom - 1), -60 * (zoom - 1) };

  genu_picture_set_view (picture, &view, WIDTH, HEIGHT, moving);
}

/* Per cent of pixels of which a channel differs by more than @threshold. */
static double
compare (cairo_surface_t *one,
         cairo_surface_t *other,
         int              threshold)
{
  const guchar *a, *b;
  guint n = 0;

  cairo_surface_flush (one);
  cairo_surface_flush (other);
  a = cairo_image_surface_get_data (one);
  b = cairo_image_surface_get_data (other);
  for (int i = 0; i < WIDTH * HEIGHT; i++)
    n += abs (a[4 * i] - b[4 * i]) > threshold || abs (a[4 * i + 1] - b[4 * i + 1]) > threshold
         || abs (a[4 * i + 2] - b[4 * i + 2]) > threshold;
  return 100.0 * n / (WIDTH * HEIGHT);
}

/* Per cent of pixels that differ by more than 3 from the drawing drawn whole. */
static double
get_difference (GenuPicture *picture)
{
  cairo_surface_t *layered = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (layered);
  double difference;

  genu_picture_draw (picture, cr);
  cairo_destroy (cr);
  g_assert_true (genu_picture_draw_reference (picture, whole, NULL));
  difference = compare (layered, whole, 3);
  cairo_surface_destroy (layered);
  cairo_surface_destroy (whole);
  return difference;
}

/* Views and times change while workers are busy; whatever comes last must be what is shown. */
static void
test_threads (void)
{
  g_autoptr(GenuPicture) picture = new_picture ();
  g_autoptr(GRand) random = g_rand_new_with_seed (4);

  for (guint round = 0; round < 40; round++)
    {
      for (guint i = 0; i < 12; i++)
        {
          if (g_rand_boolean (random))
            set_zoom (picture, g_rand_double_range (random, 0.5, 3), g_rand_boolean (random));
          else if (round + i > 0)
            genu_picture_seek (picture, g_rand_int_range (random, 0, 2500000));
          if (round > 0 || i > 6)
            {
              set_zoom (picture, g_rand_double_range (random, 0.5, 3), FALSE);
              genu_picture_draw_playing (picture, NULL);
            }
        }
      set_zoom (picture, g_rand_double_range (random, 0.5, 3), FALSE);
      g_assert_cmpfloat (get_difference (picture), <=, 0.05);
    }
}

static void
test_cache_bound (void)
{
  g_autoptr(GenuPicture) picture = new_picture ();
  GenuPictureStats stats;
  guint n_drawn;

  for (guint i = 0; i < 400; i++)
    {
      set_zoom (picture, 1 + i * 0.01, FALSE);
      genu_picture_settle (picture);
      stats = genu_picture_get_stats (picture);
      g_assert_cmpuint (stats.bytes + stats.kept_bytes, <=, GENU_LIMIT_CACHE_BYTES);
    }
  g_assert_cmpuint (stats.kept_bytes, >, 0);

  /* A view that was just left is still there: only what is repainted is drawn. */
  n_drawn = stats.n_drawn;
  set_zoom (picture, 1 + 398 * 0.01, FALSE);
  genu_picture_settle (picture);
  g_assert_cmpuint (genu_picture_get_stats (picture).n_drawn - n_drawn, <=, 1);
}

/* Too much for the memory allowed: shown at a lower resolution, and never endlessly asked for. */
static void
test_budget (void)
{
  g_autoptr(GenuPicture) picture = new_picture ();
  GenuPictureStats stats;

  genu_picture_set_budget (picture, 150000);
  set_zoom (picture, 1, FALSE);
  genu_picture_settle (picture);
  g_assert_true (genu_picture_is_settled (picture));
  stats = genu_picture_get_stats (picture);
  g_assert_cmpuint (stats.bytes + stats.kept_bytes, <=, 150000);

  genu_picture_seek (picture, 900000);
  genu_picture_settle (picture);
  g_assert_true (genu_picture_is_settled (picture));
}

/* A window that grows under the same view shows what it did not show before.  Larger than what is
 * drawn in one piece at rest. */
static void
test_grows (void)
{
  enum { LARGE_WIDTH = 1000, LARGE_HEIGHT = 700 };
  g_autoptr(GenuPicture) picture = new_picture ();
  GenuMatrix view = { 3, 0, 0, 3, 0, 0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, LARGE_WIDTH,
                                                         LARGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const guchar *pixel;

  genu_picture_set_view (picture, &view, WIDTH, HEIGHT, FALSE);
  genu_picture_settle (picture);
  genu_picture_set_view (picture, &view, LARGE_WIDTH, LARGE_HEIGHT, FALSE);
  genu_picture_draw (picture, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* In the circle, right of and below the first window. */
  pixel = cairo_image_surface_get_data (surface)
          + 600 * cairo_image_surface_get_stride (surface) + 900 * 4;
  g_assert_cmphex (pixel[2], ==, 0x44);
  g_assert_cmphex (pixel[1], ==, 0x66);
  g_assert_cmphex (pixel[0], ==, 0x88);
  cairo_surface_destroy (surface);
}

/* No view can be computed back from a window to this drawing, and nothing waits for ever. */
static void
test_hopeless_view (void)
{
  g_autoptr(GenuPicture) picture = new_picture ();
  GenuMatrix view = { 1e-28, 0, 0, 1e-28, 0, 0 };

  genu_picture_set_view (picture, &view, WIDTH, HEIGHT, FALSE);
  genu_picture_settle (picture);
  genu_picture_draw_playing (picture, NULL);
}

static guint
count_new_nodes (GskRenderNode *now,
                 GskRenderNode *before)
{
  guint n = gsk_container_node_get_n_children (now), n_new = 0;

  g_assert_cmpuint (n, ==, gsk_container_node_get_n_children (before));
  for (guint i = 0; i < n; i++)
    n_new += gsk_container_node_get_child (now, i) != gsk_container_node_get_child (before, i);
  return n_new;
}

static void
test_nodes (void)
{
  g_autoptr(GenuPicture) picture = new_picture ();
  g_autoptr(GskRenderNode) first = NULL;
  g_autoptr(GskRenderNode) same = NULL;
  g_autoptr(GskRenderNode) moved = NULL;

  set_zoom (picture, 1, FALSE);
  genu_picture_settle (picture);
  first = genu_picture_dup_node (picture, 1);
  same = genu_picture_dup_node (picture, 1);
  g_assert_cmpuint (gsk_container_node_get_n_children (first), >, 4);
  g_assert_cmpuint (count_new_nodes (same, first), ==, 0);

  genu_picture_seek (picture, 500000);
  genu_picture_settle (picture);
  moved = genu_picture_dup_node (picture, 1);
  g_assert_cmpuint (count_new_nodes (moved, first), >, 0);
  g_assert_cmpuint (count_new_nodes (moved, first), <=, 3);
}

/* A node that GTK still holds keeps its pixels valid after the picture is gone. */
static void
test_node_outlives (void)
{
  GenuPicture *picture = new_picture ();
  GskRenderNode *node;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const guchar *data;

  set_zoom (picture, 1, FALSE);
  genu_picture_settle (picture);
  node = genu_picture_dup_node (picture, 1);
  genu_picture_free (picture);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface) + 200 * cairo_image_surface_get_stride (surface)
         + 300 * 4;
  g_assert_cmphex (data[2], ==, 0x44);
  g_assert_cmphex (data[1], ==, 0x66);
  g_assert_cmphex (data[0], ==, 0x88);
  cairo_surface_destroy (surface);
}

static void
draw_node (GenuPicture     *picture,
           cairo_surface_t *surface)
{
  GskRenderNode *node = genu_picture_dup_node (picture, 1);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  gsk_render_node_unref (node);
}

/* Both back ends show the same picture, at rest and while the view turns. */
static void
test_textures (void)
{
  g_autoptr(GenuPicture) gpu = new_picture ();
  g_autoptr(GenuPicture) software = new_picture ();
  cairo_surface_t *one = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_surface_t *other = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  GenuMatrix turned = { 0.9, 0.4, -0.4, 1.1, 60, -40 };

  genu_picture_set_backend (gpu, GENU_BACKEND_GPU);
  set_zoom (gpu, 1.5, FALSE);
  set_zoom (software, 1.5, FALSE);
  genu_picture_seek (gpu, 700000);
  genu_picture_seek (software, 700000);
  genu_picture_settle (gpu);
  genu_picture_settle (software);
  draw_node (gpu, one);
  g_assert_true (genu_picture_draw_reference (gpu, other, NULL));
  g_assert_cmpfloat (compare (one, other, 3), <=, 0.05);

  genu_picture_set_view (gpu, &turned, WIDTH, HEIGHT, TRUE);
  genu_picture_set_view (software, &turned, WIDTH, HEIGHT, TRUE);
  draw_node (gpu, one);
  draw_node (software, other);
  g_assert_cmpfloat (compare (one, other, 32), <=, 1);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

/* Runs the main loop for so long; returns how many sources were dispatched. */
static guint
run_loop (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;
  guint n = 0;

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        n++;
      g_usleep (5000);
    }
  return n;
}

static void
on_changed (GenuPicture *picture,
            gpointer     user_data)
{
  (*(guint *) user_data)++;
}

/* A layer that stops at a fraction of a pixel is drawn there by itself, and then all is quiet. */
static void
test_comes_to_rest (void)
{
  g_autoptr(GenuPicture) picture = new_picture ();
  guint n_changed = 0;

  set_zoom (picture, 1, FALSE);
  genu_picture_settle (picture);
  genu_picture_set_changed_func (picture, on_changed, &n_changed);
  genu_picture_seek (picture, 700000);
  genu_picture_draw_playing (picture, NULL);
  g_assert_false (genu_picture_is_settled (picture));

  for (guint i = 0; i < 200 && !genu_picture_is_settled (picture); i++)
    run_loop (10);
  g_assert_true (genu_picture_is_settled (picture));
  g_assert_cmpuint (n_changed, >, 0);
  g_assert_cmpfloat (get_difference (picture), <=, 0.05);

  run_loop (100);
  g_assert_cmpuint (run_loop (500), ==, 0);
}

static void
test_held_schedules_nothing (void)
{
  g_autoptr(GenuPicture) picture = new_picture ();
  g_autoptr(GskRenderNode) node = NULL;

  set_zoom (picture, 1, FALSE);
  genu_picture_settle (picture);
  node = genu_picture_dup_node (picture, 1);
  run_loop (100);
  g_assert_cmpuint (run_loop (500), ==, 0);
}

/* While the view moves the old frame is put elsewhere, and nothing is drawn. */
static void
test_moving_view (void)
{
  g_autoptr(GenuPicture) picture = new_picture ();
  guint n_drawn;

  set_zoom (picture, 1, FALSE);
  genu_picture_settle (picture);
  n_drawn = genu_picture_get_stats (picture).n_drawn;
  for (guint i = 1; i < 10; i++)
    {
      set_zoom (picture, 1 + i * 0.1, TRUE);
      genu_picture_draw_playing (picture, NULL);
    }
  g_assert_cmpuint (genu_picture_get_stats (picture).n_drawn, ==, n_drawn);
  g_assert_false (genu_picture_is_settled (picture));
  set_zoom (picture, 1.9, FALSE);
  for (guint i = 0; i < 200 && !genu_picture_is_settled (picture); i++)
    run_loop (10);
  g_assert_true (genu_picture_is_settled (picture));
  g_assert_cmpfloat (get_difference (picture), <=, 0.05);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/threads", test_threads);
  g_test_add_func ("/picture/cache-bound", test_cache_bound);
  g_test_add_func ("/picture/budget", test_budget);
  g_test_add_func ("/picture/grows", test_grows);
  g_test_add_func ("/picture/hopeless-view", test_hopeless_view);
  g_test_add_func ("/picture/nodes", test_nodes);
  g_test_add_func ("/picture/node-outlives", test_node_outlives);
  g_test_add_func ("/picture/textures", test_textures);
  g_test_add_func ("/picture/comes-to-rest", test_comes_to_rest);
  g_test_add_func ("/picture/held-schedules-nothing", test_held_schedules_nothing);
  g_test_add_func ("/picture/moving-view", test_moving_view);

  return g_test_run ();
}
