/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-tool.h"

/**
 * genu_tool_html:
 * @argc: length of @argv
 * @argv: "html", then its arguments
 *
 * Writes the handout as a web page; the handout's own command tells the two apart by their name.
 *
 * Returns: an exit status
 */
int
genu_tool_html (int    argc,
                char **argv)
{
  return genu_tool_handout (argc, argv);
}
