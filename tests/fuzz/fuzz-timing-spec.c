/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"
#include "genu-limits.h"
#include "genu-timing-spec.h"

static void
check (const GenuTimingCondition *condition)
{
  g_assert_cmpint (ABS (condition->offset), <=, 2 * GENU_LIMIT_TIME);

  if (condition->kind == GENU_TIMING_SYNC_BEGIN || condition->kind == GENU_TIMING_SYNC_END)
    g_assert_nonnull (condition->id);
  if (condition->kind == GENU_TIMING_EVENT || condition->kind == GENU_TIMING_ACCESS_KEY)
    g_assert_nonnull (condition->name);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  guint n_bad = 0;
  g_autoptr(GArray) list = genu_timing_spec_parse (text, &n_bad);
  gint64 offset = 42;

  g_assert_cmpuint (list->len, <=, GENU_LIMIT_LIST);
  for (guint i = 0; i < list->len; i++)
    check (&g_array_index (list, GenuTimingCondition, i));

  if (!genu_timing_spec_parse_offset (text, &offset))
    g_assert_cmpint (offset, ==, 42);

  return 0;
}
