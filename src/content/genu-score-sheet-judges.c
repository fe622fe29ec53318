/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Judges of items that are more than a broken rule.  Each looks for the first place that decides:
 * the one that shows the item met, or the one where it is missed.  What is told by English words
 * ("you", "ask …") is for a person in other languages. */

#include "config.h"

#include <string.h>

#include "genu-score-sheet-private.h"

#define MAX_PASSIVE 10        /* of 100 sentences; PEMAT agrees when true for 80 to 100 of 100 */
#define MAX_LONG_WORDS 12     /* of 100 words may have three or more syllables */
#define MAX_PARAGRAPH 50      /* words */
#define MAX_SECTION 150       /* words under one heading */
#define MAX_TABLE_HEADING 4   /* words */

static gboolean
is_english (const GenuSheet *sheet)
{
  return g_str_has_prefix (sheet->lint->pack->lang, "en");
}

static guint
count_words (const char *text)
{
  g_auto(GStrv) words = genu_prose_words (text);

  return g_strv_length (words);
}

/* The pack's title names its subject when the summary takes up one of its longer words. */
GenuJudgement
genu_judge_title (const GenuSheet *sheet,
                  GenuFinding     *out)
{
  const GenuPack *pack = sheet->lint->pack;
  const GenuPassage *title = g_ptr_array_index (sheet->lint->passages, 0);
  g_auto(GStrv) words = genu_match_words (pack->title);
  g_auto(GStrv) summary = genu_match_words (pack->summary != NULL ? pack->summary : "");

  genu_finding_set_passage (out, title);
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 3 && g_strv_contains ((const char *const *) summary, words[i]))
      return MET;

  return NOT_MET;
}

GenuJudgement
genu_judge_everyday_words (const GenuSheet *sheet,
                           GenuFinding     *out)
{
  const GenuProse *prose = &sheet->lint->prose;

  genu_finding_set (out, sheet->lint->pack_file, 1,
                    "%u of %u words have three or more syllables", prose->polysyllables,
                    prose->words);
  return prose->polysyllables * 100 <= prose->words * MAX_LONG_WORDS ? MET : NOT_MET;
}

/* The first passive sentence, with how many there are. */
static void
find_passive (const GenuSheet *sheet,
              GenuFinding     *out)
{
  const GenuProse *prose = &sheet->lint->prose;

  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GPtrArray *passages = genu_sheet_get_topic (sheet, i)->passages;

      for (guint j = 0; j < passages->len; j++)
        {
          const GenuPassage *passage = g_ptr_array_index (passages, j);
          g_autofree char *start = genu_passage_dup_start (passage->text);
          GenuProse own = { 0 };

          if (!genu_passage_is_prose (passage))
            continue;
          genu_prose_add (&own, passage->text, sheet->lint->pack->lang);
          if (own.passives == 0)
            continue;
          genu_finding_set (out, passage->path, passage->line,
                            "the first of %u passive sentences of %u: %s", prose->passives,
                            prose->sentences, start);
          return;
        }
    }

  genu_finding_set (out, sheet->lint->pack_file, 1, "none of %u sentences is passive",
                    prose->sentences);
}

GenuJudgement
genu_judge_active_voice (const GenuSheet *sheet,
                         GenuFinding     *out)
{
  const GenuProse *prose = &sheet->lint->prose;

  if (!is_english (sheet))
    return PERSON;
  find_passive (sheet, out);
  return prose->passives * 100 <= prose->sentences * MAX_PASSIVE ? MET : NOT_MET;
}

