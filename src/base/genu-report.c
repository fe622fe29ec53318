/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a pack or a drawing: a list of problems, each with file, line and rule id.
 * Loaders add to a report and go on, so that an author sees every fault in one run. */

#include "config.h"

#include "genu-report.h"

struct _GenuReport
{
  GPtrArray *problems; /* of GenuProblem, owned */
  guint      n_errors; /* how many of them are errors */
};

static void
problem_free (gpointer data)
{
  GenuProblem *problem = data;

  g_free (problem->file);
  g_free (problem->rule);
  g_free (problem->message);
  g_free (problem);
}

/**
 * genu_report_new:
 *
 * Returns: (transfer full): an empty report
 */
GenuReport *
genu_report_new (void)
{
  GenuReport *self = g_new0 (GenuReport, 1);

  self->problems = g_ptr_array_new_with_free_func (problem_free);

  return self;
}

/**
 * genu_report_free:
 * @self: (nullable) (transfer full): a report
 */
void
genu_report_free (GenuReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * genu_report_add:
 * @self: a report
 * @severity: error or warning
 * @file: the file's path
 * @line: 1-based line, or 0
 * @rule: the id of the rule that was broken
 * @format: printf format of the message, one sentence without a final full stop
 * @...: its arguments
 */
void
genu_report_add (GenuReport   *self,
                 GenuSeverity  severity,
                 const char   *file,
                 int           line,
                 const char   *rule,
                 const char   *format,
                 ...)
{
  GenuProblem *problem;
  va_list args;

  g_return_if_fail (self != NULL);
  g_return_if_fail (file != NULL && rule != NULL && format != NULL);

  problem = g_new0 (GenuProblem, 1);
  problem->file = g_strdup (file);
  problem->line = line;
  problem->severity = severity;
  problem->rule = g_strdup (rule);
  va_start (args, format);
  problem->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_strchomp (problem->message);

  if (severity == GENU_SEVERITY_ERROR)
    self->n_errors++;
  g_ptr_array_add (self->problems, problem);
}

/**
 * genu_report_get_n_problems:
 * @self: a report
 *
 * Returns: how many errors and warnings it holds
 */
guint
genu_report_get_n_problems (const GenuReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->problems->len;
}

/**
 * genu_report_get_n_errors:
 * @self: a report
 *
 * Returns: how many of the problems are errors
 */
guint
genu_report_get_n_errors (const GenuReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_errors;
}

/**
 * genu_report_get_problem:
 * @self: a report
 * @index: less than genu_report_get_n_problems()
 *
 * Returns: (transfer none): the problem
 */
const GenuProblem *
genu_report_get_problem (const GenuReport *self,
                         guint             index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->problems->len, NULL);

  return g_ptr_array_index (self->problems, index);
}

/**
 * genu_report_has_rule:
 * @self: a report
 * @rule: a rule id
 *
 * Returns: whether any problem breaks @rule
 */
gboolean
genu_report_has_rule (const GenuReport *self,
                      const char       *rule)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->problems->len; i++)
    if (g_str_equal (((GenuProblem *) g_ptr_array_index (self->problems, i))->rule, rule))
      return TRUE;

  return FALSE;
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const GenuProblem *left = *(const GenuProblem *const *) a;
  const GenuProblem *right = *(const GenuProblem *const *) b;
  int order = g_strcmp0 (left->file, right->file);

  return order != 0 ? order : left->line - right->line;
}

/**
 * genu_report_sort:
 * @self: a report
 *
 * Orders the problems by file and line.
 */
void
genu_report_sort (GenuReport *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_sort (self->problems, compare_problems);
}

/**
 * genu_report_to_string:
 * @self: a report
 *
 * Returns: (transfer full): one line a problem, `file:line: error: what is wrong [rule]`
 */
char *
genu_report_to_string (const GenuReport *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < self->problems->len; i++)
    {
      const GenuProblem *problem = g_ptr_array_index (self->problems, i);

      g_string_append_printf (text, "%s:%d: %s: %s [%s]\n", problem->file, problem->line,
                              problem->severity == GENU_SEVERITY_ERROR ? "error" : "warning",
                              problem->message, problem->rule);
    }

  return g_string_free (text, FALSE);
}
