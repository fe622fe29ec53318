/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stroke of the doctor's pen.
 *
 * A hand trembles and a touch screen rounds: each point is drawn towards its neighbours (1 2 1)
 * when the next one comes, and the line runs through the points as a Catmull-Rom spline.  Both look
 * only at near neighbours, so that all but the last few points of a stroke are final while it is
 * drawn, and what is seen while drawing is what stays.
 *
 * Below the line lies a light halo: ink is told from the dark lines of a drawing, and from ink that
 * it crosses. */

#include "config.h"

#include "genu-ink-stroke.h"

#include "genu-limits.h"

#include <math.h>

#define HALO_ALPHA 0.8
#define HALO_WIDTH 2.2   /* of the line's width */
#define THINNEST_LINE 1.25 /* units of the surface: pixels of a window or of the stage on paper */

static const guint32 colours[GENU_INK_N_COLOURS] = {
  [GENU_INK_BLACK] = 0x10161D,
  [GENU_INK_BLUE] = 0x0047B8,
  [GENU_INK_RED] = 0xC94400,
  [GENU_INK_GREEN] = 0x007A52,
};

/**
 * genu_ink_stroke_new:
 * @colour: its colour
 * @width: of the line, in user units of the drawing
 *
 * Returns: (transfer full): a stroke without points
 */
GenuInkStroke *
genu_ink_stroke_new (GenuInkColour colour,
                     double        width)
{
  GenuInkStroke *self = g_rc_box_new0 (GenuInkStroke);

  self->points = g_array_new (FALSE, FALSE, sizeof (GenuPoint));
  self->colour = colour;
  self->width = width;

  return self;
}

/**
 * genu_ink_stroke_ref:
 * @self: a stroke
 *
 * Returns: (transfer full): the same
 */
GenuInkStroke *
genu_ink_stroke_ref (GenuInkStroke *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_array_unref (((GenuInkStroke *) data)->points);
}

/**
 * genu_ink_stroke_unref:
 * @self: (transfer full): a stroke
 */
void
genu_ink_stroke_unref (GenuInkStroke *self)
{
  g_rc_box_release_full (self, clear);
}

static GenuPoint
get_point (const GenuInkStroke *self,
           guint                index)
{
  return g_array_index (self->points, GenuPoint, MIN (index, self->points->len - 1));
}

/* Draws the last but one point towards its neighbours. */
static void
smooth (GenuInkStroke *self)
{
  guint n = self->points->len;
  GenuPoint before, *point, after;

  if (n < 3)
    return;

  before = get_point (self, n - 3);
  point = &g_array_index (self->points, GenuPoint, n - 2);
  after = get_point (self, n - 1);
  point->x = (before.x + 2 * point->x + after.x) / 4;
  point->y = (before.y + 2 * point->y + after.y) / 4;
}

/**
 * genu_ink_stroke_add_point:
 * @self: a stroke that is being drawn
 * @point: where the pen came to, in user units of the drawing
 *
 * Returns: whether it was taken; %FALSE when the stroke is as long as it may be
 */
gboolean
genu_ink_stroke_add_point (GenuInkStroke *self,
                           GenuPoint      point)
{
  if (self->points->len >= GENU_LIMIT_INK_POINTS || !isfinite (point.x) || !isfinite (point.y))
    return FALSE;

  g_array_append_val (self->points, point);
  smooth (self);
  return TRUE;
}

/* --- Nearness --- */

