/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each item of the score sheet that a machine judges is met by the sound pack and missed after one
 * change; the sheet names the file where.  The items for a person stay with a person. */

#include "config.h"

#include "lint-fixture.h"

#define THINK "You have time to think."
#define HARD "Regenerative medicine advertises extraordinary possibilities. "
#define PASSIVE "It is used. "
#define ITEM "<item>Take your time.</item>\n"
#define COMMANDS \
  "<item>Ask your doctor.</item>\n<item>Bring your list.</item>\n" ITEM "</list>\n<p>Call "
#define STORY_B \
  "<story diagram='diagrams/d.svg'><part ref='femur'>Thigh bone</part>\n" \
  "<step ref='s1'><say>Here is the thigh bone.</say><alt>The thigh bone is at the top.</alt>" \
  LINT_LABEL "</step>\n</story>\n"

#define FAVOURABLE_SIDE "24 of 100 people felt better"
#define NOT_KNOWN "<p>We do not know how long it lasts.</p>"
#define HARMS "<harms><p>The knee may hurt.</p></harms>"
#define NO_HEADING { LINT_B, "<title>What to do</title>", "", NULL, 0 }
#define NO_COMMAND { LINT_B, COMMANDS, "<item>The doctor.</item></list>\n<p>Or ", NULL, 0 }
#define THREE_KEY_POINTS { LINT_A, "Cells may help your knee a little.", "You. One. Two.", NULL, 0 }
#define ALL_PASSIVE { LINT_B, THINK, "@@", PASSIVE, 10 }
#define NO_MARK { LINT_A, "<term ref='trial'>trial</term>", "trial", NULL, 0 }
#define OTHER_DENOMINATOR { LINT_A, "24 of 100", "24 of 50", NULL, 0 }
#define PERCENT { LINT_A, "24 of 100 people", "24 percent", NULL, 0 }
#define NO_LABEL { LINT_B, LINT_LABEL, "", NULL, 0 }
#define ONE_CHOICE { LINT_B, LINT_CHOICE ("move", "Move"), "", NULL, 0 }
#define NO_HARMS { LINT_A, HARMS, "", NULL, 0 }
#define SUMS { LINT_B, THINK, "You have three times as much.", NULL, 0 }

static const struct
{
  const char *instrument, *number;
  LintChange  change;
  const char *file; /* of the place, after the change; NULL where there is none to show */
} cases[] = {
  { "pemat-print", "1", { LINT_PACK, "Cells for the knee", "Hello there", NULL, 0 }, "pack.xml" },
  { "pemat-print", "3", { LINT_B, THINK, "@@", HARD, 10 }, "pack.xml" },
  { "pemat-print", "4", NO_MARK, "a.xml" },
  { "pemat-print", "5", ALL_PASSIVE, "b.xml" },
  { "pemat-print", "6", PERCENT, "a.xml" },
  { "pemat-print", "7", OTHER_DENOMINATOR, "a.xml" },
  { "pemat-print", "8", { LINT_B, THINK, "@@", "You sit here. ", 17 }, "b.xml" },
  { "pemat-print", "9", NO_HEADING, "b.xml" },
  { "pemat-print", "11", THREE_KEY_POINTS, "a.xml" },
  { "pemat-print", "12", NO_LABEL, "b.xml" },
  { "pemat-print", "15", { LINT_B, STORY_B, "", NULL, 0 }, "b.xml" },
  { "pemat-print", "17", { LINT_A, "Two dots are left here.", "Dots.", NULL, 0 }, "a.xml" },
  { "pemat-print", "19", { LINT_B, "<title>Move", "<title>Move and lose some weight", NULL, 0 },
    "b.xml" },
  { "pemat-print", "20", NO_COMMAND, NULL },
  { "pemat-print", "21", { LINT_A, "your knee", "a knee", NULL, 0 }, "a.xml" },
  { "pemat-print", "22", { LINT_B, "<item>Bring your list.", "<item>A list.", NULL, 0 }, NULL },
  { "pemat-print", "23", { LINT_B, "What does it cost?", "It costs.", NULL, 0 }, NULL },
  { "pemat-av", "1", { LINT_PACK, "Cells for the knee", "Hello there", NULL, 0 }, "pack.xml" },
  { "pemat-av", "12", NO_LABEL, "b.xml" },
  { "pemat-av", "14", { LINT_A, "Most of them go away.", "They go. They go away.", NULL, 0 },
    "a.xml" },
  { "ipdas", "Q3", ONE_CHOICE, NULL },
  { "ipdas", "Q4", { LINT_B, "It is easy.", "", NULL, 0 }, "b.xml" },
  { "ipdas", "Q5", { LINT_B, "Pain may stay.", "", NULL, 0 }, "b.xml" },
  { "ipdas", "C1", { LINT_A, FAVOURABLE_SIDE, FAVOURABLE_SIDE ". @@", "You sit. ", 24 }, "a.xml" },
  { "ipdas", "C2", { LINT_A, "<unfavourable><p cite='x2020'>", "<unfavourable><p>", NULL, 0 },
    "a.xml" },
  { "ipdas", "C3", { LINT_PACK, "2027-01-01", "2026-05-31", NULL, 0 }, "pack.xml" },
  { "ipdas", "C4", { LINT_PACK, "Read again each year.", "", NULL, 0 }, "pack.xml" },
  { "ipdas", "C5", { LINT_A, "The trial was small.", "", NULL, 0 }, "a.xml" },
  { "ipdas", "C5", { LINT_B, "certainty='low'", "certainty='often'", NULL, 0 }, "b.xml" },
  { "ipdas", "C6", { LINT_PACK, "No one.<", "<", NULL, 0 }, "pack.xml" },
  { "cdc-cci", "1", THREE_KEY_POINTS, "a.xml" },
  { "cdc-cci", "2", THREE_KEY_POINTS, "a.xml" },
  { "cdc-cci", "4", NO_LABEL, "b.xml" },
  { "cdc-cci", "5", NO_COMMAND, NULL },
  { "cdc-cci", "6", ALL_PASSIVE, "b.xml" },
  { "cdc-cci", "7", NO_MARK, "a.xml" },
  { "cdc-cci", "8", { LINT_B, ITEM, "@@", "<item>Ask again.</item>", 6 }, "b.xml" },
  { "cdc-cci", "9", NO_HEADING, "b.xml" },
  { "cdc-cci", "11", { LINT_A, NOT_KNOWN, "<p/>", NULL, 0 }, "a.xml" },
  { "cdc-cci", "12", NO_COMMAND, NULL },
  { "cdc-cci", "14", { LINT_B, "<clinic-telephone>your clinic</clinic-telephone>", "us", NULL, 0 },
    "pack.xml" },
  { "cdc-cci", "15", PERCENT, "a.xml" },
  { "cdc-cci", "17", SUMS, "b.xml" },
  { "cdc-cci", "18", NO_HARMS, "a.xml" },
  { "cdc-cci", "19", NO_HARMS, "a.xml" },
};

