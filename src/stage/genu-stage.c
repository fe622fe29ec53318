/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A topic's step as one picture.
 *
 * The stage holds the scenes of the topic's drawings (slots), what each step needs of them (plans:
 * genu-stage-plan.c, genu-stage-place.c) and a position in time.  A step on screen is
 *
 *   [ camera move 1.0 s, or cross-fade 0.5 s, or nothing ][ the step's own time ] then it holds
 *
 * During the first part the document's time stands at the step's begin; during the second it runs
 * to the step's end, where the picture holds for ever.  A drawing marked loop="yes" runs on.
 * Labels lie where they belong at the step's end and fade in when it is nearly reached. */

#include "config.h"

#include "genu-stage-fonts.h"
#include "genu-stage-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Scenes kept although the topic does not use them; pictures kept in all. */
#define SPARE_SCENES 2
#define MOST_PICTURES 2

/* Where there is no drawing to ask. */
#define DEFAULT_GROUND 0xF3F7FAFFu

static void
slot_free (gpointer data)
{
  GenuStageSlot *slot = data;

  genu_picture_free (slot->picture);
  if (slot->scene != NULL)
    genu_scene_unref (slot->scene);
  g_free (slot->diagram);
  g_free (slot);
}

static void
on_picture_changed (GenuPicture *picture,
                    gpointer     user_data)
{
  GenuStage *self = user_data;

  if (self->changed_func != NULL)
    self->changed_func (self, self->changed_data);
}

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
  self->slots = g_ptr_array_new_with_free_func (slot_free);
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

static GenuScene *
load_scene (GenuStage  *self,
            const char *diagram,
            GenuReport *report)
{
  g_autofree char *path = genu_pack_dup_diagram_path (self->pack, diagram);

  if (path == NULL)
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, diagram, 0, "missing-file",
                       "the pack has no such drawing");
      return NULL;
    }
  return genu_scene_new_from_file (path, report);
}

/* The slot of a drawing, read if need be; its scene is NULL when that fails. */
GenuStageSlot *
genu_stage_get_slot (GenuStage  *self,
                     const char *diagram,
                     GenuReport *report)
{
  GenuStageSlot *slot = NULL;

  for (guint i = 0; i < self->slots->len && slot == NULL; i++)
    {
      GenuStageSlot *candidate = g_ptr_array_index (self->slots, i);

      if (g_str_equal (candidate->diagram, diagram))
        slot = candidate;
    }
  if (slot == NULL)
    {
      slot = g_new0 (GenuStageSlot, 1);
      slot->diagram = g_strdup (diagram);
      slot->scene = load_scene (self, diagram, report);
      g_ptr_array_add (self->slots, slot);
    }
  slot->used = ++self->clock;
  return slot;
}

static gboolean
is_planned (GenuStage           *self,
            const GenuStageSlot *slot)
{
  for (guint i = 0; i < self->plans->len; i++)
    if (((GenuStagePlan *) g_ptr_array_index (self->plans, i))->slot == slot)
      return TRUE;
  return FALSE;
}

/* Forgets drawings that could not be read, so that the next topic tries again, and all but the last
 * few that the topic does not use. */
static void
forget_slots (GenuStage *self)
{
  guint spare = 0;

  for (guint i = self->slots->len; i > 0; i--)
    {
      GenuStageSlot *slot = g_ptr_array_index (self->slots, i - 1);

      if (!is_planned (self, slot) && (slot->scene == NULL || ++spare > SPARE_SCENES))
        g_ptr_array_remove_index (self->slots, i - 1);
    }
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
  forget_slots (self);
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

void
genu_stage_set_theme (GenuStage *self,
                      GenuTheme  theme)
{
  self->theme = theme;
}

guint
genu_stage_get_n_steps (const GenuStage *self)
{
  return self->plans->len;
}

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
    genu_stage_place (self);
  if (self->zoom != 1 && !self->zoom_placed && !self->zoom_moving)
    {
      genu_stage_place_zoomed (self);
      self->zoom_placed = TRUE;
    }
  return g_ptr_array_index (self->plans, self->step);
}

static const GenuStagePlan *
peek_plan (const GenuStage *self)
{
  return self->step < self->plans->len ? g_ptr_array_index (self->plans, self->step) : NULL;
}

static gint64
get_document_time (const GenuStage *self)
{
  const GenuStagePlan *plan = peek_plan (self);
  gint64 own = self->position - genu_stage_motion_get_time (self->motion.kind), time;

  if (plan == NULL || plan->step == NULL)
    return 0;
  time = plan->step->begin + MAX (0, own);
  return genu_stage_plan_runs_on (plan) ? time : MIN (time, plan->step->end);
}

static double
get_motion_fraction (const GenuStage *self)
{
  gint64 length = genu_stage_motion_get_time (self->motion.kind);

  return length > 0 ? CLAMP ((double) self->position / (double) length, 0, 1) : 1;
}

