/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kiosk's state machine, with a clock of the test's own: no test waits. */

#include "config.h"

#include "kiosk-rules.h"

#define NONE GENU_KIOSK_EFFECT_NONE
#define STATE GENU_KIOSK_EFFECT_STATE
#define RESET GENU_KIOSK_EFFECT_RESET
#define COUNTDOWN GENU_KIOSK_EFFECT_COUNTDOWN

typedef struct
{
  GenuKioskPolicy *policy;
  gint64           now;
} Kiosk;

static void
set_up (Kiosk         *kiosk,
        gconstpointer  data)
{
  kiosk->now = 1000 * HOUR;
  kiosk->policy = genu_kiosk_policy_new (&rules, kiosk->now);
}

static void
tear_down (Kiosk         *kiosk,
           gconstpointer  data)
{
  genu_kiosk_policy_free (kiosk->policy);
}

#define assert_state(kiosk, state) \
  g_assert_cmpint (genu_kiosk_policy_get_state ((kiosk)->policy), ==, GENU_KIOSK_STATE_##state)
#define assert_effects(call, effects) g_assert_cmphex (call, ==, effects)

/* Lets time pass and ticks at each deadline on the way, as the window does. */
static GenuKioskEffect
pass (Kiosk  *kiosk,
      gint64  time)
{
  gint64 end = kiosk->now + time;
  GenuKioskEffect effects = NONE;

  while (genu_kiosk_policy_get_deadline (kiosk->policy) <= end)
    {
      kiosk->now = genu_kiosk_policy_get_deadline (kiosk->policy);
      effects |= genu_kiosk_policy_tick (kiosk->policy, kiosk->now);
    }
  kiosk->now = end;

  return effects;
}

static void
begin (Kiosk *kiosk)
{
  assert_effects (genu_kiosk_policy_begin (kiosk->policy, kiosk->now), STATE);
  assert_state (kiosk, IN_USE);
}

static void
go_to_warning (Kiosk *kiosk)
{
  begin (kiosk);
  assert_effects (pass (kiosk, rules.idle), STATE | COUNTDOWN);
  assert_state (kiosk, WARNING);
}

static void
go_to_pin (Kiosk *kiosk)
{
  assert_effects (genu_kiosk_policy_ask_pin (kiosk->policy, kiosk->now), STATE | COUNTDOWN);
  assert_state (kiosk, PIN);
}

static void
answer_wrong (Kiosk *kiosk)
{
  assert_effects (genu_kiosk_policy_answer_pin (kiosk->policy, kiosk->now, FALSE), COUNTDOWN);
  assert_state (kiosk, PIN);
}

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

/* --- Staff --- */

static void
test_right_pin (Kiosk         *kiosk,
                gconstpointer  data)
{
  begin (kiosk);
  go_to_pin (kiosk);
  assert_effects (genu_kiosk_policy_answer_pin (kiosk->policy, kiosk->now, TRUE),
                  STATE | GENU_KIOSK_EFFECT_LEAVE);
  assert_state (kiosk, LEFT);
  g_assert_cmpint (genu_kiosk_policy_get_deadline (kiosk->policy), ==, G_MAXINT64);
  assert_effects (genu_kiosk_policy_begin (kiosk->policy, kiosk->now), NONE);
  assert_effects (genu_kiosk_policy_ask_pin (kiosk->policy, kiosk->now), NONE);
  assert_effects (genu_kiosk_policy_tick (kiosk->policy, kiosk->now + HOUR), NONE);
  assert_state (kiosk, LEFT);
}

static void
test_pin_only_when_asked (Kiosk         *kiosk,
                          gconstpointer  data)
{
  assert_effects (genu_kiosk_policy_answer_pin (kiosk->policy, kiosk->now, TRUE), NONE);
  begin (kiosk);
  assert_effects (genu_kiosk_policy_answer_pin (kiosk->policy, kiosk->now, TRUE), NONE);
  pass (kiosk, rules.idle);
  assert_effects (genu_kiosk_policy_answer_pin (kiosk->policy, kiosk->now, TRUE), NONE);
  assert_state (kiosk, WARNING);
}

static void
test_cancel_pin (Kiosk         *kiosk,
                 gconstpointer  data)
{
  assert_effects (genu_kiosk_policy_cancel_pin (kiosk->policy, kiosk->now), NONE);
  go_to_pin (kiosk);
  assert_effects (genu_kiosk_policy_cancel_pin (kiosk->policy, kiosk->now), STATE);
  assert_state (kiosk, ATTRACT);

  begin (kiosk);
  pass (kiosk, 60 * SECOND);
  go_to_pin (kiosk);
  pass (kiosk, 20 * SECOND);
  assert_effects (genu_kiosk_policy_cancel_pin (kiosk->policy, kiosk->now), STATE);
  assert_state (kiosk, IN_USE);
  assert_effects (pass (kiosk, rules.idle - 1), NONE);
  assert_effects (pass (kiosk, 1), STATE | COUNTDOWN);

  go_to_pin (kiosk);
  assert_effects (genu_kiosk_policy_cancel_pin (kiosk->policy, kiosk->now), STATE);
  assert_state (kiosk, IN_USE);
}

/* The pad closes by itself; a visit that was going on is neither lost nor prolonged. */
static void
test_pin_left_alone (Kiosk         *kiosk,
                     gconstpointer  data)
{
  go_to_pin (kiosk);
  pass (kiosk, rules.pin - 1);
  assert_state (kiosk, PIN);
  genu_kiosk_policy_input (kiosk->policy, kiosk->now);
  pass (kiosk, rules.pin - 1);
  assert_state (kiosk, PIN);
  assert_effects (pass (kiosk, 1), STATE);
  assert_state (kiosk, ATTRACT);

  begin (kiosk);
  pass (kiosk, 10 * SECOND);
  go_to_pin (kiosk);
  assert_effects (pass (kiosk, rules.pin), STATE);
  assert_state (kiosk, IN_USE);
  assert_effects (pass (kiosk, rules.idle - rules.pin), STATE | COUNTDOWN);
  assert_state (kiosk, WARNING);

  go_to_pin (kiosk);
  assert_effects (pass (kiosk, rules.pin), STATE | RESET);
  assert_state (kiosk, ATTRACT);
}

static void
test_lockout (Kiosk         *kiosk,
              gconstpointer  data)
{
  go_to_pin (kiosk);
  for (guint left = 3; left > 0; left--)
    {
      g_assert_cmpuint (genu_kiosk_policy_get_tries (kiosk->policy), ==, left);
      g_assert_cmpuint (genu_kiosk_policy_get_locked (kiosk->policy, kiosk->now), ==, 0);
      answer_wrong (kiosk);
    }
  g_assert_cmpuint (genu_kiosk_policy_get_locked (kiosk->policy, kiosk->now), ==, 30);

  /* Not even the right one now. */
  answer_wrong (kiosk);
  assert_effects (genu_kiosk_policy_answer_pin (kiosk->policy, kiosk->now, TRUE), COUNTDOWN);
  assert_state (kiosk, PIN);
  g_assert_cmpint (genu_kiosk_policy_get_deadline (kiosk->policy), ==, kiosk->now + SECOND);
  pass (kiosk, 29 * SECOND);
  g_assert_cmpuint (genu_kiosk_policy_get_locked (kiosk->policy, kiosk->now), ==, 1);
  genu_kiosk_policy_input (kiosk->policy, kiosk->now);
  pass (kiosk, SECOND);
  g_assert_cmpuint (genu_kiosk_policy_get_locked (kiosk->policy, kiosk->now), ==, 0);
  assert_effects (genu_kiosk_policy_answer_pin (kiosk->policy, kiosk->now, TRUE),
                  STATE | GENU_KIOSK_EFFECT_LEAVE);
}

/* Closing the pad and opening it again does not unlock it, nor a visit in between. */
static void
test_lockout_outlasts_the_pad (Kiosk         *kiosk,
                               gconstpointer  data)
{
  go_to_pin (kiosk);
  for (guint i = 0; i < 3; i++)
    answer_wrong (kiosk);
  genu_kiosk_policy_cancel_pin (kiosk->policy, kiosk->now);
  begin (kiosk);
  pass (kiosk, 10 * SECOND);
  genu_kiosk_policy_end_visit (kiosk->policy, kiosk->now);
  go_to_pin (kiosk);
  g_assert_cmpuint (genu_kiosk_policy_get_locked (kiosk->policy, kiosk->now), ==, 20);
}

/* Wrong tries are counted across openings of the pad. */
static void
test_tries_outlast_the_pad (Kiosk         *kiosk,
                            gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (genu_kiosk_policy_get_locked (kiosk->policy, kiosk->now), ==, 0);
      go_to_pin (kiosk);
      answer_wrong (kiosk);
      genu_kiosk_policy_cancel_pin (kiosk->policy, kiosk->now);
    }
  g_assert_cmpuint (genu_kiosk_policy_get_locked (kiosk->policy, kiosk->now), ==, 30);
}

