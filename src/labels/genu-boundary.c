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
 * (see WAY_KEEP).  Each column is placed by itself (genu-boundary-side.c, genu-boundary-column.c),
 * every pair is looked at, and of a pair in conflict the less important label goes to the legend:
 * what is returned has been checked and not only constructed.  The cheapest way wins
 * (genu-boundary-cost.c): fewest labels in the legend, then fewest that change sides, then those
 * that cover nothing and have short, level leaders. */

#include "config.h"

#include "genu-boundary-private.h"

#include <math.h>
#include <string.h>

/* Ways in which all cuts are tried: labels stay on their former sides, columns draw back, labels
 * that must give way go down rather than up.  Only the first with more than so many. */
#define WAY_KEEP 1
#define WAY_THIN 2
#define WAY_DOWNWARDS 4
#define N_WAYS 8
#define MOST_TRIED_TWICE 12

/* Sends the less important of two labels (later in the list when equal) to the legend. */
static void
demote (const GenuBoundaryJob *job,
        GenuBoundarySide      *sides,
        guint                  i,
        guint                  j)
{
  gboolean second = job->items[j].rank > job->items[i].rank
                    || (job->items[j].rank == job->items[i].rank && j > i);

  sides[second ? j : i] = GENU_BOUNDARY_NONE;
}

/* A label over the number of another one, which is in the legend, goes there too. */
static gboolean
demote_from_badges (const GenuBoundaryJob   *job,
                    GenuBoundarySide        *sides,
                    const GenuBoundaryPlace *places)
{
  double reach = MAX (job->frame->badge, job->frame->clearance);
  gboolean changed = FALSE;

  for (guint i = 0; i < job->n_items; i++)
    for (guint j = 0; j < job->n_items && sides[i] != GENU_BOUNDARY_NONE; j++)
      if (sides[j] == GENU_BOUNDARY_NONE
          && genu_boundary_covers_anchor (job, &places[i], j, reach))
        {
          sides[i] = GENU_BOUNDARY_NONE;
          changed = TRUE;
        }
  return changed;
}

static gboolean
demote_a_conflict (const GenuBoundaryJob   *job,
                   GenuBoundarySide        *sides,
                   const GenuBoundaryPlace *places)
{
  for (guint i = 0; i < job->n_items; i++)
    for (guint j = i + 1; j < job->n_items; j++)
      if (sides[i] != GENU_BOUNDARY_NONE && sides[j] != GENU_BOUNDARY_NONE
          && genu_boundary_have_conflict (job, places, i, j))
        {
          demote (job, sides, i, j);
          return TRUE;
        }
  return demote_from_badges (job, sides, places);
}

static void
choose_reachable (const GenuBoundaryJob *job,
                  GenuBoundarySide      *sides)
{
  for (guint i = 0; i < job->n_items; i++)
    {
      GenuBoundarySide other = sides[i] == GENU_BOUNDARY_START ? GENU_BOUNDARY_END
                                                               : GENU_BOUNDARY_START;

      if (!genu_boundary_can_reach (job, sides[i], &job->items[i]))
        sides[i] = genu_boundary_can_reach (job, other, &job->items[i]) ? other
                                                                        : GENU_BOUNDARY_NONE;
    }
}

/* Places all labels on these sides; what it costs, infinite when it is no better than before. */
static double
try_sides (GenuBoundaryJob   *job,
           GenuBoundarySide  *sides,
           GenuBoundaryPlace *places)
{
  choose_reachable (job, sides);
  do
    {
      genu_boundary_set_edge (job, sides, GENU_BOUNDARY_START);
      genu_boundary_set_edge (job, sides, GENU_BOUNDARY_END);
      if (genu_boundary_get_legend_cost (job, sides) >= job->best)
        return INFINITY;
      memset (places, 0, sizeof *places * job->n_items);
      genu_boundary_place_side (job, sides, GENU_BOUNDARY_START, places);
      genu_boundary_place_side (job, sides, GENU_BOUNDARY_END, places);
    }
  while (demote_a_conflict (job, sides, places));

  for (guint i = 0; i < job->n_items; i++)
    if (sides[i] == GENU_BOUNDARY_NONE)
      places[i] = (GenuBoundaryPlace) { 0 };
  return genu_boundary_get_cost (job, sides, places);
}

/* How far an anchor lies from the first column. */
static double
get_depth (const GenuBoundaryJob *job,
           guint                  item)
{
  return genu_boundary_turn_point (job, GENU_BOUNDARY_START, job->items[item].anchor).x;
}

/* Item indices in the order of their anchors across the columns. */
static guint *
dup_order (const GenuBoundaryJob *job)
{
  guint *order = g_new (guint, job->n_items);

  for (guint i = 0; i < job->n_items; i++)
    {
      double x = get_depth (job, i);
      guint at = i;

      while (at > 0 && get_depth (job, order[at - 1]) > x)
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
choose_sides (const GenuBoundaryJob *job,
              const guint           *order,
              guint                  cut,
              gboolean               keep,
              GenuBoundarySide      *out_sides)
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
number_legend (const GenuBoundaryJob *job,
               GenuBoundaryPlace     *places)
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
  g_autofree GenuBoundaryTarget *targets = g_new (GenuBoundaryTarget, n_items * 4 + 1);
  GenuBoundaryJob job = { frame, items, n_items, slots, obstacles, .best = INFINITY,
                          .targets = targets };
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
