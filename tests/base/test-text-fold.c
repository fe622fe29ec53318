/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-text-fold.h"
#include "../test-cases.h"

static const struct
{
  const char *name, *text, *folded;
} folds[] = {
  { "ascii", "Knee", "knee" },
  { "accents", "Ostéoblaste", "osteoblaste" },
  { "decomposed", "Oste\xCC\x81oblaste", "osteoblaste" },
  { "strokes", "Øst Łódź Đ", "ost lodz d" },
  { "ligatures", "Œdème Æther", "oedeme aether" },
  { "sharp-s", "Fuß", "fuss" },
  { "turkish-dotless", "Diz kapağı", "diz kapagi" },
  { "greek", "Γόνατο", "γονατο" },
  { "cyrillic", "Колено", "колено" },
  { "arabic-vowels", "رُكْبَة", "ركبة" },
  { "wide", "ＫＮＥＥ", "knee" },
  { "empty", "", "" },
  { "not-utf8", "a\xFF" "b", "ab" },
};

static void
test_fold (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *folded = genu_text_fold (folds[i].text);

  g_assert_cmpstr (folded, ==, folds[i].folded);
}

static const struct
{
  const char *name, *text, *typed;
  gboolean    found;
} matches[] = {
  { "start", "Bone marrow", "bo", TRUE },
  { "second-word", "Bone marrow", "mar", TRUE },
  { "inside-word", "Bone marrow", "arrow", FALSE },
  { "both-words", "Bone marrow", "mar bo", TRUE },
  { "one-missing", "Bone marrow", "bone mat", FALSE },
  { "accent-in-text", "Ménisque", "meni", TRUE },
  { "accent-typed", "Menisque", "méni", TRUE },
  { "hyphen", "X-ray", "ray", TRUE },
  { "apostrophe", "l’os", "os", TRUE },
  { "spaces", "Bone", "  bone ", TRUE },
  { "nothing-typed", "Bone", "", TRUE },
  { "no-text", "", "b", FALSE },
  { "too-long", "Bone", "bones", FALSE },
  { "punctuation-only", "Bone", "-", TRUE },
};

static void
test_match (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  g_assert_cmpint (genu_text_matches (matches[i].text, matches[i].typed), ==, matches[i].found);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (folds, "/text-fold/fold/", test_fold);
  ADD_CASES (matches, "/text-fold/matches/", test_match);

  return g_test_run ();
}
