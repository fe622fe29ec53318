/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paths that a pack names.  A pack may come from a stranger: none of its paths may leave its
 * folder, neither by "..", nor as an absolute path, nor through a symbolic link. */

#include "config.h"

#include "genu-pack-path.h"

#include <stdlib.h>
#include <string.h>

/* Plain names joined by "/": no empty part, no ".", no "..", nothing of another system. */
static gboolean
is_plain (const char *relative)
{
  g_auto(GStrv) parts = NULL;

  if (*relative == '\0' || strpbrk (relative, "\\:") != NULL)
    return FALSE;

  parts = g_strsplit (relative, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;

  return TRUE;
}

static gboolean
is_inside (const char *path,
           const char *base)
{
  gsize length = strlen (base);

  return g_str_has_prefix (path, base) && (path[length] == '\0' || path[length] == '/');
}

/**
 * genu_pack_path_resolve:
 * @directory: a folder
 * @relative: a path below it, as a pack writes it
 * @out_path: (out) (transfer full): @directory and @relative joined, not otherwise changed;
 *   untouched unless found
 *
 * Looks for a file.  The first part of @relative must itself lie in @directory, and the file below
 * that part.
 *
 * Returns: what was found
 */
GenuPathState
genu_pack_path_resolve (const char  *directory,
                        const char  *relative,
                        char       **out_path)
{
  g_autofree char *path = NULL, *first = NULL, *base = NULL;
  char *real_directory, *real_path;
  gboolean inside;

  g_return_val_if_fail (directory != NULL && relative != NULL, GENU_PATH_MISSING);
  g_return_val_if_fail (out_path != NULL, GENU_PATH_MISSING);

  if (!is_plain (relative))
    return GENU_PATH_OUTSIDE;

  path = g_build_filename (directory, relative, NULL);
  real_directory = realpath (directory, NULL);
  real_path = realpath (path, NULL);
  if (real_directory == NULL || real_path == NULL)
    {
      free (real_directory);
      free (real_path);
      return GENU_PATH_MISSING;
    }

  first = g_strndup (relative, strcspn (relative, "/"));
  base = g_build_filename (real_directory, first, NULL);
  inside = is_inside (real_path, base);
  free (real_directory);
  free (real_path);
  if (!inside)
    return GENU_PATH_OUTSIDE;

  *out_path = g_steal_pointer (&path);
  return GENU_PATH_FOUND;
}

/* The folder above, as the author would type it. */
static char *
dup_parent (const char *directory)
{
  g_autofree char *path = g_strdup (directory);
  g_autofree char *name = NULL;

  for (gsize n = strlen (path); n > 1 && path[n - 1] == '/'; n--)
    path[n - 1] = '\0';
  name = g_path_get_basename (path);
  if (g_str_equal (name, ".") || g_str_equal (name, ".."))
    return g_build_filename (path, "..", NULL);

  return g_path_get_dirname (path);
}

/**
 * genu_pack_path_diagram:
 * @directory: the folder that holds pack.xml
 * @diagram: "diagrams/NAME.svg"
 * @out_path: (out) (transfer full): the file; untouched unless found
 *
 * Looks in the language's folder, then in its parent, and nowhere else.
 *
 * Returns: what was found
 */
GenuPathState
genu_pack_path_diagram (const char  *directory,
                        const char  *diagram,
                        char       **out_path)
{
  g_autofree char *parent = NULL;
  GenuPathState state;

  g_return_val_if_fail (directory != NULL && diagram != NULL, GENU_PATH_MISSING);

  if (!g_str_has_prefix (diagram, "diagrams/"))
    return GENU_PATH_OUTSIDE;

  state = genu_pack_path_resolve (directory, diagram, out_path);
  if (state != GENU_PATH_MISSING)
    return state;

  parent = dup_parent (directory);
  return genu_pack_path_resolve (parent, diagram, out_path);
}
