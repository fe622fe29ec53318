/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of `genu-tool check` that looks at the words. */

#pragma once

#include "genu-report.h"

G_BEGIN_DECLS

int  genu_tool_lint_explain (const char *rule);
void genu_tool_lint_file    (const char *path,
                             const char *today,
                             GenuReport *report);
void genu_tool_lint_pack    (const char *path,
                             const char *lang,
                             const char *today,
                             gboolean    as_json,
                             GenuReport *report,
                             GString    *out_sheets);

G_END_DECLS
