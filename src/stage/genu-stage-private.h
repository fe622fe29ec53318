/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the stage layer; what the parts of the stage know of each other. */

#pragma once

#include "genu-boundary.h"
#include "genu-stage.h"
#include "genu-stage-motion.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* A drawing in use.  The picture is made when it is first shown and dropped when neither the step
 * nor a running cross-fade shows it; the scene stays. */
typedef struct
{
  char        *diagram; /* path within the pack */
  GenuScene   *scene;   /* NULL when it cannot be read */
  GenuPicture *picture; /* NULL until shown */
  guint        used;    /* the stage's clock when last asked for */
} GenuStageSlot;

/* One label of a step: what does not depend on where it lies, then where it lies. */
typedef struct
{
  const GenuLabel *source;
  PangoLayout     *layout;  /* wrapped as it is beside the drawing */
  PangoLayout     *entry;   /* as it is in the legend, without its number */
  GenuPoint        anchor;  /* root user units, at the step's end */
  gboolean         visible; /* whether the anchor is, at the step's end */
  GArray          *boxes;   /* of GenuRect: what the part covers then, root user units */
  GenuBoundarySide side;
  GenuStageLabel   placed;
} GenuStageText;

typedef struct
{
  GenuStageSlot         *slot;
  const GenuDiagramStep *step;   /* NULL when the drawing lacks it */
  GenuRect               camera; /* root user units */
  GPtrArray             *texts;  /* of GenuStageText */
  GArray                *focus;  /* of GenuRect: bounds of the parts in focus, root user units */
  GArray                *named;  /* the same of all parts that the topic names */
  GenuDiagramDoubt       doubt;  /* of all parts that are visible at the step's end */
  GenuMatrix             view;   /* root user units -> logical pixels, without the reader's zoom */
  const GenuChart       *chart;  /* nullable; placed by genu-stage-chart.c: */
  GenuRect               chart_rect; /* logical pixels */
  double                 chart_size; /* of its text */
  gboolean               chart_alone; /* it takes the whole window */
} GenuStagePlan;

struct _GenuStage
{
  const GenuPack   *pack;
  const GenuTopic  *topic;
  GenuStageFunc     changed_func;
  gpointer          changed_data;

  int               width;  /* logical pixels; 0 until known */
  int               height;
  int               scale_factor;
  double            text_scale;
  double            least_text; /* logical pixels at a scale of 1 */
  GenuSide          side;
  GenuTheme         theme;

  GPtrArray        *slots;  /* of GenuStageSlot */
  guint             clock;
  GPtrArray        *plans;  /* of GenuStagePlan, one per step of the topic */
  gboolean          placed; /* views and labels of all plans are up to date */

  guint             step;
  gint64            position; /* microseconds on screen since the step began */
  GenuStageMotion   motion;

  double            zoom, zoom_x, zoom_y;
  gboolean          zoom_moving;
  gboolean          zoom_placed; /* the labels lie for the zoomed view */

  PangoContext     *pango;
};

/* genu-stage-plan.c */
void           genu_stage_make_plans       (GenuStage       *self,
                                            GenuReport      *report);
void           genu_stage_plan_free        (gpointer         plan);
gboolean       genu_stage_plan_runs_on     (const GenuStagePlan *plan);
GenuMatrix     genu_stage_zoom_matrix      (const GenuStage *self,
                                            const GenuMatrix *view);
gboolean       genu_stage_is_mirrored      (const GenuStage *self,
                                            const GenuStagePlan *plan);

/* genu-stage-place.c */
void           genu_stage_place            (GenuStage       *self);
void           genu_stage_place_zoomed     (GenuStage       *self);

/* genu-stage.c */
GenuStagePlan *genu_stage_get_plan         (GenuStage       *self);
const GenuStagePlan *genu_stage_peek_plan  (const GenuStage *self);

/* genu-stage-slot.c */
void           genu_stage_slot_free        (gpointer         slot);
GenuStageSlot *genu_stage_get_slot         (GenuStage       *self,
                                            const char      *diagram,
                                            GenuReport      *report);
void           genu_stage_forget_slots     (GenuStage       *self);
void           genu_stage_prepare_end      (GenuStage       *self,
                                            const GenuStagePlan *plan);
void           genu_stage_show_slot        (GenuStage       *self,
                                            GenuStageSlot   *slot,
                                            const GenuMatrix *view,
                                            gint64           time,
                                            gboolean         moving);

/* genu-stage-time.c */
/* Moves the pictures to the stage's position; NULL and fraction 1 when nothing is faded out. */
GenuStageSlot *genu_stage_update           (GenuStage       *self,
                                            double          *out_fraction);

/* genu-stage-text.c: lengths in logical pixels */
double         genu_stage_get_text_size    (const GenuStage *self);
void           genu_stage_text_free        (gpointer         text);
GenuStageText *genu_stage_text_new         (const GenuLabel *label);
void           genu_stage_text_measure     (GenuStage       *self,
                                            GenuStageText   *text,
                                            double           column);
double         genu_stage_text_get_word    (GenuStage       *self,
                                            GenuStageText   *text);
GenuRect       genu_stage_text_get_box     (const GenuStage *self,
                                            const GenuStageText *text);
GenuRect       genu_stage_text_get_entry   (const GenuStage *self,
                                            const GenuStageText *text);

/* genu-stage-furniture.c */
#define GENU_STAGE_SMALL_TEXT 0.72 /* of the labels' text */
double         genu_stage_get_margin       (const GenuStage *self);
PangoLayout   *genu_stage_create_small_layout (GenuStage    *self,
                                            const char      *text);
void           genu_stage_set_ink          (cairo_t         *cr);
gboolean       genu_stage_meets_words      (GenuStage       *self,
                                            const GenuRect  *rect);

/* genu-stage-key.c */
GenuDiagramDoubt genu_stage_read_doubt     (GenuScene       *scene);
void           genu_stage_draw_key         (GenuStage       *self,
                                            cairo_t         *cr);

/* genu-stage-scale-bar.c */
gboolean       genu_stage_get_scale_bar    (GenuStage       *self,
                                            GenuRect        *out_rect,
                                            char           **out_text);
gboolean       genu_stage_get_scale_bar_corner (GenuStage   *self,
                                            const GenuStagePlan *plan,
                                            GenuRect        *out_rect);
void           genu_stage_draw_scale_bar   (GenuStage       *self,
                                            cairo_t         *cr);

G_END_DECLS
