/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawing in the window.  The stage knows what every moment looks like; this widget owns the
 * clock.  While a step plays it takes the frame clock's ticks; as soon as nothing will change it
 * takes none: a held picture costs no wake-up.  The clock is in genu-diagram-view-clock.c, labels
 * and leaders in -labels.c, gestures in -gestures.c. */

#include "config.h"

#include "genu-diagram-view-private.h"

#include "genu-stage-chart.h"
#include "genu-stage-key.h"

enum
{
  PROP_0,
  PROP_STEP,
  PROP_PLAYING,
  N_PROPS,
};

enum
{
  STEP_FINISHED,
  PART_PRESSED,
  SWIPED,
  FIRST_PICTURE,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuDiagramView, genu_diagram_view, GTK_TYPE_WIDGET)

static void
on_stage_changed (GenuStage *stage,
                  gpointer   user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

/* --- GtkWidget --- */

static void
genu_diagram_view_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? 240 : 135;
  *natural = horizontal ? 960 : 540;
}

static void
genu_diagram_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (widget);
  int scale_factor = gtk_widget_get_scale_factor (widget);

  if (width != self->width || height != self->height || scale_factor != self->scale_factor)
    {
      self->width = width;
      self->height = height;
      self->scale_factor = scale_factor;
      genu_stage_set_size (self->stage, width, height, scale_factor);
      g_clear_pointer (&self->furniture, gsk_render_node_unref);
    }
  genu_diagram_view_allocate_labels (self);
  if (self->overlay != NULL)
    {
      gtk_widget_measure (self->overlay, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->overlay, &(GtkAllocation) { 0, 0, width, height }, -1);
    }
}

static void
genu_diagram_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (widget);
  GskRenderNode *node = genu_stage_dup_picture_node (self->stage);
  gboolean first = !self->seen && genu_stage_is_settled (self->stage);

  self->n_frames++;
  self->seen = self->seen || first;
  if (node != NULL)
    {
      gtk_snapshot_append_node (snapshot, node);
      gsk_render_node_unref (node);
    }
  /* Labels never stand on bare ground while the first picture is being drawn. */
  if (self->seen || self->playing)
    genu_diagram_view_snapshot_labels (self, snapshot);
  if (self->overlay != NULL)
    self->paint_overlay (self->overlay, snapshot);
  if (first)
    g_signal_emit (self, signals[FIRST_PICTURE], 0);
}

static void
genu_diagram_view_map (GtkWidget *widget)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (widget);

  GTK_WIDGET_CLASS (genu_diagram_view_parent_class)->map (widget);
  genu_diagram_view_watch_window (self);
  genu_diagram_view_start_clock (self);
}

static void
genu_diagram_view_unmap (GtkWidget *widget)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (widget);

  genu_diagram_view_stop_clock (self);
  genu_diagram_view_forget_window (self);
  GTK_WIDGET_CLASS (genu_diagram_view_parent_class)->unmap (widget);
}

/* --- GObject --- */

static void
genu_diagram_view_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (object);

  switch (id)
    {
    case PROP_STEP:
      g_value_set_uint (value, genu_diagram_view_get_step (self));
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
genu_diagram_view_dispose (GObject *object)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (object);

  genu_diagram_view_stop_clock (self);
  genu_diagram_view_drop_labels (self);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (genu_diagram_view_parent_class)->dispose (object);
}

static void
genu_diagram_view_finalize (GObject *object)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (object);

  g_ptr_array_unref (self->labels);
  g_clear_pointer (&self->furniture, gsk_render_node_unref);
  genu_stage_free (self->stage);
  G_OBJECT_CLASS (genu_diagram_view_parent_class)->finalize (object);
}

