/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers: what is one, where it ends, and how it is written, in any locale. */

#include "config.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "genu-limits.h"
#include "genu-number.h"
#include "../test-cases.h"

static const struct { const char *name, *text; double number; gboolean valid; } parse_cases[] = {
  { "integer",         "12",       12,      TRUE },
  { "sign",            "-3",       -3,      TRUE },
  { "plus",            "+3",       3,       TRUE },
  { "fraction",        "0.25",     0.25,    TRUE },
  { "no-whole",        ".5",       0.5,     TRUE },
  { "no-whole-sign",   "-.5",      -0.5,    TRUE },
  { "exponent",        "1e3",      1000,    TRUE },
  { "exponent-sign",   "25E-1",    2.5,     TRUE },
  { "space",           " \t7\r\n", 7,       TRUE },
  { "leading-zeros",   "007",      7,       TRUE },
  { "underflow",       "1e-400",   0,       TRUE },
  { "float-max",       "3.4e38",   3.4e38,  TRUE },
  { "empty",           "",         0,       FALSE },
  { "only-sign",       "-",        0,       FALSE },
  { "two-signs",       "--1",      0,       FALSE },
  { "only-dot",        ".",        0,       FALSE },
  { "dot-at-end",      "1.",       0,       FALSE },
  { "two-dots",        "1.2.3",    0,       FALSE },
  { "hexadecimal",     "0x10",     0,       FALSE },
  { "infinity",        "inf",      0,       FALSE },
  { "nan",             "nan",      0,       FALSE },
  { "nan-upper",       "NAN(1)",   0,       FALSE },
  { "overflow",        "1e400",    0,       FALSE },
  { "beyond-float",    "1e39",     0,       FALSE },
  { "open-exponent",   "1e",       0,       FALSE },
  { "open-exponent-2", "1e+",      0,       FALSE },
  { "comma",           "1,5",      0,       FALSE },
  { "trailing",        "1 2",      0,       FALSE },
  { "vertical-tab",    "\v1",      0,       FALSE },
};

static void
test_parse (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  double number = -1;

  g_assert_cmpint (genu_number_parse (parse_cases[i].text, &number), ==, parse_cases[i].valid);
  g_assert_cmpfloat (number, ==, parse_cases[i].valid ? parse_cases[i].number : -1);
}

static const struct { const char *name, *text; const char *rest; } scan_cases[] = {
  { "unit-em",     "2em",     "em" },
  { "unit-ex",     "2ex",     "ex" },
  { "unit-upper",  "2EM",     "EM" },
  { "joined-sign", "1-2",     "-2" },
  { "joined-dot",  "1.5.5",   ".5" },
  { "percent",     "50%",     "%" },
};

static void
test_scan (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const char *cursor = scan_cases[i].text;
  double number;

  g_assert_true (genu_number_scan (&cursor, &number));
  g_assert_cmpstr (cursor, ==, scan_cases[i].rest);
}

static const struct { const char *name; double number; const char *text; } print_cases[] = {
  { "zero",          0,            "0" },
  { "minus-zero",    -0.0,         "0" },
  { "whole",         100,          "100" },
  { "million",       1234567,      "1234567" },
  { "third",         1.0 / 3,      "0.333333" },
  { "negative",      -2.5,         "-2.5" },
  { "sum",           0.1 + 0.2,    "0.3" },
  { "six-decimals",  1234.5678901, "1234.56789" },
  { "small",         1.23456789e-5, "0.0000123457" },
  { "tiny",          1e-13,        "0" },
  { "minus-tiny",    -1e-13,       "0" },
  { "not-quite-one", 0.9999999999, "1" },
  { "large",         1e20,         "100000000000000000000" },
  { "nan",           NAN,          "0" },
  { "infinity",      INFINITY,     "0" },
};

static void
test_print (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GString) string = g_string_new (NULL);

  genu_number_append (string, print_cases[i].number);
  g_assert_cmpstr (string->str, ==, print_cases[i].text);
}

static void
test_print_largest (void)
{
  g_autoptr(GString) string = g_string_new (NULL);
  double number;

  genu_number_append (string, DBL_MAX);
  g_assert_true (genu_number_parse (string->str, &number));
  g_assert_cmpfloat (number, ==, (double) FLT_MAX);
}

static const struct { const char *name, *text; int n; } list_cases[] = {
  { "empty",          "",            0 },
  { "space",          "  ",          0 },
  { "spaces",         "1 2  3",      3 },
  { "commas",         "1,2 , 3",     3 },
  { "joined",         "1-2.5.5",     3 },
  { "trailing-comma", "1,2,",        -1 },
  { "two-commas",     "1,,2",        -1 },
  { "leading-comma",  ",1",          -1 },
  { "word",           "1 two",       -1 },
  { "semicolon",      "1;2",         -1 },
};

static void
test_list (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GArray) list = genu_number_parse_list (list_cases[i].text);

  g_assert_cmpint (list != NULL ? (int) list->len : -1, ==, list_cases[i].n);
}

/* Millions of digits, and a list one longer than the limit. */
static void
test_limits (void)
{
  g_autofree char *digits = g_strnfill (4 * 1024 * 1024, '9');
  g_autofree char *zeros = g_strnfill (4 * 1024 * 1024, '0');
  g_autoptr(GString) list = g_string_new (NULL);
  g_autoptr(GArray) numbers = NULL;
  double number;

  g_assert_false (genu_number_parse (digits, &number));
  g_assert_true (genu_number_parse (zeros, &number));

  for (guint i = 0; i < GENU_LIMIT_LIST; i++)
    g_string_append (list, "1 ");
  numbers = genu_number_parse_list (list->str);
  g_assert_nonnull (numbers);
  g_assert_cmpuint (numbers->len, ==, GENU_LIMIT_LIST);
  g_string_append (list, "1");
  g_assert_null (genu_number_parse_list (list->str));
}

/* With a decimal comma nothing changes.  Skipped where no such locale is installed. */
static void
test_locale (void)
{
  g_autoptr(GString) string = g_string_new (NULL);
  double number;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL
      && setlocale (LC_NUMERIC, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("no locale with a decimal comma");
      return;
    }
  g_assert_true (genu_number_parse ("1.5", &number));
  g_assert_cmpfloat (number, ==, 1.5);
  genu_number_append (string, 1.5);
  g_assert_cmpstr (string->str, ==, "1.5");
  setlocale (LC_NUMERIC, "C");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (parse_cases, "/svg/number/parse/", test_parse);
  ADD_CASES (scan_cases, "/svg/number/scan/", test_scan);
  ADD_CASES (print_cases, "/svg/number/print/", test_print);
  ADD_CASES (list_cases, "/svg/number/list/", test_list);
  g_test_add_func ("/svg/number/print-largest", test_print_largest);
  g_test_add_func ("/svg/number/limits", test_limits);
  g_test_add_func ("/svg/number/locale", test_locale);

  return g_test_run ();
}
