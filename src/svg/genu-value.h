/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "genu-geometry.h"

G_BEGIN_DECLS

/**
 * GenuValueType:
 *
 * The kinds of values that SVG animates (SVG 2 chapter 4 and SVG Animations Level 2).
 * @GENU_VALUE_STRING: enumerations, booleans, hrefs, class …: discrete only
 * @GENU_VALUE_NUMBER: a number
 * @GENU_VALUE_INTEGER: a number rounded to a whole one (numOctaves …)
 * @GENU_VALUE_LENGTH: a number with an optional unit or percentage, kept resolved to user units
 * @GENU_VALUE_ANGLE: degrees
 * @GENU_VALUE_COLOR: sRGB with alpha
 * @GENU_VALUE_PAINT: a colour, or none / url(), of which only colours interpolate
 * @GENU_VALUE_NUMBER_LIST: numbers (viewBox, kernelMatrix, tableValues …)
 * @GENU_VALUE_NUMBER_PAIR: one or two numbers, one standing for both (stdDeviation, radius …)
 * @GENU_VALUE_LENGTH_LIST: lengths (x of text, stroke-dasharray …)
 * @GENU_VALUE_POINTS: pairs of numbers
 * @GENU_VALUE_PATH: path data
 * @GENU_VALUE_TRANSFORM: a transform list
 */
typedef enum
{
  GENU_VALUE_STRING,
  GENU_VALUE_NUMBER,
  GENU_VALUE_INTEGER,
  GENU_VALUE_LENGTH,
  GENU_VALUE_ANGLE,
  GENU_VALUE_COLOR,
  GENU_VALUE_PAINT,
  GENU_VALUE_NUMBER_LIST,
  GENU_VALUE_LENGTH_LIST,
  GENU_VALUE_POINTS,
  GENU_VALUE_PATH,
  GENU_VALUE_TRANSFORM,
  GENU_VALUE_NUMBER_PAIR,
} GenuValueType;

typedef enum
{
  GENU_TRANSFORM_MATRIX,
  GENU_TRANSFORM_TRANSLATE, /* v: tx ty */
  GENU_TRANSFORM_SCALE,     /* v: sx sy */
  GENU_TRANSFORM_ROTATE,    /* v: degrees cx cy */
  GENU_TRANSFORM_SKEW_X,    /* v: degrees */
  GENU_TRANSFORM_SKEW_Y,    /* v: degrees */
} GenuTransformType;

/* Which side a percentage refers to (SVG 2 section 8.9). */
typedef enum
{
  GENU_LENGTH_WIDTH,
  GENU_LENGTH_HEIGHT,
  GENU_LENGTH_OTHER, /* the diagonal / sqrt 2 */
} GenuLengthDirection;

/* What relative units and keywords refer to.  All lengths in user units. */
typedef struct
{
  double              viewport_width;
  double              viewport_height;
  double              font_size;
  GenuLengthDirection direction;
  guint32             current_color;  /* 0xRRGGBBAA */
  double              root_font_size; /* what rem refers to; 0 stands for 16 */
} GenuValueContext;

/* Reference counted and immutable.  All functions that return one give a new reference. */
typedef struct _GenuValue GenuValue;

GenuValue    *genu_value_parse          (GenuValueType           type,
                                         const char             *text,
                                         const GenuValueContext *context);
GenuValue    *genu_value_parse_transform_item (GenuTransformType type,
                                               const char       *text);
GenuValue    *genu_value_new_matrix     (const GenuMatrix       *matrix);
GenuValue    *genu_value_ref            (const GenuValue        *self);
void          genu_value_unref          (GenuValue              *self);
GenuValueType genu_value_get_value_type (const GenuValue        *self);
char         *genu_value_to_string      (const GenuValue        *self);
gboolean      genu_value_equal          (const GenuValue        *a,
                                         const GenuValue        *b);

gboolean      genu_value_can_interpolate (const GenuValue       *a,
                                         const GenuValue        *b);
GenuValue    *genu_value_interpolate    (const GenuValue        *a,
                                         const GenuValue        *b,
                                         double                  fraction);
GenuValue    *genu_value_add            (const GenuValue        *a,
                                         const GenuValue        *b);
GenuValue    *genu_value_scale          (const GenuValue        *a,
                                         double                  factor);
gboolean      genu_value_get_distance   (const GenuValue        *a,
                                         const GenuValue        *b,
                                         double                 *out_distance);

/* Transforms: list + list, and the whole as a matrix. */
GenuValue    *genu_value_concat_transform (const GenuValue      *outer,
                                           const GenuValue      *inner);
GenuValue    *genu_value_dup_transform_item (const GenuValue  *self,
                                             guint             index);
GenuMatrix    genu_value_get_matrix     (const GenuValue        *self);
/* Numbers, lengths, angles; 0 for other types. */
double        genu_value_get_number     (const GenuValue        *self);
/* 0xRRGGBBAA; FALSE for what is no colour. */
gboolean      genu_value_get_rgba       (const GenuValue        *self,
                                         guint32                *out_rgba);
/* Of GenuPathSegment; NULL for what is no path.  (transfer none) */
const GArray *genu_value_get_segments   (const GenuValue        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuValue, genu_value_unref)

G_END_DECLS
