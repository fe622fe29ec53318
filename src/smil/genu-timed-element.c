/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one animation finds its intervals (SMIL 3.0 section 5.4.5, "Building intervals", the
 * pseudo-code of getFirstInterval and getNextInterval).
 *
 * It keeps two lists of instance times.  An interval takes the first begin that is not before the
 * end of the interval before it, and the first end that is not before that begin; dur, repeats, min
 * and max then set the active end.  With restart="always" a later begin cuts the interval.  Only
 * one interval is known at a time: the next is looked for when this one ends, so a list that feeds
 * itself ("me.end + 1s") costs nothing until its time comes.
 *
 * The log keeps what was known when.  An interval whose end is corrected later, by an event, gets
 * another record: the state at any time is what the last record up to that time says, and seeking
 * back needs no replay. */

#include "config.h"

#include "genu-timed-element.h"

#include "genu-limits.h"

static void
warn_bad_entries (const GenuTimedElement *self,
                  const char             *name,
                  guint                   n_bad,
                  const char             *file,
                  GenuReport             *report)
{
  if (n_bad > 0 && report != NULL)
    genu_report_add (report, GENU_SEVERITY_WARNING, file, genu_xml_get_line (self->node),
                     "smil-bad-value", "%u malformed entries of %s are ignored", n_bad, name);
}

/* A begin or end list; NULL when there is no such attribute. */
static GArray *
read_list (const GenuTimedElement *self,
           const char             *name,
           const char             *file,
           GenuReport             *report)
{
  g_autofree char *text = genu_xml_dup_attribute (self->node, name);
  GArray *list;
  guint n_bad;

  if (text == NULL)
    return NULL;

  list = genu_timing_spec_parse (text, &n_bad);
  warn_bad_entries (self, name, n_bad, file, report);
  if (list->len > GENU_LIMIT_LIST && report != NULL)
    genu_report_add (report, GENU_SEVERITY_ERROR, file, genu_xml_get_line (self->node),
                     "limit-list", "%s has more than %d entries", name, GENU_LIMIT_LIST);

  return list;
}

static GArray *
new_default_begin (void)
{
  return genu_timing_spec_parse ("0s", NULL);
}

/* Events may still end what has no end yet. */
static gboolean
has_open_condition (const GArray *conditions)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    switch (g_array_index (conditions, GenuTimingCondition, i).kind)
      {
      case GENU_TIMING_EVENT:
      case GENU_TIMING_REPEAT:
      case GENU_TIMING_ACCESS_KEY:
      case GENU_TIMING_INDEFINITE:
        return TRUE;
      case GENU_TIMING_OFFSET:
      case GENU_TIMING_SYNC_BEGIN:
      case GENU_TIMING_SYNC_END:
      case GENU_TIMING_WALLCLOCK:
      default:
        break;
      }

  return FALSE;
}

/**
 * genu_timed_element_new:
 * @node: an animation element
 * @target: (nullable): what it animates
 * @index: its number among the animations in document order
 * @file: name for the report
 * @report: (nullable): gets a warning for each attribute that is ignored
 *
 * Returns: (transfer full): the element with its timing attributes, at the start
 */
GenuTimedElement *
genu_timed_element_new (xmlNode    *node,
                        xmlNode    *target,
                        int         index,
                        const char *file,
                        GenuReport *report)
{
  GenuTimedElement *self = g_new0 (GenuTimedElement, 1);

  self->node = node;
  self->target = target;
  self->index = index;
  genu_timing_read (&self->timing, node, file, report);
  self->begin_conditions = read_list (self, "begin", file, report);
  if (self->begin_conditions == NULL)
    self->begin_conditions = new_default_begin ();
  self->end_conditions = read_list (self, "end", file, report);
  self->is_end_open = has_open_condition (self->end_conditions);
  self->dependents = g_ptr_array_new ();
  self->repeat_links = g_ptr_array_new ();
  genu_instance_list_init (&self->begins);
  genu_instance_list_init (&self->ends);
  self->log = g_array_new (FALSE, FALSE, sizeof (GenuIntervalRecord));
  genu_timed_element_reset (self);

  return self;
}

