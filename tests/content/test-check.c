/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each rule of genu-tool check has a case here: a sound pack of two topics and one drawing is
 * written to a folder, one thing is spoilt, and the check must name the rule, the file and the
 * line, and nothing else. */

#include "config.h"

#include "folder-fixture.h"
#include "genu-check.h"
#include "genu-limits.h"
#include "genu-pack.h"
#include "../test-cases.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char pack_xml[] =
  "<pack xmlns='urn:genu:pack:1' id='p' version='1' xml:lang='en' license='CC-BY-4.0'"
  " reviewed='2026-01-01' expires='2999-01-01'>\n"
  "<title>T</title><authors><author>A</author></authors><funding>F</funding>"
  "<update-policy>U</update-policy>\n"
  "<section id='one' title='One'>\n"
  "<topic href='topics/a.xml'/>\n"
  "<topic href='topics/b.xml'/>\n"
  "</section>\n"
  "<glossary>\n"
  "<entry id='cell'><term>cell</term><means>M</means></entry>\n"
  "<entry id='bone'><term>bone</term><means>M</means></entry>\n"
  "</glossary>\n"
  "<bibliography>\n"
  "<reference id='x2020'><authors>A</authors><title>T</title><container>C</container></reference>\n"
  "<reference id='y2021'><authors>A</authors><title>T</title><container>C</container></reference>\n"
  "</bibliography>\n"
  "</pack>\n";

static const char a_xml[] =
  "<topic xmlns='urn:genu:topic:1' id='a' kind='mechanism' minutes='1'>\n"
  "<title>T</title><key-point>K</key-point>\n"
  "<hoped><p>We <term ref='cell'>hope</term>.</p></hoped>\n"
  "<story diagram='diagrams/d.svg'>\n"
  "<part ref='femur'>Thigh bone</part>\n"
  "<part ref='tibia'>Shin bone</part>\n"
  "<step ref='s1'><say>1</say><alt>1</alt>\n"
  "<label part='femur' anchor='body' rank='1'/>\n"
  "</step>\n"
  "<step ref='s2'><say>2</say><alt>2</alt></step>\n"
  "<step ref='s3'><say>3</say><alt>3</alt></step>\n"
  "</story>\n"
  "<evidence certainty='low' cite='x2020'>\n"
  "<favourable><p cite='y2021'>F</p></favourable>\n"
  "<unfavourable><p>U</p></unfavourable><not-known><p>N</p></not-known>\n"
  "</evidence>\n"
  "</topic>\n";

static const char b_xml[] =
  "<topic xmlns='urn:genu:topic:1' id='b' kind='page' minutes='1'>\n"
  "<title>T</title><key-point>K</key-point>\n"
  "<choice id='c1' certainty='low' cite='x2020'>\n"
  "<title>C</title><what><p>W</p></what><good><p>G</p></good><harms><p>H</p></harms>"
  "<cost><p>C</p></cost><unknown><p>U</p></unknown></choice>\n"
  "<choice id='c2' certainty='low' cite='x2020'>\n"
  "<title>C</title><what><p>W</p></what><good><p>G</p></good><harms><p>H</p></harms>"
  "<cost><p>C</p></cost><unknown><p>U</p></unknown></choice>\n"
  "</topic>\n";

static const char d_svg[] =
  "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
  " xmlns:genu='urn:genu:diagram:1' viewBox='0 0 160 90'>\n"
  "<metadata><genu:diagram version='1' ground='#FFFFFF'>\n"
  "<genu:part id='femur'><genu:anchor name='body' x='0' y='0'/></genu:part>\n"
  "<genu:part id='tibia'><genu:anchor name='body' x='0' y='0'/></genu:part>\n"
  "<genu:step id='s1' begin='0' end='1' focus='femur'/>\n"
  "<genu:step id='s2' begin='1' end='2'/>\n"
  "<genu:step id='s3' begin='2' end='3' camera='0 0 80 90' chart='80 0 80 90'/>\n"
  "</genu:diagram></metadata>\n"
  "<style>.c { fill: #f00; stroke-width: 2 }</style>\n"
  "<defs><linearGradient id='g'><stop offset='0'/></linearGradient></defs>\n"
  "<g id='femur' class='c'><path d='M0 0h10v10z' fill='url(#g)'/>\n"
  "<animate attributeName='opacity' values='0;1' dur='1s'/></g>\n"
  "<g id='tibia' style='opacity: .5'><use href='#femur'/></g>\n"
  "</svg>\n";