static void
install_signals (GenuDiagramViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[STEP_FINISHED] = g_signal_new ("step-finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[PART_PRESSED] = g_signal_new ("part-pressed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SWIPED] = g_signal_new ("swiped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[FIRST_PICTURE] = g_signal_new ("first-picture", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
genu_diagram_view_class_init (GenuDiagramViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = genu_diagram_view_get_property;
  object_class->dispose = genu_diagram_view_dispose;
  object_class->finalize = genu_diagram_view_finalize;
  widget_class->measure = genu_diagram_view_measure;
  widget_class->size_allocate = genu_diagram_view_size_allocate;
  widget_class->snapshot = genu_diagram_view_snapshot;
  widget_class->map = genu_diagram_view_map;
  widget_class->unmap = genu_diagram_view_unmap;

  props[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals (klass);

  gtk_widget_class_set_css_name (widget_class, "diagramview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
genu_diagram_view_init (GenuDiagramView *self)
{
  self->labels = g_ptr_array_new ();
  self->zoom = 1;
  self->scale_factor = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  genu_diagram_view_add_gestures (self);
}

static void
append_words (GString *words,
              char    *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", more);
  g_free (more);
}

/* What a reader who does not see is told: the title, then what the step shows, what its outlines
 * mean, and its chart in words. */
static void
update_accessible (GenuDiagramView *self)
{
  guint step = genu_stage_get_step (self->stage);
  g_autoptr(GString) words = NULL;

  if (self->topic == NULL || step >= self->topic->steps->len)
    return;

  words = g_string_new (((GenuStep *) g_ptr_array_index (self->topic->steps, step))->alt);
  append_words (words, genu_stage_dup_key_text (self->stage));
  append_words (words, genu_stage_dup_chart_text (self->stage));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->topic->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->str, -1);
}

/**
 * genu_diagram_view_new:
 * @pack: the pack whose topics will be shown; must outlive the widget
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
genu_diagram_view_new (const GenuPack *pack)
{
  GenuDiagramView *self = g_object_new (GENU_TYPE_DIAGRAM_VIEW, NULL);

  self->stage = genu_stage_new (pack);
  genu_stage_set_changed_func (self->stage, on_stage_changed, self);
  genu_diagram_view_follow_motion (self);

  return GTK_WIDGET (self);
}

/* Each problem goes to the journal once, however often its topic is opened. */
static void
log_new_problems (const GenuReport *report)
{
  static GHashTable *known;

  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < genu_report_get_n_problems (report); i++)
    {
      const GenuProblem *problem = genu_report_get_problem (report, i);
      char *line = g_strdup_printf ("%s:%d: %s [%s]", problem->file, problem->line,
                                    problem->message, problem->rule);

      if (!g_hash_table_contains (known, line))
        g_message ("%s", line);
      g_hash_table_add (known, line);
    }
}

/**
 * genu_diagram_view_set_topic:
 * @self: a view
 * @topic: (nullable): a topic of the pack
 *
 * Shows the first step of @topic as a still.  What is wrong with its drawings goes to the journal;
 * see genu_diagram_view_get_error().
 */
void
genu_diagram_view_set_topic (GenuDiagramView *self,
                             const GenuTopic *topic)
{
  g_autoptr(GenuReport) report = genu_report_new ();

  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  genu_diagram_view_stop_clock (self);
  self->topic = topic;
  self->playing = FALSE;
  self->seen = FALSE;
  genu_stage_set_topic (self->stage, topic, report);
  genu_diagram_view_add_labels (self);
  genu_diagram_view_set_zoom (self, 1);
  log_new_problems (report);

  update_accessible (self);
  genu_diagram_view_queue_labels (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEP]);
}

guint
genu_diagram_view_get_n_steps (GenuDiagramView *self)
{
  g_return_val_if_fail (GENU_IS_DIAGRAM_VIEW (self), 0);

  return genu_stage_get_n_steps (self->stage);
}

guint
genu_diagram_view_get_step (GenuDiagramView *self)
{
  g_return_val_if_fail (GENU_IS_DIAGRAM_VIEW (self), 0);

  return genu_stage_get_step (self->stage);
}

/**
 * genu_diagram_view_set_step:
 * @self: a view
 * @step: 0-based; beyond the last is ignored
 * @play: whether to play it, rather than show its end; ignored for readers who prefer no motion.
 *   A drawing that runs on plays until the view is told otherwise
 */
void
genu_diagram_view_set_step (GenuDiagramView *self,
                            guint            step,
                            gboolean         play)
{
  gboolean motion;

  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  if (step >= genu_stage_get_n_steps (self->stage))
    return;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &motion,
                NULL);
  genu_diagram_view_stop_clock (self);
  genu_diagram_view_set_zoom (self, 1);
  genu_stage_set_step (self->stage, step, play && motion);
  self->playing = play && motion;
  genu_diagram_view_start_clock (self);

  update_accessible (self);
  genu_diagram_view_queue_labels (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEP]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLAYING]);
  if (play && !motion)
    g_signal_emit (self, signals[STEP_FINISHED], 0);
}

