/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-pack.h"

G_BEGIN_DECLS

/* A sheet over the window that finds topics by first letters.  Signals: "chosen" (id of a topic,
 * step, whether that step was asked for rather than the topic), "closed". */
#define GENU_TYPE_FINDER (genu_finder_get_type ())
G_DECLARE_FINAL_TYPE (GenuFinder, genu_finder, GENU, FINDER, GtkWidget)

GtkWidget *genu_finder_new   (const GenuPack *pack);
void       genu_finder_open  (GenuFinder     *self,
                              const char     *typed);
void       genu_finder_close (GenuFinder     *self);

G_END_DECLS
