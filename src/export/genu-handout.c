/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handout: A4 pages in PDF or for a printer, text that can be copied and searched, drawings and
 * ink as vectors.
 *
 * The blocks of genu-leaflet.c flow down the pages (genu-handout-flow.c, genu-handout-page.c).  The
 * flow runs twice, first without drawing, so that each page can say how many there are; it is done
 * in small steps, so that a window goes on living meanwhile. */

#include "config.h"

#include "genu-handout-private.h"

#include "genu-stage-fonts.h"

#include <cairo-pdf.h>

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
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                              GENU_HANDOUT_PAGE_WIDTH,
                                                              GENU_HANDOUT_PAGE_HEIGHT);

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
  GenuHandoutFlow        flow;
  GByteArray *bytes;   /* of the PDF; NULL where pages are recorded */
  guint       block;   /* the next one */
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
  GenuHandoutFlow *flow = &self->flow;

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

/**
 * genu_handout_job_free:
 * @self: (transfer full): a job, done or not
 */
void
genu_handout_job_free (GenuHandoutJob *self)
{
  GenuHandoutFlow *flow = &self->flow;

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
  GenuHandoutFlow *flow = &self->flow;

  genu_handout_flow_imprint (flow);
  genu_handout_end_page (flow);
  self->done = flow->drawing;
  if (self->done)
    return;

  flow->n_pages = flow->page;
  flow->drawing = TRUE;
  flow->page = 0;
  self->block = 0;
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
  if (self->done)
    return FALSE;
  if (self->block == self->flow.blocks->len)
    {
      end_flow (self);
      return !self->done;
    }

  genu_handout_flow_block (&self->flow, self->block++);
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

/**
 * genu_handout_job_get_n_pages:
 * @self: a job
 *
 * Returns: how many pages it makes; 0 until they are counted
 */
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
genu_handout_job_finish (GenuHandoutJob  *self,
                         GError         **error)
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
genu_handout_render (const GenuHandout  *handout,
                     GenuReport         *report,
                     guint              *out_n_pages,
                     GError            **error)
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
