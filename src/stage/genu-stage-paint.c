/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Painting a stage.  Window, picture files and paper all come through here: the window takes the
 * picture as a render node and lets each label's widget call genu_stage_draw_label(); the others
 * call genu_stage_draw() or genu_stage_draw_vector(), which do the same in one go. */

#include "config.h"

#include "genu-stage-chart-private.h"
#include "genu-stage-fonts.h"
#include "genu-stage-private.h"

#include <math.h>

/* All in text heights. */
#define LEADER 0.075
#define CASING 0.21
#define DOT 0.2
#define RING 0.085
#define BADGE 0.62
#define BADGE_TEXT 0.72

#define PAPER_DPI 250

typedef struct
{
  double r, g, b;
} Colour;

/* The halo of ground colour around words: opaque at the letters, so that they keep their contrast
 * over any picture, and soft towards its edge, so that it is not seen as a shape. */
static const struct { double width, alpha; } halo[] = {
  { 0.66, 0.22 }, { 0.52, 0.35 }, { 0.38, 0.55 }, { 0.26, 1.0 },
};

/* Drawings are light in every theme, so the ink is dark in every theme; high contrast takes black.
 * #1D2B3A on the grounds of the pack has 11:1 or more, #33475B 7:1. */
static Colour
get_ink (const GenuStage *self)
{
  static const Colour ink = { 0x1D / 255.0, 0x2B / 255.0, 0x3A / 255.0 };

  return self->theme == GENU_THEME_HIGH_CONTRAST ? (Colour) { 0, 0, 0 } : ink;
}

static Colour
get_leader_ink (const GenuStage *self)
{
  static const Colour ink = { 0x33 / 255.0, 0x47 / 255.0, 0x5B / 255.0 };

  return self->theme == GENU_THEME_HIGH_CONTRAST ? (Colour) { 0, 0, 0 } : ink;
}

static Colour
get_ground (const GenuStage *self)
{
  guint32 rgba = genu_stage_get_ground (self);

  return (Colour) { (rgba >> 24) / 255.0, ((rgba >> 16) & 0xff) / 255.0,
                    ((rgba >> 8) & 0xff) / 255.0 };
}

static void
set_colour (cairo_t *cr,
            Colour   colour,
            double   alpha)
{
  cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, alpha);
}

/**
 * genu_stage_dup_picture_node:
 * @self: a stage
 *
 * Returns: (transfer full): the picture at the present position, without labels
 */
GskRenderNode *
genu_stage_dup_picture_node (GenuStage *self)
{
  double fraction = 1;
  GenuStageSlot *old = genu_stage_update (self, &fraction);
  GenuStagePlan *plan = genu_stage_get_plan (self);
  Colour ground = get_ground (self);

  if (plan == NULL || plan->slot->picture == NULL)
    return gsk_color_node_new (&(GdkRGBA) { (float) ground.r, (float) ground.g, (float) ground.b,
                                            1 },
                               &GRAPHENE_RECT_INIT (0, 0, (float) self->width,
                                                    (float) self->height));
  else
    {
      GskRenderNode *node = genu_picture_dup_node (plan->slot->picture, self->scale_factor);
      GskRenderNode *faded, *mixed;

      if (old == NULL)
        return node;

      faded = genu_picture_dup_node (old->picture, self->scale_factor);
      mixed = gsk_cross_fade_node_new (faded, node, (float) fraction);
      gsk_render_node_unref (faded);
      gsk_render_node_unref (node);
      return mixed;
    }
}

/* One picture in logical pixels. */
static void
draw_slot (GenuStage     *self,
           GenuStageSlot *slot,
           cairo_t       *cr,
           double         alpha)
{
  cairo_save (cr);
  if (alpha < 1)
    cairo_push_group (cr);
  cairo_scale (cr, 1.0 / self->scale_factor, 1.0 / self->scale_factor);
  genu_picture_draw (slot->picture, cr);
  if (alpha < 1)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, alpha);
    }
  cairo_restore (cr);
}

static void
draw_ground (GenuStage *self,
             cairo_t   *cr)
{
  set_colour (cr, get_ground (self), 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
}

/**
 * genu_stage_draw_picture:
 * @self: a stage
 * @cr: where to draw
 *
 * Draws the picture at the present position, settled, without labels; plain ground when there is
 * none.
 */
void
genu_stage_draw_picture (GenuStage *self,
                         cairo_t   *cr)
{
  double fraction = 1;
  GenuStageSlot *old = genu_stage_update (self, &fraction);
  GenuStagePlan *plan = genu_stage_get_plan (self);

  if (plan == NULL || plan->slot->picture == NULL)
    {
      draw_ground (self, cr);
      return;
    }
  if (old != NULL)
    draw_slot (self, old, cr, 1);
  draw_slot (self, plan->slot, cr, old != NULL ? fraction : 1);
}

static void
trace_leader (cairo_t              *cr,
              const GenuStageLabel *label)
{
  cairo_move_to (cr, label->leader[0].x, label->leader[0].y);
  for (guint i = 1; i < label->n_leader; i++)
    cairo_line_to (cr, label->leader[i].x, label->leader[i].y);
}

static void
trace_circle (cairo_t  *cr,
              GenuPoint centre,
              double    radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, centre.x, centre.y, radius, 0, 2 * G_PI);
}

