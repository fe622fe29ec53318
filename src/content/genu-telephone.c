/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A topic has places for the clinic's telephone; each holds words for a clinic that has set none.
 * Whoever shows a pack sets the number once after loading it; from then on it is part of the text,
 * on screen, in speech, in search and on paper. */

#include "config.h"

#include "genu-telephone.h"

static void
fill_paragraph (GenuParagraph *paragraph,
                const char    *number)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      GenuRun *run = g_ptr_array_index (paragraph->runs, i);

      if (run->kind == GENU_RUN_TELEPHONE)
        {
          g_free (run->text);
          run->text = g_strdup (number);
        }
      g_string_append (text, run->text);
    }
  g_free (paragraph->text);
  paragraph->text = g_string_free (text, FALSE);
}

static void
fill (GPtrArray  *paragraphs,
      const char *number)
{
  for (guint i = 0; i < paragraphs->len; i++)
    fill_paragraph (g_ptr_array_index (paragraphs, i), number);
}

static void
fill_evidence (GenuEvidence *evidence,
               const char   *number)
{
  fill (evidence->favourable, number);
  fill (evidence->unfavourable, number);
  fill (evidence->not_known, number);
  fill (evidence->limits, number);
  fill (evidence->harms, number);
}

static void
fill_choice (GenuChoice *choice,
             const char *number)
{
  fill (choice->what, number);
  fill (choice->good, number);
  fill (choice->harms, number);
  fill (choice->cost, number);
  fill (choice->unknown, number);
}

static void
fill_topic (GenuTopic  *topic,
            const char *number)
{
  fill (topic->hoped, number);
  if (topic->evidence != NULL)
    fill_evidence (topic->evidence, number);
  for (guint i = 0; i < topic->body->len; i++)
    fill (((GenuBodySection *) g_ptr_array_index (topic->body, i))->paragraphs, number);
  for (guint i = 0; i < topic->choices->len; i++)
    fill_choice (g_ptr_array_index (topic->choices, i), number);
  fill (topic->for_clinician, number);
}

/**
 * genu_pack_set_telephone:
 * @self: a loaded pack that nothing shows yet
 * @number: (nullable): the clinic's telephone number, as it is dialled; %NULL or "" leaves the
 *   pack's own words
 *
 * Puts @number where the topics have a place for it.
 */
void
genu_pack_set_telephone (GenuPack   *self,
                         const char *number)
{
  g_return_if_fail (self != NULL);

  if (number == NULL || *number == '\0')
    return;
  for (guint i = 0; i < self->topics->len; i++)
    fill_topic (g_ptr_array_index (self->topics, i), number);
}
