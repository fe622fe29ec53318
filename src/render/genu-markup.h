/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-xml.h"

G_BEGIN_DECLS

void genu_markup_append_escaped    (GString    *text,
                                    const char *value);
void genu_markup_append_name       (GString       *text,
                                    const xmlNs   *ns,
                                    const xmlChar *name);
void genu_markup_append_attribute  (GString       *text,
                                    const xmlAttr *attr);
void genu_markup_append_namespaces (GString       *text,
                                    const xmlNode *element);
/* The start tag without its ">". */
void genu_markup_append_start_tag  (GString       *text,
                                    const xmlNode *element,
                                    gboolean       with_id);
void genu_markup_append_end_tag    (GString       *text,
                                    const xmlNode *element);

G_END_DECLS
