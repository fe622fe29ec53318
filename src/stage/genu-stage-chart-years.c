/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many people were followed for how long: an axis of years, and over the end of each study its
 * people as a heap of dots, one dot for so many of them; the last dot is filled as far as there are
 * people for it.  The words of a study fly like a flag from a pole over its heap, in as few rows as
 * can be found in which no words overlap and no pole crosses words. */

#include "config.h"

#include "genu-stage-chart-private.h"

#include "genu-stage-fonts.h"

#include <math.h>
#include <string.h>

/* In text heights. */
#define LEAST_PITCH 0.14 /* from dot to dot */
#define MOST_PITCH 0.8
#define POLE 0.35        /* the least of it that shows, above a heap */
#define FLAG_GAP 0.25    /* from a pole to its words; between words */
#define SIDE 0.9         /* from the ends of the axis to the edges */
#define TICK 0.3
#define DIGITS 0.85
#define WORDS 0.85
#define LINE 0.07
#define AIR 0.8          /* of the room between two heaps that they may take */
#define DOT 0.41         /* radius, of the pitch */
#define LEAST_PIXELS 5.0 /* pitch at which dots can still be told apart */

typedef struct
{
  const GenuChartNumber *number;
  PangoLayout           *words;
  double                 x;      /* of the pole */
  double                 width;  /* of the words */
  double                 left;   /* of the words */
  guint                  row;    /* of the words; 0 is the lowest */
  guint                  n_dots;
  guint                  columns;
} Study;

typedef struct
{
  const GenuChartPen *pen;
  const GenuRect     *area;
  double              x0, x1;  /* of 0 and of the last year; x0 > x1 from right to left */
  Study               studies[GENU_LIMIT_CHART_NUMBERS];
  guint               n;
  guint               n_rows;
  double              row;     /* height of a row of words */
  double              pitch;
} Plan;

static double
map (const Plan *plan,
     double      years)
{
  return plan->x0 + (plan->x1 - plan->x0) * years / plan->pen->chart->of;
}

/* -------------------------------------------------------------------------- words on poles */

static gboolean
spans (const Study *study,
       double       x,
       double       air)
{
  return x > study->left - air && x < study->left + study->width + air;
}

/* Whether two studies whose words have their places can be shown together. */
static gboolean
agree (const Study *a,
       const Study *b,
       double       air)
{
  const Study *upper = a->row > b->row ? a : b, *lower = a->row > b->row ? b : a;

  if (a->row == b->row)
    return a->left + a->width + air <= b->left || b->left + b->width + air <= a->left;
  return !spans (lower, upper->x, air / 2);
}

/* Finds rows and sides for the words of the studies from @index on. */
static gboolean
fly (Plan *plan,
     guint index,
     guint n_rows)
{
  double air = FLAG_GAP * plan->pen->size, end = plan->area->x + plan->area->width;
  Study *study = &plan->studies[index];

  if (index == plan->n)
    return TRUE;
  for (guint row = 0; row < n_rows; row++)
    for (guint side = 0; side < 3; side++)
      {
        gboolean good;

        study->row = row;
        study->left = side == 0 ? study->x + air
                      : side == 1 ? study->x - air - study->width : study->x - study->width / 2;
        good = study->left >= plan->area->x && study->left + study->width <= end;
        for (guint i = 0; i < index && good; i++)
          good = agree (study, &plan->studies[i], air);
        if (good && fly (plan, index + 1, n_rows))
          return TRUE;
      }
  return FALSE;
}

/* Sets the words of all studies in one line each, or, narrower, in two, or in one for each word. */
static void
set_words (Plan  *plan,
           guint  n_lines)
{
  plan->row = 0;
  for (guint i = 0; i < plan->n; i++)
    {
      Study *study = &plan->studies[i];
      g_autofree char *row = genu_chart_dup_row (plan->pen->chart, study->number);
      char *colon = strstr (row, ": <b>");

      if (n_lines > 1 && colon != NULL)
        colon[1] = '\n';
      g_clear_object (&study->words);
      study->words = genu_chart_create_words (plan->pen, row, WORDS, PANGO_WEIGHT_MEDIUM,
                                              n_lines > 2 ? 1 : plan->area->width);
      study->width = ceil (genu_chart_get_width (study->words)) + 1;
      pango_layout_set_width (study->words, (int) (study->width * PANGO_SCALE));
      plan->row = MAX (plan->row, genu_chart_get_height (study->words));
    }
}

/* ------------------------------------------------------------------------------------ heaps */

/* How wide a heap may be, so that it stays clear of its neighbours and of the edges. */
static double
get_room (const Plan  *plan,
          const Study *study)
{
  double room = MIN (study->x - plan->area->x, plan->area->x + plan->area->width - study->x);

  for (guint i = 0; i < plan->n; i++)
    if (plan->studies[i].x != study->x)
      room = MIN (room, AIR * fabs (plan->studies[i].x - study->x) / 2);
  return 2 * room;
}

