/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-look.h"

G_BEGIN_DECLS

GSettings *genu_window_settings_open  (void);
void       genu_window_settings_apply (GenuLook  *look);
void       genu_window_settings_keep  (GtkWindow *window,
                                       GenuLook  *look);

G_END_DECLS
