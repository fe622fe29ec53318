/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The value of every animated attribute at any time.
 *
 *   genu-timing-spec, genu-timing       what the attributes say
 *   genu-timed-element, genu-timegraph  when each animation is active: a log for each
 *   genu-animation                      from the log to progress and iteration at a time
 *   genu-animation-function, genu-motion  from these to a value
 *   genu-sandwich                       which animations make up the value of one attribute
 *
 *   genu-timeline-build, -compose, -depend  how all this is joined */

#include "config.h"

#include "genu-timeline-private.h"

#include "genu-limits.h"

/* How many things that are due, without an effect, are looked at to find the next change. */
#define MAX_LOOKAHEAD 10000

static void
target_free (gpointer data)
{
  GenuTarget *target = data;

  genu_sandwich_clear (&target->sandwich);
  genu_value_unref (target->base);
  genu_value_unref (target->value);
  g_clear_pointer (&target->dependents, g_array_unref);
  g_free (target);
}

static void
animation_free (gpointer data)
{
  genu_animation_free (data);
}

/**
 * genu_timeline_new:
 * @document: a document; referenced
 * @report: (nullable): gets warnings about animations that are ignored, and errors when the
 *   document crosses a limit
 *
 * Returns: (transfer full): the timeline, at time 0
 */
GenuTimeline *
genu_timeline_new (GenuSvgDocument *document,
                   GenuReport      *report)
{
  GenuTimeline *self;

  g_return_val_if_fail (document != NULL, NULL);

  self = g_new0 (GenuTimeline, 1);
  self->document = genu_svg_document_ref (document);
  self->graph = genu_timegraph_new (document);
  self->animations = g_ptr_array_new_with_free_func (animation_free);
  self->by_index = g_ptr_array_new ();
  self->targets = g_ptr_array_new_with_free_func (target_free);
  self->order = g_ptr_array_new ();
  self->of_element = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  genu_timeline_build (self, report);
  genu_timeline_seek (self, 0);

  return self;
}

/**
 * genu_timeline_free:
 * @self: (nullable) (transfer full): a timeline
 */
void
genu_timeline_free (GenuTimeline *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->animations);
  g_ptr_array_unref (self->by_index);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->targets);
  g_hash_table_unref (self->of_element);
  genu_timegraph_free (self->graph);
  genu_svg_document_unref (self->document);
  g_free (self);
}

/**
 * genu_timeline_get_document:
 * @self: a timeline
 *
 * Returns: (transfer none): the document
 */
GenuSvgDocument *
genu_timeline_get_document (const GenuTimeline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->document;
}

/* The logs do not hold any more what the samples were taken from. */
static void
forget_samples (GenuTimeline *self)
{
  for (guint i = 0; i < self->animations->len; i++)
    {
      GenuAnimation *animation = g_ptr_array_index (self->animations, i);

      animation->sampled_at = -1;
      animation->until = -1;
    }
  self->next_change = -1;
}

/**
 * genu_timeline_add_event:
 * @self: a timeline
 * @time: when it happened, in microseconds; a time below 0 counts as 0
 * @type: DOM type of the event, or "accessKey(c)"
 * @target_id: (nullable): id of the element on which it happened; %NULL for "accessKey(c)"
 *
 * Records an event.  The values at the current time change with the next genu_timeline_seek().
 *
 * Returns: whether there is such an element
 */
gboolean
genu_timeline_add_event (GenuTimeline *self,
                         gint64        time,
                         const char   *type,
                         const char   *target_id)
{
  xmlNode *node = NULL;

  g_return_val_if_fail (self != NULL && type != NULL, FALSE);

  if (g_ascii_strncasecmp (type, "accesskey(", 10) != 0)
    {
      if (target_id != NULL)
        node = genu_svg_document_get_element (self->document, target_id);
      if (node == NULL)
        return FALSE;
    }

  genu_timegraph_add_event (self->graph, time, type, node);
  forget_samples (self);
  return TRUE;
}

/**
 * genu_timeline_clear_events:
 * @self: a timeline
 *
 * Forgets all events.  The values at the current time change with the next genu_timeline_seek().
 */
void
genu_timeline_clear_events (GenuTimeline *self)
{
  g_return_if_fail (self != NULL);

  genu_timegraph_clear_events (self->graph);
  forget_samples (self);
}

/**
 * genu_timeline_seek:
 * @self: a timeline
 * @time: microseconds from the document's begin; a time below 0 counts as 0
 *
 * Makes @time the current time.
 */
void
genu_timeline_seek (GenuTimeline *self,
                    gint64        time)
{
  g_return_if_fail (self != NULL);

  self->time = CLAMP (time, 0, GENU_LIMIT_TIME);
  self->next_change = -1;
  genu_timegraph_run (self->graph, self->time);
  genu_timeline_compose (self);
}

/**
 * genu_timeline_get_time:
 * @self: a timeline
 *
 * Returns: the current time, in microseconds
 */
gint64
genu_timeline_get_time (const GenuTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->time;
}

/* The earliest change that the logs know of. */
static gint64
find_known_change (const GenuTimeline *self)
{
  gint64 earliest = GENU_TIME_NEVER;

  for (guint i = 0; i < self->animations->len && earliest > self->time; i++)
    {
      const GenuAnimation *animation = g_ptr_array_index (self->animations, i);

      if (!animation->is_hidden || !animation->sample.applies)
        earliest = MIN (earliest, animation->until);
      earliest = MIN (earliest, genu_animation_get_next_record (animation, self->time));
    }

  return earliest;
}

