/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each rule of the linter has a case that breaks it and one that comes close and does not.  A case
 * changes one thing of a sound pack; the linter must name the rule, the file and the line, and
 * nothing else. */

#include "config.h"

#include "lint-fixture.h"
#include "../test-cases.h"

#define HARD "Regenerative medicine advertises extraordinary possibilities. "
#define MIDDLING "An animal has it. "
#define EASY "The cat sat here. "
#define SPANISH "Investigaciones internacionales extraordinariamente complicadas. "
#define GERMAN "Wissenschaftliche Untersuchungen veranschaulichen Regenerationsprozesse. "
#define FOURTEEN "one two three four five six seven eight nine ten eleven twelve so on"
#define THINK "You have time to think."
#define ITEM "<item>Take your time.</item>\n"
#define FAVOURABLE "24 of 100 people felt better"

/* The last step of the topic, and what it may say about the chart that it gets. */
#define STEP3 "Most of them go away.</say><alt>Two dots are left here.</alt>" LINT_LABEL
#define STEP3_SAYS(text) "Look at " text ".</say><alt>A hundred people stand here.</alt>" \
  "<chart kind='people'><caption>C</caption><number value='7' low='1' high='9' cite='x2020'>N" \
  "</number></chart>"

/* rule NULL: nothing may be found.  also: another rule that the same change breaks. */
static const struct
{
  const char *name;
  LintChange  change;
  const char *rule, *also;
  int         file, line;
} cases[] = {
  { "reading-level/topic", { LINT_B, THINK, "@@", HARD, 30 }, "reading-level", "smog-level",
    LINT_B, 1 },
  { "reading-level/pack", { LINT_B, THINK, "@@", HARD, 30 }, "reading-level", "smog-level",
    LINT_PACK, 1 },
  { "reading-level/easy", { LINT_B, THINK, "@@", EASY, 30 }, NULL, NULL, 0, 0 },
  { "reading-level/short", { LINT_B, THINK, "@@", HARD, 2 }, NULL, NULL, 0, 0 },
  { "smog-level/many", { LINT_B, THINK, "@@", MIDDLING, 90 }, "smog-level",
    "minutes-too-few", LINT_B, 1 },
  { "smog-level/few", { LINT_B, THINK, "@@", EASY EASY EASY EASY MIDDLING, 10 }, NULL, NULL, 0,
    0 },
  { "long-sentence/sixteen", { LINT_B, THINK, "You, " FOURTEEN ", too.", NULL, 0 },
    "long-sentence", NULL, LINT_B, 8 },
  { "long-sentence/fifteen", { LINT_B, THINK, "You " FOURTEEN ".", NULL, 0 }, NULL, NULL, 0, 0 },
  { "long-sentence/clinician", { LINT_A, "A note.", "A " FOURTEEN FOURTEEN ".", NULL, 0 }, NULL,
    NULL, 0, 0 },
  { "long-sentence/pack", { LINT_PACK, "Read again each year.", FOURTEEN " " FOURTEEN ".", NULL,
                            0 },
    "long-sentence", NULL, LINT_PACK, 3 },
  { "long-list/eight", { LINT_B, ITEM, "@@", "<item>Ask again.</item>", 6 }, "long-list", NULL,
    LINT_B, 9 },
  { "long-list/seven", { LINT_B, ITEM, "@@", "<item>Ask again.</item>", 5 }, NULL, NULL, 0, 0 },

  { "term-before-glossary/unmarked", { LINT_B, THINK, "A trial takes time.", NULL, 0 },
    "term-before-glossary", NULL, LINT_B, 8 },
  { "term-before-glossary/plural", { LINT_B, THINK, "Trials take time.", NULL, 0 },
    "term-before-glossary", NULL, LINT_B, 8 },
  { "term-before-glossary/marked",
    { LINT_B, THINK, "A <term ref='trial'>trial</term> takes time.", NULL, 0 }, NULL, NULL, 0, 0 },
  { "term-before-glossary/later", { LINT_A, "The trial was small.", "The trials were small.", NULL,
                                    0 },
    NULL, NULL, 0, 0 },
  { "unused-term/unused",
    { LINT_PACK, "</glossary>", "<entry id='fat' say='FAT'><term>fat</term><means>M.</means>"
                                "</entry></glossary>", NULL, 0 },
    "unused-term", NULL, LINT_PACK, 14 },
  { "unused-term/used",
    { LINT_B, THINK, "You have <term ref='mri'>scans</term>.", NULL, 0 }, NULL, NULL, 0, 0 },
  { "term-without-say/none", { LINT_PACK, " say='TRY-ul'", "", NULL, 0 }, "term-without-say", NULL,
    LINT_PACK, 12 },
  { "acronym/bare", { LINT_B, THINK, "The NHS has time.", NULL, 0 }, "acronym", NULL, LINT_B, 8 },
  { "acronym/glossary-does-not-spell",
    { LINT_PACK, "Magnetic resonance imaging, a scan.", "A scan.", NULL, 0 }, "acronym", NULL,
    LINT_A, 13 },
  { "acronym/spelled-here", { LINT_B, THINK, "The health service (NHS) has time.", NULL, 0 }, NULL,
    NULL, 0, 0 },
  { "acronym/everyday", { LINT_B, THINK, "In the US, you have time.", NULL, 0 }, NULL, NULL, 0,
    0 },
  { "medical-word/unknown", { LINT_B, THINK, "A placebo takes time.", NULL, 0 }, "medical-word",
    NULL, LINT_B, 8 },
  { "medical-word/explained-by-meaning",
    { LINT_PACK, "A test in people.", "A test, often with a placebo.", NULL, 0 }, NULL, NULL, 0,
    0 },

  { "number-without-source/paragraph", { LINT_B, THINK, "It takes 3 days.", NULL, 0 },
    "number-without-source", NULL, LINT_B, 8 },
  { "number-without-source/half", { LINT_B, THINK, "Half of it is hope.", NULL, 0 },
    "number-without-source", NULL, LINT_B, 8 },
  { "number-without-source/cut-in-half", { LINT_B, THINK, "It is cut in half.", NULL, 0 }, NULL,
    NULL, 0, 0 },
  { "number-without-source/cited",
    { LINT_B, "<p>" THINK, "<p cite='x2020'>It takes 3 days.", NULL, 0 }, NULL, NULL, 0, 0 },
  { "number-without-source/key-point", { LINT_A, "help your knee a little", "help 7 knees", NULL,
                                         0 },
    "number-without-source", NULL, LINT_A, 3 },
  { "number-without-source/repeated", { LINT_A, "your knee a little", "24 knees", NULL, 0 }, NULL,
    NULL, 0, 0 },
  { "number-without-denominator/percent",
    { LINT_A, FAVOURABLE, "24 percent felt better", NULL, 0 }, "number-without-denominator", NULL,
    LINT_A, 12 },
  { "number-without-denominator/sign", { LINT_A, FAVOURABLE, "24% felt better", NULL, 0 },
    "number-without-denominator", NULL, LINT_A, 12 },
  { "number-without-denominator/points", { LINT_A, FAVOURABLE, "pain was 2 points less", NULL, 0 },
    "number-without-denominator", NULL, LINT_A, 12 },
  { "number-without-denominator/points-of-ten",
    { LINT_A, FAVOURABLE, "pain was 2 points less, out of 10", NULL, 0 }, NULL, NULL, 0, 0 },
  /* A chart's numbers may be told, out of what it draws them of. */
  { "number-without-source/chart", { LINT_A, STEP3, STEP3_SAYS ("7 of 100 people"), NULL, 0 }, NULL,
    NULL, 0, 0 },
  { "number-without-source/not-in-chart",
    { LINT_A, STEP3, STEP3_SAYS ("8 of 100 people"), NULL, 0 }, "number-without-source", NULL,
    LINT_A, 9 },
  { "two-denominators/chart", { LINT_A, STEP3, STEP3_SAYS ("7 out of 30 people"), NULL, 0 },
    "two-denominators", NULL, LINT_A, 9 },
  { "two-denominators/out-of", { LINT_A, FAVOURABLE, "3 out of 8 felt better", NULL, 0 },
    "two-denominators", NULL, LINT_A, 13 },
  { "two-denominators/in", { LINT_A, FAVOURABLE, "1 in 4 felt better", NULL, 0 },
    "two-denominators", NULL, LINT_A, 13 },
  { "two-denominators/scale-beside-people",
    { LINT_A, "30 of 100 people", "pain, 1 point out of 10", NULL, 0 }, NULL, NULL, 0, 0 },
  { "two-denominators/year", { LINT_A, FAVOURABLE, "24 in 2018 felt better", NULL, 0 }, NULL, NULL,
    0, 0 },

  { "claim-without-limits", { LINT_A, "<limits><p>The trial was small.</p></limits>", "", NULL, 0 },
    "claim-without-limits", NULL, LINT_A, 11 },
  { "claim-without-harms/none", { LINT_A, "<harms><p>The knee may hurt.</p></harms>", "", NULL,
                                  0 },
    "claim-without-harms", NULL, LINT_A, 11 },
  { "claim-without-harms/empty", { LINT_A, "The knee may hurt.", "", NULL, 0 },
    "claim-without-harms", NULL, LINT_A, 11 },
  { "claim-without-duration", { LINT_A, "<duration>Up to one year.</duration>", "", NULL, 0 },
    "claim-without-duration", NULL, LINT_A, 11 },
  { "claim-without-funding", { LINT_A, "<funding>Not known.</funding>", "", NULL, 0 },
    "claim-without-funding", NULL, LINT_A, 11 },
  { "claim-without-note", { LINT_A, "<for-clinician><p>A note.</p></for-clinician>", "", NULL, 0 },
    "claim-without-note", NULL, LINT_A, 1 },
  { "claims/other-order", { LINT_A, "<duration>Up to one year.</duration><funding>Not known."
                                    "</funding>",
                            "<funding>Not known.</funding><duration>Not known.</duration>", NULL,
                            0 },
    NULL, NULL, 0, 0 },
  { "finding-without-source", { LINT_A, "<unfavourable><p cite='x2020'>", "<unfavourable><p>", NULL,
                                0 },
    "finding-without-source", "number-without-source", LINT_A, 13 },
  { "finding-without-source/not-known", { LINT_A, "how long it lasts", "more", NULL, 0 }, NULL,
    NULL, 0, 0 },
  { "unequal-detail/much", { LINT_A, FAVOURABLE, FAVOURABLE ". @@", EASY, 12 }, "unequal-detail",
    NULL, LINT_A, 11 },
  { "unequal-detail/some", { LINT_A, FAVOURABLE, FAVOURABLE ". @@", EASY, 4 }, NULL, NULL, 0, 0 },
  { "choice-incomplete", { LINT_B, "<harms><p>Pain may stay.</p></harms>", "<harms><p/></harms>",
                           NULL, 0 },
    "choice-incomplete", NULL, LINT_B, 18 },
  { "choice-incomplete/not-known", { LINT_B, "Pain may stay.", "Not known.", NULL, 0 }, NULL, NULL,
    0, 0 },
  { "no-teach-back", { LINT_B, "<teach-back>Which suits you?</teach-back>", "", NULL, 0 },
    "no-teach-back", NULL, LINT_B, 1 },

  { "forbidden-claim/bare", { LINT_A, "Most of them go away.", "Cells heal your knee.", NULL, 0 },
    "forbidden-claim", NULL, LINT_A, 9 },
  { "forbidden-claim/gap", { LINT_B, THINK, "It is healing your own bad knee.", NULL, 0 },
    "forbidden-claim", NULL, LINT_B, 8 },
  { "forbidden-claim/alternative", { LINT_B, THINK, "It mends knees.", NULL, 0 },
    "forbidden-claim", NULL, LINT_B, 8 },
  { "forbidden-claim/title", { LINT_B, "<title>Choose", "<title>Heal a knee", NULL, 0 },
    "forbidden-claim", NULL, LINT_B, 2 },
  { "forbidden-claim/qualified", { LINT_B, THINK, "The hope is that it heals knees.", NULL, 0 },
    NULL, NULL, 0, 0 },
  { "forbidden-claim/too-far",
    { LINT_B, THINK, "It heals, so they say, and then some, a knee.", NULL, 0 }, NULL, NULL, 0, 0 },
  { "forbidden-claim/clinician", { LINT_A, "A note.", "Cells heal knees.", NULL, 0 }, NULL, NULL, 0,
    0 },
  { "no-wording", { LINT_PACK, "<claim id='heals'><phrase>heal*|mend* .. knee|knees</phrase>"
                               "<unless>hope</unless><why>No one knows.</why></claim>", "", NULL,
                    0 },
    "no-wording", NULL, LINT_PACK, 1 },

  { "step-without-alt/short", { LINT_A, "Two dots are left here.", "Two dots.", NULL, 0 },
    "step-without-alt", NULL, LINT_A, 9 },
  { "step-without-alt/repeated", { LINT_A, "Two dots are left here.", "Most of them go away.", NULL,
                                   0 },
    "step-without-alt", NULL, LINT_A, 9 },
  { "step-without-alt/five-words", { LINT_A, "Two dots are left here.", "Only two dots are left.",
                                     NULL, 0 },
    NULL, NULL, 0, 0 },
  { "narration-sentence/two", { LINT_A, "Most of them go away.", "They go. They go away.", NULL,
                                0 },
    "narration-sentence", NULL, LINT_A, 9 },
  { "narration-sentence/colon", { LINT_A, "Most of them go away.", "Look here: they go away.", NULL,
                                  0 },
    NULL, NULL, 0, 0 },
  /* 1 s of movement and 4 s of rest are enough for 12 words. */
  { "narration-too-fast/thirteen",
    { LINT_A, "Most of them go away.", "Most of them go away and no one knows where they all go.",
      NULL, 0 },
    "narration-too-fast", NULL, LINT_A, 9 },
  { "narration-too-fast/twelve",
    { LINT_A, "Most of them go away.", "Most of them go away and no one knows where they go.",
      NULL, 0 },
    NULL, NULL, 0, 0 },
  { "narration-too-fast/longer-step",
    { LINT_D, "begin='2' end='3'", "begin='2' end='9'", NULL, 0 }, NULL, NULL, 0, 0 },
  { "minutes-too-few/many-words", { LINT_B, THINK, "@@", EASY, 80 }, "minutes-too-few", NULL,
    LINT_B, 1 },
  { "minutes-too-few/enough", { LINT_B, THINK, "@@", EASY, 50 }, NULL, NULL, 0, 0 },
  { "path-stop/topic", { LINT_PACK, "<stop topic='a'", "<stop topic='c'", NULL, 0 }, "path-stop",
    NULL, LINT_PACK, 9 },
  { "path-stop/step", { LINT_PACK, "steps='1 2'", "steps='1 4'", NULL, 0 }, "path-stop", NULL,
    LINT_PACK, 9 },
  { "path-stop/no-steps", { LINT_PACK, " steps='1 2'", "", NULL, 0 }, NULL, NULL, 0, 0 },
  { "path-too-long/many", { LINT_PACK, "<stop topic='a'", "@@<stop topic='a'",
                            "<stop topic='a' steps='1 2 3'/>", 8 },
    "path-too-long", NULL, LINT_PACK, 8 },
  { "path-too-long/fits", { LINT_PACK, "<stop topic='a'", "@@<stop topic='a'",
                            "<stop topic='a' steps='1 2 3'/>", 4 },
    NULL, NULL, 0, 0 },
  { "no-path", { LINT_PACK, "<paths><path minutes='1'><title>Short</title>\n"
                            "<stop topic='a' steps='1 2'/>\n</path></paths>", "", NULL, 0 },
    "no-path", NULL, LINT_PACK, 1 },
  { "no-telephone", { LINT_B, "<clinic-telephone>your clinic</clinic-telephone>", "the clinic",
                      NULL, 0 },
    "no-telephone", NULL, LINT_PACK, 1 },
  { "pack-without-authors", { LINT_PACK, "A. Writer", "", NULL, 0 }, "pack-without-authors", NULL,
    LINT_PACK, 1 },
  { "pack-without-funding", { LINT_PACK, "No one.<", "<", NULL, 0 }, "pack-without-funding", NULL,
    LINT_PACK, 1 },
  { "pack-without-update-policy", { LINT_PACK, "Read again each year.", "", NULL, 0 },
    "pack-without-update-policy", NULL, LINT_PACK, 1 },
  { "review-overdue/yesterday", { LINT_PACK, "2027-01-01", "2026-05-31", NULL, 0 },
    "review-overdue", NULL, LINT_PACK, 1 },
  { "review-overdue/today", { LINT_PACK, "2027-01-01", LINT_FIXTURE_DAY, NULL, 0 }, NULL, NULL, 0,
    0 },
  { "review-date/to-come", { LINT_PACK, "2026-01-01", "2026-06-02", NULL, 0 }, "review-date", NULL,
    LINT_PACK, 1 },
  { "review-date/three-years", { LINT_PACK, "2027-01-01", "2029-01-01", NULL, 0 }, "review-date",
    NULL, LINT_PACK, 1 },
  { "review-date/two-years", { LINT_PACK, "2027-01-01", "2028-01-01", NULL, 0 }, NULL, NULL, 0,
    0 },
};

