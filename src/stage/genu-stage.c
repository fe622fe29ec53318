/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A topic's step as one picture.
 *
 * The stage holds the drawings of the topic (slots: genu-stage-slot.c), what each step needs of
 * them (plans: genu-stage-plan.c, genu-stage-place.c) and a position in time (genu-stage-time.c).
 * Here are its life, what a window sets, and what a window asks. */

#include "config.h"

#include "genu-stage-chart-private.h"
#include "genu-stage-fonts.h"
#include "genu-stage-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Where there is no drawing to ask. */
#define DEFAULT_GROUND 0xF3F7FAFFu

static PangoDirection
get_direction (PangoLanguage *language)
{
  int n_scripts = 0;
  const PangoScript *scripts = pango_language_get_scripts (language, &n_scripts);

  for (int i = 0; i < n_scripts; i++)
    if (scripts[i] == PANGO_SCRIPT_ARABIC || scripts[i] == PANGO_SCRIPT_HEBREW
        || scripts[i] == PANGO_SCRIPT_SYRIAC || scripts[i] == PANGO_SCRIPT_THAANA
        || scripts[i] == PANGO_SCRIPT_NKO)
      return PANGO_DIRECTION_RTL;
  return PANGO_DIRECTION_LTR;
}

/**
 * genu_stage_new:
 * @pack: the pack whose topics will be shown; must outlive the stage
 *
 * Returns: (transfer full): a stage without a topic and without a size
 */
GenuStage *
genu_stage_new (const GenuPack *pack)
{
  GenuStage *self = g_new0 (GenuStage, 1);
  PangoLanguage *language = pango_language_from_string (pack->lang != NULL ? pack->lang : "en");

  self->pack = pack;
  self->scale_factor = 1;
  self->text_scale = 1;
  self->zoom = 1;
  self->slots = g_ptr_array_new_with_free_func (genu_stage_slot_free);
  self->plans = g_ptr_array_new_with_free_func (genu_stage_plan_free);
  self->pango = genu_stage_create_pango_context ();
  pango_context_set_language (self->pango, language);
  pango_context_set_base_dir (self->pango, get_direction (language));

  return self;
}

/**
 * genu_stage_free:
 * @self: (nullable) (transfer full): a stage
 */
void
genu_stage_free (GenuStage *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->slots);
  g_object_unref (self->pango);
  g_free (self);
}

/**
 * genu_stage_set_changed_func:
 * @self: a stage
 * @func: (nullable): called when a worker has finished something that is shown
 * @user_data: for @func
 */
void
genu_stage_set_changed_func (GenuStage    *self,
                             GenuStageFunc func,
                             gpointer      user_data)
{
  self->changed_func = func;
  self->changed_data = user_data;
}

/**
 * genu_stage_set_topic:
 * @self: a stage
 * @topic: (nullable): a topic of its pack
 * @report: (nullable): receives what is wrong with the topic's drawings
 *
 * Shows the first step of a topic, as a still.
 */
void
genu_stage_set_topic (GenuStage       *self,
                      const GenuTopic *topic,
                      GenuReport      *report)
{
  g_autoptr (GenuReport) own = report == NULL ? genu_report_new () : NULL;

  self->topic = topic;
  self->motion = (GenuStageMotion) { 0 };
  genu_stage_make_plans (self, report != NULL ? report : own);
  genu_stage_forget_slots (self);
  genu_stage_set_step (self, 0, FALSE);
}

/* What labels and views depend on has changed. */
static void
displace (GenuStage *self)
{
  self->placed = FALSE;
  self->zoom_placed = FALSE;
  self->motion.has_view = FALSE;
}

/**
 * genu_stage_set_size:
 * @self: a stage
 * @width: logical pixels
 * @height: logical pixels
 * @scale_factor: device pixels per logical pixel
 */
void
genu_stage_set_size (GenuStage *self,
                     int        width,
                     int        height,
                     int        scale_factor)
{
  width = MAX (1, width);
  height = MAX (1, height);
  scale_factor = MAX (1, scale_factor);
  if (self->width == width && self->height == height && self->scale_factor == scale_factor)
    return;

  self->width = width;
  self->height = height;
  self->scale_factor = scale_factor;
  displace (self);
}

