/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-tool-pack.h"

#include "genu-limits.h"
#include "genu-tool.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/**
 * genu_tool_parse_options:
 * @command: its name, for the message
 * @entries: its options, which take over what they are given
 * @argc: how many
 * @argv: the command and its arguments; they stay as they are
 *
 * Returns: whether they could be understood; otherwise standard error says why
 */
gboolean
genu_tool_parse_options (const char         *command,
                         const GOptionEntry *entries,
                         int                 argc,
                         char              **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new ("PACK");
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) arguments = g_new0 (char *, (gsize) argc + 1);

  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse_strv (context, &arguments, &error))
    return TRUE;

  fprintf (stderr, "genu-tool %s: %s\n", command, error->message);
  return FALSE;
}

/**
 * genu_tool_parse_side:
 * @text: (nullable): left or right; %NULL leaves @out_side alone
 * @out_side: (out): the side; untouched on failure
 *
 * Returns: whether @text is a side
 */
gboolean
genu_tool_parse_side (const char *text,
                      GenuSide   *out_side)
{
  if (text == NULL)
    return TRUE;
  if (!g_str_equal (text, "left") && !g_str_equal (text, "right"))
    return FALSE;
  *out_side = g_str_equal (text, "left") ? GENU_SIDE_LEFT : GENU_SIDE_RIGHT;
  return TRUE;
}

/**
 * genu_tool_parse_theme:
 * @text: (nullable): light, dark or high-contrast; %NULL leaves @out_theme alone
 * @out_theme: (out): the theme; untouched on failure
 *
 * Returns: whether @text is a theme
 */
gboolean
genu_tool_parse_theme (const char *text,
                       GenuTheme  *out_theme)
{
  static const struct { const char *name; GenuTheme theme; } themes[] = {
    { "light", GENU_THEME_LIGHT },
    { "dark", GENU_THEME_DARK },
    { "high-contrast", GENU_THEME_HIGH_CONTRAST },
  };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (text, themes[i].name))
      {
        *out_theme = themes[i].theme;
        return TRUE;
      }
  return text == NULL;
}

/**
 * genu_tool_parse_scale:
 * @text: (nullable): a number from 1 to 2; %NULL leaves @out_scale alone
 * @out_scale: (out): the number; untouched on failure
 *
 * Returns: whether @text is one
 */
gboolean
genu_tool_parse_scale (const char *text,
                       double     *out_scale)
{
  char *end;
  double scale;

  if (text == NULL)
    return TRUE;
  scale = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !(scale >= 1 && scale <= 2))
    return FALSE;
  *out_scale = scale;
  return TRUE;
}

static gboolean
parse_number (const char *text,
              gsize       length,
              guint64     most,
              guint64    *out_number)
{
  g_autofree char *digits = g_strndup (text, length);

  return length > 0 && strspn (digits, "0123456789") == length
         && g_ascii_string_to_unsigned (digits, 10, 1, most, out_number, NULL);
}

/**
 * genu_tool_parse_size:
 * @text: (nullable): width x height in pixels, such as 1920x1080
 * @out_width: (out): the width; untouched on failure
 * @out_height: (out): the height; untouched on failure
 *
 * Returns: whether @text is a size within the limits
 */
gboolean
genu_tool_parse_size (const char *text,
                      int        *out_width,
                      int        *out_height)
{
  const char *x = text != NULL ? strchr (text, 'x') : NULL;
  guint64 width, height;

  if (x == NULL || !parse_number (text, (gsize) (x - text), GENU_LIMIT_FRAME_SIDE, &width)
      || !parse_number (x + 1, strlen (x + 1), GENU_LIMIT_FRAME_SIDE, &height))
    return FALSE;
  *out_width = (int) width;
  *out_height = (int) height;
  return TRUE;
}

/**
 * genu_tool_parse_count:
 * @text: (nullable): a whole number from 1
 * @out_count: (out): the number; untouched on failure
 *
 * Returns: whether @text is one
 */
gboolean
genu_tool_parse_count (const char *text,
                       guint      *out_count)
{
  guint64 count;

  if (text == NULL || !parse_number (text, strlen (text), G_MAXINT, &count))
    return FALSE;
  *out_count = (guint) count;
  return TRUE;
}

/**
 * genu_tool_print_report:
 * @report: a report
 *
 * Prints every problem to standard error.
 *
 * Returns: the exit status that the report asks for
 */
int
genu_tool_print_report (const GenuReport *report)
{
  g_autofree char *text = genu_report_to_string (report);

  fputs (text, stderr);
  return genu_report_get_n_errors (report) > 0 ? GENU_TOOL_BAD_INPUT : GENU_TOOL_OK;
}

/**
 * genu_tool_load_pack:
 * @path: the pack
 * @lang: (nullable): the language
 *
 * Loads a pack.  Problems are printed when the pack cannot be used at all; topics that cannot be
 * read are for `check` to name.
 *
 * Returns: (transfer full) (nullable): the pack
 */
GenuPack *
genu_tool_load_pack (const char *path,
                     const char *lang)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  GenuPack *pack = genu_pack_load (path, lang, report);

  if (pack == NULL)
    genu_tool_print_report (report);
  return pack;
}

/**
 * genu_tool_find_topics:
 * @pack: a pack
 * @path: its path, for messages
 * @ids: (nullable): ids with commas between, or %NULL for all topics
 *
 * Returns: (transfer container) (nullable): the topics; %NULL with a message printed when one does
 *   not exist
 */
GPtrArray *
genu_tool_find_topics (const GenuPack *pack,
                       const char     *path,
                       const char     *ids)
{
  g_autoptr(GPtrArray) topics = g_ptr_array_new ();
  g_auto(GStrv) names = g_strsplit (ids != NULL ? ids : "", ",", -1);

  for (guint i = 0; ids == NULL && i < pack->topics->len; i++)
    g_ptr_array_add (topics, g_ptr_array_index (pack->topics, i));

  for (guint i = 0; names[i] != NULL; i++)
    {
      GenuTopic *topic = genu_pack_find_topic (pack, names[i]);

      if (topic == NULL)
        {
          fprintf (stderr, "%s:0: error: the pack has no topic \"%s\" [unknown-topic]\n", path,
                   names[i]);
          return NULL;
        }
      g_ptr_array_add (topics, topic);
    }
  return g_steal_pointer (&topics);
}