void
genu_timed_element_free (GenuTimedElement *self)
{
  g_array_unref (self->begin_conditions);
  g_clear_pointer (&self->end_conditions, g_array_unref);
  g_ptr_array_unref (self->dependents);
  g_ptr_array_unref (self->repeat_links);
  genu_instance_list_clear (&self->begins);
  genu_instance_list_clear (&self->ends);
  g_array_unref (self->log);
  g_free (self);
}

static void
add_offsets (GenuInstanceList *list,
             const GArray     *conditions)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const GenuTimingCondition *condition = &g_array_index (conditions, GenuTimingCondition, i);
      GenuInstance instance = { .time = condition->offset, .cause = -1 };

      if (condition->kind == GENU_TIMING_OFFSET)
        genu_instance_list_insert (list, &instance);
    }
}

/* Back to the state before the document begins.  The schedule is the graph's. */
void
genu_timed_element_reset (GenuTimedElement *self)
{
  genu_instance_list_reset (&self->begins);
  genu_instance_list_reset (&self->ends);
  add_offsets (&self->begins, self->begin_conditions);
  add_offsets (&self->ends, self->end_conditions);
  self->has_current = FALSE;
  self->has_previous = FALSE;
  self->is_active = FALSE;
  self->is_propagating = FALSE;
  self->is_dirty = FALSE;
  self->n_repeats = 0;
  self->n_intervals = 0;
  self->n_raised = 0;
  self->scheduled = NULL;
  g_array_set_size (self->log, 0);
}

/* The end that the end list gives to an interval that begins at @begin; FALSE when every end is
 * before it and no event can bring another.  @used_end: an end that an earlier interval took: an
 * interval that begins right there does not end there at once. */
static gboolean
find_end (const GenuTimedElement *self,
          gint64                  begin,
          gint64                  used_end,
          guint64                 skip_cycle,
          gint64                 *out_end)
{
  const GenuInstance *found;

  *out_end = GENU_TIME_INDEFINITE;
  if (self->end_conditions == NULL)
    return TRUE;

  found = genu_instance_list_find (&self->ends, begin, begin == used_end, skip_cycle);
  if (found != NULL)
    *out_end = found->time;

  return found != NULL || self->is_end_open
         || genu_instance_list_is_blank (&self->ends, skip_cycle);
}

/* With restart="always" the next begin ends the interval. */
static void
cut_at_restart (const GenuTimedElement *self,
                GenuInterval           *interval)
{
  const GenuInstance *next;

  if (self->timing.restart != GENU_RESTART_ALWAYS)
    return;

  next = genu_instance_list_find (&self->begins, interval->begin, TRUE, 0);
  if (next != NULL && next->time < interval->end)
    {
      interval->end = next->time;
      interval->play_end = MIN (interval->play_end, interval->end);
    }
}

/* A first interval must reach into the document's time; only one of no length may lie at 0.  What
 * is passed over never played, so restart="never" does not stop the search (as in browsers). */
static gboolean
is_good_first (const GenuInterval *interval)
{
  return interval->end > 0 || (interval->begin == 0 && interval->end == 0);
}

/**
 * genu_timed_element_resolve:
 * @self: an element that is not active
 * @out_interval: (out): the interval, without serial; undefined on failure
 *
 * Finds the first interval, or the next after the one that ended last.
 *
 * Returns: whether there is one
 */
gboolean
genu_timed_element_resolve (const GenuTimedElement *self,
                            GenuInterval           *out_interval)
{
  gboolean is_first = !self->has_previous;
  gint64 after = is_first ? G_MININT64 : self->previous.end;
  gint64 used_end = after;
  gboolean strict = !is_first && self->previous.begin == self->previous.end;
  guint64 skip = self->has_current ? self->current.serial : 0;

  if (!is_first && self->timing.restart == GENU_RESTART_NEVER)
    return FALSE;

  for (;;)
    {
      const GenuInstance *begin = genu_instance_list_find (&self->begins, after, strict, skip);
      gint64 end;

      if (begin == NULL || !find_end (self, begin->time, used_end, skip, &end))
        return FALSE;

      out_interval->begin = begin->time;
      out_interval->cause = begin->cause;
      out_interval->end = genu_timing_get_active_end (&self->timing, begin->time, end,
                                                      &out_interval->play_end);
      if (!is_first || is_good_first (out_interval))
        break;
      after = used_end = out_interval->end;
      strict = out_interval->begin == out_interval->end;
    }

  cut_at_restart (self, out_interval);
  return TRUE;
}

