/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values that refer to other animated values:
 *
 *   em, ex, ch, rem   to the font size of the element or an ancestor
 *   currentColor      to its color
 *   inherit, or an inherited property that the element does not say itself: to an ancestor's
 *
 * Such a target is read anew whenever what it refers to has changed.  Targets are composed in an
 * order in which what others refer to comes first: ancestors, and on one element font-size and
 * color.  Most documents have no such references, and pay nothing. */

#include "config.h"

#include "genu-timeline-private.h"

#include <string.h>

static const char *const value_attributes[] = { "values", "from", "to", "by" };

/* The target of this name on this very element, or NULL. */
static GenuTarget *
find_target (const GenuTimeline *self,
             const xmlNode      *element,
             const char         *name)
{
  const GArray *indices = g_hash_table_lookup (self->of_element, element);

  for (guint i = 0; indices != NULL && i < indices->len; i++)
    {
      GenuTarget *target = g_ptr_array_index (self->targets, g_array_index (indices, guint, i));

      if (g_str_equal (target->public.attribute->name, name))
        return target;
    }

  return NULL;
}

/* The animated value that @element has or inherits; NULL when the document's own holds. */
static const GenuValue *
find_animated (const GenuTimeline *self,
               const xmlNode      *element,
               const char         *name)
{
  const GenuAttribute *attribute = genu_attribute_lookup ("svg", name);

  for (; element != NULL && element->type == XML_ELEMENT_NODE; element = element->parent)
    {
      const GenuTarget *target = find_target (self, element, name);

      if (target != NULL && target->value != NULL)
        return target->value;
      if (attribute == NULL || genu_svg_document_is_specified (self->document, element, attribute))
        return NULL;
    }

  return NULL;
}

static gboolean
inherits (const GenuAttribute *attribute,
          const char          *text)
{
  if (!attribute->is_property)
    return FALSE;

  return g_ascii_strcasecmp (text, "inherit") == 0
         || (attribute->is_inherited && (g_ascii_strcasecmp (text, "unset") == 0
                                         || g_ascii_strcasecmp (text, "revert") == 0));
}

static gboolean
is_keyword (const char *text)
{
  return g_ascii_strcasecmp (text, "initial") == 0 || g_ascii_strcasecmp (text, "unset") == 0
         || g_ascii_strcasecmp (text, "revert") == 0 || g_ascii_strcasecmp (text, "inherit") == 0;
}

/* The document's context, with animated font size and colour in it. */
static GenuValueContext
get_context (const GenuTimeline *self,
             const GenuTarget   *target,
             gboolean           *out_differs)
{
  const xmlNode *element = target->public.element;
  const GenuAttribute *attribute = target->public.attribute;
  GenuValueContext context = genu_svg_document_get_context (self->document, element, attribute);
  gboolean is_font_size = g_str_equal (attribute->name, "font-size");
  gboolean is_color = g_str_equal (attribute->name, "color");
  const GenuValue *size = find_animated (self, is_font_size ? element->parent : element,
                                         "font-size");
  const GenuValue *color = find_animated (self, is_color ? element->parent : element, "color");

  *out_differs = size != NULL || color != NULL;
  if (size != NULL)
    context.font_size = genu_value_get_number (size);
  if (size != NULL && is_font_size)
    context.viewport_width = context.viewport_height = context.font_size;
  if (color != NULL)
    genu_value_get_rgba (color, &context.current_color);

  return context;
}

static gboolean
is_of_lengths (const GenuAttribute *attribute)
{
  return attribute->type == GENU_VALUE_LENGTH || attribute->type == GENU_VALUE_LENGTH_LIST;
}

static gboolean
is_of_colors (const GenuAttribute *attribute)
{
  return attribute->type == GENU_VALUE_PAINT || attribute->type == GENU_VALUE_COLOR;
}

GenuValue *
genu_timeline_read_value (const char *text,
                          gpointer    data)
{
  const GenuReading *reading = data;
  const GenuTimeline *self = reading->timeline;
  const xmlNode *element = reading->target->public.element;
  const GenuAttribute *attribute = reading->target->public.attribute;
  g_autofree char *word = g_strstrip (g_strdup (text));
  const GenuValue *inherited = NULL;
  GenuValueContext context;
  gboolean differs = FALSE;

  if (inherits (attribute, word))
    inherited = find_animated (self, element->parent, attribute->name);
  if (inherited != NULL)
    return genu_value_ref (inherited);

  if ((is_of_lengths (attribute) || is_of_colors (attribute)) && !is_keyword (word))
    context = get_context (self, reading->target, &differs);
  if (!differs)
    return genu_svg_document_parse_value (self->document, element, attribute, text);

  return genu_value_parse (attribute->type, word, &context);
}

