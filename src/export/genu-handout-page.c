/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of the handout: margins, the footer, lines of text.
 *
 * A page is either one of the PDF's or, for a printer, a recording of its own.  While pages are
 * counted nothing is drawn. */

#include "config.h"

#include "genu-handout-private.h"

#include "genu-stage-fonts.h"

#include <glib/gi18n-lib.h>

#define PAGE_WIDTH GENU_HANDOUT_PAGE_WIDTH
#define PAGE_HEIGHT GENU_HANDOUT_PAGE_HEIGHT
#define MARGIN GENU_HANDOUT_MARGIN
#define COLUMN GENU_HANDOUT_COLUMN
#define FOOTER_SIZE 8.5

void
genu_handout_set_colour (cairo_t *cr,
                         guint32  rgb)
{
  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}

PangoLayout *
genu_handout_create_layout (GenuHandoutFlow        *flow,
                            const GenuHandoutStyle *style,
                            const char             *markup,
                            double                  width)
{
  PangoLayout *layout = genu_stage_create_layout (flow->context, style->size, style->weight);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_line_spacing (layout, style->size > 14 ? 1.15f : GENU_HANDOUT_LINE_SPACING);
  pango_layout_set_markup (layout, markup, -1);
  genu_stage_align_layout (layout, flow->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  return layout;
}

double
genu_handout_get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

/* Left edge of something indented from the side where reading begins. */
double
genu_handout_get_x (const GenuHandoutFlow *flow,
                    double                 indent,
                    double                 width)
{
  return flow->rtl ? PAGE_WIDTH - MARGIN - indent - width : MARGIN + indent;
}

static void
draw_footer (GenuHandoutFlow *flow)
{
  static const GenuHandoutStyle style = { FOOTER_SIZE, PANGO_WEIGHT_NORMAL, 0, 0, 0,
                                          GENU_HANDOUT_SOFT };
  const GenuPack *pack = flow->handout->pack;
  double y = PAGE_HEIGHT - GENU_HANDOUT_BOTTOM + 22;
  g_autofree char *reviewed = g_strdup_printf (_("Last reviewed %s"), pack->reviewed);
  g_autofree char *start = g_markup_printf_escaped ("%s · %s", pack->title, reviewed);
  g_autofree char *end = g_strdup_printf (_("Page %u of %u"), flow->page, flow->n_pages);
  g_autoptr(PangoLayout) left = genu_handout_create_layout (flow, &style, start, COLUMN * 0.8);
  g_autoptr(PangoLayout) right = genu_handout_create_layout (flow, &style, end, COLUMN * 0.2);

  genu_handout_set_colour (flow->cr, 0xC9D5DF);
  cairo_set_line_width (flow->cr, 0.6);
  cairo_move_to (flow->cr, MARGIN, y - 6);
  cairo_line_to (flow->cr, PAGE_WIDTH - MARGIN, y - 6);
  cairo_stroke (flow->cr);

  genu_handout_set_colour (flow->cr, GENU_HANDOUT_SOFT);
  cairo_move_to (flow->cr, genu_handout_get_x (flow, 0, COLUMN * 0.8), y);
  pango_cairo_show_layout (flow->cr, left);
  genu_stage_align_layout (right, flow->rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  cairo_move_to (flow->cr, genu_handout_get_x (flow, COLUMN * 0.8, COLUMN * 0.2), y);
  pango_cairo_show_layout (flow->cr, right);
}

/* A page for a printer is a recording of its own. */
static void
begin_recording (GenuHandoutFlow *flow)
{
  const cairo_rectangle_t extents = { 0, 0, PAGE_WIDTH, PAGE_HEIGHT };
  cairo_surface_t *page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  flow->cr = cairo_create (page);
  g_ptr_array_add (flow->pages, page);
}

void
genu_handout_end_page (GenuHandoutFlow *flow)
{
  if (!flow->drawing)
    return;

  draw_footer (flow);
  if (flow->pages != NULL)
    g_clear_pointer (&flow->cr, cairo_destroy);
  else
    cairo_show_page (flow->cr);
}

void
genu_handout_begin_page (GenuHandoutFlow *flow)
{
  if (flow->page > 0)
    genu_handout_end_page (flow);
  if (flow->drawing && flow->pages != NULL)
    begin_recording (flow);
  flow->page++;
  flow->y = MARGIN;
}

double
genu_handout_get_room (const GenuHandoutFlow *flow)
{
  return PAGE_HEIGHT - GENU_HANDOUT_BOTTOM - flow->y;
}

/* Draws lines of a layout until the page is full; returns how many, and moves down. */
int
genu_handout_flow_lines (GenuHandoutFlow *flow,
                         PangoLayout     *layout,
                         double           x,
                         int              first,
                         guint32          colour)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int line = 0, drawn = 0;
  double top = 0;

  do
    {
      PangoRectangle logical;
      int y0, y1;
      double bottom;

      if (line++ < first)
        continue;
      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (drawn == 0)
        top = (double) y0 / PANGO_SCALE;
      bottom = flow->y + (double) y1 / PANGO_SCALE - top;
      if (drawn > 0 && bottom > PAGE_HEIGHT - GENU_HANDOUT_BOTTOM)
        break;
      if (flow->drawing)
        {
          genu_handout_set_colour (flow->cr, colour);
          cairo_move_to (flow->cr, x + (double) logical.x / PANGO_SCALE,
                         flow->y - top + (double) pango_layout_iter_get_baseline (iter)
                         / PANGO_SCALE);
          pango_cairo_show_layout_line (flow->cr, pango_layout_iter_get_line_readonly (iter));
        }
      drawn++;
      if (line == pango_layout_get_line_count (layout))
        flow->y = bottom;
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  return drawn;
}
