/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences, words, syllables, and each formula on a text that was scored by hand: the counts are
 * beside the text, the arithmetic in the comment over it. */

#include "config.h"

#include "genu-readability.h"
#include "genu-syllables.h"
#include "../test-cases.h"

/* ---------------------------------------------------------------------------- sentences */

static const struct
{
  const char *name, *lang, *text, *joined; /* sentences, parted by "|" */
} sentences[] = {
  { "plain", "en", "One. Two? Three!", "One.|Two?|Three!" },
  { "no-stop", "en", "Touch a part", "Touch a part" },
  { "decimal", "en", "It fell by 1.5 points. Then it rose.",
    "It fell by 1.5 points.|Then it rose." },
  { "abbreviation", "en", "Ask Dr. Lee. Use gel, e.g. Brand X.",
    "Ask Dr. Lee.|Use gel, e.g. Brand X." },
  { "initial", "en", "J. Smith wrote it. We read it.", "J. Smith wrote it.|We read it." },
  { "small-letter", "en", "Wait (approx. two weeks) and see.",
    "Wait (approx. two weeks) and see." },
  { "quote", "en", "We say “cell shot.” It is short.", "We say “cell shot.”|It is short." },
  { "colon", "en", "Call if you notice any of these:", "Call if you notice any of these:" },
  { "number-at-end", "en", "It was in 2018. No one died.", "It was in 2018.|No one died." },
  { "ordinal", "de", "Am 3. Mai kam sie. Es tat weh.", "Am 3. Mai kam sie.|Es tat weh." },
  { "spanish", "es", "¿Duele? Llame al médico.", "¿Duele?|Llame al médico." },
  { "empty", "en", "", "" },
};

static void
test_sentences (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_auto(GStrv) found = genu_prose_sentences (sentences[i].text, sentences[i].lang);
  g_autofree char *joined = g_strjoinv ("|", found);

  g_assert_cmpstr (joined, ==, sentences[i].joined);
}

static void
test_words (void)
{
  g_auto(GStrv) words = genu_prose_words ("An X-ray – of “1,341” people’s knees (1.5).");
  g_autofree char *joined = g_strjoinv ("|", words);

  g_assert_cmpstr (joined, ==, "An|X-ray|of|1,341|people’s|knees|1.5");
}

static const struct
{
  const char *text;
  gboolean    is_passive;
} voices[] = {
  { "The skin is numbed first.", TRUE },
  { "It has not been shown yet.", TRUE },
  { "Cells were often taken from fat.", TRUE },
  { "The doctor numbs the skin.", FALSE },
  { "You are not alone.", FALSE },
  { "The bone is like a hard sponge.", FALSE },
};

static void
test_voice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    {
      g_auto(GStrv) words = genu_prose_words (voices[i].text);

      g_assert_cmpint (genu_prose_is_passive (words, "en"), ==, voices[i].is_passive);
      g_assert_false (genu_prose_is_passive (words, "de"));
    }
}

/* ---------------------------------------------------------------------------- syllables */

