/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-list-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "genu-reading.h"
#include "genu-text.h"
#include "genu-topic-text.h"

/* A scrolling column of reading width around @box. */
static GtkWidget *
wrap (GtkWidget *box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_add_css_class (box, "genu-reading");
  genu_reading_follow_text (ADW_CLAMP (clamp));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}

/**
 * genu_list_page_new_term:
 * @entry: a word of the glossary
 *
 * Returns: (transfer floating): the word, how it is spoken, what it means
 */
GtkWidget *
genu_list_page_new_term (const GenuGlossaryEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "genu-term");
  gtk_box_append (GTK_BOX (box), genu_text_new_heading (entry->term, 3));
  if (entry->say != NULL)
    {
      g_autofree char *say = g_strdup_printf (_("Say: %s"), entry->say);

      gtk_box_append (GTK_BOX (box), genu_text_new_plain (say, "genu-say"));
    }
  gtk_box_append (GTK_BOX (box), genu_text_new_plain (entry->means, "genu-text"));

  return box;
}

GtkWidget *
genu_list_page_new_glossary (const GenuPack *pack)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);

  gtk_box_append (GTK_BOX (box), genu_text_new_heading (_("Words"), 1));
  for (guint i = 0; i < pack->glossary->len; i++)
    gtk_box_append (GTK_BOX (box), genu_list_page_new_term (g_ptr_array_index (pack->glossary, i)));

  return wrap (box);
}

GtkWidget *
genu_list_page_new_sources (const GenuPack *pack)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  gtk_box_append (GTK_BOX (box), genu_text_new_heading (_("Sources"), 1));
  for (guint i = 0; i < pack->references->len; i++)
    genu_topic_text_add_reference (GTK_BOX (box), g_ptr_array_index (pack->references, i));

  return wrap (box);
}

/* What a reader sees when there is nothing to read; the reason is in the journal. */
GtkWidget *
genu_list_page_new_trouble (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), genu_text_new_heading (_("This page cannot be shown"), 1));
  gtk_box_append (GTK_BOX (box),
                  genu_text_new_plain (_("The pages about your knee could not be read. "
                                         "Please tell the staff."), "genu-lead"));
  gtk_box_append (GTK_BOX (box),
                  genu_text_new_plain (_("For staff: the reason is in the system journal. "
                                         "The command “genu-tool check” names each fault."),
                                       "genu-colophon"));

  return wrap (box);
}
