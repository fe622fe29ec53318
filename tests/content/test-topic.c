/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A topic's XML becomes the model: every field, white space, defaults, limits. */

#include "config.h"

#include "genu-limits.h"
#include "genu-topic-parser.h"

#include <glib/gstdio.h>
#include <string.h>

#define OPEN "<topic xmlns='urn:genu:topic:1' id='t' kind='benefit' minutes='2.5'>\n"
#define HEAD "<title> Less\n  pain </title><key-point>It may ease.</key-point>"

static const char whole[] =
  OPEN HEAD "<summary>In short</summary>"
  "<hoped><p cite=' a  b '>The <term ref='cell'>cells </term> <strong>may</strong>\n help. </p>"
  "</hoped>"
  "<story diagram='diagrams/knee.svg'>"
  "<part ref='femur'>Thigh bone</part><part ref='tibia'>Shin bone</part>"
  "<step ref='one'><say>Look <!-- not read --> here.</say><alt>A knee.</alt>"
  "<label part='femur' anchor='body' rank='1'/>"
  "<label part='tibia' anchor='end' rank='2'>The lower bone</label>"
  "<label part='fibula' anchor='end' rank='3'/>"
  "<for-clinician>Note</for-clinician></step>"
  "<step ref='two' diagram='diagrams/cells.svg'><say>Closer.</say><alt>Cells.</alt></step>"
  "</story>"
  "<evidence certainty='very-low' cite='a b'>"
  "<favourable><p>One</p><p>Two</p></favourable><unfavourable><p>No</p></unfavourable>"
  "<not-known><p>?</p></not-known>"
  "<duration>A year</duration><harms><p>Sore</p></harms></evidence>"
  "<body><section><title>More</title><p>Text</p><list><item cite='c'>First</item>"
  "<item>Second</item></list></section><section><p>End</p></section></body>"
  "<choice id='wait' certainty='moderate' cite='d'><title>Wait</title><what><p>1</p></what>"
  "<good><p>2</p></good><harms><p>3</p></harms><cost><p>4</p></cost><unknown><p>5</p></unknown>"
  "</choice>"
  "<teach-back>Say it.</teach-back><for-clinician><p>Detail</p></for-clinician></topic>";

static GenuTopic *
parse (const char *text,
       GenuReport *report)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_bytes (bytes, "t.xml", report);

  g_assert_nonnull (document);
  return genu_topic_parse (document, "t.xml", report);
}

static const GenuParagraph *
nth (const GPtrArray *paragraphs,
     guint            index)
{
  g_assert_cmpuint (index, <, paragraphs->len);
  return g_ptr_array_index (paragraphs, index);
}

static void
test_head (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTopic) topic = parse (whole, report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_cmpstr (topic->id, ==, "t");
  g_assert_cmpint (topic->kind, ==, GENU_TOPIC_KIND_BENEFIT);
  g_assert_cmpfloat (topic->minutes, ==, 2.5);
  g_assert_cmpstr (topic->path, ==, "t.xml");
  g_assert_cmpstr (topic->title, ==, "Less pain");
  g_assert_cmpstr (topic->key_point, ==, "It may ease.");
  g_assert_cmpstr (topic->summary, ==, "In short");
  g_assert_cmpstr (topic->teach_back, ==, "Say it.");
  g_assert_cmpstr (nth (topic->for_clinician, 0)->text, ==, "Detail");
}

