/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the handout: its pages, and what flows down them.  Lengths are points. */

#pragma once

#include "genu-handout.h"
#include "genu-leaflet.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define GENU_HANDOUT_MARGIN 54.0
#define GENU_HANDOUT_BOTTOM 62.0 /* margin below, with the footer in it */
#define GENU_HANDOUT_COLUMN (GENU_HANDOUT_PAGE_WIDTH - 2 * GENU_HANDOUT_MARGIN)
#define GENU_HANDOUT_LINE_SPACING 1.3f

#define GENU_HANDOUT_INK 0x1D2B3Au
#define GENU_HANDOUT_SOFT 0x51606Fu

typedef struct
{
  double      size;
  PangoWeight weight;
  double      before;
  double      after;
  double      indent;
  guint32     colour; /* 0xRRGGBB */
} GenuHandoutStyle;

/* Where the flow of blocks has come to. */
typedef struct
{
  const GenuHandout *handout;
  GPtrArray         *blocks;
  PangoContext      *context;
  GenuStage         *stage;
  cairo_surface_t   *surface; /* the PDF; NULL where pages are recorded */
  GPtrArray         *pages;   /* of cairo_surface_t, for a printer; NULL for the PDF */
  cairo_t           *cr;
  gboolean           rtl;
  gboolean           drawing; /* FALSE while pages are counted */
  guint              page;    /* from 1 */
  guint              n_pages;
  double             y;
} GenuHandoutFlow;

/* genu-handout-page.c */
void         genu_handout_set_colour    (cairo_t                *cr,
                                         guint32                 rgb);
PangoLayout *genu_handout_create_layout (GenuHandoutFlow        *flow,
                                         const GenuHandoutStyle *style,
                                         const char             *markup,
                                         double                  width);
double       genu_handout_get_height    (PangoLayout            *layout);
double       genu_handout_get_x         (const GenuHandoutFlow  *flow,
                                         double                  indent,
                                         double                  width);
void         genu_handout_begin_page    (GenuHandoutFlow        *flow);
void         genu_handout_end_page      (GenuHandoutFlow        *flow);
double       genu_handout_get_room      (const GenuHandoutFlow  *flow);
int          genu_handout_flow_lines    (GenuHandoutFlow        *flow,
                                         PangoLayout            *layout,
                                         double                  x,
                                         int                     first,
                                         guint32                 colour);

/* genu-handout-flow.c */
void         genu_handout_flow_block    (GenuHandoutFlow        *flow,
                                         guint                   index);
void         genu_handout_flow_imprint  (GenuHandoutFlow        *flow);

G_END_DECLS
