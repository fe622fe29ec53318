/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The content model: plain structs, filled once by the loader and then read-only.  Strings are
 * UTF-8 with white space collapsed, owned by the struct that holds them; `nullable` is said. */

#pragma once

#include "genu-chart.h"

G_BEGIN_DECLS

typedef enum
{
  GENU_TOPIC_KIND_PAGE,
  GENU_TOPIC_KIND_MECHANISM,
  GENU_TOPIC_KIND_BENEFIT,
} GenuTopicKind;

/* GRADE's four words (evidence.md). */
typedef enum
{
  GENU_CERTAINTY_NONE, /* the topic makes no claim */
  GENU_CERTAINTY_VERY_LOW,
  GENU_CERTAINTY_LOW,
  GENU_CERTAINTY_MODERATE,
  GENU_CERTAINTY_HIGH,
} GenuCertainty;

typedef enum
{
  GENU_RUN_TEXT,
  GENU_RUN_STRONG,
  GENU_RUN_TERM, /* ref is the id of a glossary entry */
  GENU_RUN_TELEPHONE, /* show the clinic's number from the settings; the text where there is none */
} GenuRunKind;

typedef struct
{
  GenuRunKind kind;
  char       *text;
  char       *ref; /* nullable */
} GenuRun;

typedef struct
{
  GPtrArray *runs;  /* of GenuRun; their texts joined are the paragraph */
  char      *text;  /* the same, plain */
  char     **cites; /* ids of references, NULL-terminated, never NULL */
  gboolean   is_item; /* an item of a list rather than a paragraph */
  int        line;
} GenuParagraph;

typedef struct
{
  char *id;   /* of a part of the diagram */
  char *name; /* in the reader's words */
  int   line;
} GenuPart;

typedef struct
{
  char *part;
  char *anchor;
  char *text; /* what the label says: its own text, else the part's name */
  int   rank; /* 1 is the most important */
  int   line;
} GenuLabel;

typedef struct
{
  char      *ref;           /* id of a step of the diagram */
  char      *diagram;       /* path within the pack, such as "diagrams/knee-section.svg" */
  char      *say;           /* the sentence on screen */
  char      *alt;           /* what one sees, for a reader who does not */
  GPtrArray *labels;        /* of GenuLabel */
  GenuChart *chart;         /* nullable; a step with a chart has no labels */
  char      *for_clinician; /* nullable */
  int        line;
} GenuStep;

typedef struct
{
  GenuCertainty certainty;
  char        **cites;        /* never NULL */
  GPtrArray    *favourable;   /* of GenuParagraph; these five are never NULL */
  GPtrArray    *unfavourable;
  GPtrArray    *not_known;
  GPtrArray    *limits;
  GPtrArray    *harms;
  char         *duration;     /* nullable: for how long */
  char         *funding;      /* nullable: who paid for the studies */
  int           line;
} GenuEvidence;

typedef struct
{
  char      *title; /* nullable */
  GPtrArray *paragraphs; /* of GenuParagraph */
} GenuBodySection;

typedef struct
{
  char         *id;
  char         *title;
  GenuCertainty certainty;
  char        **cites;
  GPtrArray    *what, *good, *harms, *cost, *unknown; /* of GenuParagraph, never NULL */
  int           line;
} GenuChoice;

typedef struct
{
  char         *id;
  GenuTopicKind kind;
  double        minutes;
  char         *path;      /* of the file, for messages */
  char         *title;
  char         *key_point;
  char         *summary;   /* nullable: one sentence for the list */
  GPtrArray    *hoped;     /* of GenuParagraph */
  GPtrArray    *parts;     /* of GenuPart */
  GPtrArray    *steps;     /* of GenuStep */
  GenuEvidence *evidence;  /* nullable */
  GPtrArray    *body;      /* of GenuBodySection */
  GPtrArray    *choices;   /* of GenuChoice */
  char         *teach_back; /* nullable */
  GPtrArray    *for_clinician; /* of GenuParagraph */
} GenuTopic;

void            genu_topic_free      (GenuTopic       *self);
const GenuPart *genu_topic_find_part (const GenuTopic *self,
                                      const char      *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuTopic, genu_topic_free)

G_END_DECLS
