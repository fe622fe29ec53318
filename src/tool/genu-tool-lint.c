/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `genu-tool check --lint` prints: for each language of a pack its reading levels and the
 * items of the quality instruments.  The problems themselves go to standard error with all others;
 * the sheet goes to standard output, as text or as JSON (described in data/packs/README.md). */

#include "config.h"

#include "genu-tool-lint.h"

#include <stdio.h>
#include <string.h>

#include "genu-check.h"
#include "genu-lint.h"
#include "genu-pack-parser.h"
#include "genu-pack-path.h"
#include "genu-tool.h"

/* ------------------------------------------------------------------------------- JSON */

static void
add_string (GString    *out,
            const char *text)
{
  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (out, "\\u%04x", (guint) *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

/* printf() would write the decimal point of the locale. */
static void
add_score (GString *out,
           double   score)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.1f", score));
}

static void
add_json_scores (GString    *out,
                 GArray     *all,
                 const char *lang)
{
  for (guint i = 0; i < all->len; i++)
    {
      const GenuLintScores *scores = &g_array_index (all, GenuLintScores, i);
      gboolean is_first = TRUE;

      g_string_append (out, i > 0 ? ",{\"id\":" : "{\"id\":");
      add_string (out, scores->id);
      g_string_append (out, ",\"title\":");
      add_string (out, scores->title);
      g_string_append_printf (out, ",\"words\":%u,\"sentences\":%u,\"longest_sentence\":%u"
                              ",\"words_of_3_syllables\":%u,\"passive_sentences\":%u,\"levels\":{",
                              scores->prose.words, scores->prose.sentences, scores->prose.longest,
                              scores->prose.polysyllables, scores->prose.passives);
      for (guint j = 0; j < GENU_N_FORMULAE; j++)
        if (genu_formula_is_for (j, lang))
          {
            g_string_append (out, is_first ? "" : ",");
            add_string (out, genu_formula_get_info (j)->id);
            g_string_append_c (out, ':');
            add_score (out, scores->scores[j]);
            is_first = FALSE;
          }
      g_string_append (out, "}}");
    }
}

static void
add_json_items (GString   *out,
                GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const GenuScoreItem *item = g_ptr_array_index (items, i);

      g_string_append (out, i > 0 ? ",{\"instrument\":" : "{\"instrument\":");
      add_string (out, item->instrument);
      g_string_append (out, ",\"item\":");
      add_string (out, item->number);
      g_string_append (out, ",\"text\":");
      add_string (out, item->text);
      g_string_append (out, ",\"judgement\":");
      add_string (out, genu_judgement_to_string (item->judgement));
      g_string_append (out, ",\"place\":");
      add_string (out, item->place);
      g_string_append (out, ",\"shown\":");
      add_string (out, item->shown);
      g_string_append_c (out, '}');
    }
}

static void
add_json (GString   *out,
          GenuLint  *lint,
          GArray    *scores,
          GPtrArray *items)
{
  g_string_append (out, out->len > 0 ? ",{\"pack\":" : "{\"pack\":");
  add_string (out, genu_lint_get_pack_id (lint));
  g_string_append (out, ",\"lang\":");
  add_string (out, genu_lint_get_language (lint));
  g_string_append (out, ",\"scores\":[");
  add_json_scores (out, scores, genu_lint_get_language (lint));
  g_string_append (out, "],\"items\":[");
  add_json_items (out, items);
  g_string_append (out, "]}");
}

/* ------------------------------------------------------------------------------- text */

/* Formulae of a language, as the heads of columns. */
static void
add_text_scores (GString    *out,
                 GArray     *all,
                 const char *lang)
{
  g_string_append_printf (out, "%-20s %6s %8s %8s %8s", "topic", "words", "longest", "3+ syll",
                          "passive");
  for (guint j = 0; j < GENU_N_FORMULAE; j++)
    if (genu_formula_is_for (j, lang))
      g_string_append_printf (out, "  %s", genu_formula_get_info (j)->id);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < all->len; i++)
    {
      const GenuLintScores *scores = &g_array_index (all, GenuLintScores, i);
      const GenuProse *prose = &scores->prose;

      g_string_append_printf (out, "%-20s %6u %8u %8u %8u",
                              scores->id != NULL ? scores->id : "(whole pack)", prose->words,
                              prose->longest, prose->polysyllables, prose->passives);
      for (guint j = 0; j < GENU_N_FORMULAE; j++)
        if (genu_formula_is_for (j, lang))
          {
            int width = (int) strlen (genu_formula_get_info (j)->id);
            char text[G_ASCII_DTOSTR_BUF_SIZE];

            g_string_append_printf (out, "  %*s", width,
                                    g_ascii_formatd (text, sizeof text, "%.1f",
                                                     scores->scores[j]));
          }
      g_string_append_c (out, '\n');
    }
}

static void
add_text_items (GString   *out,
                GPtrArray *items)
{
  const char *instrument = "";

  for (guint i = 0; i < items->len; i++)
    {
      const GenuScoreItem *item = g_ptr_array_index (items, i);

      if (!g_str_equal (instrument, item->instrument))
        g_string_append_printf (out, "\n%s\n", item->instrument);
      instrument = item->instrument;
      g_string_append_printf (out, "%4s  %-9s %s\n", item->number,
                              genu_judgement_to_string (item->judgement), item->text);
      if (item->place != NULL || item->shown != NULL)
        g_string_append_printf (out, "                %s%s%s\n",
                                item->place != NULL ? item->place : "",
                                item->place != NULL && item->shown != NULL ? ": " : "",
                                item->shown != NULL ? item->shown : "");
    }
}