/* Height of the highest heap for a pitch. */
static double
stack (Plan   *plan,
       double  pitch)
{
  double most = 0;

  for (guint i = 0; i < plan->n; i++)
    {
      Study *study = &plan->studies[i];
      guint columns = (guint) MAX (1, floor (get_room (plan, study) / pitch));

      study->columns = MIN (columns, (guint) ceil (sqrt (study->n_dots)));
      most = MAX (most, ceil ((double) study->n_dots / study->columns) * pitch);
    }
  return most;
}

/* The largest dots whose heaps are no higher than @room; FALSE when those are too small. */
static gboolean
fit_dots (Plan   *plan,
          double  room)
{
  double size = plan->pen->size, least = MAX (LEAST_PITCH * size, LEAST_PIXELS);

  for (plan->pitch = MOST_PITCH * size; plan->pitch >= least; plan->pitch *= 0.96)
    if (stack (plan, plan->pitch) <= room)
      return TRUE;
  return FALSE;
}

/* Places words and heaps within a height: each study's words in one line if that can be, else in
 * more, which are narrower. */
static gboolean
place (Plan   *plan,
       double  room)
{
  double pole = POLE * plan->pen->size;

  for (guint n_lines = 1; n_lines <= 3; n_lines++)
    {
      set_words (plan, n_lines);
      for (plan->n_rows = 1; plan->n_rows <= plan->n; plan->n_rows++)
        if (fly (plan, 0, plan->n_rows)
            && fit_dots (plan, room - plan->n_rows * plan->row - pole))
          return TRUE;
    }
  return FALSE;
}

/* ------------------------------------------------------------------------------------ paint */

static double
get_line (const GenuChartPen *pen)
{
  return MAX (1.25, LINE * pen->size);
}

/* A dot, of which @share is filled. */
static void
draw_dot (const GenuChartPen *pen,
          double              x,
          double              y,
          double              radius,
          double              share)
{
  double line = MAX (1, 0.18 * radius);

  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, y, radius, 0, 2 * G_PI);
  genu_chart_paint (pen, share < 1 ? GENU_CHART_REST : GENU_CHART_SURE, GENU_CHART_COOL, line);
  if (share >= 1)
    return;
  cairo_move_to (pen->cr, x, y);
  cairo_arc (pen->cr, x, y, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * share);
  cairo_close_path (pen->cr);
  genu_chart_paint (pen, GENU_CHART_SURE, GENU_CHART_COOL, line);
}

/* @y: of the axis.  The last row is the top one, its dots in the middle. */
static void
draw_heap (const Plan  *plan,
           const Study *study,
           double       y)
{
  double people = study->number->value, each = plan->pen->chart->each;

  for (guint i = 0; i < study->n_dots; i++)
    {
      guint row = i / study->columns;
      guint n = MIN (study->columns, study->n_dots - row * study->columns);
      double place = i % study->columns - (n - 1) / 2.0;

      draw_dot (plan->pen, study->x + place * plan->pitch, y - (row + 0.5) * plan->pitch,
                DOT * plan->pitch, MIN (1, people / each - i));
    }
}

static void
draw_study (const Plan  *plan,
            const Study *study,
            double       top,
            double       y)
{
  double words = top + (plan->n_rows - 1 - study->row) * plan->row;
  double heap = ceil ((double) study->n_dots / study->columns) * plan->pitch;
  cairo_t *cr = plan->pen->cr;
  gboolean centred = study->left < study->x && study->left + study->width > study->x;

  genu_chart_set_ink (plan->pen);
  cairo_set_line_width (cr, get_line (plan->pen));
  cairo_move_to (cr, study->x, words + plan->row * (centred ? 0.95 : 0.12));
  cairo_line_to (cr, study->x, y - heap - 0.12 * plan->pen->size);
  cairo_stroke (cr);
  genu_chart_draw_words (plan->pen, study->words, study->left, words);
  draw_heap (plan, study, y);
}

