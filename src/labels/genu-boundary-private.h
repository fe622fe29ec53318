/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the labels layer: the search for places and what it asks. */

#pragma once

#include "genu-boundary-column.h"

G_BEGIN_DECLS

/* Where a label's middle would best be. */
typedef struct
{
  double edge; /* of the column for which it holds; NAN: none yet */
  double y;
} GenuBoundaryTarget;

/* One call of genu_boundary_place(). */
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
  GenuBoundaryTarget      *targets;   /* what genu_boundary_place_side() found last: 4 an item */
} GenuBoundaryJob;

/* genu-boundary-side.c */
GenuPoint genu_boundary_turn_point     (const GenuBoundaryJob   *job,
                                        GenuBoundarySide         side,
                                        GenuPoint                point);
double    genu_boundary_get_inner_edge (const GenuBoundaryJob   *job,
                                        GenuBoundarySide         side);
gboolean  genu_boundary_can_reach      (const GenuBoundaryJob   *job,
                                        GenuBoundarySide         side,
                                        const GenuBoundaryItem  *item);
void      genu_boundary_set_edge       (GenuBoundaryJob         *job,
                                        GenuBoundarySide        *sides,
                                        GenuBoundarySide         side);
/* Places the labels of a side; those for which its column has no room leave it. */
void      genu_boundary_place_side     (const GenuBoundaryJob   *job,
                                        GenuBoundarySide        *sides,
                                        GenuBoundarySide         side,
                                        GenuBoundaryPlace       *places);

/* genu-boundary-cost.c */
gboolean  genu_boundary_covers_anchor  (const GenuBoundaryJob   *job,
                                        const GenuBoundaryPlace *place,
                                        guint                    item,
                                        double                   clearance);
gboolean  genu_boundary_have_conflict  (const GenuBoundaryJob   *job,
                                        const GenuBoundaryPlace *places,
                                        guint                    i,
                                        guint                    j);
double    genu_boundary_get_legend_cost (const GenuBoundaryJob  *job,
                                        const GenuBoundarySide  *sides);
double    genu_boundary_get_cost       (const GenuBoundaryJob   *job,
                                        const GenuBoundarySide  *sides,
                                        const GenuBoundaryPlace *places);

G_END_DECLS
