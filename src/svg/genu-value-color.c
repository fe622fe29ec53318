/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours and paints.  A colour is written with eight bits a component, but sums and steps between
 * may leave 0 … 255: they are clamped and rounded only when printed, so that a by-animation adds
 * up in any order.  A paint that is no colour (none, url()) is a string: it never interpolates. */

#include "config.h"

#include "genu-value-private.h"

#include <math.h>
#include <string.h>

#include "genu-number.h"

typedef struct
{
  GenuValue base;
  double    v[4]; /* red, green, blue: 0 … 255; alpha: 0 … 1; neither rounded nor clamped */
} GenuColor;

static GenuColor *color_new (GenuValueType type,
                             const double  v[4]);

static int
to_byte (double component)
{
  return (int) floor (CLAMP (component, 0, 255) + 0.5);
}

/* CSSOM section 6.7.2: two decimals if they stand for the same byte, else three. */
static void
append_alpha (GString *string,
              int      alpha)
{
  int hundredths = (int) round (alpha * 100 / 255.0);

  if ((int) round (hundredths * 255 / 100.0) == alpha)
    genu_number_append (string, hundredths / 100.0);
  else
    genu_number_append (string, round (alpha * 1000 / 255.0) / 1000);
}

static void
color_print (const GenuValue *self,
             GString         *string)
{
  const double *v = ((const GenuColor *) self)->v;
  int alpha = to_byte (v[3] * 255);

  g_string_append_printf (string, "%s(%d, %d, %d", alpha == 255 ? "rgb" : "rgba", to_byte (v[0]),
                          to_byte (v[1]), to_byte (v[2]));
  if (alpha != 255)
    {
      g_string_append (string, ", ");
      append_alpha (string, alpha);
    }
  g_string_append_c (string, ')');
}

static gboolean
color_equal (const GenuValue *a,
             const GenuValue *b)
{
  for (guint i = 0; i < 4; i++)
    if (((const GenuColor *) a)->v[i] != ((const GenuColor *) b)->v[i])
      return FALSE;

  return TRUE;
}

static GenuValue *
color_interpolate (const GenuValue *a,
                   const GenuValue *b,
                   double           fraction)
{
  double v[4];

  for (guint i = 0; i < 4; i++)
    v[i] = genu_value_mix (((const GenuColor *) a)->v[i], ((const GenuColor *) b)->v[i], fraction);

  return &color_new (b->type, v)->base;
}

static GenuValue *
color_add (const GenuValue *a,
           const GenuValue *b)
{
  double v[4];

  for (guint i = 0; i < 4; i++)
    v[i] = ((const GenuColor *) a)->v[i] + ((const GenuColor *) b)->v[i];

  return &color_new (b->type, v)->base;
}

static GenuValue *
color_scale (const GenuValue *a,
             double           factor)
{
  double v[4];

  for (guint i = 0; i < 4; i++)
    v[i] = ((const GenuColor *) a)->v[i] * factor;

  return &color_new (a->type, v)->base;
}

static gboolean
color_get_distance (const GenuValue *a,
                    const GenuValue *b,
                    double          *out_distance)
{
  const double *from = ((const GenuColor *) a)->v, *to = ((const GenuColor *) b)->v;
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += (to[i] - from[i]) * (to[i] - from[i]);
  *out_distance = sqrt (sum);

  return TRUE;
}

static const GenuValueClass color_class = {
  .print = color_print,
  .equal = color_equal,
  .interpolate = color_interpolate,
  .add = color_add,
  .scale = color_scale,
  .get_distance = color_get_distance,
};

static GenuColor *
color_new (GenuValueType type,
           const double  v[4])
{
  GenuColor *self = genu_value_alloc (&color_class, type, sizeof (GenuColor));

  memcpy (self->v, v, sizeof self->v);

  return self;
}

static void
set_rgba (guint32 rgba,
          double  v[4])
{
  v[0] = rgba >> 24;
  v[1] = (rgba >> 16) & 0xff;
  v[2] = (rgba >> 8) & 0xff;
  v[3] = (rgba & 0xff) / 255.0;
}

