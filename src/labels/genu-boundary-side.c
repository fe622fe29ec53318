/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The labels of one side of the drawing: whether they can be led to their anchors, how far their
 * column draws back for that, and at which height each would best lie.
 *
 * All sides are treated as if they were the left one of a wide window: points are turned so that
 * the column stands on the left and y runs along it.  How the turned column packs its labels is in
 * genu-boundary-column.c. */

#include "config.h"

#include "genu-boundary-private.h"

#include <math.h>

/* How far a label moves to keep clear of other parts, as a share of its column. */
#define AVOID_REACH 0.5

GenuPoint
genu_boundary_turn_point (const GenuBoundaryJob *job,
                          GenuBoundarySide       side,
                          GenuPoint              point)
{
  GenuPoint turned = point;

  if (job->frame->upright)
    turned = (GenuPoint) { point.y, point.x };
  if (side == GENU_BOUNDARY_END)
    turned.x = -turned.x;
  return turned;
}

static GenuPoint
turn_back (const GenuBoundaryJob *job,
           GenuBoundarySide       side,
           GenuPoint              turned)
{
  if (side == GENU_BOUNDARY_END)
    turned.x = -turned.x;
  return job->frame->upright ? (GenuPoint) { turned.y, turned.x } : turned;
}

static double
get_thickness (const GenuBoundaryJob  *job,
               const GenuBoundaryItem *item)
{
  return job->frame->upright ? item->height : item->width;
}

/* Where a column may begin at most, and where it has room for nothing; turned. */
double
genu_boundary_get_inner_edge (const GenuBoundaryJob *job,
                              GenuBoundarySide       side)
{
  const GenuRect *inner = &job->frame->inner;
  GenuPoint corner = { inner->x, inner->y };

  if (side == GENU_BOUNDARY_END)
    corner = (GenuPoint) { inner->x + inner->width, inner->y + inner->height };
  return genu_boundary_turn_point (job, side, corner).x - job->frame->stub;
}

static double
get_outer_edge (const GenuBoundaryJob *job,
                GenuBoundarySide       side)
{
  const GenuRect *area = &job->frame->area;
  GenuPoint corner = { area->x, area->y };

  if (side == GENU_BOUNDARY_END)
    corner = (GenuPoint) { area->x + area->width, area->y + area->height };
  return genu_boundary_turn_point (job, side, corner).x;
}

static GenuBoundaryColumn
get_column (const GenuBoundaryJob *job,
            GenuBoundarySide       side)
{
  const GenuRect *area = &job->frame->area;
  double low = job->frame->upright ? area->x : area->y;

  return (GenuBoundaryColumn) {
    .edge = job->edges[side],
    .stub = job->frame->stub,
    .gap = job->frame->gap,
    .low = low,
    .high = low + (job->frame->upright ? area->width : area->height),
  };
}

/* Whether the anchor lies where a leader from a column with this edge may go. */
static gboolean
can_reach_from (const GenuBoundaryJob  *job,
                GenuBoundarySide        side,
                const GenuBoundaryItem *item,
                double                  edge)
{
  return genu_boundary_turn_point (job, side, item->anchor).x >= edge + job->frame->clearance;
}

/* Whether a label fits into a column and can be led to its anchor from there. */
gboolean
genu_boundary_can_reach (const GenuBoundaryJob  *job,
                         GenuBoundarySide        side,
                         const GenuBoundaryItem *item)
{
  double edge = get_outer_edge (job, side) + get_thickness (job, item);

  return !item->hidden && edge <= genu_boundary_get_inner_edge (job, side)
         && can_reach_from (job, side, item, edge);
}

/* Lets a column draw back if it must, to the thickness of its labels; those which are out of reach
 * even then leave it. */
