/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-svg-document.h"
#include "genu-timed-element.h"

G_BEGIN_DECLS

/* The animations of a document and how they begin and end each other.  See genu-timegraph.c. */
typedef struct _GenuTimegraph GenuTimegraph;

GenuTimegraph    *genu_timegraph_new           (GenuSvgDocument     *document);
void              genu_timegraph_free          (GenuTimegraph       *self);
/* Takes the element.  All are added, in document order, before connect(). */
void              genu_timegraph_add           (GenuTimegraph       *self,
                                                GenuTimedElement    *element);
void              genu_timegraph_connect       (GenuTimegraph       *self);
/* After connect() and before the first run(). */
void              genu_timegraph_skip_unwatched (GenuTimegraph      *self);
guint             genu_timegraph_get_n_elements (const GenuTimegraph *self);
GenuTimedElement *genu_timegraph_get_element   (const GenuTimegraph *self,
                                                guint                index);
/* The animation whose element @node is, or NULL. */
GenuTimedElement *genu_timegraph_find          (const GenuTimegraph *self,
                                                const xmlNode       *node);

/* Records an event.  TRUE when the replay was past it and starts anew. */
gboolean          genu_timegraph_add_event     (GenuTimegraph       *self,
                                                gint64               time,
                                                const char          *type,
                                                xmlNode             *node);
void              genu_timegraph_clear_events  (GenuTimegraph       *self);

/* Replays everything that is due up to and including @time; what was replayed stays. */
void              genu_timegraph_run           (GenuTimegraph       *self,
                                                gint64               time);
/* When something is due next, after what was replayed; GENU_TIME_INDEFINITE: nothing. */
gint64            genu_timegraph_get_next_due  (const GenuTimegraph *self);
/* Up to where run() has come; -1: it has not started. */
gint64            genu_timegraph_get_horizon   (const GenuTimegraph *self);
gint64            genu_timegraph_get_last_record (const GenuTimegraph *self);
/* How many intervals have begun so far, in all. */
guint             genu_timegraph_get_n_intervals (const GenuTimegraph *self);
/* The animation that crossed a limit, after which no interval begins; else NULL. */
const GenuTimedElement *genu_timegraph_get_exceeded (const GenuTimegraph *self);

G_END_DECLS
