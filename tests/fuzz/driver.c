/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "fuzz.h"

static guint
replay (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &data, &size, NULL));
      LLVMFuzzerTestOneInput ((const guint8 *) data, size);
      n_files++;
    }

  return n_files;
}

/* Runs the fuzz target once on each file of the folders argv[1] … */
int
main (int   argc,
      char *argv[])
{
  guint n_files = 0;

  g_assert_cmpint (argc, >=, 2);
  for (int i = 1; i < argc; i++)
    n_files += replay (argv[i]);
  g_assert_cmpuint (n_files, >, 0);

  return 0;
}