GenuJudgement
genu_judge_chunks (const GenuSheet *sheet,
                   GenuFinding     *out)
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuLintTopic *topic = genu_sheet_get_topic (sheet, i);
      guint section = 0;

      for (guint j = 0; j < topic->passages->len; j++)
        {
          const GenuPassage *passage = g_ptr_array_index (topic->passages, j);
          guint words = g_strv_length (passage->words);

          section = passage->zone == GENU_ZONE_BODY ? section + words : 0;
          if (genu_passage_is_for_patients (passage)
              && (words > MAX_PARAGRAPH || section > MAX_SECTION))
            {
              genu_finding_set_passage (out, passage);
              return NOT_MET;
            }
        }
    }

  genu_finding_set_passage (out, genu_sheet_find_zone (sheet, GENU_ZONE_BODY));
  return MET;
}

GenuJudgement
genu_judge_headings (const GenuSheet *sheet,
                     GenuFinding     *out)
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuLintTopic *topic = genu_sheet_get_topic (sheet, i);

      if (*topic->topic->title == '\0')
        return genu_finding_miss (out, topic, "the topic has no title");
      for (guint j = 0; j < topic->topic->body->len; j++)
        {
          const GenuBodySection *section = g_ptr_array_index (topic->topic->body, j);

          if (section->title == NULL || *section->title == '\0')
            return genu_finding_miss (out, topic, "a section has no heading");
        }
    }

  genu_finding_set_passage (out, genu_sheet_find_zone (sheet, GENU_ZONE_BODY_TITLE));
  return MET;
}

/* The grammar puts one key point right after each title. */
GenuJudgement
genu_judge_key_points (const GenuSheet *sheet,
                       GenuFinding     *out)
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuLintTopic *topic = genu_sheet_get_topic (sheet, i);
      g_auto(GStrv) sentences = genu_prose_sentences (topic->topic->key_point,
                                                      sheet->lint->pack->lang);

      if (sentences[0] == NULL || g_strv_length (sentences) > 2)
        return genu_finding_miss (out, topic,
                                  "the topic does not have one key point of one or two sentences");
    }

  genu_finding_set_passage (out, genu_sheet_find_zone (sheet, GENU_ZONE_KEY_POINT));
  return MET;
}

/* Each step of a drawing points at something by a label, or has a chart, whose words do. */
GenuJudgement
genu_judge_cues (const GenuSheet *sheet,
                 GenuFinding     *out)
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuTopic *topic = genu_sheet_get_topic (sheet, i)->topic;

      for (guint j = 0; j < topic->steps->len; j++)
        {
          const GenuStep *step = g_ptr_array_index (topic->steps, j);

          if (step->labels->len == 0 && step->chart == NULL)
            {
              genu_finding_set (out, topic->path, step->line, "step \"%s\" has no label",
                                step->ref);
              return NOT_MET;
            }
        }
    }

  genu_finding_set_passage (out, genu_sheet_find_zone (sheet, GENU_ZONE_SAY));
  return MET;
}

GenuJudgement
genu_judge_pictures (const GenuSheet *sheet,
                     GenuFinding     *out)
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    if (genu_sheet_get_topic (sheet, i)->topic->steps->len == 0)
      return genu_finding_miss (out, genu_sheet_get_topic (sheet, i), "the topic has no drawing");

  genu_finding_set_passage (out, genu_sheet_find_zone (sheet, GENU_ZONE_SAY));
  return MET;
}

/* A caption is the sentence of a step; with it goes at least one label, or a chart. */
GenuJudgement
genu_judge_captions (const GenuSheet *sheet,
                     GenuFinding     *out)
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuTopic *topic = genu_sheet_get_topic (sheet, i)->topic;

      for (guint j = 0; j < topic->steps->len; j++)
        {
          const GenuStep *step = g_ptr_array_index (topic->steps, j);

          if (*step->say == '\0')
            {
              genu_finding_set (out, topic->path, step->line, "step \"%s\" says nothing",
                                step->ref);
              return NOT_MET;
            }
        }
    }

  return genu_judge_cues (sheet, out);
}

