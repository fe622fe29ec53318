/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-ink-stroke.h"

G_BEGIN_DECLS

/* What was drawn by hand on one picture, with what can be undone and redone. */
typedef struct _GenuInkSheet GenuInkSheet;

/* The sheets of one consultation, by topic and step.  Nothing of it is ever stored. */
typedef struct _GenuInk GenuInk;

GenuInk         *genu_ink_new               (void);
void             genu_ink_free              (GenuInk            *self);
gboolean         genu_ink_is_empty          (const GenuInk      *self);
GenuInkSheet    *genu_ink_get_sheet         (GenuInk            *self,
                                             const char         *topic,
                                             guint               step);
const GenuInkSheet *genu_ink_peek_sheet     (const GenuInk      *self,
                                             const char         *topic,
                                             guint               step);

const GPtrArray *genu_ink_sheet_get_strokes (const GenuInkSheet *self);
gboolean         genu_ink_sheet_is_full     (const GenuInkSheet *self);
gboolean         genu_ink_sheet_add         (GenuInkSheet       *self,
                                             GenuInkStroke      *stroke);
guint            genu_ink_sheet_erase       (GenuInkSheet       *self,
                                             GenuPoint           from,
                                             GenuPoint           to,
                                             double              radius,
                                             gboolean            same_move);
gboolean         genu_ink_sheet_clear       (GenuInkSheet       *self);
gboolean         genu_ink_sheet_can_undo    (const GenuInkSheet *self);
gboolean         genu_ink_sheet_can_redo    (const GenuInkSheet *self);
gboolean         genu_ink_sheet_undo        (GenuInkSheet       *self);
gboolean         genu_ink_sheet_redo        (GenuInkSheet       *self);
GenuRect         genu_ink_sheet_get_bounds  (const GenuInkSheet *self,
                                             const GenuMatrix   *view);
void             genu_ink_sheet_draw        (const GenuInkSheet *self,
                                             cairo_t            *cr,
                                             const GenuMatrix   *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuInk, genu_ink_free)

G_END_DECLS
