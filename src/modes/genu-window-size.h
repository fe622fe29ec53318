/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void genu_window_get_size (GtkWidget *window,
                           int       *out_width,
                           int       *out_height);

G_END_DECLS
