/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cascade: what an attribute or property of an element is when nothing animates it (CSS Cascade
 * Level 4 with one origin, and SVG 2 section 6.6 for presentation attributes, which are weaker than
 * any rule).  A declaration whose value does not suit the property counts as not written. */

#include "config.h"

#include <string.h>

#include "genu-attribute-private.h"
#include "genu-number.h"
#include "genu-path.h"
#include "genu-svg-document-private.h"
#include "genu-svg-expansion.h"

/* How many gradients or patterns may inherit units from each other. */
#define MAX_LINKS 16

static const xmlNode *
get_parent (const xmlNode *element)
{
  const xmlNode *parent = element->parent;

  return parent != NULL && parent->type == XML_ELEMENT_NODE ? parent : NULL;
}

/* All declarations for an element, weakest first: sheets, then style="". */
static GPtrArray *
collect_declarations (const GenuSvgDocument *self,
                      const xmlNode         *element)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) genu_declaration_free);
  g_autofree char *style = genu_xml_dup_attribute (element, "style");
  g_autoptr(GPtrArray) own = NULL;

  genu_style_sheet_match (self->sheet, element, all);
  if (style == NULL)
    return all;

  own = genu_declarations_parse (style);
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (all, genu_declaration_copy (g_ptr_array_index (own, i)));

  return all;
}

/* The same from the cache; it lives as long as the document. */
static const GPtrArray *
get_declarations (const GenuSvgDocument *self,
                  const xmlNode         *element)
{
  GenuSvgDocument *document = (GenuSvgDocument *) self; /* the cache is not part of its value */
  GPtrArray *all;

  g_mutex_lock (&document->lock);
  all = g_hash_table_lookup (document->styles, element);
  if (all == NULL)
    {
      all = collect_declarations (self, element);
      g_hash_table_insert (document->styles, (xmlNode *) element, all);
    }
  g_mutex_unlock (&document->lock);

  return all;
}

static gboolean
is_wide_keyword (const char *text)
{
  return g_ascii_strcasecmp (text, "inherit") == 0 || g_ascii_strcasecmp (text, "initial") == 0
         || g_ascii_strcasecmp (text, "unset") == 0 || g_ascii_strcasecmp (text, "revert") == 0;
}

static gboolean
is_valid (const GenuAttribute *attribute,
          const char          *text)
{
  g_autoptr(GenuValue) value = NULL;

  if (is_wide_keyword (text))
    return TRUE;
  if (!genu_attribute_accepts (attribute, text))
    return FALSE;
  value = genu_value_parse (attribute->type, text, NULL);

  return value != NULL;
}

/* The strongest declaration that is or is not important; NULL when there is none. */
static const GenuDeclaration *
find_declaration (const GPtrArray     *all,
                  const GenuAttribute *attribute,
                  gboolean             is_important)
{
  for (guint i = all->len; i > 0; i--)
    {
      const GenuDeclaration *declaration = g_ptr_array_index (all, i - 1);

      if (declaration->is_important == is_important
          && strcmp (declaration->name, attribute->name) == 0
          && is_valid (attribute, declaration->value))
        return declaration;
    }

  return NULL;
}

/* What an element itself says of a property; NULL when nothing. */
static char *
dup_declared (const GenuSvgDocument *self,
              const xmlNode         *element,
              const GenuAttribute   *attribute)
{
  const GPtrArray *all = get_declarations (self, element);
  const GenuDeclaration *declaration = find_declaration (all, attribute, TRUE);
  g_autofree char *text = NULL;

  if (declaration == NULL)
    declaration = find_declaration (all, attribute, FALSE);
  if (declaration != NULL)
    return g_strdup (declaration->value);

  text = genu_xml_dup_attribute (element, attribute->name);
  if (text != NULL && is_valid (attribute, g_strstrip (text)))
    return g_steal_pointer (&text);

  return NULL;
}

typedef enum
{
  SPECIFIED_HERE,
  SPECIFIED_BY_PARENT,
  SPECIFIED_INITIAL,
} Specified;

static Specified
classify (const GenuAttribute *attribute,
          const char          *text)
{
  if (text == NULL || g_ascii_strcasecmp (text, "unset") == 0
      || g_ascii_strcasecmp (text, "revert") == 0)
    return attribute->is_inherited ? SPECIFIED_BY_PARENT : SPECIFIED_INITIAL;
  if (g_ascii_strcasecmp (text, "inherit") == 0)
    return SPECIFIED_BY_PARENT;

  return g_ascii_strcasecmp (text, "initial") == 0 ? SPECIFIED_INITIAL : SPECIFIED_HERE;
}

/* Walks up to the element that specifies a property.  Returns its text, or NULL with *element NULL
 * when the initial value holds. */
