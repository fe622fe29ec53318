/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks whether somebody is still there.  Signals: "stay", "end". */
#define GENU_TYPE_KIOSK_WARNING (genu_kiosk_warning_get_type ())
G_DECLARE_FINAL_TYPE (GenuKioskWarning, genu_kiosk_warning, GENU, KIOSK_WARNING, GtkWidget)

GtkWidget *genu_kiosk_warning_new           (void);
void       genu_kiosk_warning_set_countdown (GenuKioskWarning *self,
                                             guint             left,
                                             guint             total);
void       genu_kiosk_warning_focus         (GenuKioskWarning *self);

G_END_DECLS
