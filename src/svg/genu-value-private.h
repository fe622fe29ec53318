/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files genu-value*.c share.  A value is a struct that begins with GenuValue; its class
 * says how to treat it.  The class follows from what was written, not only from the type asked for:
 * fill="none" is a PAINT of the string class, fill="red" a PAINT of the colour class.  Two values
 * interpolate only within one class. */

#pragma once

#include "genu-value.h"

G_BEGIN_DECLS

/* All functions get values of their own class.  NULL stands for "not possible". */
typedef struct
{
  void       (*finalize)        (GenuValue       *self);
  void       (*print)           (const GenuValue *self,
                                 GString         *string);
  gboolean   (*equal)           (const GenuValue *a,
                                 const GenuValue *b);
  gboolean   (*can_interpolate) (const GenuValue *a,
                                 const GenuValue *b);
  /* Only called when can_interpolate() says so. */
  GenuValue *(*interpolate)     (const GenuValue *a,
                                 const GenuValue *b,
                                 double           fraction);
  /* Returns NULL when the two cannot be summed. */
  GenuValue *(*add)             (const GenuValue *a,
                                 const GenuValue *b);
  GenuValue *(*scale)           (const GenuValue *a,
                                 double           factor);
  gboolean   (*get_distance)    (const GenuValue *a,
                                 const GenuValue *b,
                                 double          *out_distance);
} GenuValueClass;

struct _GenuValue
{
  gatomicrefcount       ref_count;
  const GenuValueClass *klass;
  GenuValueType         type; /* as asked for in genu_value_parse() */
};

gpointer genu_value_alloc (const GenuValueClass *klass,
                           GenuValueType         type,
                           gsize                 size);
double   genu_value_mix   (double                a,
                           double                b,
                           double                fraction);

/* One per file; each returns NULL for text that is not such a value. */
GenuValue *genu_value_string_new      (GenuValueType           type,
                                       const char             *text);
GenuValue *genu_value_scalar_parse    (GenuValueType           type,
                                       const char             *text,
                                       const GenuValueContext *context);
GenuValue *genu_value_color_parse     (GenuValueType           type,
                                       const char             *text,
                                       const GenuValueContext *context);
GenuValue *genu_value_list_parse      (GenuValueType           type,
                                       const char             *text,
                                       const GenuValueContext *context);
GenuValue *genu_value_path_parse      (const char             *text);
GenuValue *genu_value_transform_parse (const char             *text);

gboolean   genu_value_is_scalar       (const GenuValue        *self);
double     genu_value_scalar_get      (const GenuValue        *self);

/* One length with its unit at *cursor. */
gboolean   genu_length_scan           (const char            **cursor,
                                       const GenuValueContext *context,
                                       double                 *out_length);
/* The value of a lower-case colour name as 0xRRGGBB. */
gboolean   genu_color_lookup          (const char             *name,
                                       guint32                *out_rgb);

G_END_DECLS
