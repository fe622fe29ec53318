/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-instance-list.h"
#include "genu-timing-spec.h"
#include "genu-timing.h"

G_BEGIN_DECLS

/* Microseconds on the document's timeline. */
typedef struct
{
  gint64  begin;
  gint64  end;      /* excluded; at or after begin; GENU_TIME_INDEFINITE */
  gint64  play_end; /* at most end: from here to the end it holds its last value (min) */
  guint64 serial;   /* identity: stays while the times of an interval are corrected */
  int     cause;    /* index of the animation whose interval began this one; -1: none */
} GenuInterval;

/* What was known of an interval from some time on. */
typedef struct
{
  gint64       since; /* at or after interval.begin */
  GenuInterval interval;
} GenuIntervalRecord;

typedef struct _GenuTimedElement GenuTimedElement;

/* One entry of a begin or end list that waits for something. */
typedef struct
{
  GenuTimedElement    *element;
  GenuTimedElement    *base;      /* the animation that it waits for; NULL: none */
  GenuTimingCondition *condition; /* owned by the element */
  gboolean             is_end;    /* of the end list */
} GenuTimingLink;

struct _GenuTimedElement
{
  /* Fixed when the graph is made */
  xmlNode   *node;
  xmlNode   *target; /* base of events without an id; NULL: none */
  int        index;  /* in document order of the animations */
  GenuTiming timing;
  GArray    *begin_conditions; /* of GenuTimingCondition */
  GArray    *end_conditions;   /* the same; NULL when there is no end attribute */
  gboolean   is_end_open;      /* the end list waits for events */
  GPtrArray *dependents;       /* of GenuTimingLink: begin and end of this one */
  GPtrArray *repeat_links;     /* of GenuTimingLink: repeats of this one */
  gboolean   is_watched;       /* it has an effect: somebody wants to know of its intervals */
  gboolean   is_idle;          /* neither it nor anything that waits for it has: no replay */

  /* Where the replay stands */
  GenuInstanceList begins;
  GenuInstanceList ends;
  GenuInterval     current;  /* waiting or running, if has_current */
  GenuInterval     previous; /* the last one that ended, if has_previous */
  gboolean         has_current;
  gboolean         has_previous;
  gboolean         is_active;      /* current has begun */
  gboolean         is_propagating; /* its dependents are being told */
  gboolean         is_dirty;       /* an instance time came meanwhile */
  guint            n_repeats;      /* repeats of the current interval that happened */
  guint            n_intervals;    /* that have begun */
  guint            n_raised;       /* repeats that something waited for, in all intervals */
  GSequenceIter   *scheduled;      /* place in the graph's schedule; NULL: nothing is due */
  gint64           due;            /* when, if scheduled */
  guint            phase;          /* order among what is due at the same time */

  /* What happened */
  GArray *log; /* of GenuIntervalRecord, sorted by since */
};

GenuTimedElement *genu_timed_element_new         (xmlNode          *node,
                                                  xmlNode          *target,
                                                  int               index,
                                                  const char       *file,
                                                  GenuReport       *report);
void              genu_timed_element_free        (GenuTimedElement *self);
void              genu_timed_element_reset       (GenuTimedElement *self);
gboolean          genu_timed_element_resolve     (const GenuTimedElement *self,
                                                  GenuInterval     *out_interval);
gboolean          genu_timed_element_correct_end (GenuTimedElement *self);
gint64            genu_timed_element_get_next_repeat (const GenuTimedElement *self,
                                                  guint            *out_n);
void              genu_timed_element_record      (GenuTimedElement *self,
                                                  gint64            now);
const GenuIntervalRecord *genu_timed_element_find_record (const GenuTimedElement *self,
                                                  gint64            time,
                                                  guint            *out_index);

G_END_DECLS
