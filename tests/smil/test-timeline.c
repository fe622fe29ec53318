/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline as a whole: events, targets, what it reports, limits, what a seek costs. */

#include "config.h"

#include "genu-limits.h"
#include "smil-fixture.h"
#include "../test-cases.h"

static void
test_targets (void)
{
  g_autoptr(GenuTimeline) timeline
    = fixture_new ("<rect id='a'><set attributeName='x' to='1'/><set attributeName='y' to='1'/>"
                   "<set attributeName='x' to='2'/></rect><rect id='b'><animateMotion by='1,1'/>"
                   "<animateTransform attributeName='transform' type='scale' to='2'/></rect>",
                   NULL);
  GenuSvgDocument *document = genu_timeline_get_document (timeline);
  const guint *indices;
  guint n;

  g_assert_cmpuint (genu_timeline_get_n_targets (timeline), ==, 3);
  indices = genu_timeline_get_targets_of (timeline, genu_svg_document_get_element (document, "a"),
                                          &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (genu_timeline_get_target (timeline, indices[1])->attribute->name, ==, "y");
  indices = genu_timeline_get_targets_of (timeline, genu_svg_document_get_element (document, "b"),
                                          &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (genu_timeline_get_target (timeline, indices[0])->attribute->name, ==,
                   "transform");
  g_assert_null (genu_timeline_get_targets_of (timeline, genu_svg_document_get_root (document),
                                               &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_value_or_base (void)
{
  g_autoptr(GenuTimeline) timeline
    = fixture_new_rect ("<set attributeName='x' to='9' begin='1s' dur='1s'/>");

  g_assert_null (genu_timeline_get_value (timeline, 0));
  genu_timeline_seek (timeline, SECONDS (1));
  g_assert_nonnull (genu_timeline_get_value (timeline, 0));
  genu_timeline_seek (timeline, SECONDS (2));
  g_assert_null (genu_timeline_get_value (timeline, 0));
  fixture_check (timeline, "x", "0=5 1=9 2=5 1.5=9 0=5");
}

static void
test_seek_bounds (void)
{
  g_autoptr(GenuTimeline) timeline
    = fixture_new_rect ("<animate attributeName='x' from='0' to='9' begin='-1s' dur='3s'/>");

  genu_timeline_seek (timeline, -5);
  g_assert_cmpint (genu_timeline_get_time (timeline), ==, 0);
  genu_timeline_seek (timeline, G_MAXINT64);
  g_assert_cmpint (genu_timeline_get_time (timeline), ==, GENU_LIMIT_TIME);
  fixture_check (timeline, "x", "0=3 1=6 2=5");
}

#define CLICKS "<set attributeName='x' to='9' begin='click' dur='1s'/>" \
               "<set attributeName='y' to='9' begin='click+1s' end='mouseleave' fill='freeze'/>"

/* Events are known from their time on, whatever the order in which they are recorded. */
static void
test_events (void)
{
  g_autoptr(GenuTimeline) timeline = fixture_new_rect (CLICKS);

  g_assert_true (genu_timeline_add_event (timeline, SECONDS (5), "mouseleave", "r"));
  g_assert_true (genu_timeline_add_event (timeline, SECONDS (3), "click", "r"));
  g_assert_true (genu_timeline_add_event (timeline, SECONDS (1), "click", "r"));
  fixture_check (timeline, "x", "0=5 1=9 2=5 3=9 4=5 1.5=9");
  fixture_check (timeline, "y", "1.5=0 2=9 6=9 0=0");

  genu_timeline_clear_events (timeline);
  fixture_check (timeline, "x", "0=5 1=5 3=5");
}

/* A visitor clicks while the drawing plays: the past stays, the present changes. */
static void
test_event_while_playing (void)
{
  g_autoptr(GenuTimeline) timeline = fixture_new_rect (CLICKS);

  genu_timeline_seek (timeline, SECONDS (4));
  g_assert_cmpint (genu_timeline_get_next_change (timeline), ==, GENU_TIME_NEVER);
  g_assert_true (genu_timeline_add_event (timeline, SECONDS (4), "click", "r"));
  fixture_check (timeline, "x", "4=9 3.999999=5 5=5");
  genu_timeline_seek (timeline, SECONDS (4));
  g_assert_cmpint (genu_timeline_get_next_change (timeline), ==, SECONDS (5));
}

static void
test_event_unknown (void)
{
  g_autoptr(GenuTimeline) timeline = fixture_new_rect (CLICKS);

  g_assert_false (genu_timeline_add_event (timeline, 0, "click", "nobody"));
  g_assert_false (genu_timeline_add_event (timeline, 0, "click", NULL));
  g_assert_true (genu_timeline_add_event (timeline, 0, "frobnicate", "r"));
  g_assert_true (genu_timeline_add_event (timeline, 0, "accessKey(s)", NULL));
  fixture_check (timeline, "x", "0=5 1=5");
}

/* Where an event is heard. */
static const struct
{
  const char *name, *begin, *event, *target;
  gboolean    is_heard;
} routes[] = {
  { "own", "click", "click", "r", TRUE },
  { "from-child", "g.click", "click", "r", TRUE },
  { "from-grandchild", "g.click", "click", "t", TRUE },
  { "not-from-parent", "click", "click", "g", FALSE },
  { "not-from-sibling", "click", "click", "s", FALSE },
  { "other", "s.click", "click", "s", TRUE },
  { "quiet-own", "mouseenter", "mouseenter", "r", TRUE },
  { "quiet-child", "g.mouseenter", "mouseenter", "r", FALSE },
  { "quiet-focus", "g.focus", "focus", "r", FALSE },
  { "focusin", "g.focusin", "focusin", "r", TRUE },
  { "mouseover", "g.mouseover", "mouseover", "r", TRUE },
  { "other-type", "click", "mousedown", "r", FALSE },
  { "activate", "activate", "click", "r", TRUE },
  { "key", "accessKey(s)", "accessKey(s)", NULL, TRUE },
  { "key-word-case", "accesskey(s)", "accessKey(s)", NULL, TRUE },
  { "key-other", "accessKey(s)", "accessKey(q)", NULL, FALSE },
  { "key-case", "accessKey(s)", "accessKey(S)", NULL, FALSE },
  { "link", "indefinite", "click", "l", TRUE },
  { "link-inside", "indefinite", "click", "in", TRUE },
  { "link-other-event", "indefinite", "mousedown", "l", FALSE },
};

static void
test_route (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *body
    = g_strdup_printf ("<g id='g'><g id='r'><set id='a' attributeName='opacity' to='0' begin='%s'/>"
                       "<rect id='t'/></g><rect id='s'/></g>"
                       "<a id='l' href='#a'><g><rect id='in'/></g></a>", routes[i].begin);
  g_autoptr(GenuTimeline) timeline = fixture_new (body, NULL);

  g_assert_true (genu_timeline_add_event (timeline, SECONDS (1), routes[i].event,
                                          routes[i].target));
  fixture_check (timeline, "opacity", routes[i].is_heard ? "0=1 1=0" : "0=1 1=1");
}

static const struct
{
  const char *name, *body, *rule; /* NULL: nothing is reported */
} reports[] = {
  { "good", "<rect><set attributeName='x' to='1'/></rect>", NULL },
  { "no-target", "<set href='#nobody' attributeName='x' to='1'/>", "smil-no-target" },
  { "no-attribute", "<rect><set attributeName='frog' to='1'/></rect>", "smil-no-attribute" },
  { "no-name", "<rect><set to='1'/></rect>", "smil-no-attribute" },
  { "wrong-element", "<rect><animate attributeName='cx' to='1'/></rect>", "smil-no-attribute" },
  { "set-transform", "<rect><set attributeName='transform' to='scale(2)'/></rect>",
    "smil-no-attribute" },
  { "bad-value", "<rect><set attributeName='x' to='frog'/></rect>", "smil-bad-value" },
  { "bad-dur", "<rect><set attributeName='x' to='1' dur='1e3s'/></rect>", "smil-bad-value" },
  { "bad-begin", "<rect><set attributeName='x' to='1' begin='1.2.3s'/></rect>", "smil-bad-value" },
  { "bad-fill", "<rect><set attributeName='x' to='1' fill='hold'/></rect>", "smil-bad-value" },
  { "animate-color", "<rect><animateColor attributeName='fill' to='red'/></rect>",
    "smil-unsupported" },
};

static void
test_report (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTimeline) timeline = fixture_new (reports[i].body, report);

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, reports[i].rule != NULL);
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 0);
  if (reports[i].rule == NULL)
    return;

  g_assert_true (genu_report_has_rule (report, reports[i].rule));
  g_assert_cmpint (genu_report_get_problem (report, 0)->line, ==, 2);
}

/* Two animations that begin each other every few microseconds. */
static void
test_limit_intervals (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTimeline) timeline
    = fixture_new ("<rect><set id='a' attributeName='x' to='1' begin='0s;b.end' dur='0.01ms'/>"
                   "<set id='b' attributeName='y' to='1' begin='a.end' dur='0.01ms'/></rect>",
                   report);

  g_assert_true (genu_report_has_rule (report, "limit-intervals"));
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 1);
  g_assert_true (genu_timeline_has_exceeded_limits (timeline));
  genu_timeline_seek (timeline, GENU_LIMIT_TIME);
  genu_timeline_get_next_change (timeline);
}