static const struct
{
  const char *lang, *word;
  guint       n;
} syllables[] = {
  { "en", "knee", 1 },        { "en", "knees", 1 },         { "en", "bone", 1 },
  { "en", "cartilage", 3 },   { "en", "meniscus", 3 },      { "en", "osteoblast", 4 },
  { "en", "osteocyte", 4 },   { "en", "osteoarthritis", 6 }, { "en", "fibrocartilage", 5 },
  { "en", "cytokine", 3 },    { "en", "inflammation", 4 },  { "en", "patella", 3 },
  { "en", "tibia", 3 },       { "en", "femur", 2 },         { "en", "placebo", 3 },
  { "en", "trial", 2 },       { "en", "tissue", 2 },        { "en", "fluid", 2 },
  { "en", "synovium", 4 },    { "en", "medicine", 3 },      { "en", "replacement", 3 },
  { "en", "differentiate", 5 }, { "en", "people’s", 2 },    { "en", "walked", 1 },
  { "en", "wanted", 2 },      { "en", "needed", 2 },        { "en", "muscle", 2 },
  { "en", "muscles", 2 },     { "en", "surfaces", 3 },      { "en", "cushion", 2 },
  { "en", "X-ray", 2 },       { "en", "FDA", 3 },           { "en", "MRI", 3 },
  { "en", "15", 2 },          { "en", "480", 5 },           { "en", "1.5", 3 },
  { "en", "5,000", 3 },       { "en", "100", 3 },           { "en", "isn’t", 2 },
  { "en", "didn’t", 2 },      { "en", "don’t", 1 },         { "en", "area", 3 },
  { "es", "rodilla", 3 },     { "es", "cartílago", 4 },     { "es", "hueso", 2 },
  { "es", "estudio", 3 },     { "es", "país", 2 },          { "es", "guerra", 2 },
  { "de", "Knie", 1 },        { "de", "Gelenk", 2 },        { "de", "Kniegelenk", 3 },
  { "de", "Knorpel", 2 },     { "de", "Häuser", 2 },        { "de", "untersucht", 3 },
  { "fr", "genou", 2 },       { "fr", "médecin", 3 },       { "fr", "regarde", 2 },
  { "fr", "idée", 2 },        { "it", "ginocchio", 3 },     { "it", "paese", 3 },
  { "sv", "undersöker", 4 },  { "sv", "läkaren", 3 },       { "en", "–", 0 },
};

static void
test_syllables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (syllables); i++)
    {
      guint n = genu_syllables_count (syllables[i].word, syllables[i].lang);

      if (n != syllables[i].n)
        g_test_message ("%s", syllables[i].word);
      g_assert_cmpuint (n, ==, syllables[i].n);
    }
}

/* ----------------------------------------------------------------------------- formulae */

#define CAT "The cat sat on the mat. The dog ran fast."
#define PLATYPUS "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
#define SPANISH "La rodilla duele. El médico mira la rodilla."
#define GERMAN "Das Knie tut weh. Der Arzt untersucht das Gelenk."
#define FRENCH "Le genou fait mal. Le médecin regarde le genou."
#define ITALIAN "Il ginocchio fa male. Il medico guarda il ginocchio."
#define SWEDISH "Knät gör ont. Läkaren undersöker knät."

