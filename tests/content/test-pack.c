/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loading packs for readers: the built-in one whole, a faulty one as far as it is sound, and the
 * language that serves a reader best. */

#include "config.h"

#include "folder-fixture.h"
#include "genu-pack.h"
#include "genu-pack-path.h"

#include <glib/gstdio.h>

#define PACK_OPEN(lang) \
  "<pack xmlns='urn:genu:pack:1' id='p' version='1' xml:lang='" lang "' license='x'" \
  " reviewed='2026-01-01' expires='2999-01-01'><title>T " lang "</title>" \
  "<authors><author>A</author><author>B</author></authors><funding>F</funding>" \
  "<update-policy>U</update-policy>"
#define PACK_CLOSE "<glossary/><bibliography/></pack>"
#define TOPIC(id) \
  "<topic xmlns='urn:genu:topic:1' id='" id "' kind='page' minutes='1'>" \
  "<title>T</title><key-point>K</key-point></topic>"

/* The first page shows the hero, which is no topic; without one, the first topic. */
static void
test_hero (void)
{
  g_autofree char *directory = g_dir_make_tmp (NULL, NULL);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuPack) plain = NULL, pack = NULL;
  const GenuTopic *picture;
  const GenuStep *step;

  write_file (directory, "topics/a.xml", TOPIC ("a"));
  write_file (directory, "pack.xml", PACK_OPEN ("en")
    "<section id='s' title='S'><topic href='topics/a.xml'/></section>" PACK_CLOSE);
  plain = genu_pack_load (directory, NULL, report);
  g_assert_null (plain->hero);
  g_assert_true (genu_pack_get_picture (plain) == g_ptr_array_index (plain->topics, 0));

  write_file (directory, "pack.xml", PACK_OPEN ("en")
    "<hero diagram='diagrams/h.svg' step='rest'><alt>A knee  rests.</alt></hero>"
    "<section id='s' title='S'><topic href='topics/a.xml'/></section>" PACK_CLOSE);
  pack = genu_pack_load (directory, NULL, report);
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_cmpuint (pack->topics->len, ==, 1);
  picture = genu_pack_get_picture (pack);
  g_assert_true (picture == pack->hero);
  g_assert_cmpstr (picture->title, ==, "T en");
  g_assert_cmpuint (picture->steps->len, ==, 1);
  step = g_ptr_array_index (picture->steps, 0);
  g_assert_cmpstr (step->diagram, ==, "diagrams/h.svg");
  g_assert_cmpstr (step->ref, ==, "rest");
  g_assert_cmpstr (step->alt, ==, "A knee rests.");
  g_assert_cmpuint (step->labels->len, ==, 0);
  remove_tree (directory);
}

/* The pack in the source tree: no fault, and everything that a topic points to is there. */
static void
test_built_in (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), "data", "packs", "knee",
                                            NULL);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuPack) pack = genu_pack_load (path, NULL, report);
  guint n_mechanisms = 0, n_benefits = 0;

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_cmpstr (pack->id, ==, "knee");
  g_assert_cmpstr (pack->lang, ==, "en");
  for (guint i = 0; i < pack->topics->len; i++)
    {
      const GenuTopic *topic = g_ptr_array_index (pack->topics, i);

      n_mechanisms += topic->kind == GENU_TOPIC_KIND_MECHANISM;
      n_benefits += topic->kind == GENU_TOPIC_KIND_BENEFIT;
      for (guint j = 0; j < topic->steps->len; j++)
        {
          const GenuStep *step = g_ptr_array_index (topic->steps, j);
          g_autofree char *diagram = genu_pack_dup_diagram_path (pack, step->diagram);

          g_assert_nonnull (diagram);
        }
    }
  g_assert_cmpuint (n_mechanisms, ==, 4);
  g_assert_cmpuint (n_benefits, ==, 5);
}

