/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kiosk's state machine, as visitors meet it. */

#include "config.h"

#include "kiosk-fixture.h"

/* --- A visit --- */

static void
test_starts_attracting (Kiosk         *kiosk,
                        gconstpointer  data)
{
  assert_state (kiosk, ATTRACT);
  g_assert_cmpuint (genu_kiosk_policy_get_countdown (kiosk->policy, kiosk->now), ==, 0);
  g_assert_cmpuint (genu_kiosk_policy_get_locked (kiosk->policy, kiosk->now), ==, 0);
}

static void
test_whole_visit (Kiosk         *kiosk,
                  gconstpointer  data)
{
  begin (kiosk);
  assert_effects (pass (kiosk, rules.idle - 1), NONE);
  assert_state (kiosk, IN_USE);
  assert_effects (pass (kiosk, 1), STATE | COUNTDOWN);
  assert_state (kiosk, WARNING);
  assert_effects (pass (kiosk, rules.warning - 1), COUNTDOWN);
  assert_state (kiosk, WARNING);
  assert_effects (pass (kiosk, 1), STATE | RESET);
  assert_state (kiosk, ATTRACT);
}

/* The pointer that trembles on a table in an empty room begins nothing. */
static void
test_input_does_not_begin (Kiosk         *kiosk,
                           gconstpointer  data)
{
  assert_effects (genu_kiosk_policy_input (kiosk->policy, kiosk->now), NONE);
  assert_state (kiosk, ATTRACT);
}

static void
test_begin_only_once (Kiosk         *kiosk,
                      gconstpointer  data)
{
  begin (kiosk);
  assert_effects (genu_kiosk_policy_begin (kiosk->policy, kiosk->now), NONE);
  pass (kiosk, rules.idle);
  assert_effects (genu_kiosk_policy_begin (kiosk->policy, kiosk->now), NONE);
  assert_state (kiosk, WARNING);
}

/* Every single touch counts, however short the visit was idle. */
static void
test_each_input_counts (Kiosk         *kiosk,
                        gconstpointer  data)
{
  begin (kiosk);
  for (guint i = 0; i < 1000; i++)
    {
      assert_effects (pass (kiosk, rules.idle - 1), NONE);
      assert_effects (genu_kiosk_policy_input (kiosk->policy, kiosk->now), NONE);
      assert_state (kiosk, IN_USE);
    }
  assert_effects (pass (kiosk, rules.idle), STATE | COUNTDOWN);
}

static void
test_end_visit (Kiosk         *kiosk,
                gconstpointer  data)
{
  assert_effects (genu_kiosk_policy_end_visit (kiosk->policy, kiosk->now), NONE);
  begin (kiosk);
  assert_effects (genu_kiosk_policy_end_visit (kiosk->policy, kiosk->now), STATE | RESET);
  assert_state (kiosk, ATTRACT);

  go_to_warning (kiosk);
  assert_effects (genu_kiosk_policy_end_visit (kiosk->policy, kiosk->now), STATE | RESET);
  assert_state (kiosk, ATTRACT);
}

/* --- The warning --- */

static void
test_countdown (Kiosk         *kiosk,
                gconstpointer  data)
{
  go_to_warning (kiosk);
  for (guint left = 30; left > 0; left--)
    {
      g_assert_cmpuint (genu_kiosk_policy_get_countdown (kiosk->policy, kiosk->now), ==, left);
      g_assert_cmpint (genu_kiosk_policy_get_deadline (kiosk->policy), ==, kiosk->now + SECOND);
      pass (kiosk, SECOND / 2);
      g_assert_cmpuint (genu_kiosk_policy_get_countdown (kiosk->policy, kiosk->now), ==, left);
      pass (kiosk, SECOND / 2);
    }
  assert_state (kiosk, ATTRACT);
  g_assert_cmpuint (genu_kiosk_policy_get_countdown (kiosk->policy, kiosk->now), ==, 0);
}

static void
test_stay (Kiosk         *kiosk,
           gconstpointer  data)
{
  go_to_warning (kiosk);
  pass (kiosk, rules.warning - 1);
  assert_effects (genu_kiosk_policy_stay (kiosk->policy, kiosk->now), STATE);
  assert_state (kiosk, IN_USE);
  assert_effects (pass (kiosk, rules.idle - 1), NONE);
  assert_effects (pass (kiosk, 1), STATE | COUNTDOWN);
  assert_state (kiosk, WARNING);
}