static double
cross (GenuPoint a,
       GenuPoint b,
       GenuPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
do_cross (GenuPoint a,
          GenuPoint b,
          GenuPoint c,
          GenuPoint d)
{
  return cross (a, b, c) * cross (a, b, d) < 0 && cross (c, d, a) * cross (c, d, b) < 0;
}

static double
distance_to_segment (GenuPoint p,
                     GenuPoint a,
                     GenuPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy, t = 0;

  if (length > 0)
    t = CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0, 1);
  return hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

static double
distance_of_segments (GenuPoint a,
                      GenuPoint b,
                      GenuPoint c,
                      GenuPoint d)
{
  if (do_cross (a, b, c, d))
    return 0;
  return MIN (MIN (distance_to_segment (a, c, d), distance_to_segment (b, c, d)),
              MIN (distance_to_segment (c, a, b), distance_to_segment (d, a, b)));
}

/**
 * genu_ink_stroke_is_near:
 * @self: a stroke
 * @from: where the eraser was
 * @to: where it is now, both in user units of the drawing
 * @radius: of the eraser, same unit
 *
 * Returns: whether the eraser touched the line on its way
 */
gboolean
genu_ink_stroke_is_near (const GenuInkStroke *self,
                         GenuPoint            from,
                         GenuPoint            to,
                         double               radius)
{
  double reach = radius + self->width / 2;

  for (guint i = 0; i < self->points->len; i++)
    if (distance_of_segments (from, to, get_point (self, i), get_point (self, i + 1)) <= reach)
      return TRUE;

  return FALSE;
}

/* --- Painting --- */

/**
 * genu_ink_colour_get_rgb:
 * @colour: a colour
 *
 * Returns: 0xRRGGBB
 */
guint32
genu_ink_colour_get_rgb (GenuInkColour colour)
{
  return colours[MIN ((guint) colour, GENU_INK_N_COLOURS - 1)];
}

static double
get_line_width (const GenuInkStroke *self,
                const GenuMatrix    *view)
{
  double scale = sqrt (fabs (view->a * view->d - view->b * view->c));

  return MAX (THINNEST_LINE, self->width * scale);
}

/* The spline's piece from a point to the next as a Bézier curve. */
static void
get_piece (const GenuInkStroke *self,
           const GenuMatrix    *view,
           guint                index,
           GenuPoint            curve[4])
{
  GenuPoint before = genu_matrix_map_point (view, get_point (self, index > 0 ? index - 1 : 0));
  GenuPoint from = genu_matrix_map_point (view, get_point (self, index));
  GenuPoint to = genu_matrix_map_point (view, get_point (self, index + 1));
  GenuPoint after = genu_matrix_map_point (view, get_point (self, index + 2));

  curve[0] = from;
  curve[1] = (GenuPoint) { from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6 };
  curve[2] = (GenuPoint) { to.x - (after.x - from.x) / 6, to.y - (after.y - from.y) / 6 };
  curve[3] = to;
}

/**
 * genu_ink_stroke_get_bounds:
 * @self: a stroke
 * @view: leads from user units of the drawing to those of the result
 * @first: the first point that counts
 * @last: the last one; more than there are is all of them
 *
 * Returns: what the painted part covers at most, halo included; empty without points
 */
GenuRect
genu_ink_stroke_get_bounds (const GenuInkStroke *self,
                            const GenuMatrix    *view,
                            guint                first,
                            guint                last)
{
  double reach = get_line_width (self, view) * HALO_WIDTH / 2 + 1;
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
  GenuPoint curve[4];

  if (self->points->len == 0)
    return (GenuRect) { 0 };

  last = MIN (last, self->points->len - 1);
  for (guint i = first; i < MAX (last, first + 1); i++)
    {
      get_piece (self, view, i, curve);
      for (guint k = 0; k < G_N_ELEMENTS (curve); k++)
        {
          left = MIN (left, curve[k].x);
          top = MIN (top, curve[k].y);
          right = MAX (right, curve[k].x);
          bottom = MAX (bottom, curve[k].y);
        }
    }

  return (GenuRect) { left - reach, top - reach, right - left + 2 * reach,
                      bottom - top + 2 * reach };
}

static void
stroke_path (const GenuInkStroke *self,
             cairo_t             *cr,
             const GenuMatrix    *view,
             guint                first,
             guint                last,
             double               width)
{
  GenuPoint start, curve[4];

  if (self->points->len == 0)
    return;

  last = MIN (last, self->points->len - 1);
  start = genu_matrix_map_point (view, get_point (self, first));
  cairo_new_path (cr);
  cairo_move_to (cr, start.x, start.y);
  for (guint i = first; i < last; i++)
    {
      get_piece (self, view, i, curve);
      cairo_curve_to (cr, curve[1].x, curve[1].y, curve[2].x, curve[2].y, curve[3].x, curve[3].y);
    }
  /* A tap is a dot. */
  if (last <= first)
    cairo_line_to (cr, start.x, start.y);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/**
 * genu_ink_stroke_draw_halo:
 * @self: a stroke
 * @cr: where to draw
 * @view: leads from user units of the drawing to those of @cr
 * @first: the first point of the part to draw
 * @last: its last point; %G_MAXUINT is the stroke's end
 *
 * Draws what lies below the line, so that it is seen on any ground.
 */
void
genu_ink_stroke_draw_halo (const GenuInkStroke *self,
                           cairo_t             *cr,
                           const GenuMatrix    *view,
                           guint                first,
                           guint                last)
{
  cairo_set_source_rgba (cr, 1, 1, 1, HALO_ALPHA);
  stroke_path (self, cr, view, first, last, get_line_width (self, view) * HALO_WIDTH);
}

/**
 * genu_ink_stroke_draw_line:
 * @self: a stroke
 * @cr: where to draw
 * @view: leads from user units of the drawing to those of @cr
 * @first: the first point of the part to draw
 * @last: its last point; %G_MAXUINT is the stroke's end
 *
 * Draws the line without its halo.
 */
void
genu_ink_stroke_draw_line (const GenuInkStroke *self,
                           cairo_t             *cr,
                           const GenuMatrix    *view,
                           guint                first,
                           guint                last)
{
  guint32 rgb = genu_ink_colour_get_rgb (self->colour);

  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
  stroke_path (self, cr, view, first, last, get_line_width (self, view));
}

/**
 * genu_ink_stroke_draw:
 * @self: a stroke
 * @cr: where to draw
 * @view: leads from user units of the drawing to those of @cr
 *
 * Draws all of it.
 */
void
genu_ink_stroke_draw (const GenuInkStroke *self,
                      cairo_t             *cr,
                      const GenuMatrix    *view)
{
  genu_ink_stroke_draw_halo (self, cr, view, 0, G_MAXUINT);
  genu_ink_stroke_draw_line (self, cr, view, 0, G_MAXUINT);
}