static void
test_lockout_grows (Kiosk         *kiosk,
                    gconstpointer  data)
{
  static const guint expected[] = { 30, 60, 120, 240, 480, 960, 960, 960 };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      go_to_pin (kiosk);
      for (guint j = 0; j < 3; j++)
        answer_wrong (kiosk);
      g_assert_cmpuint (genu_kiosk_policy_get_locked (kiosk->policy, kiosk->now), ==, expected[i]);
      genu_kiosk_policy_cancel_pin (kiosk->policy, kiosk->now);
      pass (kiosk, expected[i] * SECOND);
    }
}

/* --- Months --- */

static void
test_refresh (Kiosk         *kiosk,
              gconstpointer  data)
{
  for (guint i = 0; i < 10; i++)
    {
      assert_effects (pass (kiosk, HOUR - 1), NONE);
      assert_effects (pass (kiosk, 1), GENU_KIOSK_EFFECT_REFRESH);
    }
  assert_state (kiosk, ATTRACT);
}

static void
test_restart (Kiosk         *kiosk,
              gconstpointer  data)
{
  pass (kiosk, 24 * HOUR - 1);
  assert_effects (pass (kiosk, 1), GENU_KIOSK_EFFECT_RESTART | GENU_KIOSK_EFFECT_REFRESH);
  /* Once is enough. */
  g_assert_false (pass (kiosk, 48 * HOUR) & GENU_KIOSK_EFFECT_RESTART);
}

