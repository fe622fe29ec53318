/* SPDX-License-Identifier: GPL-3.0-or-later */

/* transform-origin, as property or attribute (CSS Transforms Level 1 section 6): one or two
 * lengths, percentages of the viewport or keywords.  SVG does not animate it; it is read because
 * the transforms that it bends are animated.  No transform-box but view-box is supported. */

#include "config.h"

#include "genu-transform-origin.h"

static const GenuAttribute origin_attribute = {
  .name = "transform-origin", .type = GENU_VALUE_STRING, .direction = GENU_LENGTH_OTHER,
  .is_property = TRUE, .initial = "0 0",
};

const GenuAttribute *
genu_transform_origin_get_attribute (void)
{
  return &origin_attribute;
}

/* A keyword as a percentage; anything else as it is. */
static const char *
replace_keyword (const char *word)
{
  if (g_str_equal (word, "left") || g_str_equal (word, "top"))
    return "0%";
  if (g_str_equal (word, "right") || g_str_equal (word, "bottom"))
    return "100%";

  return g_str_equal (word, "center") ? "50%" : word;
}

static gboolean
is_vertical (const char *word)
{
  return g_str_equal (word, "top") || g_str_equal (word, "bottom");
}

static gboolean
read_length (const char          *word,
             GenuValueContext    *context,
             GenuLengthDirection  direction,
             double              *out_length)
{
  g_autoptr(GenuValue) value = NULL;

  context->direction = direction;
  value = genu_value_parse (GENU_VALUE_LENGTH, replace_keyword (word), context);
  if (value != NULL)
    *out_length = genu_value_get_number (value);

  return value != NULL;
}

gboolean
genu_transform_origin_find (const GenuSvgDocument *document,
                            const xmlNode         *element,
                            GenuPoint             *out_point)
{
  g_autofree char *text = genu_svg_document_dup_base_text (document, element, &origin_attribute);
  GenuValueContext context = genu_svg_document_get_context (document, element, &origin_attribute);
  g_auto(GStrv) words = g_strsplit_set (text, " \t\r\n,", -1);
  const char *found[2] = { NULL, "center" };
  guint n = 0;

  for (guint i = 0; words[i] != NULL && n < 2; i++)
    if (*words[i] != '\0')
      found[n++] = words[i];
  if (n == 0)
    return FALSE;

  if (is_vertical (found[0]))
    {
      const char *vertical = found[0];

      found[0] = found[1];
      found[1] = vertical;
    }

  return read_length (found[0], &context, GENU_LENGTH_WIDTH, &out_point->x)
         && read_length (found[1], &context, GENU_LENGTH_HEIGHT, &out_point->y)
         && (out_point->x != 0 || out_point->y != 0);
}
