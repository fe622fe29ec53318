/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tools of a consultation do, and when they can. */

#include "config.h"

#include "genu-consult-window-private.h"

#include <glib/gi18n.h>

/* How long a consultation that was ended can be brought back, in seconds. */
#define UNDO_TIME 12

static const char *const tool_names[] = { "none", "pen", "eraser" };

static GSimpleAction *
find_action (GenuConsultWindow *self,
             const char        *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static void
enable (GenuConsultWindow *self,
        const char        *name,
        gboolean           enabled)
{
  g_simple_action_set_enabled (find_action (self, name), enabled);
}

/* Follows the picture that is shown and its ink. */
void
genu_consult_update_actions (GenuConsultWindow *self)
{
  guint step = 0;
  const GenuTopic *topic = genu_consult_window_get_picture (self, &step);
  const GenuInkSheet *sheet = topic != NULL && self->ink_view != NULL
                              ? genu_ink_get_sheet (self->ink, topic->id, step) : NULL;
  gboolean drawable = sheet != NULL;
  GenuInkTool tool = self->ink_view != NULL ? genu_ink_view_get_tool (self->ink_view)
                                            : GENU_INK_TOOL_NONE;

  enable (self, "tool", drawable);
  enable (self, "undo", drawable && genu_ink_sheet_can_undo (sheet));
  enable (self, "redo", drawable && genu_ink_sheet_can_redo (sheet));
  enable (self, "clear", drawable && genu_ink_sheet_get_strokes (sheet)->len > 0);
  enable (self, "note", topic != NULL);
  enable (self, "save", topic != NULL && self->work == NULL);
  enable (self, "print", topic != NULL && self->work == NULL);
  enable (self, "find", self->finder != NULL);
  g_simple_action_set_state (find_action (self, "tool"), g_variant_new_string (tool_names[tool]));
  g_simple_action_set_state (find_action (self, "side"),
                             g_variant_new_string (genu_browser_get_side (self->browser)
                                                   == GENU_SIDE_LEFT ? "left" : "right"));
}

/* --- Tools --- */

static void
on_find (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  genu_finder_open (GENU_CONSULT_WINDOW (user_data)->finder, "");
}

/* Once more on the tool in hand lays it down. */
static void
on_tool (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GenuConsultWindow *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);
  GenuInkTool tool = g_str_equal (name, "pen") ? GENU_INK_TOOL_PEN : GENU_INK_TOOL_ERASER;

  if (genu_ink_view_get_tool (self->ink_view) == tool)
    tool = GENU_INK_TOOL_NONE;
  genu_consult_window_set_tool (self, tool);
}

static void
on_colour (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  GenuConsultWindow *self = user_data;
  GenuInkColour colour;

  if (!genu_consult_strip_find_colour (g_variant_get_string (parameter, NULL), &colour))
    return;

  g_simple_action_set_state (action, parameter);
  genu_consult_strip_set_colour (self->strip, colour);
  if (self->ink_view == NULL)
    return;
  genu_ink_view_set_colour (self->ink_view, colour);
  /* Who chooses a color means to draw. */
  genu_consult_window_set_tool (self, GENU_INK_TOOL_PEN);
}

static void
on_undo (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  genu_ink_view_undo (GENU_CONSULT_WINDOW (user_data)->ink_view);
}

static void
on_redo (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  genu_ink_view_redo (GENU_CONSULT_WINDOW (user_data)->ink_view);
}

static void
on_clear (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  genu_ink_view_clear (GENU_CONSULT_WINDOW (user_data)->ink_view);
}

static void
on_note (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gboolean shown = !g_variant_get_boolean (g_action_get_state (G_ACTION (action)));

  g_simple_action_set_state (action, g_variant_new_boolean (shown));
  genu_consult_window_update (user_data);
}

static void
on_side (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GenuConsultWindow *self = user_data;
  gboolean left = g_str_equal (g_variant_get_string (parameter, NULL), "left");

  genu_browser_set_side (self->browser, left ? GENU_SIDE_LEFT : GENU_SIDE_RIGHT);
  genu_consult_update_actions (self);
}