static void
test_stay_elsewhere (Kiosk         *kiosk,
                     gconstpointer  data)
{
  assert_effects (genu_kiosk_policy_stay (kiosk->policy, kiosk->now), NONE);
  begin (kiosk);
  assert_effects (genu_kiosk_policy_stay (kiosk->policy, kiosk->now), NONE);
  assert_state (kiosk, IN_USE);
}

/* A finger that comes down in the last moment is given the time to let go. */
static void
test_press_in_the_last_moment (Kiosk         *kiosk,
                               gconstpointer  data)
{
  go_to_warning (kiosk);
  pass (kiosk, rules.warning - SECOND / 10);
  genu_kiosk_policy_input (kiosk->policy, kiosk->now);
  pass (kiosk, SECOND);
  assert_state (kiosk, WARNING);
  assert_effects (genu_kiosk_policy_stay (kiosk->policy, kiosk->now), STATE);
  assert_state (kiosk, IN_USE);
}

/* ... but what trembles does not hold the warning for ever, nor makes it shorter. */
static void
test_grace_is_short (Kiosk         *kiosk,
                     gconstpointer  data)
{
  gint64 since;

  go_to_warning (kiosk);
  since = kiosk->now;
  genu_kiosk_policy_input (kiosk->policy, kiosk->now);
  g_assert_cmpuint (genu_kiosk_policy_get_countdown (kiosk->policy, kiosk->now), ==, 30);
  while (genu_kiosk_policy_get_state (kiosk->policy) == GENU_KIOSK_STATE_WARNING)
    {
      genu_kiosk_policy_input (kiosk->policy, kiosk->now);
      pass (kiosk, SECOND / 5);
      g_assert_cmpint (kiosk->now - since, <=, rules.warning + 10 * SECOND + SECOND / 5);
    }
  assert_state (kiosk, ATTRACT);
  g_assert_cmpint (kiosk->now - since, >=, rules.warning);
}

/* A program that was held up (a busy machine, a sleep) warns in full before it resets. */
static void
test_late_tick (Kiosk         *kiosk,
                gconstpointer  data)
{
  begin (kiosk);
  kiosk->now += 10 * HOUR;
  assert_effects (genu_kiosk_policy_tick (kiosk->policy, kiosk->now), STATE | COUNTDOWN);
  assert_state (kiosk, WARNING);
  g_assert_cmpuint (genu_kiosk_policy_get_countdown (kiosk->policy, kiosk->now), ==, 30);
  assert_effects (pass (kiosk, rules.warning - 1), COUNTDOWN);
  assert_effects (pass (kiosk, 1), STATE | RESET);
}

static void
test_clock_goes_back (Kiosk         *kiosk,
                      gconstpointer  data)
{
  gint64 deadline;

  begin (kiosk);
  deadline = genu_kiosk_policy_get_deadline (kiosk->policy);
  genu_kiosk_policy_tick (kiosk->policy, kiosk->now - HOUR);
  genu_kiosk_policy_input (kiosk->policy, kiosk->now - HOUR);
  g_assert_cmpint (genu_kiosk_policy_get_deadline (kiosk->policy), ==, deadline);
  assert_effects (pass (kiosk, rules.idle), STATE | COUNTDOWN);
  g_assert_cmpuint (genu_kiosk_policy_get_countdown (kiosk->policy, kiosk->now - HOUR), ==, 30);
}

/* --- Watching --- */

static void
test_watching_is_presence (Kiosk         *kiosk,
                           gconstpointer  data)
{
  begin (kiosk);
  genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, TRUE);
  assert_effects (pass (kiosk, 4 * MINUTE), NONE);
  genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, FALSE);
  assert_effects (pass (kiosk, rules.idle - 1), NONE);
  assert_effects (pass (kiosk, 1), STATE | COUNTDOWN);
}

