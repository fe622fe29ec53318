/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Syllables of a word.  English: a table for what no rule gets right (medical words first), then
 * groups of vowels, less those that are silent, plus those that are two sounds.  Other languages:
 * groups of vowels with the diphthongs of the language, which fit their spelling well.  Numbers
 * are counted as they are read aloud in English, by digits elsewhere; an acronym by its letters. */

#include "config.h"

#include "genu-syllables.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *word;
  guint       n;
} Exception;

/* Sorted by word. */
static const Exception exceptions[] = {
  { "ache", 1 }, { "aches", 1 }, { "alien", 3 }, { "animal", 3 }, { "anti", 2 }, { "area", 3 },
  { "areas", 3 }, { "average", 3 }, { "being", 2 }, { "bio", 2 }, { "business", 2 },
  { "camera", 3 }, { "cartilage", 3 }, { "caveat", 3 }, { "client", 2 }, { "clients", 2 },
  { "clothes", 1 }, { "cooperate", 4 }, { "create", 2 }, { "creates", 2 }, { "diet", 2 },
  { "diets", 2 }, { "different", 3 }, { "differentiate", 5 }, { "differentiates", 5 },
  { "differentiation", 6 }, { "doing", 2 }, { "eighteen", 2 }, { "elsewhere", 2 },
  { "european", 4 }, { "evening", 2 }, { "every", 2 }, { "everyday", 3 }, { "everyone", 3 },
  { "everything", 3 }, { "eye", 1 }, { "eyes", 1 }, { "favourable", 4 },
  { "fibrocartilage", 5 }, { "fluid", 2 }, { "fluids", 2 }, { "fuel", 2 }, { "going", 2 },
  { "guide", 1 }, { "guided", 2 }, { "guides", 1 }, { "homeopathy", 5 }, { "hoped", 1 },
  { "idea", 3 }, { "ideas", 3 }, { "interesting", 4 }, { "kneecap", 2 }, { "kneecaps", 2 },
  { "leukocyte", 3 }, { "lion", 2 }, { "lions", 2 }, { "lying", 2 }, { "maybe", 2 },
  { "medicine", 3 }, { "medicines", 3 }, { "meniscus", 3 }, { "museum", 3 }, { "non", 1 },
  { "osteoarthritis", 6 }, { "osteoblast", 4 }, { "osteoblasts", 4 }, { "osteocyte", 4 },
  { "osteocytes", 4 }, { "osteonecrosis", 6 }, { "people", 2 }, { "people's", 2 },
  { "period", 3 }, { "placebo", 3 }, { "poem", 2 }, { "poet", 2 }, { "quiet", 2 },
  { "radio", 3 }, { "reaction", 3 }, { "reactions", 3 }, { "reliable", 4 }, { "safety", 2 },
  { "science", 2 }, { "scientist", 3 }, { "scientists", 3 }, { "societies", 4 },
  { "society", 4 }, { "someone", 2 }, { "something", 2 }, { "sometimes", 2 }, { "somewhat", 2 },
  { "synovial", 4 }, { "synovium", 4 }, { "therefore", 2 }, { "tissue", 2 }, { "tissues", 2 },
  { "trial", 2 }, { "trials", 2 }, { "union", 2 }, { "unions", 2 }, { "usual", 3 },
  { "usually", 4 }, { "vacuum", 2 }, { "variety", 4 }, { "whole", 1 }, { "wholesale", 2 },
  { "wholesome", 2 },
};

