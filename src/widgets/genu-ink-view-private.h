/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-ink-nodes.h"
#include "genu-ink-view.h"

G_BEGIN_DECLS

struct _GenuInkView
{
  GtkWidget parent_instance;

  GenuDiagramView *view;   /* our parent */
  GenuInkSheet    *sheet;  /* borrowed; NULL where nothing can be drawn */
  GenuInkNodes    *nodes;  /* owned */
  GenuInkTool      tool;
  GenuInkColour    colour;

  /* While the hand is down. */
  GenuInkTool      down;   /* what is used; GENU_INK_TOOL_NONE when the hand is up */
  GenuInkStroke   *live;   /* the pen's stroke; owned */
  double           x, y;   /* where the hand was last, the widget's pixels */
  gboolean         erased; /* the eraser took something since it was put down */
};

void genu_ink_view_add_gestures (GenuInkView *self);

G_END_DECLS
