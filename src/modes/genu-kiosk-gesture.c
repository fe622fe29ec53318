/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-kiosk-gesture.h"

#include <string.h>

/**
 * genu_kiosk_gesture_press:
 * @self: a gesture
 * @now: the time
 * @right_place: whether it was the corner; a press elsewhere begins anew
 *
 * A key that repeats is one press: presses without a release between them count once.
 */
void
genu_kiosk_gesture_press (GenuKioskGesture *self,
                          gint64            now,
                          gboolean          right_place)
{
  const guint last = GENU_KIOSK_GESTURE_PRESSES - 1;

  if (!right_place)
    {
      *self = (GenuKioskGesture) { 0 };
      return;
    }
  if (self->down)
    return;

  memmove (self->presses, self->presses + 1, last * sizeof *self->presses);
  self->presses[last] = now;
  self->n_presses = MIN (self->n_presses + 1, GENU_KIOSK_GESTURE_PRESSES);
  self->down = TRUE;
}

/**
 * genu_kiosk_gesture_release:
 * @self: a gesture
 * @now: the time
 */
void
genu_kiosk_gesture_release (GenuKioskGesture *self,
                            gint64            now)
{
  self->down = FALSE;
}

/**
 * genu_kiosk_gesture_get_due:
 * @self: a gesture
 *
 * Returns: when the gesture will be done if nothing is released until then; %G_MAXINT64 if more is
 *   needed
 */
gint64
genu_kiosk_gesture_get_due (const GenuKioskGesture *self)
{
  const guint last = GENU_KIOSK_GESTURE_PRESSES - 1;

  if (!self->down || self->n_presses < GENU_KIOSK_GESTURE_PRESSES
      || self->presses[last] - self->presses[0] > GENU_KIOSK_GESTURE_SPAN)
    return G_MAXINT64;

  return self->presses[last] + GENU_KIOSK_GESTURE_HOLD;
}

gboolean
genu_kiosk_gesture_is_done (const GenuKioskGesture *self,
                            gint64                  now)
{
  return now >= genu_kiosk_gesture_get_due (self);
}
