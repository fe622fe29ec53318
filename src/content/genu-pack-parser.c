/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From pack.xml to the model, all but the topics, and the choice of a language's folder. */

#include "config.h"

#include "genu-pack-parser.h"

#include "genu-content-text.h"
#include "genu-language.h"
#include "genu-limits.h"
#include "genu-pack-path.h"
#include "genu-topic-parser.h"

#define NS GENU_XMLNS_PACK

static void
section_free (gpointer data)
{
  GenuSection *section = data;

  g_free (section->id);
  g_free (section->title);
  g_ptr_array_unref (section->topics);
  g_free (section);
}

static void
entry_free (gpointer data)
{
  GenuGlossaryEntry *entry = data;

  g_free (entry->id);
  g_free (entry->term);
  g_free (entry->say);
  g_free (entry->means);
  g_free (entry);
}

static void
reference_free (gpointer data)
{
  GenuReference *reference = data;

  g_free (reference->id);
  g_free (reference->year);
  g_free (reference->authors);
  g_free (reference->title);
  g_free (reference->container);
  g_free (reference->doi);
  g_free (reference->url);
  g_free (reference);
}

static void
stop_free (gpointer data)
{
  GenuTourStop *stop = data;

  g_free (stop->topic);
  g_array_unref (stop->steps);
  g_free (stop);
}

static void
tour_free (gpointer data)
{
  GenuTour *tour = data;

  g_free (tour->title);
  g_ptr_array_unref (tour->stops);
  g_free (tour);
}

static void
topic_free (gpointer data)
{
  genu_topic_free (data);
}

static char *
text_of (const xmlNode *parent,
         const char    *name)
{
  return genu_content_dup_text (genu_content_find_child (parent, NS, name));
}

/* NULL rather than "" for what may be left out. */
static char *
optional (char *text)
{
  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static char *
join_authors (const xmlNode *root)
{
  const xmlNode *authors = genu_content_find_child (root, NS, "authors");
  GString *joined = g_string_new (NULL);

  for (const xmlNode *node = authors != NULL ? authors->children : NULL; node != NULL;
       node = node->next)
    if (genu_xml_is (node, NS, "author"))
      {
        g_autofree char *author = genu_content_dup_text (node);

        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "; " : "", author);
      }

  return g_string_free (joined, FALSE);
}

static void
parse_section (GenuPack      *pack,
               const xmlNode *node)
{
  GenuSection *section = g_new0 (GenuSection, 1);

  section->id = genu_content_dup_attribute (node, "id");
  section->title = genu_content_dup_attribute (node, "title");
  section->topics = g_ptr_array_new ();
  g_ptr_array_add (pack->sections, section);
}

static void
parse_entry (GenuPack      *pack,
             const xmlNode *node)
{
  GenuGlossaryEntry *entry = g_new0 (GenuGlossaryEntry, 1);

  entry->id = genu_content_dup_attribute (node, "id");
  entry->term = text_of (node, "term");
  entry->say = optional (genu_content_dup_attribute (node, "say"));
  entry->means = text_of (node, "means");
  g_ptr_array_add (pack->glossary, entry);
}

static void
parse_reference (GenuPack      *pack,
                 const xmlNode *node)
{
  GenuReference *reference = g_new0 (GenuReference, 1);

  reference->id = genu_content_dup_attribute (node, "id");
  reference->year = optional (genu_content_dup_attribute (node, "year"));
  reference->authors = text_of (node, "authors");
  reference->title = text_of (node, "title");
  reference->container = optional (text_of (node, "container"));
  reference->doi = optional (text_of (node, "doi"));
  reference->url = optional (text_of (node, "url"));
  g_ptr_array_add (pack->references, reference);
}

static void
parse_hero (GenuPack      *pack,
            const xmlNode *node)
{
  g_autofree char *path = g_build_filename (pack->directory, "pack.xml", NULL);
  GenuStep *step = g_new0 (GenuStep, 1);

  step->ref = genu_content_dup_attribute (node, "step");
  step->diagram = genu_content_dup_attribute (node, "diagram");
  step->say = g_strdup ("");
  step->alt = text_of (node, "alt");
  step->line = genu_xml_get_line (node);
  genu_topic_free (pack->hero);
  pack->hero = genu_topic_new_of_picture (path, pack->title, step);
}

static GenuTourStop *
parse_stop (const xmlNode *node)
{
  GenuTourStop *stop = g_new0 (GenuTourStop, 1);
  g_autofree char *steps = genu_content_dup_attribute (node, "steps");
  g_auto(GStrv) numbers = g_strsplit (steps, " ", GENU_LIMIT_STEPS);

  stop->topic = genu_content_dup_attribute (node, "topic");
  stop->steps = g_array_new (FALSE, FALSE, sizeof (guint));
  stop->line = genu_xml_get_line (node);
  for (guint i = 0; numbers[i] != NULL; i++)
    {
      guint number = (guint) CLAMP (g_ascii_strtoll (numbers[i], NULL, 10), 0, G_MAXINT);

      g_array_append_val (stop->steps, number);
    }

  return stop;
}

