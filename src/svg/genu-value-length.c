/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, integers, lengths and angles: one double each.  A length is resolved to user units when
 * it is parsed (1 user unit = 1px = 1/96 in), so that 1cm and 20px interpolate and add. */

#include "config.h"

#include "genu-value-private.h"

#include <math.h>
#include <string.h>

#include "genu-number.h"

typedef struct
{
  GenuValue base;
  double    number; /* finite unless arithmetic overflowed; printing copes with that */
} GenuScalar;

static GenuValue *scalar_new (GenuValueType type,
                              double        number);

static double
get (const GenuValue *self)
{
  return ((const GenuScalar *) self)->number;
}

static void
scalar_print (const GenuValue *self,
              GString         *string)
{
  genu_number_append (string, genu_value_scalar_get (self));
}

static gboolean
scalar_equal (const GenuValue *a,
              const GenuValue *b)
{
  return get (a) == get (b);
}

static GenuValue *
scalar_interpolate (const GenuValue *a,
                    const GenuValue *b,
                    double           fraction)
{
  return scalar_new (b->type, genu_value_mix (get (a), get (b), fraction));
}

static GenuValue *
scalar_add (const GenuValue *a,
            const GenuValue *b)
{
  return scalar_new (b->type, get (a) + get (b));
}

static GenuValue *
scalar_scale (const GenuValue *a,
              double           factor)
{
  return scalar_new (a->type, get (a) * factor);
}

static gboolean
scalar_get_distance (const GenuValue *a,
                     const GenuValue *b,
                     double          *out_distance)
{
  *out_distance = fabs (get (b) - get (a));
  return TRUE;
}

static const GenuValueClass scalar_class = {
  .print = scalar_print,
  .equal = scalar_equal,
  .interpolate = scalar_interpolate,
  .add = scalar_add,
  .scale = scalar_scale,
  .get_distance = scalar_get_distance,
};

static GenuValue *
scalar_new (GenuValueType type,
            double        number)
{
  GenuScalar *self = genu_value_alloc (&scalar_class, type, sizeof (GenuScalar));

  self->number = number;

  return &self->base;
}

gboolean
genu_value_is_scalar (const GenuValue *self)
{
  return self->klass == &scalar_class;
}

/* Integers keep their fraction inside, so that sums of many steps do not drift; readers see whole
 * numbers, halves rounded away from zero. */
double
genu_value_scalar_get (const GenuValue *self)
{
  return self->type == GENU_VALUE_INTEGER ? round (get (self)) : get (self);
}

static const struct
{
  const char *name;
  double      factor; /* user units in one */
} absolute_units[] = {
  { "px", 1 },          { "pt", 96.0 / 72 },  { "pc", 16 },          { "in", 96 },
  { "mm", 96.0 / 25.4 }, { "cm", 96.0 / 2.54 }, { "q", 96.0 / 101.6 },
};

static double
get_percentage_base (const GenuValueContext *context)
{
  double w = context->viewport_width, h = context->viewport_height;

  switch (context->direction)
    {
    case GENU_LENGTH_WIDTH:
      return w;
    case GENU_LENGTH_HEIGHT:
      return h;
    case GENU_LENGTH_OTHER:
    default:
      return sqrt ((w * w + h * h) / 2);
    }
}

/* ex and ch are half an em, which the specification allows where the font is not at hand. */
static gboolean
get_relative_unit (const char             *unit,
                   const GenuValueContext *context,
                   double                 *out_factor)
{
  double w = context->viewport_width, h = context->viewport_height;

  if (strcmp (unit, "%") == 0)
    *out_factor = get_percentage_base (context) / 100;
  else if (strcmp (unit, "em") == 0)
    *out_factor = context->font_size;
  else if (strcmp (unit, "ex") == 0 || strcmp (unit, "ch") == 0)
    *out_factor = context->font_size / 2;
  else if (strcmp (unit, "rem") == 0)
    *out_factor = context->root_font_size > 0 ? context->root_font_size : 16;
  else if (strcmp (unit, "vw") == 0)
    *out_factor = w / 100;
  else if (strcmp (unit, "vh") == 0)
    *out_factor = h / 100;
  else if (strcmp (unit, "vmin") == 0)
    *out_factor = MIN (w, h) / 100;
  else if (strcmp (unit, "vmax") == 0)
    *out_factor = MAX (w, h) / 100;
  else
    return FALSE;

  return TRUE;
}

static gboolean
get_unit (const char             *unit,
          const GenuValueContext *context,
          double                 *out_factor)
{
  for (guint i = 0; i < G_N_ELEMENTS (absolute_units); i++)
    if (strcmp (absolute_units[i].name, unit) == 0)
      {
        *out_factor = absolute_units[i].factor;
        return TRUE;
      }

  return get_relative_unit (unit, context, out_factor);
}

