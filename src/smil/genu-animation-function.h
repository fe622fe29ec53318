/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-keyframes.h"
#include "genu-svg-document.h"

G_BEGIN_DECLS

/* What an animate, set or animateTransform element does to its attribute's value. */
typedef struct _GenuAnimationFunction GenuAnimationFunction;

/* Reads a value of the attribute; NULL when it is not valid. */
typedef GenuValue *(*GenuValueFunc) (const char *text,
                                     gpointer    data);

/* NULL when the element has no effect; then *out_reason says why, in a static string. */
GenuAnimationFunction *genu_animation_function_new  (const xmlNode         *element,
                                                     const GenuAttribute   *attribute,
                                                     GenuValueFunc          parse,
                                                     gpointer               data,
                                                     const char           **out_reason);
void                   genu_animation_function_free (GenuAnimationFunction *self);
/* @progress within the simple duration, 0 to 1; @iteration from 0; @underlying: what lies below in
 * the sandwich, or NULL.  (transfer full) */
GenuValue             *genu_animation_function_apply (const GenuAnimationFunction *self,
                                                      double                 progress,
                                                      guint64                iteration,
                                                      const GenuValue       *underlying);
/* Whether it hides what lies below at @progress. */
gboolean               genu_animation_function_replaces (const GenuAnimationFunction *self,
                                                         double                 progress);
/* The progress up to which the value at @progress holds, excluded: @progress itself while it moves;
 * GENU_HOLD_ALL when it holds to the end and at the end. */
double                 genu_animation_function_get_hold (const GenuAnimationFunction *self,
                                                         double                 progress);
/* Whether it has one value only, in every iteration. */
gboolean               genu_animation_function_is_constant (const GenuAnimationFunction *self);

G_END_DECLS
