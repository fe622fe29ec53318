/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A step's chart becomes the model: every field, and the limits that it must not cross.  What is
 * wrong with a number is tested in test-check.c, rule by rule. */

#include "config.h"

#include "genu-chart-parser.h"
#include "genu-limits.h"
#include "genu-topic-parser.h"

#include <glib/gstdio.h>
#include <string.h>

#define OPEN "<chart xmlns='urn:genu:topic:1' kind="
#define ONE "<number value='1' at='1' range='unknown' cite='x'>N</number>"

static GenuChart *
parse (const char *text,
       GenuReport *report)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_bytes (bytes, "t.xml", report);

  g_assert_nonnull (document);
  return genu_chart_parse (xmlDocGetRootElement (document), "t.xml", report);
}

static const GenuChartNumber *
nth (const GenuChart *chart,
     guint            index)
{
  g_assert_cmpuint (index, <, chart->numbers->len);
  return g_ptr_array_index (chart->numbers, index);
}

static void
test_people (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuChart) chart = parse (
    OPEN "'people'>\n<caption> After\n the shot </caption>\n"
    "<number value='25' low='15' high='36' cite='a  b'> had pain </number></chart>", report);
  const GenuChartNumber *number = nth (chart, 0);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_cmpint (chart->kind, ==, GENU_CHART_KIND_PEOPLE);
  g_assert_cmpfloat (chart->of, ==, 100);
  g_assert_cmpstr (chart->caption, ==, "After the shot");
  g_assert_cmpint (chart->line, ==, 1);
  g_assert_cmpstr (number->text, ==, "had pain");
  g_assert_cmpfloat (number->value, ==, 25);
  g_assert_true (number->has_range);
  g_assert_cmpfloat (number->low, ==, 15);
  g_assert_cmpfloat (number->high, ==, 36);
  g_assert_cmpuint (g_strv_length (number->cites), ==, 2);
  g_assert_cmpstr (number->cites[1], ==, "b");
  g_assert_cmpint (number->after, ==, -1);
  g_assert_cmpint (number->line, ==, 4);
}

static void
test_points (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuChart) chart = parse (
    OPEN "'points' of='10'><caption>C</caption>"
    "<number id='fake' value='1.3' low='0.5' high='2.2' cite='a'>Fake</number>"
    "<number id='real' after='fake' value='0.7' low='-0.2' high='1.2' cite='a'>Real</number>"
    "<number after='real' value='8' range='unknown' cite='a'>More</number>"
    "<number after='fake' value='1.5' mark='yes' cite='a'>Line</number></chart>", report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_cmpint (chart->kind, ==, GENU_CHART_KIND_POINTS);
  g_assert_cmpfloat (chart->of, ==, 10);
  g_assert_cmpfloat (genu_chart_get_base (chart, nth (chart, 0)), ==, 0);
  g_assert_cmpint (nth (chart, 1)->after, ==, 0);
  g_assert_cmpfloat_with_epsilon (genu_chart_get_base (chart, nth (chart, 1)), 1.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (nth (chart, 1)->low, -0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (genu_chart_get_base (chart, nth (chart, 2)), 2, 1e-9);
  g_assert_false (nth (chart, 2)->has_range);
  g_assert_true (nth (chart, 3)->is_mark);
  g_assert_false (nth (chart, 2)->is_mark);
}

static void
test_years (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuChart) chart = parse (
    OPEN "'years' of='5' each='10'><caption>C</caption>"
    "<number at='0.5' value='807' cite='a'>16 trials</number>"
    "<number at='5' value='10' cite='a'>1 study</number></chart>", report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_cmpint (chart->kind, ==, GENU_CHART_KIND_YEARS);
  g_assert_cmpfloat (chart->of, ==, 5);
  g_assert_cmpuint (chart->each, ==, 10);
  g_assert_cmpfloat (nth (chart, 0)->at, ==, 0.5);
  g_assert_cmpuint (genu_chart_count_dots (chart, nth (chart, 0)), ==, 81);
  g_assert_cmpuint (genu_chart_count_dots (chart, nth (chart, 1)), ==, 1);
}

static void
check_limit (GString    *text,
             const char *rule)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuChart) chart = NULL;

  g_string_append (text, "</chart>");
  chart = parse (text->str, report);
  if (rule == NULL)
    {
      g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
      return;
    }
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 1);
  g_assert_cmpstr (genu_report_get_problem (report, 0)->rule, ==, rule);
  g_assert_cmpuint (chart->numbers->len, <=, GENU_LIMIT_CHART_NUMBERS);
}

