/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-topic-text.h"

#include <glib/gi18n.h>

#include "genu-certainty-meter.h"
#include "genu-text.h"

void
genu_topic_text_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* A heading with its paragraphs, nothing when there are none. */
static void
add_part (GtkBox          *box,
          const char      *heading,
          const GPtrArray *paragraphs)
{
  if (paragraphs == NULL || paragraphs->len == 0)
    return;

  gtk_box_append (box, genu_text_new_heading (heading, 2));
  genu_text_append_all (box, paragraphs);
}

static void
add_body (GtkBox          *box,
          const GenuTopic *topic)
{
  for (guint i = 0; i < topic->body->len; i++)
    {
      const GenuBodySection *section = g_ptr_array_index (topic->body, i);

      if (section->title != NULL)
        gtk_box_append (box, genu_text_new_heading (section->title, 2));
      genu_text_append_all (box, section->paragraphs);
    }
}

static GtkWidget *
new_certainty_row (GenuCertainty certainty)
{
  GtkWidget *row = genu_text_new_flow (2);
  GtkWidget *words = genu_text_new_plain (genu_certainty_get_words (certainty),
                                          "genu-certainty-words");

  /* Below the meter where there is no room beside it. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (words), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (row, "genu-certainty-row");
  genu_text_append_to_flow (row, genu_certainty_meter_new (certainty));
  genu_text_append_to_flow (row, words);

  return row;
}

static void
add_choice_part (GtkBox          *box,
                 const char      *heading,
                 const GPtrArray *paragraphs)
{
  if (paragraphs->len == 0)
    return;

  gtk_box_append (box, genu_text_new_heading (heading, 3));
  genu_text_append_all (box, paragraphs);
}

/* Each choice answers the same questions in the same order. */
static void
add_choices (GtkBox          *box,
             const GenuTopic *topic)
{
  for (guint i = 0; i < topic->choices->len; i++)
    {
      const GenuChoice *choice = g_ptr_array_index (topic->choices, i);
      GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

      gtk_widget_add_css_class (card, "genu-card");
      gtk_box_append (GTK_BOX (card), genu_text_new_heading (choice->title, 2));
      add_choice_part (GTK_BOX (card), _("What it is"), choice->what);
      add_choice_part (GTK_BOX (card), _("What may be good"), choice->good);
      add_choice_part (GTK_BOX (card), _("What may harm"), choice->harms);
      add_choice_part (GTK_BOX (card), _("What it costs"), choice->cost);
      add_choice_part (GTK_BOX (card), _("What is not known"), choice->unknown);
      if (choice->certainty != GENU_CERTAINTY_NONE)
        gtk_box_append (GTK_BOX (card), new_certainty_row (choice->certainty));
      gtk_box_append (box, card);
    }
}

static void
add_key_point (GtkBox          *box,
               const GenuTopic *topic)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "genu-key-point");
  gtk_box_append (GTK_BOX (card), genu_text_new_heading (_("Key point"), 3));
  gtk_box_append (GTK_BOX (card), genu_text_new_plain (topic->key_point, "genu-text"));
  gtk_box_append (box, card);
}

/* --- The glossary words of a text --- */

static void
collect_terms (GPtrArray       *ids,
               const GPtrArray *paragraphs)
{
  for (guint i = 0; paragraphs != NULL && i < paragraphs->len; i++)
    {
      const GenuParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      for (guint j = 0; j < paragraph->runs->len; j++)
        {
          const GenuRun *run = g_ptr_array_index (paragraph->runs, j);

          if (run->kind == GENU_RUN_TERM && run->ref != NULL
              && !g_ptr_array_find_with_equal_func (ids, run->ref, g_str_equal, NULL))
            g_ptr_array_add (ids, run->ref);
        }
    }
}

static GtkWidget *
new_term_button (const GenuGlossaryEntry *entry)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = genu_text_new_plain (entry->term, NULL);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "genu-word");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entry->term, -1);
  g_object_set_data_full (G_OBJECT (button), "term", g_strdup (entry->id), g_free);

  return button;
}

/* Appends a button for each glossary word of @lists (of GenuParagraph, NULL-terminated). */
static void
add_terms (GtkBox                 *box,
           const GenuPack         *pack,
           const GPtrArray *const *lists)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  GtkWidget *flow = genu_text_new_flow (6);

  for (guint i = 0; lists[i] != NULL; i++)
    collect_terms (ids, lists[i]);
  for (guint i = 0; i < ids->len; i++)
    {
      const GenuGlossaryEntry *entry = genu_pack_find_term (pack, g_ptr_array_index (ids, i));

      if (entry != NULL)
        genu_text_append_to_flow (flow, new_term_button (entry));
    }
  g_object_ref_sink (flow);
  if (gtk_widget_get_first_child (flow) != NULL)
    {
      gtk_box_append (box, genu_text_new_heading (_("Words used here"), 3));
      gtk_box_append (box, flow);
    }
  g_object_unref (flow);
}

