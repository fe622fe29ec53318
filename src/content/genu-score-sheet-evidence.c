/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Judges of items about evidence, choices, numbers and whom to call. */

#include "config.h"

#include "genu-score-sheet-private.h"

static gboolean
says_something (const GPtrArray *paragraphs)
{
  return paragraphs->len > 0
         && *((const GenuParagraph *) g_ptr_array_index (paragraphs, 0))->text != '\0';
}

GenuJudgement
genu_judge_not_known (const GenuSheet *sheet,
                      GenuFinding     *out)
{
  gboolean has_claim = FALSE;

  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuEvidence *evidence = genu_sheet_get_topic (sheet, i)->topic->evidence;

      if (evidence == NULL)
        continue;
      has_claim = TRUE;
      if (!says_something (evidence->not_known))
        return genu_finding_miss (out, genu_sheet_get_topic (sheet, i),
                                  "the topic does not say what is not known");
    }

  genu_finding_set_passage (out, genu_sheet_find_zone (sheet, GENU_ZONE_NOT_KNOWN));
  return has_claim ? MET : NOT_APPLICABLE;
}

GenuJudgement
genu_judge_both_sides (const GenuSheet *sheet,
                       GenuFinding     *out)
{
  gboolean has_claim = FALSE;

  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuEvidence *evidence = genu_sheet_get_topic (sheet, i)->topic->evidence;

      if (evidence == NULL)
        continue;
      has_claim = TRUE;
      if (!says_something (evidence->favourable) || !says_something (evidence->unfavourable))
        return genu_finding_miss (out, genu_sheet_get_topic (sheet, i),
                                  "the topic tells one side only");
    }

  genu_finding_set_passage (out, genu_sheet_find_zone (sheet, GENU_ZONE_UNFAVOURABLE));
  return has_claim ? MET : NOT_APPLICABLE;
}

GenuJudgement
genu_judge_choices (const GenuSheet *sheet,
                    GenuFinding     *out)
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuTopic *topic = genu_sheet_get_topic (sheet, i)->topic;

      if (topic->choices->len >= 2)
        {
          const GenuChoice *choice = g_ptr_array_index (topic->choices, 0);

          genu_finding_set (out, topic->path, choice->line, "%u choices, the first is \"%s\"",
                            topic->choices->len, choice->title);
          return MET;
        }
    }

  return NOT_MET;
}

GenuJudgement
genu_judge_certainty (const GenuSheet *sheet,
                      GenuFinding     *out)
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GenuTopic *topic = genu_sheet_get_topic (sheet, i)->topic;

      if (topic->evidence != NULL ? topic->evidence->certainty == GENU_CERTAINTY_NONE
                                  : topic->kind != GENU_TOPIC_KIND_PAGE)
        return genu_finding_miss (out, genu_sheet_get_topic (sheet, i),
                                  "the topic does not say how sure it is");
      for (guint j = 0; j < topic->choices->len; j++)
        if (((GenuChoice *) g_ptr_array_index (topic->choices, j))->certainty
            == GENU_CERTAINTY_NONE)
          return genu_finding_miss (out, genu_sheet_get_topic (sheet, i),
                                    "a choice does not say how sure it is");
    }

  genu_finding_set_passage (out, genu_sheet_find_zone (sheet, GENU_ZONE_LIMITS));
  return MET;
}

GenuJudgement
genu_judge_sources (const GenuSheet *sheet,
                    GenuFinding     *out)
{
  genu_finding_set (out, sheet->lint->pack_file, 1, "%u sources",
                    sheet->lint->pack->references->len);
  return sheet->lint->pack->references->len > 0 ? MET : NOT_MET;
}

/* "times as many" and the like leave the sum to the reader. */
GenuJudgement
genu_judge_no_sums (const GenuSheet *sheet,
                    GenuFinding     *out)
{
  static const char *const sums[] = { "times as|more|less|higher|lower", "add up", "subtract",
                                      "multiply", "divide" };

  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GPtrArray *passages = genu_sheet_get_topic (sheet, i)->passages;

      for (guint j = 0; j < passages->len; j++)
        {
          const GenuPassage *passage = g_ptr_array_index (passages, j);
          char **words = passage->match;

          for (guint k = 0; k < G_N_ELEMENTS (sums) && genu_passage_is_for_patients (passage); k++)
            {
              g_auto(GStrv) pattern = genu_match_compile (sums[k]);

              if (genu_match_phrase (words, pattern))
                {
                  genu_finding_set_passage (out, passage);
                  return NOT_MET;
                }
            }
        }
    }

  genu_finding_set_passage (out, genu_sheet_find_zone (sheet, GENU_ZONE_FAVOURABLE));
  return MET;
}

/* PEMAT rates how a calculation is explained only where there is one. */
GenuJudgement
genu_judge_calculation (const GenuSheet *sheet,
                        GenuFinding     *out)
{
  if (genu_judge_no_sums (sheet, out) == NOT_MET)
    return PERSON;

  g_clear_pointer (&out->place, g_free);
  g_clear_pointer (&out->shown, g_free);
  return NOT_APPLICABLE;
}

GenuJudgement
genu_judge_lists (const GenuSheet *sheet,
                  GenuFinding     *out)
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GPtrArray *passages = genu_sheet_get_topic (sheet, i)->passages;

      for (guint j = 0; j < passages->len; j++)
        {
          const GenuPassage *passage = g_ptr_array_index (passages, j);

          if (genu_xml_is (passage->node, GENU_XMLNS_TOPIC, "item"))
            {
              genu_finding_set_passage (out, passage);
              return MET;
            }
        }
    }

  return NOT_APPLICABLE;
}

/* Where the reader learns whom to call. */
GenuJudgement
genu_judge_whom_to_call (const GenuSheet *sheet,
                         GenuFinding     *out)
{
  for (guint i = 0; i < genu_sheet_count_topics (sheet); i++)
    {
      const GPtrArray *passages = genu_sheet_get_topic (sheet, i)->passages;

      for (guint j = 0; j < passages->len; j++)
        {
          const GenuPassage *passage = g_ptr_array_index (passages, j);

          for (const xmlNode *node = passage->node->children; node != NULL; node = node->next)
            if (genu_xml_is (node, GENU_XMLNS_TOPIC, "clinic-telephone"))
              {
                genu_finding_set_passage (out, passage);
                return MET;
              }
        }
    }

  return NOT_MET;
}
