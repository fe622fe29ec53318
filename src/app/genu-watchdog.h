/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void genu_watchdog_start (void);
void genu_watchdog_stop  (void);

G_END_DECLS
