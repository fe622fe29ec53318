/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-text.h"
#include "genu-width-first.h"
#include "widget-fixture.h"

#define WORDS \
  "Words that take a line of their own where there is room, and a few where there is none"

static int
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* A label tries many widths for an answer; what holds it does not ask. */
static void
test_width_ignores_height (void)
{
  GtkWidget *bare = genu_text_new_plain (WORDS, NULL);
  GtkWidget *held = genu_width_first_new (genu_text_new_plain (WORDS, NULL));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr(GtkWindow) window = NULL;
  int width, line;

  gtk_box_append (GTK_BOX (box), bare);
  gtk_box_append (GTK_BOX (box), held);
  window = show (box);

  width = measure (bare, GTK_ORIENTATION_HORIZONTAL, -1);
  line = measure (bare, GTK_ORIENTATION_VERTICAL, width);
  g_assert_cmpint (measure (bare, GTK_ORIENTATION_HORIZONTAL, 4 * line), <, width);
  g_assert_cmpint (measure (held, GTK_ORIENTATION_HORIZONTAL, 4 * line), ==, width);
  g_assert_cmpint (measure (held, GTK_ORIENTATION_HORIZONTAL, -1), ==, width);
  for (int share = 1; share <= 5; share++)
    g_assert_cmpint (measure (held, GTK_ORIENTATION_VERTICAL, width / share), ==,
                     measure (bare, GTK_ORIENTATION_VERTICAL, width / share));
  gtk_window_destroy (window);
}

static void
test_takes_over_alignment (void)
{
  GtkWidget *label = genu_text_new_plain (WORDS, NULL), *held;
  g_autoptr(GtkWindow) window = NULL;

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (label, TRUE);
  held = genu_width_first_new (label);
  g_assert_cmpint (gtk_widget_get_valign (held), ==, GTK_ALIGN_CENTER);
  g_assert_cmpint (gtk_widget_get_valign (label), ==, GTK_ALIGN_FILL);
  g_assert_true (gtk_widget_compute_expand (held, GTK_ORIENTATION_HORIZONTAL));

  window = show (held);
  run_until (gtk_widget_get_width (label) > 0);
  g_assert_cmpint (gtk_widget_get_width (label), ==, gtk_widget_get_width (held));
  g_assert_cmpint (gtk_widget_get_height (label), ==, gtk_widget_get_height (held));
  g_assert_cmpint (gtk_widget_get_height (held), <, 360);
  gtk_window_destroy (window);
}

/* What is not shown takes no room. */
static void
test_hidden (void)
{
  GtkWidget *label = genu_text_new_plain (WORDS, NULL);
  GtkWidget *held = genu_width_first_new (label);
  g_autoptr(GtkWindow) window = show (held);

  gtk_widget_set_visible (label, FALSE);
  g_assert_cmpint (measure (held, GTK_ORIENTATION_VERTICAL, 100), ==, 0);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/width-first/width-ignores-height", test_width_ignores_height);
  g_test_add_func ("/width-first/takes-over-alignment", test_takes_over_alignment);
  g_test_add_func ("/width-first/hidden", test_hidden);

  return g_test_run ();
}
