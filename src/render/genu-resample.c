/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laying a turned picture over the frame.  pixman, which cairo uses, has quick code for
 * whole-pixel moves and for scaling, but takes one pixel at a time through general code when a
 * picture is turned, and looks at its whole bounding box; that was a fifth of the time of a frame
 * in which eight parts turn.  This walks only where the picture is, row by row, four channels at
 * a time.
 *
 * Sampling is cairo's: bilinear between the centres of pixels, transparent outside.  Weights have
 * 8 bits; lanes of 16 bits hold 255 * 256 plus the rounding half. */

#include "config.h"

#include "genu-resample.h"

#include <math.h>
#include <string.h>

/* Pixels a side, and pixels of the source for one of the target: a coordinate of 16.16 bits holds
 * the sum of both. */
#define MAX_SIDE 16000

typedef guint8  Bytes4 __attribute__ ((vector_size (4)));
typedef guint8  Bytes8 __attribute__ ((vector_size (8)));
typedef guint16 Lanes4 __attribute__ ((vector_size (8)));
typedef guint16 Lanes8 __attribute__ ((vector_size (16)));

typedef struct
{
  const guchar *data;
  int           stride;
  int           width;
  int           height;
  guint16       opacity; /* 0 to 256 */
} Source;

/* One row's way through the source: 16.16, of the upper left tap. */
typedef struct
{
  gint32 u;
  gint32 v;
  gint32 step_u;
  gint32 step_v;
} Walk;

static inline Lanes4
fold (Lanes8 pair)
{
  Lanes4 left, right;

  memcpy (&left, &pair, sizeof left);
  memcpy (&right, (const guchar *) &pair + sizeof left, sizeof right);
  return (left + right + 128) >> 8;
}

/* Between four taps: two pixels of the upper row, two of the lower. */
static inline Lanes4
interpolate (Bytes8 upper,
             Bytes8 lower,
             gint32 u,
             gint32 v)
{
  guint16 x = (guint16) ((u >> 8) & 0xff), y = (guint16) ((v >> 8) & 0xff);
  guint16 rest = (guint16) (256 - x);
  Lanes8 across = { rest, rest, rest, rest, x, x, x, x };
  Lanes8 mixed;

  mixed = (__builtin_convertvector (upper, Lanes8) * (guint16) (256 - y)
           + __builtin_convertvector (lower, Lanes8) * y + 128) >> 8;
  return fold (mixed * across);
}

/* Premultiplied source over an opaque or premultiplied target; x / 255 is exact. */
static inline void
put_over (guchar *pixel,
          Lanes4  color,
          guint16 opacity)
{
  Bytes4 below;
  Lanes4 rest;

  if (opacity < 256)
    color = (color * opacity + 128) >> 8;
  if (color[3] == 0)
    return;
  if (color[3] < 255)
    {
      memcpy (&below, pixel, sizeof below);
      rest = __builtin_convertvector (below, Lanes4) * (guint16) (255 - color[3]) + 128;
      color += (rest + (rest >> 8)) >> 8;
    }
  below = __builtin_convertvector (color, Bytes4);
  memcpy (pixel, &below, sizeof below);
}

static Bytes8
get_pair (const Source *source,
          int           x,
          int           y)
{
  Bytes8 pair = { 0 };

  if (y < 0 || y >= source->height)
    return pair;
  if (x >= 0 && x < source->width)
    memcpy (&pair, source->data + (gsize) y * (gsize) source->stride + (gsize) x * 4, 4);
  if (x + 1 >= 0 && x + 1 < source->width)
    memcpy ((guchar *) &pair + 4,
            source->data + (gsize) y * (gsize) source->stride + (gsize) (x + 1) * 4, 4);
  return pair;
}

/* Where some taps may lie outside. */
static void
paint_edge (const Source *source,
            Walk         *walk,
            guchar       *pixel,
            int           n)
{
  for (int i = 0; i < n; i++, pixel += 4)
    {
      int x = walk->u >> 16, y = walk->v >> 16;

      put_over (pixel, interpolate (get_pair (source, x, y), get_pair (source, x, y + 1),
                                    walk->u, walk->v), source->opacity);
      walk->u += walk->step_u;
      walk->v += walk->step_v;
    }
}

/* Nothing at all: a bounding box is seldom full. */
static inline gboolean
is_clear (Bytes8 upper,
          Bytes8 lower)
{
  Bytes8 both = upper | lower;
  guint64 bits;

  memcpy (&bits, &both, sizeof bits);
  return bits == 0;
}

