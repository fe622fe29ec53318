/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scale bar: a round length in the drawing's unit, in a lower corner that no label uses. */

#include "config.h"

#include "genu-stage-private.h"

#include <math.h>

#define LEAST_SHARE 0.04   /* of the width: a shorter or longer bar takes another round length */
#define MOST_SHARE 0.26

/* Units of length in millimetres; 0 when unknown. */
static double
get_millimetres (const char *unit)
{
  if (g_strcmp0 (unit, "mm") == 0)
    return 1;
  if (g_strcmp0 (unit, "um") == 0 || g_strcmp0 (unit, "µm") == 0)
    return 0.001;
  if (g_strcmp0 (unit, "nm") == 0)
    return 0.000001;
  if (g_strcmp0 (unit, "cm") == 0)
    return 10;
  return 0;
}

/* The largest of 1, 2, 5 times a power of ten that is not above a length. */
static double
round_down (double length)
{
  double power = pow (10, floor (log10 (length)));
  double lead = length / power;

  return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

static char *
dup_length (double      length,
            const char *unit)
{
  return g_strdup_printf ("%g %s", length, g_strcmp0 (unit, "um") == 0 ? "µm" : unit);
}

/* Length of the bar in pixels, with its words; FALSE when the drawing asks for none. */
static gboolean
choose_length (GenuStage           *self,
               const GenuStagePlan *plan,
               double              *out_pixels,
               char               **out_text)
{
  const GenuDiagram *diagram = genu_scene_get_diagram (plan->slot->scene);
  double length = diagram->scale_bar.length, per_unit;
  double bar = get_millimetres (diagram->scale_bar.unit), drawn = get_millimetres (diagram->unit);

  if (!(length > 0) || bar <= 0 || drawn <= 0)
    return FALSE;

  per_unit = bar / drawn * fabs (plan->view.d) * self->zoom;
  if (length * per_unit < LEAST_SHARE * self->width || length * per_unit > MOST_SHARE * self->width)
    length = round_down (MOST_SHARE * self->width / per_unit);
  *out_pixels = length * per_unit;
  *out_text = dup_length (length, diagram->scale_bar.unit);
  return isfinite (*out_pixels) && *out_pixels >= 1;
}

/* The bar's place in the left corner, where every step of a topic has it if it can; FALSE when the
 * drawing asks for none.  @out_pixels: how long it is, which may be less than its words take. */
static gboolean
get_corner (GenuStage           *self,
            const GenuStagePlan *plan,
            GenuRect            *out_rect,
            double              *out_pixels,
            char               **out_text)
{
  double margin = genu_stage_get_margin (self);
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;

  if (!choose_length (self, plan, out_pixels, out_text))
    return FALSE;

  layout = genu_stage_create_small_layout (self, *out_text);
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  out_rect->width = MAX (*out_pixels, logical.width);
  out_rect->height = logical.height + round (0.35 * genu_stage_get_text_size (self));
  out_rect->x = margin;
  out_rect->y = self->height - margin - out_rect->height;
  return TRUE;
}

/**
 * genu_stage_get_scale_bar_corner:
 * @self: a stage
 * @plan: one of its steps, with its view
 * @out_rect: (out): what labels leave free for the scale bar, in logical pixels
 *
 * Returns: whether the step shows a scale bar
 */
gboolean
genu_stage_get_scale_bar_corner (GenuStage           *self,
                                 const GenuStagePlan *plan,
                                 GenuRect            *out_rect)
{
  g_autofree char *text = NULL;
  double pixels;

  return get_corner (self, plan, out_rect, &pixels, &text);
}

/**
 * genu_stage_get_scale_bar:
 * @self: a stage
 * @out_rect: (out): the bar with its words, in logical pixels; the bar is as long as it is wide
 * @out_text: (out) (transfer full): its words
 *
 * Returns: whether the present step shows one
 */
gboolean
genu_stage_get_scale_bar (GenuStage *self,
                          GenuRect  *out_rect,
                          char     **out_text)
{
  const GenuStagePlan *plan = genu_stage_get_plan (self);
  g_autofree char *text = NULL;
  GenuRect rect;
  double pixels;

  if (plan == NULL || plan->slot->scene == NULL
      || !get_corner (self, plan, &rect, &pixels, &text))
    return FALSE;

  if (genu_stage_meets_words (self, &rect))
    rect.x = self->width - rect.x - rect.width;
  if (genu_stage_meets_words (self, &rect))
    return FALSE;
  rect.width = pixels;
  *out_rect = rect;
  *out_text = g_steal_pointer (&text);
  return TRUE;
}

static void
trace_bar (cairo_t        *cr,
           const GenuRect *rect,
           double          tick)
{
  double y = rect->y + rect->height - tick / 2;

  cairo_move_to (cr, rect->x, y - tick / 2);
  cairo_line_to (cr, rect->x, y + tick / 2);
  cairo_move_to (cr, rect->x, y);
  cairo_line_to (cr, rect->x + rect->width, y);
  cairo_move_to (cr, rect->x + rect->width, y - tick / 2);
  cairo_line_to (cr, rect->x + rect->width, y + tick / 2);
}

void
genu_stage_draw_scale_bar (GenuStage *self,
                           cairo_t   *cr)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double size = genu_stage_get_text_size (self);
  guint32 ground = genu_stage_get_ground (self);
  GenuRect rect;

  if (!genu_stage_get_scale_bar (self, &rect, &text))
    return;

  layout = genu_stage_create_small_layout (self, text);
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  trace_bar (cr, &rect, 0.3 * size);
  cairo_move_to (cr, rect.x, rect.y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgb (cr, (ground >> 24) / 255.0, ((ground >> 16) & 0xff) / 255.0,
                        ((ground >> 8) & 0xff) / 255.0);
  cairo_set_line_width (cr, 0.26 * size);
  cairo_stroke (cr);

  genu_stage_set_ink (cr);
  trace_bar (cr, &rect, 0.3 * size);
  cairo_set_line_width (cr, 0.08 * size);
  cairo_stroke (cr);
  cairo_move_to (cr, rect.x, rect.y);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}
