/* SPDX-License-Identifier: GPL-3.0-or-later */

/* animateMotion (SVG 1.1 section 19.2.14): a translation, then a rotation, outside the transform
 * list of the element.
 *
 * The way is an mpath child that leads to a path, or path, or values, or from, to and by, in this
 * order.  Points of
 * values are joined by straight lines.  On a path:
 *
 * - with keyPoints, which need keyTimes, each key point is a fraction of its length;
 * - discrete without keyPoints jumps from one vertex to the next;
 * - anything else runs evenly along the whole length, spline with one curve for all of it.  (SVG
 *   1.1 would give each segment of a linear path the same time; browsers do not, and authors rely
 *   on that.)
 *
 * Sums multiply matrices: a motion on top of another moves within its turned space. */

#include "config.h"

#include "genu-motion.h"

#include "genu-keyframes.h"
#include "genu-limits.h"
#include "genu-path-measure.h"
#include "genu-path.h"

#include <math.h>
#include <string.h>

typedef enum
{
  ROTATE_ANGLE,
  ROTATE_AUTO,
  ROTATE_REVERSE,
} Rotate;

/* A place of the way at one key time. */
typedef struct
{
  GenuPoint point;   /* when no path is followed */
  double    degrees; /* the way's direction there, for discrete vertices */
  double    part;    /* of the path's length */
} Stop;

struct _GenuMotion
{
  GenuPathMeasure *path;      /* NULL: straight lines between the stops */
  GArray          *stops;     /* of Stop, as many as the key frames have */
  GenuKeyframes    keyframes;
  gboolean         has_vertices; /* the stops are the path's vertices */
  Rotate           rotate;
  double           angle;     /* degrees, for ROTATE_ANGLE */
  gboolean         is_to;     /* the first stop is what lies below */
  gboolean         is_additive;
  gboolean         accumulates;
};

static const char *
skip_separators (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  if (*text == ',')
    text++;
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

static gboolean
read_number (const char **text,
             double      *out_number)
{
  char *end;

  while (g_ascii_isspace (**text))
    (*text)++;
  if (strchr ("+-.0123456789", **text) == NULL || **text == '\0')
    return FALSE;
  *out_number = g_ascii_strtod (*text, &end);
  if (end == *text || !isfinite (*out_number))
    return FALSE;

  *text = end;
  return TRUE;
}

/* "x,y" or "x y" */
static gboolean
parse_point (const char *text,
             GenuPoint  *out_point)
{
  if (!read_number (&text, &out_point->x))
    return FALSE;
  text = skip_separators (text);
  if (!read_number (&text, &out_point->y))
    return FALSE;
  while (g_ascii_isspace (*text))
    text++;

  return *text == '\0';
}

static void
add_point (GenuMotion *self,
           GenuPoint   point)
{
  Stop stop = { .point = point };

  g_array_append_val (self->stops, stop);
}

static gboolean
read_list (GenuMotion *self,
           const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ";", GENU_LIMIT_LIST + 1);
  guint n = g_strv_length (parts);

  if (n > 1 && *g_strstrip (parts[n - 1]) == '\0')
    n--;
  for (guint i = 0; i < n; i++)
    {
      GenuPoint point;

      if (!parse_point (parts[i], &point))
        return FALSE;
      add_point (self, point);
    }

  return n > 0 && n <= GENU_LIMIT_LIST;
}

/* 0: missing, 1: good, -1: malformed */
static int
read_point (const xmlNode *element,
            const char    *name,
            GenuPoint     *out_point)
{
  g_autofree char *text = genu_xml_dup_attribute (element, name);

  *out_point = (GenuPoint) { 0, 0 };
  if (text == NULL)
    return 0;

  return parse_point (text, out_point) ? 1 : -1;
}

