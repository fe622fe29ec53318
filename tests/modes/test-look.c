/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader chooses behind the "Aa" button reaches GTK and whoever listens. */

#include "config.h"

#include <adwaita.h>

#include "genu-look.h"

static void
on_changed (GenuLook *look,
            guint    *counter)
{
  (*counter)++;
}

static int
get_dpi (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi;
}

static void
test_size (void)
{
  g_autoptr(GenuLook) look = genu_look_new (gdk_display_get_default ());
  int normal = get_dpi ();
  guint changed = 0;

  g_signal_connect (look, "changed", G_CALLBACK (on_changed), &changed);
  g_assert_cmpuint (genu_look_get_size (look), ==, 0);
  g_assert_cmpfloat (genu_look_get_text_scale (look), ==, 1);

  genu_look_set_size (look, GENU_LOOK_N_SIZES - 1);
  g_assert_cmpfloat (genu_look_get_text_scale (look), ==, 2);
  g_assert_cmpint (ABS (get_dpi () - 2 * normal), <=, 1);
  g_assert_cmpuint (changed, ==, 1);

  genu_look_set_size (look, 0);
  g_assert_cmpint (get_dpi (), ==, normal);
}

static int
get_screen_width (void)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle box;

  gdk_monitor_get_geometry (monitor, &box);
  g_assert_cmpint (box.width % 8, ==, 0);
  return box.width;
}

/* Of the window, of the screen, of the kiosk: whichever is largest.  A window of its own size. */
static void
test_sizes_follow_the_screen (void)
{
  static const struct { int dots; gboolean kiosk; int target; double em; } rows[] = {
    /* dots a millimetre */
    { 2, FALSE, 32, 0 }, { 4, FALSE, 64, 4 * 3.9 }, { 8, FALSE, 128, 8 * 3.9 },
    { 4, TRUE, 64, 4 * 7.3 / 0.727 },
  };
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());
  int width = get_screen_width ();

  gtk_window_set_default_size (GTK_WINDOW (window), 640, 480);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (window) == 0)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GenuLook) look = genu_look_new (gdk_display_get_default ());

      genu_look_set_screen_width_mm (look, width / rows[i].dots);
      genu_look_set_kiosk (look, rows[i].kiosk);
      genu_look_fit (look, window);
      g_assert_cmpint (genu_look_get_target (look), ==, rows[i].target);
      g_assert_cmpfloat (genu_look_get_em (look), >=, rows[i].em - 0.01);
      if (rows[i].em > 15)
        g_assert_cmpfloat (genu_look_get_em (look), <=, rows[i].em + 0.01);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

/* The desktop's choice is followed, later too, until the reader chooses. */
static void
test_desktop (void)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gdk_display_get_default ());
  g_autoptr(GenuLook) look = genu_look_new (gdk_display_get_default ());

  g_assert_false (genu_look_get_theme_chosen (look));
  g_assert_cmpint (genu_look_get_theme (look), ==, GENU_THEME_LIGHT);
  genu_look_set_theme (look, GENU_THEME_HIGH_CONTRAST);
  g_assert_true (genu_look_get_theme_chosen (look));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpint (genu_look_get_theme (look), ==, GENU_THEME_HIGH_CONTRAST);

  genu_look_follow_desktop (look);
  g_assert_false (genu_look_get_theme_chosen (look));
  g_assert_cmpint (genu_look_get_theme (look), ==, GENU_THEME_LIGHT);
}

static void
test_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gdk_display_get_default ());
  g_autoptr(GenuLook) look = genu_look_new (gdk_display_get_default ());

  genu_look_set_theme (look, GENU_THEME_DARK);
  g_assert_true (adw_style_manager_get_dark (manager));
  genu_look_set_theme (look, GENU_THEME_HIGH_CONTRAST);
  g_assert_false (adw_style_manager_get_dark (manager));
  g_assert_cmpint (genu_look_get_theme (look), ==, GENU_THEME_HIGH_CONTRAST);
  genu_look_set_theme (look, GENU_THEME_LIGHT);
  g_assert_false (adw_style_manager_get_dark (manager));
}

static void
test_still (void)
{
  g_autoptr(GenuLook) look = genu_look_new (gdk_display_get_default ());
  gboolean motion;

  genu_look_set_still (look, TRUE);
  g_assert_true (genu_look_get_still (look));
  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &motion, NULL);
  g_assert_false (motion);
  genu_look_set_still (look, FALSE);
  g_assert_false (genu_look_get_still (look));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/look/size", test_size);
  g_test_add_func ("/look/sizes-follow-the-screen", test_sizes_follow_the_screen);
  g_test_add_func ("/look/desktop", test_desktop);
  g_test_add_func ("/look/theme", test_theme);
  g_test_add_func ("/look/still", test_still);

  return g_test_run ();
}
