/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-svg-document.h"
#include "genu-timeline.h"

G_BEGIN_DECLS

/* Which elements an element refers to (url(#…) in paints, clips, masks, filters and markers; href
 * of use, gradients and patterns), whether an animation writes the reference or the author. */
typedef struct _GenuReferences GenuReferences;

GenuReferences  *genu_references_new          (GenuSvgDocument *document);
void             genu_references_free         (GenuReferences  *self);
/* Of the element alone, not of its descendants.  (transfer none) (element-type xmlNode) */
const GPtrArray *genu_references_get          (GenuReferences  *self,
                                               const xmlNode   *element);
/* Every element outside @element that it or its descendants need, transitively, in document order
 * (transfer container). */
GPtrArray       *genu_references_dup_closure  (GenuReferences  *self,
                                               GPtrArray       *elements);
/* All <style> elements.  (transfer none) (element-type xmlNode) */
const GPtrArray *genu_references_get_styles   (const GenuReferences *self);
/* The author's sheets choose by place among siblings or by pseudo-class, so that an element cut out
 * of its surroundings may look different. */
gboolean         genu_references_has_structural_style (const GenuReferences *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuReferences, genu_references_free)

G_END_DECLS
