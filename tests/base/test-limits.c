/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The limits of every XML file: at the limit it is read, one above it is refused, quickly.  Limits
 * of topics and drawings are crossed in tests/content/test-limits.c, the engine's in its own
 * tests. */

#include "config.h"

#include "genu-limits.h"
#include "genu-xml.h"
#include "../test-text.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static GenuXmlDoc *
parse (const GString *text,
       GenuReport    *report)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text->str, text->len);

  return genu_xml_parse_bytes (bytes, "f.xml", report);
}

static void
assert_refused (const GString *text,
                const char    *rule)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = parse (text, report);

  g_assert_null (document);
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 1);
  g_assert_true (genu_report_has_rule (report, rule));
}

static void
assert_taken (const GString *text)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = parse (text, report);

  g_assert_nonnull (document);
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
}

static void
test_bytes (void)
{
  g_autoptr(GString) text = g_string_new ("<a>");

  append_times (text, "xxxxxxx ", GENU_LIMIT_XML_BYTES / 8 - 1);
  append_times (text, "y", 1);
  g_string_append (text, "</a>");
  g_assert_cmpuint (text->len, ==, GENU_LIMIT_XML_BYTES);
  assert_taken (text);

  g_string_append_c (text, '\n');
  assert_refused (text, "limit-bytes");
}

/* A file is measured before it is read into memory. */
static void
test_file_bytes (void)
{
  g_autofree char *path = NULL;
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = NULL;
  int fd = g_file_open_tmp (NULL, &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (truncate (path, (off_t) 1 << 40), ==, 0);
  document = genu_xml_parse_file (path, report);
  g_assert_null (document);
  g_assert_true (genu_report_has_rule (report, "limit-bytes"));

  g_assert_true (g_close (fd, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_depth (void)
{
  g_autoptr(GString) deepest = g_string_new (NULL), deeper = g_string_new (NULL);
  g_autoptr(GString) abyss = g_string_new (NULL);

  append_times (deepest, "<a>", GENU_LIMIT_XML_DEPTH);
  append_times (deepest, "</a>", GENU_LIMIT_XML_DEPTH);
  assert_taken (deepest);

  append_times (deeper, "<a>", GENU_LIMIT_XML_DEPTH + 1);
  append_times (deeper, "</a>", GENU_LIMIT_XML_DEPTH + 1);
  assert_refused (deeper, "limit-depth");

  /* libxml2 stops by itself where its own limit comes first. */
  append_times (abyss, "<a>", 100000);
  append_times (abyss, "</a>", 100000);
  assert_refused (abyss, "not-well-formed");
}

static void
test_elements (void)
{
  g_autoptr(GString) text = g_string_new ("<a>");

  append_times (text, "<b/>", GENU_LIMIT_XML_ELEMENTS - 1);
  g_string_append (text, "</a>");
  assert_taken (text);

  g_string_truncate (text, text->len - strlen ("</a>"));
  g_string_append (text, "<b/></a>");
  assert_refused (text, "limit-elements");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/limits/bytes", test_bytes);
  g_test_add_func ("/limits/file-bytes", test_file_bytes);
  g_test_add_func ("/limits/depth", test_depth);
  g_test_add_func ("/limits/elements", test_elements);

  return g_test_run ();
}
