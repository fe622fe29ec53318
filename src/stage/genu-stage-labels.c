/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the labels of one step lie in a room.
 *
 * A frame is what the window and the reader's text size settle: margins, the length before the bend
 * of a leader, whether the columns are rows.  In it the camera is fitted into the middle that the
 * room leaves, parts and anchors are mapped into pixels, and genu-boundary.c finds the places.  How
 * much room there is to be is decided in genu-stage-place.c. */

#include "config.h"

#include "genu-stage-place-private.h"

#include <math.h>

#define COLUMN_SHARE 0.22   /* of the width, for labels beside; their leaders begin there */
#define ROW_SHARE 0.31      /* of the width, for a label above or below */
#define STUB 1.1            /* in text heights */
#define GAP 0.25
#define CLEARANCE 0.5
#define BADGE 0.72
#define MINOR_SHARE 0.04    /* of the window: what is smaller is not to be covered */
#define LEGEND_SHARE 0.45   /* of the height, at most */
#define UPRIGHT 0.85        /* width / height below which labels go above and below */

GenuStageFrame
genu_stage_get_frame (GenuStage *self)
{
  GenuStageFrame frame = { .self = self };

  frame.size = genu_stage_get_text_size (self);
  frame.stub = round (STUB * frame.size);
  frame.margin = genu_stage_get_margin (self);
  frame.upright = self->width < UPRIGHT * self->height;
  return frame;
}

void
genu_stage_measure_plan (const GenuStageFrame *frame,
                         GenuStagePlan        *plan)
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
get_area (const GenuStageFrame *frame,
          double                strip)
{
  double margin = frame->margin;

  return (GenuRect) {
    margin, margin, MAX (1, frame->self->width - 2 * margin),
    MAX (1, frame->self->height - 2 * margin - (strip > 0 ? strip + margin : 0)),
  };
}

/* The rectangle into which the camera is fitted. */
static GenuRect
get_middle (const GenuStageFrame *frame,
            const GenuStageRoom  *room)
{
  GenuStage *self = frame->self;
  double share = (double) room->stage / GENU_STAGE_ROOM_STAGES;
  double start = room->start * share, end = room->end * share;
  double height = MAX (1, self->height - (room->strip > 0 ? room->strip + 2 * frame->margin : 0));

  if (frame->upright)
    return (GenuRect) { 0, start, self->width, MAX (1, height - start - end) };
  return (GenuRect) { start, 0, MAX (1, self->width - start - end), height };
}

void
genu_stage_fit_view (const GenuStageFrame *frame,
                     const GenuStageRoom  *room,
                     GenuStagePlan        *plan)
{
  GenuRect middle = get_middle (frame, room);

  plan->view = genu_scene_fit_camera (&plan->camera, &middle,
                                      genu_stage_is_mirrored (frame->self, plan));
}

static double
get_thickness (const GenuStageFrame   *frame,
               const GenuBoundaryItem *item)
{
  return frame->upright ? item->height : item->width;
}

/* How much a column takes.  Its leaders begin at the same distance from the window's edge whatever
 * the labels are, but farther out when all must be far. */
static double
get_band (const GenuStageFrame *frame,
          double                thickness,
          gboolean              far)
{
  double near = MAX (thickness, COLUMN_SHARE * frame->self->width - frame->margin) + frame->stub;

  return MIN (far ? thickness + frame->stub : near, frame->self->width / 2.0 - frame->margin - 1);
}

/* What the rows above and below leave; they keep to the picture, since an upright window has much
 * room there. */
static GenuRect
get_inner_between_rows (const GenuStageFrame *frame,
                        const GenuRect       *shown,
                        const GenuRect       *area,
                        double                thickness)
{
  double band = thickness + frame->stub;
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
make_item (const GenuStageFrame *frame,
           const GenuStageText  *text,
           const GenuMatrix     *view)
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
make_items (const GenuStageFrame  *frame,
            const GenuStagePlan   *plan,
            const GenuMatrix      *view,
            GenuBoundaryItem      *out_items,
            GenuStageText        **out_texts,
            GenuRect              *boxes)
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
get_inner (const GenuStageFrame   *frame,
           const GenuMatrix       *view,
           const GenuStagePlan    *plan,
           const GenuStageRoom    *room,
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
guint
genu_stage_place_labels (const GenuStageFrame *frame,
                         const GenuMatrix     *view,
                         GenuStagePlan        *plan,
                         const GenuStageRoom  *room,
                         double               *out_strip)
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
    .stub = frame->stub,
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
