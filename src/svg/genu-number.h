/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *genu_number_skip_space     (const char  *text);
gboolean    genu_number_skip_separator (const char **cursor);
gboolean    genu_number_scan           (const char **cursor,
                                        double      *out_number);
gboolean    genu_number_parse          (const char  *text,
                                        double      *out_number);
GArray     *genu_number_parse_list     (const char  *text);
void        genu_number_append         (GString     *string,
                                        double       number);

G_END_DECLS
