/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The score sheet: every item of PEMAT (audiovisual and print), of the qualifying and general
 * certifying criteria of IPDAS and of the CDC Clear Communication Index, in our words.  An item is
 * met when none of its rules was broken and its judge, if it has one, agrees; one with neither is
 * for a person.  PEMAT's two forms share items, so a row names the forms it belongs to. */

#include "config.h"

#include <string.h>

#include "genu-score-sheet-private.h"

#define PERSON GENU_JUDGEMENT_PERSON

typedef struct
{
  const char *instruments; /* parted by spaces */
  const char *number;
  const char *text;
  const char *rules;       /* parted by spaces; nullable */
  GenuJudge   judge;       /* nullable */
  GenuZone    zone;        /* where to look when there is no judge */
} Item;

#define BOTH "pemat-av pemat-print"
#define PRINT "pemat-print"
#define AV "pemat-av"

static const Item items[] = {
  { BOTH, "1", "The title and the opening say what this is about", NULL, genu_judge_title,
    GENU_ZONE_SUMMARY },
  { PRINT, "2", "Nothing distracts from the purpose", NULL, NULL, GENU_ZONE_BODY },
  { BOTH, "3", "Everyday words", "reading-level smog-level", genu_judge_everyday_words,
    GENU_ZONE_HOPED },
  { BOTH, "4", "Medical terms only to teach them, and explained when used",
    "term-before-glossary term-unexplained unused-term medical-word acronym", NULL,
    GENU_ZONE_GLOSSARY },
  { BOTH, "5", "Active voice", NULL, genu_judge_active_voice, GENU_ZONE_BODY },
  { PRINT, "6", "Numbers are clear", "number-without-denominator", NULL, GENU_ZONE_FAVOURABLE },
  { PRINT, "7", "No sums for the reader to do", "two-denominators", genu_judge_no_sums,
    GENU_ZONE_FAVOURABLE },
  { BOTH, "8", "Short chunks", "long-list long-sentence", genu_judge_chunks, GENU_ZONE_BODY },
  { BOTH, "9", "Headings that inform", NULL, genu_judge_headings, GENU_ZONE_BODY_TITLE },
  { BOTH, "10", "Logical order", NULL, NULL, GENU_ZONE_TITLE },
  { BOTH, "11", "A summary", NULL, genu_judge_key_points, GENU_ZONE_KEY_POINT },
  { BOTH, "12", "Visual cues point to what matters", NULL, genu_judge_cues, GENU_ZONE_LABEL },
  { AV, "13", "Text on screen is easy to read", NULL, NULL, GENU_ZONE_SAY },
  { AV, "14", "Speech is clear and not fast", "narration-too-fast narration-sentence", NULL,
    GENU_ZONE_SAY },
  { PRINT, "15", "Pictures wherever they would help", NULL, genu_judge_pictures, GENU_ZONE_SAY },
  { PRINT, "16", "Pictures support the text and do not distract", NULL, NULL, GENU_ZONE_SAY },
  { PRINT, "17", "Pictures have captions", "step-without-alt", genu_judge_captions,
    GENU_ZONE_SAY },
  { BOTH, "18", "Pictures are clear and uncluttered", NULL, NULL, GENU_ZONE_ALT },
  { BOTH, "19", "Simple tables with short headings", NULL, genu_judge_table,
    GENU_ZONE_CHOICE_TITLE },
  { BOTH, "20", "Names at least one action", NULL, genu_judge_action, GENU_ZONE_BODY },
  { BOTH, "21", "Speaks to the reader", NULL, genu_judge_you, GENU_ZONE_BODY },
  { BOTH, "22", "Breaks an action into steps", NULL, genu_judge_explicit_steps, GENU_ZONE_BODY },
  { PRINT, "23", "A tool to act with, such as a list of questions", NULL,
    genu_judge_question_list, GENU_ZONE_BODY },
  { PRINT, "24", "How to do any calculation", NULL, genu_judge_calculation,
    GENU_ZONE_BODY },
  { BOTH, "25", "How to use charts and drawings to act", NULL, NULL, GENU_ZONE_BODY },
  { PRINT, "26", "Pictures wherever they make acting easier", NULL, NULL, GENU_ZONE_SAY },

  { "ipdas", "Q1", "Describes the condition", NULL, NULL, GENU_ZONE_SUMMARY },
  { "ipdas", "Q2", "States the decision", NULL, NULL, GENU_ZONE_CHOICE_TITLE },
  { "ipdas", "Q3", "Lists the options", NULL, genu_judge_choices, GENU_ZONE_CHOICE_TITLE },
  { "ipdas", "Q4", "Benefits of each option", "choice-incomplete", genu_judge_choices,
    GENU_ZONE_CHOICE },
  { "ipdas", "Q5", "Harms of each option", "choice-incomplete claim-without-harms",
    genu_judge_choices, GENU_ZONE_CHOICE },
  { "ipdas", "Q6", "What it is like to live through each option", NULL, NULL, GENU_ZONE_CHOICE },
  { "ipdas", "C1", "Pros and cons in equal detail", "unequal-detail", genu_judge_both_sides,
    GENU_ZONE_FAVOURABLE },
  { "ipdas", "C2", "Citations to the evidence", "finding-without-source number-without-source",
    genu_judge_sources, GENU_ZONE_FAVOURABLE },
  { "ipdas", "C3", "Date of production", "review-overdue review-date", NULL, GENU_ZONE_PACK },
  { "ipdas", "C4", "Update policy", "pack-without-update-policy", NULL, GENU_ZONE_PACK },
  { "ipdas", "C5", "How uncertain the numbers are", "claim-without-limits", genu_judge_certainty,
    GENU_ZONE_LIMITS },
  { "ipdas", "C6", "Source of funding", "pack-without-funding claim-without-funding", NULL,
    GENU_ZONE_PACK },

  { "cdc-cci", "1", "One main message", NULL, genu_judge_key_points, GENU_ZONE_KEY_POINT },
  { "cdc-cci", "2", "The main message is at the top", NULL, genu_judge_key_points,
    GENU_ZONE_KEY_POINT },
  { "cdc-cci", "3", "The main message stands out", NULL, NULL, GENU_ZONE_KEY_POINT },
  { "cdc-cci", "4", "A labelled picture supports the main message", NULL, genu_judge_captions,
    GENU_ZONE_SAY },
  { "cdc-cci", "5", "A call to action", NULL, genu_judge_action, GENU_ZONE_BODY },
  { "cdc-cci", "6", "Active voice in both", NULL, genu_judge_active_voice, GENU_ZONE_KEY_POINT },
  { "cdc-cci", "7", "Terms explained at first use, acronyms spelled out",
    "term-before-glossary term-unexplained medical-word acronym", NULL, GENU_ZONE_GLOSSARY },
  { "cdc-cci", "8", "Lists of up to seven items", "long-list", genu_judge_lists,
    GENU_ZONE_BODY },
  { "cdc-cci", "9", "Chunks with headings", NULL, genu_judge_headings, GENU_ZONE_BODY_TITLE },
  { "cdc-cci", "10", "Key facts in the first section", NULL, NULL, GENU_ZONE_KEY_POINT },
  { "cdc-cci", "11", "Says what is known and what is not", NULL, genu_judge_not_known,
    GENU_ZONE_NOT_KNOWN },
  { "cdc-cci", "12", "Names what to do", NULL, genu_judge_action, GENU_ZONE_BODY },
  { "cdc-cci", "13", "Says why it matters", NULL, NULL, GENU_ZONE_BODY },
  { "cdc-cci", "14", "Says how, and when to call someone", "no-telephone",
    genu_judge_whom_to_call, GENU_ZONE_BODY },
  { "cdc-cci", "15", "Numbers that readers know", "number-without-denominator", NULL,
    GENU_ZONE_FAVOURABLE },
  { "cdc-cci", "16", "Numbers are explained", NULL, NULL, GENU_ZONE_FAVOURABLE },
  { "cdc-cci", "17", "No sums for the reader to do", "two-denominators", genu_judge_no_sums,
    GENU_ZONE_FAVOURABLE },
  { "cdc-cci", "18", "The nature of the risk", "claim-without-harms choice-incomplete", NULL,
    GENU_ZONE_HARMS },
  { "cdc-cci", "19", "Risks and benefits", "claim-without-harms choice-incomplete unequal-detail",
    genu_judge_both_sides, GENU_ZONE_HARMS },
  { "cdc-cci", "20", "Chances also in words or a picture", NULL, NULL, GENU_ZONE_UNFAVOURABLE },
};