static int
compare_exception (const void *word,
                   const void *exception)
{
  return strcmp (word, ((const Exception *) exception)->word);
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

static gboolean
ends_in (const char *word,
         const char *ending)
{
  return g_str_has_suffix (word, ending);
}

/* Spelt as one group of vowels, spoken as two syllables. */
static guint
count_hiatus (const char *word)
{
  static const char *const pairs[] = {
    "ia", "ie", "io", "iu", "eo", "ua", "uo", "ya", "yo", "oi", "ea", "ui", "ue", "oe", "uou", "eu",
  };
  /* With what stands before, they are one sound. */
  static const char *const glued[] = {
    "tion", "sion", "shion", "cion", "xion", "gion", "tia", "cia", "sia", "cie", "tie", "tious",
    "cious",
    "xious", "gious", "qua", "quo", "gua", "you", "sua", "geo", "niou", "lion", "nion", "llio",
    "lieu", "eau", "iew", "lieve", "ield", "fie", "chie", "thie", "rie", "gie", "pie", "bie", "die",
    "lie", "vie", "mie", "nie", "kie", "eye", "ious",
  };
  guint n = 0;

  for (guint i = 0; word[i] != '\0'; i++)
    {
      gboolean is_split = FALSE;

      for (guint j = 0; j < 8 && !is_split; j++)
        is_split = g_str_has_prefix (word + i, pairs[j]);
      for (guint j = 0; j < G_N_ELEMENTS (glued) && is_split; j++)
        for (guint back = 0; back <= 4 && back <= i && is_split; back++)
          if (g_str_has_prefix (word + i - back, glued[j]) && strlen (glued[j]) > back + 1)
            is_split = FALSE;
      if (is_split)
        n++;
    }

  /* -ious and -ience keep the i: "various", "patience" has -tie-. */
  if (ends_in (word, "rious") || ends_in (word, "vious"))
    n++;
  if (strstr (word, "ience") != NULL && strstr (word, "tience") == NULL
      && strstr (word, "cience") == NULL && strstr (word, "rience") != NULL)
    n++;

  return n;
}

/* The e of -e, -es and -ed, where nobody says it. */
static gboolean
has_silent_ending (const char *word,
                   gsize       length)
{
  char before;

  if (ends_in (word, "ely") || ends_in (word, "eful") || ends_in (word, "efully"))
    return FALSE; /* handled inside the word */
  if (length > 2 && ends_in (word, "e"))
    {
      before = word[length - 2];
      return !is_vowel (before)
             && !(before == 'l' && length > 3 && !is_vowel (word[length - 3]));
    }
  if (length > 3 && ends_in (word, "es"))
    {
      before = word[length - 3];
      if (is_vowel (before) || strchr ("sxzcg", before) != NULL || ends_in (word, "shes")
          || ends_in (word, "ches"))
        return FALSE;
      return !(before == 'l' && !is_vowel (word[length - 4]));
    }
  if (length > 3 && ends_in (word, "ed"))
    {
      before = word[length - 3];
      return !is_vowel (before) && before != 't' && before != 'd'
             && !(before == 'l' && strchr ("bpkgtdf", word[length - 4]) != NULL
                  && !is_vowel (word[length - 4]));
    }

  return FALSE;
}

/* "-ely", "-ement", "-eful", "-eless", "-eness", "-ecap": an e inside that was an end. */
static guint
count_inner_silent (const char *word)
{
  static const char *const joints[] = {
    "ely", "ement", "eful", "eless", "eness", "esome", "etime",
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *at = strstr (word, joints[i]);

      if (at != NULL && at - word >= 2 && !is_vowel (at[-1]) && is_vowel (at[-2]))
        n++;
    }

  return n;
}

static guint
count_groups (const char *word)
{
  guint n = 0;
  gboolean in_group = FALSE;

  for (const char *p = word; *p != '\0'; p++)
    {
      gboolean vowel = is_vowel (*p) && !(*p == 'y' && p == word);

      if (vowel && !in_group)
        n++;
      in_group = vowel;
    }

  return n;
}

static guint
count_english (const char *word)
{
  const Exception *exception = bsearch (word, exceptions, G_N_ELEMENTS (exceptions),
                                        sizeof *exceptions, compare_exception);
  gsize length = strlen (word);
  guint n, silent;

  if (exception != NULL)
    return exception->n;

  n = count_groups (word) + count_hiatus (word);
  silent = count_inner_silent (word) + (has_silent_ending (word, length) ? 1 : 0);
  if (ends_in (word, "sm") || ends_in (word, "thm") || ends_in (word, "n't"))
    n++;
  if (ends_in (word, "n't") && length <= 6 && !ends_in (word, "dn't") && !ends_in (word, "sn't"))
    n--;

  return n > silent ? n - silent : 1;
}

/* A number as it is read aloud: three digits at a time. */
static guint
count_below_thousand (guint64 n)
{
  static const guint8 small[] = { 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2 };
  static const guint8 tens[] = { 0, 0, 2, 2, 2, 2, 2, 3, 2, 2 };
  guint syllables = 0;

  if (n >= 100)
    syllables += small[n / 100] + 2;
  n %= 100;
  if (n >= 20)
    syllables += tens[n / 10] + (n % 10 > 0 ? small[n % 10] : 0);
  else if (n > 0)
    syllables += small[n];

  return syllables;
}

static guint
count_number (const char *text)
{
  g_autofree char *digits = g_new0 (char, strlen (text) + 1);
  const char *point = strchr (text, '.');
  guint64 n;
  guint syllables = 0, length = 0;

  for (const char *p = text; *p != '\0' && p != point; p++)
    if (g_ascii_isdigit (*p))
      digits[length++] = *p;
  n = g_ascii_strtoull (digits, NULL, 10);
  if (n == 0)
    syllables = 2;
  for (guint i = 0; n > 0; n /= 1000, i++)
    syllables += count_below_thousand (n % 1000) + (i > 0 && n % 1000 > 0 ? 2 : 0);
  for (const char *p = point; p != NULL && *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      syllables += *p == '0' || *p == '7' ? 2 : 1;

  return syllables + (point != NULL ? 1 : 0);
}

/* ---------------------------------------------------------------- other languages */

static const struct
{
  const char *lang;
  const char *vowels;
  const char *diphthongs; /* one sound each, parted by spaces; NULL: any group is one sound */
} languages[] = {
  { "de", "aeiouyäöü", "ai au ei eu äu ie ee oo aa ui" },
  { "es", "aeiouáéíóúü",
    "ai au ei eu oi ou ia ie io iu ua ue ui uo ay ey oy uy "
    "iá ié ió uá ué uó ái áu éi éu ói üe üi" },
  { "fr", "aeiouyàâäéèêëîïôöùûüœ", NULL },
  { "it", "aeiouàèéìíòóùú", "ai au ei eu oi ia ie io iu ua ue ui uo ià iò iù" },
  { "sv", "aeiouyåäö", "eu au" },
};

static gboolean
is_one_of (gunichar    c,
           const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

static gboolean
is_diphthong (const char *list,
              gunichar    first,
              gunichar    second)
{
  char pair[14] = "";
  int length = g_unichar_to_utf8 (first, pair);
  const char *at;

  length += g_unichar_to_utf8 (second, pair + length);
  pair[length] = '\0';
  at = strstr (list, pair);

  return at != NULL && (at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0');
}

/* French: a last e or es after a consonant is silent. */
static gboolean
is_silent_french (const char *word)
{
  gsize length = strlen (word) - (ends_in (word, "s") ? 1 : 0);

  return length > 2 && word[length - 1] == 'e' && g_ascii_isalpha (word[length - 2])
         && !is_vowel (word[length - 2]);
}

static guint
count_by_vowels (const char *word,
                 guint       index)
{
  const char *vowels = languages[index].vowels;
  const char *diphthongs = languages[index].diphthongs;
  gunichar before = 0;
  guint n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* The u of qu and, before e and i, of gu is a letter, not a sound. */
      if (c == 'u' && (before == 'q' || (before == 'g' && (p[1] == 'e' || p[1] == 'i'))))
        continue;
      if (is_one_of (c, vowels))
        {
          if (!is_one_of (before, vowels))
            n++;
          else if (diphthongs != NULL && !is_diphthong (diphthongs, before, c))
            n++;
          else if (diphthongs != NULL)
            c = 'x'; /* a pair is complete */
        }
      before = c;
    }
  if (g_str_equal (languages[index].lang, "fr") && n > 1 && is_silent_french (word))
    n--;

  return MAX (n, 1);
}

static guint
count_part (const char *part,
            const char *lang)
{
  g_autofree char *lower = NULL;
  gboolean is_english = g_str_has_prefix (lang, "en");
  guint digits = 0, letters = 0, capitals = 0;

  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      digits += g_unichar_isdigit (c) ? 1 : 0;
      letters += g_unichar_isalpha (c) ? 1 : 0;
      capitals += g_unichar_isupper (c) ? 1 : 0;
    }
  if (digits > 0)
    return is_english ? count_number (part) : digits;
  if (letters == 0)
    return 0;
  if (capitals == letters && letters >= 2 && letters <= 4)
    return letters;

  lower = g_utf8_strdown (part, -1);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_has_prefix (lang, languages[i].lang))
      return count_by_vowels (lower, i);

  return count_english (lower);
}

/**
 * genu_syllables_count:
 * @word: a word in UTF-8, with no white space
 * @lang: its language, BCP 47; one that is not known is counted as English
 *
 * Returns: how many syllables it has when spoken, at least 1 for anything with a letter or digit
 */
guint
genu_syllables_count (const char *word,
                      const char *lang)
{
  g_auto(GStrv) parts = NULL;
  g_autoptr(GString) plain = NULL;
  guint n = 0;

  g_return_val_if_fail (word != NULL && lang != NULL, 0);

  plain = g_string_new (word);
  g_string_replace (plain, "’", "'", 0);
  if (g_str_has_suffix (plain->str, "'s"))
    g_string_truncate (plain, plain->len - 2);
  parts = g_strsplit_set (plain->str, "-/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    n += count_part (parts[i], lang);

  return n;
}
