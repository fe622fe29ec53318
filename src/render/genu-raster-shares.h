/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-raster.h"

G_BEGIN_DECLS

/* A large picture that several workers draw.  Atomically reference counted. */
typedef struct _GenuRasterShares GenuRasterShares;

/* NULL when the job's picture is not worth sharing, or cannot be.  Both must live until
 * genu_raster_shares_end() returns. */
GenuRasterShares *genu_raster_shares_new   (const GenuRasterJob *job,
                                            cairo_surface_t     *surface);
GenuRasterShares *genu_raster_shares_ref   (GenuRasterShares    *self);
void              genu_raster_shares_unref (GenuRasterShares    *self);
/* Takes shares and draws them until none is left. */
void              genu_raster_shares_help  (GenuRasterShares    *self);
/* Helps, and then waits for those that others took. */
void              genu_raster_shares_end   (GenuRasterShares    *self);

G_END_DECLS
