/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "genu-stage.h"

G_BEGIN_DECLS

/* A stroke of the doctor's pen on a topic's picture; 0 to 1 over the width and height of the stage
 * of GENU_HANDOUT_STAGE_WIDTH x GENU_HANDOUT_STAGE_HEIGHT. */
typedef struct
{
  GArray *points; /* of GenuPoint */
  guint32 colour; /* 0xRRGGBBAA */
  double  width;  /* of the stage's width */
} GenuHandoutStroke;

typedef struct
{
  const GenuPack  *pack;
  const GPtrArray *topics;  /* of GenuTopic, at least one */
  GenuSide         side;
  const GenuTopic *marked;  /* (nullable): the topic whose picture bears the ink */
  guint            step;    /* the step of that picture, from 0 */
  const GPtrArray *strokes; /* (nullable): of GenuHandoutStroke */
  const char      *note;    /* (nullable): the doctor's words, printed after the first key point */
} GenuHandout;

#define GENU_HANDOUT_STAGE_WIDTH 1600
#define GENU_HANDOUT_STAGE_HEIGHT 900
#define GENU_HANDOUT_TEXT_SCALE 1.35

GBytes *genu_handout_render (const GenuHandout *handout,
                             GenuReport        *report,
                             guint             *out_n_pages,
                             GError           **error);
char   *genu_html_render    (const GenuHandout *handout,
                             GenuReport        *report);

G_END_DECLS
