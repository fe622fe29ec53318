/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the leaflet's blocks flow down the pages of the handout.
 *
 * A heading stays with what follows it, a short paragraph is not split, a long one is split between
 * lines, a picture keeps its caption. */

#include "config.h"

#include "genu-handout-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define COLUMN GENU_HANDOUT_COLUMN
#define MARGIN GENU_HANDOUT_MARGIN
#define KEEP_LINES 4 /* paragraphs up to this many lines are not split */
#define BOX_PAD 12.0
#define CAPTION_SIZE 9.5

#define ACCENT 0x1F5F8Bu
#define TINT 0xE9F1F7u

static const GenuHandoutStyle styles[] = {
  [GENU_BLOCK_TOPIC]      = { 25.0, PANGO_WEIGHT_BOLD, 0, 10, 0, GENU_HANDOUT_INK },
  [GENU_BLOCK_KEY_POINT]  = { 14.0, PANGO_WEIGHT_SEMIBOLD, 2, 12, 0, GENU_HANDOUT_INK },
  [GENU_BLOCK_PICTURE]    = { CAPTION_SIZE, PANGO_WEIGHT_NORMAL, 0, 8, 0, GENU_HANDOUT_SOFT },
  [GENU_BLOCK_HEADING]    = { 15.0, PANGO_WEIGHT_SEMIBOLD, 14, 5, 0, ACCENT },
  [GENU_BLOCK_SUBHEADING] = { 12.0, PANGO_WEIGHT_SEMIBOLD, 7, 2, 0, GENU_HANDOUT_INK },
  [GENU_BLOCK_PARAGRAPH]  = { 12.0, PANGO_WEIGHT_NORMAL, 0, 5, 0, GENU_HANDOUT_INK },
  [GENU_BLOCK_ITEM]       = { 12.0, PANGO_WEIGHT_NORMAL, 0, 4, 16, GENU_HANDOUT_INK },
  [GENU_BLOCK_STEP]       = { 12.0, PANGO_WEIGHT_NORMAL, 0, 5, 24, GENU_HANDOUT_INK },
  [GENU_BLOCK_CERTAINTY]  = { 13.0, PANGO_WEIGHT_SEMIBOLD, 3, 6, 62, GENU_HANDOUT_INK },
  [GENU_BLOCK_TERM]       = { 10.5, PANGO_WEIGHT_NORMAL, 0, 4, 0, GENU_HANDOUT_INK },
  [GENU_BLOCK_SOURCE]     = { 9.0, PANGO_WEIGHT_NORMAL, 0, 3, 24, GENU_HANDOUT_SOFT },
};

static double
get_line (const GenuHandoutStyle *style)
{
  return style->size * GENU_HANDOUT_LINE_SPACING;
}

/* The number or bullet that hangs beside a block's first line. */
static void
draw_mark (GenuHandoutFlow        *flow,
           const GenuBlock        *block,
           const GenuHandoutStyle *style)
{
  g_autofree char *text = NULL;
  g_autoptr(PangoLayout) layout = NULL;

  if (!flow->drawing)
    return;
  if (block->kind == GENU_BLOCK_ITEM)
    text = g_strdup ("•");
  else if (block->kind == GENU_BLOCK_STEP || block->kind == GENU_BLOCK_SOURCE)
    text = g_strdup_printf ("%u.", block->number);
  else
    return;

  layout = genu_handout_create_layout (flow, style, text, style->indent);
  genu_handout_set_colour (flow->cr, block->kind == GENU_BLOCK_STEP ? ACCENT : style->colour);
  cairo_move_to (flow->cr, genu_handout_get_x (flow, 0, style->indent), flow->y);
  pango_cairo_show_layout (flow->cr, layout);
}

/* Four bars of rising height, as many filled as anyone is sure. */
static void
draw_meter (GenuHandoutFlow *flow,
            GenuCertainty    certainty,
            double           height)
{
  const double pitch = 12, bar = 8.5;

  for (int i = 0; i < 4; i++)
    {
      double tall = height * (i + 2) / 5;
      double x = genu_handout_get_x (flow, pitch * i, bar);

      genu_handout_set_colour (flow->cr, GENU_HANDOUT_INK);
      cairo_set_line_width (flow->cr, 1.1);
      cairo_rectangle (flow->cr, x, flow->y + height - tall, bar, tall);
      if (i < (int) certainty)
        cairo_fill_preserve (flow->cr);
      cairo_stroke (flow->cr);
    }
}

