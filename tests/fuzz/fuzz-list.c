/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"
#include "fuzz-value.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  fuzz_value (GENU_VALUE_LENGTH_LIST, text);
  fuzz_value (GENU_VALUE_NUMBER_LIST, text);
  fuzz_value (GENU_VALUE_POINTS, text);

  return 0;
}
