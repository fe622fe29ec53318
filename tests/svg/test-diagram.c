/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawing's steps, parts and anchors: read whole when right, left out and reported when wrong. */

#include "config.h"

#include "genu-diagram.h"
#include "genu-limits.h"
#include "../test-cases.h"

#include <string.h>

#define SVG_OPEN "<svg xmlns='http://www.w3.org/2000/svg' xmlns:genu='urn:genu:diagram:1'>\n"
#define BODY "<g id='femur'/><g id='tibia'/></svg>"

static const GenuRect view_box = { 0, 0, 160, 90 };

static GenuDiagram *
read_text (const char *text,
           GenuReport *report)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_bytes (bytes, "a.svg", report);

  g_assert_nonnull (document);
  return genu_diagram_new (document, &view_box, "a.svg", report);
}

/* content goes into <genu:diagram>, which opens on line 2 */
static GenuDiagram *
read_content (const char *attributes,
              const char *content,
              GenuReport *report)
{
  g_autofree char *text = g_strdup_printf (SVG_OPEN "<metadata><genu:diagram version='1' %s>"
                                           "\n%s</genu:diagram></metadata>" BODY,
                                           attributes, content);

  return read_text (text, report);
}

static void
test_whole (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuDiagram) diagram = read_text (
    SVG_OPEN "<title> Knee </title><desc>From the side</desc><metadata>"
    "<genu:diagram version='1' ground='#FBE9DA' unit='mm' laterality='right' max-scale='3' "
    "loop='yes'>"
    "<genu:part id='femur'><genu:anchor name='body' x='1.5' y='-2'/>"
    "<genu:anchor name='end' x='3' y='4e1'/></genu:part>"
    "<genu:part id='tibia' certainty='dish hoped'/>"
    "<genu:scale-bar length='20' unit='um'/>"
    "<genu:step id='one' begin='0' end='1.4' focus=' femur  tibia' camera='50 25,100 56' "
    "chart='150 25 10 40'/>"
    "<genu:step id='two' begin='1.4s' end='3'/>"
    "</genu:diagram></metadata>" BODY, report);
  const GenuDiagramStep *one, *two;
  const GenuDiagramAnchor *anchor;

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_true (diagram->is_annotated);
  g_assert_cmpstr (diagram->title, ==, "Knee");
  g_assert_cmpstr (diagram->description, ==, "From the side");
  g_assert_cmphex (diagram->ground, ==, 0xFBE9DAFF);
  g_assert_cmpstr (diagram->unit, ==, "mm");
  g_assert_cmpint (diagram->laterality, ==, GENU_LATERALITY_RIGHT);
  g_assert_cmpfloat (diagram->max_scale, ==, 3);
  g_assert_true (diagram->loops);
  g_assert_cmpfloat (diagram->scale_bar.length, ==, 20);
  g_assert_cmpstr (diagram->scale_bar.unit, ==, "um");

  g_assert_cmpuint (diagram->parts->len, ==, 2);
  g_assert_cmpint (genu_diagram_find_part (diagram, "femur")->doubt, ==, 0);
  g_assert_cmpint (genu_diagram_find_part (diagram, "tibia")->doubt, ==,
                   GENU_DIAGRAM_SEEN_IN_DISHES | GENU_DIAGRAM_HOPED);
  anchor = genu_diagram_find_anchor (diagram, "femur", "end");
  g_assert_nonnull (anchor);
  g_assert_cmpfloat (anchor->point.x, ==, 3);
  g_assert_cmpfloat (anchor->point.y, ==, 40);
  g_assert_null (genu_diagram_find_anchor (diagram, "tibia", "end"));
  g_assert_null (genu_diagram_find_anchor (diagram, "fibula", "end"));
  g_assert_null (genu_diagram_find_part (diagram, "fibula"));

  g_assert_cmpuint (diagram->steps->len, ==, 2);
  one = genu_diagram_find_step (diagram, "one");
  two = genu_diagram_find_step (diagram, "two");
  g_assert_cmpint (one->begin, ==, 0);
  g_assert_cmpint (one->end, ==, 1400000);
  g_assert_cmpuint (g_strv_length (one->focus), ==, 2);
  g_assert_cmpstr (one->focus[1], ==, "tibia");
  g_assert_cmpfloat (one->camera.x, ==, 50);
  g_assert_cmpfloat (one->camera.height, ==, 56);
  g_assert_cmpfloat (one->chart.x, ==, 150);
  g_assert_cmpfloat (one->chart.height, ==, 40);
  g_assert_true (genu_rect_is_empty (&two->chart));
  g_assert_cmpint (two->begin, ==, 1400000);
  g_assert_cmpuint (g_strv_length (two->focus), ==, 0);
  g_assert_cmpfloat (two->camera.width, ==, 160);
  g_assert_null (genu_diagram_find_step (diagram, "three"));
}

static void
test_plain (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuDiagram) diagram = read_text (SVG_OPEN BODY, report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_false (diagram->is_annotated);
  g_assert_cmphex (diagram->ground, ==, 0xFFFFFFFF);
  g_assert_cmpfloat (diagram->max_scale, ==, 2);
  g_assert_cmpint (diagram->laterality, ==, GENU_LATERALITY_NONE);
  g_assert_false (diagram->loops);
  g_assert_null (diagram->title);
  g_assert_null (diagram->scale_bar.unit);
}

static void
test_short_ground (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuDiagram) diagram = read_content ("ground='#fA3'", "", report);

  g_assert_cmphex (diagram->ground, ==, 0xFFAA33FF);
}

