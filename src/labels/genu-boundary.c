/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Boundary labelling: labels in two columns beside the drawing, leaders with at most one bend.
 *
 * A way of sharing the labels between the columns that cuts the anchors along x has no crossing
 * between the columns, since a leader never passes its anchor; so all cuts are tried, once as they
 * are and once with every label that had a side in the step before left there.  Each column is
 * placed by itself (genu-boundary-column.c), every pair is looked at, and of a pair in conflict the
 * less important label goes to the legend.  The best way wins: fewest labels in the legend, then
 * fewest that change sides, then the shortest leaders that keep clear of other anchors. */

#include "config.h"

#include "genu-boundary.h"
#include "genu-boundary-column.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What outweighs what; leaders are some thousand pixels long in all. */
#define COST_LEGEND 1e12  /* each, and more for an important one */
#define COST_CHANGE 1e8   /* a label on another side than before */
#define COST_COVER 1e6    /* a label over what it names */
#define COST_AVOID 1500   /* a label over something else that should be seen */
#define COST_ABOVE 1e5    /* a label above the drawing: below is the rule */
#define COST_NEAR 400     /* a leader that runs over another label's anchor */
#define COST_SLOPE 1.0    /* each pixel that a leader climbs */
#define COST_BALANCE 15   /* each label that one column has more than the other */

/* How far a label moves to keep clear of other parts, as a share of its column. */
#define AVOID_REACH 0.33

/* With up to so many labels all is tried twice, labels giving way upwards or downwards. */
#define MOST_TRIED_TWICE 12

typedef struct
{
  const GenuBoundaryFrame *frame;
  const GenuBoundaryItem  *items;
  guint                    n_items;
  GenuBoundarySlot        *slots;     /* scratch, n_items long */
  GenuRect                *obstacles; /* scratch, long enough for any label's */
  gboolean                 downwards; /* labels that must give way go down rather than up */
} Job;

static GenuPoint
turn_point (const Job       *job,
            GenuBoundarySide side,
            GenuPoint        point)
{
  GenuPoint turned = point;

  if (job->frame->upright)
    turned = (GenuPoint) { point.y, point.x };
  if (side == GENU_BOUNDARY_END)
    turned.x = -turned.x;
  return turned;
}

static GenuPoint
turn_back (const Job       *job,
           GenuBoundarySide side,
           GenuPoint        turned)
{
  if (side == GENU_BOUNDARY_END)
    turned.x = -turned.x;
  return job->frame->upright ? (GenuPoint) { turned.y, turned.x } : turned;
}

static double
get_thickness (const Job              *job,
               const GenuBoundaryItem *item)
{
  return job->frame->upright ? item->height : item->width;
}

static GenuBoundaryColumn
get_column (const Job       *job,
            GenuBoundarySide side)
{
  const GenuRect *area = &job->frame->area, *inner = &job->frame->inner;
  gboolean is_end = side == GENU_BOUNDARY_END;
  GenuPoint corner = { is_end ? inner->x + inner->width : inner->x,
                       is_end ? inner->y + inner->height : inner->y };
  double low = job->frame->upright ? area->x : area->y;

  return (GenuBoundaryColumn) {
    .edge = turn_point (job, side, corner).x - job->frame->stub,
    .stub = job->frame->stub,
    .gap = job->frame->gap,
    .low = low,
    .high = low + (job->frame->upright ? area->width : area->height),
  };
}

/* Whether a label fits into a column and its anchor lies where a leader from there may go. */
static gboolean
can_reach (const Job              *job,
           GenuBoundarySide        side,
           const GenuBoundaryItem *item)
{
  const GenuRect *area = &job->frame->area;
  GenuPoint corner = { area->x, area->y };
  double edge = get_column (job, side).edge;

  if (side == GENU_BOUNDARY_END)
    corner = (GenuPoint) { area->x + area->width, area->y + area->height };
  return !item->hidden
         && edge - get_thickness (job, item) >= turn_point (job, side, corner).x
         && turn_point (job, side, item->anchor).x >= edge + job->frame->clearance;
}

