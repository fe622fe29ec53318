/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture as a PNG file, written as all output is: whole or not at all. */

#include "config.h"

#include "genu-tool-png.h"

#include "genu-file.h"

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * genu_tool_write_png:
 * @surface: a picture; one that has failed is not written
 * @path: where to
 * @error: return location for a #GError, in the %G_IO_ERROR domain
 *
 * Returns: whether the file stands
 */
gboolean
genu_tool_write_png (cairo_surface_t  *surface,
                     const char       *path,
                     GError          **error)
{
  GByteArray *array = g_byte_array_new ();
  cairo_status_t status = cairo_surface_write_to_png_stream (surface, append_bytes, array);
  g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes (array);

  if (status == CAIRO_STATUS_SUCCESS)
    return genu_file_write (path, bytes, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return FALSE;
}
