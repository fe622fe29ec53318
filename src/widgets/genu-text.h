/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of a topic as widgets.  Words of the glossary become links "term:ID", sources "cite:ID";
 * the window answers "activate-link". */

#pragma once

#include <gtk/gtk.h>

#include "genu-topic.h"

G_BEGIN_DECLS

char      *genu_text_dup_markup     (const GenuParagraph *paragraph);
GtkWidget *genu_text_new_paragraph  (const GenuParagraph *paragraph);
GtkWidget *genu_text_new_heading    (const char          *text,
                                     int                  level);
GtkWidget *genu_text_new_plain      (const char          *text,
                                     const char          *css_class);
GtkWidget *genu_text_new_flow       (guint                most);
void       genu_text_append_to_flow (GtkWidget           *flow,
                                     GtkWidget           *child);
gboolean   genu_text_find_link      (GtkLabel            *label,
                                     const char          *uri,
                                     graphene_rect_t     *out_place);
void       genu_text_append_all     (GtkBox              *box,
                                     const GPtrArray     *paragraphs);

G_END_DECLS
