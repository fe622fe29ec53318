/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the passes of the linter share.  A passage is one block of text with its place in the file
 * and in the topic; every rule about words goes over passages. */

#pragma once

#include "genu-diagram.h"
#include "genu-lint.h"
#include "genu-xml.h"

G_BEGIN_DECLS

typedef enum
{
  GENU_ZONE_TITLE,
  GENU_ZONE_KEY_POINT,
  GENU_ZONE_SUMMARY,
  GENU_ZONE_HOPED,
  GENU_ZONE_PART,
  GENU_ZONE_SAY,
  GENU_ZONE_ALT,
  GENU_ZONE_LABEL,
  GENU_ZONE_FAVOURABLE,
  GENU_ZONE_UNFAVOURABLE,
  GENU_ZONE_NOT_KNOWN,
  GENU_ZONE_LIMITS,
  GENU_ZONE_HARMS,
  GENU_ZONE_DURATION,
  GENU_ZONE_FUNDING,
  GENU_ZONE_BODY_TITLE,
  GENU_ZONE_BODY,
  GENU_ZONE_CHOICE_TITLE,
  GENU_ZONE_CHOICE,
  GENU_ZONE_TEACH_BACK,
  GENU_ZONE_GLOSSARY,
  GENU_ZONE_PACK,
  GENU_ZONE_CLINICIAN,
} GenuZone;

typedef struct
{
  GenuZone       zone;
  char          *text;
  char         **words; /* of the text, without the marks around them */
  char         **match; /* the same, ready for matching */
  const xmlNode *node;  /* borrowed from the document */
  const char    *path;  /* borrowed */
  int            line;
  char         **cites; /* its own */
} GenuPassage;

typedef struct
{
  GenuTopic  *topic;
  GenuXmlDoc *document;
  GPtrArray  *passages; /* of GenuPassage, in the order of the file */
  GenuProse   prose;    /* of the running text that patients read */
  int         line;
} GenuLintTopic;

struct _GenuLint
{
  GenuPack   *pack;
  char       *pack_file;
  GenuXmlDoc *document;
  GPtrArray  *topics;   /* of GenuLintTopic, in the pack's order */
  GPtrArray  *passages; /* of GenuPassage: those of pack.xml */
  GenuProse   prose;    /* of all topics */
  GHashTable *diagrams; /* path within the pack to GenuDiagram, NULL for a bad one */
  char       *today;    /* ISO date */
  GenuReport *report;   /* borrowed while rules run */
};

/* genu-lint.c */
void               genu_lint_complain        (GenuLint            *self,
                                              const char          *rule,
                                              const char          *path,
                                              int                  line,
                                              const char          *format,
                                              ...) G_GNUC_PRINTF (5, 6);
const GenuDiagram *genu_lint_get_diagram     (GenuLint            *self,
                                              const char          *name);
const xmlNode     *genu_lint_find_pack_node  (const GenuLint      *self,
                                              const char          *name);

/* genu-lint-passage.c */
GPtrArray         *genu_passages_of_topic    (GenuXmlDoc          *document,
                                              const char          *path);
GPtrArray         *genu_passages_of_pack     (GenuXmlDoc          *document,
                                              const char          *path);
gboolean           genu_passage_is_prose     (const GenuPassage   *self);
gboolean           genu_passage_is_running   (const GenuPassage   *self);
gboolean           genu_passage_is_for_patients (const GenuPassage *self);
char              *genu_passage_dup_start    (const char          *text);
guint              genu_passages_count_words (const GPtrArray     *passages,
                                              GenuZone             zone);

/* genu-lint-match.c */
char             **genu_match_words          (const char          *text);
char             **genu_match_compile        (const char          *phrase);
gboolean           genu_match_phrase         (char               **words,
                                              char               **pattern);
gboolean           genu_match_term           (char               **words,
                                              char               **base);

/* One group of rules each. */
void               genu_lint_reading         (GenuLint            *self);
void               genu_lint_terms           (GenuLint            *self);
void               genu_lint_acronyms        (GenuLint            *self);
void               genu_lint_numbers         (GenuLint            *self);
void               genu_lint_claims          (GenuLint            *self);
void               genu_lint_wording         (GenuLint            *self);
void               genu_lint_story           (GenuLint            *self);
void               genu_lint_pack            (GenuLint            *self);

G_END_DECLS