static void
test_fields (void)
{
  g_autofree char *directory = g_dir_make_tmp (NULL, NULL);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuPack) pack = NULL;
  const GenuReference *reference;
  const GenuGlossaryEntry *entry;
  g_autofree char *full = NULL, *short_text = NULL;

  write_file (directory, "pack.xml", PACK_OPEN ("en")
    "<section id='s' title='One  two'><topic href='topics/a.xml'/></section>"
    "<section id='r' title='R'><topic href='topics/b.xml'/></section>"
    "<glossary><entry id='g' say='gee'><term>G</term><means>A letter</means></entry></glossary>"
    "<bibliography><reference id='x' year='2020'><authors>A</authors><title>T</title>"
    "<container>C</container><doi/></reference>"
    "<reference id='y'><authors>B</authors><title>U</title><container/><doi>10.1/2</doi>"
    "</reference>"
    "</bibliography></pack>");
  write_file (directory, "topics/a.xml", TOPIC ("a"));
  write_file (directory, "topics/b.xml", TOPIC ("b"));
  pack = genu_pack_load (directory, NULL, report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_cmpstr (pack->directory, ==, directory);
  g_assert_cmpstr (pack->title, ==, "T en");
  g_assert_cmpstr (pack->authors, ==, "A; B");
  g_assert_cmpstr (pack->expires, ==, "2999-01-01");
  g_assert_null (pack->summary);
  g_assert_cmpuint (pack->topics->len, ==, 2);
  g_assert_cmpuint (pack->sections->len, ==, 2);
  g_assert_cmpstr (((GenuSection *) g_ptr_array_index (pack->sections, 0))->title, ==, "One two");
  g_assert_cmpstr (genu_pack_find_topic (pack, "b")->id, ==, "b");
  g_assert_null (genu_pack_find_topic (pack, "c"));
  entry = genu_pack_find_term (pack, "g");
  g_assert_cmpstr (entry->say, ==, "gee");
  g_assert_cmpstr (entry->means, ==, "A letter");
  g_assert_null (genu_pack_find_term (pack, "x"));
  reference = genu_pack_find_reference (pack, "x");
  g_assert_cmpstr (reference->year, ==, "2020");
  g_assert_null (reference->doi);
  g_assert_null (reference->url);
  full = genu_reference_dup_text (reference);
  g_assert_cmpstr (full, ==, "A. T. C. 2020.");
  short_text = genu_reference_dup_text (genu_pack_find_reference (pack, "y"));
  g_assert_cmpstr (short_text, ==, "B. U. doi:10.1/2");
  g_assert_null (genu_pack_find_reference (pack, "g"));
  remove_tree (directory);
}

/* One bad topic does not take the others away, nor its section. */
static void
test_bad_topics (void)
{
  g_autofree char *directory = g_dir_make_tmp (NULL, NULL);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuPack) pack = NULL;
  const GenuSection *section;

  write_file (directory, "pack.xml", PACK_OPEN ("en")
    "<section id='s' title='S'><topic href='topics/broken.xml'/><topic href='topics/absent.xml'/>"
    "<topic href='topics/good.xml'/><topic href='topics/again.xml'/>"
    "<topic href='topics/claim.xml'/><topic href='topics/also.xml'/></section>" PACK_CLOSE);
  write_file (directory, "topics/broken.xml", "<topic");
  write_file (directory, "topics/good.xml", TOPIC ("good"));
  write_file (directory, "topics/again.xml", TOPIC ("good"));
  write_file (directory, "topics/claim.xml",
              "<topic xmlns='urn:genu:topic:1' id='c' kind='benefit' minutes='1'>"
              "<title>T</title><key-point>K</key-point><hoped><p>All will be well.</p></hoped>"
              "</topic>");
  write_file (directory, "topics/also.xml", TOPIC ("also"));
  pack = genu_pack_load (directory, NULL, report);

  g_assert_cmpuint (pack->topics->len, ==, 2);
  section = g_ptr_array_index (pack->sections, 0);
  g_assert_cmpuint (section->topics->len, ==, 2);
  g_assert_cmpstr (((GenuTopic *) g_ptr_array_index (section->topics, 1))->id, ==, "also");
  g_assert_true (genu_report_has_rule (report, "not-well-formed"));
  g_assert_true (genu_report_has_rule (report, "missing-file"));
  g_assert_true (genu_report_has_rule (report, "duplicate-id"));
  g_assert_true (genu_report_has_rule (report, "grammar"));
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 4);
  remove_tree (directory);
}

static void
test_bad_pack (void)
{
  g_autofree char *directory = g_dir_make_tmp (NULL, NULL);
  g_autoptr(GenuReport) empty = genu_report_new (), invalid = genu_report_new ();
  g_autoptr(GenuPack) pack = genu_pack_load (directory, NULL, empty);

  g_assert_null (pack);
  g_assert_true (genu_report_has_rule (empty, "missing-file"));

  write_file (directory, "pack.xml", "<pack xmlns='urn:genu:pack:1'/>");
  pack = genu_pack_load (directory, NULL, invalid);
  g_assert_null (pack);
  g_assert_true (genu_report_has_rule (invalid, "grammar"));
  remove_tree (directory);
}

static void
assert_language (const char *directory,
                 const char *wanted,
                 const char *got)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuPack) pack = genu_pack_load (directory, wanted, report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_cmpstr (pack->lang, ==, got);
}

