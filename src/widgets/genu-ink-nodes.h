/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-ink.h"

G_BEGIN_DECLS

typedef struct _GenuInkNodes GenuInkNodes;

GenuInkNodes *genu_ink_nodes_new      (void);
void          genu_ink_nodes_free     (GenuInkNodes        *self);
void          genu_ink_nodes_append   (GenuInkNodes       *self,
                                       GtkSnapshot        *snapshot,
                                       const GPtrArray    *strokes,
                                       GenuInkStroke      *live,
                                       const GenuMatrix   *view);
guint         genu_ink_nodes_get_n_made (const GenuInkNodes *self);

G_END_DECLS
