/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills boxes with the words of a topic: what is hoped for, how sure anyone is, the body of a page,
 * the choices side by side.  Glossary words are links within the text and, since a word is no
 * target for a finger, buttons below it, with the word's id as their data "term". */

#pragma once

#include <gtk/gtk.h>

#include "genu-pack.h"

G_BEGIN_DECLS

void genu_topic_text_fill_first (GtkBox          *box,
                                 const GenuPack  *pack,
                                 const GenuTopic *topic);
void genu_topic_text_fill_sure  (GtkBox          *box,
                                 const GenuPack  *pack,
                                 const GenuTopic *topic);
void genu_topic_text_clear      (GtkBox          *box);
void genu_topic_text_add_reference (GtkBox              *box,
                                    const GenuReference *reference);

G_END_DECLS
