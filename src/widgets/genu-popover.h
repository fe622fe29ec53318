/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *genu_popover_new         (GtkWidget  *child);
void       genu_popover_set_content (GtkPopover *self,
                                     GtkWidget  *child);
void       genu_popover_fit         (GtkPopover *self,
                                     GtkWidget  *window);

G_END_DECLS
