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

/* The same for strings of which only some words are valid. */
#define AK(elements, name, initial, keywords) \
  { elements, { name, GENU_VALUE_STRING, O, FALSE, FALSE, FALSE, initial }, keywords }
#define PK(name, inherited, initial, keywords) \
  { ANY, { name, GENU_VALUE_STRING, O, TRUE, inherited, FALSE, initial }, keywords }

#define UNITS "userSpaceOnUse objectBoundingBox"
#define SPEEDS "auto optimizeSpeed optimizeQuality"
#define DISPLAYS \
  "inline block none contents list-item inline-block run-in compact marker table inline-table " \
  "table-row-group table-header-group table-footer-group table-row table-column-group " \
  "table-column table-cell table-caption flex inline-flex grid inline-grid flow-root"
#define EVENTS \
  "auto none all fill stroke painted visible visibleFill visibleStroke visiblePainted bounding-box"
#define BLENDS \
  "normal multiply screen darken lighten overlay color-dodge color-burn hard-light soft-light " \
  "difference exclusion hue saturation color luminosity"
#define BASELINES \
  "auto baseline alphabetic ideographic mathematical hanging central middle before-edge " \
  "text-before-edge after-edge text-after-edge top center bottom use-script no-change reset-size"

static const GenuAttributeRow rows[] = {
  /* Properties: painting */
  P ("fill", PAINT, TRUE, "black"),
  P ("fill-opacity", NUMBER, TRUE, "1"),
  PK ("fill-rule", TRUE, "nonzero", "nonzero evenodd"),
  P ("stroke", PAINT, TRUE, "none"),
  P ("stroke-dasharray", LENGTH_LIST, TRUE, "none"),
  P ("stroke-dashoffset", LENGTH, TRUE, "0"),
  PK ("stroke-linecap", TRUE, "butt", "butt round square"),
  PK ("stroke-linejoin", TRUE, "miter", "miter round bevel"),
  P ("stroke-miterlimit", NUMBER, TRUE, "4"),
  P ("stroke-opacity", NUMBER, TRUE, "1"),
  P ("stroke-width", LENGTH, TRUE, "1"),
  P ("color", COLOR, TRUE, "black"),
  PK ("color-interpolation", TRUE, "sRGB", "auto sRGB linearRGB"),
  PK ("color-interpolation-filters", TRUE, "linearRGB", "auto sRGB linearRGB"),
  PK ("color-rendering", TRUE, "auto", SPEEDS),
  P ("paint-order", STRING, TRUE, "normal"),
  P ("marker-start", STRING, TRUE, "none"),
  P ("marker-mid", STRING, TRUE, "none"),
  P ("marker-end", STRING, TRUE, "none"),
  PK ("shape-rendering", TRUE, "auto", "auto optimizeSpeed crispEdges geometricPrecision"),
  PK ("image-rendering", TRUE, "auto", SPEEDS " pixelated crisp-edges smooth"),
  PK ("text-rendering", TRUE, "auto", "auto optimizeSpeed optimizeLegibility geometricPrecision"),
  PK ("buffered-rendering", FALSE, "auto", "auto dynamic static"),
  PK ("vector-effect", FALSE, "none", "none non-scaling-stroke"),
  P ("stop-color", COLOR, FALSE, "black"),
  P ("stop-opacity", NUMBER, FALSE, "1"),
  P ("flood-color", COLOR, FALSE, "black"),
  P ("flood-opacity", NUMBER, FALSE, "1"),
  P ("lighting-color", COLOR, FALSE, "white"),

  /* Properties: groups and visibility */
  P ("opacity", NUMBER, FALSE, "1"),
  PK ("visibility", TRUE, "visible", "visible hidden collapse"),
  PK ("display", FALSE, "inline", DISPLAYS),
  PK ("overflow", FALSE, "visible", "visible hidden scroll auto clip"),
  P ("clip-path", STRING, FALSE, "none"),
  PK ("clip-rule", TRUE, "nonzero", "nonzero evenodd"),
  P ("mask", STRING, FALSE, "none"),
  PK ("mask-type", FALSE, "luminance", "luminance alpha"),
  P ("filter", STRING, FALSE, "none"),
  P ("cursor", STRING, TRUE, "auto"),
  PK ("pointer-events", TRUE, "auto", EVENTS),

  /* Properties: text */
  P ("font-family", STRING, TRUE, "sans-serif"),
  P ("font-size", LENGTH, TRUE, "medium"),
  P ("font-stretch", STRING, TRUE, "normal"),
  PK ("font-style", TRUE, "normal", "normal italic oblique"),
  P ("font-variant", STRING, TRUE, "normal"),
  PK ("font-weight", TRUE, "normal",
      "normal bold bolder lighter 100 200 300 400 500 600 700 800 900"),
  P ("letter-spacing", LENGTH, TRUE, "normal"),
  P ("word-spacing", LENGTH, TRUE, "normal"),
  PK ("text-anchor", TRUE, "start", "start middle end"),
  P ("text-decoration", STRING, FALSE, "none"),
  PK ("alignment-baseline", FALSE, "baseline", BASELINES),
  P ("baseline-shift", STRING, FALSE, "baseline"),
  PK ("dominant-baseline", TRUE, "auto", BASELINES),

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
  AK (TEXTS, "lengthAdjust", "spacing", "spacing spacingAndGlyphs"),
  A ("textPath", "startOffset", LENGTH, O, "0"),
  AK ("textPath", "method", "align", "align stretch"),
  AK ("textPath", "spacing", "exact", "auto exact"),

  /* Paint servers */
  A ("linearGradient", "x1", LENGTH, W, "0%"),
  A ("linearGradient", "y1", LENGTH, H, "0%"),
  A ("linearGradient", "x2", LENGTH, W, "100%"),
  A ("linearGradient", "y2", LENGTH, H, "0%"),
  A ("radialGradient", "cx", LENGTH, W, "50%"),
  A ("radialGradient", "cy", LENGTH, H, "50%"),
  A ("radialGradient", "r", LENGTH, O, "50%"),
  A ("radialGradient", "fx", LENGTH, W, "50%"),
  A ("radialGradient", "fy", LENGTH, H, "50%"),
  A ("radialGradient", "fr", LENGTH, O, "0%"),
  AK (GRADIENTS, "gradientUnits", "objectBoundingBox", UNITS),
  A (GRADIENTS, "gradientTransform", TRANSFORM, O, "none"),
  AK (GRADIENTS, "spreadMethod", "pad", "pad reflect repeat"),
  A ("stop", "offset", NUMBER, O, "0"),
  A ("pattern", "x", LENGTH, W, "0"),
  A ("pattern", "y", LENGTH, H, "0"),
  A ("pattern", "width", LENGTH, W, "0"),
  A ("pattern", "height", LENGTH, H, "0"),
  AK ("pattern", "patternUnits", "objectBoundingBox", UNITS),
  AK ("pattern", "patternContentUnits", "userSpaceOnUse", UNITS),
  A ("pattern", "patternTransform", TRANSFORM, O, "none"),

  /* Clips, masks, markers */
  AK ("clipPath", "clipPathUnits", "userSpaceOnUse", UNITS),
  A ("mask filter", "x", LENGTH, W, "-10%"),
  A ("mask filter", "y", LENGTH, H, "-10%"),
  A ("mask filter", "width", LENGTH, W, "120%"),
  A ("mask filter", "height", LENGTH, H, "120%"),
  AK ("mask", "maskUnits", "objectBoundingBox", UNITS),
  AK ("mask", "maskContentUnits", "userSpaceOnUse", UNITS),
  A ("marker", "refX", LENGTH, W, "0"),
  A ("marker", "refY", LENGTH, H, "0"),
  A ("marker", "markerWidth", LENGTH, W, "3"),
  A ("marker", "markerHeight", LENGTH, H, "3"),
  AK ("marker", "markerUnits", "strokeWidth", "strokeWidth userSpaceOnUse"),
  A ("marker", "orient", ANGLE, O, "0"),

  /* Filters */
  AK ("filter", "filterUnits", "objectBoundingBox", UNITS),
  AK ("filter", "primitiveUnits", "userSpaceOnUse", UNITS),
  A (PRIMITIVES, "x", LENGTH, W, "0%"),
  A (PRIMITIVES, "y", LENGTH, H, "0%"),
  A (PRIMITIVES, "width", LENGTH, W, "100%"),
  A (PRIMITIVES, "height", LENGTH, H, "100%"),
  A (PRIMITIVES, "result", STRING, O, ""),
  A ("feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
     "feDisplacementMap feDropShadow feGaussianBlur feMergeNode feMorphology feOffset "
     "feSpecularLighting feTile", "in", STRING, O, ""),
  A ("feBlend feComposite feDisplacementMap", "in2", STRING, O, ""),
  AK ("feBlend", "mode", "normal", BLENDS),
  AK ("feColorMatrix", "type", "matrix", "matrix saturate hueRotate luminanceToAlpha"),
  A ("feColorMatrix", "values", NUMBER_LIST, O, ""),
  AK (FUNCTIONS, "type", "identity", "identity table discrete linear gamma"),
  A (FUNCTIONS, "tableValues", NUMBER_LIST, O, ""),
  A (FUNCTIONS, "slope", NUMBER, O, "1"),
  A (FUNCTIONS, "intercept", NUMBER, O, "0"),
  A (FUNCTIONS, "amplitude", NUMBER, O, "1"),
  A (FUNCTIONS, "exponent", NUMBER, O, "1"),
  A (FUNCTIONS, "offset", NUMBER, O, "0"),
  AK ("feComposite", "operator", "over", "over in out atop xor arithmetic lighter"),
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
  AK ("feConvolveMatrix", "edgeMode", "duplicate", "duplicate wrap none"),
  AK ("feConvolveMatrix", "preserveAlpha", "false", "true false"),
  A ("feConvolveMatrix feDiffuseLighting feSpecularLighting", "kernelUnitLength", NUMBER_PAIR, O,
     ""),
  A ("feDiffuseLighting feSpecularLighting", "surfaceScale", NUMBER, O, "1"),
  A ("feDiffuseLighting", "diffuseConstant", NUMBER, O, "1"),
  A ("feSpecularLighting", "specularConstant", NUMBER, O, "1"),
  A ("feSpecularLighting feSpotLight", "specularExponent", NUMBER, O, "1"),
  A ("feDisplacementMap", "scale", NUMBER, O, "0"),
  AK ("feDisplacementMap", "xChannelSelector", "A", "R G B A"),
  AK ("feDisplacementMap", "yChannelSelector", "A", "R G B A"),
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
  AK ("feGaussianBlur", "edgeMode", "none", "duplicate wrap none"),
  AK ("feMorphology", "operator", "erode", "erode dilate"),
  A ("feMorphology", "radius", NUMBER_PAIR, O, "0"),
  A ("feOffset", "dx", NUMBER, O, "0"),
  A ("feOffset", "dy", NUMBER, O, "0"),
  AK ("feTurbulence", "type", "turbulence", "fractalNoise turbulence"),
  A ("feTurbulence", "baseFrequency", NUMBER_PAIR, O, "0"),
  A ("feTurbulence", "numOctaves", INTEGER, O, "1"),
  A ("feTurbulence", "seed", NUMBER, O, "0"),
  AK ("feTurbulence", "stitchTiles", "noStitch", "stitch noStitch"),
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
