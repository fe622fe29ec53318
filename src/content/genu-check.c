/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding every fault of a pack in one run.  For each file: is it XML within the limits, then our
 * own passes over the tree, which go on after a fault, then the grammar, of which libxml2 tells
 * only the first fault.  Faults of one file do not keep others from being checked.  A drawing that
 * a topic uses is checked with it, by the same passes as when it is named alone. */

#include "config.h"

#include "genu-check.h"

#include <string.h>

#include "genu-check-private.h"
#include "genu-content-text.h"
#include "genu-grammar.h"
#include "genu-limits.h"
#include "genu-pack-parser.h"
#include "genu-pack-path.h"
#include "genu-topic-parser.h"

#define NS GENU_XMLNS_PACK

static void
free_diagram (gpointer data)
{
  genu_diagram_free (data);
}

static GenuChecker *
checker_new (GenuReport *report,
             GPtrArray  *out_paths)
{
  GenuChecker *checker = g_new0 (GenuChecker, 1);

  checker->report = report;
  checker->diagrams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_diagram);
  checker->out_paths = out_paths;

  return checker;
}

static void
checker_free (GenuChecker *checker)
{
  g_hash_table_unref (checker->diagrams);
  g_free (checker);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuChecker, checker_free)

/**
 * genu_checker_get_diagram:
 * @checker: a run
 * @path: a drawing
 *
 * Checks a drawing the first time it is asked for.
 *
 * Returns: (transfer none) (nullable): what it says of steps and parts; %NULL if it is unreadable
 */
const GenuDiagram *
genu_checker_get_diagram (GenuChecker *checker,
                          const char  *path)
{
  gpointer diagram;

  if (!g_hash_table_lookup_extended (checker->diagrams, path, NULL, &diagram))
    {
      diagram = genu_diagram_check (path, checker->report);
      g_hash_table_insert (checker->diagrams, g_strdup (path), diagram);
      if (diagram != NULL && checker->out_paths != NULL)
        g_ptr_array_add (checker->out_paths, g_strdup (path));
    }

  return diagram;
}

/* Depth is bounded when the file is parsed. */
static void
check_unique_in (const xmlNode *node,
                 const char    *ns,
                 const char    *element,
                 const char    *attribute,
                 const char    *path,
                 GHashTable    *lines,
                 GenuReport    *report)
{
  gboolean matches = element != NULL ? genu_xml_is (node, ns, element)
                                     : node->ns != NULL
                                       && xmlStrEqual (node->ns->href, BAD_CAST ns);
  char *id = matches ? genu_xml_dup_attribute (node, attribute) : NULL;
  gpointer line;

  if (id != NULL && g_hash_table_lookup_extended (lines, id, NULL, &line))
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, path, genu_xml_get_line (node),
                       "duplicate-id", "\"%s\" is already on line %d", id, GPOINTER_TO_INT (line));
      g_free (id);
    }
  else if (id != NULL)
    g_hash_table_insert (lines, id, GINT_TO_POINTER (genu_xml_get_line (node)));

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_unique_in (child, ns, element, attribute, path, lines, report);
}

/**
 * genu_check_unique:
 * @root: where to look, at any depth
 * @ns: a namespace name
 * @element: (nullable): a local name, %NULL for any
 * @attribute: the attribute that must differ
 * @path: the file, for problems
 * @report: gets `duplicate-id`
 */
