/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a topic's XML to the model.  Parsing takes whatever is there and stops at nothing but a
 * limit, so that the checks can go through a faulty topic too; loading lets through only a topic
 * that follows the grammar: a claim without its certainty reaches no reader. */

#include "config.h"

#include "genu-topic-parser.h"

#include "genu-chart-parser.h"
#include "genu-content-text.h"
#include "genu-grammar.h"
#include "genu-limits.h"
#include "genu-paragraph.h"

#define NS GENU_XMLNS_TOPIC

typedef struct
{
  GenuTopic  *topic;
  const char *path;
  GenuReport *report;
} Parser;

static void
part_free (gpointer data)
{
  GenuPart *part = data;

  g_free (part->id);
  g_free (part->name);
  g_free (part);
}

static void
label_free (gpointer data)
{
  GenuLabel *label = data;

  g_free (label->part);
  g_free (label->anchor);
  g_free (label->text);
  g_free (label);
}

static void
step_free (gpointer data)
{
  GenuStep *step = data;

  g_free (step->ref);
  g_free (step->diagram);
  g_free (step->say);
  g_free (step->alt);
  g_ptr_array_unref (step->labels);
  genu_chart_free (step->chart);
  g_free (step->for_clinician);
  g_free (step);
}

static void
body_section_free (gpointer data)
{
  GenuBodySection *section = data;

  g_free (section->title);
  g_ptr_array_unref (section->paragraphs);
  g_free (section);
}

static void
choice_free (gpointer data)
{
  GenuChoice *choice = data;

  g_free (choice->id);
  g_free (choice->title);
  g_strfreev (choice->cites);
  g_ptr_array_unref (choice->what);
  g_ptr_array_unref (choice->good);
  g_ptr_array_unref (choice->harms);
  g_ptr_array_unref (choice->cost);
  g_ptr_array_unref (choice->unknown);
  g_free (choice);
}

static GPtrArray *
paragraphs_of (Parser        *parser,
               const xmlNode *parent,
               const char    *name)
{
  return genu_paragraphs_parse (genu_content_find_child (parent, NS, name), parser->path,
                                parser->report);
}

static char *
text_of (const xmlNode *parent,
         const char    *name)
{
  return genu_content_dup_text (genu_content_find_child (parent, NS, name));
}

static GenuTopicKind
parse_kind (const xmlNode *root)
{
  g_autofree char *kind = genu_content_dup_attribute (root, "kind");

  if (g_str_equal (kind, "mechanism"))
    return GENU_TOPIC_KIND_MECHANISM;
  return g_str_equal (kind, "benefit") ? GENU_TOPIC_KIND_BENEFIT : GENU_TOPIC_KIND_PAGE;
}

static GenuCertainty
parse_certainty (const xmlNode *node)
{
  static const struct
  {
    const char   *word;
    GenuCertainty certainty;
  } words[] = {
    { "very-low", GENU_CERTAINTY_VERY_LOW },
    { "low", GENU_CERTAINTY_LOW },
    { "moderate", GENU_CERTAINTY_MODERATE },
    { "high", GENU_CERTAINTY_HIGH },
  };
  g_autofree char *text = genu_content_dup_attribute (node, "certainty");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, text))
      return words[i].certainty;

  return GENU_CERTAINTY_NONE;
}

/* TRUE while @count is under @limit; the first one over it is reported. */
static gboolean
has_room (Parser        *parser,
          const xmlNode *node,
          guint          count,
          guint          limit,
          const char    *rule,
          const char    *what)
{
  if (count < limit)
    return TRUE;

  genu_report_add (parser->report, GENU_SEVERITY_ERROR, parser->path, genu_xml_get_line (node),
                   rule, "more than %u %s", limit, what);
  return FALSE;
}

static void
parse_part (Parser        *parser,
            const xmlNode *node)
{
  GenuPart *part = g_new0 (GenuPart, 1);

  part->id = genu_content_dup_attribute (node, "ref");
  part->name = genu_content_dup_text (node);
  part->line = genu_xml_get_line (node);
  g_ptr_array_add (parser->topic->parts, part);
}

/* A label says its own text, else the name of its part. */
static GenuLabel *
parse_label (Parser        *parser,
             const xmlNode *node)
{
  g_autofree char *rank = genu_content_dup_attribute (node, "rank");
  GenuLabel *label = g_new0 (GenuLabel, 1);

  label->part = genu_content_dup_attribute (node, "part");
  label->anchor = genu_content_dup_attribute (node, "anchor");
  label->text = genu_content_dup_text (node);
  if (*label->text == '\0')
    {
      const GenuPart *part = genu_topic_find_part (parser->topic, label->part);

      g_free (label->text);
      label->text = g_strdup (part != NULL ? part->name : "");
    }
  label->rank = (int) CLAMP (g_ascii_strtoll (rank, NULL, 10), 1, G_MAXINT);
  label->line = genu_xml_get_line (node);

  return label;
}

