/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Path data (SVG 2 section 9.3): the segments as written, and the same reduced to absolute lines
 * and cubics.  An error ends the path: what stands before it is drawn. */

#include "config.h"

#include "genu-path.h"

#include <math.h>
#include <string.h>

#include "genu-limits.h"
#include "genu-number.h"

/**
 * genu_path_n_values:
 * @command: a command letter
 *
 * Returns: how many numbers it takes, -1 if it is no command
 */
int
genu_path_n_values (char command)
{
  switch (g_ascii_toupper (command))
    {
    case 'Z':
      return 0;
    case 'H':
    case 'V':
      return 1;
    case 'M':
    case 'L':
    case 'T':
      return 2;
    case 'S':
    case 'Q':
      return 4;
    case 'C':
      return 6;
    case 'A':
      return 7;
    default:
      return -1;
    }
}

/* The flags of an arc are single digits that nothing needs to separate: "a1 1 0 01.5 2". */
static gboolean
scan_flag (const char **cursor,
           double      *out_flag)
{
  if (**cursor != '0' && **cursor != '1')
    return FALSE;
  *out_flag = **cursor - '0';
  *cursor += 1;

  return TRUE;
}

/* The numbers of one segment.  *cursor ends behind the separator that follows, *out_comma says
 * whether that had a comma, which asks for one more segment. */
static gboolean
scan_values (const char     **cursor,
             GenuPathSegment *segment,
             gboolean        *out_comma)
{
  int n = genu_path_n_values (segment->command);
  gboolean is_arc = segment->command == 'A' || segment->command == 'a';

  *out_comma = FALSE;
  for (int i = 0; i < n; i++)
    {
      gboolean found = is_arc && (i == 3 || i == 4)
                         ? scan_flag (cursor, &segment->values[i])
                         : genu_number_scan (cursor, &segment->values[i]);

      if (!found)
        return FALSE;
      *out_comma = genu_number_skip_separator (cursor);
    }

  return TRUE;
}

/* Pairs that follow those of a moveto are linetos. */
static char
get_repeated (char command)
{
  if (command == 'M')
    return 'L';
  if (command == 'm')
    return 'l';

  return command;
}

/* One command letter with all its segments. */
static gboolean
scan_command (const char **cursor,
              GArray      *segments)
{
  GenuPathSegment segment = { **cursor, { 0 } };
  gboolean comma;

  if (genu_path_n_values (segment.command) < 0
      || (segments->len == 0 && g_ascii_toupper (segment.command) != 'M'))
    return FALSE;
  *cursor = genu_number_skip_space (*cursor + 1);

  do
    {
      if (segments->len == GENU_LIMIT_PATH_SEGMENTS || !scan_values (cursor, &segment, &comma))
        return FALSE;
      g_array_append_val (segments, segment);
      segment.command = get_repeated (segment.command);
      *cursor = genu_number_skip_space (*cursor);
    }
  while (comma || (**cursor != '\0' && genu_path_n_values (segment.command) > 0
                   && !g_ascii_isalpha (**cursor)));

  return TRUE;
}

/**
 * genu_path_parse:
 * @text: path data
 * @out_complete: (out) (optional): %FALSE when there was an error or more than
 *   %GENU_LIMIT_PATH_SEGMENTS segments
 *
 * Parses path data.  `none` is an empty path.
 *
 * Returns: (transfer full): an array of #GenuPathSegment: all, or those before the error
 */
GArray *
genu_path_parse (const char *text,
                 gboolean   *out_complete)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (GenuPathSegment));
  const char *cursor = genu_number_skip_space (text);
  gboolean complete = TRUE;

  if (strncmp (cursor, "none", 4) == 0 && *genu_number_skip_space (cursor + 4) == '\0')
    cursor += strlen (cursor);
  while (*cursor != '\0' && complete)
    complete = scan_command (&cursor, segments);

  if (out_complete != NULL)
    *out_complete = complete;

  return segments;
}

/**
 * genu_path_to_string:
 * @segments: an array of #GenuPathSegment
 *
 * Returns: (transfer full): path data
 */
char *
genu_path_to_string (const GArray *segments)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < segments->len; i++)
    {
      const GenuPathSegment *segment = &g_array_index (segments, GenuPathSegment, i);
      int n = genu_path_n_values (segment->command);

      if (i > 0)
        g_string_append_c (string, ' ');
      g_string_append_c (string, segment->command);
      for (int k = 0; k < n; k++)
        {
          if (k > 0)
            g_string_append_c (string, ' ');
          genu_number_append (string, segment->values[k]);
        }
    }

  return g_string_free (string, FALSE);
}