static char *
dup_specified (const GenuSvgDocument *self,
               const xmlNode        **element,
               const GenuAttribute   *attribute)
{
  for (; *element != NULL; *element = get_parent (*element))
    {
      g_autofree char *text = dup_declared (self, *element, attribute);
      Specified specified = classify (attribute, text);

      if (specified == SPECIFIED_HERE)
        return g_steal_pointer (&text);
      if (specified == SPECIFIED_INITIAL)
        break;
    }
  *element = NULL;

  return NULL;
}

/* Lengths are inherited as user units, so that 2em means the font size of the element that says it;
 * percentages stay, since they refer to the viewport of the one that uses them. */
static char *
compute_inherited (const GenuSvgDocument *self,
                   const xmlNode         *element,
                   const GenuAttribute   *attribute,
                   const char            *text)
{
  g_autoptr(GenuValue) value = NULL;
  GenuValueContext context;

  if (attribute->type != GENU_VALUE_LENGTH && attribute->type != GENU_VALUE_LENGTH_LIST)
    return g_strdup (text);
  if (strchr (text, '%') != NULL && strcmp (attribute->name, "font-size") != 0)
    return g_strdup (text);

  context = genu_svg_document_get_context (self, element, attribute);
  value = genu_value_parse (attribute->type, text, &context);

  return value != NULL ? genu_value_to_string (value) : g_strdup (text);
}

static char *
dup_property_text (const GenuSvgDocument *self,
                   const xmlNode         *element,
                   const GenuAttribute   *attribute)
{
  const xmlNode *owner = element;
  g_autofree char *text = dup_specified (self, &owner, attribute);

  if (text == NULL)
    return g_strdup (attribute->initial);
  if (g_ascii_strcasecmp (text, "currentColor") == 0
      && (attribute->type == GENU_VALUE_PAINT || attribute->type == GENU_VALUE_COLOR))
    {
      GenuValueContext context = genu_svg_document_get_context (self, element, attribute);
      g_autoptr(GenuValue) color = genu_value_parse (attribute->type, text, &context);

      return genu_value_to_string (color);
    }

  return owner == element ? g_steal_pointer (&text)
                          : compute_inherited (self, owner, attribute, text);
}

/* `href` stands for both spellings; SVG 2 prefers the one without a prefix.  The focus of a radial
 * gradient is its centre unless it says otherwise. */
static char *
dup_attribute_text (const xmlNode       *element,
                    const GenuAttribute *attribute)
{
  char *text = genu_xml_dup_attribute (element, attribute->name);

  if (text == NULL && strcmp (attribute->name, "href") == 0)
    text = genu_xml_dup_attribute_ns (element, "href", GENU_XMLNS_XLINK);
  if (text == NULL && strcmp (attribute->name, "fx") == 0)
    text = genu_xml_dup_attribute (element, "cx");
  if (text == NULL && strcmp (attribute->name, "fy") == 0)
    text = genu_xml_dup_attribute (element, "cy");
  if (text == NULL && attribute->initial[0] != '\0')
    text = g_strdup (attribute->initial);

  return text;
}

/**
 * genu_svg_document_dup_base_text:
 * @self: a document
 * @element: one of its elements
 * @attribute: an attribute of it
 *
 * Returns: (transfer full) (nullable): the un-animated value as text
 */
char *
genu_svg_document_dup_base_text (const GenuSvgDocument *self,
                                 const xmlNode         *element,
                                 const GenuAttribute   *attribute)
{
  g_return_val_if_fail (self != NULL && element != NULL && attribute != NULL, NULL);

  return attribute->is_property ? dup_property_text (self, element, attribute)
                                : dup_attribute_text (element, attribute);
}

/* Numbers for the two names of weights, as CSS Fonts computes them. */
static GenuValue *
parse_computed (const GenuAttribute    *attribute,
                const char             *text,
                const GenuValueContext *context)
{
  if (attribute->is_property && strcmp (attribute->name, "font-weight") == 0)
    {
      if (g_ascii_strcasecmp (text, "normal") == 0)
        text = "400";
      else if (g_ascii_strcasecmp (text, "bold") == 0)
        text = "700";
    }

  return genu_value_parse (attribute->type, text, context);
}

/**
 * genu_svg_document_dup_base_value:
 * @self: a document
 * @element: one of its elements
 * @attribute: an attribute of it
 *
 * Returns: (transfer full) (nullable): the un-animated value; where the file's text is not valid,
 *   the initial value, or %NULL if there is none
 */