static void
parse_labels (Parser        *parser,
              const xmlNode *step_node,
              GPtrArray     *labels)
{
  for (const xmlNode *node = step_node->children; node != NULL; node = node->next)
    if (genu_xml_is (node, NS, "label"))
      {
        if (!has_room (parser, node, labels->len, GENU_LIMIT_LABELS, "limit-labels", "labels"))
          return;
        g_ptr_array_add (labels, parse_label (parser, node));
      }
}

static void
parse_step (Parser        *parser,
            const xmlNode *node,
            const char    *story_diagram)
{
  GenuStep *step = g_new0 (GenuStep, 1);
  g_autofree char *diagram = genu_content_dup_attribute (node, "diagram");
  const xmlNode *chart = genu_content_find_child (node, NS, "chart");

  step->ref = genu_content_dup_attribute (node, "ref");
  step->diagram = g_strdup (*diagram != '\0' ? diagram : story_diagram);
  step->say = text_of (node, "say");
  step->alt = text_of (node, "alt");
  step->for_clinician = genu_content_dup_child_text (node, NS, "for-clinician");
  step->line = genu_xml_get_line (node);
  step->labels = g_ptr_array_new_with_free_func (label_free);
  parse_labels (parser, node, step->labels);
  if (chart != NULL)
    step->chart = genu_chart_parse (chart, parser->path, parser->report);
  g_ptr_array_add (parser->topic->steps, step);
}

static void
parse_story (Parser        *parser,
             const xmlNode *story)
{
  g_autofree char *diagram = genu_content_dup_attribute (story, "diagram");
  GPtrArray *steps = parser->topic->steps;

  for (const xmlNode *node = story->children; node != NULL; node = node->next)
    if (genu_xml_is (node, NS, "part"))
      {
        if (!has_room (parser, node, parser->topic->parts->len, GENU_LIMIT_LIST, "limit-list",
                       "parts"))
          return;
        parse_part (parser, node);
      }
  for (const xmlNode *node = story->children; node != NULL; node = node->next)
    if (genu_xml_is (node, NS, "step"))
      {
        if (!has_room (parser, node, steps->len, GENU_LIMIT_STEPS, "limit-steps", "steps"))
          return;
        parse_step (parser, node, diagram);
      }
}

static GenuEvidence *
parse_evidence (Parser        *parser,
                const xmlNode *node)
{
  GenuEvidence *evidence = g_new0 (GenuEvidence, 1);

  evidence->certainty = parse_certainty (node);
  evidence->cites = genu_content_dup_names (node, "cite", parser->path, parser->report);
  evidence->favourable = paragraphs_of (parser, node, "favourable");
  evidence->unfavourable = paragraphs_of (parser, node, "unfavourable");
  evidence->not_known = paragraphs_of (parser, node, "not-known");
  evidence->limits = paragraphs_of (parser, node, "limits");
  evidence->harms = paragraphs_of (parser, node, "harms");
  evidence->duration = genu_content_dup_child_text (node, NS, "duration");
  evidence->funding = genu_content_dup_child_text (node, NS, "funding");
  evidence->line = genu_xml_get_line (node);

  return evidence;
}

static void
parse_body (Parser        *parser,
            const xmlNode *body)
{
  for (const xmlNode *node = body->children; node != NULL; node = node->next)
    if (genu_xml_is (node, NS, "section"))
      {
        GenuBodySection *section = g_new0 (GenuBodySection, 1);

        section->title = genu_content_dup_child_text (node, NS, "title");
        section->paragraphs = genu_paragraphs_parse (node, parser->path, parser->report);
        g_ptr_array_add (parser->topic->body, section);
      }
}

static void
parse_choice (Parser        *parser,
              const xmlNode *node)
{
  GenuChoice *choice = g_new0 (GenuChoice, 1);

  choice->id = genu_content_dup_attribute (node, "id");
  choice->title = text_of (node, "title");
  choice->certainty = parse_certainty (node);
  choice->cites = genu_content_dup_names (node, "cite", parser->path, parser->report);
  choice->what = paragraphs_of (parser, node, "what");
  choice->good = paragraphs_of (parser, node, "good");
  choice->harms = paragraphs_of (parser, node, "harms");
  choice->cost = paragraphs_of (parser, node, "cost");
  choice->unknown = paragraphs_of (parser, node, "unknown");
  choice->line = genu_xml_get_line (node);
  g_ptr_array_add (parser->topic->choices, choice);
}