enum { PACK, A, B, D, N_FILES };

static const struct
{
  const char *path, *text;
} files[N_FILES] = {
  { "pack.xml", pack_xml },
  { "topics/a.xml", a_xml },
  { "topics/b.xml", b_xml },
  { "diagrams/d.svg", d_svg },
};

/* Puts a chart into the step that the drawing keeps room for, or into another. */
#define CHART(kind, numbers) \
  "<chart kind='" kind "'><caption>C</caption>" numbers "</chart>"
#define S3_CHART_OF(kind, numbers) "<step ref='s3'><say>3</say><alt>3</alt></step>", \
  "<step ref='s3'><say>3</say><alt>3</alt>" CHART (kind, numbers) "</step>"
#define S3_CHART(numbers) S3_CHART_OF ("people", numbers)
#define S2_CHART_OF(kind, numbers) "<step ref='s2'><say>2</say><alt>2</alt></step>", \
  "<step ref='s2'><say>2</say><alt>2</alt>" CHART (kind, numbers) "</step>"
#define POINTS(of) \
  CHART ("points' of='" of, "<number cite='x2020' value='1' range='unknown'>N</number>")

/* What is written, and the wanted problem. */
static const struct
{
  const char *name;
  int         file;
  const char *from, *to;
  const char *rule;
  int         problem_file, line;
} cases[] = {
  { "not-well-formed", A, "We <", "We & <", "not-well-formed", A, 3 },
  { "doctype", D, "<svg ", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg ", "doctype", D, 1 },
  { "grammar-topic", A, "<say>2</say><alt>2</alt>", "<alt>2</alt><say>2</say>", "grammar", A,
    10 },
  { "grammar-pack", PACK, "<funding>F</funding>", "", "grammar", PACK, 2 },
  { "grammar-diagram", D, "<stop offset='0'/>", "<path/>", "grammar", D, 10 },
  { "grammar-other-root", A, "topic:1'", "topic:2'", "grammar", A, 1 },
  { "missing-topic", PACK, "topics/b.xml", "topics/c.xml", "missing-file", PACK, 5 },
  { "missing-diagram", B, "<choice id='c1'",
    "<story diagram='diagrams/e.svg'><part ref='p'>P</part>\n"
    "<step ref='s'><say>S</say><alt>A</alt></step></story><choice id='c1'",
    "missing-file", B, 4 },
  { "topic-above", PACK, "topics/b.xml", "../b.xml", "path-outside-pack", PACK, 5 },
  { "topic-absolute", PACK, "topics/b.xml", "/etc/passwd", "path-outside-pack", PACK, 5 },
  { "diagram-above", A, "diagrams/d.svg", "../diagrams/d.svg", "path-outside-pack", A, 7 },
  { "diagram-elsewhere", A, "diagrams/d.svg", "topics/a.xml", "path-outside-pack", A, 7 },
  { "hero-missing", PACK, "<section id", "<hero diagram='diagrams/e.svg' step='s1'><alt>A</alt>"
    "</hero><section id", "missing-file", PACK, 3 },
  { "hero-elsewhere", PACK, "<section id", "<hero diagram='diagrams/../topics/a.xml' step='s1'>"
    "<alt>A</alt></hero><section id", "path-outside-pack", PACK, 3 },
  { "hero-step", PACK, "<section id", "<hero diagram='diagrams/d.svg' step='s9'><alt>A</alt>"
    "</hero><section id", "unknown-step", PACK, 3 },
  { "hero-without-words", PACK, "<section id", "<hero diagram='diagrams/d.svg' step='s1'/>"
    "<section id", "grammar", PACK, 3 },
  { "same-topic", B, "id='b'", "id='a'", "duplicate-id", B, 1 },
  { "same-href", PACK, "<section id", "<section id='two' title='2'><topic href='topics/b.xml'/>"
    "</section>\n<section id", "duplicate-id", PACK, 6 },
  { "same-section", PACK, "<glossary>", "<section id='one' title='2'><topic href='topics/z.xml'/>"
    "</section><glossary>", "duplicate-id", PACK, 7 },
  { "same-entry", PACK, "id='bone'", "id='cell'", "duplicate-id", PACK, 9 },
  { "same-reference", PACK, "id='y2021'", "id='x2020'", "duplicate-id", PACK, 13 },
  { "same-choice", B, "id='c2'", "id='c1'", "duplicate-id", B, 5 },
  { "same-part-name", A, "ref='tibia'", "ref='femur'", "duplicate-id", A, 6 },
  { "same-step", D, "id='s2'", "id='s1'", "duplicate-id", D, 6 },
  { "same-element", D, "<path ", "<path id='tibia' ", "duplicate-id", D, 13 },
  { "unknown-step", A, "ref='s2'", "ref='s9'", "unknown-step", A, 10 },
  { "unknown-part-of-label", A, "part='femur'", "part='hand'", "unknown-part", A, 8 },
  { "unknown-part-of-drawing", A, "ref='tibia'", "ref='hand'", "unknown-part", A, 6 },
  { "unknown-part-of-focus", D, "focus='femur'", "focus='hand'", "unknown-part", D, 5 },
  { "unknown-anchor", A, "anchor='body'", "anchor='end'", "unknown-anchor", A, 8 },
  { "unknown-term", A, "ref='cell'", "ref='sell'", "unknown-term", A, 3 },
  { "unknown-reference", A, "cite='y2021'", "cite='x2020 z2022'", "unknown-reference", A, 14 },
  { "unknown-reference-of-choice", B, "cite='x2020'", "cite='z2022'", "unknown-reference", B, 3 },
  { "unknown-element-of-part", D, "<g id='tibia'", "<g id='shin'", "unknown-element", D, 4 },
  { "unknown-element-of-use", D, "#femur'", "#hand'", "unknown-element", D, 13 },
  { "unknown-element-of-url", D, "url(#g)", "url(#h)", "unknown-element", D, 11 },
  { "no-certainty", A, " certainty='low'", "", "claim-without-certainty", A, 13 },
  { "odd-certainty", B, "certainty='low'", "certainty='some'", "claim-without-certainty", B, 3 },
  { "no-source", A, " cite='x2020'", "", "claim-without-source", A, 13 },
  { "empty-source", A, "cite='x2020'", "cite=' '", "claim-without-source", A, 13 },
  { "too-few-steps", A, "<step ref='s3'><say>3</say><alt>3</alt></step>\n", "", "too-few-steps",
    A, 1 },
  { "empty-say", A, "<say>2</say>", "<say> </say>", "empty-text", A, 10 },
  { "empty-part", A, "Shin bone", "", "empty-text", A, 6 },
  { "empty-title", B, "<title>T</title>", "<title/>", "empty-text", B, 1 },
  { "chart-without-room", A, S2_CHART_OF ("points' of='10", "<number cite='x2020' value='1'"
    " range='unknown'>N</number>"), "chart-place", A, 10 },
  { "chart-over-camera", D, "chart='80 0 80 90'", "chart='79 0 80 90'", "bad-value", D, 7 },
  { "chart-no-source", A, S3_CHART ("<number value='7' low='1' high='9'>N</number>"),
    "chart-source", A, 11 },
  { "chart-unknown-source", A, S3_CHART ("<number cite='z1' value='7' low='1' high='9'>N"
    "</number>"), "unknown-reference", A, 11 },
  { "chart-no-range", A, S3_CHART ("<number cite='x2020' value='7'>N</number>"), "chart-range", A,
    11 },
  { "chart-half-range", A, S3_CHART ("<number cite='x2020' value='7' low='1'>N</number>"),
    "chart-range", A, 11 },
  { "chart-range-and-none", A, S3_CHART ("<number cite='x2020' value='7' low='1' high='9'"
    " range='unknown'>N</number>"), "chart-range", A, 11 },
  { "chart-range-beside", A, S3_CHART ("<number cite='x2020' value='7' low='8' high='9'>N"
    "</number>"), "chart-range", A, 11 },
  { "chart-too-many-people", A, S3_CHART ("<number cite='x2020' value='101' range='unknown'>N"
    "</number>"), "chart-number", A, 11 },
  { "chart-part-of-a-person", A, S3_CHART ("<number cite='x2020' value='24.5' range='unknown'>N"
    "</number>"), "chart-number", A, 11 },
  { "chart-odd-number", A, S3_CHART ("<number cite='x2020' value='1e1' range='unknown'>N"
    "</number>"), "chart-number", A, 11 },
  { "chart-high-over-all", A, S3_CHART ("<number cite='x2020' value='7' low='1' high='101'>N"
    "</number>"), "chart-number", A, 11 },
  { "chart-empty-number", A, S3_CHART ("<number cite='x2020' value='7' range='unknown'/>"),
    "empty-text", A, 11 },
  { "chart-two-numbers", A, S3_CHART ("<number cite='x2020' value='7' range='unknown'>N</number>"
    "<number cite='x2020' value='8' range='unknown'>N</number>"), "grammar", A, 11 },
  { "chart-no-numbers", A, S3_CHART (""), "chart-number", A, 11 },
  { "chart-and-label", A, "<step ref='s3'><say>3</say><alt>3</alt></step>",
    "<step ref='s3'><say>3</say><alt>3</alt>\n<label part='femur' anchor='body' rank='1'/>"
    "<chart kind='people'><caption>C</caption><number cite='x2020' value='7' range='unknown'>N"
    "</number></chart></step>", "grammar", A, 12 },
  { "chart-no-caption", A, "<step ref='s3'><say>3</say><alt>3</alt></step>",
    "<step ref='s3'><say>3</say><alt>3</alt>\n<chart kind='people'><caption> </caption><number"
    " cite='x2020' value='7' range='unknown'>N</number></chart></step>", "empty-text", A, 12 },
  { "chart-odd-kind", A, S3_CHART_OF ("pie", "<number cite='x2020' value='7' range='unknown'>N"
    "</number>"), "grammar", A, 11 },
  { "chart-after-nothing", A, S3_CHART_OF ("points' of='10", "<number after='up' cite='x2020'"
    " value='1' range='unknown'>N</number>"), "chart-after", A, 11 },
  { "chart-after-itself", A, S3_CHART_OF ("points' of='10", "<number id='up' after='up'"
    " cite='x2020' value='1' range='unknown'>N</number>"), "chart-after", A, 11 },
  { "chart-over-the-scale", A, S3_CHART_OF ("points' of='10", "<number id='a' cite='x2020'"
    " value='6' range='unknown'>N</number>\n<number after='a' cite='x2020' value='5'"
    " range='unknown'>N</number>"), "chart-number", A, 12 },
  { "chart-below-the-scale", A, S3_CHART_OF ("points' of='10", "<number cite='x2020' value='6'"
    " low='-1' high='7'>N</number>"), "chart-number", A, 11 },
  { "chart-no-scale", A, S3_CHART_OF ("points", "<number cite='x2020' value='1' range='unknown'>N"
    "</number>"), "chart-number", A, 11 },
  { "chart-two-scales", A, "<step ref='s2'><say>2</say><alt>2</alt></step>\n"
    "<step ref='s3'><say>3</say><alt>3</alt></step>", "<step ref='s3'><say>2</say><alt>2</alt>"
    POINTS ("10") "</step>\n<step ref='s3'><say>3</say><alt>3</alt>" POINTS ("5") "</step>\n"
    "<step ref='s3'><say>3</say><alt>3</alt></step>", "chart-denominator", A, 11 },
  { "chart-beyond-the-years", A, S3_CHART_OF ("years' of='5' each='10", "<number at='6'"
    " value='30' cite='x2020'>N</number>"), "chart-number", A, 11 },
  { "chart-nobody", A, S3_CHART_OF ("years' of='5' each='10", "<number at='1' value='0'"
    " cite='x2020'>N</number>"), "chart-number", A, 11 },
  { "bad-time", D, "end='2'", "end='later'", "bad-time", D, 6 },
  { "step-order", D, "begin='1' end='2'", "begin='2' end='1'", "step-order", D, 6 },
  { "step-order-warning", D, "begin='2' end='3'", "begin='0.5' end='3'", "step-order", D, 7 },
  { "bad-value", D, "#FFFFFF", "white", "bad-value", D, 2 },
  { "bad-path", D, "M0 0h10", "M0 0h10q", "bad-path", D, 11 },
  { "expired", PACK, "2999", "2001", "expired", PACK, 1 },
  { "script", D, "<defs>", "<script/><defs>", "unsupported-element", D, 10 },
  { "foreign-object", D, "<defs>", "<foreignObject/><defs>", "unsupported-element", D, 10 },
  { "text", D, "<defs>", "<text/><defs>", "unsupported-element", D, 10 },
  { "image", D, "<defs>", "<image/><defs>", "unsupported-element", D, 10 },
  { "foreign-element", D, "<defs>", "<x xmlns='urn:x'><y/></x><defs>", "unsupported-element", D,
    10 },
  { "drop-shadow", D, "<defs>", "<defs><filter id='f'><feDropShadow/></filter>",
    "unsupported-element", D, 10 },
  { "unknown-in-topic", A, "<hoped>", "<hope/><hoped>", "unsupported-element", A, 3 },
  { "handler", D, "<path ", "<path onclick='go()' ", "unsupported-attribute", D, 11 },
  { "path-length", D, "<path ", "<path pathLength='1' ", "unsupported-attribute", D, 11 },
  { "transform-origin", D, "<path ", "<path transform-origin='1' ", "unsupported-attribute", D,
    11 },
  { "vector-effect", D, "<path ", "<path vector-effect='none' ", "unsupported-attribute", D, 11 },
  { "css-transform", D, "opacity: .5", "opacity: .5; transform: none", "unsupported-attribute", D,
    13 },
  { "css-sheet", D, "stroke-width: 2", "/* ; */\n font-size: 2", "unsupported-attribute", D, 10 },
  { "css-import", D, ".c {", "@import 'a'; .c {", "unsupported-element", D, 9 },
  { "unknown-in-pack", PACK, "<entry id='bone'", "<entry id='bone' kind='x'",
    "unsupported-attribute", PACK, 9 },
  { "external-use", D, "href='#femur'", "href='other.svg#a'", "external-reference", D, 13 },
  { "external-xlink", D, "href='#femur'", "xlink:href='http://example.org/'",
    "external-reference", D, 13 },
  { "external-url", D, "url(#g)", "url(\"other.svg#g\")", "external-reference", D, 11 },
  { "external-css", D, "#f00", "url(file:///a#b)", "external-reference", D, 9 },
};

/* ------------------------------------------------------------------------------ fixtures */

static char *
make_pack (const char *directory,
           int         changed,
           const char *from,
           const char *to)
{
  for (int i = 0; i < N_FILES; i++)
    {
      g_autoptr(GString) text = g_string_new (files[i].text);

      if (i == changed)
        g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
      write_file (directory, files[i].path, text->str);
    }

  return g_strdup (directory);
}

static char *
make_directory (void)
{
  g_autoptr(GError) error = NULL;
  char *directory = g_dir_make_tmp (NULL, &error);

  g_assert_no_error (error);
  return directory;
}

/* The one problem of a report that breaks @rule. */
static const GenuProblem *
find_problem (const GenuReport *report,
              const char       *rule)
{
  for (guint i = 0; i < genu_report_get_n_problems (report); i++)
    {
      const GenuProblem *problem = genu_report_get_problem (report, i);

      if (g_str_equal (problem->rule, rule))
        return problem;
    }

  return NULL;
}

/* ----------------------------------------------------------------------------------- tests */

static void
test_sound (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *path = make_pack (directory, -1, NULL, NULL);
  g_autofree char *drawing = g_build_filename (path, "diagrams", "d.svg", NULL);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GPtrArray) diagrams = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  genu_check_pack (path, NULL, report, diagrams);
  text = genu_report_to_string (report);
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpuint (diagrams->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (diagrams, 0), ==, drawing);
  remove_tree (directory);
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *directory = make_directory ();
  g_autofree char *path = make_pack (directory, cases[i].file, cases[i].from, cases[i].to);
  g_autofree char *file = g_build_filename (path, files[cases[i].problem_file].path, NULL);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *text = NULL;
  const GenuProblem *problem;

  genu_pack_check (path, NULL, report);
  text = genu_report_to_string (report);
  g_test_message ("%s", text);
  problem = find_problem (report, cases[i].rule);
  g_assert_nonnull (problem);
  g_assert_cmpstr (problem->file, ==, file);
  g_assert_cmpint (problem->line, ==, cases[i].line);
  remove_tree (directory);
}

