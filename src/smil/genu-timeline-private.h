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
} GenuTarget;

struct _GenuTimeline
{
  GenuSvgDocument *document;
  GenuTimegraph   *graph;
  GPtrArray       *animations; /* of GenuAnimation, owned: those with an effect */
  GPtrArray       *by_index;   /* of GenuAnimation, borrowed: by index of the timed element */
  GPtrArray       *targets;    /* of GenuTarget, owned */
  GHashTable      *of_element; /* xmlNode → GArray of guint: indices of its targets */

  gint64 time;        /* current, microseconds */
  gint64 next_change; /* after it; -1: not computed */
};

/* genu-timeline-build.c: fills graph, animations and targets from the document. */
void genu_timeline_build (GenuTimeline *self,
                          GenuReport   *report);

G_END_DECLS
