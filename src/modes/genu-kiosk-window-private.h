/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-kiosk-window.h"

#include "genu-browser.h"
#include "genu-kiosk-attract.h"
#include "genu-kiosk-gesture.h"
#include "genu-kiosk-pin-pad.h"
#include "genu-kiosk-warning.h"

G_BEGIN_DECLS

struct _GenuKioskWindow
{
  AdwApplicationWindow parent_instance;

  GenuKioskSettings  settings;
  GenuLook          *look;       /* owned */
  GenuKioskPolicy   *policy;     /* owned */
  guint              tick_id;    /* until the policy's deadline */

  /* Pages. */
  GtkStack          *stack;
  GenuBrowser       *browser;
  GenuKioskAttract  *attract;    /* NULL when home waits for visitors */
  GenuKioskWarning  *warning;
  GenuKioskPinPad   *pin_pad;
  guint              fit_id;     /* idle that fits text and targets to the screen */
  guint              prepare_id; /* idle that lays out the browser behind another page */
  guint              n_to_prepare; /* times that it does so yet */
  guint              prepared_serial; /* of the look, when that began */

  /* Input. */
  GenuKioskGesture   gesture;
  guint              gesture_id; /* until the gesture is done */
  double             pointer_x, pointer_y; /* where the pointer last was */
  gboolean           checking;   /* a PIN, in a thread */
};

/* genu-kiosk-window.c */
void genu_kiosk_window_obey         (GenuKioskWindow *self,
                                     GenuKioskEffect  effects);

/* genu-kiosk-window-input.c */
void genu_kiosk_window_add_input    (GenuKioskWindow *self);
void genu_kiosk_window_remove_input (GenuKioskWindow *self);

G_END_DECLS
