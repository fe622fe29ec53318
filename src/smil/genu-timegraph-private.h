/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-timegraph.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   time;
  char    *type;
  xmlNode *node; /* NULL for accessKey(c) */
} GenuRecordedEvent;

struct _GenuTimegraph
{
  GenuSvgDocument *document;
  GPtrArray       *elements;  /* of GenuTimedElement, owned, in document order */
  GHashTable      *by_node;   /* xmlNode → GenuTimedElement */
  GPtrArray       *links;     /* of GenuTimingLink, owned */
  GHashTable      *listeners; /* xmlNode → GPtrArray of GenuTimingLink: events on that node */
  GPtrArray       *key_links; /* of GenuTimingLink: access keys */
  GArray          *events;    /* of GenuRecordedEvent, sorted */

  /* Where the replay stands */
  gint64            horizon;     /* everything up to here is replayed; -1: not started */
  gint64            now;         /* time of what is being replayed */
  guint             next_event;  /* index of the first event that is not replayed */
  GSequence        *schedule;    /* of GenuTimedElement, by due time */
  guint64           last_serial;
  guint             n_intervals; /* that have begun, of all animations */
  guint             n_notices;   /* that were sent from one animation to another */
  gint64            last_record; /* when a watched animation's log last grew; -1: not yet */
  GenuTimedElement *exceeded;    /* crossed a limit */
};

/* genu-timegraph-propagate.c: intervals found, corrected and dropped, and who is told. */
void genu_timegraph_update        (GenuTimegraph        *self,
                                   GenuTimedElement     *element);
void genu_timegraph_add_dynamic   (GenuTimegraph        *self,
                                   const GenuTimingLink *link,
                                   gint64                time);
void genu_timegraph_record        (GenuTimegraph        *self,
                                   GenuTimedElement     *element);
void genu_timegraph_reschedule    (GenuTimegraph        *self,
                                   GenuTimedElement     *element);

/* genu-timegraph-events.c: who hears an event. */
void genu_timegraph_dispatch      (GenuTimegraph        *self,
                                   const char           *type,
                                   xmlNode              *node);
void genu_timegraph_dispatch_repeat (GenuTimegraph      *self,
                                   GenuTimedElement     *base,
                                   guint                 n);

G_END_DECLS
