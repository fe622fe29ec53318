/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules: what each is for and where it comes from, as `genu-tool check --explain` tells. */

#include "config.h"

#include "genu-lint.h"

#define ERROR GENU_SEVERITY_ERROR
#define WARNING GENU_SEVERITY_WARNING

static const GenuLintRule rules[] = {
  { "reading-level", ERROR,
    "Many readers are worried, tired or read little. A topic of 100 words or more, and the pack as "
    "a whole, must not ask for more than six years of school (English) or must be at least fairly "
    "easy (Spanish). Write shorter sentences and swap words of three or more syllables for short "
    "ones. Cutting a topic in two gains nothing: the whole pack is scored too.",
    "AMA and NIH ask for the sixth grade, see pmc.ncbi.nlm.nih.gov/articles/PMC4353543; INFLESZ: "
    "scielo.isciii.es, S1137-66272008000300004" },
  { "reading-level-proposed", WARNING,
    "The same for languages whose formula has no limit set by an authority: the limit is this "
    "project's proposal.",
    "the formulae of textstat; limits proposed by Genu" },
  { "smog-level", ERROR,
    "SMOG looks at words of three or more syllables only. A topic of 100 words or more, and the "
    "pack as a whole, must not pass grade 8: such words are what stops a weak reader.",
    "SMOG, in the form of textstat; NIH is cited for \"below the eighth grade\"" },
  { "long-sentence", ERROR,
    "A sentence for patients has at most 15 words (18 in Romance languages). Split it: one thought "
    "each. Sentences of at most 15 words with fewer long words moved knee leaflets from grade 9.8 "
    "to 6.4.",
    "Arthroscopy, Sports Medicine, and Rehabilitation, S2666-061X(22)00158-4" },
  { "long-list", WARNING,
    "A reader keeps a list of up to seven things in view. Cut it into two lists, each with its own "
    "heading.",
    "CDC Clear Communication Index, item 8" },
  { "term-before-glossary", ERROR,
    "A reader may open any topic first. In each, the first use of a glossary word in a paragraph "
    "must be marked with <term ref=\"…\">, so that it can be touched and read out.",
    "PEMAT item 4; CDC Clear Communication Index, item 7" },
  { "term-unexplained", ERROR,
    "Titles, key points and narration cannot hold a mark. A glossary word in them must be marked "
    "in a paragraph of the same topic or of one before it. Use an everyday word or add such a "
    "paragraph.",
    "PEMAT item 4; CDC Clear Communication Index, item 7" },
  { "unused-term", WARNING,
    "A glossary entry that no topic marks is one more word to learn for nothing. Remove it, or "
    "mark where it is used.",
    "PEMAT item 4: medical terms only to make readers familiar with them" },
  { "term-without-say", WARNING,
    "People remember a word they can say, and dare to use it with the doctor. Give say=\"…\", in "
    "syllables of your language.",
    "this project" },
  { "acronym", ERROR,
    "An acronym must be spelled out: \"Food and Drug Administration (FDA)\", or a glossary entry "
    "whose meaning gives the words. List those that everyone knows in <everyday>.",
    "CDC Clear Communication Index, item 7; user tests of MAGICapp decision aids" },
  { "medical-word", ERROR,
    "A word of the pack's list of medical words is used, but no glossary entry has it. Explain it "
    "or use an everyday word.",
    "PEMAT items 3 and 4" },
  { "number-without-source", ERROR,
    "A reader who doubts a number must be able to see where it comes from. Put cite=\"…\" on the "
    "paragraph. A key point, title or sentence of narration may only repeat a number that a "
    "paragraph of the same topic gives with its source.",
    "IPDAS, certifying: citations to the evidence" },
  { "number-without-denominator", ERROR,
    "\"24 %\" and \"2 points better\" mean nothing by themselves. Say \"24 of 100 people\" and "
    "\"2 points out of 10\".",
    "IPDAS: event rates with their reference class; PEMAT items 6 and 7" },
  { "two-denominators", ERROR,
    "Few people can compare 1 of 8 with 24 of 100. Within a topic, say how often things happen "
    "with one denominator, and points with one scale.",
    "IPDAS: the same denominator; PEMAT item 7" },
  { "claim-without-limits", ERROR,
    "Say in <limits> what the evidence cannot show: small studies, animals, no comparison.",
    "IPDAS, certifying: how uncertain the numbers are" },
  { "claim-without-harms", ERROR,
    "A benefit or a mechanism that is told without its harm is advertising. Fill <harms>.",
    "IPDAS, qualifying: harms of each choice; CDC Clear Communication Index, item 19" },
  { "claim-without-duration", ERROR,
    "Say in <duration> for how long studies looked, or that it is not known.",
    "IPDAS: outcomes with their period of time" },
  { "claim-without-funding", ERROR,
    "Say in <funding> who paid for the studies, or that it is not known.",
    "IPDAS, certifying: source of funding" },
  { "claim-without-note", ERROR,
    "The doctor needs the figures and their sources in <for-clinician>.",
    "this project: the doctor answers for what patients read" },
  { "finding-without-source", ERROR,
    "Each finding, for or against, names the study it comes from with cite=\"…\".",
    "IPDAS, certifying: citations to the evidence" },
  { "unequal-detail", WARNING,
    "What speaks for a treatment and what speaks against it get about the same room: neither side "
    "more than two and a half times the words of the other.",
    "IPDAS, certifying: pros and cons in equal detail" },
  { "choice-incomplete", ERROR,
    "Every choice answers the same five questions, doing nothing included. Say \"not known\" "
    "rather than nothing.",
    "IPDAS, qualifying: benefits, harms and experience of each option" },
  { "no-teach-back", WARNING,
    "Asking people to say it in their own words shows what was not clear. Give each topic one "
    "such question.",
    "teach-back: doi.org/10.1186/s13037-022-00322-z" },
  { "forbidden-claim", ERROR,
    "The pack's own list, <wording> in pack.xml, holds phrases that promise more than anyone has "
    "shown, each with the words that make it allowed in the same paragraph. Say what was shown, in "
    "whom, and how sure it is.",
    "the pack's evidence; FDA and ISSCR warnings about claims of clinics" },
  { "no-wording", WARNING,
    "Without its own list of phrases that promise too much, a pack is not guarded against them.",
    "this project" },
  { "step-without-alt", ERROR,
    "A reader who does not see the drawing gets <alt>: what one sees at the end of the step, in "
    "other words than the narration.",
    "WCAG 2.2, 1.1.1" },
  { "narration-sentence", ERROR,
    "A step says one sentence: what the eye should look at.",
    "this project; CDC Clear Communication Index, item 8" },
  { "narration-too-fast", ERROR,
    "The sentence must be sayable at 150 words a minute within the step's movement and 4 seconds "
    "of rest after it. Shorten the sentence, or let the movement take longer.",
    "PEMAT item 14; the rate and the 4 seconds are this project's choice" },
  { "minutes-too-few", WARNING,
    "A patient in a waiting room plans with minutes=\"…\". It must be enough to hear the topic at "
    "150 words a minute.",
    "this project" },
  { "path-stop", ERROR, "A short way through names a topic or a step that the pack lacks.",
    "this project" },
  { "path-too-long", ERROR,
    "The key points and sentences of a short way through must be sayable at 150 words a minute in "
    "the minutes it promises.",
    "consultations last 9 to 13 minutes: boneandjoint.org.uk, 92BSUPP_II.0920275a" },
  { "no-path", WARNING,
    "Most readers have less time than the whole pack takes. Offer a way of 2, 5 or 10 minutes in "
    "<paths>.",
    "Only 36 % of sessions with a trauma app lasted over two minutes: tsaco.bmj.com, 5/1/e000452" },
  { "no-telephone", WARNING,
    "Where a reader learns when to call, there must be whom: put <clinic-telephone> there; the "
    "number comes from the clinic's settings.",
    "CDC Clear Communication Index, item 14" },
  { "pack-without-authors", ERROR, "Readers must see who wrote the text.",
    "IPDAS, certifying: who made it and when" },
  { "pack-without-funding", ERROR, "Readers must see who paid for the text.",
    "IPDAS, certifying: source of funding" },
  { "pack-without-update-policy", ERROR, "Readers must see how often the text is looked at again.",
    "IPDAS, certifying: update policy" },
  { "review-overdue", ERROR,
    "The day in expires=\"…\" is over. A clinician reads text and sources again, then sets both "
    "dates.",
    "IPDAS, certifying: date and update policy" },
  { "review-date", ERROR,
    "The review must lie in the past, and the next one within two years after it.",
    "IPDAS, certifying: date and update policy" },
};

/**
 * genu_lint_get_rules:
 * @out_n: (out): how many
 *
 * Returns: (transfer none) (array length=out_n): every rule of the linter
 */
const GenuLintRule *
genu_lint_get_rules (guint *out_n)
{
  *out_n = G_N_ELEMENTS (rules);
  return rules;
}

/**
 * genu_lint_find_rule:
 * @id: id of a rule
 *
 * Returns: (transfer none) (nullable): the rule
 */
const GenuLintRule *
genu_lint_find_rule (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].id, id))
      return &rules[i];

  return NULL;
}
