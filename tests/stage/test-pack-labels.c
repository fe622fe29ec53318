/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every step of the built-in pack at several sizes, text sizes and sides: what must hold of labels
 * (no overlap, no crossing, inside the window, nothing over an anchor, contrast). */

#include "config.h"

#include "stage-fixture.h"

#include <math.h>
#include <string.h>

static const int sizes[][2] = { { 1920, 1080 }, { 1280, 720 }, { 1080, 1920 }, { 3840, 2160 } };
static const double scales[] = { 1, 1.5, 2 };

static guint n_steps, n_labels, n_legend;

static double
turn (GenuPoint a,
      GenuPoint b,
      GenuPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
cross (const GenuPoint *a,
       const GenuPoint *b)
{
  return turn (a[0], a[1], b[0]) * turn (a[0], a[1], b[1]) < 0
         && turn (b[0], b[1], a[0]) * turn (b[0], b[1], a[1]) < 0;
}

static void
assert_pair (const GenuStageLabel *a,
             const GenuStageLabel *b)
{
  g_assert_false (genu_rect_intersect (&a->rect, &b->rect, NULL));
  if (a->n_leader > 0)
    g_assert_false (genu_rect_contains (&b->rect, a->leader[a->n_leader - 1]));
  if (b->n_leader > 0)
    g_assert_false (genu_rect_contains (&a->rect, b->leader[b->n_leader - 1]));
  for (guint i = 1; i < a->n_leader; i++)
    for (guint j = 1; j < b->n_leader; j++)
      g_assert_false (cross (&a->leader[i - 1], &b->leader[j - 1]));
}

static void
assert_label (GenuStage            *stage,
              const GenuStageLabel *label,
              int                   width,
              int                   height)
{
  g_assert_false (genu_rect_is_empty (&label->rect));
  g_assert_cmpfloat (label->rect.x, >=, 0);
  g_assert_cmpfloat (label->rect.y, >=, 0);
  g_assert_cmpfloat (label->rect.x + label->rect.width, <=, width);
  g_assert_cmpfloat (label->rect.y + label->rect.height, <=, height);
  if (label->n_leader > 0)
    g_assert_false (genu_rect_contains (&label->rect, label->leader[label->n_leader - 1]));
  n_labels++;
  n_legend += label->n_leader == 0;
}

static void
check_step (GenuStage *stage,
            int        width,
            int        height,
            double     scale)
{
  n_steps++;
  for (guint i = 0; i < genu_stage_get_n_labels (stage); i++)
    {
      const GenuStageLabel *label = genu_stage_get_label (stage, i);

      assert_label (stage, label, width, height);
      if (width == 1920 && height == 1080 && scale == 1)
        g_assert_cmpuint (label->n_leader, >, 0); /* no legend */
      for (guint j = i + 1; j < genu_stage_get_n_labels (stage); j++)
        assert_pair (label, genu_stage_get_label (stage, j));
    }
}

static void
check_topic (GenuStage       *stage,
             const GenuTopic *topic)
{
  g_autoptr(GenuReport) report = genu_report_new ();

  genu_stage_set_topic (stage, topic, report);
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 0);
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint scale = 0; scale < G_N_ELEMENTS (scales); scale++)
      for (guint step = 0; step < genu_stage_get_n_steps (stage); step++)
        {
          g_test_message ("%s step %u, %dx%d, text %g", topic->id, step + 1, sizes[size][0],
                          sizes[size][1], scales[scale]);
          genu_stage_set_size (stage, sizes[size][0], sizes[size][1], 1);
          genu_stage_set_text_scale (stage, scales[scale]);
          genu_stage_set_step (stage, step, FALSE);
          check_step (stage, sizes[size][0], sizes[size][1], scales[scale]);
        }
}

static void
test_pack (gconstpointer side)
{
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");
  g_autoptr(GenuStage) stage = genu_stage_new (pack);

  n_steps = n_labels = n_legend = 0;
  genu_stage_set_side (stage, GPOINTER_TO_INT (side));
  for (guint i = 0; i < pack->topics->len; i++)
    check_topic (stage, g_ptr_array_index (pack->topics, i));
  g_test_message ("%u placements of steps, %u labels, %u of them in a legend", n_steps, n_labels,
                  n_legend);
  g_assert_cmpuint (n_labels, >, 0);
}

static double
get_luminance (guint32 rgb)
{
  double sum = 0;
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };

  for (guint i = 0; i < 3; i++)
    {
      double c = ((rgb >> (16 - 8 * i)) & 0xff) / 255.0;

      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
get_contrast (guint32 a,
              guint32 b)
{
  double first = get_luminance (a) + 0.05, second = get_luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

/* The darkest and the lightest pixel of a label drawn alone over black are its ink and its halo:
 * the halo is opaque at the letters, so that what lies under them does not matter. */
static void
check_contrast (GenuStage *stage,
                guint      index)
{
  GenuRect rect = genu_stage_get_label (stage, index)->rect;
  int width = (int) rect.width, height = (int) rect.height;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;
  guint32 ink = 0xffffff, halo = genu_stage_get_ground (stage) >> 8;

  cairo_translate (cr, -rect.x, -rect.y);
  genu_stage_draw_label (stage, cr, index);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  for (int i = 0; i < width * height; i++)
    if (pixels[i] >> 24 == 0xff && get_luminance (pixels[i]) < get_luminance (ink))
      ink = pixels[i] & 0xffffff;
  g_assert_cmpfloat (get_contrast (ink, halo), >=, 4.5);
  cairo_surface_destroy (surface);
}

static void
test_contrast (void)
{
  static const GenuTheme themes[] = { GENU_THEME_LIGHT, GENU_THEME_DARK, GENU_THEME_HIGH_CONTRAST };
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");
  g_autoptr(GenuStage) stage = genu_stage_new (pack);

  genu_stage_set_size (stage, 1920, 1080, 1);
  for (guint theme = 0; theme < G_N_ELEMENTS (themes); theme++)
    {
      genu_stage_set_theme (stage, themes[theme]);
      for (guint t = 0; t < pack->topics->len; t++)
        {
          genu_stage_set_topic (stage, g_ptr_array_index (pack->topics, t), NULL);
          /* The leader's ink, on the ground and on its own casing. */
          g_assert_cmpfloat (get_contrast (0x33475B, genu_stage_get_ground (stage) >> 8), >=, 3);
          for (guint i = 0; i < genu_stage_get_n_labels (stage); i++)
            check_contrast (stage, i);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/stage/pack/right", GINT_TO_POINTER (GENU_SIDE_RIGHT), test_pack);
  g_test_add_data_func ("/stage/pack/left", GINT_TO_POINTER (GENU_SIDE_LEFT), test_pack);
  g_test_add_func ("/stage/pack/contrast", test_contrast);

  return g_test_run ();
}
