/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-mini-document.h"

G_BEGIN_DECLS

/* Takes @items, some or all of the layer's. */
GenuMiniDocument *genu_mini_document_new        (GenuScene       *scene,
                                                 const GenuLayer *layer,
                                                 GPtrArray       *items);
/* What librsvg never draws, and style sheets, which are printed first. */
gboolean          genu_mini_document_leaves_out (const xmlNode   *node);

G_END_DECLS
