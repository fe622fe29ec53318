/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-options.h"

#include <string.h>

static gboolean
parse (const char  *line,
       GenuOptions *options,
       GError     **error)
{
  g_auto(GStrv) argv = g_strsplit (line, " ", -1);

  return genu_options_parse (options, (int) g_strv_length (argv), argv, error);
}

static void
test_all (void)
{
  g_autoptr(GError) error = NULL;
  GenuOptions options;

  g_assert_true (parse ("genu --mode=kiosk --pack=/p --lang=de --topic=pain --step=3 --side=left "
                        "--fullscreen --exit-after-startup", &options, &error));
  g_assert_no_error (error);
  g_assert_cmpint (options.mode, ==, GENU_MODE_KIOSK);
  g_assert_cmpstr (options.pack, ==, "/p");
  g_assert_cmpstr (options.lang, ==, "de");
  g_assert_cmpstr (options.topic, ==, "pain");
  g_assert_cmpint (options.step, ==, 3);
  g_assert_true (options.left && options.fullscreen && options.exit_after_startup);
  g_assert_false (options.version);
  genu_options_clear (&options);
}

static void
test_defaults (void)
{
  GenuOptions options;

  g_assert_true (parse ("genu", &options, NULL));
  g_assert_cmpint (options.mode, ==, GENU_MODE_BROWSE);
  g_assert_null (options.pack);
  g_assert_null (options.topic);
  g_assert_cmpint (options.step, ==, 0);
  g_assert_false (options.left);
  genu_options_clear (&options);
}

static void
test_bad (gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GenuOptions options;

  g_assert_false (parse (data, &options, &error));
  g_assert_nonnull (error);
  genu_options_clear (&options);
}

static void
test_modes_to_come (void)
{
  static const char *const lines[] = { "genu --mode=kiosk", "genu --mode=consult" };
  g_autoptr(GError) none = NULL;
  GenuOptions options;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (parse (lines[i], &options, NULL));
      g_assert_false (genu_options_can_run (&options, &error));
      g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, lines[i] + strlen ("genu ")));
      genu_options_clear (&options);
    }

  g_assert_true (parse ("genu --mode=browse", &options, NULL));
  g_assert_true (genu_options_can_run (&options, &none));
  g_assert_no_error (none);
  genu_options_clear (&options);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const bad[] = { "genu --mode=fast", "genu --side=up", "genu --step=x",
                                     "genu --step=-1", "genu stray", "genu --unknown" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/options/all", test_all);
  g_test_add_func ("/options/defaults", test_defaults);
  g_test_add_func ("/options/modes-to-come", test_modes_to_come);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/options/bad/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, bad[i], test_bad);
    }

  return g_test_run ();
}
