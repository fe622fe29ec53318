/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-tool.h"

int
genu_tool_frame (int    argc,
              char **argv)
{
  return GENU_TOOL_USAGE;
}
