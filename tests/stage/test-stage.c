/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A topic's step on the stage: time, camera, side, painting, and what happens without a picture. */

#include "config.h"

#include "stage-fixture.h"

#include <math.h>
#include <string.h>

#define SECOND G_USEC_PER_SEC

static cairo_surface_t *
draw (GenuStage *stage,
      int        width,
      int        height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  genu_stage_draw (stage, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const unsigned char *row = cairo_image_surface_get_data (surface)
                             + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static void
test_durations (Fixture      *fixture,
                gconstpointer data)
{
  GenuStage *stage = fixture->stage;

  g_assert_cmpuint (genu_stage_get_n_steps (stage), ==, 4);
  g_assert_cmpuint (genu_stage_get_step (stage), ==, 0);
  g_assert_cmpint (genu_stage_get_duration (stage), ==, 2 * SECOND);
  g_assert_cmpint (genu_stage_get_position (stage), ==, 2 * SECOND);

  genu_stage_set_step (stage, 1, TRUE); /* another camera: 1 s */
  g_assert_cmpint (genu_stage_get_position (stage), ==, 0);
  g_assert_cmpint (genu_stage_get_duration (stage), ==, 3 * SECOND);

  genu_stage_set_position (stage, 3 * SECOND);
  genu_stage_set_step (stage, 1, TRUE); /* again: nothing moves */
  g_assert_cmpint (genu_stage_get_duration (stage), ==, 2 * SECOND);

  genu_stage_set_step (stage, 2, TRUE); /* another drawing: 0.5 s */
  g_assert_cmpint (genu_stage_get_duration (stage), ==, 3 * SECOND + SECOND / 2);

  genu_stage_set_step (stage, 3, FALSE);
  g_assert_cmpint (genu_stage_get_duration (stage), ==, SECOND);
  g_assert_cmpint (genu_stage_get_position (stage), ==, SECOND);

  genu_stage_set_step (stage, 99, FALSE);
  g_assert_cmpuint (genu_stage_get_step (stage), ==, 3);
  genu_stage_set_position (stage, 99 * SECOND);
  g_assert_cmpint (genu_stage_get_position (stage), ==, SECOND);
}

static void
test_next_change (Fixture      *fixture,
                  gconstpointer data)
{
  GenuStage *stage = fixture->stage;

  g_assert_cmpint (genu_stage_get_next_change (stage), ==, GENU_TIME_NEVER);

  /* The dot moves from 0.5 to 1.5 s; labels come in during the last 0.3 s. */
  genu_stage_set_step (stage, 0, TRUE);
  g_assert_cmpint (genu_stage_get_next_change (stage), ==, SECOND / 2);
  genu_stage_set_position (stage, SECOND);
  g_assert_cmpint (genu_stage_get_next_change (stage), ==, SECOND);
  genu_stage_set_position (stage, 16 * SECOND / 10);
  g_assert_cmpint (genu_stage_get_next_change (stage), ==, 17 * SECOND / 10);
  genu_stage_set_position (stage, 18 * SECOND / 10);
  g_assert_cmpint (genu_stage_get_next_change (stage), ==, 18 * SECOND / 10);

  /* The camera moves for 1 s; "late" appears 1 s after the step's own begin. */
  genu_stage_set_position (stage, 2 * SECOND);
  genu_stage_set_step (stage, 1, TRUE);
  genu_stage_set_position (stage, SECOND / 3);
  g_assert_cmpint (genu_stage_get_next_change (stage), ==, SECOND / 3);
  genu_stage_set_position (stage, SECOND);
  g_assert_cmpint (genu_stage_get_next_change (stage), ==, 2 * SECOND);
  genu_stage_set_position (stage, 3 * SECOND);
  g_assert_cmpint (genu_stage_get_next_change (stage), ==, GENU_TIME_NEVER);
}

static void
test_label_opacity (Fixture      *fixture,
                    gconstpointer data)
{
  g_assert_cmpfloat (genu_stage_get_label_opacity (fixture->stage), ==, 1);
  genu_stage_set_step (fixture->stage, 0, TRUE);
  g_assert_cmpfloat (genu_stage_get_label_opacity (fixture->stage), ==, 0);
  genu_stage_set_position (fixture->stage, 2 * SECOND - SECOND * 15 / 100);
  g_assert_cmpfloat_with_epsilon (genu_stage_get_label_opacity (fixture->stage), 0.5, 1e-6);
}

static GenuPoint
get_anchor (GenuStage *stage,
            guint      index)
{
  const GenuStageLabel *label = genu_stage_get_label (stage, index);

  return label->leader[label->n_leader - 1];
}

static void
test_labels (Fixture      *fixture,
             gconstpointer data)
{
  GenuStage *stage = fixture->stage;

  g_assert_cmpuint (genu_stage_get_n_labels (stage), ==, 2);
  g_assert_cmpstr (genu_stage_get_label (stage, 0)->text, ==, "Square");
  g_assert_cmpstr (genu_stage_get_label (stage, 1)->part, ==, "dot");

  /* 4 px a unit; the dot's anchor is where the dot comes to rest. */
  g_assert_cmpfloat_with_epsilon (get_anchor (stage, 0).x, 160, 0.01);
  g_assert_cmpfloat_with_epsilon (get_anchor (stage, 0).y, 180, 0.01);
  g_assert_cmpfloat_with_epsilon (get_anchor (stage, 1).x, 480, 0.01);
  g_assert_cmpfloat_with_epsilon (get_anchor (stage, 1).y, 120, 0.01);
  g_assert_cmpfloat (genu_stage_get_label (stage, 0)->rect.x, <, 160);
  g_assert_cmpfloat (genu_stage_get_label (stage, 1)->rect.x, >, 480);
}

/* However one comes to a step, its labels lie in the same places. */
static void
test_no_history (Fixture      *fixture,
                 gconstpointer data)
{
  GenuStage *stage = fixture->stage;
  GenuRect before;

  genu_stage_set_step (stage, 1, FALSE);
  before = genu_stage_get_label (stage, 0)->rect;
  genu_stage_set_step (stage, 3, FALSE);
  genu_stage_set_step (stage, 2, TRUE);
  genu_stage_set_step (stage, 1, TRUE);
  g_assert_cmpmem (&before, sizeof before, &genu_stage_get_label (stage, 0)->rect, sizeof before);
}

static void
test_mirror (Fixture      *fixture,
             gconstpointer data)
{
  GenuStage *stage = fixture->stage;

  g_assert_true (genu_stage_has_side (stage));
  genu_stage_set_side (stage, GENU_SIDE_LEFT);
  g_assert_cmpfloat_with_epsilon (get_anchor (stage, 0).x, 480, 0.01);
  g_assert_cmpfloat_with_epsilon (get_anchor (stage, 1).x, 160, 0.01);
  g_assert_cmpfloat_with_epsilon (get_anchor (stage, 1).y, 120, 0.01);
  g_assert_cmpstr (genu_stage_hit (stage, (GenuPoint) { 480, 180 }), ==, "square");

  /* A drawing without a side is never mirrored. */
  genu_stage_set_step (stage, 2, FALSE);
  g_assert_false (genu_stage_has_side (stage));
}

static void
test_hit (Fixture      *fixture,
          gconstpointer data)
{
  GenuStage *stage = fixture->stage;

  g_assert_cmpstr (genu_stage_hit (stage, (GenuPoint) { 160, 180 }), ==, "square");
  g_assert_cmpstr (genu_stage_hit (stage, (GenuPoint) { 480, 120 }), ==, "dot");
  g_assert_null (genu_stage_hit (stage, (GenuPoint) { 480, 240 }));

  /* While it plays, the dot is elsewhere. */
  genu_stage_set_step (stage, 0, TRUE);
  g_assert_cmpstr (genu_stage_hit (stage, (GenuPoint) { 480, 240 }), ==, "dot");

  /* Zoomed about the middle of the window. */
  genu_stage_set_step (stage, 0, FALSE);
  genu_stage_set_zoom (stage, 2, 0, 0, FALSE);
  g_assert_cmpstr (genu_stage_hit (stage, (GenuPoint) { 10, 180 }), ==, "square");
  genu_stage_set_zoom (stage, 50, 0, 0, FALSE);
  g_assert_cmpfloat (genu_stage_get_max_zoom (stage), ==, 2);
}

/* Labels follow the reader's zoom: those out of sight have no place, the others are in the window;
 * without zoom all is as before. */
static void
test_zoomed_labels (Fixture      *fixture,
                    gconstpointer data)
{
  GenuStage *stage = fixture->stage;
  GenuRect before = genu_stage_get_label (stage, 0)->rect;
  const GenuStageLabel *label;

  genu_stage_set_zoom (stage, 2, 250, 0, TRUE);
  g_assert_cmpfloat (genu_stage_get_label_opacity (stage), ==, 0);

  genu_stage_set_zoom (stage, 2, 250, 0, FALSE);
  g_assert_cmpfloat (genu_stage_get_label_opacity (stage), ==, 1);
  label = genu_stage_get_label (stage, 0);
  g_assert_cmpfloat_with_epsilon (get_anchor (stage, 0).x, 250, 0.01);
  g_assert_cmpfloat (label->rect.x, >=, 0);
  g_assert_cmpfloat (label->rect.x + label->rect.width, <=, 640);
  g_assert_true (genu_rect_is_empty (&genu_stage_get_label (stage, 1)->rect));

  genu_stage_set_zoom (stage, 1, 0, 0, FALSE);
  g_assert_cmpmem (&before, sizeof before, &genu_stage_get_label (stage, 0)->rect, sizeof before);
  g_assert_false (genu_rect_is_empty (&genu_stage_get_label (stage, 1)->rect));
}

/* All of the camera is in the window, whatever its shape. */
static void
test_camera (Fixture      *fixture,
             gconstpointer data)
{
  static const int sizes[][2] = { { 640, 360 }, { 360, 640 }, { 900, 300 }, { 400, 400 } };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      int width = sizes[s][0], height = sizes[s][1];
      double scale = MIN (width / 160.0, height / 90.0);
      const GenuStageLabel *label;

      genu_stage_set_size (fixture->stage, width, height, 1);
      label = genu_stage_get_label (fixture->stage, 0);
      /* The two anchors are 80 units apart. */
      g_assert_cmpfloat (get_anchor (fixture->stage, 1).x - get_anchor (fixture->stage, 0).x, <=,
                         80 * scale + 0.01);
      g_assert_cmpfloat (get_anchor (fixture->stage, 1).x - get_anchor (fixture->stage, 0).x, >,
                         80 * scale * 0.4);
      g_assert_cmpfloat (label->rect.x, >=, 0);
      g_assert_cmpfloat (label->rect.y + label->rect.height, <=, height);
    }
}

/* The camera's move ends where the still stands and begins where the last one stood. */
static void
test_camera_move (Fixture      *fixture,
                  gconstpointer data)
{
  GenuStage *stage = fixture->stage;
  cairo_surface_t *still, *moved;

  still = draw (stage, 640, 360);
  g_assert_cmphex (get_pixel (still, 160, 150), ==, 0x1F8FB6);
  cairo_surface_destroy (still);

  genu_stage_set_step (stage, 1, TRUE);
  g_assert_cmpstr (genu_stage_hit (stage, (GenuPoint) { 160, 180 }), ==, "square");
  genu_stage_set_position (stage, 3 * SECOND);
  moved = draw (stage, 640, 360);
  genu_stage_set_step (stage, 1, FALSE);
  still = draw (stage, 640, 360);
  g_assert_cmpmem (cairo_image_surface_get_data (moved), 640 * 360 * 4,
                   cairo_image_surface_get_data (still), 640 * 360 * 4);
  cairo_surface_destroy (still);
  cairo_surface_destroy (moved);
}

static void
test_cross_fade (Fixture      *fixture,
                 gconstpointer data)
{
  GenuStage *stage = fixture->stage;
  cairo_surface_t *surface;

  genu_stage_set_step (stage, 1, FALSE);
  genu_stage_set_step (stage, 2, TRUE);
  genu_stage_set_position (stage, SECOND / 4);
  surface = draw (stage, 640, 360);
  /* The middle of the bar, over the old ground: half of each colour. */
  g_assert_cmpint (abs ((int) ((get_pixel (surface, 320, 180) >> 16) & 0xff) - (0xF3 + 0xF0) / 2),
                   <=, 2);
  g_assert_cmpint (abs ((int) (get_pixel (surface, 320, 180) & 0xff) - (0xFA + 0x3E) / 2), <=, 2);
  cairo_surface_destroy (surface);
}

/* What the window does (render node, furniture, one label after the other) is what draw() does. */
static void
test_one_path (Fixture      *fixture,
               gconstpointer data)
{
  GenuStage *stage = fixture->stage;
  cairo_surface_t *whole, *parts = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 360);
  cairo_t *cr = cairo_create (parts);
  GskRenderNode *node;

  g_type_ensure (GSK_TYPE_TEXTURE_NODE);
  whole = draw (stage, 640, 360);
  node = genu_stage_dup_picture_node (stage);
  g_assert_true (genu_stage_is_settled (stage));
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  genu_stage_draw_furniture (stage, cr);
  for (guint i = 0; i < genu_stage_get_n_labels (stage); i++)
    genu_stage_draw_label (stage, cr, i);
  cairo_destroy (cr);
  cairo_surface_flush (parts);

  g_assert_cmpmem (cairo_image_surface_get_data (whole), 640 * 360 * 4,
                   cairo_image_surface_get_data (parts), 640 * 360 * 4);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (parts);
}

