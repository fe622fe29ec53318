/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where elements lie, from their attributes alone: no drawing is done.  The bounds are safe (never
 * smaller than the ink, at times larger), which is what cutting a picture to size needs; a shape
 * whose bounds are not known this way says so. */

#pragma once

#include "genu-path.h"
#include "genu-scene.h"

G_BEGIN_DECLS

/* The present outline of a basic shape in its own user space: a GArray of GenuPathPiece, freed with
 * g_array_unref(), or NULL when the element is not a shape. */
GArray   *genu_shape_dup_outline (GenuScene        *scene,
                                  const xmlNode    *element);
/* Whether a point (of the outline's space) is inside by the non-zero rule. */
gboolean  genu_shape_contains    (const GArray     *outline,
                                  GenuPoint         point);
/* Safe bounds of all that @element and its descendants paint now, under @matrix (from the
 * element's parent's space).  FALSE when they are not known: take everything. */
gboolean  genu_shape_get_extents (GenuScene        *scene,
                                  const xmlNode    *element,
                                  const GenuMatrix *matrix,
                                  GenuRect         *out_extents);
/* Bounds of the geometry without strokes and filters: what a reader takes for the part. */
gboolean  genu_shape_get_bounds  (GenuScene        *scene,
                                  const xmlNode    *element,
                                  const GenuMatrix *matrix,
                                  GenuRect         *out_bounds);
/* A number or length of an element now, 0 when it has none. */
double    genu_shape_get_number  (GenuScene        *scene,
                                  const xmlNode    *element,
                                  const char       *name);
/* A property or attribute now as text, "" when it has none.  (transfer full) */
char     *genu_shape_dup_text    (GenuScene        *scene,
                                  const xmlNode    *element,
                                  const char       *name);

G_END_DECLS
