/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-certainty-words.h"
#include "genu-topic.h"

G_BEGIN_DECLS

/* How sure anyone is, in words and by shape: four bars of growing height, as many filled as the
 * certainty has; the rest are outlines.  Never by colour alone. */
#define GENU_TYPE_CERTAINTY_METER (genu_certainty_meter_get_type ())
G_DECLARE_FINAL_TYPE (GenuCertaintyMeter, genu_certainty_meter, GENU, CERTAINTY_METER, GtkWidget)

GtkWidget *genu_certainty_meter_new           (GenuCertainty       certainty);
void       genu_certainty_meter_set_certainty (GenuCertaintyMeter *self,
                                               GenuCertainty       certainty);

G_END_DECLS
