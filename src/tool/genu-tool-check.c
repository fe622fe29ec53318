/* SPDX-License-Identifier: GPL-3.0-or-later */

/* genu-tool check [--lint [--json] [--date=DAY]] [--lang=LL] PACK|FILE…: every fault of what is
 * named, sorted by file and line; --lint adds the words of a pack and prints its score sheet;
 * --explain=RULE tells why a rule of the words exists.  The content layer goes through words and
 * structure; then each drawing is set up as for playing, which tells what only the engine knows.
 * Both read a drawing's metadata, so a fault found twice is told once. */

#include "config.h"

#include "genu-check.h"
#include "genu-scene.h"
#include "genu-tool-lint.h"
#include "genu-tool.h"

#include <stdio.h>
#include <string.h>

static gboolean  option_lint;
static gboolean  option_json;
static char     *option_explain;
static char     *option_date;
static char     *option_lang;
static char    **option_paths;

static const GOptionEntry entries[] = {
  { "lint", 0, 0, G_OPTION_ARG_NONE, &option_lint, "Also read the words of a pack", NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &option_json, "Print the score sheet as JSON", NULL },
  { "date", 0, 0, G_OPTION_ARG_STRING, &option_date, "Judge the pack's dates as of this day",
    "YYYY-MM-DD" },
  { "explain", 0, 0, G_OPTION_ARG_STRING, &option_explain, "Tell why a rule of --lint exists",
    "RULE" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &option_lang, "Check this language only", "LL" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &option_paths, NULL, "PACK|FILE…" },
  { NULL },
};

static gboolean
is_same_problem (const GenuProblem *a,
                 const GenuProblem *b)
{
  return a->line == b->line && a->severity == b->severity && g_str_equal (a->file, b->file)
         && g_str_equal (a->rule, b->rule) && g_str_equal (a->message, b->message);
}

static gboolean
is_repeated (const GenuReport *report,
             guint             index)
{
  for (guint i = 0; i < index; i++)
    if (is_same_problem (genu_report_get_problem (report, i),
                         genu_report_get_problem (report, index)))
      return TRUE;

  return FALSE;
}

static void
print_report (GenuReport *report)
{
  genu_report_sort (report);
  for (guint i = 0; i < genu_report_get_n_problems (report); i++)
    {
      const GenuProblem *problem = genu_report_get_problem (report, i);

      if (!is_repeated (report, i))
        fprintf (stderr, "%s:%d: %s: %s [%s]\n", problem->file, problem->line,
                 problem->severity == GENU_SEVERITY_ERROR ? "error" : "warning",
                 problem->message, problem->rule);
    }
}

static void
check_scenes (const GPtrArray *diagrams,
              GenuReport      *report)
{
  for (guint i = 0; i < diagrams->len; i++)
    {
      g_autoptr(GenuScene) scene = genu_scene_new_from_file (g_ptr_array_index (diagrams, i),
                                                             report);

      (void) scene;
    }
}

static int
check_paths (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GString) sheets = g_string_new (NULL);

  for (guint i = 0; option_paths[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) diagrams = g_ptr_array_new_with_free_func (g_free);

      if (g_file_test (option_paths[i], G_FILE_TEST_IS_DIR))
        {
          genu_check_pack (option_paths[i], option_lang, report, diagrams);
          if (option_lint)
            genu_tool_lint_pack (option_paths[i], option_lang, option_date, option_json, report,
                                 sheets);
        }
      else
        {
          genu_check_file (option_paths[i], report, diagrams);
          if (option_lint)
            genu_tool_lint_file (option_paths[i], option_date, report);
        }
      check_scenes (diagrams, report);
    }

  print_report (report);
  if (option_lint)
    printf (option_json ? "[%s]\n" : "%s", sheets->str);
  return genu_report_get_n_errors (report) > 0 ? GENU_TOOL_BAD_INPUT : GENU_TOOL_OK;
}

int
genu_tool_check (int    argc,
                 char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  int status = GENU_TOOL_USAGE;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    fprintf (stderr, "genu-tool check: %s\n", error->message);
  else if (option_explain != NULL)
    status = genu_tool_lint_explain (option_explain);
  else if (option_paths == NULL)
    fprintf (stderr, "genu-tool check: name a pack or a file\n");
  else
    status = check_paths ();

  g_clear_pointer (&option_lang, g_free);
  g_clear_pointer (&option_date, g_free);
  g_clear_pointer (&option_explain, g_free);
  g_clear_pointer (&option_paths, g_strfreev);
  return status;
}
