/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "genu-pack.h"
#include "genu-stage.h"

G_BEGIN_DECLS

/* The doctor's window.  Signal "first-picture": the first drawing is on screen and sharp (or there
 * is none to wait for). */
#define GENU_TYPE_CONSULT_WINDOW (genu_consult_window_get_type ())
G_DECLARE_FINAL_TYPE (GenuConsultWindow, genu_consult_window, GENU, CONSULT_WINDOW,
                      AdwApplicationWindow)

GenuConsultWindow *genu_consult_window_new        (GtkApplication    *application,
                                                   const GenuPack    *pack);
void               genu_consult_window_open_topic (GenuConsultWindow *self,
                                                   const char        *id,
                                                   guint              step,
                                                   gboolean           still);
void               genu_consult_window_set_side   (GenuConsultWindow *self,
                                                   GenuSide           side);

G_END_DECLS
