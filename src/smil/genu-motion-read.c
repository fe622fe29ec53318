/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads an animateMotion element (SVG 1.1 section 19.2.14).  The way is an mpath child that leads
 * to a path, or path, or values, or from, to and by, in this order. */

#include "config.h"

#include "genu-motion-private.h"

#include "genu-limits.h"
#include "genu-path.h"

#include <math.h>
#include <string.h>

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
