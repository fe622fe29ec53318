/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-xml.h"

G_BEGIN_DECLS

char          *genu_content_collapse       (const char     *text);
char          *genu_content_dup_text       (const xmlNode  *node);
const xmlNode *genu_content_find_child     (const xmlNode  *parent,
                                            const char     *ns,
                                            const char     *name);
char          *genu_content_dup_child_text (const xmlNode  *parent,
                                            const char     *ns,
                                            const char     *name);
char          *genu_content_dup_attribute  (const xmlNode  *node,
                                            const char     *name);
char         **genu_content_dup_names      (const xmlNode  *node,
                                            const char     *attribute,
                                            const char     *path,
                                            GenuReport     *report);

G_END_DECLS
