/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawing frozen at a time: what is written into it and what is taken out. */

#include "config.h"

#include "smil-fixture.h"
#include "../test-cases.h"

static const struct
{
  const char *name, *body;
  double      time;
  const char *present, *absent; /* "|" parts several */
} cases[] = {
  { "attribute", "<rect x='5'><set attributeName='x' to='9'/></rect>", 0, "<rect x=\"9\"/>",
    "<set" },
  { "base", "<rect x='5'><set attributeName='x' to='9' begin='1s'/></rect>", 0, "<rect x=\"5\"/>",
    "<set" },
  { "property", "<rect fill='red'><set attributeName='fill' to='#00ff00'/></rect>", 0,
    "style=\"fill: rgb(0, 255, 0)\"", "<set" },
  { "property-over-style", "<rect style='fill: red; stroke: blue'><set attributeName='fill' "
    "to='#00ff00'/></rect>", 0, "fill: rgb(0, 255, 0)|stroke: blue", "fill: red" },
  { "href-target", "<rect id='a' x='5'/><set href='#a' attributeName='x' to='9'/>", 0,
    "<rect id=\"a\" x=\"9\"/>", "<set" },
  { "xlink-target", "<rect id='a' x='5'/><g><set xlink:href='#a' attributeName='x' to='9'/></g>", 0,
    "<rect id=\"a\" x=\"9\"/>|<g/>", "<set" },
  { "motion", "<rect transform='scale(2)'><animateMotion path='M0 0 H8' dur='2s'><mpath href='#p'/>"
    "</animateMotion></rect><path id='p' d='M0 0 H4'/>", 1,
    "transform=\"matrix(1 0 0 1 2 0) scale(2 2)\"|<path id=\"p\"", "animateMotion|mpath" },
  { "all-kinds", "<rect><animateColor attributeName='fill' to='red'/><discard begin='1s'/>"
    "<animateTransform attributeName='transform' type='scale' to='2'/></rect>", 0, "<rect",
    "animate|discard" },
  { "inside-defs", "<defs><linearGradient id='g'><stop offset='0'><animate attributeName='offset' "
    "from='0' to='1' dur='2s'/></stop></linearGradient></defs>", 1, "<stop offset=\"0.5\"/>",
    "<animate" },
  { "text-around", "<text x='1'>one <set attributeName='x' to='9'/>two</text>", 0,
    "x=\"9\"|one |two",
    "<set" },
  { "animation-in-animation", "<rect><set id='s' attributeName='x' to='9'><desc>why</desc></set>"
    "</rect>", 0, "<rect x=\"9\"/>", "why|<set" },
  { "important", "<rect style='fill: red !important'><set attributeName='fill' "
    "to='#00ff00'/></rect>", 0, "fill: red !important", "rgb(0, 255, 0)" },
  { "origin", "<rect transform-origin='5 5'><animateTransform attributeName='transform' "
    "type='scale' from='2' to='2' dur='9s'/></rect>", 1,
    "transform=\"matrix(1 0 0 1 5 5) scale(2 2) matrix(1 0 0 1 -5 -5)\"", "transform-origin" },
  { "link", "<use href='#a'><set attributeName='href' to='#b'/></use>", 0, "href=\"#b\"", "#a" },
  { "foreign", "<rect xmlns:o='urn:other'><o:set attributeName='x' to='9'/></rect>", 0, "<o:set",
    "x=\"9\"" },
};

static char *
dump (const GenuTimeline *timeline)
{
  g_autoptr(GenuXmlDoc) baked = genu_timeline_bake (timeline);
  xmlChar *text;
  int size;
  char *copy;

  xmlDocDumpMemory (baked, &text, &size);
  copy = g_strdup ((const char *) text);
  xmlFree (text);

  return copy;
}

static void
check_parts (const char *text,
             const char *parts,
             gboolean    is_present)
{
  g_auto(GStrv) items = g_strsplit (parts, "|", -1);

  for (guint i = 0; items[i] != NULL; i++)
    if ((strstr (text, items[i]) != NULL) != is_present)
      {
        g_test_message ("%s: %s\n%s", is_present ? "missing" : "should not be there", items[i],
                        text);
        g_test_fail ();
      }
}

static void
test_bake (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuTimeline) timeline = fixture_new (cases[i].body, NULL);
  g_autofree char *text = NULL;

  genu_timeline_seek (timeline, SECONDS (cases[i].time));
  text = dump (timeline);
  check_parts (text, cases[i].present, TRUE);
  check_parts (text, cases[i].absent, FALSE);
}

/* Baking changes nothing: the document and later bakes are as if it had not been. */
static void
test_unchanged (void)
{
  g_autoptr(GenuTimeline) timeline
    = fixture_new_rect ("<animate attributeName='x' from='0' to='80' dur='4s'/>");
  g_autofree char *before = NULL;
  g_autofree char *later = NULL;
  g_autofree char *again = NULL;

  before = dump (timeline);
  genu_timeline_seek (timeline, SECONDS (2));
  later = dump (timeline);
  genu_timeline_seek (timeline, 0);
  again = dump (timeline);
  g_assert_cmpstr (before, ==, again);
  g_assert_cmpstr (before, !=, later);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* every row says what is wrong with it */

  ADD_CASES (cases, "/smil/bake/", test_bake);
  g_test_add_func ("/smil/bake/unchanged", test_unchanged);

  return g_test_run ();
}
