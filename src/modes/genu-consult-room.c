/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the strip of tools, the note and the pages have their place, by the room there is.  In a
 * wide window the three stand side by side, in a high one below each other.  Where there is no room
 * for a column more, the note lies over the words about the picture: a doctor who reads it knows
 * them, and the picture stays whole. */

#include "config.h"

#include "genu-consult-window-private.h"

#include <glib/gi18n.h>

#include "genu-window-size.h"

/* Of the window's height, where the note lies below the picture. */
#define NOTE_SHARE 0.26
/* Of the window's width, where it lies over pages without a picture. */
#define OVER_SHARE 0.42

/* In em of plain text: a narrower window has no room for the note beside the browser, or for long
 * words in its header. */
#define TIGHT_BELOW 66
#define SHORT_BELOW 52

/* What was arranged is measured anew with the style it then has; but not for ever. */
#define MOST_FITS 2

/* --- The note --- */

static gboolean
is_over (GenuConsultWindow *self)
{
  return self->tight && !self->portrait;
}

/* The note is where it is wanted, in the box or over it. */
static void
move_note (GenuConsultWindow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (self->note);

  if (is_over (self) == (parent == GTK_WIDGET (self->overlay)))
    return;

  g_object_ref (self->note);
  if (is_over (self))
    {
      gtk_box_remove (self->box, self->note);
      gtk_overlay_add_overlay (self->overlay, self->note);
    }
  else
    {
      gtk_overlay_remove_overlay (self->overlay, self->note);
      gtk_box_append (self->box, self->note);
    }
  g_object_unref (self->note);
  if (is_over (self))
    gtk_widget_add_css_class (self->note, "genu-note-over");
  else
    gtk_widget_remove_css_class (self->note, "genu-note-over");
}

/* Where the words beside the picture are; FALSE when they are not beside one. */
static gboolean
find_words (GenuConsultWindow *self,
            graphene_rect_t   *out_words)
{
  GtkWidget *words;

  if (genu_consult_window_get_picture (self, NULL) == NULL)
    return FALSE;

  words = genu_topic_page_get_words (genu_browser_get_topic_page (self->browser));
  return gtk_widget_get_mapped (words)
         && gtk_widget_compute_bounds (words, GTK_WIDGET (self->overlay), out_words)
         && out_words->size.height > gtk_widget_get_height (GTK_WIDGET (self->overlay)) / 2.0f;
}

static gboolean
on_get_position (GtkOverlay        *overlay,
                 GtkWidget         *child,
                 GdkRectangle      *out_place,
                 GenuConsultWindow *self)
{
  gboolean rtl = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (overlay)), least;
  graphene_rect_t words;

  if (child != self->note)
    return FALSE;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (!find_words (self, &words))
    graphene_rect_init (&words, rtl ? 0 : width * (1 - (float) OVER_SHARE), 0,
                        width * (float) OVER_SHARE,
                        (float) gtk_widget_get_height (GTK_WIDGET (overlay)));
  out_place->width = MAX (least, (int) words.size.width);
  out_place->height = (int) words.size.height;
  out_place->x = (int) words.origin.x - (rtl ? 0 : out_place->width - (int) words.size.width);
  out_place->y = (int) words.origin.y;

  return TRUE;
}

/* --- All of it --- */

/* Beside the pages where the window is wide, below them where it is high. */
static void
arrange (GenuConsultWindow *self)
{
  GtkWidget *browser = GTK_WIDGET (self->browser), *strip = GTK_WIDGET (self->strip);
  GtkWidget *first = self->portrait ? browser : strip, *last = self->portrait ? strip : browser;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  self->portrait ? GTK_ORIENTATION_VERTICAL
                                                 : GTK_ORIENTATION_HORIZONTAL);
  move_note (self);
  gtk_box_reorder_child_after (self->box, first, NULL);
  if (!is_over (self))
    gtk_box_reorder_child_after (self->box, self->note, first);
  gtk_box_reorder_child_after (self->box, last, is_over (self) ? first : self->note);
}

static void
fit_sides (GenuConsultWindow *self,
           gboolean           brief)
{
  if (self->sides[0] == NULL)
    return;

  gtk_button_set_label (GTK_BUTTON (self->sides[0]), brief ? _("Right") : _("Right knee"));
  gtk_button_set_label (GTK_BUTTON (self->sides[1]), brief ? _("Left") : _("Left knee"));
}

static void
fit_to (GenuConsultWindow *self,
        int                width,
        int                height)
{
  double em = genu_look_get_em (genu_browser_get_look (self->browser));

  self->portrait = height > width;
  self->tight = width < TIGHT_BELOW * em;
  fit_sides (self, width < SHORT_BELOW * em);
  arrange (self);
  genu_consult_strip_set_room (self->strip, self->portrait ? GTK_ORIENTATION_HORIZONTAL
                                                           : GTK_ORIENTATION_VERTICAL,
                               self->portrait ? width : height);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->note),
                                              self->portrait ? (int) (height * NOTE_SHARE) : -1);
}

/* What is arranged is laid out anew, which leads here again: that must come to an end. */
static gboolean
fit (gpointer user_data)
{
  GenuConsultWindow *self = user_data;
  guint serial = genu_look_get_serial (genu_browser_get_look (self->browser));
  int width, height;

  self->fit_id = 0;
  genu_window_get_size (GTK_WIDGET (self), &width, &height);
  if (width != self->fit_width || height != self->fit_height || serial != self->fit_serial)
    self->n_fits = 0;
  if (width <= 0 || self->n_fits >= MOST_FITS)
    return G_SOURCE_REMOVE;

  self->n_fits++;
  self->fit_width = width;
  self->fit_height = height;
  self->fit_serial = serial;
  fit_to (self, width, height);

  return G_SOURCE_REMOVE;
}

/* After the browser has chosen the size of its text. */
void
genu_consult_queue_fit (GenuConsultWindow *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add (fit, self);
}

void
genu_consult_add_room (GenuConsultWindow *self)
{
  g_signal_connect (self->overlay, "get-child-position", G_CALLBACK (on_get_position), self);
}
