/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The hidden way to the PIN pad: five presses of one corner (or of Escape), of which the last is
 * held.  No visitor does that by chance, and fast taps alone never do it.  Pure: times are
 * arguments, in microseconds of any clock that does not go back. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GENU_KIOSK_GESTURE_PRESSES 5
/* From the first press to the last, at most. */
#define GENU_KIOSK_GESTURE_SPAN (6 * G_USEC_PER_SEC)
/* So long the last one is held. */
#define GENU_KIOSK_GESTURE_HOLD (G_USEC_PER_SEC)

typedef struct
{
  gint64   presses[GENU_KIOSK_GESTURE_PRESSES]; /* times of the latest ones, the last is newest */
  guint    n_presses;
  gboolean down;
} GenuKioskGesture;

/* A zeroed struct has seen nothing. */
void     genu_kiosk_gesture_press    (GenuKioskGesture       *self,
                                      gint64                  now,
                                      gboolean                right_place);
void     genu_kiosk_gesture_release  (GenuKioskGesture       *self,
                                      gint64                  now);
gint64   genu_kiosk_gesture_get_due  (const GenuKioskGesture *self);
gboolean genu_kiosk_gesture_is_done  (const GenuKioskGesture *self,
                                      gint64                  now);

G_END_DECLS
