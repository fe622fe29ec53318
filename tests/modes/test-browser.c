/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The browser that windows of all modes hold: what it builds when, and that a reset leaves no trace
 * of a reader. */

#include "config.h"

#include <stdio.h>
#include <unistd.h>

#include "../widgets/widget-fixture.h"
#include "genu-browser.h"

typedef struct
{
  GenuPack    *pack;
  GenuLook    *look;
  GenuBrowser *browser;
  GtkWindow   *window;
  guint        n_pictures;
} Fixture;

static const char *
first_topic (Fixture *fixture)
{
  return ((GenuTopic *) g_ptr_array_index (fixture->pack->topics, 0))->id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->pack = load_pack ();
  fixture->look = genu_look_new (gdk_display_get_default ());
  fixture->browser = genu_browser_new (fixture->pack, fixture->look);
  count_signal (fixture->browser, "first-picture", &fixture->n_pictures);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    {
      gtk_window_destroy (fixture->window);
      g_object_unref (fixture->window);
    }
  else
    g_object_unref (g_object_ref_sink (fixture->browser));
  run_for (50);
  g_object_unref (fixture->look);
  genu_pack_free (fixture->pack);
}

static void
show_browser (Fixture *fixture)
{
  genu_browser_start (fixture->browser);
  fixture->window = show (GTK_WIDGET (fixture->browser));
  run_until (fixture->n_pictures > 0);
}

/* Every widget below, to see what was built. */
static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);

  return n;
}

static void
test_builds_only_what_is_shown (Fixture       *fixture,
                                gconstpointer  data)
{
  guint bare = count_widgets (GTK_WIDGET (fixture->browser)), with_topic;

  g_assert_true (genu_browser_open_topic (fixture->browser, first_topic (fixture), 0, TRUE));
  with_topic = count_widgets (GTK_WIDGET (fixture->browser));
  g_assert_cmpuint (with_topic, >, bare);
  show_browser (fixture);
  g_assert_cmpstr (genu_browser_get_page (fixture->browser), ==, GENU_PAGE_TOPIC);

  /* Then the rest, while nobody waits for it. */
  run_until (count_widgets (GTK_WIDGET (fixture->browser)) > with_topic + 20);
  g_assert_cmpuint (fixture->n_pictures, ==, 1);
}

static void
test_goes_about (Fixture       *fixture,
                 gconstpointer  data)
{
  show_browser (fixture);
  g_assert_cmpstr (genu_browser_get_page (fixture->browser), ==, GENU_PAGE_HOME);
  g_assert_null (genu_browser_get_topic (fixture->browser));
  g_assert_false (genu_browser_back (fixture->browser));

  g_assert_true (genu_browser_open_topic (fixture->browser, first_topic (fixture), 0, TRUE));
  g_assert_nonnull (genu_browser_get_topic (fixture->browser));
  genu_browser_open_page (fixture->browser, GENU_PAGE_GLOSSARY);
  genu_browser_open_page (fixture->browser, "no such page");
  g_assert_cmpstr (genu_browser_get_page (fixture->browser), ==, GENU_PAGE_GLOSSARY);
  g_assert_true (genu_browser_back (fixture->browser));
  g_assert_cmpstr (genu_browser_get_page (fixture->browser), ==, GENU_PAGE_TOPIC);
  genu_browser_go_home (fixture->browser);
  g_assert_cmpstr (genu_browser_get_page (fixture->browser), ==, GENU_PAGE_HOME);
}

/* What a reader does to everything that can be changed. */
static void
leave_traces (Fixture *fixture)
{
  genu_browser_open_topic (fixture->browser, first_topic (fixture), 1, FALSE);
  run_for (30);
  genu_diagram_view_set_zoom (genu_topic_page_get_view (
                                genu_browser_get_topic_page (fixture->browser)), 2);
  genu_look_set_size (fixture->look, GENU_LOOK_N_SIZES - 1);
  genu_look_set_theme (fixture->look, GENU_THEME_HIGH_CONTRAST);
  genu_look_set_still (fixture->look, TRUE);
  genu_browser_set_side (fixture->browser, GENU_SIDE_LEFT);
  genu_browser_open_page (fixture->browser, GENU_PAGE_SOURCES);
  run_for (30);
}

