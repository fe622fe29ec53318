/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line of `genu`.  Pure: it reads no environment and starts nothing. */

#include "config.h"

#include "genu-options.h"

static gboolean
parse_mode (const char *text,
            GenuMode   *out_mode,
            GError    **error)
{
  if (text == NULL || g_str_equal (text, "browse"))
    *out_mode = GENU_MODE_BROWSE;
  else if (g_str_equal (text, "consult"))
    *out_mode = GENU_MODE_CONSULT;
  else if (g_str_equal (text, "kiosk"))
    *out_mode = GENU_MODE_KIOSK;
  else
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--mode is browse, consult or kiosk, not “%s”", text);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_side (const char *text,
            gboolean   *out_left,
            GError    **error)
{
  if (text != NULL && !g_str_equal (text, "left") && !g_str_equal (text, "right"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--side is left or right, not “%s”", text);
      return FALSE;
    }

  *out_left = g_strcmp0 (text, "left") == 0;
  return TRUE;
}

/**
 * genu_options_parse:
 * @self: (out caller-allocates): where the options go; free with genu_options_clear()
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the program's name first; left alone
 * @error: return location for a #GError of domain %G_OPTION_ERROR
 *
 * Parses the command line.  `--help` prints the usage and exits, as GOption does.
 *
 * Returns: whether all arguments were understood
 */
gboolean
genu_options_parse (GenuOptions *self,
                    int          argc,
                    char       **argv,
                    GError     **error)
{
  g_autofree char *mode = NULL;
  g_autofree char *side = NULL;
  const GOptionEntry entries[] = {
    { "mode", 0, 0, G_OPTION_ARG_STRING, &mode, "How to run: browse, consult or kiosk", "MODE" },
    { "pack", 0, 0, G_OPTION_ARG_FILENAME, &self->pack, "Content pack to show", "DIR" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &self->lang, "Language of the content", "LL" },
    { "topic", 0, 0, G_OPTION_ARG_STRING, &self->topic, "Topic to open", "ID" },
    { "step", 0, 0, G_OPTION_ARG_INT, &self->step, "Step of the topic, from 1", "N" },
    { "side", 0, 0, G_OPTION_ARG_STRING, &side, "Knee to show: left or right", "SIDE" },
    { "fullscreen", 0, 0, G_OPTION_ARG_NONE, &self->fullscreen, "Fill the screen", NULL },
    { "exit-after-startup", 0, 0, G_OPTION_ARG_NONE, &self->exit_after_startup,
      "Leave once the first picture is on screen", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, "Print versions and leave", NULL },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_auto(GStrv) arguments = g_new0 (char *, (gsize) argc + 1);

  *self = (GenuOptions) { 0 };
  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);

  g_option_context_set_summary (context, "Explains stem cell therapy for the knee, in moving "
                                         "pictures and plain words.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &arguments, error)
      || !parse_mode (mode, &self->mode, error) || !parse_side (side, &self->left, error))
    return FALSE;

  if (g_strv_length (arguments) > 1)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                   "“%s” is not understood; see genu --help", arguments[1]);
      return FALSE;
    }
  if (self->step < 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--step counts from 1");
      return FALSE;
    }

  return TRUE;
}

void
genu_options_clear (GenuOptions *self)
{
  g_clear_pointer (&self->pack, g_free);
  g_clear_pointer (&self->lang, g_free);
  g_clear_pointer (&self->topic, g_free);
}
