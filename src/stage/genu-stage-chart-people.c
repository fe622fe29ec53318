/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A hundred people, so many of whom are marked.  Those of the number are full; of them, as many as
 * it may be too high are pale and striped; beyond them, as many as it may be too low are dashed;
 * the rest is empty.  Below or beside them the same in words, for both sides of the number.  Of the
 * ways to lay this out the one with the largest people is taken. */

#include "config.h"

#include "genu-stage-chart-private.h"

#include <math.h>

#define MOST_ITEMS 3

/* In text heights. */
#define LEAST_PERSON 0.5
#define MOST_PERSON 2.6
#define ITEM_GAP 0.3
#define SWATCH_WIDTH 1.9
#define SWATCH_PERSON 1.15
#define SPACE 0.8        /* between people and words */

#define PERSON_WIDTH 0.5 /* of a person's height, air included */
#define FILLING 0.86     /* of the height of a cell */
#define LINE 0.055       /* of a person's height */

static const struct { guint columns, rows; } grids[] = { { 10, 10 }, { 20, 5 }, { 25, 4 } };

/* Share of the width for people who stand beside their words; 0: above them. */
static const double ways[] = { 0, 0.4, 0.5, 0.6 };

typedef struct
{
  GenuChartState state;
  guint          n_states; /* people before the words: of @state and of those after it */
  PangoLayout   *words;
} Item;

typedef struct
{
  GenuRect people, words;
  guint    grid;
  double   person; /* height; 0 when there is no room */
} Way;

static const GenuChartNumber *
get_number (const GenuChartPen *pen)
{
  return g_ptr_array_index (pen->chart->numbers, 0);
}

static GenuChartState
get_state (const GenuChartNumber *number,
           guint                  index)
{
  if (index < number->value)
    return number->has_range && index >= number->low ? GENU_CHART_LESS : GENU_CHART_SURE;
  return number->has_range && index < number->high ? GENU_CHART_MORE : GENU_CHART_REST;
}

/* One person, standing in the middle of a cell.  @height: of the person */
static void
draw_person (const GenuChartPen *pen,
             double              x,
             double              y,
             double              height,
             GenuChartState      state)
{
  cairo_t *cr = pen->cr;

  cairo_save (cr);
  cairo_translate (cr, x, y - height / 2);
  cairo_scale (cr, height, height);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0.135, 0.115, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_move_to (cr, -0.2, 0.43);
  cairo_curve_to (cr, -0.2, 0.34, -0.14, 0.3, -0.06, 0.3);
  cairo_line_to (cr, 0.06, 0.3);
  cairo_curve_to (cr, 0.14, 0.3, 0.2, 0.34, 0.2, 0.43);
  cairo_line_to (cr, 0.2, 0.6);
  cairo_curve_to (cr, 0.2, 0.66, 0.13, 0.67, 0.125, 0.63);
  cairo_line_to (cr, 0.115, 0.94);
  cairo_curve_to (cr, 0.11, 0.985, 0.03, 0.985, 0.025, 0.94);
  cairo_line_to (cr, 0, 0.68);
  cairo_line_to (cr, -0.025, 0.94);
  cairo_curve_to (cr, -0.03, 0.985, -0.11, 0.985, -0.115, 0.94);
  cairo_line_to (cr, -0.125, 0.63);
  cairo_curve_to (cr, -0.13, 0.67, -0.2, 0.66, -0.2, 0.6);
  cairo_close_path (cr);
  cairo_restore (cr);
  genu_chart_paint (pen, state, GENU_CHART_WARM, MAX (1, LINE * height));
}

