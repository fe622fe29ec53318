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

#include "genu-stage-private.h"

#include <math.h>
#include <string.h>

#define MARGIN_SHARE 0.026  /* of the smaller side, around all text */
#define COLUMN_SHARE 0.22   /* of the width, for labels beside; their leaders begin there */
#define ROW_SHARE 0.31      /* of the width, for a label above or below */
#define STUB 1.1            /* in text heights */
#define GAP 0.25
#define CLEARANCE 0.5
#define BADGE 0.72
#define MINOR_SHARE 0.04    /* of the window: what is smaller is not to be covered */
#define LONG_SHARE 0.25     /* of the width: a leader that may cross the picture */
#define LEGEND_SHARE 0.45   /* of the height, at most */
#define UPRIGHT 0.85        /* width / height below which labels go above and below */
#define STAGES 4            /* from the whole window to the free middle */
#define PROBE_COLUMNS 12    /* cells of the grid at which a label is looked through */
#define PROBE_ROWS 4
#define MAX_ROUNDS 8        /* of fitting the legend's strip, and of giving way further */

/* How far the picture gives way; shared by the steps with one camera. */
typedef struct
{
  gboolean far;   /* columns as thin as their labels allow, at the window's edges */
  guint    stage; /* 0 … STAGES: none … all of the columns */
  double   start; /* thickness that the columns take when all give way */
  double   end;
  double   strip; /* height of the legend */
} Room;

typedef struct
{
  GenuStage *self;
  double     margin;
  double     size;   /* of the text */
  double     column; /* thickness of either column */
  gboolean   upright;
} Frame;

static Frame
get_frame (GenuStage *self)
{
  Frame frame = { .self = self };

  frame.size = genu_stage_get_text_size (self);
  frame.margin = round (MAX (10, MARGIN_SHARE * MIN (self->width, self->height)));
  frame.upright = self->width < UPRIGHT * self->height;
  return frame;
}

static void
measure_plan (Frame         *frame,
              GenuStagePlan *plan)
{
  GenuStage *self = frame->self;
  double column = self->width * (frame->upright ? ROW_SHARE : COLUMN_SHARE);
  double most = self->width * 0.44;

  for (guint i = 0; i < plan->texts->len; i++)
    column = MAX (column, genu_stage_text_get_word (self, g_ptr_array_index (plan->texts, i)));
  for (guint i = 0; i < plan->texts->len; i++)
    genu_stage_text_measure (self, g_ptr_array_index (plan->texts, i), MIN (column, most));
}

static GenuRect
get_area (const Frame *frame,
          double       strip)
{
  double margin = frame->margin;

  return (GenuRect) {
    margin, margin, MAX (1, frame->self->width - 2 * margin),
    MAX (1, frame->self->height - 2 * margin - (strip > 0 ? strip + margin : 0)),
  };
}

/* The rectangle into which the camera is fitted. */
static GenuRect
get_middle (const Frame *frame,
            const Room  *room)
{
  GenuStage *self = frame->self;
  double share = (double) room->stage / STAGES;
  double start = room->start * share, end = room->end * share;
  double height = MAX (1, self->height - (room->strip > 0 ? room->strip + 2 * frame->margin : 0));

  if (frame->upright)
    return (GenuRect) { 0, start, self->width, MAX (1, height - start - end) };
  return (GenuRect) { start, 0, MAX (1, self->width - start - end), height };
}

static void
fit_view (const Frame   *frame,
          const Room    *room,
          GenuStagePlan *plan)
{
  GenuRect middle = get_middle (frame, room);

  plan->view = genu_scene_fit_camera (&plan->camera, &middle,
                                      genu_stage_is_mirrored (frame->self, plan));
}

static double
get_thickness (const Frame            *frame,
               const GenuBoundaryItem *item)
{
  return frame->upright ? item->height : item->width;
}

/* How much a column takes.  Its leaders begin at the same distance from the window's edge whatever
 * the labels are, but farther out when all must be far. */
static double
get_band (const Frame *frame,
          double       thickness,
          gboolean     far)
{
  double stub = round (STUB * frame->size);
  double near = MAX (thickness, COLUMN_SHARE * frame->self->width - frame->margin) + stub;

  return MIN (far ? thickness + stub : near, frame->self->width / 2.0 - frame->margin - 1);
}