#define STEP(attributes) "<genu:step id='s' " attributes "/>"
#define PART(content) "<genu:part id='femur'>" content "</genu:part>"

/* One fault each; steps: how many are left. */
static const struct
{
  const char *name, *attributes, *content, *rule;
  guint       n_steps;
} faults[] = {
  { "no-begin", "", STEP ("end='1'"), "bad-time", 0 },
  { "negative", "", STEP ("begin='-1' end='1'"), "bad-time", 0 },
  { "words", "", STEP ("begin='0' end='soon'"), "bad-time", 0 },
  { "hexadecimal", "", STEP ("begin='0' end='0x10'"), "bad-time", 0 },
  { "infinite", "", STEP ("begin='0' end='1e999'"), "bad-time", 0 },
  { "late", "", STEP ("begin='0' end='1e12'"), "limit-time", 0 },
  { "backward", "", STEP ("begin='2' end='2'"), "step-order", 0 },
  { "earlier", "", STEP ("begin='2' end='3'") "<genu:step id='t' begin='1' end='2'/>",
    "step-order", 2 },
  { "no-id", "", "<genu:step begin='0' end='1'/>", "bad-value", 0 },
  { "same-step", "", STEP ("begin='0' end='1'") STEP ("begin='1' end='2'"), "duplicate-id", 1 },
  { "focus", "", STEP ("begin='0' end='1' focus='fibula'"), "unknown-part", 1 },
  { "camera-three", "", STEP ("begin='0' end='1' camera='0 0 1'"), "bad-value", 1 },
  { "camera-five", "", STEP ("begin='0' end='1' camera='0 0 1 1 1'"), "bad-value", 1 },
  { "camera-flat", "", STEP ("begin='0' end='1' camera='0 0 1 0'"), "bad-value", 1 },
  { "same-part", "", PART ("") PART (""), "duplicate-id", 0 },
  { "no-part-id", "", "<genu:part/>", "bad-value", 0 },
  { "certainty", "", "<genu:part id='femur' certainty='sure'/>", "bad-value", 0 },
  { "no-element", "", "<genu:part id='fibula'/>", "unknown-element", 0 },
  { "same-anchor", "",
    PART ("<genu:anchor name='a' x='0' y='0'/><genu:anchor name='a' x='0' y='0'/>"),
    "duplicate-id", 0 },
  { "anchor-x", "", PART ("<genu:anchor name='a' x='wide' y='0'/>"), "bad-value", 0 },
  { "anchor-name", "", PART ("<genu:anchor x='0' y='0'/>"), "bad-value", 0 },
  { "scale-bar", "", "<genu:scale-bar length='0' unit='mm'/>", "bad-value", 0 },
  { "scale-bar-unit", "", "<genu:scale-bar length='1'/>", "bad-value", 0 },
  { "ground", "ground='pink'", "", "bad-value", 0 },
  { "ground-short", "ground='#12345'", "", "bad-value", 0 },
  { "laterality", "laterality='both'", "", "bad-value", 0 },
  { "loop", "loop='true'", "", "bad-value", 0 },
  { "max-scale", "max-scale='0'", "", "bad-value", 0 },
};

static void
test_fault (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuDiagram) diagram = read_content (faults[i].attributes, faults[i].content, report);
  const GenuProblem *problem;

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 1);
  problem = genu_report_get_problem (report, 0);
  g_assert_cmpstr (problem->rule, ==, faults[i].rule);
  g_assert_cmpstr (problem->file, ==, "a.svg");
  g_assert_cmpint (problem->line, ==, *faults[i].attributes != '\0' ? 2 : 3);
  g_assert_cmpuint (diagram->steps->len, ==, faults[i].n_steps);
}

/* All faults of a file come out of one reading. */
static void
test_all_faults (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuDiagram) diagram = read_content ("ground='pink' loop='maybe'",
    "<genu:part id='fibula'/>\n" STEP ("begin='x' end='1'") "\n" STEP ("begin='2' end='1'"),
    report);

  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 5);
  g_assert_cmpint (genu_report_get_problem (report, 4)->line, ==, 5);
}

static void
test_too_many_steps (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GString) content = g_string_new (NULL);
  g_autoptr(GenuDiagram) diagram = NULL;

  for (int i = 0; i <= GENU_LIMIT_STEPS; i++)
    g_string_append_printf (content, "<genu:step id='s%d' begin='%d' end='%d'/>", i, i, i + 1);
  diagram = read_content ("", content->str, report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 1);
  g_assert_true (genu_report_has_rule (report, "limit-steps"));
  g_assert_cmpuint (diagram->steps->len, ==, GENU_LIMIT_STEPS);
}

static void
test_too_long_list (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GString) content = g_string_new ("<genu:step id='s' begin='0' end='1' focus='");
  g_autoptr(GenuDiagram) diagram = NULL;

  for (int i = 0; i <= GENU_LIMIT_LIST; i++)
    g_string_append (content, "femur ");
  g_string_append (content, "'/>" PART (""));
  diagram = read_content ("", content->str, report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 1);
  g_assert_true (genu_report_has_rule (report, "limit-list"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diagram/whole", test_whole);
  g_test_add_func ("/diagram/plain", test_plain);
  g_test_add_func ("/diagram/short-ground", test_short_ground);
  ADD_CASES (faults, "/diagram/fault/", test_fault);
  g_test_add_func ("/diagram/all-faults", test_all_faults);
  g_test_add_func ("/diagram/too-many-steps", test_too_many_steps);
  g_test_add_func ("/diagram/too-long-list", test_too_long_list);

  return g_test_run ();
}
