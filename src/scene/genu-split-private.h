/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the cutting of a drawing into layers. */

#pragma once

#include "genu-scene-private.h"

G_BEGIN_DECLS

/* One call of genu_scene_split(). */
typedef struct
{
  GenuScene  *scene;
  GenuReport *report;
  guint8     *moves;       /* what is known, by element index */
  GHashTable *keep_whole;  /* set of xmlNode: contexts of a blend */
  guint       merge_floor; /* runs below this index take no more items */
  gboolean    sheets_hide; /* a style sheet sets visibility */
  gboolean    sheets_insist; /* a style sheet says !important, which beats animations */
} GenuSplit;

/* genu-split-moves.c */
gboolean    genu_split_is_svg           (const xmlNode             *element,
                                         const char                *name);
gboolean    genu_split_is_rendered      (const xmlNode             *element);
gboolean    genu_split_sheets_mention   (const GenuSplit           *split,
                                         const char                *what);
gboolean    genu_split_style_mentions   (const xmlNode             *element,
                                         const char                *what);
guint       genu_split_count_targets    (const GenuSplit           *split,
                                         const xmlNode             *element);
gboolean    genu_split_moves            (GenuSplit                 *split,
                                         const xmlNode             *element);
gboolean    genu_split_child_moves      (GenuSplit                 *split,
                                         const xmlNode             *element);
gboolean    genu_split_refers_to_moving (GenuSplit                 *split,
                                         const xmlNode             *element);
gboolean    genu_split_animates         (const GenuSplit           *split,
                                         const xmlNode             *element,
                                         const char                *name);
gboolean    genu_split_can_compose      (const GenuSplit           *split,
                                         const GenuAnimationTarget *target);
void        genu_split_sort_own_targets (const GenuSplit           *split,
                                         const xmlNode             *element,
                                         gboolean                  *out_composes,
                                         gboolean                  *out_repaints);

/* genu-split-group.c */
gboolean    genu_split_is_translucent   (const GenuSplit           *split,
                                         const xmlNode             *element);
const char *genu_split_find_grouping    (const GenuSplit           *split,
                                         const xmlNode             *element);
void        genu_split_find_blends      (GenuSplit                 *split);

/* genu-split-layers.c */
void        genu_split_add_moving       (GenuSplit                 *split,
                                         xmlNode                   *element,
                                         xmlNode                   *root);
void        genu_split_add_still        (GenuSplit                 *split,
                                         xmlNode                   *element,
                                         xmlNode                   *root);

G_END_DECLS
