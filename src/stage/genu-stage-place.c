/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the camera looks and where the labels lie, for all steps of the topic at once.
 *
 * A camera rectangle is what must be visible.  It is first fitted into the whole window: with a
 * camera narrower than the window the labels then lie beside it, and with one of the window's shape
 * they lie over its outer parts.  When a label would cover a part that the step names, or finds no
 * place, or its leader would have to cross the whole picture, the picture is fitted into a smaller
 * middle, in a few stages, until the columns are free of it.  Steps that share a camera share the
 * outcome, so that the picture stands still from one to the next.  What finds no room even then
 * goes to the legend, which takes a strip at the bottom. */

#include "config.h"

#include "genu-stage-place-private.h"

#include <math.h>
#include <string.h>

#define LONG_SHARE 0.25     /* of the width: a leader that may cross the picture */
#define PROBE_COLUMNS 12    /* cells of the grid at which a label is looked through */
#define PROBE_ROWS 4
#define MAX_ROUNDS 8        /* of fitting the legend's strip, and of giving way further */

static gboolean
is_named (const GenuStagePlan *plan,
          const char          *part)
{
  for (guint i = 0; part != NULL && i < plan->texts->len; i++)
    if (g_str_equal (((GenuStageText *) g_ptr_array_index (plan->texts, i))->placed.part, part))
      return TRUE;
  return FALSE;
}

/* Whether a point of the drawing lies in the box of something that is named: what is drawn there is
 * costly to ask. */
static gboolean
is_in_box (const GenuStagePlan *plan,
           GenuPoint            drawn)
{
  for (guint i = 0; i < plan->texts->len; i++)
    {
      const GArray *boxes = ((GenuStageText *) g_ptr_array_index (plan->texts, i))->boxes;

      for (guint b = 0; b < boxes->len; b++)
        if (genu_rect_contains (&g_array_index (boxes, GenuRect, b), drawn))
          return TRUE;
    }
  return FALSE;
}

/* Whether a label lies on what a label of the step names, tried at a grid of points. */
static gboolean
covers_part (const GenuStagePlan *plan,
             const GenuStageText *text,
             const GenuMatrix    *inverse)
{
  const GenuRect *rect = &text->placed.rect;

  for (guint row = 0; row <= PROBE_ROWS; row++)
    for (guint column = 0; column <= PROBE_COLUMNS; column++)
      {
        GenuPoint point = { rect->x + rect->width * column / PROBE_COLUMNS,
                            rect->y + rect->height * row / PROBE_ROWS };
        GenuPoint drawn = genu_matrix_map_point (inverse, point);

        if (genu_rect_contains (&plan->camera, drawn) && is_in_box (plan, drawn)
            && is_named (plan, genu_scene_hit (plan->slot->scene, drawn)))
          return TRUE;
      }
  return FALSE;
}

static gboolean
any_label_covers (const GenuStagePlan *plan)
{
  GenuMatrix inverse;

  if (plan->step == NULL || !genu_matrix_invert (&plan->view, &inverse))
    return FALSE;

  genu_timeline_seek (genu_scene_get_timeline (plan->slot->scene), plan->step->end);
  for (guint i = 0; i < plan->texts->len; i++)
    {
      const GenuStageText *text = g_ptr_array_index (plan->texts, i);

      if (text->placed.n_leader == 0)
        continue;
      if (covers_part (plan, text, &inverse))
        return TRUE;
    }
  return FALSE;
}

/* Whether a leader comes from the far side of the picture because its label has no room between its
 * anchor and the near edge of the window. */
static gboolean
any_leader_is_long (const GenuStageFrame *frame,
                    const GenuStagePlan  *plan)
{
  double width = frame->self->width, needed = frame->margin + frame->stub;

  for (guint i = 0; i < plan->texts->len && !frame->upright; i++)
    {
      const GenuStageText *text = g_ptr_array_index (plan->texts, i);
      double x = genu_matrix_map_point (&plan->view, text->anchor).x;
      double near = text->side == GENU_BOUNDARY_START ? width - x : x;

      if (text->side != GENU_BOUNDARY_NONE && near < text->placed.rect.width + needed
          && fabs (x - text->placed.leader[0].x) > LONG_SHARE * width)
        return TRUE;
    }
  return FALSE;
}

