/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "genu-geometry.h"

G_BEGIN_DECLS

typedef cairo_surface_t GenuSurface;
typedef cairo_t         GenuCairo;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuSurface, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuCairo, cairo_destroy)

/* Side of a tile, in device pixels. */
#define GENU_TILE_SIDE 128

/* The ink of one tile's worth of a layer. */
typedef struct
{
  cairo_surface_t *surface; /* ARGB32; NULL where nothing is drawn */
  int              x;       /* its place, in device pixels */
  int              y;
} GenuRasterTile;

/* A finished picture of a layer: device pixels under the matrix that it was drawn with.  Atomically
 * reference counted, immutable once finished. */
typedef struct
{
  int                    ref_count;
  guint                  layer;     /* index */
  guint64                key;       /* hash of the values that it was drawn with */
  GenuMatrix             matrix;    /* from the layer's own space to its pixels */
  int                    reduction; /* its pixels are so many device pixels wide: 1, 2, 4 … */
  cairo_rectangle_int_t  asked;     /* what was drawn, in device pixels; the ink lies inside */
  gboolean               is_whole;  /* all ink is there, none was cut off at the window's edge */
  cairo_surface_t       *surface;   /* ARGB32 of rect; NULL when empty or tiled */
  cairo_rectangle_int_t  rect;      /* the surface's place, in device pixels */
  GenuRasterTile        *tiles;     /* cols * rows; or NULL */
  int                    col, row;  /* first tile, in tiles from the device's origin */
  int                    cols, rows;
  gsize                  bytes;     /* of pixels held */
  GObject               *texture;   /* GdkTexture on surface, or NULL; main thread only */
} GenuRaster;

/* What to draw.  Given to a worker; the result comes back on the main thread. */
typedef struct
{
  GenuRaster *raster;    /* owned; its surface or tiles are filled in */
  GBytes     *svg;       /* owned: a mini document for asked.width x asked.height pixels */
  GPtrArray  *overlays;  /* of GBytes: further ones, to be laid over it in order; nullable */
  char       *base_path; /* owned, nullable: what relative links refer to */
  gboolean    tiled;     /* cut to tiles of the device's grid */
  gboolean    opaque;    /* drawn on: */
  double      ground[3]; /* red, green, blue, 0 to 1 */
  int         urgency;   /* higher first */
  double      cost;      /* out: seconds of CPU */
  int         cancelled; /* atomic: not wanted any more */
  gpointer    user_data;
} GenuRasterJob;

typedef struct _GenuRasterPool GenuRasterPool;

/* Called in the thread of the pool's owner, by genu_raster_pool_collect(); owns the job. */
typedef void (*GenuRasterFunc) (GenuRasterJob *job,
                                gpointer       user_data);

GenuRaster     *genu_raster_ref             (GenuRaster       *self);
void            genu_raster_unref           (GenuRaster       *self);
/* How the picture's pixels come to device pixels when the layer's matrix is @matrix now. */
gboolean        genu_raster_get_delta       (const GenuRaster *self,
                                             const GenuMatrix *matrix,
                                             GenuMatrix       *out_delta);

void            genu_raster_job_free        (GenuRasterJob    *job);

/* @wake is called from a worker thread when a job has finished and none was waiting to be
 * collected. */
GenuRasterPool *genu_raster_pool_new        (GSourceFunc       wake,
                                             gpointer          user_data);
void            genu_raster_pool_free       (GenuRasterPool   *self);
void            genu_raster_pool_push       (GenuRasterPool   *self,
                                             GenuRasterJob    *job);
/* Hands every finished job to @func, waiting at most @patience microseconds for the first (0: not
 * at all, -1: for ever while any is under way).  Returns how many there were. */
guint           genu_raster_pool_collect    (GenuRasterPool   *self,
                                             gint64            patience,
                                             GenuRasterFunc    func,
                                             gpointer          user_data);

/* Draws an SVG text onto a context, width x height units at its origin. */
gboolean        genu_raster_draw_svg        (GBytes           *svg,
                                             const char       *base_path,
                                             cairo_t          *cr,
                                             int               width,
                                             int               height,
                                             GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuRaster, genu_raster_unref)

G_END_DECLS
