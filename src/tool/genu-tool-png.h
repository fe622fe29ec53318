/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

gboolean genu_tool_write_png (cairo_surface_t  *surface,
                              const char       *path,
                              GError          **error);

G_END_DECLS
