/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-ink.h"
#include "genu-pack.h"

G_BEGIN_DECLS

typedef enum
{
  GENU_BLOCK_TOPIC,      /* title of a topic; begins a page */
  GENU_BLOCK_KEY_POINT,
  GENU_BLOCK_PICTURE,    /* step of topic */
  GENU_BLOCK_HEADING,
  GENU_BLOCK_SUBHEADING,
  GENU_BLOCK_PARAGRAPH,
  GENU_BLOCK_ITEM,       /* of a list without numbers */
  GENU_BLOCK_STEP,       /* number */
  GENU_BLOCK_CERTAINTY,  /* certainty; its words are the markup */
  GENU_BLOCK_TERM,       /* of the glossary */
  GENU_BLOCK_SOURCE,     /* number */
} GenuBlockKind;

/* One block of what the patient takes home, the same for paper and for the web page. */
typedef struct
{
  GenuBlockKind    kind;
  char            *markup;    /* text with <b> and <sup> alone, as Pango and HTML both read it */
  guint            number;
  GenuCertainty    certainty;
  const GenuTopic *topic;     /* borrowed */
  guint            step;      /* from 0 */
} GenuBlock;

GPtrArray  *genu_leaflet_new          (const GenuPack  *pack,
                                       const GPtrArray *topics,
                              const GenuInk   *ink);
guint       genu_leaflet_choose_step  (const GenuTopic *topic);
char       *genu_leaflet_dup_imprint  (const GenuPack  *pack);

G_END_DECLS
