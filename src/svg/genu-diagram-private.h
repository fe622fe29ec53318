/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the reading of <genu:diagram>; genu-diagram-values.c reads single attributes. */

#pragma once

#include "genu-diagram.h"

G_BEGIN_DECLS

/* What each function of the reader needs; all borrowed. */
typedef struct
{
  GenuDiagram *diagram;
  GHashTable  *element_ids; /* set of xmlChar *, ids of the document's elements */
  GHashTable  *part_ids;    /* set of parts read so far, owned by the diagram */
  GHashTable  *step_ids;    /* the same of steps */
  GenuRect     view_box;
  const char  *name;
  GenuReport  *report;
} GenuDiagramReader;

/* What is wrong with an element, and which rule it breaks: printf format and arguments. */
#define complain(reader, node, rule, ...) \
  genu_report_add ((reader)->report, GENU_SEVERITY_ERROR, (reader)->name, \
                   genu_xml_get_line (node), rule, __VA_ARGS__)

gboolean genu_diagram_parse_number (const char        *text,
                                    double            *out_number);
gboolean genu_diagram_parse_ground (const char        *text,
                                    guint32           *out_color);
gboolean genu_diagram_read_number  (GenuDiagramReader *reader,
                                    const xmlNode     *node,
                                    const char        *attribute,
                                    double            *out_number);
gboolean genu_diagram_read_time    (GenuDiagramReader *reader,
                                    const xmlNode     *node,
                                    const char        *attribute,
                                    gint64            *out_time);
char   **genu_diagram_read_names   (GenuDiagramReader *reader,
                                    const xmlNode     *node,
                                    const char        *attribute);
guint    genu_diagram_read_keyword (GenuDiagramReader *reader,
                                    const xmlNode     *node,
                                    const char        *attribute,
                                    const char *const *keywords);
GenuRect genu_diagram_read_rect    (GenuDiagramReader *reader,
                                    const xmlNode     *node,
                                    const char        *name,
                                    GenuRect           missing);

G_END_DECLS
