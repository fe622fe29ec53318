/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbered legend: rows of equal cells in a strip below the drawing, read along the rows.
 * Entries come in the order of their numbers, those without an anchor in sight last. */

#include "config.h"

#include "genu-boundary.h"

#include <math.h>

/* Entries in reading order; returns how many. */
static guint
collect_entries (const GenuBoundaryPlace *places,
                 guint                    n_items,
                 guint                   *out_order)
{
  guint n = 0;

  for (guint i = 0; i < n_items; i++)
    if (places[i].side == GENU_BOUNDARY_NONE && !places[i].left_out)
      {
        guint at = n++;
        guint key = places[i].number > 0 ? (guint) places[i].number : G_MAXUINT;

        while (at > 0)
          {
            int before = places[out_order[at - 1]].number;

            if ((before > 0 ? (guint) before : G_MAXUINT) <= key)
              break;
            out_order[at] = out_order[at - 1];
            at--;
          }
        out_order[at] = i;
      }
  return n;
}

/* Lays the entries out; returns the height. */
static double
lay_out (const GenuRect         *strip,
         double                  gap,
         gboolean                right_to_left,
         const GenuBoundaryItem *items,
         guint                   n_items,
         GenuBoundaryPlace      *places)
{
  g_autofree guint *order = g_new (guint, n_items + 1);
  guint n = collect_entries (places, n_items, order), n_columns;
  double cell = 1, row_height = 0, y = strip->y;

  for (guint i = 0; i < n; i++)
    cell = MAX (cell, items[order[i]].legend_width);
  n_columns = (guint) MAX (1, floor ((strip->width + gap) / (cell + gap)));

  for (guint i = 0; i < n; i++)
    {
      const GenuBoundaryItem *item = &items[order[i]];
      guint column = i % n_columns;
      double x = strip->x + column * (cell + gap);

      if (column == 0 && i > 0)
        {
          y += row_height + gap;
          row_height = 0;
        }
      if (right_to_left)
        x = 2 * strip->x + strip->width - x - item->legend_width;
      places[order[i]].rect = (GenuRect) { x, y, item->legend_width, item->legend_height };
      row_height = MAX (row_height, item->legend_height);
    }
  return y + row_height - strip->y;
}

/* Leaves out the least important entry, and closes the gap in the numbers. */
static void
leave_one_out (const GenuBoundaryItem *items,
               guint                   n_items,
               GenuBoundaryPlace      *places)
{
  g_autofree guint *order = g_new (guint, n_items + 1);
  guint n = collect_entries (places, n_items, order), worst = order[0];
  int number;

  for (guint i = 1; i < n; i++)
    if (items[order[i]].rank >= items[worst].rank)
      worst = order[i];
  number = places[worst].number;
  places[worst] = (GenuBoundaryPlace) { .left_out = TRUE };
  for (guint i = 0; i < n_items; i++)
    if (number > 0 && places[i].number > number)
      places[i].number--;
}

/**
 * genu_boundary_legend:
 * @strip: where the legend lies; its height is not used
 * @most: the most height that it may take
 * @gap: distance between entries
 * @right_to_left: whether rows are read from the right
 * @items: (array length=n_items): the labels
 * @n_items: how many
 * @places: (inout) (array length=n_items): as genu_boundary_place() left them; entries of the
 *   legend get their rectangles
 *
 * Where not all entries fit, in a window too small for its text, the least important are left out
 * and say so: part of the drawing must stay in sight.
 *
 * Returns: the height that the legend takes from @strip's top; 0 when it has no entry
 */
double
genu_boundary_legend (const GenuRect         *strip,
                      double                  most,
                      double                  gap,
                      gboolean                right_to_left,
                      const GenuBoundaryItem *items,
                      guint                   n_items,
                      GenuBoundaryPlace      *places)
{
  double height = lay_out (strip, gap, right_to_left, items, n_items, places);

  while (height > most)
    {
      leave_one_out (items, n_items, places);
      height = lay_out (strip, gap, right_to_left, items, n_items, places);
    }
  return height;
}
