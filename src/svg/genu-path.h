/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "genu-geometry.h"

G_BEGIN_DECLS

/* One segment of path data as it was written (SVG 2 section 9.3). */
typedef struct
{
  char   command;   /* one of MmLlHhVvCcSsQqTtAaZz */
  double values[7]; /* as many as the command takes, in its order */
} GenuPathSegment;

/* One segment made absolute and reduced to M, L, C, Z (quadratics and arcs become cubics). */
typedef struct
{
  char      command;
  GenuPoint points[3]; /* M, L: points[0]; C: two control points and the end */
} GenuPathPiece;

/* Both return a GArray, freed with g_array_unref(); for an error in the data, the segments before
 * it (the specification renders those) and out_complete = FALSE. */
GArray *genu_path_parse     (const char   *text,
                             gboolean     *out_complete);
GArray *genu_path_normalize (const GArray *segments);
char   *genu_path_to_string (const GArray *segments);
int     genu_path_n_values  (char          command);

G_END_DECLS