static void
add_text (GString   *out,
          GenuLint  *lint,
          GArray    *scores,
          GPtrArray *items)
{
  g_string_append_printf (out, "%sPack \"%s\", language %s\n\n", out->len > 0 ? "\n" : "",
                          genu_lint_get_pack_id (lint), genu_lint_get_language (lint));
  add_text_scores (out, scores, genu_lint_get_language (lint));
  add_text_items (out, items);
}

/* -------------------------------------------------------------------------------- run */

/* Passes on the problems of one file, or of all of them for NULL. */
static void
copy_problems (const GenuReport *problems,
               const char       *only,
               GenuReport       *report)
{
  g_autofree char *wanted = only != NULL ? g_canonicalize_filename (only, NULL) : NULL;

  for (guint i = 0; i < genu_report_get_n_problems (problems); i++)
    {
      const GenuProblem *problem = genu_report_get_problem (problems, i);
      g_autofree char *file = g_canonicalize_filename (problem->file, NULL);

      if (wanted == NULL || g_str_equal (file, wanted))
        genu_report_add (report, problem->severity, problem->file, problem->line, problem->rule,
                         "%s", problem->message);
    }
}

static void
lint_directory (const char *directory,
                const char *today,
                gboolean    as_json,
                GenuReport *report,
                GString    *out_sheets)
{
  g_autoptr(GenuReport) unreadable = genu_report_new (); /* genu_check_pack() tells of it */
  g_autoptr(GenuReport) problems = genu_report_new ();
  g_autoptr(GenuLint) lint = genu_lint_new (directory, today, unreadable);
  g_autoptr(GArray) scores = NULL;
  g_autoptr(GPtrArray) items = NULL;

  if (lint == NULL)
    return;

  genu_lint_run (lint, problems);
  genu_report_sort (problems);
  copy_problems (problems, NULL, report);
  scores = genu_lint_dup_scores (lint);
  items = genu_lint_dup_score_sheet (lint, problems);
  if (as_json)
    add_json (out_sheets, lint, scores, items);
  else
    add_text (out_sheets, lint, scores, items);
}

/**
 * genu_tool_lint_pack:
 * @path: PACK
 * @lang: (nullable): the language to look at, %NULL for all of them
 * @today: (nullable): the day to judge its dates by
 * @as_json: the form of the sheet
 * @report: gets the problems
 * @out_sheets: gets the sheet
 *
 * Applies the linter to a pack.
 */
void
genu_tool_lint_pack (const char *path,
                     const char *lang,
                     const char *today,
                     gboolean    as_json,
                     GenuReport *report,
                     GString    *out_sheets)
{
  g_autoptr(GenuReport) known = genu_report_new ();
  g_auto(GStrv) languages = NULL;
  g_autofree char *file = NULL;

  if (lang != NULL || genu_pack_path_resolve (path, "pack.xml", &file) == GENU_PATH_FOUND)
    {
      g_autofree char *directory = genu_pack_dup_directory (path, lang, known);

      if (directory != NULL)
        lint_directory (directory, today, as_json, report, out_sheets);
      return;
    }

  languages = genu_pack_list_languages (path);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *directory = g_build_filename (path, languages[i], NULL);

      lint_directory (directory, today, as_json, report, out_sheets);
    }
}

/**
 * genu_tool_lint_file:
 * @path: a pack.xml, or a topic in the folder topics/ of a pack; any other file has no words
 * @today: (nullable): the day to judge its dates by
 * @report: gets the problems of this file
 *
 * Applies the linter to a pack and tells what it found in one file.
 */
void
genu_tool_lint_file (const char *path,
                     const char *today,
                     GenuReport *report)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *parent = g_path_get_basename (folder);
  g_autofree char *directory = NULL;
  g_autoptr(GenuReport) unreadable = genu_report_new ();
  g_autoptr(GenuReport) problems = genu_report_new ();
  g_autoptr(GenuLint) lint = NULL;

  if (g_str_equal (name, "pack.xml"))
    directory = g_strdup (folder);
  else if (g_str_equal (parent, "topics"))
    directory = g_path_get_dirname (folder);
  else
    return;

  lint = genu_lint_new (directory, today, unreadable);
  if (lint == NULL)
    return;
  genu_lint_run (lint, problems);
  copy_problems (problems, path, report);
}

/**
 * genu_tool_lint_explain:
 * @rule: id of a rule
 *
 * Prints why a rule exists.
 *
 * Returns: the status to exit with
 */
int
genu_tool_lint_explain (const char *rule)
{
  const GenuLintRule *found = genu_lint_find_rule (rule);
  const GenuLintRule *rules;
  const char *why, *source;
  guint n;

  if (found != NULL)
    {
      printf ("%s (%s)\n%s\nSource: %s\n", found->id,
              found->severity == GENU_SEVERITY_ERROR ? "error" : "warning", found->why,
              found->source);
      return GENU_TOOL_OK;
    }

  why = genu_check_explain (rule, &source);
  if (why != NULL)
    {
      printf ("%s\n%s\nSource: %s\n", rule, why, source);
      return GENU_TOOL_OK;
    }

  rules = genu_lint_get_rules (&n);
  fprintf (stderr, "genu-tool check: no rule is called \"%s\"; those of --lint are:\n", rule);
  for (guint i = 0; i < n; i++)
    fprintf (stderr, "  %s\n", rules[i].id);
  return GENU_TOOL_USAGE;
}