/* Faults in three files, one of them unreadable, come out of one run. */
static void
test_all_at_once (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *path = make_pack (directory, A, "ref='s2'", "ref='s9' colour='red'");
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GString) drawing = g_string_new (d_svg);

  write_file (path, "topics/b.xml", "<topic");
  g_string_replace (drawing, "<defs>", "<image/><text/><defs>", 1);
  g_string_replace (drawing, "<path ", "<path onclick='x' onload='y' ", 1);
  write_file (path, "diagrams/d.svg", drawing->str);
  genu_pack_check (path, NULL, report);

  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 7);
  g_assert_true (genu_report_has_rule (report, "not-well-formed"));
  g_assert_true (genu_report_has_rule (report, "unknown-step"));
  g_assert_true (genu_report_has_rule (report, "unsupported-element"));
  g_assert_true (genu_report_has_rule (report, "unsupported-attribute"));
  remove_tree (directory);
}

/* A mechanism without <evidence> lacks both. */
static void
test_no_evidence (void)
{
  const char *start = strstr (a_xml, "<evidence");
  g_autofree char *evidence = g_strndup (start, (gsize) (strstr (start, "</topic>") - start));
  g_autofree char *directory = make_directory ();
  g_autofree char *path = make_pack (directory, A, evidence, "");
  g_autoptr(GenuReport) report = genu_report_new ();

  genu_pack_check (path, NULL, report);
  g_assert_true (genu_report_has_rule (report, "claim-without-certainty"));
  g_assert_true (genu_report_has_rule (report, "claim-without-source"));
  remove_tree (directory);
}

