/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a value may change next: a picture at rest must cost nothing, and none may be missed.  Each
 * row is the animations, and "at>next" pairs: "." means that it moves now, "*" never. */

#include "config.h"

#include "smil-fixture.h"
#include "../test-cases.h"

static const struct
{
  const char *name, *animations, *expected;
} cases[] = {
  { "none", "", "0>*" },
  { "set", "<set attributeName='x' to='1' begin='1s' dur='2s'/>", "0>1 1>3 2>3 3>*" },
  { "set-frozen", "<set attributeName='x' to='1' begin='1s' dur='2s' fill='freeze'/>", "0>1 1>*" },
  { "set-indefinite", "<set attributeName='x' to='1' begin='1s'/>", "0>1 1>*" },
  { "set-repeats", "<set attributeName='x' to='1' dur='1s' repeatCount='indefinite'/>",
    "0>* 5.5>*" },
  { "linear", "<animate attributeName='x' from='0' to='9' begin='1s' dur='2s'/>",
    "0>1 1>. 2>. 3>*" },
  { "linear-frozen", "<animate attributeName='x' from='0' to='9' dur='2s' fill='freeze'/>",
    "1>. 2>* 3>*" },
  { "linear-for-ever", "<animate attributeName='x' from='0' to='9' dur='2s' "
    "repeatCount='indefinite'/>", "0>. 100>." },
  { "no-dur", "<animate attributeName='x' from='0' to='9' begin='1s'/>", "0>1 1>*" },
  { "by", "<animate attributeName='x' by='9' dur='2s'/>", "1>. 2>*" },
  { "to", "<animate attributeName='x' to='9' dur='2s'/>", "1>. 2>*" },
  { "constant", "<animate attributeName='x' from='9' to='9' dur='2s'/>", "0>2 1>2 2>*" },
  { "discrete", "<animate attributeName='x' values='0;1;2' calcMode='discrete' dur='3s'/>",
    "0>1 0.999999>1 1>2 2>3 3>*" },
  { "discrete-frozen", "<animate attributeName='x' values='0;1;2' calcMode='discrete' dur='3s' "
    "fill='freeze'/>", "1>2 2>*" },
  { "discrete-repeats", "<animate attributeName='x' values='0;1' calcMode='discrete' dur='2s' "
    "repeatCount='2' fill='freeze'/>", "0>1 1>2 2>3 3>*" },
  { "discrete-equal", "<animate attributeName='x' values='0;0;2' calcMode='discrete' dur='3s'/>",
    "0>2 1>2 2>3" },
  { "discrete-thirds", "<animate attributeName='x' values='0;1;2' calcMode='discrete' dur='1s'/>",
    "0>0.333334 0.333333>0.333334 0.333334>0.666667 0.666667>1" },
  { "discrete-last-time", "<animate attributeName='x' values='0;1;2' keyTimes='0;0.5;1' "
    "calcMode='discrete' dur='2s' fill='freeze'/>", "0>1 1>2 2>*" },
  { "string", "<animate attributeName='class' values='a;b' dur='4s'/>", "0>2 2>4 4>*" },
  { "string-from-to", "<animate attributeName='class' from='a' to='b' dur='4s' fill='freeze'/>",
    "0>2 2>*" },
  { "string-to", "<animate attributeName='class' to='b' dur='4s' fill='freeze'/>", "0>2 2>*" },
  { "flip", "<animate attributeName='stroke-dasharray' values='1;1 2 3' dur='4s'/>",
    "0>2 2>4" },
  { "path-flip", "<animate href='#p' attributeName='d' values='M0 0L1 1;M0 0H9' dur='4s'/>",
    "0>2 2>4 4>*" },
  { "segment-holds", "<animate attributeName='x' values='0;0;9;9' dur='3s'/>",
    "0>1 0.5>1 1>. 1.5>. 2>3 3>*" },
  { "segment-holds-frozen", "<animate attributeName='x' values='0;9;9' dur='2s' fill='freeze'/>",
    "0.5>. 1>* 1.5>* 2>*" },
  { "segment-holds-repeat", "<animate attributeName='x' values='0;9;9' dur='2s' "
    "repeatCount='indefinite'/>", "1>2 2>." },
  { "accumulate-step", "<animate attributeName='x' values='4;4' dur='1s' repeatCount='3' "
    "accumulate='sum'/>", "0>1 1>2 2>3 3>*" },
  { "cut", "<animate attributeName='x' values='0;1;2' calcMode='discrete' dur='3s' end='1.5s'/>",
    "0>1 1>1.5 1.5>*" },
  { "cut-frozen", "<animate attributeName='x' values='0;1;2' calcMode='discrete' dur='3s' "
    "end='1.5s' fill='freeze'/>", "0>1 1>*" },
  { "min-frozen", "<animate attributeName='x' from='0' to='9' dur='1s' min='3s' fill='freeze'/>",
    "0.5>. 1>*" },
  { "list", "<set attributeName='x' to='1' begin='9s;1s;5s' dur='1s'/>",
    "0>1 1>2 2>5 5>6 6>9 9>10 10>*" },
  { "syncbase", "<set id='a' attributeName='y' to='1' begin='1s' dur='2s' fill='freeze'/>"
    "<set attributeName='x' to='1' begin='a.end+2s'/>", "0>1 1>5 3>5 5>*" },
  { "cycle", "<set attributeName='x' id='a' to='1' begin='1s;a.end+10s' dur='1s'/>",
    "0>1 1>2 2>12 12>13 13>23 100>101" },
  { "event-not-yet", "<set attributeName='x' to='1' begin='click'/>", "0>*" },
  { "without-effect", "<set attributeName='frog' to='1' begin='1s'/><set attributeName='x' "
    "to='frog' begin='2s'/>", "0>*" },
  { "without-effect-for-ever", "<set id='a' to='1' begin='0s;a.end' dur='1s'/><set "
    "attributeName='x' to='1' begin='50s'/>", "0>50 50>*" },
  { "hidden", "<animate attributeName='x' from='0' to='9' dur='10s'/><set attributeName='x' to='1' "
    "begin='2s' dur='3s'/>", "0>. 2>5 5>." },
  { "hidden-for-ever", "<animate attributeName='x' from='0' to='9' dur='1s' "
    "repeatCount='indefinite'/><set attributeName='x' to='1' begin='2s'/>", "0>. 2>*" },
  { "motion", "<animateMotion path='M0 0 H9' dur='2s' fill='freeze'/>", "0>. 1>. 2>*" },
  { "motion-discrete", "<animateMotion values='0,0;9,0' calcMode='discrete' dur='2s'/>",
    "0>1 1>2 2>*" },
  { "motion-still", "<animateMotion values='3,0;3,0' dur='2s'/>", "0>2 2>*" },
  { "two", "<set attributeName='x' to='1' begin='3s'/><set attributeName='y' to='1' begin='2s'/>",
    "0>2 2>3 3>*" },
};

