/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The hidden way to the PIN pad. */

#include "config.h"

#include "genu-kiosk-gesture.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

/* @n presses @apart from each other, each let go of half way; then the last is held. */
static gint64
press_times (GenuKioskGesture *gesture,
             gint64            now,
             guint             n,
             gint64            apart)
{
  for (guint i = 0; i < n; i++)
    {
      genu_kiosk_gesture_press (gesture, now, TRUE);
      if (i + 1 < n)
        {
          genu_kiosk_gesture_release (gesture, now + apart / 2);
          now += apart;
        }
    }

  return now;
}

static void
test_done (void)
{
  GenuKioskGesture gesture = { 0 };
  gint64 now = press_times (&gesture, 50 * SECOND, 5, SECOND / 2);

  g_assert_cmpint (genu_kiosk_gesture_get_due (&gesture), ==, now + GENU_KIOSK_GESTURE_HOLD);
  g_assert_false (genu_kiosk_gesture_is_done (&gesture, now + GENU_KIOSK_GESTURE_HOLD - 1));
  g_assert_true (genu_kiosk_gesture_is_done (&gesture, now + GENU_KIOSK_GESTURE_HOLD));
}

static void
test_nothing_yet (void)
{
  GenuKioskGesture gesture = { 0 };

  g_assert_cmpint (genu_kiosk_gesture_get_due (&gesture), ==, G_MAXINT64);
  press_times (&gesture, 0, 4, SECOND / 2);
  g_assert_cmpint (genu_kiosk_gesture_get_due (&gesture), ==, G_MAXINT64);
}

/* Fast taps, however many: the last must be held. */
static void
test_taps (void)
{
  GenuKioskGesture gesture = { 0 };

  for (gint64 now = 0; now < 20 * SECOND; now += SECOND / 5)
    {
      genu_kiosk_gesture_press (&gesture, now, TRUE);
      g_assert_false (genu_kiosk_gesture_is_done (&gesture, now + SECOND / 10));
      genu_kiosk_gesture_release (&gesture, now + SECOND / 10);
      g_assert_cmpint (genu_kiosk_gesture_get_due (&gesture), ==, G_MAXINT64);
    }
}

static void
test_too_slow (void)
{
  GenuKioskGesture gesture = { 0 };

  press_times (&gesture, 0, 5, 2 * SECOND);
  g_assert_cmpint (genu_kiosk_gesture_get_due (&gesture), ==, G_MAXINT64);
}

/* A slow first press does not spoil the five that follow. */
static void
test_one_too_many (void)
{
  GenuKioskGesture gesture = { 0 };

  press_times (&gesture, 0, 2, SECOND);
  genu_kiosk_gesture_release (&gesture, 2 * SECOND);
  press_times (&gesture, 60 * SECOND, 5, SECOND / 2);
  g_assert_cmpint (genu_kiosk_gesture_get_due (&gesture), <, G_MAXINT64);
}

static void
test_elsewhere (void)
{
  GenuKioskGesture gesture = { 0 };

  press_times (&gesture, 0, 4, SECOND / 2);
  genu_kiosk_gesture_release (&gesture, 2 * SECOND);
  genu_kiosk_gesture_press (&gesture, 2 * SECOND, FALSE);
  genu_kiosk_gesture_release (&gesture, 2 * SECOND);
  genu_kiosk_gesture_press (&gesture, 3 * SECOND, TRUE);
  g_assert_cmpint (genu_kiosk_gesture_get_due (&gesture), ==, G_MAXINT64);
}

/* A key that is held repeats; that is one press. */
static void
test_repeating_key (void)
{
  GenuKioskGesture gesture = { 0 };

  for (guint i = 0; i < 100; i++)
    genu_kiosk_gesture_press (&gesture, i * SECOND / 30, TRUE);
  g_assert_cmpint (genu_kiosk_gesture_get_due (&gesture), ==, G_MAXINT64);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kiosk-gesture/done", test_done);
  g_test_add_func ("/kiosk-gesture/nothing-yet", test_nothing_yet);
  g_test_add_func ("/kiosk-gesture/taps", test_taps);
  g_test_add_func ("/kiosk-gesture/too-slow", test_too_slow);
  g_test_add_func ("/kiosk-gesture/one-too-many", test_one_too_many);
  g_test_add_func ("/kiosk-gesture/elsewhere", test_elsewhere);
  g_test_add_func ("/kiosk-gesture/repeating-key", test_repeating_key);

  return g_test_run ();
}
