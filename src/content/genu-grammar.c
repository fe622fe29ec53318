/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The RELAX NG grammars of data/grammar, from the library's own resources. */

#include "config.h"

#include "genu-grammar.h"

#include <string.h>

#include "genu-content-resources.h"

#define N_GRAMMARS 3

static const char *const grammar_names[N_GRAMMARS] = { "pack", "topic", "diagram" };

/**
 * genu_grammar_ref_bytes:
 * @grammar: which
 *
 * Returns: (transfer full): its text
 */
GBytes *
genu_grammar_ref_bytes (GenuGrammar grammar)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail ((guint) grammar < N_GRAMMARS, NULL);

  path = g_strdup_printf ("/org/genu/Genu/grammar/%s.rng", grammar_names[grammar]);
  return g_resource_lookup_data (genu_content_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 NULL);
}

/**
 * genu_grammar_get_vocabulary:
 * @grammar: which
 *
 * Returns: (transfer none): its elements and attributes, read once and kept
 */
const GenuVocabulary *
genu_grammar_get_vocabulary (GenuGrammar grammar)
{
  static GenuVocabulary *vocabularies[N_GRAMMARS];
  static GMutex mutex;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  g_return_val_if_fail ((guint) grammar < N_GRAMMARS, NULL);

  if (vocabularies[grammar] == NULL)
    {
      g_autoptr(GBytes) bytes = genu_grammar_ref_bytes (grammar);

      vocabularies[grammar] = genu_vocabulary_new (bytes);
    }

  return vocabularies[grammar];
}

/* Whether @report already has an error of the same file that says more than "failed to validate",
 * or of the same line, or of something unknown, which the grammar refuses in its parent's name. */
static gboolean
is_known (const GenuReport  *report,
          const GenuProblem *problem)
{
  gboolean is_vague = strstr (problem->message, "failed to validate") != NULL;

  for (guint i = 0; i < genu_report_get_n_problems (report); i++)
    {
      const GenuProblem *other = genu_report_get_problem (report, i);

      if (other->severity == GENU_SEVERITY_ERROR && g_str_equal (other->file, problem->file)
          && (is_vague || other->line == problem->line
              || g_str_has_prefix (other->rule, "unsupported-")))
        return TRUE;
    }

  return FALSE;
}

/**
 * genu_grammar_validate:
 * @grammar: which
 * @document: a parsed document
 * @path: the file, for problems
 * @report: gets `grammar`
 *
 * Validates @document.  libxml2 stops at the first element that does not fit and then complains of
 * each of its ancestors: only the first complaint is passed on, and not even that when @report
 * already says what is wrong there.
 *
 * Returns: whether the document is valid
 */
gboolean
genu_grammar_validate (GenuGrammar  grammar,
                       GenuXmlDoc  *document,
                       const char  *path,
                       GenuReport  *report)
{
  g_autoptr(GBytes) bytes = genu_grammar_ref_bytes (grammar);
  g_autoptr(GenuReport) first = genu_report_new ();
  const GenuProblem *problem;

  g_return_val_if_fail (bytes != NULL && report != NULL, FALSE);

  if (genu_xml_validate (document, bytes, path, first))
    return TRUE;

  problem = genu_report_get_n_problems (first) > 0 ? genu_report_get_problem (first, 0) : NULL;
  if (problem == NULL)
    genu_report_add (report, GENU_SEVERITY_ERROR, path, 0, "grammar",
                     "does not follow the grammar");
  else if (!is_known (report, problem))
    genu_report_add (report, GENU_SEVERITY_ERROR, path, problem->line, problem->rule, "%s",
                     problem->message);

  return FALSE;
}
