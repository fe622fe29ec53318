/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the charts share.  Each kind of chart is one function that either draws or, without a cairo
 * context, only tells how much height it needs: so the two cannot disagree. */

#pragma once

#include "genu-chart.h"
#include "genu-limits.h"
#include "genu-stage-private.h"

G_BEGIN_DECLS

typedef struct
{
  GenuStage       *self;
  const GenuChart *chart;
  double           size; /* of the text, logical pixels */
  cairo_t         *cr;   /* NULL: only measure */
} GenuChartPen;

/* How sure it is that something belongs to the number; shape tells it as well as colour. */
typedef enum
{
  GENU_CHART_SURE, /* full */
  GENU_CHART_LESS, /* counted, but within the range: pale and striped */
  GENU_CHART_MORE, /* not counted, but within the range: dashed */
  GENU_CHART_REST, /* not counted: empty */
  GENU_CHART_BASE, /* what is under a number that comes on top: pale */
} GenuChartState;

typedef enum
{
  GENU_CHART_WARM,  /* people it happened to */
  GENU_CHART_COOL,  /* what comes on top: the treatment's own part */
  GENU_CHART_PLAIN, /* what happens anyway */
} GenuChartInk;

/* Height needed in @area, INFINITY when its words cannot be set in its width. */
typedef double (*GenuChartFunc) (const GenuChartPen *pen,
                                 const GenuRect     *area);

double       genu_stage_chart_people    (const GenuChartPen *pen,
                                         const GenuRect     *area);
double       genu_stage_chart_points    (const GenuChartPen *pen,
                                         const GenuRect     *area);
double       genu_stage_chart_years     (const GenuChartPen *pen,
                                         const GenuRect     *area);

/* genu-stage-chart-words.c */
char        *genu_chart_dup_value       (double              value);
char        *genu_chart_dup_row         (const GenuChart    *chart,
                                         const GenuChartNumber *number);
char        *genu_chart_dup_range       (const GenuChart    *chart,
                                         const GenuChartNumber *number);
char        *genu_chart_dup_rest        (const GenuChart    *chart,
                                         const GenuChartNumber *number);
char        *genu_chart_dup_each        (const GenuChart    *chart);
char        *genu_chart_dup_unit        (void);

/* genu-stage-chart-pen.c: lengths in logical pixels */
PangoLayout *genu_chart_create_words    (const GenuChartPen *pen,
                                         const char         *markup,
                                         double              scale,
                                         PangoWeight         weight,
                                         double              width);
gboolean     genu_chart_words_fit       (PangoLayout        *layout);
double       genu_chart_get_height      (PangoLayout        *layout);
double       genu_chart_get_width       (PangoLayout        *layout);
void         genu_chart_draw_words      (const GenuChartPen *pen,
                                         PangoLayout        *layout,
                                         double              x,
                                         double              y);
double       genu_chart_draw_caption    (const GenuChartPen *pen,
                                         const GenuRect     *area);
void         genu_chart_set_ink         (const GenuChartPen *pen);
void         genu_chart_paint           (const GenuChartPen *pen,
                                         GenuChartState      state,
                                         GenuChartInk        ink,
                                         double              line);

/* Hooks of the stage. */
void         genu_stage_place_charts    (GenuStage          *self);
void         genu_stage_draw_chart      (GenuStage          *self,
                                         cairo_t            *cr);

G_END_DECLS
