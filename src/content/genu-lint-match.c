/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding words in text.  Both sides are lower case, without marks, with hyphens as spaces.  A
 * phrase of pack.xml is words; a word may end in "*" (any ending), offer "slow*|stop*" (one of
 * them) or be ".." (up to four words). */

#include "config.h"

#include <string.h>

#include "genu-lint-private.h"

#define MAX_GAP 4 /* words that ".." stands for */

/**
 * genu_match_words:
 * @text: UTF-8
 *
 * Returns: (transfer full): its words ready for matching, %NULL-terminated
 */
char **
genu_match_words (const char *text)
{
  g_autoptr(GString) plain = g_string_new (NULL);
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2019 || c == '\'')
        g_string_append_c (plain, '\'');
      else if (g_unichar_isalnum (c) || c == ',' || c == '.' || c == '%')
        g_string_append_unichar (plain, c);
      else
        g_string_append_c (plain, ' ');
    }

  return genu_prose_words (plain->str);
}

static gboolean
matches_one (const char *word,
             const char *pattern,
             gsize       length)
{
  gboolean is_open = length > 0 && pattern[length - 1] == '*';

  if (is_open)
    return strncmp (word, pattern, length - 1) == 0;
  return strlen (word) == length && strncmp (word, pattern, length) == 0;
}

static gboolean
matches_word (const char *word,
              const char *pattern)
{
  const char *from, *bar;

  /* The first letter decides nearly always: this runs a million times for a pack. */
  for (from = pattern; from != NULL; from = bar != NULL ? bar + 1 : NULL)
    {
      bar = strchr (from, '|');
      if ((*from == *word || *from == '*') && matches_one (word, from, strcspn (from, "|")))
        return TRUE;
    }

  return FALSE;
}

static gboolean
matches_from (char **words,
              char **pattern)
{
  if (pattern[0] == NULL)
    return TRUE;
  if (g_str_equal (pattern[0], ".."))
    {
      for (guint gap = 0; gap <= MAX_GAP; gap++)
        {
          if (matches_from (words + gap, pattern + 1))
            return TRUE;
          if (words[gap] == NULL)
            return FALSE;
        }
      return FALSE;
    }

  return words[0] != NULL && matches_word (words[0], pattern[0])
         && matches_from (words + 1, pattern + 1);
}

/**
 * genu_match_compile:
 * @phrase: a phrase of pack.xml
 *
 * Returns: (transfer full): its words, for genu_match_phrase()
 */
char **
genu_match_compile (const char *phrase)
{
  g_autofree char *lower = g_utf8_strdown (phrase, -1);

  g_strdelimit (lower, "-\t\r\n", ' ');
  return g_strsplit (g_strstrip (lower), " ", -1);
}

/**
 * genu_match_phrase:
 * @words: from genu_match_words()
 * @pattern: from genu_match_compile()
 *
 * Returns: whether the phrase is among @words
 */
gboolean
genu_match_phrase (char **words,
                   char **pattern)
{
  if (pattern[0] == NULL || *pattern[0] == '\0')
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (matches_from (words + i, pattern))
      return TRUE;

  return FALSE;
}

/* The last word of a term may have a plural ending. */
static gboolean
is_form_of (const char *word,
            const char *base)
{
  gsize length = strlen (base);

  return strncmp (word, base, length) == 0
         && (word[length] == '\0' || g_str_equal (word + length, "s")
             || g_str_equal (word + length, "es") || g_str_equal (word + length, "'s"));
}

/**
 * genu_match_term:
 * @words: from genu_match_words()
 * @base: a term of the glossary, from genu_match_words() too
 *
 * Returns: whether the term, or its plural, is among @words
 */
gboolean
genu_match_term (char **words,
                 char **base)
{
  guint n = g_strv_length (base);

  if (n == 0)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint j = 0;

      while (j + 1 < n && words[i + j] != NULL && g_str_equal (words[i + j], base[j]))
        j++;
      if (j + 1 == n && words[i + j] != NULL && is_form_of (words[i + j], base[j]))
        return TRUE;
    }

  return FALSE;
}
