/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-report.h"
#include "genu-topic.h"
#include "genu-xml.h"

G_BEGIN_DECLS

GenuParagraph *genu_paragraph_parse      (const xmlNode *node,
                                          gboolean       is_item,
                                          const char    *path,
                                          GenuReport    *report);
void           genu_paragraph_free       (GenuParagraph *self);
GPtrArray     *genu_paragraphs_parse     (const xmlNode *parent,
                                          const char    *path,
                                          GenuReport    *report);

G_END_DECLS
