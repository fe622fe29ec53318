/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Animation functions: each row is one or more animations of a rect with x="5", and what an
 * attribute of it is at some times. */

#include "config.h"

#include "smil-fixture.h"
#include "../test-cases.h"

static const struct
{
  const char *name, *animations, *attribute, *expected;
} cases[] = {
  { "from-to", "<animate attributeName='x' from='0' to='80' dur='4s'/>", "x",
    "0=0 1=20 3.999999=79.99998 4=5" },
  { "freeze", "<animate attributeName='x' from='0' to='80' dur='4s' fill='freeze'/>", "x",
    "3=60 4=80 9=80" },
  { "freeze-cut", "<animate attributeName='x' from='0' to='80' dur='4s' end='1s' fill='freeze'/>",
    "x", "1=20 9=20" },
  { "freeze-repeat",
    "<animate attributeName='x' from='0' to='80' dur='1s' repeatCount='2' fill='freeze'/>", "x",
    "1=0 1.5=40 2=80 9=80" },
  { "freeze-quarter",
    "<animate attributeName='x' from='0' to='80' dur='1s' repeatCount='1.25' fill='freeze'/>", "x",
    "1=0 1.125=10 1.25=20 9=20" },
  { "freeze-max", "<animate attributeName='x' from='0' to='80' dur='4s' max='3s' fill='freeze'/>",
    "x", "3=60 9=60" },
  { "freeze-min", "<animate attributeName='x' from='0' to='80' dur='1s' min='3s' fill='freeze'/>",
    "x", "0.5=40 1=80 2=80 3=80" },
  { "remove-min", "<animate attributeName='x' from='0' to='80' dur='1s' min='3s'/>", "x",
    "0.5=40 1=5 2=5" },
  { "no-dur", "<animate attributeName='x' from='10' to='80'/>", "x", "0=10 100=10" },
  { "from-by", "<animate attributeName='x' from='10' by='20' dur='2s'/>", "x", "0=10 1=20 2=5" },
  { "by", "<animate attributeName='x' by='20' dur='2s' fill='freeze'/>", "x", "0=5 1=15 2=25" },
  { "to", "<animate attributeName='x' to='25' dur='2s' fill='freeze'/>", "x", "0=5 1=15 2=25" },
  { "to-over-moving",
    "<animate attributeName='x' from='0' to='100' dur='10s'/>"
    "<animate attributeName='x' to='0' begin='2s' dur='4s' fill='freeze'/>",
    "x", "1=10 2=20 4=20 6=0 8=0" },
  { "to-not-additive", "<animate attributeName='x' to='25' dur='2s' additive='sum'/>", "x",
    "1=15" },
  { "to-discrete", "<animate attributeName='x' to='25' dur='2s' calcMode='discrete'/>", "x",
    "0=5 0.999999=5 1=25" },
  { "values", "<animate attributeName='x' values='0;10;30;' dur='4s'/>", "x",
    "0=0 1=5 2=10 3=20" },
  { "values-win", "<animate attributeName='x' values='7' from='0' to='9' dur='4s'/>", "x",
    "0=7 3=7" },
  { "values-bad", "<animate attributeName='x' values='0;frog;9' dur='4s'/>", "x", "1=5" },
  { "values-empty-entry", "<animate attributeName='x' values='0;;9' dur='4s'/>", "x", "1=5" },
  { "nothing", "<animate attributeName='x' dur='4s'/>", "x", "1=5" },
  { "from-alone", "<animate attributeName='x' from='0' dur='4s'/>", "x", "1=5" },

  { "discrete", "<animate attributeName='x' values='0;10;20;30' calcMode='discrete' dur='4s'/>",
    "x", "0=0 0.999999=0 1=10 2=20 3=30 3.999999=30" },
  { "discrete-times",
    "<animate attributeName='x' values='0;10;20' keyTimes='0;0.1;0.9' calcMode='discrete' "
    "dur='10s' fill='freeze'/>",
    "x", "0=0 0.999999=0 1=10 8.999999=10 9=20 10=20" },
  { "times", "<animate attributeName='x' values='0;10;20' keyTimes='0;0.25;1' dur='4s'/>", "x",
    "0.5=5 1=10 2.5=15" },
  { "times-equal",
    "<animate attributeName='x' values='0;10;50;60' keyTimes='0;0.5;0.5;1' dur='4s'/>", "x",
    "1=5 1.999999=9.999995 2=50 3=55" },
  { "times-count", "<animate attributeName='x' values='0;10;20' keyTimes='0;1' dur='4s'/>", "x",
    "1=5" },
  { "times-start", "<animate attributeName='x' values='0;10' keyTimes='0.1;1' dur='4s'/>", "x",
    "1=5" },
  { "times-end", "<animate attributeName='x' values='0;10' keyTimes='0;0.9' dur='4s'/>", "x",
    "1=5" },
  { "times-order", "<animate attributeName='x' values='0;1;2;3' keyTimes='0;0.6;0.5;1' dur='4s'/>",
    "x", "1=5" },
  { "times-bad", "<animate attributeName='x' values='0;1' keyTimes='0;frog' dur='4s'/>", "x",
    "1=5" },
  { "times-range", "<animate attributeName='x' values='0;1' keyTimes='0;1.5' dur='4s'/>", "x",
    "1=5" },
  { "times-from-to", "<animate attributeName='x' from='0' to='80' keyTimes='0;0.5' dur='4s'/>",
    "x", "1=20 2=40" },
  { "times-nan", "<animate attributeName='x' values='0;1' keyTimes='0;nan' dur='4s'/>", "x",
    "1=5" },
  { "paced", "<animate attributeName='x' values='0;10;40' calcMode='paced' dur='4s'/>", "x",
    "0=0 1=10 2=20 3=30" },
  { "paced-still", "<animate attributeName='x' values='7;7;7' calcMode='paced' dur='4s'/>", "x",
    "0=7 3=7" },
  { "paced-ignores-times",
    "<animate attributeName='x' values='0;10;40' calcMode='paced' keyTimes='0;0.9;1' dur='4s'/>",
    "x", "1=10" },
  { "spline-linear",
    "<animate attributeName='x' values='0;80' calcMode='spline' keySplines='0 0 1 1' dur='4s'/>",
    "x", "1=20 2=40" },
  { "spline-half",
    "<animate attributeName='x' values='0;80' calcMode='spline' keySplines='.4,0,.6,1' dur='4s'/>",
    "x", "0=0 2=40" },
  { "spline-count",
    "<animate attributeName='x' values='0;1;2' calcMode='spline' keySplines='0 0 1 1' dur='4s'/>",
    "x", "1=5" },
  { "spline-range",
    "<animate attributeName='x' values='0;80' calcMode='spline' keySplines='0 0 1 2' dur='4s'/>",
    "x", "1=5" },
  { "spline-missing", "<animate attributeName='x' values='0;80' calcMode='spline' dur='4s'/>", "x",
    "1=5" },
  { "spline-three",
    "<animate attributeName='x' values='0;80' calcMode='spline' keySplines='0 0 1' dur='4s'/>", "x",
    "1=5" },
  { "spline-unused",
    "<animate attributeName='x' values='0;80' keySplines='frog' dur='4s'/>", "x", "1=20" },
  { "calc-bad", "<animate attributeName='x' values='0;80' calcMode='frog' dur='4s'/>", "x",
    "1=20" },

  { "sum", "<animate attributeName='x' from='10' to='20' additive='sum' dur='2s'/>", "x",
    "0=15 1=20 2=5" },
  { "accumulate",
    "<animate attributeName='x' from='0' to='10' dur='1s' repeatCount='3' accumulate='sum' "
    "fill='freeze'/>", "x", "0.5=5 1=10 1.5=15 2.5=25 3=30 9=30" },
  { "accumulate-by",
    "<animate attributeName='x' by='10' dur='1s' repeatCount='2' accumulate='sum' fill='freeze'/>",
    "x", "0.5=10 1.5=20 2=25" },
  { "accumulate-to",
    "<animate attributeName='x' to='15' dur='1s' repeatCount='2' accumulate='sum'/>", "x",
    "0.5=10 1.5=10" },

  { "set", "<set attributeName='x' to='9' begin='1s' dur='2s'/>", "x", "0=5 1=9 2.999999=9 3=5" },
  { "set-no-to", "<set attributeName='x' dur='2s'/>", "x", "1=5" },
  { "set-bad", "<set attributeName='x' to='frog' dur='2s'/>", "x", "1=5" },
  { "set-ignores-from", "<set attributeName='x' from='frog' to='9' dur='2s'/>", "x", "1=9" },
  { "set-no-sum", "<set attributeName='x' to='9' additive='sum' dur='2s'/>", "x", "1=9" },
  { "string", "<animate attributeName='class' values='p;q;r' dur='6s'/>", "class",
    "0=p 1.999999=p 2=q 4=r" },
  { "string-from-to", "<animate attributeName='class' from='p' to='q' dur='6s'/>", "class",
    "0=p 2.999999=p 3=q" },
  { "string-to", "<animate attributeName='class' to='q' dur='6s'/>", "class",
    "0= 2.999999= 3=q" },
  { "paint-none", "<set attributeName='fill' to='none' dur='6s'/>", "fill", "0=rgb(0,0,0)" },

  { "transform", "<animateTransform attributeName='transform' type='rotate' from='0' to='90' "
    "dur='4s'/>", "transform", "1=rotate(22.5)" },
  { "transform-by-scale", "<animateTransform attributeName='transform' type='scale' by='2' "
    "dur='4s'/>", "transform", "1=scale(0.5,0.5)" },
  { "transform-accumulate", "<animateTransform attributeName='transform' type='scale' from='1' "
    "to='2' dur='1s' repeatCount='2' accumulate='sum'/>", "transform",
    "0=scale(1,1) 0.5=scale(1.5,1.5) 1=scale(3,3) 1.5=scale(3.5,3.5)" },
  { "transform-type", "<animateTransform attributeName='transform' type='frog' from='1' to='2' "
    "dur='1s'/>", "transform", "0=" },
  { "transform-animate", "<animate attributeName='transform' from='scale(1)' to='scale(2)' "
    "dur='1s'/>", "transform", "0=(not,animated)" },

  { "em-animated", "<animate attributeName='font-size' from='10' to='20' dur='4s'/>"
    "<set attributeName='x' to='2em' begin='1s'/>", "x", "0=5 1=25 2=30 4=32" },
  { "current-color-animated", "<animate attributeName='color' from='#000' to='#ff0000' dur='4s'/>"
    "<set attributeName='fill' to='currentColor'/>", "fill", "0=rgb(0,0,0) 2=rgb(128,0,0)" },
};

/* Blanks part the expected items, so a blank in a value is left out, after a comma or not. */
static char *
compact (const char *text)
{
  GString *string = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text == ' ' && string->len > 0 && string->str[string->len - 1] != ',')
      g_string_append_c (string, ',');
    else if (*text != ' ')
      g_string_append_c (string, *text);

  return g_string_free (string, FALSE);
}

static void
test_function (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuTimeline) timeline = fixture_new_rect (cases[i].animations);
  g_auto(GStrv) items = g_strsplit (cases[i].expected, " ", -1);
  g_autoptr(GString) got = g_string_new (NULL);

  for (guint k = 0; items[k] != NULL; k++)
    {
      g_autofree char *value = fixture_dup_text_at (timeline, cases[i].attribute,
                                                    g_ascii_strtod (items[k], NULL));
      g_autofree char *short_value = compact (value);

      g_string_append_printf (got, "%s%.*s=%s", k > 0 ? " " : "",
                              (int) (strchr (items[k], '=') - items[k]), items[k], short_value);
    }
  g_assert_cmpstr (got->str, ==, cases[i].expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* every row says what is wrong with it */

  ADD_CASES (cases, "/smil/function/", test_function);

  return g_test_run ();
}
