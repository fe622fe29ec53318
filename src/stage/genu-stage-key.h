/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The key of the drawings: what one, two and dashed outlines mean. */

#pragma once

#include "genu-stage.h"

G_BEGIN_DECLS

gboolean genu_stage_get_key      (GenuStage *self,
                                  GenuRect  *out_rect);
char    *genu_stage_dup_key_text (GenuStage *self);

G_END_DECLS
