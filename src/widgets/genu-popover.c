/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Popovers that never reach beyond their window: what has no room in them scrolls. */

#include "config.h"

#include "genu-popover.h"

/* Of the window, at most. */
#define WIDTH_SHARE 0.86
#define HEIGHT_SHARE 0.68

/**
 * genu_popover_new:
 * @child: (nullable): what it shows
 *
 * Returns: (transfer floating): a popover; genu_popover_fit() comes before it is shown
 */
GtkWidget *
genu_popover_new (GtkWidget *child)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  /* Without a compositor what is transparent around the arrow would be black. */
  gtk_popover_set_has_arrow (GTK_POPOVER (popover),
                             gdk_display_is_composited (gtk_widget_get_display (popover)));

  return popover;
}

/**
 * genu_popover_set_content:
 * @self: a popover of genu_popover_new()
 * @child: what it shows from now on; genu_popover_fit() comes before it is shown
 */
void
genu_popover_set_content (GtkPopover *self,
                          GtkWidget  *child)
{
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (gtk_popover_get_child (self)), child);
}

/**
 * genu_popover_fit:
 * @self: a popover of genu_popover_new() that has a parent
 * @window: the window it belongs to
 *
 * Makes it as large as what it shows, within the window.
 */
void
genu_popover_fit (GtkPopover *self,
                  GtkWidget  *window)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_popover_get_child (self));
  GtkWidget *child = gtk_scrolled_window_get_child (scroller);
  int most_width = (int) (gtk_widget_get_width (window) * WIDTH_SHARE);
  int most_height = (int) (gtk_widget_get_height (window) * HEIGHT_SHARE);
  int least, width, height;

  gtk_widget_set_size_request (child, -1, -1);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &width, NULL, NULL);
  width = MAX (least, MIN (width, most_width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (child, width, -1);
  gtk_scrolled_window_set_max_content_height (scroller, -1);
  gtk_scrolled_window_set_min_content_height (scroller, MIN (height, most_height));
  gtk_scrolled_window_set_max_content_height (scroller, MIN (height, most_height));
}