static void
assert_as_at_the_start (Fixture *fixture)
{
  GenuDiagramView *view;

  g_assert_cmpstr (genu_browser_get_page (fixture->browser), ==, GENU_PAGE_HOME);
  g_assert_false (genu_browser_back (fixture->browser));
  g_assert_cmpuint (genu_look_get_size (fixture->look), ==, 0);
  g_assert_cmpint (genu_look_get_theme (fixture->look), ==, GENU_THEME_LIGHT);
  g_assert_false (genu_look_get_still (fixture->look));
  g_assert_cmpint (genu_browser_get_side (fixture->browser), ==, GENU_SIDE_RIGHT);
  g_assert_false (genu_browser_get_playing (fixture->browser));
  view = genu_topic_page_get_view (genu_browser_get_topic_page (fixture->browser));
  g_assert_cmpuint (genu_diagram_view_get_n_steps (view), ==, 0);
  g_assert_cmpfloat (genu_diagram_view_get_zoom (view), ==, 1);
}

static glong
resident_pages (void)
{
  g_autofree char *text = NULL;
  glong pages = 0;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%*d %ld", &pages), ==, 1);
  return pages;
}

/* Thirty visitors, and the thirtieth meets what the first one met; nor does memory grow. */
static void
test_reset (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_resets;
  glong early = 0, late;

  show_browser (fixture);
  count_signal (fixture->browser, "was-reset", &n_resets);
  for (guint i = 0; i < 30; i++)
    {
      gint64 began;

      leave_traces (fixture);
      began = g_get_monotonic_time ();
      genu_browser_reset (fixture->browser);
      g_assert_cmpint (g_get_monotonic_time () - began, <, 3 * (gint64) G_USEC_PER_SEC);
      g_assert_cmpuint (n_resets, ==, i + 1);
      assert_as_at_the_start (fixture);
      run_for (100);
      if (i == 9)
        early = resident_pages ();
    }

  late = resident_pages ();
  g_test_message ("resident: %ld KiB after 10 visits, %ld after 30",
                  early * sysconf (_SC_PAGESIZE) / 1024, late * sysconf (_SC_PAGESIZE) / 1024);
  g_assert_cmpint (late - early, <, 20 * 1024 * 1024 / sysconf (_SC_PAGESIZE));
}

static void
test_reset_with_popover (Fixture       *fixture,
                         gconstpointer  data)
{
  show_browser (fixture);
  genu_browser_open_topic (fixture->browser, first_topic (fixture), 0, TRUE);
  run_for (50);
  g_signal_emit_by_name (genu_browser_get_topic_page (fixture->browser), "link", "term:bone",
                         genu_browser_get_topic_page (fixture->browser));
  run_for (50);
  genu_browser_reset (fixture->browser);
  run_for (50);
  assert_as_at_the_start (fixture);
}

static void
assert_narrow (GtkWidget *browser)
{
  g_assert_true (gtk_widget_has_css_class (browser, "narrow"));
}

/* A page whose least width is more than the window's gets it nevertheless: that is not room. */
static void
test_room_is_the_windows (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *browser = GTK_WIDGET (fixture->browser);

  genu_look_set_size (fixture->look, GENU_LOOK_N_SIZES - 1);
  show_browser (fixture);
  run_for (50);
  assert_narrow (browser);

  g_signal_connect (browser, "notify::css-classes", G_CALLBACK (assert_narrow), NULL);
  gtk_widget_allocate (browser, 3000, 2000, -1, NULL);
  run_for (50);
  assert_narrow (browser);
}

static void
test_without_pack (void)
{
  g_autoptr(GenuLook) look = genu_look_new (gdk_display_get_default ());
  GenuBrowser *browser = genu_browser_new (NULL, look);
  guint n_pictures;
  GtkWindow *window;

  count_signal (browser, "first-picture", &n_pictures);
  genu_browser_start (browser);
  window = show (GTK_WIDGET (browser));
  run_until (n_pictures == 1);
  genu_browser_open_page (browser, GENU_PAGE_GLOSSARY);
  g_assert_cmpstr (genu_browser_get_page (browser), ==, GENU_PAGE_HOME);
  genu_browser_reset (browser);
  gtk_window_destroy (window);
  g_object_unref (window);
}

#define CASE(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  CASE ("/browser/builds-only-what-is-shown", test_builds_only_what_is_shown);
  CASE ("/browser/goes-about", test_goes_about);
  CASE ("/browser/reset", test_reset);
  CASE ("/browser/reset-with-popover", test_reset_with_popover);
  CASE ("/browser/room-is-the-windows", test_room_is_the_windows);
  g_test_add_func ("/browser/without-pack", test_without_pack);

  return g_test_run ();
}