static void
on_save (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  genu_consult_save (user_data);
}

static void
on_print (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  genu_consult_print (user_data);
}

static void
on_open_file (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gtk_show_uri (GTK_WINDOW (user_data), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

/* --- The next patient --- */

void
genu_consult_past_free (GenuConsultPast *past)
{
  genu_ink_free (past->ink);
  g_free (past->topic);
  g_free (past);
}

/* What was is forgotten when it can no longer be brought back. */
static void
on_toast_dismissed (AdwToast          *toast,
                    GenuConsultWindow *self)
{
  if (self->past != NULL && self->past->toast == toast)
    g_clear_pointer (&self->past, genu_consult_past_free);
}

static void
offer_past (GenuConsultWindow *self)
{
  AdwToast *toast = adw_toast_new (_("Ready for a new patient"));

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.old-patient");
  adw_toast_set_timeout (toast, UNDO_TIME);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, 0);
  self->past->toast = toast;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
take_ink (GenuConsultWindow *self,
          GenuInk           *ink)
{
  if (self->ink_view != NULL)
    genu_ink_view_set_sheet (self->ink_view, NULL);
  self->ink = ink;
}

static void
on_new_patient (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GenuConsultWindow *self = user_data;
  GenuConsultPast *past = g_new0 (GenuConsultPast, 1);
  const GenuTopic *topic = genu_consult_window_get_picture (self, &past->step);

  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  past->ink = self->ink;
  past->side = genu_browser_get_side (self->browser);
  past->topic = topic != NULL ? g_strdup (topic->id) : NULL;
  g_clear_pointer (&self->past, genu_consult_past_free);
  self->past = past;

  take_ink (self, genu_ink_new ());
  genu_consult_window_set_tool (self, GENU_INK_TOOL_NONE);
  genu_browser_set_side (self->browser, self->start_side);
  genu_browser_go_home (self->browser);
  genu_consult_window_update (self);
  offer_past (self);
}

static void
on_old_patient (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GenuConsultWindow *self = user_data;
  GenuConsultPast *past = g_steal_pointer (&self->past);
  GenuInk *ink = self->ink;

  if (past == NULL)
    return;

  take_ink (self, past->ink);
  past->ink = ink;
  genu_browser_set_side (self->browser, past->side);
  if (past->topic != NULL)
    genu_browser_open_topic (self->browser, past->topic, past->step, TRUE);
  genu_consult_past_free (past);
  genu_consult_window_update (self);
}

void
genu_consult_add_actions (GenuConsultWindow *self)
{
  static const GActionEntry entries[] = {
    { "find", on_find, NULL, NULL, NULL },
    { "tool", on_tool, "s", "'none'", NULL },
    { "colour", on_colour, "s", "'blue'", NULL },
    { "undo", on_undo, NULL, NULL, NULL },
    { "redo", on_redo, NULL, NULL, NULL },
    { "clear", on_clear, NULL, NULL, NULL },
    { "note", on_note, NULL, "false", NULL },
    { "save", on_save, NULL, NULL, NULL },
    { "print", on_print, NULL, NULL, NULL },
    { "open-file", on_open_file, "s", NULL, NULL },
    { "side", on_side, "s", "'right'", NULL },
    { "new-patient", on_new_patient, NULL, NULL, NULL },
    { "old-patient", on_old_patient, NULL, NULL, NULL },
  };
  static const struct { const char *action, *keys[3]; } accels[] = {
    { "win.find", { "<Control>f", NULL } },
    { "win.undo", { "<Control>z", NULL } },
    { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
    { "win.note", { "<Control>n", NULL } },
    { "win.save", { "<Control>s", NULL } },
    { "win.print", { "<Control>p", NULL } },
  };
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; application != NULL && i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action,
                                           (const char **) accels[i].keys);
}
