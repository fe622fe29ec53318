/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gsk/gsk.h>

#include "genu-raster.h"

G_BEGIN_DECLS

/* A run of layers flattened into one picture of a tile, or of the part of it that has ink. */
typedef struct
{
  guint            first;
  guint            last;
  cairo_surface_t *surface; /* ARGB32; NULL: nothing of the run lies on the tile */
  int              x;       /* its place, in pixels of the frame */
  int              y;
  gboolean         is_opaque; /* the ground is in it */
} GenuSpan;

typedef struct
{
  cairo_rectangle_int_t rect;   /* in pixels of the frame; smaller than the side at the edges */
  cairo_rectangle_int_t damage; /* what must be composed anew; empty when nothing */
  cairo_surface_t      *show;   /* a view of the frame's pixels that the tile's node paints */
  cairo_rectangle_int_t written; /* what changed since the last node of the frame */
  GskRenderNode        *mark;   /* invisible, lies where the tile was last written; NULL before */
  GArray               *spans;  /* of GenuSpan, ascending */
  gint64                warm;   /* frame number of the last damage */
} GenuTile;

/* The composed pixels, one block of memory seen as tiles: ARGB32, and opaque everywhere, since
 * copying between equal formats is quickest.  Composing goes through one cairo
 * surface; nodes paint through others on the same memory, so that cairo makes no copy of what a
 * node still refers to when the next frame is written.
 *
 * GTK finds what to draw anew by comparing the nodes of two frames.  The nodes that paint stay the
 * same; beside them lies an invisible mark for each tile, as large as what was written there.  So
 * no more is drawn than has changed, however large the tiles are. */
typedef struct
{
  int              width;
  int              height;
  guchar          *data;
  cairo_surface_t *surface; /* on data */
  int              cols;
  int              rows;
  GenuTile        *tiles;   /* cols * rows, row by row */
  GskRenderNode   *pixels;  /* paints all tiles as they are when it is drawn */
  int              node_scale;
  gboolean         odd;     /* marks of one frame differ from those of the next */
} GenuFrame;

GenuFrame     *genu_frame_new        (int                          width,
                                      int                          height);
void           genu_frame_free       (GenuFrame                   *self);
/* Marks the part of a rectangle (any size, in pixels) that lies on the frame. */
void           genu_frame_damage     (GenuFrame                   *self,
                                      const cairo_rectangle_int_t *rect);
void           genu_frame_damage_all (GenuFrame                   *self);
gboolean       genu_frame_is_damaged (const GenuFrame             *self);
/* Part of the tile has been written; nothing of it is damaged any more. */
void           genu_tile_set_written (GenuTile                    *tile,
                                      const cairo_rectangle_int_t *rect);
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
