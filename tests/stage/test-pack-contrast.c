/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contrast of labels and leaders, from the pixels that are painted.  Both are painted alone over
 * black and over white: where the two agree, what lies below cannot matter. */

#include "config.h"

#include "genu-stage-private.h"
#include "stage-fixture.h"

#include <math.h>

#define TEXT_CONTRAST 4.5
#define LEADER_CONTRAST 3.0

static guint n_labels, n_points;

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

typedef struct
{
  cairo_surface_t *surface;
  const guint32   *pixels;
  int              width;
  int              height;
} Canvas;

/* Label @index alone, or the leaders when it is negative, over one grey. */
static Canvas
paint (GenuStage *stage,
       int        index,
       double     grey)
{
  GenuRect rect = { 0, 0, stage->width, stage->height };
  Canvas canvas;
  cairo_t *cr;

  if (index >= 0)
    rect = genu_stage_get_label (stage, (guint) index)->rect;
  canvas.width = (int) rect.width;
  canvas.height = (int) rect.height;
  canvas.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, canvas.width, canvas.height);
  cr = cairo_create (canvas.surface);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_paint (cr);
  cairo_translate (cr, -rect.x, -rect.y);
  if (index >= 0)
    genu_stage_draw_label (stage, cr, (guint) index);
  else
    genu_stage_draw_furniture (stage, cr);
  cairo_destroy (cr);
  cairo_surface_flush (canvas.surface);
  canvas.pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (canvas.surface);
  return canvas;
}

static guint32
get_pixel (const Canvas *canvas,
           int           x,
           int           y)
{
  return canvas->pixels[y * (cairo_image_surface_get_stride (canvas->surface) / 4) + x] & 0xffffff;
}

/* Around each pixel of full ink everything is opaque as far as a thin stroke's width, and lightens
 * to the halo: an edge of every letter stands against the halo whatever the picture is. */
static void
check_ink (GenuStage    *stage,
           const Canvas *black,
           const Canvas *white,
           guint32       ink,
           guint32       halo)
{
  int reach = MAX (1, (int) (0.1 * genu_stage_get_text_size (stage)));
  guint n_ink = 0;

  g_assert_cmpfloat (get_contrast (ink, halo), >=, TEXT_CONTRAST);
  for (int y = reach; y < black->height - reach; y++)
    for (int x = reach; x < black->width - reach; x++)
      {
        if (get_pixel (black, x, y) != ink || get_pixel (white, x, y) != ink)
          continue;
        n_ink++;
        for (int d = -reach; d <= reach; d++)
          {
            g_assert_cmphex (get_pixel (black, x + d, y), ==, get_pixel (white, x + d, y));
            g_assert_cmphex (get_pixel (black, x, y + d), ==, get_pixel (white, x, y + d));
          }
      }
  g_assert_cmpuint (n_ink, >, 0);
}

static void
check_label (GenuStage *stage,
             guint      index,
             guint32    ink)
{
  Canvas black = paint (stage, (int) index, 0), white = paint (stage, (int) index, 1);

  check_ink (stage, &black, &white, ink, genu_stage_get_ground (stage) >> 8);
  cairo_surface_destroy (black.surface);
  cairo_surface_destroy (white.surface);
  n_labels++;
}

/* The most contrast that a leader's pixel has with one near it, across the leader. */
static double
get_contrast_across (const Canvas *canvas,
                     GenuPoint     point,
                     GenuPoint     normal,
                     double        reach)
{
  double best = 1;
  guint32 ink = get_pixel (canvas, (int) point.x, (int) point.y);

  for (double d = -reach; d <= reach; d += 0.5)
    {
      int x = (int) (point.x + d * normal.x), y = (int) (point.y + d * normal.y);

      if (x >= 0 && y >= 0 && x < canvas->width && y < canvas->height)
        best = MAX (best, get_contrast (ink, get_pixel (canvas, x, y)));
    }
  return best;
}

static void
check_leader (GenuStage            *stage,
              const GenuStageLabel *label,
              const Canvas         *canvas)
{
  double size = genu_stage_get_text_size (stage);

  for (guint i = 1; i < label->n_leader; i++)
    {
      GenuPoint from = label->leader[i - 1], to = label->leader[i];
      double length = hypot (to.x - from.x, to.y - from.y);
      GenuPoint along = { (to.x - from.x) / length, (to.y - from.y) / length };
      double end = i + 1 == label->n_leader ? length - 0.3 * size : length;

      for (double at = 1; at < end; at += 4)
        {
          GenuPoint point = { from.x + at * along.x, from.y + at * along.y };

          g_assert_cmpfloat (get_contrast_across (canvas, point, (GenuPoint) { -along.y, along.x },
                                                  0.11 * size + 0.5), >=, LEADER_CONTRAST);
          n_points++;
        }
    }
}

static void
check_leaders (GenuStage *stage,
               double     grey)
{
  Canvas canvas = paint (stage, -1, grey);

  for (guint i = 0; i < genu_stage_get_n_labels (stage); i++)
    check_leader (stage, genu_stage_get_label (stage, i), &canvas);
  cairo_surface_destroy (canvas.surface);
}

static void
check_topic (GenuStage *stage,
             guint32    ink)
{
  for (guint step = 0; step < genu_stage_get_n_steps (stage); step++)
    {
      genu_stage_set_step (stage, step, FALSE);
      for (guint i = 0; i < genu_stage_get_n_labels (stage); i++)
        check_label (stage, i, ink);
      check_leaders (stage, 0);
      check_leaders (stage, 0.5);
    }
}

static void
test_contrast (gconstpointer data)
{
  GenuTheme theme = GPOINTER_TO_INT (data);
  guint32 ink = theme == GENU_THEME_HIGH_CONTRAST ? 0x000000 : 0x1D2B3A;
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");
  g_autoptr(GenuStage) stage = genu_stage_new (pack);

  n_labels = n_points = 0;
  genu_stage_set_theme (stage, theme);
  for (guint t = 0; t < pack->topics->len; t++)
    {
      genu_stage_set_topic (stage, g_ptr_array_index (pack->topics, t), NULL);
      genu_stage_set_size (stage, 1280, 720, 1);
      genu_stage_set_text_scale (stage, 1);
      check_topic (stage, ink);
      genu_stage_set_text_scale (stage, 2);
      check_topic (stage, ink);
    }
  g_test_message ("%u labels, %u points of leaders", n_labels, n_points);
  g_assert_cmpuint (n_points, >, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/stage/pack-contrast/light", GINT_TO_POINTER (GENU_THEME_LIGHT),
                        test_contrast);
  g_test_add_data_func ("/stage/pack-contrast/dark", GINT_TO_POINTER (GENU_THEME_DARK),
                        test_contrast);
  g_test_add_data_func ("/stage/pack-contrast/high-contrast",
                        GINT_TO_POINTER (GENU_THEME_HIGH_CONTRAST), test_contrast);
  return g_test_run ();
}