/* What the rows above and below leave; they keep to the picture, since an upright window has much
 * room there. */
static GenuRect
get_inner_between_rows (const Frame    *frame,
                        const GenuRect *shown,
                        const GenuRect *area,
                        double          thickness)
{
  double band = thickness + round (STUB * frame->size);
  double top = round (MIN (MAX (area->y + band, shown->y), area->y + area->height / 2));
  double bottom = round (MIN (area->y + area->height - band, shown->y + shown->height));

  return (GenuRect) { area->x, top, area->width, MAX (1, bottom - top) };
}

/* A part in pixels; what lies outside the camera does not count.  Empty when nothing does. */
static GenuRect
map_part (const GenuStagePlan *plan,
          const GenuMatrix    *view,
          const GenuRect      *bounds)
{
  GenuRect seen;

  if (!genu_rect_intersect (bounds, &plan->camera, &seen))
    return (GenuRect) { 0 };
  return genu_matrix_map_rect (view, &seen);
}

/* The boxes in sight; returns how many. */
static guint
map_boxes (const GenuStagePlan *plan,
           const GenuMatrix    *view,
           const GArray        *boxes,
           GenuRect            *out_rects)
{
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      GenuRect rect = map_part (plan, view, &g_array_index (boxes, GenuRect, i));

      if (!genu_rect_is_empty (&rect))
        out_rects[n++] = rect;
    }
  return n;
}

/* The small ones of the parts that the topic names: cells, vessels.  Large ones are what there is
 * to lie on. */
static guint
map_minor (GenuStage           *self,
           const GenuStagePlan *plan,
           const GenuMatrix    *view,
           GenuRect            *out_rects)
{
  guint n_all = map_boxes (plan, view, plan->named, out_rects), n = 0;
  double most = MINOR_SHARE * self->width * self->height;

  for (guint i = 0; i < n_all; i++)
    if (out_rects[i].width * out_rects[i].height <= most)
      out_rects[n++] = out_rects[i];
  return n;
}

/* What labels rather do not cover: the parts in focus, the parts that the step's labels name, also
 * beyond the camera, and the corner of the scale bar. */
static guint
map_avoid (GenuStage           *self,
           const GenuStagePlan *plan,
           const GenuMatrix    *view,
           GenuRect            *out_rects)
{
  guint n = map_boxes (plan, view, plan->focus, out_rects);

  for (guint i = 0; i < plan->texts->len; i++)
    {
      const GArray *boxes = ((GenuStageText *) g_ptr_array_index (plan->texts, i))->boxes;

      for (guint b = 0; b < boxes->len; b++)
        out_rects[n++] = genu_matrix_map_rect (view, &g_array_index (boxes, GenuRect, b));
    }
  if (genu_stage_get_scale_bar_corner (self, plan, &out_rects[n]))
    n++;
  return n;
}

static guint
count_boxes (const GenuStagePlan *plan)
{
  guint n = plan->focus->len + plan->named->len + 2;

  for (guint i = 0; i < plan->texts->len; i++)
    n += 2 * ((GenuStageText *) g_ptr_array_index (plan->texts, i))->boxes->len;
  return n;
}

static GenuBoundaryItem
make_item (const Frame         *frame,
           const GenuStageText *text,
           const GenuMatrix    *view)
{
  GenuStage *self = frame->self;
  GenuRect box = genu_stage_text_get_box (self, text);
  GenuRect entry = genu_stage_text_get_entry (self, text);
  GenuRect window = { 1, 1, self->width - 2, self->height - 2 };
  GenuPoint anchor = genu_matrix_map_point (view, text->anchor);

  return (GenuBoundaryItem) {
    .width = box.width,
    .height = box.height,
    .legend_width = entry.width,
    .legend_height = entry.height,
    .anchor = anchor,
    .hidden = !text->visible || !genu_rect_contains (&window, anchor),
    .rank = text->source->rank,
    .prefer = text->side,
  };
}