/**
 * genu_judgement_to_string:
 * @judgement: a judgement
 *
 * Returns: (transfer none): the word for it, as in JSON
 */
const char *
genu_judgement_to_string (GenuJudgement judgement)
{
  static const char *const words[] = { "met", "not-met", "person", "n/a" };

  g_return_val_if_fail ((guint) judgement < G_N_ELEMENTS (words), NULL);

  return words[judgement];
}

/**
 * genu_finding_set:
 * @self: a finding
 * @path: the file
 * @line: the line
 * @format: what is there
 * @...: for @format
 */
void
genu_finding_set (GenuFinding *self,
                  const char  *path,
                  int          line,
                  const char  *format,
                  ...)
{
  va_list args;

  g_free (self->place);
  g_free (self->shown);
  self->place = g_strdup_printf ("%s:%d", path, line);
  va_start (args, format);
  self->shown = g_strdup_vprintf (format, args);
  va_end (args);
}

/**
 * genu_finding_miss:
 * @self: a finding
 * @topic: the topic in which an item is missed
 * @what: what is missing there, or too much
 *
 * Returns: %GENU_JUDGEMENT_NOT_MET, with the finding set to the beginning of the topic
 */
GenuJudgement
genu_finding_miss (GenuFinding         *self,
                   const GenuLintTopic *topic,
                   const char          *what)
{
  genu_finding_set (self, topic->topic->path, topic->line, "%s", what);
  return GENU_JUDGEMENT_NOT_MET;
}