/* #rgb, #rgba, #rrggbb or #rrggbbaa, without the #. */
static gboolean
parse_hex (const char *digits,
           double      v[4])
{
  gsize n = strlen (digits);
  guint32 rgba = 0;

  if (n != 3 && n != 4 && n != 6 && n != 8)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      int digit = g_ascii_xdigit_value (digits[i]);

      if (digit < 0)
        return FALSE;
      rgba = rgba << 4 | (guint32) digit;
      if (n <= 4)
        rgba = rgba << 4 | (guint32) digit;
    }
  if (n == 3 || n == 6)
    rgba = rgba << 8 | 0xff;

  set_rgba (rgba, v);

  return TRUE;
}

typedef struct
{
  double   number;
  gboolean is_percent;
  char     unit[5]; /* of a hue, lower case */
} Argument;

static gboolean
scan_argument (const char **cursor,
               Argument    *out)
{
  gsize n = 0;

  out->is_percent = FALSE;
  if (!genu_number_scan (cursor, &out->number))
    return FALSE;
  if (**cursor == '%')
    {
      out->is_percent = TRUE;
      *cursor += 1;
    }
  while (g_ascii_isalpha (**cursor) && n < sizeof out->unit - 1)
    out->unit[n++] = *(*cursor)++;
  out->unit[n] = '\0';

  return !g_ascii_isalpha (**cursor);
}

/* Reads what stands between two arguments: a comma throughout (the old form), or white space
 * throughout with a slash before the alpha (the new one). */
static gboolean
scan_between (const char **cursor,
              guint        n_read,
              gboolean    *comma)
{
  char expected;

  *cursor = genu_number_skip_space (*cursor);
  if (n_read == 1)
    *comma = **cursor == ',';
  expected = *comma ? ',' : n_read == 3 ? '/' : '\0';
  if (expected == '\0')
    return TRUE;
  if (**cursor != expected)
    return FALSE;
  *cursor = genu_number_skip_space (*cursor + 1);

  return TRUE;
}

/* "a, b, c)" or "a b c / d)" up to the end of the text; three or four arguments. */
static guint
scan_arguments (const char *text,
                Argument    arguments[4],
                gboolean   *out_is_old)
{
  const char *cursor = genu_number_skip_space (text);
  gboolean comma = FALSE;
  guint n = 0;

  while (n < 4 && *cursor != ')')
    {
      if (n > 0 && !scan_between (&cursor, n, &comma))
        return 0;
      if (!scan_argument (&cursor, &arguments[n++]))
        return 0;
      cursor = genu_number_skip_space (cursor);
    }
  *out_is_old = comma;

  return n >= 3 && *cursor == ')' && *genu_number_skip_space (cursor + 1) == '\0' ? n : 0;
}

static gboolean
get_alpha (const Argument *argument,
           double         *out_alpha)
{
  double alpha = argument->is_percent ? argument->number / 100 : argument->number;

  *out_alpha = to_byte (CLAMP (alpha, 0, 1) * 255) / 255.0;

  return argument->unit[0] == '\0';
}

/* The old form allows no mixture of numbers and percentages, and hsl() only percentages. */
static gboolean
get_rgb (const Argument arguments[3],
         gboolean       is_old,
         double         v[4])
{
  for (guint i = 0; i < 3; i++)
    {
      double component = arguments[i].number;

      if (arguments[i].unit[0] != '\0'
          || (is_old && arguments[i].is_percent != arguments[0].is_percent))
        return FALSE;
      if (arguments[i].is_percent)
        component = component * 255 / 100;
      v[i] = to_byte (component);
    }

  return TRUE;
}

static double
hue_to_component (double lightness,
                  double chroma,
                  double hue,
                  double offset)
{
  double k = fmod (offset + hue / 30, 12);

  return to_byte (255 * (lightness - chroma * MAX (-1, MIN (MIN (k - 3, 9 - k), 1))));
}

