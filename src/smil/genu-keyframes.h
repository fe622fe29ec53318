/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-key-spline.h"
#include "genu-xml.h"

G_BEGIN_DECLS

/* A progress after the end of the simple duration. */
#define GENU_HOLD_ALL 2.0

typedef enum
{
  GENU_CALC_LINEAR,
  GENU_CALC_DISCRETE,
  GENU_CALC_PACED,
  GENU_CALC_SPLINE,
} GenuCalcMode;

/* What calcMode, keyTimes, keySplines and keyPoints of an element say. */
typedef struct
{
  GenuCalcMode mode;
  gboolean     is_mode_bad;
  gboolean     has_times;  /* keyTimes is there, whether or not it is good */
  GArray      *times;      /* of double; NULL when missing or not allowed */
  GArray      *splines;    /* of GenuKeySpline; NULL when missing or not allowed */
  gboolean     has_points; /* keyPoints is there */
  GArray      *points;     /* of double; NULL when missing or not allowed */
} GenuKeyAttributes;

/* When each of a list of values is reached within a simple duration, and how. */
typedef struct
{
  guint          n;           /* values, at least 1 */
  gboolean       is_discrete; /* values change at their times; else they run towards the next */
  double        *times;       /* n, from 0 to 1, never decreasing */
  GenuKeySpline *splines;     /* n - 1, or NULL: linear */
} GenuKeyframes;

void     genu_key_attributes_read  (GenuKeyAttributes       *self,
                                    const xmlNode           *element,
                                    GenuCalcMode             default_mode);
void     genu_key_attributes_clear (GenuKeyAttributes       *self);

/* @n values; @is_list: written as a list, so that keyTimes must match it.  @distances: between
 * neighbours, for paced; NULL when they cannot be measured.  FALSE: the attributes contradict each
 * other or the values, and the animation has no effect. */
gboolean genu_keyframes_init       (GenuKeyframes           *self,
                                    const GenuKeyAttributes *attributes,
                                    guint                    n,
                                    gboolean                 is_list,
                                    const double            *distances);
void     genu_keyframes_clear      (GenuKeyframes           *self);
/* The value that holds at @progress (0 to 1) and how far it is on its way to the next, 0 to 1. */
guint    genu_keyframes_locate     (const GenuKeyframes     *self,
                                    double                   progress,
                                    double                  *out_fraction);
/* The progress at which the way from value @index to the next is half done. */
double   genu_keyframes_get_middle (const GenuKeyframes     *self,
                                    guint                    index);

G_END_DECLS
