/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handout: A4 pages in PDF or for a printer, text that can be copied and searched, drawings and
 * ink as vectors.
 *
 * The blocks of genu-leaflet.c flow down the pages.  A heading stays with what follows it, a short
 * paragraph is not split, a long one is split between lines.  The flow runs twice, first without
 * drawing, so that each page can say how many there are.  Lengths are points. */

#include "config.h"

#include "genu-handout.h"
#include "genu-leaflet.h"

#include "genu-stage-fonts.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define PAGE_WIDTH GENU_HANDOUT_PAGE_WIDTH
#define PAGE_HEIGHT GENU_HANDOUT_PAGE_HEIGHT
#define MARGIN 54.0
#define BOTTOM 62.0      /* margin below, with the footer in it */
#define COLUMN (PAGE_WIDTH - 2 * MARGIN)
#define KEEP_LINES 4     /* paragraphs up to this many lines are not split */
#define BOX_PAD 12.0
#define CAPTION_SIZE 9.5
#define FOOTER_SIZE 8.5
#define LINE_SPACING 1.3f

#define INK 0x1D2B3Au
#define ACCENT 0x1F5F8Bu
#define SOFT 0x51606Fu
#define TINT 0xE9F1F7u

typedef struct
{
  double      size;
  PangoWeight weight;
  double      before;
  double      after;
  double      indent;
  guint32     colour; /* 0xRRGGBB */
} Style;

static const Style styles[] = {
  [GENU_BLOCK_TOPIC]      = { 25.0, PANGO_WEIGHT_BOLD, 0, 10, 0, INK },
  [GENU_BLOCK_KEY_POINT]  = { 14.0, PANGO_WEIGHT_SEMIBOLD, 2, 12, 0, INK },
  [GENU_BLOCK_PICTURE]    = { CAPTION_SIZE, PANGO_WEIGHT_NORMAL, 0, 8, 0, SOFT },
  [GENU_BLOCK_HEADING]    = { 15.0, PANGO_WEIGHT_SEMIBOLD, 14, 5, 0, ACCENT },
  [GENU_BLOCK_SUBHEADING] = { 12.0, PANGO_WEIGHT_SEMIBOLD, 7, 2, 0, INK },
  [GENU_BLOCK_PARAGRAPH]  = { 12.0, PANGO_WEIGHT_NORMAL, 0, 5, 0, INK },
  [GENU_BLOCK_ITEM]       = { 12.0, PANGO_WEIGHT_NORMAL, 0, 4, 16, INK },
  [GENU_BLOCK_STEP]       = { 12.0, PANGO_WEIGHT_NORMAL, 0, 5, 24, INK },
  [GENU_BLOCK_CERTAINTY]  = { 13.0, PANGO_WEIGHT_SEMIBOLD, 3, 6, 62, INK },
  [GENU_BLOCK_TERM]       = { 10.5, PANGO_WEIGHT_NORMAL, 0, 4, 0, INK },
  [GENU_BLOCK_SOURCE]     = { 9.0, PANGO_WEIGHT_NORMAL, 0, 3, 24, SOFT },
};

typedef struct
{
  const GenuHandout *handout;
  GPtrArray         *blocks;
  PangoContext      *context;
  GenuStage         *stage;
  cairo_surface_t   *surface; /* the PDF; NULL where pages are recorded */
  GPtrArray         *pages;   /* of cairo_surface_t, for a printer; NULL for the PDF */
  cairo_t           *cr;
  gboolean           rtl;
  gboolean           drawing; /* FALSE while pages are counted */
  guint              page;    /* from 1 */
  guint              n_pages;
  double             y;
} Flow;

static void
set_colour (cairo_t *cr,
            guint32  rgb)
{
  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}

