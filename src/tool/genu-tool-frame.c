/* SPDX-License-Identifier: GPL-3.0-or-later */

/* frame FILE.svg: one frame as the window shows it when it is held there, by the window's own code;
 * with --whole the baked document in one piece, to compare.  frame PACK is in
 * genu-tool-frame-pack.c. */

#include "config.h"

#include "genu-tool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "genu-clock-value.h"
#include "genu-limits.h"
#include "genu-picture.h"
#include "genu-tool-pack.h"
#include "genu-tool-png.h"

typedef struct
{
  char     *at;
  char     *size;
  char    **events; /* SECONDS:TYPE:#ID */
  char     *output;
  gboolean  whole;
  gint64    time;   /* microseconds */
  int       width;
  int       height;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->at);
  g_free (options->size);
  g_strfreev (options->events);
  g_free (options->output);
}

static int
fail_usage (const char *what)
{
  fprintf (stderr, "genu-tool frame: %s\n"
                   "Usage: genu-tool frame FILE.svg --at=T --size=WxH [--event=SECONDS:TYPE:#ID]… "
                   "[--whole] -o OUT.png\n", what);
  return GENU_TOOL_USAGE;
}

/* SECONDS:TYPE:#ID, or SECONDS:accessKey(c). */
static gboolean
add_event (GenuTimeline *timeline,
           const char   *text)
{
  g_auto(GStrv) fields = g_strsplit (text, ":", 3);
  const char *id = NULL;
  char *rest;
  double seconds;

  if (g_strv_length (fields) < 2)
    return FALSE;
  seconds = g_ascii_strtod (fields[0], &rest);
  if (rest == fields[0] || *rest != '\0' || !(seconds >= 0 && seconds < 1e9))
    return FALSE;
  if (fields[2] != NULL && fields[2][0] != '\0')
    {
      if (fields[2][0] != '#')
        return FALSE;
      id = fields[2] + 1;
    }
  return genu_timeline_add_event (timeline, (gint64) (seconds * 1e6 + 0.5), fields[1], id);
}

static gboolean
draw (GenuScene       *scene,
      const Options   *options,
      cairo_surface_t *surface,
      GError         **error)
{
  g_autoptr(GenuPicture) picture = genu_picture_new (scene);
  GenuRect view_box = genu_scene_get_view_box (scene);
  GenuRect window = { 0, 0, options->width, options->height };
  GenuMatrix view = genu_scene_fit_camera (&view_box, &window, FALSE);
  cairo_t *cr;

  genu_picture_seek (picture, options->time);
  genu_picture_set_view (picture, &view, options->width, options->height, FALSE);
  if (options->whole)
    return genu_picture_draw_reference (picture, surface, error);

  cr = cairo_create (surface);
  genu_picture_draw (picture, cr);
  cairo_destroy (cr);
  return TRUE;
}

static int
run (const char    *path,
     const Options *options)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuScene) scene = genu_scene_new_from_file (path, report);
  g_autoptr(GError) error = NULL;
  cairo_surface_t *surface;
  gboolean fine;

  if (scene == NULL)
    return genu_tool_print_report (report);
  for (guint i = 0; options->events != NULL && options->events[i] != NULL; i++)
    if (!add_event (genu_scene_get_timeline (scene), options->events[i]))
      {
        fprintf (stderr, "%s:0: error: no event can be made of “%s” [event]\n", path,
                 options->events[i]);
        return GENU_TOOL_BAD_INPUT;
      }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, options->width, options->height);
  fine = draw (scene, options, surface, &error)
         && genu_tool_write_png (surface, options->output, &error);
  cairo_surface_destroy (surface);
  if (!fine)
    fprintf (stderr, "genu-tool frame: %s\n", error->message);
  return fine ? GENU_TOOL_OK : GENU_TOOL_BAD_INPUT;
}

static gboolean
names_folder (int    argc,
              char **argv)
{
  for (int i = 1; i < argc; i++)
    if (argv[i][0] != '-' && g_file_test (argv[i], G_FILE_TEST_IS_DIR))
      return TRUE;
  return FALSE;
}

static gboolean
parse (int        *argc,
       char     ***argv,
       Options    *options,
       GError    **error)
{
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &options->at, "time", "T" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options->size, "size in pixels", "WxH" },
    { "event", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->events, "event", "SECONDS:TYPE:#ID" },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &options->whole, "the baked document", NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, "output", "OUT.png" },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("FILE.svg");

  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse (context, argc, argv, error);
}

int
genu_tool_frame (int    argc,
                 char **argv)
{
  g_autoptr(GError) error = NULL;
  Options options = { NULL };
  int status;

  if (names_folder (argc, argv))
    return genu_tool_frame_pack (argc, argv);

  if (!parse (&argc, &argv, &options, &error))
    status = fail_usage (error->message);
  else if (argc != 2 || options.at == NULL || options.size == NULL || options.output == NULL)
    status = fail_usage ("a file, --at, --size and -o are needed");
  else if (!genu_clock_value_parse (options.at, &options.time))
    status = fail_usage ("--at is not a clock value");
  else if (!genu_tool_parse_size (options.size, &options.width, &options.height))
    status = fail_usage ("--size must be WIDTHxHEIGHT in pixels");
  else
    status = run (argv[1], &options);

  clear_options (&options);
  return status;
}
