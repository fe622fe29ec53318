/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GenuStyleSelector GenuStyleSelector;

/* One selector without commas; NULL when it is not valid. */
GenuStyleSelector *genu_style_selector_parse           (const char              *text);
void               genu_style_selector_free            (GenuStyleSelector       *self);
/* ids, then classes and attributes, then types, eight bits each. */
guint              genu_style_selector_get_specificity (const GenuStyleSelector *self);
gboolean           genu_style_selector_matches         (const GenuStyleSelector *self,
                                                        const xmlNode           *element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuStyleSelector, genu_style_selector_free)

G_END_DECLS
