/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-stage.h"

G_BEGIN_DECLS

#define GENU_TYPE_STAGE_LABEL_WIDGET (genu_stage_label_widget_get_type ())
G_DECLARE_FINAL_TYPE (GenuStageLabelWidget, genu_stage_label_widget, GENU, STAGE_LABEL_WIDGET,
                      GtkWidget)

GtkWidget *genu_stage_label_widget_new (GenuStage *stage,
                                        guint      index);
void       genu_stage_label_widget_update (GenuStageLabelWidget *self,
                                           gboolean              shown);

G_END_DECLS
