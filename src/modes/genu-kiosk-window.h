/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "genu-kiosk-settings.h"
#include "genu-look.h"
#include "genu-pack.h"
#include "genu-stage.h"

G_BEGIN_DECLS

/* Exit statuses of the program in kiosk mode, for the service manager. */
enum
{
  GENU_KIOSK_EXIT_STAFF = 10,   /* staff left with the PIN: not to be started again */
  GENU_KIOSK_EXIT_RESTART = 11, /* planned: to be started again at once */
  GENU_KIOSK_EXIT_NO_PIN = 78,  /* there is no staff PIN; EX_CONFIG of sysexits.h */
};

/* The waiting room's window.  It fills the screen, cannot be closed, and forgets every visitor.
 * Signals: "first-picture", as of GenuBrowseWindow; "finished" (int: the exit status). */
#define GENU_TYPE_KIOSK_WINDOW (genu_kiosk_window_get_type ())
G_DECLARE_FINAL_TYPE (GenuKioskWindow, genu_kiosk_window, GENU, KIOSK_WINDOW, AdwApplicationWindow)

GenuKioskWindow *genu_kiosk_window_new      (GtkApplication          *application,
                                             const GenuPack          *pack,
                                             GenuLook                *look,
                                             const GenuKioskSettings *settings);
void             genu_kiosk_window_set_side (GenuKioskWindow         *self,
                                             GenuSide                 side);

G_END_DECLS
