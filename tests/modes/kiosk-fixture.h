/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A kiosk whose clock belongs to the test, and ways into its states: no test waits. */

#pragma once

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
G_GNUC_UNUSED static GenuKioskEffect
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

G_GNUC_UNUSED static void
begin (Kiosk *kiosk)
{
  assert_effects (genu_kiosk_policy_begin (kiosk->policy, kiosk->now), STATE);
  assert_state (kiosk, IN_USE);
}

G_GNUC_UNUSED static void
go_to_warning (Kiosk *kiosk)
{
  begin (kiosk);
  assert_effects (pass (kiosk, rules.idle), STATE | COUNTDOWN);
  assert_state (kiosk, WARNING);
}

G_GNUC_UNUSED static void
go_to_pin (Kiosk *kiosk)
{
  assert_effects (genu_kiosk_policy_ask_pin (kiosk->policy, kiosk->now), STATE | COUNTDOWN);
  assert_state (kiosk, PIN);
}

G_GNUC_UNUSED static void
answer_wrong (Kiosk *kiosk)
{
  assert_effects (genu_kiosk_policy_answer_pin (kiosk->policy, kiosk->now, FALSE), COUNTDOWN);
  assert_state (kiosk, PIN);
}

#define CASE(path, func) g_test_add (path, Kiosk, NULL, set_up, func, tear_down)
