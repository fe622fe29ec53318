/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One column of labels.  Two questions are answered in turn until they agree:
 *
 * - Where do the labels lie, given their order?  As close to their targets as the gaps allow: least
 *   squares under y[i+1] - y[i] >= d[i], which is isotonic regression once the running sum of the
 *   distances is taken off ("pool adjacent violators"), clamped to the column.
 * - Which order has no crossing, given the ports?  From the uppermost port downwards, each takes
 *   the anchor that its rotating ray meets first from above: all that is left lies below that
 *   leader, so no later one can cross it. */

#include "config.h"

#include "genu-boundary-column.h"

#include <math.h>

/* The two questions agree after one or two rounds; a cycle of orders is cut here. */
#define MAX_ROUNDS 12

typedef struct
{
  double sum;
  guint  n;
} Pool;

/**
 * genu_boundary_column_bend:
 * @column: a column
 * @slot: a placed label of it
 *
 * Returns: where its leader turns: the end of the stub, or the label's edge when the anchor is so
 *   close that there is no room for one
 */
GenuPoint
genu_boundary_column_bend (const GenuBoundaryColumn *column,
                           const GenuBoundarySlot   *slot)
{
  gboolean has_stub = slot->anchor.x > column->edge + column->stub;

  return (GenuPoint) { has_stub ? column->edge + column->stub : column->edge, slot->y };
}

static double
distance_before (const GenuBoundaryColumn *column,
              const GenuBoundarySlot   *slots,
              guint                     i)
{
  return i == 0 ? 0 : (slots[i - 1].height + slots[i].height) / 2 + column->gap;
}

static gboolean
spread (const GenuBoundaryColumn *column,
        GenuBoundarySlot         *slots,
        guint                     n_slots)
{
  g_autofree Pool *pools = g_new (Pool, n_slots);
  guint n_pools = 0, at = 0;
  double offset = 0, low = column->low + slots[0].height / 2, high;

  for (guint i = 0; i < n_slots; i++)
    {
      offset += distance_before (column, slots, i);
      pools[n_pools++] = (Pool) { slots[i].target - offset, 1 };
      while (n_pools > 1 && pools[n_pools - 2].sum / pools[n_pools - 2].n
             >= pools[n_pools - 1].sum / pools[n_pools - 1].n)
        {
          pools[n_pools - 2].sum += pools[n_pools - 1].sum;
          pools[n_pools - 2].n += pools[n_pools - 1].n;
          n_pools--;
        }
    }

  high = column->high - slots[n_slots - 1].height / 2 - offset;
  if (high < low)
    return FALSE;

  offset = 0;
  for (guint p = 0; p < n_pools; p++)
    for (guint k = 0; k < pools[p].n; k++, at++)
      {
        offset += distance_before (column, slots, at);
        slots[at].y = CLAMP (pools[p].sum / pools[p].n, low, high) + offset;
      }
  return TRUE;
}

/* The slope from a port to an anchor; anchors are right of every port. */
static double
slope (const GenuBoundaryColumn *column,
       double                    port,
       const GenuBoundarySlot   *slot)
{
  double x = MIN (column->edge + column->stub, slot->anchor.x - 1);

  return (slot->anchor.y - port) / (slot->anchor.x - x);
}

static gboolean
reorder (const GenuBoundaryColumn *column,
         GenuBoundarySlot         *slots,
         guint                     n_slots)
{
  gboolean changed = FALSE;

  for (guint i = 0; i + 1 < n_slots; i++)
    {
      guint first = i;

      for (guint j = i + 1; j < n_slots; j++)
        if (slope (column, slots[i].y, &slots[j]) < slope (column, slots[i].y, &slots[first]))
          first = j;

      if (first != i)
        {
          GenuBoundarySlot moved = slots[first];
          double port = slots[i].y;

          /* Ports stay where they are; the labels between move down by one. */
          for (guint j = first; j > i; j--)
            {
              double y = slots[j].y;

              slots[j] = slots[j - 1];
              slots[j].y = y;
            }
          slots[i] = moved;
          slots[i].y = port;
          changed = TRUE;
        }
    }
  return changed;
}

static int
compare_target (gconstpointer a,
                gconstpointer b)
{
  const GenuBoundarySlot *first = a, *second = b;

  if (first->target != second->target)
    return first->target < second->target ? -1 : 1;
  if (first->anchor.y != second->anchor.y)
    return first->anchor.y < second->anchor.y ? -1 : 1;
  return first->index < second->index ? -1 : 1;
}

/**
 * genu_boundary_column_place:
 * @column: a column
 * @slots: (array length=n_slots): its labels in any order; on return in order along the column
 * @n_slots: how many
 *
 * Finds an order whose leaders do not cross and the place of each label.  Crossings can remain in
 * rare cases of very unequal labels; the caller looks.
 *
 * Returns: %FALSE when the labels are longer than the column
 */
gboolean
genu_boundary_column_place (const GenuBoundaryColumn *column,
                            GenuBoundarySlot         *slots,
                            guint                     n_slots)
{
  if (n_slots == 0)
    return TRUE;

  qsort (slots, n_slots, sizeof *slots, compare_target);
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      if (!spread (column, slots, n_slots))
        return FALSE;
      if (!reorder (column, slots, n_slots))
        return TRUE;
    }
  return spread (column, slots, n_slots);
}

static double
turn (GenuPoint a,
      GenuPoint b,
      GenuPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Whether c, which lies on the line through a and b, lies between them. */
static gboolean
is_between (GenuPoint a,
            GenuPoint b,
            GenuPoint c)
{
  return c.x >= MIN (a.x, b.x) && c.x <= MAX (a.x, b.x) && c.y >= MIN (a.y, b.y)
         && c.y <= MAX (a.y, b.y);
}

/**
 * genu_boundary_segments_cross:
 * @a: (array fixed-size=2): a segment
 * @b: (array fixed-size=2): another
 *
 * Returns: whether they have a point in common
 */
gboolean
genu_boundary_segments_cross (const GenuPoint *a,
                              const GenuPoint *b)
{
  double a0 = turn (b[0], b[1], a[0]), a1 = turn (b[0], b[1], a[1]);
  double b0 = turn (a[0], a[1], b[0]), b1 = turn (a[0], a[1], b[1]);

  if (((a0 > 0 && a1 < 0) || (a0 < 0 && a1 > 0)) && ((b0 > 0 && b1 < 0) || (b0 < 0 && b1 > 0)))
    return TRUE;
  return (a0 == 0 && is_between (b[0], b[1], a[0])) || (a1 == 0 && is_between (b[0], b[1], a[1]))
         || (b0 == 0 && is_between (a[0], a[1], b[0]))
         || (b1 == 0 && is_between (a[0], a[1], b[1]));
}

/**
 * genu_boundary_segment_distance:
 * @segment: (array fixed-size=2): a segment
 * @point: a point
 *
 * Returns: how far @point is from the nearest point of @segment
 */
double
genu_boundary_segment_distance (const GenuPoint *segment,
                                GenuPoint        point)
{
  double dx = segment[1].x - segment[0].x, dy = segment[1].y - segment[0].y;
  double length2 = dx * dx + dy * dy, t = 0;

  if (length2 > 0)
    t = ((point.x - segment[0].x) * dx + (point.y - segment[0].y) * dy) / length2;
  t = CLAMP (t, 0, 1);
  return hypot (point.x - segment[0].x - t * dx, point.y - segment[0].y - t * dy);
}
