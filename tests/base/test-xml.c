/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader takes, and what it must refuse: no entity, no external file, no network. */

#include "config.h"

#include "genu-xml.h"
#include "../test-cases.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static GenuXmlDoc *
parse (const char *text,
       GenuReport *report)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return genu_xml_parse_bytes (bytes, "f.xml", report);
}

static const struct
{
  const char *name, *text, *rule; /* rule NULL: must be taken */
  int         line;
} cases[] = {
  { "plain", "<a/>", NULL, 0 },
  { "declared", "<?xml version='1.0' encoding='UTF-8'?>\n<a>é</a>", NULL, 0 },
  { "latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>", NULL, 0 },
  { "doctype-alone", "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
    "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n<svg/>", NULL, 0 },
  { "doctype-file", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>\n<a/>", NULL, 0 },
  { "empty", "", "not-well-formed", 1 },
  { "unclosed", "<a>\n<b>\n", "not-well-formed", 3 },
  { "first-error", "<a>\n<b>\n</c>\n<d/>\n</a>\n", "not-well-formed", 3 },
  { "two-roots", "<a/>\n<b/>", "not-well-formed", 2 },
  { "no-entity", "<a>\n&b;</a>", "not-well-formed", 2 },
  { "internal-subset", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "doctype", 1 },
  { "external-entity", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    "doctype", 1 },
  { "attribute-default", "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>", "doctype", 1 },
  { "not-utf8", "<a>\xFF</a>", "not-well-formed", 1 },
  { "two-attributes", "<a b='1' b='2'/>", "not-well-formed", 1 },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = parse (cases[i].text, report);
  const GenuProblem *problem;

  if (cases[i].rule == NULL)
    {
      g_assert_nonnull (document);
      g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
      return;
    }

  g_assert_null (document);
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 1);
  problem = genu_report_get_problem (report, 0);
  g_assert_cmpstr (problem->rule, ==, cases[i].rule);
  g_assert_cmpstr (problem->file, ==, "f.xml");
  g_assert_cmpint (problem->line, ==, cases[i].line);
}

/* The entity of a billion laughs is refused before it is used. */
static void
test_laughs (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = parse (
    "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>"
    "<a>&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;</a>", report);

  g_assert_null (document);
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 1);
}

static void
test_attributes (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = parse ("<a xmlns='urn:a' xmlns:x='urn:x'\n b='1' x:b='2'/>",
                                          report);
  const xmlNode *root = xmlDocGetRootElement (document);
  g_autofree char *plain = genu_xml_dup_attribute (root, "b");
  g_autofree char *other = genu_xml_dup_attribute_ns (root, "b", "urn:x");
  g_autofree char *absent = genu_xml_dup_attribute (root, "c");

  g_assert_cmpstr (plain, ==, "1");
  g_assert_cmpstr (other, ==, "2");
  g_assert_null (absent);
  g_assert_true (genu_xml_is (root, "urn:a", "a"));
  g_assert_false (genu_xml_is (root, "urn:x", "a"));
  g_assert_false (genu_xml_is (root, "urn:a", "b"));
  g_assert_false (genu_xml_is (NULL, "urn:a", "a"));
}

static void
test_validate (void)
{
  static const char grammar_text[] =
    "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'>"
    "<oneOrMore><element name='b'><empty/></element></oneOrMore></element>";
  g_autoptr(GBytes) grammar = g_bytes_new_static (grammar_text, strlen (grammar_text));
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) good = parse ("<a><b/></a>", report);
  g_autoptr(GenuXmlDoc) bad = parse ("<a>\n<b/>\n<c/>\n</a>", report);

  g_assert_true (genu_xml_validate (good, grammar, "f.xml", report));
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_false (genu_xml_validate (bad, grammar, "f.xml", report));
  g_assert_true (genu_report_has_rule (report, "grammar"));
  g_assert_cmpint (genu_report_get_problem (report, 0)->line, ==, 3);
}

/* Only a regular file is opened: a pipe would block for ever. */
static void
test_files (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp (NULL, &error);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *absent = g_build_filename (folder, "absent", NULL);
  const char *const paths[] = { pipe, absent, folder };

  g_assert_no_error (error);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GenuReport) report = genu_report_new ();
      g_autoptr(GenuXmlDoc) document = genu_xml_parse_file (paths[i], report);

      g_assert_null (document);
      g_assert_cmpuint (genu_report_get_n_errors (report), ==, 1);
      g_assert_true (genu_report_has_rule (report, "missing-file"));
    }

  g_assert_cmpint (g_unlink (pipe), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (cases, "/xml/parse/", test_case);
  g_test_add_func ("/xml/laughs", test_laughs);
  g_test_add_func ("/xml/attributes", test_attributes);
  g_test_add_func ("/xml/validate", test_validate);
  g_test_add_func ("/xml/files", test_files);

  return g_test_run ();
}
