/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters find pictures wherever one begins to type.  On a picture P and E choose the pen and the
 * eraser, at once; but when another letter follows soon, they were the beginning of a word
 * ("pain"), and the tool is as it was. */

#include "config.h"

#include "genu-consult-window-private.h"

/* In microseconds. */
#define WORD_GOES_ON (1500 * G_GINT64_CONSTANT (1000))

static gboolean
is_typing (GenuConsultWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)
         || gtk_widget_get_visible (GTK_WIDGET (self->finder));
}

static gboolean
goes_on (GenuConsultWindow *self)
{
  return *self->letters != '\0' && g_get_monotonic_time () - self->letter_time < WORD_GOES_ON;
}

static void
choose_tool (GenuConsultWindow *self,
             gunichar           letter)
{
  GenuInkTool tool = letter == 'p' ? GENU_INK_TOOL_PEN : GENU_INK_TOOL_ERASER;
  GenuInkTool before = genu_ink_view_get_tool (self->ink_view);
  const char text[] = { (char) letter, '\0' };

  if (!goes_on (self))
    {
      *self->letters = '\0';
      self->letter_tool = before;
    }
  g_strlcat (self->letters, text, sizeof self->letters);
  self->letter_time = g_get_monotonic_time ();
  genu_consult_window_set_tool (self, before == tool ? GENU_INK_TOOL_NONE : tool);
}

/* The letter, after those that chose tools by mistake. */
static void
find (GenuConsultWindow *self,
      gunichar           letter)
{
  g_autoptr(GString) typed = g_string_new (NULL);

  if (goes_on (self))
    {
      genu_consult_window_set_tool (self, self->letter_tool);
      g_string_append (typed, self->letters);
    }
  *self->letters = '\0';
  g_string_append_unichar (typed, letter);
  genu_finder_open (self->finder, typed->str);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GenuConsultWindow     *self)
{
  gunichar letter = g_unichar_tolower (gdk_keyval_to_unicode (keyval));
  gboolean picture = self->ink_view != NULL
                     && genu_consult_window_get_picture (self, NULL) != NULL;

  if (self->finder == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || is_typing (self))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Delete && picture)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.clear", NULL);
  else if (!g_unichar_isalnum (letter))
    return GDK_EVENT_PROPAGATE;
  else if (picture && (letter == 'p' || letter == 'e'))
    choose_tool (self, letter);
  else
    find (self, letter);

  return GDK_EVENT_STOP;
}

void
genu_consult_add_keys (GenuConsultWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
