/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-animation.h"

G_BEGIN_DECLS

/* Everything that animates one attribute of one element. */
typedef struct
{
  GPtrArray *layers; /* of GenuAnimation, borrowed, in document order */
  GPtrArray *stack;  /* scratch: those that apply now, lowest first */
} GenuSandwich;

void       genu_sandwich_init    (GenuSandwich    *self);
void       genu_sandwich_clear   (GenuSandwich    *self);
/* Orders the layers by their samples and makes of them and of @base (nullable) the value; NULL when
 * nothing applies.  @all: every animation of the document, by index of its timed element; may hold
 * NULL. */
GenuValue *genu_sandwich_compose (GenuSandwich    *self,
                                  const GenuValue *base,
                                  const GPtrArray *all);
/* The motion that the same layers make; FALSE when there is none.  After compose(). */
gboolean   genu_sandwich_compose_motion (const GenuSandwich *self,
                                         GenuMatrix         *out_matrix);

G_END_DECLS
