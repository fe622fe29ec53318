/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The intervals of the animation "t": what begins and ends it, how long it lasts.  Each row is its
 * attributes, other animations, events, and the intervals within a minute as "begin-end", the end
 * "*" if it is indefinite.  The rows named after SMIL are examples of that specification. */

#include "config.h"

#include "genu-timegraph.h"
#include "smil-fixture.h"

static const struct
{
  const char *name, *attributes, *others, *events, *intervals;
} cases[] = {
  { "default", "dur='2s'", "", "", "0-2" },
  { "no-dur", "", "", "", "0-*" },
  { "dur-zero", "dur='0s'", "", "", "0-*" },
  { "dur-media", "dur='media'", "", "", "0-*" },
  { "begin", "begin='1s' dur='2s'", "", "", "1-3" },
  { "begin-indefinite", "begin='indefinite' dur='2s'", "", "", "" },
  { "begin-all-bad", "begin='!' dur='2s'", "", "", "" },
  { "begin-list", "begin='5s;1s' dur='2s'", "", "", "1-3 5-7" },
  { "begin-list-equal", "begin='1s;1s' dur='2s'", "", "", "1-3" },
  { "begin-at-end", "begin='1s;3s' dur='2s'", "", "", "1-3 3-5" },
  { "begin-negative", "begin='-1s' dur='3s'", "", "", "-1-2" },
  { "begin-negative-over", "begin='-3s' dur='2s'", "", "", "" },
  { "begin-negative-first-over", "begin='-3s;1s' dur='2s'", "", "", "1-3" },

  { "repeat-count", "dur='2s' repeatCount='2.5'", "", "", "0-5" },
  { "repeat-count-bad", "dur='2s' repeatCount='0'", "", "", "0-2" },
  { "repeat-count-negative", "dur='2s' repeatCount='-1'", "", "", "0-2" },
  { "repeat-indefinite", "dur='2s' repeatCount='indefinite'", "", "", "0-*" },
  { "repeat-no-dur", "repeatCount='3'", "", "", "0-*" },
  { "repeat-dur", "dur='2s' repeatDur='5s'", "", "", "0-5" },
  { "repeat-dur-short", "dur='4s' repeatDur='1s'", "", "", "0-1" },
  { "repeat-dur-no-dur", "repeatDur='5s'", "", "", "0-5" },
  { "repeat-both", "dur='2s' repeatCount='2' repeatDur='10s'", "", "", "0-4" },
  { "repeat-both-dur", "dur='2s' repeatCount='9' repeatDur='10s'", "", "", "0-10" },

  { "end", "dur='5s' end='2s'", "", "", "0-2" },
  { "end-later", "dur='2s' end='5s'", "", "", "0-2" },
  { "end-only", "end='3s'", "", "", "0-3" },
  { "end-before", "begin='2s' end='1s' dur='2s'", "", "", "" },
  { "end-before-list", "begin='2s;4s' end='1s;5s' dur='2s'", "", "", "2-4 4-5" },
  { "end-at-begin", "begin='2s' end='2s' dur='2s'", "", "", "2-2" },
  { "end-at-begin-again", "begin='2s;4s' end='2s;6s'", "", "", "2-2 4-6" },
  { "end-bad", "begin='1s' end='!' dur='2s'", "", "", "1-3" },
  { "end-indefinite", "begin='1s' end='indefinite' dur='2s'", "", "", "1-3" },
  { "end-unresolved", "begin='1s' end='n.begin' dur='2s'", "", "", "1-3" },
  { "end-event-open", "begin='3s' end='1s;click' dur='2s'", "", "", "3-5" },
  { "end-used", "begin='0s;2s' end='2s;5s'", "", "", "0-2 2-5" },

  { "min", "dur='1s' min='3s'", "", "", "0-3" },
  { "min-end", "dur='6s' end='1s' min='3s'", "", "", "0-3" },
  { "min-small", "dur='2s' min='1s'", "", "", "0-2" },
  { "max", "dur='5s' max='2s'", "", "", "0-2" },
  { "max-repeat", "dur='2s' repeatCount='indefinite' max='5s'", "", "", "0-5" },
  { "max-no-dur", "max='5s'", "", "", "0-5" },
  { "min-over-max", "dur='2s' min='4s' max='3s'", "", "", "0-2" },
  { "min-media", "dur='2s' min='media'", "", "", "0-2" },
  { "max-zero", "dur='2s' max='0s'", "", "", "0-2" },

  { "restart-always", "begin='0s;1s' dur='3s'", "", "", "0-1 1-4" },
  { "restart-when", "begin='0s;1s;4s' dur='3s' restart='whenNotActive'", "", "", "0-3 4-7" },
  { "restart-never", "begin='0s;1s;4s' dur='3s' restart='never'", "", "", "0-3" },
  { "restart-bad", "begin='0s;1s' dur='3s' restart='often'", "", "", "0-1 1-4" },

  { "sync-begin", "begin='a.begin+1s' dur='2s'", "<set id='a' begin='2s' dur='4s'/>", "", "3-5" },
  { "sync-end", "begin='a.end' dur='2s'", "<set id='a' begin='2s' dur='4s'/>", "", "6-8" },
  { "sync-end-minus", "begin='a.end-1s' dur='2s'", "<set id='a' begin='2s' dur='4s'/>", "", "5-7" },
  { "sync-each", "begin='a.begin' dur='1s'", "<set id='a' begin='1s;4s' dur='2s'/>", "",
    "1-2 4-5" },
  { "sync-indefinite", "begin='a.end' dur='1s'", "<set id='a' begin='1s'/>", "", "" },
  { "sync-as-end", "begin='1s' end='a.end'", "<set id='a' dur='4s'/>", "", "1-4" },
  { "sync-end-first", "begin='a.begin' end='a.begin+1s'", "<set id='a' begin='2s'/>", "", "2-3" },
  { "sync-unknown", "begin='nobody.end;3s' dur='1s'", "", "", "3-4" },
  { "sync-not-timed", "begin='r.begin;3s' dur='1s'", "", "", "3-4" },
  { "sync-cut", "begin='a.end' dur='1s'", "<set id='a' dur='9s' end='click'/>", "2:click", "2-3" },
  { "sync-cut-begun", "begin='a.end-8s' dur='5s'", "<set id='a' dur='9s' end='click'/>",
    "2:click", "1-6" },
  { "sync-restart", "begin='a.end' dur='1s'", "<set id='a' begin='0s;2s' dur='3s'/>", "",
    "2-3 5-6" },
  { "sync-removed", "begin='a.begin;9s' dur='1s'",
    "<set id='a' begin='b.end' end='4s'/><set id='b' dur='3s' end='click'/>", "", "3-4 9-10" },

  { "cycle", "begin='0s;a.end' dur='10s'", "<set id='a' begin='t.end' dur='10s'/>", "",
    "0-10 20-30 40-50 60-70" },
  { "cycle-self-end", "begin='0s;t.end+5s' dur='10s'", "", "", "0-10 15-25 30-40 45-55 60-70" },
  { "cycle-self-begin", "begin='0s;t.begin+20s' dur='5s'", "", "", "0-5 20-25 40-45 60-65" },
  { "cycle-self-restart", "begin='0s;t.begin+30s' dur='40s'", "", "", "0-30 30-60 60-90" },
  { "cycle-closed", "begin='a.begin' dur='1s'", "<set id='a' begin='t.begin'/>", "", "" },
  { "cycle-no-delay", "begin='1s;a.begin' dur='2s'", "<set id='a' begin='t.begin' dur='3s'/>", "",
    "1-3" },
  { "cycle-backwards", "begin='9s;a.begin-1s' dur='2s'",
    "<set id='a' begin='t.begin-1s' dur='1s'/>", "", "9-11" },
  { "cycle-own-end", "end='t.end-1s' dur='4s'", "", "", "0-4" },
  { "cycle-ends", "end='a.end-1s' dur='10s'", "<set id='a' end='t.end-1s' dur='10s'/>", "",
    "0-10" },

  { "event", "begin='click' dur='2s'", "", "1:click", "1-3" },
  { "event-none", "begin='click' dur='2s'", "", "", "" },
  { "event-twice", "begin='click' dur='2s'", "", "1:click 2:click", "1-2 2-4" },
  { "event-twice-when", "begin='click' dur='2s' restart='whenNotActive'", "", "1:click 2:click",
    "1-3" },
  { "event-offsets", "begin='click;click+2s;click+4s' dur='1s'", "", "1:click", "1-2 3-4 5-6" },
  { "event-negative", "begin='click-1s' dur='2s'", "", "3:click", "2-4" },
  { "event-past", "begin='click-5s' dur='2s'", "", "6:click", "1-3" },
  { "event-end", "begin='1s' end='click' dur='9s'", "", "4:click", "1-4" },
  { "event-end-early", "begin='3s' end='click' dur='2s'", "", "1:click", "3-5" },
  { "event-end-offset", "begin='1s' end='click+1s'", "", "2:click", "1-3" },
  { "event-end-past", "begin='1s' end='click-1s' dur='9s'", "", "5:click", "1-4" },
  { "event-toggle", "begin='click' end='click' restart='whenNotActive'", "",
    "1:click 3:click 5:click", "1-3 5-*" },
  { "event-both-always", "begin='click' end='click'", "", "1:click 3:click", "1-3 3-*" },
  { "event-activate", "begin='activate' dur='1s'", "", "2:click", "2-3" },

  { "repeat-n", "begin='a.repeat(2)' dur='1s'", "<set id='a' dur='3s' repeatCount='4'/>", "",
    "6-7" },
  { "repeat-n-too-many", "begin='a.repeat(4)' dur='1s'", "<set id='a' dur='3s' repeatCount='4'/>",
    "", "" },
  { "repeat-any", "begin='a.repeatEvent' dur='1s'", "<set id='a' dur='3s' repeatCount='4'/>", "",
    "3-4 6-7 9-10" },
  { "repeat-zero", "begin='a.repeat(0)' dur='1s'", "<set id='a' dur='3s' repeatCount='4'/>", "",
    "" },
  { "begin-event", "begin='a.beginEvent+1s' dur='1s'", "<set id='a' begin='3s' dur='3s'/>", "",
    "4-5" },
  { "end-event", "begin='a.endEvent' dur='1s'", "<set id='a' begin='3s' dur='3s'/>", "", "6-7" },

  /* SMIL 3.0 section 5.4.3 and 5.4.5 */
  { "smil-begin-end-lists", "begin='0s;10s;20s' end='5s;15s;25s'", "", "", "0-5 10-15 20-25" },
  { "smil-end-event-or-time", "begin='0s' end='8s;click' dur='10s'", "", "3:click", "0-3" },
  { "smil-negative-syncbase", "begin='a.begin-5s' dur='10s'", "<set id='a' begin='10s' dur='3s'/>",
    "", "5-15" },
  { "smil-min-event", "begin='0s' end='click' dur='15s' min='10s'", "", "5:click", "0-10" },
};

