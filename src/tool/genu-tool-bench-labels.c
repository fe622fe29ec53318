/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What placing twenty labels costs: random anchors and sizes in a window's frame, each half of the
 * time with sides to keep.  The pure geometry alone; nothing is measured or drawn. */

#include "config.h"

#include "genu-boundary.h"
#include "genu-tool.h"

#include <time.h>

#define N_LABELS 20
#define N_ROUNDS 200

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
make_labels (GRand            *rand,
             int               width,
             int               height,
             GenuBoundaryItem *out_items)
{
  for (guint i = 0; i < N_LABELS; i++)
    {
      out_items[i] = (GenuBoundaryItem) {
        .width = width * g_rand_double_range (rand, 0.06, 0.2),
        .height = height * g_rand_double_range (rand, 0.04, 0.08),
        .anchor = { width * g_rand_double_range (rand, 0.28, 0.72),
                    height * g_rand_double_range (rand, 0.05, 0.95) },
        .rank = g_rand_int_range (rand, 1, 6),
        .prefer = g_rand_int_range (rand, GENU_BOUNDARY_NONE, GENU_BOUNDARY_END + 1),
      };
      out_items[i].legend_width = out_items[i].width;
      out_items[i].legend_height = out_items[i].height;
    }
}

/**
 * genu_tool_bench_labels:
 * @width: of the window, pixels
 * @height: of the window, pixels
 * @out_worst: (out): the longest of all placements, milliseconds of CPU
 *
 * Returns: how long the placement of twenty labels takes on average, milliseconds of CPU
 */
double
genu_tool_bench_labels (int     width,
                        int     height,
                        double *out_worst)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  double margin = 0.026 * MIN (width, height), all = 0;
  const GenuBoundaryFrame frame = {
    .area = { margin, margin, width - 2 * margin, height - 2 * margin },
    .inner = { 0.25 * width, margin, 0.5 * width, height - 2 * margin },
    .stub = 0.035 * height, .gap = 0.01 * height, .clearance = 0.015 * height,
    .badge = 0.022 * height,
  };

  *out_worst = 0;
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      GenuBoundaryItem items[N_LABELS];
      GenuBoundaryPlace places[N_LABELS];
      double start, taken;

      make_labels (rand, width, height, items);
      start = get_cpu_ms ();
      genu_boundary_place (&frame, items, N_LABELS, places);
      taken = get_cpu_ms () - start;
      all += taken;
      *out_worst = MAX (*out_worst, taken);
    }
  return all / N_ROUNDS;
}