static GenuTopic *
topic_new (const char *path)
{
  GenuTopic *topic = g_new0 (GenuTopic, 1);

  topic->path = g_strdup (path);
  topic->parts = g_ptr_array_new_with_free_func (part_free);
  topic->steps = g_ptr_array_new_with_free_func (step_free);
  topic->body = g_ptr_array_new_with_free_func (body_section_free);
  topic->choices = g_ptr_array_new_with_free_func (choice_free);

  return topic;
}

/**
 * genu_topic_new_of_picture:
 * @path: the file that says so, for messages
 * @title: what it is called
 * @step: (transfer full): its step, with every string set and no labels
 *
 * Returns: (transfer full): a page without words, which no reader opens: a picture to be shown
 */
GenuTopic *
genu_topic_new_of_picture (const char *path,
                           const char *title,
                           GenuStep   *step)
{
  GenuTopic *topic = topic_new (path);

  topic->id = g_strdup ("");
  topic->title = g_strdup (title);
  topic->key_point = g_strdup ("");
  topic->hoped = genu_paragraphs_parse (NULL, path, NULL);
  topic->for_clinician = genu_paragraphs_parse (NULL, path, NULL);
  step->labels = g_ptr_array_new_with_free_func (label_free);
  g_ptr_array_add (topic->steps, step);

  return topic;
}

static void
parse_head (Parser        *parser,
            const xmlNode *root)
{
  GenuTopic *topic = parser->topic;
  g_autofree char *minutes = genu_content_dup_attribute (root, "minutes");

  topic->id = genu_content_dup_attribute (root, "id");
  topic->kind = parse_kind (root);
  topic->minutes = g_ascii_strtod (minutes, NULL);
  topic->title = text_of (root, "title");
  topic->key_point = text_of (root, "key-point");
  topic->summary = genu_content_dup_child_text (root, NS, "summary");
  topic->hoped = paragraphs_of (parser, root, "hoped");
  topic->teach_back = genu_content_dup_child_text (root, NS, "teach-back");
  topic->for_clinician = paragraphs_of (parser, root, "for-clinician");
}

/**
 * genu_topic_parse:
 * @document: a parsed file whose root is <topic>
 * @path: the file, for problems
 * @report: gets `limit-steps`, `limit-labels`, `limit-list`, and the problems of charts
 *
 * Returns: (transfer full): the topic as far as it could be understood
 */
GenuTopic *
genu_topic_parse (GenuXmlDoc *document,
                  const char *path,
                  GenuReport *report)
{
  const xmlNode *root;
  Parser parser;

  g_return_val_if_fail (document != NULL && path != NULL && report != NULL, NULL);

  parser = (Parser) { topic_new (path), path, report };
  root = xmlDocGetRootElement (document);
  parse_head (&parser, root);
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (genu_xml_is (node, NS, "story"))
        parse_story (&parser, node);
      else if (genu_xml_is (node, NS, "evidence") && parser.topic->evidence == NULL)
        parser.topic->evidence = parse_evidence (&parser, node);
      else if (genu_xml_is (node, NS, "body"))
        parse_body (&parser, node);
      else if (genu_xml_is (node, NS, "choice"))
        parse_choice (&parser, node);
    }

  return parser.topic;
}

/* A label that says nothing cannot be shown; genu-tool check tells its author why. */
static void
drop_silent_labels (GenuTopic *topic)
{
  for (guint i = 0; i < topic->steps->len; i++)
    {
      GPtrArray *labels = ((GenuStep *) g_ptr_array_index (topic->steps, i))->labels;

      for (guint j = labels->len; j-- > 0;)
        if (*((GenuLabel *) g_ptr_array_index (labels, j))->text == '\0')
          g_ptr_array_remove_index (labels, j);
    }
}

/**
 * genu_topic_load:
 * @path: a topic file
 * @report: where problems go
 *
 * Reads a topic for showing.
 *
 * Returns: (transfer full) (nullable): the topic, or %NULL with an error in @report: it cannot be
 *   read, does not follow the grammar, or crosses a limit
 */
GenuTopic *
genu_topic_load (const char *path,
                 GenuReport *report)
{
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_file (path, report);
  GenuTopic *topic;
  guint n_errors;

  if (document == NULL || !genu_grammar_validate (GENU_GRAMMAR_TOPIC, document, path, report))
    return NULL;

  n_errors = genu_report_get_n_errors (report);
  topic = genu_topic_parse (document, path, report);
  if (genu_report_get_n_errors (report) > n_errors)
    g_clear_pointer (&topic, genu_topic_free);
  else
    drop_silent_labels (topic);

  return topic;
}
