/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-window-size.h"

/**
 * genu_window_get_size:
 * @window: a window
 * @out_width: (out): in logical pixels, as the next; 0 before it has a size
 * @out_height: (out): same
 *
 * The size that is seen.  GTK gives a window that holds more than has room as much as what it holds
 * wants; who fitted to that would never be told that there is less.
 */
void
genu_window_get_size (GtkWidget *window,
                      int       *out_width,
                      int       *out_height)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  *out_width = gtk_widget_get_width (window);
  *out_height = gtk_widget_get_height (window);
  /* A surface without a size yet has one of 1 by 1. */
  if (surface != NULL && gdk_surface_get_width (surface) > 1)
    {
      *out_width = MIN (*out_width, gdk_surface_get_width (surface));
      *out_height = MIN (*out_height, gdk_surface_get_height (surface));
    }
}
