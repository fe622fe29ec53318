/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Long texts for tests. */

#pragma once

#include <glib.h>

static inline void
append_times (GString    *string,
              const char *text,
              guint       n)
{
  while (n-- > 0)
    g_string_append (string, text);
}
