/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a clinic has set about its kiosk (org.genu.Genu, keys “kiosk-…”). */

#pragma once

#include <gio/gio.h>

#include "genu-kiosk-policy.h"

G_BEGIN_DECLS

typedef struct
{
  GenuKioskRules rules;
  gboolean       attract; /* whether a moving picture waits for visitors, rather than home */
} GenuKioskSettings;

void genu_kiosk_settings_read (GenuKioskSettings *self,
                               GSettings         *settings);

G_END_DECLS
