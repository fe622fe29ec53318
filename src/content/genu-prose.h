/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the formulae of reading level are made of.  All-zero is an empty text. */
typedef struct
{
  guint sentences;
  guint words;
  guint syllables;
  guint letters;       /* and digits */
  guint polysyllables; /* words of three or more syllables */
  guint monosyllables; /* words of one */
  guint long_words;    /* words of more than six letters */
  guint longest;       /* words of the longest sentence */
  guint passives;      /* sentences in the passive voice; English only */
} GenuProse;

void       genu_prose_add       (GenuProse       *self,
                                 const char      *text,
                                 const char      *lang);
void       genu_prose_merge     (GenuProse       *self,
                                 const GenuProse *other);
char     **genu_prose_sentences (const char      *text,
                                 const char      *lang);
char     **genu_prose_words     (const char      *text);
gboolean   genu_prose_is_passive (char          **words,
                                  const char     *lang);

G_END_DECLS
