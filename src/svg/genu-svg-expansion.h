/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-svg-document.h"

G_BEGIN_DECLS

guint64  genu_svg_count_expanded (const GenuSvgDocument *self);
xmlNode *genu_svg_get_linked     (const GenuSvgDocument *self,
                                  const xmlNode         *element);

G_END_DECLS
