/* SPDX-License-Identifier: GPL-3.0-or-later */

/* genu-tool list [PACK] [--lang=LL] [--json]: what a pack holds.  Topics in their order, each with
 * its steps and where they lie on their drawing's timeline; drawings; languages.  Without PACK the
 * built-in one. */

#include "config.h"

#include "genu-diagram.h"
#include "genu-pack.h"
#include "genu-svg-document.h"
#include "genu-tool.h"

#include <stdio.h>

#define BUILT_IN_PACK "knee"

static gboolean  option_json;
static char     *option_lang;
static char    **option_paths;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &option_json, "Print one JSON object", NULL },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &option_lang, "The language of titles", "LL" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &option_paths, NULL, "PACK" },
  { NULL },
};

typedef struct
{
  const GenuPack *pack;
  const char     *path;
  GPtrArray      *names;    /* of drawings as topics write them, in order of first use; owned */
  GHashTable     *diagrams; /* name to GenuDiagram, NULL for an unreadable one; owned */
  GenuReport     *report;
} Listing;

static void
free_diagram (gpointer data)
{
  genu_diagram_free (data);
}

static GenuDiagram *
load_diagram (const Listing *listing,
              const char    *name)
{
  g_autofree char *path = genu_pack_dup_diagram_path (listing->pack, name);
  g_autoptr(GenuSvgDocument) document = NULL;
  GenuRect view_box;

  if (path == NULL)
    {
      genu_report_add (listing->report, GENU_SEVERITY_ERROR, listing->pack->directory, 0,
                       "missing-file", "there is no drawing \"%s\"", name);
      return NULL;
    }
  document = genu_svg_document_new_from_file (path, listing->report);
  if (document == NULL)
    return NULL;

  view_box = genu_svg_document_get_view_box (document);
  return genu_diagram_new (genu_svg_document_get_xml (document), &view_box, path, listing->report);
}

static const GenuDiagram *
get_diagram (Listing    *listing,
             const char *name)
{
  gpointer diagram;

  if (!g_hash_table_lookup_extended (listing->diagrams, name, NULL, &diagram))
    {
      diagram = load_diagram (listing, name);
      g_hash_table_insert (listing->diagrams, g_strdup (name), diagram);
      g_ptr_array_add (listing->names, g_strdup (name));
    }

  return diagram;
}

static void
load_diagrams (Listing *listing)
{
  for (guint i = 0; i < listing->pack->topics->len; i++)
    {
      const GenuTopic *topic = g_ptr_array_index (listing->pack->topics, i);

      for (guint j = 0; j < topic->steps->len; j++)
        get_diagram (listing, ((const GenuStep *) g_ptr_array_index (topic->steps, j))->diagram);
    }
}

static const char *
get_kind_name (GenuTopicKind kind)
{
  static const char *const names[] = { "page", "mechanism", "benefit" };

  return names[kind];
}

static double
to_seconds (gint64 time)
{
  return (double) time / G_USEC_PER_SEC;
}

/* --------------------------------------------------------------------------------- text */

static void
print_step (Listing        *listing,
            const GenuStep *step,
            guint           number)
{
  const GenuDiagram *diagram = get_diagram (listing, step->diagram);
  const GenuDiagramStep *found = diagram != NULL ? genu_diagram_find_step (diagram, step->ref)
                                                 : NULL;

  if (found != NULL)
    printf ("    %2u  %-16s %6.2f to %6.2f s  %s\n", number, step->ref, to_seconds (found->begin),
            to_seconds (found->end), step->diagram);
  else
    printf ("    %2u  %-16s %-19s  %s\n", number, step->ref, "not there", step->diagram);
}

static void
print_topics (Listing *listing)
{
  for (guint i = 0; i < listing->pack->sections->len; i++)
    {
      const GenuSection *section = g_ptr_array_index (listing->pack->sections, i);

      printf ("%s\n", section->title);
      for (guint j = 0; j < section->topics->len; j++)
        {
          const GenuTopic *topic = g_ptr_array_index (section->topics, j);

          printf ("  %s (%s): %s\n", topic->id, get_kind_name (topic->kind), topic->title);
          for (guint k = 0; k < topic->steps->len; k++)
            print_step (listing, g_ptr_array_index (topic->steps, k), k + 1);
        }
    }
}

static void
print_text (Listing *listing)
{
  g_auto(GStrv) languages = genu_pack_list_languages (listing->path);
  g_autofree char *joined = g_strjoinv (" ", languages);

  printf ("%s %s (%s): %s\n", listing->pack->id, listing->pack->version, listing->pack->lang,
          listing->pack->title);
  printf ("languages: %s\n", joined);
  print_topics (listing);
  printf ("drawings\n");
  for (guint i = 0; i < listing->names->len; i++)
    {
      const char *name = g_ptr_array_index (listing->names, i);
      const GenuDiagram *diagram = get_diagram (listing, name);

      printf ("  %s: %u steps, %u parts\n", name, diagram != NULL ? diagram->steps->len : 0,
              diagram != NULL ? diagram->parts->len : 0);
    }
}

/* --------------------------------------------------------------------------------- JSON */

/* JSON's own escapes; everything else is UTF-8 already. */
static void
append_string (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

static void
append_member (GString    *json,
               const char *name,
               const char *text)
{
  g_string_append_printf (json, "\"%s\":", name);
  append_string (json, text);
}

static void
append_seconds (GString    *json,
                const char *name,
                gint64      time)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (json, ",\"%s\":%s", name,
                          g_ascii_dtostr (buffer, sizeof buffer, to_seconds (time)));
}

