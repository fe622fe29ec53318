/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bake FILE.svg: the drawing frozen at one time as plain static SVG, on standard output or in a
 * file. */

#include "config.h"

#include "genu-tool.h"

#include <stdio.h>

#include "genu-file.h"
#include "genu-tool-play.h"

#define USAGE "FILE.svg --at=T [--event=SECONDS:TYPE:#ID]… [-o OUT.svg]"

static GBytes *
dump (const GenuTimeline *timeline)
{
  g_autoptr(GenuXmlDoc) baked = genu_timeline_bake (timeline);
  xmlChar *text = NULL;
  int size = 0;
  GBytes *bytes;

  xmlDocDumpMemoryEnc (baked, &text, &size, "UTF-8");
  if (text == NULL)
    return NULL;

  bytes = g_bytes_new (text, (gsize) size);
  xmlFree (text);
  return bytes;
}

static gboolean
write_stdout (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0;
}

static int
write_baked (const GenuToolPlay *play,
             const char         *output)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  gboolean written;

  genu_timeline_seek (play->timeline, g_array_index (play->times, gint64, 0));
  if (genu_tool_play_check (play) != GENU_TOOL_OK)
    return GENU_TOOL_BAD_INPUT;

  bytes = dump (play->timeline);
  written = bytes != NULL
            && (output != NULL ? genu_file_write (output, bytes, &error) : write_stdout (bytes));
  if (!written)
    fprintf (stderr, "genu-tool bake: %s\n",
             error != NULL ? error->message : "the drawing cannot be written");

  return written ? GENU_TOOL_OK : GENU_TOOL_BAD_INPUT;
}

int
genu_tool_bake (int    argc,
                char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry extra[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GenuToolPlay play;
  int status = genu_tool_play_init (&play, argc, argv, extra, USAGE);

  if (status == GENU_TOOL_OK && play.times->len != 1)
    {
      fprintf (stderr, "genu-tool bake: give one time\nUsage: genu-tool bake " USAGE "\n");
      status = GENU_TOOL_USAGE;
    }
  if (status == GENU_TOOL_OK)
    status = write_baked (&play, output);
  genu_tool_play_clear (&play);

  return status;
}
