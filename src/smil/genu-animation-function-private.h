/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by genu-animation-function.c, which computes, and genu-animation-function-read.c, which
 * reads the element. */

#pragma once

#include "genu-animation-function.h"

G_BEGIN_DECLS

typedef enum
{
  SEGMENT_HOLDS,  /* both ends are equal */
  SEGMENT_BLENDS, /* it moves all the time */
  SEGMENT_FLIPS,  /* half way */
} Segment;

struct _GenuAnimationFunction
{
  GPtrArray    *values;       /* of GenuValue */
  GenuKeyframes keyframes;    /* for values; for a to-animation, of two values */
  Segment      *segments;     /* values - 1; NULL for a to-animation */
  gboolean      is_transform; /* sums are lists one after the other */
  gboolean      is_to;
  gboolean      is_additive;
  gboolean      accumulates;
};

G_END_DECLS
