/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loading a pack for readers: what is sound is kept, what is not is left out and reported, so that
 * one bad file does not take the rest away. */

#include "config.h"

#include "genu-pack.h"

#include "genu-content-text.h"
#include "genu-grammar.h"
#include "genu-limits.h"
#include "genu-pack-parser.h"
#include "genu-pack-path.h"
#include "genu-topic-parser.h"

#define NS GENU_XMLNS_PACK

/**
 * genu_pack_free:
 * @self: (nullable) (transfer full): a pack
 */
void
genu_pack_free (GenuPack *self)
{
  if (self == NULL)
    return;

  g_free (self->directory);
  g_free (self->id);
  g_free (self->version);
  g_free (self->lang);
  g_free (self->license);
  g_free (self->reviewed);
  g_free (self->expires);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->authors);
  g_free (self->funding);
  g_free (self->update_policy);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->glossary);
  g_ptr_array_unref (self->references);
  g_ptr_array_unref (self->tours);
  genu_topic_free (self->hero);
  g_free (self);
}

static GenuTopic *
load_topic (GenuPack      *pack,
            const xmlNode *node,
            const char    *pack_file,
            GenuReport    *report)
{
  g_autofree char *href = genu_content_dup_attribute (node, "href");
  g_autofree char *path = NULL;
  g_autoptr(GenuTopic) topic = NULL;
  GenuPathState state = genu_pack_path_resolve (pack->directory, href, &path);

  if (state != GENU_PATH_FOUND)
    {
      gboolean missing = state == GENU_PATH_MISSING;

      genu_report_add (report, GENU_SEVERITY_ERROR, pack_file, genu_xml_get_line (node),
                       missing ? "missing-file" : "path-outside-pack",
                       missing ? "there is no file \"%s\""
                               : "\"%s\" leads out of the pack's folder", href);
      return NULL;
    }

  topic = genu_topic_load (path, report);
  if (topic != NULL && genu_pack_find_topic (pack, topic->id) != NULL)
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, path, 0, "duplicate-id",
                       "another topic has the id \"%s\" too", topic->id);
      return NULL;
    }

  return g_steal_pointer (&topic);
}

static void
load_section (GenuPack      *pack,
              GenuSection   *section,
              const xmlNode *section_node,
              const char    *pack_file,
              GenuReport    *report)
{
  for (const xmlNode *node = section_node->children; node != NULL; node = node->next)
    if (genu_xml_is (node, NS, "topic"))
      {
        GenuTopic *topic;

        if (pack->topics->len == GENU_LIMIT_TOPICS)
          {
            genu_report_add (report, GENU_SEVERITY_ERROR, pack_file, genu_xml_get_line (node),
                             "limit-topics", "more than %d topics", GENU_LIMIT_TOPICS);
            return;
          }
        topic = load_topic (pack, node, pack_file, report);
        if (topic != NULL)
          {
            g_ptr_array_add (pack->topics, topic);
            g_ptr_array_add (section->topics, topic);
          }
      }
}

/* The parser made one section for each element, in the same order. */
static void
load_sections (GenuPack      *pack,
               const xmlNode *root,
               const char    *pack_file,
               GenuReport    *report)
{
  guint i = 0;

  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (genu_xml_is (node, NS, "section"))
      load_section (pack, g_ptr_array_index (pack->sections, i++), node, pack_file, report);
}

/**
 * genu_pack_load:
 * @path: a folder with pack.xml, or a folder of such folders named by language
 * @lang: (nullable): the wanted language, %NULL for the session's
 * @report: where problems go
 *
 * Loads a pack.  Topics that cannot be read, or claim something without saying how sure it is, are
 * left out with an error in @report.
 *
 * Returns: (transfer full) (nullable): the pack; %NULL when pack.xml itself cannot be read
 */
GenuPack *
genu_pack_load (const char *path,
                const char *lang,
                GenuReport *report)
{
  g_autofree char *directory = NULL;
  g_autofree char *file = NULL;
  g_autoptr(GenuXmlDoc) document = NULL;
  GenuPack *pack;

  g_return_val_if_fail (path != NULL && report != NULL, NULL);

  directory = genu_pack_dup_directory (path, lang, report);
  if (directory == NULL)
    return NULL;

  file = g_build_filename (directory, "pack.xml", NULL);
  document = genu_xml_parse_file (file, report);
  if (document == NULL || !genu_grammar_validate (GENU_GRAMMAR_PACK, document, file, report))
    return NULL;

  pack = genu_pack_parse (document, directory);
  load_sections (pack, xmlDocGetRootElement (document), file, report);

  return pack;
}

/**
 * genu_pack_find_topic:
 * @self: a pack
 * @id: the id of a topic
 *
 * Returns: (transfer none) (nullable): the topic
 */
GenuTopic *
genu_pack_find_topic (const GenuPack *self,
                      const char     *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->topics->len; i++)
    {
      GenuTopic *topic = g_ptr_array_index (self->topics, i);

      if (g_str_equal (topic->id, id))
        return topic;
    }

  return NULL;
}

/**
 * genu_pack_get_picture:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): what the first page shows: the pack's hero, else its first
 *   topic; %NULL when it has neither
 */
const GenuTopic *
genu_pack_get_picture (const GenuPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->hero != NULL)
    return self->hero;

  return self->topics->len > 0 ? g_ptr_array_index (self->topics, 0) : NULL;
}

/**
 * genu_pack_find_term:
 * @self: a pack
 * @id: the id of a glossary entry
 *
 * Returns: (transfer none) (nullable): the entry
 */
const GenuGlossaryEntry *
genu_pack_find_term (const GenuPack *self,
                     const char     *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->glossary->len; i++)
    {
      const GenuGlossaryEntry *entry = g_ptr_array_index (self->glossary, i);

      if (g_str_equal (entry->id, id))
        return entry;
    }

  return NULL;
}

/**
 * genu_pack_find_reference:
 * @self: a pack
 * @id: the id of a source
 *
 * Returns: (transfer none) (nullable): the source
 */
const GenuReference *
genu_pack_find_reference (const GenuPack *self,
                          const char     *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->references->len; i++)
    {
      const GenuReference *reference = g_ptr_array_index (self->references, i);

      if (g_str_equal (reference->id, id))
        return reference;
    }

  return NULL;
}

/**
 * genu_reference_dup_text:
 * @self: a source
 *
 * Returns: (transfer full): the source in one line, as it is listed
 */
char *
genu_reference_dup_text (const GenuReference *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (text, "%s. %s.", self->authors, self->title);
  if (self->container != NULL)
    g_string_append_printf (text, " %s.", self->container);
  if (self->year != NULL)
    g_string_append_printf (text, " %s.", self->year);
  if (self->doi != NULL)
    g_string_append_printf (text, " doi:%s", self->doi);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * genu_pack_dup_diagram_path:
 * @self: a pack
 * @diagram: a path as topics write it, "diagrams/NAME.svg"
 *
 * Looks in the pack's folder, then in its parent, and nowhere else.
 *
 * Returns: (transfer full) (nullable): the file; %NULL when missing or leading outside
 */
char *
genu_pack_dup_diagram_path (const GenuPack *self,
                            const char     *diagram)
{
  char *path = NULL;

  g_return_val_if_fail (self != NULL && diagram != NULL, NULL);

  return genu_pack_path_diagram (self->directory, diagram, &path) == GENU_PATH_FOUND ? path : NULL;
}
