/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "genu-geometry.h"

G_BEGIN_DECLS

/* Each has 4:1 or more against the drawings' grounds, and is told from the others by people who see
 * red, green or blue differently (tests/stage/test-ink.c measures both). */
typedef enum
{
  GENU_INK_BLACK,
  GENU_INK_BLUE,
  GENU_INK_RED,
  GENU_INK_GREEN,
} GenuInkColour;

#define GENU_INK_N_COLOURS 4

/* One movement of the pen; shared, and never changed once it is on a sheet.  Lengths are user units
 * of the drawing, so that it stays on what was marked when the picture is zoomed, resized or
 * mirrored. */
typedef struct
{
  GArray       *points; /* of GenuPoint, at least one once drawn */
  GenuInkColour colour;
  double        width;
} GenuInkStroke;

GenuInkStroke *genu_ink_stroke_new       (GenuInkColour        colour,
                                          double               width);
GenuInkStroke *genu_ink_stroke_ref       (GenuInkStroke       *self);
void           genu_ink_stroke_unref     (GenuInkStroke       *self);
gboolean       genu_ink_stroke_add_point (GenuInkStroke       *self,
                                          GenuPoint            point);
gboolean       genu_ink_stroke_is_near   (const GenuInkStroke *self,
                                          GenuPoint            from,
                                          GenuPoint            to,
                                          double               radius);

/* Painting.  @view leads from the drawing's user units to those of the surface; first and last are
 * points, so that a part of a stroke can be painted while the rest is still being drawn. */
guint32        genu_ink_colour_get_rgb   (GenuInkColour        colour);
GenuRect       genu_ink_stroke_get_bounds (const GenuInkStroke *self,
                                          const GenuMatrix    *view,
                                          guint                first,
                                          guint                last);
void           genu_ink_stroke_draw_halo (const GenuInkStroke *self,
                                          cairo_t             *cr,
                                          const GenuMatrix    *view,
                                          guint                first,
                                          guint                last);
void           genu_ink_stroke_draw_line (const GenuInkStroke *self,
                                          cairo_t             *cr,
                                          const GenuMatrix    *view,
                                          guint                first,
                                          guint                last);
void           genu_ink_stroke_draw      (const GenuInkStroke *self,
                                          cairo_t             *cr,
                                          const GenuMatrix    *view);

/* How many of the last points still move the line when another one comes. */
#define GENU_INK_LOOSE_POINTS 3

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuInkStroke, genu_ink_stroke_unref)

G_END_DECLS
