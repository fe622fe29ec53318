/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-kiosk-policy.h"

/* A press in the last moments of the warning is on its way to “I am still here”: that much time is
 * given for the rest of it, and no more in all. */
#define GRACE ((gint64) 2 * G_USEC_PER_SEC)
#define LONGEST_GRACE ((gint64) 10 * G_USEC_PER_SEC)

/* Nobody is there for this long before a restart: the next visitor often follows at once. */
#define QUIET_BEFORE_RESTART ((gint64) 60 * G_USEC_PER_SEC)

#define LONGEST_LOCKOUT 32

struct _GenuKioskPolicy
{
  GenuKioskRules rules;
  GenuKioskState state;
  gint64         now;           /* the latest time heard of */
  gint64         started;

  gint64         attract_since;
  gint64         refreshed;     /* when the attract picture was last drawn anew */
  gboolean       restarting;    /* was asked for */

  /* In use. */
  gint64         input;         /* the visitor's latest */
  gint64         presence;      /* the latest sign, >= input */
  gboolean       watching;

  /* Warning. */
  gint64         warning_end;
  gint64         grace_end;     /* warning_end never goes beyond */

  /* PIN. */
  GenuKioskState before_pin;    /* where to go back to */
  gint64         pin_input;
  guint          wrong;         /* since the last lockout or right PIN */
  gint64         lockout;       /* how long the next one is */
  gint64         locked_until;  /* stays when the pad closes */
};

/**
 * genu_kiosk_policy_new:
 * @rules: what a clinic has set; copied
 * @now: the time
 *
 * Returns: (transfer full): a policy that attracts
 */
GenuKioskPolicy *
genu_kiosk_policy_new (const GenuKioskRules *rules,
                       gint64                now)
{
  GenuKioskPolicy *self;

  g_return_val_if_fail (rules->idle > 0 && rules->warning > 0 && rules->pin > 0, NULL);
  g_return_val_if_fail (rules->watching >= 0 && rules->tries > 0 && rules->lockout > 0, NULL);

  self = g_new0 (GenuKioskPolicy, 1);
  self->rules = *rules;
  self->now = now;
  self->started = now;
  self->attract_since = now;
  self->refreshed = now;
  self->lockout = rules->lockout;
  self->locked_until = G_MININT64;

  return self;
}

void
genu_kiosk_policy_free (GenuKioskPolicy *self)
{
  g_free (self);
}

/* --- Transitions --- */

static GenuKioskEffect
enter_attract (GenuKioskPolicy *self)
{
  self->state = GENU_KIOSK_STATE_ATTRACT;
  self->attract_since = self->now;
  self->refreshed = self->now;

  return GENU_KIOSK_EFFECT_STATE | GENU_KIOSK_EFFECT_RESET;
}

static GenuKioskEffect
enter_use (GenuKioskPolicy *self)
{
  self->state = GENU_KIOSK_STATE_IN_USE;
  self->input = self->now;
  self->presence = self->now;

  return GENU_KIOSK_EFFECT_STATE;
}

static GenuKioskEffect
enter_warning (GenuKioskPolicy *self)
{
  self->state = GENU_KIOSK_STATE_WARNING;
  self->warning_end = self->now + self->rules.warning;
  self->grace_end = self->warning_end + LONGEST_GRACE;

  return GENU_KIOSK_EFFECT_STATE | GENU_KIOSK_EFFECT_COUNTDOWN;
}

/* When the pad closes without a right PIN.  Nobody has reset anything meanwhile: whoever was there
 * before goes on, and a warning that was interrupted is either answered or over. */
static GenuKioskEffect
leave_pin (GenuKioskPolicy *self,
           gboolean         by_hand)
{
  if (self->before_pin == GENU_KIOSK_STATE_ATTRACT)
    {
      self->state = GENU_KIOSK_STATE_ATTRACT;
      self->attract_since = self->now;
      return GENU_KIOSK_EFFECT_STATE;
    }
  if (self->before_pin == GENU_KIOSK_STATE_WARNING && !by_hand)
    return enter_attract (self);

  enter_use (self);
  if (!by_hand)
    self->input = self->presence = self->pin_input;
  return GENU_KIOSK_EFFECT_STATE;
}

