/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts: in words with the numbers of the topic; in every window, at every text size, in every
 * language within their place, with text of full size, under nothing else; as many people and
 * dots painted as there should be, in each way of being sure. */

#include "config.h"

#include "genu-stage-chart-private.h"
#include "genu-stage-chart.h"
#include "genu-stage-key.h"
#include "stage-fixture.h"

#include <string.h>

enum { PEOPLE, POINTS, YEARS, NOBODY, NONE };

/* Windows, and what the topic page leaves of them. */
static const int sizes[][2] = {
  { 1920, 1080 }, { 1280, 720 }, { 1080, 1920 }, { 3840, 2160 }, { 1920, 722 }, { 1280, 438 },
  { 1080, 1400 },
};
static const double scales[] = { 1, 1.25, 1.5, 1.75, 2 };

static GenuStage *
create_stage (const GenuPack *pack,
              guint           step)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  GenuStage *stage = genu_stage_new (pack);

  genu_stage_set_size (stage, 1280, 720, 1);
  genu_stage_set_topic (stage, genu_pack_find_topic (pack, "numbers"), report);
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  genu_stage_set_step (stage, step, FALSE);
  return stage;
}

static void
test_words (void)
{
  static const char * const texts[] = {
    "Who likes squares? 25 of 100 people like squares. It may be 15 to 36. 75 of 100 did not.",
    "How much they like them. Circles: 1.3 points, may be 0.5 to 2.2. Squares: 1 point more, range "
    "not known. Cubes: 0.75 points more, may be -0.3 to 1.25. Needed to notice: 1.5 points more.",
    "How long they were asked. After 6 months: 16 trials: 807 people. After 1 year: 1 trial: 480 "
    "people. After 2 years: A study: 30 people. After 4 years: A trial: 30 people. After 5 years: "
    "A study: 1 person.",
    "Who likes none? 0 of 100 people like none. No one knows how far off this may be. 100 of 100 "
    "did not.",
    NULL,
  };
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GenuStage) stage = create_stage (pack, 0);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = NULL;

      genu_stage_set_step (stage, i, FALSE);
      text = genu_stage_dup_chart_text (stage);
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

/* What the chart paints, in logical pixels. */
static GenuRect
get_ink (GenuStage *stage)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  GenuStagePlan *plan = genu_stage_get_plan (stage);
  gboolean alone = plan->chart_alone;
  GenuRect ink;

  plan->chart_alone = FALSE; /* without the ground below it */
  genu_stage_draw_chart (stage, cr);
  plan->chart_alone = alone;
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (surface);
  return ink;
}

/* How many faults the present step's chart has.  @least: share of the text size asked for that it
 * has at least */
static guint
check_step (GenuStage *stage,
            double     least)
{
  GenuStagePlan *plan = genu_stage_get_plan (stage);
  GenuRect rect, ink, bar, key;
  g_autofree char *length = NULL;
  const char *fault = NULL;

  g_assert_true (genu_stage_get_chart (stage, &rect));
  ink = get_ink (stage);
  if (plan->chart_size < least * genu_stage_get_text_size (stage))
    fault = "smaller text than asked for";
  else if (rect.x < 0 || rect.y < 0 || rect.x + rect.width > stage->width
           || rect.y + rect.height > stage->height)
    fault = "outside the window";
  else if (ink.x < rect.x - 3 || ink.y < rect.y - 3 || ink.x + ink.width > rect.x + rect.width + 3
           || ink.y + ink.height > rect.y + rect.height + 3)
    fault = "paints beyond its place";
  else if (ink.width < 0.4 * rect.width || ink.height < 0.3 * rect.height)
    fault = "paints next to nothing";
  else if (genu_stage_get_scale_bar (stage, &bar, &length)
           && genu_rect_intersect (&bar, &rect, NULL))
    fault = "the scale bar lies on it";
  else if (genu_stage_get_key (stage, &key) && genu_rect_intersect (&key, &rect, NULL))
    fault = "the key lies on it";
  if (fault != NULL)
    g_test_message ("%s, step %u, %dx%d, text %g: %s (ink %g %g %g %g in %g %g %g %g)",
                    stage->topic->id, stage->step + 1, stage->width, stage->height,
                    stage->text_scale, fault, ink.x, ink.y, ink.width, ink.height, rect.x, rect.y,
                    rect.width, rect.height);
  return fault != NULL;
}

