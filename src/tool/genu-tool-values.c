/* SPDX-License-Identifier: GPL-3.0-or-later */

/* values FILE.svg: every animated attribute and property at each time, as JSON, or as lines of
 * time, element, attribute and value parted by tabs. */

#include "config.h"

#include "genu-tool.h"

#include <stdio.h>

#include "genu-tool-play.h"

#define USAGE "FILE.svg --at=T[,T…] [--event=SECONDS:TYPE:#ID]… --json"

/* RFC 8259 section 7. */
static void
append_json_string (GString    *json,
                    const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_printf (json, "\\%c", *text);
      else if ((guchar) *text < 0x20 || *text == 0x7f)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *text);
      else
        g_string_append_c (json, *text);
    }
  g_string_append_c (json, '"');
}

/* Seconds, without zeros at the end. */
static void
append_seconds (GString *string,
                gint64   usec)
{
  g_string_append_printf (string, "%" G_GINT64_FORMAT, usec / G_USEC_PER_SEC);
  if (usec % G_USEC_PER_SEC == 0)
    return;

  g_string_append_printf (string, ".%06d", (int) (usec % G_USEC_PER_SEC));
  while (string->str[string->len - 1] == '0')
    g_string_truncate (string, string->len - 1);
}

/* The texts of one row; freed by the caller. */
static void
get_row (const GenuToolPlay *play,
         guint               index,
         char              **out_target,
         const char        **out_attribute,
         char              **out_value)
{
  const GenuAnimationTarget *target = genu_timeline_get_target (play->timeline, index);
  g_autoptr(GenuValue) value = genu_timeline_dup_effective_value (play->timeline, index);

  *out_target = genu_svg_document_dup_element_name (play->document, target->element);
  *out_attribute = target->attribute->name;
  *out_value = value != NULL ? genu_value_to_string (value) : g_strdup ("");
}

static void
append_json_frame (GString            *json,
                   const GenuToolPlay *play,
                   gint64              time)
{
  guint n = genu_timeline_get_n_targets (play->timeline);

  g_string_append (json, "{\"t\":");
  append_seconds (json, time);
  g_string_append (json, ",\"values\":[");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *target = NULL;
      g_autofree char *value = NULL;
      const char *attribute;

      get_row (play, i, &target, &attribute, &value);
      g_string_append (json, i > 0 ? ",{\"target\":" : "{\"target\":");
      append_json_string (json, target);
      g_string_append (json, ",\"attribute\":");
      append_json_string (json, attribute);
      g_string_append (json, ",\"value\":");
      append_json_string (json, value);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
}

static void
append_lines (GString            *lines,
              const GenuToolPlay *play,
              gint64              time)
{
  guint n = genu_timeline_get_n_targets (play->timeline);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *target = NULL;
      g_autofree char *value = NULL;
      const char *attribute;

      get_row (play, i, &target, &attribute, &value);
      append_seconds (lines, time);
      g_string_append_printf (lines, "\t%s\t%s\t%s\n", target, attribute, value);
    }
}

static int
print_frames (const GenuToolPlay *play,
              gboolean            json)
{
  g_autoptr(GString) text = g_string_new (json ? "{\"frames\":[" : "");

  for (guint i = 0; i < play->times->len; i++)
    {
      gint64 time = g_array_index (play->times, gint64, i);

      genu_timeline_seek (play->timeline, time);
      if (json && i > 0)
        g_string_append_c (text, ',');
      if (json)
        append_json_frame (text, play, time);
      else
        append_lines (text, play, time);
    }
  if (json)
    g_string_append (text, "]}\n");

  fwrite (text->str, 1, text->len, stdout);
  if (fflush (stdout) == 0 && !ferror (stdout))
    return genu_tool_play_check (play);

  fprintf (stderr, "genu-tool values: standard output cannot be written\n");
  return GENU_TOOL_BAD_INPUT;
}

int
genu_tool_values (int    argc,
                  char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry extra[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GenuToolPlay play;
  int status = genu_tool_play_init (&play, argc, argv, extra, USAGE);

  if (status == GENU_TOOL_OK)
    status = print_frames (&play, json);
  genu_tool_play_clear (&play);

  return status;
}
