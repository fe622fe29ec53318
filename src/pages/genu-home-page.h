/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-diagram-view.h"
#include "genu-pack.h"
#include "genu-room.h"

G_BEGIN_DECLS

/* What this is, a living picture of the knee, a card for every section with its topics, the short
 * ways through the pack.  Signals: "topic-chosen" (id), "tour-chosen" (uint, of the pack's tours),
 * "first-picture". */
#define GENU_TYPE_HOME_PAGE (genu_home_page_get_type ())
G_DECLARE_FINAL_TYPE (GenuHomePage, genu_home_page, GENU, HOME_PAGE, GtkWidget)

GtkWidget       *genu_home_page_new      (const GenuPack *pack);
GenuDiagramView *genu_home_page_get_view (GenuHomePage   *self);
void             genu_home_page_set_room (GenuHomePage   *self,
                                          const GenuRoom *room);

G_END_DECLS
