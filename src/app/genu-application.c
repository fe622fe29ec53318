/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The running program: loads the pack, opens the window of the mode, follows the settings. */

#include "config.h"

#include "genu-application.h"

#include <glib-unix.h>

#include "genu-browse-window.h"
#include "genu-consult-window.h"
#include "genu-kiosk-window.h"
#include "genu-pack-finder.h"
#include "genu-pack.h"
#include "genu-pin.h"
#include "genu-telephone.h"
#include "genu-watchdog.h"
#include "genu-window-settings.h"

struct _GenuApplication
{
  AdwApplication parent_instance;

  GenuOptions       *options; /* borrowed from main () */
  GenuPack          *pack;    /* owned; NULL when it could not be read */
  GtkWindow         *window;  /* of the mode; owned by GTK */
  int                status;  /* of the program, once it ends */
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
  g_autoptr(GSettings) settings = genu_window_settings_open ();
  g_autofree char *number = NULL;

  if (settings == NULL)
    return;

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
end_with (GenuApplication *self,
          int              status)
{
  self->status = status;
  g_application_quit (G_APPLICATION (self));
}

static void
on_first_picture (GenuApplication *self)
{
  genu_watchdog_start ();
  if (self->options->exit_after_startup)
    end_with (self, 0);
}

/* --- The window of the mode --- */

static void
open_browse (GenuApplication *self)
{
  GenuBrowseWindow *window = genu_browse_window_new (GTK_APPLICATION (self), self->pack);

  self->window = GTK_WINDOW (window);
  genu_browse_window_set_side (window, self->options->left ? GENU_SIDE_LEFT : GENU_SIDE_RIGHT);
  if (self->options->topic != NULL)
    genu_browse_window_open_topic (window, self->options->topic,
                                   (guint) MAX (self->options->step - 1, 0),
                                   self->options->step > 0);
  if (self->options->fullscreen)
    gtk_window_fullscreen (self->window);
}

static void
open_consult (GenuApplication *self)
{
  GenuConsultWindow *window = genu_consult_window_new (GTK_APPLICATION (self), self->pack);

  self->window = GTK_WINDOW (window);
  genu_consult_window_set_side (window, self->options->left ? GENU_SIDE_LEFT : GENU_SIDE_RIGHT);
  if (self->options->topic != NULL)
    genu_consult_window_open_topic (window, self->options->topic,
                                    (guint) MAX (self->options->step - 1, 0),
                                    self->options->step > 0);
  if (self->options->fullscreen)
    gtk_window_fullscreen (self->window);
}

static void
on_kiosk_finished (GenuKioskWindow *window,
                   int              status,
                   GenuApplication *self)
{
  end_with (self, status);
}

/* Where pages cannot be read, they may be mended at any time: then looking again helps. */
#define BROKEN_RESTART ((gint64) 600 * G_USEC_PER_SEC)

static void
open_kiosk (GenuApplication *self)
{
  g_autoptr(GSettings) settings = genu_window_settings_open ();
  g_autoptr(GenuLook) look = genu_look_new (gdk_display_get_default ());
  GenuKioskSettings kiosk;
  GenuKioskWindow *window;

  genu_kiosk_settings_read (&kiosk, settings);
  if (self->pack == NULL && kiosk.rules.restart != 0)
    kiosk.rules.restart = BROKEN_RESTART;
  genu_window_settings_apply (look);
  genu_look_set_kiosk (look, TRUE);
  window = genu_kiosk_window_new (GTK_APPLICATION (self), self->pack, look, &kiosk);
  self->window = GTK_WINDOW (window);
  genu_kiosk_window_set_side (window, self->options->left ? GENU_SIDE_LEFT : GENU_SIDE_RIGHT);
  g_signal_connect (window, "finished", G_CALLBACK (on_kiosk_finished), self);
}

static void
open_window (GenuApplication *self)
{
  if (self->options->mode == GENU_MODE_KIOSK)
    open_kiosk (self);
  else if (self->options->mode == GENU_MODE_CONSULT)
    open_consult (self);
  else
    open_browse (self);

  g_signal_connect_swapped (self->window, "first-picture", G_CALLBACK (on_first_picture), self);
  gtk_window_present (self->window);
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
    gtk_window_present (self->window);
}

/* --- Starting and ending --- */

static gboolean
on_terminate (gpointer user_data)
{
  end_with (user_data, 0);

  return G_SOURCE_CONTINUE;
}

static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_window_close (GENU_APPLICATION (user_data)->window);
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

/* Nothing that a visitor could press: the kiosk's window has its own few keys. */
static gboolean
has_accelerators (GenuApplication *self)
{
  return self->options->mode != GENU_MODE_KIOSK;
}

static void
genu_application_startup (GApplication *application)
{
  const GActionEntry entries[] = { { "quit", on_quit } };

  G_APPLICATION_CLASS (genu_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (GENU_APP_ID);
  g_unix_signal_add (SIGTERM, on_terminate, application);
  g_unix_signal_add (SIGINT, on_terminate, application);
  g_unix_signal_add (SIGHUP, on_terminate, application);
  if (!has_accelerators (GENU_APPLICATION (application)))
    return;

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  add_accelerators (GTK_APPLICATION (application));
}

static void
genu_application_shutdown (GApplication *application)
{
  genu_watchdog_stop ();
  G_APPLICATION_CLASS (genu_application_parent_class)->shutdown (application);
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
  application_class->shutdown = genu_application_shutdown;
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

/**
 * genu_application_run:
 * @self: the application
 *
 * Returns: the exit status of the program
 */
int
genu_application_run (GenuApplication *self)
{
  char *arguments[] = { (char *) "genu", NULL };
  int status = g_application_run (G_APPLICATION (self), 1, arguments);

  return status != 0 ? status : self->status;
}
