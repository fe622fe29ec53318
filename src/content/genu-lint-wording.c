/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pack's own lists, in <wording> of pack.xml: phrases that promise too much, each with the
 * words that make it allowed when they stand in the same paragraph, and medical words that need a
 * place in the glossary. */

#include "config.h"

#include <string.h>

#include "genu-content-text.h"
#include "genu-lint-private.h"

#define NS GENU_XMLNS_PACK

typedef struct
{
  char      *id;
  char      *why;
  GPtrArray *phrases;
  GPtrArray *allowed;
} Claim;

static void
claim_free (gpointer data)
{
  Claim *claim = data;

  g_free (claim->id);
  g_free (claim->why);
  g_ptr_array_unref (claim->phrases);
  g_ptr_array_unref (claim->allowed);
  g_free (claim);
}

static Claim *
parse_claim (const xmlNode *node)
{
  Claim *claim = g_new0 (Claim, 1);

  claim->id = genu_content_dup_attribute (node, "id");
  claim->why = genu_content_dup_text (genu_content_find_child (node, NS, "why"));
  claim->phrases = g_ptr_array_new_with_free_func (g_free);
  claim->allowed = g_ptr_array_new_with_free_func (g_free);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (genu_xml_is (child, NS, "phrase"))
      g_ptr_array_add (claim->phrases, genu_content_dup_text (child));
    else if (genu_xml_is (child, NS, "unless"))
      g_ptr_array_add (claim->allowed, genu_content_dup_text (child));

  return claim;
}

static GPtrArray *
parse_claims (const xmlNode *wording)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func (claim_free);

  for (const xmlNode *node = wording->children; node != NULL; node = node->next)
    if (genu_xml_is (node, NS, "claim"))
      g_ptr_array_add (claims, parse_claim (node));

  return claims;
}

static gboolean
is_allowed (const Claim *claim,
            char       **words)
{
  for (guint i = 0; i < claim->allowed->len; i++)
    if (genu_match_phrase (words, g_ptr_array_index (claim->allowed, i)))
      return TRUE;

  return FALSE;
}

static void
check_claims (GenuLint          *self,
              const GenuPassage *passage,
              const GPtrArray   *claims)
{
  g_auto(GStrv) words = genu_match_words (passage->text);

  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *claim = g_ptr_array_index (claims, i);

      for (guint j = 0; j < claim->phrases->len; j++)
        {
          const char *phrase = g_ptr_array_index (claim->phrases, j);

          if (genu_match_phrase (words, phrase) && !is_allowed (claim, words))
            {
              genu_lint_complain (self, "forbidden-claim", passage->path, passage->line,
                                  "\"%s\" (%s): %s", phrase, claim->id, claim->why);
              break;
            }
        }
    }
}

static gboolean
is_explained (const GenuLint *self,
              const char     *medical)
{
  for (guint i = 0; i < self->pack->glossary->len; i++)
    {
      const GenuGlossaryEntry *entry = g_ptr_array_index (self->pack->glossary, i);
      g_auto(GStrv) term = genu_match_words (entry->term);
      g_auto(GStrv) means = genu_match_words (entry->means);

      if (genu_match_term (term, medical) || genu_match_term (means, medical))
        return TRUE;
    }

  return FALSE;
}

static void
check_medical (GenuLint          *self,
               const GenuPassage *passage,
               char             **medical,
               GHashTable        *told)
{
  g_auto(GStrv) words = genu_match_words (passage->text);

  for (guint i = 0; medical[i] != NULL; i++)
    if (!g_hash_table_contains (told, medical[i]) && genu_match_term (words, medical[i])
        && !is_explained (self, medical[i]))
      {
        genu_lint_complain (self, "medical-word", passage->path, passage->line,
                            "\"%s\" is a medical word that the glossary does not explain",
                            medical[i]);
        g_hash_table_add (told, medical[i]);
      }
}

static void
check_passages (GenuLint        *self,
                const GPtrArray *passages,
                const GPtrArray *claims,
                char           **medical,
                GHashTable      *told)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const GenuPassage *passage = g_ptr_array_index (passages, i);

      if (!genu_passage_is_for_patients (passage))
        continue;
      check_claims (self, passage, claims);
      check_medical (self, passage, medical, told);
    }
}

void
genu_lint_wording (GenuLint *self)
{
  const xmlNode *wording = genu_lint_find_pack_node (self, "wording");
  g_autoptr(GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) claims = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) medical = NULL;

  if (wording == NULL || genu_content_find_child (wording, NS, "claim") == NULL)
    {
      genu_lint_complain (self, "no-wording", self->pack_file,
                          genu_xml_get_line (xmlDocGetRootElement (self->document)),
                          "the pack lists no phrases that promise too much");
      return;
    }

  claims = parse_claims (wording);
  text = genu_content_dup_child_text (wording, NS, "medical");
  medical = g_strsplit (text != NULL ? text : "", " ", -1);
  check_passages (self, self->passages, claims, medical, told);
  for (guint i = 0; i < self->topics->len; i++)
    check_passages (self, ((GenuLintTopic *) g_ptr_array_index (self->topics, i))->passages,
                    claims, medical, told);
}
