/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart of a step: numbers of the topic, drawn beside the picture. */

#pragma once

#include "genu-stage.h"

G_BEGIN_DECLS

/* Whether the present step has a chart, and where it lies, in logical pixels without the reader's
 * zoom; FALSE, and @out_rect untouched, when it has none. */
gboolean genu_stage_get_chart      (GenuStage *self,
                                    GenuRect  *out_rect);
/* The chart in words; NULL when the step has none.  (transfer full) (nullable) */
char    *genu_stage_dup_chart_text (GenuStage *self);
/* Any chart in words.  (transfer full) */
char    *genu_chart_dup_words      (const GenuChart *chart);

G_END_DECLS