static void
add_terms_of_first (GtkBox          *box,
                    const GenuPack  *pack,
                    const GenuTopic *topic)
{
  g_autoptr(GPtrArray) lists = g_ptr_array_new ();

  g_ptr_array_add (lists, topic->hoped);
  for (guint i = 0; i < topic->body->len; i++)
    g_ptr_array_add (lists, ((GenuBodySection *) g_ptr_array_index (topic->body, i))->paragraphs);
  for (guint i = 0; i < topic->choices->len; i++)
    {
      const GenuChoice *choice = g_ptr_array_index (topic->choices, i);

      g_ptr_array_add (lists, choice->what);
      g_ptr_array_add (lists, choice->good);
      g_ptr_array_add (lists, choice->harms);
      g_ptr_array_add (lists, choice->cost);
      g_ptr_array_add (lists, choice->unknown);
    }
  g_ptr_array_add (lists, NULL);
  add_terms (box, pack, (const GPtrArray *const *) lists->pdata);
}

static void
add_terms_of_evidence (GtkBox             *box,
                       const GenuPack     *pack,
                       const GenuEvidence *evidence)
{
  const GPtrArray *lists[] = { evidence->favourable, evidence->unfavourable, evidence->not_known,
                               evidence->limits, evidence->harms, NULL };

  add_terms (box, pack, lists);
}

/* The topic asks the reader to say it back; some texts bring these words along. */
static void
add_teach_back (GtkBox          *box,
                const GenuTopic *topic)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "genu-card");
  gtk_box_append (GTK_BOX (card), genu_text_new_heading (_("Talk it over"), 3));
  gtk_box_append (GTK_BOX (card), genu_text_new_plain (topic->teach_back, "genu-text"));
  gtk_box_append (box, card);
}

/**
 * genu_topic_text_fill_first:
 * @box: an empty or old box
 * @pack: the pack, for its glossary
 * @topic: a topic
 *
 * Fills @box with what is hoped for, and with the body of a page.
 */
void
genu_topic_text_fill_first (GtkBox          *box,
                            const GenuPack  *pack,
                            const GenuTopic *topic)
{
  genu_topic_text_clear (box);
  if (topic->hoped->len > 0)
    {
      gtk_box_append (box, genu_text_new_heading (_("What is hoped for"), 2));
      genu_text_append_all (box, topic->hoped);
    }
  add_body (box, topic);
  add_choices (box, topic);
  add_key_point (box, topic);
  if (topic->teach_back != NULL)
    add_teach_back (box, topic);
  add_terms_of_first (box, pack, topic);
}

/**
 * genu_topic_text_add_reference:
 * @box: a box
 * @reference: one source
 *
 * Appends @reference as one paragraph.
 */
void
genu_topic_text_add_reference (GtkBox              *box,
                               const GenuReference *reference)
{
  g_autofree char *text = genu_reference_dup_text (reference);

  gtk_box_append (box, genu_text_new_plain (text, "genu-reference"));
}

static void
add_sources (GtkBox          *box,
             const GenuPack  *pack,
             const GenuTopic *topic)
{
  gtk_box_append (box, genu_text_new_heading (_("Where this comes from"), 2));
  for (gsize i = 0; topic->evidence->cites[i] != NULL; i++)
    {
      const GenuReference *reference = genu_pack_find_reference (pack, topic->evidence->cites[i]);

      if (reference != NULL)
        genu_topic_text_add_reference (box, reference);
    }
}

/**
 * genu_topic_text_fill_sure:
 * @box: an empty or old box
 * @pack: the pack, for its bibliography
 * @topic: a topic
 *
 * Fills @box with how sure anyone is: certainty, both sides in equal detail, what is not known,
 * who paid, sources.
 */
void
genu_topic_text_fill_sure (GtkBox          *box,
                           const GenuPack  *pack,
                           const GenuTopic *topic)
{
  const GenuEvidence *evidence = topic->evidence;

  genu_topic_text_clear (box);
  if (evidence == NULL)
    return;

  gtk_box_append (box, genu_text_new_heading (_("How sure are we?"), 2));
  gtk_box_append (box, new_certainty_row (evidence->certainty));
  add_part (box, _("What speaks for it"), evidence->favourable);
  add_part (box, _("What speaks against it"), evidence->unfavourable);
  add_part (box, _("What is not known"), evidence->not_known);
  add_part (box, _("Limits of the studies"), evidence->limits);
  add_part (box, _("What may harm"), evidence->harms);
  if (evidence->duration != NULL)
    {
      gtk_box_append (box, genu_text_new_heading (_("For how long"), 2));
      gtk_box_append (box, genu_text_new_plain (evidence->duration, "genu-text"));
    }
  if (evidence->funding != NULL)
    {
      gtk_box_append (box, genu_text_new_heading (_("Who paid for the studies"), 2));
      gtk_box_append (box, genu_text_new_plain (evidence->funding, "genu-text"));
    }
  add_terms_of_evidence (box, pack, evidence);
  add_sources (box, pack, topic);
}
