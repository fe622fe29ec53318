/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenuSeverity:
 * @GENU_SEVERITY_ERROR: the input cannot be used as it is
 * @GENU_SEVERITY_WARNING: the input works, but not as its author will have meant
 */
typedef enum
{
  GENU_SEVERITY_ERROR,
  GENU_SEVERITY_WARNING,
} GenuSeverity;

/**
 * GenuProblem:
 * @file: the file's path as the author would type it
 * @line: 1-based line, 0 when the problem belongs to no line
 * @severity: how bad it is
 * @rule: stable id of the rule, such as "unknown-step"
 * @message: one sentence without a final full stop
 */
typedef struct
{
  char        *file;
  int          line;
  GenuSeverity severity;
  char        *rule;
  char        *message;
} GenuProblem;

typedef struct _GenuReport GenuReport;

GenuReport        *genu_report_new           (void);
void               genu_report_free          (GenuReport       *self);
void               genu_report_add           (GenuReport       *self,
                                              GenuSeverity      severity,
                                              const char       *file,
                                              int               line,
                                              const char       *rule,
                                              const char       *format,
                                              ...) G_GNUC_PRINTF (6, 7);
guint              genu_report_get_n_problems (const GenuReport *self);
guint              genu_report_get_n_errors   (const GenuReport *self);
const GenuProblem *genu_report_get_problem    (const GenuReport *self,
                                              guint             index);
gboolean           genu_report_has_rule       (const GenuReport *self,
                                              const char       *rule);
void               genu_report_sort           (GenuReport       *self);
char              *genu_report_to_string      (const GenuReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuReport, genu_report_free)

G_END_DECLS
