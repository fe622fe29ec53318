/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How hard the text is to read: levels of topics and of the pack, long sentences, long lists. */

#include "config.h"

#include <string.h>

#include "genu-lint-private.h"

#define MIN_WORDS 100      /* a shorter text breaks the formulae */
#define MAX_LIST_ITEMS 7   /* CDC Clear Communication Index, item 8 */

/* Words a sentence may have.  15 comes from English handouts; languages with articles and
 * prepositions where English has endings get the same thought into a few words more. */
static guint
get_max_sentence (const char *lang)
{
  static const char *const wordy[] = { "es", "fr", "it", "pt", "ca", "ro" };

  for (guint i = 0; i < G_N_ELEMENTS (wordy); i++)
    if (g_str_has_prefix (lang, wordy[i]))
      return 18;

  return 15;
}

static void
check_level (GenuLint        *self,
             const GenuProse *prose,
             const char      *what,
             const char      *path,
             int              line)
{
  for (guint i = 0; i < GENU_N_FORMULAE; i++)
    {
      const GenuFormulaInfo *info = genu_formula_get_info (i);
      double score = genu_formula_score (i, prose);
      const char *rule = info->is_binding ? "reading-level" : "reading-level-proposed";

      if (prose->words < MIN_WORDS || !genu_formula_is_for (i, self->pack->lang)
          || genu_formula_meets (i, score))
        continue;
      if (i == GENU_FORMULA_SMOG)
        rule = "smog-level";
      genu_lint_complain (self, rule, path, line, "%s scores %.1f on %s; the limit is %.1f", what,
                          score, info->name, info->target);
    }
}

static void
check_sentences (GenuLint          *self,
                 const GenuPassage *passage)
{
  guint max = get_max_sentence (self->pack->lang);
  g_auto(GStrv) sentences = NULL;

  if (!genu_passage_is_for_patients (passage))
    return;

  sentences = genu_prose_sentences (passage->text, self->pack->lang);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_auto(GStrv) words = genu_prose_words (sentences[i]);
      g_autofree char *start = genu_passage_dup_start (sentences[i]);
      guint n = g_strv_length (words);

      if (n > max)
        genu_lint_complain (self, "long-sentence", passage->path, passage->line,
                            "%u words in one sentence, the limit is %u: \"%s\"", n, max,
                            start);
    }
}

static void
check_all_sentences (GenuLint        *self,
                     const GPtrArray *passages)
{
  for (guint i = 0; i < passages->len; i++)
    check_sentences (self, g_ptr_array_index (passages, i));
}

static void
check_lists (GenuLint            *self,
             const GenuLintTopic *topic)
{
  const xmlNode *list = NULL;
  guint n = 0;

  for (guint i = 0; i < topic->passages->len; i++)
    {
      const GenuPassage *passage = g_ptr_array_index (topic->passages, i);

      if (!genu_xml_is (passage->node, GENU_XMLNS_TOPIC, "item"))
        continue;
      n = passage->node->parent == list ? n + 1 : 1;
      list = passage->node->parent;
      if (n == MAX_LIST_ITEMS + 1)
        genu_lint_complain (self, "long-list", passage->path, genu_xml_get_line (list),
                            "a list of more than %d items", MAX_LIST_ITEMS);
    }
}

void
genu_lint_reading (GenuLint *self)
{
  check_all_sentences (self, self->passages);
  for (guint i = 0; i < self->topics->len; i++)
    {
      const GenuLintTopic *topic = g_ptr_array_index (self->topics, i);

      check_level (self, &topic->prose, "the topic", topic->topic->path, topic->line);
      check_all_sentences (self, topic->passages);
      check_lists (self, topic);
    }
  check_level (self, &self->prose, "the whole pack", self->pack_file,
               genu_xml_get_line (xmlDocGetRootElement (self->document)));
}
