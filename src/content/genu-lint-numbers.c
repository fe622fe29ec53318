/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers.  A paragraph with a number names its source.  What has no place for a source (titles,
 * key points, narration) may only repeat a number of a paragraph that names one.  How often
 * something happens is told with one denominator in a topic, points of a scale with one too; a
 * percentage has none. */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "genu-content-text.h"
#include "genu-lint-private.h"

static gboolean
is_word (const char *word,
         const char *wanted)
{
  return word != NULL && g_ascii_strcasecmp (word, wanted) == 0;
}

/* Digits, "twice", and "half of"; a knee may be cut in half without a source. */
static gboolean
is_number (char **words)
{
  return g_ascii_isdigit (words[0][0]) || is_word (words[0], "twice")
         || (is_word (words[0], "half") && is_word (words[1], "of"));
}

static gboolean
has_number (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (is_number (words + i))
      return TRUE;

  return FALSE;
}

/* What a chart draws with a source may be said without one. */
static void
add_drawn (const GenuPassage *passage,
           GHashTable        *sourced)
{
  static const char *const values[] = { "value", "low", "high", "at" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *value = genu_content_dup_attribute (passage->node, values[i]);

      if (*value != '\0')
        g_hash_table_add (sourced, g_steal_pointer (&value));
    }
}

/* The numbers that paragraphs with a source hold; what <evidence> says of duration is covered by
 * the sources of <evidence> itself. */
static GHashTable *
collect_sourced (const GenuLintTopic *topic)
{
  GHashTable *sourced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < topic->passages->len; i++)
    {
      const GenuPassage *passage = g_ptr_array_index (topic->passages, i);

      if (passage->zone != GENU_ZONE_DURATION && passage->zone != GENU_ZONE_FUNDING
          && passage->cites[0] == NULL)
        continue;
      for (guint j = 0; passage->words[j] != NULL; j++)
        g_hash_table_add (sourced, g_strdup (passage->words[j]));
      if (genu_xml_is (passage->node, GENU_XMLNS_TOPIC, "number"))
        add_drawn (passage, sourced);
    }

  return sourced;
}

static void
check_source (GenuLint          *self,
              const GenuPassage *passage,
              char             **words,
              GHashTable        *sourced)
{
  if (passage->zone == GENU_ZONE_ALT || passage->zone == GENU_ZONE_DURATION
      || passage->zone == GENU_ZONE_FUNDING)
    return;

  if (genu_passage_is_running (passage))
    {
      g_autofree char *start = genu_passage_dup_start (passage->text);

      if (has_number (words) && passage->cites[0] == NULL)
        genu_lint_complain (self, "number-without-source", passage->path, passage->line,
                            "a paragraph with a number names no source: \"%s\"", start);
      return;
    }
  for (guint i = 0; words[i] != NULL; i++)
    if (is_number (words + i) && !g_hash_table_contains (sourced, words[i]))
      genu_lint_complain (self, "number-without-source", passage->path, passage->line,
                          "no paragraph of this topic gives a source for \"%s\"", words[i]);
}

/* ------------------------------------------------------------------------ denominators */

typedef struct
{
  char *frequency; /* the topic's denominator of how often; nullable */
  char *scale;     /* and of points; nullable */
} Denominators;

static gboolean
is_digits (const char *word)
{
  return word != NULL && g_ascii_isdigit (word[0]);
}

/* "in 2018" is no denominator. */
static gboolean
is_year (const char *word)
{
  long value = strtol (word, NULL, 10);

  return strlen (word) == 4 && value >= 1900 && value <= 2100;
}

/* The denominator that starts at @words[i], which is "out", "of" or "in"; else NULL. */
static const char *
find_denominator (char **words,
                  guint  i)
{
  const char *before = i > 0 ? words[i - 1] : NULL;

  if (is_word (words[i], "out") && is_word (words[i + 1], "of") && is_digits (words[i + 2]))
    return words[i + 2];
  if (is_word (words[i], "of") && is_digits (before))
    {
      if (is_word (words[i + 1], "every") || is_word (words[i + 1], "each"))
        i++;
      return is_digits (words[i + 1]) ? words[i + 1] : NULL;
    }
  if (is_word (words[i], "in") && (is_digits (before) || is_word (before, "one"))
      && is_digits (words[i + 1]) && !is_year (words[i + 1]))
    return words[i + 1];

  return NULL;
}

static void
check_denominator (GenuLint          *self,
                   const GenuPassage *passage,
                   const char        *found,
                   gboolean           is_scale,
                   Denominators      *known)
{
  char **kept = is_scale ? &known->scale : &known->frequency;

  if (*kept == NULL)
    *kept = g_strdup (found);
  else if (!g_str_equal (*kept, found))
    genu_lint_complain (self, "two-denominators", passage->path, passage->line,
                        "%s of %s here and of %s before, in one topic",
                        is_scale ? "points" : "numbers", found, *kept);
}

static void
check_denominators (GenuLint          *self,
                    const GenuPassage *passage,
                    char             **words,
                    Denominators      *known)
{
  gboolean has_points = FALSE, has_counted_points = FALSE, has_denominator = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strncasecmp (words[i], "point", 5) == 0)
      {
        has_points = TRUE;
        has_counted_points = has_counted_points || (i > 0 && is_digits (words[i - 1]));
      }
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = find_denominator (words, i);

      has_denominator = has_denominator || found != NULL;
      if (found != NULL)
        check_denominator (self, passage, found, has_points, known);
      if (g_ascii_strncasecmp (words[i], "percent", 7) == 0)
        genu_lint_complain (self, "number-without-denominator", passage->path, passage->line,
                            "a percentage: say how many of a number of people");
    }
  if (strchr (passage->text, '%') != NULL)
    genu_lint_complain (self, "number-without-denominator", passage->path, passage->line,
                        "a percentage: say how many of a number of people");
  if (has_counted_points && !has_denominator)
    genu_lint_complain (self, "number-without-denominator", passage->path, passage->line,
                        "points, but the paragraph does not say out of how many");
}

/* What is drawn out of a hundred or of ten is told so too. */
static void
collect_scales (const GenuTopic *topic,
                Denominators    *known)
{
  for (guint i = 0; i < topic->steps->len; i++)
    {
      const GenuChart *chart = ((GenuStep *) g_ptr_array_index (topic->steps, i))->chart;

      if (chart != NULL && chart->kind == GENU_CHART_KIND_PEOPLE && known->frequency == NULL)
        known->frequency = g_strdup_printf ("%g", chart->of);
      if (chart != NULL && chart->kind == GENU_CHART_KIND_POINTS && known->scale == NULL)
        known->scale = g_strdup_printf ("%g", chart->of);
    }
}

void
genu_lint_numbers (GenuLint *self)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      const GenuLintTopic *topic = g_ptr_array_index (self->topics, i);
      g_autoptr(GHashTable) sourced = collect_sourced (topic);
      Denominators known = { NULL, NULL };

      collect_scales (topic->topic, &known);
      for (guint j = 0; j < topic->passages->len; j++)
        {
          const GenuPassage *passage = g_ptr_array_index (topic->passages, j);

          if (!genu_passage_is_for_patients (passage))
            continue;
          check_source (self, passage, passage->words, sourced);
          check_denominators (self, passage, passage->words, &known);
        }
      g_free (known.frequency);
      g_free (known.scale);
    }
}