static const struct
{
  const char *instrument;
  guint       n;
} instruments[] = {
  { "pemat-av", 17 }, { "pemat-print", 24 }, { "ipdas", 12 }, { "cdc-cci", 20 },
};

typedef struct
{
  char      *folder;
  GenuLint  *lint;
  GPtrArray *items;
} Sheet;

static void
sheet_open (Sheet            *sheet,
            const LintChange *change)
{
  g_autoptr(GenuReport) problems = genu_report_new ();

  sheet->folder = lint_fixture_write (change);
  sheet->lint = genu_lint_new (sheet->folder, LINT_FIXTURE_DAY, problems);
  g_assert_nonnull (sheet->lint);
  genu_lint_run (sheet->lint, problems);
  genu_report_sort (problems);
  sheet->items = genu_lint_dup_score_sheet (sheet->lint, problems);
}

static void
sheet_close (Sheet *sheet)
{
  g_ptr_array_unref (sheet->items);
  genu_lint_free (sheet->lint);
  lint_fixture_remove (sheet->folder);
}

static const GenuScoreItem *
find_item (const Sheet *sheet,
           const char  *instrument,
           const char  *number)
{
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const GenuScoreItem *item = g_ptr_array_index (sheet->items, i);

      if (g_str_equal (item->instrument, instrument) && g_str_equal (item->number, number))
        return item;
    }

  g_assert_not_reached ();
}

static void
test_missed (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const GenuScoreItem *item;
  g_autofree char *file = cases[i].file != NULL ? g_strdup_printf ("%s:", cases[i].file) : NULL;
  Sheet sheet;

  sheet_open (&sheet, &cases[i].change);
  item = find_item (&sheet, cases[i].instrument, cases[i].number);
  g_test_message ("%s %s", item->place, item->shown);
  g_assert_cmpstr (genu_judgement_to_string (item->judgement), ==, "not-met");
  if (file != NULL)
    {
      g_assert_nonnull (item->place);
      g_assert_nonnull (strstr (item->place, file));
    }
  sheet_close (&sheet);
}

static gboolean
is_tested (const GenuScoreItem *item)
{
  /* The two forms of PEMAT share a row, so one of them stands for both. */
  const char *instrument = g_str_equal (item->instrument, "pemat-av")
                             && !g_str_equal (item->number, "14") ? "pemat-print"
                                                                  : item->instrument;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_equal (cases[i].instrument, instrument)
        && g_str_equal (cases[i].number, item->number))
      return TRUE;

  return FALSE;
}

/* In the sound pack every item that is not for a person is met, shows where, and has a case here;
 * there is no sum in it, so no calculation to explain. */
