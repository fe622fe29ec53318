/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The replay of a document's time.
 *
 * At the start every animation finds its first interval.  Then time jumps from one moment at which
 * something is due to the next: an interval ends, repeats or begins, or a recorded event happens.
 * What is due does not depend on where somebody seeks, so neither does what the animations log;
 * seeking back only reads the log.  The replay runs no further than it is asked to.
 *
 * At one moment intervals end, then repeat, then begin, then events are heard; what these bring
 * about at the same moment follows.
 *
 * Limits stop documents that would never end: on intervals, on repeats that something waits for,
 * and on notices between animations. */

#include "config.h"

#include "genu-timegraph-private.h"

#include "genu-limits.h"

#include <libxml/xpath.h>
#include <string.h>

/* Intervals of all animations together: each takes memory in a log. */
#define MAX_INTERVALS (20 * GENU_LIMIT_INTERVALS)

static void
event_clear (gpointer data)
{
  g_free (((GenuRecordedEvent *) data)->type);
}

static void
element_free (gpointer data)
{
  genu_timed_element_free (data);
}

/**
 * genu_timegraph_new:
 * @document: the document, for ids; must outlive the graph
 *
 * Returns: (transfer full): a graph without animations
 */
GenuTimegraph *
genu_timegraph_new (GenuSvgDocument *document)
{
  GenuTimegraph *self = g_new0 (GenuTimegraph, 1);

  self->document = document;
  self->elements = g_ptr_array_new_with_free_func (element_free);
  self->by_node = g_hash_table_new (NULL, NULL);
  self->links = g_ptr_array_new_with_free_func (g_free);
  self->listeners = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->key_links = g_ptr_array_new ();
  self->events = g_array_new (FALSE, FALSE, sizeof (GenuRecordedEvent));
  g_array_set_clear_func (self->events, event_clear);
  self->schedule = g_sequence_new (NULL);
  self->horizon = -1;
  self->last_record = -1;

  return self;
}

void
genu_timegraph_free (GenuTimegraph *self)
{
  g_sequence_free (self->schedule);
  g_array_unref (self->events);
  g_ptr_array_unref (self->key_links);
  g_hash_table_unref (self->listeners);
  g_ptr_array_unref (self->links);
  g_hash_table_unref (self->by_node);
  g_ptr_array_unref (self->elements);
  g_free (self);
}

void
genu_timegraph_add (GenuTimegraph    *self,
                    GenuTimedElement *element)
{
  g_ptr_array_add (self->elements, element);
  g_hash_table_insert (self->by_node, element->node, element);
}

guint
genu_timegraph_get_n_elements (const GenuTimegraph *self)
{
  return self->elements->len;
}

GenuTimedElement *
genu_timegraph_get_element (const GenuTimegraph *self,
                            guint                index)
{
  return g_ptr_array_index (self->elements, index);
}

GenuTimedElement *
genu_timegraph_find (const GenuTimegraph *self,
                     const xmlNode       *node)
{
  return node != NULL ? g_hash_table_lookup (self->by_node, node) : NULL;
}

static void
listen_on (GenuTimegraph  *self,
           xmlNode        *node,
           GenuTimingLink *link)
{
  GPtrArray *links = g_hash_table_lookup (self->listeners, node);

  if (links == NULL)
    {
      links = g_ptr_array_new ();
      g_hash_table_insert (self->listeners, node, links);
    }
  g_ptr_array_add (links, link);
}

/* Repeats are scheduled only where something waits for them; other events of an animation element
 * are raised like any event. */
static void
connect_event (GenuTimegraph    *self,
               GenuTimingLink   *link,
               xmlNode          *base,
               GenuTimedElement *animation)
{
  GenuTimingCondition *condition = link->condition;

  if (animation != NULL
      && (g_str_equal (condition->name, "repeatEvent") || g_str_equal (condition->name, "repeat")))
    g_ptr_array_add (animation->repeat_links, link);
  else
    listen_on (self, base, link);
}

