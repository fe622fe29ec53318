/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-topic.h"

G_BEGIN_DECLS

const char *genu_certainty_get_words (GenuCertainty certainty);

G_END_DECLS