static GenuReport *
lint (const LintChange *change,
      char            **out_folder)
{
  GenuReport *report = genu_report_new ();
  g_autoptr(GenuReport) unreadable = genu_report_new ();
  g_autoptr(GenuLint) self = NULL;

  *out_folder = lint_fixture_write (change);
  self = genu_lint_new (*out_folder, LINT_FIXTURE_DAY, unreadable);
  g_assert_nonnull (self);
  g_assert_cmpuint (genu_report_get_n_problems (unreadable), ==, 0);
  genu_lint_run (self, report);

  return report;
}

static void
assert_only (const GenuReport *report,
             const char       *rule,
             const char       *also)
{
  for (guint i = 0; i < genu_report_get_n_problems (report); i++)
    {
      const GenuProblem *problem = genu_report_get_problem (report, i);

      if (g_strcmp0 (problem->rule, rule) != 0 && g_strcmp0 (problem->rule, also) != 0)
        {
          g_test_message ("%s:%d: %s", problem->file, problem->line, problem->message);
          g_assert_cmpstr (problem->rule, ==, rule);
        }
    }
}

static void
assert_found (const GenuReport *report,
              const char       *rule,
              const char       *file,
              int               line)
{
  for (guint i = 0; i < genu_report_get_n_problems (report); i++)
    {
      const GenuProblem *problem = genu_report_get_problem (report, i);

      if (g_str_equal (problem->rule, rule) && g_str_has_suffix (problem->file, file)
          && problem->line == line)
        {
          g_assert_cmpint (problem->severity, ==, genu_lint_find_rule (rule)->severity);
          return;
        }
      g_test_message ("%s:%d: %s [%s]", problem->file, problem->line, problem->message,
                      problem->rule);
    }

  g_test_fail_printf ("no %s in line %d of %s", rule, line, file);
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  char *folder;
  g_autoptr(GenuReport) report = lint (&cases[i].change, &folder);

  assert_only (report, cases[i].rule, cases[i].also);
  if (cases[i].rule != NULL)
    assert_found (report, cases[i].rule, lint_files[cases[i].file].path, cases[i].line);
  lint_fixture_remove (folder);
}