static gboolean
get_hsl (const Argument arguments[3],
         gboolean       is_old,
         double         v[4])
{
  static const struct { const char *name; double degrees; } units[] = {
    { "", 1 }, { "deg", 1 }, { "rad", 180 / G_PI }, { "grad", 0.9 }, { "turn", 360 },
  };
  double saturation = CLAMP (arguments[1].number / 100, 0, 1);
  double lightness = CLAMP (arguments[2].number / 100, 0, 1);
  double chroma = saturation * MIN (lightness, 1 - lightness);

  if (arguments[0].is_percent || arguments[1].unit[0] != '\0' || arguments[2].unit[0] != '\0'
      || (is_old && (!arguments[1].is_percent || !arguments[2].is_percent)))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (units[i].name, arguments[0].unit) == 0)
      {
        double hue = fmod (fmod (arguments[0].number * units[i].degrees, 360) + 360, 360);

        v[0] = hue_to_component (lightness, chroma, hue, 0);
        v[1] = hue_to_component (lightness, chroma, hue, 8);
        v[2] = hue_to_component (lightness, chroma, hue, 4);
        return TRUE;
      }

  return FALSE;
}

/* rgb(), rgba(), hsl(), hsla(); the letter a makes no difference (CSS Color 4). */
static gboolean
parse_function (const char *word,
                double      v[4])
{
  Argument arguments[4];
  gboolean is_hsl = g_str_has_prefix (word, "hsl");
  gboolean is_old;
  gsize name_length;
  guint n;

  if (!is_hsl && !g_str_has_prefix (word, "rgb"))
    return FALSE;
  name_length = word[3] == 'a' ? 4 : 3;
  if (word[name_length] != '(')
    return FALSE;

  n = scan_arguments (word + name_length + 1, arguments, &is_old);
  if (n == 0)
    return FALSE;
  v[3] = 1;
  if (n == 4 && !get_alpha (&arguments[3], &v[3]))
    return FALSE;

  return is_hsl ? get_hsl (arguments, is_old, v) : get_rgb (arguments, is_old, v);
}

/* @word is in lower case and trimmed. */
static gboolean
parse_color (const char             *word,
             const GenuValueContext *context,
             double                  v[4])
{
  guint32 rgb;

  if (word[0] == '#')
    return parse_hex (word + 1, v);
  if (strcmp (word, "currentcolor") == 0)
    set_rgba (context->current_color, v);
  else if (strcmp (word, "transparent") == 0)
    set_rgba (0, v);
  else if (genu_color_lookup (word, &rgb))
    set_rgba (rgb << 8 | 0xff, v);
  else
    return parse_function (word, v);

  return TRUE;
}

static gboolean
is_server (const char *word)
{
  return strcmp (word, "none") == 0 || strcmp (word, "context-fill") == 0
         || strcmp (word, "context-stroke") == 0
         || (g_str_has_prefix (word, "url(") && strchr (word, ')') != NULL);
}

GenuValue *
genu_value_color_parse (GenuValueType           type,
                        const char             *text,
                        const GenuValueContext *context)
{
  g_autofree char *word = g_strstrip (g_ascii_strdown (text, -1));
  double v[4];

  if (parse_color (word, context, v))
    return &color_new (type, v)->base;
  if (type == GENU_VALUE_PAINT && is_server (word))
    return genu_value_string_new (type, text);

  return NULL;
}

/**
 * genu_value_get_rgba:
 * @self: a value
 * @out_rgba: (out): 0xRRGGBBAA, each component clamped and rounded; untouched on failure
 *
 * Returns: whether @self is a colour
 */
gboolean
genu_value_get_rgba (const GenuValue *self,
                     guint32         *out_rgba)
{
  const double *v = ((const GenuColor *) self)->v;

  g_return_val_if_fail (self != NULL && out_rgba != NULL, FALSE);

  if (self->klass != &color_class)
    return FALSE;
  *out_rgba = (guint32) to_byte (v[0]) << 24 | (guint32) to_byte (v[1]) << 16
              | (guint32) to_byte (v[2]) << 8 | (guint32) to_byte (v[3] * 255);

  return TRUE;
}
