/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that need explaining.  A reader may open any topic first, so each topic marks the first
 * use of a glossary word in its running text.  Titles, key points and narration cannot be marked:
 * what they use must be marked in the same topic or in one that comes before it. */

#include "config.h"

#include <string.h>

#include "genu-content-text.h"
#include "genu-lint-private.h"

typedef struct
{
  GenuLint   *lint;
  GPtrArray  *terms;     /* of char **: the words of each glossary entry, in its order */
  GHashTable *told;      /* ids marked in this topic or complained of */
  GHashTable *explained; /* ids marked in this topic or an earlier one */
} TermRun;

/* Depth is bounded when the file is parsed. */
static void
collect_marks (const xmlNode *parent,
               GHashTable    *marks)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (genu_xml_is (node, GENU_XMLNS_TOPIC, "term"))
        g_hash_table_add (marks, genu_content_dup_attribute (node, "ref"));
      if (node->type == XML_ELEMENT_NODE)
        collect_marks (node, marks);
    }
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
check_running (TermRun                 *run,
               const GenuPassage       *passage,
               const GenuGlossaryEntry *entry)
{
  g_autoptr(GHashTable) marks = new_set ();

  collect_marks (passage->node, marks);
  if (!g_hash_table_contains (marks, entry->id))
    genu_lint_complain (run->lint, "term-before-glossary", passage->path, passage->line,
                        "\"%s\" is in the glossary: mark its first use here with <term ref=\"%s\">",
                        entry->term, entry->id);
  g_hash_table_add (run->told, g_strdup (entry->id));
}

static void
check_passage (TermRun           *run,
               const GenuPassage *passage)
{
  const GPtrArray *glossary = run->lint->pack->glossary;

  for (guint i = 0; i < glossary->len; i++)
    {
      const GenuGlossaryEntry *entry = g_ptr_array_index (glossary, i);
      char **term = g_ptr_array_index (run->terms, i);

      if (genu_passage_is_running (passage))
        {
          if (!g_hash_table_contains (run->told, entry->id)
              && genu_match_term (passage->match, term))
            check_running (run, passage, entry);
        }
      else if (!g_hash_table_contains (run->explained, entry->id)
               && genu_match_term (passage->match, term))
        {
          genu_lint_complain (run->lint, "term-unexplained", passage->path, passage->line,
                              "\"%s\" is used, but no paragraph of this topic or of one before it "
                              "marks it", entry->term);
          g_hash_table_add (run->explained, g_strdup (entry->id));
        }
    }
}

static void
check_unused (TermRun *run)
{
  const xmlNode *glossary = genu_lint_find_pack_node (run->lint, "glossary");

  for (const xmlNode *node = glossary != NULL ? glossary->children : NULL; node != NULL;
       node = node->next)
    {
      g_autofree char *id = NULL;
      g_autofree char *say = NULL;

      if (!genu_xml_is (node, GENU_XMLNS_PACK, "entry"))
        continue;
      id = genu_content_dup_attribute (node, "id");
      say = genu_content_dup_attribute (node, "say");
      if (!g_hash_table_contains (run->explained, id))
        genu_lint_complain (run->lint, "unused-term", run->lint->pack_file,
                            genu_xml_get_line (node), "no topic marks the glossary's \"%s\"", id);
      if (*say == '\0')
        genu_lint_complain (run->lint, "term-without-say", run->lint->pack_file,
                            genu_xml_get_line (node), "\"%s\" does not say how it is spoken", id);
    }
}

static void
words_free (gpointer data)
{
  g_strfreev (data);
}

void
genu_lint_terms (GenuLint *self)
{
  g_autoptr(GHashTable) explained = new_set ();
  g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func (words_free);
  TermRun run = { self, terms, NULL, explained };

  for (guint i = 0; i < self->pack->glossary->len; i++)
    {
      const GenuGlossaryEntry *entry = g_ptr_array_index (self->pack->glossary, i);

      g_ptr_array_add (terms, genu_match_words (entry->term));
    }

  for (guint i = 0; i < self->topics->len; i++)
    {
      const GenuLintTopic *topic = g_ptr_array_index (self->topics, i);
      g_autoptr(GHashTable) told = new_set ();

      run.told = told;
      collect_marks (xmlDocGetRootElement (topic->document), explained);
      for (guint j = 0; j < topic->passages->len; j++)
        {
          const GenuPassage *passage = g_ptr_array_index (topic->passages, j);

          if (genu_passage_is_for_patients (passage))
            check_passage (&run, passage);
          /* A mark with other words than the entry's explains it too. */
          if (genu_passage_is_for_patients (passage))
            collect_marks (passage->node, told);
        }
    }
  check_unused (&run);
}

/* ---------------------------------------------------------------------------- acronyms */

/* Two or more capitals, perhaps with a plural s. */
static char *
dup_acronym (const char *word)
{
  gsize length = strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

  if (length < 2 || !(word[length] == '\0' || g_str_equal (word + length, "s")))
    return NULL;

  return g_strndup (word, length);
}

/* Whether the initials of @words hold the letters of @acronym in order. */
static gboolean
spells (char      **words,
        const char *acronym)
{
  for (guint i = 0; words[i] != NULL && *acronym != '\0'; i++)
    if (g_ascii_toupper (words[i][0]) == *acronym)
      acronym++;

  return *acronym == '\0';
}

static gboolean
is_in_glossary (const GenuLint *self,
                const char     *acronym)
{
  for (guint i = 0; i < self->pack->glossary->len; i++)
    {
      const GenuGlossaryEntry *entry = g_ptr_array_index (self->pack->glossary, i);
      g_auto(GStrv) words = genu_prose_words (entry->means);

      if (g_str_equal (entry->term, acronym) && spells (words, acronym))
        return TRUE;
    }

  return FALSE;
}

/* Whether <wording><everyday> says that every reader knows @word. */
static gboolean
is_everyday (const GenuLint *self,
             const char     *word)
{
  const xmlNode *wording = genu_lint_find_pack_node (self, "wording");
  g_autofree char *text = wording != NULL
                            ? genu_content_dup_child_text (wording, GENU_XMLNS_PACK, "everyday")
                            : NULL;
  g_auto(GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static void
check_acronyms (GenuLint          *self,
                const GenuPassage *passage,
                GHashTable        *known)
{
  if (!genu_passage_is_for_patients (passage))
    return;

  for (guint i = 0; passage->words[i] != NULL; i++)
    {
      g_autofree char *acronym = dup_acronym (passage->words[i]);
      g_autofree char *bracketed = acronym != NULL ? g_strdup_printf ("(%s)", acronym) : NULL;

      if (acronym == NULL || g_hash_table_contains (known, acronym))
        continue;
      if (strstr (passage->text, bracketed) == NULL && !is_everyday (self, acronym)
          && !is_in_glossary (self, acronym))
        genu_lint_complain (self, "acronym", passage->path, passage->line,
                            "\"%s\" is not spelled out, neither here nor in the glossary", acronym);
      g_hash_table_add (known, g_steal_pointer (&acronym));
    }
}

void
genu_lint_acronyms (GenuLint *self)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      const GenuLintTopic *topic = g_ptr_array_index (self->topics, i);
      g_autoptr(GHashTable) known = new_set ();

      for (guint j = 0; j < topic->passages->len; j++)
        check_acronyms (self, g_ptr_array_index (topic->passages, j), known);
    }
}
