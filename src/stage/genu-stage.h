/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gsk/gsk.h>

#include "genu-pack.h"
#include "genu-picture.h"

G_BEGIN_DECLS

/* A topic's step as one picture: camera, drawing, labels, scale bar, side.  Lengths are logical
 * pixels of the window unless said; scale_factor is the window's (1 or 2).  Paints with Pango and
 * the bundled font, metrics hinting off, so that window, `frame` and handout agree.  Main thread
 * only.  It draws no controls. */
typedef struct _GenuStage GenuStage;

typedef struct
{
  char     *text;
  char     *part;
  GenuRect  rect;      /* the text with its padding; empty when there is no room for it */
  GenuPoint leader[3]; /* from the label's edge to the anchor */
  guint     n_leader;  /* 0: no leader (numbered legend), 2 or 3 */
  int       number;    /* of the legend, 0 when placed beside the drawing */
} GenuStageLabel;

typedef enum { GENU_SIDE_RIGHT, GENU_SIDE_LEFT } GenuSide;
typedef enum { GENU_THEME_LIGHT, GENU_THEME_DARK, GENU_THEME_HIGH_CONTRAST } GenuTheme;

typedef void (*GenuStageFunc) (GenuStage *self,
                               gpointer   user_data);

GenuStage  *genu_stage_new           (const GenuPack  *pack);
void        genu_stage_free          (GenuStage       *self);
/* Called when what is shown changed by itself (a worker finished). */
void        genu_stage_set_changed_func (GenuStage    *self,
                                      GenuStageFunc    func,
                                      gpointer         user_data);

/* The topic stays the pack's.  Diagrams that cannot be read leave the stage with an error text
 * (genu_stage_get_error()) and add to @report; the words still work. */
void        genu_stage_set_topic     (GenuStage       *self,
                                      const GenuTopic *topic,
                                      GenuReport      *report);
void        genu_stage_set_size      (GenuStage       *self,
                                      int              width,
                                      int              height,
                                      int              scale_factor);
void        genu_stage_set_text_scale (GenuStage      *self,
                                      double           scale);
/* Text is never smaller than @size × the text scale, in logical pixels: for screens of which the
 * real size is known.  0 at first. */
void        genu_stage_set_least_text (GenuStage      *self,
                                      double           size);
void        genu_stage_set_side      (GenuStage       *self,
                                      GenuSide         side);
void        genu_stage_set_theme     (GenuStage       *self,
                                      GenuTheme        theme);

guint       genu_stage_get_n_steps   (const GenuStage *self);
guint       genu_stage_get_step      (const GenuStage *self);
/* Goes to a step, 0-based: at its end (a still), or at its beginning to be played; with a camera
 * move or cross-fade from where the stage is when @animate. */
void        genu_stage_set_step      (GenuStage       *self,
                                      guint            step,
                                      gboolean         animate);
/* The step's length on screen in microseconds, transition included, and the position within it. */
gint64      genu_stage_get_duration  (const GenuStage *self);
gboolean    genu_stage_runs_on       (const GenuStage *self);
gint64      genu_stage_get_position  (const GenuStage *self);
void        genu_stage_set_position  (GenuStage       *self,
                                      gint64           position);
/* When the picture next changes, in the same time; GENU_TIME_NEVER when it holds. */
gint64      genu_stage_get_next_change (GenuStage     *self);
gboolean    genu_stage_is_settled    (const GenuStage *self);

/* Zoom and pan by the reader, on top of the step's camera; 1 0 0 is none. */
void        genu_stage_set_zoom      (GenuStage       *self,
                                      double           zoom,
                                      double           dx,
                                      double           dy,
                                      gboolean         moving);

/* How far set_zoom() goes for this step; it clamps by itself. */
double      genu_stage_get_max_zoom  (GenuStage       *self);

/* Labels of the step, placed for the step's end; stable while it plays. */
guint       genu_stage_get_n_labels  (GenuStage       *self);
const GenuStageLabel *genu_stage_get_label (GenuStage *self,
                                      guint            index);
double      genu_stage_get_label_opacity (GenuStage   *self);
/* The id of the part under a point of the window.  (transfer none) */
const char *genu_stage_hit           (GenuStage       *self,
                                      GenuPoint        point);
/* How the drawing lies in the window now, camera move and the reader's zoom included: leads from
 * its root's user units to logical pixels.  FALSE, and @out_view untouched, without a drawing. */
gboolean    genu_stage_get_view      (GenuStage       *self,
                                      GenuMatrix      *out_view);
/* Whether the present drawing shows one side, so that it must be said which. */
gboolean    genu_stage_has_side      (const GenuStage *self);
/* Whether the pack's language runs from right to left. */
gboolean    genu_stage_is_right_to_left (const GenuStage *self);
const char *genu_stage_get_error     (const GenuStage *self);
guint32     genu_stage_get_ground    (const GenuStage *self);

/* Painting, each in logical pixels with the origin at the stage's top left. */
GskRenderNode *genu_stage_dup_picture_node (GenuStage *self);
void        genu_stage_draw_picture  (GenuStage       *self,
                                      cairo_t         *cr);
void        genu_stage_draw_furniture (GenuStage      *self,
                                      cairo_t         *cr);   /* leaders, scale bar */
void        genu_stage_draw_label    (GenuStage       *self,
                                      cairo_t         *cr,
                                      guint            index);
/* All of it, settled: what `frame PACK` and the handout show. */
void        genu_stage_draw          (GenuStage       *self,
                                      cairo_t         *cr);
/* The same with the drawing as vectors; one with masks or filters, which a vector surface would
 * turn into coarse pictures, is drawn as a picture of 250 dpi where @cr is in points. */
void        genu_stage_draw_vector   (GenuStage       *self,
                                      cairo_t         *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuStage, genu_stage_free)

G_END_DECLS
