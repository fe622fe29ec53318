/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-pack.h"

G_BEGIN_DECLS

void genu_pack_set_telephone (GenuPack   *self,
                              const char *number);

G_END_DECLS
