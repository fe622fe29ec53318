/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-step-bar.h"
#include "widget-fixture.h"

typedef struct
{
  GtkWindow   *window;
  GenuStepBar *bar;
  GPtrArray   *buttons; /* in the order of names; borrowed */
} Fixture;

static const char *three_steps[] = { "A cell comes.", "It changes.", "It builds bone.", NULL };
static const char *one_step[] = { "A cell comes.", NULL };

enum { BACK, AGAIN, PLAY, STEPS, SMALLER, LARGER, NEXT, N_BUTTONS };

static void
collect_buttons (GtkWidget *widget,
                 GPtrArray *buttons)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    g_ptr_array_add (buttons, widget);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      collect_buttons (child, buttons);
}

static void
collect (Fixture *fixture)
{
  g_ptr_array_set_size (fixture->buttons, 0);
  collect_buttons (GTK_WIDGET (fixture->bar), fixture->buttons);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->bar = GENU_STEP_BAR (genu_step_bar_new ());
  fixture->buttons = g_ptr_array_new ();
  fixture->window = show (GTK_WIDGET (fixture->bar));
  genu_step_bar_set_steps (fixture->bar, three_steps);
  genu_step_bar_set_playing (fixture->bar, FALSE, TRUE);
  collect (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->window);
  g_ptr_array_unref (fixture->buttons);
}

static GtkWidget *
button (Fixture *fixture,
        guint    index)
{
  return g_ptr_array_index (fixture->buttons, index);
}

static void
assert_name (Fixture    *fixture,
             guint       index,
             const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button (fixture, index)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const names[N_BUTTONS] = {
    "Back: the step before", "Show this step again", "Play all steps",
    "Step 1 of 3: list all steps", "Smaller picture", "Larger picture", "Next: the step after",
  };

  g_assert_cmpuint (fixture->buttons->len, ==, N_BUTTONS);
  for (guint i = 0; i < N_BUTTONS; i++)
    assert_name (fixture, i, names[i]);

  genu_step_bar_set_playing (fixture->bar, TRUE, FALSE);
  assert_name (fixture, PLAY, "Pause");
  genu_step_bar_set_playing (fixture->bar, FALSE, FALSE);
  assert_name (fixture, PLAY, "Go on");
  genu_step_bar_set_step (fixture->bar, 2);
  assert_name (fixture, STEPS, "Step 3 of 3: list all steps");
  genu_step_bar_set_done (fixture->bar, TRUE);
  assert_name (fixture, NEXT, "Done: back to the start");
}

static void
test_ends (Fixture      *fixture,
           gconstpointer data)
{
  for (int back = FALSE; back <= TRUE; back++)
    for (int on = FALSE; on <= TRUE; on++)
      {
        genu_step_bar_set_ends (fixture->bar, back, on);
        g_assert_cmpint (gtk_widget_get_sensitive (button (fixture, BACK)), ==, back);
        g_assert_cmpint (gtk_widget_get_sensitive (button (fixture, NEXT)), ==, on);
      }
}

/* Collects widgets with a style class, hidden ones too. */
static void
collect_class (GtkWidget  *widget,
               const char *css_class,
               GPtrArray  *found)
{
  if (gtk_widget_has_css_class (widget, css_class))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_class (child, css_class, found);
}

static void
test_dots (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GPtrArray) dots = g_ptr_array_new ();

  collect_class (GTK_WIDGET (fixture->bar), "genu-dot", dots);
  g_assert_cmpuint (dots->len, ==, 3);
  for (guint step = 0; step < 3; step++)
    {
      genu_step_bar_set_step (fixture->bar, step);
      for (guint dot = 0; dot < 3; dot++)
        g_assert_cmpint (gtk_widget_has_css_class (g_ptr_array_index (dots, dot), "current"), ==,
                         dot == step);
    }
}

static void
on_step_chosen (GenuStepBar *bar,
                guint        step,
                guint       *out_step)
{
  *out_step = step;
}

