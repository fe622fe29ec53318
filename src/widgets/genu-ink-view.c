/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The overlay of a drawing on which one draws by hand.  It turns the hand's pixels into the
 * drawing's own units by the view that the stage shows just then, so that ink drawn while zoomed is
 * as fine as it looked and stays in its place.  Gestures are in genu-ink-view-gestures.c. */

#include "config.h"

#include "genu-ink-view-private.h"

#include <math.h>

/* Of the widget's shorter side: a line seen from two metres, an eraser as wide as a finger. */
#define PEN_WIDTH 0.0055
#define THINNEST_PEN 3.0 /* pixels */
#define ERASER_RADIUS 0.02
#define SMALLEST_ERASER 12.0

/* Nearer points than this say nothing new, in pixels. */
#define SHORTEST_MOVE 1.5

enum
{
  CHANGED,
  BEGAN,
  FULL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuInkView, genu_ink_view, GTK_TYPE_WIDGET)

static void
queue_draw (GenuInkView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

static void
changed (GenuInkView *self)
{
  queue_draw (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
paint (GtkWidget   *widget,
       GtkSnapshot *snapshot)
{
  GenuInkView *self = GENU_INK_VIEW (widget);
  GenuMatrix view;

  if (self->sheet == NULL
      || !genu_stage_get_view (genu_diagram_view_get_stage (self->view), &view))
    return;

  genu_ink_nodes_append (self->nodes, snapshot, genu_ink_sheet_get_strokes (self->sheet),
                         self->live, &view);
}

/* --- The hand --- */

static double
get_shorter_side (GenuInkView *self)
{
  return MIN (gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

/* The point in the drawing's units, and how many of those a pixel has.  FALSE without a drawing. */
static gboolean
to_drawing (GenuInkView *self,
            double       x,
            double       y,
            GenuPoint   *out_point,
            double      *out_pixel)
{
  GenuMatrix view, inverse;

  if (!genu_stage_get_view (genu_diagram_view_get_stage (self->view), &view)
      || !genu_matrix_invert (&view, &inverse))
    return FALSE;

  *out_point = genu_matrix_map_point (&inverse, (GenuPoint) { x, y });
  *out_pixel = sqrt (fabs (inverse.a * inverse.d - inverse.b * inverse.c));
  return TRUE;
}

static void
erase_to (GenuInkView *self,
          double       x,
          double       y)
{
  GenuPoint from, to;
  double pixel, radius = MAX (SMALLEST_ERASER, ERASER_RADIUS * get_shorter_side (self));

  if (!to_drawing (self, self->x, self->y, &from, &pixel)
      || !to_drawing (self, x, y, &to, &pixel))
    return;

  if (genu_ink_sheet_erase (self->sheet, from, to, radius * pixel, self->erased) > 0)
    {
      self->erased = TRUE;
      changed (self);
    }
}

static void
begin_stroke (GenuInkView *self,
              double       x,
              double       y)
{
  GenuPoint point;
  double pixel, width = MAX (THINNEST_PEN, PEN_WIDTH * get_shorter_side (self));

  if (genu_ink_sheet_is_full (self->sheet))
    {
      g_signal_emit (self, signals[FULL], 0);
      return;
    }
  if (!to_drawing (self, x, y, &point, &pixel))
    return;

  self->live = genu_ink_stroke_new (self->colour, width * pixel);
  genu_ink_stroke_add_point (self->live, point);
  queue_draw (self);
}

static void
end_stroke (GenuInkView *self)
{
  g_autoptr(GenuInkStroke) stroke = g_steal_pointer (&self->live);

  if (stroke != NULL && genu_ink_sheet_add (self->sheet, stroke))
    changed (self);
}

/* A stroke that is as long as it may be goes on as another one. */
static void
draw_to (GenuInkView *self,
         double       x,
         double       y)
{
  GenuPoint point;
  double pixel;

  if (self->live == NULL || !to_drawing (self, x, y, &point, &pixel))
    return;

  if (!genu_ink_stroke_add_point (self->live, point))
    {
      end_stroke (self);
      begin_stroke (self, self->x, self->y);
      if (self->live != NULL)
        genu_ink_stroke_add_point (self->live, point);
    }
  queue_draw (self);
}

/**
 * genu_ink_view_put_down:
 * @self: an ink view
 * @tool: what touches the drawing; the eraser's end of a pen erases whatever is chosen
 * @x: where, in the widget's pixels
 * @y: same
 */
void
genu_ink_view_put_down (GenuInkView *self,
                        GenuInkTool  tool,
                        double       x,
                        double       y)
{
  g_return_if_fail (GENU_IS_INK_VIEW (self));

  genu_ink_view_cancel (self);
  if (self->sheet == NULL || tool == GENU_INK_TOOL_NONE)
    return;

  g_signal_emit (self, signals[BEGAN], 0);
  self->down = tool;
  self->erased = FALSE;
  self->x = x;
  self->y = y;
  if (tool == GENU_INK_TOOL_PEN)
    begin_stroke (self, x, y);
  else
    erase_to (self, x, y);
}

void
genu_ink_view_move (GenuInkView *self,
                    double       x,
                    double       y)
{
  g_return_if_fail (GENU_IS_INK_VIEW (self));

  if (self->down == GENU_INK_TOOL_NONE || hypot (x - self->x, y - self->y) < SHORTEST_MOVE)
    return;

  if (self->down == GENU_INK_TOOL_PEN)
    draw_to (self, x, y);
  else
    erase_to (self, x, y);
  self->x = x;
  self->y = y;
}

void
genu_ink_view_lift (GenuInkView *self)
{
  g_return_if_fail (GENU_IS_INK_VIEW (self));

  if (self->down != GENU_INK_TOOL_NONE)
    end_stroke (self);
  self->down = GENU_INK_TOOL_NONE;
}

/**
 * genu_ink_view_cancel:
 * @self: an ink view
 *
 * What the hand did since it was put down was no drawing: a second finger came.
 */
void
genu_ink_view_cancel (GenuInkView *self)
{
  g_return_if_fail (GENU_IS_INK_VIEW (self));

  if (self->live != NULL)
    queue_draw (self);
  g_clear_pointer (&self->live, genu_ink_stroke_unref);
  if (self->down == GENU_INK_TOOL_ERASER && self->erased && genu_ink_sheet_undo (self->sheet))
    changed (self);
  self->down = GENU_INK_TOOL_NONE;
  self->erased = FALSE;
}

/* --- GObject --- */

static void
genu_ink_view_finalize (GObject *object)
{
  GenuInkView *self = GENU_INK_VIEW (object);

  g_clear_pointer (&self->live, genu_ink_stroke_unref);
  genu_ink_nodes_free (self->nodes);
  G_OBJECT_CLASS (genu_ink_view_parent_class)->finalize (object);
}

static void
genu_ink_view_class_init (GenuInkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = genu_ink_view_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[BEGAN] = g_signal_new ("began", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[FULL] = g_signal_new ("full", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "inkview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
genu_ink_view_init (GenuInkView *self)
{
  self->nodes = genu_ink_nodes_new ();
  self->colour = GENU_INK_BLUE;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  genu_ink_view_add_gestures (self);
}

/**
 * genu_ink_view_new:
 * @view: the drawing, which takes the new widget as its overlay
 *
 * Returns: (transfer none): a child of @view, without a sheet and without a tool
 */
GenuInkView *
genu_ink_view_new (GenuDiagramView *view)
{
  GenuInkView *self = g_object_new (GENU_TYPE_INK_VIEW, NULL);

  self->view = view;
  genu_diagram_view_set_overlay (view, GTK_WIDGET (self), paint);

  return self;
}

/**
 * genu_ink_view_set_sheet:
 * @self: an ink view
 * @sheet: (nullable): what is drawn on, and shown; must outlive its use here
 */
void
genu_ink_view_set_sheet (GenuInkView  *self,
                         GenuInkSheet *sheet)
{
  g_return_if_fail (GENU_IS_INK_VIEW (self));

  if (self->sheet == sheet)
    return;

  genu_ink_view_cancel (self);
  self->sheet = sheet;
  changed (self);
}

GenuInkTool
genu_ink_view_get_tool (GenuInkView *self)
{
  g_return_val_if_fail (GENU_IS_INK_VIEW (self), GENU_INK_TOOL_NONE);

  return self->tool;
}

/**
 * genu_ink_view_set_tool:
 * @self: an ink view
 * @tool: what one finger, the pointer or the pen does on the drawing
 */
void
genu_ink_view_set_tool (GenuInkView *self,
                        GenuInkTool  tool)
{
  static const char *const cursors[] = { NULL, "crosshair", "cell" };

  g_return_if_fail (GENU_IS_INK_VIEW (self));

  genu_ink_view_cancel (self);
  self->tool = tool;
  gtk_widget_set_can_target (GTK_WIDGET (self), tool != GENU_INK_TOOL_NONE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[tool]);
}

GenuInkColour
genu_ink_view_get_colour (GenuInkView *self)
{
  g_return_val_if_fail (GENU_IS_INK_VIEW (self), GENU_INK_BLACK);

  return self->colour;
}

void
genu_ink_view_set_colour (GenuInkView  *self,
                          GenuInkColour colour)
{
  g_return_if_fail (GENU_IS_INK_VIEW (self));

  self->colour = colour;
}

static gboolean
edit (GenuInkView *self,
      gboolean   (*function) (GenuInkSheet *))
{
  genu_ink_view_cancel (self);
  if (self->sheet == NULL || !function (self->sheet))
    return FALSE;

  changed (self);
  return TRUE;
}

gboolean
genu_ink_view_undo (GenuInkView *self)
{
  g_return_val_if_fail (GENU_IS_INK_VIEW (self), FALSE);

  return edit (self, genu_ink_sheet_undo);
}

gboolean
genu_ink_view_redo (GenuInkView *self)
{
  g_return_val_if_fail (GENU_IS_INK_VIEW (self), FALSE);

  return edit (self, genu_ink_sheet_redo);
}

/**
 * genu_ink_view_clear:
 * @self: an ink view
 *
 * Takes all ink off the picture; can be undone.
 *
 * Returns: whether there was any
 */
gboolean
genu_ink_view_clear (GenuInkView *self)
{
  g_return_val_if_fail (GENU_IS_INK_VIEW (self), FALSE);

  return edit (self, genu_ink_sheet_clear);
}

guint
genu_ink_view_get_n_nodes (GenuInkView *self)
{
  g_return_val_if_fail (GENU_IS_INK_VIEW (self), 0);

  return genu_ink_nodes_get_n_made (self->nodes);
}