static void
test_met (void)
{
  Sheet sheet;

  sheet_open (&sheet, NULL);
  for (guint i = 0; i < sheet.items->len; i++)
    {
      const GenuScoreItem *item = g_ptr_array_index (sheet.items, i);

      g_test_message ("%s %s", item->instrument, item->number);
      if (g_str_equal (item->number, "24"))
        g_assert_cmpint (item->judgement, ==, GENU_JUDGEMENT_NOT_APPLICABLE);
      else if (item->judgement != GENU_JUDGEMENT_PERSON)
        {
          g_assert_cmpint (item->judgement, ==, GENU_JUDGEMENT_MET);
          g_assert_true (is_tested (item));
          g_assert_nonnull (item->place);
          g_assert_nonnull (item->shown);
        }
      else
        g_assert_false (is_tested (item));
    }
  sheet_close (&sheet);
}

static void
test_complete (void)
{
  Sheet sheet;

  sheet_open (&sheet, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (instruments); i++)
    {
      guint n = 0;

      for (guint j = 0; j < sheet.items->len; j++)
        if (g_str_equal (((GenuScoreItem *) g_ptr_array_index (sheet.items, j))->instrument,
                         instruments[i].instrument))
          n++;
      g_assert_cmpuint (n, ==, instruments[i].n);
    }
  sheet_close (&sheet);
}

/* A sum makes its explanation a matter for a person. */
static void
test_calculation (void)
{
  const LintChange change = SUMS;
  Sheet sheet;

  sheet_open (&sheet, &change);
  g_assert_cmpint (find_item (&sheet, "pemat-print", "24")->judgement, ==, GENU_JUDGEMENT_PERSON);
  sheet_close (&sheet);
}

/* A chart's words point at its numbers: a step that has one needs no label. */
static void
test_chart_as_cue (void)
{
  const LintChange change = {
    LINT_A, "Two dots are left here.</alt>" LINT_LABEL,
    "Two dots are left here.</alt><chart kind='people'><caption>What is left</caption>"
    "<number value='2' low='1' high='4' cite='x2020'>dots</number></chart>"
  };
  Sheet sheet;

  sheet_open (&sheet, &change);
  g_assert_cmpint (find_item (&sheet, "pemat-av", "12")->judgement, ==, GENU_JUDGEMENT_MET);
  g_assert_cmpint (find_item (&sheet, "pemat-print", "17")->judgement, ==, GENU_JUDGEMENT_MET);
  sheet_close (&sheet);
}

/* English words tell nothing in another language. */
static void
test_other_language (void)
{
  const LintChange change = { LINT_PACK, "xml:lang='en'", "xml:lang='fr'", NULL, 0 };
  Sheet sheet;

  sheet_open (&sheet, &change);
  g_assert_cmpint (find_item (&sheet, "pemat-av", "5")->judgement, ==, GENU_JUDGEMENT_PERSON);
  g_assert_cmpint (find_item (&sheet, "pemat-av", "20")->judgement, ==, GENU_JUDGEMENT_PERSON);
  g_assert_cmpint (find_item (&sheet, "pemat-av", "21")->judgement, ==, GENU_JUDGEMENT_PERSON);
  g_assert_cmpint (find_item (&sheet, "pemat-av", "22")->judgement, ==, GENU_JUDGEMENT_PERSON);
  sheet_close (&sheet);
}

static void
test_scores (void)
{
  const GenuLintScores *topic, *pack;
  g_autoptr(GArray) scores = NULL;
  Sheet sheet;

  sheet_open (&sheet, NULL);
  scores = genu_lint_dup_scores (sheet.lint);
  g_assert_cmpuint (scores->len, ==, 3);
  topic = &g_array_index (scores, GenuLintScores, 0);
  pack = &g_array_index (scores, GenuLintScores, 2);
  g_assert_cmpstr (topic->id, ==, "a");
  g_assert_null (pack->id);
  /* Key point 7, hope 4, narration 5 + 6 + 5, findings 9 + 11, unknown 8, duration 4, funding 2,
   * limits 4, harms 4, question 4. */
  g_assert_cmpuint (topic->prose.words, ==, 73);
  g_assert_cmpuint (topic->prose.longest, ==, 11);
  g_assert_cmpuint (pack->prose.words, >, topic->prose.words);
  g_assert_cmpfloat (topic->scores[GENU_FORMULA_FLESCH_KINCAID], !=, 0);
  g_assert_cmpfloat (topic->scores[GENU_FORMULA_LIX], ==, 0);
  sheet_close (&sheet);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/score-sheet/missed/%s/%s/%" G_GSIZE_FORMAT,
                                               cases[i].instrument, cases[i].number, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_missed);
    }
  g_test_add_func ("/score-sheet/met", test_met);
  g_test_add_func ("/score-sheet/complete", test_complete);
  g_test_add_func ("/score-sheet/calculation", test_calculation);
  g_test_add_func ("/score-sheet/chart-as-cue", test_chart_as_cue);
  g_test_add_func ("/score-sheet/other-language", test_other_language);
  g_test_add_func ("/score-sheet/scores", test_scores);

  return g_test_run ();
}
