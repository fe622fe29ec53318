/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kiosk's state machine, as staff meet it, and over months. */

#include "config.h"

#include "kiosk-fixture.h"

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


int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

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
