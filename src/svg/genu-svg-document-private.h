/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-style-sheet.h"
#include "genu-svg-document.h"

G_BEGIN_DECLS

struct _GenuSvgDocument
{
  gatomicrefcount ref_count;
  char           *name;
  GenuXmlDoc     *xml;
  GHashTable     *ids;      /* char *, owned, -> xmlNode * */
  GPtrArray      *elements; /* of xmlNode *, in document order */
  GHashTable     *indices;  /* xmlNode * -> its index + 1 */
  GenuStyleSheet *sheet;    /* all <style> elements, in document order */
  GenuRect        view_box;

  /* What the sheets and style="" say of each element that was asked for. */
  GMutex          lock;     /* for styles, the only part that changes */
  GHashTable     *styles;   /* xmlNode * -> GPtrArray of GenuDeclaration *, owned */
};

gboolean genu_svg_element_get_view_box (const xmlNode *element,
                                        GenuRect      *out_view_box);

G_END_DECLS