/**
 * genu_sheet_count_topics:
 * @sheet: what is judged
 *
 * Returns: how many topics it has
 */
guint
genu_sheet_count_topics (const GenuSheet *sheet)
{
  return sheet->lint->topics->len;
}

/**
 * genu_sheet_get_topic:
 * @sheet: what is judged
 * @index: which topic
 *
 * Returns: (transfer none): the topic with its passages
 */
const GenuLintTopic *
genu_sheet_get_topic (const GenuSheet *sheet,
                      guint            index)
{
  return g_ptr_array_index (sheet->lint->topics, index);
}

/**
 * genu_finding_set_passage:
 * @self: a finding
 * @passage: (nullable): what shows it
 */
void
genu_finding_set_passage (GenuFinding       *self,
                          const GenuPassage *passage)
{
  g_autofree char *start = passage != NULL ? genu_passage_dup_start (passage->text) : NULL;

  if (passage != NULL)
    genu_finding_set (self, passage->path, passage->line, "%s", start);
}

/**
 * genu_sheet_find_zone:
 * @sheet: a sheet
 * @zone: a zone
 *
 * Returns: (transfer none) (nullable): the pack's first passage in @zone
 */
const GenuPassage *
genu_sheet_find_zone (const GenuSheet *sheet,
                      GenuZone         zone)
{
  const GenuLint *lint = sheet->lint;

  for (guint i = 0; i < lint->topics->len; i++)
    {
      const GPtrArray *passages = ((GenuLintTopic *) g_ptr_array_index (lint->topics,
                                                                        i))->passages;

      for (guint j = 0; j < passages->len; j++)
        if (((GenuPassage *) g_ptr_array_index (passages, j))->zone == zone)
          return g_ptr_array_index (passages, j);
    }
  for (guint i = 0; i < lint->passages->len; i++)
    if (((GenuPassage *) g_ptr_array_index (lint->passages, i))->zone == zone)
      return g_ptr_array_index (lint->passages, i);

  return NULL;
}

