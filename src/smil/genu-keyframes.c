/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calcMode, keyTimes and keySplines (SVG 1.1 section 19.2.9).
 *
 * Without keyTimes the simple duration is divided equally: between n values into n - 1 parts, or
 * into n when they are discrete.  Paced times follow the distances, and ignore keyTimes and
 * keySplines.  A list of values whose keyTimes or keySplines do not fit has no effect.  Where there
 * is no list, but from, to and by, keyTimes that do not fit are ignored (as in Chromium). */

#include "config.h"

#include "genu-keyframes.h"

#include "genu-limits.h"

#include <math.h>
#include <string.h>

static const struct
{
  const char  *name;
  GenuCalcMode mode;
} modes[] = {
  { "linear", GENU_CALC_LINEAR },
  { "discrete", GENU_CALC_DISCRETE },
  { "paced", GENU_CALC_PACED },
  { "spline", GENU_CALC_SPLINE },
};

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

/* A number from 0 to 1 in decimal. */
static gboolean
read_unit (const char **text,
           double      *out_number)
{
  const char *start = skip_space (*text);
  char *end;

  if (!g_ascii_isdigit (*start) && *start != '.' && *start != '+' && *start != '-')
    return FALSE;
  *out_number = g_ascii_strtod (start, &end);
  if (end == start || !(*out_number >= 0 && *out_number <= 1))
    return FALSE;

  *text = skip_space (end);
  return TRUE;
}

/* "0; 0.5; 1", which may end with a semicolon.  NULL when anything is wrong. */
static GArray *
parse_units (const char *text)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (text = skip_space (text); *text != '\0';)
    {
      double number;

      if (numbers->len == GENU_LIMIT_LIST || !read_unit (&text, &number))
        return NULL;
      g_array_append_val (numbers, number);
      if (*text != '\0' && *text++ != ';')
        return NULL;
      text = skip_space (text);
    }

  return numbers->len > 0 ? g_steal_pointer (&numbers) : NULL;
}

static GArray *
parse_times (const char *text)
{
  GArray *times = parse_units (text);
  gboolean is_good = times != NULL && g_array_index (times, double, 0) == 0;

  for (guint i = 1; is_good && i < times->len; i++)
    is_good = g_array_index (times, double, i) >= g_array_index (times, double, i - 1);
  if (!is_good)
    g_clear_pointer (&times, g_array_unref);

  return times;
}

static gboolean
read_spline (const char   **text,
             GenuKeySpline *out_spline)
{
  double *const numbers[] = { &out_spline->x1, &out_spline->y1, &out_spline->x2, &out_spline->y2 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (i > 0 && **text == ',')
        (*text)++;
      if (!read_unit (text, numbers[i]))
        return FALSE;
    }

  return TRUE;
}

static GArray *
parse_splines (const char *text)
{
  g_autoptr(GArray) splines = g_array_new (FALSE, FALSE, sizeof (GenuKeySpline));

  for (text = skip_space (text); *text != '\0';)
    {
      GenuKeySpline spline;

      if (splines->len == GENU_LIMIT_LIST || !read_spline (&text, &spline))
        return NULL;
      g_array_append_val (splines, spline);
      if (*text != '\0' && *text++ != ';')
        return NULL;
      text = skip_space (text);
    }

  return splines->len > 0 ? g_steal_pointer (&splines) : NULL;
}

static void
read_mode (GenuKeyAttributes *self,
           const xmlNode     *element,
           GenuCalcMode       default_mode)
{
  g_autofree char *text = genu_xml_dup_attribute (element, "calcMode");

  self->mode = default_mode;
  self->is_mode_bad = text != NULL;
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (text, modes[i].name))
      {
        self->mode = modes[i].mode;
        self->is_mode_bad = FALSE;
      }
}

void
genu_key_attributes_read (GenuKeyAttributes *self,
                          const xmlNode     *element,
                          GenuCalcMode       default_mode)
{
  g_autofree char *times = genu_xml_dup_attribute (element, "keyTimes");
  g_autofree char *splines = genu_xml_dup_attribute (element, "keySplines");
  g_autofree char *points = genu_xml_dup_attribute (element, "keyPoints");

  read_mode (self, element, default_mode);
  self->has_times = times != NULL;
  self->times = times != NULL ? parse_times (times) : NULL;
  self->splines = splines != NULL ? parse_splines (splines) : NULL;
  self->has_points = points != NULL;
  self->points = points != NULL ? parse_units (points) : NULL;
}

