/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold of labels and their leaders, judged by geometry of the tests' own: nothing here
 * shares code with what places them.  Lengths in pixels. */

#pragma once

#include "genu-geometry.h"

#include <math.h>

/* Two decimals of a pixel are nothing that can be seen. */
#define LABEL_EPSILON 0.01

/* A label beside the drawing, or an entry of the legend (no leader, a number at its anchor). */
typedef struct
{
  GenuRect  rect;
  GenuPoint leader[3];
  guint     n_leader;
  GenuPoint anchor;
  int       number;
} Shown;

static inline gboolean
rects_overlap (const GenuRect *a,
               const GenuRect *b)
{
  return a->x + a->width > b->x + LABEL_EPSILON && b->x + b->width > a->x + LABEL_EPSILON
         && a->y + a->height > b->y + LABEL_EPSILON && b->y + b->height > a->y + LABEL_EPSILON;
}

static inline gboolean
rect_lies_within (const GenuRect *inner,
                  const GenuRect *outer)
{
  return inner->x >= outer->x - LABEL_EPSILON && inner->y >= outer->y - LABEL_EPSILON
         && inner->x + inner->width <= outer->x + outer->width + LABEL_EPSILON
         && inner->y + inner->height <= outer->y + outer->height + LABEL_EPSILON;
}

/* How far a point is from a rectangle; 0 within. */
static inline double
distance_to_rect (GenuPoint       point,
                  const GenuRect *rect)
{
  double dx = MAX (MAX (rect->x - point.x, point.x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - point.y, point.y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

/* Whether a segment passes through the inside of a rectangle: clipped to it (Liang and Barsky),
 * something is left. */
static inline gboolean
segment_enters (GenuPoint       from,
                GenuPoint       to,
                const GenuRect *rect)
{
  double start = 0, end = 1;
  double move[2] = { to.x - from.x, to.y - from.y }, at[2] = { from.x, from.y };
  double low[2] = { rect->x + LABEL_EPSILON, rect->y + LABEL_EPSILON };
  double high[2] = { rect->x + rect->width - LABEL_EPSILON,
                     rect->y + rect->height - LABEL_EPSILON };

  for (guint axis = 0; axis < 2; axis++)
    {
      double enter, leave;

      if (move[axis] == 0)
        {
          if (at[axis] < low[axis] || at[axis] > high[axis])
            return FALSE;
          continue;
        }
      enter = (low[axis] - at[axis]) / move[axis];
      leave = (high[axis] - at[axis]) / move[axis];
      start = MAX (start, MIN (enter, leave));
      end = MIN (end, MAX (enter, leave));
    }
  return start < end;
}

static inline gboolean
leader_enters (const Shown    *shown,
               const GenuRect *rect)
{
  for (guint i = 1; i < shown->n_leader; i++)
    if (segment_enters (shown->leader[i - 1], shown->leader[i], rect))
      return TRUE;
  return FALSE;
}

/* Solves for where two lines meet; whether that is within both segments.  Parallel ones meet when
 * they lie on one line and have more than a point in common. */
static inline gboolean
segments_meet (const GenuPoint *a,
               const GenuPoint *b,
               GenuPoint       *out_where)
{
  double ax = a[1].x - a[0].x, ay = a[1].y - a[0].y, bx = b[1].x - b[0].x, by = b[1].y - b[0].y;
  double wx = b[0].x - a[0].x, wy = b[0].y - a[0].y, length = hypot (ax, ay), t, u;
  double area = ax * by - ay * bx;

  if (length == 0 || (bx == 0 && by == 0))
    return FALSE;
  if (fabs (area) < 1e-9 * length * hypot (bx, by))
    {
      double first = (wx * ax + wy * ay) / length, last = first + (bx * ax + by * ay) / length;

      *out_where = b[0];
      return fabs (wx * ay - wy * ax) / length < LABEL_EPSILON
             && MIN (MAX (first, last), length) - MAX (MIN (first, last), 0) > LABEL_EPSILON;
    }
  t = (wx * by - wy * bx) / area;
  u = (wx * ay - wy * ax) / area;
  *out_where = (GenuPoint) { a[0].x + t * ax, a[0].y + t * ay };
  return t >= 0 && t <= 1 && u >= 0 && u <= 1;
}

/* Leaders that name one spot may meet there and nowhere else. */
static inline gboolean
leaders_cross (const Shown *a,
               const Shown *b)
{
  gboolean same_spot = hypot (a->anchor.x - b->anchor.x, a->anchor.y - b->anchor.y) < 1;
  GenuPoint where;

  for (guint i = 1; i < a->n_leader; i++)
    for (guint j = 1; j < b->n_leader; j++)
      if (segments_meet (&a->leader[i - 1], &b->leader[j - 1], &where)
          && !(same_spot && hypot (where.x - a->anchor.x, where.y - a->anchor.y) < 1))
        return TRUE;
  return FALSE;
}

/* From the label's edge to the anchor, with at most one bend. */
static inline gboolean
leader_is_sound (const Shown *shown)
{
  GenuPoint first = shown->leader[0], last = shown->leader[shown->n_leader - 1];

  return (shown->n_leader == 2 || shown->n_leader == 3)
         && distance_to_rect (first, &shown->rect) <= 1
         && !segment_enters (shown->leader[0], shown->leader[1], &shown->rect)
         && !leader_enters (shown, &shown->rect)
         && hypot (last.x - shown->anchor.x, last.y - shown->anchor.y) < LABEL_EPSILON;
}

/* The name of what is wrong with two labels; NULL when nothing is. */
static inline const char *
find_fault_of_pair (const Shown *a,
                    const Shown *b)
{
  if (rects_overlap (&a->rect, &b->rect))
    return "labels overlap";
  if (leader_enters (a, &b->rect) || leader_enters (b, &a->rect))
    return "a leader passes under a label";
  if (leaders_cross (a, b))
    return "leaders cross";
  if (distance_to_rect (a->anchor, &b->rect) == 0 || distance_to_rect (b->anchor, &a->rect) == 0)
    return "a label covers an anchor";
  return NULL;
}