/**
 * genu_stage_set_text_scale:
 * @self: a stage
 * @scale: 1 to 2
 */
void
genu_stage_set_text_scale (GenuStage *self,
                           double     scale)
{
  scale = CLAMP (scale, 0.5, 3);
  if (self->text_scale == scale)
    return;
  self->text_scale = scale;
  displace (self);
}

/**
 * genu_stage_set_side:
 * @self: a stage
 * @side: which side of the body is shown; drawings of no side stay as they are
 */
void
genu_stage_set_side (GenuStage *self,
                     GenuSide   side)
{
  g_autoptr(GenuReport) report = genu_report_new ();

  if (self->side == side)
    return;
  self->side = side;
  /* What a mirrored drawing does not mirror lies elsewhere in it. */
  genu_stage_make_plans (self, report);
  displace (self);
}

/**
 * genu_stage_set_theme:
 * @self: a stage
 * @theme: that of the window; drawings keep their light ground, high contrast takes black ink
 */
void
genu_stage_set_theme (GenuStage *self,
                      GenuTheme  theme)
{
  self->theme = theme;
}

/**
 * genu_stage_get_n_steps:
 * @self: a stage
 *
 * Returns: how many steps the topic has; 0 without one
 */
guint
genu_stage_get_n_steps (const GenuStage *self)
{
  return self->plans->len;
}

/**
 * genu_stage_get_step:
 * @self: a stage
 *
 * Returns: the present step, from 0; 0 too when there is none
 */
guint
genu_stage_get_step (const GenuStage *self)
{
  return self->step;
}

/* The present step's plan, placed; NULL without a topic, a step or a size. */
GenuStagePlan *
genu_stage_get_plan (GenuStage *self)
{
  if (self->step >= self->plans->len || self->width == 0)
    return NULL;

  if (!self->placed)
    {
      genu_stage_place (self);
      genu_stage_place_charts (self);
    }
  if (self->zoom != 1 && !self->zoom_placed && !self->zoom_moving)
    {
      genu_stage_place_zoomed (self);
      self->zoom_placed = TRUE;
    }
  return g_ptr_array_index (self->plans, self->step);
}

/* The same, placed or not: for those who only ask. */
const GenuStagePlan *
genu_stage_peek_plan (const GenuStage *self)
{
  return self->step < self->plans->len ? g_ptr_array_index (self->plans, self->step) : NULL;
}

/**
 * genu_stage_is_settled:
 * @self: a stage
 *
 * Returns: whether everything shown is sharp and in place
 */
gboolean
genu_stage_is_settled (const GenuStage *self)
{
  const GenuStagePlan *plan = genu_stage_peek_plan (self);

  return plan == NULL || plan->slot->picture == NULL
         || genu_picture_is_settled (plan->slot->picture);
}

/**
 * genu_stage_get_max_zoom:
 * @self: a stage
 *
 * Returns: how far the reader may zoom into the present step, at least 1: as far as the drawing
 *   stays smooth
 */
double
genu_stage_get_max_zoom (GenuStage *self)
{
  const GenuStagePlan *plan = genu_stage_get_plan (self);
  GenuRect box, window = { 0, 0, self->width, self->height };
  GenuMatrix whole;

  if (plan == NULL || plan->slot->scene == NULL)
    return 1;
  box = genu_scene_get_view_box (plan->slot->scene);
  whole = genu_scene_fit_camera (&box, &window, FALSE);
  return MAX (1, genu_scene_get_diagram (plan->slot->scene)->max_scale * fabs (whole.d)
                 / fabs (plan->view.d));
}

/**
 * genu_stage_set_zoom:
 * @self: a stage
 * @zoom: magnification about the middle of the window; 1 is none
 * @dx: shift to the right afterwards, logical pixels
 * @dy: shift downwards
 * @moving: whether a gesture is going on; labels are hidden then
 */
