/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each step of the topic needs from its drawing, read once when the topic is set: the step of
 * the diagram, its camera, and at the step's end the anchors of its labels and the bounds of the
 * parts that no label may cover.  Since the places of labels depend on nothing else, a step looks
 * the same whether one comes to it forwards, backwards or by a jump. */

#include "config.h"

#include "genu-stage-private.h"

void
genu_stage_plan_free (gpointer data)
{
  GenuStagePlan *plan = data;

  g_ptr_array_unref (plan->texts);
  g_array_unref (plan->focus);
  g_array_unref (plan->named);
  g_free (plan);
}

static void
read_text (GenuStagePlan   *plan,
           const GenuLabel *label)
{
  GenuStageText *text = genu_stage_text_new (label);

  g_ptr_array_add (plan->texts, text);
  if (plan->step == NULL)
    return;

  text->visible = genu_scene_get_anchor (plan->slot->scene, label->part, label->anchor,
                                         &text->anchor);
  genu_scene_add_part_boxes (plan->slot->scene, label->part, text->boxes);
}

static void
read_focus (GenuStagePlan *plan)
{
  for (guint i = 0; plan->step->focus[i] != NULL; i++)
    genu_scene_add_part_boxes (plan->slot->scene, plan->step->focus[i], plan->focus);
}

static void
read_named (GenuStage     *self,
            GenuStagePlan *plan)
{
  for (guint i = 0; i < self->topic->parts->len; i++)
    {
      const GenuPart *part = g_ptr_array_index (self->topic->parts, i);

      genu_scene_add_part_boxes (plan->slot->scene, part->id, plan->named);
    }
}

static GenuStagePlan *
plan_new (GenuStage      *self,
          const GenuStep *source,
          GenuReport     *report)
{
  GenuStagePlan *plan = g_new0 (GenuStagePlan, 1);

  plan->slot = genu_stage_get_slot (self, source->diagram, report);
  plan->texts = g_ptr_array_new_with_free_func (genu_stage_text_free);
  plan->focus = g_array_new (FALSE, FALSE, sizeof (GenuRect));
  plan->named = g_array_new (FALSE, FALSE, sizeof (GenuRect));
  plan->view = GENU_MATRIX_IDENTITY;
  plan->chart = source->chart;

  if (plan->slot->scene != NULL)
    {
      plan->step = genu_diagram_find_step (genu_scene_get_diagram (plan->slot->scene), source->ref);
      plan->camera = genu_scene_get_view_box (plan->slot->scene);
      if (plan->step == NULL)
        genu_report_add (report, GENU_SEVERITY_ERROR, self->topic->path, source->line,
                         "unknown-step", "%s has no step \"%s\"", source->diagram, source->ref);
    }
  if (plan->step != NULL)
    {
      if (!genu_rect_is_empty (&plan->step->camera))
        plan->camera = plan->step->camera;
      genu_scene_set_mirrored (plan->slot->scene, genu_stage_is_mirrored (self, plan));
      genu_timeline_seek (genu_scene_get_timeline (plan->slot->scene), plan->step->end);
      read_focus (plan);
      read_named (self, plan);
      plan->doubt = genu_stage_read_doubt (plan->slot->scene);
    }
  for (guint i = 0; i < source->labels->len; i++)
    read_text (plan, g_ptr_array_index (source->labels, i));

  return plan;
}

/**
 * genu_stage_make_plans:
 * @self: a stage with a topic
 * @report: receives what is missing
 *
 * Reads every step of the topic.  The scenes' timelines are left at any time.
 */
void
genu_stage_make_plans (GenuStage  *self,
                       GenuReport *report)
{
  g_ptr_array_set_size (self->plans, 0);
  for (guint i = 0; self->topic != NULL && i < self->topic->steps->len; i++)
    g_ptr_array_add (self->plans,
                     plan_new (self, g_ptr_array_index (self->topic->steps, i), report));
  self->placed = FALSE;
}

/* Whether the drawing is shown as its mirror image. */
gboolean
genu_stage_is_mirrored (const GenuStage     *self,
                        const GenuStagePlan *plan)
{
  GenuLaterality drawn = genu_scene_get_diagram (plan->slot->scene)->laterality;

  return (drawn == GENU_LATERALITY_RIGHT && self->side == GENU_SIDE_LEFT)
         || (drawn == GENU_LATERALITY_LEFT && self->side == GENU_SIDE_RIGHT);
}

/* Whether the drawing of a step (nullable) is marked loop="yes". */
gboolean
genu_stage_plan_runs_on (const GenuStagePlan *plan)
{
  return plan != NULL && plan->step != NULL
         && genu_scene_get_diagram (plan->slot->scene)->loops;
}

/**
 * genu_stage_runs_on:
 * @self: a stage
 *
 * Returns: whether the present step's drawing never holds: it takes positions beyond the duration
 */
gboolean
genu_stage_runs_on (const GenuStage *self)
{
  return self->step < self->plans->len
         && genu_stage_plan_runs_on (g_ptr_array_index (self->plans, self->step));
}

/* The reader's zoom about the middle of the window, on top of a view. */
GenuMatrix
genu_stage_zoom_matrix (const GenuStage  *self,
                        const GenuMatrix *view)
{
  GenuMatrix zoom = {
    self->zoom, 0, 0, self->zoom,
    self->width / 2.0 * (1 - self->zoom) + self->zoom_x,
    self->height / 2.0 * (1 - self->zoom) + self->zoom_y,
  };

  return genu_matrix_multiply (&zoom, view);
}
