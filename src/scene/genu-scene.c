/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "genu-scene-private.h"
#include "genu-shape.h"

static void
scene_free (GenuScene *self)
{
  g_clear_pointer (&self->layers, g_ptr_array_unref);
  g_clear_pointer (&self->part_ids, g_hash_table_unref);
  g_clear_pointer (&self->outlines, g_hash_table_unref);
  g_clear_pointer (&self->references, genu_references_free);
  g_clear_pointer (&self->timeline, genu_timeline_free);
  g_clear_pointer (&self->diagram, genu_diagram_free);
  genu_svg_document_unref (self->document);
  g_free (self);
}

static void
collect_part_ids (GenuScene *self)
{
  const GArray *parts = self->diagram->parts;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      char *id = g_array_index (parts, GenuDiagramPart, i).id;

      g_hash_table_insert (self->part_ids, id, id);
    }
}

/**
 * genu_scene_new:
 * @document: a document
 * @report: where problems go
 *
 * Makes the timeline, reads the metadata and cuts the drawing into layers.
 *
 * Returns: (transfer full) (nullable): a scene at time 0, or %NULL with an error in @report (rules
 *   `limit-layers`, `limit-use`, those of genu_timeline_new())
 */
GenuScene *
genu_scene_new (GenuSvgDocument *document,
                GenuReport      *report)
{
  GenuScene *self;

  g_return_val_if_fail (document != NULL && report != NULL, NULL);

  self = g_new0 (GenuScene, 1);
  self->ref_count = 1;
  self->document = genu_svg_document_ref (document);
  self->view_box = genu_svg_document_get_view_box (document);
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) genu_layer_free);
  self->part_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->references = genu_references_new (document);
  self->diagram = genu_diagram_new (genu_svg_document_get_xml (document), &self->view_box,
                                    genu_svg_document_get_name (document), report);
  self->timeline = genu_timeline_new (document, report);
  if (self->timeline == NULL || self->diagram == NULL)
    {
      scene_free (self);
      return NULL;
    }
  genu_timeline_seek (self->timeline, 0);
  collect_part_ids (self);
  if (!genu_scene_split (self, report))
    g_clear_pointer (&self, scene_free);
  return self;
}

/**
 * genu_scene_new_from_file:
 * @path: path of an SVG file
 * @report: where problems go
 *
 * Returns: (transfer full) (nullable): see genu_scene_new()
 */
GenuScene *
genu_scene_new_from_file (const char *path,
                          GenuReport *report)
{
  g_autoptr(GenuSvgDocument) document = NULL;

  g_return_val_if_fail (path != NULL && report != NULL, NULL);

  document = genu_svg_document_new_from_file (path, report);
  return document != NULL ? genu_scene_new (document, report) : NULL;
}

GenuScene *
genu_scene_ref (GenuScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  self->ref_count++;
  return self;
}

void
genu_scene_unref (GenuScene *self)
{
  if (self != NULL && --self->ref_count == 0)
    scene_free (self);
}

GenuSvgDocument *
genu_scene_get_document (const GenuScene *self)
{
  return self->document;
}

GenuTimeline *
genu_scene_get_timeline (const GenuScene *self)
{
  return self->timeline;
}

const GenuDiagram *
genu_scene_get_diagram (const GenuScene *self)
{
  return self->diagram;
}

GenuRect
genu_scene_get_view_box (const GenuScene *self)
{
  return self->view_box;
}

/**
 * genu_scene_set_mirrored:
 * @self: a scene
 * @mirrored: whether the view mirrors it
 *
 * Groups marked mirror="no" are then turned back, each about its own middle.
 */
void
genu_scene_set_mirrored (GenuScene *self,
                         gboolean   mirrored)
{
  g_return_if_fail (self != NULL);

  if (self->mirrored == !!mirrored)
    return;
  self->mirrored = !!mirrored;
  for (guint i = 0; i < self->layers->len; i++)
    {
      GenuLayer *layer = self->layers->pdata[i];

      for (guint k = 0; k < layer->links->len; k++)
        {
          GenuLayerLink *link = &g_array_index (layer->links, GenuLayerLink, k);

          link->base = genu_scene_get_element_matrix (self, link->element);
        }
    }
}

gboolean
genu_scene_get_mirrored (const GenuScene *self)
{
  return self->mirrored;
}

guint
genu_scene_get_n_layers (const GenuScene *self)
{
  return self->layers->len;
}

const GenuLayer *
genu_scene_get_layer (const GenuScene *self,
                      guint            index)
{
  g_return_val_if_fail (index < self->layers->len, NULL);

  return self->layers->pdata[index];
}

GenuReferences *
genu_scene_get_references (const GenuScene *self)
{
  return self->references;
}

