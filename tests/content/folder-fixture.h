/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder of files that a test writes and takes away. */

#pragma once

#include <glib/gstdio.h>

/* Folders on the way to the file are made. */
static void
write_file (const char *directory,
            const char *relative,
            const char *text)
{
  g_autofree char *path = g_build_filename (directory, relative, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Links are taken away, and what they lead to is left. */
static void
remove_tree (const char *path)
{
  g_autoptr(GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                       : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}