typedef struct
{
  GenuSvgDocument *document;
  GenuTimegraph   *graph;
} Graph;

/* The graph alone, as the timeline builds it. */
static void
load_graph (Graph      *self,
            const char *body)
{
  g_autoptr(GenuReport) report = genu_report_new ();

  self->document = fixture_load (body, report);
  self->graph = genu_timegraph_new (self->document);
  for (guint i = 0; i < genu_svg_document_get_n_elements (self->document); i++)
    {
      xmlNode *element = genu_svg_document_get_nth_element (self->document, i);
      int index = (int) genu_timegraph_get_n_elements (self->graph);

      if (genu_svg_is_animation (element))
        genu_timegraph_add (self->graph, genu_timed_element_new (element, element->parent, index,
                                                                 "test.svg", report));
    }
  genu_timegraph_connect (self->graph);
}

static void
record_events (Graph      *self,
               const char *events)
{
  g_auto(GStrv) items = g_strsplit (events, " ", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      const char *colon = strchr (items[i], ':');

      if (colon != NULL)
        genu_timegraph_add_event (self->graph, SECONDS (g_ascii_strtod (items[i], NULL)),
                                  colon + 1,
                                  genu_svg_document_get_element (self->document, "r"));
    }
}

/* The intervals as they are known at the end: of records of the same interval the last. */
static char *
describe (const GenuTimedElement *element)
{
  GString *text = g_string_new (NULL);
  const GArray *log = element->log;

  for (guint i = 0; i < log->len; i++)
    {
      const GenuInterval *one = &g_array_index (log, GenuIntervalRecord, i).interval;

      if (i + 1 < log->len
          && g_array_index (log, GenuIntervalRecord, i + 1).interval.serial == one->serial)
        continue;
      g_string_append_printf (text, "%s%g-", text->len > 0 ? " " : "", (double) one->begin / 1e6);
      if (one->end == GENU_TIME_INDEFINITE)
        g_string_append_c (text, '*');
      else
        g_string_append_printf (text, "%g", (double) one->end / 1e6);
    }

  return g_string_free (text, FALSE);
}