/* A label paints within its rectangle: the window gives it a widget of that size. */
static void
test_label_stays_inside (Fixture      *fixture,
                         gconstpointer data)
{
  for (guint i = 0; i < genu_stage_get_n_labels (fixture->stage); i++)
    {
      GenuRect rect = genu_stage_get_label (fixture->stage, i)->rect;
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 640, 360);
      cairo_t *cr = cairo_create (surface);
      gboolean painted = FALSE;

      genu_stage_draw_label (fixture->stage, cr, i);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int y = 0; y < 360; y++)
        for (int x = 0; x < 640; x++)
          if (cairo_image_surface_get_data (surface)[y * 640 * 4 + x * 4 + 3] > 0)
            {
              painted = TRUE;
              g_assert_cmpfloat (x, >=, rect.x);
              g_assert_cmpfloat (x, <, rect.x + rect.width);
              g_assert_cmpfloat (y, >=, rect.y);
              g_assert_cmpfloat (y, <, rect.y + rect.height);
            }
      g_assert_true (painted);
      cairo_surface_destroy (surface);
    }
}

static void
test_without_picture (Fixture      *fixture,
                      gconstpointer data)
{
  GenuStage *stage = fixture->stage;
  g_autoptr(GenuReport) report = genu_report_new ();
  cairo_surface_t *surface;

  genu_stage_set_topic (stage, genu_pack_find_topic (fixture->pack, "broken"), report);
  g_assert_true (genu_report_has_rule (report, "missing-file"));
  g_assert_true (genu_report_has_rule (report, "unknown-step"));
  g_assert_nonnull (genu_stage_get_error (stage));
  g_assert_cmpuint (genu_stage_get_n_labels (stage), ==, 0);
  g_assert_cmpint (genu_stage_get_duration (stage), ==, 0);
  g_assert_cmpint (genu_stage_get_next_change (stage), ==, GENU_TIME_NEVER);
  g_assert_null (genu_stage_hit (stage, (GenuPoint) { 10, 10 }));

  surface = draw (stage, 640, 360);
  g_assert_cmphex (get_pixel (surface, 320, 180), ==, genu_stage_get_ground (stage) >> 8);
  cairo_surface_destroy (surface);

  genu_stage_set_step (stage, 1, TRUE);
  g_assert_nonnull (genu_stage_get_error (stage));

  /* The next topic is whole again. */
  genu_stage_set_topic (stage, genu_pack_find_topic (fixture->pack, "walk"), NULL);
  g_assert_null (genu_stage_get_error (stage));
  g_assert_cmpuint (genu_stage_get_n_labels (stage), ==, 2);
}