/* How much of the columns the labels of a step take, bend included. */
static void
widen_room (const GenuStageFrame *frame,
            const GenuStagePlan  *plan,
            GenuStageRoom        *room)
{
  for (guint i = 0; i < plan->texts->len; i++)
    {
      const GenuStageText *text = g_ptr_array_index (plan->texts, i);
      const GenuRect *rect = &text->placed.rect;
      double taken = (frame->upright ? rect->height : rect->width) + frame->margin
                     + frame->stub;

      if (text->side == GENU_BOUNDARY_START)
        room->start = MAX (room->start, taken);
      else if (text->side == GENU_BOUNDARY_END)
        room->end = MAX (room->end, taken);
    }
}

/* Fits the view and places the labels for a room; whether it will do, and the height that a legend
 * would need. */
static gboolean
try_room (const GenuStageFrame *frame,
          GenuStagePlan        *plan,
          GenuStageRoom        *room,
          double               *out_strip)
{
  guint n_legend;

  genu_stage_fit_view (frame, room, plan);
  for (guint i = 0; i < plan->texts->len; i++)
    ((GenuStageText *) g_ptr_array_index (plan->texts, i))->side = GENU_BOUNDARY_NONE;
  n_legend = genu_stage_place_labels (frame, &plan->view, plan, room, out_strip);
  if (room->far)
    widen_room (frame, plan, room);
  return n_legend == 0 && !any_label_covers (plan);
}

/* Lets the picture give way to a step's labels as far as they need.  For a long leader alone it
 * only gives way where that helps. */
static void
make_room (const GenuStageFrame *frame,
           GenuStagePlan        *plan,
           GenuStageRoom        *room)
{
  gboolean mind_leaders = TRUE;
  double strip;

  for (;;)
    {
      gboolean good = try_room (frame, plan, room, &strip);
      gboolean is_long = mind_leaders && any_leader_is_long (frame, plan);

      if ((room->stage == GENU_STAGE_ROOM_STAGES && !is_long) || (good && !is_long))
        return;
      if (room->stage == GENU_STAGE_ROOM_STAGES)
        {
          mind_leaders = FALSE;
          *room = (GenuStageRoom) { 0 };
        }
      else if (!room->far)
        room->far = TRUE;
      else
        room->stage++;
    }
}

static gboolean
share_room (const GenuStagePlan *a,
            const GenuStagePlan *b)
{
  return a->slot == b->slot && a->camera.x == b->camera.x && a->camera.y == b->camera.y
         && a->camera.width == b->camera.width && a->camera.height == b->camera.height;
}

static void
merge_room (GenuStageRoom       *room,
            const GenuStageRoom *other)
{
  room->far = room->far || other->far;
  room->stage = MAX (room->stage, other->stage);
  room->start = MAX (room->start, other->start);
  room->end = MAX (room->end, other->end);
  room->strip = MAX (room->strip, other->strip);
}

/* A label keeps the side that its anchor had in the last step which named it; whether any has. */
static gboolean
prefer_sides (GenuStage     *self,
              guint          index,
              GenuStagePlan *plan)
{
  gboolean any = FALSE;

  for (guint i = 0; i < plan->texts->len; i++)
    {
      GenuStageText *text = g_ptr_array_index (plan->texts, i);

      text->side = GENU_BOUNDARY_NONE;
      for (guint before = index; before > 0 && text->side == GENU_BOUNDARY_NONE; before--)
        {
          const GenuStagePlan *earlier = g_ptr_array_index (self->plans, before - 1);

          for (guint j = 0; j < earlier->texts->len && earlier->slot == plan->slot; j++)
            {
              const GenuStageText *other = g_ptr_array_index (earlier->texts, j);

              if (g_str_equal (other->source->part, text->source->part)
                  && g_str_equal (other->source->anchor, text->source->anchor))
                text->side = other->side;
            }
        }
      any = any || text->side != GENU_BOUNDARY_NONE;
    }
  return any;
}

