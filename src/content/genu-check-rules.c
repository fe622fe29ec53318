/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why the rules of genu_check_pack() and of the player of drawings exist, for authors. */

#include "config.h"

#include "genu-check.h"

#include <string.h>

#define DESIGN "the pack format, see data/grammar"
#define SAFETY "packs may come from strangers: no network, nothing outside the folder"
#define ENGINE "what the drawing engine can show exactly as a browser does"

/* An id that ends in "*" stands for all that begin so. */
static const struct
{
  const char *id, *why, *source;
} rules[] = {
  { "not-well-formed", "The file is not XML: often a lone \"&\" or \"<\", or a tag left open.",
    "XML 1.0" },
  { "doctype", "A DOCTYPE with definitions of its own can blow up or read other files. Remove it.",
    SAFETY },
  { "grammar", "An element or attribute is missing, in the wrong place, or has a wrong value. The "
               "grammars in data/grammar say what may stand where.", DESIGN },
  { "unknown-element", "Genu knows no such element here; a reader would not see it.", DESIGN },
  { "missing-file", "A file that the pack names is not there.", DESIGN },
  { "path-outside-pack", "A pack is complete in its own folder; drawings lie in diagrams/.",
    SAFETY },
  { "external-reference", "A drawing may point only into itself.", SAFETY },
  { "duplicate-id", "Two things with one id cannot be told apart.", DESIGN },
  { "unknown-step", "A topic's step names one that the drawing's metadata does not have.", DESIGN },
  { "unknown-part", "A label, or a step's focus, names a part that is not there.", DESIGN },
  { "unknown-anchor", "A label points at an anchor that its part does not have.", DESIGN },
  { "unknown-term", "A <term> names no entry of the glossary.", DESIGN },
  { "unknown-reference", "A cite names no entry of the bibliography.", DESIGN },
  { "empty-text", "What readers should see or hear here is empty.", "WCAG 2.2, 1.1.1" },
  { "claim-without-certainty", "Whoever tells a hope must tell how sure it is: high, moderate, low "
                               "or very low. Such a topic is not shown at all.",
    "GRADE; IPDAS, certifying: how uncertain the numbers are" },
  { "claim-without-source", "Whoever tells a hope must say what it rests on. Such a topic is not "
                            "shown at all.", "IPDAS, certifying: citations to the evidence" },
  { "chart-number", "A number of a chart is a plain decimal on the chart's scale; people are "
                    "whole, of 100.", DESIGN },
  { "chart-range", "A chart shows how far off its number may be, or says that nobody knows. Such "
                   "a topic is not shown at all.",
    "IPDAS, certifying: how uncertain the numbers are" },
  { "chart-source", "A number that is drawn must say what it rests on. Such a topic is not shown "
                    "at all.", "IPDAS, certifying: citations to the evidence" },
  { "chart-after", "A number comes on top of one that stands above it in the same chart.", DESIGN },
  { "chart-place", "The drawing's step says where a chart goes: chart=\"x y width height\".",
    DESIGN },
  { "chart-denominator", "Readers compare numbers only when they are out of the same whole.",
    "IPDAS: same denominator" },
  { "too-few-steps", "A mechanism or a benefit is told in at least three steps of a drawing.",
    DESIGN },
  { "expired", "The day in expires=\"…\" is over: a clinician reads the text again.",
    "IPDAS, certifying: date and update policy" },
  { "language", "Readers pick a language by the folder's name, so xml:lang must agree with it.",
    "WCAG 2.2, 3.1.1" },
  { "not-svg", "The file is not an SVG drawing.", DESIGN },
  { "unsupported-*", "Genu cannot show this, or not as a browser does: words in a drawing "
                     "(they belong to the topic), scripts, pictures, some effects.", ENGINE },
  { "bad-value", "The value cannot be read.", ENGINE },
  { "bad-path", "The path data cannot be read.", ENGINE },
  { "bad-time", "A time is in seconds, or like 2.5s or 1:02.5.", ENGINE },
  { "step-order", "A step ends after it begins, and steps stand in the order of time.", DESIGN },
  { "max-scale", "How far readers may enlarge the drawing is out of range.", DESIGN },
  { "scale-bar", "A scale bar needs a length and a unit.", DESIGN },
  { "smil-*", "An animation does nothing: its target, its attribute or its values are not there or "
              "cannot be read. A browser would pass over it in silence.", "SMIL Animation; SVG" },
  { "moves-below-group", "Something moves inside a group with opacity, mask or filter, which must "
                         "then be drawn anew for each picture. Move the effect to the part.",
    ENGINE },
  { "limit-*", "A file is larger than a display that runs for months can bear: fewer or simpler "
               "parts.", SAFETY },
};

static gboolean
is_rule (const char *pattern,
         const char *id)
{
  gsize length = strlen (pattern);

  if (pattern[length - 1] == '*')
    return strncmp (pattern, id, length - 1) == 0;
  return g_str_equal (pattern, id);
}

/**
 * genu_check_explain:
 * @id: id of a rule
 * @out_source: (out) (optional): where the rule comes from; untouched when there is none
 *
 * Returns: (transfer none) (nullable): why the rule exists; %NULL when no rule is called so
 */
const char *
genu_check_explain (const char  *id,
                    const char **out_source)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (is_rule (rules[i].id, id))
      {
        if (out_source != NULL)
          *out_source = rules[i].source;
        return rules[i].why;
      }

  return NULL;
}
