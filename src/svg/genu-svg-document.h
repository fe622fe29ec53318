/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-attribute.h"
#include "genu-geometry.h"
#include "genu-report.h"
#include "genu-xml.h"

G_BEGIN_DECLS

/* An SVG file in memory: libxml2's tree, an index of ids, the author's style sheets.  Reference
 * counted; the tree is never changed after loading, so threads may read it. */
typedef struct _GenuSvgDocument GenuSvgDocument;

GenuSvgDocument *genu_svg_document_new_from_file  (const char            *path,
                                                   GenuReport            *report);
GenuSvgDocument *genu_svg_document_new_from_bytes (GBytes                *bytes,
                                                   const char            *name,
                                                   GenuReport            *report);
GenuSvgDocument *genu_svg_document_ref            (GenuSvgDocument       *self);
void             genu_svg_document_unref          (GenuSvgDocument       *self);
const char      *genu_svg_document_get_name       (const GenuSvgDocument *self);
GenuXmlDoc      *genu_svg_document_get_xml        (const GenuSvgDocument *self);
xmlNode         *genu_svg_document_get_root       (const GenuSvgDocument *self);
xmlNode         *genu_svg_document_get_element    (const GenuSvgDocument *self,
                                                   const char            *id);
/* All elements in document order (root first). */
guint            genu_svg_document_get_n_elements (const GenuSvgDocument *self);
xmlNode         *genu_svg_document_get_nth_element (const GenuSvgDocument *self,
                                                   guint                  index);
guint            genu_svg_document_get_index      (const GenuSvgDocument *self,
                                                   const xmlNode         *element);
/* viewBox, or 0 0 width height when there is none (300x150 when neither). */
GenuRect         genu_svg_document_get_view_box   (const GenuSvgDocument *self);
/* The element's id, or a path such as "svg/g[2]/rect[1]" when it has none.  (transfer full) */
char            *genu_svg_document_dup_element_name (const GenuSvgDocument *self,
                                                   const xmlNode         *element);

/* The cascade (genu-style.c): the un-animated value of an attribute or property of an element:
 * style="", style sheets by specificity, presentation attribute, inheritance, initial value.
 * inherit, initial and currentColor are resolved; NULL when a plain attribute is absent and has
 * no initial value. (transfer full) */
char            *genu_svg_document_dup_base_text  (const GenuSvgDocument *self,
                                                   const xmlNode         *element,
                                                   const GenuAttribute   *attribute);
GenuValue       *genu_svg_document_dup_base_value (const GenuSvgDocument *self,
                                                   const xmlNode         *element,
                                                   const GenuAttribute   *attribute);
GenuValueContext genu_svg_document_get_context    (const GenuSvgDocument *self,
                                                   const xmlNode         *element,
                                                   const GenuAttribute   *attribute);
/* What an animation element writes for an attribute: also `inherit`, `initial` and `unset` of a
 * property.  NULL when it is not valid. (transfer full) */
GenuValue       *genu_svg_document_parse_value    (const GenuSvgDocument *self,
                                                   const xmlNode         *element,
                                                   const GenuAttribute   *attribute,
                                                   const char            *text);
/* Whether the author's sheets or style="" declare a property !important, which no animation
 * overrides. */
gboolean         genu_svg_document_is_important   (const GenuSvgDocument *self,
                                                   const xmlNode         *element,
                                                   const GenuAttribute   *attribute);

/* Whether an element says itself what a property is, rather than inheriting it. */
gboolean         genu_svg_document_is_specified   (const GenuSvgDocument *self,
                                                   const xmlNode         *element,
                                                   const GenuAttribute   *attribute);

/* Writes a value into (a copy of) an element: properties into style="", where they beat the
 * author's sheets, the rest as attributes. */
void             genu_svg_write_value             (xmlNode               *element,
                                                   const GenuAttribute   *attribute,
                                                   const char            *text);
/* animate, set, animateTransform, animateMotion, animateColor, mpath, discard. */
gboolean         genu_svg_is_animation            (const xmlNode         *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuSvgDocument, genu_svg_document_unref)

G_END_DECLS
