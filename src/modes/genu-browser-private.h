/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-browser.h"

#include "genu-home-page.h"

G_BEGIN_DECLS

struct _GenuBrowser
{
  GtkWidget parent_instance;

  const GenuPack *pack;    /* outlives the browser; NULL when it could not be read */
  GenuLook       *look;    /* owned */
  GPtrArray      *history; /* of page names, the current one last; the first is the home page */
  char           *title;   /* of what is shown */
  GenuSide        side;
  gboolean        started; /* a page is shown */
  gboolean        shown;   /* "first-picture" was emitted */
  gboolean        playing; /* as last notified */

  /* As at the start, for the reset. */
  guint           start_size;
  GenuTheme       start_theme;
  gboolean        start_theme_chosen; /* rather than the desktop's */
  gboolean        start_still;
  GenuSide        start_side;

  /* Pages: built when they are first needed, or when there is time. */
  GtkStack       *stack;
  GenuHomePage   *home;       /* NULL until built, as the next */
  GenuTopicPage  *topic_page;
  GHashTable     *titles;     /* of pages that a mode added: name → title */
  guint           build_id;   /* idle that builds the pages nobody asked for yet */
  guint           picture_id; /* idle that emits "first-picture" */
  GtkPopover     *word_popover; /* child that explains a word; NULL until it is needed */
  GtkWidget      *word;       /* weak: what it points to; NULL when that has gone */

  /* The header. */
  AdwHeaderBar   *header;
  GtkLabel       *title_label; /* owned, since tabs may take its place */
  GtkBox         *start_box;  /* the mode's own widgets, as the next */
  GtkBox         *end_box;
  GtkWidget      *back_button;
  GtkWidget      *home_button;
  GtkWidget      *words_button;
  GtkWidget      *sources_button;
  GtkBox         *look_box;   /* holds the "Aa" button */

  /* Room. */
  guint           scale_id;   /* idle that fits the text to the window */
  guint           look_serial; /* of the sizes that were applied */
  GenuRoom        room;       /* its width is 0 until there is a window */

  /* Keys, caught by the window that holds us. */
  GtkEventController *keys;   /* owned by the window; NULL without one */
};

/* genu-browser.c */
const char *genu_browser_current_page   (GenuBrowser *self);
void        genu_browser_update_title   (GenuBrowser *self);
void        genu_browser_show_current   (GenuBrowser *self);
void        genu_browser_update_playing (GenuBrowser *self);

/* genu-browser-header.c */
GtkWidget  *genu_browser_new_header     (GenuBrowser *self);
void        genu_browser_update_header  (GenuBrowser *self);
void        genu_browser_return_tabs    (GenuBrowser *self);
void        genu_browser_renew_look_button (GenuBrowser *self);

/* genu-browser-pages.c */
gboolean    genu_browser_has_page       (GenuBrowser *self,
                                         const char  *page);
gboolean    genu_browser_need_page      (GenuBrowser *self,
                                         const char  *page);
void        genu_browser_queue_building (GenuBrowser *self);
void        genu_browser_drop_pages     (GenuBrowser *self);
void        genu_browser_apply_look     (GenuBrowser *self);
void        genu_browser_apply_side     (GenuBrowser *self);
void        genu_browser_put_page       (GenuBrowser *self,
                                         const char  *name,
                                         GtkWidget   *page);

/* genu-browser-keys.c */
void        genu_browser_add_keys       (GenuBrowser *self);
void        genu_browser_remove_keys    (GenuBrowser *self);

/* genu-browser-word.c */
void        genu_browser_show_word      (GenuBrowser             *self,
                                         GtkWidget               *near,
                                         const char              *uri,
                                         const GenuGlossaryEntry *entry);
void        genu_browser_hide_word      (GenuBrowser *self);
void        genu_browser_allocate_word  (GenuBrowser *self);
void        genu_browser_drop_word      (GenuBrowser *self);

/* genu-browser-room.c */
void        genu_browser_expect_room    (GenuBrowser *self);
void        genu_browser_queue_fit      (GenuBrowser *self);
void        genu_browser_apply_room     (GenuBrowser *self);

G_END_DECLS
