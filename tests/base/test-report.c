/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-report.h"

static GenuReport *
make_report (void)
{
  GenuReport *report = genu_report_new ();

  genu_report_add (report, GENU_SEVERITY_ERROR, "b.xml", 2, "rule-a", "no %s here", "step");
  genu_report_add (report, GENU_SEVERITY_WARNING, "a.xml", 7, "rule-b", "ends in a newline\n");
  genu_report_add (report, GENU_SEVERITY_ERROR, "a.xml", 3, "rule-c", "100%%");

  return report;
}

static void
test_counts (void)
{
  g_autoptr(GenuReport) report = make_report ();

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 3);
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 2);
  g_assert_true (genu_report_has_rule (report, "rule-b"));
  g_assert_false (genu_report_has_rule (report, "rule"));
}

static void
test_text (void)
{
  g_autoptr(GenuReport) report = make_report ();
  g_autofree char *text = NULL;

  genu_report_sort (report);
  text = genu_report_to_string (report);
  g_assert_cmpstr (text, ==,
                   "a.xml:3: error: 100% [rule-c]\n"
                   "a.xml:7: warning: ends in a newline [rule-b]\n"
                   "b.xml:2: error: no step here [rule-a]\n");
}

static void
test_empty (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *text = genu_report_to_string (report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_cmpstr (text, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/counts", test_counts);
  g_test_add_func ("/report/text", test_text);
  g_test_add_func ("/report/empty", test_empty);

  return g_test_run ();
}
