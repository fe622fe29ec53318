/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-pack.h"
#include "genu-xml.h"

G_BEGIN_DECLS

GenuPack *genu_pack_parse        (GenuXmlDoc     *document,
                                  const char     *directory);
char     *genu_pack_dup_directory (const char    *path,
                                  const char     *lang,
                                  GenuReport     *report);

G_END_DECLS
