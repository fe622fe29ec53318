/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The arc length of paths.
 *
 * A path is cut into spans: lines, and stretches of cubic curves so short that five-point
 * Gauss-Legendre integration of the speed gives their length (a stretch is halved until the sum of
 * its halves agrees with the whole).  The point at a distance is found in its span by bisection of
 * the same integral. */

#include "config.h"

#include "genu-path-measure.h"

#include "genu-path.h"

#include <math.h>

#define MAX_DEPTH 12      /* halvings of one curve */
#define TOLERANCE 1e-7    /* of a stretch's length, in user units */
#define N_HALVINGS 40     /* when a point is looked for */

typedef struct
{
  GenuPoint points[4]; /* of the cubic curve; a line has its control points at its thirds */
  double    t0, t1;    /* the stretch of it */
  double    start;     /* distance from the start of the path */
  double    length;
} Span;

struct _GenuPathMeasure
{
  GArray *spans;    /* of Span, none of them without length */
  GArray *vertices; /* of Vertex */
  double  length;
};

typedef struct
{
  GenuPoint point;
  double    distance;
} Vertex;

static GenuPoint
get_at (const GenuPoint points[4],
        double          t)
{
  double s = 1 - t;
  double w[4] = { s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t };
  GenuPoint sum = { 0, 0 };

  for (guint i = 0; i < 4; i++)
    {
      sum.x += w[i] * points[i].x;
      sum.y += w[i] * points[i].y;
    }

  return sum;
}

static GenuPoint
get_velocity (const GenuPoint points[4],
              double          t)
{
  double s = 1 - t;
  double w[3] = { 3 * s * s, 6 * s * t, 3 * t * t };
  GenuPoint sum = { 0, 0 };

  for (guint i = 0; i < 3; i++)
    {
      sum.x += w[i] * (points[i + 1].x - points[i].x);
      sum.y += w[i] * (points[i + 1].y - points[i].y);
    }

  return sum;
}

/* The length between two parameters. */
static double
integrate (const GenuPoint points[4],
           double          t0,
           double          t1)
{
  static const double nodes[5] = { -0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831,
                                   0.9061798459386640 };
  static const double weights[5] = { 0.2369268850561891, 0.4786286704993665, 0.5688888888888889,
                                     0.4786286704993665, 0.2369268850561891 };
  double half = (t1 - t0) / 2;
  double sum = 0;

  for (guint i = 0; i < 5; i++)
    {
      GenuPoint velocity = get_velocity (points, t0 + half * (1 + nodes[i]));

      sum += weights[i] * hypot (velocity.x, velocity.y);
    }

  return sum * half;
}

static void
add_span (GenuPathMeasure *self,
          const GenuPoint  points[4],
          double           t0,
          double           t1,
          double           length)
{
  Span span = { { points[0], points[1], points[2], points[3] }, t0, t1, self->length, length };

  if (!(length > 0) || !isfinite (length))
    return;

  self->length += length;
  g_array_append_val (self->spans, span);
}

static void
add_stretch (GenuPathMeasure *self,
             const GenuPoint  points[4],
             double           t0,
             double           t1,
             guint            depth)
{
  double middle = (t0 + t1) / 2;
  double whole = integrate (points, t0, t1);
  double halves = integrate (points, t0, middle) + integrate (points, middle, t1);

  /* One halving at least: the rule can be wrong in the same way for both. */
  if (depth >= MAX_DEPTH || (depth > 0 && fabs (whole - halves) < TOLERANCE))
    {
      add_span (self, points, t0, t1, halves);
      return;
    }
  add_stretch (self, points, t0, middle, depth + 1);
  add_stretch (self, points, middle, t1, depth + 1);
}

