/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prose taken apart: sentences, words, counts.  A sentence ends at a stop, a question mark or an
 * exclamation mark before white space or the end of its block (a paragraph, an item of a list, a
 * heading: whoever calls gives one block at a time).  A stop does not end one after an
 * abbreviation, a single initial or a German ordinal, nor before a small letter; a decimal point
 * has no space after it.  A word is what stands between spaces and has a letter or a digit. */

#include "config.h"

#include "genu-prose.h"

#include <string.h>

#include "genu-syllables.h"

/* Never the end of a sentence; lower case, without the stop. */
static const char *const abbreviations[] = {
  "approx", "bzw", "ca", "cf", "dr", "dra", "e.g", "ej", "env", "fig", "i.e", "m", "max", "min",
  "mme", "mr", "mrs", "ms", "nr", "p", "pp", "prof", "sig", "sr", "sra", "st", "usw", "vgl",
  "vol", "vs", "z.b", "d.h", "u.a", "t.ex", "bl.a", "p.ej",
};

static gboolean
is_closing (gunichar c)
{
  return c != 0 && g_utf8_strchr ("”’\"')]»", -1, c) != NULL;
}

static gboolean
is_abbreviation (const char *start,
                 const char *stop,
                 const char *lang)
{
  g_autofree char *token = NULL;
  g_autofree char *lower = NULL;
  const char *from = stop;
  gboolean is_number = TRUE;

  while (from > start && !g_ascii_isspace (from[-1]) && from[-1] != '(')
    from--;
  token = g_strndup (from, (gsize) (stop - from));
  lower = g_utf8_strdown (token, -1);
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (g_str_equal (abbreviations[i], lower))
      return TRUE;
  for (const char *p = token; *p != '\0'; p++)
    is_number = is_number && g_ascii_isdigit (*p);
  if (is_number && *token != '\0')
    return g_str_has_prefix (lang, "de") && strlen (token) <= 2;

  return g_utf8_strlen (token, -1) == 1 && g_unichar_isupper (g_utf8_get_char (token))
         && !g_str_equal (token, "I");
}