/* Casing below, line above, then a dot with a light ring in the part. */
static void
draw_leader (GenuStage            *self,
             cairo_t              *cr,
             const GenuStageLabel *label)
{
  double size = genu_stage_get_text_size (self);
  GenuPoint end = label->leader[label->n_leader - 1];

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  trace_leader (cr, label);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.85);
  cairo_set_line_width (cr, CASING * size);
  cairo_stroke (cr);

  trace_leader (cr, label);
  set_colour (cr, get_leader_ink (self), 1);
  cairo_set_line_width (cr, MAX (1.25, LEADER * size));
  cairo_stroke (cr);

  trace_circle (cr, end, (DOT + RING) * size);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  trace_circle (cr, end, DOT * size);
  set_colour (cr, get_leader_ink (self), 1);
  cairo_fill (cr);
}

/* The number of an entry of the legend, in a disc. */
static void
draw_badge (GenuStage *self,
            cairo_t   *cr,
            GenuPoint  centre,
            int        number)
{
  double size = genu_stage_get_text_size (self);
  g_autoptr (PangoLayout) layout = genu_stage_create_layout (self->pango, BADGE_TEXT * size,
                                                             PANGO_WEIGHT_SEMIBOLD);
  g_autofree char *text = g_strdup_printf ("%d", number);
  PangoRectangle logical;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);

  trace_circle (cr, centre, (BADGE + RING) * size);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  trace_circle (cr, centre, BADGE * size);
  set_colour (cr, get_leader_ink (self), 1);
  cairo_fill (cr);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, centre.x - logical.width / 2.0 / PANGO_SCALE - logical.x / PANGO_SCALE,
                 centre.y - logical.height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

/**
 * genu_stage_draw_furniture:
 * @self: a stage
 * @cr: where to draw
 *
 * Draws what belongs to no single label: leaders, numbers on the drawing, scale bar, key, chart.
 * It goes between the picture and the labels.
 */
void
genu_stage_draw_furniture (GenuStage *self,
                           cairo_t   *cr)
{
  double opacity = genu_stage_get_label_opacity (self);

  if (genu_stage_get_plan (self) == NULL || genu_stage_get_plan (self)->slot->scene == NULL)
    return;

  genu_stage_draw_scale_bar (self, cr);
  genu_stage_draw_key (self, cr);
  if (opacity <= 0)
    return;

  cairo_save (cr);
  if (opacity < 1)
    cairo_push_group (cr);
  genu_stage_draw_chart (self, cr);
  for (guint i = 0; i < genu_stage_get_n_labels (self); i++)
    {
      const GenuStageLabel *label = genu_stage_get_label (self, i);

      if (label->n_leader > 0)
        draw_leader (self, cr, label);
      else if (label->number > 0)
        draw_badge (self, cr, label->leader[0], label->number);
    }
  if (opacity < 1)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, opacity);
    }
  cairo_restore (cr);
}

/* Lines meet where the leader begins. */
static PangoAlignment
get_alignment (const GenuStageLabel *label)
{
  if (label->leader[0].x >= label->rect.x + label->rect.width - 1)
    return PANGO_ALIGN_RIGHT;
  if (label->leader[0].x <= label->rect.x + 1)
    return PANGO_ALIGN_LEFT;
  return PANGO_ALIGN_CENTER;
}