void
genu_key_attributes_clear (GenuKeyAttributes *self)
{
  g_clear_pointer (&self->times, g_array_unref);
  g_clear_pointer (&self->splines, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
}

static void
set_equal_times (GenuKeyframes *self)
{
  guint n_parts = self->is_discrete ? self->n : MAX (self->n - 1, 1);

  for (guint i = 0; i < self->n; i++)
    self->times[i] = (double) i / n_parts;
}

/* Times in proportion to the way covered; FALSE when there is no way at all. */
static gboolean
set_paced_times (GenuKeyframes *self,
                 const double  *distances)
{
  double total = 0;
  double covered = 0;

  for (guint i = 0; distances != NULL && i + 1 < self->n; i++)
    total += distances[i];
  if (!(total > 0) || !isfinite (total))
    return FALSE;

  self->times[0] = 0;
  for (guint i = 1; i < self->n; i++)
    {
      covered += distances[i - 1];
      self->times[i] = MIN (covered / total, 1);
    }
  self->times[self->n - 1] = 1;
  return TRUE;
}

/* Takes over keyTimes if they fit the number of values. */
static gboolean
set_given_times (GenuKeyframes           *self,
                 const GenuKeyAttributes *attributes)
{
  const GArray *times = attributes->times;

  if (times == NULL || times->len != self->n)
    return FALSE;
  if (!self->is_discrete && g_array_index (times, double, self->n - 1) != 1)
    return FALSE;

  memcpy (self->times, times->data, self->n * sizeof (double));
  return TRUE;
}

static gboolean
set_times (GenuKeyframes           *self,
           const GenuKeyAttributes *attributes,
           gboolean                 is_list,
           const double            *distances)
{
  if (attributes->mode == GENU_CALC_PACED)
    {
      if (!set_paced_times (self, distances))
        set_equal_times (self);
    }
  else if (!attributes->has_times)
    set_equal_times (self);
  else if (!set_given_times (self, attributes))
    {
      if (is_list)
        return FALSE;
      set_equal_times (self);
    }

  return TRUE;
}

static gboolean
set_splines (GenuKeyframes           *self,
             const GenuKeyAttributes *attributes)
{
  const GArray *splines = attributes->splines;

  if (attributes->mode != GENU_CALC_SPLINE)
    return TRUE;
  if (splines == NULL || splines->len != self->n - 1)
    return FALSE;

  self->splines = g_new (GenuKeySpline, splines->len);
  memcpy (self->splines, splines->data, splines->len * sizeof (GenuKeySpline));
  return TRUE;
}

gboolean
genu_keyframes_init (GenuKeyframes           *self,
                     const GenuKeyAttributes *attributes,
                     guint                    n,
                     gboolean                 is_list,
                     const double            *distances)
{
  g_return_val_if_fail (n > 0, FALSE);

  self->n = n;
  self->is_discrete = attributes->mode == GENU_CALC_DISCRETE;
  self->times = g_new0 (double, n);
  self->splines = NULL;
  if (set_times (self, attributes, is_list, distances) && set_splines (self, attributes))
    return TRUE;

  genu_keyframes_clear (self);
  return FALSE;
}

void
genu_keyframes_clear (GenuKeyframes *self)
{
  g_clear_pointer (&self->times, g_free);
  g_clear_pointer (&self->splines, g_free);
}

/* The last index whose time is not after @progress. */
static guint
find_last (const GenuKeyframes *self,
           double               progress)
{
  guint low = 0;
  guint high = self->n;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->times[middle] <= progress)
        low = middle;
      else
        high = middle;
    }

  return low;
}

guint
genu_keyframes_locate (const GenuKeyframes *self,
                       double               progress,
                       double              *out_fraction)
{
  guint index = find_last (self, progress);
  double span;

  *out_fraction = 0;
  if (self->is_discrete || self->n == 1)
    return index;

  index = MIN (index, self->n - 2);
  span = self->times[index + 1] - self->times[index];
  *out_fraction = span > 0 ? CLAMP ((progress - self->times[index]) / span, 0, 1) : 1;
  if (self->splines != NULL)
    *out_fraction = genu_key_spline_ease (&self->splines[index], *out_fraction);

  return index;
}

double
genu_keyframes_get_middle (const GenuKeyframes *self,
                           guint                index)
{
  double span = self->times[index + 1] - self->times[index];
  double half = self->splines != NULL ? genu_key_spline_find (&self->splines[index], 0.5) : 0.5;

  return self->times[index] + span * half;
}
