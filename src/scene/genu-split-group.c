/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keeps a group together: properties that apply to its children as one picture, and blend
 * modes, which see what lies below them in their stacking context.
 *
 * Asked of the un-animated drawing: none of these properties is animated, opacity aside. */

#include "config.h"

#include "genu-split-private.h"

/* Properties that nothing animates and the table of those that are therefore leaves out. */
static const GenuAttribute still_properties[] = {
  { "mix-blend-mode", GENU_VALUE_STRING, GENU_LENGTH_OTHER, TRUE, FALSE, FALSE, "normal" },
  { "isolation", GENU_VALUE_STRING, GENU_LENGTH_OTHER, TRUE, FALSE, FALSE, "auto" },
};

/* The un-animated value of a property that is not inherited, "" when nothing sets it. */
static char *
dup_property (const GenuSplit *split,
              const xmlNode   *element,
              const char      *name)
{
  const GenuAttribute *attribute = genu_attribute_lookup ((const char *) element->name, name);
  char *text = NULL;

  for (guint i = 0; attribute == NULL && i < G_N_ELEMENTS (still_properties); i++)
    if (g_str_equal (name, still_properties[i].name))
      attribute = &still_properties[i];

  if (attribute != NULL)
    text = genu_svg_document_dup_base_text (split->scene->document, element, attribute);
  return text != NULL ? text : g_strdup ("");
}

static gboolean
has_property (const GenuSplit *split,
              const xmlNode   *element,
              const char      *name,
              const char      *usual)
{
  g_autofree char *text = dup_property (split, element, name);

  return text[0] != '\0' && !g_str_equal (text, usual);
}

gboolean
genu_split_is_translucent (const GenuSplit *split,
                           const xmlNode   *element)
{
  g_autofree char *text = dup_property (split, element, "opacity");
  char *rest;
  double opacity = g_ascii_strtod (text, &rest);

  return rest != text && opacity < (*rest == '%' ? 100 : 1);
}

/* Why a group cannot be painted child by child; NULL when it can, opacity aside. */
const char *
genu_split_find_grouping (const GenuSplit *split,
                          const xmlNode   *element)
{
  static const struct { const char *name, *usual; } properties[] = {
    { "mask", "none" }, { "filter", "none" }, { "clip-path", "none" },
    { "mix-blend-mode", "normal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (has_property (split, element, properties[i].name, properties[i].usual))
      return properties[i].name;
  return g_hash_table_contains (split->keep_whole, element) ? "mix-blend-mode" : NULL;
}

/* The innermost ancestor that librsvg paints on a surface of its own: what a blend mode below it
 * sees. */
static xmlNode *
find_blend_context (const GenuSplit *split,
                    xmlNode         *element)
{
  for (element = element->parent; element->parent->type == XML_ELEMENT_NODE;
       element = element->parent)
    if (genu_split_is_translucent (split, element) || has_property (split, element, "mask", "none")
        || has_property (split, element, "filter", "none")
        || has_property (split, element, "isolation", "auto")
        || has_property (split, element, "mix-blend-mode", "normal"))
      return element;
  return element;
}

/* Text search first: the cascade is asked only in a drawing that blends somewhere. */
static gboolean
mentions_blend (const GenuSplit *split)
{
  GenuSvgDocument *document = split->scene->document;

  if (genu_split_sheets_mention (split, "mix-blend-mode"))
    return TRUE;
  for (guint i = 0; i < genu_svg_document_get_n_elements (document); i++)
    {
      const xmlNode *element = genu_svg_document_get_nth_element (document, i);

      if (xmlHasProp ((xmlNode *) element, BAD_CAST "mix-blend-mode") != NULL
          || genu_split_style_mentions (element, "mix-blend-mode"))
        return TRUE;
    }
  return FALSE;
}

void
genu_split_find_blends (GenuSplit *split)
{
  GenuSvgDocument *document = split->scene->document;
  guint n = genu_svg_document_get_n_elements (document);

  if (!mentions_blend (split))
    return;
  for (guint i = 1; i < n; i++)
    {
      xmlNode *element = genu_svg_document_get_nth_element (document, i);

      if (has_property (split, element, "mix-blend-mode", "normal"))
        g_hash_table_add (split->keep_whole, find_blend_context (split, element));
    }
}
