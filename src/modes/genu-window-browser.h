/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-browser.h"

G_BEGIN_DECLS

/* What windows with a browser that can be left have in common: a title, the full screen, and
 * actions for the keys of the application. */
GenuBrowser *genu_window_new_browser     (GtkWindow      *window,
                                          const GenuPack *pack);
void         genu_window_install_actions (GtkWidgetClass *widget_class);
void         genu_window_go_back         (GtkWindow      *window);

G_END_DECLS
