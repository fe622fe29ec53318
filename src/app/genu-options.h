/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  GENU_MODE_BROWSE,
  GENU_MODE_CONSULT,
  GENU_MODE_KIOSK,
} GenuMode;

/* What the command line asks for. */
typedef struct
{
  GenuMode mode;
  char    *pack;  /* a folder or the id of a pack; nullable */
  char    *lang;  /* BCP 47; nullable: the session's languages */
  char    *topic; /* id; nullable: the home page */
  int      step;  /* 1-based; 0 when not given */
  gboolean left;  /* --side=left */
  gboolean fullscreen;
  gboolean exit_after_startup;
  gboolean version;
} GenuOptions;

gboolean genu_options_parse (GenuOptions *self,
                             int          argc,
                             char       **argv,
                             GError     **error);
void     genu_options_clear (GenuOptions *self);

G_END_DECLS