static void
test_sound (void)
{
  char *folder;
  g_autoptr(GenuReport) report = lint (NULL, &folder);

  assert_only (report, NULL, NULL);
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  lint_fixture_remove (folder);
}

/* A topic's narration may use a word that an earlier topic explained, not one that comes later. */
static void
test_term_order (void)
{
  const LintChange change = { LINT_B, "<say>Here is the thigh bone.", "<say>This trial is small.",
                              NULL, 0 };
  const LintChange swapped = { LINT_PACK,
                               "<topic href='topics/a.xml'/>\n<topic href='topics/b.xml'/>",
                               "<topic href='topics/b.xml'/>\n<topic href='topics/a.xml'/>", NULL,
                               0 };
  char *folder;
  g_autoptr(GenuReport) before = lint (&change, &folder);
  g_autoptr(GenuReport) after = genu_report_new ();
  g_autoptr(GenuReport) unreadable = genu_report_new ();
  g_autoptr(GenuLint) self = NULL;
  g_autofree char *path = g_build_filename (folder, "pack.xml", NULL);
  g_autofree char *text = lint_fixture_change (&swapped, lint_files[LINT_PACK].text);

  g_assert_cmpuint (genu_report_get_n_problems (before), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  self = genu_lint_new (folder, LINT_FIXTURE_DAY, unreadable);
  genu_lint_run (self, after);
  assert_only (after, "term-unexplained", NULL);
  assert_found (after, "term-unexplained", "topics/b.xml", 5);
  lint_fixture_remove (folder);
}

/* In another language its own formulae rule; what is only proposed warns. */
static void
test_language (gconstpointer data)
{
  static const struct
  {
    const char *lang, *text, *rule;
  } languages[] = {
    { "es", SPANISH, "reading-level" },
    { "de", GERMAN, "reading-level-proposed" },
    { "es", "La rodilla duele. ", NULL },
    { "de", "Das Knie tut weh. ", NULL },
  };
  gsize i = GPOINTER_TO_SIZE (data);
  const LintChange change = { LINT_B, THINK, "@@", languages[i].text, 60 };
  char *folder = lint_fixture_write (&change);
  g_autofree char *path = g_build_filename (folder, "pack.xml", NULL);
  g_auto(GStrv) halves = g_strsplit (lint_files[LINT_PACK].text, "xml:lang='en'", 2);
  g_autofree char *text = g_strdup_printf ("%sxml:lang='%s'%s", halves[0], languages[i].lang,
                                           halves[1]);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuLint) self = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  self = genu_lint_new (folder, LINT_FIXTURE_DAY, report);
  genu_lint_run (self, report);
  if (languages[i].rule != NULL)
    assert_found (report, languages[i].rule, "topics/b.xml", 1);
  else
    assert_only (report, NULL, NULL);
  lint_fixture_remove (folder);
}

