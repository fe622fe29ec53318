/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-attribute.h"

G_BEGIN_DECLS

typedef struct
{
  const char   *elements; /* names separated by single spaces; NULL: any element */
  GenuAttribute attribute;
} GenuAttributeRow;

const GenuAttributeRow *genu_attribute_get_rows     (guint      *out_n);
const GenuAttribute    *genu_attribute_get_property (const char *name);

G_END_DECLS
