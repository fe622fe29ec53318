/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a change of one interval reaches the animations that depend on it.
 *
 * When an animation finds an interval, corrects its times or drops it, each begin="base.begin" or
 * base.end of others gets, changes or loses its instance time.  Those animations look at their
 * intervals anew, and tell their own dependents in turn: a chain of calls.
 *
 * Cycles (SMIL 3.0 section 5.4.5, "Breaking cycles"): an animation that is reached again while it
 * is telling its dependents does not change its interval.  The new instance time stays in the list,
 * marked as derived from that interval: it may restart it or begin a later one, but neither moves
 * its begin nor its end. */

#include "config.h"

#include "genu-timegraph-private.h"

#include "genu-limits.h"

/* Notices of a document: an interval of one animation may change those of many. */
#define MAX_NOTICES (20 * GENU_LIMIT_INTERVALS)

typedef enum
{
  NOTICE_NEW,
  NOTICE_CHANGED,
  NOTICE_DELETED,
} Notice;

/* What is due at the same time happens in this order: intervals end, repeat, begin. */
enum
{
  PHASE_END,
  PHASE_REPEAT,
  PHASE_BEGIN,
};

static int
compare_due (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  const GenuTimedElement *left = a;
  const GenuTimedElement *right = b;

  if (left->due != right->due)
    return left->due < right->due ? -1 : 1;
  if (left->phase != right->phase)
    return left->phase < right->phase ? -1 : 1;

  return left->index - right->index;
}

/* When the element needs attention next, and for what. */
static gint64
get_due (const GenuTimedElement *element,
         guint                  *out_phase)
{
  gint64 repeat;

  *out_phase = PHASE_BEGIN;
  if (!element->has_current)
    return GENU_TIME_INDEFINITE;
  if (!element->is_active)
    return element->current.begin;

  repeat = genu_timed_element_get_next_repeat (element, NULL);
  *out_phase = repeat < element->current.end ? PHASE_REPEAT : PHASE_END;
  return MIN (repeat, element->current.end);
}

/* Puts the element where it belongs in the schedule.  What lies in the past is due now. */
void
genu_timegraph_reschedule (GenuTimegraph    *self,
                           GenuTimedElement *element)
{
  gint64 due;

  if (element->scheduled != NULL)
    g_sequence_remove (g_steal_pointer (&element->scheduled));

  due = get_due (element, &element->phase);
  if (due == GENU_TIME_INDEFINITE)
    return;

  element->due = MAX (due, self->now);
  element->scheduled = g_sequence_insert_sorted (self->schedule, element, compare_due, NULL);
}

static GenuInstanceList *
get_list (const GenuTimingLink *link)
{
  return link->is_end ? &link->element->ends : &link->element->begins;
}

static void
insert (const GenuTimingLink *link,
        GenuInstance         *instance)
{
  if (ABS (instance->time) > GENU_LIMIT_TIME)
    return;

  instance->cycle_of = link->element->is_propagating ? link->element->current.serial : 0;
  genu_instance_list_insert (get_list (link), instance);
}

/* Brings the instance time that @link derives from the base's interval up to date; returns whether
 * that changed anything. */
static gboolean
follow (const GenuTimingLink   *link,
        const GenuTimedElement *base,
        Notice                  notice)
{
  gboolean is_begin = link->condition->kind == GENU_TIMING_SYNC_BEGIN;
  gint64 time = is_begin ? base->current.begin : base->current.end;
  gboolean is_resolved = notice != NOTICE_DELETED && time != GENU_TIME_INDEFINITE;
  GenuInstance instance = { .origin = GENU_INSTANCE_SYNC, .source = link, .cause = base->index,
                            .serial = base->current.serial };
  gint64 old_time = G_MININT64;
  gboolean was_resolved = FALSE;

  if (is_resolved)
    instance.time = time + link->condition->offset;
  if (notice != NOTICE_NEW)
    was_resolved = genu_instance_list_remove (get_list (link), link, instance.serial, &old_time);
  if (is_resolved)
    insert (link, &instance);

  return is_resolved != was_resolved || (is_resolved && instance.time != old_time);
}

/* Tells the dependents of @base what happened to its current interval. */
static void
notify (GenuTimegraph    *self,
        GenuTimedElement *base,
        Notice            notice)
{
  if (base->dependents->len == 0)
    return;

  base->is_propagating = TRUE;
  for (guint i = 0; i < base->dependents->len; i++)
    {
      const GenuTimingLink *link = g_ptr_array_index (base->dependents, i);

      if (self->n_notices++ > MAX_NOTICES)
        self->exceeded = base;
      if (follow (link, base, notice))
        link->element->is_dirty = TRUE;
    }
  for (guint i = 0; i < base->dependents->len; i++)
    {
      const GenuTimingLink *link = g_ptr_array_index (base->dependents, i);

      if (link->element->is_dirty && !link->element->is_propagating)
        genu_timegraph_update (self, link->element);
    }
  base->is_propagating = FALSE;
}

/* Finds the interval that comes next; tells whether it differs from what was known. */
static gboolean
update_waiting (GenuTimegraph    *self,
                GenuTimedElement *element,
                Notice           *out_notice)
{
  GenuInterval found;
  gboolean had_current = element->has_current;
  gboolean has_found = genu_timed_element_resolve (element, &found);

  *out_notice = !has_found ? NOTICE_DELETED : had_current ? NOTICE_CHANGED : NOTICE_NEW;
  if (!has_found)
    return had_current;

  if (had_current && found.begin == element->current.begin && found.end == element->current.end
      && found.play_end == element->current.play_end)
    return FALSE;

  found.serial = had_current ? element->current.serial : ++self->last_serial;
  element->current = found;
  element->has_current = TRUE;
  return TRUE;
}

/* Notes what is known of an active element's interval. */
void
genu_timegraph_record (GenuTimegraph    *self,
                       GenuTimedElement *element)
{
  genu_timed_element_record (element, self->now);
  if (element->is_watched)
    self->last_record = self->now;
}

static gboolean
update_active (GenuTimegraph    *self,
               GenuTimedElement *element)
{
  if (!genu_timed_element_correct_end (element))
    return FALSE;

  genu_timegraph_record (self, element);
  return TRUE;
}

static void
update_once (GenuTimegraph    *self,
             GenuTimedElement *element)
{
  Notice notice = NOTICE_CHANGED;
  gboolean changed;

  element->is_dirty = FALSE;
  changed = element->is_active ? update_active (self, element)
                               : update_waiting (self, element, &notice);
  if (changed)
    notify (self, element, notice);
  if (changed && notice == NOTICE_DELETED)
    element->has_current = FALSE;
}

/* Looks at the element's interval anew after its instance times have changed, or for the first
 * time.  A second look takes in what came back through a cycle. */
void
genu_timegraph_update (GenuTimegraph    *self,
                       GenuTimedElement *element)
{
  if (self->exceeded != NULL || element->is_idle)
    return;

  update_once (self, element);
  if (element->is_dirty)
    update_once (self, element);
  genu_timegraph_reschedule (self, element);
}

/* An instance time that came from an event: never corrected. */
void
genu_timegraph_add_dynamic (GenuTimegraph        *self,
                            const GenuTimingLink *link,
                            gint64                time)
{
  GenuInstance instance = { .origin = GENU_INSTANCE_DYNAMIC, .cause = -1,
                            .time = time + link->condition->offset };

  insert (link, &instance);
}
