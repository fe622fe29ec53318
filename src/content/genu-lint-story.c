/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a drawing and the time they take.  The picture of a step rests when its movement is
 * over until the reader goes on; a reader who lets it play is given READING_ALLOWANCE more for it.
 * Within movement and allowance together, the sentence must be sayable at 150 words a minute. */

#include "config.h"

#include <math.h>

#include "genu-lint-private.h"

#define WORDS_PER_MINUTE 150.0
#define READING_ALLOWANCE 4.0  /* seconds */
#define MIN_ALT_WORDS 5

static guint
count_words (const char *text)
{
  g_auto(GStrv) words = genu_prose_words (text);

  return g_strv_length (words);
}

static void
check_alt (GenuLint            *self,
           const GenuLintTopic *topic,
           const GenuStep      *step)
{
  if (count_words (step->alt) < MIN_ALT_WORDS)
    genu_lint_complain (self, "step-without-alt", topic->topic->path, step->line,
                        "step \"%s\" does not tell in <alt> what one sees", step->ref);
  else if (g_str_equal (step->alt, step->say))
    genu_lint_complain (self, "step-without-alt", topic->topic->path, step->line,
                        "step \"%s\" repeats its sentence in <alt>", step->ref);
}

static void
check_narration (GenuLint            *self,
                 const GenuLintTopic *topic,
                 const GenuStep      *step)
{
  const GenuDiagram *diagram = genu_lint_get_diagram (self, step->diagram);
  const GenuDiagramStep *timed = diagram != NULL ? genu_diagram_find_step (diagram, step->ref)
                                                 : NULL;
  g_auto(GStrv) sentences = genu_prose_sentences (step->say, self->pack->lang);
  guint words = count_words (step->say);
  double seconds;

  if (g_strv_length (sentences) > 1)
    genu_lint_complain (self, "narration-sentence", topic->topic->path, step->line,
                        "step \"%s\" says more than one sentence", step->ref);
  if (timed == NULL)
    return;

  seconds = (double) (timed->end - timed->begin) / G_USEC_PER_SEC + READING_ALLOWANCE;
  if (words * 60 > seconds * WORDS_PER_MINUTE)
    genu_lint_complain (self, "narration-too-fast", topic->topic->path, step->line,
                        "step \"%s\" says %u words; %.1f s are enough for %u", step->ref, words,
                        seconds, (guint) floor (seconds * WORDS_PER_MINUTE / 60));
}

/* What a topic promises in minutes="" is time enough to hear it. */
static void
check_minutes (GenuLint            *self,
               const GenuLintTopic *topic)
{
  double needed = topic->prose.words / WORDS_PER_MINUTE;

  if (topic->topic->minutes < needed)
    genu_lint_complain (self, "minutes-too-few", topic->topic->path, topic->line,
                        "%u words take %.1f minutes, the topic says %g", topic->prose.words,
                        needed, topic->topic->minutes);
}

static GenuLintTopic *
find_topic (const GenuLint *self,
            const char     *id)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      GenuLintTopic *topic = g_ptr_array_index (self->topics, i);

      if (g_str_equal (topic->topic->id, id))
        return topic;
    }

  return NULL;
}

/* The words of a stop: the key point and the sentences of its steps. */
static guint
count_stop (GenuLint           *self,
            const GenuTourStop *stop)
{
  const GenuLintTopic *topic = find_topic (self, stop->topic);
  guint words;

  if (topic == NULL)
    {
      genu_lint_complain (self, "path-stop", self->pack_file, stop->line,
                          "the pack has no topic \"%s\"", stop->topic);
      return 0;
    }

  words = count_words (topic->topic->key_point);
  for (guint i = 0; i < stop->steps->len; i++)
    {
      guint number = g_array_index (stop->steps, guint, i);

      if (number < 1 || number > topic->topic->steps->len)
        genu_lint_complain (self, "path-stop", self->pack_file, stop->line,
                            "the topic \"%s\" has no step %u", stop->topic, number);
      else
        words += count_words (((GenuStep *) g_ptr_array_index (topic->topic->steps,
                                                               number - 1))->say);
    }

  return words;
}

static void
check_path (GenuLint       *self,
            const GenuTour *path)
{
  guint words = 0;

  for (guint i = 0; i < path->stops->len; i++)
    words += count_stop (self, g_ptr_array_index (path->stops, i));
  if (words > path->minutes * WORDS_PER_MINUTE)
    genu_lint_complain (self, "path-too-long", self->pack_file, path->line,
                        "%u words do not fit into %u minutes, %u do", words, path->minutes,
                        (guint) (path->minutes * WORDS_PER_MINUTE));
}

void
genu_lint_story (GenuLint *self)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      const GenuLintTopic *topic = g_ptr_array_index (self->topics, i);

      for (guint j = 0; j < topic->topic->steps->len; j++)
        {
          check_alt (self, topic, g_ptr_array_index (topic->topic->steps, j));
          check_narration (self, topic, g_ptr_array_index (topic->topic->steps, j));
        }
      check_minutes (self, topic);
    }
  for (guint i = 0; i < self->pack->tours->len; i++)
    check_path (self, g_ptr_array_index (self->pack->tours, i));
}
