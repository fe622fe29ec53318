/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-value.h"

G_BEGIN_DECLS

/* What must hold for a value of any type: its own text parses again, it can be mixed with itself
 * and the arithmetic of the sandwich never crashes. */
static inline void
fuzz_value (GenuValueType type,
            const char   *text)
{
  static const GenuValueContext context = { 200, 100, 16, GENU_LENGTH_WIDTH, 0x112233ff };
  g_autoptr(GenuValue) value = genu_value_parse (type, text, &context);
  g_autofree char *printed = value != NULL ? genu_value_to_string (value) : NULL;
  g_autoptr(GenuValue) again = NULL;
  g_autoptr(GenuValue) half = NULL;
  g_autoptr(GenuValue) sum = NULL;
  g_autoptr(GenuValue) twice = NULL;
  double distance;

  if (value == NULL)
    return;

  again = genu_value_parse (type, printed, &context);
  g_assert_nonnull (again);
  if (genu_value_can_interpolate (value, again))
    half = genu_value_interpolate (value, again, 0.5);
  sum = genu_value_add (value, again);
  twice = genu_value_scale (value, 2.0);
  genu_value_get_distance (value, again, &distance);
  g_assert_true (genu_value_equal (value, value));
}

G_END_DECLS
