/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-pack.h"
#include "genu-prose.h"
#include "genu-readability.h"

G_BEGIN_DECLS

/* What a rule of the linter is for. */
typedef struct
{
  const char  *id;
  GenuSeverity severity;
  const char  *why;    /* why the rule exists, and what to do */
  const char  *source; /* where it comes from */
} GenuLintRule;

typedef enum
{
  GENU_JUDGEMENT_MET,
  GENU_JUDGEMENT_NOT_MET,
  GENU_JUDGEMENT_PERSON,         /* a person has to judge */
  GENU_JUDGEMENT_NOT_APPLICABLE,
} GenuJudgement;

/* One item of an instrument. */
typedef struct
{
  const char   *instrument; /* "pemat-av", "pemat-print", "ipdas", "cdc-cci" */
  const char   *number;
  const char   *text;
  GenuJudgement judgement;
  char         *place;      /* nullable: "file:line" that shows it */
  char         *shown;      /* nullable: the words there, or what is missing */
} GenuScoreItem;

/* Scores of a topic, or of the whole pack where @id is NULL. */
typedef struct
{
  const char *id;
  const char *title;
  GenuProse   prose;
  double      scores[GENU_N_FORMULAE]; /* only those for the pack's language */
} GenuLintScores;

/* A pack under the linter. */
typedef struct _GenuLint GenuLint;

GenuLint            *genu_lint_new            (const char     *directory,
                                               const char     *today,
                                               GenuReport     *report);
void                 genu_lint_free           (GenuLint       *self);
void                 genu_lint_run            (GenuLint       *self,
                                               GenuReport     *report);
const char          *genu_lint_get_language   (const GenuLint *self);
const char          *genu_lint_get_pack_id    (const GenuLint *self);
GArray              *genu_lint_dup_scores     (const GenuLint *self);
GPtrArray           *genu_lint_dup_score_sheet (GenuLint         *self,
                                                const GenuReport *problems);
const GenuLintRule  *genu_lint_get_rules      (guint          *out_n);
const GenuLintRule  *genu_lint_find_rule      (const char     *id);
const char          *genu_judgement_to_string (GenuJudgement   judgement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuLint, genu_lint_free)

G_END_DECLS