/* Device pixels follow the window's scale; places stay in logical pixels. */
static void
test_scale_factor (Fixture      *fixture,
                   gconstpointer data)
{
  GenuRect before = genu_stage_get_label (fixture->stage, 0)->rect;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 720);
  cairo_t *cr = cairo_create (surface);

  genu_stage_set_size (fixture->stage, 640, 360, 2);
  g_assert_cmpmem (&before, sizeof before, &genu_stage_get_label (fixture->stage, 0)->rect,
                   sizeof before);
  cairo_scale (cr, 2, 2);
  genu_stage_draw (fixture->stage, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmphex (get_pixel (surface, 241, 281), ==, 0x1F8FB6);
  g_assert_cmphex (get_pixel (surface, 238, 281), ==, 0xF3F7FA);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/stage/durations", test_durations },
    { "/stage/next-change", test_next_change },
    { "/stage/label-opacity", test_label_opacity },
    { "/stage/labels", test_labels },
    { "/stage/no-history", test_no_history },
    { "/stage/mirror", test_mirror },
    { "/stage/hit", test_hit },
    { "/stage/zoomed-labels", test_zoomed_labels },
    { "/stage/camera", test_camera },
    { "/stage/camera-move", test_camera_move },
    { "/stage/cross-fade", test_cross_fade },
    { "/stage/one-path", test_one_path },
    { "/stage/label-stays-inside", test_label_stays_inside },
    { "/stage/without-picture", test_without_picture },
    { "/stage/scale-factor", test_scale_factor },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);
  return g_test_run ();
}
