/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-chart.h"

#include <math.h>

/**
 * genu_chart_free:
 * @self: (nullable) (transfer full): a chart
 */
void
genu_chart_free (GenuChart *self)
{
  if (self == NULL)
    return;

  g_free (self->caption);
  g_ptr_array_unref (self->numbers);
  g_free (self);
}

/**
 * genu_chart_get_base:
 * @self: a chart of points
 * @number: one of its numbers
 *
 * Returns: where @number begins on the scale: 0, or the value of what it comes on top of
 */
double
genu_chart_get_base (const GenuChart       *self,
                     const GenuChartNumber *number)
{
  const GenuChartNumber *below;

  if (number->after < 0)
    return 0;
  below = g_ptr_array_index (self->numbers, number->after);
  return genu_chart_get_base (self, below) + below->value;
}

/**
 * genu_chart_count_dots:
 * @self: a chart of years
 * @number: one of its numbers
 *
 * Returns: how many dots are drawn for its people, the last of which may be a part of one
 */
guint
genu_chart_count_dots (const GenuChart       *self,
                       const GenuChartNumber *number)
{
  return (guint) ceil (number->value / self->each);
}
