/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-sandwich.h"
#include "genu-timegraph.h"
#include "genu-timeline.h"

G_BEGIN_DECLS

typedef struct
{
  GenuAnimationTarget public;
  GenuSandwich        sandwich;
  GenuValue          *base;     /* NULL: there is none */
  GenuValue          *value;    /* NULL: the base holds */
  gboolean            is_dirty; /* a layer of the sandwich has changed */

  guint     depth;      /* of the element in the tree */
  GArray   *dependents; /* of guint: targets whose values refer to this one; NULL: none */
  gboolean  is_stale;   /* something that its values refer to has changed */
  gboolean  has_origin; /* a transform about another point than 0 0 */
  GenuPoint origin;     /* transform-origin */
  gboolean  is_unit;    /* kept within 0 and 1: opacities, offset */
} GenuTarget;

struct _GenuTimeline
{
  GenuSvgDocument *document;
  GenuTimegraph   *graph;
  GPtrArray       *animations; /* of GenuAnimation, owned: those with an effect */
  GPtrArray       *by_index;   /* of GenuAnimation, borrowed: by index of the timed element */
  GPtrArray       *targets;    /* of GenuTarget, owned */
  GPtrArray       *order;      /* of GenuTarget, borrowed: what others refer to comes first */
  GHashTable      *of_element; /* xmlNode → GArray of guint: indices of its targets */

  gint64 time;        /* current, microseconds */
  gint64 next_change; /* after it; -1: not computed */
};

/* genu-timeline-compose.c */
void genu_timeline_compose (GenuTimeline *self);

/* genu-timeline-depend.c: values that refer to other animated values. */
void       genu_timeline_connect_targets (GenuTimeline     *self);
/* A value of a target, with animated font sizes and colours; as a GenuValueFunc the data is a
 * GenuReading. */
typedef struct
{
  const GenuTimeline *timeline;
  const GenuTarget   *target;
} GenuReading;
GenuValue *genu_timeline_read_value      (const char       *text,
                                          gpointer          reading);
void       genu_timeline_refresh_target  (GenuTimeline     *self,
                                          GenuTarget       *target);

/* genu-timeline-build.c: fills graph, animations and targets from the document. */
void genu_timeline_build (GenuTimeline *self,
                          GenuReport   *report);

G_END_DECLS
