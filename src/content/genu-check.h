/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-report.h"

G_BEGIN_DECLS

void genu_check_pack (const char *path,
                      const char *lang,
                      GenuReport *report,
                      GPtrArray  *out_diagrams);
void genu_check_file (const char *path,
                      GenuReport *report,
                      GPtrArray  *out_diagrams);
const char *genu_check_explain (const char  *id,
                                const char **out_source);

G_END_DECLS
