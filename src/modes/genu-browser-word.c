/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The meaning of a word, in a popover that points to it.  There is one popover for all words, and
 * it belongs to the browser: a reset takes the words away, and GTK 4.8 asks a popover that the
 * pointer was last in for its surface, which one without a place in the window does not have. */

#include "config.h"

#include "genu-browser-private.h"

#include "genu-list-page.h"
#include "genu-popover.h"
#include "genu-text.h"

/* Of a line of the meaning, at most. */
#define MOST_CHARS 44

/* The keyboard goes on where it was. */
static void
on_closed (GenuBrowser *self)
{
  if (self->word != NULL && gtk_widget_get_mapped (self->word))
    gtk_widget_grab_focus (self->word);
}

static void
on_word_unmapped (GenuBrowser *self)
{
  gtk_popover_popdown (self->word_popover);
}

static void
set_word (GenuBrowser *self,
          GtkWidget   *word)
{
  if (self->word != NULL)
    g_signal_handlers_disconnect_by_func (self->word, on_word_unmapped, self);
  if (g_set_weak_pointer (&self->word, word))
    g_signal_connect_object (word, "unmap", G_CALLBACK (on_word_unmapped), self,
                             G_CONNECT_SWAPPED);
}

static GtkPopover *
need_popover (GenuBrowser *self)
{
  if (self->word_popover == NULL)
    {
      self->word_popover = GTK_POPOVER (genu_popover_new (NULL));
      gtk_widget_set_parent (GTK_WIDGET (self->word_popover), GTK_WIDGET (self));
      g_signal_connect_swapped (self->word_popover, "closed", G_CALLBACK (on_closed), self);
    }

  return self->word_popover;
}

static GtkWidget *
new_meaning (const GenuGlossaryEntry *entry)
{
  GtkWidget *term = genu_list_page_new_term (entry);

  for (GtkWidget *child = gtk_widget_get_first_child (term); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_label_set_max_width_chars (GTK_LABEL (child), MOST_CHARS);

  return term;
}

/* Where the word is, in the browser's coordinates.  What a screen reader asks for may be scrolled
 * out of sight: then it is the edge that is next to it. */
static void
find_place (GenuBrowser  *self,
            GtkWidget    *near,
            const char   *uri,
            GdkRectangle *out_place)
{
  graphene_rect_t word, page;
  graphene_point_t corner;
  double left, top, right, bottom;

  if (!GTK_IS_LABEL (near) || !genu_text_find_link (GTK_LABEL (near), uri, &word))
    graphene_rect_init (&word, 0, 0, (float) gtk_widget_get_width (near),
                        (float) gtk_widget_get_height (near));
  if (!gtk_widget_compute_point (near, GTK_WIDGET (self), &word.origin, &corner)
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->stack), GTK_WIDGET (self), &page))
    return;

  left = CLAMP (corner.x, page.origin.x, page.origin.x + page.size.width - 1);
  top = CLAMP (corner.y, page.origin.y, page.origin.y + page.size.height - 1);
  right = CLAMP (corner.x + word.size.width, left + 1, page.origin.x + page.size.width);
  bottom = CLAMP (corner.y + word.size.height, top + 1, page.origin.y + page.size.height);
  *out_place = (GdkRectangle) { (int) left, (int) top, (int) (right - left),
                                (int) (bottom - top) };
}

/**
 * genu_browser_show_word:
 * @self: a browser
 * @near: what has the word: a label with a link, or a button
 * @uri: of the link
 * @entry: what it means
 */
void
genu_browser_show_word (GenuBrowser             *self,
                        GtkWidget               *near,
                        const char              *uri,
                        const GenuGlossaryEntry *entry)
{
  GtkPopover *popover = need_popover (self);
  GdkRectangle place = { 0, 0, 1, 1 };

  set_word (self, near);
  genu_popover_set_content (popover, new_meaning (entry));
  genu_popover_fit (popover, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  find_place (self, near, uri, &place);
  gtk_popover_set_pointing_to (popover, &place);
  gtk_popover_popup (popover);
}

void
genu_browser_hide_word (GenuBrowser *self)
{
  if (self->word_popover != NULL)
    gtk_popover_popdown (self->word_popover);
}

/* A widget with a popover tells it of each allocation. */
void
genu_browser_allocate_word (GenuBrowser *self)
{
  if (self->word_popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->word_popover)))
    gtk_popover_present (self->word_popover);
}

void
genu_browser_drop_word (GenuBrowser *self)
{
  set_word (self, NULL);
  if (self->word_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->word_popover));
  self->word_popover = NULL;
}
