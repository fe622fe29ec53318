/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-stage.h"

G_BEGIN_DECLS

/* Shows a topic's steps and plays them.  Properties: "step" (uint, 0-based), "playing" (boolean);
 * signals: "step-finished" when a step has played to its end, "part-pressed" (name) when the reader
 * touches a part that the topic names, "swiped" (int: +1 next, -1 back), "first-picture" once. */
#define GENU_TYPE_DIAGRAM_VIEW (genu_diagram_view_get_type ())
G_DECLARE_FINAL_TYPE (GenuDiagramView, genu_diagram_view, GENU, DIAGRAM_VIEW, GtkWidget)

GtkWidget  *genu_diagram_view_new            (const GenuPack  *pack);
void        genu_diagram_view_set_topic      (GenuDiagramView *self,
                                              const GenuTopic *topic);
guint       genu_diagram_view_get_n_steps    (GenuDiagramView *self);
guint       genu_diagram_view_get_step       (GenuDiagramView *self);
void        genu_diagram_view_set_step       (GenuDiagramView *self,
                                              guint            step,
                                              gboolean         play);
gboolean    genu_diagram_view_get_playing    (GenuDiagramView *self);
void        genu_diagram_view_set_playing    (GenuDiagramView *self,
                                              gboolean         playing);
void        genu_diagram_view_replay         (GenuDiagramView *self);
gboolean    genu_diagram_view_is_at_end      (GenuDiagramView *self);
void        genu_diagram_view_set_text_scale (GenuDiagramView *self,
                                              double           scale);
void        genu_diagram_view_set_least_text (GenuDiagramView *self,
                                              double           size);
void        genu_diagram_view_set_side       (GenuDiagramView *self,
                                              GenuSide         side);
void        genu_diagram_view_set_theme      (GenuDiagramView *self,
                                              GenuTheme        theme);
double      genu_diagram_view_get_zoom       (GenuDiagramView *self);
void        genu_diagram_view_set_zoom       (GenuDiagramView *self,
                                              double           zoom);
/* What it shows, for what lies over it.  (transfer none) */
GenuStage  *genu_diagram_view_get_stage      (GenuDiagramView *self);
/* Puts a widget over the whole drawing, labels included.  It gets events first; what it paints over
 * each frame comes from @paint, so that it moves with the drawing. */
typedef void (*GenuDiagramPaintFunc) (GtkWidget   *overlay,
                                      GtkSnapshot *snapshot);
void        genu_diagram_view_set_overlay    (GenuDiagramView *self,
                                              GtkWidget       *overlay,
                                              GenuDiagramPaintFunc paint);
const char *genu_diagram_view_get_error      (GenuDiagramView *self);
/* Pictures drawn and frame clock ticks taken so far: for the test that a held picture costs
 * nothing. */
guint       genu_diagram_view_get_n_frames   (GenuDiagramView *self);
guint       genu_diagram_view_get_n_ticks    (GenuDiagramView *self);

G_END_DECLS
