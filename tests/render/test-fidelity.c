/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fidelity contract, at 640×360 and (where the frame is never drawn in one piece at rest) at
 * 1024×576 and 1366×768 (where large layers are drawn in slices), over every drawing of the
 * built-in pack, the SMIL corpus and the drawings beside this test:
 *
 *   at rest    at most 0.05 % of the pixels differ by more than 3 from the baked drawing
 *              drawn whole
 *   in motion  at most 1 % differ by more than 32
 *
 * Annotated drawings are looked at at the end of each step and 20 times between, others at 20 times
 * of their first seconds. */

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "genu-picture.h"

#define N_TIMES 20

static const struct { int width, height; } sizes[] = { { 640, 360 }, { 1024, 576 }, { 1366, 768 } };

typedef struct
{
  GenuScene       *scene;
  GenuPicture     *picture;
  cairo_surface_t *layered;
  cairo_surface_t *whole;
  int              width;
  int              height;
} Fixture;

static gboolean
set_up (Fixture    *fixture,
        const char *path,
        guint       size,
        gboolean    mirror)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  GenuRect window = { 0, 0, sizes[size].width, sizes[size].height }, view_box;
  GenuMatrix view;

  fixture->width = sizes[size].width;
  fixture->height = sizes[size].height;
  fixture->scene = genu_scene_new_from_file (path, report);
  if (fixture->scene == NULL)
    return FALSE;
  view_box = genu_scene_get_view_box (fixture->scene);
  view = genu_scene_fit_camera (&view_box, &window, mirror);
  fixture->picture = genu_picture_new (fixture->scene);
  genu_picture_set_view (fixture->picture, &view, fixture->width, fixture->height, FALSE);
  fixture->layered = cairo_image_surface_create (CAIRO_FORMAT_RGB24, fixture->width,
                                                 fixture->height);
  fixture->whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, fixture->width,
                                               fixture->height);
  return TRUE;
}

static void
tear_down (Fixture *fixture)
{
  cairo_surface_destroy (fixture->layered);
  cairo_surface_destroy (fixture->whole);
  genu_picture_free (fixture->picture);
  genu_scene_unref (fixture->scene);
}

/* Per cent of the pixels of which a channel differs by more than @threshold. */
static double
get_difference (const Fixture *fixture,
                int            threshold)
{
  const guchar *a, *b;
  int stride = cairo_image_surface_get_stride (fixture->layered);
  guint n = 0;

  cairo_surface_flush (fixture->layered);
  cairo_surface_flush (fixture->whole);
  a = cairo_image_surface_get_data (fixture->layered);
  b = cairo_image_surface_get_data (fixture->whole);
  for (int y = 0; y < fixture->height; y++)
    for (int x = 0; x < fixture->width; x++)
      {
        const guchar *p = a + y * stride + x * 4, *q = b + y * stride + x * 4;

        n += abs (p[0] - q[0]) > threshold || abs (p[1] - q[1]) > threshold
             || abs (p[2] - q[2]) > threshold;
      }

  return 100.0 * n / (fixture->width * fixture->height);
}

static void
draw_whole (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  genu_picture_draw_reference (fixture->picture, fixture->whole, &error);
  g_assert_no_error (error);
}

static void
assert_at_rest (Fixture    *fixture,
                const char *path,
                gint64      time)
{
  cairo_t *cr = cairo_create (fixture->layered);
  double difference;

  genu_picture_seek (fixture->picture, time);
  genu_picture_draw (fixture->picture, cr);
  cairo_destroy (cr);
  draw_whole (fixture);

  difference = get_difference (fixture, 3);
  if (difference > 0.05)
    {
      g_test_message ("%s at %.3f s: %.4f %% differ by more than 3", path, (double) time / 1e6,
                      difference);
      g_test_fail ();
    }
}

/* Comes to @time by playing: three frames of a sixtieth of a second before it.  On a busy machine
 * the pictures of what is repainted may come a few frames late. */
static void
assert_in_motion (Fixture    *fixture,
                  const char *path,
                  gint64      time)
{
  cairo_t *cr = cairo_create (fixture->layered);
  double difference = 100;

  genu_picture_seek (fixture->picture, MAX (time - 50000, 0));
  genu_picture_settle (fixture->picture);
  for (int i = 2; i >= 0; i--)
    {
      genu_picture_seek (fixture->picture, MAX (time - i * 16667, 0));
      genu_picture_draw_playing (fixture->picture, NULL);
    }
  draw_whole (fixture);
  for (int i = 0; i < 20 && difference > 1; i++)
    {
      if (i > 0)
        g_usleep (16667);
      genu_picture_draw_playing (fixture->picture, cr);
      difference = get_difference (fixture, 32);
    }
  cairo_destroy (cr);

  if (difference > 1)
    {
      g_test_message ("%s in motion at %.3f s: %.4f %% differ by more than 32", path,
                      (double) time / 1e6, difference);
      g_test_fail ();
    }
}

static GArray *
get_times (const GenuScene *scene)
{
  const GArray *steps = genu_scene_get_diagram (scene)->steps;
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 end = genu_timeline_get_end (genu_scene_get_timeline (scene));

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      gint64 step_end = g_array_index (steps, GenuDiagramStep, i).end;

      g_array_append_val (times, step_end);
      end = MAX (end == GENU_TIME_NEVER ? 0 : end, step_end);
    }
  end = CLAMP (end, 1000000, 60 * G_TIME_SPAN_SECOND);
  if (times->len == 0)
    end = MIN (end, 10 * G_TIME_SPAN_SECOND);
  for (int i = 0; i < N_TIMES; i++)
    {
      gint64 time = end * (2 * i + 1) / (2 * N_TIMES);

      g_array_append_val (times, time);
    }
  return times;
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  Fixture fixture;
  g_autoptr(GArray) times = NULL;

  if (!set_up (&fixture, path, 0, FALSE))
    {
      g_test_skip ("not a drawing that can be shown");
      return;
    }
  times = get_times (fixture.scene);
  for (guint i = 0; i < times->len; i++)
    {
      assert_at_rest (&fixture, path, g_array_index (times, gint64, i));
      if (i % 4 == 0)
        assert_in_motion (&fixture, path, g_array_index (times, gint64, i));
    }
  tear_down (&fixture);

  g_assert_true (set_up (&fixture, path, 1, FALSE));
  for (guint i = 0; i < times->len; i += 3)
    assert_at_rest (&fixture, path, g_array_index (times, gint64, i));
  tear_down (&fixture);

  g_assert_true (set_up (&fixture, path, 1, TRUE));
  assert_at_rest (&fixture, path, g_array_index (times, gint64, 0));
  assert_at_rest (&fixture, path, g_array_index (times, gint64, times->len / 2));
  tear_down (&fixture);

  g_assert_true (set_up (&fixture, path, 2, FALSE));
  assert_at_rest (&fixture, path, g_array_index (times, gint64, 0));
  tear_down (&fixture);
}

static void
add_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), folder, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".svg"))
      {
        g_autofree char *test = g_strdup_printf ("/fidelity/%s", name);

        g_test_add_data_func_full (test, g_build_filename (path, name, NULL), test_file, g_free);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("GENU_SOURCE_ROOT"));

  add_folder (argc > 1 ? argv[1] : "tests/render/svg");
  return g_test_run ();
}