static void
test_signals (Fixture      *fixture,
              gconstpointer data)
{
  static const struct { const char *signal; guint button; } rows[] = {
    { "back", BACK }, { "replay", AGAIN }, { "play-pause", PLAY }, { "smaller", SMALLER },
    { "larger", LARGER }, { "next", NEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint emitted;

      count_signal (fixture->bar, rows[i].signal, &emitted);
      g_signal_emit_by_name (button (fixture, rows[i].button), "clicked");
      g_assert_cmpuint (emitted, ==, 1);
      g_signal_handlers_disconnect_by_data (fixture->bar, &emitted);
    }
}

/* The list says every sentence, and leads to each step. */
static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  GtkMenuButton *steps = GTK_MENU_BUTTON (button (fixture, STEPS));
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  guint chosen = 99;

  g_signal_connect (fixture->bar, "step-chosen", G_CALLBACK (on_step_chosen), &chosen);
  gtk_menu_button_popup (steps);
  run_for (100);
  collect_class (GTK_WIDGET (gtk_menu_button_get_popover (steps)), "genu-row", rows);
  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < rows->len; i++)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (g_ptr_array_index (rows, i)),
                                         GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, three_steps[i]);
  g_signal_emit_by_name (g_ptr_array_index (rows, 2), "clicked");
  g_assert_cmpuint (chosen, ==, 2);
}

static void
test_one_step (Fixture      *fixture,
               gconstpointer data)
{
  genu_step_bar_set_steps (fixture->bar, one_step);
  collect (fixture);
  g_assert_cmpuint (fixture->buttons->len, ==, N_BUTTONS - 1); /* no list */
}

static void
test_plain (Fixture      *fixture,
            gconstpointer data)
{
  genu_step_bar_set_plain (fixture->bar, TRUE);
  collect (fixture);
  g_assert_cmpuint (fixture->buttons->len, ==, 2);
  assert_name (fixture, 0, "Back: the step before");
  assert_name (fixture, 1, "Next: the step after");

  genu_step_bar_set_plain (fixture->bar, FALSE);
  genu_step_bar_set_zoomable (fixture->bar, FALSE);
  collect (fixture);
  g_assert_cmpuint (fixture->buttons->len, ==, N_BUTTONS - 2);
}

static int
least_width (Fixture *fixture)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (fixture->bar), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  return least;
}

static gboolean
has_zoom (Fixture *fixture)
{
  return fixture->buttons->len == N_BUTTONS;
}

/* Whatever form the bar takes, it fits if anything can, and all its buttons stay; but those that
 * zoom go where nothing else helps. */
static void
test_forms (Fixture      *fixture,
            gconstpointer data)
{
  int widest, thinnest, with_zoom = 0;

  genu_step_bar_fit (fixture->bar, 5000);
  widest = least_width (fixture);
  genu_step_bar_fit (fixture->bar, 1);
  thinnest = least_width (fixture);
  g_assert_cmpint (thinnest, <, widest);
  for (int width = thinnest; width <= widest; width += 7)
    {
      genu_step_bar_fit (fixture->bar, width);
      g_assert_cmpint (least_width (fixture), <=, width);
      collect (fixture);
      g_assert_cmpuint (fixture->buttons->len, ==, with_zoom > 0 || has_zoom (fixture)
                                                   ? N_BUTTONS : N_BUTTONS - 2);
      if (with_zoom == 0 && has_zoom (fixture))
        with_zoom = width;
    }
  g_assert_cmpint (with_zoom, >, thinnest);
  g_assert_cmpint (with_zoom, <, (thinnest + widest) / 2);
}

static void
add_style (void)
{
  g_autoptr(GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/genu/Genu/style/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

#define ADD(name) \
  g_test_add ("/step-bar/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  add_style ();

  ADD (names);
  ADD (ends);
  ADD (dots);
  ADD (signals);
  ADD (list);
  ADD (one_step);
  ADD (plain);
  ADD (forms);

  return g_test_run ();
}
