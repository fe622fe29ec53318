/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-tool.h"

int
main (int   argc,
      char *argv[])
{
  return GENU_TOOL_OK;
}
