/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-vocabulary.h"
#include "genu-xml.h"

G_BEGIN_DECLS

typedef enum
{
  GENU_GRAMMAR_PACK,
  GENU_GRAMMAR_TOPIC,
  GENU_GRAMMAR_DIAGRAM,
} GenuGrammar;

GBytes               *genu_grammar_ref_bytes      (GenuGrammar  grammar);
const GenuVocabulary *genu_grammar_get_vocabulary (GenuGrammar  grammar);
gboolean              genu_grammar_validate       (GenuGrammar  grammar,
                                                   GenuXmlDoc  *document,
                                                   const char  *path,
                                                   GenuReport  *report);

G_END_DECLS