/* The text of a property's value now. */
static gboolean
target_is (GenuScene  *self,
           guint       target,
           const char *text)
{
  g_autoptr(GenuValue) value = genu_timeline_dup_effective_value (self->timeline, target);
  g_autofree char *now = value != NULL ? genu_value_to_string (value) : NULL;

  return g_strcmp0 (now, text) == 0;
}

static gboolean
is_displayed (GenuScene       *self,
              const GenuLayer *layer)
{
  for (guint i = 0; i < layer->display_targets->len; i++)
    if (target_is (self, g_array_index (layer->display_targets, guint, i), "none"))
      return FALSE;
  if (layer->visibility_targets->len > 0)
    return target_is (self, g_array_index (layer->visibility_targets, guint,
                                           layer->visibility_targets->len - 1), "visible");
  return TRUE;
}

/**
 * genu_scene_get_place:
 * @self: a scene
 * @layer: one of its layers
 *
 * Returns: where and how faint the layer is at the timeline's present time
 */
GenuLayerPlace
genu_scene_get_place (GenuScene       *self,
                      const GenuLayer *layer)
{
  GenuLayerPlace place = { GENU_MATRIX_IDENTITY, 1, TRUE };
  double det, largest;

  for (guint i = 0; i < layer->links->len; i++)
    {
      const GenuLayerLink *link = &g_array_index (layer->links, GenuLayerLink, i);
      GenuMatrix own = link->target < 0 ? link->base
                                        : genu_scene_get_element_matrix (self, link->element);

      place.matrix = genu_matrix_multiply (&place.matrix, &own);
    }
  for (guint i = 0; i < layer->opacity_targets->len; i++)
    {
      guint target = g_array_index (layer->opacity_targets, guint, i);
      g_autoptr(GenuValue) value = genu_timeline_dup_effective_value (self->timeline, target);

      if (value != NULL)
        place.opacity *= CLAMP (genu_value_get_number (value), 0, 1);
    }
  det = place.matrix.a * place.matrix.d - place.matrix.b * place.matrix.c;
  largest = MAX (MAX (MAX (fabs (place.matrix.a), fabs (place.matrix.b)),
                      MAX (fabs (place.matrix.c), fabs (place.matrix.d))),
                 MAX (fabs (place.matrix.e), fabs (place.matrix.f)));
  place.visible = place.opacity > 0 && isfinite (det + place.matrix.e + place.matrix.f)
                  && fabs (det) > 1e-12 && largest < 1e9
                  && is_displayed (self, layer);
  return place;
}

/**
 * genu_scene_get_layer_extents:
 * @self: a scene
 * @layer: one of its layers
 * @place: where it is now
 * @out_extents: (out): safe bounds of its ink now, in the layer's own space (that of
 *   @place's matrix); may be empty
 *
 * Returns: %FALSE when the bounds are not known: take everything
 */
gboolean
genu_scene_get_layer_extents (GenuScene            *self,
                              const GenuLayer      *layer,
                              const GenuLayerPlace *place,
                              GenuRect             *out_extents)
{
  GenuRect all = { 0 };
  GenuMatrix inverse;

  if (!genu_matrix_invert (&place->matrix, &inverse))
    return FALSE;
  for (guint i = 0; i < layer->items->len; i++)
    {
      const xmlNode *item = layer->items->pdata[i];
      GenuMatrix outer = genu_scene_get_ctm (self, item->parent);
      GenuRect box = { 0 };

      outer = genu_matrix_multiply (&inverse, &outer);
      if (!genu_shape_get_extents (self, item, &outer, &box))
        return FALSE;
      all = genu_rect_union (&all, &box);
    }
  *out_extents = all;
  return TRUE;
}

GenuMatrix
genu_scene_fit_camera (const GenuRect *camera,
                       const GenuRect *inner,
                       gboolean        mirror)
{
  double scale = MIN (inner->width / MAX (camera->width, 1e-9),
                      inner->height / MAX (camera->height, 1e-9));
  double x = inner->x + inner->width / 2, y = inner->y + inner->height / 2;
  double cx = camera->x + camera->width / 2, cy = camera->y + camera->height / 2;
  double sx = mirror ? -scale : scale;

  return (GenuMatrix) { sx, 0, 0, scale, x - sx * cx, y - scale * cy };
}

GenuRect
genu_scene_mix_cameras (const GenuRect *from,
                        const GenuRect *to,
                        double          fraction)
{
  double width = from->width * pow (to->width / from->width, fraction);
  double height = from->height * pow (to->height / from->height, fraction);
  double x0 = from->x + from->width / 2, y0 = from->y + from->height / 2;
  double x1 = to->x + to->width / 2, y1 = to->y + to->height / 2;

  /* A fixed point of the zoom stays put: the centre moves with the width, not with time. */
  if (fabs (to->width - from->width) > 1e-6 * from->width)
    fraction = (width - from->width) / (to->width - from->width);
  return (GenuRect) { x0 + (x1 - x0) * fraction - width / 2, y0 + (y1 - y0) * fraction - height / 2,
                      width, height };
}
