/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ink: strokes, the eraser, undo and redo against a plain model with random edits, the limits, the
 * colours, and that what is painted lies where it was drawn. */

#include "config.h"

#include "genu-ink.h"
#include "genu-limits.h"
#include "genu-stage.h"
#include "../test-cases.h"

#include <math.h>
#include <string.h>

/* --- Strokes --- */

static GenuInkStroke *
make_stroke (double x0,
             double y0,
             double x1,
             double y1)
{
  GenuInkStroke *stroke = genu_ink_stroke_new (GENU_INK_BLUE, 2);

  genu_ink_stroke_add_point (stroke, (GenuPoint) { x0, y0 });
  genu_ink_stroke_add_point (stroke, (GenuPoint) { x1, y1 });
  return stroke;
}

static const struct
{
  const char *name;
  GenuPoint   from, to;
  double      radius;
  gboolean    near;
} nears[] = {
  { "on-it", { 50, 0 }, { 50, 0 }, 1, TRUE },
  { "beside-it", { 50, 1.9 }, { 50, 1.9 }, 1, TRUE },      /* half the width counts */
  { "too-far", { 50, 2.1 }, { 50, 2.1 }, 1, FALSE },
  { "across", { 50, -30 }, { 50, 30 }, 1, TRUE },          /* no point of the move is near */
  { "past-the-end", { 102.5, 0 }, { 110, 0 }, 1, FALSE },
  { "at-the-end", { 101.9, 0 }, { 110, 0 }, 1, TRUE },
  { "along", { -20, 1 }, { 120, 1 }, 0.5, TRUE },
};

static void
test_near (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuInkStroke) stroke = make_stroke (0, 0, 100, 0);

  g_assert_true (nears[i].near == genu_ink_stroke_is_near (stroke, nears[i].from, nears[i].to,
                                                           nears[i].radius));
}

/* A trembling line becomes calmer, its ends stay, and all but the last points are final. */
static void
test_smoothing (void)
{
  g_autoptr(GenuInkStroke) stroke = genu_ink_stroke_new (GENU_INK_BLACK, 1);
  GenuPoint before[40];

  for (guint i = 0; i < 40; i++)
    {
      g_assert_true (genu_ink_stroke_add_point (stroke, (GenuPoint) { i * 4, i % 2 ? 1 : -1 }));
      for (guint k = 0; k + GENU_INK_LOOSE_POINTS < i; k++)
        g_assert_cmpmem (&before[k], sizeof (GenuPoint),
                         &g_array_index (stroke->points, GenuPoint, k), sizeof (GenuPoint));
      memcpy (before, stroke->points->data, (i + 1) * sizeof (GenuPoint));
    }

  g_assert_cmpfloat (before[0].x, ==, 0);
  g_assert_cmpfloat (before[0].y, ==, -1);
  g_assert_cmpfloat (before[39].x, ==, 156);
  for (guint i = 1; i < 39; i++)
    g_assert_cmpfloat (fabs (before[i].y), <, 0.51);
}

static void
test_no_numbers (void)
{
  g_autoptr(GenuInkStroke) stroke = genu_ink_stroke_new (GENU_INK_BLACK, 1);

  g_assert_false (genu_ink_stroke_add_point (stroke, (GenuPoint) { NAN, 0 }));
  g_assert_false (genu_ink_stroke_add_point (stroke, (GenuPoint) { 0, INFINITY }));
  g_assert_cmpuint (stroke->points->len, ==, 0);
}

/* --- Sheets against a plain model --- */

/* Every state that the sheet was in, as text; at is the present one. */
typedef struct
{
  GPtrArray *states;
  guint      at;
} Model;

static char *
describe (const GenuInkSheet *sheet)
{
  const GPtrArray *strokes = genu_ink_sheet_get_strokes (sheet);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < strokes->len; i++)
    g_string_append_printf (text, "%p ", g_ptr_array_index (strokes, i));
  return g_string_free (text, FALSE);
}

static void
model_push (Model              *model,
            const GenuInkSheet *sheet)
{
  g_ptr_array_set_size (model->states, (int) model->at + 1);
  g_ptr_array_add (model->states, describe (sheet));
  model->at++;
  /* The sheet forgets what lies too far back. */
  if (model->at > GENU_LIMIT_INK_EDITS)
    {
      g_ptr_array_remove_index (model->states, 0);
      model->at--;
    }
}

