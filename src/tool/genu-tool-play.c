/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-tool-play.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "genu-clock-value.h"
#include "genu-limits.h"
#include "genu-tool.h"

typedef struct
{
  char **at;
  char **events;
} Arguments;

gboolean
genu_tool_parse_time (const char *text,
                      gint64     *out_usec)
{
  g_autofree char *padded = NULL;

  if (g_ascii_isdigit (text[0]) && text[1] == ':')
    padded = g_strconcat ("0", text, NULL);

  return genu_clock_value_parse (padded != NULL ? padded : text, out_usec);
}

static int
fail_usage (const char *command,
            const char *usage,
            const char *what)
{
  fprintf (stderr, "genu-tool %s: %s\nUsage: genu-tool %s %s\n", command, what, command, usage);
  return GENU_TOOL_USAGE;
}

static gboolean
parse_times (char  **lists,
             GArray *times)
{
  for (; lists != NULL && *lists != NULL; lists++)
    {
      g_auto(GStrv) items = g_strsplit (*lists, ",", -1);

      for (guint i = 0; items[i] != NULL; i++)
        {
          gint64 time;

          if (!genu_tool_parse_time (g_strstrip (items[i]), &time))
            return FALSE;
          g_array_append_val (times, time);
        }
    }

  return times->len > 0;
}

/* Bare seconds. */
static gboolean
parse_seconds (const char *text,
               gint64     *out_usec)
{
  char *end;
  double seconds;

  if (!g_ascii_isdigit (*text) && *text != '.')
    return FALSE;
  seconds = g_ascii_strtod (text, &end);
  if (*end != '\0' || !(seconds * G_USEC_PER_SEC <= (double) GENU_LIMIT_TIME))
    return FALSE;

  *out_usec = llround (seconds * G_USEC_PER_SEC);
  return TRUE;
}

/* SECONDS:TYPE:#ID; SECONDS:accessKey(c), also with an empty #ID. */
static int
add_event (GenuToolPlay *self,
           const char   *command,
           const char   *usage,
           const char   *text)
{
  g_auto(GStrv) fields = g_strsplit (text, ":", 3);
  guint n = g_strv_length (fields);
  gint64 time;
  const char *id = n == 3 && *fields[2] == '#' ? fields[2] + 1 : NULL;
  gboolean is_key = n >= 2 && g_ascii_strncasecmp (fields[1], "accesskey(", 10) == 0;

  if (n < 2 || *fields[1] == '\0' || !parse_seconds (fields[0], &time) || (id == NULL && !is_key))
    return fail_usage (command, usage, "an event is SECONDS:TYPE:#ID");
  if (genu_timeline_add_event (self->timeline, time, fields[1], id))
    return GENU_TOOL_OK;

  fprintf (stderr, "%s:0: error: the event's element #%s does not exist [unknown-element]\n",
           self->path, id);
  return GENU_TOOL_BAD_INPUT;
}

static void
print_report (const GenuReport *report)
{
  g_autofree char *text = genu_report_to_string (report);

  fputs (text, stderr);
}

static int
load (GenuToolPlay *self)
{
  g_autoptr(GenuReport) report = genu_report_new ();

  self->document = genu_svg_document_new_from_file (self->path, report);
  if (self->document != NULL)
    self->timeline = genu_timeline_new (self->document, report);
  print_report (report);

  return self->timeline != NULL && genu_report_get_n_errors (report) == 0 ? GENU_TOOL_OK
                                                                          : GENU_TOOL_BAD_INPUT;
}

/* Fills @arguments; NULL, or what is wrong. */
static char *
parse_options (int                 argc,
               char              **argv,
               const GOptionEntry *extra,
               Arguments          *arguments,
               char              **out_path)
{
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments->at, NULL, NULL },
    { "event", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments->events, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) copy = g_new0 (char *, (gsize) argc + 1);

  for (int i = 0; i < argc; i++)
    copy[i] = g_strdup (argv[i]);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, extra, NULL);
  if (!g_option_context_parse_strv (context, &copy, &error))
    return g_strdup (error->message);
  if (g_strv_length (copy) != 2)
    return g_strdup ("give one FILE.svg");

  *out_path = g_strdup (copy[1]);
  return NULL;
}

static int
record_events (GenuToolPlay *self,
               const char   *command,
               const char   *usage,
               char        **events)
{
  int status = GENU_TOOL_OK;

  for (; events != NULL && *events != NULL && status == GENU_TOOL_OK; events++)
    status = add_event (self, command, usage, *events);

  return status;
}

int
genu_tool_play_init (GenuToolPlay       *self,
                     int                 argc,
                     char              **argv,
                     const GOptionEntry *extra,
                     const char         *usage)
{
  Arguments arguments = { NULL, NULL };
  g_autofree char *problem = NULL;
  int status;

  memset (self, 0, sizeof *self);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  problem = parse_options (argc, argv, extra, &arguments, &self->path);
  if (problem != NULL)
    status = fail_usage (argv[0], usage, problem);
  else if (!parse_times (arguments.at, self->times))
    status = fail_usage (argv[0], usage, "--at takes clock values such as 2.5s, 1:02.5 or 250ms");
  else
    status = load (self);
  if (status == GENU_TOOL_OK)
    status = record_events (self, argv[0], usage, arguments.events);
  g_strfreev (arguments.at);
  g_strfreev (arguments.events);

  return status;
}

void
genu_tool_play_clear (GenuToolPlay *self)
{
  g_clear_pointer (&self->timeline, genu_timeline_free);
  g_clear_pointer (&self->document, genu_svg_document_unref);
  g_clear_pointer (&self->times, g_array_unref);
  g_clear_pointer (&self->path, g_free);
}

int
genu_tool_play_check (const GenuToolPlay *self)
{
  if (!genu_timeline_has_exceeded_limits (self->timeline))
    return GENU_TOOL_OK;

  fprintf (stderr, "%s:0: error: the animations begin each other too often [limit-intervals]\n",
           self->path);
  return GENU_TOOL_BAD_INPUT;
}