/* White space is collapsed over runs; a space that ends a run does not begin the next. */
static void
test_runs (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTopic) topic = parse (whole, report);
  const GenuParagraph *paragraph = nth (topic->hoped, 0);
  const GenuRun *run;

  g_assert_cmpstr (paragraph->text, ==, "The cells may help.");
  g_assert_cmpint (paragraph->line, ==, 3);
  g_assert_false (paragraph->is_item);
  g_assert_cmpuint (g_strv_length (paragraph->cites), ==, 2);
  g_assert_cmpstr (paragraph->cites[1], ==, "b");

  g_assert_cmpuint (paragraph->runs->len, ==, 4);
  run = g_ptr_array_index (paragraph->runs, 1);
  g_assert_cmpint (run->kind, ==, GENU_RUN_TERM);
  g_assert_cmpstr (run->ref, ==, "cell");
  g_assert_cmpstr (run->text, ==, "cells ");
  run = g_ptr_array_index (paragraph->runs, 2);
  g_assert_cmpint (run->kind, ==, GENU_RUN_STRONG);
  g_assert_cmpstr (run->text, ==, "may");
  g_assert_null (run->ref);
}

static void
test_story (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTopic) topic = parse (whole, report);
  const GenuStep *one, *two;
  const GenuLabel *label;

  g_assert_cmpuint (topic->parts->len, ==, 2);
  g_assert_cmpstr (genu_topic_find_part (topic, "tibia")->name, ==, "Shin bone");
  g_assert_null (genu_topic_find_part (topic, "fibula"));

  g_assert_cmpuint (topic->steps->len, ==, 2);
  one = g_ptr_array_index (topic->steps, 0);
  two = g_ptr_array_index (topic->steps, 1);
  g_assert_cmpstr (one->ref, ==, "one");
  g_assert_cmpstr (one->diagram, ==, "diagrams/knee.svg");
  g_assert_cmpstr (two->diagram, ==, "diagrams/cells.svg");
  g_assert_cmpstr (one->say, ==, "Look here.");
  g_assert_cmpstr (one->alt, ==, "A knee.");
  g_assert_cmpstr (one->for_clinician, ==, "Note");
  g_assert_null (two->for_clinician);

  g_assert_cmpuint (one->labels->len, ==, 3);
  label = g_ptr_array_index (one->labels, 0);
  g_assert_cmpstr (label->text, ==, "Thigh bone");
  label = g_ptr_array_index (one->labels, 1);
  g_assert_cmpstr (label->text, ==, "The lower bone");
  g_assert_cmpstr (label->anchor, ==, "end");
  g_assert_cmpint (label->rank, ==, 2);
  label = g_ptr_array_index (one->labels, 2);
  g_assert_cmpstr (label->text, ==, "");
}

static void
test_evidence (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTopic) topic = parse (whole, report);
  const GenuEvidence *evidence = topic->evidence;

  g_assert_cmpint (evidence->certainty, ==, GENU_CERTAINTY_VERY_LOW);
  g_assert_cmpuint (g_strv_length (evidence->cites), ==, 2);
  g_assert_cmpuint (evidence->favourable->len, ==, 2);
  g_assert_cmpstr (nth (evidence->unfavourable, 0)->text, ==, "No");
  g_assert_cmpstr (nth (evidence->not_known, 0)->text, ==, "?");
  g_assert_cmpuint (evidence->limits->len, ==, 0);
  g_assert_cmpstr (nth (evidence->harms, 0)->text, ==, "Sore");
  g_assert_cmpstr (evidence->duration, ==, "A year");
  g_assert_null (evidence->funding);
}

static void
test_body_and_choices (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTopic) topic = parse (whole, report);
  const GenuBodySection *first = g_ptr_array_index (topic->body, 0);
  const GenuBodySection *second = g_ptr_array_index (topic->body, 1);
  const GenuChoice *choice = g_ptr_array_index (topic->choices, 0);

  g_assert_cmpstr (first->title, ==, "More");
  g_assert_cmpuint (first->paragraphs->len, ==, 3);
  g_assert_false (nth (first->paragraphs, 0)->is_item);
  g_assert_true (nth (first->paragraphs, 1)->is_item);
  g_assert_cmpstr (nth (first->paragraphs, 1)->cites[0], ==, "c");
  g_assert_null (second->title);

  g_assert_cmpstr (choice->id, ==, "wait");
  g_assert_cmpint (choice->certainty, ==, GENU_CERTAINTY_MODERATE);
  g_assert_cmpstr (choice->cites[0], ==, "d");
  g_assert_cmpstr (nth (choice->what, 0)->text, ==, "1");
  g_assert_cmpstr (nth (choice->unknown, 0)->text, ==, "5");
}

