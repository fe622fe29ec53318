/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that can be wrong with a topic beyond its grammar: claims without certainty or source, and
 * references to steps, parts, anchors, terms and sources that are not there. */

#include "config.h"

#include "genu-check-private.h"
#include "genu-content-text.h"
#include "genu-grammar.h"
#include "genu-pack-path.h"
#include "genu-topic-parser.h"

#define NS GENU_XMLNS_TOPIC
#define MIN_STEPS 3 /* of a mechanism's or a benefit's story */

typedef struct
{
  GenuChecker     *checker;
  const GenuTopic *topic;
  const GenuPack  *pack;      /* nullable: the file lies in no pack */
  const char      *directory; /* that of pack; nullable */
  GHashTable      *paths;     /* of drawings as the topic writes them; NULL: not there */
  GenuReport      *report;
  int              line;      /* of the root */
} Run;

/* What is wrong at a line, and which rule it breaks: printf format and arguments. */
#define complain(run, line, rule, ...) \
  genu_report_add ((run)->report, GENU_SEVERITY_ERROR, (run)->topic->path, line, rule, __VA_ARGS__)

/* ---------------------------------------------------------------------------- claims */

static void
check_claim (Run          *run,
             GenuCertainty certainty,
             char        **cites,
             int           line,
             const char   *what)
{
  if (certainty == GENU_CERTAINTY_NONE)
    complain (run, line, "claim-without-certainty", "%s does not say how sure it is", what);
  if (cites == NULL || cites[0] == NULL)
    complain (run, line, "claim-without-source", "%s names no source", what);
}

static void
check_claims (Run *run)
{
  const GenuTopic *topic = run->topic;
  const GenuEvidence *evidence = topic->evidence;

  if (evidence != NULL)
    check_claim (run, evidence->certainty, evidence->cites, evidence->line, "<evidence>");
  else if (topic->kind != GENU_TOPIC_KIND_PAGE || topic->hoped->len > 0)
    check_claim (run, GENU_CERTAINTY_NONE, NULL, run->line, "the topic");

  for (guint i = 0; i < topic->choices->len; i++)
    {
      const GenuChoice *choice = g_ptr_array_index (topic->choices, i);

      check_claim (run, choice->certainty, choice->cites, choice->line, "the choice");
    }
}

/* ------------------------------------------------------------------------- references */

static void
check_cites (Run           *run,
             const xmlNode *node)
{
  g_auto(GStrv) cites = genu_content_dup_names (node, "cite", run->topic->path, run->report);

  for (guint i = 0; cites[i] != NULL; i++)
    if (genu_pack_find_reference (run->pack, cites[i]) == NULL)
      complain (run, genu_xml_get_line (node), "unknown-reference",
                "no source of the pack is called \"%s\"", cites[i]);
}

static void
check_term (Run           *run,
            const xmlNode *node)
{
  g_autofree char *ref = genu_content_dup_attribute (node, "ref");

  if (genu_pack_find_term (run->pack, ref) == NULL)
    complain (run, genu_xml_get_line (node), "unknown-term",
              "the glossary has no entry \"%s\"", ref);
}

/* Depth is bounded when the file is parsed. */
static void
check_references (Run           *run,
                  const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        if (genu_xml_is (node, NS, "term"))
          check_term (run, node);
        check_cites (run, node);
        check_references (run, node);
      }
}

/* ------------------------------------------------------------------------------ story */

/* The drawing that a step or story names, NULL with one complaint when there is none. */
static const GenuDiagram *
get_diagram (Run        *run,
             const char *name,
             int         line)
{
  gpointer known;
  char *path = NULL;
  GenuPathState state;

  if (run->directory == NULL || *name == '\0')
    return NULL;
  if (g_hash_table_lookup_extended (run->paths, name, NULL, &known))
    return known != NULL ? genu_checker_get_diagram (run->checker, known) : NULL;

  state = genu_pack_path_diagram (run->directory, name, &path);
  if (state == GENU_PATH_MISSING)
    complain (run, line, "missing-file", "there is no drawing \"%s\"", name);
  else if (state == GENU_PATH_OUTSIDE)
    complain (run, line, "path-outside-pack",
              "\"%s\" is not in the pack's folder diagrams/", name);
  g_hash_table_insert (run->paths, g_strdup (name), path);

  return path != NULL ? genu_checker_get_diagram (run->checker, path) : NULL;
}