/* Steps that play one after the other, with a rest between them. */
static void
test_watching_on_and_off (Kiosk         *kiosk,
                          gconstpointer  data)
{
  begin (kiosk);
  for (guint i = 0; i < 10; i++)
    {
      genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, TRUE);
      assert_effects (pass (kiosk, 12 * SECOND), NONE);
      genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, FALSE);
      assert_effects (pass (kiosk, 4 * SECOND), NONE);
    }
  assert_effects (pass (kiosk, rules.idle - 4 * SECOND), STATE | COUNTDOWN);
}

/* A drawing that moves for ever does not keep the room's screen for ever. */
static void
test_watching_has_an_end (Kiosk         *kiosk,
                          gconstpointer  data)
{
  begin (kiosk);
  genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, TRUE);
  assert_effects (pass (kiosk, rules.watching + rules.idle - 1), NONE);
  assert_effects (pass (kiosk, 1), STATE | COUNTDOWN);
  assert_effects (pass (kiosk, rules.warning), STATE | RESET | COUNTDOWN);
}

static void
test_watching_that_stops_late (Kiosk         *kiosk,
                               gconstpointer  data)
{
  begin (kiosk);
  genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, TRUE);
  assert_effects (pass (kiosk, rules.watching + 60 * SECOND), NONE);
  genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, FALSE);
  assert_effects (pass (kiosk, 30 * SECOND - 1), NONE);
  assert_effects (pass (kiosk, 1), STATE | COUNTDOWN);
}

static void
test_input_while_watching (Kiosk         *kiosk,
                           gconstpointer  data)
{
  begin (kiosk);
  genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, TRUE);
  pass (kiosk, 4 * MINUTE);
  genu_kiosk_policy_input (kiosk->policy, kiosk->now);
  assert_effects (pass (kiosk, rules.watching + rules.idle - 1), NONE);
  assert_effects (pass (kiosk, 1), STATE | COUNTDOWN);
}

/* Told twice, or while nobody is there, it changes nothing. */
static void
test_watching_elsewhere (Kiosk         *kiosk,
                         gconstpointer  data)
{
  genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, TRUE);
  assert_effects (pass (kiosk, 10 * MINUTE), NONE);
  assert_state (kiosk, ATTRACT);
  genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, FALSE);
  begin (kiosk);
  pass (kiosk, 60 * SECOND);
  genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, FALSE);
  assert_effects (pass (kiosk, 30 * SECOND), STATE | COUNTDOWN);
  genu_kiosk_policy_set_watching (kiosk->policy, kiosk->now, TRUE);
  assert_effects (pass (kiosk, rules.warning), STATE | RESET | COUNTDOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CASE ("/kiosk-policy/visit/starts-attracting", test_starts_attracting);
  CASE ("/kiosk-policy/visit/whole", test_whole_visit);
  CASE ("/kiosk-policy/visit/input-does-not-begin", test_input_does_not_begin);
  CASE ("/kiosk-policy/visit/begin-only-once", test_begin_only_once);
  CASE ("/kiosk-policy/visit/each-input-counts", test_each_input_counts);
  CASE ("/kiosk-policy/visit/end", test_end_visit);
  CASE ("/kiosk-policy/warning/countdown", test_countdown);
  CASE ("/kiosk-policy/warning/stay", test_stay);
  CASE ("/kiosk-policy/warning/stay-elsewhere", test_stay_elsewhere);
  CASE ("/kiosk-policy/warning/last-moment", test_press_in_the_last_moment);
  CASE ("/kiosk-policy/warning/grace-is-short", test_grace_is_short);
  CASE ("/kiosk-policy/warning/late-tick", test_late_tick);
  CASE ("/kiosk-policy/warning/clock-goes-back", test_clock_goes_back);
  CASE ("/kiosk-policy/watching/is-presence", test_watching_is_presence);
  CASE ("/kiosk-policy/watching/on-and-off", test_watching_on_and_off);
  CASE ("/kiosk-policy/watching/has-an-end", test_watching_has_an_end);
  CASE ("/kiosk-policy/watching/stops-late", test_watching_that_stops_late);
  CASE ("/kiosk-policy/watching/input", test_input_while_watching);
  CASE ("/kiosk-policy/watching/elsewhere", test_watching_elsewhere);

  return g_test_run ();
}
