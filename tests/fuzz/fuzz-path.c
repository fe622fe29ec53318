/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"
#include "genu-limits.h"
#include "genu-path.h"

#include <math.h>

static void
check_pieces (const GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const GenuPathPiece *piece = &g_array_index (pieces, GenuPathPiece, i);

      g_assert_nonnull (strchr ("MLCZ", piece->command));
      g_assert_true (i > 0 || piece->command == 'M');
    }
}

static void
check_written (const GArray *segments)
{
  for (guint i = 0; i < segments->len; i++)
    {
      const GenuPathSegment *segment = &g_array_index (segments, GenuPathSegment, i);

      for (int k = 0; k < genu_path_n_values (segment->command); k++)
        g_assert_true (isfinite (segment->values[k]));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  gboolean complete = FALSE;
  g_autoptr(GArray) segments = genu_path_parse (text, &complete);
  g_autoptr(GArray) pieces = genu_path_normalize (segments);
  g_autofree char *printed = genu_path_to_string (segments);
  g_autoptr(GArray) again = genu_path_parse (printed, &complete);

  g_assert_cmpuint (segments->len, <=, GENU_LIMIT_PATH_SEGMENTS);
  check_written (segments);
  check_pieces (pieces);
  g_assert_true (complete);
  g_assert_cmpuint (again->len, ==, segments->len);

  return 0;
}
