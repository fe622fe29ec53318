/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-diagram-view.h"
#include "genu-ink.h"

G_BEGIN_DECLS

typedef enum
{
  GENU_INK_TOOL_NONE, /* the drawing is touched, zoomed and moved as ever */
  GENU_INK_TOOL_PEN,
  GENU_INK_TOOL_ERASER,
} GenuInkTool;

/* Ink over a drawing, and the hand that draws it.  Signals: "changed": there is other ink on the
 * picture, or other things to undo; "began": the pen or eraser came down; "full": the picture holds
 * no more ink. */
#define GENU_TYPE_INK_VIEW (genu_ink_view_get_type ())
G_DECLARE_FINAL_TYPE (GenuInkView, genu_ink_view, GENU, INK_VIEW, GtkWidget)

GenuInkView  *genu_ink_view_new        (GenuDiagramView *view);
void          genu_ink_view_set_sheet  (GenuInkView     *self,
                                        GenuInkSheet    *sheet);
GenuInkTool   genu_ink_view_get_tool   (GenuInkView     *self);
void          genu_ink_view_set_tool   (GenuInkView     *self,
                                        GenuInkTool      tool);
GenuInkColour genu_ink_view_get_colour (GenuInkView     *self);
void          genu_ink_view_set_colour (GenuInkView     *self,
                                        GenuInkColour    colour);
gboolean      genu_ink_view_undo       (GenuInkView     *self);
gboolean      genu_ink_view_redo       (GenuInkView     *self);
gboolean      genu_ink_view_clear      (GenuInkView     *self);

/* The hand, as gestures tell it; points in the widget's pixels. */
void          genu_ink_view_put_down   (GenuInkView     *self,
                                        GenuInkTool      tool,
                                        double           x,
                                        double           y);
void          genu_ink_view_move       (GenuInkView     *self,
                                        double           x,
                                        double           y);
void          genu_ink_view_lift       (GenuInkView     *self);
void          genu_ink_view_cancel     (GenuInkView     *self);

/* Render nodes made so far: for the test that a stroke costs no more than its own region. */
guint         genu_ink_view_get_n_nodes (GenuInkView    *self);

G_END_DECLS