static guint
check_topic (GenuStage *stage,
             double     least,
             guint     *n_charts)
{
  guint faults = 0;
  GenuRect rect;

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint scale = 0; scale < G_N_ELEMENTS (scales); scale++)
      {
        genu_stage_set_size (stage, sizes[size][0], sizes[size][1], 1);
        genu_stage_set_text_scale (stage, scales[scale]);
        for (guint i = 0; i < genu_stage_get_n_steps (stage); i++)
          {
            genu_stage_set_step (stage, i, FALSE);
            if (!genu_stage_get_chart (stage, &rect))
              continue;
            faults += check_step (stage, least);
            ++*n_charts;
          }
      }
  return faults;
}

static gboolean
has_chart (const GenuTopic *topic)
{
  for (guint i = 0; i < topic->steps->len; i++)
    if (((GenuStep *) g_ptr_array_index (topic->steps, i))->chart != NULL)
      return TRUE;
  return FALSE;
}

static void
check_pack (const GenuPack *pack,
            double          least)
{
  guint n_charts = 0, faults = 0;

  for (guint side = 0; side < 2; side++)
    for (guint t = 0; t < pack->topics->len; t++)
      {
        g_autoptr(GenuStage) stage = NULL;

        if (!has_chart (g_ptr_array_index (pack->topics, t)))
          continue;
        stage = genu_stage_new (pack);
        genu_stage_set_side (stage, side == 0 ? GENU_SIDE_RIGHT : GENU_SIDE_LEFT);
        genu_stage_set_topic (stage, g_ptr_array_index (pack->topics, t), NULL);
        faults += check_topic (stage, least, &n_charts);
      }
  g_test_message ("%u charts, %u faults", n_charts, faults);
  g_assert_cmpuint (n_charts, >=, 2 * G_N_ELEMENTS (sizes) * G_N_ELEMENTS (scales));
  g_assert_cmpuint (faults, ==, 0);
}

static void
test_place (void)
{
  g_autoptr(GenuPack) shapes = load_pack ("tests/stage/pack");

  check_pack (shapes, 1);
}

/* The built-in pack, also in made-up languages: one half as long again, one from right to left. */
static void
test_pack (gconstpointer data)
{
  const char *lang = data;
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = g_build_filename (g_getenv ("GENU_PSEUDO"), "packs", "knee", NULL);
  g_autoptr(GenuPack) pack = NULL;

  if (*lang == '\0')
    pack = load_pack ("data/packs/knee");
  else
    pack = genu_pack_load (path, lang, report);
  g_assert_nonnull (pack);
  /* Text half as long again may be smaller in the tallest window, where it is largest. */
  check_pack (pack, *lang == '\0' ? 1 : 0.72);
}

/* A window too small for anything still gets a chart that keeps within it. */
static void
test_tiny (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GenuStage) stage = create_stage (pack, 0);
  static const int tiny[][2] = { { 1, 1 }, { 64, 36 }, { 240, 135 }, { 36, 200 } };

  for (guint i = 0; i < G_N_ELEMENTS (tiny); i++)
    for (guint step = 0; step < NONE; step++)
      {
        GenuRect rect, ink;

        genu_stage_set_size (stage, tiny[i][0], tiny[i][1], 1);
        genu_stage_set_text_scale (stage, 2);
        genu_stage_set_step (stage, step, FALSE);
        g_assert_true (genu_stage_get_chart (stage, &rect));
        ink = get_ink (stage);
        g_assert_cmpfloat (ink.width, >=, 0);
      }
}

/* ------------------------------------------------------------------------------ what is painted */

typedef struct
{
  guint8 *pixels; /* 1 where there is ink of the kind that is counted */
  int     width, height;
} Canvas;

static void
erase (Canvas *canvas,
       int     x,
       int     y)
{
  g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (int));
  int at = y * canvas->width + x;

  g_array_append_val (stack, at);
  while (stack->len > 0)
    {
      at = g_array_index (stack, int, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      if (canvas->pixels[at] == 0)
        continue;
      canvas->pixels[at] = 0;
      for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
          {
            int next = at + dy * canvas->width + dx;

            if (next >= 0 && next < canvas->width * canvas->height)
              g_array_append_val (stack, next);
          }
    }
}

