/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define GENU_STAGE_FONT_FAMILY "Inter"

void          genu_stage_load_fonts           (void);
PangoContext *genu_stage_create_pango_context (void);
PangoLayout  *genu_stage_create_layout        (PangoContext *context,
                                               double        size,
                                               PangoWeight   weight);
void          genu_stage_align_layout         (PangoLayout   *layout,
                                               PangoAlignment alignment);

G_END_DECLS
