/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-animation-function.h"
#include "genu-motion.h"
#include "genu-timed-element.h"

G_BEGIN_DECLS

/* What an animation contributes at one time. */
typedef struct
{
  gboolean applies;   /* it plays or holds its last value */
  gint64   begin;     /* of its interval: the later, the higher it lies */
  int      cause;     /* index of the animation that began it; -1: none */
  double   progress;  /* within the simple duration, 0 to 1 */
  guint64  iteration; /* from 0 */
} GenuSample;

/* An animation element that has an effect: exactly one of function and motion. */
typedef struct
{
  GenuTimedElement      *timed; /* borrowed from the graph */
  GenuAnimationFunction *function;
  GenuMotion            *motion;
  guint                  target; /* index */

  GenuSample sample;
  gint64     sampled_at; /* sample holds from here … */
  gint64     until;      /* … to here, excluded; sampled_at itself while it moves */
  guint      n_records;  /* of the log, when it was taken */
  gboolean   is_hidden;  /* something above replaces it */
} GenuAnimation;

GenuAnimation *genu_animation_new     (GenuTimedElement *timed,
                                       guint             target);
void           genu_animation_free    (GenuAnimation    *self);
/* Looks at the log, which must reach to @time.  Returns whether the contribution changed. */
gboolean       genu_animation_seek    (GenuAnimation    *self,
                                       gint64            time);
/* When the log has its first record after @time; GENU_TIME_INDEFINITE: it has none. */
gint64         genu_animation_get_next_record (const GenuAnimation *self,
                                               gint64               time);
/* When its last known interval stops changing anything; GENU_TIME_INDEFINITE: never. */
gint64         genu_animation_get_end (const GenuAnimation *self);
gboolean       genu_animation_replaces (const GenuAnimation *self);

G_END_DECLS
