/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-attribute.h"

G_BEGIN_DECLS

typedef struct
{
  const char   *elements; /* names separated by single spaces; NULL: any element */
  GenuAttribute attribute;
  const char   *keywords; /* all that a string may be, separated by spaces; NULL: anything */
} GenuAttributeRow;

const GenuAttributeRow *genu_attribute_get_rows     (guint      *out_n);
const GenuAttribute    *genu_attribute_get_property (const char *name);
gboolean                genu_attribute_accepts      (const GenuAttribute *attribute,
                                                     const char          *text);

G_END_DECLS
