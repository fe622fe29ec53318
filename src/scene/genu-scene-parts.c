/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the parts of a drawing are at the timeline's present time: matrices, anchors, bounds, what
 * lies under a finger. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "genu-scene-private.h"
#include "genu-shape.h"

static const GenuAttribute *
get_transform_attribute (const xmlNode *element)
{
  return genu_attribute_lookup ((const char *) element->name, "transform");
}

static gboolean
is_unmirrored (const xmlNode *element)
{
  g_autofree char *own = genu_xml_dup_attribute_ns (element, "mirror", GENU_XMLNS_DIAGRAM);
  g_autofree char *plain = own == NULL ? genu_xml_dup_attribute (element, "mirror") : NULL;

  return g_strcmp0 (own, "no") == 0 || g_strcmp0 (plain, "no") == 0;
}

/* Flips what a group marked mirror="no" holds about its own middle, to undo the view's mirroring
 * while it stays in its mirrored place. */
static GenuMatrix
get_flip (GenuScene     *self,
          const xmlNode *element)
{
  const GenuMatrix unit = GENU_MATRIX_IDENTITY;
  GenuRect all = { 0 };

  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    {
      GenuRect box;

      if (genu_shape_get_bounds (self, child, &unit, &box))
        all = genu_rect_union (&all, &box);
    }
  return (GenuMatrix) { -1, 0, 0, 1, 2 * all.x + all.width, 0 };
}

GenuMatrix
genu_scene_get_element_matrix (GenuScene     *self,
                               const xmlNode *element)
{
  g_autoptr(GenuValue) value = NULL;
  const GenuAttribute *attribute = get_transform_attribute (element);
  GenuMatrix matrix = GENU_MATRIX_IDENTITY;
  guint n;
  const guint *targets = genu_timeline_get_targets_of (self->timeline, element, &n);

  for (guint i = 0; i < n && value == NULL; i++)
    if (genu_timeline_get_target (self->timeline, targets[i])->attribute == attribute)
      value = genu_timeline_dup_effective_value (self->timeline, targets[i]);
  if (value == NULL && attribute != NULL)
    value = genu_svg_document_dup_base_value (self->document, element, attribute);
  if (value != NULL)
    matrix = genu_value_get_matrix (value);
  if (self->mirrored && is_unmirrored (element))
    {
      GenuMatrix flip = get_flip (self, element);

      matrix = genu_matrix_multiply (&matrix, &flip);
    }
  return matrix;
}

/* From an element's own user space to root user units. */
GenuMatrix
genu_scene_get_ctm (GenuScene     *self,
                    const xmlNode *element)
{
  GenuMatrix ctm = GENU_MATRIX_IDENTITY;

  for (; element != NULL && element->parent != NULL && element->parent->type == XML_ELEMENT_NODE;
       element = element->parent)
    {
      GenuMatrix own = genu_scene_get_element_matrix (self, element);

      ctm = genu_matrix_multiply (&own, &ctm);
    }
  return ctm;
}

static gboolean
sets_visibility (const xmlNode *element)
{
  g_autofree char *style = genu_xml_dup_attribute (element, "style");

  return xmlHasProp ((xmlNode *) element, BAD_CAST "visibility") != NULL
         || (style != NULL && strstr (style, "visibility") != NULL);
}

static gboolean
animates_visibility (GenuScene     *self,
                     const xmlNode *element)
{
  guint n;
  const guint *targets = genu_timeline_get_targets_of (self->timeline, element, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (genu_timeline_get_target (self->timeline, targets[i])->attribute->name,
                     "visibility"))
      return TRUE;
  return FALSE;
}

/* Visibility is inherited, animated values too: the nearest element with a say decides. */
static gboolean
is_visible (GenuScene     *self,
            const xmlNode *element)
{
  const xmlNode *decides = element;
  g_autofree char *text = NULL;

  for (const xmlNode *up = element; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent)
    {
      if (animates_visibility (self, up))
        decides = up;
      if (animates_visibility (self, up) || sets_visibility (up))
        break;
    }
  text = genu_shape_dup_text (self, decides, "visibility");
  return text[0] == '\0' || g_str_equal (text, "visible");
}

static gboolean
is_shown (GenuScene     *self,
          const xmlNode *element)
{
  if (!is_visible (self, element))
    return FALSE;
  for (const xmlNode *up = element; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent)
    {
      g_autofree char *display = genu_shape_dup_text (self, up, "display");
      g_autofree char *opacity = genu_shape_dup_text (self, up, "opacity");

      if (g_str_equal (display, "none")
          || (opacity[0] != '\0' && g_ascii_strtod (opacity, NULL) < 0.01))
        return FALSE;
    }
  return TRUE;
}

/* Where the touch of a part ends: deeper parts inside it are parts of their own. */
static gboolean
is_part (const GenuScene *self,
         const xmlNode   *element)
{
  g_autofree char *id = genu_xml_dup_attribute (element, "id");

  return id != NULL && g_hash_table_contains (self->part_ids, id);
}

/**
 * genu_scene_get_anchor:
 * @self: a scene
 * @part: id of a part
 * @anchor: name of one of its anchors
 * @out_point: (out): where it is now, in root user units; untouched on failure
 *
 * Returns: whether there is such an anchor and its part is visible now
 */
gboolean
genu_scene_get_anchor (GenuScene  *self,
                       const char *part,
                       const char *anchor,
                       GenuPoint  *out_point)
{
  const GenuDiagramAnchor *found;
  const xmlNode *element;
  GenuMatrix ctm;

  g_return_val_if_fail (self != NULL && part != NULL && anchor != NULL, FALSE);

  found = genu_diagram_find_anchor (self->diagram, part, anchor);
  element = genu_svg_document_get_element (self->document, part);
  if (found == NULL || element == NULL || !is_shown (self, element))
    return FALSE;

  ctm = genu_scene_get_ctm (self, element);
  *out_point = genu_matrix_map_point (&ctm, found->point);
  return TRUE;
}

