/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gsk/gsk.h>

#include "genu-raster.h"

G_BEGIN_DECLS

/* A run of layers flattened into one tile-sized picture. */
typedef struct
{
  guint            first;
  guint            last;
  cairo_surface_t *surface; /* NULL: nothing of the run lies on the tile */
  gboolean         is_opaque; /* the ground is in it */
} GenuSpan;

typedef struct
{
  cairo_rectangle_int_t rect;   /* in pixels of the frame; smaller than the side at the edges */
  cairo_rectangle_int_t damage; /* what must be composed anew; empty when nothing */
  cairo_surface_t      *show;   /* a view of the frame's pixels that render nodes paint */
  GskRenderNode        *node;   /* NULL when the pixels changed since it was made */
  GArray               *spans;  /* of GenuSpan, ascending */
  gint64                warm;   /* frame number of the last damage */
} GenuTile;

/* The composed pixels, one opaque block of memory seen as tiles.  Composing goes through one cairo
 * surface; nodes paint through others on the same memory, so that cairo makes no copy of what a
 * node still refers to when the next frame is written. */
typedef struct
{
  int              width;
  int              height;
  guchar          *data;
  cairo_surface_t *surface; /* RGB24 on data */
  int              cols;
  int              rows;
  GenuTile        *tiles;   /* cols * rows, row by row */
  int              node_scale;
} GenuFrame;

GenuFrame     *genu_frame_new        (int                          width,
                                      int                          height);
void           genu_frame_free       (GenuFrame                   *self);
/* Marks the part of a rectangle (any size, in pixels) that lies on the frame. */
void           genu_frame_damage     (GenuFrame                   *self,
                                      const cairo_rectangle_int_t *rect);
void           genu_frame_damage_all (GenuFrame                   *self);
gboolean       genu_frame_is_damaged (const GenuFrame             *self);
/* The tile's pixels have been written: its node is out of date. */
void           genu_tile_clean       (GenuTile                    *tile);
void           genu_tile_drop_spans  (GenuTile                    *tile,
                                      guint                        layer);
GskRenderNode *genu_frame_dup_node   (GenuFrame                   *self,
                                      int                          scale_factor);
/* The range of tiles that a rectangle touches; FALSE when none. */
gboolean       genu_frame_get_range  (const GenuFrame             *self,
                                      const cairo_rectangle_int_t *rect,
                                      int                         *out_col0,
                                      int                         *out_row0,
                                      int                         *out_col1,
                                      int                         *out_row1);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuFrame, genu_frame_free)

G_END_DECLS
