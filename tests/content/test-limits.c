/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The limits of packs and drawings that genu-tool check tells of.  Those of a topic's steps, labels
 * and lists are crossed in test-topic.c, those of a drawing's steps in tests/svg/test-diagram.c. */

#include "config.h"

#include "genu-check.h"
#include "genu-limits.h"
#include "genu-pack.h"
#include "../test-text.h"

#include <glib/gstdio.h>

#define SVG_OPEN "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>\n"

/* Writes @text to a file and checks it; rule NULL: no problem may be found. */
static void
check_text (const GString *text,
            const char    *rule)
{
  g_autofree char *path = NULL;
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *problems = NULL;
  int fd = g_file_open_tmp (NULL, &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  genu_check_file (path, report, NULL);
  problems = genu_report_to_string (report);
  g_assert_true (g_close (fd, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);

  if (rule == NULL)
    g_assert_cmpstr (problems, ==, "");
  else
    {
      g_assert_cmpuint (genu_report_get_n_problems (report), ==, 1);
      g_assert_cmpstr (genu_report_get_problem (report, 0)->rule, ==, rule);
      g_assert_cmpstr (genu_report_get_problem (report, 0)->file, ==, path);
    }
}

static void
test_animations (void)
{
  g_autoptr(GString) text = g_string_new (SVG_OPEN);

  append_times (text, "<set attributeName='x'/>", GENU_LIMIT_ANIMATIONS);
  g_string_append (text, "</svg>");
  check_text (text, NULL);

  g_string_truncate (text, text->len - 6);
  g_string_append (text, "<set attributeName='x'/></svg>");
  check_text (text, "limit-animations");
}

/* Ten uses of ten uses of …: a kilobyte that would draw ten thousand million elements. */
static void
test_laughs (void)
{
  g_autoptr(GString) text = g_string_new (SVG_OPEN "<g id='a0'><path d='M0 0h1'/></g>");

  for (int i = 1; i <= 10; i++)
    {
      g_string_append_printf (text, "<g id='a%d'>", i);
      for (int j = 0; j < 10; j++)
        g_string_append_printf (text, "<use href='#a%d'/>", i - 1);
      g_string_append (text, "</g>");
    }
  g_string_append (text, "</svg>");
  check_text (text, "limit-use");
}

/* Uses in a circle draw nothing, but must come to an end. */
static void
test_circle (void)
{
  g_autoptr(GString) text = g_string_new (SVG_OPEN "<g id='a'><use href='#b'/></g>"
                                          "<g id='b'><use href='#a'/></g></svg>");

  check_text (text, NULL);
}

static void
test_list (void)
{
  g_autoptr(GString) text = g_string_new (SVG_OPEN "<polyline points='");

  append_times (text, "1 ", GENU_LIMIT_LIST);
  g_string_append (text, "'/></svg>");
  check_text (text, NULL);

  g_string_assign (text, SVG_OPEN "<polyline points='");
  append_times (text, "1,", GENU_LIMIT_LIST + 1);
  g_string_append (text, "'/></svg>");
  check_text (text, "limit-list");
}

static void
test_path_segments (void)
{
  g_autoptr(GString) text = g_string_new (SVG_OPEN "<path d='M0 0");

  append_times (text, "h1", GENU_LIMIT_PATH_SEGMENTS - 1);
  g_string_append (text, "'/></svg>");
  check_text (text, NULL);

  g_string_assign (text, SVG_OPEN "<path d='M0 0");
  append_times (text, "h1", GENU_LIMIT_PATH_SEGMENTS);
  g_string_append (text, "'/></svg>");
  check_text (text, "limit-path-segments");
}

static void
write_topic (const char *folder,
             int         index)
{
  g_autofree char *name = g_strdup_printf ("t%d.xml", index);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_strdup_printf (
    "<topic xmlns='urn:genu:topic:1' id='t%d' kind='page' minutes='1'>"
    "<title>T</title><key-point>K</key-point></topic>", index);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
make_pack (guint n_topics)
{
  g_autoptr(GString) text = g_string_new (
    "<pack xmlns='urn:genu:pack:1' id='p' version='1' xml:lang='en' license='x'"
    " reviewed='2026-01-01' expires='2999-01-01'><title>T</title>"
    "<authors><author>A</author></authors><funding>F</funding>"
    "<update-policy>U</update-policy><section id='s' title='S'>");
  char *directory = g_dir_make_tmp (NULL, NULL);
  g_autofree char *topics = g_build_filename (directory, "topics", NULL);
  g_autofree char *file = g_build_filename (directory, "pack.xml", NULL);

  g_assert_cmpint (g_mkdir (topics, 0700), ==, 0);
  for (guint i = 0; i < n_topics; i++)
    {
      write_topic (topics, (int) i);
      g_string_append_printf (text, "<topic href='topics/t%u.xml'/>", i);
    }
  g_string_append (text, "</section><glossary/><bibliography/></pack>");
  g_assert_true (g_file_set_contents (file, text->str, -1, NULL));

  return directory;
}

static void
remove_pack (const char *directory,
             guint       n_topics)
{
  g_autofree char *topics = g_build_filename (directory, "topics", NULL);
  g_autofree char *file = g_build_filename (directory, "pack.xml", NULL);

  for (guint i = 0; i < n_topics; i++)
    {
      g_autofree char *name = g_strdup_printf ("t%u.xml", i);
      g_autofree char *path = g_build_filename (topics, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (topics), ==, 0);
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static void
test_topics (void)
{
  g_autofree char *directory = make_pack (GENU_LIMIT_TOPICS + 2);
  g_autoptr(GenuReport) check = genu_report_new (), load = genu_report_new ();
  g_autoptr(GenuPack) pack = NULL;

  genu_pack_check (directory, NULL, check);
  g_assert_cmpuint (genu_report_get_n_problems (check), ==, 1);
  g_assert_true (genu_report_has_rule (check, "limit-topics"));

  pack = genu_pack_load (directory, NULL, load);
  g_assert_cmpuint (pack->topics->len, ==, GENU_LIMIT_TOPICS);
  g_assert_true (genu_report_has_rule (load, "limit-topics"));
  remove_pack (directory, GENU_LIMIT_TOPICS + 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/limits/animations", test_animations);
  g_test_add_func ("/limits/laughs", test_laughs);
  g_test_add_func ("/limits/circle", test_circle);
  g_test_add_func ("/limits/list", test_list);
  g_test_add_func ("/limits/path-segments", test_path_segments);
  g_test_add_func ("/limits/topics", test_topics);

  return g_test_run ();
}
