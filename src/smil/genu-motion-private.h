/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by genu-motion.c, which computes, and genu-motion-read.c, which reads the element. */

#pragma once

#include "genu-keyframes.h"
#include "genu-motion.h"
#include "genu-path-measure.h"

G_BEGIN_DECLS

typedef enum
{
  ROTATE_ANGLE,
  ROTATE_AUTO,
  ROTATE_REVERSE,
} Rotate;

/* A place of the way at one key time. */
typedef struct
{
  GenuPoint point;   /* when no path is followed */
  double    degrees; /* the way's direction there, for discrete vertices */
  double    part;    /* of the path's length */
} Stop;

struct _GenuMotion
{
  GenuPathMeasure *path;      /* NULL: straight lines between the stops */
  GArray          *stops;     /* of Stop, as many as the key frames have */
  GenuKeyframes    keyframes;
  gboolean         has_vertices; /* the stops are the path's vertices */
  Rotate           rotate;
  double           angle;     /* degrees, for ROTATE_ANGLE */
  gboolean         is_to;     /* the first stop is what lies below */
  gboolean         is_additive;
  gboolean         accumulates;
};

G_END_DECLS
