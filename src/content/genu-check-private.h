/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the passes of a check share. */

#pragma once

#include "genu-diagram.h"
#include "genu-pack.h"
#include "genu-xml.h"

G_BEGIN_DECLS

/* One run over a pack or a file.  Drawings are shared by topics and languages: each is checked
 * once. */
typedef struct
{
  GenuReport *report;    /* borrowed */
  GHashTable *diagrams;  /* path to GenuDiagram, NULL for one that cannot be read; owned */
  GPtrArray  *out_paths; /* gets the paths of those that can be read; borrowed, nullable */
} GenuChecker;

/* genu-check.c */
const GenuDiagram *genu_checker_get_diagram  (GenuChecker    *checker,
                                              const char     *path);
void               genu_check_unique         (const xmlNode  *root,
                                              const char     *ns,
                                              const char     *element,
                                              const char     *attribute,
                                              const char     *path,
                                              GenuReport     *report);

/* genu-topic-check.c */
void               genu_topic_check          (GenuChecker    *checker,
                                              GenuXmlDoc     *document,
                                              const char     *path,
                                              const GenuPack *pack,
                                              const char     *directory);

/* genu-chart-check.c */
void               genu_chart_check_place    (const GenuChart *chart,
                                              const GenuDiagramStep *step,
                                              const char     *path,
                                              GenuReport     *report);
void               genu_chart_check_scales   (const GenuTopic *topic,
                                              GenuReport     *report);

/* genu-diagram-check.c */
GenuDiagram       *genu_diagram_check        (const char     *path,
                                              GenuReport     *report);

/* genu-style-check.c */
void               genu_style_check          (const xmlNode  *element,
                                              const char     *path,
                                              GenuReport     *report);

G_END_DECLS