static PangoLayout *
create_layout (Flow        *flow,
               const Style *style,
               const char  *markup,
               double       width)
{
  PangoLayout *layout = genu_stage_create_layout (flow->context, style->size, style->weight);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_line_spacing (layout, style->size > 14 ? 1.15f : LINE_SPACING);
  pango_layout_set_markup (layout, markup, -1);
  genu_stage_align_layout (layout, flow->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

/* Left edge of something indented from the side where reading begins. */
static double
get_x (const Flow *flow,
       double      indent,
       double      width)
{
  return flow->rtl ? PAGE_WIDTH - MARGIN - indent - width : MARGIN + indent;
}

static void
draw_footer (Flow *flow)
{
  static const Style style = { FOOTER_SIZE, PANGO_WEIGHT_NORMAL, 0, 0, 0, SOFT };
  const GenuPack *pack = flow->handout->pack;
  double y = PAGE_HEIGHT - BOTTOM + 22;
  g_autofree char *reviewed = g_strdup_printf (_("Last reviewed %s"), pack->reviewed);
  g_autofree char *start = g_markup_printf_escaped ("%s · %s", pack->title, reviewed);
  g_autofree char *end = g_strdup_printf (_("Page %u of %u"), flow->page, flow->n_pages);
  g_autoptr(PangoLayout) left = create_layout (flow, &style, start, COLUMN * 0.8);
  g_autoptr(PangoLayout) right = create_layout (flow, &style, end, COLUMN * 0.2);

  set_colour (flow->cr, 0xC9D5DF);
  cairo_set_line_width (flow->cr, 0.6);
  cairo_move_to (flow->cr, MARGIN, y - 6);
  cairo_line_to (flow->cr, PAGE_WIDTH - MARGIN, y - 6);
  cairo_stroke (flow->cr);

  set_colour (flow->cr, SOFT);
  cairo_move_to (flow->cr, get_x (flow, 0, COLUMN * 0.8), y);
  pango_cairo_show_layout (flow->cr, left);
  genu_stage_align_layout (right, flow->rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  cairo_move_to (flow->cr, get_x (flow, COLUMN * 0.8, COLUMN * 0.2), y);
  pango_cairo_show_layout (flow->cr, right);
}

/* A page for a printer is a recording of its own. */
static void
begin_recording (Flow *flow)
{
  const cairo_rectangle_t extents = { 0, 0, PAGE_WIDTH, PAGE_HEIGHT };
  cairo_surface_t *page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  flow->cr = cairo_create (page);
  g_ptr_array_add (flow->pages, page);
}

static void
end_page (Flow *flow)
{
  if (!flow->drawing)
    return;

  draw_footer (flow);
  if (flow->pages != NULL)
    g_clear_pointer (&flow->cr, cairo_destroy);
  else
    cairo_show_page (flow->cr);
}

static void
begin_page (Flow *flow)
{
  if (flow->page > 0)
    end_page (flow);
  if (flow->drawing && flow->pages != NULL)
    begin_recording (flow);
  flow->page++;
  flow->y = MARGIN;
}

static double
get_room (const Flow *flow)
{
  return PAGE_HEIGHT - BOTTOM - flow->y;
}

/* Draws lines of a layout until the page is full; returns how many, and moves down. */
static int
flow_lines (Flow        *flow,
            PangoLayout *layout,
            double       x,
            int          first,
            guint32      colour)
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
      if (drawn > 0 && bottom > PAGE_HEIGHT - BOTTOM)
        break;
      if (flow->drawing)
        {
          set_colour (flow->cr, colour);
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

/* The number or bullet that hangs beside a block's first line. */
static void
draw_mark (Flow            *flow,
           const GenuBlock *block,
           const Style     *style)
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

  layout = create_layout (flow, style, text, style->indent);
  set_colour (flow->cr, block->kind == GENU_BLOCK_STEP ? ACCENT : style->colour);
  cairo_move_to (flow->cr, get_x (flow, 0, style->indent), flow->y);
  pango_cairo_show_layout (flow->cr, layout);
}

/* Four bars of rising height, as many filled as anyone is sure. */
static void
draw_meter (Flow         *flow,
            GenuCertainty certainty,
            double        height)
{
  const double pitch = 12, bar = 8.5;

  for (int i = 0; i < 4; i++)
    {
      double tall = height * (i + 2) / 5;
      double x = get_x (flow, pitch * i, bar);

      set_colour (flow->cr, INK);
      cairo_set_line_width (flow->cr, 1.1);
      cairo_rectangle (flow->cr, x, flow->y + height - tall, bar, tall);
      if (i < (int) certainty)
        cairo_fill_preserve (flow->cr);
      cairo_stroke (flow->cr);
    }
}

static void
flow_text (Flow            *flow,
           const GenuBlock *block)
{
  const Style *style = &styles[block->kind];
  double width = COLUMN - style->indent, x = get_x (flow, style->indent, width);
  g_autoptr(PangoLayout) layout = create_layout (flow, style, block->markup, width);
  int n_lines = pango_layout_get_line_count (layout), done = 0;

  if (get_height (layout) > get_room (flow)
      && (n_lines <= KEEP_LINES || get_room (flow) < 3 * style->size * LINE_SPACING))
    begin_page (flow);
  draw_mark (flow, block, style);
  if (block->kind == GENU_BLOCK_CERTAINTY && flow->drawing)
    draw_meter (flow, block->certainty, get_height (layout));

  while (done < n_lines)
    {
      done += flow_lines (flow, layout, x, done, style->colour);
      if (done < n_lines)
        begin_page (flow);
    }
}

static void
flow_key_point (Flow       *flow,
                const char *markup)
{
  const Style *style = &styles[GENU_BLOCK_KEY_POINT];
  double width = COLUMN - 2 * BOX_PAD - 4;
  g_autoptr(PangoLayout) layout = create_layout (flow, style, markup, width);
  double height = get_height (layout) + 2 * BOX_PAD;

  if (height > get_room (flow))
    begin_page (flow);
  if (flow->drawing)
    {
      set_colour (flow->cr, TINT);
      cairo_rectangle (flow->cr, MARGIN, flow->y, COLUMN, height);
      cairo_fill (flow->cr);
      set_colour (flow->cr, ACCENT);
      cairo_rectangle (flow->cr, get_x (flow, 0, 4), flow->y, 4, height);
      cairo_fill (flow->cr);
      set_colour (flow->cr, style->colour);
      cairo_move_to (flow->cr, get_x (flow, BOX_PAD + 4, width), flow->y + BOX_PAD);
      pango_cairo_show_layout (flow->cr, layout);
    }
  flow->y += height;
}

static const GenuInkSheet *
peek_ink (const Flow      *flow,
          const GenuTopic *topic,
          guint            step)
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
draw_picture (Flow            *flow,
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
dup_caption (Flow            *flow,
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
flow_picture (Flow            *flow,
              const GenuBlock *block)
{
  const Style *style = &styles[GENU_BLOCK_PICTURE];
  double height = COLUMN * GENU_HANDOUT_STAGE_HEIGHT / GENU_HANDOUT_STAGE_WIDTH;
  g_autofree char *caption = NULL;
  g_autoptr(PangoLayout) layout = NULL;

  genu_stage_set_topic (flow->stage, block->topic, NULL);
  genu_stage_set_step (flow->stage, block->step, FALSE);
  if (genu_stage_get_error (flow->stage) != NULL)
    return;

  caption = dup_caption (flow, block);
  layout = create_layout (flow, style, caption, COLUMN);
  if (height + 5 + get_height (layout) > get_room (flow))
    begin_page (flow);
  if (flow->drawing)
    draw_picture (flow, block, height);
  flow->y += height + 5;
  flow_lines (flow, layout, MARGIN, 0, style->colour);
}

static gboolean
is_heading (const GenuBlock *block)
{
  return block->kind == GENU_BLOCK_HEADING || block->kind == GENU_BLOCK_SUBHEADING;
}

/* Height of a run of headings with the block that they stand above; 0 when @index is no heading. */
static double
get_kept_height (Flow *flow,
                 guint index)
{
  double height = 0;

  for (guint i = index; i < flow->blocks->len; i++)
    {
      const GenuBlock *block = g_ptr_array_index (flow->blocks, i);
      const Style *style = &styles[block->kind];
      g_autoptr(PangoLayout) layout = NULL;

      if (i == index && !is_heading (block))
        return 0;
      layout = create_layout (flow, style, block->markup, COLUMN - style->indent);
      height += style->before + MIN (get_height (layout), 4 * style->size * LINE_SPACING)
                + style->after;
      if (!is_heading (block))
        break;
    }
  return height;
}

static void
outline (Flow            *flow,
         const GenuBlock *block)
{
  g_autofree char *target = g_strdup_printf ("page=%u", flow->page);
  const GenuTopic *topic = block->topic;

  if (flow->drawing && flow->surface != NULL)
    cairo_pdf_surface_add_outline (flow->surface, CAIRO_PDF_OUTLINE_ROOT, topic->title, target, 0);
}

static void
flow_block (Flow *flow,
            guint index)
{
  const GenuBlock *block = g_ptr_array_index (flow->blocks, index);
  const Style *style = &styles[block->kind];

  if (block->kind == GENU_BLOCK_TOPIC || flow->page == 0
      || get_kept_height (flow, index) > get_room (flow))
    begin_page (flow);
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

/* The doctor's note stands after the first key point. */
static void
flow_note (Flow *flow)
{
  g_autofree char *markup = NULL;

  if (flow->handout->note == NULL || *flow->handout->note == '\0')
    return;
  markup = g_markup_printf_escaped ("%s: %s", _("From your doctor"), flow->handout->note);
  flow_key_point (flow, markup);
  flow->y += styles[GENU_BLOCK_KEY_POINT].after;
}

static void
flow_imprint (Flow *flow)
{
  g_autofree char *text = genu_leaflet_dup_imprint (flow->handout->pack);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  GenuBlock block = { .kind = GENU_BLOCK_TERM, .markup = markup };

  flow->y += 10;
  flow_text (flow, &block);
}

/* Drawings that cannot be shown are told to the report, once. */
static void
report_drawings (const GenuHandout *handout,
                 GenuStage         *stage,
                 GenuReport        *report)
{
  for (guint i = 0; i < handout->topics->len; i++)
    genu_stage_set_topic (stage, g_ptr_array_index (handout->topics, i), report);
}

static GenuStage *
create_stage (const GenuHandout *handout)
{
  GenuStage *stage = genu_stage_new (handout->pack);

  genu_stage_set_side (stage, handout->side);
  genu_stage_set_size (stage, GENU_HANDOUT_STAGE_WIDTH, GENU_HANDOUT_STAGE_HEIGHT, 1);
  genu_stage_set_text_scale (stage, GENU_HANDOUT_TEXT_SCALE);
  return stage;
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_pdf (const GenuPack *pack,
            GByteArray     *bytes)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (append_bytes, bytes, PAGE_WIDTH,
                                                              PAGE_HEIGHT);

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, pack->title);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Genu " GENU_VERSION);
  if (pack->authors != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_AUTHOR, pack->authors);
  cairo_surface_set_fallback_resolution (pdf, 250, 250);

  return pdf;
}

/* --- Step by step --- */

struct _GenuHandoutJob
{
  GenuHandout handout; /* the caller's */
  Flow        flow;
  GByteArray *bytes;   /* of the PDF; NULL where pages are recorded */
  guint       block;   /* the next one */
  gboolean    noted;   /* the doctor's note stands */
  gboolean    done;
};

/**
 * genu_handout_job_new:
 * @handout: what to print; what it points to must outlive the job
 * @for_printer: whether pages are recorded for a printer, rather than written as PDF
 * @report: receives what is wrong with the drawings; their words are printed all the same
 *
 * A handout that is made in small steps, for a window that must go on living meanwhile.
 *
 * Returns: (transfer full): the job, nothing of it done yet
 */
GenuHandoutJob *
genu_handout_job_new (const GenuHandout *handout,
                      gboolean           for_printer,
                      GenuReport        *report)
{
  GenuHandoutJob *self = g_new0 (GenuHandoutJob, 1);
  Flow *flow = &self->flow;

  self->handout = *handout;
  flow->handout = &self->handout;
  flow->stage = create_stage (handout);
  flow->blocks = genu_leaflet_new (handout->pack, handout->topics, handout->ink);
  flow->context = genu_stage_create_pango_context ();
  report_drawings (handout, flow->stage, report);
  pango_context_set_language (flow->context, pango_language_from_string (handout->pack->lang));
  flow->rtl = genu_stage_is_right_to_left (flow->stage);
  pango_context_set_base_dir (flow->context, flow->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  if (for_printer)
    flow->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  else
    {
      self->bytes = g_byte_array_new ();
      flow->surface = create_pdf (handout->pack, self->bytes);
      flow->cr = cairo_create (flow->surface);
    }
  return self;
}

void
genu_handout_job_free (GenuHandoutJob *self)
{
  Flow *flow = &self->flow;

  g_clear_pointer (&flow->cr, cairo_destroy);
  g_clear_pointer (&flow->surface, cairo_surface_destroy);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&flow->pages, g_ptr_array_unref);
  g_ptr_array_unref (flow->blocks);
  g_object_unref (flow->context);
  genu_stage_free (flow->stage);
  g_free (self);
}

/* All blocks have flowed: once to count the pages, once to draw them. */
static void
end_flow (GenuHandoutJob *self)
{
  Flow *flow = &self->flow;

  flow_imprint (flow);
  end_page (flow);
  self->done = flow->drawing;
  if (self->done)
    return;

  flow->n_pages = flow->page;
  flow->drawing = TRUE;
  flow->page = 0;
  self->block = 0;
  self->noted = FALSE;
}

/**
 * genu_handout_job_step:
 * @self: a job
 *
 * Does a little of it: at most one picture.
 *
 * Returns: whether there is more to do
 */
gboolean
genu_handout_job_step (GenuHandoutJob *self)
{
  const GenuBlock *block;

  if (self->done)
    return FALSE;
  if (self->block == self->flow.blocks->len)
    {
      end_flow (self);
      return !self->done;
    }

  block = g_ptr_array_index (self->flow.blocks, self->block);
  flow_block (&self->flow, self->block++);
  if (block->kind == GENU_BLOCK_KEY_POINT && !self->noted)
    {
      flow_note (&self->flow);
      self->noted = TRUE;
    }
  return TRUE;
}

/**
 * genu_handout_job_get_fraction:
 * @self: a job
 *
 * Returns: how much of it is done, 0 to 1
 */
double
genu_handout_job_get_fraction (const GenuHandoutJob *self)
{
  double done = (double) self->block / (self->flow.blocks->len + 1);

  return self->done ? 1 : (done + (self->flow.drawing ? 1 : 0)) / 2;
}

guint
genu_handout_job_get_n_pages (const GenuHandoutJob *self)
{
  return self->flow.n_pages;
}

/**
 * genu_handout_job_get_pages:
 * @self: a job for a printer, all of it done
 *
 * Returns: (transfer none) (element-type cairo_surface_t): the pages as recordings in points
 */
GPtrArray *
genu_handout_job_get_pages (GenuHandoutJob *self)
{
  return self->flow.pages;
}

/**
 * genu_handout_job_finish:
 * @self: a job for a PDF, all of it done
 * @error: return location for a #GError, in the %G_IO_ERROR domain
 *
 * Returns: (transfer full) (nullable): the PDF file
 */
GBytes *
genu_handout_job_finish (GenuHandoutJob *self,
                         GError        **error)
{
  cairo_status_t status;

  g_return_val_if_fail (self->done && self->bytes != NULL, NULL);

  g_clear_pointer (&self->flow.cr, cairo_destroy);
  cairo_surface_finish (self->flow.surface);
  status = cairo_surface_status (self->flow.surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}

/* --- In one go --- */

/**
 * genu_handout_record:
 * @handout: what to print
 * @report: receives what is wrong with the drawings; their words are printed all the same
 *
 * Returns: (transfer full) (element-type cairo_surface_t): the pages as recordings in points, to be
 *   painted on a printer's surface
 */
GPtrArray *
genu_handout_record (const GenuHandout *handout,
                     GenuReport        *report)
{
  g_autoptr(GenuHandoutJob) job = genu_handout_job_new (handout, TRUE, report);

  while (genu_handout_job_step (job))
    ;
  return g_ptr_array_ref (genu_handout_job_get_pages (job));
}

/**
 * genu_handout_render:
 * @handout: what to print
 * @report: receives what is wrong with the drawings; their words are printed all the same
 * @out_n_pages: (out) (optional): how many pages it has
 * @error: return location for a #GError, in the %G_IO_ERROR domain
 *
 * Returns: (transfer full) (nullable): the PDF file
 */
GBytes *
genu_handout_render (const GenuHandout *handout,
                     GenuReport        *report,
                     guint             *out_n_pages,
                     GError           **error)
{
  g_autoptr(GenuHandoutJob) job = genu_handout_job_new (handout, FALSE, report);
  GBytes *pdf;

  while (genu_handout_job_step (job))
    ;
  pdf = genu_handout_job_finish (job, error);
  if (pdf != NULL && out_n_pages != NULL)
    *out_n_pages = genu_handout_job_get_n_pages (job);
  return pdf;
}
