/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-geometry.h"

G_BEGIN_DECLS

/* START is the left column (the row above, when the frame is upright), END the right one (the row
 * below). */
typedef enum
{
  GENU_BOUNDARY_NONE,
  GENU_BOUNDARY_START,
  GENU_BOUNDARY_END,
} GenuBoundarySide;

/* Lengths in pixels, y downwards.  The columns are what @inner leaves of @area: from its edge to
 * @stub before @inner.  A column draws back towards the edge of @area, as far as its labels allow,
 * where an anchor lies too close to it. */
typedef struct
{
  GenuRect area;      /* where text may lie */
  GenuRect inner;     /* kept free for the drawing; within @area */
  gboolean upright;   /* rows above and below instead of columns left and right */
  double   stub;      /* from a label's edge to the bend of its leader */
  double   gap;       /* least distance of two labels */
  double   clearance; /* least distance of an anchor from any label: the dot and its ring */
  double   badge;     /* the same for the number that a label of the legend has at its anchor */
  const GenuRect *avoid; /* (nullable): what labels rather do not cover */
  guint    n_avoid;
  const GenuRect *minor; /* (nullable): what they do not cover when that costs little */
  guint    n_minor;
} GenuBoundaryFrame;

typedef struct
{
  double           width;  /* of the text with its padding */
  double           height;
  double           legend_width;  /* the same as an entry of the legend, its number included */
  double           legend_height;
  GenuPoint        anchor;
  gboolean         hidden; /* the anchor is not on the picture: the legend, without a number */
  int              rank;   /* 1 is the most important */
  GenuBoundarySide prefer; /* the side it had in the step before, or NONE */
  const GenuRect  *parts;  /* (nullable): what it names, rather not covered by it */
  guint            n_parts;
} GenuBoundaryItem;

typedef struct
{
  GenuBoundarySide side;      /* NONE: in the legend */
  GenuRect         rect;      /* all 0 until the legend is laid out when side is NONE */
  GenuPoint        leader[3]; /* from the label's edge over the bend to the anchor */
  guint            n_leader;  /* 2 or 3; 0 in the legend */
  int              number;    /* from 1 in the legend; 0 beside the drawing */
  gboolean         left_out;  /* no room even in the legend */
} GenuBoundaryPlace;

guint  genu_boundary_place  (const GenuBoundaryFrame *frame,
                             const GenuBoundaryItem  *items,
                             guint                    n_items,
                             GenuBoundaryPlace       *out_places);
double genu_boundary_legend (const GenuRect          *strip,
                             double                   most,
                             double                   gap,
                             gboolean                 right_to_left,
                             const GenuBoundaryItem  *items,
                             guint                    n_items,
                             GenuBoundaryPlace       *places);

G_END_DECLS
