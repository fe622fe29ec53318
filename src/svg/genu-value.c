/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of animated attributes: parse, print, interpolate, add.  This file holds what is common
 * and the string class; every other class has its own genu-value-*.c (see genu-value-private.h).
 * Values never change, so they are shared by reference between timeline, scene and threads. */

#include "config.h"

#include "genu-value-private.h"

#include <math.h>
#include <string.h>

#include "genu-number.h"

/* Used where a caller has no context: a 300 x 150 viewport, as for an <svg> without a size. */
static const GenuValueContext default_context = { 300, 150, 16, GENU_LENGTH_OTHER, 0x000000ff, 16 };

typedef struct
{
  GenuValue base;
  char     *text; /* trimmed */
} GenuString;

static void
string_finalize (GenuValue *self)
{
  g_free (((GenuString *) self)->text);
}

static void
string_print (const GenuValue *self,
              GString         *string)
{
  g_string_append (string, ((const GenuString *) self)->text);
}

static gboolean
string_equal (const GenuValue *a,
              const GenuValue *b)
{
  return strcmp (((const GenuString *) a)->text, ((const GenuString *) b)->text) == 0;
}

static const GenuValueClass string_class = {
  .finalize = string_finalize,
  .print = string_print,
  .equal = string_equal,
};

GenuValue *
genu_value_string_new (GenuValueType type,
                       const char   *text)
{
  GenuString *self = genu_value_alloc (&string_class, type, sizeof (GenuString));

  self->text = g_strstrip (g_strdup (text));

  return &self->base;
}

/* A new value with one reference; the caller fills what follows the base. */
gpointer
genu_value_alloc (const GenuValueClass *klass,
                  GenuValueType         type,
                  gsize                 size)
{
  GenuValue *self = g_malloc0 (size);

  g_atomic_ref_count_init (&self->ref_count);
  self->klass = klass;
  self->type = type;

  return self;
}

/* Exact at both ends. */
double
genu_value_mix (double a,
                double b,
                double fraction)
{
  return fraction == 1 ? b : a + (b - a) * fraction;
}

/**
 * genu_value_parse:
 * @type: the type of the attribute
 * @text: what was written
 * @context: (nullable): what relative units and currentColor refer to
 *
 * Parses an attribute's value.  White space around it is ignored.  Path data and points with an
 * error in them are cut there, as the specification renders them; in any other type an error makes
 * the whole value invalid.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL when @text is not valid or crosses a
 *   limit
 */
GenuValue *
genu_value_parse (GenuValueType           type,
                  const char             *text,
                  const GenuValueContext *context)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (context == NULL)
    context = &default_context;

  switch (type)
    {
    case GENU_VALUE_STRING:
      return genu_value_string_new (type, text);
    case GENU_VALUE_NUMBER:
    case GENU_VALUE_INTEGER:
    case GENU_VALUE_LENGTH:
    case GENU_VALUE_ANGLE:
      return genu_value_scalar_parse (type, text, context);
    case GENU_VALUE_COLOR:
    case GENU_VALUE_PAINT:
      return genu_value_color_parse (type, text, context);
    case GENU_VALUE_NUMBER_LIST:
    case GENU_VALUE_NUMBER_PAIR:
    case GENU_VALUE_LENGTH_LIST:
    case GENU_VALUE_POINTS:
      return genu_value_list_parse (type, text, context);
    case GENU_VALUE_PATH:
      return genu_value_path_parse (text);
    case GENU_VALUE_TRANSFORM:
      return genu_value_transform_parse (text);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * genu_value_ref:
 * @self: a value
 *
 * Returns: (transfer full): @self
 */
GenuValue *
genu_value_ref (const GenuValue *self)
{
  GenuValue *value = (GenuValue *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&value->ref_count);

  return value;
}

/**
 * genu_value_unref:
 * @self: (nullable) (transfer full): a value
 */
void
genu_value_unref (GenuValue *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->klass->finalize != NULL)
    self->klass->finalize (self);
  g_free (self);
}

