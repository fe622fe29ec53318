/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Boundary labelling: labels in two columns beside the drawing, leaders with at most one bend.
 *
 * The model (disjoint labels around a rectangle, leaders that do not intersect) is that of Bekos,
 * Kaufmann, Symvonis and Wolff, "Boundary labeling: models and efficient algorithms for rectangular
 * maps", Computational Geometry 36 (2007) 215-236; weighing leaders by a sum of penalties follows
 * Benkert, Haverkort, Kroll and Nöllenburg, "Algorithms for multi-criteria boundary labeling",
 * Journal of Graph Algorithms and Applications 13 (2009) 289-317.  The search is our own, since
 * labels differ in size, avoid what they would cover and may have to go:
 *
 * A way of sharing the labels between the columns that cuts the anchors along x has no crossing
 * between the columns, since a leader never passes its anchor; so all cuts are tried, in a few ways
 * (see WAY_KEEP).  Each column is placed by itself (genu-boundary-column.c), every pair is looked
 * at, and of a pair in conflict the less important label goes to the legend: what is returned has
 * been checked and not only constructed.  The cheapest way wins: fewest labels in the legend, then
 * fewest that change sides, then those that cover nothing and have short, level leaders. */

#include "config.h"

#include "genu-boundary.h"
#include "genu-boundary-column.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What outweighs what.  Leaders count in thousandths of the smaller side, some thousand in
 * all. */
#define COST_LEGEND 1e12  /* each, and more for an important one */
#define COST_CHANGE 1e8   /* a label on another side than before */
#define COST_COVER 1e6    /* a label over what it names */
#define COST_AVOID 1500   /* a label over something else that should be seen */
#define COST_MINOR 900    /* a label over all of something small; less for a part of it */
#define COST_ABOVE 1e5    /* a label above the drawing: below is the rule */
#define COST_NEAR 400     /* a leader that runs over another label's anchor */
#define COST_THIN 40      /* a column that draws back */
#define COST_SLOPE 3.0    /* what a leader climbs, against its length */
#define COST_BALANCE 15   /* each label that one column has more than the other */

/* How far a label moves to keep clear of other parts, as a share of its column. */
#define AVOID_REACH 0.5

/* Anchors closer than this, in pixels, are one. */
#define ONE_SPOT 0.5

/* Ways in which all cuts are tried: labels stay on their former sides, columns draw back, labels
 * that must give way go down rather than up.  Only the first with more than so many. */
#define WAY_KEEP 1
#define WAY_THIN 2
#define WAY_DOWNWARDS 4
#define N_WAYS 8
#define MOST_TRIED_TWICE 12

typedef struct
{
  double edge; /* of the column for which it holds; NAN: none yet */
  double y;
} Target;