GenuValue *
genu_svg_document_dup_base_value (const GenuSvgDocument *self,
                                  const xmlNode         *element,
                                  const GenuAttribute   *attribute)
{
  g_autofree char *text = genu_svg_document_dup_base_text (self, element, attribute);
  GenuValueContext context;
  GenuValue *value;

  if (text == NULL)
    return NULL;

  context = genu_svg_document_get_context (self, element, attribute);
  value = genu_attribute_accepts (attribute, text) ? parse_computed (attribute, text, &context)
                                                   : NULL;
  if (value == NULL && attribute->initial[0] != '\0')
    value = parse_computed (attribute, attribute->initial, &context);

  return value;
}

/* The computed `color`: 0xRRGGBBAA.  currentColor in it means that of the parent. */
static guint32
get_color (const GenuSvgDocument *self,
           const xmlNode         *element)
{
  const GenuAttribute *attribute = genu_attribute_get_property ("color");
  guint32 rgba = 0x000000ff;

  while (element != NULL)
    {
      g_autofree char *text = dup_specified (self, &element, attribute);
      g_autoptr(GenuValue) color = NULL;

      if (text == NULL)
        break;
      if (g_ascii_strcasecmp (text, "currentColor") == 0)
        {
          element = get_parent (element);
          continue;
        }
      color = genu_value_parse (GENU_VALUE_COLOR, text, NULL);
      genu_value_get_rgba (color, &rgba);
      break;
    }

  return rgba;
}

/* The computed font size in user units; 16 above the root. */
static double
get_font_size (const GenuSvgDocument *self,
               const xmlNode         *element)
{
  const GenuAttribute *attribute = genu_attribute_get_property ("font-size");
  g_autofree char *text = dup_specified (self, &element, attribute);
  g_autoptr(GenuValue) size = NULL;
  GenuValueContext context;

  if (text == NULL)
    return 16;
  context = genu_svg_document_get_context (self, element, attribute);
  size = genu_value_parse (GENU_VALUE_LENGTH, text, &context);

  return size != NULL ? MAX (genu_value_get_number (size), 0) : 16;
}

/* The width or height of an inner <svg> without a viewBox. */
static double
get_svg_side (const GenuSvgDocument *self,
              const xmlNode         *element,
              const char            *name)
{
  const GenuAttribute *attribute = genu_attribute_lookup ("svg", name);
  g_autoptr(GenuValue) side = genu_svg_document_dup_base_value (self, element, attribute);

  return side != NULL ? MAX (genu_value_get_number (side), 0) : 0;
}

/* The viewport that percentages of @element's attributes refer to. */
static void
get_viewport (const GenuSvgDocument *self,
              const xmlNode         *element,
              double                *out_width,
              double                *out_height)
{
  GenuRect box = self->view_box;

  for (element = get_parent (element); element != NULL && get_parent (element) != NULL;
       element = get_parent (element))
    {
      gboolean is_svg = genu_xml_is (element, GENU_XMLNS_SVG, "svg");

      if (!is_svg && !genu_xml_is (element, GENU_XMLNS_SVG, "symbol"))
        continue;
      if (genu_svg_element_get_view_box (element, &box))
        break;
      if (is_svg)
        {
          box.width = get_svg_side (self, element, "width");
          box.height = get_svg_side (self, element, "height");
          break;
        }
    }
  *out_width = box.width;
  *out_height = box.height;
}

/* Which attribute says whether an element's lengths are fractions of a bounding box. */
static const struct
{
  const char *elements;
  const char *units;
  gboolean    is_box_by_default;
} unit_attributes[] = {
  { "linearGradient radialGradient", "gradientUnits", TRUE },
  { "pattern", "patternUnits", TRUE },
  { "mask", "maskUnits", TRUE },
  { "filter", "filterUnits", TRUE },
};

/* Gradients and patterns take units that they do not have from the one they link to. */
static char *
dup_units (const GenuSvgDocument *self,
           const xmlNode         *element,
           const char            *name)
{
  for (guint i = 0; element != NULL && i < MAX_LINKS; i++)
    {
      char *units = genu_xml_dup_attribute (element, name);

      if (units != NULL)
        return units;
      element = genu_svg_get_linked (self, element);
    }

  return NULL;
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto(GStrv) split = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) split, word);
}

static gboolean
is_in_box_units (const GenuSvgDocument *self,
                 const xmlNode         *element,
                 const GenuAttribute   *attribute)
{
  const xmlNode *parent = get_parent (element);
  g_autofree char *units = NULL;

  if (attribute->type != GENU_VALUE_LENGTH || attribute->is_property)
    return FALSE;
  if (parent != NULL && genu_xml_is (parent, GENU_XMLNS_SVG, "filter"))
    {
      units = genu_xml_dup_attribute (parent, "primitiveUnits");
      return g_strcmp0 (units, "objectBoundingBox") == 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (unit_attributes); i++)
    if (has_word (unit_attributes[i].elements, (const char *) element->name))
      {
        units = dup_units (self, element, unit_attributes[i].units);
        return g_strcmp0 (units, "userSpaceOnUse") != 0;
      }

  return FALSE;
}

