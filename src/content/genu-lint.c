/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The linter of a pack's words.  It reads pack.xml and each topic once, cuts them into passages
 * and lets one group of rules after the other go over them; a faulty file is told by
 * genu_check_pack() and read here as far as it can be.  Nothing here stops at a fault. */

#include "config.h"

#include "genu-lint-private.h"

#include "genu-content-text.h"
#include "genu-limits.h"
#include "genu-pack-parser.h"
#include "genu-pack-path.h"
#include "genu-topic-parser.h"

#define NS GENU_XMLNS_PACK

static void
lint_topic_free (gpointer data)
{
  GenuLintTopic *topic = data;

  g_ptr_array_unref (topic->passages);
  genu_topic_free (topic->topic);
  xmlFreeDoc (topic->document);
  g_free (topic);
}

static void
diagram_free (gpointer data)
{
  genu_diagram_free (data);
}

/**
 * genu_lint_free:
 * @self: (nullable) (transfer full): a linter
 */
void
genu_lint_free (GenuLint *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->diagrams);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->passages);
  genu_pack_free (self->pack);
  xmlFreeDoc (self->document);
  g_free (self->pack_file);
  g_free (self->today);
  g_free (self);
}

/**
 * genu_lint_complain:
 * @self: a linter
 * @rule: id of a rule
 * @path: the file
 * @line: the line
 * @format: what is wrong
 * @...: for @format
 */
void
genu_lint_complain (GenuLint   *self,
                    const char *rule,
                    const char *path,
                    int         line,
                    const char *format,
                    ...)
{
  const GenuLintRule *known = genu_lint_find_rule (rule);
  g_autofree char *message = NULL;
  va_list args;

  g_return_if_fail (known != NULL);

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  genu_report_add (self->report, known->severity, path, line, rule, "%s", message);
}

static void
count_prose (const GPtrArray *passages,
             const char      *lang,
             GenuProse       *prose)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const GenuPassage *passage = g_ptr_array_index (passages, i);

      if (genu_passage_is_prose (passage))
        genu_prose_add (prose, passage->text, lang);
    }
}

static void
read_topic (GenuLint      *self,
            const xmlNode *node,
            GenuReport    *report)
{
  g_autofree char *href = genu_content_dup_attribute (node, "href");
  g_autofree char *path = NULL;
  g_autoptr(GenuXmlDoc) document = NULL;
  GenuLintTopic *topic;

  if (self->topics->len == GENU_LIMIT_TOPICS
      || genu_pack_path_resolve (self->pack->directory, href, &path) != GENU_PATH_FOUND)
    return;
  document = genu_xml_parse_file (path, report);
  if (document == NULL || !genu_xml_is (xmlDocGetRootElement (document), GENU_XMLNS_TOPIC, "topic"))
    return;

  topic = g_new0 (GenuLintTopic, 1);
  topic->topic = genu_topic_parse (document, path, report);
  topic->line = genu_xml_get_line (xmlDocGetRootElement (document));
  topic->document = g_steal_pointer (&document);
  topic->passages = genu_passages_of_topic (topic->document, topic->topic->path);
  count_prose (topic->passages, self->pack->lang, &topic->prose);
  genu_prose_merge (&self->prose, &topic->prose);
  g_ptr_array_add (self->topics, topic);
}

static void
read_topics (GenuLint   *self,
             GenuReport *report)
{
  const xmlNode *root = xmlDocGetRootElement (self->document);

  for (const xmlNode *section = root->children; section != NULL; section = section->next)
    for (const xmlNode *node = genu_xml_is (section, NS, "section") ? section->children : NULL;
         node != NULL; node = node->next)
      if (genu_xml_is (node, NS, "topic"))
        read_topic (self, node, report);
}

/**
 * genu_lint_new:
 * @directory: the folder that holds pack.xml, of one language
 * @today: (nullable): the day on which the pack is judged, as an ISO date; %NULL for today
 * @report: gets what makes a file unreadable
 *
 * Returns: (transfer full) (nullable): the pack, read; %NULL when pack.xml cannot be
 */
