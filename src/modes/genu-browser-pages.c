/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages are built when they are first needed; those nobody asked for yet, when the first picture is
 * on screen and nothing plays.  So a window opens as soon as what it shows is ready. */

#include "config.h"

#include "genu-browser-private.h"

#include <glib/gi18n.h>

#include "genu-list-page.h"

/* Pages that are built ahead, in the order in which a reader is likely to need them. */
static const char *const all_pages[] = { GENU_PAGE_HOME, GENU_PAGE_TOPIC, GENU_PAGE_GLOSSARY,
                                         GENU_PAGE_SOURCES };

/* --- What pages ask for --- */

static void
on_topic_chosen (GenuBrowser *self,
                 const char  *id)
{
  genu_browser_open_topic (self, id, 0, FALSE);
}

static void
on_tour_chosen (GenuBrowser *self,
                guint        tour)
{
  genu_browser_open_tour (self, tour);
}

/**
 * genu_browser_close_popovers:
 * @self: a browser
 *
 * Closes whatever lies over the page: the choices behind “Aa”, the meaning of a word.
 */
void
genu_browser_close_popovers (GenuBrowser *self)
{
  GtkWidget *look_button;

  g_return_if_fail (GENU_IS_BROWSER (self));

  look_button = gtk_widget_get_first_child (GTK_WIDGET (self->look_box));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (look_button));
  genu_browser_hide_word (self);
}

static void
on_link (GenuBrowser *self,
         const char  *uri,
         GtkWidget   *near)
{
  const GenuGlossaryEntry *entry;

  if (!g_str_has_prefix (uri, "term:"))
    return;

  entry = genu_pack_find_term (self->pack, uri + strlen ("term:"));
  if (entry != NULL)
    genu_browser_show_word (self, near, uri, entry);
}

static gboolean
emit_first_picture (gpointer user_data)
{
  GenuBrowser *self = user_data;

  self->picture_id = 0;
  self->shown = TRUE;
  g_signal_emit_by_name (self, "first-picture");
  genu_browser_queue_building (self);

  return G_SOURCE_REMOVE;
}

/* Not at once: the frame must first reach the screen. */
static void
on_first_picture (GenuBrowser *self)
{
  if (!self->shown && self->picture_id == 0)
    self->picture_id = g_idle_add (emit_first_picture, self);
}

/* --- Building --- */

static void
apply_look_to (GenuBrowser     *self,
               GenuDiagramView *view)
{
  if (view == NULL)
    return;

  genu_diagram_view_set_text_scale (view, genu_look_get_label_scale (self->look));
  genu_diagram_view_set_least_text (view, genu_look_get_least_label (self->look));
  genu_diagram_view_set_theme (view, genu_look_get_theme (self->look));
}

/* Gives the drawings the reader's choices. */
void
genu_browser_apply_look (GenuBrowser *self)
{
  if (self->home != NULL)
    apply_look_to (self, genu_home_page_get_view (self->home));
  if (self->topic_page != NULL)
    apply_look_to (self, genu_topic_page_get_view (self->topic_page));
}

void
genu_browser_apply_side (GenuBrowser *self)
{
  if (self->home != NULL && genu_home_page_get_view (self->home) != NULL)
    genu_diagram_view_set_side (genu_home_page_get_view (self->home), self->side);
  if (self->topic_page != NULL)
    genu_diagram_view_set_side (genu_topic_page_get_view (self->topic_page), self->side);
}

static GtkWidget *
new_home (GenuBrowser *self)
{
  if (self->pack == NULL)
    {
      on_first_picture (self);
      return genu_list_page_new_trouble ();
    }

  self->home = GENU_HOME_PAGE (genu_home_page_new (self->pack));
  g_signal_connect_swapped (self->home, "topic-chosen", G_CALLBACK (on_topic_chosen), self);
  g_signal_connect_swapped (self->home, "tour-chosen", G_CALLBACK (on_tour_chosen), self);
  g_signal_connect_swapped (self->home, "first-picture", G_CALLBACK (on_first_picture), self);

  return GTK_WIDGET (self->home);
}

