/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running text: <p> and <item>, whose <strong> and <term> become runs.  White space is collapsed
 * over the whole paragraph, so that a space before a term belongs to the text before it. */

#include "config.h"

#include "genu-paragraph.h"

#include <string.h>

#include "genu-content-text.h"

static void
run_free (gpointer data)
{
  GenuRun *run = data;

  g_free (run->text);
  g_free (run->ref);
  g_free (run);
}

/**
 * genu_paragraph_free:
 * @self: (nullable) (transfer full): a paragraph
 */
void
genu_paragraph_free (GenuParagraph *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->runs);
  g_free (self->text);
  g_strfreev (self->cites);
  g_free (self);
}

/* ended_in_space goes from run to run; TRUE at the start drops leading space. */
static char *
collapse_run (const char *text,
              gboolean   *ended_in_space)
{
  GString *collapsed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_space = strchr (" \t\r\n", *p) != NULL;

      if (!is_space)
        g_string_append_c (collapsed, *p);
      else if (!*ended_in_space)
        g_string_append_c (collapsed, ' ');
      *ended_in_space = is_space;
    }

  return g_string_free (collapsed, FALSE);
}

static void
add_run (GenuParagraph *self,
         const xmlNode *node,
         gboolean      *ended_in_space)
{
  g_autoptr(GenuXmlString) content = NULL;
  g_autofree char *text = NULL;
  GenuRun *run;

  if (node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE
      && node->type != XML_CDATA_SECTION_NODE)
    return;
  content = xmlNodeGetContent (node);
  text = collapse_run (content != NULL ? (const char *) content : "", ended_in_space);
  if (*text == '\0')
    return;

  run = g_new0 (GenuRun, 1);
  run->text = g_steal_pointer (&text);
  if (genu_xml_is (node, GENU_XMLNS_TOPIC, "strong"))
    run->kind = GENU_RUN_STRONG;
  else if (genu_xml_is (node, GENU_XMLNS_TOPIC, "term"))
    {
      run->kind = GENU_RUN_TERM;
      run->ref = genu_content_dup_attribute (node, "ref");
    }
  else if (genu_xml_is (node, GENU_XMLNS_TOPIC, "clinic-telephone"))
    run->kind = GENU_RUN_TELEPHONE;
  g_ptr_array_add (self->runs, run);
}

static void
trim_end (GenuParagraph *self)
{
  GenuRun *last;

  if (self->runs->len == 0)
    return;

  last = g_ptr_array_index (self->runs, self->runs->len - 1);
  g_strchomp (last->text);
  if (*last->text == '\0')
    g_ptr_array_set_size (self->runs, (int) self->runs->len - 1);
}

static char *
join_runs (const GPtrArray *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (text, ((GenuRun *) g_ptr_array_index (runs, i))->text);

  return g_string_free (text, FALSE);
}

/**
 * genu_paragraph_parse:
 * @node: a <p> or an <item>
 * @is_item: whether it is an item of a list
 * @path: the file, for problems
 * @report: gets `limit-list`
 *
 * Returns: (transfer full): the paragraph
 */
GenuParagraph *
genu_paragraph_parse (const xmlNode *node,
                      gboolean       is_item,
                      const char    *path,
                      GenuReport    *report)
{
  GenuParagraph *self = g_new0 (GenuParagraph, 1);
  gboolean ended_in_space = TRUE;

  self->runs = g_ptr_array_new_with_free_func (run_free);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    add_run (self, child, &ended_in_space);
  trim_end (self);
  self->text = join_runs (self->runs);
  self->cites = genu_content_dup_names (node, "cite", path, report);
  self->is_item = is_item;
  self->line = genu_xml_get_line (node);

  return self;
}

static void
paragraph_free (gpointer data)
{
  genu_paragraph_free (data);
}

/* A list may not hold a list, so this goes one level deep. */
static void
add_items (GPtrArray     *paragraphs,
           const xmlNode *list,
           const char    *path,
           GenuReport    *report)
{
  for (const xmlNode *node = list->children; node != NULL; node = node->next)
    if (genu_xml_is (node, GENU_XMLNS_TOPIC, "item"))
      g_ptr_array_add (paragraphs, genu_paragraph_parse (node, TRUE, path, report));
}

/**
 * genu_paragraphs_parse:
 * @parent: (nullable): an element that holds <p> and <list>
 * @path: the file, for problems
 * @report: gets `limit-list`
 *
 * Returns: (transfer full) (element-type GenuParagraph): its paragraphs and items in order; empty
 *   for %NULL
 */
GPtrArray *
genu_paragraphs_parse (const xmlNode *parent,
                       const char    *path,
                       GenuReport    *report)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (paragraph_free);

  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL;
       node = node->next)
    {
      if (genu_xml_is (node, GENU_XMLNS_TOPIC, "p"))
        g_ptr_array_add (paragraphs, genu_paragraph_parse (node, FALSE, path, report));
      else if (genu_xml_is (node, GENU_XMLNS_TOPIC, "list"))
        add_items (paragraphs, node, path, report);
    }

  return paragraphs;
}