static void
assert_same (const Model        *model,
             const GenuInkSheet *sheet)
{
  g_autofree char *now = describe (sheet);

  g_assert_cmpstr (now, ==, g_ptr_array_index (model->states, model->at));
  g_assert_true (genu_ink_sheet_can_undo (sheet) == (model->at > 0));
  g_assert_true (genu_ink_sheet_can_redo (sheet) == (model->at + 1 < model->states->len));
}

static GenuPoint
random_point (GRand *rand)
{
  return (GenuPoint) { g_rand_double_range (rand, 0, 100), g_rand_double_range (rand, 0, 100) };
}

static void
add_random_stroke (GenuInkSheet *sheet,
                   GRand        *rand,
                   Model        *model)
{
  GenuPoint from = random_point (rand), to = random_point (rand);
  GenuInkStroke *stroke = make_stroke (from.x, from.y, to.x, to.y);

  g_assert_true (genu_ink_sheet_add (sheet, stroke));
  genu_ink_stroke_unref (stroke);
  model_push (model, sheet);
}

/* A move of the eraser in several parts is one edit. */
static void
erase_at_random (GenuInkSheet *sheet,
                 GRand        *rand,
                 Model        *model)
{
  GenuPoint from = random_point (rand);
  guint erased = 0;

  for (int i = g_rand_int_range (rand, 1, 5); i > 0; i--)
    {
      GenuPoint to = random_point (rand);

      erased += genu_ink_sheet_erase (sheet, from, to, 3, erased > 0);
      from = to;
    }
  if (erased > 0)
    model_push (model, sheet);
}

static void
edit_at_random (GenuInkSheet *sheet,
                GRand        *rand,
                Model        *model)
{
  int kind = g_rand_int_range (rand, 0, 100);

  if (kind < 40)
    add_random_stroke (sheet, rand, model);
  else if (kind < 52)
    erase_at_random (sheet, rand, model);
  else if (kind < 54 && genu_ink_sheet_clear (sheet))
    model_push (model, sheet);
  else if (kind < 80 && genu_ink_sheet_undo (sheet))
    model->at--;
  else if (kind >= 80 && genu_ink_sheet_redo (sheet))
    model->at++;
}

static void
test_random_edits (void)
{
  for (guint32 seed = 1; seed <= 300; seed++)
    {
      g_autoptr(GenuInk) ink = genu_ink_new ();
      GenuInkSheet *sheet = genu_ink_get_sheet (ink, "a", 0);
      Model model = { g_ptr_array_new_with_free_func (g_free), 0 };
      GRand *rand = g_rand_new_with_seed (seed);

      g_ptr_array_add (model.states, describe (sheet));
      for (guint i = 0; i < 200; i++)
        {
          edit_at_random (sheet, rand, &model);
          assert_same (&model, sheet);
        }
      /* All the way back, and forth again. */
      while (genu_ink_sheet_undo (sheet))
        {
          model.at--;
          assert_same (&model, sheet);
        }
      while (genu_ink_sheet_redo (sheet))
        {
          model.at++;
          assert_same (&model, sheet);
        }
      g_rand_free (rand);
      g_ptr_array_unref (model.states);
    }
}

static void
test_sheets (void)
{
  g_autoptr(GenuInk) ink = genu_ink_new ();
  g_autoptr(GenuInkStroke) stroke = make_stroke (0, 0, 1, 1);
  GenuInkSheet *sheet = genu_ink_get_sheet (ink, "a", 1);

  g_assert_true (genu_ink_is_empty (ink));
  g_assert_null (genu_ink_peek_sheet (ink, "a", 1)); /* nothing is drawn there */
  g_assert_true (genu_ink_sheet_add (sheet, stroke));
  g_assert_true (genu_ink_get_sheet (ink, "a", 1) == sheet);
  g_assert_true (genu_ink_peek_sheet (ink, "a", 1) == sheet);
  g_assert_null (genu_ink_peek_sheet (ink, "a", 2));
  g_assert_null (genu_ink_peek_sheet (ink, "b", 1));
  g_assert_null (genu_ink_peek_sheet (NULL, "a", 1));
  g_assert_false (genu_ink_is_empty (ink));
  g_assert_true (genu_ink_sheet_clear (sheet));
  g_assert_true (genu_ink_is_empty (ink));
  g_assert_false (genu_ink_sheet_clear (sheet)); /* and that is no edit */
  g_assert_true (genu_ink_sheet_undo (sheet));
  g_assert_true (g_ptr_array_index (genu_ink_sheet_get_strokes (sheet), 0) == stroke);
}