/* A link that leads out of the pack is refused, whatever it leads to. */
static void
test_symlink (gconstpointer data)
{
  const char *relative = data;
  g_autofree char *directory = make_directory ();
  g_autofree char *inside = g_build_filename (directory, "pack", NULL);
  g_autofree char *path = make_pack (inside, -1, NULL, NULL);
  g_autofree char *target = g_build_filename (directory, "outside", NULL);
  g_autofree char *link = g_build_filename (path, relative, NULL);
  g_autoptr(GenuReport) check = genu_report_new (), load = genu_report_new ();
  g_autoptr(GenuPack) pack = NULL;

  g_assert_cmpint (g_rename (link, target), ==, 0);
  g_assert_cmpint (symlink (target, link), ==, 0);
  genu_pack_check (path, NULL, check);
  g_assert_true (genu_report_has_rule (check, "path-outside-pack"));
  pack = genu_pack_load (path, NULL, load);
  g_assert_nonnull (pack);
  if (g_str_has_prefix (relative, "topics"))
    {
      g_assert_cmpuint (pack->topics->len, <, 2);
      g_assert_true (genu_report_has_rule (load, "path-outside-pack"));
    }
  else
    {
      g_autofree char *diagram = genu_pack_dup_diagram_path (pack, "diagrams/d.svg");

      g_assert_null (diagram);
    }
  remove_tree (directory);
}