static void
check_label (Run               *run,
             const GenuLabel   *label,
             const GenuDiagram *diagram)
{
  if (genu_topic_find_part (run->topic, label->part) == NULL)
    complain (run, label->line, "unknown-part", "the story names no part \"%s\"", label->part);
  else if (diagram != NULL && genu_diagram_find_part (diagram, label->part) == NULL)
    complain (run, label->line, "unknown-part", "the step's drawing has no part \"%s\"",
              label->part);
  else if (diagram != NULL
           && genu_diagram_find_anchor (diagram, label->part, label->anchor) == NULL)
    complain (run, label->line, "unknown-anchor", "part \"%s\" has no anchor \"%s\"", label->part,
              label->anchor);
}

static void
check_step (Run            *run,
            const GenuStep *step)
{
  const GenuDiagram *diagram = get_diagram (run, step->diagram, step->line);

  if (diagram != NULL && genu_diagram_find_step (diagram, step->ref) == NULL)
    complain (run, step->line, "unknown-step", "%s has no step \"%s\"", step->diagram, step->ref);
  for (guint i = 0; i < step->labels->len; i++)
    check_label (run, g_ptr_array_index (step->labels, i), diagram);
  if (diagram != NULL && step->chart != NULL)
    genu_chart_check_place (step->chart, genu_diagram_find_step (diagram, step->ref),
                            run->topic->path, run->report);
  if (*step->say == '\0' || *step->alt == '\0')
    complain (run, step->line, "empty-text", "step \"%s\" needs its sentence and what one sees",
              step->ref);
}

/* FALSE only when every drawing of the topic can be read and none has the part. */
static gboolean
may_have_part (Run            *run,
               const GenuPart *part)
{
  for (guint i = 0; i < run->topic->steps->len; i++)
    {
      const GenuStep *step = g_ptr_array_index (run->topic->steps, i);
      const GenuDiagram *diagram = get_diagram (run, step->diagram, step->line);

      if (diagram == NULL || genu_diagram_find_part (diagram, part->id) != NULL)
        return TRUE;
    }

  return run->topic->steps->len == 0;
}

static void
check_parts (Run *run)
{
  const GPtrArray *parts = run->topic->parts;

  for (guint i = 0; i < parts->len; i++)
    {
      const GenuPart *part = g_ptr_array_index (parts, i);

      if (!may_have_part (run, part))
        complain (run, part->line, "unknown-part", "no drawing of this topic has a part \"%s\"",
                  part->id);
      if (*part->name == '\0')
        complain (run, part->line, "empty-text", "part \"%s\" needs a name", part->id);
    }
}

static void
check_story (Run *run)
{
  const GPtrArray *steps = run->topic->steps;

  if (run->topic->kind != GENU_TOPIC_KIND_PAGE && steps->len < MIN_STEPS)
    complain (run, run->line, "too-few-steps", "a mechanism or benefit needs %d steps, not %u",
              MIN_STEPS, steps->len);
  for (guint i = 0; i < steps->len; i++)
    check_step (run, g_ptr_array_index (steps, i));
  genu_chart_check_scales (run->topic, run->report);
  check_parts (run);
}

/* -------------------------------------------------------------------------------- all */

static void
check_own_text (Run *run)
{
  if (*run->topic->title == '\0' || *run->topic->key_point == '\0')
    complain (run, run->line, "empty-text", "a topic needs a title and a key point");
}

static void
check_unique_names (Run           *run,
                    const xmlNode *root)
{
  genu_check_unique (root, NS, "part", "ref", run->topic->path, run->report);
  genu_check_unique (root, NS, "choice", "id", run->topic->path, run->report);
}

/**
 * genu_topic_check:
 * @checker: a run
 * @document: the parsed file
 * @path: the file
 * @pack: (nullable): its pack; without it, references to the pack are not checked
 * @directory: (nullable): the folder of @pack
 *
 * Adds every fault of a topic to the checker's report.
 */
void
genu_topic_check (GenuChecker    *checker,
                  GenuXmlDoc     *document,
                  const char     *path,
                  const GenuPack *pack,
                  const char     *directory)
{
  const xmlNode *root = xmlDocGetRootElement (document);
  g_autoptr(GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GenuTopic) topic = NULL;
  Run run;

  if (genu_xml_is (root, NS, "topic"))
    {
      genu_vocabulary_check (genu_grammar_get_vocabulary (GENU_GRAMMAR_TOPIC), document, path,
                             checker->report);
      topic = genu_topic_parse (document, path, checker->report);
      run = (Run) { checker, topic, pack, directory, paths, checker->report,
                    genu_xml_get_line (root) };
      check_own_text (&run);
      check_claims (&run);
      check_unique_names (&run, root);
      check_story (&run);
      if (pack != NULL)
        check_references (&run, root);
    }

  genu_grammar_validate (GENU_GRAMMAR_TOPIC, document, path, checker->report);
}
