/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads a file of the corpus.  Its head holds comments of the form `<!-- key: value -->` before the
 * root element; the C tests need `events`, a list of SECONDS:TYPE:#ID, and `tolerance`, a number. */

#include "config.h"

#include "conformance-file.h"

#include <math.h>

#define DEFAULT_TOLERANCE 1e-3

static void
clear_event (gpointer data)
{
  ConformanceEvent *event = data;

  g_free (event->type);
  g_free (event->target);
}

gint64
conformance_parse_seconds (const char *text)
{
  return (gint64) llround (g_ascii_strtod (text, NULL) * G_USEC_PER_SEC);
}

static void
parse_event (const char *text,
             GArray     *events)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", 3);
  ConformanceEvent event;

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  event.time = conformance_parse_seconds (parts[0]);
  event.type = g_strdup (parts[1]);
  event.target = parts[2][0] == '#' ? g_strdup (parts[2] + 1) : NULL;
  g_array_append_val (events, event);
}

/* The value of a comment in the head; NULL when there is none. */
static char *
dup_header (const char *head,
            const char *key)
{
  g_autofree char *opening = g_strdup_printf ("<!-- %s: ", key);
  const char *start = strstr (head, opening);
  const char *end = start != NULL ? strstr (start, " -->") : NULL;

  if (end == NULL)
    return NULL;

  start += strlen (opening);
  return g_strndup (start, (gsize) (end - start));
}

static void
parse_head (ConformanceFile *self,
            const char      *head)
{
  g_autofree char *events = dup_header (head, "events");
  g_autofree char *tolerance = dup_header (head, "tolerance");
  g_auto(GStrv) entries = g_strsplit (events != NULL ? events : "", " ", -1);

  self->tolerance = tolerance != NULL ? g_ascii_strtod (tolerance, NULL) : DEFAULT_TOLERANCE;
  for (char **entry = entries; *entry != NULL; entry++)
    parse_event (*entry, self->events);
}

/* The file must load without an error: a malformed *animation* is at most a warning. */
ConformanceFile *
conformance_file_new (const char *path)
{
  ConformanceFile *self = g_new0 (ConformanceFile, 1);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *text = NULL;
  char *root;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  root = strstr (text, "<svg");
  g_assert_nonnull (root);
  *root = '\0';

  self->events = g_array_new (FALSE, FALSE, sizeof (ConformanceEvent));
  g_array_set_clear_func (self->events, clear_event);
  parse_head (self, text);

  self->document = genu_svg_document_new_from_file (path, report);
  g_assert_nonnull (self->document);
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 0);

  return self;
}

void
conformance_file_free (ConformanceFile *self)
{
  genu_svg_document_unref (self->document);
  g_array_unref (self->events);
  g_free (self);
}

/* A new timeline of the file that knows all its events. */
GenuTimeline *
conformance_file_play (const ConformanceFile *self)
{
  GenuTimeline *timeline = genu_timeline_new (self->document, NULL);

  g_assert_nonnull (timeline);
  for (guint i = 0; i < self->events->len; i++)
    {
      const ConformanceEvent *event = &g_array_index (self->events, ConformanceEvent, i);

      g_assert_true (genu_timeline_add_event (timeline, event->time, event->type, event->target));
    }

  return timeline;
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The paths of the SVG files of a folder, sorted; empty when there is no such folder. */
GPtrArray *
conformance_list (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".svg"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);

  return paths;
}
