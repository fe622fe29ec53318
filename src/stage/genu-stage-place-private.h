/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to genu-stage-place.c, which finds rooms, and genu-stage-labels.c, which fills them. */

#pragma once

#include "genu-stage-private.h"

G_BEGIN_DECLS

#define GENU_STAGE_ROOM_STAGES 4 /* from the whole window to the free middle */

/* How far the picture gives way; shared by the steps with one camera. */
typedef struct
{
  gboolean far;   /* columns as thin as their labels allow, at the window's edges */
  guint    stage; /* 0 … GENU_STAGE_ROOM_STAGES: none … all of the columns */
  double   start; /* thickness that the columns take when all give way */
  double   end;
  double   strip; /* height of the legend */
} GenuStageRoom;

/* Lengths in logical pixels. */
typedef struct
{
  GenuStage *self;
  double     margin;
  double     size;    /* of the text */
  double     stub;    /* between a label and the bend of its leader */
  gboolean   upright; /* labels lie in rows above and below, not in columns beside */
} GenuStageFrame;

GenuStageFrame genu_stage_get_frame    (GenuStage            *self);
void           genu_stage_measure_plan (const GenuStageFrame *frame,
                                        GenuStagePlan        *plan);
void           genu_stage_fit_view     (const GenuStageFrame *frame,
                                        const GenuStageRoom  *room,
                                        GenuStagePlan        *plan);
guint          genu_stage_place_labels (const GenuStageFrame *frame,
                                        const GenuMatrix     *view,
                                        GenuStagePlan        *plan,
                                        const GenuStageRoom  *room,
                                        double               *out_strip);

G_END_DECLS
