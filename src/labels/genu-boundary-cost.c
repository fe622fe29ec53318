/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with two labels, and what a way of placing all of them costs.
 *
 * A conflict (labels that overlap, leaders that cross or run under a label, a label on an anchor)
 * is never weighed: one of the two goes to the legend.  Ways without a conflict are compared by a
 * sum of penalties. */

#include "config.h"

#include "genu-boundary-private.h"

#include <math.h>
#include <stdlib.h>

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

/* Anchors closer than this, in pixels, are one. */
#define ONE_SPOT 0.5

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

gboolean
genu_boundary_covers_anchor (const GenuBoundaryJob   *job,
                             const GenuBoundaryPlace *place,
                             guint                    item,
                             double                   c)
{
  GenuRect grown = { place->rect.x - c, place->rect.y - c, place->rect.width + 2 * c,
                     place->rect.height + 2 * c };

  return !job->items[item].hidden && genu_rect_contains (&grown, job->items[item].anchor);
}

gboolean
genu_boundary_have_conflict (const GenuBoundaryJob   *job,
                             const GenuBoundaryPlace *places,
                             guint                    i,
                             guint                    j)
{
  const GenuBoundaryPlace *a = &places[i], *b = &places[j];

  return genu_rect_intersect (&a->rect, &b->rect, NULL) || leaders_cross (a, b)
         || leader_meets_rect (a, &b->rect) || leader_meets_rect (b, &a->rect)
         || genu_boundary_covers_anchor (job, a, j, job->frame->clearance)
         || genu_boundary_covers_anchor (job, b, i, job->frame->clearance);
}

static double
get_leader_cost (const GenuBoundaryJob   *job,
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
get_cover_cost (const GenuBoundaryJob   *job,
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

double
genu_boundary_get_legend_cost (const GenuBoundaryJob  *job,
                               const GenuBoundarySide *sides)
{
  double cost = 0;

  for (guint i = 0; i < job->n_items; i++)
    if (sides[i] == GENU_BOUNDARY_NONE && !job->items[i].hidden)
      cost += COST_LEGEND * (1 + 1.0 / MAX (1, job->items[i].rank));
  return cost;
}

double
genu_boundary_get_cost (const GenuBoundaryJob   *job,
                        const GenuBoundarySide  *sides,
                        const GenuBoundaryPlace *places)
{
  double cost = genu_boundary_get_legend_cost (job, sides);
  int balance = 0;

  for (GenuBoundarySide side = GENU_BOUNDARY_START; side <= GENU_BOUNDARY_END; side++)
    if (job->edges[side] < genu_boundary_get_inner_edge (job, side))
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
