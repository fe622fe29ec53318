/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words and fills of the charts.  The ground of a drawing is light in every theme, so the inks are
 * dark in every theme; high contrast takes black for all of them, and the fills still differ. */

#include "config.h"

#include "genu-stage-chart-private.h"

#include "genu-stage-fonts.h"

#include <math.h>

#define CAPTION_SPACE 0.35 /* below the caption, in text heights */
#define STRIPE 0.34        /* between stripes, in text heights */

typedef struct
{
  double r, g, b;
} Colour;

#define RGB(hex) { ((hex) >> 16) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

/* Full and pale; 3:1 or more against the grounds of drawings, and against each other. */
static const struct { Colour full, pale; } inks[] = {
  [GENU_CHART_WARM] = { RGB (0xA8481B), RGB (0xF3CDB4) },
  [GENU_CHART_COOL] = { RGB (0x1B5E99), RGB (0xBFDBF1) },
  [GENU_CHART_PLAIN] = { RGB (0x56697B), RGB (0xD3DCE4) },
};

static gboolean
is_high_contrast (const GenuChartPen *pen)
{
  return pen->self->theme == GENU_THEME_HIGH_CONTRAST;
}

/* The ink of words. */
void
genu_chart_set_ink (const GenuChartPen *pen)
{
  static const Colour ink = RGB (0x1D2B3A);

  if (is_high_contrast (pen))
    cairo_set_source_rgb (pen->cr, 0, 0, 0);
  else
    cairo_set_source_rgb (pen->cr, ink.r, ink.g, ink.b);
}

static void
set_full (const GenuChartPen *pen,
          GenuChartInk        ink)
{
  const Colour *full = &inks[ink].full;

  if (is_high_contrast (pen))
    cairo_set_source_rgb (pen->cr, 0, 0, 0);
  else
    cairo_set_source_rgb (pen->cr, full->r, full->g, full->b);
}

static void
set_pale (const GenuChartPen *pen,
          GenuChartInk        ink)
{
  const Colour *pale = &inks[ink].pale;

  if (is_high_contrast (pen))
    cairo_set_source_rgb (pen->cr, 1, 1, 1);
  else
    cairo_set_source_rgb (pen->cr, pale->r, pale->g, pale->b);
}

/* Slanting lines over the current clip. */
static void
draw_stripes (const GenuChartPen *pen,
              GenuChartInk        ink,
              double              line)
{
  double x0, y0, x1, y1, step = MAX (3, MIN (STRIPE * pen->size, 5 * line));

  cairo_clip_extents (pen->cr, &x0, &y0, &x1, &y1);
  for (double x = x0 - (y1 - y0); x < x1; x += step)
    {
      cairo_move_to (pen->cr, x, y1);
      cairo_line_to (pen->cr, x + (y1 - y0), y0);
    }
  set_full (pen, ink);
  cairo_set_line_width (pen->cr, line);
  cairo_stroke (pen->cr);
}

/**
 * genu_chart_paint:
 * @pen: a pen that draws
 * @state: how sure it is that this belongs to the number
 * @ink: whose number it is
 * @line: width of the outline
 *
 * Fills and outlines the current path, and clears it.
 */
void
genu_chart_paint (const GenuChartPen *pen,
                  GenuChartState      state,
                  GenuChartInk        ink,
                  double              line)
{
  cairo_t *cr = pen->cr;
  const double dashes[] = { 1.5 * line, 1.2 * line };

  cairo_save (cr);
  if (state == GENU_CHART_SURE)
    set_full (pen, ink);
  else if (state == GENU_CHART_LESS || state == GENU_CHART_BASE)
    set_pale (pen, ink);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);

  if (state == GENU_CHART_LESS)
    {
      cairo_path_t *path = cairo_copy_path (cr);

      cairo_save (cr);
      cairo_clip (cr);
      draw_stripes (pen, ink, 0.8 * line);
      cairo_restore (cr);
      cairo_append_path (cr, path);
      cairo_path_destroy (path);
    }
  if (state == GENU_CHART_MORE)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  set_full (pen, state == GENU_CHART_REST ? GENU_CHART_PLAIN : ink);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, state == GENU_CHART_REST ? 0.7 * line : line);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * genu_chart_create_words:
 * @pen: a pen
 * @markup: words with marks of Pango
 * @scale: of the pen's text size
 * @weight: of the words
 * @width: to wrap at
 *
 * Returns: (transfer full): the words, beginning where reading begins
 */
PangoLayout *
genu_chart_create_words (const GenuChartPen *pen,
                         const char         *markup,
                         double              scale,
                         PangoWeight         weight,
                         double              width)
{
  PangoLayout *layout = genu_stage_create_layout (pen->self->pango, scale * pen->size, weight);

  pango_layout_set_markup (layout, markup, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (int) floor (MAX (1, width) * PANGO_SCALE));
  genu_stage_align_layout (layout, genu_stage_is_right_to_left (pen->self) ? PANGO_ALIGN_RIGHT
                                                                           : PANGO_ALIGN_LEFT);
  return layout;
}

/* Whether no word is longer than a line. */
gboolean
genu_chart_words_fit (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width <= pango_layout_get_width (layout) + PANGO_SCALE;
}

double
genu_chart_get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

double
genu_chart_get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/* At a corner of the box that the words were wrapped in; nothing while measuring. */
void
genu_chart_draw_words (const GenuChartPen *pen,
                       PangoLayout        *layout,
                       double              x,
                       double              y)
{
  if (pen->cr == NULL)
    return;
  genu_chart_set_ink (pen);
  cairo_move_to (pen->cr, x, y);
  pango_cairo_show_layout (pen->cr, layout);
}

/**
 * genu_chart_draw_caption:
 * @pen: a pen
 * @area: of the chart
 *
 * Returns: the height taken at the top of @area; %INFINITY when a word is too long
 */
double
genu_chart_draw_caption (const GenuChartPen *pen,
                         const GenuRect     *area)
{
  g_autofree char *markup = g_markup_escape_text (pen->chart->caption, -1);
  g_autoptr(PangoLayout) layout = genu_chart_create_words (pen, markup, 1, PANGO_WEIGHT_SEMIBOLD,
                                                           area->width);

  if (!genu_chart_words_fit (layout))
    return INFINITY;
  genu_chart_draw_words (pen, layout, area->x, area->y);
  return ceil (genu_chart_get_height (layout) + CAPTION_SPACE * pen->size);
}
