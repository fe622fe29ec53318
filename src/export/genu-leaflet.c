/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the patient takes home, as a list of blocks: for each topic its key point, the pictures that
 * the doctor drew on or else the most telling one, what is hoped for, how it is thought to work,
 * how sure anyone is; then the words that were used and the sources, numbered in the order in which
 * they are first cited. */

#include "config.h"

#include "genu-certainty-words.h"
#include "genu-leaflet.h"
#include "genu-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const GenuPack *pack;
  const GenuInk  *ink;     /* nullable */
  GPtrArray      *blocks;  /* of GenuBlock */
  GPtrArray      *sources; /* of const char *: ids, the first has number 1 */
  GPtrArray      *terms;   /* of const char *: ids of glossary entries */
} Builder;

static void
block_free (gpointer data)
{
  GenuBlock *block = data;

  g_free (block->markup);
  g_free (block);
}

/* Takes @markup. */
static GenuBlock *
add (Builder      *builder,
     GenuBlockKind kind,
     char         *markup)
{
  GenuBlock *block = g_new0 (GenuBlock, 1);

  block->kind = kind;
  block->markup = markup;
  g_ptr_array_add (builder->blocks, block);
  return block;
}

static GenuBlock *
add_plain (Builder      *builder,
           GenuBlockKind kind,
           const char   *text)
{
  return add (builder, kind, g_markup_escape_text (text, -1));
}

/* Index of an id in a list, where it is put if new. */
static guint
remember (GPtrArray  *list,
          const char *id)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (g_ptr_array_index (list, i), id))
      return i;
  g_ptr_array_add (list, (gpointer) id);
  return list->len - 1;
}

static void
append_cites (Builder     *builder,
              GString     *markup,
              char       **cites)
{
  const char *separator = "<sup>\u202f"; /* narrow spaces that do not break */

  for (guint i = 0; cites[i] != NULL; i++)
    if (genu_pack_find_reference (builder->pack, cites[i]) != NULL)
      {
        g_string_append_printf (markup, "%s%u", separator,
                                remember (builder->sources, cites[i]) + 1);
        separator = ",\u202f";
      }
  if (*separator == ',')
    g_string_append (markup, "</sup>");
}

static char *
dup_markup (Builder             *builder,
            const GenuParagraph *paragraph)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const GenuRun *run = g_ptr_array_index (paragraph->runs, i);
      g_autofree char *text = g_markup_escape_text (run->text, -1);

      if (run->kind == GENU_RUN_STRONG)
        g_string_append_printf (markup, "<b>%s</b>", text);
      else
        g_string_append (markup, text);
      if (run->kind == GENU_RUN_TERM && run->ref != NULL
          && genu_pack_find_term (builder->pack, run->ref) != NULL)
        remember (builder->terms, run->ref);
    }
  append_cites (builder, markup, paragraph->cites);
  return g_string_free (markup, FALSE);
}

static void
add_paragraphs (Builder         *builder,
                const GPtrArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const GenuParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      add (builder, paragraph->is_item ? GENU_BLOCK_ITEM : GENU_BLOCK_PARAGRAPH,
           dup_markup (builder, paragraph));
    }
}

static void
add_part (Builder         *builder,
          GenuBlockKind    kind,
          const char      *heading,
          const GPtrArray *paragraphs)
{
  if (paragraphs->len == 0)
    return;
  add_plain (builder, kind, heading);
  add_paragraphs (builder, paragraphs);
}

static void
add_sentence (Builder    *builder,
              const char *heading,
              const char *text)
{
  if (text == NULL)
    return;
  add_plain (builder, GENU_BLOCK_SUBHEADING, heading);
  add_plain (builder, GENU_BLOCK_PARAGRAPH, text);
}

static void
add_certainty (Builder      *builder,
               GenuCertainty certainty)
{
  if (certainty != GENU_CERTAINTY_NONE)
    add_plain (builder, GENU_BLOCK_CERTAINTY, genu_certainty_get_words (certainty))->certainty
      = certainty;
}

static guint
count_steps_of (const GenuTopic *topic,
                const char      *diagram)
{
  guint n = 0;

  for (guint i = 0; i < topic->steps->len; i++)
    n += g_str_equal (((GenuStep *) g_ptr_array_index (topic->steps, i))->diagram, diagram);
  return n;
}

