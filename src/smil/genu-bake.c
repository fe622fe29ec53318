/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawing frozen at one time: a copy of the document with the animated values written in and
 * the animation elements taken out.  The copy has its elements in the same order, so an element is
 * found again by its number. */

#include "config.h"

#include "genu-timeline-private.h"

#include "genu-transform-origin.h"

#include <string.h>

static void
collect_elements (xmlNode   *element,
                  GPtrArray *elements)
{
  g_ptr_array_add (elements, element);
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect_elements (child, elements);
}

/* The value of the transform holds the origin already. */
static void
remove_origin (xmlNode *element)
{
  g_autofree char *style = genu_xml_dup_attribute (element, "style");
  xmlAttr *attribute = xmlHasNsProp (element, (const xmlChar *) "transform-origin", NULL);

  if (attribute != NULL)
    xmlRemoveProp (attribute);
  if (style != NULL && strstr (style, "transform-origin") != NULL)
    genu_svg_write_value (element, genu_transform_origin_get_attribute (), "0 0");
}

static void
write_values (const GenuTimeline *self,
              const GPtrArray    *copies)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const GenuTarget *target = g_ptr_array_index (self->targets, i);
      guint index = genu_svg_document_get_index (self->document, target->public.element);
      g_autofree char *text = NULL;

      if (target->value == NULL || index >= copies->len)
        continue;
      text = genu_value_to_string (target->value);
      genu_svg_write_value (g_ptr_array_index (copies, index), target->public.attribute, text);
      if (target->has_origin)
        remove_origin (g_ptr_array_index (copies, index));
    }
}

/* A line that holds only an animation goes with it. */
static void
remove_blank_before (xmlNode *node)
{
  xmlNode *blank = node->prev;

  if (blank == NULL || !xmlIsBlankNode (blank))
    return;

  xmlUnlinkNode (blank);
  xmlFreeNode (blank);
}

static void
remove_animations (const GPtrArray *copies)
{
  for (guint i = copies->len; i > 0; i--)
    {
      xmlNode *node = g_ptr_array_index (copies, i - 1);

      if (!genu_svg_is_animation (node))
        continue;
      remove_blank_before (node);
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
}

/**
 * genu_timeline_bake:
 * @self: a timeline
 *
 * Returns: (transfer full): the drawing frozen at the current time as plain static SVG, freed with
 *   xmlFreeDoc()
 */
GenuXmlDoc *
genu_timeline_bake (const GenuTimeline *self)
{
  g_autoptr(GPtrArray) copies = g_ptr_array_new ();
  GenuXmlDoc *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = xmlCopyDoc (genu_svg_document_get_xml (self->document), 1);
  collect_elements (xmlDocGetRootElement (copy), copies);
  write_values (self, copies);
  remove_animations (copies);

  return copy;
}
