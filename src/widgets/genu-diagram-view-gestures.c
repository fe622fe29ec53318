/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Touch and pointer on the drawing: pinch or wheel to zoom, two fingers or a drag to move what is
 * zoomed, swipe to change the step when it is not, tap a part to hear its name, double tap to see
 * all again.  While an overlay wants one finger or the pointer, two fingers and the wheel still do
 * what they always do.  Everything here can be done with buttons or keys too. */

#include "config.h"

#include "genu-diagram-view-private.h"

#include <math.h>

#define LARGEST_ZOOM 4.0
#define WHEEL_ZOOM 1.15
/* A swipe is at least this fast, in pixels a second, and more level than steep. */
#define SWIPE_SPEED 300

/* After the last movement of a gesture that has not ended, or whose end is not known (a wheel's),
 * in milliseconds. */
#define SHARPEN_AFTER 60

static gboolean
on_sharpen (gpointer user_data)
{
  GenuDiagramView *self = user_data;

  self->sharpen_id = 0;
  genu_stage_set_zoom (self->stage, self->zoom, self->dx, self->dy, FALSE);
  genu_diagram_view_queue_labels (self);

  return G_SOURCE_REMOVE;
}

/* The gesture has ended: the sharp picture is drawn at once. */
static void
sharpen_now (GenuDiagramView *self)
{
  if (self->sharpen_id == 0)
    return;

  g_clear_handle_id (&self->sharpen_id, g_source_remove);
  on_sharpen (self);
}

static void
on_pinch_end (GtkGesture       *gesture,
              GdkEventSequence *sequence,
              GenuDiagramView  *self)
{
  sharpen_now (self);
}

static void
on_drag_end (GtkGestureDrag  *gesture,
             double           offset_x,
             double           offset_y,
             GenuDiagramView *self)
{
  sharpen_now (self);
}

/* Keeps the picture over the window: what is zoomed can be moved, but not lost. */
static void
apply_zoom (GenuDiagramView *self,
            gboolean         moving)
{
  double slack_x, slack_y;

  self->zoom = CLAMP (self->zoom, 1, LARGEST_ZOOM);
  slack_x = self->width * (self->zoom - 1) / 2;
  slack_y = self->height * (self->zoom - 1) / 2;
  self->dx = CLAMP (self->dx, -slack_x, slack_x);
  self->dy = CLAMP (self->dy, -slack_y, slack_y);

  g_clear_handle_id (&self->sharpen_id, g_source_remove);
  genu_stage_set_zoom (self->stage, self->zoom, self->dx, self->dy, moving);
  if (moving)
    self->sharpen_id = g_timeout_add (SHARPEN_AFTER, on_sharpen, self);
  genu_diagram_view_queue_labels (self);
}

/* Zooms by @factor so that the point (x, y) of the widget stays where it is. */
static void
zoom_at (GenuDiagramView *self,
         double           factor,
         double           x,
         double           y,
         gboolean         moving)
{
  double zoom = CLAMP (self->zoom * factor, 1, LARGEST_ZOOM);
  double change = zoom / self->zoom;
  double from_centre_x = x - self->width / 2.0, from_centre_y = y - self->height / 2.0;

  self->dx = from_centre_x - (from_centre_x - self->dx) * change;
  self->dy = from_centre_y - (from_centre_y - self->dy) * change;
  self->zoom = zoom;
  apply_zoom (self, moving);
}

double
genu_diagram_view_get_zoom (GenuDiagramView *self)
{
  g_return_val_if_fail (GENU_IS_DIAGRAM_VIEW (self), 1);

  return self->zoom;
}

/**
 * genu_diagram_view_set_zoom:
 * @self: a view
 * @zoom: 1 (all of the step's camera) to 4
 */
void
genu_diagram_view_set_zoom (GenuDiagramView *self,
                            double           zoom)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  if (zoom <= 1 && self->zoom <= 1)
    return;
  if (zoom <= 1)
    self->dx = self->dy = 0;
  zoom_at (self, zoom / self->zoom, self->width / 2.0, self->height / 2.0, FALSE);
}

/* Whether one finger, or the pointer, belongs to what lies over the drawing. */
static gboolean
is_covered (GenuDiagramView *self)
{
  return self->overlay != NULL && gtk_widget_get_can_target (self->overlay);
}

static void
on_pinch_begin (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                GenuDiagramView  *self)
{
  self->gesture_zoom = self->zoom;
  self->gesture_dx = self->width / 2.0;
  self->gesture_dy = self->height / 2.0;
  gtk_gesture_get_bounding_box_center (gesture, &self->gesture_dx, &self->gesture_dy);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pinch (GtkGestureZoom  *gesture,
          double           scale,
          GenuDiagramView *self)
{
  double x = self->width / 2.0, y = self->height / 2.0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  self->dx += x - self->gesture_dx;
  self->dy += y - self->gesture_dy;
  self->gesture_dx = x;
  self->gesture_dy = y;
  zoom_at (self, self->gesture_zoom * scale / self->zoom, x, y, TRUE);
}

static void
on_drag_begin (GtkGestureDrag  *gesture,
               double           x,
               double           y,
               GenuDiagramView *self)
{
  self->gesture_dx = self->dx;
  self->gesture_dy = self->dy;
}

static void
on_drag_update (GtkGestureDrag  *gesture,
                double           offset_x,
                double           offset_y,
                GenuDiagramView *self)
{
  if (is_covered (self) || self->zoom <= 1 || hypot (offset_x, offset_y) < 6)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->dx = self->gesture_dx + offset_x;
  self->dy = self->gesture_dy + offset_y;
  apply_zoom (self, TRUE);
}

static void
on_swipe (GtkGestureSwipe *gesture,
          double           velocity_x,
          double           velocity_y,
          GenuDiagramView *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (is_covered (self) || self->zoom > 1 || fabs (velocity_x) < SWIPE_SPEED
      || fabs (velocity_x) < fabs (velocity_y))
    return;

  genu_diagram_view_emit_swiped (self, (velocity_x < 0) != rtl ? 1 : -1);
}

static void
on_released (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             GenuDiagramView *self)
{
  const GenuPart *part = NULL;
  const char *id;

  if (is_covered (self))
    return;
  if (n_press == 2)
    {
      genu_diagram_view_set_zoom (self, self->zoom > 1 ? 1 : 2);
      return;
    }

  id = genu_stage_hit (self->stage, (GenuPoint) { x, y });
  if (id != NULL && self->topic != NULL)
    part = genu_topic_find_part (self->topic, id);
  genu_diagram_view_emit_part_pressed (self, part != NULL ? part->name : NULL);
}

/* Scroll events do not say where the pointer is. */
static void
on_motion (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           GenuDiagramView          *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           GenuDiagramView          *self)
{
  zoom_at (self, pow (WHEEL_ZOOM, -dy), self->pointer_x, self->pointer_y, TRUE);

  return GDK_EVENT_STOP;
}

static void
drop_sharpen (GtkWidget *widget,
              gpointer   user_data)
{
  g_clear_handle_id (&GENU_DIAGRAM_VIEW (widget)->sharpen_id, g_source_remove);
}

/* Adds every gesture; called once, when the widget is made. */
void
genu_diagram_view_add_gestures (GenuDiagramView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  g_signal_connect (pinch, "end", G_CALLBACK (on_pinch_end), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (swipe, "swipe", G_CALLBACK (on_swipe), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (self, "unmap", G_CALLBACK (drop_sharpen), NULL);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
}