gboolean
genu_diagram_view_get_playing (GenuDiagramView *self)
{
  g_return_val_if_fail (GENU_IS_DIAGRAM_VIEW (self), FALSE);

  return self->playing;
}

gboolean
genu_diagram_view_is_at_end (GenuDiagramView *self)
{
  g_return_val_if_fail (GENU_IS_DIAGRAM_VIEW (self), TRUE);

  return !genu_stage_runs_on (self->stage)
         && genu_stage_get_position (self->stage) >= genu_stage_get_duration (self->stage);
}

/**
 * genu_diagram_view_set_playing:
 * @self: a view
 * @playing: whether to go on; at a step's end this does nothing
 */
void
genu_diagram_view_set_playing (GenuDiagramView *self,
                               gboolean         playing)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  playing = playing && !genu_diagram_view_is_at_end (self);
  if (playing == self->playing)
    return;

  self->playing = playing;
  genu_diagram_view_start_clock (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLAYING]);
}

/**
 * genu_diagram_view_replay:
 * @self: a view
 *
 * Plays the step again from its beginning, without the move that led to it.
 */
void
genu_diagram_view_replay (GenuDiagramView *self)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  genu_diagram_view_set_step (self, genu_stage_get_step (self->stage), TRUE);
}

void
genu_diagram_view_set_text_scale (GenuDiagramView *self,
                                  double           scale)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  genu_stage_set_text_scale (self->stage, scale);
  genu_diagram_view_queue_labels (self);
}

/* The least size of labels at a text scale of 1, in logical pixels. */
void
genu_diagram_view_set_least_text (GenuDiagramView *self,
                                  double           size)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  genu_stage_set_least_text (self->stage, size);
  genu_diagram_view_queue_labels (self);
}

void
genu_diagram_view_set_side (GenuDiagramView *self,
                            GenuSide         side)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  genu_stage_set_side (self->stage, side);
  genu_diagram_view_queue_labels (self);
}

void
genu_diagram_view_set_theme (GenuDiagramView *self,
                             GenuTheme        theme)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  genu_stage_set_theme (self->stage, theme);
  genu_diagram_view_queue_labels (self);
}

GenuStage *
genu_diagram_view_get_stage (GenuDiagramView *self)
{
  g_return_val_if_fail (GENU_IS_DIAGRAM_VIEW (self), NULL);

  return self->stage;
}

/**
 * genu_diagram_view_set_overlay:
 * @self: a view without an overlay
 * @overlay: (transfer floating): a widget; its own snapshot is not used
 * @paint: paints it, in the view's coordinates; called for each frame of the view
 */
void
genu_diagram_view_set_overlay (GenuDiagramView     *self,
                               GtkWidget           *overlay,
                               GenuDiagramPaintFunc paint)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));
  g_return_if_fail (self->overlay == NULL);

  self->overlay = overlay;
  self->paint_overlay = paint;
  gtk_widget_set_parent (overlay, GTK_WIDGET (self));
}

const char *
genu_diagram_view_get_error (GenuDiagramView *self)
{
  g_return_val_if_fail (GENU_IS_DIAGRAM_VIEW (self), NULL);

  return genu_stage_get_error (self->stage);
}

guint
genu_diagram_view_get_n_frames (GenuDiagramView *self)
{
  g_return_val_if_fail (GENU_IS_DIAGRAM_VIEW (self), 0);

  return self->n_frames;
}

guint
genu_diagram_view_get_n_ticks (GenuDiagramView *self)
{
  g_return_val_if_fail (GENU_IS_DIAGRAM_VIEW (self), 0);

  return self->n_ticks;
}

void
genu_diagram_view_emit_part_pressed (GenuDiagramView *self,
                                     const char      *name)
{
  g_signal_emit (self, signals[PART_PRESSED], 0, name);
}

void
genu_diagram_view_emit_swiped (GenuDiagramView *self,
                               int              direction)
{
  g_signal_emit (self, signals[SWIPED], 0, direction);
}
