/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the stage comes from what it shows to the next step; pure geometry and time. */

#pragma once

#include "genu-geometry.h"

G_BEGIN_DECLS

#define GENU_STAGE_CAMERA_TIME (G_GINT64_CONSTANT (1000000)) /* microseconds */
#define GENU_STAGE_FADE_TIME (G_GINT64_CONSTANT (500000))
#define GENU_STAGE_LABEL_TIME (G_GINT64_CONSTANT (300000))

typedef enum
{
  GENU_STAGE_MOTION_NONE,
  GENU_STAGE_MOTION_CAMERA, /* within one drawing */
  GENU_STAGE_MOTION_FADE,   /* to another drawing */
} GenuStageMotionKind;

typedef struct
{
  GenuStageMotionKind kind;
  guint               from_step;
  gint64              from_time; /* the document time at which the old picture stays */
  GenuMatrix          from_view; /* root user units -> logical pixels */
  gboolean            has_view;  /* FALSE: the size has changed since; take the step's own view */
} GenuStageMotion;

double     genu_stage_ease       (double            fraction);
GenuMatrix genu_stage_mix_views  (const GenuMatrix *from,
                                  const GenuMatrix *to,
                                  double            fraction,
                                  GenuPoint         centre);
gboolean   genu_stage_same_views (const GenuMatrix *a,
                                  const GenuMatrix *b);
gint64     genu_stage_motion_get_time (GenuStageMotionKind kind);

G_END_DECLS
