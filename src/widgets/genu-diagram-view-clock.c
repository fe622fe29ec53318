/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock of a drawing: ticks while it moves, naps while nothing of it does, neither while nobody
 * sees it. */

#include "config.h"

#include "genu-diagram-view-private.h"

/* Pauses of a playing step shorter than this are ticked through, in microseconds. */
#define SHORTEST_NAP (100 * 1000)

/* A drawing that runs on, such as the one on the first page, is calm and shown for hours: it is
 * drawn so seldom at most, in microseconds (a little less than two frames of 60 Hz). */
#define CALM_INTERVAL (30 * 1000)

/* Nor does a nap last longer than this, which any timer can hold. */
#define LONGEST_NAP ((gint64) 3600 * G_USEC_PER_SEC)

static void schedule (GenuDiagramView *self);

void
genu_diagram_view_stop_clock (GenuDiagramView *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_handle_id (&self->nap_id, g_source_remove);
}

static void
finish_step (GenuDiagramView *self)
{
  genu_diagram_view_stop_clock (self);
  self->playing = FALSE;
  g_object_notify (G_OBJECT (self), "playing");
  g_signal_emit_by_name (self, "step-finished");
}

static void
move_to (GenuDiagramView *self,
         gint64           now)
{
  gint64 duration = genu_stage_get_duration (self->stage);
  gint64 position = self->start_position + (now - self->start_time);

  genu_stage_set_position (self->stage, position);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (position >= duration && !genu_stage_runs_on (self->stage))
    finish_step (self);
}

static gboolean
on_nap_end (gpointer user_data)
{
  GenuDiagramView *self = user_data;

  self->nap_id = 0;
  move_to (self, g_get_monotonic_time ());
  schedule (self);

  return G_SOURCE_REMOVE;
}

/* Leaves the frame clock alone until the next change, if that is worth it.  The first tick of a
 * window comes before there is a size, and then the stage does not know of any change. */
static gboolean
take_nap (GenuDiagramView *self)
{
  gint64 position = genu_stage_get_position (self->stage);
  gint64 next = MIN (genu_stage_get_next_change (self->stage), position + LONGEST_NAP);

  if (!genu_stage_runs_on (self->stage))
    next = MIN (next, genu_stage_get_duration (self->stage));
  if (!self->playing || self->width == 0 || next - position < SHORTEST_NAP)
    return FALSE;

  self->tick_id = 0;
  self->nap_id = g_timeout_add ((guint) ((next - position) / 1000), on_nap_end, self);
  return TRUE;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  self->n_ticks++;
  if (self->start_time == 0)
    self->start_time = now;
  else if (genu_stage_runs_on (self->stage) && now - self->shown_time < CALM_INTERVAL)
    return G_SOURCE_CONTINUE;
  self->shown_time = now;
  move_to (self, now);

  if (!self->playing || take_nap (self))
    return G_SOURCE_REMOVE;
  return G_SOURCE_CONTINUE;
}

/* A window that was put away still counts as mapped for its widgets. */
static gboolean
is_on_screen (GenuDiagramView *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->minimized;
}

/* Takes ticks if, and only if, a visible step is playing. */
static void
schedule (GenuDiagramView *self)
{
  if (!self->playing || !is_on_screen (self))
    {
      genu_diagram_view_stop_clock (self);
      return;
    }
  if (self->tick_id == 0 && self->nap_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

void
genu_diagram_view_start_clock (GenuDiagramView *self)
{
  self->start_position = genu_stage_get_position (self->stage);
  self->start_time = 0;
  genu_diagram_view_stop_clock (self);
  schedule (self);
}

static void
on_state_changed (GenuDiagramView *self)
{
  GdkToplevelState state = gdk_toplevel_get_state (self->toplevel);
  gboolean minimized = (state & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;

  if (minimized == self->minimized)
    return;

  self->minimized = minimized;
  genu_diagram_view_start_clock (self);
}

/* A drawing that runs on would never come to rest by itself for a reader who asks for stillness. */
static void
on_motion_changed (GenuDiagramView *self)
{
  gboolean motion;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &motion,
                NULL);
  if (!motion && self->playing && genu_stage_runs_on (self->stage))
    genu_diagram_view_set_step (self, genu_stage_get_step (self->stage), FALSE);
}

/* The window's state counts while the view is shown. */
void
genu_diagram_view_watch_window (GenuDiagramView *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  if (GDK_IS_TOPLEVEL (surface))
    {
      g_set_object (&self->toplevel, GDK_TOPLEVEL (surface));
      g_signal_connect_swapped (surface, "notify::state", G_CALLBACK (on_state_changed), self);
      on_state_changed (self);
    }
}

void
genu_diagram_view_forget_window (GenuDiagramView *self)
{
  if (self->toplevel != NULL)
    g_signal_handlers_disconnect_by_func (self->toplevel, on_state_changed, self);
  g_clear_object (&self->toplevel);
  self->minimized = FALSE;
}

void
genu_diagram_view_follow_motion (GenuDiagramView *self)
{
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)),
                           "notify::gtk-enable-animations", G_CALLBACK (on_motion_changed), self,
                           G_CONNECT_SWAPPED);
}
