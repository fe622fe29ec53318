/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-window-browser.h"

#include "genu-look.h"
#include "genu-window-settings.h"

#define BROWSER_KEY "genu-browser"

static GenuBrowser *
get_browser (GtkWindow *window)
{
  return GENU_BROWSER (g_object_get_data (G_OBJECT (window), BROWSER_KEY));
}

static void
on_home (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  genu_browser_go_home (get_browser (GTK_WINDOW (widget)));
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
on_fullscreened (GtkWindow *window)
{
  genu_browser_set_window_buttons_shown (get_browser (window), !gtk_window_is_fullscreen (window));
}

/**
 * genu_window_install_actions:
 * @widget_class: a class of windows that hold a browser
 *
 * Adds "win.home" and "win.fullscreen".
 */
void
genu_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.home", NULL, on_home);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, on_fullscreen);
}

/* To the page before; from the first one out of the full screen. */
void
genu_window_go_back (GtkWindow *window)
{
  if (!genu_browser_back (get_browser (window)) && gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
}

/**
 * genu_window_new_browser:
 * @window: a window that is not yet shown
 * @pack: (nullable): the pack; must outlive the browser; %NULL shows a plain page that says so
 *
 * The look is as it was kept, and is kept from now on.  The window takes the browser's title.
 *
 * Returns: (transfer floating): the browser, which has to become a child of the window
 */
GenuBrowser *
genu_window_new_browser (GtkWindow      *window,
                         const GenuPack *pack)
{
  g_autoptr(GenuLook) look = genu_look_new (gtk_widget_get_display (GTK_WIDGET (window)));
  GenuBrowser *browser;

  genu_window_settings_keep (window, look);
  browser = genu_browser_new (pack, look);
  g_object_set_data (G_OBJECT (window), BROWSER_KEY, browser);
  g_object_bind_property (browser, "title", window, "title", G_BINDING_SYNC_CREATE);
  g_signal_connect (window, "notify::fullscreened", G_CALLBACK (on_fullscreened), NULL);

  return browser;
}
