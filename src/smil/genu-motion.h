/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-svg-document.h"

G_BEGIN_DECLS

/* What an animateMotion element does.  See genu-motion.c. */
typedef struct _GenuMotion GenuMotion;

/* NULL when the element has no effect; then *out_reason says why, in a static string. */
GenuMotion *genu_motion_new         (const GenuSvgDocument *document,
                                     const xmlNode         *element,
                                     const char           **out_reason);
void        genu_motion_free        (GenuMotion            *self);
/* @underlying: the motion that lies below, or NULL. */
GenuMatrix  genu_motion_apply       (const GenuMotion      *self,
                                     double                 progress,
                                     guint64                iteration,
                                     const GenuMatrix      *underlying);
gboolean    genu_motion_replaces    (const GenuMotion      *self,
                                     double                 progress);
/* As genu_animation_function_get_hold() and _is_constant(). */
double      genu_motion_get_hold    (const GenuMotion      *self,
                                     double                 progress);
gboolean    genu_motion_is_constant (const GenuMotion      *self);

G_END_DECLS
