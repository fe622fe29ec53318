/* SPDX-License-Identifier: GPL-3.0-or-later */

/* genu-tool handout and genu-tool html: what the patient takes home, on paper and as a web page. */

#include "config.h"

#include "genu-file.h"
#include "genu-handout.h"
#include "genu-tool-pack.h"
#include "genu-tool.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  char  *topics;
  char  *lang;
  char  *side;
  char  *output;
  char **paths;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->topics);
  g_free (options->lang);
  g_free (options->side);
  g_free (options->output);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options    *options,
               const char *name,
               int         argc,
               char      **argv)
{
  const GOptionEntry entries[] = {
    { "topics", 0, 0, G_OPTION_ARG_STRING, &options->topics, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->lang, NULL, NULL },
    { "side", 0, 0, G_OPTION_ARG_STRING, &options->side, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  return genu_tool_parse_options (name, entries, argc, argv) && options->paths != NULL
         && g_strv_length (options->paths) == 1 && options->output != NULL;
}

static GBytes *
render (const char        *name,
        const GenuHandout *handout,
        GenuReport        *report,
        GError           **error)
{
  if (g_str_equal (name, "html"))
    {
      char *html = genu_html_render (handout, report);

      return g_bytes_new_take (html, strlen (html));
    }
  return genu_handout_render (handout, report, NULL, error);
}

static int
write_handout (const char    *name,
               const Options *options,
               GenuSide       side)
{
  g_autoptr(GenuPack) pack = genu_tool_load_pack (options->paths[0], options->lang);
  g_autoptr(GPtrArray) topics = NULL;
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  if (pack == NULL)
    return GENU_TOOL_BAD_INPUT;
  topics = genu_tool_find_topics (pack, options->paths[0], options->topics);
  if (topics == NULL)
    return GENU_TOOL_BAD_INPUT;

  /* The headings come in the language of the text, not in that of the desktop. */
  g_setenv ("LANGUAGE", pack->lang, TRUE);
  {
    GenuHandout handout = { .pack = pack, .topics = topics, .side = side };

    bytes = render (name, &handout, report, &error);
  }
  if (bytes == NULL || !genu_file_write (options->output, bytes, &error))
    {
      fprintf (stderr, "%s:0: error: %s [write]\n", options->output, error->message);
      return GENU_TOOL_BAD_INPUT;
    }
  return genu_tool_print_report (report);
}

/**
 * genu_tool_handout:
 * @argc: length of @argv
 * @argv: the command's name ("handout", or "html" for a web page), then its arguments
 *
 * Writes the handout of some or all topics.
 *
 * Returns: an exit status
 */
int
genu_tool_handout (int    argc,
                   char **argv)
{
  g_auto(Options) options = { 0 };
  GenuSide side = GENU_SIDE_RIGHT;

  if (!parse_options (&options, argv[0], argc, argv)
      || !genu_tool_parse_side (options.side, &side))
    {
      fprintf (stderr, "usage: genu-tool %s PACK [--topics=ID,ID…] [--side=left|right] [--lang=LL]"
                       " -o OUT\n", argv[0]);
      return GENU_TOOL_USAGE;
    }
  return write_handout (argv[0], &options, side);
}