typedef struct
{
  const GenuBoundaryFrame *frame;
  const GenuBoundaryItem  *items;
  guint                    n_items;
  GenuBoundarySlot        *slots;     /* scratch, n_items long */
  GenuRect                *obstacles; /* scratch, long enough for any label's */
  gboolean                 downwards; /* labels that must give way go down rather than up */
  gboolean                 thin;      /* all columns draw back */
  double                   edges[3];  /* of the columns, turned, by GenuBoundarySide */
  double                   best;      /* cost of the best way so far */
  Target                  *targets;   /* what get_target() last found: 4 an item */
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

/* Where a column may begin at most, and where it has room for nothing; turned. */
static double
get_inner_edge (const Job       *job,
                GenuBoundarySide side)
{
  const GenuRect *inner = &job->frame->inner;
  GenuPoint corner = { inner->x, inner->y };

  if (side == GENU_BOUNDARY_END)
    corner = (GenuPoint) { inner->x + inner->width, inner->y + inner->height };
  return turn_point (job, side, corner).x - job->frame->stub;
}

static double
get_outer_edge (const Job       *job,
                GenuBoundarySide side)
{
  const GenuRect *area = &job->frame->area;
  GenuPoint corner = { area->x, area->y };

  if (side == GENU_BOUNDARY_END)
    corner = (GenuPoint) { area->x + area->width, area->y + area->height };
  return turn_point (job, side, corner).x;
}

static GenuBoundaryColumn
get_column (const Job       *job,
            GenuBoundarySide side)
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
can_reach_from (const Job              *job,
                GenuBoundarySide        side,
                const GenuBoundaryItem *item,
                double                  edge)
{
  return turn_point (job, side, item->anchor).x >= edge + job->frame->clearance;
}

/* Whether a label fits into a column and can be led to its anchor from there. */
static gboolean
can_reach (const Job              *job,
           GenuBoundarySide        side,
           const GenuBoundaryItem *item)
{
  double edge = get_outer_edge (job, side) + get_thickness (job, item);

  return !item->hidden && edge <= get_inner_edge (job, side)
         && can_reach_from (job, side, item, edge);
}

/* Lets a column draw back if it must, to the thickness of its labels; those which are out of reach
 * even then leave it. */
static void
set_edge (Job              *job,
          GenuBoundarySide *sides,
          GenuBoundarySide  side)
{
  double outer = get_outer_edge (job, side), thickness = 0;
  gboolean thin = job->thin;

  job->edges[side] = get_inner_edge (job, side);
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

/* The square that a dot with its ring takes. */
static GenuRect
get_dot (const Job *job,
         guint      item)
{
  double c = job->frame->clearance;
  GenuPoint anchor = job->items[item].anchor;

  return (GenuRect) { anchor.x - c, anchor.y - c, 2 * c, 2 * c };
}

/* Clear of its own part and of all anchors at any distance, of other parts when that is not far;
 * else level with its anchor. */
static double
find_target (const Job                *job,
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
get_target (const Job                *job,
            GenuBoundarySide          side,
            const GenuBoundaryColumn *column,
            const GenuBoundarySlot   *slot)
{
  guint which = (side == GENU_BOUNDARY_END ? 1u : 0u) + (job->downwards ? 2u : 0u);
  Target *target = &job->targets[slot->index * 4 + which];

  if (target->edge != column->edge)
    *target = (Target) { column->edge, find_target (job, side, column, slot) };
  return target->y;
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

/* Whether two segments that end in one spot lie over each other. */
static gboolean
lie_over_each_other (const GenuPoint *a,
                     const GenuPoint *b)
{
  double ax = a[0].x - a[1].x, ay = a[0].y - a[1].y, bx = b[0].x - b[1].x, by = b[0].y - b[1].y;

  return ax * bx + ay * by > 0.999 * hypot (ax, ay) * hypot (bx, by);
}

/* Leaders to one spot may meet there. */
static gboolean
leaders_cross (const GenuBoundaryPlace *a,
               const GenuBoundaryPlace *b)
{
  guint last_a = a->n_leader - 1, last_b = b->n_leader - 1;
  gboolean one_spot = hypot (a->leader[last_a].x - b->leader[last_b].x,
                             a->leader[last_a].y - b->leader[last_b].y) < ONE_SPOT;

  for (guint i = 1; i <= last_a; i++)
    for (guint j = 1; j <= last_b; j++)
      {
        const GenuPoint *first = &a->leader[i - 1], *second = &b->leader[j - 1];
        gboolean cross = one_spot && i == last_a && j == last_b
                         ? lie_over_each_other (first, second)
                         : genu_boundary_segments_cross (first, second);

        if (cross)
          return TRUE;
      }
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
               guint                    item,
               double                   c)
{
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
         || covers_anchor (job, a, j, job->frame->clearance)
         || covers_anchor (job, b, i, job->frame->clearance);
}

/* A label over the number of another one, which is in the legend, goes there too. */
static gboolean
demote_from_badges (const Job               *job,
                    GenuBoundarySide        *sides,
                    const GenuBoundaryPlace *places)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < job->n_items; i++)
    for (guint j = 0; j < job->n_items && sides[i] != GENU_BOUNDARY_NONE; j++)
      if (sides[j] == GENU_BOUNDARY_NONE
          && covers_anchor (job, &places[i], j, MAX (job->frame->badge, job->frame->clearance)))
        {
          sides[i] = GENU_BOUNDARY_NONE;
          changed = TRUE;
        }
  return changed;
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
  return demote_from_badges (job, sides, places);
}

static double
get_leader_cost (const Job               *job,
                 const GenuBoundaryPlace *places,
                 guint                    i)
{
  const GenuBoundaryPlace *place = &places[i];
  double cost = 0, unit = 1000 / MAX (1, MIN (job->frame->area.width, job->frame->area.height));

  for (guint s = 1; s < place->n_leader; s++)
    {
      double dx = fabs (place->leader[s].x - place->leader[s - 1].x);
      double dy = fabs (place->leader[s].y - place->leader[s - 1].y);

      cost += unit * (hypot (dx, dy) + COST_SLOPE * (job->frame->upright ? dx : dy));
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
  for (guint m = 0; m < job->frame->n_minor; m++)
    {
      const GenuRect *minor = &job->frame->minor[m];
      GenuRect common;

      if (genu_rect_intersect (rect, minor, &common))
        cost += COST_MINOR * common.width * common.height / (minor->width * minor->height);
    }
  return cost;
}

static double
get_legend_cost (const Job              *job,
                 const GenuBoundarySide *sides)
{
  double cost = 0;

  for (guint i = 0; i < job->n_items; i++)
    if (sides[i] == GENU_BOUNDARY_NONE && !job->items[i].hidden)
      cost += COST_LEGEND * (1 + 1.0 / MAX (1, job->items[i].rank));
  return cost;
}

static double
get_cost (const Job               *job,
          const GenuBoundarySide  *sides,
          const GenuBoundaryPlace *places)
{
  double cost = get_legend_cost (job, sides);
  int balance = 0;

  for (GenuBoundarySide side = GENU_BOUNDARY_START; side <= GENU_BOUNDARY_END; side++)
    if (job->edges[side] < get_inner_edge (job, side))
      cost += COST_THIN;
  for (guint i = 0; i < job->n_items; i++)
    {
      const GenuBoundaryItem *item = &job->items[i];

      if (sides[i] == GENU_BOUNDARY_NONE)
        continue;
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

/* Places all labels on these sides; what it costs, infinite when it is no better than before. */
static double
try_sides (Job               *job,
           GenuBoundarySide  *sides,
           GenuBoundaryPlace *places)
{
  choose_reachable (job, sides);
  do
    {
      set_edge (job, sides, GENU_BOUNDARY_START);
      set_edge (job, sides, GENU_BOUNDARY_END);
      if (get_legend_cost (job, sides) >= job->best)
        return INFINITY;
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

/* The first @cut labels of @order at the start, the others at the end, but those with a former side
 * there when they are to keep it. */
static void
choose_sides (const Job        *job,
              const guint      *order,
              guint             cut,
              gboolean          keep,
              GenuBoundarySide *out_sides)
{
  for (guint i = 0; i < job->n_items; i++)
    {
      GenuBoundarySide prefer = job->items[order[i]].prefer;

      out_sides[order[i]] = i < cut ? GENU_BOUNDARY_START : GENU_BOUNDARY_END;
      if (keep && prefer != GENU_BOUNDARY_NONE)
        out_sides[order[i]] = prefer;
    }
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
  return most + n_items + frame->n_avoid + frame->n_minor;
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
  g_autofree Target *targets = g_new (Target, n_items * 4 + 1);
  Job job = { frame, items, n_items, slots, obstacles, .best = INFINITY, .targets = targets };
  g_autofree guint *order = dup_order (&job);
  guint n_legend = 0, n_ways = n_items <= MOST_TRIED_TWICE ? N_WAYS : WAY_THIN;

  memset (out_places, 0, sizeof *out_places * n_items);
  for (guint i = 0; i < n_items * 4; i++)
    targets[i].edge = NAN;
  for (guint way = 0; way < n_ways; way++)
    for (guint cut = 0; cut <= n_items; cut++)
      {
        double cost;

        job.thin = (way & WAY_THIN) != 0;
        job.downwards = (way & WAY_DOWNWARDS) != 0;
        choose_sides (&job, order, cut, (way & WAY_KEEP) != 0, sides);
        cost = try_sides (&job, sides, places);
        if (cost < job.best)
          {
            job.best = cost;
            memcpy (out_places, places, sizeof *places * n_items);
          }
      }

  number_legend (&job, out_places);
  for (guint i = 0; i < n_items; i++)
    n_legend += out_places[i].side == GENU_BOUNDARY_NONE;
  return n_legend;
}
