/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean genu_file_write (const char *path,
                          GBytes     *bytes,
                          GError    **error);

G_END_DECLS