/* Where all taps lie inside. */
static void
paint_inside (const Source *source,
              Walk         *walk,
              guchar       *pixel,
              int           n)
{
  for (int i = 0; i < n; i++, pixel += 4)
    {
      const guchar *tap = source->data + (gsize) (walk->v >> 16) * (gsize) source->stride
                          + (gsize) (walk->u >> 16) * 4;
      Bytes8 upper, lower;

      memcpy (&upper, tap, sizeof upper);
      memcpy (&lower, tap + source->stride, sizeof lower);
      if (!is_clear (upper, lower))
        put_over (pixel, interpolate (upper, lower, walk->u, walk->v), source->opacity);
      walk->u += walk->step_u;
      walk->v += walk->step_v;
    }
}

/* Narrows first <= x < end to where low <= start + step * x < high. */
static void
narrow (double  start,
        double  step,
        double  low,
        double  high,
        double *first,
        double *end)
{
  double a, b;

  if (fabs (step) < 1e-12)
    {
      if (start < low || start >= high)
        *end = *first;
      return;
    }
  a = (low - start) / step;
  b = (high - start) / step;
  *first = MAX (*first, ceil (MIN (a, b)));
  *end = MIN (*end, ceil (MAX (a, b)));
}

/* One row of the target; @u and @v are the taps of its first pixel, in pixels of the source. */
static void
paint_row (const Source *source,
           guchar       *row,
           int           n,
           double        u,
           double        v,
           double        step_u,
           double        step_v)
{
  /* Fixed steps are off by 1/131072 of a pixel each: a margin keeps the taps inside. */
  const double margin = 1.0 / 16;
  double first = 0, end = n, inner, inner_end;
  Walk walk;

  narrow (u, step_u, -1, source->width, &first, &end);
  narrow (v, step_v, -1, source->height, &first, &end);
  if (first >= end)
    return;
  inner = first;
  inner_end = end;
  narrow (u, step_u, margin, source->width - 1 - margin, &inner, &inner_end);
  narrow (v, step_v, margin, source->height - 1 - margin, &inner, &inner_end);
  if (inner >= inner_end)
    inner = inner_end = end;

  walk = (Walk) { (gint32) floor ((u + step_u * first) * 65536),
                  (gint32) floor ((v + step_v * first) * 65536),
                  (gint32) lround (step_u * 65536), (gint32) lround (step_v * 65536) };
  row += (gsize) first * 4;
  paint_edge (source, &walk, row, (int) (inner - first));
  row += (gsize) (inner - first) * 4;
  paint_inside (source, &walk, row, (int) (inner_end - inner));
  row += (gsize) (inner_end - inner) * 4;
  paint_edge (source, &walk, row, (int) (end - inner_end));
}

static gboolean
is_sound (cairo_surface_t  *source,
          const GenuMatrix *inverse)
{
  return cairo_image_surface_get_width (source) < MAX_SIDE
         && cairo_image_surface_get_height (source) < MAX_SIDE && fabs (inverse->a) < MAX_SIDE
         && fabs (inverse->b) < MAX_SIDE && fabs (inverse->c) < MAX_SIDE
         && fabs (inverse->d) < MAX_SIDE;
}

/**
 * genu_resample_over:
 * @target: an image surface, ARGB32; the caller has flushed it, and marks it dirty afterwards
 * @clip: what to write of it, in its pixels; inside it
 * @source: an image surface, ARGB32
 * @matrix: from the source's pixels to the target's; one that cannot be inverted shows nothing
 * @opacity: 0 to 1
 *
 * Paints @source over @target as cairo would with %CAIRO_FILTER_BILINEAR and
 * %CAIRO_EXTEND_NONE; at hard edges within 6 of 255, since pixman's weights have 7 bits.
 *
 * Returns: %FALSE, and nothing is painted, if @source has over 16,000 pixels a side or is made so
 *   much smaller
 */
gboolean
genu_resample_over (cairo_surface_t             *target,
                    const cairo_rectangle_int_t *clip,
                    cairo_surface_t             *source,
                    const GenuMatrix            *matrix,
                    double                       opacity)
{
  int stride = cairo_image_surface_get_stride (target);
  guchar *data = cairo_image_surface_get_data (target);
  Source from = { cairo_image_surface_get_data (source), cairo_image_surface_get_stride (source),
                  cairo_image_surface_get_width (source),
                  cairo_image_surface_get_height (source),
                  (guint16) lround (CLAMP (opacity, 0, 1) * 256) };
  GenuMatrix inverse;

  if (!genu_matrix_invert (matrix, &inverse))
    return TRUE;
  if (!is_sound (source, &inverse))
    return FALSE;
  for (int y = clip->y; y < clip->y + clip->height; y++)
    paint_row (&from, data + (gsize) y * (gsize) stride + (gsize) clip->x * 4, clip->width,
               inverse.a * (clip->x + 0.5) + inverse.c * (y + 0.5) + inverse.e - 0.5,
               inverse.b * (clip->x + 0.5) + inverse.d * (y + 0.5) + inverse.f - 0.5, inverse.a,
               inverse.b);
  return TRUE;
}
