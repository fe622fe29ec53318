/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "genu-ink.h"
#include "genu-stage.h"

G_BEGIN_DECLS

typedef struct
{
  const GenuPack  *pack;
  const GPtrArray *topics;  /* of GenuTopic, at least one */
  GenuSide         side;
  const GenuInk   *ink;     /* (nullable): drawn by hand; each picture with ink is printed */
} GenuHandout;

/* A4, in points. */
#define GENU_HANDOUT_PAGE_WIDTH 595.28
#define GENU_HANDOUT_PAGE_HEIGHT 841.89

#define GENU_HANDOUT_STAGE_WIDTH 1600
#define GENU_HANDOUT_STAGE_HEIGHT 900
#define GENU_HANDOUT_TEXT_SCALE 1.35

GBytes    *genu_handout_render (const GenuHandout *handout,
                                GenuReport        *report,
                                guint             *out_n_pages,
                                GError           **error);
GPtrArray *genu_handout_record (const GenuHandout *handout,
                                GenuReport        *report);

/* The same in steps of at most one picture, for a window. */
typedef struct _GenuHandoutJob GenuHandoutJob;

GenuHandoutJob *genu_handout_job_new         (const GenuHandout    *handout,
                                              gboolean              for_printer,
                                              GenuReport           *report);
void            genu_handout_job_free        (GenuHandoutJob       *self);
gboolean        genu_handout_job_step        (GenuHandoutJob       *self);
double          genu_handout_job_get_fraction (const GenuHandoutJob *self);
guint           genu_handout_job_get_n_pages (const GenuHandoutJob *self);
GPtrArray      *genu_handout_job_get_pages   (GenuHandoutJob       *self);
GBytes         *genu_handout_job_finish      (GenuHandoutJob       *self,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuHandoutJob, genu_handout_job_free)

char      *genu_html_render    (const GenuHandout *handout,
                                GenuReport        *report);

G_END_DECLS
