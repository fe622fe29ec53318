/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-geometry.h"

G_BEGIN_DECLS

/* Lengths along a path, accurate to 1e-4 user units. */
typedef struct _GenuPathMeasure GenuPathMeasure;

/* @pieces: of GenuPathPiece, from genu_path_normalize(). */
GenuPathMeasure *genu_path_measure_new           (const GArray          *pieces);
void             genu_path_measure_free          (GenuPathMeasure       *self);
double           genu_path_measure_get_length    (const GenuPathMeasure *self);
/* The point at a distance from the start, and the direction there in degrees.  At a corner the
 * direction is that of the way that leads to it. */
GenuPoint        genu_path_measure_get_point     (const GenuPathMeasure *self,
                                                  double                 distance,
                                                  double                *out_degrees);
/* The ends of the pieces, the first point included. */
guint            genu_path_measure_get_n_vertices (const GenuPathMeasure *self);
GenuPoint        genu_path_measure_get_vertex    (const GenuPathMeasure *self,
                                                  guint                  index,
                                                  double                *out_degrees);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuPathMeasure, genu_path_measure_free)

G_END_DECLS