void
genu_check_unique (const xmlNode *root,
                   const char    *ns,
                   const char    *element,
                   const char    *attribute,
                   const char    *path,
                   GenuReport    *report)
{
  g_autoptr(GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  check_unique_in (root, ns, element, attribute, path, lines, report);
}

/* The topics of one pack.xml. */
typedef struct
{
  GenuChecker    *checker;
  const GenuPack *pack;
  const char     *pack_file;
  GHashTable     *ids; /* of topics to the path of their file */
  guint           n_topics;
} TopicRun;

static void
check_topic_id (TopicRun   *run,
                GenuXmlDoc *document,
                const char *path)
{
  const xmlNode *root = xmlDocGetRootElement (document);
  char *id = genu_content_dup_attribute (root, "id");
  const char *other = g_hash_table_lookup (run->ids, id);

  if (other == NULL)
    {
      g_hash_table_insert (run->ids, id, g_strdup (path));
      return;
    }

  /* One file listed twice is told of pack.xml. */
  if (!g_str_equal (other, path))
    genu_report_add (run->checker->report, GENU_SEVERITY_ERROR, path, genu_xml_get_line (root),
                     "duplicate-id", "the topic \"%s\" is already in %s", id, other);
  g_free (id);
}

static void
check_topic_entry (TopicRun      *run,
                   const xmlNode *node)
{
  g_autofree char *href = genu_content_dup_attribute (node, "href");
  g_autofree char *path = NULL;
  g_autoptr(GenuXmlDoc) document = NULL;
  GenuPathState state = genu_pack_path_resolve (run->pack->directory, href, &path);

  if (state != GENU_PATH_FOUND)
    {
      gboolean missing = state == GENU_PATH_MISSING;

      genu_report_add (run->checker->report, GENU_SEVERITY_ERROR, run->pack_file,
                       genu_xml_get_line (node), missing ? "missing-file" : "path-outside-pack",
                       missing ? "there is no file \"%s\""
                               : "\"%s\" leads out of the pack's folder", href);
      return;
    }

  document = genu_xml_parse_file (path, run->checker->report);
  if (document == NULL)
    return;
  check_topic_id (run, document, path);
  genu_topic_check (run->checker, document, path, run->pack, run->pack->directory);
}

static void
check_topics (TopicRun      *run,
              const xmlNode *root)
{
  for (const xmlNode *section = root->children; section != NULL; section = section->next)
    for (const xmlNode *node = genu_xml_is (section, NS, "section") ? section->children : NULL;
         node != NULL; node = node->next)
      if (genu_xml_is (node, NS, "topic"))
        {
          if (run->n_topics++ == GENU_LIMIT_TOPICS)
            {
              genu_report_add (run->checker->report, GENU_SEVERITY_ERROR, run->pack_file,
                               genu_xml_get_line (node), "limit-topics", "more than %d topics",
                               GENU_LIMIT_TOPICS);
              return;
            }
          check_topic_entry (run, node);
        }
}

/* ISO dates compare as text. */
static void
check_dates (const GenuPack *pack,
             const xmlNode  *root,
             const char     *path,
             GenuReport     *report)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  if (*pack->expires != '\0' && strcmp (pack->expires, today) < 0)
    genu_report_add (report, GENU_SEVERITY_WARNING, path, genu_xml_get_line (root), "expired",
                     "the pack should have been reviewed by %s", pack->expires);
}

/* A folder named by language must keep its word: readers picked it by that name. */
static void
check_language (const GenuPack *pack,
                const char     *folder,
                const xmlNode  *root,
                const char     *path,
                GenuReport     *report)
{
  if (folder != NULL && g_ascii_strcasecmp (folder, pack->lang) != 0)
    genu_report_add (report, GENU_SEVERITY_ERROR, path, genu_xml_get_line (root), "language",
                     "the folder is named \"%s\" but xml:lang is \"%s\"", folder, pack->lang);
}

static void
check_pack_head (const GenuPack *pack,
                 const char     *folder,
                 GenuXmlDoc     *document,
                 const char     *path,
                 GenuReport     *report)
{
  const xmlNode *root = xmlDocGetRootElement (document);

  genu_vocabulary_check (genu_grammar_get_vocabulary (GENU_GRAMMAR_PACK), document, path, report);
  genu_check_unique (root, NS, "section", "id", path, report);
  genu_check_unique (root, NS, "topic", "href", path, report);
  genu_check_unique (root, NS, "entry", "id", path, report);
  genu_check_unique (root, NS, "reference", "id", path, report);
  check_dates (pack, root, path, report);
  check_language (pack, folder, root, path, report);
  genu_grammar_validate (GENU_GRAMMAR_PACK, document, path, report);
}

static void
check_hero (GenuChecker    *checker,
            const GenuPack *pack,
            const char     *path)
{
  const GenuStep *step = pack->hero != NULL ? g_ptr_array_index (pack->hero->steps, 0) : NULL;
  g_autofree char *drawing = NULL;
  const GenuDiagram *diagram;
  GenuPathState state;

  /* What is left out the grammar tells. */
  if (step == NULL || *step->diagram == '\0' || *step->ref == '\0')
    return;

  state = genu_pack_path_diagram (pack->directory, step->diagram, &drawing);
  if (state == GENU_PATH_MISSING)
    genu_report_add (checker->report, GENU_SEVERITY_ERROR, path, step->line, "missing-file",
                     "there is no drawing \"%s\"", step->diagram);
  else if (state == GENU_PATH_OUTSIDE)
    genu_report_add (checker->report, GENU_SEVERITY_ERROR, path, step->line, "path-outside-pack",
                     "\"%s\" is not in the pack's folder diagrams/", step->diagram);
  if (state != GENU_PATH_FOUND)
    return;

  diagram = genu_checker_get_diagram (checker, drawing);
  if (diagram != NULL && genu_diagram_find_step (diagram, step->ref) == NULL)
    genu_report_add (checker->report, GENU_SEVERITY_ERROR, path, step->line, "unknown-step",
                     "%s has no step \"%s\"", step->diagram, step->ref);
}

