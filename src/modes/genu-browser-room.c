/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fits text, targets and pages to their room.  The window's size says how large everything is; the
 * browser's own size, which may be a part of the window, says what has room. */

#include "config.h"

#include "genu-browser-private.h"

#include "genu-window-size.h"

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
  gboolean words = !self->room.narrow && !self->room.low;

  if (self->room.width == 0)
    return;

  set_class (self, "narrow", self->room.narrow);
  set_class (self, "low", self->room.low);
  gtk_widget_set_visible (self->words_button, self->room.wide && words && self->pack != NULL);
  gtk_widget_set_visible (self->sources_button, self->room.wide && words && self->pack != NULL);
  set_words_visible (self->back_button, words);
  set_words_visible (self->home_button, words);

  if (self->home != NULL)
    genu_home_page_set_room (self->home, &self->room);
  if (self->topic_page != NULL)
    genu_topic_page_set_room (self->topic_page, &self->room);
  genu_browser_update_header (self);
}

static void
look_at_room (GenuBrowser *self,
              int          width,
              int          height)
{
  genu_room_init (&self->room, width, height, genu_look_get_em (self->look),
                  genu_look_get_target (self->look));
}

/**
 * genu_browser_expect_room:
 * @self: a browser in a window that is about to be shown
 *
 * Fits to the room that there will most likely be: what was laid out for another is laid out, and
 * drawn, twice.
 */
void
genu_browser_expect_room (GenuBrowser *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  GdkRectangle size;

  if (!GTK_IS_WINDOW (window) || !genu_look_expect (self->look, GTK_WINDOW (window), &size))
    return;

  self->look_serial = genu_look_get_serial (self->look);
  genu_browser_apply_look (self);
  look_at_room (self, size.width, size.height);
  genu_browser_apply_room (self);
}

/* What lies beyond the window's edges is not room: a widget that holds more than has room is as
 * large as what it holds wants to be, and so would never be told that there is less. */
static void
get_room (GenuBrowser *self,
          GtkWidget   *window,
          int         *out_width,
          int         *out_height)
{
  graphene_rect_t seen, own;
  int width, height;

  genu_window_get_size (window, &width, &height);
  graphene_rect_init (&seen, 0, 0, (float) width, (float) height);
  if (!gtk_widget_compute_bounds (GTK_WIDGET (self), window, &own)
      || !graphene_rect_intersection (&own, &seen, &seen))
    return;

  *out_width = (int) seen.size.width;
  *out_height = (int) seen.size.height;
}

static gboolean
fit_text (gpointer user_data)
{
  GenuBrowser *self = user_data;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean settled;

  self->scale_id = 0;
  if (window == NULL || gtk_widget_get_width (window) <= 0)
    return G_SOURCE_REMOVE;

  genu_look_fit (self->look, window);
  settled = genu_look_get_serial (self->look) == self->look_serial;
  self->look_serial = genu_look_get_serial (self->look);
  if (!settled)
    genu_browser_apply_look (self);
  get_room (self, window, &width, &height);
  look_at_room (self, width, height);
  /* Another size of text leads to another allocation, and so here again. */
  self->room.settled = settled;
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