/* from, to and by */
static gboolean
read_ends (GenuMotion    *self,
           const xmlNode *element)
{
  GenuPoint from, to, by;
  int has_from = read_point (element, "from", &from);
  int has_to = read_point (element, "to", &to);
  int has_by = has_to == 0 ? read_point (element, "by", &by) : 0;

  if (has_from < 0 || has_to < 0 || has_by < 0 || has_to + has_by == 0)
    return FALSE;
  if (has_by > 0)
    to = (GenuPoint) { from.x + by.x, from.y + by.y };

  self->is_to = has_to > 0 && has_from == 0;
  self->is_additive = has_by > 0 && has_from == 0;
  add_point (self, from);
  add_point (self, to);
  return TRUE;
}

static const xmlNode *
find_mpath (const xmlNode *element)
{
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (genu_xml_is (child, GENU_XMLNS_SVG, "mpath"))
      return child;

  return NULL;
}

static char *
dup_path_of (const GenuSvgDocument *document,
             const xmlNode         *mpath)
{
  g_autofree char *href = genu_xml_dup_attribute (mpath, "href");
  const xmlNode *path;

  if (href == NULL)
    href = genu_xml_dup_attribute_ns (mpath, "href", GENU_XMLNS_XLINK);
  path = href != NULL && *href == '#' ? genu_svg_document_get_element (document, href + 1) : NULL;
  if (path == NULL || !genu_xml_is (path, GENU_XMLNS_SVG, "path"))
    return NULL;

  return genu_svg_document_dup_base_text (document, path, genu_attribute_lookup ("path", "d"));
}

/* The path's data; *out_has: whether the element follows a path at all. */
static char *
dup_path (const GenuSvgDocument *document,
          const xmlNode         *element,
          gboolean              *out_has)
{
  const xmlNode *mpath = find_mpath (element);
  char *text = mpath != NULL ? dup_path_of (document, mpath) : NULL;

  if (text == NULL)
    text = genu_xml_dup_attribute (element, "path");
  *out_has = mpath != NULL || text != NULL;
  return text;
}

static void
add_stop_on_path (GenuMotion *self,
                  double      part)
{
  Stop stop = { .part = part };

  g_array_append_val (self->stops, stop);
}

static void
add_vertices (GenuMotion *self)
{
  self->has_vertices = TRUE;
  for (guint i = 0; i < genu_path_measure_get_n_vertices (self->path); i++)
    {
      Stop stop = { 0 };

      stop.point = genu_path_measure_get_vertex (self->path, i, &stop.degrees);
      g_array_append_val (self->stops, stop);
    }
}

/* The stops of a path.  FALSE: keyPoints and keyTimes do not fit. */
static gboolean
read_path_stops (GenuMotion              *self,
                 const GenuKeyAttributes *attributes)
{
  if (attributes->has_points)
    {
      if (attributes->points == NULL || attributes->times == NULL
          || attributes->points->len != attributes->times->len)
        return FALSE;
      for (guint i = 0; i < attributes->points->len; i++)
        add_stop_on_path (self, g_array_index (attributes->points, double, i));
    }
  else if (attributes->mode == GENU_CALC_DISCRETE)
    add_vertices (self);
  else
    {
      add_stop_on_path (self, 0);
      add_stop_on_path (self, 1);
    }

  return self->stops->len > 0;
}

static gboolean
read_path (GenuMotion *self,
           const char *text)
{
  g_autoptr(GArray) segments = NULL;
  g_autoptr(GArray) pieces = NULL;
  gboolean is_complete;

  if (text == NULL)
    return FALSE;

  segments = genu_path_parse (text, &is_complete);
  if (segments->len == 0)
    return FALSE;

  pieces = genu_path_normalize (segments);
  self->path = genu_path_measure_new (pieces);
  return TRUE;
}

static void
read_rotate (GenuMotion    *self,
             const xmlNode *element)
{
  g_autofree char *text = genu_xml_dup_attribute (element, "rotate");
  const char *cursor = text;

  self->rotate = ROTATE_ANGLE;
  if (text == NULL)
    return;

  if (g_str_equal (text, "auto"))
    self->rotate = ROTATE_AUTO;
  else if (g_str_equal (text, "auto-reverse"))
    self->rotate = ROTATE_REVERSE;
  else if (!read_number (&cursor, &self->angle))
    self->angle = 0;
}

