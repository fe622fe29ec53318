/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-report.h"
#include "genu-topic.h"

G_BEGIN_DECLS

typedef struct
{
  char      *id;
  char      *title;
  GPtrArray *topics; /* of GenuTopic, borrowed from the pack */
} GenuSection;

typedef struct
{
  char *id;
  char *term;
  char *say;   /* nullable: how it is spoken */
  char *means;
} GenuGlossaryEntry;

typedef struct
{
  char *id;
  char *year;      /* nullable */
  char *authors;
  char *title;
  char *container; /* nullable */
  char *doi;       /* nullable */
  char *url;       /* nullable */
} GenuReference;

/* A stop of a short way through the pack: the key point of a topic and some of its steps. */
typedef struct
{
  char   *topic; /* id */
  GArray *steps; /* of guint: numbers of the topic's steps, from 1; may be empty */
  int     line;
} GenuTourStop;

/* A short way through the pack. */
typedef struct
{
  guint      minutes;
  char      *title;
  GPtrArray *stops; /* of GenuTourStop */
  int        line;
} GenuTour;

/* A loaded content pack in one language; read-only. */
typedef struct
{
  char      *directory; /* that holds pack.xml */
  char      *id;
  char      *version;
  char      *lang;      /* BCP 47 */
  char      *license;
  char      *reviewed;  /* ISO date */
  char      *expires;   /* ISO date */
  char      *title;
  char      *summary;   /* nullable */
  char      *authors;   /* joined by "; " */
  char      *funding;
  char      *update_policy;
  GPtrArray *sections;  /* of GenuSection */
  GPtrArray *topics;    /* of GenuTopic, in order, owned */
  GPtrArray *glossary;  /* of GenuGlossaryEntry */
  GPtrArray *references; /* of GenuReference */
  GPtrArray *tours;     /* of GenuTour, as in the file; may be empty */
  GenuTopic *hero;      /* nullable: of one step, what the first page shows; none of the topics */
} GenuPack;

/* Loads PACK (design section 2): a folder with pack.xml, or a folder of such folders named by
 * language, where @lang (nullable: the session's languages) picks.  Topics that cannot be read are
 * left out with an error in @report; NULL only when pack.xml itself cannot be read. */
GenuPack                *genu_pack_load            (const char     *path,
                                                    const char     *lang,
                                                    GenuReport     *report);
void                     genu_pack_free            (GenuPack       *self);
GenuTopic               *genu_pack_find_topic      (const GenuPack *self,
                                                    const char     *id);
/* What the first page shows: the hero, else the first topic; NULL when there is neither. */
const GenuTopic         *genu_pack_get_picture     (const GenuPack *self);
const GenuGlossaryEntry *genu_pack_find_term       (const GenuPack *self,
                                                    const char     *id);
const GenuReference     *genu_pack_find_reference  (const GenuPack *self,
                                                    const char     *id);
char                    *genu_reference_dup_text   (const GenuReference *self);
/* Looks a diagram's path up in the pack's folder, then in its parent, and nowhere else; NULL when
 * missing or leading outside.  (transfer full) */
char                    *genu_pack_dup_diagram_path (const GenuPack *self,
                                                    const char     *diagram);
/* Languages found at PACK.  (transfer full) */
char                   **genu_pack_list_languages  (const char     *path);
/* Everything `genu-tool check` says of a pack except what the scene layer knows. */
void                     genu_pack_check           (const char     *path,
                                                    const char     *lang,
                                                    GenuReport     *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuPack, genu_pack_free)

G_END_DECLS
