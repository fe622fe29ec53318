/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stage's position in time.
 *
 * A step on screen is
 *
 *   [ camera move 1.0 s, or cross-fade 0.5 s, or nothing ][ the step's own time ] then it holds
 *
 * During the first part the document's time stands at the step's begin; during the second it runs
 * to the step's end, where the picture holds for ever.  A drawing marked loop="yes" runs on.
 * Labels lie where they belong at the step's end and fade in when it is nearly reached. */

#include "config.h"

#include "genu-stage-private.h"

static gint64
get_document_time (const GenuStage *self)
{
  const GenuStagePlan *plan = genu_stage_peek_plan (self);
  gint64 own = self->position - genu_stage_motion_get_time (self->motion.kind), time;

  if (plan == NULL || plan->step == NULL)
    return 0;
  time = plan->step->begin + MAX (0, own);
  return genu_stage_plan_runs_on (plan) ? time : MIN (time, plan->step->end);
}

static double
get_motion_fraction (const GenuStage *self)
{
  gint64 length = genu_stage_motion_get_time (self->motion.kind);

  return length > 0 ? CLAMP ((double) self->position / (double) length, 0, 1) : 1;
}

/* The view of the present step's picture now, without the reader's zoom. */
static GenuMatrix
get_view (GenuStage           *self,
          const GenuStagePlan *plan)
{
  double fraction = get_motion_fraction (self);
  GenuMatrix from = self->motion.from_view;

  if (self->motion.kind != GENU_STAGE_MOTION_CAMERA || fraction >= 1)
    return plan->view;
  if (!self->motion.has_view)
    from = ((GenuStagePlan *) g_ptr_array_index (self->plans, self->motion.from_step))->view;
  return genu_stage_mix_views (&from, &plan->view, genu_stage_ease (fraction),
                               (GenuPoint) { self->width / 2.0, self->height / 2.0 });
}

static GenuStageMotion
make_motion (GenuStage *self,
             guint      step)
{
  GenuStageMotion motion = { .from_step = self->step, .from_time = get_document_time (self) };
  GenuStagePlan *from = genu_stage_get_plan (self), *to;

  if (from == NULL || from->slot->scene == NULL || from->step == NULL)
    return motion;

  to = g_ptr_array_index (self->plans, step);
  motion.from_view = get_view (self, from);
  motion.has_view = TRUE;
  if (to->slot->scene == NULL || to->step == NULL)
    motion.kind = GENU_STAGE_MOTION_NONE;
  else if (to->slot != from->slot)
    motion.kind = GENU_STAGE_MOTION_FADE;
  else if (!genu_stage_same_views (&motion.from_view, &to->view))
    motion.kind = GENU_STAGE_MOTION_CAMERA;
  return motion;
}

/**
 * genu_stage_set_step:
 * @self: a stage
 * @step: a step of the topic, from 0; the last when there are fewer
 * @animate: whether it is to be played, beginning at position 0 with a move from what is shown now;
 *   otherwise the stage holds at the step's end
 */
void
genu_stage_set_step (GenuStage *self,
                     guint      step,
                     gboolean   animate)
{
  if (self->plans->len == 0)
    {
      self->step = 0;
      self->position = 0;
      return;
    }
  step = MIN (step, self->plans->len - 1);

  self->motion = animate ? make_motion (self, step) : (GenuStageMotion) { 0 };
  self->step = step;
  self->position = animate ? 0 : genu_stage_get_duration (self);
  /* The last step's labels may lie for the reader's zoom. */
  if (self->zoom_placed)
    self->placed = FALSE;
  self->zoom_placed = FALSE;
}

/**
 * genu_stage_get_duration:
 * @self: a stage
 *
 * Returns: how long the present step takes on screen from its first change to its hold, in
 *   microseconds; 0 when there is nothing to play
 */
gint64
genu_stage_get_duration (const GenuStage *self)
{
  const GenuStagePlan *plan = genu_stage_peek_plan (self);

  if (plan == NULL || plan->step == NULL)
    return 0;
  return genu_stage_motion_get_time (self->motion.kind) + plan->step->end - plan->step->begin;
}

/**
 * genu_stage_get_position:
 * @self: a stage
 *
 * Returns: microseconds since the present step began
 */
gint64
genu_stage_get_position (const GenuStage *self)
{
  return self->position;
}

/**
 * genu_stage_set_position:
 * @self: a stage
 * @position: microseconds since the step began; a drawing that runs on takes positions after its
 *   duration, others hold there
 */
void
genu_stage_set_position (GenuStage *self,
                         gint64     position)
{
  gint64 duration = genu_stage_get_duration (self);

  position = MAX (0, position);
  self->position = genu_stage_runs_on (self) ? position : MIN (position, duration);
}

/* When the drawing next changes, on screen; GENU_TIME_NEVER when it does not. */
static gint64
get_drawing_change (GenuStage           *self,
                    const GenuStagePlan *plan)
{
  gint64 time = get_document_time (self), next;
  GenuTimeline *timeline = genu_scene_get_timeline (plan->slot->scene);

  if (genu_timeline_get_time (timeline) != time)
    genu_timeline_seek (timeline, time);
  next = genu_timeline_get_next_change (timeline);
  if (next == GENU_TIME_NEVER || (next >= plan->step->end && !genu_stage_plan_runs_on (plan)))
    return GENU_TIME_NEVER;
  return MAX (self->position,
              genu_stage_motion_get_time (self->motion.kind) + next - plan->step->begin);
}

/**
 * genu_stage_get_next_change:
 * @self: a stage
 *
 * Returns: the position at which the picture or its labels next differ from now: the present
 *   position while they change all the time, %GENU_TIME_NEVER when the step holds
 */
gint64
genu_stage_get_next_change (GenuStage *self)
{
  GenuStagePlan *plan = genu_stage_get_plan (self);
  gint64 duration = genu_stage_get_duration (self), labels;

  if (plan == NULL || plan->step == NULL)
    return GENU_TIME_NEVER;
  if (self->position >= duration)
    return genu_stage_plan_runs_on (plan) ? get_drawing_change (self, plan) : GENU_TIME_NEVER;
  if (self->position < genu_stage_motion_get_time (self->motion.kind))
    return self->position;

  labels = MAX (0, duration - GENU_STAGE_LABEL_TIME);
  if (self->position >= labels)
    return self->position;
  return MIN (labels, get_drawing_change (self, plan));
}

GenuStageSlot *
genu_stage_update (GenuStage *self,
                   double    *out_fraction)
{
  GenuStagePlan *plan = genu_stage_get_plan (self);
  double fraction = get_motion_fraction (self);
  GenuStageSlot *old = NULL;
  GenuMatrix view;

  *out_fraction = 1;
  if (plan == NULL || plan->slot->scene == NULL)
    return NULL;

  if (self->motion.kind == GENU_STAGE_MOTION_FADE && fraction < 1)
    {
      const GenuStagePlan *from = g_ptr_array_index (self->plans, self->motion.from_step);

      view = self->motion.has_view ? self->motion.from_view : from->view;
      old = from->slot;
      genu_stage_show_slot (self, old, &view, self->motion.from_time, FALSE);
      *out_fraction = fraction;
    }

  view = get_view (self, plan);
  if (self->motion.kind == GENU_STAGE_MOTION_CAMERA && fraction < 1)
    genu_stage_prepare_end (self, plan);
  genu_stage_show_slot (self, plan->slot, &view, get_document_time (self),
                        self->zoom_moving
                          || (self->motion.kind == GENU_STAGE_MOTION_CAMERA && fraction < 1));
  return old;
}

/**
 * genu_stage_get_label_opacity:
 * @self: a stage
 *
 * Returns: 0 while the step plays, 1 when it holds, between shortly before
 */
double
genu_stage_get_label_opacity (GenuStage *self)
{
  gint64 left = genu_stage_get_duration (self) - self->position;

  if (self->zoom_moving)
    return 0;
  return 1 - CLAMP ((double) left / (double) GENU_STAGE_LABEL_TIME, 0, 1);
}

/**
 * genu_stage_get_view:
 * @self: a stage
 * @out_view: (out): from user units of the drawing's root to logical pixels, now; untouched on
 *   failure
 *
 * Returns: whether there is a drawing
 */
gboolean
genu_stage_get_view (GenuStage  *self,
                     GenuMatrix *out_view)
{
  GenuStagePlan *plan = genu_stage_get_plan (self);
  GenuMatrix view;

  if (plan == NULL || plan->slot->scene == NULL)
    return FALSE;

  view = get_view (self, plan);
  *out_view = genu_stage_zoom_matrix (self, &view);
  return TRUE;
}