/* --- Limits --- */

static void
test_limit_of_points (void)
{
  g_autoptr(GenuInkStroke) stroke = genu_ink_stroke_new (GENU_INK_BLACK, 1);

  for (guint i = 0; i < GENU_LIMIT_INK_POINTS; i++)
    g_assert_true (genu_ink_stroke_add_point (stroke, (GenuPoint) { i, 0 }));
  g_assert_false (genu_ink_stroke_add_point (stroke, (GenuPoint) { 0, 0 }));
  g_assert_cmpuint (stroke->points->len, ==, GENU_LIMIT_INK_POINTS);
}

static void
test_limit_of_strokes (void)
{
  g_autoptr(GenuInk) ink = genu_ink_new ();
  GenuInkSheet *sheet = genu_ink_get_sheet (ink, "a", 0);
  g_autoptr(GenuInkStroke) stroke = make_stroke (0, 0, 1, 1);

  for (guint i = 0; i < GENU_LIMIT_INK_STROKES; i++)
    {
      g_assert_false (genu_ink_sheet_is_full (sheet));
      g_assert_true (genu_ink_sheet_add (sheet, stroke));
    }
  g_assert_true (genu_ink_sheet_is_full (sheet));
  g_assert_false (genu_ink_sheet_add (sheet, stroke));
  g_assert_cmpuint (genu_ink_sheet_get_strokes (sheet)->len, ==, GENU_LIMIT_INK_STROKES);

  /* Redo cannot lead beyond it either. */
  genu_ink_sheet_undo (sheet);
  g_assert_true (genu_ink_sheet_redo (sheet));
  g_assert_false (genu_ink_sheet_redo (sheet));
}

static void
test_limit_of_edits (void)
{
  g_autoptr(GenuInk) ink = genu_ink_new ();
  GenuInkSheet *sheet = genu_ink_get_sheet (ink, "a", 0);
  g_autoptr(GenuInkStroke) stroke = make_stroke (0, 0, 1, 1);
  guint n = 0;

  for (guint i = 0; i < GENU_LIMIT_INK_EDITS + 20; i++)
    g_assert_true (genu_ink_sheet_add (sheet, stroke));
  while (genu_ink_sheet_undo (sheet))
    n++;
  g_assert_cmpuint (n, ==, GENU_LIMIT_INK_EDITS);
  g_assert_cmpuint (genu_ink_sheet_get_strokes (sheet)->len, ==, 20);
}

/* --- Colours --- */

typedef struct
{
  double c[3];
} Triple;

/* How people see who lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1.0, on
 * linear light. */
static const double sights[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static Triple
to_linear (guint32 rgb)
{
  Triple result;

  for (int i = 0; i < 3; i++)
    {
      double value = ((rgb >> (16 - 8 * i)) & 0xff) / 255.0;

      result.c[i] = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
    }
  return result;
}

static double
get_luminance (Triple linear)
{
  return 0.2126 * linear.c[0] + 0.7152 * linear.c[1] + 0.0722 * linear.c[2];
}

static double
contrast (guint32 dark,
          guint32 light)
{
  return (get_luminance (to_linear (light)) + 0.05) / (get_luminance (to_linear (dark)) + 0.05);
}

static Triple
multiply (const double matrix[3][3],
          Triple       value)
{
  Triple result = { { 0 } };

  for (int row = 0; row < 3; row++)
    for (int column = 0; column < 3; column++)
      result.c[row] += matrix[row][column] * value.c[column];
  return result;
}

static Triple
to_lab (Triple linear)
{
  static const double xyz[3][3] = { { 0.4124564, 0.3575761, 0.1804375 },
                                    { 0.2126729, 0.7151522, 0.0721750 },
                                    { 0.0193339, 0.1191920, 0.9503041 } };
  static const double white[] = { 0.95047, 1, 1.08883 };
  Triple value;
  double f[3];

  for (int i = 0; i < 3; i++)
    linear.c[i] = CLAMP (linear.c[i], 0, 1);
  value = multiply (xyz, linear);
  for (int i = 0; i < 3; i++)
    {
      double part = value.c[i] / white[i];

      f[i] = part > 0.008856 ? cbrt (part) : 7.787 * part + 16 / 116.0;
    }
  return (Triple) { { 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]) } };
}

