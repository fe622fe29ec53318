/* SPDX-License-Identifier: GPL-3.0-or-later */

/* genu-tool frame PACK …: a topic's step as the window shows it, without the window's controls.
 * With --json, where its labels lie goes to standard output. */

#include "config.h"

#include "genu-tool-pack.h"
#include "genu-tool-png.h"
#include "genu-tool.h"

#include <stdio.h>

typedef struct
{
  char     *topic;
  char     *step;
  char     *lang;
  char     *side;
  char     *text_scale;
  char     *theme;
  char     *size;
  char     *output;
  gboolean  as_json;
  char    **paths;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->topic);
  g_free (options->step);
  g_free (options->lang);
  g_free (options->side);
  g_free (options->text_scale);
  g_free (options->theme);
  g_free (options->size);
  g_free (options->output);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options *options,
               int      argc,
               char   **argv)
{
  const GOptionEntry entries[] = {
    { "topic", 0, 0, G_OPTION_ARG_STRING, &options->topic, NULL, NULL },
    { "step", 0, 0, G_OPTION_ARG_STRING, &options->step, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->lang, NULL, NULL },
    { "side", 0, 0, G_OPTION_ARG_STRING, &options->side, NULL, NULL },
    { "text-scale", 0, 0, G_OPTION_ARG_STRING, &options->text_scale, NULL, NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options->theme, NULL, NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options->size, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->as_json, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  return genu_tool_parse_options ("frame", entries, argc, argv) && options->paths != NULL
         && g_strv_length (options->paths) == 1;
}

static gboolean
write_png (GenuStage  *stage,
           int         width,
           int         height,
           const char *path,
           GError    **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  gboolean fine;

  genu_stage_draw (stage, cr);
  fine = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  if (fine)
    fine = genu_tool_write_png (surface, path, error);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path,
                 cairo_status_to_string (cairo_status (cr)));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return fine;
}

static int
complain (const char *path,
          const char *rule,
          const char *message)
{
  fprintf (stderr, "%s:0: error: %s [%s]\n", path, message, rule);
  return GENU_TOOL_BAD_INPUT;
}

/* A JSON string; names are one line of text without control characters. */
static void
print_string (const char *text)
{
  putchar ('"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        putchar ('\\');
      putchar (*text);
    }
  putchar ('"');
}

/* {"labels":[{"part":…,"text":…,"rect":[x,y,width,height],"leader":[[x,y],…],"number":N},…]}, in
 * pixels of the frame; an entry of the legend has a number, and as leader its place alone. */
static void
print_labels (GenuStage *stage)
{
  printf ("{\"labels\":[");
  for (guint i = 0; i < genu_stage_get_n_labels (stage); i++)
    {
      const GenuStageLabel *label = genu_stage_get_label (stage, i);

      printf ("%s{\"part\":", i > 0 ? "," : "");
      print_string (label->part);
      printf (",\"text\":");
      print_string (label->text);
      printf (",\"rect\":[%g,%g,%g,%g],\"leader\":[", label->rect.x, label->rect.y,
              label->rect.width, label->rect.height);
      for (guint p = 0; p < MAX (1, label->n_leader); p++)
        printf ("%s[%.2f,%.2f]", p > 0 ? "," : "", label->leader[p].x, label->leader[p].y);
      printf ("],\"number\":%d}", label->number);
    }
  printf ("]}\n");
}

static int
draw_step (GenuStage       *stage,
           const GenuTopic *topic,
           guint            step,
           int              width,
           int              height,
           gboolean         as_json,
           const char      *output)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GError) error = NULL;

  genu_stage_set_size (stage, width, height, 1);
  genu_stage_set_topic (stage, topic, report);
  if (step > genu_stage_get_n_steps (stage))
    return complain (topic->path, "unknown-step", "the topic has fewer steps");

  genu_stage_set_step (stage, step - 1, FALSE);
  if (genu_stage_get_error (stage) != NULL)
    {
      genu_tool_print_report (report);
      return GENU_TOOL_BAD_INPUT;
    }
  if (!write_png (stage, width, height, output, &error))
    return complain (output, "write", error->message);
  if (as_json)
    print_labels (stage);
  return GENU_TOOL_OK;
}

/**
 * genu_tool_frame_pack:
 * @argc: length of @argv
 * @argv: the command's name, then its arguments
 *
 * Writes one step of a topic, labels included, as a PNG file.
 *
 * Returns: an exit status
 */
int
genu_tool_frame_pack (int    argc,
                      char **argv)
{
  g_auto(Options) options = { 0 };
  g_autoptr(GenuPack) pack = NULL;
  g_autoptr(GenuStage) stage = NULL;
  const GenuTopic *topic;
  GenuSide side = GENU_SIDE_RIGHT;
  GenuTheme theme = GENU_THEME_LIGHT;
  double text_scale = 1;
  int width, height;
  guint step;

  if (!parse_options (&options, argc, argv) || options.topic == NULL || options.output == NULL
      || !genu_tool_parse_count (options.step, &step)
      || !genu_tool_parse_size (options.size, &width, &height)
      || !genu_tool_parse_side (options.side, &side)
      || !genu_tool_parse_theme (options.theme, &theme)
      || !genu_tool_parse_scale (options.text_scale, &text_scale))
    {
      fprintf (stderr, "usage: genu-tool frame PACK --topic=ID --step=N [--lang=LL]"
                       " [--side=left|right] [--text-scale=1..2]\n"
                       "       [--theme=light|dark|high-contrast] [--json] --size=WxH"
                       " -o OUT.png\n");
      return GENU_TOOL_USAGE;
    }

  pack = genu_tool_load_pack (options.paths[0], options.lang);
  if (pack == NULL)
    return GENU_TOOL_BAD_INPUT;
  topic = genu_pack_find_topic (pack, options.topic);
  if (topic == NULL)
    return complain (options.paths[0], "unknown-topic", "the pack has no such topic");

  stage = genu_stage_new (pack);
  genu_stage_set_side (stage, side);
  genu_stage_set_theme (stage, theme);
  genu_stage_set_text_scale (stage, text_scale);
  return draw_step (stage, topic, step, width, height, options.as_json, options.output);
}