/* Every rule is broken by a case, and says why it exists and where it comes from. */
static void
test_rules_are_tested (void)
{
  guint n;
  const GenuLintRule *rules = genu_lint_get_rules (&n);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_tested = g_str_equal (rules[i].id, "term-unexplained")
                           || g_str_equal (rules[i].id, "reading-level-proposed");

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        is_tested = is_tested || g_strcmp0 (cases[j].rule, rules[i].id) == 0;
      if (!is_tested)
        g_test_message ("%s", rules[i].id);
      g_assert_true (is_tested);
      g_assert_cmpuint (strlen (rules[i].why), >, 30);
      g_assert_cmpuint (strlen (rules[i].source), >, 0);
    }
  g_assert_null (genu_lint_find_rule ("no-such-rule"));
}

static void
test_unreadable (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp (NULL, &error);

  g_assert_no_error (error);
  g_assert_null (genu_lint_new (folder, NULL, report));
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 1);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (cases, "/lint/rule/", test_case);
  for (gsize i = 0; i < 4; i++)
    {
      g_autofree char *path = g_strdup_printf ("/lint/language/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_language);
    }
  g_test_add_func ("/lint/sound", test_sound);
  g_test_add_func ("/lint/term-order", test_term_order);
  g_test_add_func ("/lint/rules-are-tested", test_rules_are_tested);
  g_test_add_func ("/lint/unreadable", test_unreadable);

  return g_test_run ();
}
