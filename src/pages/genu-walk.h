/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A short way through the pack, one place after the other: a step of a topic, or a topic's words.
 * Stops whose topic or steps are missing are left out. */

#pragma once

#include "genu-pack.h"

G_BEGIN_DECLS

/* A place of which only the topic's words are told. */
#define GENU_WALK_WORDS G_MAXUINT

typedef struct
{
  const GenuTopic *topic; /* the pack's */
  guint            step;  /* 0-based, or GENU_WALK_WORDS */
  guint            part;  /* 0-based number of its stop */
} GenuWalkPlace;

typedef struct _GenuWalk GenuWalk;

GenuWalk            *genu_walk_new          (const GenuPack *pack,
                                             const GenuTour *tour);
void                 genu_walk_free         (GenuWalk       *self);
const char          *genu_walk_get_title    (const GenuWalk *self);
guint                genu_walk_get_n_places (const GenuWalk *self);
guint                genu_walk_get_n_parts  (const GenuWalk *self);
guint                genu_walk_get_place    (const GenuWalk *self);
void                 genu_walk_set_place    (GenuWalk       *self,
                                             guint           place);
/* NULL beyond the last. */
const GenuWalkPlace *genu_walk_get          (const GenuWalk *self,
                                             guint           place);
const GenuWalkPlace *genu_walk_get_current  (const GenuWalk *self);
/* The first place of the current part and how many places it has. */
guint                genu_walk_get_part     (const GenuWalk *self,
                                             guint          *out_n_places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuWalk, genu_walk_free)

G_END_DECLS