/* Blots of @area pixels and more of a colour within a rectangle. */
static guint
count_blots (GenuStage      *stage,
             const GenuRect *within,
             guint32         colour,
             guint           area)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, stage->width,
                                                         stage->height);
  cairo_t *cr = cairo_create (surface);
  Canvas canvas = { g_new0 (guint8, stage->width * stage->height), stage->width, stage->height };
  const guint32 *pixels;
  guint n = 0;

  cairo_set_source_rgb (cr, 0.95, 0.97, 0.98);
  cairo_paint (cr);
  genu_stage_draw_chart (stage, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  for (int y = (int) within->y; y < (int) (within->y + within->height); y++)
    for (int x = (int) within->x; x < (int) (within->x + within->width); x++)
      canvas.pixels[y * stage->width + x] = (pixels[y * stage->width + x] & 0xffffff) == colour;
  for (int at = 0; at < canvas.width * canvas.height; at++)
    if (canvas.pixels[at] != 0)
      {
        Canvas before = canvas;
        guint left = 0, all = 0;

        before.pixels = g_memdup2 (canvas.pixels, (gsize) (canvas.width * canvas.height));
        erase (&canvas, at % canvas.width, at / canvas.width);
        for (int i = at; i < canvas.width * canvas.height; i++)
          {
            all += before.pixels[i];
            left += canvas.pixels[i];
          }
        n += all - left >= area;
        g_free (before.pixels);
      }
  g_free (canvas.pixels);
  cairo_surface_destroy (surface);
  return n;
}

/* Of 100 people 25 are marked, 15 of them without doubt: a body that is full is a larger blot than
 * one with stripes, and both are larger than heads and dashes.  Those beside the words do not
 * count. */
static void
test_people (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GenuStage) stage = create_stage (pack, PEOPLE);
  GenuRect rect;

  genu_stage_set_size (stage, 640, 360, 1);
  g_assert_true (genu_stage_get_chart (stage, &rect));
  rect.height *= 0.6;
  g_assert_cmpuint (count_blots (stage, &rect, 0xA8481B, 40), ==, 25);
  g_assert_cmpuint (count_blots (stage, &rect, 0xA8481B, 120), ==, 15);
  genu_stage_set_step (stage, NOBODY, FALSE);
  g_assert_cmpuint (count_blots (stage, &rect, 0xA8481B, 1), ==, 0);
}

/* 807, 480, 30 and 30 people are 80, 48, 3 and 3 dots and seven tenths of one; a tenth of one is
 * too small to count.  One more explains them. */
static void
test_dots (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GenuStage) stage = create_stage (pack, YEARS);
  GenuRect rect;

  genu_stage_set_size (stage, 960, 540, 1);
  g_assert_true (genu_stage_get_chart (stage, &rect));
  g_assert_cmpuint (count_blots (stage, &rect, 0x1B5E99, 24), ==, 80 + 48 + 3 + 3 + 1 + 1);
}

/* The chart is not hidden by a reader's zoom: it grows with the picture. */
static void
test_zoom (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GenuStage) stage = create_stage (pack, POINTS);
  GenuRect before = get_ink (stage), after;

  genu_stage_set_zoom (stage, 2, 0, 0, FALSE);
  after = get_ink (stage);
  g_assert_cmpfloat_with_epsilon (after.width, 2 * before.width, 4);
  g_assert_cmpfloat_with_epsilon (after.x, 2 * before.x - stage->width / 2.0, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/chart/words", test_words);
  g_test_add_func ("/stage/chart/place", test_place);
  g_test_add_data_func ("/stage/chart/pack/en", "", test_pack);
  g_test_add_data_func ("/stage/chart/pack/en-XA", "en-XA", test_pack);
  g_test_add_data_func ("/stage/chart/pack/ar-XB", "ar-XB", test_pack);
  g_test_add_func ("/stage/chart/tiny", test_tiny);
  g_test_add_func ("/stage/chart/people", test_people);
  g_test_add_func ("/stage/chart/dots", test_dots);
  g_test_add_func ("/stage/chart/zoom", test_zoom);
  return g_test_run ();
}
