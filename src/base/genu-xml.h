/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libxml/tree.h>

#include "genu-report.h"

G_BEGIN_DECLS

/* libxml2 has no g_autoptr() support; the aliases keep us safe on the day it has. */
typedef xmlDoc  GenuXmlDoc;
typedef xmlChar GenuXmlString;

#define GENU_XMLNS_SVG "http://www.w3.org/2000/svg"
#define GENU_XMLNS_XLINK "http://www.w3.org/1999/xlink"
#define GENU_XMLNS_DIAGRAM "urn:genu:diagram:1"
#define GENU_XMLNS_TOPIC "urn:genu:topic:1"
#define GENU_XMLNS_PACK "urn:genu:pack:1"

GenuXmlDoc *genu_xml_parse_file  (const char *path,
                                  GenuReport *report);
GenuXmlDoc *genu_xml_parse_bytes (GBytes     *bytes,
                                  const char *name,
                                  GenuReport *report);
gboolean    genu_xml_validate    (GenuXmlDoc *document,
                                  GBytes     *grammar,
                                  const char *name,
                                  GenuReport *report);
int         genu_xml_get_line    (const xmlNode *node);
gboolean    genu_xml_is          (const xmlNode *node,
                                  const char    *ns,
                                  const char    *name);
char       *genu_xml_dup_attribute (const xmlNode *node,
                                    const char    *name);
char       *genu_xml_dup_attribute_ns (const xmlNode *node,
                                       const char    *name,
                                       const char    *ns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuXmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuXmlString, xmlFree)

G_END_DECLS
