/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands that show a pack's topics have in common. */

#pragma once

#include <gio/gio.h>

#include "genu-stage.h"

G_BEGIN_DECLS

gboolean  genu_tool_parse_options (const char         *command,
                                   const GOptionEntry *entries,
                                   int                 argc,
                                   char              **argv);
gboolean  genu_tool_parse_side   (const char  *text,
                                  GenuSide    *out_side);
gboolean  genu_tool_parse_theme  (const char  *text,
                                  GenuTheme   *out_theme);
gboolean  genu_tool_parse_scale  (const char  *text,
                                  double      *out_scale);
gboolean  genu_tool_parse_size   (const char  *text,
                                  int         *out_width,
                                  int         *out_height);
gboolean  genu_tool_parse_count  (const char  *text,
                                  guint       *out_count);
GenuPack *genu_tool_load_pack    (const char  *path,
                                  const char  *lang);
GPtrArray *genu_tool_find_topics (const GenuPack *pack,
                                  const char  *path,
                                  const char  *ids);
int       genu_tool_print_report (const GenuReport *report);

G_END_DECLS
