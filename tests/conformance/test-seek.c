/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Properties that hold for every file, without an oracle: at each time the values are the same
 * whether one arrives by steady play, by a jump from 0 or by jumping backward; and nothing changes
 * between a time and its next_change (). */

#include "config.h"

#include "conformance-file.h"

#define STEP (40 * 1000)                       /* steady play, microseconds */
#define LENGTH ((gint64) 12 * G_USEC_PER_SEC)  /* how far it plays */
#define N_TIMES 20

/* Every animated value at the current time, as text. */
static char *
dup_state (const GenuTimeline *timeline)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < genu_timeline_get_n_targets (timeline); i++)
    {
      g_autoptr(GenuValue) value = genu_timeline_dup_effective_value (timeline, i);
      g_autofree char *text = value != NULL ? genu_value_to_string (value) : NULL;

      g_string_append_printf (state, "%s=%s\n",
                              genu_timeline_get_target (timeline, i)->attribute->name,
                              text != NULL ? text : "(none)");
    }

  return g_string_free (state, FALSE);
}

static char *
dup_state_at (GenuTimeline *timeline,
              gint64        time)
{
  genu_timeline_seek (timeline, time);
  return dup_state (timeline);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 p = *(const gint64 *) a;
  gint64 q = *(const gint64 *) b;

  return (p > q) - (p < q);
}

/* Twenty times, sorted: half on whole quarters of a second, where things begin and end, half
 * anywhere.  The same for each run. */
static void
choose_times (gint64 times[N_TIMES])
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20);

  for (int i = 0; i < N_TIMES; i++)
    times[i] = i % 2 == 0 ? (gint64) g_rand_int_range (rand, 0, 48) * 250000
                          : (gint64) g_rand_int_range (rand, 0, (gint32) LENGTH);
  qsort (times, N_TIMES, sizeof (gint64), compare_times);
}

/* Steps of 40 ms, and each chosen time itself when it comes. */
static void
play_steadily (GenuTimeline *timeline,
               const gint64  times[N_TIMES],
               char         *out_states[N_TIMES])
{
  gint64 now = 0;

  genu_timeline_seek (timeline, 0);
  for (int i = 0; i < N_TIMES; i++)
    {
      for (; now < times[i]; now += STEP)
        genu_timeline_seek (timeline, now);
      out_states[i] = dup_state_at (timeline, times[i]);
    }
}

static void
test_seek (gconstpointer data)
{
  g_autoptr(ConformanceFile) file = conformance_file_new (data);
  g_autoptr(GenuTimeline) steady = conformance_file_play (file);
  g_autoptr(GenuTimeline) backward = conformance_file_play (file);
  gint64 times[N_TIMES];
  char *states[N_TIMES];

  choose_times (times);
  play_steadily (steady, times, states);

  genu_timeline_seek (backward, 10 * LENGTH);
  for (int i = N_TIMES - 1; i >= 0; i--)
    {
      g_autoptr(GenuTimeline) fresh = conformance_file_play (file);
      g_autofree char *jump = dup_state_at (fresh, times[i]);
      g_autofree char *back = dup_state_at (backward, times[i]);

      g_test_message ("at %g s", (double) times[i] / G_USEC_PER_SEC);
      g_assert_cmpstr (jump, ==, states[i]);
      g_assert_cmpstr (back, ==, states[i]);
      g_free (states[i]);
    }
}

/* Nothing may differ from the state at @time anywhere before @next. */
static void
check_held (GenuTimeline *timeline,
            gint64        time,
            gint64        next)
{
  g_autofree char *state = dup_state_at (timeline, time);
  gint64 end = MIN (next, time + LENGTH);
  gint64 probes[] = { time + 1, time + (end - time) / 3, time + (end - time) / 2, end - 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (probes); i++)
    {
      g_autofree char *probe = NULL;

      if (probes[i] <= time || probes[i] >= end)
        continue;
      probe = dup_state_at (timeline, probes[i]);
      g_test_message ("held from %g s, looked at %g s", (double) time / G_USEC_PER_SEC,
                      (double) probes[i] / G_USEC_PER_SEC);
      g_assert_cmpstr (probe, ==, state);
    }
}

