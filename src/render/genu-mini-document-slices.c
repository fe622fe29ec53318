/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A long layer is cut along its painting order into slices of about the same weight, to be laid one
 * over the other: several workers draw it, and a picture that is not wanted any more stops at its
 * next slice. */

#include "config.h"

#include "genu-mini-document-private.h"

#include <string.h>

/* Slices of a layer that is worth it: of two workers neither has long to wait for the other. */
#define N_SLICES 4

/* Weight of a layer from which it is sliced, and of a filter: about that of as many bytes. */
#define LARGE_WEIGHT (48 * 1024)
#define FILTER_WEIGHT (16 * 1024)

/* What a layer is cut from: its items or, where the whole drawing is one, the root's children, if
 * the root is nothing but their frame. */
static GPtrArray *
dup_items (GenuScene       *scene,
           const GenuLayer *layer)
{
  static const char *const grouping[] = { "opacity", "filter", "mask",
                                          "clip-path", "style", "class" };
  xmlNode *root = genu_svg_document_get_root (genu_scene_get_document (scene));
  GPtrArray *items = g_ptr_array_new ();
  gboolean is_frame = layer->items->pdata[0] == root;

  for (guint i = 0; i < G_N_ELEMENTS (grouping); i++)
    is_frame = is_frame && !xmlHasProp (root, BAD_CAST grouping[i]);
  if (!is_frame)
    {
      for (guint i = 0; i < layer->items->len; i++)
        g_ptr_array_add (items, layer->items->pdata[i]);
      return items;
    }
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (!genu_mini_document_leaves_out (child) && !genu_xml_is (child, GENU_XMLNS_SVG, "defs"))
      g_ptr_array_add (items, child);
  return items;
}

/* What it costs to draw an element, in bytes of plain paths. */
static gsize
weigh (const xmlNode *element)
{
  gsize weight = 32;

  for (const xmlAttr *attr = element->properties; attr != NULL; attr = attr->next)
    {
      const xmlNode *value = attr->children;

      if (value == NULL || value->content == NULL)
        continue;
      weight += strlen ((const char *) value->content);
      if (xmlStrEqual (attr->name, BAD_CAST "filter")
          || strstr ((const char *) value->content, "filter:") != NULL)
        weight += FILTER_WEIGHT;
    }
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    weight += weigh (child);
  return weight;
}

/* A blend mode mixes with all that lies below, slices or not. */
static gboolean
blends (const xmlNode *element)
{
  for (const xmlAttr *attr = element->properties; attr != NULL; attr = attr->next)
    {
      const xmlNode *value = attr->children;

      if (xmlStrEqual (attr->name, BAD_CAST "mix-blend-mode")
          || (value != NULL && value->content != NULL
              && strstr ((const char *) value->content, "mix-blend-mode") != NULL))
        return TRUE;
    }
  if (genu_xml_is (element, GENU_XMLNS_SVG, "style"))
    {
      g_autoptr(GenuXmlString) content = xmlNodeGetContent ((xmlNode *) element);

      return content != NULL && strstr ((const char *) content, "mix-blend-mode") != NULL;
    }
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    if (blends (child))
      return TRUE;
  return FALSE;
}

/* Cuts into runs of about the same weight. */
static void
cut (GenuScene       *scene,
     const GenuLayer *layer,
     const GPtrArray *items,
     gsize            total,
     GPtrArray       *slices)
{
  GPtrArray *run = g_ptr_array_new ();
  gsize weight = 0;

  for (guint i = 0; i < items->len; i++)
    {
      gsize own = weigh (items->pdata[i]);

      if (run->len > 0 && weight + own / 2 > total * (slices->len + 1) / N_SLICES)
        {
          g_ptr_array_add (slices, genu_mini_document_new (scene, layer, run));
          run = g_ptr_array_new ();
        }
      weight += own;
      g_ptr_array_add (run, items->pdata[i]);
    }
  g_ptr_array_add (slices, genu_mini_document_new (scene, layer, run));
}

GPtrArray *
genu_mini_document_new_slices (GenuScene       *scene,
                               const GenuLayer *layer,
                               gboolean         may_be_cut)
{
  GPtrArray *slices = g_ptr_array_new_with_free_func ((GDestroyNotify) genu_mini_document_free);
  g_autoptr(GPtrArray) items = dup_items (scene, layer);
  gsize total = 0;

  may_be_cut = may_be_cut && layer->kind == GENU_LAYER_STATIC && items->len > 1;
  for (guint i = 0; may_be_cut && i < items->len; i++)
    total += weigh (items->pdata[i]);
  if (total < LARGE_WEIGHT
      || blends (genu_svg_document_get_root (genu_scene_get_document (scene))))
    g_ptr_array_add (slices, genu_mini_document_new (scene, layer, g_ptr_array_ref (layer->items)));
  else
    cut (scene, layer, items, total, slices);
  return slices;
}
