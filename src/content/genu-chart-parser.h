/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-chart.h"
#include "genu-report.h"
#include "genu-xml.h"

G_BEGIN_DECLS

GenuChart *genu_chart_parse (const xmlNode *node,
                             const char    *path,
                             GenuReport    *report);

G_END_DECLS