static void
connect_link (GenuTimegraph  *self,
              GenuTimingLink *link)
{
  const GenuTimingCondition *condition = link->condition;
  xmlNode *base = condition->id != NULL
                    ? genu_svg_document_get_element (self->document, condition->id)
                    : link->element->target;
  GenuTimedElement *animation = genu_timegraph_find (self, base);

  link->base = animation;
  if (condition->kind == GENU_TIMING_ACCESS_KEY)
    g_ptr_array_add (self->key_links, link);
  else if (condition->kind == GENU_TIMING_EVENT && base != NULL)
    connect_event (self, link, base, animation);
  else if (condition->kind == GENU_TIMING_REPEAT && animation != NULL)
    g_ptr_array_add (animation->repeat_links, link);
  else if (animation != NULL)
    g_ptr_array_add (animation->dependents, link);
}

static void
connect_list (GenuTimegraph    *self,
              GenuTimedElement *element,
              const GArray     *conditions,
              gboolean          is_end)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      GenuTimingCondition *condition = &g_array_index (conditions, GenuTimingCondition, i);
      GenuTimingLink *link;

      if (condition->kind == GENU_TIMING_OFFSET || condition->kind == GENU_TIMING_INDEFINITE
          || condition->kind == GENU_TIMING_WALLCLOCK)
        continue;

      link = g_new0 (GenuTimingLink, 1);
      link->element = element;
      link->condition = condition;
      link->is_end = is_end;
      g_ptr_array_add (self->links, link);
      connect_link (self, link);
    }
}

/* Finds what each entry of the lists waits for. */
void
genu_timegraph_connect (GenuTimegraph *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      GenuTimedElement *element = g_ptr_array_index (self->elements, i);

      connect_list (self, element, element->begin_conditions, FALSE);
      connect_list (self, element, element->end_conditions, TRUE);
    }
}

/* Leaves out of the replay what nobody watches and nothing watched waits for, so that it neither
 * costs anything nor wakes anybody up. */
void
genu_timegraph_skip_unwatched (GenuTimegraph *self)
{
  gboolean changed = TRUE;

  for (guint i = 0; i < self->elements->len; i++)
    {
      GenuTimedElement *element = g_ptr_array_index (self->elements, i);

      element->is_idle = !element->is_watched;
    }
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < self->links->len; i++)
        {
          const GenuTimingLink *link = g_ptr_array_index (self->links, i);

          if (link->base == NULL || !link->base->is_idle || link->element->is_idle)
            continue;
          link->base->is_idle = FALSE;
          changed = TRUE;
        }
    }
}

static void
restart_replay (GenuTimegraph *self)
{
  g_sequence_remove_range (g_sequence_get_begin_iter (self->schedule),
                           g_sequence_get_end_iter (self->schedule));
  for (guint i = 0; i < self->elements->len; i++)
    genu_timed_element_reset (g_ptr_array_index (self->elements, i));
  self->horizon = -1;
  self->next_event = 0;
  self->last_serial = 0;
  self->n_intervals = 0;
  self->n_notices = 0;
  self->last_record = -1;
  self->exceeded = NULL;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const GenuRecordedEvent *left = a;
  const GenuRecordedEvent *right = b;
  int order;

  if (left->time != right->time)
    return left->time < right->time ? -1 : 1;
  order = strcmp (left->type, right->type);
  if (order != 0 || left->node == right->node)
    return order;
  if (left->node == NULL || right->node == NULL)
    return left->node == NULL ? -1 : 1;

  return xmlXPathCmpNodes ((xmlNode *) right->node, (xmlNode *) left->node);
}

gboolean
genu_timegraph_add_event (GenuTimegraph *self,
                          gint64         time,
                          const char    *type,
                          xmlNode       *node)
{
  GenuRecordedEvent event = { MAX (time, 0), g_strdup (type), node };

  g_array_append_val (self->events, event);
  g_array_sort (self->events, compare_events);
  if (event.time > self->horizon)
    return FALSE;

  restart_replay (self);
  return TRUE;
}

void
genu_timegraph_clear_events (GenuTimegraph *self)
{
  g_array_set_size (self->events, 0);
  restart_replay (self);
}

static void
start (GenuTimegraph *self)
{
  self->now = 0;
  self->horizon = 0;
  for (guint i = 0; i < self->elements->len; i++)
    {
      GenuTimedElement *element = g_ptr_array_index (self->elements, i);

      if (!element->has_current)
        genu_timegraph_update (self, element);
    }
}

