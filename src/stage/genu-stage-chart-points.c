/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Falls on a scale of points, one bar below each line of words, all on one axis.  What comes on top
 * of another number begins where that one ends, which is repeated before it, pale: so one sees how
 * much of a fall happens anyway.  A bar is full up to the least that the number may be, pale and
 * striped from there to the number, where a line stands, and dashed to the most; where nobody knows
 * how far off it may be, all of it is striped and no line ends it.  A mark is a dashed line through
 * the bars above it. */

#include "config.h"

#include "genu-stage-chart-private.h"

#include "genu-stage-fonts.h"

#include <math.h>

/* In text heights. */
#define LEAST_BAR 0.42
#define MOST_BAR 1.15
#define ROW_GAP 0.3
#define MOST_ROW_GAP 1.1
#define WORDS_GAP 0.24
#define TICK 0.3
#define DIGITS 0.85
#define WORDS 0.88
#define LINE 0.07

/* Where the bars of a chart lie. */
typedef struct
{
  const GenuChartPen *pen;
  double              x0, x1; /* of 0 and of the end of the scale; x0 > x1 from right to left */
  double              bar;    /* height of a bar */
  double              gap;    /* between rows */
} Axis;

static double
map (const Axis *axis,
     double      value)
{
  return axis->x0 + (axis->x1 - axis->x0) * value / axis->pen->chart->of;
}

static const GenuChartNumber *
get_number (const GenuChartPen *pen,
            guint               index)
{
  return g_ptr_array_index (pen->chart->numbers, index);
}

static PangoLayout *
create_row (const GenuChartPen    *pen,
            const GenuChartNumber *number,
            double                 width)
{
  g_autofree char *row = genu_chart_dup_row (pen->chart, number);
  g_autofree char *range = genu_chart_dup_range (pen->chart, number);
  g_autofree char *whole = range != NULL ? g_strdup_printf ("%s, %s", row, range) : NULL;

  return genu_chart_create_words (pen, whole != NULL ? whole : row, WORDS, PANGO_WEIGHT_MEDIUM,
                                  width);
}

static double
get_line (const GenuChartPen *pen)
{
  return MAX (1.25, LINE * pen->size);
}

static void
draw_piece (const Axis     *axis,
            double          from,
            double          to,
            double          y,
            GenuChartState  state,
            GenuChartInk    ink)
{
  double x0 = map (axis, from), x1 = map (axis, to);

  if (fabs (x1 - x0) < 0.5)
    return;
  cairo_new_path (axis->pen->cr);
  cairo_rectangle (axis->pen->cr, MIN (x0, x1), y, fabs (x1 - x0), axis->bar);
  genu_chart_paint (axis->pen, state, ink, get_line (axis->pen));
}

/* The number itself: a line that stands out of its bar. */
static void
draw_stroke (const Axis *axis,
             double      value,
             double      y0,
             double      y1,
             gboolean    dashed)
{
  cairo_t *cr = axis->pen->cr;
  double line = 1.6 * get_line (axis->pen), x = map (axis, value);
  const double dashes[] = { 3 * line, 2 * line };

  cairo_save (cr);
  genu_chart_set_ink (axis->pen);
  cairo_set_line_width (cr, line);
  if (dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, y0);
  cairo_line_to (cr, x, y1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_number (const Axis            *axis,
             const GenuChartNumber *number,
             double                 y)
{
  double base = genu_chart_get_base (axis->pen->chart, number), end = base + number->value;
  GenuChartInk ink = number->after >= 0 ? GENU_CHART_COOL : GENU_CHART_PLAIN;
  double sure = number->has_range ? base + MAX (0, number->low) : base;

  draw_piece (axis, 0, base, y, GENU_CHART_BASE, GENU_CHART_PLAIN);
  draw_piece (axis, base, sure, y, GENU_CHART_SURE, ink);
  draw_piece (axis, sure, end, y, GENU_CHART_LESS, ink);
  if (number->has_range)
    {
      draw_piece (axis, end, base + number->high, y, GENU_CHART_MORE, ink);
      if (number->low < 0)
        draw_piece (axis, base + number->low, base, y, GENU_CHART_LESS, ink);
      draw_stroke (axis, end, y - 0.18 * axis->bar, y + 1.18 * axis->bar, FALSE);
    }
}

/* A mark's line goes up through what it is compared with: all above it that begin where it does. */
static void
draw_mark (const Axis            *axis,
           const GenuChartNumber *number,
           const double          *tops,
           guint                  index)
{
  double base = genu_chart_get_base (axis->pen->chart, number);
  guint first = index;

  while (first > 0 && get_number (axis->pen, first - 1)->after == number->after)
    first--;
  draw_piece (axis, 0, base, tops[index], GENU_CHART_BASE, GENU_CHART_PLAIN);
  for (guint i = first; i <= index; i++)
    draw_stroke (axis, base + number->value, tops[i] - 0.18 * axis->bar,
                 tops[i] + 1.18 * axis->bar, TRUE);
}

/* Words and bars; returns the bottom of the last bar. */
static double
draw_rows (const Axis     *axis,
           const GenuRect *area,
           double          y,
           gboolean       *out_fit)
{
  const GenuChartPen *pen = axis->pen;
  guint n = pen->chart->numbers->len;
  g_autofree double *tops = g_new (double, n);

  *out_fit = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PangoLayout) words = create_row (pen, get_number (pen, i), area->width);

      *out_fit = *out_fit && genu_chart_words_fit (words);
      genu_chart_draw_words (pen, words, area->x, y);
      tops[i] = y + genu_chart_get_height (words) + WORDS_GAP * pen->size;
      y = tops[i] + axis->bar + (i + 1 < n ? axis->gap : 0);
    }
  for (guint i = 0; i < n && pen->cr != NULL; i++)
    if (!get_number (pen, i)->is_mark)
      draw_number (axis, get_number (pen, i), tops[i]);
  for (guint i = 0; i < n && pen->cr != NULL; i++)
    if (get_number (pen, i)->is_mark)
      draw_mark (axis, get_number (pen, i), tops, i);
  return y;
}

