/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a scene is cut into.  The layers, painted in order one over the other, are the drawing.
 *
 * A layer is a set of elements ("items", in document order) that are drawn together.  Three things
 * may happen to it as time passes:
 *
 *   hold     nothing: its picture and its place stay;
 *   compose  only the transform, opacity, visibility or display of its items' common ancestors (or
 *            of its one item) changes: the picture stays, it is put elsewhere or shown fainter;
 *   raster   anything else: the picture must be drawn anew.
 *
 * The values that compose are found along the "chain": the ancestors-or-self elements from the root
 * to the innermost one with such an animation. */

#pragma once

#include "genu-geometry.h"
#include "genu-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  GENU_LAYER_STATIC,  /* never changes */
  GENU_LAYER_COMPOSE, /* at most composes */
  GENU_LAYER_RASTER,  /* may need to be drawn anew */
} GenuLayerKind;

typedef enum
{
  GENU_DAMAGE_HOLD,
  GENU_DAMAGE_COMPOSE,
  GENU_DAMAGE_RASTER,
} GenuDamage;

/* One element of a chain. */
typedef struct
{
  xmlNode   *element;
  int        target; /* index of the timeline's target for its transform, -1 when it never moves */
  GenuMatrix base;   /* its transform while target is -1 */
} GenuLayerLink;

typedef struct
{
  GenuLayerKind kind;
  GPtrArray    *items;              /* of xmlNode, borrowed, document order, never empty */
  xmlNode      *root;               /* innermost element with a composing animation, or NULL */
  GArray       *links;              /* of GenuLayerLink, outermost first; may be empty */
  GArray       *opacity_targets;    /* of guint: indices of timeline targets */
  GArray       *visibility_targets; /* of guint, visibility: the innermost one decides */
  GArray       *display_targets;    /* of guint: all must show */
  GArray       *raster_targets;     /* of guint: what changes its pixels */
} GenuLayer;

/* Where a layer stands at one instant. */
typedef struct
{
  GenuMatrix matrix;  /* from the layer's own space to root user units */
  double     opacity; /* 0 to 1 */
  gboolean   visible; /* FALSE: nothing is to be painted */
} GenuLayerPlace;

G_END_DECLS