/* What one learns from the picture of a step; numbers are what is forgotten first. */
static guint
get_weight (const GenuStep *step)
{
  return step->chart != NULL ? GENU_LIMIT_LABELS + 1 : step->labels->len;
}

/**
 * genu_leaflet_choose_step:
 * @topic: a topic with at least one step
 *
 * Returns: the most telling step, from 0: of the drawing that most steps show, the first with a
 *   chart, else the last of those with the most labels
 */
guint
genu_leaflet_choose_step (const GenuTopic *topic)
{
  guint best = 0, best_count = 0, best_weight = 0;

  for (guint i = 0; i < topic->steps->len; i++)
    {
      const GenuStep *step = g_ptr_array_index (topic->steps, i);
      guint count = count_steps_of (topic, step->diagram), weight = get_weight (step);

      if (count > best_count
          || (count == best_count
              && (step->chart != NULL ? weight > best_weight : weight >= best_weight)))
        {
          best = i;
          best_count = count;
          best_weight = weight;
        }
    }
  return best;
}

/* The sentence of a step, with the sources of what its chart draws, each once. */
static char *
dup_step (Builder        *builder,
          const GenuStep *step)
{
  g_autofree char *escaped = g_markup_escape_text (step->say, -1);
  GString *markup = g_string_new (escaped);
  g_autoptr(GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; step->chart != NULL && i < step->chart->numbers->len; i++)
    {
      char **cites = ((GenuChartNumber *) g_ptr_array_index (step->chart->numbers, i))->cites;

      for (guint c = 0; cites[c] != NULL; c++)
        remember (sources, cites[c]);
    }
  g_ptr_array_add (sources, NULL);
  append_cites (builder, markup, (char **) sources->pdata);
  return g_string_free (markup, FALSE);
}

static void
add_story (Builder         *builder,
           const GenuTopic *topic)
{
  if (topic->steps->len == 0)
    return;

  add_plain (builder, GENU_BLOCK_HEADING, topic->kind == GENU_TOPIC_KIND_PAGE
                                          ? _("What the pictures show")
                                          : _("How it is thought to work"));
  for (guint i = 0; i < topic->steps->len; i++)
    {
      const GenuStep *step = g_ptr_array_index (topic->steps, i);

      add (builder, GENU_BLOCK_STEP, dup_step (builder, step))->number = i + 1;
    }
}

static void
add_evidence (Builder            *builder,
              const GenuEvidence *evidence)
{
  if (evidence == NULL)
    return;

  add_plain (builder, GENU_BLOCK_HEADING, _("How sure are we?"));
  add_certainty (builder, evidence->certainty);
  add_part (builder, GENU_BLOCK_SUBHEADING, _("What speaks for it"), evidence->favourable);
  add_part (builder, GENU_BLOCK_SUBHEADING, _("What speaks against it"), evidence->unfavourable);
  add_part (builder, GENU_BLOCK_SUBHEADING, _("What is not known"), evidence->not_known);
  add_part (builder, GENU_BLOCK_SUBHEADING, _("Limits of the studies"), evidence->limits);
  add_part (builder, GENU_BLOCK_SUBHEADING, _("What may harm"), evidence->harms);
  add_sentence (builder, _("For how long"), evidence->duration);
  add_sentence (builder, _("Who paid for the studies"), evidence->funding);
  for (guint i = 0; evidence->cites[i] != NULL; i++)
    if (genu_pack_find_reference (builder->pack, evidence->cites[i]) != NULL)
      remember (builder->sources, evidence->cites[i]);
}

static void
add_choice (Builder          *builder,
            const GenuChoice *choice)
{
  add_plain (builder, GENU_BLOCK_HEADING, choice->title);
  add_certainty (builder, choice->certainty);
  add_part (builder, GENU_BLOCK_SUBHEADING, _("What it is"), choice->what);
  add_part (builder, GENU_BLOCK_SUBHEADING, _("What may be good"), choice->good);
  add_part (builder, GENU_BLOCK_SUBHEADING, _("What may harm"), choice->harms);
  add_part (builder, GENU_BLOCK_SUBHEADING, _("What it costs"), choice->cost);
  add_part (builder, GENU_BLOCK_SUBHEADING, _("What is not known"), choice->unknown);
}