static guint
list_items (const GenuChartPen *pen,
            double              width,
            Item                items[MOST_ITEMS])
{
  const GenuChartNumber *number = get_number (pen);
  g_autofree char *row = genu_chart_dup_row (pen->chart, number);
  g_autofree char *range = genu_chart_dup_range (pen->chart, number);
  g_autofree char *rest = genu_chart_dup_rest (pen->chart, number);
  const struct { GenuChartState state; guint n; const char *text; } all[] = {
    { GENU_CHART_SURE, 1, row },
    { GENU_CHART_LESS, number->has_range ? 2 : 0, range },
    { GENU_CHART_REST, 1, rest },
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    items[n++] = (Item) { all[i].state, all[i].n,
                          genu_chart_create_words (pen, all[i].text, 1, PANGO_WEIGHT_MEDIUM,
                                                   width - SWATCH_WIDTH * pen->size) };
  return n;
}

/* Draws the words in a column, or tells their height; INFINITY when a word is too long. */
static double
draw_items (const GenuChartPen *pen,
            const GenuRect     *area)
{
  gboolean rtl = genu_stage_is_right_to_left (pen->self);
  double swatch = SWATCH_WIDTH * pen->size, y = area->y;
  Item items[MOST_ITEMS];
  guint n = list_items (pen, area->width, items);
  gboolean fit = TRUE;

  for (guint i = 0; i < n; i++)
    {
      double height = genu_chart_get_height (items[i].words);
      double middle = y + 0.62 * pen->size;

      for (guint s = 0; s < items[i].n_states && pen->cr != NULL; s++)
        {
          double shift = items[i].n_states == 1 ? 0.4 * swatch : swatch * (0.2 + 0.4 * s);

          draw_person (pen, rtl ? area->x + area->width - shift : area->x + shift, middle,
                       SWATCH_PERSON * pen->size, (GenuChartState) (items[i].state + s));
        }
      genu_chart_draw_words (pen, items[i].words, rtl ? area->x : area->x + swatch, y);
      fit = fit && genu_chart_words_fit (items[i].words);
      y += height + (i + 1 < n ? ITEM_GAP * pen->size : 0);
      g_object_unref (items[i].words);
    }
  return fit ? y - area->y : INFINITY;
}

/* The largest people that stand in a rectangle. */
static void
fit_people (Way    *way,
            double  size)
{
  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      double height = way->people.height / grids[i].rows * FILLING;
      double width = way->people.width / grids[i].columns / PERSON_WIDTH;
      double person = MIN (MIN (height, width), MOST_PERSON * size);

      if (person > way->person)
        {
          way->person = person;
          way->grid = i;
        }
    }
  if (way->person < LEAST_PERSON * size)
    way->person = 0;
}

/* Lays people and words out below the caption, with @share of the width for the people. */
static Way
try_way (const GenuChartPen *pen,
         const GenuRect     *area,
         double              share)
{
  gboolean rtl = genu_stage_is_right_to_left (pen->self);
  double space = SPACE * pen->size, split = floor (share * area->width), height;
  GenuChartPen ruler = *pen;
  Way way = { *area, *area, 0, 0 };

  ruler.cr = NULL;
  if (share > 0)
    {
      way.people.width = split;
      way.words.width = area->width - split - space;
      if (rtl)
        way.people.x += way.words.width + space;
      else
        way.words.x += split + space;
    }
  height = draw_items (&ruler, &way.words);
  if (share == 0 && isfinite (height))
    {
      way.people.height = area->height - height - space;
      way.words.y += way.people.height + space;
    }
  if (isfinite (height) && height <= area->height && way.people.height > 0)
    fit_people (&way, pen->size);
  return way;
}

/* Rows fill from where reading begins, from the top. */
static void
draw_crowd (const GenuChartPen *pen,
            const Way          *way)
{
  gboolean rtl = genu_stage_is_right_to_left (pen->self);
  guint columns = grids[way->grid].columns, rows = grids[way->grid].rows;
  double pitch_x = MIN (way->people.width / columns, 1.5 * PERSON_WIDTH * way->person);
  double pitch_y = MIN (way->people.height / rows, 1.2 * way->person / FILLING);
  double x0 = way->people.x + (way->people.width - pitch_x * columns) / 2;
  double y0 = way->people.y + (way->people.height - pitch_y * rows) / 2;

  for (guint i = 0; i < GENU_CHART_PEOPLE; i++)
    {
      guint column = i % columns;

      if (rtl)
        column = columns - 1 - column;
      draw_person (pen, x0 + (column + 0.5) * pitch_x, y0 + (i / columns + 0.5) * pitch_y,
                   way->person, get_state (get_number (pen), i));
    }
}

double
genu_stage_chart_people (const GenuChartPen *pen,
                         const GenuRect     *area)
{
  GenuChartPen ruler = *pen;
  double caption, height;
  GenuRect rest = *area;
  Way best = { .person = 0 };

  ruler.cr = NULL;
  caption = genu_chart_draw_caption (&ruler, area);
  if (!isfinite (caption))
    return INFINITY;

  rest.y += caption;
  rest.height -= caption;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      Way way = try_way (pen, &rest, ways[i]);

      if (way.person > best.person)
        best = way;
    }
  if (pen->cr == NULL || best.person == 0)
    return best.person > 0 ? area->height : INFINITY;

  height = draw_items (&ruler, &best.words);
  if (best.words.y == rest.y)
    best.words.y += (rest.height - height) / 2;
  genu_chart_draw_caption (pen, area);
  draw_crowd (pen, &best);
  draw_items (pen, &best.words);
  return area->height;
}
