/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-svg-document.h"

G_BEGIN_DECLS

/* Times are microseconds from the document's begin. */
#define GENU_TIME_NEVER G_MAXINT64

/* The value of every animated attribute at any time: a pure function of the document, the time and
 * the recorded events.  seek() gives the same values whether one arrives by playing, by jumping
 * forward or by jumping back.  Not thread safe; one per view. */
typedef struct _GenuTimeline GenuTimeline;

/* One animated attribute of one element.  Fixed when the timeline is made. */
typedef struct
{
  xmlNode             *element;   /* borrowed from the document */
  const GenuAttribute *attribute; /* "transform" holds motion (outermost) and the transform list */
} GenuAnimationTarget;

/* report (nullable) receives warnings about animations that are ignored, with their lines. */
GenuTimeline *genu_timeline_new           (GenuSvgDocument    *document,
                                           GenuReport         *report);
void          genu_timeline_free          (GenuTimeline       *self);
GenuSvgDocument *genu_timeline_get_document (const GenuTimeline *self);

/* Records that an event of DOM type @type ("click", "mouseenter", "focusin" …, or
 * "accessKey(c)" with @target_id NULL) happened at @time on the element @target_id.  Events that
 * bubble do so; a click on or in an <a href="#id"> of an animation begins it.  Order of calls does
 * not matter.  Returns FALSE when there is no such element. */
gboolean      genu_timeline_add_event     (GenuTimeline       *self,
                                           gint64              time,
                                           const char         *type,
                                           const char         *target_id);
void          genu_timeline_clear_events  (GenuTimeline       *self);

void          genu_timeline_seek          (GenuTimeline       *self,
                                           gint64              time);
gint64        genu_timeline_get_time      (const GenuTimeline *self);
/* The earliest time after the current one at which any value may differ from now: the current
 * time itself while a value changes continuously, GENU_TIME_NEVER when nothing will change without
 * an event. */
gint64        genu_timeline_get_next_change (GenuTimeline     *self);
/* When the last finite interval ends (frozen values after it); GENU_TIME_NEVER if never. */
gint64        genu_timeline_get_end       (GenuTimeline       *self);
/* Whether the replay has crossed a limit (genu-limits.h): no animation begins any more. */
gboolean      genu_timeline_has_exceeded_limits (const GenuTimeline *self);

guint                      genu_timeline_get_n_targets (const GenuTimeline *self);
const GenuAnimationTarget *genu_timeline_get_target    (const GenuTimeline *self,
                                                        guint               index);
/* The animated value at the current time, or NULL while the base value holds. (transfer none) */
const GenuValue           *genu_timeline_get_value     (const GenuTimeline *self,
                                                        guint               index);
/* The same with the base value in its place (never NULL unless the base has none).
 * (transfer full) */
GenuValue                 *genu_timeline_dup_effective_value (const GenuTimeline *self,
                                                        guint               index);
/* Indices of the targets of one element. (transfer none) (array length=out_n) */
const guint               *genu_timeline_get_targets_of (const GenuTimeline *self,
                                                        const xmlNode      *element,
                                                        guint              *out_n);

/* The drawing frozen at the current time as plain static SVG: values written in, animation
 * elements removed.  Freed with xmlFreeDoc(). */
GenuXmlDoc   *genu_timeline_bake          (const GenuTimeline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuTimeline, genu_timeline_free)

G_END_DECLS