void
genu_stage_set_zoom (GenuStage *self,
                     double     zoom,
                     double     dx,
                     double     dy,
                     gboolean   moving)
{
  zoom = CLAMP (zoom, 0.1, genu_stage_get_max_zoom (self));
  if (self->zoom == zoom && self->zoom_x == dx && self->zoom_y == dy
      && self->zoom_moving == moving)
    return;

  if (zoom == 1 && self->zoom != 1)
    self->placed = FALSE;
  self->zoom = zoom;
  self->zoom_x = dx;
  self->zoom_y = dy;
  self->zoom_moving = moving;
  self->zoom_placed = FALSE;
}

/**
 * genu_stage_get_n_labels:
 * @self: a stage
 *
 * Returns: how many labels the present step has; 0 when its drawing cannot be shown
 */
guint
genu_stage_get_n_labels (GenuStage *self)
{
  GenuStagePlan *plan = genu_stage_get_plan (self);

  return plan == NULL || plan->slot->scene == NULL ? 0 : plan->texts->len;
}

/**
 * genu_stage_get_label:
 * @self: a stage
 * @index: which label
 *
 * Returns: (transfer none): the label, until the stage is changed; its rectangle is in whole
 *   pixels, and empty when there is no room or when the reader zooms and its part is out of sight
 */
const GenuStageLabel *
genu_stage_get_label (GenuStage *self,
                      guint      index)
{
  GenuStagePlan *plan = genu_stage_get_plan (self);

  g_return_val_if_fail (plan != NULL && index < plan->texts->len, NULL);

  return &((GenuStageText *) g_ptr_array_index (plan->texts, index))->placed;
}

/**
 * genu_stage_hit:
 * @self: a stage
 * @point: a point of the window, logical pixels
 *
 * Returns: (transfer none) (nullable): the id of the touchable part there
 */
const char *
genu_stage_hit (GenuStage *self,
                GenuPoint  point)
{
  double fraction;
  GenuMatrix view, inverse;

  genu_stage_update (self, &fraction);
  if (!genu_stage_get_view (self, &view) || !genu_matrix_invert (&view, &inverse))
    return NULL;
  return genu_scene_hit (genu_stage_get_plan (self)->slot->scene,
                         genu_matrix_map_point (&inverse, point));
}

/**
 * genu_stage_has_side:
 * @self: a stage
 *
 * Returns: whether the present drawing is of one side of the body, so that it must be said which
 */
gboolean
genu_stage_has_side (const GenuStage *self)
{
  const GenuStagePlan *plan = genu_stage_peek_plan (self);

  return plan != NULL && plan->slot->scene != NULL
         && genu_scene_get_diagram (plan->slot->scene)->laterality != GENU_LATERALITY_NONE;
}

/**
 * genu_stage_is_right_to_left:
 * @self: a stage
 *
 * Returns: whether the pack's language runs from right to left
 */
gboolean
genu_stage_is_right_to_left (const GenuStage *self)
{
  return pango_context_get_base_dir (self->pango) == PANGO_DIRECTION_RTL;
}

/**
 * genu_stage_get_error:
 * @self: a stage
 *
 * Returns: (transfer none) (nullable): one sentence for the reader when the present step's drawing
 *   cannot be shown
 */
const char *
genu_stage_get_error (const GenuStage *self)
{
  const GenuStagePlan *plan = genu_stage_peek_plan (self);

  if (plan == NULL || (plan->slot->scene != NULL && plan->step != NULL))
    return NULL;
  return _("This picture cannot be shown. The words are complete without it.");
}

/**
 * genu_stage_get_ground:
 * @self: a stage
 *
 * Returns: the colour that surrounds the present drawing, 0xRRGGBBAA
 */
guint32
genu_stage_get_ground (const GenuStage *self)
{
  const GenuStagePlan *plan = genu_stage_peek_plan (self);

  if (plan == NULL || plan->slot->scene == NULL)
    return DEFAULT_GROUND;
  return genu_scene_get_diagram (plan->slot->scene)->ground | 0xffu;
}
