/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-attribute.h"

G_BEGIN_DECLS

gboolean conformance_value_matches (const GenuAttribute *attribute,
                                    const GenuValue     *value,
                                    const char          *golden,
                                    double               tolerance);

G_END_DECLS