static double *
measure (const GArray *stops)
{
  double *distances = g_new0 (double, stops->len);

  for (guint i = 0; i + 1 < stops->len; i++)
    {
      const GenuPoint *a = &g_array_index (stops, Stop, i).point;
      const GenuPoint *b = &g_array_index (stops, Stop, i + 1).point;

      distances[i] = hypot (b->x - a->x, b->y - a->y);
    }

  return distances;
}

static gboolean
has_sum (const xmlNode *element,
         const char    *name)
{
  g_autofree char *text = genu_xml_dup_attribute (element, name);

  return g_strcmp0 (text, "sum") == 0;
}

static const char *
read_keyframes (GenuMotion              *self,
                const GenuKeyAttributes *attributes,
                gboolean                 is_list)
{
  g_autofree double *distances = NULL;

  if (self->path != NULL && !read_path_stops (self, attributes))
    return "keyPoints and keyTimes do not fit";

  distances = self->path == NULL ? measure (self->stops) : NULL;
  if (!genu_keyframes_init (&self->keyframes, attributes, self->stops->len, is_list, distances))
    return "keyTimes or keySplines do not fit its values";

  return NULL;
}

static const char *
read_motion (GenuMotion            *self,
             const GenuSvgDocument *document,
             const xmlNode         *element)
{
  g_autofree char *list = genu_xml_dup_attribute (element, "values");
  GenuKeyAttributes attributes = { 0 };
  gboolean has_path;
  g_autofree char *path = dup_path (document, element, &has_path);
  gboolean is_list = list != NULL && !has_path;
  const char *reason;

  if (has_path ? !read_path (self, path)
               : is_list ? !read_list (self, list) : !read_ends (self, element))
    return "its path or values are missing or malformed";

  genu_key_attributes_read (&attributes, element, GENU_CALC_PACED);
  if (has_path && attributes.has_points && attributes.mode == GENU_CALC_PACED)
    attributes.mode = GENU_CALC_LINEAR;
  reason = read_keyframes (self, &attributes, is_list || attributes.has_points);
  genu_key_attributes_clear (&attributes);
  read_rotate (self, element);
  self->is_additive = !self->is_to && (self->is_additive || has_sum (element, "additive"));
  self->accumulates = !self->is_to && has_sum (element, "accumulate");

  return reason;
}

/**
 * genu_motion_new:
 * @document: the document
 * @element: an animateMotion element
 * @out_reason: (out): why it has no effect, a static string; %NULL if it has
 *
 * Returns: (transfer full) (nullable): what the element does, or %NULL when it has no effect
 */
GenuMotion *
genu_motion_new (const GenuSvgDocument *document,
                 const xmlNode         *element,
                 const char           **out_reason)
{
  GenuMotion *self = g_new0 (GenuMotion, 1);

  self->stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  *out_reason = read_motion (self, document, element);
  if (*out_reason != NULL)
    g_clear_pointer (&self, genu_motion_free);

  return self;
}

void
genu_motion_free (GenuMotion *self)
{
  if (self == NULL)
    return;

  genu_path_measure_free (self->path);
  g_array_unref (self->stops);
  genu_keyframes_clear (&self->keyframes);
  g_free (self);
}

static double
mix (double a,
     double b,
     double fraction)
{
  return a + (b - a) * fraction;
}

static const Stop *
get_stop (const GenuMotion *self,
          guint             index)
{
  return &g_array_index (self->stops, Stop, MIN (index, self->stops->len - 1));
}

static GenuPoint
get_on_path (const GenuMotion *self,
             guint             index,
             double            fraction,
             double           *out_degrees)
{
  double part;

  if (self->has_vertices)
    {
      *out_degrees = get_stop (self, index)->degrees;
      return get_stop (self, index)->point;
    }

  part = mix (get_stop (self, index)->part, get_stop (self, index + 1)->part, fraction);
  return genu_path_measure_get_point (self->path,
                                      part * genu_path_measure_get_length (self->path),
                                      out_degrees);
}

