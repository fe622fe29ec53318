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
  int normal = get_dpi () > 0 ? get_dpi () : 96 * 1024;
  g_autoptr(GenuLook) look = genu_look_new (gdk_display_get_default ());
  guint changed = 0;

  g_signal_connect (look, "changed", G_CALLBACK (on_changed), &changed);
  g_assert_cmpuint (genu_look_get_size (look), ==, 0);
  g_assert_cmpfloat (genu_look_get_text_scale (look), ==, 1);

  genu_look_set_size (look, GENU_LOOK_N_SIZES - 1);
  g_assert_cmpfloat (genu_look_get_text_scale (look), ==, 2);
  g_assert_cmpint (get_dpi (), ==, 2 * normal);
  g_assert_cmpuint (changed, ==, 1);

  genu_look_set_size (look, 0);
  g_assert_cmpint (get_dpi (), ==, normal);
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
  g_test_add_func ("/look/theme", test_theme);
  g_test_add_func ("/look/still", test_still);

  return g_test_run ();
}