static GtkWidget *
new_topic_page (GenuBrowser *self)
{
  GenuDiagramView *view;

  self->topic_page = GENU_TOPIC_PAGE (genu_topic_page_new (self->pack));
  view = genu_topic_page_get_view (self->topic_page);
  g_signal_connect_swapped (self->topic_page, "first-picture", G_CALLBACK (on_first_picture), self);
  g_signal_connect_swapped (self->topic_page, "link", G_CALLBACK (on_link), self);
  g_signal_connect_swapped (self->topic_page, "walked", G_CALLBACK (genu_browser_update_title),
                            self);
  g_signal_connect_swapped (self->topic_page, "walk-ended", G_CALLBACK (genu_browser_go_home),
                            self);
  g_signal_connect_swapped (view, "notify::playing", G_CALLBACK (genu_browser_update_playing),
                            self);
  g_signal_connect_swapped (view, "map", G_CALLBACK (genu_browser_update_playing), self);
  g_signal_connect_swapped (view, "unmap", G_CALLBACK (genu_browser_update_playing), self);

  return GTK_WIDGET (self->topic_page);
}

static GtkWidget *
new_page (GenuBrowser *self,
          const char  *name)
{
  if (g_str_equal (name, GENU_PAGE_HOME))
    return new_home (self);
  if (self->pack == NULL)
    return NULL;
  if (g_str_equal (name, GENU_PAGE_TOPIC))
    return new_topic_page (self);
  if (g_str_equal (name, GENU_PAGE_GLOSSARY))
    return genu_list_page_new_glossary (self->pack);
  if (g_str_equal (name, GENU_PAGE_SOURCES))
    return genu_list_page_new_sources (self->pack);

  return NULL;
}

gboolean
genu_browser_has_page (GenuBrowser *self,
                       const char  *name)
{
  return gtk_stack_get_child_by_name (self->stack, name) != NULL;
}

void
genu_browser_put_page (GenuBrowser *self,
                       const char  *name,
                       GtkWidget   *page)
{
  /* GtkStack does not hide from screen readers what it does not show (see genu-stack.c). */
  gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_stack_add_named (self->stack, page, name);
}

/* Builds the page if it is not there yet.  FALSE when there is no page of that name. */
gboolean
genu_browser_need_page (GenuBrowser *self,
                        const char  *name)
{
  GtkWidget *page;

  if (genu_browser_has_page (self, name))
    return TRUE;

  page = new_page (self, name);
  if (page == NULL)
    return FALSE;

  genu_browser_put_page (self, name, page);
  genu_browser_apply_look (self);
  genu_browser_apply_side (self);
  genu_browser_apply_room (self);

  return TRUE;
}

/* One page a turn, so that no turn is long; none while a step plays. */
static gboolean
build_ahead (gpointer user_data)
{
  GenuBrowser *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (all_pages) && !self->playing; i++)
    if (!genu_browser_has_page (self, all_pages[i]) && genu_browser_need_page (self, all_pages[i]))
      return G_SOURCE_CONTINUE;

  self->build_id = 0;
  return G_SOURCE_REMOVE;
}

void
genu_browser_queue_building (GenuBrowser *self)
{
  if (self->build_id == 0 && self->shown && !self->playing)
    self->build_id = g_idle_add_full (G_PRIORITY_LOW, build_ahead, self, NULL);
}

/* Forgets the pages of the pack, with all that a reader did to them. */
void
genu_browser_drop_pages (GenuBrowser *self)
{
  g_clear_handle_id (&self->build_id, g_source_remove);
  g_clear_handle_id (&self->picture_id, g_source_remove);
  genu_browser_hide_word (self);
  genu_browser_return_tabs (self);
  self->home = NULL;
  self->topic_page = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (all_pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, all_pages[i]);

      if (page != NULL)
        gtk_stack_remove (self->stack, page);
    }
}