/* Reads letters or a percent sign, in lower case.  "" when there is no unit. */
static void
scan_unit (const char **cursor,
           char         unit[8])
{
  const char *c = *cursor;
  gsize n = 0;

  if (*c == '%')
    unit[n++] = *c++;
  else
    while (g_ascii_isalpha (*c) && n < 7)
      unit[n++] = g_ascii_tolower (*c++);
  unit[n] = '\0';
  *cursor = c;
}

/* Reads one length; *cursor and *out_length are untouched on failure. */
gboolean
genu_length_scan (const char            **cursor,
                  const GenuValueContext *context,
                  double                 *out_length)
{
  const char *c = *cursor;
  double number, factor = 1;
  char unit[8];

  if (!genu_number_scan (&c, &number))
    return FALSE;
  scan_unit (&c, unit);
  if (unit[0] != '\0' && !get_unit (unit, context, &factor))
    return FALSE;

  *out_length = number * factor;
  *cursor = c;

  return TRUE;
}

/* Keywords of the properties that are lengths; sizes as browsers have them for 16px. */
static const struct
{
  const char *name;
  double      pixels; /* 0: see em */
  double      em;     /* relative to the font size of the context */
} length_keywords[] = {
  { "xx-small", 9, 0 },   { "x-small", 10, 0 }, { "small", 13, 0 },    { "medium", 16, 0 },
  { "large", 18, 0 },     { "x-large", 24, 0 }, { "xx-large", 32, 0 }, { "xxx-large", 48, 0 },
  { "smaller", 0, 1 / 1.2 }, { "larger", 0, 1.2 }, { "normal", 0, 0 },
};

static gboolean
parse_length (const char             *text,
              const GenuValueContext *context,
              double                 *out_length)
{
  const char *cursor = genu_number_skip_space (text);
  g_autofree char *word = NULL;

  if (genu_length_scan (&cursor, context, out_length))
    return *genu_number_skip_space (cursor) == '\0';

  word = g_strstrip (g_ascii_strdown (text, MIN ((gssize) strlen (text), 64)));
  for (guint i = 0; i < G_N_ELEMENTS (length_keywords); i++)
    if (strcmp (word, length_keywords[i].name) == 0)
      {
        *out_length = length_keywords[i].pixels + length_keywords[i].em * context->font_size;
        return TRUE;
      }

  return FALSE;
}

/* A percentage stands for a hundredth: stop offset="50%", opacity="50%". */
static gboolean
parse_number (const char *text,
              double     *out_number)
{
  const char *cursor = genu_number_skip_space (text);
  double number;

  if (!genu_number_scan (&cursor, &number))
    return FALSE;
  if (*cursor == '%')
    {
      number /= 100;
      cursor++;
    }
  if (*genu_number_skip_space (cursor) != '\0')
    return FALSE;

  *out_number = number;

  return TRUE;
}

static gboolean
parse_angle (const char *text,
             double     *out_degrees)
{
  static const struct { const char *name; double degrees; } units[] = {
    { "", 1 }, { "deg", 1 }, { "rad", 180 / G_PI }, { "grad", 0.9 }, { "turn", 360 },
  };
  const char *cursor = genu_number_skip_space (text);
  double number;
  char unit[8];

  if (!genu_number_scan (&cursor, &number))
    return FALSE;
  scan_unit (&cursor, unit);
  if (*genu_number_skip_space (cursor) != '\0')
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].name) == 0)
      {
        *out_degrees = number * units[i].degrees;
        return TRUE;
      }

  return FALSE;
}

/* `orient` of a marker may also be a word, which flips. */
static GenuValue *
parse_angle_word (const char *text)
{
  g_autofree char *word = g_strstrip (g_strdup (text));

  if (strcmp (word, "auto") == 0 || strcmp (word, "auto-start-reverse") == 0)
    return genu_value_string_new (GENU_VALUE_ANGLE, word);

  return NULL;
}

GenuValue *
genu_value_scalar_parse (GenuValueType           type,
                         const char             *text,
                         const GenuValueContext *context)
{
  double number;
  gboolean valid;

  if (type == GENU_VALUE_LENGTH)
    valid = parse_length (text, context, &number);
  else if (type == GENU_VALUE_ANGLE)
    valid = parse_angle (text, &number);
  else
    valid = parse_number (text, &number);

  if (valid)
    return scalar_new (type, number);

  return type == GENU_VALUE_ANGLE ? parse_angle_word (text) : NULL;
}
