/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding a topic by the first letters of words: of its title, of the parts that its pictures name,
 * of the glossary words that its text uses.  Each typed word must begin a word of one of these.
 *
 * A topic is found once, by the best of its names: a title before a part, a part before a word, and
 * each the better if what is typed begins it.  Equals stay in the pack's order, so that the same
 * letters always give the same list. */

#include "config.h"

#include "genu-search.h"

#include "genu-text-fold.h"

/* How good a name is; each is one worse where the typed words stand further back in the name. */
typedef enum
{
  SCORE_TITLE = 0,
  SCORE_PART = 2,
  SCORE_TERM = 4,
  SCORE_NONE = 6,
} Score;

typedef struct
{
  GenuSearchHit hit;
  int           score; /* smaller is better */
  guint         index; /* of the topic in the pack */
} Candidate;

typedef struct
{
  const GenuPack *pack;
  const char     *typed;
  char           *folded; /* of typed, without white space around it */
  Candidate       best;
} Search;

/* Takes a name into account.  What is worse than a name that matched already needs no look. */
static void
try_name (Search     *search,
          const char *name,
          Score       score,
          const char *matched,
          guint       step)
{
  g_autofree char *folded = NULL;
  int own = (int) score;

  if (own >= search->best.score || !genu_text_matches (name, search->typed))
    return;

  folded = genu_text_fold (name);
  if (!g_str_has_prefix (folded, search->folded))
    own++;
  if (own >= search->best.score)
    return;

  search->best.score = own;
  search->best.hit.matched = matched;
  search->best.hit.step = step;
}

/* The first step that labels @part; 0 when none does. */
static guint
find_step_of (const GenuTopic *topic,
              const char      *part)
{
  for (guint i = 0; i < topic->steps->len; i++)
    {
      const GenuStep *step = g_ptr_array_index (topic->steps, i);

      for (guint k = 0; k < step->labels->len; k++)
        if (g_str_equal (((GenuLabel *) g_ptr_array_index (step->labels, k))->part, part))
          return i;
    }

  return 0;
}

static void
try_parts (Search          *search,
           const GenuTopic *topic)
{
  for (guint i = 0; i < topic->parts->len; i++)
    {
      const GenuPart *part = g_ptr_array_index (topic->parts, i);

      try_name (search, part->name, SCORE_PART, part->name, find_step_of (topic, part->id));
    }
  /* A label may say it in other words than the part. */
  for (guint i = 0; i < topic->steps->len; i++)
    {
      const GenuStep *step = g_ptr_array_index (topic->steps, i);

      for (guint k = 0; k < step->labels->len; k++)
        {
          const GenuLabel *label = g_ptr_array_index (step->labels, k);

          try_name (search, label->text, SCORE_PART, label->text, i);
        }
    }
}

static void
try_terms (Search          *search,
           const GPtrArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const GenuParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      for (guint k = 0; k < paragraph->runs->len; k++)
        {
          const GenuRun *run = g_ptr_array_index (paragraph->runs, k);
          const GenuGlossaryEntry *entry = NULL;

          if (run->kind == GENU_RUN_TERM && run->ref != NULL)
            entry = genu_pack_find_term (search->pack, run->ref);
          if (entry != NULL)
            try_name (search, entry->term, SCORE_TERM, entry->term, 0);
        }
    }
}

static void
try_terms_of_evidence (Search             *search,
                       const GenuEvidence *evidence)
{
  if (evidence == NULL)
    return;

  try_terms (search, evidence->favourable);
  try_terms (search, evidence->unfavourable);
  try_terms (search, evidence->not_known);
  try_terms (search, evidence->limits);
  try_terms (search, evidence->harms);
}

static void
try_terms_of_choice (Search           *search,
                     const GenuChoice *choice)
{
  try_terms (search, choice->what);
  try_terms (search, choice->good);
  try_terms (search, choice->harms);
  try_terms (search, choice->cost);
  try_terms (search, choice->unknown);
}

static void
try_topic (Search          *search,
           const GenuTopic *topic)
{
  try_name (search, topic->title, SCORE_TITLE, NULL, 0);
  try_parts (search, topic);
  try_terms (search, topic->hoped);
  try_terms_of_evidence (search, topic->evidence);
  for (guint i = 0; i < topic->body->len; i++)
    try_terms (search, ((GenuBodySection *) g_ptr_array_index (topic->body, i))->paragraphs);
  for (guint i = 0; i < topic->choices->len; i++)
    try_terms_of_choice (search, g_ptr_array_index (topic->choices, i));
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a, *other = b;

  if (one->score != other->score)
    return one->score - other->score;
  return one->index < other->index ? -1 : one->index > other->index;
}

/**
 * genu_search:
 * @pack: a pack
 * @typed: the first letters of one or more words, in any case, with or without accents; nothing
 *   finds every topic in the pack's order
 *
 * Returns: (transfer full) (element-type GenuSearchHit): the topics found, the best first; they
 *   borrow from @pack
 */
GArray *
genu_search (const GenuPack *pack,
             const char     *typed)
{
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (GenuSearchHit));
  Search search = { .pack = pack, .typed = typed };

  g_return_val_if_fail (pack != NULL && typed != NULL, hits);

  search.folded = g_strstrip (genu_text_fold (typed));
  for (guint i = 0; i < pack->topics->len; i++)
    {
      const GenuTopic *topic = g_ptr_array_index (pack->topics, i);

      search.best = (Candidate) { { topic, 0, NULL }, SCORE_NONE, i };
      try_topic (&search, topic);
      if (search.best.score < SCORE_NONE)
        g_array_append_val (candidates, search.best);
    }

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (hits, g_array_index (candidates, Candidate, i).hit);

  g_free (search.folded);
  return hits;
}