/* Each call begins with this.  A clock that goes back stands still. */
static void
hear_time (GenuKioskPolicy *self,
           gint64           now)
{
  self->now = MAX (self->now, now);
}

/* --- Time --- */

static gint64
idle_end (const GenuKioskPolicy *self)
{
  gint64 presence = self->presence;

  if (self->watching)
    presence = MAX (presence, self->input + self->rules.watching);

  return presence + self->rules.idle;
}

static gint64
refresh_due (const GenuKioskPolicy *self)
{
  return self->rules.refresh > 0 ? self->refreshed + self->rules.refresh : G_MAXINT64;
}

static gint64
restart_due (const GenuKioskPolicy *self)
{
  if (self->rules.restart == 0 || self->restarting)
    return G_MAXINT64;

  return MAX (self->started + self->rules.restart, self->attract_since + QUIET_BEFORE_RESTART);
}

/* Whole seconds from @now to @end, rounded up: 0 only when it is over. */
static guint
seconds_left (gint64 end,
              gint64 now)
{
  return end > now ? (guint) ((end - now + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

/* When the number of whole seconds to @end becomes smaller. */
static gint64
next_second (gint64 end,
             gint64 now)
{
  return end - (gint64) (seconds_left (end, now) - 1) * G_USEC_PER_SEC;
}

static GenuKioskEffect
tick_attract (GenuKioskPolicy *self)
{
  GenuKioskEffect effects = GENU_KIOSK_EFFECT_NONE;

  if (self->now >= restart_due (self))
    {
      self->restarting = TRUE;
      effects |= GENU_KIOSK_EFFECT_RESTART;
    }
  if (self->now >= refresh_due (self))
    {
      self->refreshed = self->now;
      effects |= GENU_KIOSK_EFFECT_REFRESH;
    }

  return effects;
}

static GenuKioskEffect
tick_pin (GenuKioskPolicy *self)
{
  if (self->now >= self->pin_input + self->rules.pin)
    return leave_pin (self, FALSE);

  return GENU_KIOSK_EFFECT_COUNTDOWN;
}

/**
 * genu_kiosk_policy_tick:
 * @self: a policy
 * @now: the time
 *
 * Does what is due.  However late it comes, a warning stands for its full time.
 *
 * Returns: what to do
 */
GenuKioskEffect
genu_kiosk_policy_tick (GenuKioskPolicy *self,
                        gint64           now)
{
  g_return_val_if_fail (self != NULL, GENU_KIOSK_EFFECT_NONE);

  hear_time (self, now);
  switch (self->state)
    {
    case GENU_KIOSK_STATE_ATTRACT:
      return tick_attract (self);
    case GENU_KIOSK_STATE_IN_USE:
      return self->now >= idle_end (self) ? enter_warning (self) : GENU_KIOSK_EFFECT_NONE;
    case GENU_KIOSK_STATE_WARNING:
      return self->now >= self->warning_end ? enter_attract (self) : GENU_KIOSK_EFFECT_COUNTDOWN;
    case GENU_KIOSK_STATE_PIN:
      return tick_pin (self);
    case GENU_KIOSK_STATE_LEFT:
    default:
      return GENU_KIOSK_EFFECT_NONE;
    }
}

/**
 * genu_kiosk_policy_get_deadline:
 * @self: a policy
 *
 * Returns: when genu_kiosk_policy_tick() is next to be called, later than the last call of
 *   anything; %G_MAXINT64: never
 */
gint64
genu_kiosk_policy_get_deadline (const GenuKioskPolicy *self)
{
  gint64 deadline;

  g_return_val_if_fail (self != NULL, G_MAXINT64);

  switch (self->state)
    {
    case GENU_KIOSK_STATE_ATTRACT:
      deadline = MIN (refresh_due (self), restart_due (self));
      break;
    case GENU_KIOSK_STATE_IN_USE:
      deadline = idle_end (self);
      break;
    case GENU_KIOSK_STATE_WARNING:
      deadline = next_second (self->warning_end, self->now);
      break;
    case GENU_KIOSK_STATE_PIN:
      deadline = self->pin_input + self->rules.pin;
      if (self->locked_until > self->now)
        deadline = MIN (deadline, next_second (self->locked_until, self->now));
      break;
    case GENU_KIOSK_STATE_LEFT:
    default:
      return G_MAXINT64;
    }

  return MAX (deadline, self->now + 1);
}

/* --- What visitors do --- */

/**
 * genu_kiosk_policy_begin:
 * @self: a policy
 * @now: the time
 *
 * Somebody answered the attract picture.
 *
 * Returns: what to do
 */
GenuKioskEffect
genu_kiosk_policy_begin (GenuKioskPolicy *self,
                         gint64           now)
{
  g_return_val_if_fail (self != NULL, GENU_KIOSK_EFFECT_NONE);

  hear_time (self, now);
  return self->state == GENU_KIOSK_STATE_ATTRACT ? enter_use (self) : GENU_KIOSK_EFFECT_NONE;
}

/**
 * genu_kiosk_policy_input:
 * @self: a policy
 * @now: the time
 *
 * A touch, a key, the pointer.  It neither begins a visit nor answers the warning: that takes a
 * choice (genu_kiosk_policy_begin(), genu_kiosk_policy_stay()).
 *
 * Returns: what to do
 */
GenuKioskEffect
genu_kiosk_policy_input (GenuKioskPolicy *self,
                         gint64           now)
{
  g_return_val_if_fail (self != NULL, GENU_KIOSK_EFFECT_NONE);

  hear_time (self, now);
  if (self->state == GENU_KIOSK_STATE_IN_USE)
    {
      self->input = self->now;
      self->presence = self->now;
    }
  else if (self->state == GENU_KIOSK_STATE_PIN)
    self->pin_input = self->now;
  else if (self->state == GENU_KIOSK_STATE_WARNING && self->now < self->warning_end)
    self->warning_end = MAX (self->warning_end, MIN (self->now + GRACE, self->grace_end));

  return GENU_KIOSK_EFFECT_NONE;
}

/**
 * genu_kiosk_policy_set_watching:
 * @self: a policy
 * @now: the time
 * @watching: whether a step plays on screen
 *
 * Who watches is present without touching anything, for as long as the rules say.
 *
 * Returns: what to do
 */
GenuKioskEffect
genu_kiosk_policy_set_watching (GenuKioskPolicy *self,
                                gint64           now,
                                gboolean         watching)
{
  g_return_val_if_fail (self != NULL, GENU_KIOSK_EFFECT_NONE);

  hear_time (self, now);
  if (self->state == GENU_KIOSK_STATE_IN_USE && self->watching && !watching)
    self->presence = MAX (self->presence, MIN (self->now, self->input + self->rules.watching));
  self->watching = watching;

  return GENU_KIOSK_EFFECT_NONE;
}

/**
 * genu_kiosk_policy_stay:
 * @self: a policy
 * @now: the time
 *
 * Somebody answered the warning: the visit goes on where it was.
 *
 * Returns: what to do
 */
GenuKioskEffect
genu_kiosk_policy_stay (GenuKioskPolicy *self,
                        gint64           now)
{
  g_return_val_if_fail (self != NULL, GENU_KIOSK_EFFECT_NONE);

  hear_time (self, now);
  return self->state == GENU_KIOSK_STATE_WARNING ? enter_use (self) : GENU_KIOSK_EFFECT_NONE;
}

/**
 * genu_kiosk_policy_end_visit:
 * @self: a policy
 * @now: the time
 *
 * The visitor is done and wants nothing left on the screen.
 *
 * Returns: what to do
 */
GenuKioskEffect
genu_kiosk_policy_end_visit (GenuKioskPolicy *self,
                             gint64           now)
{
  g_return_val_if_fail (self != NULL, GENU_KIOSK_EFFECT_NONE);

  hear_time (self, now);
  if (self->state != GENU_KIOSK_STATE_IN_USE && self->state != GENU_KIOSK_STATE_WARNING)
    return GENU_KIOSK_EFFECT_NONE;

  return enter_attract (self);
}

/* --- What staff does --- */

/**
 * genu_kiosk_policy_ask_pin:
 * @self: a policy
 * @now: the time
 *
 * The hidden gesture was made: whatever is shown, the PIN pad comes.
 *
 * Returns: what to do
 */
GenuKioskEffect
genu_kiosk_policy_ask_pin (GenuKioskPolicy *self,
                           gint64           now)
{
  g_return_val_if_fail (self != NULL, GENU_KIOSK_EFFECT_NONE);

  hear_time (self, now);
  if (self->state == GENU_KIOSK_STATE_PIN || self->state == GENU_KIOSK_STATE_LEFT)
    return GENU_KIOSK_EFFECT_NONE;

  self->before_pin = self->state;
  self->pin_input = self->now;
  self->state = GENU_KIOSK_STATE_PIN;
  return GENU_KIOSK_EFFECT_STATE | GENU_KIOSK_EFFECT_COUNTDOWN;
}

GenuKioskEffect
genu_kiosk_policy_cancel_pin (GenuKioskPolicy *self,
                              gint64           now)
{
  g_return_val_if_fail (self != NULL, GENU_KIOSK_EFFECT_NONE);

  hear_time (self, now);
  return self->state == GENU_KIOSK_STATE_PIN ? leave_pin (self, TRUE) : GENU_KIOSK_EFFECT_NONE;
}

static void
count_wrong_pin (GenuKioskPolicy *self)
{
  self->wrong++;
  if (self->wrong < self->rules.tries)
    return;

  self->wrong = 0;
  self->locked_until = self->now + self->lockout;
  self->lockout = MIN (self->lockout * 2, self->rules.lockout * LONGEST_LOCKOUT);
}

/**
 * genu_kiosk_policy_answer_pin:
 * @self: a policy
 * @now: the time
 * @right: whether what was entered is the PIN
 *
 * While the pad is locked even the right PIN does not count, or one could go on guessing.
 *
 * Returns: what to do
 */
GenuKioskEffect
genu_kiosk_policy_answer_pin (GenuKioskPolicy *self,
                              gint64           now,
                              gboolean         right)
{
  g_return_val_if_fail (self != NULL, GENU_KIOSK_EFFECT_NONE);

  hear_time (self, now);
  if (self->state != GENU_KIOSK_STATE_PIN)
    return GENU_KIOSK_EFFECT_NONE;

  self->pin_input = self->now;
  if (self->locked_until > self->now)
    return GENU_KIOSK_EFFECT_COUNTDOWN;
  if (right)
    {
      self->state = GENU_KIOSK_STATE_LEFT;
      return GENU_KIOSK_EFFECT_STATE | GENU_KIOSK_EFFECT_LEAVE;
    }

  count_wrong_pin (self);
  return GENU_KIOSK_EFFECT_COUNTDOWN;
}

/* --- What is --- */

GenuKioskState
genu_kiosk_policy_get_state (const GenuKioskPolicy *self)
{
  g_return_val_if_fail (self != NULL, GENU_KIOSK_STATE_ATTRACT);

  return self->state;
}

/* Whole seconds until the warning is over, rounded up; 0 when there is none. */
guint
genu_kiosk_policy_get_countdown (const GenuKioskPolicy *self,
                                 gint64                 now)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->state != GENU_KIOSK_STATE_WARNING)
    return 0;
  return seconds_left (self->warning_end, MAX (now, self->now));
}

/* Whole seconds until the PIN pad takes digits again, rounded up; 0 when it does. */
guint
genu_kiosk_policy_get_locked (const GenuKioskPolicy *self,
                              gint64                 now)
{
  g_return_val_if_fail (self != NULL, 0);

  return seconds_left (self->locked_until, MAX (now, self->now));
}

/* How many wrong PINs are left until the pad locks. */
guint
genu_kiosk_policy_get_tries (const GenuKioskPolicy *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rules.tries - self->wrong;
}
