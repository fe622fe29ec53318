/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-diagram-view.h"

G_BEGIN_DECLS

/* One topic: its moving picture with a sentence for each step, what is hoped for, how sure anyone
 * is.  Signals: "link" (uri such as "term:osteoblast" or "topic:pain", widget it was pressed in),
 * "first-picture". */
#define GENU_TYPE_TOPIC_PAGE (genu_topic_page_get_type ())
G_DECLARE_FINAL_TYPE (GenuTopicPage, genu_topic_page, GENU, TOPIC_PAGE, GtkWidget)

GtkWidget       *genu_topic_page_new       (const GenuPack  *pack);
void             genu_topic_page_set_topic (GenuTopicPage   *self,
                                            const GenuTopic *topic,
                                            guint            step,
                                            gboolean         play);
const GenuTopic *genu_topic_page_get_topic (GenuTopicPage   *self);
GenuDiagramView *genu_topic_page_get_view  (GenuTopicPage   *self);
void             genu_topic_page_focus_sentence (GenuTopicPage *self);
void             genu_topic_page_next      (GenuTopicPage   *self);
void             genu_topic_page_back      (GenuTopicPage   *self);
void             genu_topic_page_play_pause (GenuTopicPage  *self);
void             genu_topic_page_replay    (GenuTopicPage   *self);
void             genu_topic_page_go_to     (GenuTopicPage   *self,
                                            guint            step);
void             genu_topic_page_set_room  (GenuTopicPage   *self,
                                            gboolean         narrow,
                                            gboolean         low);

G_END_DECLS