/* The view of the present step's picture now, without the reader's zoom. */
static GenuMatrix
get_view (GenuStage           *self,
          const GenuStagePlan *plan)
{
  double fraction = get_motion_fraction (self);
  GenuMatrix from = self->motion.from_view;

  if (self->motion.kind != GENU_STAGE_MOTION_CAMERA || fraction >= 1)
    return plan->view;
  if (!self->motion.has_view)
    from = ((GenuStagePlan *) g_ptr_array_index (self->plans, self->motion.from_step))->view;
  return genu_stage_mix_views (&from, &plan->view, genu_stage_ease (fraction),
                               (GenuPoint) { self->width / 2.0, self->height / 2.0 });
}

static GenuStageMotion
make_motion (GenuStage *self,
             guint      step)
{
  GenuStageMotion motion = { .from_step = self->step, .from_time = get_document_time (self) };
  GenuStagePlan *from = genu_stage_get_plan (self), *to;

  if (from == NULL || from->slot->scene == NULL || from->step == NULL)
    return motion;

  to = g_ptr_array_index (self->plans, step);
  motion.from_view = get_view (self, from);
  motion.has_view = TRUE;
  if (to->slot->scene == NULL || to->step == NULL)
    motion.kind = GENU_STAGE_MOTION_NONE;
  else if (to->slot != from->slot)
    motion.kind = GENU_STAGE_MOTION_FADE;
  else if (!genu_stage_same_views (&motion.from_view, &to->view))
    motion.kind = GENU_STAGE_MOTION_CAMERA;
  return motion;
}

/**
 * genu_stage_set_step:
 * @self: a stage
 * @step: a step of the topic, from 0; the last when there are fewer
 * @animate: whether it is to be played, beginning at position 0 with a move from what is shown now;
 *   otherwise the stage holds at the step's end
 */
void
genu_stage_set_step (GenuStage *self,
                     guint      step,
                     gboolean   animate)
{
  if (self->plans->len == 0)
    {
      self->step = 0;
      self->position = 0;
      return;
    }
  step = MIN (step, self->plans->len - 1);

  self->motion = animate ? make_motion (self, step) : (GenuStageMotion) { 0 };
  self->step = step;
  self->position = animate ? 0 : genu_stage_get_duration (self);
  /* The last step's labels may lie for the reader's zoom. */
  if (self->zoom_placed)
    self->placed = FALSE;
  self->zoom_placed = FALSE;
}

/**
 * genu_stage_get_duration:
 * @self: a stage
 *
 * Returns: how long the present step takes on screen from its first change to its hold, in
 *   microseconds; 0 when there is nothing to play
 */
gint64
genu_stage_get_duration (const GenuStage *self)
{
  const GenuStagePlan *plan = peek_plan (self);

  if (plan == NULL || plan->step == NULL)
    return 0;
  return genu_stage_motion_get_time (self->motion.kind) + plan->step->end - plan->step->begin;
}

gint64
genu_stage_get_position (const GenuStage *self)
{
  return self->position;
}

/**
 * genu_stage_set_position:
 * @self: a stage
 * @position: microseconds since the step began; a drawing that runs on takes positions after its
 *   duration, others hold there
 */
void
genu_stage_set_position (GenuStage *self,
                         gint64     position)
{
  gint64 duration = genu_stage_get_duration (self);

  position = MAX (0, position);
  self->position = genu_stage_runs_on (self) ? position : MIN (position, duration);
}

/* When the drawing next changes, on screen; GENU_TIME_NEVER when it does not. */
static gint64
get_drawing_change (GenuStage           *self,
                    const GenuStagePlan *plan)
{
  gint64 time = get_document_time (self), next;
  GenuTimeline *timeline = genu_scene_get_timeline (plan->slot->scene);

  if (genu_timeline_get_time (timeline) != time)
    genu_timeline_seek (timeline, time);
  next = genu_timeline_get_next_change (timeline);
  if (next == GENU_TIME_NEVER || (next >= plan->step->end && !genu_stage_plan_runs_on (plan)))
    return GENU_TIME_NEVER;
  return MAX (self->position,
              genu_stage_motion_get_time (self->motion.kind) + next - plan->step->begin);
}

/**
 * genu_stage_get_next_change:
 * @self: a stage
 *
 * Returns: the position at which the picture or its labels next differ from now: the present
 *   position while they change all the time, %GENU_TIME_NEVER when the step holds
 */