/* A link within the pack is nobody's harm. */
static void
test_inner_symlink (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *path = make_pack (directory, PACK, "topics/b.xml", "topics/c.xml");
  g_autofree char *link = g_build_filename (path, "topics", "c.xml", NULL);
  g_autoptr(GenuReport) report = genu_report_new ();

  g_assert_cmpint (symlink ("b.xml", link), ==, 0);
  genu_pack_check (path, NULL, report);
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  remove_tree (directory);
}

static void
test_nothing_there (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuReport) file_report = genu_report_new ();
  g_autofree char *file = g_build_filename (directory, "no.svg", NULL);

  genu_pack_check (directory, NULL, report);
  g_assert_true (genu_report_has_rule (report, "missing-file"));
  genu_check_file (file, file_report, NULL);
  g_assert_true (genu_report_has_rule (file_report, "missing-file"));
  remove_tree (directory);
}

/* Single files: a topic finds its pack; a drawing and a pack.xml are told by their root. */
static void
test_files (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *path = make_pack (directory, A, "ref='s2'", "ref='s9'");

  for (int i = 0; i < N_FILES; i++)
    {
      g_autofree char *file = g_build_filename (path, files[i].path, NULL);
      g_autoptr(GenuReport) report = genu_report_new ();

      genu_check_file (file, report, NULL);
      g_assert_cmpuint (genu_report_get_n_problems (report), ==, i == PACK || i == A ? 1 : 0);
    }
  remove_tree (directory);
}