static void
add_line (GenuPathMeasure *self,
          GenuPoint        a,
          GenuPoint        b)
{
  GenuPoint points[4] = { a,
                          { a.x + (b.x - a.x) / 3, a.y + (b.y - a.y) / 3 },
                          { b.x - (b.x - a.x) / 3, b.y - (b.y - a.y) / 3 },
                          b };

  add_span (self, points, 0, 1, hypot (b.x - a.x, b.y - a.y));
}

static void
add_piece (GenuPathMeasure     *self,
           const GenuPathPiece *piece,
           GenuPoint           *start,
           GenuPoint           *current)
{
  Vertex vertex;

  if (piece->command == 'M')
    *start = *current = piece->points[0];
  else if (piece->command == 'C')
    {
      GenuPoint points[4] = { *current, piece->points[0], piece->points[1], piece->points[2] };

      add_stretch (self, points, 0, 1, 0);
      *current = piece->points[2];
    }
  else
    {
      GenuPoint end = piece->command == 'Z' ? *start : piece->points[0];

      add_line (self, *current, end);
      *current = end;
    }

  vertex = (Vertex) { *current, self->length };
  g_array_append_val (self->vertices, vertex);
}

GenuPathMeasure *
genu_path_measure_new (const GArray *pieces)
{
  GenuPathMeasure *self = g_new0 (GenuPathMeasure, 1);
  GenuPoint start = { 0, 0 };
  GenuPoint current = { 0, 0 };

  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));
  for (guint i = 0; i < pieces->len; i++)
    add_piece (self, &g_array_index (pieces, GenuPathPiece, i), &start, &current);

  return self;
}

void
genu_path_measure_free (GenuPathMeasure *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->spans);
  g_array_unref (self->vertices);
  g_free (self);
}

double
genu_path_measure_get_length (const GenuPathMeasure *self)
{
  return self->length;
}

/* The span that holds a distance; at a border the one that ends there. */
static const Span *
find_span (const GenuPathMeasure *self,
           double                 distance)
{
  guint low = 0;
  guint high = self->spans->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->spans, Span, middle).start < distance)
        low = middle;
      else
        high = middle;
    }

  return &g_array_index (self->spans, Span, low);
}

static double
find_parameter (const Span *span,
                double      length)
{
  double low = span->t0;
  double high = span->t1;

  if (length <= 0 || length >= span->length)
    return length <= 0 ? low : high;

  for (guint i = 0; i < N_HALVINGS; i++)
    {
      double middle = (low + high) / 2;

      if (integrate (span->points, span->t0, middle) < length)
        low = middle;
      else
        high = middle;
    }

  return (low + high) / 2;
}

/* Where the curve stands still (a control point on its end) the direction is that close by. */
static double
get_degrees (const Span *span,
             double      t)
{
  GenuPoint velocity = get_velocity (span->points, t);
  double step = t > (span->t0 + span->t1) / 2 ? -1e-4 : 1e-4;

  if (hypot (velocity.x, velocity.y) < 1e-9)
    velocity = get_velocity (span->points, t + step);

  return atan2 (velocity.y, velocity.x) * 180 / G_PI;
}

GenuPoint
genu_path_measure_get_point (const GenuPathMeasure *self,
                             double                 distance,
                             double                *out_degrees)
{
  const Span *span;
  double t;

  *out_degrees = 0;
  if (self->spans->len == 0)
    return self->vertices->len > 0 ? g_array_index (self->vertices, Vertex, 0).point
                                   : (GenuPoint) { 0, 0 };

  span = find_span (self, distance);
  t = find_parameter (span, distance - span->start);
  *out_degrees = get_degrees (span, t);

  return get_at (span->points, t);
}

guint
genu_path_measure_get_n_vertices (const GenuPathMeasure *self)
{
  return self->vertices->len;
}

GenuPoint
genu_path_measure_get_vertex (const GenuPathMeasure *self,
                              guint                  index,
                              double                *out_degrees)
{
  const Vertex *vertex = &g_array_index (self->vertices, Vertex, index);

  genu_path_measure_get_point (self, vertex->distance, out_degrees);

  return vertex->point;
}
