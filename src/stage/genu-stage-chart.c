/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart of a step and its place.  The drawing's step keeps room for it on one side of the
 * camera.  A wide window is shared in the same way, the picture on its side and the chart on the
 * other; in an upright one the chart lies below the picture.  Text keeps its size: where it finds
 * no room the picture gives way, in a few stages, until the chart has the whole window.  Only a
 * window smaller than any that the program is made for gets smaller text.  A step with a chart has
 * no labels, so the two cannot meet. */

#include "config.h"

#include "genu-stage-chart.h"

#include "genu-stage-chart-private.h"

#include <math.h>

#define MARGIN_SHARE 0.035 /* of the smaller side, around a chart */
#define UPRIGHT 0.85       /* width / height below which the chart lies below the picture */
#define MOST_SHARE 0.72    /* of the window that a chart takes before it takes all of it */
#define SHARE_STEP 0.07
#define LEAST_TEXT 0.3     /* of the size that text should have */
#define SHRINK 0.9

static GenuChartFunc
get_function (const GenuChart *chart)
{
  switch (chart->kind)
    {
    case GENU_CHART_KIND_POINTS:
      return genu_stage_chart_points;
    case GENU_CHART_KIND_YEARS:
      return genu_stage_chart_years;
    case GENU_CHART_KIND_PEOPLE:
    default:
      return genu_stage_chart_people;
    }
}

static gboolean
fits (GenuStage           *self,
      const GenuStagePlan *plan,
      const GenuRect      *area,
      double               size)
{
  GenuChartPen pen = { self, plan->chart, size, NULL };

  return get_function (plan->chart) (&pen, area) <= area->height;
}

/* Cuts a window in two: @share of it is the chart's. */
static void
cut_window (const GenuStage     *self,
            const GenuStagePlan *plan,
            double               share,
            GenuRect            *out_picture,
            GenuRect            *out_chart)
{
  double width = self->width, height = self->height;
  gboolean right = plan->step->chart.x > plan->step->camera.x;

  if (genu_stage_is_mirrored (self, plan))
    right = !right;
  if (width < UPRIGHT * height)
    {
      *out_chart = (GenuRect) { 0, height * (1 - share), width, height * share };
      *out_picture = (GenuRect) { 0, 0, width, height * (1 - share) };
      return;
    }
  *out_chart = (GenuRect) { right ? width * (1 - share) : 0, 0, width * share, height };
  *out_picture = (GenuRect) { right ? 0 : width * share, 0, width * (1 - share), height };
}

static GenuRect
inset (const GenuStage *self,
       const GenuRect  *rect)
{
  double margin = round (MAX (6, MARGIN_SHARE * MIN (self->width, self->height)));

  return (GenuRect) { round (rect->x + margin), round (rect->y + margin),
                      MAX (1, floor (rect->width - 2 * margin)),
                      MAX (1, floor (rect->height - 2 * margin)) };
}

/* TRUE when the chart finds room in its share. */
static gboolean
try_share (GenuStage     *self,
           GenuStagePlan *plan,
           double         share)
{
  GenuRect picture, chart;

  cut_window (self, plan, share, &picture, &chart);
  plan->chart_rect = inset (self, &chart);
  plan->view = genu_scene_fit_camera (&plan->camera, &picture, genu_stage_is_mirrored (self, plan));
  return fits (self, plan, &plan->chart_rect, plan->chart_size);
}

static void
place_chart (GenuStage     *self,
             GenuStagePlan *plan)
{
  const GenuDiagramStep *step = plan->step;
  double share = step->chart.width / (step->chart.width + step->camera.width);
  GenuRect window = { 0, 0, self->width, self->height };

  plan->chart_size = genu_stage_get_text_size (self);
  plan->chart_alone = FALSE;
  for (share = MIN (share, MOST_SHARE); share < MOST_SHARE; share += SHARE_STEP)
    if (try_share (self, plan, share))
      return;
  if (try_share (self, plan, MOST_SHARE))
    return;

  plan->chart_alone = TRUE;
  plan->chart_rect = inset (self, &window);
  while (!fits (self, plan, &plan->chart_rect, plan->chart_size)
         && plan->chart_size > LEAST_TEXT * genu_stage_get_text_size (self))
    plan->chart_size *= SHRINK;
}

/**
 * genu_stage_place_charts:
 * @self: a stage with a topic and a size
 *
 * Brings views and places of all steps with a chart up to date.
 */
void
genu_stage_place_charts (GenuStage *self)
{
  for (guint i = 0; i < self->plans->len; i++)
    {
      GenuStagePlan *plan = g_ptr_array_index (self->plans, i);

      if (plan->chart != NULL && plan->step != NULL)
        place_chart (self, plan);
    }
}

gboolean
genu_stage_get_chart (GenuStage *self,
                      GenuRect  *out_rect)
{
  const GenuStagePlan *plan = genu_stage_get_plan (self);

  if (plan == NULL || plan->chart == NULL || plan->step == NULL)
    return FALSE;
  *out_rect = plan->chart_rect;
  return TRUE;
}

char *
genu_stage_dup_chart_text (GenuStage *self)
{
  const GenuStep *step;

  if (self->topic == NULL || self->step >= self->topic->steps->len)
    return NULL;
  step = g_ptr_array_index (self->topic->steps, self->step);
  return step->chart != NULL ? genu_chart_dup_words (step->chart) : NULL;
}

/* A chart that has the window for itself stands on plain ground. */
static void
draw_ground (GenuStage *self,
             cairo_t   *cr)
{
  guint32 ground = genu_stage_get_ground (self);

  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_set_source_rgb (cr, (ground >> 24) / 255.0, ((ground >> 16) & 0xff) / 255.0,
                        ((ground >> 8) & 0xff) / 255.0);
  cairo_fill (cr);
}

/**
 * genu_stage_draw_chart:
 * @self: a stage
 * @cr: where to draw, in logical pixels
 *
 * Draws the chart of the present step, if it has one, magnified as the picture is.
 */
void
genu_stage_draw_chart (GenuStage *self,
                       cairo_t   *cr)
{
  const GenuStagePlan *plan = genu_stage_get_plan (self);
  GenuMatrix zoom;
  cairo_matrix_t matrix;
  GenuRect area;

  if (!genu_stage_get_chart (self, &area))
    return;

  cairo_save (cr);
  if (plan->chart_alone)
    draw_ground (self, cr);
  zoom = genu_stage_zoom_matrix (self, &GENU_MATRIX_IDENTITY);
  cairo_matrix_init (&matrix, zoom.a, zoom.b, zoom.c, zoom.d, zoom.e, zoom.f);
  cairo_transform (cr, &matrix);
  get_function (plan->chart) (&(GenuChartPen) { self, plan->chart, plan->chart_size, cr }, &area);
  cairo_restore (cr);
}
