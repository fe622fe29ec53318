/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the labels layer: one column of labels, seen as if it stood left of the drawing. */

#pragma once

#include "genu-boundary.h"

G_BEGIN_DECLS

/* A label turned so that its column is on the left and y runs along the column. */
typedef struct
{
  guint     index;  /* of the item */
  double    width;  /* across the column */
  double    height; /* along it */
  GenuPoint anchor;
  double    target; /* where its middle would best be */
  double    y;      /* out: where its middle is */
} GenuBoundarySlot;

/* Edge of the labels, where their leaders begin, and the extent along the column. */
typedef struct
{
  double edge;
  double stub;
  double gap;
  double low;
  double high;
} GenuBoundaryColumn;

gboolean  genu_boundary_column_place    (const GenuBoundaryColumn *column,
                                         GenuBoundarySlot         *slots,
                                         guint                     n_slots);
GenuPoint genu_boundary_column_bend     (const GenuBoundaryColumn *column,
                                         const GenuBoundarySlot   *slot);
gboolean  genu_boundary_segments_cross  (const GenuPoint          *a,
                                         const GenuPoint          *b);
double    genu_boundary_segment_distance (const GenuPoint         *segment,
                                         GenuPoint                 point);

G_END_DECLS
