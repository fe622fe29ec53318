/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GENU_TIMING_OFFSET,     /* a time of the document */
  GENU_TIMING_SYNC_BEGIN, /* id.begin */
  GENU_TIMING_SYNC_END,   /* id.end */
  GENU_TIMING_EVENT,      /* [id.]name */
  GENU_TIMING_REPEAT,     /* [id.]repeat(n) */
  GENU_TIMING_ACCESS_KEY, /* accessKey(c) */
  GENU_TIMING_INDEFINITE, /* only a script or a hyperlink begins it */
  GENU_TIMING_WALLCLOCK,  /* accepted, but Genu's document has no wall clock: never */
} GenuTimingKind;

/* One entry of a begin or end list. */
typedef struct
{
  GenuTimingKind kind;
  char          *id;     /* of the element it depends on; NULL: the animation's target */
  char          *name;   /* the event's type, or the key's character; else NULL */
  guint          repeat; /* n of repeat(n) */
  gint64         offset; /* microseconds, may be negative */
} GenuTimingCondition;

/* Parses a begin or end list.  Entries with an error are left out and counted.  The list is a
 * GArray of GenuTimingCondition, freed with g_array_unref(). */
GArray  *genu_timing_spec_parse       (const char *text,
                                       guint      *out_n_bad);
/* An offset: clock value with optional sign and white space around it. */
gboolean genu_timing_spec_parse_offset (const char *text,
                                        gint64     *out_usec);

G_END_DECLS