static void
fill_place (const Job                *job,
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

/* Sends the less important of two labels (later in the list when equal) to the legend. */
static void
demote (const Job        *job,
        GenuBoundarySide *sides,
        guint             i,
        guint             j)
{
  gboolean second = job->items[j].rank > job->items[i].rank
                    || (job->items[j].rank == job->items[i].rank && j > i);

  sides[second ? j : i] = GENU_BOUNDARY_NONE;
}

static void
demote_from_column (const Job        *job,
                    GenuBoundarySide *sides,
                    GenuBoundarySide  side)
{
  int worst = -1;

  for (guint i = 0; i < job->n_items; i++)
    if (sides[i] == side && (worst < 0 || job->items[i].rank >= job->items[worst].rank))
      worst = (int) i;
  g_assert (worst >= 0);
  sides[worst] = GENU_BOUNDARY_NONE;
}

static GenuRect
turn_rect (const Job       *job,
           GenuBoundarySide side,
           const GenuRect  *rect)
{
  GenuPoint a = turn_point (job, side, (GenuPoint) { rect->x, rect->y });
  GenuPoint b = turn_point (job, side, (GenuPoint) { rect->x + rect->width,
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

/* Clear of its own part at any distance, of other parts when that is not far; else level with its
 * anchor. */
static double
get_target (const Job                *job,
            GenuBoundarySide          side,
            const GenuBoundaryColumn *column,
            const GenuBoundarySlot   *slot)
{
  GenuRect *obstacles = job->obstacles;
  double y = slot->anchor.y, reach = (column->high - column->low) * AVOID_REACH;
  guint n = 0;

  for (guint p = 0; p < job->items[slot->index].n_parts; p++)
    obstacles[n++] = turn_rect (job, side, &job->items[slot->index].parts[p]);
  for (guint a = 0; a < job->frame->n_avoid; a++)
    obstacles[n + a] = turn_rect (job, side, &job->frame->avoid[a]);

  if (!find_free (column, slot, obstacles, n + job->frame->n_avoid, reach, job->downwards, &y))
    find_free (column, slot, obstacles, n, column->high - column->low, job->downwards, &y);
  return y;
}

static void
place_column (const Job         *job,
              GenuBoundarySide  *sides,
              GenuBoundarySide   side,
              GenuBoundaryPlace *places)
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
              .anchor = turn_point (job, side, item->anchor),
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

static gboolean
leaders_cross (const GenuBoundaryPlace *a,
               const GenuBoundaryPlace *b)
{
  for (guint i = 1; i < a->n_leader; i++)
    for (guint j = 1; j < b->n_leader; j++)
      if (genu_boundary_segments_cross (&a->leader[i - 1], &b->leader[j - 1]))
        return TRUE;
  return FALSE;
}

static gboolean
leader_meets_rect (const GenuBoundaryPlace *place,
                   const GenuRect          *rect)
{
  double x0 = rect->x, y0 = rect->y, x1 = x0 + rect->width, y1 = y0 + rect->height;
  const GenuPoint diagonals[2][2] = { { { x0, y0 }, { x1, y1 } }, { { x1, y0 }, { x0, y1 } } };

  for (guint i = 0; i < place->n_leader; i++)
    if (genu_rect_contains (rect, place->leader[i]))
      return TRUE;
  for (guint i = 1; i < place->n_leader; i++)
    for (guint d = 0; d < G_N_ELEMENTS (diagonals); d++)
      if (genu_boundary_segments_cross (&place->leader[i - 1], diagonals[d]))
        return TRUE;
  return FALSE;
}

static gboolean
covers_anchor (const Job               *job,
               const GenuBoundaryPlace *place,
               guint                    item)
{
  double c = job->frame->clearance;
  GenuRect grown = { place->rect.x - c, place->rect.y - c, place->rect.width + 2 * c,
                     place->rect.height + 2 * c };

  return !job->items[item].hidden && genu_rect_contains (&grown, job->items[item].anchor);
}

static gboolean
have_conflict (const Job               *job,
               const GenuBoundaryPlace *places,
               guint                    i,
               guint                    j)
{
  const GenuBoundaryPlace *a = &places[i], *b = &places[j];

  return genu_rect_intersect (&a->rect, &b->rect, NULL) || leaders_cross (a, b)
         || leader_meets_rect (a, &b->rect) || leader_meets_rect (b, &a->rect)
         || covers_anchor (job, a, j) || covers_anchor (job, b, i);
}

static gboolean
demote_a_conflict (const Job               *job,
                   GenuBoundarySide        *sides,
                   const GenuBoundaryPlace *places)
{
  for (guint i = 0; i < job->n_items; i++)
    for (guint j = i + 1; j < job->n_items; j++)
      if (sides[i] != GENU_BOUNDARY_NONE && sides[j] != GENU_BOUNDARY_NONE
          && have_conflict (job, places, i, j))
        {
          demote (job, sides, i, j);
          return TRUE;
        }
  return FALSE;
}

static double
get_leader_cost (const Job               *job,
                 const GenuBoundaryPlace *places,
                 guint                    i)
{
  const GenuBoundaryPlace *place = &places[i];
  double cost = 0;

  for (guint s = 1; s < place->n_leader; s++)
    {
      double dx = fabs (place->leader[s].x - place->leader[s - 1].x);
      double dy = fabs (place->leader[s].y - place->leader[s - 1].y);

      cost += hypot (dx, dy) + COST_SLOPE * (job->frame->upright ? dx : dy);
      for (guint j = 0; j < job->n_items; j++)
        if (j != i && !job->items[j].hidden
            && genu_boundary_segment_distance (&place->leader[s - 1], job->items[j].anchor)
               < job->frame->clearance)
          cost += COST_NEAR;
    }
  return cost;
}

static double
get_cover_cost (const Job               *job,
                const GenuBoundaryPlace *places,
                guint                    i)
{
  const GenuRect *rect = &places[i].rect;
  double cost = 0;

  for (guint p = 0; p < job->items[i].n_parts && cost == 0; p++)
    if (genu_rect_intersect (rect, &job->items[i].parts[p], NULL))
      cost = COST_COVER;
  for (guint a = 0; a < job->frame->n_avoid; a++)
    if (genu_rect_intersect (rect, &job->frame->avoid[a], NULL))
      cost += COST_AVOID;
  return cost;
}

static double
get_cost (const Job               *job,
          const GenuBoundarySide  *sides,
          const GenuBoundaryPlace *places)
{
  double cost = 0;
  int balance = 0;

  for (guint i = 0; i < job->n_items; i++)
    {
      const GenuBoundaryItem *item = &job->items[i];

      if (sides[i] == GENU_BOUNDARY_NONE)
        {
          cost += item->hidden ? 0 : COST_LEGEND * (1 + 1.0 / MAX (1, item->rank));
          continue;
        }
      if (item->prefer != GENU_BOUNDARY_NONE && sides[i] != item->prefer)
        cost += COST_CHANGE;
      if (job->frame->upright && sides[i] == GENU_BOUNDARY_START)
        cost += COST_ABOVE;
      balance += sides[i] == GENU_BOUNDARY_START ? 1 : -1;
      cost += get_leader_cost (job, places, i) + get_cover_cost (job, places, i);
    }
  return cost + COST_BALANCE * abs (balance);
}

static void
choose_reachable (const Job        *job,
                  GenuBoundarySide *sides)
{
  for (guint i = 0; i < job->n_items; i++)
    {
      GenuBoundarySide other = sides[i] == GENU_BOUNDARY_START ? GENU_BOUNDARY_END
                                                               : GENU_BOUNDARY_START;

      if (!can_reach (job, sides[i], &job->items[i]))
        sides[i] = can_reach (job, other, &job->items[i]) ? other : GENU_BOUNDARY_NONE;
    }
}

static double
try_sides (const Job         *job,
           GenuBoundarySide  *sides,
           GenuBoundaryPlace *places)
{
  choose_reachable (job, sides);
  do
    {
      memset (places, 0, sizeof *places * job->n_items);
      place_column (job, sides, GENU_BOUNDARY_START, places);
      place_column (job, sides, GENU_BOUNDARY_END, places);
    }
  while (demote_a_conflict (job, sides, places));

  for (guint i = 0; i < job->n_items; i++)
    if (sides[i] == GENU_BOUNDARY_NONE)
      places[i] = (GenuBoundaryPlace) { 0 };
  return get_cost (job, sides, places);
}

/* Item indices in the order of their anchors across the columns. */
static guint *
dup_order (const Job *job)
{
  guint *order = g_new (guint, job->n_items);

  for (guint i = 0; i < job->n_items; i++)
    {
      double x = turn_point (job, GENU_BOUNDARY_START, job->items[i].anchor).x;
      guint at = i;

      while (at > 0
             && turn_point (job, GENU_BOUNDARY_START, job->items[order[at - 1]].anchor).x > x)
        {
          order[at] = order[at - 1];
          at--;
        }
      order[at] = i;
    }
  return order;
}

static void
number_legend (const Job         *job,
               GenuBoundaryPlace *places)
{
  int number = 0;

  for (;;)
    {
      int next = -1;

      for (guint i = 0; i < job->n_items; i++)
        if (places[i].side == GENU_BOUNDARY_NONE && !job->items[i].hidden && places[i].number == 0
            && (next < 0 || job->items[i].anchor.y < job->items[next].anchor.y))
          next = (int) i;
      if (next < 0)
        return;
      places[next].number = ++number;
    }
}

static guint
count_obstacles (const GenuBoundaryFrame *frame,
                 const GenuBoundaryItem  *items,
                 guint                    n_items)
{
  guint most = 0;

  for (guint i = 0; i < n_items; i++)
    most = MAX (most, items[i].n_parts);
  return most + frame->n_avoid;
}

/**
 * genu_boundary_place:
 * @frame: where labels may lie
 * @items: (array length=n_items): measured labels with their anchors
 * @n_items: how many
 * @out_places: (out caller-allocates) (array length=n_items): where each lies
 *
 * Places labels so that none overlaps another, leaves the area or covers an anchor, and no two
 * leaders cross.  Labels for which there is no room are left for the legend, the least important
 * first: side NONE and a number that goes from top to bottom.  genu_boundary_legend() lays it out.
 *
 * Returns: how many are left for the legend
 */
guint
genu_boundary_place (const GenuBoundaryFrame *frame,
                     const GenuBoundaryItem  *items,
                     guint                    n_items,
                     GenuBoundaryPlace       *out_places)
{
  g_autofree GenuBoundarySlot *slots = g_new0 (GenuBoundarySlot, n_items + 1);
  g_autofree GenuBoundarySide *sides = g_new0 (GenuBoundarySide, n_items + 1);
  g_autofree GenuBoundaryPlace *places = g_new0 (GenuBoundaryPlace, n_items + 1);
  g_autofree GenuRect *obstacles = g_new (GenuRect, count_obstacles (frame, items, n_items) + 1);
  Job job = { frame, items, n_items, slots, obstacles, FALSE };
  g_autofree guint *order = dup_order (&job);
  double best = INFINITY;
  guint n_legend = 0, n_ways = n_items <= MOST_TRIED_TWICE ? 4 : 2;

  for (guint way = 0; way < n_ways; way++)
    for (guint cut = 0; cut <= n_items; cut++)
      {
        double cost;
        gboolean keep = way % 2 == 1;

        job.downwards = way >= 2;
        for (guint i = 0; i < n_items; i++)
          {
            GenuBoundarySide prefer = items[order[i]].prefer;

            sides[order[i]] = i < cut ? GENU_BOUNDARY_START : GENU_BOUNDARY_END;
            if (keep && prefer != GENU_BOUNDARY_NONE)
              sides[order[i]] = prefer;
          }
        cost = try_sides (&job, sides, places);
        if (cost < best)
          {
            best = cost;
            memcpy (out_places, places, sizeof *places * n_items);
          }
      }

  number_legend (&job, out_places);
  for (guint i = 0; i < n_items; i++)
    n_legend += out_places[i].side == GENU_BOUNDARY_NONE;
  return n_legend;
}
