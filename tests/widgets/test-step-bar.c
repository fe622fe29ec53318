/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-step-bar.h"
#include "widget-fixture.h"

typedef struct
{
  GtkWindow   *window;
  GenuStepBar *bar;
  GPtrArray   *buttons; /* in order: Back, Replay, the dots, Play, Next; borrowed */
} Fixture;

static void
collect_buttons (GtkWidget *widget,
                 GPtrArray *buttons)
{
  if (GTK_IS_BUTTON (widget))
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
  genu_step_bar_set_n_steps (fixture->bar, 3);
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
test_names (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const names[] = {
    "Back: the step before", "Show this step again", "Step 1 of 3", "Step 2 of 3", "Step 3 of 3",
    "Play all steps", "Next: the step after",
  };

  g_assert_cmpuint (fixture->buttons->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button (fixture, i)),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, names[i]);

  genu_step_bar_set_playing (fixture->bar, TRUE, FALSE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button (fixture, 5)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Pause");
  genu_step_bar_set_playing (fixture->bar, FALSE, FALSE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button (fixture, 5)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Go on");
}

static void
test_ends (Fixture      *fixture,
           gconstpointer data)
{
  for (guint step = 0; step < 3; step++)
    {
      genu_step_bar_set_step (fixture->bar, step);
      g_assert_cmpint (gtk_widget_get_sensitive (button (fixture, 0)), ==, step > 0);
      g_assert_cmpint (gtk_widget_get_sensitive (button (fixture, 6)), ==, step < 2);
      for (guint dot = 0; dot < 3; dot++)
        g_assert_cmpint (gtk_widget_has_css_class (button (fixture, 2 + dot), "current"), ==,
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
    { "back", 0 }, { "replay", 1 }, { "play-pause", 5 }, { "next", 6 },
  };
  guint chosen = 99;

  genu_step_bar_set_step (fixture->bar, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint emitted;

      count_signal (fixture->bar, rows[i].signal, &emitted);
      g_signal_emit_by_name (button (fixture, rows[i].button), "clicked");
      g_assert_cmpuint (emitted, ==, 1);
      g_signal_handlers_disconnect_by_data (fixture->bar, &emitted);
    }

  g_signal_connect (fixture->bar, "step-chosen", G_CALLBACK (on_step_chosen), &chosen);
  g_signal_emit_by_name (button (fixture, 4), "clicked");
  g_assert_cmpuint (chosen, ==, 2);
}

static void
test_one_step (Fixture      *fixture,
               gconstpointer data)
{
  genu_step_bar_set_n_steps (fixture->bar, 1);
  collect (fixture);
  g_assert_cmpuint (fixture->buttons->len, ==, 4); /* no dots */
  g_assert_false (gtk_widget_get_sensitive (button (fixture, 0)));
  g_assert_false (gtk_widget_get_sensitive (button (fixture, 3)));
}

/* Fingers of older people: nothing smaller than 44 pixels high. */
static void
test_targets (Fixture      *fixture,
              gconstpointer data)
{
  for (guint i = 0; i < fixture->buttons->len; i++)
    {
      int least;

      if (gtk_widget_has_css_class (button (fixture, i), "genu-dot"))
        continue; /* Back and Next do the same */
      gtk_widget_measure (button (fixture, i), GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL,
                          NULL);
      g_assert_cmpint (least, >=, 44);
    }
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
  ADD (signals);
  ADD (one_step);
  ADD (targets);

  return g_test_run ();
}
