/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GENU_TYPE_WIDTH_FIRST (genu_width_first_get_type ())
G_DECLARE_FINAL_TYPE (GenuWidthFirst, genu_width_first, GENU, WIDTH_FIRST, GtkWidget)

GtkWidget *genu_width_first_new (GtkWidget *child);

G_END_DECLS
