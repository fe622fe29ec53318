/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of the kiosk's decisions begin with. */

#pragma once

#include "genu-kiosk-policy.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)

static const GenuKioskRules rules = {
  .idle = 90 * SECOND,
  .warning = 30 * SECOND,
  .watching = 5 * MINUTE,
  .pin = 30 * SECOND,
  .tries = 3,
  .lockout = 30 * SECOND,
  .refresh = HOUR,
  .restart = 24 * HOUR,
};
