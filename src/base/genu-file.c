/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-file.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gstdio.h>

static gboolean
write_in_place (const char *path,
                GBytes     *bytes,
                GError    **error)
{
  FILE *file = fopen (path, "wb");
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  gboolean written = FALSE;

  if (file != NULL)
    {
      written = size == 0 || fwrite (data, 1, size, file) == size;
      written = fclose (file) == 0 && written;
    }
  if (!written)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
                 g_strerror (errno));

  return written;
}

/**
 * genu_file_write:
 * @path: where to write
 * @bytes: what to write
 * @error: return location for a #GError
 *
 * Writes a whole file.  A regular file is replaced at once, so that a crash leaves the old or the
 * new content; anything else (a pipe, /dev/null) is written in place, never replaced.
 *
 * Returns: whether everything was written
 */
gboolean
genu_file_write (const char *path,
                 GBytes     *bytes,
                 GError    **error)
{
  GStatBuf info;
  gsize size;
  const char *data;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (g_stat (path, &info) == 0 && !S_ISREG (info.st_mode))
    return write_in_place (path, bytes, error);

  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents (path, data, (gssize) size, error);
}