/**
 * genu_svg_document_get_context:
 * @self: a document
 * @element: one of its elements
 * @attribute: an attribute of it
 *
 * Finds what relative units of a value refer to.  Font size and colour of the attributes font-size
 * and color themselves are the parent's.  Where lengths are fractions of a bounding box, the
 * viewport is 1 x 1.
 *
 * Returns: the context for genu_value_parse()
 */
GenuValueContext
genu_svg_document_get_context (const GenuSvgDocument *self,
                               const xmlNode         *element,
                               const GenuAttribute   *attribute)
{
  GenuValueContext context = { 300, 150, 16, GENU_LENGTH_OTHER, 0x000000ff, 16 };
  gboolean is_font_size, is_color;

  g_return_val_if_fail (self != NULL && element != NULL && attribute != NULL, context);

  is_font_size = strcmp (attribute->name, "font-size") == 0;
  is_color = strcmp (attribute->name, "color") == 0;
  context.direction = attribute->direction;
  context.font_size = get_font_size (self, is_font_size ? get_parent (element) : element);
  context.current_color = get_color (self, is_color ? get_parent (element) : element);
  if (get_parent (element) != NULL)
    context.root_font_size = get_font_size (self, genu_svg_document_get_root (self));
  get_viewport (self, element, &context.viewport_width, &context.viewport_height);
  if (is_font_size)
    {
      /* A percentage of a font size is one of the parent's. */
      context.viewport_width = context.font_size;
      context.viewport_height = context.font_size;
    }
  else if (is_in_box_units (self, element, attribute))
    {
      context.viewport_width = 1;
      context.viewport_height = 1;
    }

  return context;
}

/* Path data and points are drawn up to an error in them, but an animation to such a value does
 * nothing. */
static gboolean
is_cut (const GenuAttribute *attribute,
        const char          *text)
{
  g_autoptr(GArray) array = NULL;
  gboolean complete = TRUE;

  if (attribute->type == GENU_VALUE_PATH)
    array = genu_path_parse (text, &complete);
  else if (attribute->type == GENU_VALUE_POINTS)
    {
      array = genu_number_parse_list (text);
      complete = array != NULL && array->len % 2 == 0;
    }

  return !complete;
}

/**
 * genu_svg_document_parse_value:
 * @self: a document
 * @element: one of its elements
 * @attribute: an attribute of it
 * @text: what an animation element writes for it
 *
 * Parses a value in the context of @element.  For a property, `inherit` is the parent's value and
 * `initial` the initial one.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL if @text is not valid
 */
GenuValue *
genu_svg_document_parse_value (const GenuSvgDocument *self,
                               const xmlNode         *element,
                               const GenuAttribute   *attribute,
                               const char            *text)
{
  g_autofree char *word = NULL;
  GenuValueContext context;
  Specified specified;

  g_return_val_if_fail (self != NULL && element != NULL, NULL);
  g_return_val_if_fail (attribute != NULL && text != NULL, NULL);

  word = g_strstrip (g_strdup (text));
  specified = attribute->is_property && is_wide_keyword (word) ? classify (attribute, word)
                                                               : SPECIFIED_HERE;
  if (specified == SPECIFIED_BY_PARENT && get_parent (element) != NULL)
    return genu_svg_document_dup_base_value (self, get_parent (element), attribute);

  if (specified == SPECIFIED_HERE
      && (!genu_attribute_accepts (attribute, word) || is_cut (attribute, word)))
    return NULL;
  context = genu_svg_document_get_context (self, element, attribute);

  return parse_computed (attribute, specified == SPECIFIED_HERE ? word : attribute->initial,
                         &context);
}

/**
 * genu_svg_document_is_important:
 * @self: a document
 * @element: one of its elements
 * @attribute: an attribute of it
 *
 * Returns: whether the property is declared !important for @element itself
 */
gboolean
genu_svg_document_is_important (const GenuSvgDocument *self,
                                const xmlNode         *element,
                                const GenuAttribute   *attribute)
{
  g_return_val_if_fail (self != NULL && element != NULL && attribute != NULL, FALSE);

  return attribute->is_property
         && find_declaration (get_declarations (self, element), attribute, TRUE) != NULL;
}

/**
 * genu_svg_document_is_specified:
 * @self: a document
 * @element: one of its elements
 * @attribute: a property
 *
 * Returns: whether @element itself says what the property is: FALSE where it inherits it
 */
gboolean
genu_svg_document_is_specified (const GenuSvgDocument *self,
                                const xmlNode         *element,
                                const GenuAttribute   *attribute)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && element != NULL && attribute != NULL, FALSE);

  text = dup_declared (self, element, attribute);

  return text != NULL && classify (attribute, text) != SPECIFIED_BY_PARENT;
}
