/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as SVG and CSS write them: an optional sign, digits, an optional fraction with at least
 * one digit, an optional exponent.  The text is measured here before strtod() sees it, because
 * strtod() would also take "0x10", "inf" and "nan", and because the `e` of "1em" is a unit.
 * Numbers beyond the range of a float are errors, as in browsers; so nothing here is ever infinite.
 * Neither reading nor writing depends on the locale. */

#include "config.h"

#include "genu-number.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "genu-limits.h"

/* Decimals that are always kept, digits that small numbers keep, and the most decimals written:
 * below 1e-12 user units a number is 0. */
#define MIN_DECIMALS 6
#define SIGNIFICANT 6
#define MAX_DECIMALS 12

static gsize
count_digits (const char *text)
{
  gsize n = 0;

  while (g_ascii_isdigit (text[n]))
    n++;

  return n;
}

/* The length of an exponent at @text: 0 when there is none (a unit may begin with e), -1 when it is
 * broken. */
static gssize
measure_exponent (const char *text)
{
  gsize sign, n_digits;

  if ((text[0] != 'e' && text[0] != 'E') || text[1] == 'm' || text[1] == 'x' || text[1] == 'M'
      || text[1] == 'X')
    return 0;

  sign = text[1] == '+' || text[1] == '-' ? 1 : 0;
  n_digits = count_digits (text + 1 + sign);

  return n_digits == 0 ? -1 : (gssize) (1 + sign + n_digits);
}

/* The length of the number that begins at @text, 0 when none does. */
static gsize
measure_number (const char *text)
{
  gsize sign = text[0] == '+' || text[0] == '-' ? 1 : 0;
  gsize n = sign + count_digits (text + sign);
  gssize exponent;

  if (text[n] == '.')
    {
      gsize n_decimals = count_digits (text + n + 1);

      if (n_decimals == 0)
        return 0;
      n += 1 + n_decimals;
    }
  if (n == sign)
    return 0;

  exponent = measure_exponent (text + n);

  return exponent < 0 ? 0 : n + (gsize) exponent;
}

/**
 * genu_number_skip_space:
 * @text: a string
 *
 * Returns: the first character of @text that is not white space
 */
const char *
genu_number_skip_space (const char *text)
{
  while (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\r' || *text == '\f')
    text++;

  return text;
}

/**
 * genu_number_skip_separator:
 * @cursor: (inout): where to read
 *
 * Skips white space with at most one comma in it.
 *
 * Returns: whether there was a comma
 */
gboolean
genu_number_skip_separator (const char **cursor)
{
  *cursor = genu_number_skip_space (*cursor);
  if (**cursor != ',')
    return FALSE;
  *cursor = genu_number_skip_space (*cursor + 1);

  return TRUE;
}

/**
 * genu_number_scan:
 * @cursor: (inout): where to read; moved behind the number, untouched on failure
 * @out_number: (out): the number, always finite; untouched on failure
 *
 * Reads one number and nothing around it.
 *
 * Returns: whether there was one, within the range of a float
 */
gboolean
genu_number_scan (const char **cursor,
                  double      *out_number)
{
  gsize length = measure_number (*cursor);
  char buffer[64];
  g_autofree char *copy = NULL;
  double number;

  if (length == 0)
    return FALSE;

  if (length < sizeof buffer)
    {
      memcpy (buffer, *cursor, length);
      buffer[length] = '\0';
    }
  else
    copy = g_strndup (*cursor, length);

  number = g_ascii_strtod (copy != NULL ? copy : buffer, NULL);
  if (!(fabs (number) <= (double) FLT_MAX))
    return FALSE;

  *out_number = number;
  *cursor += length;

  return TRUE;
}

/**
 * genu_number_parse:
 * @text: a string
 * @out_number: (out): the number; untouched on failure
 *
 * Returns: whether @text is a number and nothing else but white space
 */
gboolean
genu_number_parse (const char *text,
                   double     *out_number)
{
  const char *cursor = genu_number_skip_space (text);
  double number;

  if (!genu_number_scan (&cursor, &number) || *genu_number_skip_space (cursor) != '\0')
    return FALSE;

  *out_number = number;

  return TRUE;
}

/**
 * genu_number_parse_list:
 * @text: numbers separated by white space, commas or nothing ("1-2")
 *
 * Returns: (transfer full) (nullable): an array of double, freed with g_array_unref(); empty for
 *   empty text; %NULL for text that is no list or longer than %GENU_LIMIT_LIST
 */
GArray *
genu_number_parse_list (const char *text)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  const char *cursor = genu_number_skip_space (text);
  gboolean comma = FALSE;

  while (*cursor != '\0' || comma)
    {
      double number;

      if (numbers->len == GENU_LIMIT_LIST || !genu_number_scan (&cursor, &number))
        return NULL;
      g_array_append_val (numbers, number);
      comma = genu_number_skip_separator (&cursor);
    }

  return g_steal_pointer (&numbers);
}

static void
strip_zeros (char *text)
{
  gsize n = strlen (text);

  if (strchr (text, '.') == NULL)
    return;
  while (text[n - 1] == '0')
    text[--n] = '\0';
  if (text[n - 1] == '.')
    text[n - 1] = '\0';
}

/**
 * genu_number_append:
 * @string: where to write
 * @number: a number
 *
 * Writes @number without an exponent, with six decimals, and with at least six significant digits
 * when it is small; zeros at the end are left out.  What is not finite is written as 0.
 */
void
genu_number_append (GString *string,
                    double   number)
{
  char buffer[96], format[16];
  int decimals;

  if (!isfinite (number) || fabs (number) < 1e-12)
    {
      g_string_append_c (string, '0');
      return;
    }
  number = CLAMP (number, (double) -FLT_MAX, (double) FLT_MAX);

  decimals = SIGNIFICANT - 1 - (int) floor (log10 (fabs (number)));
  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, MIN_DECIMALS, MAX_DECIMALS));
  g_ascii_formatd (buffer, sizeof buffer, format, number);
  strip_zeros (buffer);
  g_string_append (string, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}
