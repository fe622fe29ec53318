/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Genu adds to a standard SVG file, in <metadata> and its own namespace: steps on the
 * timeline, touchable parts with their anchors, camera rectangles, laterality, ground, scale bars.
 * It lives in the svg layer so that `content` (which checks a topic's references) and `scene`
 * (which plays the drawing) read it by the same code. */

#pragma once

#include "genu-geometry.h"
#include "genu-report.h"
#include "genu-xml.h"

G_BEGIN_DECLS

typedef struct
{
  char     *name;
  GenuPoint point; /* in the part's own user space, so that it moves with it */
} GenuDiagramAnchor;

/* How sure anyone is of what a part shows.  None of them: it is known. */
typedef enum
{
  GENU_DIAGRAM_SEEN_IN_DISHES  = 1 << 0, /* but not in people */
  GENU_DIAGRAM_SEEN_IN_ANIMALS = 1 << 1,
  GENU_DIAGRAM_HOPED           = 1 << 2, /* shown by nobody */
} GenuDiagramDoubt;

typedef struct
{
  char            *id;      /* of the element */
  GenuDiagramDoubt doubt;
  GArray          *anchors; /* of GenuDiagramAnchor */
  int              line;
} GenuDiagramPart;

typedef struct
{
  char    *id;
  gint64   begin;  /* microseconds on the document's timeline */
  gint64   end;    /* after begin */
  char   **focus;  /* ids of parts, NULL-terminated, never NULL */
  GenuRect camera; /* what must be visible, in root user units; the view box when not given */
  GenuRect chart;  /* room for a chart beside the camera; empty when there is none */
  int      line;
} GenuDiagramStep;

typedef struct
{
  double length; /* in the unit below; 0 when the drawing has no scale bar */
  char  *unit;   /* "mm", "um"; NULL when there is none */
} GenuDiagramScaleBar;

typedef enum
{
  GENU_LATERALITY_NONE,
  GENU_LATERALITY_RIGHT,
  GENU_LATERALITY_LEFT,
} GenuLaterality;

typedef struct
{
  gboolean            is_annotated; /* FALSE: a plain SVG file without genu:diagram */
  guint32             ground;       /* 0xRRGGBBAA */
  char               *unit;         /* what one user unit is; NULL when not said */
  GenuLaterality      laterality;
  double              max_scale;    /* default 2 */
  gboolean            loops;        /* runs on after its last step */
  GArray             *parts;        /* of GenuDiagramPart */
  GArray             *steps;        /* of GenuDiagramStep, in file order */
  GenuDiagramScaleBar scale_bar;
  char               *title;        /* the SVG <title>; NULL when there is none */
  char               *description;  /* the SVG <desc>; NULL when there is none */
} GenuDiagram;

GenuDiagram             *genu_diagram_new         (GenuXmlDoc        *document,
                                                   const GenuRect    *view_box,
                                                   const char        *name,
                                                   GenuReport        *report);
void                     genu_diagram_free        (GenuDiagram       *self);
const GenuDiagramStep   *genu_diagram_find_step   (const GenuDiagram *self,
                                                   const char        *id);
const GenuDiagramPart   *genu_diagram_find_part   (const GenuDiagram *self,
                                                   const char        *id);
const GenuDiagramAnchor *genu_diagram_find_anchor (const GenuDiagram *self,
                                                   const char        *part,
                                                   const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuDiagram, genu_diagram_free)

G_END_DECLS
