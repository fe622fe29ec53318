/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the items of the score sheet are judged by. */

#pragma once

#include "genu-lint-private.h"

G_BEGIN_DECLS

/* What the judges say, in short. */
#define MET GENU_JUDGEMENT_MET
#define NOT_MET GENU_JUDGEMENT_NOT_MET
#define PERSON GENU_JUDGEMENT_PERSON
#define NOT_APPLICABLE GENU_JUDGEMENT_NOT_APPLICABLE

typedef struct
{
  GenuLint         *lint;
  const GenuReport *problems; /* what the rules found */
} GenuSheet;

/* Where an item was seen to be met or missed. */
typedef struct
{
  char *place; /* "file:line"; nullable */
  char *shown; /* the words there; nullable */
} GenuFinding;

typedef GenuJudgement (*GenuJudge) (const GenuSheet *sheet,
                                    GenuFinding     *out);

void          genu_finding_set           (GenuFinding       *self,
                                          const char        *path,
                                          int                line,
                                          const char        *format,
                                          ...) G_GNUC_PRINTF (4, 5);
void          genu_finding_set_passage   (GenuFinding       *self,
                                          const GenuPassage *passage);
GenuJudgement genu_finding_miss          (GenuFinding       *self,
                                          const GenuLintTopic *topic,
                                          const char        *what);
const GenuPassage *genu_sheet_find_zone  (const GenuSheet   *sheet,
                                          GenuZone           zone);
guint         genu_sheet_count_topics    (const GenuSheet   *sheet);
const GenuLintTopic *genu_sheet_get_topic (const GenuSheet  *sheet,
                                          guint              index);

GenuJudgement genu_judge_title           (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_everyday_words  (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_active_voice    (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_chunks          (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_headings        (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_key_points      (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_cues            (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_pictures        (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_captions        (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_table           (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_action          (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_you             (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_explicit_steps  (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_question_list   (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_not_known       (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_choices         (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_certainty       (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_both_sides      (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_sources         (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_no_sums         (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_calculation     (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_lists           (const GenuSheet *sheet, GenuFinding *out);
GenuJudgement genu_judge_whom_to_call    (const GenuSheet *sheet, GenuFinding *out);

G_END_DECLS
