/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-diagram.h"
#include "genu-layer.h"
#include "genu-references.h"
#include "genu-svg-document.h"
#include "genu-timeline.h"

G_BEGIN_DECLS

/* A drawing ready to be played: document, timeline, diagram metadata, and its split into layers
 * (genu-layer.h).  Reference counted; main thread only. */
typedef struct _GenuScene GenuScene;

/* NULL with an error in @report when a limit is crossed.  What is legal but cannot be drawn as
 * meant (an animated element below a mask …) becomes a warning. */
GenuScene         *genu_scene_new           (GenuSvgDocument   *document,
                                             GenuReport        *report);
GenuScene         *genu_scene_new_from_file (const char        *path,
                                             GenuReport        *report);
GenuScene         *genu_scene_ref           (GenuScene         *self);
void               genu_scene_unref         (GenuScene         *self);
/* What the scene is made of.  (transfer none) */
GenuSvgDocument   *genu_scene_get_document  (const GenuScene   *self);
GenuTimeline      *genu_scene_get_timeline  (const GenuScene   *self);
const GenuDiagram *genu_scene_get_diagram   (const GenuScene   *self);
GenuRect           genu_scene_get_view_box  (const GenuScene   *self);

/* The current time's position of an anchor, in root user units.  FALSE when there is no such anchor
 * or its part is not visible now. */
gboolean           genu_scene_get_anchor    (GenuScene         *self,
                                             const char        *part,
                                             const char        *anchor,
                                             GenuPoint         *out_point);
/* The topmost visible part under a point of root user space, NULL when none.  (transfer none) */
const char        *genu_scene_hit           (GenuScene         *self,
                                             GenuPoint          point);
/* Bounds of a part now, in root user units. */
gboolean           genu_scene_get_part_bounds (GenuScene       *self,
                                             const char        *part,
                                             GenuRect          *out_bounds);
/* Appends the bounds of each visible child of a part (GenuRect, root user units): a part that is
 * many things covers less than its bounds. */
void               genu_scene_add_part_boxes (GenuScene        *self,
                                             const char        *part,
                                             GArray            *boxes);

/* Whether the view mirrors the drawing: groups marked mirror="no" are then turned back.  The
 * picture keeps this in step with its view. */
void               genu_scene_set_mirrored  (GenuScene         *self,
                                             gboolean           mirrored);
gboolean           genu_scene_get_mirrored  (const GenuScene   *self);

/* The layers, bottom first, and where each is now. */
guint              genu_scene_get_n_layers  (const GenuScene   *self);
const GenuLayer   *genu_scene_get_layer     (const GenuScene   *self,
                                             guint              index);
GenuLayerPlace     genu_scene_get_place     (GenuScene         *self,
                                             const GenuLayer   *layer);
gboolean           genu_scene_get_layer_extents (GenuScene     *self,
                                             const GenuLayer   *layer,
                                             const GenuLayerPlace *place,
                                             GenuRect          *out_extents);
/* The transform of an element now, and of all from its own user space to root user units. */
GenuMatrix         genu_scene_get_element_matrix (GenuScene    *self,
                                             const xmlNode     *element);
GenuMatrix         genu_scene_get_ctm       (GenuScene         *self,
                                             const xmlNode     *element);
GenuReferences    *genu_scene_get_references (const GenuScene  *self);

/* The matrix from root user units to a window of width x height pixels that shows all of @camera,
 * centred, as large as fits in @inner (a sub-rectangle of the window, in pixels); mirrored about
 * the camera's centre line when @mirror. */
GenuMatrix         genu_scene_fit_camera    (const GenuRect    *camera,
                                             const GenuRect    *inner,
                                             gboolean           mirror);
/* Camera between two rectangles (linear centre, geometric size), fraction eased by the caller. */
GenuRect           genu_scene_mix_cameras   (const GenuRect    *from,
                                             const GenuRect    *to,
                                             double             fraction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuScene, genu_scene_unref)

G_END_DECLS
