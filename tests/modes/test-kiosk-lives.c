/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever happens to the kiosk, in whatever order and at whatever times: what must always hold. */

#include "config.h"

#include "kiosk-rules.h"

typedef struct
{
  GenuKioskPolicy *policy;
  gint64           now;
  gboolean         dirty;         /* a visitor left traces since the last reset */
  gboolean         watching;
  gint64           last_sign;     /* of presence, since the visit began */
  gint64           warned_at;
  guint            n_steps, n_resets, n_warnings, n_left, n_locked;
} Life;

/* What must hold between any two calls, whatever they are. */
static void
check_life (Life            *life,
            GenuKioskState   before,
            GenuKioskEffect  effects,
            gboolean         chosen, /* the visitor chose to end the visit */
            gboolean         right)  /* a right PIN was just entered */
{
  GenuKioskState state = genu_kiosk_policy_get_state (life->policy);
  gint64 deadline = genu_kiosk_policy_get_deadline (life->policy);

  g_assert_cmpint ((effects & GENU_KIOSK_EFFECT_STATE) != 0, ==, state != before);
  /* No tick is asked for at a time that has come: the program never spins. */
  g_assert_cmpint (deadline, >, life->now);
  if (effects & GENU_KIOSK_EFFECT_RESET)
    {
      g_assert_cmpint (state, ==, GENU_KIOSK_STATE_ATTRACT);
      life->dirty = FALSE;
      life->n_resets++;
    }
  /* No visitor meets another one's traces. */
  g_assert_false (state == GENU_KIOSK_STATE_ATTRACT && life->dirty);
  if (state == GENU_KIOSK_STATE_IN_USE)
    life->dirty = TRUE;
  if (state == GENU_KIOSK_STATE_WARNING && before != state)
    {
      life->warned_at = life->now;
      life->n_warnings++;
      if (life->last_sign != 0)
        g_assert_cmpint (life->now - life->last_sign, >=, rules.idle);
    }
  if (before == GENU_KIOSK_STATE_WARNING && state == GENU_KIOSK_STATE_ATTRACT && !chosen)
    g_assert_cmpint (life->now - life->warned_at, >=, rules.warning);
  /* Nobody leaves without the PIN, and the pad is the only way. */
  if (state == GENU_KIOSK_STATE_LEFT)
    g_assert_true (before == GENU_KIOSK_STATE_LEFT || (before == GENU_KIOSK_STATE_PIN && right));
  g_assert_cmpint (genu_kiosk_policy_get_countdown (life->policy, life->now), <=,
                   (rules.warning + 10 * SECOND) / SECOND);
  g_assert_cmpuint (genu_kiosk_policy_get_tries (life->policy), >, 0);
}

static void
do_anything (Life *life,
             guint what)
{
  GenuKioskState before = genu_kiosk_policy_get_state (life->policy);
  gboolean locked = genu_kiosk_policy_get_locked (life->policy, life->now) > 0;
  gboolean right = g_test_rand_int_range (0, 50) == 0;
  GenuKioskEffect effects = GENU_KIOSK_EFFECT_NONE;

  switch (what)
    {
    case 0: case 1: case 2:
      effects = genu_kiosk_policy_begin (life->policy, life->now);
      break;
    case 3: case 4: case 5: case 6:
      effects = genu_kiosk_policy_input (life->policy, life->now);
      break;
    case 7:
      life->watching = !life->watching;
      effects = genu_kiosk_policy_set_watching (life->policy, life->now, life->watching);
      break;
    case 8:
      effects = genu_kiosk_policy_stay (life->policy, life->now);
      break;
    case 9:
      effects = genu_kiosk_policy_end_visit (life->policy, life->now);
      break;
    case 10:
      effects = genu_kiosk_policy_ask_pin (life->policy, life->now);
      break;
    case 11:
      effects = genu_kiosk_policy_cancel_pin (life->policy, life->now);
      break;
    case 12: case 13:
      effects = genu_kiosk_policy_answer_pin (life->policy, life->now, right);
      if (locked)
        g_assert_cmpint (genu_kiosk_policy_get_state (life->policy), ==, before);
      break;
    default:
      effects = genu_kiosk_policy_tick (life->policy, life->now);
      break;
    }

  life->n_locked += locked;
  /* Only what is sure to be a sign is counted here; watching is checked by its own cases. */
  if (before == GENU_KIOSK_STATE_PIN)
    life->last_sign = 0;
  else if (genu_kiosk_policy_get_state (life->policy) == GENU_KIOSK_STATE_IN_USE
           && (before != GENU_KIOSK_STATE_IN_USE || (what >= 3 && what <= 6)))
    life->last_sign = life->now;
  check_life (life, before, effects, what == 9, right);
}

