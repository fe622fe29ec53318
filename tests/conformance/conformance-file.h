/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-timeline.h"

G_BEGIN_DECLS

/* One SVG file of the corpus, loaded, with the events that its head comment records. */
typedef struct
{
  GenuSvgDocument *document;
  GArray          *events;    /* of ConformanceEvent */
  double           tolerance; /* of numbers against the golden */
} ConformanceFile;

typedef struct
{
  gint64  time;   /* microseconds */
  char   *type;   /* a DOM event type, or accessKey(c) */
  char   *target; /* an id; NULL for accessKey(c) */
} ConformanceEvent;


GPtrArray       *conformance_list          (const char            *folder);
ConformanceFile *conformance_file_new      (const char            *path);
void             conformance_file_free     (ConformanceFile       *self);
GenuTimeline    *conformance_file_play     (const ConformanceFile *self);
gint64           conformance_parse_seconds (const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConformanceFile, conformance_file_free)

G_END_DECLS
