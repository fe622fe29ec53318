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
test_modes (void)
{
  static const struct
  {
    const char *line;
    GenuMode    mode;
  } modes[] = { { "genu --mode=browse", GENU_MODE_BROWSE },
                { "genu --mode=consult", GENU_MODE_CONSULT },
                { "genu --mode=kiosk", GENU_MODE_KIOSK } };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      GenuOptions options;

      g_assert_true (parse (modes[i].line, &options, NULL));
      g_assert_cmpint (options.mode, ==, modes[i].mode);
      genu_options_clear (&options);
    }
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
  g_test_add_func ("/options/modes", test_modes);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/options/bad/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, bad[i], test_bad);
    }

  return g_test_run ();
}