GenuLint *
genu_lint_new (const char *directory,
               const char *today,
               GenuReport *report)
{
  g_autofree char *file = g_build_filename (directory, "pack.xml", NULL);
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_file (file, report);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  GenuLint *self;

  if (document == NULL || !genu_xml_is (xmlDocGetRootElement (document), NS, "pack"))
    return NULL;

  self = g_new0 (GenuLint, 1);
  self->document = g_steal_pointer (&document);
  self->pack_file = g_steal_pointer (&file);
  self->pack = genu_pack_parse (self->document, directory);
  self->topics = g_ptr_array_new_with_free_func (lint_topic_free);
  self->passages = genu_passages_of_pack (self->document, self->pack_file);
  self->diagrams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, diagram_free);
  self->today = today != NULL ? g_strdup (today) : g_date_time_format (now, "%Y-%m-%d");
  read_topics (self, report);

  return self;
}

/**
 * genu_lint_get_diagram:
 * @self: a linter
 * @name: a drawing, as a topic names it
 *
 * Returns: (transfer none) (nullable): what it says of its steps; %NULL if it cannot be read
 */
const GenuDiagram *
genu_lint_get_diagram (GenuLint   *self,
                       const char *name)
{
  g_autofree char *path = NULL;
  g_autoptr(GenuReport) ignored = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = NULL;
  const GenuRect none = { 0 };
  gpointer diagram = NULL;

  if (g_hash_table_lookup_extended (self->diagrams, name, NULL, &diagram))
    return diagram;

  if (genu_pack_path_diagram (self->pack->directory, name, &path) == GENU_PATH_FOUND)
    document = genu_xml_parse_file (path, ignored);
  if (document != NULL)
    diagram = genu_diagram_new (document, &none, path, ignored);
  g_hash_table_insert (self->diagrams, g_strdup (name), diagram);

  return diagram;
}

/**
 * genu_lint_find_pack_node:
 * @self: a linter
 * @name: a child of <pack>
 *
 * Returns: (transfer none) (nullable): the first such element
 */
const xmlNode *
genu_lint_find_pack_node (const GenuLint *self,
                          const char     *name)
{
  return genu_content_find_child (xmlDocGetRootElement (self->document), NS, name);
}

/**
 * genu_lint_run:
 * @self: a linter
 * @report: gets the problems
 *
 * Applies every rule.
 */
void
genu_lint_run (GenuLint   *self,
               GenuReport *report)
{
  g_return_if_fail (self != NULL && report != NULL);

  self->report = report;
  genu_lint_reading (self);
  genu_lint_terms (self);
  genu_lint_acronyms (self);
  genu_lint_numbers (self);
  genu_lint_claims (self);
  genu_lint_wording (self);
  genu_lint_story (self);
  genu_lint_pack (self);
  self->report = NULL;
}

/**
 * genu_lint_get_language:
 * @self: a linter
 *
 * Returns: (transfer none): the pack's language
 */
const char *
genu_lint_get_language (const GenuLint *self)
{
  return self->pack->lang;
}

/**
 * genu_lint_get_pack_id:
 * @self: a linter
 *
 * Returns: (transfer none): the pack's id
 */
const char *
genu_lint_get_pack_id (const GenuLint *self)
{
  return self->pack->id;
}

static void
add_scores (GArray          *all,
            const char      *id,
            const char      *title,
            const GenuProse *prose,
            const char      *lang)
{
  GenuLintScores scores = { id, title, *prose, { 0 } };

  for (guint i = 0; i < GENU_N_FORMULAE; i++)
    if (genu_formula_is_for (i, lang))
      scores.scores[i] = genu_formula_score (i, prose);
  g_array_append_val (all, scores);
}

/**
 * genu_lint_dup_scores:
 * @self: a linter; must outlive what is returned
 *
 * Returns: (transfer full) (element-type GenuLintScores): one row for each topic, and a last one
 *   with no id for the whole pack
 */
GArray *
genu_lint_dup_scores (const GenuLint *self)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (GenuLintScores));

  for (guint i = 0; i < self->topics->len; i++)
    {
      const GenuLintTopic *topic = g_ptr_array_index (self->topics, i);

      add_scores (all, topic->topic->id, topic->topic->title, &topic->prose, self->pack->lang);
    }
  add_scores (all, NULL, self->pack->title, &self->prose, self->pack->lang);

  return all;
}
