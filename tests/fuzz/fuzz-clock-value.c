/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"
#include "genu-clock-value.h"
#include "genu-limits.h"

/* A clock value by the letter of the grammar, to catch what the parser takes too much
 * ("1.2.3s") or refuses: digits, points and colons, then a metric. */
static gboolean
is_clock_value (const char *text)
{
  return g_regex_match_simple ("^([0-9]+:)?[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?$"
                               "|^[0-9]+(\\.[0-9]+)?(h|min|s|ms)?$",
                               text, G_REGEX_RAW | G_REGEX_DOLLAR_ENDONLY, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  gint64 usec = -1;

  if (genu_clock_value_parse (text, &usec))
    {
      g_assert_true (is_clock_value (text));
      g_assert_cmpint (usec, >=, 0);
      g_assert_cmpint (usec, <=, GENU_LIMIT_TIME + G_USEC_PER_SEC);
    }
  else
    {
      /* What is well-formed may only be refused for its size: over nine digits. */
      g_assert_true (!is_clock_value (text) || strlen (text) > 5);
      g_assert_cmpint (usec, ==, -1);
    }

  return 0;
}