static const struct
{
  const char *name, *lang, *text;
  GenuFormula formula;
  double      score;
} formulae[] = {
  /* 2 sentences, 10 words, 10 syllables: 0.39 × 5 + 11.8 × 1 − 15.59. */
  { "flesch-kincaid/cat", "en", CAT, GENU_FORMULA_FLESCH_KINCAID, -1.84 },
  /* 1 sentence, 13 words, 26 syllables; 13.08 is what the README of the package flesch-kincaid
   * prints for it: 0.39 × 13 + 11.8 × 2 − 15.59. */
  { "flesch-kincaid/platypus", "en", PLATYPUS, GENU_FORMULA_FLESCH_KINCAID, 13.08 },
  /* No word of three syllables: 3.1291 is left. */
  { "smog/cat", "en", CAT, GENU_FORMULA_SMOG, 3.1291 },
  /* 4 words of three or more in 1 sentence; 14.554593 is what the README of smog-formula prints:
   * 1.043 × √120 + 3.1291. */
  { "smog/platypus", "en", PLATYPUS, GENU_FORMULA_SMOG, 14.554593 },
  /* la 1, rodilla 3, duele 2, el 1, médico 3, mira 2, la 1, rodilla 3: 16 syllables, 8 words, 2
   * sentences: 206.84 − 60 × 2 − 1.02 × 4. */
  { "fernandez-huerta", "es", SPANISH, GENU_FORMULA_FERNANDEZ_HUERTA, 82.76 },
  /* 206.835 − 62.3 × 2 − 4. */
  { "inflesz", "es", SPANISH, GENU_FORMULA_INFLESZ, 78.235 },
  /* 9 words, 2 sentences; of three syllables: untersucht; over six letters: untersucht; of one
   * syllable: 7.  0.1935 × 100/9 + 0.1672 × 4.5 + 0.1297 × 100/9 − 0.0327 × 700/9 − 0.875. */
  { "wiener-1", "de", GERMAN, GENU_FORMULA_WIENER_1, 0.92518 },
  /* 0.2656 × 4.5 + 0.2744 × 100/9 − 1.693. */
  { "wiener-4", "de", GERMAN, GENU_FORMULA_WIENER_4, 2.55109 },
  /* 4.5 + 100/9. */
  { "lix/german", "de", GERMAN, GENU_FORMULA_LIX, 15.61111 },
  /* 12 syllables: 180 − 4.5 − 58.5 × 12/9. */
  { "flesch-amstad", "de", GERMAN, GENU_FORMULA_FLESCH_AMSTAD, 97.5 },
  /* le 1, genou 2, fait 1, mal 1, le 1, médecin 3, regarde 2 (last e silent), le 1, genou 2: 14
   * syllables, 9 words, 2 sentences: 207 − 1.015 × 4.5 − 73.6 × 14/9. */
  { "kandel-moles", "fr", FRENCH, GENU_FORMULA_KANDEL_MOLES, 87.94361 },
  /* 42 letters, 9 words, 2 sentences: 89 + (300 × 2 − 10 × 42)/9. */
  { "gulpease", "it", ITALIAN, GENU_FORMULA_GULPEASE, 109.0 },
  /* 6 words, 2 sentences; over six letters: läkaren, undersöker: 3 + 200/6. */
  { "lix/swedish", "sv", SWEDISH, GENU_FORMULA_LIX, 36.33333 },
};

static void
test_formula (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  GenuProse prose = { 0 };

  genu_prose_add (&prose, formulae[i].text, formulae[i].lang);
  g_assert_cmpfloat_with_epsilon (genu_formula_score (formulae[i].formula, &prose),
                                  formulae[i].score, 0.00002);
  g_assert_true (genu_formula_is_for (formulae[i].formula, formulae[i].lang));
  g_assert_false (genu_formula_is_for (formulae[i].formula, "xx"));
}

static void
test_limits (void)
{
  GenuProse none = { 0 };

  for (guint i = 0; i < GENU_N_FORMULAE; i++)
    g_assert_cmpfloat (genu_formula_score (i, &none), ==, 0);
  g_assert_true (genu_formula_meets (GENU_FORMULA_FLESCH_KINCAID, 6.04));
  g_assert_false (genu_formula_meets (GENU_FORMULA_FLESCH_KINCAID, 6.06));
  g_assert_true (genu_formula_meets (GENU_FORMULA_INFLESZ, 65));
  g_assert_false (genu_formula_meets (GENU_FORMULA_INFLESZ, 64.9));
}

/* Blocks add up, and the longest sentence is kept. */
static void
test_merge (void)
{
  GenuProse both = { 0 }, one = { 0 }, two = { 0 };

  genu_prose_add (&one, CAT, "en");
  genu_prose_add (&two, PLATYPUS, "en");
  genu_prose_merge (&both, &one);
  genu_prose_merge (&both, &two);
  g_assert_cmpuint (both.sentences, ==, 3);
  g_assert_cmpuint (both.words, ==, 23);
  g_assert_cmpuint (both.syllables, ==, 36);
  g_assert_cmpuint (both.polysyllables, ==, 4);
  g_assert_cmpuint (both.longest, ==, 13);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (sentences, "/readability/sentences/", test_sentences);
  ADD_CASES (formulae, "/readability/formula/", test_formula);
  g_test_add_func ("/readability/words", test_words);
  g_test_add_func ("/readability/voice", test_voice);
  g_test_add_func ("/readability/syllables", test_syllables);
  g_test_add_func ("/readability/limits", test_limits);
  g_test_add_func ("/readability/merge", test_merge);

  return g_test_run ();
}
