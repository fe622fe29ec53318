/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Published formulae of reading level, one row each: what it is called, whose language it is for,
 * the score a text for patients must reach.  For English, AMA and NIH ask for the sixth grade.  For
 * Spanish the bands of the two scales say "fácil" and "bastante fácil".  No authority was found for
 * the other targets: they are this project's proposals, so that missing one is a warning. */

#include "config.h"

#include "genu-readability.h"

#include <math.h>
#include <string.h>

static const GenuFormulaInfo infos[GENU_N_FORMULAE] = {
  [GENU_FORMULA_FLESCH_KINCAID] =
    { "flesch-kincaid", "Flesch-Kincaid grade", "en", 6.0, FALSE, TRUE },
  [GENU_FORMULA_SMOG] = { "smog", "SMOG grade", "en", 8.0, FALSE, TRUE },
  [GENU_FORMULA_INFLESZ] = { "inflesz", "INFLESZ", "es", 65, TRUE, TRUE },
  [GENU_FORMULA_FERNANDEZ_HUERTA] =
    { "fernandez-huerta", "Fernández-Huerta", "es", 70, TRUE, TRUE },
  [GENU_FORMULA_WIENER_1] = { "wiener-1", "Wiener Sachtextformel 1", "de", 6, FALSE, FALSE },
  [GENU_FORMULA_WIENER_4] = { "wiener-4", "Wiener Sachtextformel 4", "de", 6, FALSE, FALSE },
  [GENU_FORMULA_LIX] = { "lix", "LIX", "sv de", 40, FALSE, FALSE },
  [GENU_FORMULA_FLESCH_AMSTAD] = { "flesch-amstad", "Flesch-Amstad", "de", 60, TRUE, FALSE },
  [GENU_FORMULA_KANDEL_MOLES] = { "kandel-moles", "Kandel-Moles", "fr", 60, TRUE, FALSE },
  [GENU_FORMULA_GULPEASE] = { "gulpease", "Gulpease", "it", 60, TRUE, FALSE },
};

/**
 * genu_formula_get_info:
 * @formula: which
 *
 * Returns: (transfer none): its row
 */
const GenuFormulaInfo *
genu_formula_get_info (GenuFormula formula)
{
  g_return_val_if_fail ((guint) formula < GENU_N_FORMULAE, NULL);

  return &infos[formula];
}

/**
 * genu_formula_score:
 * @formula: which
 * @prose: counts of a text
 *
 * Returns: the score; 0 for a text without words
 */
double
genu_formula_score (GenuFormula      formula,
                    const GenuProse *prose)
{
  double words = prose->words, sentences = prose->sentences;
  double per_sentence, per_word, many, lengthy, single;

  if (prose->words == 0 || prose->sentences == 0)
    return 0;

  per_sentence = words / sentences;
  per_word = prose->syllables / words;
  many = 100 * prose->polysyllables / words;
  lengthy = 100 * prose->long_words / words;
  single = 100 * prose->monosyllables / words;
  switch (formula)
    {
    case GENU_FORMULA_FLESCH_KINCAID:
      return 0.39 * per_sentence + 11.8 * per_word - 15.59;
    case GENU_FORMULA_SMOG:
      return 1.043 * sqrt (30 * prose->polysyllables / sentences) + 3.1291;
    case GENU_FORMULA_FERNANDEZ_HUERTA:
      return 206.84 - 60 * per_word - 1.02 * per_sentence;
    case GENU_FORMULA_INFLESZ:
      return 206.835 - 62.3 * per_word - per_sentence;
    case GENU_FORMULA_WIENER_1:
      return 0.1935 * many + 0.1672 * per_sentence + 0.1297 * lengthy - 0.0327 * single - 0.875;
    case GENU_FORMULA_WIENER_4:
      return 0.2656 * per_sentence + 0.2744 * many - 1.693;
    case GENU_FORMULA_LIX:
      return per_sentence + lengthy;
    case GENU_FORMULA_FLESCH_AMSTAD:
      return 180 - per_sentence - 58.5 * per_word;
    case GENU_FORMULA_KANDEL_MOLES:
      return 207 - 1.015 * per_sentence - 73.6 * per_word;
    case GENU_FORMULA_GULPEASE:
      return 89 + (300 * sentences - 10.0 * prose->letters) / words;
    case GENU_N_FORMULAE:
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * genu_formula_meets:
 * @formula: which
 * @score: what it gave
 *
 * Returns: whether @score, as it is shown with one digit, reaches the target
 */
gboolean
genu_formula_meets (GenuFormula formula,
                    double      score)
{
  double shown = round (score * 10) / 10;

  return infos[formula].more_is_easier ? shown >= infos[formula].target
                                       : shown <= infos[formula].target;
}

/**
 * genu_formula_is_for:
 * @formula: which
 * @lang: BCP 47
 *
 * Returns: whether it was made for that language
 */
gboolean
genu_formula_is_for (GenuFormula formula,
                     const char *lang)
{
  g_auto(GStrv) langs = g_strsplit (infos[formula].langs, " ", -1);
  g_auto(GStrv) subtags = g_strsplit_set (lang, "-_", 2);

  return subtags[0] != NULL && g_strv_contains ((const char *const *) langs, subtags[0]);
}
