/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-svg-document.h"

G_BEGIN_DECLS

/* The point about which an element's transform list turns, in its user units; FALSE when that is
 * 0 0 or not known. */
gboolean             genu_transform_origin_find          (const GenuSvgDocument *document,
                                                          const xmlNode         *element,
                                                          GenuPoint             *out_point);
const GenuAttribute *genu_transform_origin_get_attribute (void);

G_END_DECLS