static void
add_picture (Builder         *builder,
             const GenuTopic *topic,
             guint            step)
{
  GenuBlock *picture = add_plain (builder, GENU_BLOCK_PICTURE, "");

  picture->topic = topic;
  picture->step = step;
}

static void
add_pictures (Builder         *builder,
              const GenuTopic *topic)
{
  guint n_marked = 0;

  for (guint i = 0; i < topic->steps->len; i++)
    if (genu_ink_peek_sheet (builder->ink, topic->id, i) != NULL)
      {
        add_picture (builder, topic, i);
        n_marked++;
      }
  if (n_marked == 0 && topic->steps->len > 0)
    add_picture (builder, topic, genu_leaflet_choose_step (topic));
}

static void
add_topic (Builder         *builder,
           const GenuTopic *topic)
{
  add_plain (builder, GENU_BLOCK_TOPIC, topic->title)->topic = topic;
  if (topic->key_point != NULL)
    add_plain (builder, GENU_BLOCK_KEY_POINT, topic->key_point);
  add_pictures (builder, topic);
  add_part (builder, GENU_BLOCK_HEADING, _("What is hoped for"), topic->hoped);
  add_story (builder, topic);
  add_evidence (builder, topic->evidence);
  for (guint i = 0; i < topic->body->len; i++)
    {
      const GenuBodySection *section = g_ptr_array_index (topic->body, i);

      if (section->title != NULL)
        add_plain (builder, GENU_BLOCK_HEADING, section->title);
      add_paragraphs (builder, section->paragraphs);
    }
  for (guint i = 0; i < topic->choices->len; i++)
    add_choice (builder, g_ptr_array_index (topic->choices, i));
  if (topic->teach_back != NULL)
    {
      add_plain (builder, GENU_BLOCK_HEADING, _("In your own words"));
      add_plain (builder, GENU_BLOCK_PARAGRAPH, topic->teach_back);
    }
}

static void
add_terms (Builder *builder)
{
  if (builder->terms->len > 0)
    add_plain (builder, GENU_BLOCK_HEADING, _("What the words mean"));
  for (guint i = 0; i < builder->terms->len; i++)
    {
      const GenuGlossaryEntry *entry
        = genu_pack_find_term (builder->pack, g_ptr_array_index (builder->terms, i));

      add (builder, GENU_BLOCK_TERM,
           g_markup_printf_escaped ("<b>%s</b>: %s", entry->term, entry->means));
    }
}

static void
add_sources (Builder *builder)
{
  if (builder->sources->len > 0)
    add_plain (builder, GENU_BLOCK_HEADING, _("Where this comes from"));
  for (guint i = 0; i < builder->sources->len; i++)
    {
      const GenuReference *reference
        = genu_pack_find_reference (builder->pack, g_ptr_array_index (builder->sources, i));
      g_autofree char *text = genu_reference_dup_text (reference);

      add (builder, GENU_BLOCK_SOURCE, g_markup_escape_text (text, -1))->number = i + 1;
    }
}

/**
 * genu_leaflet_dup_imprint:
 * @pack: a pack
 *
 * Returns: (transfer full): who answers for the text and when it was last read, in plain text
 */
char *
genu_leaflet_dup_imprint (const GenuPack *pack)
{
  return g_strdup_printf (_("Information, not advice: talk it over with your doctor. "
                            "Last reviewed %s. %s"),
                          pack->reviewed != NULL ? pack->reviewed : "?",
                          pack->funding != NULL ? pack->funding : "");
}

/**
 * genu_leaflet_new:
 * @pack: a pack
 * @topics: (element-type GenuTopic): some of its topics; both must outlive the result
 * @ink: (nullable): what was drawn on their pictures
 *
 * Returns: (transfer full) (element-type GenuBlock): the blocks in reading order
 */
GPtrArray *
genu_leaflet_new (const GenuPack  *pack,
                  const GPtrArray *topics,
                  const GenuInk   *ink)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new (), terms = g_ptr_array_new ();
  Builder builder = { pack, ink, g_ptr_array_new_with_free_func (block_free), sources, terms };

  for (guint i = 0; i < topics->len; i++)
    add_topic (&builder, g_ptr_array_index (topics, i));
  add_terms (&builder);
  add_sources (&builder);
  return builder.blocks;
}
