/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-report.h"
#include "genu-topic.h"
#include "genu-xml.h"

G_BEGIN_DECLS

GenuTopic *genu_topic_parse (GenuXmlDoc *document,
                             const char *path,
                             GenuReport *report);
GenuTopic *genu_topic_load  (const char *path,
                             GenuReport *report);

/* A topic of one step without a sentence: a picture with no story.  (transfer full) */
GenuTopic *genu_topic_new_of_picture (const char *path,
                                      const char *title,
                                      GenuStep   *step);

G_END_DECLS
