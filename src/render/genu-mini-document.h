/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-scene.h"

G_BEGIN_DECLS

/* One layer as a small SVG document of its own: the root, the definitions it uses, the style
 * sheets, the ancestors' start tags and its items.  Most of the text never changes and is made
 * once; printing fills in the values of the moment. */
typedef struct _GenuMiniDocument GenuMiniDocument;

/* The layer as one document or, if it @may_be_cut and is long, in slices to be laid one over the
 * other in order.  Borrows scene and layer; they must outlive the result.
 * Returns: (transfer full): an array of GenuMiniDocument */
GPtrArray        *genu_mini_document_new_slices (GenuScene         *scene,
                                                 const GenuLayer   *layer,
                                                 gboolean           may_be_cut);
void              genu_mini_document_free  (GenuMiniDocument       *self);
/* The document now, for a surface of width x height pixels; @view maps root user units to its
 * pixels.  Values that are applied when composing are left out. */
GBytes           *genu_mini_document_print (const GenuMiniDocument *self,
                                            const GenuMatrix       *view,
                                            int                     width,
                                            int                     height);
/* A whole plain document (such as a baked one) under a view, by the same rules. */
GBytes           *genu_mini_document_wrap  (GenuXmlDoc             *document,
                                            const GenuRect         *view_box,
                                            const GenuMatrix       *view,
                                            int                     width,
                                            int                     height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuMiniDocument, genu_mini_document_free)

G_END_DECLS
