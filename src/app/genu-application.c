/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The running program: loads the pack, opens the window of the mode, follows the settings. */

#include "config.h"

#include "genu-application.h"

#include "genu-browse-window.h"
#include "genu-pack-finder.h"
#include "genu-pack.h"
#include "genu-telephone.h"

struct _GenuApplication
{
  AdwApplication parent_instance;

  GenuOptions       *options; /* borrowed from main () */
  GenuPack          *pack;    /* owned; NULL when it could not be read */
  GenuBrowseWindow  *window;  /* owned by GTK */
};

G_DEFINE_FINAL_TYPE (GenuApplication, genu_application, ADW_TYPE_APPLICATION)

/* Everything wrong with the pack goes to the journal, where a technician looks; the reader sees
 * plain pages in place of what is missing. */
static void
log_report (const GenuReport *report)
{
  for (guint i = 0; i < genu_report_get_n_problems (report); i++)
    {
      const GenuProblem *problem = genu_report_get_problem (report, i);

      g_message ("%s:%d: %s: %s [%s]", problem->file, problem->line,
                 problem->severity == GENU_SEVERITY_ERROR ? "error" : "warning", problem->message,
                 problem->rule);
    }
}

/* The clinic's own telephone, where a technician has set it: pages that name one show it. */
static void
set_telephone (GenuPack *pack)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettings) settings = NULL;
  g_autofree char *number = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, GENU_APP_ID, TRUE);
  if (schema == NULL)
    return;

  settings = g_settings_new (GENU_APP_ID);
  number = g_settings_get_string (settings, "clinic-telephone");
  if (*number != '\0')
    genu_pack_set_telephone (pack, number);
}

static void
load_pack (GenuApplication *self)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = genu_pack_finder_find (self->options->pack);

  if (path == NULL)
    g_message ("no content pack \"%s\" is installed",
               self->options->pack != NULL ? self->options->pack : "knee");
  else
    self->pack = genu_pack_load (path, self->options->lang, report);
  log_report (report);
  if (self->pack != NULL)
    set_telephone (self->pack);
}

static void
on_first_picture (GenuBrowseWindow *window,
                  GenuApplication  *self)
{
  if (self->options->exit_after_startup)
    g_application_quit (G_APPLICATION (self));
}

static void
open_window (GenuApplication *self)
{
  self->window = genu_browse_window_new (GTK_APPLICATION (self), self->pack);
  g_signal_connect (self->window, "first-picture", G_CALLBACK (on_first_picture), self);

  genu_browse_window_set_side (self->window,
                               self->options->left ? GENU_SIDE_LEFT : GENU_SIDE_RIGHT);
  if (self->options->topic != NULL)
    genu_browse_window_open_topic (self->window, self->options->topic,
                                   (guint) MAX (self->options->step - 1, 0),
                                   self->options->step > 0);
  if (self->options->fullscreen)
    gtk_window_fullscreen (GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
genu_application_activate (GApplication *application)
{
  GenuApplication *self = GENU_APPLICATION (application);

  if (self->window == NULL)
    {
      load_pack (self);
      open_window (self);
    }
  else
    gtk_window_present (GTK_WINDOW (self->window));
}

static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_window_close (GTK_WINDOW (GENU_APPLICATION (user_data)->window));
}

static void
add_accelerators (GtkApplication *application)
{
  const char *quit[] = { "<Control>q", NULL };
  const char *fullscreen[] = { "F11", NULL };
  const char *home[] = { "<Alt>Home", NULL };
  const char *back[] = { "<Alt>Left", "Escape", NULL };

  gtk_application_set_accels_for_action (application, "app.quit", quit);
  gtk_application_set_accels_for_action (application, "win.fullscreen", fullscreen);
  gtk_application_set_accels_for_action (application, "win.home", home);
  gtk_application_set_accels_for_action (application, "win.back", back);
}

static void
genu_application_startup (GApplication *application)
{
  const GActionEntry entries[] = { { "quit", on_quit } };

  G_APPLICATION_CLASS (genu_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (GENU_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  add_accelerators (GTK_APPLICATION (application));
}

static void
genu_application_finalize (GObject *object)
{
  GenuApplication *self = GENU_APPLICATION (object);

  g_clear_pointer (&self->pack, genu_pack_free);
  G_OBJECT_CLASS (genu_application_parent_class)->finalize (object);
}

static void
genu_application_class_init (GenuApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = genu_application_finalize;
  application_class->startup = genu_application_startup;
  application_class->activate = genu_application_activate;
}

static void
genu_application_init (GenuApplication *self)
{
}

/**
 * genu_application_new:
 * @options: the command line; must outlive the application
 * @choice: the renderer that was chosen, for the journal
 *
 * Returns: (transfer full): the application
 */
GenuApplication *
genu_application_new (GenuOptions        *options,
                      GenuRendererChoice *choice)
{
  /* Not unique: a second `genu` opens its own window with its own pack, and no bus is needed. */
  GenuApplication *self = g_object_new (GENU_TYPE_APPLICATION, "application-id", GENU_APP_ID,
                                        "flags", G_APPLICATION_NON_UNIQUE, NULL);

  self->options = options;
  g_debug ("renderer: %s, because %s",
           choice->renderer == GENU_RENDERER_GPU ? "gpu" : "software", choice->reason);

  return self;
}