static void
test_languages (void)
{
  g_autofree char *directory = g_dir_make_tmp (NULL, NULL);
  g_auto(GStrv) languages = NULL;
  g_autofree char *joined = NULL;

  write_file (directory, "pt/pack.xml", PACK_OPEN ("pt") PACK_CLOSE);
  write_file (directory, "en/pack.xml", PACK_OPEN ("en") PACK_CLOSE);
  write_file (directory, "ar/pack.xml", PACK_OPEN ("ar") PACK_CLOSE);
  write_file (directory, "diagrams/d.svg", "<svg/>");
  languages = genu_pack_list_languages (directory);
  joined = g_strjoinv (" ", languages);
  g_assert_cmpstr (joined, ==, "ar en pt");
  remove_tree (directory);
}

/* As above, with a section so that the packs load. */
static void
test_pick (void)
{
  g_autofree char *directory = g_dir_make_tmp (NULL, NULL);
  const char section[] = "<section id='s' title='S'><topic href='topics/a.xml'/></section>";
  const char *const langs[] = { "pt", "en", "ar" };

  for (gsize i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      g_autoptr(GString) text = g_string_new (PACK_OPEN ("LL"));
      g_autofree char *file = g_build_filename (langs[i], "pack.xml", NULL);
      g_autofree char *topic = g_build_filename (langs[i], "topics", "a.xml", NULL);

      g_string_append_printf (text, "%s%s", section, PACK_CLOSE);
      g_string_replace (text, "LL", langs[i], 0);
      write_file (directory, file, text->str);
      write_file (directory, topic, TOPIC ("a"));
    }
  assert_language (directory, "pt-BR", "pt");
  assert_language (directory, "ar", "ar");
  assert_language (directory, "fi", "en");
  remove_tree (directory);
}

/* A drawing is looked up in the language's folder, then above it, and nowhere else. */
static void
test_diagram_path (void)
{
  g_autofree char *directory = g_dir_make_tmp (NULL, NULL);
  g_autofree char *lang = g_build_filename (directory, "en", NULL);
  g_autofree char *slash = g_strconcat (lang, "/", NULL);
  g_autofree char *own = g_build_filename (lang, "diagrams", "own.svg", NULL);
  g_autofree char *shared = g_build_filename (directory, "diagrams", "shared.svg", NULL);
  const struct { const char *name; GenuPathState state; const char *path; } cases[] = {
    { "diagrams/own.svg", GENU_PATH_FOUND, own },
    { "diagrams/shared.svg", GENU_PATH_FOUND, shared },
    { "diagrams/none.svg", GENU_PATH_MISSING, NULL },
    { "own.svg", GENU_PATH_OUTSIDE, NULL },
    { "topics/a.xml", GENU_PATH_OUTSIDE, NULL },
    { "diagrams/../topics/a.xml", GENU_PATH_OUTSIDE, NULL },
    { "diagrams/../../en/topics/a.xml", GENU_PATH_OUTSIDE, NULL },
    { "diagrams//own.svg", GENU_PATH_OUTSIDE, NULL },
    { "/diagrams/own.svg", GENU_PATH_OUTSIDE, NULL },
    { "diagrams\\own.svg", GENU_PATH_OUTSIDE, NULL },
    { "file:diagrams/own.svg", GENU_PATH_OUTSIDE, NULL },
    { "", GENU_PATH_OUTSIDE, NULL },
  };

  write_file (directory, "en/diagrams/own.svg", "<svg/>");
  write_file (directory, "en/topics/a.xml", "<topic/>");
  write_file (directory, "diagrams/shared.svg", "<svg/>");
  write_file (directory, "diagrams/own.svg", "<svg/>");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;

      g_assert_cmpint (genu_pack_path_diagram (lang, cases[i].name, &path), ==, cases[i].state);
      g_assert_cmpstr (path, ==, cases[i].path);
    }

  for (const char *const *form = (const char *const[]) { slash, lang, NULL }; *form != NULL; form++)
    {
      g_autofree char *path = NULL;

      g_assert_cmpint (genu_pack_path_diagram (*form, "diagrams/shared.svg", &path), ==,
                       GENU_PATH_FOUND);
      g_assert_cmpstr (path, ==, shared);
    }
  remove_tree (directory);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/built-in", test_built_in);
  g_test_add_func ("/pack/fields", test_fields);
  g_test_add_func ("/pack/hero", test_hero);
  g_test_add_func ("/pack/bad-topics", test_bad_topics);
  g_test_add_func ("/pack/bad-pack", test_bad_pack);
  g_test_add_func ("/pack/languages", test_languages);
  g_test_add_func ("/pack/pick", test_pick);
  g_test_add_func ("/pack/diagram-path", test_diagram_path);

  return g_test_run ();
}
