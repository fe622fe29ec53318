/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-xml.h"

G_BEGIN_DECLS

/* The elements of a grammar with the attributes that each may have anywhere. */
typedef struct _GenuVocabulary GenuVocabulary;

GenuVocabulary *genu_vocabulary_new           (GBytes               *grammar);
void            genu_vocabulary_free          (GenuVocabulary       *self);
gboolean        genu_vocabulary_has_element   (const GenuVocabulary *self,
                                               const xmlNode        *element);
gboolean        genu_vocabulary_has_attribute (const GenuVocabulary *self,
                                               const xmlNode        *element,
                                               const xmlAttr        *attribute);
gboolean        genu_vocabulary_defines       (const GenuVocabulary *self,
                                               const char           *define,
                                               const char           *attribute);
void            genu_vocabulary_check         (const GenuVocabulary *self,
                                               GenuXmlDoc           *document,
                                               const char           *path,
                                               GenuReport           *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuVocabulary, genu_vocabulary_free)

G_END_DECLS
