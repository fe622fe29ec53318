/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What moves in a drawing, and how.
 *
 * An element "moves" when it, a descendant, or anything they refer to is animated.  What is
 * animated can be applied to a finished picture (transform, opacity, visibility, display: it
 * "composes"), or asks for a new one (it "repaints"). */

#include "config.h"

#include "genu-split-private.h"

#include <string.h>

typedef enum
{
  MOVES_UNKNOWN,
  MOVES_ASKED, /* being found out: a cycle of references ends here */
  MOVES_NO,
  MOVES_YES,
} Moves;

gboolean
genu_split_is_svg (const xmlNode *element,
                   const char    *name)
{
  return genu_xml_is (element, GENU_XMLNS_SVG, name);
}

gboolean
genu_split_sheets_mention (const GenuSplit *split,
                           const char      *what)
{
  const GPtrArray *styles = genu_references_get_styles (split->scene->references);

  for (guint i = 0; i < styles->len; i++)
    {
      g_autoptr(GenuXmlString) text = xmlNodeGetContent (styles->pdata[i]);

      if (text != NULL && strstr ((const char *) text, what) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
genu_split_style_mentions (const xmlNode *element,
                           const char    *what)
{
  g_autofree char *style = genu_xml_dup_attribute (element, "style");

  return style != NULL && strstr (style, what) != NULL;
}

/* What is drawn only through a reference, or never. */
gboolean
genu_split_is_rendered (const xmlNode *element)
{
  static const char *const others[] = {
    "defs",    "symbol", "clipPath",       "mask",           "marker", "pattern",
    "filter",  "style",  "linearGradient", "radialGradient", "title",  "desc",
    "metadata", "script", "view",          "cursor",         "font",
  };

  if (element->ns == NULL || !xmlStrEqual (element->ns->href, (const xmlChar *) GENU_XMLNS_SVG))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (xmlStrEqual (element->name, (const xmlChar *) others[i]))
      return FALSE;
  return !genu_svg_is_animation (element);
}

guint
genu_split_count_targets (const GenuSplit *split,
                          const xmlNode   *element)
{
  guint n = 0;

  genu_timeline_get_targets_of (split->scene->timeline, element, &n);
  return n;
}

gboolean
genu_split_refers_to_moving (GenuSplit     *split,
                             const xmlNode *element)
{
  const GPtrArray *found = genu_references_get (split->scene->references, element);

  for (guint i = 0; i < found->len; i++)
    if (genu_split_moves (split, found->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean
genu_split_child_moves (GenuSplit     *split,
                        const xmlNode *element)
{
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    if (genu_split_is_rendered (child) && genu_split_moves (split, child))
      return TRUE;
  return FALSE;
}

gboolean
genu_split_moves (GenuSplit     *split,
                  const xmlNode *element)
{
  guint8 *known = &split->moves[genu_svg_document_get_index (split->scene->document, element)];

  if (*known == MOVES_UNKNOWN)
    {
      *known = MOVES_ASKED;
      *known = genu_split_count_targets (split, element) > 0
                   || genu_split_refers_to_moving (split, element)
                   || genu_split_child_moves (split, element)
                 ? MOVES_YES
                 : MOVES_NO;
    }
  return *known == MOVES_YES;
}

static gboolean
sets_visibility (const GenuSplit *split,
                 const xmlNode   *element)
{
  const guint *targets;
  guint n;

  if (xmlHasProp ((xmlNode *) element, BAD_CAST "visibility") != NULL
      || genu_split_style_mentions (element, "visibility"))
    return TRUE;
  targets = genu_timeline_get_targets_of (split->scene->timeline, element, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (genu_timeline_get_target (split->scene->timeline, targets[i])->attribute->name,
                     "visibility"))
      return TRUE;
  return FALSE;
}

/* Hiding a whole layer is right only where no descendant has a say of its own. */
static gboolean
descendant_sets_visibility (const GenuSplit *split,
                            const xmlNode   *element)
{
  if (split->sheets_hide)
    return TRUE;
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    if (genu_split_is_rendered (child)
        && (sets_visibility (split, child) || descendant_sets_visibility (split, child)))
      return TRUE;
  return FALSE;
}

/* Whether a target can be applied to a finished picture. */
gboolean
genu_split_can_compose (const GenuSplit           *split,
                        const GenuAnimationTarget *target)
{
  const char *name = target->attribute->name;

  if (genu_split_is_svg (target->element, "svg"))
    return FALSE;
  if (target->attribute->is_property
      && (split->sheets_insist || genu_split_style_mentions (target->element, "!important")))
    return FALSE;
  if (g_str_equal (name, "visibility"))
    return !descendant_sets_visibility (split, target->element);
  return g_str_equal (name, "transform") || g_str_equal (name, "opacity")
         || g_str_equal (name, "display");
}

/* The element's own targets, by what they do to it. */
void
genu_split_sort_own_targets (const GenuSplit *split,
                             const xmlNode   *element,
                             gboolean        *out_composes,
                             gboolean        *out_repaints)
{
  const GenuTimeline *timeline = split->scene->timeline;
  guint n;
  const guint *targets = genu_timeline_get_targets_of (timeline, element, &n);

  *out_composes = *out_repaints = FALSE;
  for (guint i = 0; i < n; i++)
    if (genu_split_can_compose (split, genu_timeline_get_target (timeline, targets[i])))
      *out_composes = TRUE;
    else
      *out_repaints = TRUE;
}

gboolean
genu_split_animates (const GenuSplit *split,
                     const xmlNode   *element,
                     const char      *name)
{
  guint n;
  const guint *targets = genu_timeline_get_targets_of (split->scene->timeline, element, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (genu_timeline_get_target (split->scene->timeline, targets[i])->attribute->name,
                     name))
      return TRUE;
  return FALSE;
}
