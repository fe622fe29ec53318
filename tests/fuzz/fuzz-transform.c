/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"
#include "fuzz-value.h"

#include <math.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  fuzz_value (GENU_VALUE_TRANSFORM, text);
  for (int type = GENU_TRANSFORM_MATRIX; type <= GENU_TRANSFORM_SKEW_Y; type++)
    {
      g_autoptr(GenuValue) item = genu_value_parse_transform_item ((GenuTransformType) type, text);
      GenuMatrix matrix = item != NULL ? genu_value_get_matrix (item) : GENU_MATRIX_IDENTITY;

      g_assert_true (!isnan (matrix.a));
    }

  return 0;
}
