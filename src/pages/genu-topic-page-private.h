/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-topic-page.h"

#include <adwaita.h>

#include "genu-step-bar.h"
#include "genu-walk.h"

G_BEGIN_DECLS

struct _GenuTopicPage
{
  GtkWidget parent_instance;

  const GenuPack  *pack;  /* outlives the page */
  const GenuTopic *topic; /* the pack's */
  GenuDiagramView *view;  /* child of the overlay */
  GenuWalk        *walk;  /* owned; NULL when the reader goes where they like */
  gboolean         play_on; /* play the following steps too */
  guint            part_name_id;
  guint            rest_id; /* until the next step plays by itself */
  GenuRoom         room;

  /* Template children. */
  AdwBin      *tabs_bin;
  GtkWidget   *tabs;      /* owned, since the window may take it */
  guint        tabs_fits; /* how often since something changed, as far as the page knows */
  int          tabs_own;  /* their least width as last fitted, logical pixels */
  int          tabs_others; /* that of what was around them then */
  GtkWidget   *hoped_tab;
  GtkWidget   *hoped_tab_icon; /* in place of the words where there is little room, as all three */
  GtkLabel    *hoped_tab_label;
  GtkWidget   *how_tab;
  GtkWidget   *how_tab_icon;
  GtkLabel    *how_tab_label;
  GtkWidget   *sure_tab;
  GtkWidget   *sure_tab_icon;
  GtkLabel    *sure_tab_label;
  GtkStack    *stack;
  AdwClamp    *hoped_clamp;
  GtkBox      *hoped_box;
  GtkWidget   *how_box;   /* drawing and words, below or beside each other */
  GtkOverlay  *overlay;
  GtkWidget   *no_picture; /* lies over the view when there is nothing to see */
  AdwClamp    *no_picture_clamp;
  GtkLabel    *no_picture_words; /* what it would show */
  GtkLabel    *part_name;
  AdwBin      *words_bin;
  GtkWidget   *words_box; /* owned, since it goes in and out of a scroller */
  GtkWidget   *walk_box;
  GtkLabel    *walk_title;
  GtkLabel    *walk_part;
  GtkWidget   *walk_end_button;
  GtkLabel    *topic_title; /* where the tabs took the title's place in the header */
  GtkWidget   *sentence_box;
  GtkWidget   *sentence_focus;
  GtkLabel    *sentence;
  GtkWidget   *certainty_button;
  GtkWidget   *chip_meter;
  GtkWidget   *chip_title;
  GtkLabel    *chip_words;
  GenuStepBar *step_bar;
  AdwClamp    *sure_clamp;
  GtkBox      *sure_box;
};

/* genu-topic-page.c */
void genu_topic_page_show_topic    (GenuTopicPage   *self,
                                    const GenuTopic *topic);
void genu_topic_page_show_tab      (GenuTopicPage   *self,
                                    GtkWidget       *tab);
void genu_topic_page_emit_walked   (GenuTopicPage   *self,
                                    gboolean         over);

/* genu-topic-page-tabs.c */
void genu_topic_page_update_tabs   (GenuTopicPage   *self);
void genu_topic_page_update_title  (GenuTopicPage   *self);
void genu_topic_page_refit_tabs    (GenuTopicPage   *self);

/* genu-topic-page-steps.c */
void genu_topic_page_connect_view  (GenuTopicPage   *self);
void genu_topic_page_start_steps   (GenuTopicPage   *self,
                                    guint            step,
                                    gboolean         play);
void genu_topic_page_stop          (GenuTopicPage   *self);
void genu_topic_page_update_step   (GenuTopicPage   *self);
void genu_topic_page_go_to_choice  (GenuTopicPage   *self,
                                    guint            index);

G_END_DECLS