void
genu_boundary_set_edge (GenuBoundaryJob  *job,
                        GenuBoundarySide *sides,
                        GenuBoundarySide  side)
{
  double outer = get_outer_edge (job, side), thickness = 0;
  gboolean thin = job->thin;

  job->edges[side] = genu_boundary_get_inner_edge (job, side);
  for (guint i = 0; i < job->n_items; i++)
    if (sides[i] == side)
      {
        thickness = MAX (thickness, get_thickness (job, &job->items[i]));
        thin = thin || !can_reach_from (job, side, &job->items[i], job->edges[side]);
      }
  if (!thin)
    return;

  job->edges[side] = outer + thickness;
  for (guint i = 0; i < job->n_items; i++)
    if (sides[i] == side && !can_reach_from (job, side, &job->items[i], job->edges[side]))
      sides[i] = GENU_BOUNDARY_NONE;
}

static void
fill_place (const GenuBoundaryJob    *job,
            GenuBoundarySide          side,
            const GenuBoundaryColumn *column,
            const GenuBoundarySlot   *slot,
            GenuBoundaryPlace        *place)
{
  GenuPoint bend = genu_boundary_column_bend (column, slot);
  GenuPoint port = { column->edge, slot->y };
  GenuPoint near = turn_back (job, side, (GenuPoint) { column->edge, slot->y - slot->height / 2 });
  GenuPoint far = turn_back (job, side, (GenuPoint) { column->edge - slot->width,
                                                      slot->y + slot->height / 2 });

  place->side = side;
  place->rect = (GenuRect) { MIN (near.x, far.x), MIN (near.y, far.y), fabs (near.x - far.x),
                             fabs (near.y - far.y) };
  place->number = 0;
  place->n_leader = 0;
  place->leader[place->n_leader++] = turn_back (job, side, port);
  if (bend.x > port.x)
    place->leader[place->n_leader++] = turn_back (job, side, bend);
  place->leader[place->n_leader++] = job->items[slot->index].anchor;
}

static void
demote_from_column (const GenuBoundaryJob *job,
                    GenuBoundarySide      *sides,
                    GenuBoundarySide       side)
{
  int worst = -1;

  for (guint i = 0; i < job->n_items; i++)
    if (sides[i] == side && (worst < 0 || job->items[i].rank >= job->items[worst].rank))
      worst = (int) i;
  g_assert (worst >= 0);
  sides[worst] = GENU_BOUNDARY_NONE;
}

static GenuRect
turn_rect (const GenuBoundaryJob *job,
           GenuBoundarySide       side,
           const GenuRect        *rect)
{
  GenuPoint a = genu_boundary_turn_point (job, side, (GenuPoint) { rect->x, rect->y });
  GenuPoint b = genu_boundary_turn_point (job, side, (GenuPoint) { rect->x + rect->width,
                                                                   rect->y + rect->height });

  return (GenuRect) { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };
}

/* Whether a label with its middle at @y would cover a (turned) obstacle. */
static gboolean
would_cover (const GenuBoundaryColumn *column,
             const GenuBoundarySlot   *slot,
             const GenuRect           *obstacle,
             double                    y)
{
  GenuRect label = { column->edge - slot->width, y - slot->height / 2, slot->width, slot->height };

  return genu_rect_intersect (&label, obstacle, NULL);
}

static gboolean
is_free (const GenuBoundaryColumn *column,
         const GenuBoundarySlot   *slot,
         const GenuRect           *obstacles,
         guint                     n_obstacles,
         double                    y)
{
  if (y - slot->height / 2 < column->low || y + slot->height / 2 > column->high)
    return FALSE;
  for (guint i = 0; i < n_obstacles; i++)
    if (would_cover (column, slot, &obstacles[i], y))
      return FALSE;
  return TRUE;
}

/* The place nearest to the anchor's height where the label covers no obstacle, rather below it than
 * above when @downwards; FALSE when there is none within @reach. */
static gboolean
find_free (const GenuBoundaryColumn *column,
           const GenuBoundarySlot   *slot,
           const GenuRect           *obstacles,
           guint                     n_obstacles,
           double                    reach,
           gboolean                  downwards,
           double                   *out_y)
{
  double best = INFINITY;

  if (is_free (column, slot, obstacles, n_obstacles, slot->anchor.y))
    {
      *out_y = slot->anchor.y;
      return TRUE;
    }
  for (guint i = 0; i < n_obstacles; i++)
    for (guint k = 0; k < 2; k++)
      {
        double y = k == 0 ? obstacles[i].y - slot->height / 2 - column->gap / 2
                          : obstacles[i].y + obstacles[i].height + slot->height / 2
                            + column->gap / 2;

        double way = fabs (y - slot->anchor.y);
        double price = way + (downwards && y < slot->anchor.y ? reach : 0);

        if (way <= reach && price < best && is_free (column, slot, obstacles, n_obstacles, y))
          {
            best = price;
            *out_y = y;
          }
      }
  return isfinite (best);
}

