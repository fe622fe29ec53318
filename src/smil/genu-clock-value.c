/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clock values (SMIL 3.0 section 5.4.3):
 *
 *   Clock-value  ::= Full-clock | Partial-clock | Timecount
 *   Full-clock   ::= Hours ":" Minutes ":" Seconds ("." Fraction)?   Hours: any number of digits
 *   Partial      ::= Minutes ":" Seconds ("." Fraction)?             both 00 to 59, two digits
 *   Timecount    ::= DIGIT+ ("." DIGIT+)? ("h" | "min" | "s" | "ms")?
 *
 * Neither sign nor white space belongs to a clock value: lists of times add them around it. */

#include "config.h"

#include "genu-clock-value.h"

#include "genu-limits.h"

#include <math.h>
#include <string.h>

#define USEC_PER_MSEC 1000
#define USEC_PER_MIN (60 * G_GINT64_CONSTANT (1000000))
#define USEC_PER_HOUR (60 * USEC_PER_MIN)

typedef struct
{
  const char *name;
  gint64      usec;
} Metric;

static const Metric metrics[] = {
  { "h", USEC_PER_HOUR }, { "min", USEC_PER_MIN },   { "s", G_USEC_PER_SEC },
  { "", G_USEC_PER_SEC }, { "ms", USEC_PER_MSEC },
};

/* Reads digits; returns how many there were.  The number stays at the limit once it is there. */
static gsize
read_digits (const char **text,
             gint64      *out_number)
{
  const char *start = *text;
  gint64 number = 0;

  for (; g_ascii_isdigit (**text); (*text)++)
    number = MIN (number * 10 + (**text - '0'), GENU_LIMIT_TIME);

  *out_number = number;
  return (gsize) (*text - start);
}

/* Reads an optional "." DIGIT+ as a number below 1; FALSE for a point without digits. */
static gboolean
read_fraction (const char **text,
               double      *out_fraction)
{
  double unit = 0.1;

  *out_fraction = 0;
  if (**text != '.')
    return TRUE;

  (*text)++;
  if (!g_ascii_isdigit (**text))
    return FALSE;
  for (; g_ascii_isdigit (**text); (*text)++, unit /= 10)
    *out_fraction += (**text - '0') * unit;

  return TRUE;
}

static gboolean
finish (gint64  whole,
        gint64  metric,
        double  fraction,
        gint64 *out_usec)
{
  if (whole > GENU_LIMIT_TIME / metric)
    return FALSE;

  *out_usec = whole * metric + llround (fraction * (double) metric);
  return TRUE;
}

static gboolean
read_sexagesimal (const char **text,
                  gint64      *out_number)
{
  return read_digits (text, out_number) == 2 && *out_number < 60;
}

static gboolean
parse_colons (const char *text,
              gint64     *out_usec)
{
  const char *colon = strchr (text, ':');
  gboolean is_full = strchr (colon + 1, ':') != NULL;
  gint64 hours = 0;
  gint64 minutes;
  gint64 seconds;
  double fraction;

  if (is_full && (read_digits (&text, &hours) == 0 || *text++ != ':'))
    return FALSE;
  if (!read_sexagesimal (&text, &minutes) || *text++ != ':' || !read_sexagesimal (&text, &seconds)
      || !read_fraction (&text, &fraction) || *text != '\0')
    return FALSE;
  if (hours > GENU_LIMIT_TIME / USEC_PER_HOUR - 1)
    return FALSE;

  return finish (hours * 3600 + minutes * 60 + seconds, G_USEC_PER_SEC, fraction, out_usec);
}

static gboolean
parse_timecount (const char *text,
                 gint64     *out_usec)
{
  gint64 whole;
  double fraction;

  if (read_digits (&text, &whole) == 0 || !read_fraction (&text, &fraction))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    if (g_str_equal (text, metrics[i].name))
      return finish (whole, metrics[i].usec, fraction, out_usec);

  return FALSE;
}

/**
 * genu_clock_value_parse:
 * @text: (nullable): a clock value and nothing else
 * @out_usec: (out): the time in microseconds, rounded to the nearest; untouched on failure
 *
 * Returns: whether @text is a clock value of at most %GENU_LIMIT_TIME
 */
gboolean
genu_clock_value_parse (const char *text,
                        gint64     *out_usec)
{
  g_return_val_if_fail (out_usec != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  return strchr (text, ':') != NULL ? parse_colons (text, out_usec)
                                    : parse_timecount (text, out_usec);
}
