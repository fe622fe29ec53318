/* SPDX-License-Identifier: GPL-3.0-or-later */

/* genu-tool COMMAND …: finds the command and runs it.  Exit status 0: fine, 1: the input is bad,
 * 2: wrong usage.  It never needs a display. */

#include "config.h"

#include "genu-tool.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const char  *name;
  GenuToolFunc func;
  const char  *usage; /* what follows the name */
  const char  *what;
} Command;

static const Command commands[] = {
  { "check", genu_tool_check, "[--lint] [--lang=LL] PACK|FILE.svg|FILE.xml…",
    "look for every fault of a pack or a file" },
  { "list", genu_tool_list, "[PACK] [--lang=LL] [--json]", "topics, drawings, steps, languages" },
  { "values", genu_tool_values, "FILE.svg --at=T[,T…] [--event=SECONDS:TYPE:#ID]… --json",
    "the value of every animated attribute" },
  { "bake", genu_tool_bake, "FILE.svg --at=T [--event=…] [-o OUT.svg]",
    "the drawing frozen at T as static SVG" },
  { "frame", genu_tool_frame,
    "FILE.svg --at=T --size=WxH [--event=…] [--whole] -o OUT.png\n"
    "        PACK --topic=ID --step=N [--lang=LL] [--side=left|right] [--text-scale=N]\n"
    "              [--theme=light|dark|high-contrast] --size=WxH -o OUT.png",
    "one frame as the screen shows it" },
  { "handout", genu_tool_handout,
    "PACK [--topics=ID,ID…] [--side=left|right] [--lang=LL] -o OUT.pdf",
    "what the patient takes home, as PDF" },
  { "html", genu_tool_html, "PACK [--topics=ID,ID…] [--side=left|right] [--lang=LL] -o OUT.html",
    "the same as one web page" },
  { "pin", genu_tool_pin, "[--system] [--stdin]", "set the staff PIN of the kiosk" },
  { "bench", genu_tool_bench, "FILE.svg|PACK --size=WxH [--json]", "what a frame costs" },
};

static void
print_usage (FILE *stream)
{
  fprintf (stream, "Usage: genu-tool COMMAND …\n\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %s %s\n      %s\n", commands[i].name, commands[i].usage, commands[i].what);
  fprintf (stream, "\nT is a SMIL clock value: 2.5s, 1:02.5, 250ms, or bare seconds.\n"
                   "Exit status: 0 fine, 1 the input is bad, 2 wrong usage.\n");
}

/* Messages are English unless a locale is set; LANGUAGE is ignored under the C locale, so that one
 * is replaced by C.UTF-8. */
static void
set_up_locale (void)
{
  const char *locale = setlocale (LC_ALL, ""), *folder = g_getenv ("GENU_LOCALE_DIR");

  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    setlocale (LC_ALL, "C.UTF-8");
  setlocale (LC_NUMERIC, "C");

  /* What the library parts say on paper; a build folder's own translations go first. */
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : GENU_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

int
main (int   argc,
      char *argv[])
{
  set_up_locale ();

  if (argc >= 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_usage (stdout);
      return GENU_TOOL_OK;
    }
  if (argc >= 2 && g_str_equal (argv[1], "--version"))
    {
      printf ("genu-tool %s\n", GENU_VERSION);
      return GENU_TOOL_OK;
    }

  for (guint i = 0; argc >= 2 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].func (argc - 1, argv + 1);

  print_usage (stderr);
  return GENU_TOOL_USAGE;
}