static void
draw_words (GenuStage   *self,
            cairo_t     *cr,
            PangoLayout *layout,
            double       x,
            double       y)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  for (guint i = 0; i < G_N_ELEMENTS (halo); i++)
    {
      set_colour (cr, get_ground (self), halo[i].alpha);
      cairo_set_line_width (cr, halo[i].width * genu_stage_get_text_size (self));
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);

  set_colour (cr, get_ink (self), 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* An entry of the legend: its number, then its words, from the side where reading begins. */
static void
draw_entry (GenuStage     *self,
            cairo_t       *cr,
            GenuStageText *text)
{
  gboolean rtl = pango_context_get_base_dir (self->pango) == PANGO_DIRECTION_RTL;
  GenuRect rect = text->placed.rect, box = genu_stage_text_get_entry (self, text);
  double words = pango_layout_get_width (text->entry) / (double) PANGO_SCALE;
  double disc = box.x / 2;
  GenuPoint centre = { rtl ? rect.x + rect.width - disc : rect.x + disc, rect.y + rect.height / 2 };

  if (text->placed.number > 0)
    draw_badge (self, cr, centre, text->placed.number);
  genu_stage_align_layout (text->entry, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  draw_words (self, cr, text->entry, rtl ? rect.x + rect.width - box.x - words : rect.x + box.x,
              rect.y + box.y);
}

/**
 * genu_stage_draw_label:
 * @self: a stage
 * @cr: where to draw, in the stage's coordinates
 * @index: which label
 *
 * Draws a label's words at full opacity within its rectangle.
 */
void
genu_stage_draw_label (GenuStage *self,
                       cairo_t   *cr,
                       guint      index)
{
  GenuStagePlan *plan = genu_stage_get_plan (self);
  GenuStageText *text;
  GenuRect rect, box;

  g_return_if_fail (index < genu_stage_get_n_labels (self));

  text = g_ptr_array_index (plan->texts, index);
  rect = text->placed.rect;
  if (genu_rect_is_empty (&rect))
    return;

  cairo_save (cr);
  if (text->placed.n_leader > 0)
    {
      genu_stage_align_layout (text->layout, get_alignment (&text->placed));
      box = genu_stage_text_get_box (self, text);
      draw_words (self, cr, text->layout, rect.x + box.x, rect.y + box.y);
    }
  else
    draw_entry (self, cr, text);
  cairo_restore (cr);
}

static void
draw_labels (GenuStage *self,
             cairo_t   *cr)
{
  double opacity = genu_stage_get_label_opacity (self);

  genu_stage_draw_furniture (self, cr);
  for (guint i = 0; i < genu_stage_get_n_labels (self) && opacity > 0; i++)
    {
      if (opacity < 1)
        cairo_push_group (cr);
      genu_stage_draw_label (self, cr, i);
      if (opacity < 1)
        {
          cairo_pop_group_to_source (cr);
          cairo_paint_with_alpha (cr, opacity);
        }
    }
}

/**
 * genu_stage_draw:
 * @self: a stage
 * @cr: where to draw, in logical pixels
 *
 * Draws everything at the present position, settled: exactly what the window shows.
 */
void
genu_stage_draw (GenuStage *self,
                 cairo_t   *cr)
{
  genu_stage_draw_picture (self, cr);
  draw_labels (self, cr);
}

/* A vector surface turns masks and filters into coarse pictures. */
static gboolean
needs_pixels (const GenuStagePlan *plan)
{
  const GenuSvgDocument *document = genu_scene_get_document (plan->slot->scene);

  for (guint i = 0; i < genu_svg_document_get_n_elements (document); i++)
    {
      const xmlNode *element = genu_svg_document_get_nth_element (document, i);

      if (genu_xml_is (element, GENU_XMLNS_SVG, "mask")
          || genu_xml_is (element, GENU_XMLNS_SVG, "filter"))
        return TRUE;
    }
  return FALSE;
}

/* The picture as an image of at least PAPER_DPI, where a unit of the surface is 1/72 inch. */
static void
draw_picture_as_image (GenuStage *self,
                       cairo_t   *cr)
{
  double x = 1, y = 0;
  int before = self->scale_factor, factor;
  cairo_surface_t *image;
  cairo_t *image_cr;

  cairo_user_to_device_distance (cr, &x, &y);
  factor = (int) CLAMP (ceil (hypot (x, y) * PAPER_DPI / 72), 1, 8);
  genu_stage_set_size (self, self->width, self->height, factor);
  image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width * factor,
                                      self->height * factor);
  image_cr = cairo_create (image);
  cairo_scale (image_cr, factor, factor);
  genu_stage_draw_picture (self, image_cr);
  cairo_destroy (image_cr);

  cairo_save (cr);
  cairo_scale (cr, 1.0 / factor, 1.0 / factor);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
  genu_stage_set_size (self, self->width, self->height, before);
}

static void
draw_picture_as_vectors (GenuStage *self,
                         cairo_t   *cr)
{
  GenuStagePlan *plan = genu_stage_get_plan (self);
  gboolean drawn;

  cairo_save (cr);
  cairo_scale (cr, 1.0 / self->scale_factor, 1.0 / self->scale_factor);
  drawn = genu_picture_draw_whole (plan->slot->picture, cr, NULL);
  cairo_restore (cr);
  if (!drawn)
    draw_picture_as_image (self, cr);
}

/**
 * genu_stage_draw_vector:
 * @self: a stage
 * @cr: where to draw, in logical pixels
 *
 * The same with the drawing as vectors, for paper.  A drawing with masks or filters becomes an
 * image of 250 dpi where @cr's surface is measured in points.
 */
void
genu_stage_draw_vector (GenuStage *self,
                        cairo_t   *cr)
{
  double fraction;
  GenuStagePlan *plan;

  genu_stage_update (self, &fraction);
  plan = genu_stage_get_plan (self);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  draw_ground (self, cr);
  if (plan != NULL && plan->slot->picture != NULL)
    {
      if (needs_pixels (plan))
        draw_picture_as_image (self, cr);
      else
        draw_picture_as_vectors (self, cr);
    }
  draw_labels (self, cr);
  cairo_restore (cr);
}
