/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clock values: SMIL 3.0 section 5.4.3, its examples, and everything that is nearly one. */

#include "config.h"

#include "genu-clock-value.h"
#include "genu-limits.h"
#include "../test-cases.h"

#define BAD (-1)

static const struct
{
  const char *name, *text;
  gint64      usec; /* BAD: must fail, and leave the output alone */
} cases[] = {
  /* The specification's examples */
  { "full", "02:30:03", 9003000000 },
  { "full-fraction", "50:00:10.25", 180010250000 },
  { "partial", "02:33", 153000000 },
  { "partial-fraction", "00:10.5", 10500000 },
  { "hours", "3.2h", 11520000000 },
  { "minutes", "45min", 2700000000 },
  { "seconds", "30s", 30000000 },
  { "milliseconds", "5ms", 5000 },
  { "bare", "12.467", 12467000 },
  { "half-minute", "00.5min", 30000000 },

  { "zero", "0", 0 },
  { "zero-seconds", "0s", 0 },
  { "leading-zeros", "0007s", 7000000 },
  { "many-hours", "100:00:00", 360000000000 },
  { "one-digit-hour", "1:00:00", 3600000000 },
  { "microsecond", "0.000001s", 1 },
  { "rounds-up", "0.0000005s", 1 },
  { "rounds-down", "0.0000004s", 0 },
  { "many-digits", "0.33333333333333333333333333s", 333333 },
  { "fraction-ms", "0.5ms", 500 },
  { "longest", "1000000000s", GENU_LIMIT_TIME },

  { "empty", "", BAD },
  { "null", NULL, BAD },
  { "two-points", "1.2.3s", BAD },
  { "exponent", "1e3s", BAD },
  { "exponent-bare", "1e3", BAD },
  { "exponent-upper", "1E3s", BAD },
  { "minus", "-1s", BAD },
  { "plus", "+1s", BAD },
  { "sign-inside", "1:-2", BAD },
  { "sign-fraction", "1.+5s", BAD },
  { "blank-before", " 1s", BAD },
  { "blank-after", "1s ", BAD },
  { "blank-inside", "1 s", BAD },
  { "blank-colon", "01: 30", BAD },
  { "seconds-61", "5:61", BAD },
  { "seconds-60", "05:60", BAD },
  { "minutes-60", "01:60:00", BAD },
  { "one-digit-minute", "5:06", BAD },
  { "one-digit-second", "05:6", BAD },
  { "three-digits", "05:006", BAD },
  { "four-parts", "01:02:03:04", BAD },
  { "only-colon", ":", BAD },
  { "ends-with-colon", "05:", BAD },
  { "starts-with-colon", ":05", BAD },
  { "metric-on-clock", "01:30s", BAD },
  { "fraction-of-minutes", "01.5:30", BAD },
  { "only-point", ".", BAD },
  { "starts-with-point", ".5s", BAD },
  { "ends-with-point", "1.", BAD },
  { "point-before-metric", "1.s", BAD },
  { "only-metric", "s", BAD },
  { "unknown-metric", "3m", BAD },
  { "upper-metric", "3S", BAD },
  { "two-metrics", "3sms", BAD },
  { "word", "indefinite", BAD },
  { "hexadecimal", "0x10s", BAD },
  { "infinity", "inf", BAD },
  { "not-a-number", "nan", BAD },
  { "comma", "1,5s", BAD },
  { "too-long", "1000000001s", BAD },
  { "overflow", "99999999999999999999999999h", BAD },
  { "overflow-hours", "99999999999999999999:00:00", BAD },
  { "other-digits", "\xd9\xa1s", BAD },
};

static void
test_parse (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gint64 usec = BAD;

  g_assert_cmpint (genu_clock_value_parse (cases[i].text, &usec), ==, cases[i].usec != BAD);
  g_assert_cmpint (usec, ==, cases[i].usec);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* every row says what is wrong with it */

  ADD_CASES (cases, "/smil/clock-value/", test_parse);

  return g_test_run ();
}
