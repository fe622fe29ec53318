/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loading a drawing: its index, its view box, its names, and what is refused. */

#include "config.h"

#include "genu-limits.h"
#include "svg-fixture.h"
#include "../test-cases.h"

static void
test_index (void)
{
  g_autoptr(GenuSvgDocument) document =
    fixture_load ("<g id='a'><rect id='b'/>text<!-- c --><rect id='b' x='1'/></g><path id=''/>");
  xmlNode *b = genu_svg_document_get_element (document, "b");

  g_assert_cmpuint (genu_svg_document_get_n_elements (document), ==, 5);
  g_assert_true (genu_svg_document_get_nth_element (document, 0)
                 == genu_svg_document_get_root (document));
  g_assert_true (genu_svg_document_get_nth_element (document, 2) == b);
  g_assert_null (genu_xml_dup_attribute (b, "x"));
  g_assert_null (genu_svg_document_get_element (document, ""));
  g_assert_null (genu_svg_document_get_element (document, "nobody"));
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (genu_svg_document_get_index (
                        document, genu_svg_document_get_nth_element (document, i)), ==, i);
  g_assert_cmpuint (genu_svg_document_get_index (document, NULL), ==, G_MAXUINT);
  g_assert_cmpstr (genu_svg_document_get_name (document), ==, "test.svg");
}

static void
test_names (void)
{
  g_autoptr(GenuSvgDocument) document = fixture_load ("<g/><path/><g><rect/><rect id='r'/></g>");
  static const char *const names[] = {
    "svg", "svg/g[1]", "svg/path[1]", "svg/g[2]", "svg/g[2]/rect[1]", "r",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = genu_svg_document_dup_element_name (
        document, genu_svg_document_get_nth_element (document, i));

      g_assert_cmpstr (name, ==, names[i]);
    }
}

static const struct { const char *name, *attributes; GenuRect box; } box_cases[] = {
  { "view-box",  "viewBox='1 2 30 40' width='5' height='6'", { 1, 2, 30, 40 } },
  { "commas",    "viewBox='-1,-2,30,40'", { -1, -2, 30, 40 } },
  { "size",      "width='500' height='1in'", { 0, 0, 500, 96 } },
  { "one-side",  "width='500'", { 0, 0, 500, 150 } },
  { "percent",   "width='100%' height='100%'", { 0, 0, 300, 150 } },
  { "none",      "", { 0, 0, 300, 150 } },
  { "three",     "viewBox='1 2 3' width='10' height='20'", { 0, 0, 10, 20 } },
  { "no-area",   "viewBox='0 0 0 10' width='10' height='20'", { 0, 0, 10, 20 } },
  { "negative",  "viewBox='0 0 -5 10'", { 0, 0, 300, 150 } },
  { "nan",       "viewBox='0 0 nan 10'", { 0, 0, 300, 150 } },
  { "infinite",  "viewBox='0 0 1e400 10'", { 0, 0, 300, 150 } },
  { "minus-size", "width='-5' height='-6'", { 0, 0, 300, 150 } },
};

static void
test_view_box (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *text = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' %s/>",
                                           box_cases[i].attributes);
  g_autoptr(GenuSvgDocument) document = fixture_try_load (text, report);
  GenuRect box = genu_svg_document_get_view_box (document);

  g_assert_cmpfloat (box.x, ==, box_cases[i].box.x);
  g_assert_cmpfloat (box.y, ==, box_cases[i].box.y);
  g_assert_cmpfloat (box.width, ==, box_cases[i].box.width);
  g_assert_cmpfloat_with_epsilon (box.height, box_cases[i].box.height, 1e-9);
}

static void
test_prefix (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuSvgDocument) document = fixture_try_load (
    "<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:set/><set/></s:svg>", report);

  g_assert_nonnull (document);
  g_assert_true (genu_svg_is_animation (genu_svg_document_get_nth_element (document, 1)));
  g_assert_false (genu_svg_is_animation (genu_svg_document_get_nth_element (document, 2)));
}