static void
test_numbers (void)
{
  for (guint n = GENU_LIMIT_CHART_NUMBERS; n <= GENU_LIMIT_CHART_NUMBERS + 2; n++)
    {
      g_autoptr(GString) text = g_string_new (OPEN "'points' of='10'><caption>C</caption>");

      for (guint i = 0; i < n; i++)
        g_string_append (text, ONE);
      check_limit (text, n > GENU_LIMIT_CHART_NUMBERS ? "limit-chart" : NULL);
    }
}

/* As many dots as may be, in two heaps; one person more would be one dot more. */
static void
test_dots (void)
{
  for (guint more = 0; more < 2; more++)
    {
      g_autoptr(GString) text = g_string_new (OPEN "'years' of='5' each='10'><caption>C</caption>");

      g_string_append_printf (text, "<number at='1' value='%d' cite='x'>N</number>"
                              "<number at='2' value='%d' cite='x'>N</number>",
                              10 * (GENU_LIMIT_CHART_DOTS - 7), 70 + (int) more);
      check_limit (text, more > 0 ? "limit-chart" : NULL);
    }
}

static void
test_scales (void)
{
  static const struct { const char *kind; int of, each; const char *rule; } scales[] = {
    { "points", GENU_LIMIT_CHART_SCALE, 1, NULL },
    { "points", GENU_LIMIT_CHART_SCALE + 1, 1, "chart-number" },
    { "years", GENU_LIMIT_CHART_SCALE, GENU_LIMIT_CHART_EACH, NULL },
    { "years", GENU_LIMIT_CHART_SCALE + 1, 1, "chart-number" },
    { "years", 5, GENU_LIMIT_CHART_EACH + 1, "chart-number" },
    { "years", 5, 0, "chart-number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      g_string_append_printf (text, OPEN "'%s' of='%d' each='%d'><caption>C</caption>" ONE,
                              scales[i].kind, scales[i].of, scales[i].each);
      check_limit (text, scales[i].rule);
    }
}

/* A topic whose chart lacks a source is shown to nobody. */
static void
test_load (void)
{
  static const char * const cites[] = { "cite='x'", "" };

  for (guint i = 0; i < G_N_ELEMENTS (cites); i++)
    {
      g_autoptr(GenuReport) report = genu_report_new ();
      g_autoptr(GenuTopic) topic = NULL;
      g_autofree char *path = NULL;
      g_autofree char *text = g_strdup_printf (
        "<topic xmlns='urn:genu:topic:1' id='t' kind='page' minutes='1'><title>T</title>"
        "<key-point>K</key-point><story diagram='diagrams/d.svg'><part ref='p'>P</part>"
        "<step ref='s'><say>S</say><alt>A</alt><chart kind='people'><caption>C</caption>"
        "<number value='7' range='unknown' %s>N</number></chart></step></story></topic>", cites[i]);
      int fd = g_file_open_tmp (NULL, &path, NULL);

      g_assert_cmpint (fd, >=, 0);
      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      topic = genu_topic_load (path, report);
      g_assert_true (g_close (fd, NULL));
      g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_true ((topic != NULL) == (*cites[i] != '\0'));
      g_assert_true (genu_report_has_rule (report, "chart-source") == (topic == NULL));
      if (topic != NULL)
        g_assert_cmpstr (((GenuStep *) g_ptr_array_index (topic->steps, 0))->chart->caption, ==,
                         "C");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/people", test_people);
  g_test_add_func ("/chart/points", test_points);
  g_test_add_func ("/chart/years", test_years);
  g_test_add_func ("/chart/numbers", test_numbers);
  g_test_add_func ("/chart/dots", test_dots);
  g_test_add_func ("/chart/scales", test_scales);
  g_test_add_func ("/chart/load", test_load);

  return g_test_run ();
}
