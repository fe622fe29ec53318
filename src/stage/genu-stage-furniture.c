/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the furniture of a stage, its key and its scale bar, has in common: small text, the ink, the
 * margin along the window's edges, and that it gives way to labels and chart. */

#include "config.h"

#include "genu-stage-chart.h"
#include "genu-stage-fonts.h"
#include "genu-stage-private.h"

#include <math.h>

#define MARGIN_SHARE 0.026 /* of the smaller side */
#define MARGIN_LEAST 10.0

/* The margin around all text, in logical pixels. */
double
genu_stage_get_margin (const GenuStage *self)
{
  return round (MAX (MARGIN_LEAST, MARGIN_SHARE * MIN (self->width, self->height)));
}

/* Text smaller than that of the labels.  (transfer full) */
PangoLayout *
genu_stage_create_small_layout (GenuStage  *self,
                                const char *text)
{
  double size = GENU_STAGE_SMALL_TEXT * genu_stage_get_text_size (self);
  PangoLayout *layout = genu_stage_create_layout (self->pango, size, PANGO_WEIGHT_MEDIUM);

  pango_layout_set_text (layout, text, -1);
  return layout;
}

void
genu_stage_set_ink (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0x1D / 255.0, 0x2B / 255.0, 0x3A / 255.0);
}

/* Whether the present step has a label, the corner of a leader or its chart in a rectangle. */
gboolean
genu_stage_meets_words (GenuStage      *self,
                        const GenuRect *rect)
{
  GenuRect chart;

  if (genu_stage_get_chart (self, &chart) && genu_rect_intersect (&chart, rect, NULL))
    return TRUE;
  for (guint i = 0; i < genu_stage_get_n_labels (self); i++)
    {
      const GenuStageLabel *label = genu_stage_get_label (self, i);

      if (genu_rect_intersect (&label->rect, rect, NULL))
        return TRUE;
      for (guint p = 0; p < label->n_leader; p++)
        if (genu_rect_contains (rect, label->leader[p]))
          return TRUE;
    }
  return FALSE;
}
