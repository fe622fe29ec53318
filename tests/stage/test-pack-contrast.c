/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contrast of labels and leaders, from the pixels that are painted: alone over black, over white
 * and over grey, so that it holds whatever picture lies below. */

#include "config.h"

#include "genu-stage-private.h"
#include "stage-fixture.h"

#include <math.h>

#define TEXT_CONTRAST 4.5
#define LEADER_CONTRAST 3.0

static guint n_labels, n_points;

/* WCAG's relative luminance; the curve is looked up, since every pixel is asked about. */
static double
get_luminance (guint32 rgb)
{
  static double linear[256];

  if (linear[255] == 0)
    for (guint i = 0; i < 256; i++)
      linear[i] = i <= 10 ? i / 255.0 / 12.92 : pow ((i / 255.0 + 0.055) / 1.055, 2.4);
  return 0.2126 * linear[(rgb >> 16) & 0xff] + 0.7152 * linear[(rgb >> 8) & 0xff]
         + 0.0722 * linear[rgb & 0xff];
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

/* Label @index alone, or the leaders when it is negative, over one grey, or over the ground
 * when that is negative. */
static Canvas
paint (GenuStage *stage,
       int        index,
       double     grey)
{
  GenuRect rect = { 0, 0, stage->width, stage->height };
  guint32 ground = genu_stage_get_ground (stage);
  Canvas canvas;
  cairo_t *cr;

  if (index >= 0)
    rect = genu_stage_get_label (stage, (guint) index)->rect;
  canvas.width = (int) rect.width;
  canvas.height = (int) rect.height;
  canvas.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, canvas.width, canvas.height);
  cr = cairo_create (canvas.surface);
  if (grey >= 0)
    cairo_set_source_rgb (cr, grey, grey, grey);
  else
    cairo_set_source_rgb (cr, (ground >> 24) / 255.0, ((ground >> 16) & 0xff) / 255.0,
                          ((ground >> 8) & 0xff) / 255.0);
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

/* The most contrast that the ink has with what follows its edge, up to @reach pixels away. */
static double
get_contrast_beyond (const Canvas *canvas,
                     int           x,
                     int           y,
                     int           dx,
                     int           dy,
                     int           reach)
{
  double best = 1;
  guint32 ink = get_pixel (canvas, x, y);

  for (int d = 1; d <= reach; d++)
    best = MAX (best, get_contrast (ink, get_pixel (canvas, x + d * dx, y + d * dy)));
  return best;
}

/* Every edge of every letter, to all four sides, stands against its halo; only where two strokes
 * come too close for any light between them, over plain ground as well, is there less. */
static void
check_ink (GenuStage    *stage,
           const Canvas *canvas,
           const Canvas *plain,
           guint32       ink)
{
  static const int ways[][2] = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } };
  int reach = 1 + (int) (0.1 * genu_stage_get_text_size (stage));
  guint n_edges = 0, n_close = 0;

  for (int y = reach; y < canvas->height - reach; y++)
    for (int x = reach; x < canvas->width - reach; x++)
      for (guint way = 0; way < G_N_ELEMENTS (ways) && get_pixel (plain, x, y) == ink; way++)
        {
          int dx = ways[way][0], dy = ways[way][1];
          double most = get_contrast_beyond (plain, x, y, dx, dy, reach);

          if (get_pixel (plain, x + dx, y + dy) == ink)
            continue;
          n_edges++;
          n_close += most < TEXT_CONTRAST;
          g_assert_cmpfloat (get_contrast_beyond (canvas, x, y, dx, dy, reach), >=,
                             MIN (TEXT_CONTRAST, 0.95 * most));
        }
  g_assert_cmpuint (n_edges, >, 20);
  g_assert_cmpuint (n_close * 5, <, n_edges);
}

static void
check_label (GenuStage *stage,
             guint      index,
             guint32    ink)
{
  static const double greys[] = { 0, 1, 0.5 };
  Canvas plain = paint (stage, (int) index, -1);

  for (guint i = 0; i < G_N_ELEMENTS (greys); i++)
    {
      Canvas canvas = paint (stage, (int) index, greys[i]);

      check_ink (stage, &canvas, &plain, ink);
      cairo_surface_destroy (canvas.surface);
    }
  cairo_surface_destroy (plain.surface);
  n_labels++;
}

/* The contrast of the darkest and the lightest pixel across a leader. */
static double
get_contrast_across (const Canvas *canvas,
                     GenuPoint     point,
                     GenuPoint     normal,
                     double        reach)
{
  double dark = 1, light = 0;

  for (double d = -reach; d <= reach; d += 0.5)
    {
      int x = (int) floor (point.x + d * normal.x), y = (int) floor (point.y + d * normal.y);

      if (x >= 0 && y >= 0 && x < canvas->width && y < canvas->height)
        {
          double luminance = get_luminance (get_pixel (canvas, x, y));

          dark = MIN (dark, luminance);
          light = MAX (light, luminance);
        }
    }
  return (light + 0.05) / (dark + 0.05);
}

static void
check_leader (GenuStage            *stage,
              const GenuStageLabel *label,
              const Canvas         *canvas)
{
  double size = genu_stage_get_text_size (stage), reach = 0.11 * size + 0.5;
  GenuPoint anchor = label->leader[label->n_leader > 0 ? label->n_leader - 1 : 0];

  for (guint i = 1; i < label->n_leader; i++)
    {
      GenuPoint from = label->leader[i - 1], to = label->leader[i];
      double length = hypot (to.x - from.x, to.y - from.y);
      GenuPoint along = { (to.x - from.x) / length, (to.y - from.y) / length };

      for (double at = 1; at < length; at += 4)
        {
          GenuPoint point = { from.x + at * along.x, from.y + at * along.y };

          if (hypot (point.x - anchor.x, point.y - anchor.y) < 0.4 * size)
            continue; /* the dot and its ring */
          g_assert_cmpfloat (get_contrast_across (canvas, point, (GenuPoint) { -along.y, along.x },
                                                  reach), >=, LEADER_CONTRAST);
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