static void
test_restart_disturbs_nobody (Kiosk         *kiosk,
                              gconstpointer  data)
{
  pass (kiosk, 24 * HOUR - MINUTE);
  begin (kiosk);
  for (guint i = 0; i < 60; i++)
    {
      assert_effects (pass (kiosk, MINUTE), NONE);
      genu_kiosk_policy_input (kiosk->policy, kiosk->now);
    }
  genu_kiosk_policy_end_visit (kiosk->policy, kiosk->now);
  assert_effects (pass (kiosk, MINUTE - 1), NONE);
  begin (kiosk);
  genu_kiosk_policy_end_visit (kiosk->policy, kiosk->now);
  assert_effects (pass (kiosk, MINUTE - 1), NONE);
  assert_effects (pass (kiosk, 1), GENU_KIOSK_EFFECT_RESTART);
}

static void
test_never (void)
{
  GenuKioskRules never = rules;
  g_autoptr(GenuKioskPolicy) policy = NULL;

  never.refresh = 0;
  never.restart = 0;
  policy = genu_kiosk_policy_new (&never, 0);
  g_assert_cmpint (genu_kiosk_policy_get_deadline (policy), ==, G_MAXINT64);
  assert_effects (genu_kiosk_policy_tick (policy, 10000 * HOUR), NONE);
}

#define CASE(path, func) g_test_add (path, Kiosk, NULL, set_up, func, tear_down)

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
  CASE ("/kiosk-policy/pin/right", test_right_pin);
  CASE ("/kiosk-policy/pin/only-when-asked", test_pin_only_when_asked);
  CASE ("/kiosk-policy/pin/cancel", test_cancel_pin);
  CASE ("/kiosk-policy/pin/left-alone", test_pin_left_alone);
  CASE ("/kiosk-policy/pin/lockout", test_lockout);
  CASE ("/kiosk-policy/pin/lockout-outlasts-the-pad", test_lockout_outlasts_the_pad);
  CASE ("/kiosk-policy/pin/tries-outlast-the-pad", test_tries_outlast_the_pad);
  CASE ("/kiosk-policy/pin/lockout-grows", test_lockout_grows);
  CASE ("/kiosk-policy/months/refresh", test_refresh);
  CASE ("/kiosk-policy/months/restart", test_restart);
  CASE ("/kiosk-policy/months/restart-disturbs-nobody", test_restart_disturbs_nobody);
  g_test_add_func ("/kiosk-policy/months/never", test_never);

  return g_test_run ();
}