/* Where the pen is while a path is made absolute. */
typedef struct
{
  GArray   *pieces;  /* of GenuPathPiece */
  GenuPoint start;   /* of the subpath */
  GenuPoint current;
  GenuPoint control; /* the last control point, for S and T; the current point otherwise */
  char      last;    /* the family of the last segment: 'C' (C, S), 'Q' (Q, T) or another */
} Pen;

static void
add_point (Pen      *pen,
           char      command,
           GenuPoint point)
{
  GenuPathPiece piece = { command, { point } };

  g_array_append_val (pen->pieces, piece);
  pen->current = point;
}

static void
add_cubic (Pen      *pen,
           GenuPoint first,
           GenuPoint second,
           GenuPoint end)
{
  GenuPathPiece piece = { 'C', { first, second, end } };

  g_array_append_val (pen->pieces, piece);
  pen->current = end;
}

static GenuPoint
reflect (const Pen *pen,
         char       family)
{
  if (pen->last != family)
    return pen->current;

  return (GenuPoint) { 2 * pen->current.x - pen->control.x, 2 * pen->current.y - pen->control.y };
}

static GenuPoint
mix (GenuPoint a,
     GenuPoint b,
     double    fraction)
{
  return (GenuPoint) { a.x + (b.x - a.x) * fraction, a.y + (b.y - a.y) * fraction };
}

static void
add_quadratic (Pen      *pen,
               GenuPoint control,
               GenuPoint end)
{
  add_cubic (pen, mix (pen->current, control, 2.0 / 3), mix (end, control, 2.0 / 3), end);
  pen->control = control;
}

/* An ellipse in the form that SVG 2 section B.2.4 calls "centre parameterisation". */
typedef struct
{
  GenuPoint center;
  double    rx, ry;
  double    rotation; /* radians */
  double    start;    /* radians */
  double    sweep;    /* radians, signed */
} Ellipse;

static GenuPoint
get_ellipse_point (const Ellipse *ellipse,
                   double         x,
                   double         y)
{
  double c = cos (ellipse->rotation), s = sin (ellipse->rotation);

  return (GenuPoint) { ellipse->center.x + c * ellipse->rx * x - s * ellipse->ry * y,
                       ellipse->center.y + s * ellipse->rx * x + c * ellipse->ry * y };
}

/* Sections B.2.4 and B.2.5: radii that are too small grow until the arc reaches its end. */
static void
find_ellipse (const Pen    *pen,
              const double  v[7],
              GenuPoint     end,
              Ellipse      *out)
{
  double c, s, dx, dy, x, y, scale, root, cx, cy, from, to;

  out->rx = fabs (v[0]);
  out->ry = fabs (v[1]);
  out->rotation = fmod (v[2], 360) * G_PI / 180;
  c = cos (out->rotation);
  s = sin (out->rotation);
  dx = (pen->current.x - end.x) / 2;
  dy = (pen->current.y - end.y) / 2;
  x = (c * dx + s * dy) / out->rx;
  y = (c * dy - s * dx) / out->ry;
  scale = x * x + y * y;
  if (scale > 1)
    {
      out->rx *= sqrt (scale);
      out->ry *= sqrt (scale);
      x /= sqrt (scale);
      y /= sqrt (scale);
    }
  root = sqrt (MAX (0, 1 / MIN (scale, 1) - 1)) * (v[3] == v[4] ? -1 : 1);
  cx = root * y;
  cy = -root * x;

  from = atan2 (y - cy, x - cx);
  to = atan2 (-y - cy, -x - cx);
  out->start = from;
  out->sweep = to - from;
  if (v[4] != 0 && out->sweep < 0)
    out->sweep += 2 * G_PI;
  if (v[4] == 0 && out->sweep > 0)
    out->sweep -= 2 * G_PI;
  out->center = (GenuPoint) { 0, 0 };
  out->center = get_ellipse_point (out, cx, cy);
  out->center.x += (pen->current.x + end.x) / 2;
  out->center.y += (pen->current.y + end.y) / 2;
}

