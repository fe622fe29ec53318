/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text cut into passages.  The tree is walked rather than the model, because a complaint needs the
 * line and a faulty topic must be read too.  An element that holds text is a passage; its zone is
 * its own, or that of the nearest element around it which has one. */

#include "config.h"

#include <string.h>

#include "genu-content-text.h"
#include "genu-lint-private.h"

#define NS GENU_XMLNS_TOPIC

static const struct
{
  const char *element;
  GenuZone    zone;
  gboolean    has_text; /* else it gives its zone to the <p> and <item> in it */
} zones[] = {
  { "key-point", GENU_ZONE_KEY_POINT, TRUE },
  { "summary", GENU_ZONE_SUMMARY, TRUE },
  { "part", GENU_ZONE_PART, TRUE },
  { "say", GENU_ZONE_SAY, TRUE },
  { "alt", GENU_ZONE_ALT, TRUE },
  { "label", GENU_ZONE_LABEL, TRUE },
  { "caption", GENU_ZONE_LABEL, TRUE },
  { "number", GENU_ZONE_LABEL, TRUE },
  { "duration", GENU_ZONE_DURATION, TRUE },
  { "funding", GENU_ZONE_FUNDING, TRUE },
  { "teach-back", GENU_ZONE_TEACH_BACK, TRUE },
  { "hoped", GENU_ZONE_HOPED, FALSE },
  { "favourable", GENU_ZONE_FAVOURABLE, FALSE },
  { "unfavourable", GENU_ZONE_UNFAVOURABLE, FALSE },
  { "not-known", GENU_ZONE_NOT_KNOWN, FALSE },
  { "limits", GENU_ZONE_LIMITS, FALSE },
  { "harms", GENU_ZONE_HARMS, FALSE },
  { "body", GENU_ZONE_BODY, FALSE },
  { "choice", GENU_ZONE_CHOICE, FALSE },
  { "for-clinician", GENU_ZONE_CLINICIAN, FALSE },
};

static void
passage_free (gpointer data)
{
  GenuPassage *passage = data;

  g_free (passage->text);
  g_strfreev (passage->words);
  g_strfreev (passage->match);
  g_strfreev (passage->cites);
  g_free (passage);
}

static void
add_passage (GPtrArray     *passages,
             const xmlNode *node,
             GenuZone       zone,
             const char    *path)
{
  g_autofree char *cite = genu_content_dup_attribute (node, "cite");
  GenuPassage *passage = g_new0 (GenuPassage, 1);

  passage->zone = zone;
  passage->text = genu_content_dup_text (node);
  passage->words = genu_prose_words (passage->text);
  passage->match = genu_match_words (passage->text);
  passage->node = node;
  passage->path = path;
  passage->line = genu_xml_get_line (node);
  passage->cites = g_strsplit (cite, " ", -1);
  g_ptr_array_add (passages, passage);
}

static gboolean
holds_elements (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (genu_xml_is (child, NS, "p"))
      return TRUE;

  return FALSE;
}

/* Depth is bounded when the file is parsed. */
static void
walk (GPtrArray     *passages,
      const xmlNode *parent,
      GenuZone       zone,
      const char    *path)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      GenuZone own = zone;
      gboolean has_text = genu_xml_is (node, NS, "p") || genu_xml_is (node, NS, "item");

      if (node->type != XML_ELEMENT_NODE)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
        if (genu_xml_is (node, NS, zones[i].element)
            && !(zones[i].zone == GENU_ZONE_HARMS && zone == GENU_ZONE_CHOICE))
          {
            own = zones[i].zone;
            has_text = zones[i].has_text;
          }
      /* A step's note for the doctor is text, the topic's holds paragraphs. */
      if (own == GENU_ZONE_CLINICIAN && !holds_elements (node))
        has_text = TRUE;
      if (genu_xml_is (node, NS, "title"))
        {
          has_text = TRUE;
          own = zone == GENU_ZONE_BODY ? GENU_ZONE_BODY_TITLE
                : zone == GENU_ZONE_CHOICE ? GENU_ZONE_CHOICE_TITLE : GENU_ZONE_TITLE;
        }

      if (has_text)
        add_passage (passages, node, own, path);
      else
        walk (passages, node, own, path);
    }
}

/**
 * genu_passages_of_topic:
 * @document: a parsed file whose root is <topic>; must outlive what is returned
 * @path: its path; likewise
 *
 * Returns: (transfer full) (element-type GenuPassage): its text in order
 */
