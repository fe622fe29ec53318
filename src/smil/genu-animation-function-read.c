/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what an animate, set or animateTransform element does (SVG 1.1 sections 19.2.8 to 19.2.10).
 * One malformed value, or key times that do not fit, and it does nothing at all.
 *
 * Types that have nothing between two values (enumerations, links …) are discrete whatever calcMode
 * says; where only these two values do not fit together (paths with other commands, lists of other
 * lengths) they change half way. */

#include "config.h"

#include "genu-animation-function-private.h"

#include "genu-limits.h"

#include <string.h>

/* What is needed to read the values of one element. */
typedef struct
{
  const xmlNode       *element;
  const GenuAttribute *attribute;
  GenuValueFunc        parse;
  gpointer             data; /* of parse */
  GenuTransformType    transform; /* if is_transform */
  gboolean             is_transform;
  gboolean             is_set;
} Reader;

static const struct
{
  const char       *name;
  GenuTransformType type;
} transform_types[] = {
  { "translate", GENU_TRANSFORM_TRANSLATE }, { "scale", GENU_TRANSFORM_SCALE },
  { "rotate", GENU_TRANSFORM_ROTATE },       { "skewX", GENU_TRANSFORM_SKEW_X },
  { "skewY", GENU_TRANSFORM_SKEW_Y },
};

static gboolean
read_transform_type (Reader *reader)
{
  g_autofree char *text = genu_xml_dup_attribute (reader->element, "type");

  reader->is_transform = genu_xml_is (reader->element, GENU_XMLNS_SVG, "animateTransform");
  reader->transform = GENU_TRANSFORM_TRANSLATE;
  if (!reader->is_transform || text == NULL)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (transform_types); i++)
    if (g_str_equal (text, transform_types[i].name))
      {
        reader->transform = transform_types[i].type;
        return TRUE;
      }

  return FALSE;
}

static GenuValue *
parse_value (const Reader *reader,
             const char   *text)
{
  g_autoptr(GenuValue) value = NULL;
  guint32 rgba;

  if (reader->is_transform)
    return genu_value_parse_transform_item (reader->transform, text);

  value = reader->parse (text, reader->data);
  if (value == NULL)
    return NULL;

  /* Chromium animates paints only between colours: none and url() have no effect there. */
  if (reader->attribute->type == GENU_VALUE_PAINT && !genu_value_get_rgba (value, &rgba))
    return NULL;

  return g_steal_pointer (&value);
}

/* The value of "from", "to" or "by". */
static gboolean
read_value (const Reader *reader,
            const char   *name,
            GenuValue   **out_value,
            gboolean     *out_is_bad)
{
  g_autofree char *text = genu_xml_dup_attribute (reader->element, name);

  *out_value = NULL;
  if (text == NULL)
    return FALSE;

  *out_value = parse_value (reader, text);
  *out_is_bad |= *out_value == NULL;
  return TRUE;
}

/* A list of values, which may end with a semicolon; FALSE when one is bad. */
static gboolean
read_list (const Reader *reader,
           const char   *text,
           GPtrArray    *values)
{
  g_auto(GStrv) parts = g_strsplit (text, ";", GENU_LIMIT_LIST + 1);
  guint n = g_strv_length (parts);

  if (n > 1 && *g_strstrip (parts[n - 1]) == '\0')
    n--;
  if (n > GENU_LIMIT_LIST)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      GenuValue *value = parse_value (reader, parts[i]);

      if (value == NULL)
        return FALSE;
      g_ptr_array_add (values, value);
    }

  return n > 0;
}

static gboolean
can_add (const Reader *reader)
{
  return reader->is_transform || reader->attribute->is_additive;
}

/* by, and from with by. */
static gboolean
take_by (GenuAnimationFunction *self,
         const Reader          *reader,
         GenuValue             *from,
         GenuValue             *by)
{
  if (!can_add (reader))
    return FALSE;

  if (from == NULL)
    {
      g_ptr_array_add (self->values, genu_value_scale (by, 0));
      g_ptr_array_add (self->values, genu_value_ref (by));
      self->is_additive = TRUE;
    }
  else
    {
      g_ptr_array_add (self->values, genu_value_ref (from));
      g_ptr_array_add (self->values, genu_value_add (from, by));
    }

  return TRUE;
}

static gboolean
take_to (GenuAnimationFunction *self,
         const Reader          *reader,
         GenuValue             *from,
         GenuValue             *to)
{
  self->is_to = from == NULL && !reader->is_set;
  if (from != NULL)
    g_ptr_array_add (self->values, genu_value_ref (from));
  g_ptr_array_add (self->values, genu_value_ref (to));

  return TRUE;
}

