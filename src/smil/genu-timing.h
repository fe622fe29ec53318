/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-report.h"
#include "genu-xml.h"

G_BEGIN_DECLS

/* A time that does not come: "indefinite" and "unresolved" of SMIL's arithmetic. */
#define GENU_TIME_INDEFINITE G_MAXINT64

typedef enum
{
  GENU_RESTART_ALWAYS,
  GENU_RESTART_WHEN_NOT_ACTIVE,
  GENU_RESTART_NEVER,
} GenuRestart;

/* The attributes of an animation that say how long it lasts.  Microseconds. */
typedef struct
{
  gint64      duration;        /* simple duration, above 0; GENU_TIME_INDEFINITE */
  double      repeat_count;    /* above 0; infinite; NAN when not given */
  gint64      repeat_duration; /* above 0; GENU_TIME_INDEFINITE; -1 when not given */
  gint64      min;             /* 0 when not given */
  gint64      max;             /* GENU_TIME_INDEFINITE when not given */
  GenuRestart restart;
  gboolean    freezes;         /* fill="freeze" */
} GenuTiming;

void   genu_timing_read           (GenuTiming       *self,
                                   const xmlNode    *element,
                                   const char       *file,
                                   GenuReport       *report);
gint64 genu_timing_get_active_end (const GenuTiming *self,
                                   gint64            begin,
                                   gint64            end,
                                   gint64           *out_play_end);

G_END_DECLS
