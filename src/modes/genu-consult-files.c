/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the buttons to the handout: which topic, what it is called, where it goes, and what the
 * doctor is told.  The folder of the last handout is kept in the settings; nothing else is. */

#include "config.h"

#include "genu-consult-window-private.h"

#include <glib/gi18n.h>

#include "genu-consult-handout.h"
#include "genu-window-settings.h"

static void
on_progress (double   fraction,
             gpointer user_data)
{
  GenuConsultWindow *self = user_data;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), fraction < 1);
  gtk_progress_bar_set_fraction (self->progress, fraction);
}

/* One at a time. */
static void
begin_work (GenuConsultWindow *self)
{
  self->work = g_cancellable_new ();
  genu_consult_update_actions (self);
}

static void
end_work (GenuConsultWindow *self)
{
  g_clear_object (&self->work);
  genu_consult_update_actions (self);
}

static GenuConsultOrder
make_order (GenuConsultWindow *self,
            const GenuTopic   *topic)
{
  GPtrArray *topics = g_ptr_array_new ();
  GenuConsultOrder order = { .parent = GTK_WINDOW (self), .progress = on_progress,
                             .progress_data = self };

  g_ptr_array_add (topics, (gpointer) topic);
  order.handout.pack = self->pack;
  order.handout.topics = topics;
  order.handout.side = genu_browser_get_side (self->browser);
  order.handout.ink = self->ink;
  /* As long as the window: the order only borrows it. */
  g_object_set_data_full (G_OBJECT (self), "order", topics, (GDestroyNotify) g_ptr_array_unref);

  return order;
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
tell_failure (GenuConsultWindow *self,
              const char        *heading,
              const GError      *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Saving --- */

static GSettings *
open_settings (void)
{
  g_autoptr(GSettings) settings = genu_window_settings_open ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (settings == NULL)
    return NULL;
  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, "handout-folder") ? g_steal_pointer (&settings) : NULL;
}

static GFile *
dup_folder (GenuConsultWindow *self)
{
  g_autoptr(GSettings) settings = open_settings ();
  g_autofree char *kept = settings != NULL ? g_settings_get_string (settings, "handout-folder")
                                           : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (self->folder != NULL && g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (self->folder);
  if (kept != NULL && g_file_test (kept, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (kept);
  return g_file_new_for_path (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR)
                              ? documents : g_get_home_dir ());
}

static void
keep_folder (GenuConsultWindow *self,
             GFile             *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GSettings) settings = open_settings ();
  char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path == NULL)
    return;
  g_free (self->folder);
  self->folder = path;
  if (settings != NULL)
    g_settings_set_string (settings, "handout-folder", path);
}

static void
tell_saved (GenuConsultWindow *self,
            GFile             *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = g_strdup_printf (_("Saved in %s: %s"), self->folder, name);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_action_name (toast, "win.open-file");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_set_timeout (toast, 8);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

typedef struct
{
  GenuConsultWindow *window;
  GFile             *file;
} Saving;

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr(GenuConsultWindow) self = saving->window;
  g_autoptr(GFile) file = saving->file;
  g_autoptr(GError) error = NULL;

  end_work (self);
  if (genu_consult_handout_save_finish (result, &error))
    {
      keep_folder (self, file);
      tell_saved (self, file);
    }
  else if (!is_cancelled (error))
    tell_failure (self, _("The handout could not be saved"), error);
}

static void
save_as (GenuConsultWindow *self,
         GFile             *file)
{
  const GenuTopic *topic = genu_consult_window_get_picture (self, NULL);
  Saving *saving;
  GenuConsultOrder order;

  if (topic == NULL || self->work != NULL)
    return;

  saving = g_new0 (Saving, 1);
  saving->window = g_object_ref (self);
  saving->file = g_object_ref (file);
  order = make_order (self, topic);
  begin_work (self);
  genu_consult_handout_save (&order, file, self->work, on_saved, saving);
}

static void
on_file_chosen (GtkNativeDialog   *dialog,
                int                response,
                GenuConsultWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      save_as (self, file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("PDF files"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_add_pattern (filter, "*.pdf");
  gtk_file_chooser_add_filter (chooser, filter);
}

/* Asks where the handout of the topic shall go, then makes it. */
void
genu_consult_save (GenuConsultWindow *self)
{
  const GenuTopic *topic = genu_consult_window_get_picture (self, NULL);
  g_autoptr(GFile) folder = dup_folder (self);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;
  GenuStage *stage;

  if (topic == NULL)
    return;

  stage = genu_diagram_view_get_stage (
    genu_topic_page_get_view (genu_browser_get_topic_page (self->browser)));
  name = genu_consult_handout_dup_name (topic, genu_browser_get_side (self->browser),
                                        genu_stage_has_side (stage), now);
  dialog = gtk_file_chooser_native_new (_("Save the handout"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("Save"), _("Cancel"));
  add_filter (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- Printing --- */

static void
on_printed (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GenuConsultWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  end_work (self);
  if (genu_consult_handout_print_finish (result, &error))
    genu_consult_window_toast (self, _("The handout was given to the printer"));
  else if (error != NULL && !is_cancelled (error))
    tell_failure (self, _("The handout could not be printed"), error);
}

void
genu_consult_print (GenuConsultWindow *self)
{
  const GenuTopic *topic = genu_consult_window_get_picture (self, NULL);
  GenuConsultOrder order;

  if (topic == NULL || self->work != NULL)
    return;

  order = make_order (self, topic);
  begin_work (self);
  genu_consult_handout_print (&order, self->work, on_printed, g_object_ref (self));
}