/* folder is the name by which a language was found, NULL where PACK is the folder itself. */
static void
check_directory (GenuChecker *checker,
                 const char  *directory,
                 const char  *folder)
{
  g_autofree char *file = g_build_filename (directory, "pack.xml", NULL);
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_file (file, checker->report);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GenuPack) pack = NULL;
  TopicRun run;

  if (document == NULL)
    return;
  if (!genu_xml_is (xmlDocGetRootElement (document), NS, "pack"))
    {
      genu_grammar_validate (GENU_GRAMMAR_PACK, document, file, checker->report);
      return;
    }

  pack = genu_pack_parse (document, directory);
  check_pack_head (pack, folder, document, file, checker->report);
  check_hero (checker, pack, file);
  run = (TopicRun) { checker, pack, file, ids, 0 };
  check_topics (&run, xmlDocGetRootElement (document));
}

static gboolean
holds_pack (const char *path)
{
  g_autofree char *file = NULL;

  return genu_pack_path_resolve (path, "pack.xml", &file) == GENU_PATH_FOUND;
}

static void
check_languages (GenuChecker *checker,
                 const char  *path)
{
  g_auto(GStrv) languages = genu_pack_list_languages (path);

  if (languages[0] == NULL)
    genu_report_add (checker->report, GENU_SEVERITY_ERROR, path, 0, "missing-file",
                     "no pack.xml here, nor in a folder named by its language");
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *directory = g_build_filename (path, languages[i], NULL);

      check_directory (checker, directory, languages[i]);
    }
}

/**
 * genu_check_pack:
 * @path: PACK, as the author typed it
 * @lang: (nullable): the language to check, %NULL for all of them
 * @report: where problems go
 * @out_diagrams: (nullable) (element-type filename): gets the paths of the drawings that the pack
 *   uses and that can be read, each once
 *
 * Checks a pack, except for what only the player of drawings knows.
 */
void
genu_check_pack (const char *path,
                 const char *lang,
                 GenuReport *report,
                 GPtrArray  *out_diagrams)
{
  g_autoptr(GenuChecker) checker = NULL;
  g_autofree char *directory = NULL;

  g_return_if_fail (path != NULL && report != NULL);

  checker = checker_new (report, out_diagrams);
  if (holds_pack (path))
    check_directory (checker, path, NULL);
  else if (lang == NULL)
    check_languages (checker, path);
  else
    {
      directory = genu_pack_dup_directory (path, lang, report);
      if (directory != NULL)
        {
          g_autofree char *folder = g_path_get_basename (directory);

          check_directory (checker, directory, folder);
        }
    }
}

/**
 * genu_pack_check:
 * @path: PACK, as the author typed it
 * @lang: (nullable): the language to check, %NULL for all of them
 * @report: where problems go
 *
 * See genu_check_pack().
 */
void
genu_pack_check (const char *path,
                 const char *lang,
                 GenuReport *report)
{
  genu_check_pack (path, lang, report, NULL);
}

/* The pack that a topic file lies in: pack.xml in the folder above its own. */
static GenuPack *
find_pack_of (const char *topic_path)
{
  g_autofree char *folder = g_path_get_dirname (topic_path);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *directory = g_str_equal (name, "topics") ? g_path_get_dirname (folder)
                                                            : g_build_filename (folder, "..", NULL);
  g_autofree char *file = g_build_filename (directory, "pack.xml", NULL);
  g_autoptr(GenuReport) ignored = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_file (file, ignored);

  if (document == NULL || !genu_xml_is (xmlDocGetRootElement (document), NS, "pack"))
    return NULL;

  return genu_pack_parse (document, directory);
}

/**
 * genu_check_file:
 * @path: a drawing, a topic or a pack.xml
 * @report: where problems go
 * @out_diagrams: (nullable) (element-type filename): gets the paths of drawings, as
 *   genu_check_pack() does
 *
 * Checks one file.  A topic's references are checked when it lies in a pack; pack.xml stands for
 * its whole pack.
 */
void
genu_check_file (const char *path,
                 GenuReport *report,
                 GPtrArray  *out_diagrams)
{
  g_autoptr(GenuChecker) checker = NULL;
  g_autoptr(GenuXmlDoc) document = NULL;
  const xmlNode *root;

  g_return_if_fail (path != NULL && report != NULL);

  document = genu_xml_parse_file (path, report);
  if (document == NULL)
    return;

  checker = checker_new (report, out_diagrams);
  root = xmlDocGetRootElement (document);
  if (genu_xml_is (root, NS, "pack"))
    {
      g_autofree char *directory = g_path_get_dirname (path);

      check_directory (checker, directory, NULL);
    }
  else if (genu_xml_is (root, GENU_XMLNS_TOPIC, "topic"))
    {
      g_autoptr(GenuPack) pack = find_pack_of (path);

      genu_topic_check (checker, document, path, pack, pack != NULL ? pack->directory : NULL);
    }
  else
    genu_checker_get_diagram (checker, path);
}
