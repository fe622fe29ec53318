/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares a value of the engine with the text that a browser gave.  The texts need not be equal:
 * numbers agree within a tolerance (absolute below 1, relative above), colour channels within 1 of 255,
 * transforms as matrices, path data once both are reduced to lines and cubics.  Colours and numbers
 * are read here and not by the engine's parsers, so that no error can hide on both sides. */

#include "config.h"

#include "conformance-value.h"

#include "genu-path.h"

#include <math.h>

#define CHANNEL_TOLERANCE 1.001 /* of 255 */

static gboolean
is_close (double a,
          double b,
          double tolerance)
{
  return fabs (a - b) <= tolerance * MAX (1.0, fabs (b));
}

static gboolean
matrix_is_close (const GenuMatrix *a,
                 const GenuMatrix *b,
                 double            tolerance)
{
  return is_close (a->a, b->a, tolerance) && is_close (a->b, b->b, tolerance)
         && is_close (a->c, b->c, tolerance) && is_close (a->d, b->d, tolerance)
         && is_close (a->e, b->e, tolerance) && is_close (a->f, b->f, tolerance);
}

static GenuMatrix
parse_matrix (const char *text)
{
  double v[6] = { 0 };
  const char *p = text + strlen ("matrix(");

  g_assert_true (g_str_has_prefix (text, "matrix("));
  for (gsize i = 0; i < G_N_ELEMENTS (v); i++)
    {
      char *end;

      v[i] = g_ascii_strtod (p, &end);
      g_assert_true (end != p);
      p = end;
    }
  g_assert_cmpstr (p, ==, ")");

  return (GenuMatrix) { v[0], v[1], v[2], v[3], v[4], v[5] };
}

static gboolean
path_matches (const char *text,
              const char *golden,
              double      tolerance)
{
  g_autoptr(GArray) a_written = genu_path_parse (text, NULL);
  g_autoptr(GArray) b_written = genu_path_parse (g_str_equal (golden, "none") ? "" : golden, NULL);
  g_autoptr(GArray) a = genu_path_normalize (a_written);
  g_autoptr(GArray) b = genu_path_normalize (b_written);

  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const GenuPathPiece *p = &g_array_index (a, GenuPathPiece, i);
      const GenuPathPiece *q = &g_array_index (b, GenuPathPiece, i);
      int n = p->command == 'C' ? 3 : p->command == 'Z' ? 0 : 1;

      if (p->command != q->command)
        return FALSE;
      for (int k = 0; k < n; k++)
        if (!is_close (p->points[k].x, q->points[k].x, tolerance)
            || !is_close (p->points[k].y, q->points[k].y, tolerance))
          return FALSE;
    }

  return TRUE;
}

static gboolean
parse_hex (const char *text,
           double      out_channels[4])
{
  gsize length = strlen (text + 1);
  guint64 bits = g_ascii_strtoull (text + 1, NULL, 16);

  if (text[0] != '#' || (length != 6 && length != 8))
    return FALSE;
  if (length == 6)
    bits = bits << 8 | 0xff;
  for (int i = 0; i < 4; i++)
    out_channels[i] = (double) (bits >> (24 - 8 * i) & 0xff);

  return TRUE;
}

/* #rrggbb, #rrggbbaa, rgb(r, g, b) or rgba(r, g, b, a), as four channels of [0, 255]. */
static gboolean
parse_color (const char *text,
             double      out_channels[4])
{
  const char *p = strchr (text, '(');
  int n = g_str_has_prefix (text, "rgba(") ? 4 : 3;

  if (!g_str_has_prefix (text, "rgb") || p == NULL)
    return text[0] == '#' && parse_hex (text, out_channels);

  out_channels[3] = 1.0;
  for (int i = 0; i < n; i++)
    {
      char *end;

      p += strspn (p, "(, ");
      out_channels[i] = g_ascii_strtod (p, &end);
      if (end == p)
        return FALSE;
      p = end;
    }
  out_channels[3] *= 255.0;

  return TRUE;
}