static GenuValue *
read_base (const GenuTimeline *self,
           GenuTarget         *target)
{
  const xmlNode *element = target->public.element;
  const GenuAttribute *attribute = target->public.attribute;
  GenuReading reading = { self, target };
  g_autofree char *text = NULL;

  if (attribute->is_inherited
      && !genu_svg_document_is_specified (self->document, element, attribute))
    return genu_timeline_read_value ("inherit", &reading);

  text = genu_svg_document_dup_base_text (self->document, element, attribute);
  return text != NULL ? genu_timeline_read_value (text, &reading) : NULL;
}

/* Reads the base value and the values of all layers anew. */
void
genu_timeline_refresh_target (GenuTimeline *self,
                              GenuTarget   *target)
{
  GenuReading reading = { self, target };
  GenuValue *base = read_base (self, target);

  if (base != NULL)
    {
      genu_value_unref (target->base);
      target->base = base;
    }
  for (guint i = 0; i < target->sandwich.layers->len; i++)
    {
      GenuAnimation *layer = g_ptr_array_index (target->sandwich.layers, i);
      GenuAnimationFunction *function;
      const char *reason;

      if (layer->function == NULL)
        continue;
      function = genu_animation_function_new (layer->timed->node, target->public.attribute,
                                              genu_timeline_read_value, &reading, &reason);
      if (function == NULL)
        continue;
      genu_animation_function_free (layer->function);
      layer->function = function;
    }
}

static gboolean
contains (const char *text,
          const char *part)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return strstr (lower, part) != NULL;
}

/* Whether any text of the target's values holds one of these words. */
static gboolean
mentions (const GenuTimeline      *self,
          const GenuTarget        *target,
          const char *const       *words)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autofree char *base = genu_svg_document_dup_base_text (self->document, target->public.element,
                                                           target->public.attribute);

  if (base != NULL)
    g_string_append (all, base);
  for (guint i = 0; i < target->sandwich.layers->len; i++)
    {
      const GenuAnimation *layer = g_ptr_array_index (target->sandwich.layers, i);

      for (gsize k = 0; k < G_N_ELEMENTS (value_attributes); k++)
        {
          g_autofree char *text = genu_xml_dup_attribute (layer->timed->node, value_attributes[k]);

          if (text != NULL)
            g_string_append_printf (all, ";%s", text);
        }
    }
  for (; *words != NULL; words++)
    if (contains (all->str, *words))
      return TRUE;

  return FALSE;
}

/* @target refers to every target of this name on @element and above. */
static void
depend_on (GenuTimeline  *self,
           guint          index,
           const xmlNode *element,
           const char    *name)
{
  const GenuTarget *target = g_ptr_array_index (self->targets, index);

  for (; element != NULL && element->type == XML_ELEMENT_NODE; element = element->parent)
    {
      GenuTarget *base = find_target (self, element, name);

      if (base == NULL || base == target)
        continue;
      if (base->dependents == NULL)
        base->dependents = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (base->dependents, index);
    }
}

static void
connect_target (GenuTimeline *self,
                guint         index)
{
  static const char *const units[] = { "em", "ex", "ch", NULL };
  static const char *const colors[] = { "currentcolor", NULL };
  static const char *const keywords[] = { "inherit", "unset", "revert", NULL };
  const GenuTarget *target = g_ptr_array_index (self->targets, index);
  const GenuAttribute *attribute = target->public.attribute;
  xmlNode *element = target->public.element;

  if (is_of_lengths (attribute) && mentions (self, target, units))
    depend_on (self, index, element, "font-size");
  if (is_of_colors (attribute) && mentions (self, target, colors))
    depend_on (self, index, element, "color");
  if (attribute->is_property && (attribute->is_inherited || mentions (self, target, keywords)))
    depend_on (self, index, element->parent, attribute->name);
}

static guint
get_rank (const GenuTarget *target)
{
  const char *name = target->public.attribute->name;

  return target->depth * 2 + !(g_str_equal (name, "font-size") || g_str_equal (name, "color"));
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  guint left = get_rank (*(const GenuTarget *const *) a);
  guint right = get_rank (*(const GenuTarget *const *) b);

  return left < right ? -1 : left > right;
}

/* Finds who refers to whom, when all targets are known. */
void
genu_timeline_connect_targets (GenuTimeline *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      g_ptr_array_add (self->order, g_ptr_array_index (self->targets, i));
      connect_target (self, i);
    }
  g_ptr_array_sort (self->order, compare_targets);
}
