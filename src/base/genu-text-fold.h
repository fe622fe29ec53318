/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *genu_text_fold      (const char *text);
gboolean genu_text_matches   (const char *text,
                              const char *typed);

G_END_DECLS