static void
flow_text (GenuHandoutFlow *flow,
           const GenuBlock *block)
{
  const GenuHandoutStyle *style = &styles[block->kind];
  double width = COLUMN - style->indent, x = genu_handout_get_x (flow, style->indent, width);
  g_autoptr(PangoLayout) layout = genu_handout_create_layout (flow, style, block->markup, width);
  int n_lines = pango_layout_get_line_count (layout), done = 0;

  if (genu_handout_get_height (layout) > genu_handout_get_room (flow)
      && (n_lines <= KEEP_LINES || genu_handout_get_room (flow) < 3 * get_line (style)))
    genu_handout_begin_page (flow);
  draw_mark (flow, block, style);
  if (block->kind == GENU_BLOCK_CERTAINTY && flow->drawing)
    draw_meter (flow, block->certainty, genu_handout_get_height (layout));

  while (done < n_lines)
    {
      done += genu_handout_flow_lines (flow, layout, x, done, style->colour);
      if (done < n_lines)
        genu_handout_begin_page (flow);
    }
}

static void
flow_key_point (GenuHandoutFlow *flow,
                const char      *markup)
{
  const GenuHandoutStyle *style = &styles[GENU_BLOCK_KEY_POINT];
  double width = COLUMN - 2 * BOX_PAD - 4;
  g_autoptr(PangoLayout) layout = genu_handout_create_layout (flow, style, markup, width);
  double height = genu_handout_get_height (layout) + 2 * BOX_PAD;

  if (height > genu_handout_get_room (flow))
    genu_handout_begin_page (flow);
  if (flow->drawing)
    {
      genu_handout_set_colour (flow->cr, TINT);
      cairo_rectangle (flow->cr, MARGIN, flow->y, COLUMN, height);
      cairo_fill (flow->cr);
      genu_handout_set_colour (flow->cr, ACCENT);
      cairo_rectangle (flow->cr, genu_handout_get_x (flow, 0, 4), flow->y, 4, height);
      cairo_fill (flow->cr);
      genu_handout_set_colour (flow->cr, style->colour);
      cairo_move_to (flow->cr, genu_handout_get_x (flow, BOX_PAD + 4, width), flow->y + BOX_PAD);
      pango_cairo_show_layout (flow->cr, layout);
    }
  flow->y += height;
}

static const GenuInkSheet *
peek_ink (const GenuHandoutFlow *flow,
          const GenuTopic       *topic,
          guint                  step)
{
  return genu_ink_peek_sheet (flow->handout->ink, topic->id, step);
}

/* Ink of a window of another shape may lie beside the picture: then the picture is made smaller. */
static void
make_room_for_ink (GenuStage          *stage,
                   const GenuInkSheet *ink)
{
  const double half_width = GENU_HANDOUT_STAGE_WIDTH / 2.0;
  const double half_height = GENU_HANDOUT_STAGE_HEIGHT / 2.0;
  GenuMatrix view;
  GenuRect box;
  double across, down;

  genu_stage_set_zoom (stage, 1, 0, 0, FALSE);
  if (ink == NULL || !genu_stage_get_view (stage, &view))
    return;

  box = genu_ink_sheet_get_bounds (ink, &view);
  across = MAX (half_width - box.x, box.x + box.width - half_width);
  down = MAX (half_height - box.y, box.y + box.height - half_height);
  if (across > half_width || down > half_height)
    genu_stage_set_zoom (stage, MIN (half_width / across, half_height / down), 0, 0, FALSE);
}

static void
draw_picture (GenuHandoutFlow *flow,
              const GenuBlock *block,
              double           height)
{
  const GenuInkSheet *ink = peek_ink (flow, block->topic, block->step);
  double scale = COLUMN / GENU_HANDOUT_STAGE_WIDTH;
  GenuMatrix view;

  make_room_for_ink (flow->stage, ink);
  cairo_save (flow->cr);
  cairo_translate (flow->cr, MARGIN, flow->y);
  cairo_rectangle (flow->cr, 0, 0, COLUMN, height);
  cairo_clip (flow->cr);
  cairo_scale (flow->cr, scale, scale);
  genu_stage_draw_vector (flow->stage, flow->cr);
  if (ink != NULL && genu_stage_get_view (flow->stage, &view))
    genu_ink_sheet_draw (ink, flow->cr, &view);
  cairo_restore (flow->cr);
}

