/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The animation function (SVG 1.1 sections 19.2.9 and 19.2.10; SMIL 3.0 section 12.4).
 *
 *   values        v0 … vn
 *   from, to      from, to
 *   from, by      from, from + by
 *   by            0, by            always added to what lies below
 *   to            what lies below, to
 *   set           to
 *
 * A to-animation moves from the underlying value at that moment, so it blends out whatever else
 * still moves, and neither adds nor accumulates.  accumulate="sum" adds the last value once for
 * each iteration that is over.
 *
 * Types that have nothing between two values (enumerations, links …) are discrete whatever
 * calcMode says, when values are listed; where only these two values do not fit together (paths
 * with other commands, lists of other lengths) they change half way. */

#include "config.h"

#include "genu-animation-function.h"

#include "genu-limits.h"
#include "genu-number.h"
#include "genu-path.h"

#include <string.h>

typedef enum
{
  SEGMENT_HOLDS,  /* both ends are equal */
  SEGMENT_BLENDS, /* it moves all the time */
  SEGMENT_FLIPS,  /* half way */
} Segment;

struct _GenuAnimationFunction
{
  GPtrArray    *values;       /* of GenuValue */
  GenuKeyframes keyframes;    /* for values; for a to-animation, of two values */
  Segment      *segments;     /* values - 1; NULL for a to-animation */
  gboolean      is_transform; /* sums are lists one after the other */
  gboolean      is_to;
  gboolean      is_additive;
  gboolean      accumulates;
};

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

/* Path data and points are drawn up to an error in them; animated they must have none. */
static gboolean
is_complete (GenuValueType type,
             const char   *text)
{
  g_autoptr(GArray) items = NULL;
  gboolean is_good = TRUE;

  if (type == GENU_VALUE_PATH)
    items = genu_path_parse (text, &is_good);
  else if (type == GENU_VALUE_POINTS)
    {
      items = genu_number_parse_list (text);
      is_good = items != NULL && items->len % 2 == 0;
    }

  return is_good;
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
  if (value == NULL || !is_complete (reader->attribute->type, text))
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

void
genu_animation_function_free (GenuAnimationFunction *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->values);
  genu_keyframes_clear (&self->keyframes);
  g_free (self->segments);
  g_free (self);
}

/* Where a to-animation starts.  Of a transform list it is the first item, if that is of the same
 * type; no paint is black.  SVG leaves both open, and Chromium does so. */
static GenuValue *
dup_origin (const GenuAnimationFunction *self,
            const GenuValue             *underlying)
{
  const GenuValue *to = g_ptr_array_index (self->values, 0);
  g_autoptr(GenuValue) item = NULL;
  guint32 rgba;

  if (underlying != NULL && genu_value_get_value_type (to) == GENU_VALUE_PAINT
      && !genu_value_get_rgba (underlying, &rgba))
    return genu_value_parse (GENU_VALUE_PAINT, "black", NULL);
  if (!self->is_transform)
    return genu_value_ref (underlying != NULL ? underlying : to);

  if (underlying != NULL)
    item = genu_value_dup_transform_item (underlying, 0);
  if (item != NULL && genu_value_can_interpolate (item, to))
    return g_steal_pointer (&item);

  return genu_value_scale (to, 0);
}

static GenuValue *
apply_to (const GenuAnimationFunction *self,
          double                       progress,
          const GenuValue             *underlying)
{
  g_autoptr(GenuValue) from = dup_origin (self, underlying);
  const GenuValue *to = g_ptr_array_index (self->values, 0);
  double fraction;
  guint index = genu_keyframes_locate (&self->keyframes, progress, &fraction);

  return genu_value_interpolate (from, to, index == 1 ? 1 : fraction);
}

static GenuValue *
get_simple (const GenuAnimationFunction *self,
            double                       progress)
{
  double fraction;
  guint index = genu_keyframes_locate (&self->keyframes, progress, &fraction);
  const GenuValue *value = g_ptr_array_index (self->values, index);

  if (fraction == 0 || self->segments[index] == SEGMENT_HOLDS)
    return genu_value_ref (value);

  return genu_value_interpolate (value, g_ptr_array_index (self->values, index + 1), fraction);
}

static void
accumulate (const GenuAnimationFunction *self,
            guint64                      iteration,
            GenuValue                  **value)
{
  const GenuValue *last = g_ptr_array_index (self->values, self->values->len - 1);
  g_autoptr(GenuValue) past = NULL;
  g_autoptr(GenuValue) old = *value;

  past = genu_value_scale (last, (double) iteration);
  *value = genu_value_add (past, old);
}

GenuValue *
genu_animation_function_apply (const GenuAnimationFunction *self,
                               double                       progress,
                               guint64                      iteration,
                               const GenuValue             *underlying)
{
  g_autoptr(GenuValue) value = NULL;

  if (self->is_to)
    return apply_to (self, progress, underlying);

  value = get_simple (self, progress);
  if (self->accumulates && iteration > 0)
    accumulate (self, iteration, &value);
  if (!self->is_additive || underlying == NULL)
    return g_steal_pointer (&value);

  return self->is_transform ? genu_value_concat_transform (underlying, value)
                            : genu_value_add (underlying, value);
}

/* A to-animation at its end is where it goes, whatever lies below. */
gboolean
genu_animation_function_replaces (const GenuAnimationFunction *self,
                                  double                       progress)
{
  return self->is_to ? progress >= 1 : !self->is_additive;
}

/* Where the value of the frame or segment @index gives way to another one, if it holds up to the
 * next key time. */
static double
get_next_time (const GenuAnimationFunction *self,
               guint                        index)
{
  const GenuKeyframes *keyframes = &self->keyframes;
  guint last = keyframes->is_discrete ? keyframes->n - 1 : keyframes->n - 2;

  while (index < last && self->segments[keyframes->is_discrete ? index : index + 1] == SEGMENT_HOLDS)
    index++;

  return index < last ? keyframes->times[index + 1] : GENU_HOLD_ALL;
}

static double
get_segment_hold (const GenuAnimationFunction *self,
                  guint                        index,
                  double                       progress)
{
  double middle;

  switch (self->segments[index])
    {
    case SEGMENT_BLENDS:
      return progress;
    case SEGMENT_FLIPS:
      middle = genu_keyframes_get_middle (&self->keyframes, index);
      return progress < middle ? middle : get_next_time (self, index);
    case SEGMENT_HOLDS:
    default:
      return get_next_time (self, index);
    }
}

static double
get_to_hold (const GenuAnimationFunction *self,
             guint                        index,
             double                       progress)
{
  if (!self->keyframes.is_discrete)
    return progress;

  return index == 0 ? self->keyframes.times[1] : GENU_HOLD_ALL;
}

double
genu_animation_function_get_hold (const GenuAnimationFunction *self,
                                  double                       progress)
{
  double fraction;
  guint index = genu_keyframes_locate (&self->keyframes, progress, &fraction);

  if (self->is_to)
    return get_to_hold (self, index, progress);
  if (self->values->len == 1)
    return GENU_HOLD_ALL;

  return self->keyframes.is_discrete ? get_next_time (self, index)
                                     : get_segment_hold (self, index, progress);
}

gboolean
genu_animation_function_is_constant (const GenuAnimationFunction *self)
{
  if (self->is_to || self->accumulates)
    return FALSE;
  for (guint i = 0; i + 1 < self->values->len; i++)
    if (self->segments[i] != SEGMENT_HOLDS)
      return FALSE;

  return TRUE;
}