/* Two languages beside one drawing; each folder must hold the language it is named after. */
static void
test_languages (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *en = g_build_filename (directory, "en", NULL);
  g_autofree char *fr = g_build_filename (directory, "fr", NULL);
  g_autofree char *made_en = make_pack (en, -1, NULL, NULL);
  g_autofree char *made_fr = make_pack (fr, PACK, "lang='en'", "lang='fr'");
  g_autofree char *from = g_build_filename (fr, "diagrams", NULL);
  g_autofree char *drawings = g_build_filename (directory, "diagrams", NULL);
  g_autofree char *twice = g_build_filename (en, "diagrams", NULL);
  g_autoptr(GPtrArray) diagrams = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GenuReport) sound = genu_report_new (), odd = genu_report_new ();
  g_autoptr(GenuReport) one = genu_report_new ();
  g_autofree char *renamed = g_build_filename (directory, "de", NULL);

  g_assert_cmpint (g_rename (from, drawings), ==, 0);
  remove_tree (twice);
  genu_check_pack (directory, NULL, sound, diagrams);
  g_assert_cmpuint (genu_report_get_n_problems (sound), ==, 0);
  g_assert_cmpuint (diagrams->len, ==, 1);

  g_assert_cmpint (g_rename (fr, renamed), ==, 0);
  genu_pack_check (directory, NULL, odd);
  g_assert_cmpuint (genu_report_get_n_problems (odd), ==, 1);
  g_assert_true (genu_report_has_rule (odd, "language"));
  genu_pack_check (directory, "en", one);
  g_assert_cmpuint (genu_report_get_n_problems (one), ==, 0);
  remove_tree (directory);
}

/* An author can ask why any rule exists. */
static void
test_explained (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *source = NULL;

      g_test_message ("%s", cases[i].rule);
      g_assert_nonnull (genu_check_explain (cases[i].rule, &source));
      g_assert_nonnull (source);
    }
  g_assert_null (genu_check_explain ("no-such-rule", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/sound", test_sound);
  ADD_CASES (cases, "/check/rule/", test_case);
  g_test_add_func ("/check/explained", test_explained);
  g_test_add_func ("/check/all-at-once", test_all_at_once);
  g_test_add_func ("/check/no-evidence", test_no_evidence);
  g_test_add_data_func ("/check/symlink/topic", "topics/a.xml", test_symlink);
  g_test_add_data_func ("/check/symlink/topics", "topics", test_symlink);
  g_test_add_data_func ("/check/symlink/diagram", "diagrams/d.svg", test_symlink);
  g_test_add_data_func ("/check/symlink/diagrams", "diagrams", test_symlink);
  g_test_add_func ("/check/symlink/inner", test_inner_symlink);
  g_test_add_func ("/check/nothing-there", test_nothing_there);
  g_test_add_func ("/check/files", test_files);
  g_test_add_func ("/check/languages", test_languages);

  return g_test_run ();
}
