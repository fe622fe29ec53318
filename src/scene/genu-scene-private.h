/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-layer.h"
#include "genu-references.h"
#include "genu-scene.h"

G_BEGIN_DECLS

struct _GenuScene
{
  guint            ref_count;
  GenuSvgDocument *document;
  GenuTimeline    *timeline;
  GenuDiagram     *diagram;
  GenuReferences  *references;
  GenuRect         view_box;
  GPtrArray       *layers;    /* of GenuLayer, bottom first */
  GHashTable      *part_ids;  /* id → id of touchable parts, borrowed from diagram */
  GHashTable      *outlines;  /* element → the outline of its path and what that was read from */
  gboolean         mirrored;
};

/* genu-split.c: fills layers.  FALSE with an error in report when a limit is crossed. */
gboolean   genu_scene_split                (GenuScene        *self,
                                            GenuReport       *report);
void       genu_layer_free                 (GenuLayer        *layer);

/* genu-scene-parts.c: the <clipPath> that clips an element in its own user space; NULL for none. */
const xmlNode *genu_scene_get_clip         (GenuScene        *self,
                                            const xmlNode    *element);

G_END_DECLS
