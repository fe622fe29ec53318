/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that can be wrong with a drawing before anything is played: elements and attributes that
 * Genu does not know, references that lead nowhere or out of the file, path data that breaks off,
 * limits, and the steps and parts that Genu reads from <metadata>. */

#include "config.h"

#include <string.h>

#include "genu-check-private.h"
#include "genu-grammar.h"
#include "genu-limits.h"
#include "genu-path.h"
#include "genu-svg-document.h"

typedef struct
{
  GHashTable *ids; /* set of ids of the drawing, owned */
  const char *path;
  GenuReport *report;
} Run;

/* What is wrong with an element, and which rule it breaks: printf format and arguments. */
#define complain(run, node, rule, ...) \
  genu_report_add ((run)->report, GENU_SEVERITY_ERROR, (run)->path, genu_xml_get_line (node), \
                   rule, __VA_ARGS__)

/* "#name" within the file, and nothing else. */
static void
check_link (Run           *run,
            const xmlNode *node,
            const char    *target)
{
  if (*target != '#')
    complain (run, node, "external-reference", "\"%.80s\" leads out of the file", target);
  else if (!g_hash_table_contains (run->ids, target + 1))
    complain (run, node, "unknown-element", "no element of the drawing has the id \"%s\"",
              target + 1);
}

/* Every url(…) of a value or a style sheet. */
static void
check_urls (Run           *run,
            const xmlNode *node,
            const char    *text)
{
  for (const char *p = strstr (text, "url("); p != NULL; p = strstr (p, "url("))
    {
      g_autofree char *target = NULL;

      p += strlen ("url(");
      target = g_strndup (p, strcspn (p, ")"));
      g_strstrip (g_strdelimit (target, "'\"", ' '));
      check_link (run, node, target);
    }
}

/* Path data is drawn up to its first fault: seldom what was meant. */
static void
check_path_data (Run           *run,
                 const xmlNode *node,
                 const char    *text)
{
  gboolean complete;
  g_autoptr(GArray) segments = genu_path_parse (text, &complete);

  if (segments->len >= GENU_LIMIT_PATH_SEGMENTS && !complete)
    complain (run, node, "limit-path-segments", "more than %d segments", GENU_LIMIT_PATH_SEGMENTS);
  else if (!complete)
    complain (run, node, "bad-path", "the path data breaks off after %u segments", segments->len);
}

/* Numbers or entries, whatever separates them. */
static guint
count_items (const char *text)
{
  static const char separators[] = " \t\r\n,;";
  guint n = 0;

  for (text += strspn (text, separators); *text != '\0'; text += strspn (text, separators))
    {
      text += strcspn (text, separators);
      n++;
    }

  return n;
}

static gboolean
is_path_data (const char *attribute)
{
  return g_str_equal (attribute, "d") || g_str_equal (attribute, "path");
}

static gboolean
is_list (const char *attribute)
{
  static const char *const lists[] = {
    "begin", "end", "kernelMatrix", "keyPoints", "keySplines", "keyTimes", "points",
    "stroke-dasharray", "tableValues", "transform", "values", NULL,
  };

  return g_strv_contains (lists, attribute);
}

static void
check_attribute (Run           *run,
                 const xmlNode *node,
                 const xmlAttr *attribute)
{
  const char *name = (const char *) attribute->name;
  g_autoptr(GenuXmlString) content = xmlNodeGetContent ((const xmlNode *) attribute);
  const char *value = content != NULL ? (const char *) content : "";

  if (g_str_equal (name, "href"))
    {
      g_autofree char *target = g_strstrip (g_strdup (value));

      check_link (run, node, target);
    }
  else if (is_path_data (name))
    check_path_data (run, node, value);
  else if (is_list (name) && count_items (value) > GENU_LIMIT_LIST)
    complain (run, node, "limit-list", "%s lists more than %d items", name, GENU_LIMIT_LIST);

  check_urls (run, node, value);
}

static void
check_element (Run           *run,
               const xmlNode *element)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    check_attribute (run, element, attribute);
  genu_style_check (element, run->path, run->report);
  if (genu_xml_is (element, GENU_XMLNS_SVG, "style"))
    {
      g_autoptr(GenuXmlString) content = xmlNodeGetContent (element);

      check_urls (run, element, content != NULL ? (const char *) content : "");
    }
}

/* What <metadata> says is checked by its reader (genu-diagram.c) or is nobody's business.  Depth is
 * bounded when the file is parsed. */
static void
check_tree (Run           *run,
            const xmlNode *element)
{
  if (genu_xml_is (element, GENU_XMLNS_SVG, "metadata"))
    return;

  check_element (run, element);
  for (const xmlNode *node = element->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      check_tree (run, node);
}

static void
collect_ids (Run           *run,
             const xmlNode *element)
{
  char *id = genu_xml_dup_attribute (element, "id");

  if (id != NULL)
    g_hash_table_add (run->ids, id);
  for (const xmlNode *node = element->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !genu_xml_is (node, GENU_XMLNS_SVG, "metadata"))
      collect_ids (run, node);
}

static GenuDiagram *
read_annotations (GenuXmlDoc *document,
                  const char *path,
                  GenuReport *report)
{
  g_autoptr(GenuSvgDocument) svg = genu_svg_document_new_from_file (path, report);
  GenuRect view_box;

  if (svg == NULL)
    return NULL;

  view_box = genu_svg_document_get_view_box (svg);
  return genu_diagram_new (document, &view_box, path, report);
}

/**
 * genu_diagram_check:
 * @path: a drawing
 * @report: where problems go
 *
 * Adds every fault of a drawing to @report, but for what shows only when it is played.
 *
 * Returns: (transfer full) (nullable): its steps and parts; %NULL when it is no SVG or crosses a
 *   limit
 */
GenuDiagram *
genu_diagram_check (const char *path,
                    GenuReport *report)
{
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_file (path, report);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Run run = { ids, path, report };
  GenuDiagram *diagram;
  const xmlNode *root;

  if (document == NULL)
    return NULL;

  root = xmlDocGetRootElement (document);
  if (genu_xml_is (root, GENU_XMLNS_SVG, "svg"))
    {
      genu_vocabulary_check (genu_grammar_get_vocabulary (GENU_GRAMMAR_DIAGRAM), document, path,
                             report);
      collect_ids (&run, root);
      genu_check_unique (root, GENU_XMLNS_SVG, NULL, "id", path, report);
      check_tree (&run, root);
    }
  diagram = read_annotations (document, path, report);
  genu_grammar_validate (GENU_GRAMMAR_DIAGRAM, document, path, report);

  return diagram;
}
