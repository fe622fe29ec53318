/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GtkStack of GTK 4.8 keeps the pages that are not shown from being drawn, but goes on presenting
 * them to screen readers, which then read every page of the program one after the other. */

#include "config.h"

#include "genu-stack.h"

static void
update_hidden (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != shown,
                                 -1);
}

/**
 * genu_stack_present_visible_only:
 * @stack: a stack that has all its pages
 *
 * From now on a screen reader meets only the page that is shown.
 */
void
genu_stack_present_visible_only (GtkStack *stack)
{
  g_return_if_fail (GTK_IS_STACK (stack));

  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (update_hidden), NULL);
  update_hidden (stack);
}