static void
raise_event (GenuTimegraph    *self,
             GenuTimedElement *element,
             const char       *type)
{
  if (g_hash_table_contains (self->listeners, element->node))
    genu_timegraph_dispatch (self, type, element->node);
}

static void
begin_interval (GenuTimegraph    *self,
                GenuTimedElement *element)
{
  if (element->n_intervals >= GENU_LIMIT_INTERVALS || self->n_intervals >= MAX_INTERVALS)
    {
      self->exceeded = element;
      return;
    }

  self->n_intervals++;
  element->n_intervals++;
  element->n_repeats = 0;
  element->is_active = TRUE;
  genu_instance_list_prune (&element->begins, element->current.begin, self->now);
  genu_instance_list_prune (&element->ends, element->current.begin, self->now);
  genu_timegraph_record (self, element);
  genu_timegraph_reschedule (self, element);
  raise_event (self, element, "beginEvent");
}

static void
end_interval (GenuTimegraph    *self,
              GenuTimedElement *element)
{
  element->is_active = FALSE;
  element->previous = element->current;
  element->has_previous = TRUE;
  element->has_current = FALSE;
  genu_timegraph_update (self, element);
  raise_event (self, element, "endEvent");
}

static void
repeat_interval (GenuTimegraph    *self,
                 GenuTimedElement *element)
{
  guint n = 0;

  if (element->n_raised++ >= GENU_LIMIT_INTERVALS)
    {
      self->exceeded = element;
      return;
    }

  genu_timed_element_get_next_repeat (element, &n);
  element->n_repeats = n;
  genu_timegraph_reschedule (self, element);
  genu_timegraph_dispatch_repeat (self, element, n);
}

static void
attend (GenuTimegraph    *self,
        GenuTimedElement *element)
{
  if (!element->is_active)
    begin_interval (self, element);
  else if (element->current.end <= self->now)
    end_interval (self, element);
  else
    repeat_interval (self, element);
}

static gint64
get_event_time (const GenuTimegraph *self)
{
  return self->next_event < self->events->len
           ? g_array_index (self->events, GenuRecordedEvent, self->next_event).time
           : GENU_TIME_INDEFINITE;
}

static GenuTimedElement *
get_first_scheduled (const GenuTimegraph *self)
{
  GSequenceIter *first = g_sequence_get_begin_iter (self->schedule);

  return g_sequence_iter_is_end (first) ? NULL : g_sequence_get (first);
}

gint64
genu_timegraph_get_next_due (const GenuTimegraph *self)
{
  const GenuTimedElement *element = get_first_scheduled (self);
  gint64 time = get_event_time (self);

  if (self->exceeded != NULL)
    return GENU_TIME_INDEFINITE;

  return element != NULL ? MIN (element->due, time) : time;
}

/* One thing that is due. */
static void
step (GenuTimegraph *self)
{
  GenuTimedElement *element = get_first_scheduled (self);
  gint64 event_time = get_event_time (self);

  if (element != NULL && element->due <= event_time)
    {
      self->now = element->due;
      attend (self, element);
    }
  else
    {
      GenuRecordedEvent *event;

      event = &g_array_index (self->events, GenuRecordedEvent, self->next_event++);
      self->now = event->time;
      genu_timegraph_dispatch (self, event->type, event->node);
    }
}

void
genu_timegraph_run (GenuTimegraph *self,
                    gint64         time)
{
  if (self->horizon < 0)
    start (self);
  time = MIN (time, GENU_TIME_INDEFINITE - 1);
  while (genu_timegraph_get_next_due (self) <= time)
    step (self);
  self->horizon = MAX (self->horizon, time);
}

gint64
genu_timegraph_get_horizon (const GenuTimegraph *self)
{
  return self->horizon;
}

/* When the log of an animation that is watched last grew; -1: not yet. */
gint64
genu_timegraph_get_last_record (const GenuTimegraph *self)
{
  return self->last_record;
}

guint
genu_timegraph_get_n_intervals (const GenuTimegraph *self)
{
  return self->n_intervals;
}

const GenuTimedElement *
genu_timegraph_get_exceeded (const GenuTimegraph *self)
{
  return self->exceeded;
}