/* Parsing never fails: what is not there is empty. */
static void
test_empty (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTopic) topic = parse ("<topic xmlns='urn:genu:topic:1'/>", report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_cmpstr (topic->id, ==, "");
  g_assert_cmpint (topic->kind, ==, GENU_TOPIC_KIND_PAGE);
  g_assert_cmpstr (topic->title, ==, "");
  g_assert_null (topic->evidence);
  g_assert_cmpuint (topic->steps->len, ==, 0);
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *repeated = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

static void
test_too_many_steps (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *steps = repeat ("<step ref='s'/>", GENU_LIMIT_STEPS + 5);
  g_autofree char *text = g_strconcat (OPEN "<story diagram='d'>", steps, "</story></topic>", NULL);
  g_autoptr(GenuTopic) topic = parse (text, report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 1);
  g_assert_true (genu_report_has_rule (report, "limit-steps"));
  g_assert_cmpuint (topic->steps->len, ==, GENU_LIMIT_STEPS);
}

static void
test_too_many_labels (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *labels = repeat ("<label part='p'/>", GENU_LIMIT_LABELS + 1);
  g_autofree char *text = g_strconcat (OPEN "<story diagram='d'><step ref='s'>", labels,
                                       "</step></story></topic>", NULL);
  g_autoptr(GenuTopic) topic = parse (text, report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 1);
  g_assert_true (genu_report_has_rule (report, "limit-labels"));
}

static void
test_too_many_cites (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *cites = repeat ("a ", GENU_LIMIT_LIST + 1);
  g_autofree char *text = g_strconcat (OPEN "<hoped><p cite='", cites, "'>x</p></hoped></topic>",
                                       NULL);
  g_autoptr(GenuTopic) topic = parse (text, report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 1);
  g_assert_true (genu_report_has_rule (report, "limit-list"));
  g_assert_cmpuint (g_strv_length (nth (topic->hoped, 0)->cites), ==, 0);
}

/* Loading drops the label without a name, and refuses what does not follow the grammar. */
static void
test_load (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = NULL;
  g_autoptr(GenuTopic) topic = NULL, unsure = NULL, absent = NULL;
  g_autoptr(GString) text = g_string_new (whole);
  int fd = g_file_open_tmp (NULL, &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  topic = genu_topic_load (path, report);
  g_assert_nonnull (topic);
  g_assert_cmpuint (((GenuStep *) g_ptr_array_index (topic->steps, 0))->labels->len, ==, 2);

  g_string_replace (text, "certainty='very-low'", "", 1);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  unsure = genu_topic_load (path, report);
  g_assert_null (unsure);
  g_assert_true (genu_report_has_rule (report, "grammar"));

  g_assert_true (g_close (fd, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  absent = genu_topic_load (path, report);
  g_assert_null (absent);
  g_assert_true (genu_report_has_rule (report, "missing-file"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/topic/head", test_head);
  g_test_add_func ("/topic/runs", test_runs);
  g_test_add_func ("/topic/story", test_story);
  g_test_add_func ("/topic/evidence", test_evidence);
  g_test_add_func ("/topic/body-and-choices", test_body_and_choices);
  g_test_add_func ("/topic/empty", test_empty);
  g_test_add_func ("/topic/too-many-steps", test_too_many_steps);
  g_test_add_func ("/topic/too-many-labels", test_too_many_labels);
  g_test_add_func ("/topic/too-many-cites", test_too_many_cites);
  g_test_add_func ("/topic/load", test_load);

  return g_test_run ();
}
