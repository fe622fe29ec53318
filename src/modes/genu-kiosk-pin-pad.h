/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where staff enters the PIN.  Signals: "entered" (string: the digits; the receiver answers with
 * one of the functions below), "cancelled". */
#define GENU_TYPE_KIOSK_PIN_PAD (genu_kiosk_pin_pad_get_type ())
G_DECLARE_FINAL_TYPE (GenuKioskPinPad, genu_kiosk_pin_pad, GENU, KIOSK_PIN_PAD, GtkWidget)

GtkWidget *genu_kiosk_pin_pad_new         (void);
void       genu_kiosk_pin_pad_clear       (GenuKioskPinPad *self);
gboolean   genu_kiosk_pin_pad_press_key   (GenuKioskPinPad *self,
                                           guint            keyval);
void       genu_kiosk_pin_pad_set_checking (GenuKioskPinPad *self,
                                            gboolean        checking);
void       genu_kiosk_pin_pad_set_message (GenuKioskPinPad *self,
                                           const char      *message);
void       genu_kiosk_pin_pad_set_locked  (GenuKioskPinPad *self,
                                           guint            seconds);

G_END_DECLS