static GenuPoint
get_on_lines (const GenuMotion *self,
              guint             index,
              double            fraction,
              GenuPoint         origin,
              double           *out_degrees)
{
  GenuPoint from = self->is_to && index == 0 ? origin : get_stop (self, index)->point;
  GenuPoint to = self->keyframes.is_discrete ? from : get_stop (self, index + 1)->point;

  *out_degrees = atan2 (to.y - from.y, to.x - from.x) * 180 / G_PI;
  return (GenuPoint) { mix (from.x, to.x, fraction), mix (from.y, to.y, fraction) };
}

/* The last point of the way, which accumulate="sum" adds for each iteration. */
static GenuPoint
get_end (const GenuMotion *self)
{
  double degrees;

  if (self->path != NULL && !self->has_vertices)
    return get_on_path (self, self->stops->len - 1, 0, &degrees);

  return get_stop (self, self->stops->len - 1)->point;
}

static double
get_turn (const GenuMotion *self,
          double            degrees)
{
  switch (self->rotate)
    {
    case ROTATE_AUTO:
      return degrees;
    case ROTATE_REVERSE:
      return degrees + 180;
    case ROTATE_ANGLE:
    default:
      return self->angle;
    }
}

static GenuMatrix
make_matrix (GenuPoint point,
             double    degrees)
{
  double c = cos (degrees * G_PI / 180);
  double s = sin (degrees * G_PI / 180);

  return (GenuMatrix) { c, s, -s, c, point.x, point.y };
}

GenuMatrix
genu_motion_apply (const GenuMotion *self,
                   double            progress,
                   guint64           iteration,
                   const GenuMatrix *underlying)
{
  double fraction;
  guint index = genu_keyframes_locate (&self->keyframes, progress, &fraction);
  GenuPoint origin = underlying != NULL ? (GenuPoint) { underlying->e, underlying->f }
                                        : (GenuPoint) { 0, 0 };
  double degrees;
  GenuPoint point = self->path != NULL
                      ? get_on_path (self, index, fraction, &degrees)
                      : get_on_lines (self, index, fraction, origin, &degrees);
  GenuMatrix matrix;

  if (self->accumulates && iteration > 0)
    {
      GenuPoint end = get_end (self);

      point.x += end.x * (double) iteration;
      point.y += end.y * (double) iteration;
    }
  matrix = make_matrix (point, get_turn (self, degrees));

  return self->is_additive && underlying != NULL ? genu_matrix_multiply (underlying, &matrix)
                                                 : matrix;
}

gboolean
genu_motion_replaces (const GenuMotion *self,
                      double            progress)
{
  return self->is_to ? progress >= 1 : !self->is_additive;
}

static gboolean
are_stops_equal (const GenuMotion *self,
                 guint             index)
{
  const Stop *a = get_stop (self, index);
  const Stop *b = get_stop (self, index + 1);

  return a->point.x == b->point.x && a->point.y == b->point.y && a->part == b->part
         && a->degrees == b->degrees;
}

double
genu_motion_get_hold (const GenuMotion *self,
                      double            progress)
{
  double fraction;
  guint index = genu_keyframes_locate (&self->keyframes, progress, &fraction);

  if (self->is_to && !self->keyframes.is_discrete)
    return progress;
  if (!self->keyframes.is_discrete && !are_stops_equal (self, index))
    return progress;

  return index + (self->keyframes.is_discrete ? 1 : 2) < self->stops->len
           ? self->keyframes.times[index + 1]
           : GENU_HOLD_ALL;
}

gboolean
genu_motion_is_constant (const GenuMotion *self)
{
  if (self->is_to || self->accumulates)
    return FALSE;
  for (guint i = 0; i + 1 < self->stops->len; i++)
    if (!are_stops_equal (self, i))
      return FALSE;

  return TRUE;
}