static void
append_next (GString *got,
             gint64   time,
             gint64   next)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (next == time)
    g_string_append_c (got, '.');
  else if (next == GENU_TIME_NEVER)
    g_string_append_c (got, '*');
  else
    g_string_append (got, g_ascii_formatd (number, sizeof number, "%.8g", (double) next / 1e6));
}

static void
test_next (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *body = g_strdup_printf ("<path id='p' d='M0 0'/><rect x='5'>%s</rect>",
                                           cases[i].animations);
  g_autoptr(GenuTimeline) timeline = fixture_new (body, NULL);
  g_auto(GStrv) items = g_strsplit (cases[i].expected, " ", -1);
  g_autoptr(GString) got = g_string_new (NULL);

  for (guint k = 0; items[k] != NULL; k++)
    {
      gint64 time = SECONDS (g_ascii_strtod (items[k], NULL));

      g_string_append_printf (got, "%s%.*s>", k > 0 ? " " : "",
                              (int) (strchr (items[k], '>') - items[k]), items[k]);
      genu_timeline_seek (timeline, time);
      append_next (got, time, genu_timeline_get_next_change (timeline));
    }
  g_assert_cmpstr (got->str, ==, cases[i].expected);
}

/* The end of everything. */
static const struct
{
  const char *name, *animations;
  double      end; /* seconds; -1: never */
} ends[] = {
  { "none", "", 0 },
  { "finite", "<animate attributeName='x' from='0' to='1' begin='2s' dur='3s'/>", 5 },
  { "two", "<set attributeName='x' to='1' dur='3s'/><set attributeName='y' to='1' dur='9s'/>", 9 },
  { "set-for-ever", "<set attributeName='x' to='1' begin='4s'/>", 4 },
  { "moves-for-ever", "<animate attributeName='x' from='0' to='1' dur='1s' "
    "repeatCount='indefinite'/>", -1 },
  { "cycle", "<set attributeName='x' id='a' to='1' begin='0s;a.end' dur='1s'/>", -1 },
  { "chain", "<set attributeName='x' id='a' to='1' dur='1s'/><set attributeName='x' to='2' "
    "begin='a.end+5s' dur='2s'/>", 8 },
};

static void
test_end (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuTimeline) timeline = fixture_new_rect (ends[i].animations);

  g_assert_cmpint (genu_timeline_get_end (timeline), ==,
                   ends[i].end < 0 ? GENU_TIME_NEVER : SECONDS (ends[i].end));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* every row says what is wrong with it */

  ADD_CASES (cases, "/smil/next-change/", test_next);
  ADD_CASES (ends, "/smil/end/", test_end);

  return g_test_run ();
}