static PangoLayout *
create_digits (const Plan *plan,
               double      value)
{
  g_autofree char *text = genu_chart_dup_value (value);
  PangoLayout *layout = genu_stage_create_layout (plan->pen->self->pango,
                                                  DIGITS * plan->pen->size, PANGO_WEIGHT_MEDIUM);

  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_axis_height (const Plan *plan)
{
  g_autoptr(PangoLayout) layout = create_digits (plan, 0);

  return ceil (genu_chart_get_height (layout) + 1.1 * TICK * plan->pen->size);
}

static void
draw_axis (const Plan *plan,
           double      y)
{
  const GenuChartPen *pen = plan->pen;
  double of = pen->chart->of, year = fabs (plan->x1 - plan->x0) / of;
  guint every = (guint) MAX (1, ceil (1.6 * pen->size / year));

  genu_chart_set_ink (pen);
  cairo_set_line_width (pen->cr, get_line (pen));
  cairo_move_to (pen->cr, plan->x0, y);
  cairo_line_to (pen->cr, plan->x1, y);
  for (guint i = 0; i <= of; i++)
    {
      cairo_move_to (pen->cr, map (plan, i), y);
      cairo_line_to (pen->cr, map (plan, i), y + TICK * pen->size);
    }
  cairo_stroke (pen->cr);
  for (guint i = 0; i <= of; i += every)
    {
      g_autoptr(PangoLayout) layout = create_digits (plan, i);

      genu_chart_draw_words (pen, layout, map (plan, i) - genu_chart_get_width (layout) / 2,
                             y + 1.1 * TICK * pen->size);
    }
}

/* What a dot and what a digit stands for, in one line or, where there is no room, in two; returns
 * its height.  @y: its top */
static double
draw_footer (const Plan *plan,
             double      y,
             gboolean   *out_fit)
{
  const GenuChartPen *pen = plan->pen;
  gboolean rtl = genu_stage_is_right_to_left (pen->self);
  double dot = 1.1 * pen->size, width = plan->area->width, height;
  g_autofree char *each = genu_chart_dup_each (pen->chart);
  g_autofree char *unit = genu_chart_dup_unit ();
  g_autoptr(PangoLayout) left = genu_chart_create_words (pen, each, 1, PANGO_WEIGHT_MEDIUM,
                                                         width - dot);
  g_autoptr(PangoLayout) right = genu_chart_create_words (pen, unit, 1, PANGO_WEIGHT_MEDIUM, width);
  gboolean beside = genu_chart_get_width (left) + genu_chart_get_width (right) + dot + pen->size
                    <= width;

  *out_fit = genu_chart_words_fit (left) && genu_chart_words_fit (right);
  height = genu_chart_get_height (left);
  if (pen->cr != NULL)
    {
      genu_stage_align_layout (right, rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
      draw_dot (pen, rtl ? plan->area->x + width - dot / 2 : plan->area->x + dot / 2,
                y + (beside ? 0 : genu_chart_get_height (right)) + 0.62 * pen->size,
                0.3 * pen->size, 1);
    }
  genu_chart_draw_words (pen, right, plan->area->x, y);
  genu_chart_draw_words (pen, left, rtl ? plan->area->x : plan->area->x + dot,
                         beside ? y : y + genu_chart_get_height (right));
  return beside ? height : height + genu_chart_get_height (right);
}

/* ------------------------------------------------------------------------------------- all */

static void
read_studies (Plan *plan)
{
  const GenuChart *chart = plan->pen->chart;

  plan->n = MIN (chart->numbers->len, GENU_LIMIT_CHART_NUMBERS);
  for (guint i = 0; i < plan->n; i++)
    {
      Study *study = &plan->studies[i];

      study->number = g_ptr_array_index (chart->numbers, i);
      study->x = map (plan, study->number->at);
      study->n_dots = genu_chart_count_dots (chart, study->number);
    }
}

static void
drop_studies (Plan *plan)
{
  for (guint i = 0; i < plan->n; i++)
    g_clear_object (&plan->studies[i].words);
}

static void
draw_plan (Plan               *plan,
           const GenuChartPen *pen)
{
  double axis = get_axis_height (plan), top, y, footer;
  gboolean fit;

  footer = draw_footer (plan, 0, &fit);
  plan->pen = pen;
  top = plan->area->y + genu_chart_draw_caption (pen, plan->area);
  y = plan->area->y + plan->area->height - axis - footer;
  for (guint i = 0; i < plan->n; i++)
    draw_study (plan, &plan->studies[i], top, y);
  draw_axis (plan, y);
  draw_footer (plan, y + axis, &fit);
}

double
genu_stage_chart_years (const GenuChartPen *pen,
                        const GenuRect     *area)
{
  GenuChartPen ruler = *pen;
  double side = ceil (SIDE * pen->size), caption, room;
  Plan plan = { &ruler, area, area->x + side, area->x + area->width - side };
  gboolean fit;

  ruler.cr = NULL;
  if (genu_stage_is_right_to_left (pen->self))
    {
      plan.x0 = area->x + area->width - side;
      plan.x1 = area->x + side;
    }
  read_studies (&plan);
  caption = genu_chart_draw_caption (&ruler, area);
  room = area->height - caption - get_axis_height (&plan) - draw_footer (&plan, 0, &fit);
  fit = fit && isfinite (caption) && place (&plan, room);
  if (fit && pen->cr != NULL)
    draw_plan (&plan, pen);
  drop_studies (&plan);
  return fit ? area->height : INFINITY;
}
