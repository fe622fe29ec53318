/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a time to what an animation contributes: the interval of the log that holds, the iteration,
 * the progress within the simple duration.
 *
 * A frozen animation holds the value at the end of its interval.  When it ends exactly with an
 * iteration, that is the end of this iteration and not the start of the next.  With an indefinite
 * simple duration the progress stays 0.
 *
 * Each sample also says how long it holds, so that nothing is computed for an animation at rest,
 * and a picture at rest needs no clock. */

#include "config.h"

#include "genu-animation.h"

#include <math.h>

GenuAnimation *
genu_animation_new (GenuTimedElement *timed,
                    guint             target)
{
  GenuAnimation *self = g_new0 (GenuAnimation, 1);

  self->timed = timed;
  self->target = target;
  self->sampled_at = -1;
  self->until = -1;

  return self;
}

void
genu_animation_free (GenuAnimation *self)
{
  genu_animation_function_free (self->function);
  genu_motion_free (self->motion);
  g_free (self);
}

static gboolean
is_constant (const GenuAnimation *self)
{
  return self->timed->timing.duration == GENU_TIME_INDEFINITE
         || (self->function != NULL ? genu_animation_function_is_constant (self->function)
                                    : genu_motion_is_constant (self->motion));
}

static double
get_hold (const GenuAnimation *self,
          double               progress)
{
  return self->function != NULL ? genu_animation_function_get_hold (self->function, progress)
                                : genu_motion_get_hold (self->motion, progress);
}

/* Where an interval is @elapsed after its begin. */
static void
set_progress (GenuSample *sample,
              gint64      duration,
              gint64      elapsed,
              gboolean    is_held)
{
  gint64 simple;

  sample->progress = 0;
  sample->iteration = 0;
  if (duration == GENU_TIME_INDEFINITE)
    return;

  sample->iteration = (guint64) (elapsed / duration);
  simple = elapsed % duration;
  if (is_held && simple == 0 && elapsed > 0)
    {
      sample->iteration--;
      simple = duration;
    }
  sample->progress = (double) simple / (double) duration;
}

/* The first simple time, in microseconds, whose progress is at least @progress. */
static gint64
find_simple (double progress,
             gint64 duration)
{
  gint64 simple = (gint64) ceil (progress * (double) duration);

  while (simple > 0 && (double) (simple - 1) / (double) duration >= progress)
    simple--;
  while ((double) simple / (double) duration < progress)
    simple++;

  return simple;
}

/* How long the value at @time holds within an interval that plays. */
static gint64
find_edge (const GenuAnimation *self,
           const GenuInterval  *interval,
           gint64               time)
{
  gint64 duration = self->timed->timing.duration;
  gboolean freezes = self->timed->timing.freezes;
  gint64 last = freezes ? GENU_TIME_INDEFINITE : interval->play_end;
  gint64 start;
  gint64 edge;
  double hold;

  if (is_constant (self))
    return last;
  hold = get_hold (self, self->sample.progress);
  if (hold <= self->sample.progress)
    return time;

  start = interval->begin + (gint64) self->sample.iteration * duration;
  if (hold > 1) /* to the end of the iteration; frozen there it still holds */
    return start + duration < interval->play_end ? start + duration : last;

  edge = start + find_simple (hold, duration);
  return edge <= interval->play_end ? edge : last;
}

/* Fills the sample; returns until when it holds as far as this record knows. */
static gint64
take_sample (GenuAnimation            *self,
             const GenuIntervalRecord *record,
             gint64                    time)
{
  const GenuInterval *interval = &record->interval;
  gboolean is_held = time >= interval->play_end;
  gint64 elapsed = (is_held ? interval->play_end : time) - interval->begin;

  self->sample.applies = !is_held || self->timed->timing.freezes;
  self->sample.begin = interval->begin;
  self->sample.cause = interval->cause;
  set_progress (&self->sample, self->timed->timing.duration, elapsed, is_held);

  return is_held ? GENU_TIME_INDEFINITE : find_edge (self, interval, time);
}

static gboolean
is_same (const GenuSample *a,
         const GenuSample *b)
{
  if (!a->applies && !b->applies)
    return TRUE;

  return a->applies == b->applies && a->begin == b->begin && a->cause == b->cause
         && a->progress == b->progress && a->iteration == b->iteration;
}

gboolean
genu_animation_seek (GenuAnimation *self,
                     gint64         time)
{
  GArray *log = self->timed->log;
  const GenuIntervalRecord *record;
  GenuSample old = self->sample;

  if (time >= self->sampled_at && time < self->until && self->n_records == log->len)
    return FALSE;

  self->sampled_at = time;
  self->n_records = log->len;
  record = genu_timed_element_find_record (self->timed, time, NULL);
  if (record != NULL)
    self->until = take_sample (self, record, time);
  else
    {
      self->sample.applies = FALSE;
      self->until = GENU_TIME_INDEFINITE;
    }
  self->until = MIN (self->until, genu_animation_get_next_record (self, time));

  return !is_same (&old, &self->sample);
}

gint64
genu_animation_get_next_record (const GenuAnimation *self,
                                gint64               time)
{
  const GArray *log = self->timed->log;
  guint index;

  if (log->len == 0 || g_array_index (log, GenuIntervalRecord, log->len - 1).since <= time)
    return GENU_TIME_INDEFINITE;

  index = genu_timed_element_find_record (self->timed, time, &index) != NULL ? index + 1 : 0;
  return g_array_index (log, GenuIntervalRecord, index).since;
}

gint64
genu_animation_get_end (const GenuAnimation *self)
{
  const GArray *log = self->timed->log;
  const GenuInterval *last;

  if (log->len == 0)
    return 0;

  last = &g_array_index (log, GenuIntervalRecord, log->len - 1).interval;
  if (last->play_end != GENU_TIME_INDEFINITE)
    return last->play_end;

  return is_constant (self) ? last->begin : GENU_TIME_INDEFINITE;
}

gboolean
genu_animation_replaces (const GenuAnimation *self)
{
  return self->function != NULL
           ? genu_animation_function_replaces (self->function, self->sample.progress)
           : genu_motion_replaces (self->motion, self->sample.progress);
}