static void
add_arc (Pen          *pen,
         const double  v[7],
         GenuPoint     end)
{
  Ellipse ellipse;
  int n;

  if (pen->current.x == end.x && pen->current.y == end.y)
    return;
  if (v[0] == 0 || v[1] == 0)
    {
      add_point (pen, 'L', end);
      return;
    }

  find_ellipse (pen, v, end, &ellipse);
  n = CLAMP ((int) ceil (fabs (ellipse.sweep) / (G_PI / 2) - 1e-9), 1, 4);
  for (int i = 0; i < n; i++)
    {
      double a = ellipse.start + ellipse.sweep * i / n;
      double b = ellipse.start + ellipse.sweep * (i + 1) / n;
      double k = 4.0 / 3 * tan ((b - a) / 4);

      add_cubic (pen, get_ellipse_point (&ellipse, cos (a) - k * sin (a), sin (a) + k * cos (a)),
                 get_ellipse_point (&ellipse, cos (b) + k * sin (b), sin (b) - k * cos (b)),
                 i == n - 1 ? end : get_ellipse_point (&ellipse, cos (b), sin (b)));
    }
}

/* The @index-th pair of numbers of a segment as an absolute point. */
static GenuPoint
get_point (const Pen             *pen,
           const GenuPathSegment *segment,
           guint                  index)
{
  GenuPoint point = { segment->values[index], segment->values[index + 1] };

  if (g_ascii_islower (segment->command))
    {
      point.x += pen->current.x;
      point.y += pen->current.y;
    }

  return point;
}

static void
add_straight (Pen                   *pen,
              const GenuPathSegment *segment)
{
  double value = segment->values[0];
  gboolean relative = g_ascii_islower (segment->command);
  GenuPoint point = pen->current;

  if (g_ascii_toupper (segment->command) == 'H')
    point.x = relative ? point.x + value : value;
  else
    point.y = relative ? point.y + value : value;
  add_point (pen, 'L', point);
}

static void
add_curve (Pen                   *pen,
           const GenuPathSegment *segment)
{
  GenuPoint control;

  switch (g_ascii_toupper (segment->command))
    {
    case 'C':
      control = get_point (pen, segment, 2);
      add_cubic (pen, get_point (pen, segment, 0), control, get_point (pen, segment, 4));
      pen->control = control;
      break;
    case 'S':
      control = get_point (pen, segment, 0);
      add_cubic (pen, reflect (pen, 'C'), control, get_point (pen, segment, 2));
      pen->control = control;
      break;
    case 'Q':
      add_quadratic (pen, get_point (pen, segment, 0), get_point (pen, segment, 2));
      break;
    default:
      add_quadratic (pen, reflect (pen, 'Q'), get_point (pen, segment, 0));
      break;
    }
}

static char
get_family (char command)
{
  switch (g_ascii_toupper (command))
    {
    case 'C':
    case 'S':
      return 'C';
    case 'Q':
    case 'T':
      return 'Q';
    default:
      return command;
    }
}

static void
add_segment (Pen                   *pen,
             const GenuPathSegment *segment)
{
  /* After Z a subpath may go on without M. */
  if (pen->last == 'Z' && g_ascii_toupper (segment->command) != 'M'
      && g_ascii_toupper (segment->command) != 'Z')
    add_point (pen, 'M', pen->start);

  switch (g_ascii_toupper (segment->command))
    {
    case 'M':
      add_point (pen, 'M', get_point (pen, segment, 0));
      pen->start = pen->current;
      break;
    case 'L':
      add_point (pen, 'L', get_point (pen, segment, 0));
      break;
    case 'H':
    case 'V':
      add_straight (pen, segment);
      break;
    case 'A':
      add_arc (pen, segment->values, get_point (pen, segment, 5));
      break;
    case 'Z':
      add_point (pen, 'Z', pen->start);
      break;
    default:
      add_curve (pen, segment);
      break;
    }
  pen->last = get_family (segment->command);
  if (pen->last == 'z')
    pen->last = 'Z';
}

/**
 * genu_path_normalize:
 * @segments: an array of #GenuPathSegment
 *
 * Makes a path absolute and reduces it to M, L, C and Z.  Each subpath begins with M; the point of
 * a Z is where its subpath began.
 *
 * Returns: (transfer full): an array of #GenuPathPiece
 */
GArray *
genu_path_normalize (const GArray *segments)
{
  Pen pen = { g_array_new (FALSE, FALSE, sizeof (GenuPathPiece)), { 0 }, { 0 }, { 0 }, 'M' };

  for (guint i = 0; i < segments->len; i++)
    add_segment (&pen, &g_array_index (segments, GenuPathSegment, i));

  return pen.pieces;
}
