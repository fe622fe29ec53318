/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The GPU back end: a texture for each layer under GSK's own transforms and opacities, so that the
 * graphics card composes.  Without one this is far slower than tiles (GTK 4.8's cairo renderer
 * converts every texture pixel by pixel at each frame), which is why the application chooses. */

#include "config.h"

#include <math.h>

#include "genu-picture-private.h"

static void
free_texture_data (gpointer data)
{
  cairo_surface_destroy (data);
}

/* Made when first shown; lives as long as the picture of the layer. */
static GdkTexture *
get_texture (GenuRaster *raster)
{
  if (raster->texture == NULL)
    {
      int stride = cairo_image_surface_get_stride (raster->surface);
      g_autoptr(GBytes) bytes = g_bytes_new_with_free_func (
        cairo_image_surface_get_data (raster->surface),
        (gsize) stride * (gsize) raster->rect.height, free_texture_data,
        cairo_surface_reference (raster->surface));

      raster->texture = G_OBJECT (gdk_memory_texture_new (raster->rect.width, raster->rect.height,
                                                          GDK_MEMORY_DEFAULT, bytes,
                                                          (gsize) stride));
    }
  return GDK_TEXTURE (raster->texture);
}

static double
to_degrees (double radians)
{
  return radians * 180 / G_PI;
}

/* GSK 4.8 takes a matrix for three-dimensional, which its cairo renderer cannot draw: any other is
 * a turn, a scaling and another turn (the singular value decomposition). */
static GskTransform *
new_transform (const GenuMatrix *matrix)
{
  graphene_point_t shift = GRAPHENE_POINT_INIT ((float) matrix->e, (float) matrix->f);
  GskTransform *transform = gsk_transform_translate (NULL, &shift);
  double e = (matrix->a + matrix->d) / 2, f = (matrix->a - matrix->d) / 2;
  double g = (matrix->b + matrix->c) / 2, h = (matrix->b - matrix->c) / 2;
  double large = hypot (e, h) + hypot (f, g), small = hypot (e, h) - hypot (f, g);
  double first = atan2 (g, f), second = atan2 (h, e);

  if (fabs (matrix->b) < 1e-12 && fabs (matrix->c) < 1e-12)
    return gsk_transform_scale (transform, (float) matrix->a, (float) matrix->d);
  transform = gsk_transform_rotate (transform, (float) to_degrees ((second + first) / 2));
  transform = gsk_transform_scale (transform, (float) large, (float) small);
  return gsk_transform_rotate (transform, (float) to_degrees ((second - first) / 2));
}

static GskRenderNode *
under_transform (GskRenderNode    *child,
                 const GenuMatrix *matrix)
{
  GskTransform *transform = new_transform (matrix);
  GskRenderNode *node;

  if (transform == NULL) /* identity */
    return child;
  node = gsk_transform_node_new (child, transform);
  gsk_transform_unref (transform);
  gsk_render_node_unref (child);
  return node;
}

static GskRenderNode *
new_layer_node (GenuRaster       *raster,
                const GenuMatrix *delta,
                double            opacity)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) raster->rect.x, (float) raster->rect.y,
                                               (float) raster->rect.width,
                                               (float) raster->rect.height);
  GskRenderNode *node = gsk_texture_node_new (get_texture (raster), &bounds);
  GskRenderNode *faded;

  node = under_transform (node, delta);
  if (opacity >= 1)
    return node;
  faded = gsk_opacity_node_new (node, (float) opacity);
  gsk_render_node_unref (node);
  return faded;
}

/* The layer's node, the same as before while nothing has changed; NULL when nothing shows. */
static GskRenderNode *
get_layer_node (GenuPicture    *self,
                GenuLayerState *state)
{
  GenuMatrix matrix = genu_matrix_multiply (&self->view, &state->place.matrix), delta;
  GenuDrawn *drawn = &state->drawn;

  if (!state->place.visible || state->raster == NULL || state->raster->surface == NULL
      || !genu_raster_get_delta (state->raster, &matrix, &delta))
    {
      genu_drawn_clear (drawn);
      return NULL;
    }
  if (drawn->node == NULL || drawn->raster != state->raster
      || !genu_matrix_equal (&drawn->delta, &delta) || drawn->opacity != state->place.opacity)
    {
      genu_drawn_clear (drawn);
      drawn->raster = genu_raster_ref (state->raster);
      drawn->delta = delta;
      drawn->opacity = state->place.opacity;
      drawn->node = new_layer_node (state->raster, &delta, state->place.opacity);
    }
  return drawn->node;
}

static GskRenderNode *
new_ground (const GenuPicture *self)
{
  GdkRGBA color = { (float) self->ground[0], (float) self->ground[1], (float) self->ground[2], 1 };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);

  return gsk_color_node_new (&color, &bounds);
}

static GskRenderNode *
new_layers (GenuPicture *self)
{
  g_autoptr(GPtrArray) nodes = g_ptr_array_new ();
  GskRenderNode *layers;
  GenuMatrix inverse, move;

  for (guint i = 0; i < self->states->len; i++)
    {
      GskRenderNode *node = get_layer_node (self, genu_picture_get_state (self, i));

      if (node != NULL)
        g_ptr_array_add (nodes, node);
    }
  layers = gsk_container_node_new ((GskRenderNode **) nodes->pdata, nodes->len);
  if (genu_matrix_equal (&self->view, &self->target)
      || !genu_matrix_invert (&self->view, &inverse))
    return layers;
  move = genu_matrix_multiply (&self->target, &inverse);
  return under_transform (layers, &move);
}

/* The frame as one node of width x height device pixels, scaled to logical ones. */
GskRenderNode *
genu_picture_dup_texture_node (GenuPicture *self,
                               int          scale_factor)
{
  graphene_rect_t window = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  GenuMatrix shrink = { 1.0 / scale_factor, 0, 0, 1.0 / scale_factor, 0, 0 };
  GskRenderNode *parts[2], *whole, *clipped;

  g_type_ensure (GSK_TYPE_TEXTURE_NODE);
  parts[0] = new_ground (self);
  parts[1] = new_layers (self);
  whole = gsk_container_node_new (parts, G_N_ELEMENTS (parts));
  gsk_render_node_unref (parts[0]);
  gsk_render_node_unref (parts[1]);
  clipped = gsk_clip_node_new (whole, &window);
  gsk_render_node_unref (whole);
  return scale_factor == 1 ? clipped : under_transform (clipped, &shrink);
}
