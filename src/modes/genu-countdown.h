/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Seconds that are left: the number, in a ring of which as much is drawn. */
#define GENU_TYPE_COUNTDOWN (genu_countdown_get_type ())
G_DECLARE_FINAL_TYPE (GenuCountdown, genu_countdown, GENU, COUNTDOWN, GtkWidget)

GtkWidget *genu_countdown_new (void);
void       genu_countdown_set (GenuCountdown *self,
                               guint          left,
                               guint          total);

G_END_DECLS