/* A shared room or a side that is kept may differ from what the step had found good: then the
 * sides are chosen anew, and after that the picture gives way further, at last to a legend.  FALSE
 * when the room has changed. */
static gboolean
mend_plan (const GenuStageFrame *frame,
           GenuStagePlan        *plan,
           GenuStageRoom        *room)
{
  double strip;

  if (!any_label_covers (plan) || try_room (frame, plan, room, &strip))
    return TRUE;

  if (room->stage == GENU_STAGE_ROOM_STAGES)
    {
      gboolean enough = strip <= room->strip;

      room->strip = MAX (room->strip, strip);
      return enough;
    }
  if (room->far)
    room->stage++;
  room->far = TRUE;
  return FALSE;
}

/* Places everything with the rooms found; TRUE when they serve in every step. */
static gboolean
place_all (const GenuStageFrame *frame,
           const GenuStageRoom  *found,
           GenuStageRoom        *rooms)
{
  GPtrArray *plans = frame->self->plans;
  gboolean fits = TRUE;

  for (guint i = 0; i < plans->len; i++)
    {
      GenuStagePlan *plan = g_ptr_array_index (plans, i);
      gboolean same = memcmp (&found[i], &rooms[i], sizeof *rooms) == 0;
      double strip;

      if (plan->slot->scene == NULL)
        continue;
      genu_stage_fit_view (frame, &rooms[i], plan);
      same = !prefer_sides (frame->self, i, plan) && same;
      genu_stage_place_labels (frame, &plan->view, plan, &rooms[i], &strip);
      if (strip > rooms[i].strip)
        {
          rooms[i].strip = strip;
          fits = FALSE;
        }
      else if (!same)
        fits = mend_plan (frame, plan, &rooms[i]) && fits;
    }
  return fits;
}

static void
share_rooms (const GenuStageFrame *frame,
             GenuStageRoom        *rooms)
{
  GPtrArray *plans = frame->self->plans;

  for (guint i = 0; i < plans->len; i++)
    for (guint j = 0; j < plans->len; j++)
      if (share_room (g_ptr_array_index (plans, i), g_ptr_array_index (plans, j)))
        merge_room (&rooms[i], &rooms[j]);
}

/**
 * genu_stage_place:
 * @self: a stage with a topic and a size
 *
 * Brings views and labels of all steps up to date.
 */
void
genu_stage_place (GenuStage *self)
{
  GenuStageFrame frame = genu_stage_get_frame (self);
  g_autofree GenuStageRoom *rooms = g_new0 (GenuStageRoom, self->plans->len + 1), *found = NULL;

  for (guint i = 0; i < self->plans->len; i++)
    {
      GenuStagePlan *plan = g_ptr_array_index (self->plans, i);

      if (plan->slot->scene == NULL)
        continue;
      genu_stage_measure_plan (&frame, plan);
      make_room (&frame, plan, &rooms[i]);
    }

  found = g_memdup2 (rooms, sizeof *rooms * (self->plans->len + 1));
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      share_rooms (&frame, rooms);
      if (place_all (&frame, found, rooms))
        break;
    }
  self->placed = TRUE;
}

/**
 * genu_stage_place_zoomed:
 * @self: a stage whose plans are placed
 *
 * Places the labels of the present step for the reader's zoom.  What is out of sight then has no
 * label.
 */
void
genu_stage_place_zoomed (GenuStage *self)
{
  GenuStageFrame frame = genu_stage_get_frame (self);
  GenuStagePlan *plan = g_ptr_array_index (self->plans, self->step);
  GenuMatrix view = genu_stage_zoom_matrix (self, &plan->view);
  GenuStageRoom room = { 0 };
  double strip;

  genu_stage_place_labels (&frame, &view, plan, &room, &strip);
  room.strip = strip;
  if (strip > 0)
    genu_stage_place_labels (&frame, &view, plan, &room, &strip);
}