/* Labels to be placed.  While the reader zooms, those out of sight are none. */
static guint
make_items (const Frame         *frame,
            const GenuStagePlan *plan,
            const GenuMatrix    *view,
            GenuBoundaryItem    *out_items,
            GenuStageText      **out_texts,
            GenuRect            *boxes)
{
  guint n = 0;

  for (guint i = 0; i < plan->texts->len; i++)
    {
      GenuStageText *text = g_ptr_array_index (plan->texts, i);

      out_items[n] = make_item (frame, text, view);
      out_items[n].parts = boxes;
      out_items[n].n_parts = map_boxes (plan, view, text->boxes, boxes);
      boxes += out_items[n].n_parts;
      out_texts[n] = text;
      if (!out_items[n].hidden || frame->self->zoom == 1)
        n++;
      else
        text->placed.rect = (GenuRect) { 0 };
    }
  return n;
}

static void
take_place (GenuStageText           *text,
            const GenuBoundaryItem  *item,
            const GenuBoundaryPlace *place)
{
  GenuStageLabel *label = &text->placed;

  text->side = place->side;
  label->rect = place->rect;
  label->rect.x = round (label->rect.x);
  label->rect.y = round (label->rect.y);
  label->number = place->number;
  label->n_leader = place->n_leader;
  for (guint i = 0; i < place->n_leader; i++)
    label->leader[i] = place->leader[i];
  if (place->n_leader == 0)
    label->leader[0] = item->anchor;
}

/* The free middle of the window between the columns or rows. */
static GenuRect
get_inner (const Frame            *frame,
           const GenuMatrix       *view,
           const GenuStagePlan    *plan,
           const Room             *room,
           const GenuRect         *area,
           const GenuBoundaryItem *items,
           guint                   n_items)
{
  GenuRect inner = *area;
  double thickness = 0, band;

  for (guint i = 0; i < n_items; i++)
    thickness = MAX (thickness, get_thickness (frame, &items[i]));
  if (frame->upright)
    {
      GenuRect shown = genu_matrix_map_rect (view, &plan->camera);

      return get_inner_between_rows (frame, &shown, area, thickness);
    }

  /* Whole pixels, so that labels, which lie on whole pixels too, meet their leaders. */
  band = floor (get_band (frame, thickness, room->far));
  inner.x += band;
  inner.width -= 2 * band;
  return inner;
}

/* Places a step's labels for a view; returns how many went to the legend although their anchor can
 * be seen, and the height that the legend needs. */
