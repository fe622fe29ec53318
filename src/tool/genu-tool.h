/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each command of genu-tool is one file, genu-tool-NAME.c, with one entry function. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

enum
{
  GENU_TOOL_OK = 0,
  GENU_TOOL_BAD_INPUT = 1, /* each problem as `file:line: error: …` on standard error */
  GENU_TOOL_USAGE = 2,
};

/* argv[0] is the command's name. */
typedef int (*GenuToolFunc) (int    argc,
                             char **argv);

int genu_tool_check   (int argc, char **argv);
int genu_tool_list    (int argc, char **argv);
int genu_tool_values  (int argc, char **argv);
int genu_tool_bake    (int argc, char **argv);
int genu_tool_frame   (int argc, char **argv);
/* frame with a folder: the topic page. */
int genu_tool_frame_pack (int argc, char **argv);
int genu_tool_handout (int argc, char **argv);
int genu_tool_html    (int argc, char **argv);
int genu_tool_pin     (int argc, char **argv);
int genu_tool_bench   (int argc, char **argv);

double genu_tool_bench_labels (int     width,
                               int     height,
                               double *out_worst);

G_END_DECLS
