/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "genu-pack.h"
#include "genu-stage.h"

G_BEGIN_DECLS

/* The patient's window: a browser (genu-browser.h) that can be moved, resized and closed.  Signal
 * "first-picture": the first drawing is on screen and sharp (or there is none to wait for). */
#define GENU_TYPE_BROWSE_WINDOW (genu_browse_window_get_type ())
G_DECLARE_FINAL_TYPE (GenuBrowseWindow, genu_browse_window, GENU, BROWSE_WINDOW,
                      AdwApplicationWindow)

GenuBrowseWindow *genu_browse_window_new        (GtkApplication   *application,
                                                 const GenuPack   *pack);
void              genu_browse_window_open_topic (GenuBrowseWindow *self,
                                                 const char       *id,
                                                 guint             step,
                                                 gboolean          still);
void              genu_browse_window_set_side   (GenuBrowseWindow *self,
                                                 GenuSide          side);

G_END_DECLS