/* Distances in CIELAB: 2 is just seen when side by side, 20 is plain when apart. */
static void
test_colours_differ (void)
{
  for (gsize s = 0; s < G_N_ELEMENTS (sights); s++)
    for (guint a = 0; a < GENU_INK_N_COLOURS; a++)
      for (guint b = a + 1; b < GENU_INK_N_COLOURS; b++)
        {
          Triple one = to_lab (multiply (sights[s], to_linear (genu_ink_colour_get_rgb (a))));
          Triple other = to_lab (multiply (sights[s], to_linear (genu_ink_colour_get_rgb (b))));
          double distance = hypot (hypot (one.c[0] - other.c[0], one.c[1] - other.c[1]),
                                   one.c[2] - other.c[2]);

          g_test_message ("sight %" G_GSIZE_FORMAT ": %u and %u: %.1f", s, a, b, distance);
          g_assert_cmpfloat (distance, >=, 20);
        }
}

static void
test_colours_hold (void)
{
  static const guint32 grounds[] = { 0xFFFFFF, 0xEFF4F9, 0xFBE9DA, 0xF7EDE3 };

  for (guint i = 0; i < GENU_INK_N_COLOURS; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (grounds); k++)
      g_assert_cmpfloat (contrast (genu_ink_colour_get_rgb (i), grounds[k]), >=, 4);
}

/* --- Painting --- */

/* Bounds of the pixels that are not white. */
static GenuRect
find_painted (cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  int stride = cairo_image_surface_get_stride (image);
  const guint8 *data;
  int left = width, top = height, right = -1, bottom = -1;

  cairo_surface_flush (image);
  data = cairo_image_surface_get_data (image);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + y * stride + x * 4, 4);
        if ((pixel & 0xffffff) == 0xffffff)
          continue;
        left = MIN (left, x);
        right = MAX (right, x);
        top = MIN (top, y);
        bottom = MAX (bottom, y);
      }
  return (GenuRect) { left, top, right + 1 - left, bottom + 1 - top };
}

static cairo_surface_t *
create_white (cairo_t **out_cr)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 200);

  *out_cr = cairo_create (image);
  cairo_set_source_rgb (*out_cr, 1, 1, 1);
  cairo_paint (*out_cr);
  return image;
}

/* Nothing is painted outside the bounds, whatever the view, and not much less than they say. */
static void
test_bounds (void)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr(GenuInk) ink = genu_ink_new ();
      g_autoptr(GenuInkStroke) stroke = genu_ink_stroke_new (GENU_INK_RED, 1);
      GenuMatrix view = { round % 2 ? -2 : 1.5, 0, 0, 2, round % 2 ? 300 : 20, 10 };
      GenuRect bounds, painted;
      cairo_surface_t *image;
      cairo_t *cr;
      int n = g_rand_int_range (rand, 1, 12);

      for (int i = 0; i < n; i++)
        genu_ink_stroke_add_point (stroke, (GenuPoint) { g_rand_double_range (rand, 40, 110),
                                                         g_rand_double_range (rand, 25, 65) });
      genu_ink_sheet_add (genu_ink_get_sheet (ink, "a", 0), stroke);
      bounds = genu_ink_sheet_get_bounds (genu_ink_peek_sheet (ink, "a", 0), &view);

      image = create_white (&cr);
      genu_ink_sheet_draw (genu_ink_peek_sheet (ink, "a", 0), cr, &view);
      painted = find_painted (image);
      g_assert_cmpfloat (painted.x, >=, floor (bounds.x));
      g_assert_cmpfloat (painted.y, >=, floor (bounds.y));
      g_assert_cmpfloat (painted.x + painted.width, <=, ceil (bounds.x + bounds.width));
      g_assert_cmpfloat (painted.y + painted.height, <=, ceil (bounds.y + bounds.height));
      g_assert_cmpfloat (painted.width, >, 0);
      cairo_destroy (cr);
      cairo_surface_destroy (image);
    }
  g_rand_free (rand);
}

