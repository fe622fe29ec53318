/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "genu-options.h"
#include "genu-renderer-choice.h"

G_BEGIN_DECLS

#define GENU_TYPE_APPLICATION (genu_application_get_type ())
G_DECLARE_FINAL_TYPE (GenuApplication, genu_application, GENU, APPLICATION, AdwApplication)

GenuApplication *genu_application_new (GenuOptions        *options,
                                       GenuRendererChoice *choice);
int              genu_application_run (GenuApplication    *self);

G_END_DECLS