/* Replays on until an animation with an effect begins, but not beyond @earliest. */
static gint64
look_ahead (GenuTimeline *self,
            gint64        earliest)
{
  for (guint i = 0; i < MAX_LOOKAHEAD; i++)
    {
      gint64 due = genu_timegraph_get_next_due (self->graph);

      if (due >= earliest || due == GENU_TIME_INDEFINITE)
        return earliest;
      genu_timegraph_run (self->graph, due);
      if (genu_timegraph_get_last_record (self->graph) > self->time)
        return MIN (earliest, due);
    }

  return MIN (earliest, genu_timegraph_get_next_due (self->graph));
}

/**
 * genu_timeline_get_next_change:
 * @self: a timeline
 *
 * Returns: the earliest time after the current one at which any value may differ from now: the
 *   current time itself while a value changes continuously, %GENU_TIME_NEVER when nothing will
 *   change without an event
 */
gint64
genu_timeline_get_next_change (GenuTimeline *self)
{
  g_return_val_if_fail (self != NULL, GENU_TIME_NEVER);

  if (self->next_change < 0)
    {
      self->next_change = find_known_change (self);
      if (self->next_change > genu_timegraph_get_horizon (self->graph))
        self->next_change = look_ahead (self, self->next_change);
    }

  return self->next_change;
}

/**
 * genu_timeline_get_end:
 * @self: a timeline
 *
 * Returns: when the last finite interval ends, in microseconds: after it nothing changes without an
 *   event; %GENU_TIME_NEVER if there is always another, or something moves for ever
 */
gint64
genu_timeline_get_end (GenuTimeline *self)
{
  gint64 end = 0;
  gint64 due;

  g_return_val_if_fail (self != NULL, GENU_TIME_NEVER);

  for (guint i = 0; i < MAX_LOOKAHEAD; i++)
    {
      due = genu_timegraph_get_next_due (self->graph);
      if (due == GENU_TIME_INDEFINITE)
        break;
      genu_timegraph_run (self->graph, due);
    }
  if (genu_timegraph_get_next_due (self->graph) != GENU_TIME_INDEFINITE)
    return GENU_TIME_NEVER;

  for (guint i = 0; i < self->animations->len; i++)
    end = MAX (end, genu_animation_get_end (g_ptr_array_index (self->animations, i)));

  return end;
}

/**
 * genu_timeline_has_exceeded_limits:
 * @self: a timeline
 *
 * Returns: whether the replay has crossed a limit, so that no animation begins any more
 */
gboolean
genu_timeline_has_exceeded_limits (const GenuTimeline *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return genu_timegraph_get_exceeded (self->graph) != NULL;
}

/**
 * genu_timeline_get_n_targets:
 * @self: a timeline
 *
 * Returns: how many attributes are animated
 */
guint
genu_timeline_get_n_targets (const GenuTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->targets->len;
}

static const GenuTarget *
get_target (const GenuTimeline *self,
            guint               index)
{
  g_return_val_if_fail (self != NULL && index < self->targets->len, NULL);

  return g_ptr_array_index (self->targets, index);
}

/**
 * genu_timeline_get_target:
 * @self: a timeline
 * @index: less than genu_timeline_get_n_targets()
 *
 * Returns: (transfer none): which attribute of which element
 */
const GenuAnimationTarget *
genu_timeline_get_target (const GenuTimeline *self,
                          guint               index)
{
  const GenuTarget *target = get_target (self, index);

  return target != NULL ? &target->public : NULL;
}

/**
 * genu_timeline_get_value:
 * @self: a timeline
 * @index: less than genu_timeline_get_n_targets()
 *
 * Returns: (transfer none) (nullable): the animated value at the current time, valid until the next
 *   seek; %NULL while the base value holds
 */
const GenuValue *
genu_timeline_get_value (const GenuTimeline *self,
                         guint               index)
{
  const GenuTarget *target = get_target (self, index);

  return target != NULL ? target->value : NULL;
}

/**
 * genu_timeline_dup_effective_value:
 * @self: a timeline
 * @index: less than genu_timeline_get_n_targets()
 *
 * Returns: (transfer full) (nullable): the value at the current time, animated or not; %NULL if the
 *   attribute has none
 */
GenuValue *
genu_timeline_dup_effective_value (const GenuTimeline *self,
                                   guint               index)
{
  const GenuTarget *target = get_target (self, index);
  const GenuValue *value;

  if (target == NULL)
    return NULL;

  value = target->value != NULL ? target->value : target->base;
  return value != NULL ? genu_value_ref (value) : NULL;
}

/**
 * genu_timeline_get_targets_of:
 * @self: a timeline
 * @element: an element of the document
 * @out_n: (out): how many attributes of it are animated
 *
 * Returns: (transfer none) (nullable) (array length=out_n): their indices; %NULL when there are
 *   none
 */
const guint *
genu_timeline_get_targets_of (const GenuTimeline *self,
                              const xmlNode      *element,
                              guint              *out_n)
{
  const GArray *indices;

  g_return_val_if_fail (self != NULL && out_n != NULL, NULL);

  indices = g_hash_table_lookup (self->of_element, element);
  *out_n = indices != NULL ? indices->len : 0;

  return indices != NULL ? (const guint *) (gconstpointer) indices->data : NULL;
}
