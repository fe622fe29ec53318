/* SPDX-License-Identifier: GPL-3.0-or-later */

/* pack.xml in a folder of its own: topics, diagrams and translations that it names are missing, and
 * every path that it gives must stay inside. */

#include "fuzz.h"
#include "genu-pack.h"
#include "genu-xml.h"

static char *folder;

static void
remove_folder (void)
{
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

static const char *
get_folder (void)
{
  if (folder == NULL)
    {
      folder = g_dir_make_tmp (NULL, NULL);
      g_assert_nonnull (folder);
      atexit (remove_folder);
    }

  return folder;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = g_build_filename (get_folder (), "pack.xml", NULL);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuReport) faults = genu_report_new ();
  g_autoptr(GenuPack) pack = NULL;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  pack = genu_pack_load (get_folder (), NULL, report);
  g_assert_true (pack != NULL || genu_report_get_n_errors (report) > 0);
  genu_pack_check (get_folder (), NULL, faults);
  g_unlink (path);

  return 0;
}