/**
 * genu_timed_element_correct_end:
 * @self: an active element
 *
 * Computes the end of the current interval anew, after its instance times have changed.
 *
 * Returns: whether it differs
 */
gboolean
genu_timed_element_correct_end (GenuTimedElement *self)
{
  GenuInterval corrected = self->current;
  gint64 used_end = self->has_previous ? self->previous.end : G_MININT64;
  gint64 end;

  /* The interval has begun: when its end is gone it is open. */
  find_end (self, corrected.begin, used_end, self->current.serial, &end);
  corrected.end = genu_timing_get_active_end (&self->timing, corrected.begin, end,
                                              &corrected.play_end);
  cut_at_restart (self, &corrected);
  if (corrected.end == self->current.end && corrected.play_end == self->current.play_end)
    return FALSE;

  self->current = corrected;
  return TRUE;
}

/* The smallest n above those that happened that something waits for; 0 when nothing does. */
static guint
get_next_wanted (const GenuTimedElement *self)
{
  guint next = 0;

  for (guint i = 0; i < self->repeat_links->len; i++)
    {
      const GenuTimingLink *link = g_ptr_array_index (self->repeat_links, i);
      guint n = link->condition->kind == GENU_TIMING_EVENT ? self->n_repeats + 1
                                                           : link->condition->repeat;

      if (n > self->n_repeats && (next == 0 || n < next))
        next = n;
    }

  return next;
}

/**
 * genu_timed_element_get_next_repeat:
 * @self: an active element
 * @out_n: (out) (optional): which repeat it is, from 1
 *
 * Returns: when the next repeat that something waits for happens in the current interval, or
 *   %GENU_TIME_INDEFINITE
 */
gint64
genu_timed_element_get_next_repeat (const GenuTimedElement *self,
                                    guint                  *out_n)
{
  gint64 duration = self->timing.duration;
  guint n = get_next_wanted (self);
  gint64 time;

  if (n == 0 || duration == GENU_TIME_INDEFINITE || n > GENU_LIMIT_TIME / duration)
    return GENU_TIME_INDEFINITE;

  time = self->current.begin + n * duration;
  if (time >= self->current.play_end)
    return GENU_TIME_INDEFINITE;

  if (out_n != NULL)
    *out_n = n;
  return time;
}

/**
 * genu_timed_element_record:
 * @self: an active element
 * @now: the time of the replay
 *
 * Notes in the log what is known of the current interval.
 */
void
genu_timed_element_record (GenuTimedElement *self,
                           gint64            now)
{
  GenuIntervalRecord record = { now, self->current };
  GArray *log = self->log;

  if (log->len > 0)
    {
      const GenuIntervalRecord *last = &g_array_index (log, GenuIntervalRecord, log->len - 1);

      if (last->since == now && last->interval.serial == record.interval.serial)
        g_array_set_size (log, log->len - 1);
    }
  g_array_append_val (log, record);
}

/**
 * genu_timed_element_find_record:
 * @self: an element
 * @time: a time up to which the replay has run
 * @out_index: (out) (optional): its place in the log; the log's length when there is none
 *
 * Returns: (transfer none) (nullable): the last record at or before @time; %NULL before the first
 *   interval begins
 */
const GenuIntervalRecord *
genu_timed_element_find_record (const GenuTimedElement *self,
                                gint64                  time,
                                guint                  *out_index)
{
  guint low = 0;
  guint high = self->log->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->log, GenuIntervalRecord, middle).since <= time)
        low = middle + 1;
      else
        high = middle;
    }

  if (out_index != NULL)
    *out_index = low > 0 ? low - 1 : self->log->len;
  return low > 0 ? &g_array_index (self->log, GenuIntervalRecord, low - 1) : NULL;
}
