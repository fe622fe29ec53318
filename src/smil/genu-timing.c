/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The active duration (SMIL 3.0 section 5.4.4, "Computing the active duration"):
 *
 *   p0  dur
 *   p1  dur × repeatCount          both indefinite when not given
 *   p2  repeatDur
 *   IAD p0 when neither repeatCount nor repeatDur is given, else min (p1, p2)
 *   PAD min (IAD, end − begin)
 *   AD  min (max, max (min, PAD))
 *
 * Where min is longer than IAD, the element is active to the end but stops playing after IAD: then
 * it shows its last value if it freezes, and has no effect if not.  Where end would cut it before
 * min, it plays on.
 *
 * A value that is not allowed counts as if the attribute were missing; dur="0" and dur="media" too
 * (Chromium agrees). */

#include "config.h"

#include "genu-timing.h"

#include "genu-clock-value.h"
#include "genu-limits.h"

#include <math.h>
#include <string.h>

static void
warn (const xmlNode *element,
      const char    *file,
      GenuReport    *report,
      const char    *name,
      const char    *text)
{
  if (report != NULL)
    genu_report_add (report, GENU_SEVERITY_WARNING, file, genu_xml_get_line (element),
                     "smil-bad-value", "%s=\"%s\" is ignored", name, text);
}

static char *
dup_stripped (const xmlNode *element,
              const char    *name)
{
  char *text = genu_xml_dup_attribute (element, name);

  return text != NULL ? g_strstrip (text) : NULL;
}

/* A clock value above zero; GENU_TIME_INDEFINITE for "indefinite". */
static gint64
read_duration (const xmlNode *element,
               const char    *name,
               gint64         missing,
               const char    *file,
               GenuReport    *report)
{
  g_autofree char *text = dup_stripped (element, name);
  gint64 usec;

  if (text == NULL || g_str_equal (text, "media"))
    return missing;
  if (g_str_equal (text, "indefinite"))
    return GENU_TIME_INDEFINITE;
  if (genu_clock_value_parse (text, &usec) && usec > 0)
    return usec;

  warn (element, file, report, name, text);
  return missing;
}

static gboolean
parse_count (const char *text,
             double     *out_count)
{
  char *end;

  if (!g_ascii_isdigit (*text) && *text != '.' && *text != '+')
    return FALSE;

  *out_count = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && *out_count > 0 && isfinite (*out_count)
         && strpbrk (text, "xX") == NULL;
}

static double
read_repeat_count (const xmlNode *element,
                   const char    *file,
                   GenuReport    *report)
{
  g_autofree char *text = dup_stripped (element, "repeatCount");
  double count;

  if (text == NULL)
    return NAN;
  if (g_str_equal (text, "indefinite"))
    return INFINITY;
  if (parse_count (text, &count))
    return count;

  warn (element, file, report, "repeatCount", text);
  return NAN;
}

static GenuRestart
read_restart (const xmlNode *element,
              const char    *file,
              GenuReport    *report)
{
  g_autofree char *text = genu_xml_dup_attribute (element, "restart");

  if (text == NULL || g_str_equal (text, "always"))
    return GENU_RESTART_ALWAYS;
  if (g_str_equal (text, "whenNotActive"))
    return GENU_RESTART_WHEN_NOT_ACTIVE;
  if (g_str_equal (text, "never"))
    return GENU_RESTART_NEVER;

  warn (element, file, report, "restart", text);
  return GENU_RESTART_ALWAYS;
}

static gboolean
read_freezes (const xmlNode *element,
              const char    *file,
              GenuReport    *report)
{
  g_autofree char *text = genu_xml_dup_attribute (element, "fill");

  if (text != NULL && !g_str_equal (text, "freeze") && !g_str_equal (text, "remove"))
    warn (element, file, report, "fill", text);

  return g_strcmp0 (text, "freeze") == 0;
}

static void
read_min_max (GenuTiming    *self,
              const xmlNode *element,
              const char    *file,
              GenuReport    *report)
{
  self->min = read_duration (element, "min", 0, file, report);
  self->max = read_duration (element, "max", GENU_TIME_INDEFINITE, file, report);
  if (self->min == GENU_TIME_INDEFINITE)
    self->min = 0;

  /* Both are ignored when they contradict each other (SMIL 3.0 section 5.4.2). */
  if (self->max < self->min)
    {
      self->min = 0;
      self->max = GENU_TIME_INDEFINITE;
    }
}

/**
 * genu_timing_read:
 * @self: (out caller-allocates): what the element says
 * @element: an animation element
 * @file: name for the report
 * @report: (nullable): gets a warning for each attribute that is ignored
 */
void
genu_timing_read (GenuTiming    *self,
                  const xmlNode *element,
                  const char    *file,
                  GenuReport    *report)
{
  self->duration = read_duration (element, "dur", GENU_TIME_INDEFINITE, file, report);
  self->repeat_count = read_repeat_count (element, file, report);
  self->repeat_duration = read_duration (element, "repeatDur", -1, file, report);
  self->restart = read_restart (element, file, report);
  self->freezes = read_freezes (element, file, report);
  read_min_max (self, element, file, report);
}

static gint64
multiply (gint64 duration,
          double count)
{
  double product;

  if (duration == GENU_TIME_INDEFINITE || isinf (count))
    return GENU_TIME_INDEFINITE;

  product = (double) duration * count;
  return product > (double) GENU_LIMIT_TIME ? GENU_TIME_INDEFINITE : llround (product);
}

/* How long it would play without end, min and max. */
static gint64
get_intermediate (const GenuTiming *self)
{
  gint64 counted = GENU_TIME_INDEFINITE;

  if (isnan (self->repeat_count) && self->repeat_duration < 0)
    return self->duration;
  if (!isnan (self->repeat_count))
    counted = multiply (self->duration, self->repeat_count);

  return self->repeat_duration < 0 ? counted : MIN (counted, self->repeat_duration);
}

static gint64
add (gint64 begin,
     gint64 duration)
{
  return duration == GENU_TIME_INDEFINITE ? GENU_TIME_INDEFINITE : begin + duration;
}

/**
 * genu_timing_get_active_end:
 * @self: the timing attributes
 * @begin: when the interval begins
 * @end: the end that the end list gives, at or after @begin; or %GENU_TIME_INDEFINITE
 * @out_play_end: (out): when it stops playing, before the end where min extends the interval
 *
 * Returns: when the interval ends
 */
gint64
genu_timing_get_active_end (const GenuTiming *self,
                            gint64            begin,
                            gint64            end,
                            gint64           *out_play_end)
{
  gint64 play_end = add (begin, get_intermediate (self));
  gint64 active_end = MAX (MIN (play_end, end), begin + self->min);

  active_end = MIN (active_end, add (begin, self->max));
  *out_play_end = MIN (play_end, active_end);

  return active_end;
}
