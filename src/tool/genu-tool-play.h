/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `values` and `bake` share: FILE.svg, --at=T[,T…] and --event=…, and the timeline that
 * follows from them. */

#pragma once

#include "genu-timeline.h"

G_BEGIN_DECLS

typedef struct
{
  char            *path;     /* of the drawing */
  GArray          *times;    /* of gint64, microseconds, as given; at least one */
  GenuSvgDocument *document;
  GenuTimeline    *timeline; /* with the events recorded */
} GenuToolPlay;

/* Parses argv, with the command's @extra options, and loads the drawing.  Returns GENU_TOOL_OK, or
 * the exit status after saying on standard error what is wrong. */
int      genu_tool_play_init  (GenuToolPlay       *self,
                               int                 argc,
                               char              **argv,
                               const GOptionEntry *extra,
                               const char         *usage);
void     genu_tool_play_clear (GenuToolPlay       *self);
/* GENU_TOOL_BAD_INPUT with a message when seeking has crossed a limit. */
int      genu_tool_play_check (const GenuToolPlay *self);

/* T of --at: a SMIL clock value, where the first of its parts may have one digit ("1:02.5"). */
gboolean genu_tool_parse_time (const char         *text,
                               gint64             *out_usec);

G_END_DECLS
