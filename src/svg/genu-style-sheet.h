/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include <glib.h>

G_BEGIN_DECLS

/* The author's style sheets: what of CSS a drawing needs (genu-style-sheet.c). */
typedef struct _GenuStyleSheet GenuStyleSheet;

typedef struct
{
  char    *name;  /* of the property, lower case */
  char    *value; /* trimmed, without !important */
  gboolean is_important;
} GenuDeclaration;

GenuStyleSheet  *genu_style_sheet_new      (void);
void             genu_style_sheet_free     (GenuStyleSheet       *self);
void             genu_style_sheet_add      (GenuStyleSheet       *self,
                                            const char           *text);
gboolean         genu_style_sheet_is_empty (const GenuStyleSheet *self);
/* Appends copies of the declarations that apply, weakest first. */
void             genu_style_sheet_match    (const GenuStyleSheet *self,
                                            const xmlNode        *element,
                                            GPtrArray            *declarations);

GenuDeclaration *genu_declaration_copy     (const GenuDeclaration *self);
void             genu_declaration_free     (GenuDeclaration      *self);
/* Of GenuDeclaration, in the order of the text; freed with g_ptr_array_unref(). */
GPtrArray       *genu_declarations_parse   (const char           *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuStyleSheet, genu_style_sheet_free)

G_END_DECLS