static const struct { const char *name, *text, *rule; } refused_cases[] = {
  { "not-xml",       "<svg", "not-well-formed" },
  { "no-namespace",  "<svg/>", "not-svg" },
  { "other-root",    "<g xmlns='http://www.w3.org/2000/svg'/>", "not-svg" },
  { "other-ns",      "<svg xmlns='http://example.org/svg'/>", "not-svg" },
  { "entity",        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
    "doctype" },
};

static void
test_refused (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuReport) report = genu_report_new ();

  g_assert_null (fixture_try_load (refused_cases[i].text, report));
  g_assert_true (genu_report_has_rule (report, refused_cases[i].rule));
}

static void
test_missing_file (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();

  g_assert_null (genu_svg_document_new_from_file ("/nonexistent/a.svg", report));
  g_assert_true (genu_report_has_rule (report, "missing-file"));
}

static GString *
open_svg (void)
{
  return g_string_new ("<svg xmlns='http://www.w3.org/2000/svg'>");
}

static void
assert_refused (GString    *text,
                const char *rule)
{
  g_autoptr(GenuReport) report = genu_report_new ();

  g_string_append (text, "</svg>");
  g_assert_null (fixture_try_load (text->str, report));
  g_assert_true (genu_report_has_rule (report, rule));
}

static void
test_too_many_animations (void)
{
  g_autoptr(GString) text = open_svg ();

  for (guint i = 0; i <= GENU_LIMIT_ANIMATIONS; i++)
    g_string_append (text, "<set/>");
  assert_refused (text, "limit-animations");
}

/* Ten groups, each with ten uses of the one before. */
static void
test_billion_laughs (void)
{
  g_autoptr(GString) text = open_svg ();

  g_string_append (text, "<g id='g0'><path/></g>");
  for (guint i = 1; i <= 10; i++)
    {
      g_string_append_printf (text, "<g id='g%u'>", i);
      for (guint k = 0; k < 10; k++)
        g_string_append_printf (text, "<use href='#g%u'/>", i - 1);
      g_string_append (text, "</g>");
    }
  assert_refused (text, "limit-use");
}

/* A chain of a hundred thousand links must not exhaust the stack. */
static void
test_use_chain (void)
{
  g_autoptr(GString) text = open_svg ();

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "<use id='u%u' href='#u%u'/>", i, i + 1);
  assert_refused (text, "limit-use");
}

/* A use of itself draws nothing, and is no reason to refuse the rest. */
static void
test_use_cycle (void)
{
  g_autoptr(GenuSvgDocument) document =
    fixture_load ("<g id='a'><use href='#b'/></g><g id='b'><use xlink:href='#a'/></g>");

  g_assert_cmpuint (genu_svg_document_get_n_elements (document), ==, 5);
}

static void
test_reference (void)
{
  GenuSvgDocument *document = fixture_load ("<g/>");

  genu_svg_document_ref (document);
  genu_svg_document_unref (document);
  g_assert_cmpuint (genu_svg_document_get_n_elements (document), ==, 2);
  genu_svg_document_unref (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/svg/document/index", test_index);
  g_test_add_func ("/svg/document/names", test_names);
  g_test_add_func ("/svg/document/prefix", test_prefix);
  g_test_add_func ("/svg/document/missing-file", test_missing_file);
  g_test_add_func ("/svg/document/too-many-animations", test_too_many_animations);
  g_test_add_func ("/svg/document/billion-laughs", test_billion_laughs);
  g_test_add_func ("/svg/document/use-chain", test_use_chain);
  g_test_add_func ("/svg/document/use-cycle", test_use_cycle);
  g_test_add_func ("/svg/document/reference", test_reference);
  ADD_CASES (box_cases, "/svg/document/view-box/", test_view_box);
  ADD_CASES (refused_cases, "/svg/document/refused/", test_refused);

  return g_test_run ();
}
