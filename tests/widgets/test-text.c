/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-text.h"
#include "widget-fixture.h"

static GtkWidget *
new_flow (guint n)
{
  GtkWidget *flow = genu_text_new_flow (3);

  for (guint i = 0; i < n; i++)
    genu_text_append_to_flow (flow, gtk_button_new_with_label ("A"));
  return flow;
}

/* Keys come as soon as a popover has the focus, which is before its first allocation. */
static void
test_keys_before_size (void)
{
  static const GtkMovementStep steps[] = { GTK_MOVEMENT_VISUAL_POSITIONS, GTK_MOVEMENT_BUFFER_ENDS,
                                           GTK_MOVEMENT_DISPLAY_LINES, GTK_MOVEMENT_PAGES };
  GtkWidget *flow = new_flow (5), *child;
  g_autoptr(GtkWindow) window = show (flow);

  child = GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (flow), 2));
  gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
  g_assert_cmpint (gtk_widget_get_width (flow), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (int count = -1; count <= 1; count += 2)
      {
        gboolean handled = TRUE;

        g_signal_emit_by_name (flow, "move-cursor", steps[i], count, FALSE, FALSE, &handled);
        g_assert_false (handled);
      }
  gtk_window_destroy (window);
}

/* What a flow holds is reached, though the flow itself has no cursor. */
static void
test_focus_goes_through (void)
{
  GtkWidget *flow = new_flow (3), *last = NULL;
  g_autoptr(GtkWindow) window = show (flow);
  guint n = 0;

  run_until (gtk_widget_get_width (flow) > 0);
  gtk_window_set_focus (window, NULL);
  while (n < 10 && gtk_widget_child_focus (flow, GTK_DIR_TAB_FORWARD))
    {
      GtkWidget *focus = gtk_window_get_focus (window);

      g_assert_true (GTK_IS_BUTTON (focus));
      g_assert_true (focus != last);
      last = focus;
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
  gtk_window_destroy (window);
}

/* The place of a link is where a word of that text lies, also in a text from right to left. */
static void
test_link (void)
{
  static const char *const texts[] = {
    "<b>Some &amp; more</b> <a href=\"term:x\">first</a> and <a href=\"term:y\">word</a> here",
    "\xd7\x90\xd7\x91 <a href=\"term:x\">\xd7\x92</a> <a href=\"term:y\">\xd7\x93\xd7\x94</a>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);
      g_autoptr(GtkWindow) window = NULL;
      graphene_rect_t first, second;

      gtk_label_set_markup (GTK_LABEL (label), texts[i]);
      window = show (label);
      run_until (gtk_widget_get_width (label) > 0);
      g_assert_false (genu_text_find_link (GTK_LABEL (label), "term:z", &first));
      g_assert_true (genu_text_find_link (GTK_LABEL (label), "term:x", &first));
      g_assert_true (genu_text_find_link (GTK_LABEL (label), "term:y", &second));
      g_assert_cmpfloat (first.size.width, >, 2);
      g_assert_cmpfloat (first.size.height, >, 2);
      g_assert_false (graphene_rect_intersection (&first, &second, NULL));
      g_assert_true ((first.origin.x < second.origin.x) == (i == 0));
      gtk_window_destroy (window);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/text/flow-keys-before-size", test_keys_before_size);
  g_test_add_func ("/text/flow-focus", test_focus_goes_through);
  g_test_add_func ("/text/link", test_link);

  return g_test_run ();
}