static void
parse_tour (GenuPack      *pack,
            const xmlNode *node)
{
  GenuTour *tour = g_new0 (GenuTour, 1);
  g_autofree char *minutes = genu_content_dup_attribute (node, "minutes");

  tour->minutes = (guint) CLAMP (g_ascii_strtoll (minutes, NULL, 10), 0, 60);
  tour->title = text_of (node, "title");
  tour->stops = g_ptr_array_new_with_free_func (stop_free);
  tour->line = genu_xml_get_line (node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (genu_xml_is (child, NS, "stop") && tour->stops->len < GENU_LIMIT_TOPICS)
      g_ptr_array_add (tour->stops, parse_stop (child));
  g_ptr_array_add (pack->tours, tour);
}

static void
parse_children (GenuPack      *pack,
                const xmlNode *parent,
                const char    *name,
                void         (*parse) (GenuPack *pack, const xmlNode *node))
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL;
       node = node->next)
    if (genu_xml_is (node, NS, name))
      parse (pack, node);
}

static GenuPack *
pack_new (const char *directory)
{
  GenuPack *pack = g_new0 (GenuPack, 1);

  pack->directory = g_strdup (directory);
  pack->sections = g_ptr_array_new_with_free_func (section_free);
  pack->topics = g_ptr_array_new_with_free_func (topic_free);
  pack->glossary = g_ptr_array_new_with_free_func (entry_free);
  pack->references = g_ptr_array_new_with_free_func (reference_free);
  pack->tours = g_ptr_array_new_with_free_func (tour_free);

  return pack;
}

/**
 * genu_pack_parse:
 * @document: a parsed file whose root is <pack>
 * @directory: the folder it stands in
 *
 * Returns: (transfer full): the pack as far as it could be understood, its sections still empty
 */
GenuPack *
genu_pack_parse (GenuXmlDoc *document,
                 const char *directory)
{
  const xmlNode *root;
  GenuPack *pack;

  g_return_val_if_fail (document != NULL && directory != NULL, NULL);

  root = xmlDocGetRootElement (document);
  pack = pack_new (directory);
  pack->id = genu_content_dup_attribute (root, "id");
  pack->version = genu_content_dup_attribute (root, "version");
  pack->lang = genu_xml_dup_attribute_ns (root, "lang", "http://www.w3.org/XML/1998/namespace");
  if (pack->lang == NULL)
    pack->lang = g_strdup ("");
  pack->license = genu_content_dup_attribute (root, "license");
  pack->reviewed = genu_content_dup_attribute (root, "reviewed");
  pack->expires = genu_content_dup_attribute (root, "expires");
  pack->title = text_of (root, "title");
  pack->summary = optional (text_of (root, "summary"));
  pack->authors = join_authors (root);
  pack->funding = text_of (root, "funding");
  pack->update_policy = text_of (root, "update-policy");
  parse_children (pack, root, "hero", parse_hero);
  parse_children (pack, root, "section", parse_section);
  parse_children (pack, genu_content_find_child (root, NS, "glossary"), "entry", parse_entry);
  parse_children (pack, genu_content_find_child (root, NS, "bibliography"), "reference",
                  parse_reference);
  parse_children (pack, genu_content_find_child (root, NS, "paths"), "path", parse_tour);

  return pack;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the folders in @path that hold a pack.xml, sorted. */
static GPtrArray *
list_folders (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL
         && names->len < GENU_LIMIT_LIST)
    {
      g_autofree char *relative = g_build_filename (name, "pack.xml", NULL);
      g_autofree char *found = NULL;

      if (genu_pack_path_resolve (path, relative, &found) == GENU_PATH_FOUND)
        g_ptr_array_add (names, g_strdup (name));
    }

  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
holds_pack (const char *path)
{
  g_autofree char *file = NULL;

  return genu_pack_path_resolve (path, "pack.xml", &file) == GENU_PATH_FOUND;
}

static char *
dup_language_of (const char *path)
{
  g_autofree char *file = g_build_filename (path, "pack.xml", NULL);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_file (file, report);

  if (document == NULL)
    return NULL;

  return genu_xml_dup_attribute_ns (xmlDocGetRootElement (document), "lang",
                                    "http://www.w3.org/XML/1998/namespace");
}

/**
 * genu_pack_list_languages:
 * @path: PACK, as on the command line
 *
 * Returns: (transfer full): the languages found there, %NULL-terminated; for a folder with pack.xml
 *   that file's language, otherwise the sorted names of the folders that hold one
 */
char **
genu_pack_list_languages (const char *path)
{
  GPtrArray *names;

  g_return_val_if_fail (path != NULL, NULL);

  if (holds_pack (path))
    {
      char *lang = dup_language_of (path);

      names = g_ptr_array_new ();
      if (lang != NULL)
        g_ptr_array_add (names, lang);
    }
  else
    names = list_folders (path);

  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/**
 * genu_pack_dup_directory:
 * @path: PACK, as on the command line
 * @lang: (nullable): the wanted language, %NULL for the session's
 * @report: gets `missing-file`
 *
 * Returns: (transfer full) (nullable): the folder with pack.xml that serves @lang best
 */
char *
genu_pack_dup_directory (const char *path,
                         const char *lang,
                         GenuReport *report)
{
  const char *const wanted[] = { lang, NULL };
  g_auto(GStrv) languages = NULL;
  const char *picked;

  g_return_val_if_fail (path != NULL && report != NULL, NULL);

  if (holds_pack (path))
    return g_strdup (path);

  languages = genu_pack_list_languages (path);
  picked = genu_language_pick ((const char *const *) languages,
                               lang != NULL ? wanted : g_get_language_names ());
  if (picked == NULL)
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, path, 0, "missing-file",
                       "no pack.xml here, nor in a folder named by its language");
      return NULL;
    }

  return g_build_filename (path, picked, NULL);
}
