/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search by first letters, without regard to case and accents: "oste" finds "Ostéoblaste".  Text is
 * decomposed, its accents are dropped and its case is folded.  Letters that Unicode does not
 * decompose but that people type without their stroke (ø, ł, đ …) are mapped by hand. */

#include "config.h"

#include "genu-text-fold.h"

/* Combining classes below 10 are part of a letter (Indic nukta and virama, kana voicing), not
 * accents upon it. */
#define FIRST_ACCENT_CLASS 10

static const struct
{
  gunichar    letter; /* in lower case */
  const char *plain;
} strokes[] = {
  { 0x00E6, "ae" }, { 0x00F0, "d" }, { 0x00F8, "o" }, { 0x00FE, "th" }, { 0x0111, "d" },
  { 0x0127, "h" },  { 0x0131, "i" }, { 0x0142, "l" }, { 0x0153, "oe" }, { 0x0167, "t" },
};

static void
append_folded (GString *folded,
               gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    if (strokes[i].letter == letter)
      {
        g_string_append (folded, strokes[i].plain);
        return;
      }

  g_string_append_unichar (folded, letter);
}

/**
 * genu_text_fold:
 * @text: UTF-8; bytes that are not are dropped
 *
 * Returns: (transfer full): @text without accents and case, to be compared by bytes
 */
char *
genu_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *cased = NULL;
  g_autofree char *decomposed = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  cased = g_utf8_casefold (valid, -1);
  decomposed = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  folded = g_string_new (NULL);
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_combining_class (letter) < FIRST_ACCENT_CLASS && letter != 0xFFFD)
        append_folded (folded, letter);
    }

  return g_string_free (folded, FALSE);
}

static gboolean
is_inside_word (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

/* The words of folded text. */
static GPtrArray *
split_words (const char *folded)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;
  const char *p = folded;

  for (;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && is_inside_word (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }
      if (*p == '\0')
        return words;
    }
}

static gboolean
any_begins_with (const GPtrArray *words,
                 const char      *prefix)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (words, i), prefix))
      return TRUE;

  return FALSE;
}

/**
 * genu_text_matches:
 * @text: what may be found
 * @typed: what was typed so far
 *
 * Returns: whether each word of @typed begins some word of @text; nothing typed matches all
 */
gboolean
genu_text_matches (const char *text,
                   const char *typed)
{
  g_autofree char *folded_text = NULL, *folded_typed = NULL;
  g_autoptr(GPtrArray) words = NULL, prefixes = NULL;

  g_return_val_if_fail (text != NULL && typed != NULL, FALSE);

  folded_text = genu_text_fold (text);
  folded_typed = genu_text_fold (typed);
  words = split_words (folded_text);
  prefixes = split_words (folded_typed);
  for (guint i = 0; i < prefixes->len; i++)
    if (!any_begins_with (words, g_ptr_array_index (prefixes, i)))
      return FALSE;

  return TRUE;
}
