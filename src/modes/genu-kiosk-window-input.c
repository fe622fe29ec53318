/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything a visitor does passes here before any page sees it: it is a sign of presence, or part
 * of the staff's gesture, or it is swallowed.  Keys are let through by name: what is not known to
 * be harmless does nothing. */

#include "config.h"

#include "genu-kiosk-window-private.h"

/* The corner of the staff's gesture, as a share of the shorter side. */
#define CORNER 0.12

/* A pointer that trembles less than this, in pixels, is at rest; GTK itself sends motions without
 * one when a picture below the pointer changes. */
#define TREMBLE 6.0

static gint64
now (void)
{
  return g_get_monotonic_time ();
}

/* --- The staff's gesture --- */

static gboolean
on_gesture_due (gpointer user_data)
{
  GenuKioskWindow *self = user_data;

  self->gesture_id = 0;
  if (genu_kiosk_gesture_is_done (&self->gesture, now ()))
    {
      self->gesture = (GenuKioskGesture) { 0 };
      genu_kiosk_window_obey (self, genu_kiosk_policy_ask_pin (self->policy, now ()));
    }

  return G_SOURCE_REMOVE;
}

static void
gesture_changed (GenuKioskWindow *self)
{
  gint64 due = genu_kiosk_gesture_get_due (&self->gesture);

  g_clear_handle_id (&self->gesture_id, g_source_remove);
  if (due != G_MAXINT64)
    self->gesture_id = g_timeout_add ((guint) (MAX (due - now (), 0) / 1000) + 1, on_gesture_due,
                                      self);
}

/* The corner where a line of text starts, at the top. */
static gboolean
is_in_corner (GenuKioskWindow *self,
              GdkEvent        *event)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double corner = CORNER * MIN (width, gtk_widget_get_height (GTK_WIDGET (self)));
  double x, y;

  if (gdk_event_get_surface (event) != gtk_native_get_surface (GTK_NATIVE (self))
      || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;

  return x < corner && y < corner;
}

static void
press (GenuKioskWindow *self,
       gboolean         right_place)
{
  genu_kiosk_gesture_press (&self->gesture, now (), right_place);
  gesture_changed (self);
}

static void
release (GenuKioskWindow *self)
{
  genu_kiosk_gesture_release (&self->gesture, now ());
  gesture_changed (self);
}

/* --- Keys --- */

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R)
         || keyval == GDK_KEY_ISO_Level3_Shift || keyval == GDK_KEY_Num_Lock;
}

/* Keys that go about within a page. */
static gboolean
is_harmless (guint keyval)
{
  static const guint harmless[] = {
    GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Page_Up, GDK_KEY_Page_Down,
    GDK_KEY_Home, GDK_KEY_End, GDK_KEY_space, GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_Tab,
    GDK_KEY_ISO_Left_Tab, GDK_KEY_plus, GDK_KEY_minus, GDK_KEY_equal, GDK_KEY_KP_Add,
    GDK_KEY_KP_Subtract,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (harmless); i++)
    if (keyval == harmless[i])
      return TRUE;

  return FALSE;
}

static gboolean
handle_key_by_state (GenuKioskWindow *self,
                     guint            keyval)
{
  switch (genu_kiosk_policy_get_state (self->policy))
    {
    case GENU_KIOSK_STATE_ATTRACT:
      if (self->attract != NULL)
        genu_kiosk_window_obey (self, genu_kiosk_policy_begin (self->policy, now ()));
      return self->attract != NULL || !is_harmless (keyval);
    case GENU_KIOSK_STATE_WARNING:
      if (is_harmless (keyval))
        return FALSE;
      genu_kiosk_window_obey (self, genu_kiosk_policy_stay (self->policy, now ()));
      return TRUE;
    case GENU_KIOSK_STATE_PIN:
      return genu_kiosk_pin_pad_press_key (self->pin_pad, keyval) || !is_harmless (keyval);
    case GENU_KIOSK_STATE_IN_USE:
      return !is_harmless (keyval);
    case GENU_KIOSK_STATE_LEFT:
    default:
      return TRUE;
    }
}

/* Whether the key is swallowed. */
static gboolean
handle_key (GenuKioskWindow *self,
            GdkEvent        *event)
{
  const GdkModifierType acting = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK
                                 | GDK_META_MASK;
  guint keyval = gdk_key_event_get_keyval (event);

  press (self, keyval == GDK_KEY_Escape);
  if (keyval == GDK_KEY_Escape || is_modifier (keyval)
      || (gdk_event_get_modifier_state (event) & acting) != 0)
    return TRUE;

  return handle_key_by_state (self, keyval);
}

/* --- All events --- */

static gboolean
has_moved (GenuKioskWindow *self,
           GdkEvent        *event)
{
  double x, y;

  if (!gdk_event_get_position (event, &x, &y)
      || (ABS (x - self->pointer_x) < TREMBLE && ABS (y - self->pointer_y) < TREMBLE))
    return FALSE;

  self->pointer_x = x;
  self->pointer_y = y;
  return TRUE;
}

/* A screen that is only touched shows no pointer. */
static void
show_pointer (GenuKioskWindow *self,
              gboolean         shown)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), shown ? NULL : "none");
}

static void
note_presence (GenuKioskWindow *self)
{
  genu_kiosk_window_obey (self, genu_kiosk_policy_input (self->policy, now ()));
  /* Without an attract picture any sign begins the visit, but the pointer's. */
  if (self->attract == NULL)
    genu_kiosk_window_obey (self, genu_kiosk_policy_begin (self->policy, now ()));
}

/* Whether the event is swallowed. */
static gboolean
on_event (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          GenuKioskWindow          *self)
{
  gboolean swallowed = FALSE;

  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_MOTION_NOTIFY:
      if (!has_moved (self, event))
        return GDK_EVENT_PROPAGATE;
      show_pointer (self, TRUE);
      genu_kiosk_window_obey (self, genu_kiosk_policy_input (self->policy, now ()));
      return GDK_EVENT_PROPAGATE;
    case GDK_TOUCH_BEGIN:
      show_pointer (self, FALSE);
      press (self, is_in_corner (self, event));
      break;
    case GDK_BUTTON_PRESS:
      /* Only the first button does anything: the others have menus. */
      swallowed = gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY;
      press (self, is_in_corner (self, event));
      break;
    case GDK_BUTTON_RELEASE:
      swallowed = gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY;
      release (self);
      break;
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_KEY_RELEASE:
      release (self);
      break;
    case GDK_KEY_PRESS:
      note_presence (self);
      return handle_key (self, event);
    case GDK_TOUCH_UPDATE:
    case GDK_SCROLL:
    case GDK_TOUCHPAD_SWIPE:
    case GDK_TOUCHPAD_PINCH:
    case GDK_PAD_BUTTON_PRESS:
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  note_presence (self);
  return swallowed;
}

/* --- */

void
genu_kiosk_window_add_input (GenuKioskWindow *self)
{
  GtkEventController *all = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (all, GTK_PHASE_CAPTURE);
  g_signal_connect (all, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (GTK_WIDGET (self), all);
  show_pointer (self, FALSE);
}

void
genu_kiosk_window_remove_input (GenuKioskWindow *self)
{
  g_clear_handle_id (&self->gesture_id, g_source_remove);
}
