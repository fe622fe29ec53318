/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *genu_pack_finder_find (const char *wish);

G_END_DECLS
