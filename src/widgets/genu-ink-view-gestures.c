/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the hand comes to the ink: finger and mouse by a drag, a pen by its own events, which tell
 * the points between two frames too, and which of its ends touches.  None of them claims the touch:
 * when a second finger comes, the drawing's own pinch does, which cancels the stroke. */

#include "config.h"

#include "genu-ink-view-private.h"

static gboolean
is_pen (GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  return event != NULL && gdk_event_get_device_tool (event) != NULL;
}

/* --- Finger and mouse --- */

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          x,
               double          y,
               GenuInkView    *self)
{
  if (!is_pen (GTK_GESTURE (gesture)))
    genu_ink_view_put_down (self, self->tool, x, y);
}

/* The points since the last frame, in order, which came as one event. */
static void
follow_history (GtkGestureDrag *gesture,
                GenuInkView    *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  g_autofree GdkTimeCoord *history = NULL;
  double surface_x, surface_y, x, y;
  guint n = 0;

  if (event == NULL || gdk_event_get_event_type (event) != GDK_MOTION_NOTIFY)
    return;

  history = gdk_event_get_history (event, &n);
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  for (guint i = 0; i < n; i++)
    if (gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self),
                                          history[i].axes[GDK_AXIS_X] - surface_x,
                                          history[i].axes[GDK_AXIS_Y] - surface_y, &x, &y))
      genu_ink_view_move (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                GenuInkView    *self)
{
  double x, y;

  if (is_pen (GTK_GESTURE (gesture)) || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  follow_history (gesture, self);
  genu_ink_view_move (self, x + dx, y + dy);
}

static void
on_drag_end (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             GenuInkView    *self)
{
  if (!is_pen (GTK_GESTURE (gesture)))
    genu_ink_view_lift (self);
}

static void
on_drag_cancel (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                GenuInkView      *self)
{
  genu_ink_view_cancel (self);
}

/* --- Pen --- */

static void
on_pen_down (GtkGestureStylus *gesture,
             double            x,
             double            y,
             GenuInkView      *self)
{
  GdkDeviceTool *tool = gtk_gesture_stylus_get_device_tool (gesture);
  gboolean eraser = tool != NULL
                    && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;

  genu_ink_view_put_down (self, eraser ? GENU_INK_TOOL_ERASER : self->tool, x, y);
}

/* The points since the last frame, in order; the present one comes after them. */
static void
follow_backlog (GtkGestureStylus *gesture,
                GenuInkView      *self)
{
  g_autofree GdkTimeCoord *backlog = NULL;
  guint n = 0;

  if (!gtk_gesture_stylus_get_backlog (gesture, &backlog, &n))
    return;
  for (guint i = 0; i < n; i++)
    genu_ink_view_move (self, backlog[i].axes[GDK_AXIS_X], backlog[i].axes[GDK_AXIS_Y]);
}

static void
on_pen_motion (GtkGestureStylus *gesture,
               double            x,
               double            y,
               GenuInkView      *self)
{
  if (self->down == GENU_INK_TOOL_NONE)
    return;

  follow_backlog (gesture, self);
  genu_ink_view_move (self, x, y);
}

static void
on_pen_up (GtkGestureStylus *gesture,
           double            x,
           double            y,
           GenuInkView      *self)
{
  genu_ink_view_lift (self);
}

/* Adds every gesture; called once, when the widget is made. */
void
genu_ink_view_add_gestures (GenuInkView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pen = gtk_gesture_stylus_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (pen, "down", G_CALLBACK (on_pen_down), self);
  g_signal_connect (pen, "motion", G_CALLBACK (on_pen_motion), self);
  g_signal_connect (pen, "up", G_CALLBACK (on_pen_up), self);

  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pen));
}
