/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages that are only read: the glossary, the sources, and the plain page shown when the pack
 * cannot be read. */

#pragma once

#include <gtk/gtk.h>

#include "genu-pack.h"

G_BEGIN_DECLS

GtkWidget *genu_list_page_new_glossary (const GenuPack *pack);
GtkWidget *genu_list_page_new_sources  (const GenuPack *pack);
GtkWidget *genu_list_page_new_trouble  (void);
GtkWidget *genu_list_page_new_term     (const GenuGlossaryEntry *entry);

G_END_DECLS