static void
test_intervals (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *body = g_strdup_printf ("<rect id='r'><set id='t' attributeName='x' to='1' %s/>"
                                           "%s</rect>", cases[i].attributes, cases[i].others);
  g_autofree char *text = NULL;
  Graph graph;

  load_graph (&graph, body);
  record_events (&graph, cases[i].events);
  genu_timegraph_run (graph.graph, SECONDS (60));
  text = describe (genu_timegraph_get_element (graph.graph, 0));
  g_assert_cmpstr (text, ==, cases[i].intervals);
  g_assert_null (genu_timegraph_get_exceeded (graph.graph));
  genu_timegraph_free (graph.graph);
  genu_svg_document_unref (graph.document);
}

/* The same with the order of the elements turned round: "t" comes last. */
static void
test_intervals_turned (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *body = g_strdup_printf ("<rect id='r'>%s<set id='t' attributeName='x' to='1' "
                                           "%s/></rect>", cases[i].others, cases[i].attributes);
  g_autofree char *text = NULL;
  Graph graph;

  load_graph (&graph, body);
  record_events (&graph, cases[i].events);
  genu_timegraph_run (graph.graph, SECONDS (60));
  text = describe (genu_timegraph_get_element (graph.graph,
                                               genu_timegraph_get_n_elements (graph.graph) - 1));
  g_assert_cmpstr (text, ==, cases[i].intervals);
  genu_timegraph_free (graph.graph);
  genu_svg_document_unref (graph.document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* every row says what is wrong with it */

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/smil/intervals/%s", cases[i].name);
      g_autofree char *turned = g_strdup_printf ("/smil/intervals-turned/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_intervals);
      if (g_strcmp0 (cases[i].name, "cycle-ends") != 0)
        g_test_add_data_func (turned, GSIZE_TO_POINTER (i), test_intervals_turned);
    }

  return g_test_run ();
}
