/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-browse-window.h"

#include "genu-browser.h"
#include "genu-look.h"
#include "genu-window-settings.h"

struct _GenuBrowseWindow
{
  AdwApplicationWindow parent_instance;

  GenuBrowser *browser; /* child */
};

enum
{
  FIRST_PICTURE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuBrowseWindow, genu_browse_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_first_picture (GenuBrowseWindow *self)
{
  g_signal_emit (self, signals[FIRST_PICTURE], 0);
}

/* --- Actions, for the keys of the application --- */

static void
on_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GenuBrowseWindow *self = GENU_BROWSE_WINDOW (widget);

  if (!genu_browser_back (self->browser) && gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
on_home (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  genu_browser_go_home (GENU_BROWSE_WINDOW (widget)->browser);
}

static void
on_fullscreen (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* A full screen has no window to close; F11 and Escape lead out of it. */
static void
on_fullscreened (GenuBrowseWindow *self)
{
  genu_browser_set_window_buttons_shown (self->browser,
                                         !gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

/* --- Construction --- */

static void
genu_browse_window_show (GtkWidget *widget)
{
  genu_browser_start (GENU_BROWSE_WINDOW (widget)->browser);
  GTK_WIDGET_CLASS (genu_browse_window_parent_class)->show (widget);
}

static void
genu_browse_window_class_init (GenuBrowseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->show = genu_browse_window_show;
  signals[FIRST_PICTURE] = g_signal_new ("first-picture", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.home", NULL, on_home);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, on_fullscreen);
}

static void
genu_browse_window_init (GenuBrowseWindow *self)
{
}

/**
 * genu_browse_window_new:
 * @application: the application
 * @pack: (nullable): the pack; must outlive the window; %NULL shows a plain page that says so
 *
 * Returns: (transfer none): a window, owned by GTK
 */
GenuBrowseWindow *
genu_browse_window_new (GtkApplication *application,
                        const GenuPack *pack)
{
  GenuBrowseWindow *self = g_object_new (GENU_TYPE_BROWSE_WINDOW, "application", application,
                                         "default-width", 1280, "default-height", 800, NULL);
  g_autoptr(GenuLook) look = genu_look_new (gtk_widget_get_display (GTK_WIDGET (self)));

  genu_window_settings_keep (GTK_WINDOW (self), look);
  self->browser = genu_browser_new (pack, look);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->browser));
  g_object_bind_property (self->browser, "title", self, "title", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->browser, "first-picture", G_CALLBACK (on_first_picture), self);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreened), NULL);

  return self;
}

/**
 * genu_browse_window_open_topic:
 * @self: a window
 * @id: a topic's id; an unknown one stays on the page that is shown
 * @step: the step to begin with, 0-based
 * @still: whether it stands at its end, rather than plays
 */
void
genu_browse_window_open_topic (GenuBrowseWindow *self,
                               const char       *id,
                               guint             step,
                               gboolean          still)
{
  g_return_if_fail (GENU_IS_BROWSE_WINDOW (self));

  genu_browser_open_topic (self->browser, id, step, still);
}

void
genu_browse_window_set_side (GenuBrowseWindow *self,
                             GenuSide          side)
{
  g_return_if_fail (GENU_IS_BROWSE_WINDOW (self));

  genu_browser_set_side (self->browser, side);
}