static char *
dup_caption (GenuHandoutFlow *flow,
             const GenuBlock *block)
{
  const GenuStep *step = g_ptr_array_index (block->topic->steps,
                                            genu_stage_get_step (flow->stage));

  if (!genu_stage_has_side (flow->stage))
    return g_markup_escape_text (step->say, -1);
  return g_markup_printf_escaped ("<b>%s.</b> %s", flow->handout->side == GENU_SIDE_LEFT
                                                   ? _("Left knee") : _("Right knee"),
                                  step->say);
}

/* A drawing that cannot be read leaves no gap: the words go on. */
static void
flow_picture (GenuHandoutFlow *flow,
              const GenuBlock *block)
{
  const GenuHandoutStyle *style = &styles[GENU_BLOCK_PICTURE];
  double height = COLUMN * GENU_HANDOUT_STAGE_HEIGHT / GENU_HANDOUT_STAGE_WIDTH;
  g_autofree char *caption = NULL;
  g_autoptr(PangoLayout) layout = NULL;

  genu_stage_set_topic (flow->stage, block->topic, NULL);
  genu_stage_set_step (flow->stage, block->step, FALSE);
  if (genu_stage_get_error (flow->stage) != NULL)
    return;

  caption = dup_caption (flow, block);
  layout = genu_handout_create_layout (flow, style, caption, COLUMN);
  if (height + 5 + genu_handout_get_height (layout) > genu_handout_get_room (flow))
    genu_handout_begin_page (flow);
  if (flow->drawing)
    draw_picture (flow, block, height);
  flow->y += height + 5;
  genu_handout_flow_lines (flow, layout, MARGIN, 0, style->colour);
}

static gboolean
is_heading (const GenuBlock *block)
{
  return block->kind == GENU_BLOCK_HEADING || block->kind == GENU_BLOCK_SUBHEADING;
}

/* Height of a run of headings with the block that they stand above; 0 when @index is no heading. */
static double
get_kept_height (GenuHandoutFlow *flow,
                 guint            index)
{
  double height = 0;

  for (guint i = index; i < flow->blocks->len; i++)
    {
      const GenuBlock *block = g_ptr_array_index (flow->blocks, i);
      const GenuHandoutStyle *style = &styles[block->kind];
      g_autoptr(PangoLayout) layout = NULL;

      if (i == index && !is_heading (block))
        return 0;
      layout = genu_handout_create_layout (flow, style, block->markup, COLUMN - style->indent);
      height += style->before + MIN (genu_handout_get_height (layout), 4 * get_line (style))
                + style->after;
      if (!is_heading (block))
        break;
    }
  return height;
}

static void
outline (GenuHandoutFlow *flow,
         const GenuBlock *block)
{
  g_autofree char *target = g_strdup_printf ("page=%u", flow->page);
  const GenuTopic *topic = block->topic;

  if (flow->drawing && flow->surface != NULL)
    cairo_pdf_surface_add_outline (flow->surface, CAIRO_PDF_OUTLINE_ROOT, topic->title, target, 0);
}

void
genu_handout_flow_block (GenuHandoutFlow *flow,
                         guint            index)
{
  const GenuBlock *block = g_ptr_array_index (flow->blocks, index);
  const GenuHandoutStyle *style = &styles[block->kind];

  if (block->kind == GENU_BLOCK_TOPIC || flow->page == 0
      || get_kept_height (flow, index) > genu_handout_get_room (flow))
    genu_handout_begin_page (flow);
  if (block->kind == GENU_BLOCK_TOPIC)
    outline (flow, block);
  if (flow->y > MARGIN)
    flow->y += style->before;

  if (block->kind == GENU_BLOCK_KEY_POINT)
    flow_key_point (flow, block->markup);
  else if (block->kind == GENU_BLOCK_PICTURE)
    flow_picture (flow, block);
  else
    flow_text (flow, block);
  flow->y += style->after;
}

void
genu_handout_flow_imprint (GenuHandoutFlow *flow)
{
  g_autofree char *text = genu_leaflet_dup_imprint (flow->handout->pack);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  GenuBlock block = { .kind = GENU_BLOCK_TERM, .markup = markup };

  flow->y += 10;
  flow_text (flow, &block);
}
