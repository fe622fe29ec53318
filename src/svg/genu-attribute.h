/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-value.h"

G_BEGIN_DECLS

/**
 * GenuAttribute:
 * @name: attribute or property name; "href" stands for xlink:href too
 * @type: how its values parse and interpolate
 * @direction: what a percentage refers to
 * @is_property: a CSS property: written into style="", found by the cascade
 * @is_inherited: an inherited property
 * @is_additive: may be summed (SVG Animations: the "additive" column)
 * @initial: initial or lacuna value, "" where there is none
 *
 * One animatable attribute.
 */
typedef struct
{
  const char         *name;
  GenuValueType       type;
  GenuLengthDirection direction;
  gboolean            is_property;
  gboolean            is_inherited;
  gboolean            is_additive;
  const char         *initial;
} GenuAttribute;

/* element_name decides where the same name differs (x of text is a list, x of rect a length;
 * values of feColorMatrix, transform names gradientTransform / patternTransform).
 * Returns NULL for what SVG does not animate.  (transfer none) (static) */
const GenuAttribute *genu_attribute_lookup (const char *element_name,
                                            const char *name);

G_END_DECLS
