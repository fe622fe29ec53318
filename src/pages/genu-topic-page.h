/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-diagram-view.h"
#include "genu-room.h"

G_BEGIN_DECLS

/* One topic: its moving picture with a sentence for each step, what is hoped for, how sure anyone
 * is.  Signals: "link" (uri such as "term:osteoblast", widget it was pressed in), "first-picture",
 * "walked" (another topic of a walk is shown), "walk-ended" (at its end, or because the reader
 * left). */
#define GENU_TYPE_TOPIC_PAGE (genu_topic_page_get_type ())
G_DECLARE_FINAL_TYPE (GenuTopicPage, genu_topic_page, GENU, TOPIC_PAGE, GtkWidget)

GtkWidget       *genu_topic_page_new            (const GenuPack  *pack);
void             genu_topic_page_set_topic      (GenuTopicPage   *self,
                                                 const GenuTopic *topic,
                                                 guint            step,
                                                 gboolean         play);
const GenuTopic *genu_topic_page_get_topic      (GenuTopicPage   *self);
GenuDiagramView *genu_topic_page_get_view       (GenuTopicPage   *self);
GtkWidget       *genu_topic_page_get_words      (GenuTopicPage   *self);
void             genu_topic_page_focus_sentence (GenuTopicPage   *self);
void             genu_topic_page_set_room       (GenuTopicPage   *self,
                                                 const GenuRoom  *room);

/* Tabs, which a window takes into its header where there is little height. */
GtkWidget       *genu_topic_page_take_tabs      (GenuTopicPage   *self);
void             genu_topic_page_give_tabs      (GenuTopicPage   *self);
void             genu_topic_page_fit_tabs       (GenuTopicPage   *self);

/* Steps. */
void             genu_topic_page_next           (GenuTopicPage   *self);
void             genu_topic_page_back           (GenuTopicPage   *self);
void             genu_topic_page_hold           (GenuTopicPage   *self);
void             genu_topic_page_play_pause     (GenuTopicPage   *self);
void             genu_topic_page_replay         (GenuTopicPage   *self);
void             genu_topic_page_go_to          (GenuTopicPage   *self,
                                                 guint            step);
gboolean         genu_topic_page_start_walk     (GenuTopicPage   *self,
                                                 const GenuTour  *tour);
gboolean         genu_topic_page_get_walking    (GenuTopicPage   *self);

G_END_DECLS