/* Fills the values from "from", "to" and "by". */
static gboolean
read_ends (GenuAnimationFunction *self,
           const Reader          *reader)
{
  g_autoptr(GenuValue) from = NULL;
  g_autoptr(GenuValue) to = NULL;
  g_autoptr(GenuValue) by = NULL;
  gboolean is_bad = FALSE;
  gboolean has_to = read_value (reader, "to", &to, &is_bad);

  if (!reader->is_set)
    read_value (reader, "from", &from, &is_bad);
  if (has_to)
    return !is_bad && take_to (self, reader, from, to);
  if (!reader->is_set && read_value (reader, "by", &by, &is_bad))
    return !is_bad && take_by (self, reader, from, by);

  return FALSE;
}

/* Distances between neighbours; NULL when some pair has none. */
static double *
measure (const GPtrArray *values)
{
  g_autofree double *distances = g_new0 (double, values->len);

  for (guint i = 0; i + 1 < values->len; i++)
    if (!genu_value_get_distance (g_ptr_array_index (values, i), g_ptr_array_index (values, i + 1),
                                  &distances[i]))
      return NULL;

  return g_steal_pointer (&distances);
}

static gboolean
read_keyframes (GenuAnimationFunction *self,
                const Reader          *reader,
                gboolean               is_list)
{
  GenuKeyAttributes attributes = { 0 };
  g_autofree double *distances = NULL;
  gboolean is_good;

  if (!reader->is_set)
    genu_key_attributes_read (&attributes, reader->element, GENU_CALC_LINEAR);
  if (!reader->is_transform && reader->attribute->type == GENU_VALUE_STRING)
    attributes.mode = GENU_CALC_DISCRETE;
  if (attributes.mode == GENU_CALC_PACED)
    distances = measure (self->values);
  is_good = genu_keyframes_init (&self->keyframes, &attributes, self->is_to ? 2 : self->values->len,
                                 is_list, distances);
  genu_key_attributes_clear (&attributes);

  return is_good;
}

static Segment
classify (const GenuValue *a,
          const GenuValue *b)
{
  if (genu_value_equal (a, b))
    return SEGMENT_HOLDS;

  return genu_value_can_interpolate (a, b) ? SEGMENT_BLENDS : SEGMENT_FLIPS;
}

static void
classify_segments (GenuAnimationFunction *self)
{
  if (self->is_to)
    return;

  self->segments = g_new0 (Segment, self->values->len);
  for (guint i = 0; i + 1 < self->values->len; i++)
    self->segments[i] = classify (g_ptr_array_index (self->values, i),
                                  g_ptr_array_index (self->values, i + 1));
}

static gboolean
has_word (const xmlNode *element,
          const char    *name,
          const char    *word)
{
  g_autofree char *text = genu_xml_dup_attribute (element, name);

  return g_strcmp0 (text, word) == 0;
}

static void
read_sums (GenuAnimationFunction *self,
           const Reader          *reader)
{
  gboolean allowed = can_add (reader) && !self->is_to && !reader->is_set;

  self->is_additive = allowed
                      && (self->is_additive || has_word (reader->element, "additive", "sum"));
  self->accumulates = allowed && has_word (reader->element, "accumulate", "sum");
}

static const char *
read_function (GenuAnimationFunction *self,
               Reader                *reader)
{
  g_autofree char *list = genu_xml_dup_attribute (reader->element, "values");
  gboolean is_list = list != NULL && !reader->is_set;

  if (!read_transform_type (reader))
    return "unknown transform type";
  self->is_transform = reader->is_transform;
  if (is_list ? !read_list (reader, list, self->values) : !read_ends (self, reader))
    return "its values are missing or malformed";
  if (!read_keyframes (self, reader, is_list))
    return "keyTimes or keySplines do not fit its values";

  read_sums (self, reader);
  classify_segments (self);
  return NULL;
}

/**
 * genu_animation_function_new:
 * @element: an animate, set or animateTransform element
 * @attribute: what it animates
 * @parse: reads a value of @attribute; not used for transforms
 * @data: for @parse
 * @out_reason: (out): why it has no effect, a static string; %NULL if it has
 *
 * Returns: (transfer full) (nullable): what the element does, or %NULL when it has no effect
 */
GenuAnimationFunction *
genu_animation_function_new (const xmlNode       *element,
                             const GenuAttribute *attribute,
                             GenuValueFunc        parse,
                             gpointer             data,
                             const char         **out_reason)
{
  GenuAnimationFunction *self = g_new0 (GenuAnimationFunction, 1);
  Reader reader = { .element = element, .attribute = attribute, .parse = parse, .data = data,
                    .is_set = genu_xml_is (element, GENU_XMLNS_SVG, "set") };

  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) genu_value_unref);
  *out_reason = read_function (self, &reader);
  if (*out_reason != NULL)
    g_clear_pointer (&self, genu_animation_function_free);

  return self;
}