static void
let_time_pass (Life *life)
{
  static const gint64 spans[] = { 0, 1, SECOND / 3, SECOND, 7 * SECOND, 29 * SECOND, 91 * SECOND,
                                  HOUR, 30 * HOUR };
  gint64 span = spans[g_test_rand_int_range (0, G_N_ELEMENTS (spans))];
  gint64 deadline = genu_kiosk_policy_get_deadline (life->policy);

  /* To the deadline, just before it, or anywhere. */
  if (g_test_rand_bit () && deadline != G_MAXINT64)
    life->now = MAX (life->now, deadline - g_test_rand_int_range (0, 2));
  else
    life->now += span;
}

static void
test_random_lives (void)
{
  Life total = { 0 };

  for (guint i = 0; i < 400; i++)
    {
      Life life = { .now = 1 + g_test_rand_int_range (0, 1000) };

      life.policy = genu_kiosk_policy_new (&rules, life.now);
      for (life.n_steps = 0; life.n_steps < 1000; life.n_steps++)
        {
          do_anything (&life, (guint) g_test_rand_int_range (0, 20));
          if (g_test_rand_int_range (0, 3) == 0)
            let_time_pass (&life);
          if (genu_kiosk_policy_get_state (life.policy) == GENU_KIOSK_STATE_LEFT)
            break;
        }
      total.n_left += genu_kiosk_policy_get_state (life.policy) == GENU_KIOSK_STATE_LEFT;
      total.n_steps += life.n_steps;
      total.n_resets += life.n_resets;
      total.n_warnings += life.n_warnings;
      total.n_locked += life.n_locked;
      genu_kiosk_policy_free (life.policy);
    }

  g_test_message ("%u steps, %u resets, %u warnings, %u steps while locked, %u left by PIN",
                  total.n_steps, total.n_resets, total.n_warnings, total.n_locked, total.n_left);
  /* The lives did meet what they are there to meet. */
  g_assert_cmpuint (total.n_resets, >, 1000);
  g_assert_cmpuint (total.n_warnings, >, 1000);
  g_assert_cmpuint (total.n_locked, >, 1000);
  g_assert_cmpuint (total.n_left, >, 10);
}

/* Lets time pass and ticks at each deadline on the way, as the window does. */
static void
wait_alone (Life   *life,
            gint64  time)
{
  gint64 end = life->now + time;

  while (genu_kiosk_policy_get_deadline (life->policy) <= end)
    {
      life->now = genu_kiosk_policy_get_deadline (life->policy);
      genu_kiosk_policy_tick (life->policy, life->now);
    }
}

/* Whatever was done, a kiosk that is left alone attracts again, and in known time. */
static void
test_always_comes_home (void)
{
  const gint64 longest = rules.watching + rules.idle + rules.warning + rules.pin + MINUTE;

  for (guint i = 0; i < 2000; i++)
    {
      Life life = { .now = 1 };

      life.policy = genu_kiosk_policy_new (&rules, life.now);
      for (guint j = 0; j < 40; j++)
        {
          do_anything (&life, (guint) g_test_rand_int_range (0, 12));
          if (g_test_rand_int_range (0, 3) == 0)
            let_time_pass (&life);
        }
      wait_alone (&life, longest);
      g_assert_cmpint (genu_kiosk_policy_get_state (life.policy), ==, GENU_KIOSK_STATE_ATTRACT);
      genu_kiosk_policy_free (life.policy);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kiosk-lives/random", test_random_lives);
  g_test_add_func ("/kiosk-lives/always-comes-home", test_always_comes_home);

  return g_test_run ();
}
