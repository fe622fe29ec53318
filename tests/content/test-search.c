/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding topics by first letters: what is found, in which order, and with which picture. */

#include "config.h"

#include "genu-search.h"

#include "genu-text-fold.h"
#include "../test-cases.h"

#include <string.h>

static GenuPack *
load_pack (const char *folder)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), folder, NULL);
  GenuPack *pack = genu_pack_load (path, "en", report);

  g_assert_nonnull (pack);
  return pack;
}

/* The hits as "topic:step(matched)", joined by blanks. */
static char *
find (const GenuPack *pack,
      const char     *typed)
{
  g_autoptr(GArray) hits = genu_search (pack, typed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const GenuSearchHit *hit = &g_array_index (hits, GenuSearchHit, i);

      g_string_append_printf (text, "%s%s:%u", i > 0 ? " " : "", hit->topic->id, hit->step);
      if (hit->matched != NULL)
        g_string_append_printf (text, "(%s)", hit->matched);
    }
  return g_string_free (text, FALSE);
}

static const struct { const char *name, *typed, *found; } cases[] = {
  { "nothing-typed", "", "walk:0 numbers:0 broken:0" },
  { "blanks", "  ", "walk:0 numbers:0 broken:0" },
  { "title-from-its-start", "a wal", "walk:0" },
  { "title-within", "shap", "walk:0" },
  { "two-words", "among wa", "walk:0" },
  { "case-and-accents", "SHÁPES", "walk:0" },
  { "part", "bar", "walk:2(Bar)" },                  /* labelled in the third step */
  { "part-within", "moves", "walk:0(A dot that moves)" },
  /* The title of one, a part of all. */
  { "title-before-part", "square", "numbers:0 walk:0(Square) broken:0(Square)" },
  { "no-middle-of-a-word", "alk", "" },
  { "words-of-two-names", "walk bar", "" },
  { "unknown", "zebra", "" },
};

static void
test_shapes (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autofree char *found = find (pack, cases[i].typed);

  g_assert_cmpstr (found, ==, cases[i].found);
}

/* Titles come before parts, parts before words of the text. */
static void
test_order (void)
{
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");
  g_autoptr(GArray) hits = genu_search (pack, "bone");
  guint last = 0;

  g_assert_cmpuint (hits->len, >=, 3);
  for (guint i = 0; i < hits->len; i++)
    {
      const GenuSearchHit *hit = &g_array_index (hits, GenuSearchHit, i);
      guint class = hit->matched == NULL ? 0 : 1;

      g_assert_cmpuint (class, >=, last);
      last = class;
      if (hit->matched == NULL)
        g_assert_true (genu_text_matches (hit->topic->title, "bone"));
      else
        g_assert_true (genu_text_matches (hit->matched, "bone"));
      if (hit->step > 0)
        g_assert_cmpuint (hit->step, <, hit->topic->steps->len);
    }
}

static void
assert_finds (const GenuPack  *pack,
              const char      *typed,
              const GenuTopic *topic)
{
  g_autoptr(GArray) hits = genu_search (pack, typed);

  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, GenuSearchHit, i).topic == topic)
      return;
  g_error ("“%s” does not find %s", typed, topic->id);
}

/* Whatever a topic's title, parts and labels say finds it, by each first letters of each word. */
static void
test_everything_is_found (void)
{
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");

  for (guint i = 0; i < pack->topics->len; i++)
    {
      const GenuTopic *topic = g_ptr_array_index (pack->topics, i);

      for (glong n = 1; n <= g_utf8_strlen (topic->title, -1); n++)
        {
          g_autofree char *typed = g_utf8_substring (topic->title, 0, n);

          assert_finds (pack, typed, topic);
        }
      for (guint k = 0; k < topic->parts->len; k++)
        assert_finds (pack, ((GenuPart *) g_ptr_array_index (topic->parts, k))->name, topic);
    }
}

/* A word of the glossary finds the topics whose text uses it, and only those. */
static void
test_terms (void)
{
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");
  const GenuGlossaryEntry *entry = genu_pack_find_term (pack, "placebo");
  g_autoptr(GArray) hits = NULL;
  guint n_terms = 0;

  g_assert_nonnull (entry);
  hits = genu_search (pack, entry->term);
  for (guint i = 0; i < hits->len; i++)
    n_terms += g_array_index (hits, GenuSearchHit, i).matched == entry->term;
  g_assert_cmpuint (n_terms, >=, 1);
  g_assert_cmpuint (n_terms, <, pack->topics->len);
}

static void
test_same_each_time (void)
{
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");
  const char *const typed[] = { "", "c", "kn", "pain", "bone cell" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *once = find (pack, typed[i]);
      g_autofree char *again = find (pack, typed[i]);

      g_assert_cmpstr (once, ==, again);
    }
}

/* A whole title finds its topic first. */
static void
test_title_first (void)
{
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");

  for (guint i = 0; i < pack->topics->len; i++)
    {
      const GenuTopic *topic = g_ptr_array_index (pack->topics, i);
      g_autoptr(GArray) hits = genu_search (pack, topic->title);

      g_assert_true (g_array_index (hits, GenuSearchHit, 0).topic == topic);
      g_assert_null (g_array_index (hits, GenuSearchHit, 0).matched);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (cases, "/search/shapes/", test_shapes);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/everything-is-found", test_everything_is_found);
  g_test_add_func ("/search/terms", test_terms);
  g_test_add_func ("/search/same-each-time", test_same_each_time);
  g_test_add_func ("/search/title-first", test_title_first);

  return g_test_run ();
}
