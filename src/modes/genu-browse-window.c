/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-browse-window.h"

#include "genu-window-browser.h"

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

/* For the keys of the application. */
static void
on_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  genu_window_go_back (GTK_WINDOW (widget));
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
  genu_window_install_actions (widget_class);
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

  self->browser = genu_window_new_browser (GTK_WINDOW (self), pack);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->browser));
  g_signal_connect_swapped (self->browser, "first-picture", G_CALLBACK (on_first_picture), self);

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