/* The square that a dot with its ring takes. */
static GenuRect
get_dot (const GenuBoundaryJob *job,
         guint                  item)
{
  double c = job->frame->clearance;
  GenuPoint anchor = job->items[item].anchor;

  return (GenuRect) { anchor.x - c, anchor.y - c, 2 * c, 2 * c };
}

/* Clear of its own part and of all anchors at any distance, of other parts when that is not far;
 * else level with its anchor. */
static double
find_target (const GenuBoundaryJob    *job,
             GenuBoundarySide          side,
             const GenuBoundaryColumn *column,
             const GenuBoundarySlot   *slot)
{
  const GenuBoundaryFrame *frame = job->frame;
  GenuRect *obstacles = job->obstacles;
  double y = slot->anchor.y, length = column->high - column->low, reach = length * AVOID_REACH;
  guint n_own = 0, n_avoid, n_all;

  for (guint p = 0; p < job->items[slot->index].n_parts; p++)
    obstacles[n_own++] = turn_rect (job, side, &job->items[slot->index].parts[p]);
  for (guint i = 0; i < job->n_items; i++)
    if (!job->items[i].hidden)
      {
        GenuRect dot = get_dot (job, i);

        obstacles[n_own++] = turn_rect (job, side, &dot);
      }
  n_avoid = n_own;
  for (guint a = 0; a < frame->n_avoid; a++)
    obstacles[n_avoid++] = turn_rect (job, side, &frame->avoid[a]);
  n_all = n_avoid;
  for (guint m = 0; m < frame->n_minor; m++)
    obstacles[n_all++] = turn_rect (job, side, &frame->minor[m]);

  if (!find_free (column, slot, obstacles, n_all, reach, job->downwards, &y)
      && !find_free (column, slot, obstacles, n_avoid, reach, job->downwards, &y))
    find_free (column, slot, obstacles, n_own, length, job->downwards, &y);
  return y;
}

/* The same, found once for each column. */
static double
get_target (const GenuBoundaryJob    *job,
            GenuBoundarySide          side,
            const GenuBoundaryColumn *column,
            const GenuBoundarySlot   *slot)
{
  guint which = (side == GENU_BOUNDARY_END ? 1u : 0u) + (job->downwards ? 2u : 0u);
  GenuBoundaryTarget *target = &job->targets[slot->index * 4 + which];

  if (target->edge != column->edge)
    *target = (GenuBoundaryTarget) { column->edge, find_target (job, side, column, slot) };
  return target->y;
}

void
genu_boundary_place_side (const GenuBoundaryJob *job,
                          GenuBoundarySide      *sides,
                          GenuBoundarySide       side,
                          GenuBoundaryPlace     *places)
{
  GenuBoundaryColumn column = get_column (job, side);

  for (;;)
    {
      guint n_slots = 0;

      for (guint i = 0; i < job->n_items; i++)
        if (sides[i] == side)
          {
            const GenuBoundaryItem *item = &job->items[i];

            job->slots[n_slots++] = (GenuBoundarySlot) {
              .index = i,
              .width = get_thickness (job, item),
              .height = job->frame->upright ? item->width : item->height,
              .anchor = genu_boundary_turn_point (job, side, item->anchor),
            };
            job->slots[n_slots - 1].target = get_target (job, side, &column,
                                                         &job->slots[n_slots - 1]);
          }
      if (genu_boundary_column_place (&column, job->slots, n_slots))
        {
          for (guint s = 0; s < n_slots; s++)
            fill_place (job, side, &column, &job->slots[s], &places[job->slots[s].index]);
          return;
        }
      demote_from_column (job, sides, side);
    }
}