GenuJudgement
genu_judge_table (const GenuSheet *sheet,
                  GenuFinding     *out)
{
  gboolean has_table = FALSE;

  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuTopic *topic = genu_sheet_get_topic (sheet, i)->topic;

      for (guint j = 0; j < topic->choices->len; j++)
        {
          const GenuChoice *choice = g_ptr_array_index (topic->choices, j);

          genu_finding_set (out, topic->path, choice->line, "%s", choice->title);
          if (count_words (choice->title) > MAX_TABLE_HEADING)
            return NOT_MET;
          has_table = TRUE;
        }
    }

  return has_table ? MET : NOT_APPLICABLE;
}

static gboolean
is_command (const GenuPassage *passage)
{
  static const char *const verbs[] = {
    "ask", "bring", "call", "choose", "do", "keep", "pick", "rest", "start", "stop", "take",
    "talk", "tell", "try", "write",
  };
  char **words = passage->match;

  if (passage->zone != GENU_ZONE_BODY || words[0] == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (words[0], verbs[i]))
      return TRUE;

  return FALSE;
}

GenuJudgement
genu_judge_action (const GenuSheet *sheet,
                   GenuFinding     *out)
{
  if (!is_english (sheet))
    return PERSON;
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GPtrArray *passages = genu_sheet_get_topic (sheet, i)->passages;

      for (guint j = 0; j < passages->len; j++)
        if (is_command (g_ptr_array_index (passages, j)))
          {
            genu_finding_set_passage (out, g_ptr_array_index (passages, j));
            return MET;
          }
    }

  return NOT_MET;
}

static const GenuPassage *
find_you (const GenuLintTopic *topic)
{
  for (guint i = 0; i < topic->passages->len; i++)
    {
      const GenuPassage *passage = g_ptr_array_index (topic->passages, i);
      char **words = passage->match;

      if (genu_passage_is_prose (passage)
          && (g_strv_contains ((const char *const *) words, "you")
              || g_strv_contains ((const char *const *) words, "your")))
        return passage;
    }

  return NULL;
}

GenuJudgement
genu_judge_you (const GenuSheet *sheet,
                GenuFinding     *out)
{
  if (!is_english (sheet))
    return PERSON;
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuPassage *passage = find_you (genu_sheet_get_topic (sheet, i));

      if (passage == NULL)
        return genu_finding_miss (out, genu_sheet_get_topic (sheet, i),
                                  "the topic does not speak to \"you\"");
      genu_finding_set_passage (out, passage);
    }

  return MET;
}

/* The first item of a list whose items pass @is_wanted three times or more in a row. */
static const GenuPassage *
find_list (const GenuSheet *sheet,
           gboolean       (*is_wanted) (const GenuPassage *passage))
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GPtrArray *passages = genu_sheet_get_topic (sheet, i)->passages;
      guint n = 0;

      for (guint j = 0; j < passages->len; j++)
        {
          const GenuPassage *passage = g_ptr_array_index (passages, j);

          n = genu_xml_is (passage->node, GENU_XMLNS_TOPIC, "item") && is_wanted (passage) ? n + 1
                                                                                           : 0;
          if (n == 3)
            return g_ptr_array_index (passages, j - 2);
        }
    }

  return NULL;
}

static gboolean
is_question (const GenuPassage *passage)
{
  return g_str_has_suffix (passage->text, "?") || g_str_has_suffix (passage->text, ";");
}

GenuJudgement
genu_judge_explicit_steps (const GenuSheet *sheet,
                           GenuFinding     *out)
{
  const GenuPassage *passage = find_list (sheet, is_command);

  genu_finding_set_passage (out, passage);
  if (!is_english (sheet))
    return PERSON;
  return passage != NULL ? MET : NOT_MET;
}

GenuJudgement
genu_judge_question_list (const GenuSheet *sheet,
                          GenuFinding     *out)
{
  const GenuPassage *passage = find_list (sheet, is_question);

  genu_finding_set_passage (out, passage);
  return passage != NULL ? MET : NOT_MET;
}
