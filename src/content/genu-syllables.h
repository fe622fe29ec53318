/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint genu_syllables_count (const char *word,
                            const char *lang);

G_END_DECLS
