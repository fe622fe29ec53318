/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenuPathState:
 * @GENU_PATH_FOUND: a file inside the folder
 * @GENU_PATH_MISSING: no such file
 * @GENU_PATH_OUTSIDE: the path, or a symbolic link on it, leads out of the folder
 */
typedef enum
{
  GENU_PATH_FOUND,
  GENU_PATH_MISSING,
  GENU_PATH_OUTSIDE,
} GenuPathState;

GenuPathState genu_pack_path_resolve (const char  *directory,
                                      const char  *relative,
                                      char       **out_path);
GenuPathState genu_pack_path_diagram (const char  *directory,
                                      const char  *diagram,
                                      char       **out_path);

G_END_DECLS