static PangoLayout *
create_digits (const GenuChartPen *pen,
               double              value)
{
  g_autofree char *text = genu_chart_dup_value (value);
  PangoLayout *layout = genu_stage_create_layout (pen->self->pango, DIGITS * pen->size,
                                                  PANGO_WEIGHT_MEDIUM);

  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
draw_digits (const Axis     *axis,
             const GenuRect *area,
             double          value,
             double          y)
{
  g_autoptr(PangoLayout) layout = create_digits (axis->pen, value);
  double width = genu_chart_get_width (layout);
  double x = CLAMP (map (axis, value) - width / 2, area->x, area->x + area->width - width);

  genu_chart_draw_words (axis->pen, layout, x, y);
}

/* Every point has a tick, and a digit where there is room for all of those. */
static void
draw_scale (const Axis     *axis,
            const GenuRect *area,
            double          y)
{
  const GenuChartPen *pen = axis->pen;
  double point = fabs (axis->x1 - axis->x0) / pen->chart->of, of = pen->chart->of;
  guint every = point >= 1.6 * pen->size ? 1 : fmod (of, 2) == 0 && point >= 0.8 * pen->size ? 2
                : (guint) MAX (1, of / 2);

  genu_chart_set_ink (pen);
  cairo_set_line_width (pen->cr, get_line (pen));
  cairo_move_to (pen->cr, axis->x0, y);
  cairo_line_to (pen->cr, axis->x1, y);
  for (guint i = 0; i <= of; i++)
    {
      double x = map (axis, i);

      cairo_move_to (pen->cr, x, y);
      cairo_line_to (pen->cr, x, y + (i % every == 0 ? 1 : 0.5) * TICK * pen->size);
    }
  cairo_stroke (pen->cr);
  for (guint i = 0; i <= of; i += every)
    draw_digits (axis, area, i, y + 1.1 * TICK * pen->size);
}

/* What the axis takes below its line. */
static double
get_scale_height (const GenuChartPen *pen)
{
  g_autoptr(PangoLayout) layout = create_digits (pen, 0);

  return ceil (genu_chart_get_height (layout) + 1.1 * TICK * pen->size);
}

/* Bars and gaps grow into the room that is left, in proportion. */
static void
spread (Axis   *axis,
        double  room)
{
  double size = axis->pen->size;
  guint n = axis->pen->chart->numbers->len;
  double most = n * (MOST_BAR - LEAST_BAR) * size + n * (MOST_ROW_GAP - ROW_GAP) * size;
  double share = CLAMP (room / most, 0, 1);

  axis->bar += floor (share * (MOST_BAR - LEAST_BAR) * size);
  axis->gap += floor (share * (MOST_ROW_GAP - ROW_GAP) * size);
}

double
genu_stage_chart_points (const GenuChartPen *pen,
                         const GenuRect     *area)
{
  gboolean rtl = genu_stage_is_right_to_left (pen->self), fit;
  double pad = ceil (0.4 * pen->size), scale = get_scale_height (pen);
  GenuChartPen ruler = *pen;
  Axis axis = { &ruler, area->x + pad, area->x + area->width - pad, ceil (LEAST_BAR * pen->size),
                ceil (ROW_GAP * pen->size) };
  double caption, needed, y;

  if (rtl)
    axis = (Axis) { &ruler, axis.x1, axis.x0, axis.bar, axis.gap };
  ruler.cr = NULL;
  caption = genu_chart_draw_caption (&ruler, area);
  needed = caption + draw_rows (&axis, area, 0, &fit) + axis.gap + scale;
  if (!fit || !isfinite (needed))
    return INFINITY;
  if (pen->cr == NULL)
    return needed;

  spread (&axis, area->height - needed);
  y = area->y + MAX (0, (area->height - caption - draw_rows (&axis, area, 0, &fit) - axis.gap
                         - scale) / 2);
  axis.pen = pen;
  caption = genu_chart_draw_caption (pen, &(GenuRect) { area->x, y, area->width, area->height });
  y = draw_rows (&axis, area, y + caption, &fit) + axis.gap;
  draw_scale (&axis, area, y);
  return needed;
}
