/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-look.h"
#include "genu-pack.h"

G_BEGIN_DECLS

/* Waits for visitors: the pack's first drawing, playing calmly, and an invitation to touch.
 * Signals: "begin", "first-picture". */
#define GENU_TYPE_KIOSK_ATTRACT (genu_kiosk_attract_get_type ())
G_DECLARE_FINAL_TYPE (GenuKioskAttract, genu_kiosk_attract, GENU, KIOSK_ATTRACT, GtkWidget)

GtkWidget *genu_kiosk_attract_new      (const GenuPack   *pack,
                                        GenuLook         *look);
void       genu_kiosk_attract_refresh  (GenuKioskAttract *self);
void       genu_kiosk_attract_apply_look (GenuKioskAttract *self);
void       genu_kiosk_attract_set_side (GenuKioskAttract *self,
                                        GenuSide          side);

G_END_DECLS
