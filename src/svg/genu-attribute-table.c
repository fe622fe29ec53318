/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every animatable attribute and property of SVG 1.1 and SVG 2, as browsers animate them.  Where an
 * element stands in two rows with the same name the first counts.  An initial value of "" means
 * that there is nothing to animate from or add to when the attribute is absent. */

#include "config.h"

#include "genu-attribute-private.h"

#define ANY NULL

/* The shorthands say which elements have an attribute. */
#define SHAPES "path rect circle ellipse line polyline polygon"
#define TRANSFORMABLE \
  "svg g a defs switch use image text foreignObject clipPath symbol " SHAPES
#define GRADIENTS "linearGradient radialGradient"
#define PRIMITIVES \
  "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting " \
  "feDisplacementMap feDropShadow feFlood feGaussianBlur feImage feMerge feMorphology feOffset " \
  "feSpecularLighting feTile feTurbulence"
#define TEXTS "text tspan tref textPath"
#define FUNCTIONS "feFuncR feFuncG feFuncB feFuncA"

#define W GENU_LENGTH_WIDTH
#define H GENU_LENGTH_HEIGHT
#define O GENU_LENGTH_OTHER

/* elements, name, type, direction, initial value: an attribute; all but strings are additive */
#define A(elements, name, type, direction, initial) \
  { elements, { name, GENU_VALUE_##type, direction, FALSE, FALSE, \
                GENU_VALUE_##type != GENU_VALUE_STRING, initial } }
/* name, type, inherited, initial value: a property */
#define P(name, type, inherited, initial) \
  { ANY, { name, GENU_VALUE_##type, O, TRUE, inherited, GENU_VALUE_##type != GENU_VALUE_STRING, \
           initial } }

static const GenuAttributeRow rows[] = {
  /* Properties: painting */
  P ("fill", PAINT, TRUE, "black"),
  P ("fill-opacity", NUMBER, TRUE, "1"),
  P ("fill-rule", STRING, TRUE, "nonzero"),
  P ("stroke", PAINT, TRUE, "none"),
  P ("stroke-dasharray", LENGTH_LIST, TRUE, "none"),
  P ("stroke-dashoffset", LENGTH, TRUE, "0"),
  P ("stroke-linecap", STRING, TRUE, "butt"),
  P ("stroke-linejoin", STRING, TRUE, "miter"),
  P ("stroke-miterlimit", NUMBER, TRUE, "4"),
  P ("stroke-opacity", NUMBER, TRUE, "1"),
  P ("stroke-width", LENGTH, TRUE, "1"),
  P ("color", COLOR, TRUE, "black"),
  P ("color-interpolation", STRING, TRUE, "sRGB"),
  P ("color-interpolation-filters", STRING, TRUE, "linearRGB"),
  P ("color-rendering", STRING, TRUE, "auto"),
  P ("paint-order", STRING, TRUE, "normal"),
  P ("marker-start", STRING, TRUE, "none"),
  P ("marker-mid", STRING, TRUE, "none"),
  P ("marker-end", STRING, TRUE, "none"),
  P ("shape-rendering", STRING, TRUE, "auto"),
  P ("image-rendering", STRING, TRUE, "auto"),
  P ("text-rendering", STRING, TRUE, "auto"),
  P ("buffered-rendering", STRING, FALSE, "auto"),
  P ("vector-effect", STRING, FALSE, "none"),
  P ("stop-color", COLOR, FALSE, "black"),
  P ("stop-opacity", NUMBER, FALSE, "1"),
  P ("flood-color", COLOR, FALSE, "black"),
  P ("flood-opacity", NUMBER, FALSE, "1"),
  P ("lighting-color", COLOR, FALSE, "white"),

  /* Properties: groups and visibility */
  P ("opacity", NUMBER, FALSE, "1"),
  P ("visibility", STRING, TRUE, "visible"),
  P ("display", STRING, FALSE, "inline"),
  P ("overflow", STRING, FALSE, "visible"),
  P ("clip-path", STRING, FALSE, "none"),
  P ("clip-rule", STRING, TRUE, "nonzero"),
  P ("mask", STRING, FALSE, "none"),
  P ("mask-type", STRING, FALSE, "luminance"),
  P ("filter", STRING, FALSE, "none"),
  P ("cursor", STRING, TRUE, "auto"),
  P ("pointer-events", STRING, TRUE, "auto"),

  /* Properties: text */
  P ("font-family", STRING, TRUE, "sans-serif"),
  P ("font-size", LENGTH, TRUE, "medium"),
  P ("font-stretch", STRING, TRUE, "normal"),
  P ("font-style", STRING, TRUE, "normal"),
  P ("font-variant", STRING, TRUE, "normal"),
  P ("font-weight", STRING, TRUE, "normal"),
  P ("letter-spacing", LENGTH, TRUE, "normal"),
  P ("word-spacing", LENGTH, TRUE, "normal"),
  P ("text-anchor", STRING, TRUE, "start"),
  P ("text-decoration", STRING, FALSE, "none"),
  P ("alignment-baseline", STRING, FALSE, "baseline"),
  P ("baseline-shift", STRING, FALSE, "baseline"),
  P ("dominant-baseline", STRING, TRUE, "auto"),

  /* Place and size */
  A ("rect image use svg foreignObject", "x", LENGTH, W, "0"),
  A ("rect image use svg foreignObject", "y", LENGTH, H, "0"),
  A ("rect image foreignObject", "width", LENGTH, W, "0"),
  A ("rect image foreignObject", "height", LENGTH, H, "0"),
  A ("svg use", "width", LENGTH, W, "100%"),
  A ("svg use", "height", LENGTH, H, "100%"),
  A ("rect ellipse", "rx", LENGTH, W, "0"),
  A ("rect ellipse", "ry", LENGTH, H, "0"),
  A ("circle ellipse", "cx", LENGTH, W, "0"),
  A ("circle ellipse", "cy", LENGTH, H, "0"),
  A ("circle", "r", LENGTH, O, "0"),
  A ("line", "x1", LENGTH, W, "0"),
  A ("line", "y1", LENGTH, H, "0"),
  A ("line", "x2", LENGTH, W, "0"),
  A ("line", "y2", LENGTH, H, "0"),
  A ("polyline polygon", "points", POINTS, O, ""),
  A ("path", "d", PATH, O, ""),
  A (SHAPES, "pathLength", NUMBER, O, ""),
  A (TRANSFORMABLE, "transform", TRANSFORM, O, "none"),
  A ("svg symbol view marker pattern", "viewBox", NUMBER_LIST, O, ""),
  A ("svg symbol view marker pattern image feImage", "preserveAspectRatio", STRING, O,
     "xMidYMid meet"),

  /* Every element, and links */
  A (ANY, "class", STRING, O, ""),
  A ("a use image " GRADIENTS " pattern filter feImage textPath tref mpath script", "href", STRING,
     O, ""),
  A ("a", "target", STRING, O, "_self"),

  /* Text */
  A ("text", "x", LENGTH_LIST, W, "0"),
  A ("text", "y", LENGTH_LIST, H, "0"),
  A ("tspan tref", "x", LENGTH_LIST, W, ""),
  A ("tspan tref", "y", LENGTH_LIST, H, ""),
  A ("text tspan tref", "dx", LENGTH_LIST, W, ""),
  A ("text tspan tref", "dy", LENGTH_LIST, H, ""),
  A ("text tspan tref", "rotate", NUMBER_LIST, O, ""),
  A (TEXTS, "textLength", LENGTH, W, "0"),
  A (TEXTS, "lengthAdjust", STRING, O, "spacing"),
  A ("textPath", "startOffset", LENGTH, O, "0"),
  A ("textPath", "method", STRING, O, "align"),
  A ("textPath", "spacing", STRING, O, "exact"),

  /* Paint servers */
  A ("linearGradient", "x1", LENGTH, W, "0%"),
  A ("linearGradient", "y1", LENGTH, H, "0%"),
  A ("linearGradient", "x2", LENGTH, W, "100%"),
  A ("linearGradient", "y2", LENGTH, H, "0%"),
  A ("radialGradient", "cx", LENGTH, W, "50%"),
  A ("radialGradient", "cy", LENGTH, H, "50%"),
  A ("radialGradient", "r", LENGTH, O, "50%"),
  A ("radialGradient", "fx", LENGTH, W, ""),
  A ("radialGradient", "fy", LENGTH, H, ""),
  A ("radialGradient", "fr", LENGTH, O, "0%"),
  A (GRADIENTS, "gradientUnits", STRING, O, "objectBoundingBox"),
  A (GRADIENTS, "gradientTransform", TRANSFORM, O, "none"),
  A (GRADIENTS, "spreadMethod", STRING, O, "pad"),
  A ("stop", "offset", NUMBER, O, "0"),
  A ("pattern", "x", LENGTH, W, "0"),
  A ("pattern", "y", LENGTH, H, "0"),
  A ("pattern", "width", LENGTH, W, "0"),
  A ("pattern", "height", LENGTH, H, "0"),
  A ("pattern", "patternUnits", STRING, O, "objectBoundingBox"),
  A ("pattern", "patternContentUnits", STRING, O, "userSpaceOnUse"),
  A ("pattern", "patternTransform", TRANSFORM, O, "none"),

  /* Clips, masks, markers */
  A ("clipPath", "clipPathUnits", STRING, O, "userSpaceOnUse"),
  A ("mask filter", "x", LENGTH, W, "-10%"),
  A ("mask filter", "y", LENGTH, H, "-10%"),
  A ("mask filter", "width", LENGTH, W, "120%"),
  A ("mask filter", "height", LENGTH, H, "120%"),
  A ("mask", "maskUnits", STRING, O, "objectBoundingBox"),
  A ("mask", "maskContentUnits", STRING, O, "userSpaceOnUse"),
  A ("marker", "refX", LENGTH, W, "0"),
  A ("marker", "refY", LENGTH, H, "0"),
  A ("marker", "markerWidth", LENGTH, W, "3"),
  A ("marker", "markerHeight", LENGTH, H, "3"),
  A ("marker", "markerUnits", STRING, O, "strokeWidth"),
  A ("marker", "orient", ANGLE, O, "0"),

  /* Filters */
  A ("filter", "filterUnits", STRING, O, "objectBoundingBox"),
  A ("filter", "primitiveUnits", STRING, O, "userSpaceOnUse"),
  A (PRIMITIVES, "x", LENGTH, W, "0%"),
  A (PRIMITIVES, "y", LENGTH, H, "0%"),
  A (PRIMITIVES, "width", LENGTH, W, "100%"),
  A (PRIMITIVES, "height", LENGTH, H, "100%"),
  A (PRIMITIVES, "result", STRING, O, ""),
  A ("feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
     "feDisplacementMap feDropShadow feGaussianBlur feMergeNode feMorphology feOffset "
     "feSpecularLighting feTile", "in", STRING, O, ""),
  A ("feBlend feComposite feDisplacementMap", "in2", STRING, O, ""),
  A ("feBlend", "mode", STRING, O, "normal"),
  A ("feColorMatrix", "type", STRING, O, "matrix"),
  A ("feColorMatrix", "values", NUMBER_LIST, O, ""),
  A (FUNCTIONS, "type", STRING, O, "identity"),
  A (FUNCTIONS, "tableValues", NUMBER_LIST, O, ""),
  A (FUNCTIONS, "slope", NUMBER, O, "1"),
  A (FUNCTIONS, "intercept", NUMBER, O, "0"),
  A (FUNCTIONS, "amplitude", NUMBER, O, "1"),
  A (FUNCTIONS, "exponent", NUMBER, O, "1"),
  A (FUNCTIONS, "offset", NUMBER, O, "0"),
  A ("feComposite", "operator", STRING, O, "over"),
  A ("feComposite", "k1", NUMBER, O, "0"),
  A ("feComposite", "k2", NUMBER, O, "0"),
  A ("feComposite", "k3", NUMBER, O, "0"),
  A ("feComposite", "k4", NUMBER, O, "0"),
  A ("feConvolveMatrix", "order", NUMBER_PAIR, O, "3"),
  A ("feConvolveMatrix", "kernelMatrix", NUMBER_LIST, O, ""),
  A ("feConvolveMatrix", "divisor", NUMBER, O, "1"),
  A ("feConvolveMatrix", "bias", NUMBER, O, "0"),
  A ("feConvolveMatrix", "targetX", INTEGER, O, "0"),
  A ("feConvolveMatrix", "targetY", INTEGER, O, "0"),
  A ("feConvolveMatrix", "edgeMode", STRING, O, "duplicate"),
  A ("feConvolveMatrix", "preserveAlpha", STRING, O, "false"),
  A ("feConvolveMatrix feDiffuseLighting feSpecularLighting", "kernelUnitLength", NUMBER_PAIR, O,
     ""),
  A ("feDiffuseLighting feSpecularLighting", "surfaceScale", NUMBER, O, "1"),
  A ("feDiffuseLighting", "diffuseConstant", NUMBER, O, "1"),
  A ("feSpecularLighting", "specularConstant", NUMBER, O, "1"),
  A ("feSpecularLighting feSpotLight", "specularExponent", NUMBER, O, "1"),
  A ("feDisplacementMap", "scale", NUMBER, O, "0"),
  A ("feDisplacementMap", "xChannelSelector", STRING, O, "A"),
  A ("feDisplacementMap", "yChannelSelector", STRING, O, "A"),
  A ("feDistantLight", "azimuth", NUMBER, O, "0"),
  A ("feDistantLight", "elevation", NUMBER, O, "0"),
  A ("fePointLight feSpotLight", "x", NUMBER, O, "0"),
  A ("fePointLight feSpotLight", "y", NUMBER, O, "0"),
  A ("fePointLight feSpotLight", "z", NUMBER, O, "0"),
  A ("feSpotLight", "pointsAtX", NUMBER, O, "0"),
  A ("feSpotLight", "pointsAtY", NUMBER, O, "0"),
  A ("feSpotLight", "pointsAtZ", NUMBER, O, "0"),
  A ("feSpotLight", "limitingConeAngle", NUMBER, O, ""),
  A ("feDropShadow", "dx", NUMBER, O, "2"),
  A ("feDropShadow", "dy", NUMBER, O, "2"),
  A ("feDropShadow", "stdDeviation", NUMBER_PAIR, O, "2"),
  A ("feGaussianBlur", "stdDeviation", NUMBER_PAIR, O, "0"),
  A ("feGaussianBlur", "edgeMode", STRING, O, "none"),
  A ("feMorphology", "operator", STRING, O, "erode"),
  A ("feMorphology", "radius", NUMBER_PAIR, O, "0"),
  A ("feOffset", "dx", NUMBER, O, "0"),
  A ("feOffset", "dy", NUMBER, O, "0"),
  A ("feTurbulence", "type", STRING, O, "turbulence"),
  A ("feTurbulence", "baseFrequency", NUMBER_PAIR, O, "0"),
  A ("feTurbulence", "numOctaves", INTEGER, O, "1"),
  A ("feTurbulence", "seed", NUMBER, O, "0"),
  A ("feTurbulence", "stitchTiles", STRING, O, "noStitch"),
};

/**
 * genu_attribute_get_rows:
 * @out_n: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n): the whole table
 */
const GenuAttributeRow *
genu_attribute_get_rows (guint *out_n)
{
  *out_n = G_N_ELEMENTS (rows);

  return rows;
}
