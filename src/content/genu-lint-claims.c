/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether claims, benefits and choices say all that a reader needs to weigh them.  That they have a
 * certainty and sources is already a matter of genu_check_pack(). */

#include "config.h"

#include "genu-lint-private.h"

#define MAX_IMBALANCE 2.5 /* words for one side against words for the other */

static gboolean
says_something (const GPtrArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    if (*((const GenuParagraph *) g_ptr_array_index (paragraphs, i))->text != '\0')
      return TRUE;

  return FALSE;
}

static void
want (GenuLint            *self,
      const GenuLintTopic *topic,
      gboolean             is_there,
      const char          *rule,
      int                  line,
      const char          *what)
{
  if (!is_there)
    genu_lint_complain (self, rule, topic->topic->path, line, "%s", what);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
check_findings (GenuLint            *self,
                const GenuLintTopic *topic)
{
  for (guint i = 0; i < topic->passages->len; i++)
    {
      const GenuPassage *passage = g_ptr_array_index (topic->passages, i);
      g_autofree char *start = genu_passage_dup_start (passage->text);

      if ((passage->zone == GENU_ZONE_FAVOURABLE || passage->zone == GENU_ZONE_UNFAVOURABLE)
          && passage->cites[0] == NULL)
        genu_lint_complain (self, "finding-without-source", passage->path, passage->line,
                            "a finding names no source: \"%s\"", start);
    }
}

static void
check_balance (GenuLint            *self,
               const GenuLintTopic *topic)
{
  guint good = genu_passages_count_words (topic->passages, GENU_ZONE_FAVOURABLE);
  guint bad = genu_passages_count_words (topic->passages, GENU_ZONE_UNFAVOURABLE);

  if (MAX (good, bad) > MAX_IMBALANCE * MIN (good, bad))
    genu_lint_complain (self, "unequal-detail", topic->topic->path,
                        topic->topic->evidence->line,
                        "%u words for what speaks for it and %u for what speaks against it", good,
                        bad);
}

static void
check_evidence (GenuLint            *self,
                const GenuLintTopic *topic)
{
  const GenuEvidence *evidence = topic->topic->evidence;
  int line = evidence->line;

  want (self, topic, says_something (evidence->limits), "claim-without-limits", line,
        "the evidence does not say what limits it");
  want (self, topic, has_text (evidence->duration), "claim-without-duration", line,
        "the evidence does not say for how long studies looked");
  want (self, topic, has_text (evidence->funding), "claim-without-funding", line,
        "the evidence does not say who paid for the studies, or that this is not known");
  if (topic->topic->kind != GENU_TOPIC_KIND_PAGE)
    {
      want (self, topic, says_something (evidence->harms), "claim-without-harms", line,
            "the evidence does not say what harm may come");
      want (self, topic, says_something (topic->topic->for_clinician), "claim-without-note",
            topic->line, "the topic has no note for the doctor");
    }
  check_findings (self, topic);
  check_balance (self, topic);
}

static void
check_choice (GenuLint            *self,
              const GenuLintTopic *topic,
              const GenuChoice    *choice)
{
  const struct
  {
    const char      *name;
    const GPtrArray *paragraphs;
  } parts[] = {
    { "what", choice->what }, { "good", choice->good },       { "harms", choice->harms },
    { "cost", choice->cost }, { "unknown", choice->unknown },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!says_something (parts[i].paragraphs))
      genu_lint_complain (self, "choice-incomplete", topic->topic->path, choice->line,
                          "the choice \"%s\" says nothing in <%s>", choice->id, parts[i].name);
}

static void
check_teach_back (GenuLint            *self,
                  const GenuLintTopic *topic)
{
  if (!has_text (topic->topic->teach_back))
    genu_lint_complain (self, "no-teach-back", topic->topic->path, topic->line,
                        "the topic asks the reader nothing in <teach-back>");
}

void
genu_lint_claims (GenuLint *self)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      const GenuLintTopic *topic = g_ptr_array_index (self->topics, i);

      if (topic->topic->evidence != NULL)
        check_evidence (self, topic);
      for (guint j = 0; j < topic->topic->choices->len; j++)
        check_choice (self, topic, g_ptr_array_index (topic->topic->choices, j));
      check_teach_back (self, topic);
    }
}