static void
test_next_change (gconstpointer data)
{
  g_autoptr(ConformanceFile) file = conformance_file_new (data);
  g_autoptr(GenuTimeline) timeline = conformance_file_play (file);
  gint64 times[N_TIMES];

  choose_times (times);
  for (int i = 0; i < N_TIMES; i++)
    {
      gint64 next;

      genu_timeline_seek (timeline, times[i]);
      next = genu_timeline_get_next_change (timeline);
      g_assert_cmpint (next, >=, times[i]);
      if (next > times[i])
        check_held (timeline, times[i], next);
    }
}

/* The property above would also hold for a timeline that always says "now": some answers are known. */
static void
test_known_changes (void)
{
  static const struct { gint64 now, next; } cases[] = {
    { 0,       1000000 },
    { 500000,  1000000 },
    { 1000000, 3000000 },
    { 2999999, 3000000 },
    { 3000000, GENU_TIME_NEVER },
    { 9000000, GENU_TIME_NEVER },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "conformance", "svg", "set-basic.svg",
                                                 NULL);
  g_autoptr(ConformanceFile) file = conformance_file_new (path);
  g_autoptr(GenuTimeline) timeline = conformance_file_play (file);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      genu_timeline_seek (timeline, cases[i].now);
      g_assert_cmpint (genu_timeline_get_next_change (timeline), ==, cases[i].next);
    }
}

/* A frozen animation, a discrete one and one that runs for ever. */
static void
test_known_rest (void)
{
  static const struct { const char *name; gint64 now, next; } cases[] = {
    { "fn-by.svg",                     2000000, 2000000 },
    { "fn-by.svg",                     4000000, GENU_TIME_NEVER },
    { "calc-discrete.svg",             1500000, 2000000 },
    { "calc-discrete.svg",             5000000, GENU_TIME_NEVER },
    { "repeat-indefinite.svg",        60000000, 60000000 },
    { "list-dasharray-draw.svg",       9000000, GENU_TIME_NEVER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "conformance", "svg",
                                                     cases[i].name, NULL);
      g_autoptr(ConformanceFile) file = conformance_file_new (path);
      g_autoptr(GenuTimeline) timeline = conformance_file_play (file);

      genu_timeline_seek (timeline, cases[i].now);
      g_test_message ("%s at %g s", cases[i].name, (double) cases[i].now / G_USEC_PER_SEC);
      g_assert_cmpint (genu_timeline_get_next_change (timeline), ==, cases[i].next);
    }
}

static void
add_tests (const char *prefix,
           GPtrArray  *paths)
{
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (paths->pdata[i]);
      g_autofree char *seek = g_strdup_printf ("/seek/%s/%s", prefix, name);
      g_autofree char *next = g_strdup_printf ("/next-change/%s/%s", prefix, name);

      g_test_add_data_func (seek, paths->pdata[i], test_seek);
      g_test_add_data_func (next, paths->pdata[i], test_next_change);
    }
}

int
main (int   argc,
      char *argv[])
{
  const char *root = g_getenv ("GENU_SOURCE_ROOT");
  g_autofree char *folder = NULL;
  g_autofree char *diagrams = NULL;
  g_autoptr(GPtrArray) corpus = NULL;
  g_autoptr(GPtrArray) pack = NULL;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  folder = g_test_build_filename (G_TEST_DIST, "conformance", "svg", NULL);
  corpus = conformance_list (folder);
  add_tests ("corpus", corpus);
  g_assert_nonnull (root);
  diagrams = g_build_filename (root, "data", "packs", "knee", "diagrams", NULL);
  pack = conformance_list (diagrams);
  add_tests ("pack", pack);
  g_test_add_func ("/next-change/known", test_known_changes);
  g_test_add_func ("/next-change/known-rest", test_known_rest);

  return g_test_run ();
}