/* The end of a sentence whose terminator is at @at, or NULL. */
static const char *
find_end (const char *start,
          const char *at,
          const char *lang)
{
  const char *next = at;
  const char *after;

  while (*next != '\0' && strchr (".!?", *next) != NULL)
    next++;
  while (*next != '\0' && is_closing (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);
  if (*next == '\0')
    return next;
  if (!g_ascii_isspace (*next))
    return NULL;
  for (after = next; g_ascii_isspace (*after); after++)
    ;
  if (*after != '\0' && g_unichar_islower (g_utf8_get_char (after)))
    return NULL;

  return *at == '.' && *after != '\0' && is_abbreviation (start, at, lang) ? NULL : next;
}

static void
add_sentence (GPtrArray  *sentences,
              const char *from,
              const char *to)
{
  char *sentence = g_strstrip (g_strndup (from, (gsize) (to - from)));

  if (*sentence != '\0')
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

/**
 * genu_prose_sentences:
 * @text: one block of UTF-8
 * @lang: its language, BCP 47
 *
 * Returns: (transfer full): its sentences, %NULL-terminated
 */
char **
genu_prose_sentences (const char *text,
                      const char *lang)
{
  GPtrArray *sentences = g_ptr_array_new ();
  const char *start = text;
  const char *p = text;

  while (*p != '\0')
    {
      const char *end = strchr (".!?", *p) != NULL ? find_end (start, p, lang) : NULL;

      if (end != NULL)
        {
          add_sentence (sentences, start, end);
          start = end;
        }
      p = end != NULL && end > p ? end : g_utf8_next_char (p);
    }
  add_sentence (sentences, start, p);
  g_ptr_array_add (sentences, NULL);

  return (char **) g_ptr_array_free (sentences, FALSE);
}

static char *
trim_word (const char *token)
{
  const char *from = token;
  const char *to = token + strlen (token);

  while (from < to && !g_unichar_isalnum (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  while (to > from && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (to))))
    to = g_utf8_prev_char (to);

  return g_strndup (from, (gsize) (to - from));
}

/**
 * genu_prose_words:
 * @text: UTF-8
 *
 * Returns: (transfer full): its words without the marks around them, %NULL-terminated; those in
 *   "X-ray" and "1,341" stay one
 */
char **
genu_prose_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new ();
  g_auto(GStrv) tokens = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      char *word = trim_word (tokens[i]);

      if (*word != '\0')
        g_ptr_array_add (words, word);
      else
        g_free (word);
    }
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

/* ------------------------------------------------------------------------------- voice */

static gboolean
is_listed (const char        *word,
           const char *const *list,
           gsize              n)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_strcasecmp (word, list[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_participle (const char *word)
{
  static const char *const irregular[] = {
    "born", "broken", "brought", "built", "bought", "caught", "chosen", "done", "drawn", "driven",
    "eaten", "felt", "found", "given", "grown", "heard", "held", "hidden", "kept", "known", "laid",
    "led", "left", "lost", "made", "meant", "paid", "put", "read", "said", "seen", "sent", "set",
    "shown", "sold", "spun", "taken", "taught", "thought", "told", "understood", "used", "worn",
    "written",
  };
  static const char *const not_one[] = { "red", "tired", "need", "indeed", "bed", "hundred" };

  if (is_listed (word, not_one, G_N_ELEMENTS (not_one)))
    return FALSE;
  return is_listed (word, irregular, G_N_ELEMENTS (irregular))
         || (strlen (word) > 4 && g_str_has_suffix (word, "ed"));
}

/**
 * genu_prose_is_passive:
 * @words: the words of a sentence
 * @lang: their language
 *
 * Looks for a form of "to be" and a past participle, with at most two adverbs between.  It also
 * takes "is swollen" for a passive: a count to look at, not a verdict.
 *
 * Returns: whether there is one; always %FALSE for languages other than English
 */
gboolean
genu_prose_is_passive (char      **words,
                       const char *lang)
{
  static const char *const be[] = { "am", "is", "are", "was", "were", "be", "been", "being" };
  static const char *const between[] = { "not", "also", "often", "yet", "never", "always", "then",
                                         "now", "still", "only", "just" };

  if (!g_str_has_prefix (lang, "en"))
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (is_listed (words[i], be, G_N_ELEMENTS (be)))
      for (guint j = i + 1; j <= i + 3 && words[j] != NULL; j++)
        {
          if (is_participle (words[j]))
            return TRUE;
          if (!is_listed (words[j], between, G_N_ELEMENTS (between))
              && !g_str_has_suffix (words[j], "ly"))
            break;
        }

  return FALSE;
}

/* ------------------------------------------------------------------------------ counts */

static void
add_word (GenuProse  *self,
          const char *word,
          const char *lang)
{
  guint syllables = genu_syllables_count (word, lang);
  guint letters = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    letters += g_unichar_isalnum (g_utf8_get_char (p)) ? 1 : 0;
  self->words++;
  self->syllables += syllables;
  self->letters += letters;
  self->polysyllables += syllables >= 3 ? 1 : 0;
  self->monosyllables += syllables == 1 ? 1 : 0;
  self->long_words += letters > 6 ? 1 : 0;
}

/**
 * genu_prose_add:
 * @self: counts so far
 * @text: one block of UTF-8; its end ends a sentence
 * @lang: its language, BCP 47
 *
 * Adds the counts of @text.
 */
void
genu_prose_add (GenuProse  *self,
                const char *text,
                const char *lang)
{
  g_auto(GStrv) sentences = NULL;

  g_return_if_fail (self != NULL && text != NULL && lang != NULL);

  sentences = genu_prose_sentences (text, lang);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_auto(GStrv) words = genu_prose_words (sentences[i]);
      guint n = g_strv_length (words);

      if (n == 0)
        continue;
      self->sentences++;
      self->longest = MAX (self->longest, n);
      self->passives += genu_prose_is_passive (words, lang) ? 1 : 0;
      for (guint j = 0; j < n; j++)
        add_word (self, words[j], lang);
    }
}

/**
 * genu_prose_merge:
 * @self: counts
 * @other: what is added to them
 */
void
genu_prose_merge (GenuProse       *self,
                  const GenuProse *other)
{
  self->sentences += other->sentences;
  self->words += other->words;
  self->syllables += other->syllables;
  self->letters += other->letters;
  self->polysyllables += other->polysyllables;
  self->monosyllables += other->monosyllables;
  self->long_words += other->long_words;
  self->longest = MAX (self->longest, other->longest);
  self->passives += other->passives;
}
