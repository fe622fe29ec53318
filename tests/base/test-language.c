/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-language.h"
#include "../test-cases.h"

static const struct
{
  const char *name, *available, *wanted, *picked; /* lists with spaces between */
} cases[] = {
  { "equal", "de fr", "fr", "fr" },
  { "case", "de pt-BR", "PT-br", "pt-BR" },
  { "shorter", "de pt", "pt-BR", "pt" },
  { "two-steps", "de zh", "zh-Hant-TW", "zh" },
  { "one-step", "de zh zh-Hant", "zh-Hant-TW", "zh-Hant" },
  { "english", "de en", "pt-BR", "en" },
  { "first", "de fr", "pt-BR", "de" },
  { "regional", "de pt-BR en", "pt", "pt-BR" },
  { "other-region", "de pt-PT en", "pt-BR", "en" },
  { "not-a-prefix", "por en", "pt", "en" },
  { "longer-word", "pt en", "por", "en" },
  { "posix", "en pt-BR", "pt_BR.UTF-8", "pt-BR" },
  { "modifier", "en de", "de_DE@euro", "de" },
  { "second-wish", "de fr", "it fr", "fr" },
  { "first-wish", "de fr", "fr de", "fr" },
  { "c-locale", "de en", "C", "en" },
  { "empty-wish", "de en", "", "en" },
  { "available-posix", "pt_BR en", "pt-BR", "pt_BR" },
  { "nothing", "", "de", NULL },
};

static char **
split (const char *list)
{
  return g_strsplit (list, " ", *list == '\0' ? 0 : -1);
}

static void
test_pick (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_auto(GStrv) available = split (cases[i].available);
  g_auto(GStrv) wanted = split (cases[i].wanted);

  g_assert_cmpstr (genu_language_pick ((const char *const *) available,
                                       (const char *const *) wanted), ==, cases[i].picked);
}

static void
test_no_wish (void)
{
  const char *const available[] = { "fr", "en", NULL };

  g_assert_cmpstr (genu_language_pick (available, NULL), ==, "en");
}

static void
test_normalize (void)
{
  g_autofree char *locale = genu_language_normalize ("sr_RS.UTF-8@latin");
  g_autofree char *tag = genu_language_normalize ("zh-Hant-TW");

  g_assert_cmpstr (locale, ==, "sr-rs");
  g_assert_cmpstr (tag, ==, "zh-hant-tw");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (cases, "/language/pick/", test_pick);
  g_test_add_func ("/language/no-wish", test_no_wish);
  g_test_add_func ("/language/normalize", test_normalize);

  return g_test_run ();
}
