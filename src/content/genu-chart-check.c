/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts beyond their own numbers: the drawing keeps room for them, and one topic has one
 * denominator. */

#include "config.h"

#include "genu-check-private.h"

/**
 * genu_chart_check_place:
 * @chart: the chart of a topic's step
 * @step: (nullable): that step of its drawing
 * @path: the topic's file
 * @report: gets `chart-place`
 */
void
genu_chart_check_place (const GenuChart       *chart,
                        const GenuDiagramStep *step,
                        const char            *path,
                        GenuReport            *report)
{
  if (step != NULL && genu_rect_is_empty (&step->chart))
    genu_report_add (report, GENU_SEVERITY_ERROR, path, chart->line, "chart-place",
                     "step \"%s\" of the drawing keeps no room for a chart", step->id);
}

/**
 * genu_chart_check_scales:
 * @topic: a topic
 * @report: gets `chart-denominator`
 */
void
genu_chart_check_scales (const GenuTopic *topic,
                         GenuReport      *report)
{
  const GenuChart *first = NULL;

  for (guint i = 0; i < topic->steps->len; i++)
    {
      const GenuChart *chart = ((GenuStep *) g_ptr_array_index (topic->steps, i))->chart;

      if (chart == NULL || chart->kind != GENU_CHART_KIND_POINTS)
        continue;
      if (first == NULL)
        first = chart;
      else if (chart->of != first->of)
        genu_report_add (report, GENU_SEVERITY_ERROR, topic->path, chart->line,
                         "chart-denominator", "points of %g here and of %g on line %d", chart->of,
                         first->of, first->line);
    }
}
