/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-raster.h"

G_BEGIN_DECLS

/* A large picture that several workers draw.  Atomically reference counted. */
typedef struct _GenuRasterBands GenuRasterBands;

GenuRasterBands *genu_raster_bands_new   (GBytes          *svg,
                                          const char      *base_path,
                                          cairo_surface_t *surface);
GenuRasterBands *genu_raster_bands_ref   (GenuRasterBands *self);
void             genu_raster_bands_unref (GenuRasterBands *self);
/* Takes bands and draws them until none is left. */
void             genu_raster_bands_help  (GenuRasterBands *self);
/* Helps, and then waits for those that others took.  The surface must live until this returns. */
void             genu_raster_bands_end   (GenuRasterBands *self);

G_END_DECLS