gint64
genu_stage_get_next_change (GenuStage *self)
{
  GenuStagePlan *plan = genu_stage_get_plan (self);
  gint64 duration = genu_stage_get_duration (self), labels;

  if (plan == NULL || plan->step == NULL)
    return GENU_TIME_NEVER;
  if (self->position >= duration)
    return genu_stage_plan_runs_on (plan) ? get_drawing_change (self, plan) : GENU_TIME_NEVER;
  if (self->position < genu_stage_motion_get_time (self->motion.kind))
    return self->position;

  labels = MAX (0, duration - GENU_STAGE_LABEL_TIME);
  if (self->position >= labels)
    return self->position;
  return MIN (labels, get_drawing_change (self, plan));
}

static void
drop_pictures (GenuStage *self)
{
  guint n = 0;
  GenuStageSlot *oldest = NULL;

  for (guint i = 0; i < self->slots->len; i++)
    {
      GenuStageSlot *slot = g_ptr_array_index (self->slots, i);

      if (slot->picture == NULL)
        continue;
      n++;
      if (oldest == NULL || slot->used < oldest->used)
        oldest = slot;
    }
  if (n > MOST_PICTURES)
    g_clear_pointer (&oldest->picture, genu_picture_free);
}

static GenuMatrix
get_device_matrix (const GenuStage  *self,
                   const GenuMatrix *view)
{
  GenuMatrix scale = { self->scale_factor, 0, 0, self->scale_factor, 0, 0 };
  GenuMatrix zoomed = genu_stage_zoom_matrix (self, view);

  return genu_matrix_multiply (&scale, &zoomed);
}

/* Tells the picture where the camera move will end, so that it is sharp when it gets there. */
static void
prepare_end (GenuStage           *self,
             const GenuStagePlan *plan)
{
  GenuMatrix end = get_device_matrix (self, &plan->view);

  if (plan->slot->picture != NULL)
    genu_picture_prepare_view (plan->slot->picture, &end);
}

static void
show_slot (GenuStage        *self,
           GenuStageSlot    *slot,
           const GenuMatrix *view,
           gint64            time,
           gboolean          moving)
{
  GenuMatrix device = get_device_matrix (self, view);

  slot->used = ++self->clock;
  if (slot->picture == NULL)
    {
      slot->picture = genu_picture_new (slot->scene);
      genu_picture_set_changed_func (slot->picture, on_picture_changed, self);
      drop_pictures (self);
    }
  genu_picture_set_view (slot->picture, &device, self->width * self->scale_factor,
                         self->height * self->scale_factor, moving);
  genu_picture_seek (slot->picture, time);
}

GenuStageSlot *
genu_stage_update (GenuStage *self,
                   double    *out_fraction)
{
  GenuStagePlan *plan = genu_stage_get_plan (self);
  double fraction = get_motion_fraction (self);
  GenuStageSlot *old = NULL;
  GenuMatrix view;

  *out_fraction = 1;
  if (plan == NULL || plan->slot->scene == NULL)
    return NULL;

  if (self->motion.kind == GENU_STAGE_MOTION_FADE && fraction < 1)
    {
      const GenuStagePlan *from = g_ptr_array_index (self->plans, self->motion.from_step);

      view = self->motion.has_view ? self->motion.from_view : from->view;
      old = from->slot;
      show_slot (self, old, &view, self->motion.from_time, FALSE);
      *out_fraction = fraction;
    }

  view = get_view (self, plan);
  if (self->motion.kind == GENU_STAGE_MOTION_CAMERA && fraction < 1)
    prepare_end (self, plan);
  show_slot (self, plan->slot, &view, get_document_time (self),
             self->zoom_moving || (self->motion.kind == GENU_STAGE_MOTION_CAMERA && fraction < 1));
  return old;
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
  const GenuStagePlan *plan = peek_plan (self);

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
 * genu_stage_get_label_opacity:
 * @self: a stage
 *
 * Returns: 0 while the step plays, 1 when it holds, between shortly before
 */
double
genu_stage_get_label_opacity (GenuStage *self)
{
  gint64 left = genu_stage_get_duration (self) - self->position;

  if (self->zoom_moving)
    return 0;
  return 1 - CLAMP ((double) left / (double) GENU_STAGE_LABEL_TIME, 0, 1);
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

gboolean
genu_stage_get_view (GenuStage  *self,
                     GenuMatrix *out_view)
{
  GenuStagePlan *plan = genu_stage_get_plan (self);
  GenuMatrix view;

  if (plan == NULL || plan->slot->scene == NULL)
    return FALSE;

  view = get_view (self, plan);
  *out_view = genu_stage_zoom_matrix (self, &view);
  return TRUE;
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
  const GenuStagePlan *plan = peek_plan (self);

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
  const GenuStagePlan *plan = peek_plan (self);

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
  const GenuStagePlan *plan = peek_plan (self);

  if (plan == NULL || plan->slot->scene == NULL)
    return DEFAULT_GROUND;
  return genu_scene_get_diagram (plan->slot->scene)->ground | 0xffu;
}
