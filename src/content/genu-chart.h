/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of a step, which the stage draws.  Plain structs, filled once by the parser. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many people a chart counts out of: one denominator for the whole program. */
#define GENU_CHART_PEOPLE 100

typedef enum
{
  GENU_CHART_KIND_PEOPLE, /* n of 100 people, each drawn */
  GENU_CHART_KIND_POINTS, /* falls on a scale of points */
  GENU_CHART_KIND_YEARS,  /* how many people were followed how long */
} GenuChartKind;

typedef struct
{
  char    *id;        /* nullable */
  char    *text;      /* what it is the number of, in the reader's words */
  double   value;     /* people, or points */
  gboolean has_range; /* FALSE: nobody said how far off the value may be */
  double   low, high; /* low <= value <= high, when there is a range */
  gboolean is_mark;   /* a line to compare with rather than a finding */
  int      after;     /* index of the number on top of which this one comes; -1: of none */
  double   at;        /* years after the start */
  char   **cites;     /* ids of references, NULL-terminated, never NULL */
  int      line;
} GenuChartNumber;

typedef struct
{
  GenuChartKind kind;
  char         *caption;
  double        of;      /* the end of the scale: people, points or years; above 0 */
  guint         each;    /* people that one dot stands for; 1 or more */
  GPtrArray    *numbers; /* of GenuChartNumber, never empty */
  int           line;
} GenuChart;

void   genu_chart_free       (GenuChart             *self);
double genu_chart_get_base   (const GenuChart       *self,
                              const GenuChartNumber *number);
guint  genu_chart_count_dots (const GenuChart       *self,
                              const GenuChartNumber *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuChart, genu_chart_free)

G_END_DECLS
