/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void genu_reading_follow_text (AdwClamp *clamp);

G_END_DECLS