static void
append_comma (GString *json,
              guint    index)
{
  if (index > 0)
    g_string_append_c (json, ',');
}

static void
append_strings (GString    *json,
                const char *name,
                char      **texts)
{
  g_string_append_printf (json, "\"%s\":[", name);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      append_comma (json, i);
      append_string (json, texts[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_step (GString        *json,
             Listing        *listing,
             const GenuStep *step)
{
  const GenuDiagram *diagram = get_diagram (listing, step->diagram);
  const GenuDiagramStep *found = diagram != NULL ? genu_diagram_find_step (diagram, step->ref)
                                                 : NULL;

  g_string_append_c (json, '{');
  append_member (json, "ref", step->ref);
  g_string_append_c (json, ',');
  append_member (json, "diagram", step->diagram);
  if (found != NULL)
    {
      append_seconds (json, "begin", found->begin);
      append_seconds (json, "end", found->end);
    }
  g_string_append_c (json, ',');
  append_member (json, "say", step->say);
  g_string_append_c (json, '}');
}

static void
append_topic (GString           *json,
              Listing           *listing,
              const GenuSection *section,
              const GenuTopic   *topic)
{
  g_string_append_c (json, '{');
  append_member (json, "id", topic->id);
  g_string_append_c (json, ',');
  append_member (json, "kind", get_kind_name (topic->kind));
  g_string_append_c (json, ',');
  append_member (json, "section", section->id);
  g_string_append_c (json, ',');
  append_member (json, "title", topic->title);
  g_string_append (json, ",\"steps\":[");
  for (guint i = 0; i < topic->steps->len; i++)
    {
      append_comma (json, i);
      append_step (json, listing, g_ptr_array_index (topic->steps, i));
    }
  g_string_append (json, "]}");
}

static void
append_topics (GString *json,
               Listing *listing)
{
  guint n = 0;

  g_string_append (json, "\"topics\":[");
  for (guint i = 0; i < listing->pack->sections->len; i++)
    {
      const GenuSection *section = g_ptr_array_index (listing->pack->sections, i);

      for (guint j = 0; j < section->topics->len; j++)
        {
          append_comma (json, n++);
          append_topic (json, listing, section, g_ptr_array_index (section->topics, j));
        }
    }
  g_string_append_c (json, ']');
}

static void
append_diagram (GString    *json,
                Listing    *listing,
                const char *name)
{
  const GenuDiagram *diagram = get_diagram (listing, name);

  g_string_append_c (json, '{');
  append_member (json, "path", name);
  g_string_append (json, ",\"steps\":[");
  for (guint i = 0; diagram != NULL && i < diagram->steps->len; i++)
    {
      const GenuDiagramStep *step = &g_array_index (diagram->steps, GenuDiagramStep, i);

      append_comma (json, i);
      g_string_append_c (json, '{');
      append_member (json, "id", step->id);
      append_seconds (json, "begin", step->begin);
      append_seconds (json, "end", step->end);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
}

static void
print_json (Listing *listing)
{
  g_autoptr(GString) json = g_string_new ("{");
  g_auto(GStrv) languages = genu_pack_list_languages (listing->path);

  append_member (json, "id", listing->pack->id);
  g_string_append_c (json, ',');
  append_member (json, "version", listing->pack->version);
  g_string_append_c (json, ',');
  append_member (json, "lang", listing->pack->lang);
  g_string_append_c (json, ',');
  append_member (json, "title", listing->pack->title);
  g_string_append_c (json, ',');
  append_strings (json, "languages", languages);
  g_string_append_c (json, ',');
  append_topics (json, listing);
  g_string_append (json, ",\"diagrams\":[");
  for (guint i = 0; i < listing->names->len; i++)
    {
      append_comma (json, i);
      append_diagram (json, listing, g_ptr_array_index (listing->names, i));
    }
  g_string_append (json, "]}");
  printf ("%s\n", json->str);
}

/* ---------------------------------------------------------------------------------- all */

static char *
dup_built_in_path (void)
{
  const char *data = g_getenv ("GENU_DATA_DIR");

  return g_build_filename (data != NULL ? data : GENU_PKGDATADIR, "packs", BUILT_IN_PACK, NULL);
}

/* What could not be read is told, and the rest is listed all the same. */
static int
list_pack (const char *path)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuPack) pack = genu_pack_load (path, option_lang, report);
  g_autofree char *problems = NULL;

  if (pack != NULL)
    {
      g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GHashTable) diagrams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                              free_diagram);
      Listing listing = { pack, path, names, diagrams, report };

      load_diagrams (&listing);
      if (option_json)
        print_json (&listing);
      else
        print_text (&listing);
    }

  problems = genu_report_to_string (report);
  fputs (problems, stderr);
  return genu_report_get_n_errors (report) > 0 ? GENU_TOOL_BAD_INPUT : GENU_TOOL_OK;
}

int
genu_tool_list (int    argc,
                char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  int status = GENU_TOOL_USAGE;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    fprintf (stderr, "genu-tool list: %s\n", error->message);
  else if (option_paths != NULL && g_strv_length (option_paths) > 1)
    fprintf (stderr, "genu-tool list: name one pack\n");
  else
    {
      g_autofree char *path = option_paths != NULL ? g_strdup (option_paths[0])
                                                   : dup_built_in_path ();

      status = list_pack (path);
    }

  g_clear_pointer (&option_lang, g_free);
  g_clear_pointer (&option_paths, g_strfreev);
  return status;
}
