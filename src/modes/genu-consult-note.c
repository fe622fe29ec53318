/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-consult-note.h"

#include <glib/gi18n.h>

#include "genu-text.h"
#include "genu-topic-text.h"

/* In a row of text; beside the picture there is not room for more. */
#define MOST_CHARS 40

/**
 * genu_consult_note_new:
 *
 * Returns: (transfer floating): an empty note, which scrolls
 */
GtkWidget *
genu_consult_note_new (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_widget_add_css_class (box, "genu-note");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Note for the doctor"), -1);

  return scroller;
}

static GtkBox *
get_box (GtkWidget *note)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (note));

  return GTK_BOX (gtk_viewport_get_child (GTK_VIEWPORT (viewport)));
}

static void
append (GtkBox    *box,
        GtkWidget *label)
{
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_box_append (box, label);
}

/* The number of a source among those cited so far; it is added when new. */
static guint
get_number (GPtrArray           *sources,
            const GenuReference *reference)
{
  guint index;

  if (!g_ptr_array_find (sources, reference, &index))
    {
      index = sources->len;
      g_ptr_array_add (sources, (gpointer) reference);
    }
  return index + 1;
}

static GtkWidget *
new_paragraph (const GenuPack      *pack,
               const GenuParagraph *paragraph,
               GPtrArray           *sources)
{
  GtkWidget *label = genu_text_new_plain ("", "genu-note-text");
  g_autoptr(GString) markup = g_string_new (NULL);
  g_autofree char *text = g_markup_escape_text (paragraph->text, -1);
  const char *separator = "\u2009<sup>";

  g_string_append (markup, text);
  for (guint i = 0; paragraph->cites[i] != NULL; i++)
    {
      const GenuReference *reference = genu_pack_find_reference (pack, paragraph->cites[i]);

      if (reference == NULL)
        continue;
      g_string_append_printf (markup, "%s%u", separator, get_number (sources, reference));
      separator = ",\u2009";
    }
  if (*separator == ',')
    g_string_append (markup, "</sup>");
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);

  return label;
}

static void
append_step (GtkBox          *box,
             const GenuTopic *topic,
             guint            index)
{
  const GenuStep *step = index < topic->steps->len ? g_ptr_array_index (topic->steps, index) : NULL;

  if (step == NULL || step->for_clinician == NULL)
    return;

  append (box, genu_text_new_heading (_("This picture"), 3));
  append (box, genu_text_new_plain (step->for_clinician, "genu-note-text"));
}

static void
append_sources (GtkBox    *box,
                GPtrArray *sources)
{
  if (sources->len > 0)
    append (box, genu_text_new_heading (_("Sources"), 3));
  for (guint i = 0; i < sources->len; i++)
    {
      const GenuReference *reference = g_ptr_array_index (sources, i);
      g_autoptr(GString) text = g_string_new (NULL);

      g_string_append_printf (text, "%u. %s. %s.", i + 1, reference->authors, reference->title);
      if (reference->container != NULL)
        g_string_append_printf (text, " %s.", reference->container);
      if (reference->year != NULL)
        g_string_append_printf (text, " %s.", reference->year);
      if (reference->doi != NULL)
        g_string_append_printf (text, " doi:%s", reference->doi);
      append (box, genu_text_new_plain (text->str, "genu-note-source"));
    }
}

/**
 * genu_consult_note_show:
 * @note: a note
 * @pack: the pack
 * @topic: (nullable): a topic of it; %NULL empties the note
 * @step: the step that is shown
 */
void
genu_consult_note_show (GtkWidget       *note,
                        const GenuPack  *pack,
                        const GenuTopic *topic,
                        guint            step)
{
  GtkBox *box = get_box (note);
  g_autoptr(GPtrArray) sources = g_ptr_array_new ();

  genu_topic_text_clear (box);
  if (topic == NULL)
    return;

  append (box, genu_text_new_heading (_("For the doctor"), 2));
  append_step (box, topic, step);
  if (topic->for_clinician->len > 0)
    append (box, genu_text_new_heading (_("This topic"), 3));
  for (guint i = 0; i < topic->for_clinician->len; i++)
    append (box, new_paragraph (pack, g_ptr_array_index (topic->for_clinician, i), sources));
  append_sources (box, sources);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (note)), 0);
}
