/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where packs lie: $GENU_DATA_DIR/packs (a build tree), $XDG_DATA_HOME/genu/packs, each of
 * $XDG_DATA_DIRS/genu/packs, then where Genu itself was installed.  A clinic's own pack of the same
 * id comes before ours. */

#include "config.h"

#include "genu-pack-finder.h"

#include <string.h>

#define BUILT_IN_PACK "knee"

static char *
find_below (const char *folder,
            const char *id)
{
  char *path = g_build_filename (folder, "packs", id, NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    g_clear_pointer (&path, g_free);

  return path;
}

static char *
find_in_data_dirs (const char *id)
{
  const char *const *system = g_get_system_data_dirs ();
  g_autofree char *user = g_build_filename (g_get_user_data_dir (), "genu", NULL);
  char *path = find_below (user, id);

  for (gsize i = 0; path == NULL && system[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (system[i], "genu", NULL);

      path = find_below (folder, id);
    }

  return path;
}

/**
 * genu_pack_finder_find:
 * @wish: (nullable): a folder, or the id of an installed pack; %NULL for the built-in pack
 *
 * Returns: (transfer full) (nullable): the pack's folder, %NULL when there is none
 */
char *
genu_pack_finder_find (const char *wish)
{
  const char *id = wish != NULL ? wish : BUILT_IN_PACK;
  const char *build = g_getenv ("GENU_DATA_DIR");
  char *path;

  if (wish != NULL && (strchr (wish, G_DIR_SEPARATOR) != NULL || g_str_has_prefix (wish, ".")
                       || g_file_test (wish, G_FILE_TEST_IS_DIR)))
    return g_strdup (wish);

  path = build != NULL ? find_below (build, id) : NULL;
  if (path == NULL)
    path = find_in_data_dirs (id);
  if (path == NULL)
    path = find_below (GENU_PKGDATADIR, id);

  return path;
}
