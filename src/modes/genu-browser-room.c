/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fits text, targets and pages to their room.  The window's size says how large everything is; the
 * browser's own size, which may be a part of the window, says what has room. */

#include "config.h"

#include "genu-browser-private.h"

/* Text and targets fit a window of this size; larger ones enlarge both, since they are read from
 * farther away or have more pixels for the same hand. */
#define PLAIN_LONG_SIDE 1280.0
#define PLAIN_SHORT_SIDE 720.0
#define LARGEST_SCALE 3.0

/* Room is counted in plain pixels: those that are left when the size of text is taken out. */
#define WIDE_FROM 800
#define NARROW_BELOW 560
#define LOW_BELOW 520

static void
set_class (GenuBrowser *self,
           const char  *name,
           gboolean     set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_words_visible (GtkWidget *header_button,
                   gboolean   visible)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (header_button));

  gtk_widget_set_visible (gtk_widget_get_last_child (box), visible);
}

/**
 * genu_browser_apply_room:
 * @self: a browser
 *
 * What has no room leaves the drawing its share of the window.  Pages built later are told too.
 */
void
genu_browser_apply_room (GenuBrowser *self)
{
  set_class (self, "narrow", self->narrow);
  set_class (self, "low", self->low);
  gtk_widget_set_visible (self->words_button, self->wide && self->pack != NULL);
  gtk_widget_set_visible (self->sources_button, self->wide && self->pack != NULL);
  set_words_visible (self->back_button, !self->narrow);
  set_words_visible (self->home_button, !self->narrow);

  if (self->home != NULL)
    genu_home_page_set_room (self->home, self->scale, self->wide);
  if (self->topic_page != NULL)
    genu_topic_page_set_room (self->topic_page, self->narrow, self->low);
}

static gboolean
fit_text (gpointer user_data)
{
  GenuBrowser *self = user_data;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  double width = window != NULL ? gtk_widget_get_width (window) : 0;
  double height = window != NULL ? gtk_widget_get_height (window) : 0;
  double text;

  self->scale_id = 0;
  if (width <= 0 || height <= 0)
    return G_SOURCE_REMOVE;

  self->scale = MIN (MAX (width, height) / PLAIN_LONG_SIDE, MIN (width, height) / PLAIN_SHORT_SIDE);
  self->scale = CLAMP (self->scale, 1, LARGEST_SCALE);
  text = self->scale * genu_look_get_text_scale (self->look);
  genu_look_set_window_scale (self->look, self->scale);

  self->wide = gtk_widget_get_width (GTK_WIDGET (self)) / text >= WIDE_FROM;
  self->narrow = gtk_widget_get_width (GTK_WIDGET (self)) / text < NARROW_BELOW;
  self->low = gtk_widget_get_height (GTK_WIDGET (self)) / text < LOW_BELOW;
  genu_browser_apply_room (self);

  return G_SOURCE_REMOVE;
}

/* Not within the allocation: a new size of text needs another one. */
void
genu_browser_queue_fit (GenuBrowser *self)
{
  if (self->scale_id == 0)
    self->scale_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_text, self, NULL);
}