/* Something waits for each repeat of an animation that repeats a million times a second. */
static void
test_limit_repeats (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTimeline) timeline
    = fixture_new ("<rect><set id='a' attributeName='x' to='1' dur='0.001ms' "
                   "repeatCount='indefinite'/><set attributeName='y' to='1' begin='0s' "
                   "end='a.repeatEvent-1s'/></rect>", report);

  g_assert_true (genu_report_has_rule (report, "limit-intervals"));
  g_assert_true (genu_timeline_has_exceeded_limits (timeline));
}

/* A cycle that is slow enough to be played, but not for years. */
static void
test_limit_far_seek (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTimeline) timeline
    = fixture_new ("<rect><set id='a' attributeName='x' to='1' begin='0s;a.end' dur='1s'/></rect>",
                   report);

  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 0);
  genu_timeline_seek (timeline, SECONDS (10000));
  g_assert_false (genu_timeline_has_exceeded_limits (timeline));
  genu_timeline_seek (timeline, GENU_LIMIT_TIME);
  g_assert_true (genu_timeline_has_exceeded_limits (timeline));
}

/* The document already refuses to load. */
static void
test_limit_animations (void)
{
  g_autoptr(GString) body = g_string_new ("<rect>");
  g_autoptr(GenuReport) report = genu_report_new ();

  for (guint i = 0; i <= GENU_LIMIT_ANIMATIONS; i++)
    g_string_append (body, "<set attributeName='x' to='1'/>");
  g_string_append (body, "</rect>");
  g_assert_null (fixture_load (body->str, report));
  g_assert_true (genu_report_has_rule (report, "limit-animations"));
}