static guint
place_labels (const Frame      *frame,
              const GenuMatrix *view,
              GenuStagePlan    *plan,
              const Room       *room,
              double           *out_strip)
{
  g_autofree GenuBoundaryItem *items = g_new0 (GenuBoundaryItem, plan->texts->len + 1);
  g_autofree GenuBoundaryPlace *places = g_new0 (GenuBoundaryPlace, plan->texts->len + 1);
  g_autofree GenuStageText **texts = g_new0 (GenuStageText *, plan->texts->len + 1);
  g_autofree GenuRect *boxes = g_new (GenuRect, count_boxes (plan));
  guint n_avoid = map_avoid (frame->self, plan, view, boxes);
  GenuRect *minor = boxes + n_avoid, *parts = minor + plan->named->len;
  guint n = make_items (frame, plan, view, items, texts, parts), n_legend = 0;
  GenuBoundaryFrame boundary = {
    .area = get_area (frame, room->strip),
    .upright = frame->upright,
    .stub = round (STUB * frame->size),
    .gap = round (GAP * frame->size),
    .clearance = round (CLEARANCE * frame->size),
    .badge = round (BADGE * frame->size),
    .avoid = boxes,
    .n_avoid = n_avoid,
    .minor = minor,
    .n_minor = map_minor (frame->self, plan, view, minor),
  };
  GenuRect legend = { frame->margin, frame->self->height - frame->margin - room->strip,
                      frame->self->width - 2 * frame->margin, room->strip };

  boundary.inner = get_inner (frame, view, plan, room, &boundary.area, items, n);
  genu_boundary_place (&boundary, items, n, places);
  *out_strip = genu_boundary_legend (&legend, LEGEND_SHARE * frame->self->height,
                                     boundary.gap,
                                     genu_stage_is_right_to_left (frame->self), items, n, places);
  for (guint i = 0; i < n; i++)
    {
      n_legend += places[i].side == GENU_BOUNDARY_NONE && !items[i].hidden;
      take_place (texts[i], &items[i], &places[i]);
    }
  return n_legend;
}

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
any_leader_is_long (const Frame         *frame,
                    const GenuStagePlan *plan)
{
  double width = frame->self->width, needed = frame->margin + round (STUB * frame->size);

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
widen_room (const Frame         *frame,
            const GenuStagePlan *plan,
            Room                *room)
{
  for (guint i = 0; i < plan->texts->len; i++)
    {
      const GenuStageText *text = g_ptr_array_index (plan->texts, i);
      const GenuRect *rect = &text->placed.rect;
      double taken = (frame->upright ? rect->height : rect->width) + frame->margin
                     + round (STUB * frame->size);

      if (text->side == GENU_BOUNDARY_START)
        room->start = MAX (room->start, taken);
      else if (text->side == GENU_BOUNDARY_END)
        room->end = MAX (room->end, taken);
    }
}

/* Fits the view and places the labels for a room; whether it will do. */
static gboolean
try_room (const Frame   *frame,
          GenuStagePlan *plan,
          Room          *room)
{
  double strip;
  guint n_legend;

  fit_view (frame, room, plan);
  for (guint i = 0; i < plan->texts->len; i++)
    ((GenuStageText *) g_ptr_array_index (plan->texts, i))->side = GENU_BOUNDARY_NONE;
  n_legend = place_labels (frame, &plan->view, plan, room, &strip);
  if (room->far)
    widen_room (frame, plan, room);
  return n_legend == 0 && !any_label_covers (plan);
}

/* Lets the picture give way to a step's labels as far as they need.  For a long leader alone it
 * only gives way where that helps. */
static void
make_room (const Frame   *frame,
           GenuStagePlan *plan,
           Room          *room)
{
  gboolean mind_leaders = TRUE;

  for (;;)
    {
      gboolean good = try_room (frame, plan, room);
      gboolean is_long = mind_leaders && any_leader_is_long (frame, plan);

      if ((room->stage == STAGES && !is_long) || (good && !is_long))
        return;
      if (room->stage == STAGES)
        {
          mind_leaders = FALSE;
          *room = (Room) { 0 };
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
merge_room (Room       *room,
            const Room *other)
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
 * sides are chosen anew, and after that the picture gives way further.  FALSE when the room has
 * changed. */
static gboolean
mend_plan (const Frame   *frame,
           GenuStagePlan *plan,
           Room          *room)
{
  if (!any_label_covers (plan) || try_room (frame, plan, room) || room->stage == STAGES)
    return TRUE;

  if (room->far)
    room->stage++;
  room->far = TRUE;
  return FALSE;
}

/* Places everything with the rooms found; TRUE when they serve in every step. */
static gboolean
place_all (const Frame *frame,
           const Room  *found,
           Room        *rooms)
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
      fit_view (frame, &rooms[i], plan);
      same = !prefer_sides (frame->self, i, plan) && same;
      place_labels (frame, &plan->view, plan, &rooms[i], &strip);
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
share_rooms (const Frame *frame,
             Room        *rooms)
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
  Frame frame = get_frame (self);
  g_autofree Room *rooms = g_new0 (Room, self->plans->len + 1), *found = NULL;

  for (guint i = 0; i < self->plans->len; i++)
    {
      GenuStagePlan *plan = g_ptr_array_index (self->plans, i);

      if (plan->slot->scene == NULL)
        continue;
      measure_plan (&frame, plan);
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
  Frame frame = get_frame (self);
  GenuStagePlan *plan = g_ptr_array_index (self->plans, self->step);
  GenuMatrix view = genu_stage_zoom_matrix (self, &plan->view);
  Room room = { 0 };
  double strip;

  place_labels (&frame, &view, plan, &room, &strip);
  room.strip = strip;
  if (strip > 0)
    place_labels (&frame, &view, plan, &room, &strip);
}
