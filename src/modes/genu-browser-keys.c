/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of the topic page: Left, Right, Page Up, Page Down change the step, Space plays and
 * pauses, Home and End go to the first and last step, plus and minus zoom.  They work wherever the
 * focus is, but in a field that takes text. */

#include "config.h"

#include "genu-browser-private.h"

static void
change_zoom (GenuBrowser *self,
             double       factor)
{
  GenuDiagramView *view = genu_topic_page_get_view (self->topic_page);

  genu_diagram_view_set_zoom (view, genu_diagram_view_get_zoom (view) * factor);
}

static gboolean
change_step (GenuBrowser *self,
             guint        keyval)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint n_steps = genu_diagram_view_get_n_steps (genu_topic_page_get_view (self->topic_page));

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Page_Down:
      if (keyval == GDK_KEY_Right && rtl)
        genu_topic_page_back (self->topic_page);
      else
        genu_topic_page_next (self->topic_page);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Page_Up:
      if (keyval == GDK_KEY_Left && rtl)
        genu_topic_page_next (self->topic_page);
      else
        genu_topic_page_back (self->topic_page);
      return TRUE;
    case GDK_KEY_Home:
      genu_topic_page_go_to (self->topic_page, 0);
      return TRUE;
    case GDK_KEY_End:
      genu_topic_page_go_to (self->topic_page, MAX (n_steps, 1) - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether keys are the topic page's: it is shown, nothing lies over it, and nobody types. */
static gboolean
wants_keys (GenuBrowser *self,
            GtkWidget   *focus)
{
  return self->topic_page != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
         && g_str_equal (genu_browser_current_page (self), GENU_PAGE_TOPIC)
         && !GTK_IS_EDITABLE (focus) && !GTK_IS_TEXT_VIEW (focus);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GenuBrowser           *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!wants_keys (self, focus) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (change_step (self, keyval))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_space && !GTK_IS_BUTTON (focus))
    genu_topic_page_play_pause (self->topic_page);
  else if (keyval == GDK_KEY_plus || keyval == GDK_KEY_equal || keyval == GDK_KEY_KP_Add)
    change_zoom (self, 1.5);
  else if (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract)
    change_zoom (self, 1 / 1.5);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* Listens to the window, which has the keys when nothing has the focus. */
void
genu_browser_add_keys (GenuBrowser *self)
{
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), self->keys);
}

void
genu_browser_remove_keys (GenuBrowser *self)
{
  if (self->keys != NULL)
    gtk_widget_remove_controller (gtk_event_controller_get_widget (self->keys), self->keys);
  self->keys = NULL;
}