/**
 * genu_value_get_value_type:
 * @self: a value
 *
 * Returns: the type it was parsed as
 */
GenuValueType
genu_value_get_value_type (const GenuValue *self)
{
  g_return_val_if_fail (self != NULL, GENU_VALUE_STRING);

  return self->type;
}

/**
 * genu_value_to_string:
 * @self: a value
 *
 * Prints a value so that it can be written into a file: lengths in user units, colours as CSS
 * serialises them, numbers without exponents.
 *
 * Returns: (transfer full): the text
 */
char *
genu_value_to_string (const GenuValue *self)
{
  GString *string;

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new (NULL);
  self->klass->print (self, string);

  return g_string_free (string, FALSE);
}

/**
 * genu_value_equal:
 * @a: (nullable): a value
 * @b: (nullable): a value
 *
 * Returns: whether both mean the same; %NULL equals only %NULL
 */
gboolean
genu_value_equal (const GenuValue *a,
                  const GenuValue *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->klass != b->klass || a->type != b->type)
    return FALSE;

  return a->klass->equal (a, b);
}

/**
 * genu_value_can_interpolate:
 * @a: a value
 * @b: a value
 *
 * Returns: whether there is something between @a and @b; where not, animations flip
 */
gboolean
genu_value_can_interpolate (const GenuValue *a,
                            const GenuValue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->klass == b->klass && a->klass->interpolate != NULL
         && (a->klass->can_interpolate == NULL || a->klass->can_interpolate (a, b));
}

/**
 * genu_value_interpolate:
 * @a: a value
 * @b: a value
 * @fraction: 0 for @a, 1 for @b
 *
 * Returns: (transfer full): the value between; @a or @b, changing at 0.5, when they do not
 *   interpolate
 */
GenuValue *
genu_value_interpolate (const GenuValue *a,
                        const GenuValue *b,
                        double           fraction)
{
  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (!genu_value_can_interpolate (a, b))
    return genu_value_ref (fraction < 0.5 ? a : b);

  return a->klass->interpolate (a, b, fraction);
}

/**
 * genu_value_add:
 * @a: a value
 * @b: what to add to it
 *
 * Adds component by component, also for transforms of one item: scale (2) + scale (3) is scale (5).
 * For the sum of transform lists see genu_value_concat_transform().
 *
 * Returns: (transfer full): the sum, or @b when the two have none
 */
GenuValue *
genu_value_add (const GenuValue *a,
                const GenuValue *b)
{
  GenuValue *sum = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (a->klass == b->klass && a->klass->add != NULL)
    sum = a->klass->add (a, b);

  return sum != NULL ? sum : genu_value_ref (b);
}

/**
 * genu_value_scale:
 * @a: a value
 * @factor: a finite number
 *
 * Returns: (transfer full): @a with all components multiplied, or @a itself where it has none
 */
GenuValue *
genu_value_scale (const GenuValue *a,
                  double           factor)
{
  g_return_val_if_fail (a != NULL, NULL);

  return a->klass->scale != NULL ? a->klass->scale (a, factor) : genu_value_ref (a);
}

/**
 * genu_value_get_distance:
 * @a: a value
 * @b: a value
 * @out_distance: (out): the distance, never negative; untouched on failure
 *
 * Measures how far two values are apart, for calcMode="paced".
 *
 * Returns: whether the type has a distance; lists, points and paths have none, as in browsers
 */
gboolean
genu_value_get_distance (const GenuValue *a,
                         const GenuValue *b,
                         double          *out_distance)
{
  g_return_val_if_fail (a != NULL && b != NULL && out_distance != NULL, FALSE);

  return a->klass == b->klass && a->klass->get_distance != NULL
         && a->klass->get_distance (a, b, out_distance);
}

/**
 * genu_value_get_number:
 * @self: a value
 *
 * Returns: a number as it is, a length in user units, an angle in degrees; 0 for other types
 */
double
genu_value_get_number (const GenuValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return genu_value_is_scalar (self) ? genu_value_scalar_get (self) : 0;
}
