/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-diagram-view.h"

G_BEGIN_DECLS

struct _GenuDiagramView
{
  GtkWidget parent_instance;

  GenuStage       *stage;  /* owned */
  const GenuTopic *topic;  /* the pack's */
  GPtrArray       *labels; /* of child widgets, for the stage's labels in order */
  GskRenderNode   *furniture; /* leaders and scale bar; NULL when they must be drawn again */
  double           furniture_opacity;
  gboolean         seen;   /* a settled picture of this topic was drawn */

  GtkWidget           *overlay; /* child over all others; nullable */
  GenuDiagramPaintFunc paint_overlay;

  /* The size the stage was given, logical pixels. */
  int width;
  int height;
  int scale_factor;

  /* The clock: at most one of tick_id and nap_id is set, and only while playing, mapped and
   * not minimized. */
  gboolean     playing;
  GdkToplevel *toplevel;   /* while mapped; owned */
  gboolean     minimized;
  guint        tick_id;
  guint        nap_id;
  gint64       start_time; /* frame time at start_position; 0 until the first tick */
  gint64       start_position; /* microseconds within the step */
  gint64       shown_time; /* frame time of the last moment that was shown */
  guint        n_frames;
  guint        n_ticks;

  /* Zoom by the reader: 1 is none; the offset in logical pixels. */
  double zoom, dx, dy;
  double gesture_zoom, gesture_dx, gesture_dy; /* at its begin; a pinch's last centre */
  double pointer_x, pointer_y; /* where the pointer was last, the widget's pixels */
  guint  sharpen_id;
};

void genu_diagram_view_add_gestures      (GenuDiagramView *self);
void genu_diagram_view_emit_part_pressed (GenuDiagramView *self,
                                          const char      *name);
void genu_diagram_view_emit_swiped       (GenuDiagramView *self,
                                          int              direction);

/* genu-diagram-view-clock.c */
void genu_diagram_view_start_clock       (GenuDiagramView *self);
void genu_diagram_view_stop_clock        (GenuDiagramView *self);
void genu_diagram_view_watch_window      (GenuDiagramView *self);
void genu_diagram_view_forget_window     (GenuDiagramView *self);
void genu_diagram_view_follow_motion     (GenuDiagramView *self);

/* genu-diagram-view-labels.c */
void genu_diagram_view_add_labels        (GenuDiagramView *self);
void genu_diagram_view_drop_labels       (GenuDiagramView *self);
void genu_diagram_view_queue_labels      (GenuDiagramView *self);
void genu_diagram_view_allocate_labels   (GenuDiagramView *self);
void genu_diagram_view_snapshot_labels   (GenuDiagramView *self,
                                          GtkSnapshot     *snapshot);

G_END_DECLS