/**
 * genu_scene_get_part_bounds:
 * @self: a scene
 * @part: id of an element
 * @out_bounds: (out): the upright rectangle round its geometry now, in root user units
 *
 * Returns: whether there is such an element, it is visible and its bounds are known
 */
gboolean
genu_scene_get_part_bounds (GenuScene  *self,
                            const char *part,
                            GenuRect   *out_bounds)
{
  const xmlNode *element;
  GenuMatrix outer;

  g_return_val_if_fail (self != NULL && part != NULL && out_bounds != NULL, FALSE);

  element = genu_svg_document_get_element (self->document, part);
  if (element == NULL || !is_shown (self, element))
    return FALSE;

  outer = genu_scene_get_ctm (self, element->parent);
  return genu_shape_get_bounds (self, element, &outer, out_bounds);
}

/**
 * genu_scene_add_part_boxes:
 * @self: a scene
 * @part: id of an element
 * @boxes: (element-type GenuRect): where the bounds go, in root user units
 *
 * Adds the bounds of each visible child of a group, or of the element itself when it is none.
 */
void
genu_scene_add_part_boxes (GenuScene  *self,
                           const char *part,
                           GArray     *boxes)
{
  const xmlNode *element;
  GenuMatrix matrix;
  GenuRect box;

  g_return_if_fail (self != NULL && part != NULL && boxes != NULL);

  element = genu_svg_document_get_element (self->document, part);
  if (element == NULL || !is_shown (self, element))
    return;
  if (!genu_xml_is (element, GENU_XMLNS_SVG, "g"))
    {
      if (genu_scene_get_part_bounds (self, part, &box))
        g_array_append_val (boxes, box);
      return;
    }

  matrix = genu_scene_get_ctm (self, element);
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    if (!genu_svg_is_animation (child) && is_shown (self, child)
        && genu_shape_get_bounds (self, child, &matrix, &box))
      g_array_append_val (boxes, box);
}

const xmlNode *
genu_scene_get_clip (GenuScene     *self,
                     const xmlNode *element)
{
  const GPtrArray *found = genu_references_get (self->references, element);
  g_autofree char *text = genu_shape_dup_text (self, element, "clip-path");

  if (!g_str_has_prefix (text, "url("))
    return NULL;
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (genu_xml_is (found->pdata[i], GENU_XMLNS_SVG, "clipPath"))
      {
        g_autofree char *units = genu_xml_dup_attribute (found->pdata[i], "clipPathUnits");

        return g_strcmp0 (units, "objectBoundingBox") == 0 ? NULL : found->pdata[i];
      }
  return NULL;
}

static gboolean subtree_contains (GenuScene     *self,
                                  const xmlNode *element,
                                  GenuPoint      point);

/* Whether the clip of an element leaves out a point of its user space. */
static gboolean
is_clipped_off (GenuScene     *self,
                const xmlNode *element,
                GenuPoint      point)
{
  const xmlNode *clip = genu_scene_get_clip (self, element);

  if (clip == NULL)
    return FALSE;
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) clip); child != NULL;
       child = xmlNextElementSibling (child))
    if (subtree_contains (self, child, point))
      return FALSE;
  return TRUE;
}

/* Whether a visible shape of the subtree lies under @point (of the parent's space). */
static gboolean
subtree_contains (GenuScene     *self,
                  const xmlNode *element,
                  GenuPoint      point)
{
  GenuMatrix own = genu_scene_get_element_matrix (self, element), inverse;
  g_autoptr(GArray) outline = NULL;

  if (!genu_matrix_invert (&own, &inverse))
    return FALSE;
  point = genu_matrix_map_point (&inverse, point);
  if (is_clipped_off (self, element, point))
    return FALSE;

  outline = genu_shape_dup_outline (self, element);
  if (outline != NULL)
    return genu_shape_contains (outline, point) && is_shown (self, element);
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    if (genu_xml_is (child, GENU_XMLNS_SVG, "g") || genu_xml_is (child, GENU_XMLNS_SVG, "a")
        || genu_attribute_lookup ((const char *) child->name, "transform") != NULL)
      if (!genu_xml_is (child, GENU_XMLNS_SVG, "defs")
          && !genu_xml_is (child, GENU_XMLNS_SVG, "clipPath")
          && !genu_xml_is (child, GENU_XMLNS_SVG, "symbol")
          && subtree_contains (self, child, point))
        return TRUE;
  return FALSE;
}

/**
 * genu_scene_hit:
 * @self: a scene
 * @point: in root user units
 *
 * Finds the topmost touchable part whose shapes lie under @point now: the last in document order,
 * and of nested parts the inner one.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
genu_scene_hit (GenuScene *self,
                GenuPoint  point)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = genu_svg_document_get_n_elements (self->document); i > 0; i--)
    {
      xmlNode *element = genu_svg_document_get_nth_element (self->document, i - 1);
      g_autofree char *id = NULL;
      GenuMatrix outer, inverse;

      if (!is_part (self, element))
        continue;
      outer = genu_scene_get_ctm (self, element->parent);
      if (!genu_matrix_invert (&outer, &inverse)
          || !subtree_contains (self, element, genu_matrix_map_point (&inverse, point)))
        continue;
      id = genu_xml_dup_attribute (element, "id");
      return g_hash_table_lookup (self->part_ids, id);
    }
  return NULL;
}
