/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of several animations of one attribute counts. */

#include "config.h"

#include "smil-fixture.h"
#include "../test-cases.h"

static const struct
{
  const char *name, *animations, *attribute, *expected;
} cases[] = {
  { "document-order", "<set attributeName='x' to='1' dur='2s'/><set attributeName='x' to='2' "
    "dur='1s'/>", "x", "0=2 1=1 2=5" },
  { "later-begin", "<set attributeName='x' to='1' begin='1s' dur='2s'/><set attributeName='x' "
    "to='2' dur='5s'/>", "x", "0=2 1=1 3=2" },
  { "restart-rises", "<set attributeName='x' to='1' begin='0s;2s' dur='4s'/><set attributeName='x' "
    "to='2' begin='1s'/>", "x", "0=1 1=2 2=1 6=2" },
  { "frozen-below", "<set attributeName='x' to='1' dur='1s' fill='freeze'/><set attributeName='x' "
    "to='2' begin='2s' dur='1s'/>", "x", "1=1 2=2 3=1" },
  { "frozen-above", "<animate attributeName='x' from='0' to='9' dur='9s'/><set attributeName='x' "
    "to='2' begin='2s' dur='1s' fill='freeze'/>", "x", "1=1 2=2 5=2" },
  { "sums", "<animate attributeName='x' by='10' dur='4s'/><animate attributeName='x' by='20' "
    "dur='4s'/>", "x", "0=5 2=20" },
  { "sum-over-set", "<set attributeName='x' to='100'/><animate attributeName='x' by='20' "
    "dur='4s'/>", "x", "0=100 2=110 4=100" },
  { "set-over-sum", "<animate attributeName='x' by='20' dur='4s'/><set attributeName='x' to='7' "
    "dur='2s'/>", "x", "1=7 2=15" },
  { "sum-of-colors", "<set attributeName='fill' to='#102030'/><animate attributeName='fill' "
    "by='#101010' dur='4s'/>", "fill", "2=rgb(24,40,56)" },
  { "opacity-clamped-last", "<animate attributeName='opacity' by='1' dur='2s'/>"
    "<animate attributeName='opacity' by='-0.5' dur='2s' fill='freeze'/>", "opacity",
    "1=1 2=0.5" },
  { "transform-sum", "<animateTransform attributeName='transform' type='translate' to='10' "
    "dur='2s' fill='freeze'/><animateTransform attributeName='transform' type='scale' from='2' "
    "to='2' additive='sum' dur='9s'/>", "transform", "3=translate(10,0),scale(2,2)" },

  /* The syncbase rule: of two that begin together the dependent one lies higher, wherever it is. */
  { "syncbase", "<set attributeName='x' to='1' begin='b.begin'/><set id='b' attributeName='x' "
    "to='2' begin='1s'/>", "x", "0=5 1=1" },
  { "syncbase-chain", "<set attributeName='x' to='1' begin='b.begin'/><set id='b' "
    "attributeName='x' to='2' begin='c.begin'/><set id='c' attributeName='x' to='3' begin='1s'/>",
    "x", "1=1" },
  { "syncbase-unrelated", "<set attributeName='x' to='1' begin='1s'/><set id='b' attributeName='x' "
    "to='2' begin='1s'/>", "x", "1=2" },
};

static char *
compact (char *text)
{
  return g_strdelimit (text, " ", ',');
}

static void
test_sandwich (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuTimeline) timeline = fixture_new_rect (cases[i].animations);
  g_auto(GStrv) items = g_strsplit (cases[i].expected, " ", -1);

  for (guint k = 0; items[k] != NULL; k++)
    {
      g_autofree char *value = fixture_dup_text_at (timeline, cases[i].attribute,
                                                    g_ascii_strtod (items[k], NULL));
      g_auto(GStrv) parts = g_strsplit (compact (value), ",,", -1);
      g_autofree char *joined = g_strjoinv (",", parts);

      g_assert_cmpstr (joined, ==, strchr (items[k], '=') + 1);
    }
}

/* Animations from elsewhere, by href, count for their target. */
static void
test_href (void)
{
  g_autoptr(GenuTimeline) timeline
    = fixture_new ("<rect id='a' x='5'/><g><animate href='#a' attributeName='x' from='0' to='10' "
                   "dur='2s'/><animate xlink:href='#a' attributeName='x' by='1' dur='2s'/></g>",
                   NULL);

  g_assert_cmpuint (genu_timeline_get_n_targets (timeline), ==, 1);
  fixture_check (timeline, "x", "0=0 1=5.5 2=5");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* every row says what is wrong with it */

  ADD_CASES (cases, "/smil/sandwich/", test_sandwich);
  g_test_add_func ("/smil/sandwich/href", test_href);

  return g_test_run ();
}