static gboolean
color_matches (const char *text,
               const char *golden)
{
  double a[4], b[4];

  if (!parse_color (text, a) || !parse_color (golden, b))
    return FALSE;
  for (int i = 0; i < 4; i++)
    if (fabs (a[i] - b[i]) > CHANNEL_TOLERANCE)
      return FALSE;

  return TRUE;
}

/* The next number or word of a list, blanks and commas skipped; a unit "px" belongs to its
 * number.  FALSE at the end. */
static gboolean
next_token (const char **p,
            double      *out_number,
            char       **out_word)
{
  const char *start = *p + strspn (*p, " ,\t\n");
  char *end;

  *out_word = NULL;
  if (*start == '\0')
    return FALSE;

  *out_number = g_ascii_isalpha (*start) ? 0.0 : g_ascii_strtod (start, &end);
  if (g_ascii_isalpha (*start) || end == start)
    {
      end = (char *) start + strcspn (start, " ,\t\n");
      *out_word = g_strndup (start, (gsize) (end - start));
    }
  else if (g_str_has_prefix (end, "px"))
    {
      end += strlen ("px");
    }
  *p = end;

  return TRUE;
}

static gboolean
list_matches (const char *text,
              const char *golden,
              double      tolerance)
{
  for (;;)
    {
      g_autofree char *a_word = NULL;
      g_autofree char *b_word = NULL;
      double a = 0.0, b = 0.0;
      gboolean a_more = next_token (&text, &a, &a_word);
      gboolean b_more = next_token (&golden, &b, &b_word);

      if (a_more != b_more)
        return FALSE;
      if (!a_more)
        return TRUE;
      if (g_strcmp0 (a_word, b_word) != 0 || (a_word == NULL && !is_close (a, b, tolerance)))
        return FALSE;
    }
}

/* A browser shows both numbers of `stdDeviation="3"`; the engine may keep the one written. */
static gboolean
pair_matches (const char *text,
              const char *golden,
              double      tolerance)
{
  g_autofree char *twice = g_strdup_printf ("%s %s", text, text);

  return list_matches (twice, golden, tolerance);
}

static gboolean
is_pair (const char *name)
{
  static const char *const names[] = { "stdDeviation", "baseFrequency", "radius",
                                       "order", "kernelUnitLength", NULL };

  return g_strv_contains (names, name);
}

/* What a browser shows where the document gives nothing and the property has no number. */
static gboolean
is_nothing (const char *golden)
{
  static const char *const texts[] = { "", "0", "none", "normal", "auto", "0 0", NULL };

  return g_strv_contains (texts, golden);
}

/**
 * conformance_value_matches:
 * @attribute: what the value belongs to
 * @value: (nullable): the engine's value; %NULL where the document gives none
 * @golden: the expected text
 * @tolerance: of numbers
 *
 * Returns: %TRUE if the value is what the golden says
 */
gboolean
conformance_value_matches (const GenuAttribute *attribute,
                           const GenuValue     *value,
                           const char          *golden,
                           double               tolerance)
{
  g_autofree char *text = value != NULL ? genu_value_to_string (value) : NULL;

  if (g_str_has_suffix (attribute->name, "ransform"))
    {
      GenuMatrix a = value != NULL ? genu_value_get_matrix (value) : GENU_MATRIX_IDENTITY;
      GenuMatrix b = parse_matrix (golden);

      return matrix_is_close (&a, &b, tolerance);
    }
  if (text == NULL || *text == '\0')
    return is_nothing (golden);
  if (attribute->type == GENU_VALUE_STRING)
    return g_str_equal (text, golden);
  if (attribute->type == GENU_VALUE_PATH)
    return path_matches (text, golden, tolerance);
  if (g_str_has_prefix (golden, "rgb"))
    return color_matches (text, golden);
  if (g_str_equal (golden, "normal"))
    return list_matches (text, "0", tolerance) || g_str_equal (text, golden);

  return list_matches (text, golden, tolerance)
         || (is_pair (attribute->name) && pair_matches (text, golden, tolerance));
}
