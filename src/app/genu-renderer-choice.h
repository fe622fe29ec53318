/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GENU_RENDERER_SOFTWARE,
  GENU_RENDERER_GPU,
} GenuRenderer;

typedef struct
{
  GenuRenderer renderer;
  char        *reason; /* one clause for --version and the journal */
} GenuRendererChoice;

/* What decides, gathered by genu_renderer_facts_gather() or by a test. */
typedef struct
{
  const char *gsk_renderer; /* $GSK_RENDERER, nullable: the user already chose for GTK itself */
  const char *environment;  /* $GENU_RENDERER, nullable */
  const char *setting;      /* "auto", "software" or "gpu" */
  const char *driver;       /* kernel driver of the first render node, NULL when there is none */
} GenuRendererFacts;

GenuRendererChoice genu_renderer_choose       (const GenuRendererFacts  *facts);
void               genu_renderer_apply        (const GenuRendererChoice *choice);
void               genu_renderer_choice_clear (GenuRendererChoice       *choice);
char              *genu_renderer_dup_driver   (const char               *drm_folder);

G_END_DECLS
