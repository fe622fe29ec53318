/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "genu-geometry.h"

G_BEGIN_DECLS

gboolean genu_resample_over (cairo_surface_t             *target,
                             const cairo_rectangle_int_t *clip,
                             cairo_surface_t             *source,
                             const GenuMatrix            *matrix,
                             double                       opacity);

G_END_DECLS