/* Painted in parts, as while it is drawn, the line is the same to the eye as in one go. */
static void
test_parts (void)
{
  g_autoptr(GenuInkStroke) stroke = genu_ink_stroke_new (GENU_INK_BLACK, 6);
  GenuMatrix view = GENU_MATRIX_IDENTITY;
  cairo_surface_t *whole, *parts;
  cairo_t *cr;
  guint n = 60, different = 0;

  for (guint i = 0; i < n; i++)
    genu_ink_stroke_add_point (stroke, (GenuPoint) { 20 + i * 4, 100 + 60 * sin (i / 6.0) });

  whole = create_white (&cr);
  genu_ink_stroke_draw_line (stroke, cr, &view, 0, G_MAXUINT);
  cairo_destroy (cr);
  parts = create_white (&cr);
  for (guint i = 0; i + 1 < n; i += 8)
    genu_ink_stroke_draw_line (stroke, cr, &view, i, MIN (i + 8, n - 1));
  cairo_destroy (cr);

  cairo_surface_flush (whole);
  cairo_surface_flush (parts);
  for (int i = 0; i < cairo_image_surface_get_stride (whole) * 200; i++)
    different += ABS (cairo_image_surface_get_data (whole)[i]
                      - cairo_image_surface_get_data (parts)[i]) > 64;
  g_assert_cmpuint (different, <, 60);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (parts);
}

/* A part of a picture stays under the ink that marks it: zoomed, resized, and on the other side. */
static void
test_stays_on_the_drawing (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), "tests", "stage", "pack",
                                            NULL);
  g_autoptr(GenuPack) pack = genu_pack_load (path, NULL, report);
  g_autoptr(GenuStage) stage = genu_stage_new (pack);
  static const struct { int width, height; double zoom, dx, dy; GenuSide side; } looks[] = {
    { 640, 360, 1, 0, 0, GENU_SIDE_RIGHT }, { 640, 360, 2, 60, -40, GENU_SIDE_RIGHT },
    { 400, 700, 1, 0, 0, GENU_SIDE_RIGHT }, { 640, 360, 1, 0, 0, GENU_SIDE_LEFT },
    { 900, 500, 1.5, -30, 10, GENU_SIDE_LEFT },
  };
  GenuMatrix view, inverse;
  GenuPoint mark = { 0, 0 };

  genu_stage_set_topic (stage, genu_pack_find_topic (pack, "walk"), report);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      genu_stage_set_side (stage, looks[i].side);
      genu_stage_set_size (stage, looks[i].width, looks[i].height, 1);
      genu_stage_set_step (stage, 0, FALSE);
      genu_stage_set_zoom (stage, looks[i].zoom, looks[i].dx, looks[i].dy, FALSE);
      g_assert_true (genu_stage_get_view (stage, &view));
      if (i == 0)
        {
          /* The anchor of the label of the square, as the leader shows it. */
          const GenuStageLabel *label = genu_stage_get_label (stage, 0);

          g_assert_true (genu_matrix_invert (&view, &inverse));
          mark = genu_matrix_map_point (&inverse, label->leader[label->n_leader - 1]);
        }
      g_assert_cmpstr (genu_stage_hit (stage, genu_matrix_map_point (&view, mark)), ==, "square");
      g_assert_true ((view.a < 0) == (looks[i].side == GENU_SIDE_LEFT));
    }
}

static void
add_strokes_tests (void)
{
  ADD_CASES (nears, "/ink/near/", test_near);
  g_test_add_func ("/ink/smoothing", test_smoothing);
  g_test_add_func ("/ink/no-numbers", test_no_numbers);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_strokes_tests ();
  g_test_add_func ("/ink/random-edits", test_random_edits);
  g_test_add_func ("/ink/sheets", test_sheets);
  g_test_add_func ("/ink/limit/points", test_limit_of_points);
  g_test_add_func ("/ink/limit/strokes", test_limit_of_strokes);
  g_test_add_func ("/ink/limit/edits", test_limit_of_edits);
  g_test_add_func ("/ink/colours/differ", test_colours_differ);
  g_test_add_func ("/ink/colours/hold", test_colours_hold);
  g_test_add_func ("/ink/bounds", test_bounds);
  g_test_add_func ("/ink/parts", test_parts);
  g_test_add_func ("/ink/stays-on-the-drawing", test_stays_on_the_drawing);

  return g_test_run ();
}
