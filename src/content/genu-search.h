/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-pack.h"

G_BEGIN_DECLS

/* A topic that typed letters find. */
typedef struct
{
  const GenuTopic *topic;   /* the pack's */
  guint            step;    /* that shows what was found, 0-based */
  const char      *matched; /* (nullable): the part or word found, the pack's; NULL: the title */
} GenuSearchHit;

GArray *genu_search (const GenuPack *pack,
                     const char     *typed);

G_END_DECLS