GPtrArray *
genu_passages_of_topic (GenuXmlDoc *document,
                        const char *path)
{
  GPtrArray *passages = g_ptr_array_new_with_free_func (passage_free);

  walk (passages, xmlDocGetRootElement (document), GENU_ZONE_BODY_TITLE, path);
  return passages;
}

static void
walk_pack (GPtrArray     *passages,
           const xmlNode *parent,
           const char    *path)
{
  static const char *const shown[] = { "title", "summary", "funding", "update-policy" };

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (genu_xml_is (node, GENU_XMLNS_PACK, "bibliography")
          || genu_xml_is (node, GENU_XMLNS_PACK, "wording"))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
        if (genu_xml_is (node, GENU_XMLNS_PACK, shown[i]))
          add_passage (passages, node, GENU_ZONE_PACK, path);
      if (genu_xml_is (node, GENU_XMLNS_PACK, "means"))
        add_passage (passages, node, GENU_ZONE_GLOSSARY, path);
      else if (node->type == XML_ELEMENT_NODE)
        walk_pack (passages, node, path);
    }
}

/**
 * genu_passages_of_pack:
 * @document: a parsed file whose root is <pack>; must outlive what is returned
 * @path: its path; likewise
 *
 * Returns: (transfer full) (element-type GenuPassage): the text of pack.xml that readers see,
 *   without the bibliography
 */
GPtrArray *
genu_passages_of_pack (GenuXmlDoc *document,
                       const char *path)
{
  GPtrArray *passages = g_ptr_array_new_with_free_func (passage_free);

  walk_pack (passages, xmlDocGetRootElement (document), path);
  return passages;
}

/**
 * genu_passage_is_for_patients:
 * @self: a passage
 *
 * Returns: whether patients read it
 */
gboolean
genu_passage_is_for_patients (const GenuPassage *self)
{
  return self->zone != GENU_ZONE_CLINICIAN;
}

/**
 * genu_passage_is_prose:
 * @self: a passage
 *
 * Returns: whether it counts for the reading level.  Titles and names are too short for the
 *   formulae; descriptions of pictures are simple and often the same, and would flatter a topic.
 */
gboolean
genu_passage_is_prose (const GenuPassage *self)
{
  switch (self->zone)
    {
    case GENU_ZONE_TITLE:
    case GENU_ZONE_PART:
    case GENU_ZONE_ALT:
    case GENU_ZONE_LABEL:
    case GENU_ZONE_BODY_TITLE:
    case GENU_ZONE_CHOICE_TITLE:
    case GENU_ZONE_CLINICIAN:
      return FALSE;
    case GENU_ZONE_KEY_POINT:
    case GENU_ZONE_SUMMARY:
    case GENU_ZONE_HOPED:
    case GENU_ZONE_SAY:
    case GENU_ZONE_FAVOURABLE:
    case GENU_ZONE_UNFAVOURABLE:
    case GENU_ZONE_NOT_KNOWN:
    case GENU_ZONE_LIMITS:
    case GENU_ZONE_HARMS:
    case GENU_ZONE_DURATION:
    case GENU_ZONE_FUNDING:
    case GENU_ZONE_BODY:
    case GENU_ZONE_CHOICE:
    case GENU_ZONE_TEACH_BACK:
    case GENU_ZONE_GLOSSARY:
    case GENU_ZONE_PACK:
    default:
      return TRUE;
    }
}

/**
 * genu_passage_is_running:
 * @self: a passage
 *
 * Returns: whether it is a <p> or an <item>, which may hold terms and name sources
 */
gboolean
genu_passage_is_running (const GenuPassage *self)
{
  return genu_xml_is (self->node, NS, "p") || genu_xml_is (self->node, NS, "item");
}

/**
 * genu_passage_dup_start:
 * @text: UTF-8
 *
 * Returns: (transfer full): as much of it as a message has room for
 */
char *
genu_passage_dup_start (const char *text)
{
  const int max = 60; /* characters */
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= max)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, max);
  return g_strconcat (start, "…", NULL);
}

/**
 * genu_passages_count_words:
 * @passages: (element-type GenuPassage): passages
 * @zone: where
 *
 * Returns: the words of the passages in @zone
 */
guint
genu_passages_count_words (const GPtrArray *passages,
                           GenuZone         zone)
{
  guint n = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const GenuPassage *passage = g_ptr_array_index (passages, i);

      if (passage->zone == zone)
        n += g_strv_length (passage->words);
    }

  return n;
}