/* The first problem of the first of @rules that was broken, or NULL. */
static const GenuProblem *
find_problem (const GenuSheet *sheet,
              const char      *rules)
{
  g_auto(GStrv) ids = g_strsplit (rules, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint j = 0; j < genu_report_get_n_problems (sheet->problems); j++)
      {
        const GenuProblem *problem = genu_report_get_problem (sheet->problems, j);

        if (g_str_equal (ids[i], problem->rule))
          return problem;
      }

  return NULL;
}

/* The passage of pack.xml that an item about the pack itself shows. */
static const GenuPassage *
find_shown (const GenuSheet *sheet,
            const Item      *item)
{
  const char *element = g_str_equal (item->number, "C4") ? "update-policy"
                        : g_str_equal (item->number, "C6") ? "funding" : NULL;

  for (guint i = 0; element != NULL && i < sheet->lint->passages->len; i++)
    {
      const GenuPassage *passage = g_ptr_array_index (sheet->lint->passages, i);

      if (genu_xml_is (passage->node, GENU_XMLNS_PACK, element))
        return passage;
    }

  return genu_sheet_find_zone (sheet, item->zone);
}

static GenuJudgement
judge (const GenuSheet *sheet,
       const Item      *item,
       GenuFinding     *out)
{
  const GenuProblem *problem = item->rules != NULL ? find_problem (sheet, item->rules) : NULL;

  if (problem != NULL)
    {
      genu_finding_set (out, problem->file, problem->line, "%s", problem->message);
      return GENU_JUDGEMENT_NOT_MET;
    }
  if (item->judge != NULL)
    return item->judge (sheet, out);
  if (g_str_equal (item->number, "C3"))
    genu_finding_set (out, sheet->lint->pack_file,
                      genu_xml_get_line (xmlDocGetRootElement (sheet->lint->document)),
                      "reviewed %s, again by %s", sheet->lint->pack->reviewed,
                      sheet->lint->pack->expires);
  else
    genu_finding_set_passage (out, find_shown (sheet, item));

  return item->rules != NULL ? GENU_JUDGEMENT_MET : PERSON;
}

static void
score_item_free (gpointer data)
{
  GenuScoreItem *item = data;

  g_free (item->place);
  g_free (item->shown);
  g_free (item);
}

static void
add_instrument (GPtrArray       *all,
                const GenuSheet *sheet,
                const char      *instrument)
{
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_auto(GStrv) instruments = g_strsplit (items[i].instruments, " ", -1);
      GenuFinding finding = { NULL, NULL };
      GenuScoreItem *item;

      if (!g_strv_contains ((const char *const *) instruments, instrument))
        continue;
      item = g_new0 (GenuScoreItem, 1);
      item->instrument = instrument;
      item->number = items[i].number;
      item->text = items[i].text;
      item->judgement = judge (sheet, &items[i], &finding);
      item->place = finding.place;
      item->shown = finding.shown;
      g_ptr_array_add (all, item);
    }
}

/**
 * genu_lint_dup_score_sheet:
 * @self: a linter; must outlive what is returned
 * @problems: what genu_lint_run() found
 *
 * Returns: (transfer full) (element-type GenuScoreItem): every item of every instrument
 */
GPtrArray *
genu_lint_dup_score_sheet (GenuLint         *self,
                           const GenuReport *problems)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (score_item_free);
  GenuSheet sheet = { self, problems };

  add_instrument (all, &sheet, "pemat-av");
  add_instrument (all, &sheet, "pemat-print");
  add_instrument (all, &sheet, "ipdas");
  add_instrument (all, &sheet, "cdc-cci");

  return all;
}
