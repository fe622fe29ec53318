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
  GPtrArray *texts;    /* of char *: the phrases as written */
  GPtrArray *patterns; /* of char **: the same, ready for matching */
  GPtrArray *allowed;  /* of char ** */
} Claim;

static void
pattern_free (gpointer data)
{
  g_strfreev (data);
}

static void
claim_free (gpointer data)
{
  Claim *claim = data;

  g_free (claim->id);
  g_free (claim->why);
  g_ptr_array_unref (claim->texts);
  g_ptr_array_unref (claim->patterns);
  g_ptr_array_unref (claim->allowed);
  g_free (claim);
}

static Claim *
parse_claim (const xmlNode *node)
{
  Claim *claim = g_new0 (Claim, 1);

  claim->id = genu_content_dup_attribute (node, "id");
  claim->why = genu_content_dup_text (genu_content_find_child (node, NS, "why"));
  claim->texts = g_ptr_array_new_with_free_func (g_free);
  claim->patterns = g_ptr_array_new_with_free_func (pattern_free);
  claim->allowed = g_ptr_array_new_with_free_func (pattern_free);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *text = genu_content_dup_text (child);

      if (genu_xml_is (child, NS, "phrase"))
        {
          g_ptr_array_add (claim->patterns, genu_match_compile (text));
          g_ptr_array_add (claim->texts, g_steal_pointer (&text));
        }
      else if (genu_xml_is (child, NS, "unless"))
        g_ptr_array_add (claim->allowed, genu_match_compile (text));
    }

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

/* Of char **: words parted by spaces; a hyphen joins the words of one. */
static GPtrArray *
parse_medical (const xmlNode *wording)
{
  g_autofree char *text = genu_content_dup_child_text (wording, NS, "medical");
  g_auto(GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  GPtrArray *medical = g_ptr_array_new_with_free_func (pattern_free);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (medical, genu_match_words (words[i]));

  return medical;
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
  char **words = passage->match;

  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *claim = g_ptr_array_index (claims, i);

      for (guint j = 0; j < claim->patterns->len; j++)
        if (genu_match_phrase (words, g_ptr_array_index (claim->patterns, j))
            && !is_allowed (claim, words))
          {
            genu_lint_complain (self, "forbidden-claim", passage->path, passage->line,
                                "\"%s\" (%s): %s",
                                (const char *) g_ptr_array_index (claim->texts, j), claim->id,
                                claim->why);
            break;
          }
    }
}

static gboolean
is_explained (const GenuLint *self,
              char          **medical)
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
               const GPtrArray   *medical,
               GHashTable        *told)
{
  char **words = passage->match;

  for (guint i = 0; i < medical->len; i++)
    {
      char **word = g_ptr_array_index (medical, i);

      if (!g_hash_table_contains (told, word) && genu_match_term (words, word)
          && !is_explained (self, word))
        {
          g_autofree char *text = g_strjoinv (" ", word);

          genu_lint_complain (self, "medical-word", passage->path, passage->line,
                              "\"%s\" is a medical word that the glossary does not explain", text);
          g_hash_table_add (told, word);
        }
    }
}

static void
check_passages (GenuLint        *self,
                const GPtrArray *passages,
                const GPtrArray *claims,
                const GPtrArray *medical,
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
  g_autoptr(GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) claims = NULL;
  g_autoptr(GPtrArray) medical = NULL;

  if (wording == NULL || genu_content_find_child (wording, NS, "claim") == NULL)
    {
      genu_lint_complain (self, "no-wording", self->pack_file,
                          genu_xml_get_line (xmlDocGetRootElement (self->document)),
                          "the pack lists no phrases that promise too much");
      return;
    }

  claims = parse_claims (wording);
  medical = parse_medical (wording);
  check_passages (self, self->passages, claims, medical, told);
  for (guint i = 0; i < self->topics->len; i++)
    check_passages (self, ((GenuLintTopic *) g_ptr_array_index (self->topics, i))->passages,
                    claims, medical, told);
}
