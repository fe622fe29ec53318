/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Begin and end lists: each row is a list and what it is read as. */

#include "config.h"

#include "genu-timing-spec.h"

#include "genu-limits.h"
#include "../test-cases.h"

static const struct
{
  const char *name, *text;
  const char *read; /* kind:id:name:repeat:offset in milliseconds, parted by blanks */
  guint       n_bad;
} cases[] = {
  { "offset", "2s", "offset:::0:2000", 0 },
  { "plus", "+2s", "offset:::0:2000", 0 },
  { "minus", "-2s", "offset:::0:-2000", 0 },
  { "sign-blank", "- 2s", "offset:::0:-2000", 0 },
  { "blanks", "  2s  ", "offset:::0:2000", 0 },
  { "list", "2s; 3s ;-1s", "offset:::0:2000 offset:::0:3000 offset:::0:-1000", 0 },
  { "trailing", "2s;", "offset:::0:2000", 0 },
  { "clock", "01:30", "offset:::0:90000", 0 },
  { "indefinite", "indefinite", "indefinite:::0:0", 0 },
  { "wallclock", "wallclock(2026-01-01T10:00Z)", "wallclock:::0:0", 0 },

  { "begin", "a.begin", "begin:a::0:0", 0 },
  { "end", "a.end", "end:a::0:0", 0 },
  { "begin-plus", "a.begin+1.5s", "begin:a::0:1500", 0 },
  { "end-minus", "a.end - 00:02", "end:a::0:-2000", 0 },
  { "end-blanks", " a.end  +  1s ", "end:a::0:1000", 0 },
  { "escaped-hyphen", "my\\-one.end", "end:my-one::0:0", 0 },
  { "escaped-point", "my\\.one.end+1s", "end:my.one::0:1000", 0 },
  { "plain-hyphen", "my-one.end", "end:my-one::0:0", 0 },
  { "plain-hyphen-offset", "my-one.end-1s", "end:my-one::0:-1000", 0 },
  { "underscore", "_a1.begin", "begin:_a1::0:0", 0 },

  { "event", "click", "event::click:0:0", 0 },
  { "event-offset", "click+500ms", "event::click:0:500", 0 },
  { "event-id", "b.click", "event:b:click:0:0", 0 },
  { "event-id-offset", "b.mouseenter-1s", "event:b:mouseenter:0:-1000", 0 },
  { "event-minus-bare", "click-2", "event::click:0:-2000", 0 },
  { "event-begin-word", "begin", "event::begin:0:0", 0 },
  { "event-escaped", "my\\-b.click", "event:my-b:click:0:0", 0 },
  { "repeat", "a.repeat(2)", "repeat:a::2:0", 0 },
  { "repeat-offset", "a.repeat(3)+1s", "repeat:a::3:1000", 0 },
  { "key", "accessKey(s)", "key::s:0:0", 0 },
  { "key-lower", "accesskey(q)+2s", "key::q:0:2000", 0 },
  { "key-point", "accessKey(.)", "key::.:0:0", 0 },
  { "key-plus", "accessKey(+)", "key::+:0:0", 0 },
  { "key-letter", "accessKey(\xc3\xa9)", "key::\xc3\xa9:0:0", 0 },

  { "bad-entry", "frog!; 1s", "offset:::0:1000", 1 },
  { "bad-clock", "1.2.3s; 4s", "offset:::0:4000", 1 },
  { "bad-empty", "1s;;2s", "offset:::0:1000 offset:::0:2000", 1 },
  { "bad-two-signs", "--1s", "", 1 },
  { "bad-sign-alone", "+", "", 1 },
  { "bad-no-id", ".click", "", 1 },
  { "bad-no-symbol", "a.", "", 1 },
  { "bad-repeat", "a.repeat(x)", "", 1 },
  { "bad-repeat-minus", "a.repeat(-1)", "", 1 },
  { "bad-repeat-open", "a.repeat(2", "", 1 },
  { "bad-key-two", "accessKey(ab)", "", 1 },
  { "bad-key-none", "accessKey()", "", 1 },
  { "bad-key-open", "accessKey(a", "", 1 },
  { "bad-wallclock", "wallclock(2026", "", 1 },
  { "bad-offset", "a.end+frog", "", 1 },
  { "bad-blank-inside", "a .end", "", 1 },
  { "empty", "", "", 0 },
  { "blank", "  ", "", 0 },
  { "semicolon", ";", "", 1 },
  { "backslash", "\\", "", 1 },
};

static const char *const kinds[] = {
  [GENU_TIMING_OFFSET] = "offset",         [GENU_TIMING_SYNC_BEGIN] = "begin",
  [GENU_TIMING_SYNC_END] = "end",          [GENU_TIMING_EVENT] = "event",
  [GENU_TIMING_REPEAT] = "repeat",         [GENU_TIMING_ACCESS_KEY] = "key",
  [GENU_TIMING_INDEFINITE] = "indefinite", [GENU_TIMING_WALLCLOCK] = "wallclock",
};

static void
test_parse (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  guint n_bad = 99;
  g_autoptr(GArray) list = genu_timing_spec_parse (cases[i].text, &n_bad);
  g_autoptr(GString) read = g_string_new (NULL);

  for (guint k = 0; k < list->len; k++)
    {
      const GenuTimingCondition *one = &g_array_index (list, GenuTimingCondition, k);

      g_string_append_printf (read, "%s%s:%s:%s:%u:%d", k > 0 ? " " : "", kinds[one->kind],
                              one->id != NULL ? one->id : "", one->name != NULL ? one->name : "",
                              one->repeat, (int) (one->offset / 1000));
    }
  g_assert_cmpstr (read->str, ==, cases[i].read);
  g_assert_cmpuint (n_bad, ==, cases[i].n_bad);
}

/* A list longer than the limit is read up to it, in reasonable time. */
static void
test_long (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GArray) list = NULL;

  for (guint i = 0; i < GENU_LIMIT_LIST + 100; i++)
    g_string_append (text, "1s;");
  list = genu_timing_spec_parse (text->str, NULL);
  g_assert_cmpuint (list->len, <=, GENU_LIMIT_LIST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* every row says what is wrong with it */

  ADD_CASES (cases, "/smil/timing-spec/", test_parse);
  g_test_add_func ("/smil/timing-spec/long", test_long);

  return g_test_run ();
}
