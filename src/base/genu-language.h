/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *genu_language_normalize (const char        *tag);
const char *genu_language_pick      (const char *const *available,
                                     const char *const *wanted);

G_END_DECLS
