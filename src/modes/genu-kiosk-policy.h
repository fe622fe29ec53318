/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the kiosk does when: a state machine without a window and without a clock.
 *
 *            begin                   idle                    warning over
 *   ATTRACT ───────► IN USE ───────────────────► WARNING ──────────────────► ATTRACT, all reset
 *                      ▲ └── end_visit ─► ATTRACT   │ └── end_visit ─► ATTRACT
 *                      └────────── stay ────────────┘
 *   each of these ── ask_pin ──► PIN ── right ──► LEFT;  cancelled or left alone: back
 *
 * Times are arguments, in microseconds of a clock that does not go back (a machine that sleeps may
 * make it jump forward).  Nothing happens by itself: whoever owns the policy calls
 * genu_kiosk_policy_tick() at genu_kiosk_policy_get_deadline(), and obeys the effects that every
 * call returns. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GENU_KIOSK_STATE_ATTRACT,  /* nobody is there */
  GENU_KIOSK_STATE_IN_USE,
  GENU_KIOSK_STATE_WARNING,  /* asks whether somebody is still there, and counts down */
  GENU_KIOSK_STATE_PIN,      /* somebody enters the staff PIN */
  GENU_KIOSK_STATE_LEFT,     /* staff has left the kiosk; nothing follows */
} GenuKioskState;

/* What the owner must do after a call. */
typedef enum
{
  GENU_KIOSK_EFFECT_NONE = 0,
  GENU_KIOSK_EFFECT_STATE = 1 << 0,     /* show the state: it is another one */
  GENU_KIOSK_EFFECT_RESET = 1 << 1,     /* forget the visitor: everything as at the start */
  GENU_KIOSK_EFFECT_COUNTDOWN = 1 << 2, /* the seconds that are left have changed */
  GENU_KIOSK_EFFECT_REFRESH = 1 << 3,   /* draw the attract picture anew, from its beginning */
  GENU_KIOSK_EFFECT_RESTART = 1 << 4,   /* end the program, to be started anew */
  GENU_KIOSK_EFFECT_LEAVE = 1 << 5,     /* end the program for staff */
} GenuKioskEffect;

/* What a clinic can set.  Microseconds. */
typedef struct
{
  gint64 idle;     /* without a sign of presence, until the warning; > 0 */
  gint64 warning;  /* how long the warning stands; > 0 */
  gint64 watching; /* how long a playing step counts as presence without any input; >= 0 */
  gint64 pin;      /* without a digit, until the PIN pad closes by itself; > 0 */
  guint  tries;    /* wrong PINs until the pad locks; > 0 */
  gint64 lockout;  /* how long the first time; doubles each time, up to 32 times this; > 0 */
  gint64 refresh;  /* of attracting, until its picture is drawn anew; 0: never */
  gint64 restart;  /* of running, until the program is restarted when nobody is there; 0: never */
} GenuKioskRules;

typedef struct _GenuKioskPolicy GenuKioskPolicy;

GenuKioskPolicy *genu_kiosk_policy_new           (const GenuKioskRules  *rules,
                                                  gint64                 now);
void             genu_kiosk_policy_free          (GenuKioskPolicy       *self);

/* What happens. */
GenuKioskEffect  genu_kiosk_policy_tick          (GenuKioskPolicy       *self,
                                                  gint64                 now);
GenuKioskEffect  genu_kiosk_policy_begin         (GenuKioskPolicy       *self,
                                                  gint64                 now);
GenuKioskEffect  genu_kiosk_policy_input         (GenuKioskPolicy       *self,
                                                  gint64                 now);
GenuKioskEffect  genu_kiosk_policy_set_watching  (GenuKioskPolicy       *self,
                                                  gint64                 now,
                                                  gboolean               watching);
GenuKioskEffect  genu_kiosk_policy_stay          (GenuKioskPolicy       *self,
                                                  gint64                 now);
GenuKioskEffect  genu_kiosk_policy_end_visit     (GenuKioskPolicy       *self,
                                                  gint64                 now);
GenuKioskEffect  genu_kiosk_policy_ask_pin       (GenuKioskPolicy       *self,
                                                  gint64                 now);
GenuKioskEffect  genu_kiosk_policy_cancel_pin    (GenuKioskPolicy       *self,
                                                  gint64                 now);
GenuKioskEffect  genu_kiosk_policy_answer_pin    (GenuKioskPolicy       *self,
                                                  gint64                 now,
                                                  gboolean               right);

/* What is. */
GenuKioskState   genu_kiosk_policy_get_state     (const GenuKioskPolicy *self);
gint64           genu_kiosk_policy_get_deadline  (const GenuKioskPolicy *self);
guint            genu_kiosk_policy_get_countdown (const GenuKioskPolicy *self,
                                                  gint64                 now);
guint            genu_kiosk_policy_get_locked    (const GenuKioskPolicy *self,
                                                  gint64                 now);
guint            genu_kiosk_policy_get_tries     (const GenuKioskPolicy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuKioskPolicy, genu_kiosk_policy_free)

G_END_DECLS