/* Every animation tells every other one: the notices are bounded, not only the intervals. */
static void
test_limit_notices (void)
{
  g_autoptr(GString) body = g_string_new ("<rect>");
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTimeline) timeline = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_string_append_printf (body, "<set id='a%u' attributeName='x' to='1' begin='%us", i, i);
      for (guint k = 0; k < 40; k++)
        g_string_append_printf (body, ";a%u.begin-1ms;a%u.end+1ms", k, k);
      g_string_append (body, "' dur='3s'/>");
    }
  g_string_append (body, "</rect>");
  timeline = fixture_new (body->str, report);
  genu_timeline_seek (timeline, SECONDS (1000));
  genu_timeline_get_end (timeline);
}

/* A chain of all the animations that are allowed. */
static void
test_long_chain (void)
{
  g_autoptr(GString) body = g_string_new ("<rect><set id='a0' attributeName='x' to='0' dur='1s'/>");
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuTimeline) timeline = NULL;

  for (guint i = 1; i < GENU_LIMIT_ANIMATIONS; i++)
    g_string_append_printf (body, "<set id='a%u' attributeName='x' to='%u' begin='a%u.end' "
                            "dur='1s'/>", i, i, i - 1);
  g_string_append (body, "</rect>");
  timeline = fixture_new (body->str, report);
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  fixture_check (timeline, "x", "0=0 1=1 4000.5=4000 4999.5=4999 5000=0 7=7");
  g_assert_cmpint (genu_timeline_get_end (timeline), ==, SECONDS (GENU_LIMIT_ANIMATIONS));
}

/* Twenty that move among 500 at rest: what a frame costs.  The bound is generous, for a busy
 * machine under a checker; the measured cost is in the message. */
static void
test_cost (void)
{
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(GenuTimeline) timeline = NULL;
  const guint n_frames = 20000;
  gint64 start;
  double usec;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (body, "<rect><animate attributeName='x' values='0;%u;80' dur='7s' "
                            "repeatCount='indefinite'/></rect>", i);
  for (guint i = 0; i < 500; i++)
    g_string_append (body, "<rect><set attributeName='x' to='1' begin='1s' dur='1s'/></rect>");
  timeline = fixture_new (body->str, NULL);

  start = g_get_monotonic_time ();
  for (guint i = 0; i < n_frames; i++)
    genu_timeline_seek (timeline, (gint64) i * 16667);
  usec = (double) (g_get_monotonic_time () - start) / n_frames;
  g_test_message ("a seek costs %.2f µs", usec);
  g_assert_cmpfloat (usec, <, 1000);
}

static void
add_rows (void)
{
  ADD_CASES (routes, "/smil/route/", test_route);
  ADD_CASES (reports, "/smil/report/", test_report);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* every row says what is wrong with it */

  g_test_add_func ("/smil/timeline/targets", test_targets);
  g_test_add_func ("/smil/timeline/value-or-base", test_value_or_base);
  g_test_add_func ("/smil/timeline/seek-bounds", test_seek_bounds);
  g_test_add_func ("/smil/timeline/events", test_events);
  g_test_add_func ("/smil/timeline/event-while-playing", test_event_while_playing);
  g_test_add_func ("/smil/timeline/event-unknown", test_event_unknown);
  add_rows ();
  g_test_add_func ("/smil/limit/intervals", test_limit_intervals);
  g_test_add_func ("/smil/limit/repeats", test_limit_repeats);
  g_test_add_func ("/smil/limit/far-seek", test_limit_far_seek);
  g_test_add_func ("/smil/limit/animations", test_limit_animations);
  g_test_add_func ("/smil/limit/notices", test_limit_notices);
  g_test_add_func ("/smil/limit/long-chain", test_long_chain);
  g_test_add_func ("/smil/cost", test_cost);

  return g_test_run ();
}
