/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawing in the window.  The stage knows what every moment looks like; this widget owns the
 * clock.  While a step plays it takes the frame clock's ticks; as soon as nothing will change it
 * takes none: a held picture costs no wake-up.  Gestures are in genu-diagram-view-gestures.c. */

#include "config.h"

#include "genu-diagram-view-private.h"

#include "genu-stage-chart.h"
#include "genu-stage-key.h"
#include "genu-stage-label.h"

/* Pauses of a playing step shorter than this are ticked through, in microseconds. */
#define SHORTEST_NAP (100 * 1000)

/* A drawing that runs on, such as the one on the first page, is calm and shown for hours: it is drawn
 * so seldom at most, in microseconds (a little less than two frames of 60 Hz). */
#define CALM_INTERVAL (30 * 1000)

/* Nor does a nap last longer than this, which any timer can hold. */
#define LONGEST_NAP ((gint64) 3600 * G_USEC_PER_SEC)

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

static void schedule (GenuDiagramView *self);

/* --- The labels, one child each --- */

static void
drop_labels (GenuDiagramView *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->labels, i));
  g_ptr_array_set_size (self->labels, 0);
}

/* As many as any step has.  They are children for as long as the topic is shown: which labels there
 * are is only known once there is a size, and a child that comes or goes while its parent is being
 * allocated leaves the parent without an allocation. */
static void
add_labels (GenuDiagramView *self)
{
  guint most = 0;

  drop_labels (self);
  for (guint i = 0; self->topic != NULL && i < self->topic->steps->len; i++)
    {
      const GenuStep *step = g_ptr_array_index (self->topic->steps, i);

      most = MAX (most, step->labels->len);
    }
  for (guint i = 0; i < most; i++)
    {
      GtkWidget *label = genu_stage_label_widget_new (self->stage, i);

      gtk_widget_set_child_visible (label, FALSE);
      gtk_widget_insert_before (label, GTK_WIDGET (self), self->overlay);
      g_ptr_array_add (self->labels, label);
    }
}

static void
queue_labels (GenuDiagramView *self)
{
  g_clear_pointer (&self->furniture, gsk_render_node_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
allocate_labels (GenuDiagramView *self)
{
  guint n_labels = genu_stage_get_n_labels (self->stage);

  for (guint i = 0; i < self->labels->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->labels, i);
      const GenuStageLabel *label;
      GtkAllocation box;

      gtk_widget_set_child_visible (widget, i < n_labels);
      genu_stage_label_widget_update (GENU_STAGE_LABEL_WIDGET (widget), i < n_labels);
      if (i >= n_labels)
        continue;

      label = genu_stage_get_label (self->stage, i);
      box = (GtkAllocation) { (int) label->rect.x, (int) label->rect.y,
                              (int) (label->rect.width + 0.5), (int) (label->rect.height + 0.5) };
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (widget, &box, -1);
    }
}

/* --- The clock --- */

static void
stop_clock (GenuDiagramView *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_handle_id (&self->nap_id, g_source_remove);
}

static void
finish_step (GenuDiagramView *self)
{
  stop_clock (self);
  self->playing = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLAYING]);
  g_signal_emit (self, signals[STEP_FINISHED], 0);
}

static void
move_to (GenuDiagramView *self,
         gint64           now)
{
  gint64 duration = genu_stage_get_duration (self->stage);
  gint64 position = self->start_position + (now - self->start_time);

  genu_stage_set_position (self->stage, position);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (position >= duration && !genu_stage_runs_on (self->stage))
    finish_step (self);
}

static gboolean
on_nap_end (gpointer user_data)
{
  GenuDiagramView *self = user_data;

  self->nap_id = 0;
  move_to (self, g_get_monotonic_time ());
  schedule (self);

  return G_SOURCE_REMOVE;
}

/* Leaves the frame clock alone until the next change, if that is worth it.  The first tick of a
 * window comes before there is a size, and then the stage does not know of any change. */
static gboolean
take_nap (GenuDiagramView *self)
{
  gint64 position = genu_stage_get_position (self->stage);
  gint64 next = MIN (genu_stage_get_next_change (self->stage), position + LONGEST_NAP);

  if (!genu_stage_runs_on (self->stage))
    next = MIN (next, genu_stage_get_duration (self->stage));
  if (!self->playing || self->width == 0 || next - position < SHORTEST_NAP)
    return FALSE;

  self->tick_id = 0;
  self->nap_id = g_timeout_add ((guint) ((next - position) / 1000), on_nap_end, self);
  return TRUE;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  self->n_ticks++;
  if (self->start_time == 0)
    self->start_time = now;
  else if (genu_stage_runs_on (self->stage) && now - self->shown_time < CALM_INTERVAL)
    return G_SOURCE_CONTINUE;
  self->shown_time = now;
  move_to (self, now);

  if (!self->playing || take_nap (self))
    return G_SOURCE_REMOVE;
  return G_SOURCE_CONTINUE;
}

/* A window that was put away still counts as mapped for its widgets. */
static gboolean
is_on_screen (GenuDiagramView *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->minimized;
}

/* Takes ticks if, and only if, a visible step is playing. */
static void
schedule (GenuDiagramView *self)
{
  if (!self->playing || !is_on_screen (self))
    {
      stop_clock (self);
      return;
    }
  if (self->tick_id == 0 && self->nap_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
start_clock (GenuDiagramView *self)
{
  self->start_position = genu_stage_get_position (self->stage);
  self->start_time = 0;
  stop_clock (self);
  schedule (self);
}

static void
on_state_changed (GenuDiagramView *self)
{
  GdkToplevelState state = gdk_toplevel_get_state (self->toplevel);
  gboolean minimized = (state & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;

  if (minimized == self->minimized)
    return;

  self->minimized = minimized;
  start_clock (self);
}

/* A drawing that runs on would never come to rest by itself for a reader who asks for stillness. */
static void
on_motion_changed (GenuDiagramView *self)
{
  gboolean motion;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &motion,
                NULL);
  if (!motion && self->playing && genu_stage_runs_on (self->stage))
    genu_diagram_view_set_step (self, genu_stage_get_step (self->stage), FALSE);
}

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
  allocate_labels (self);
  if (self->overlay != NULL)
    {
      gtk_widget_measure (self->overlay, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->overlay, &(GtkAllocation) { 0, 0, width, height }, -1);
    }
}

/* The stage fades the leaders by itself; the labels, being widgets, are faded here. */
/* Leaders and scale bar.  They lie over all of the drawing: as a new node in each frame they would
 * have GTK draw all of it anew, however little of it moved. */
static void
update_furniture (GenuDiagramView *self,
                  double           opacity)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  cairo_t *cr;

  if (self->furniture != NULL && self->furniture_opacity == opacity)
    return;

  g_clear_pointer (&self->furniture, gsk_render_node_unref);
  self->furniture = gsk_cairo_node_new (&bounds);
  self->furniture_opacity = opacity;
  cr = gsk_cairo_node_get_draw_context (self->furniture);
  genu_stage_draw_furniture (self->stage, cr);
  cairo_destroy (cr);
}

static void
snapshot_labels (GenuDiagramView *self,
                 GtkSnapshot     *snapshot)
{
  double opacity = genu_stage_get_label_opacity (self->stage);

  update_furniture (self, opacity);
  gtk_snapshot_append_node (snapshot, self->furniture);
  if (opacity <= 0)
    return;

  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->labels, i), snapshot);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
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
    snapshot_labels (self, snapshot);
  if (self->overlay != NULL)
    self->paint_overlay (self->overlay, snapshot);
  if (first)
    g_signal_emit (self, signals[FIRST_PICTURE], 0);
}

static void
genu_diagram_view_map (GtkWidget *widget)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (widget);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  GTK_WIDGET_CLASS (genu_diagram_view_parent_class)->map (widget);
  if (GDK_IS_TOPLEVEL (surface))
    {
      g_set_object (&self->toplevel, GDK_TOPLEVEL (surface));
      g_signal_connect_swapped (surface, "notify::state", G_CALLBACK (on_state_changed), self);
      on_state_changed (self);
    }
  start_clock (self);
}

static void
genu_diagram_view_unmap (GtkWidget *widget)
{
  GenuDiagramView *self = GENU_DIAGRAM_VIEW (widget);

  stop_clock (self);
  if (self->toplevel != NULL)
    g_signal_handlers_disconnect_by_func (self->toplevel, on_state_changed, self);
  g_clear_object (&self->toplevel);
  self->minimized = FALSE;
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

  stop_clock (self);
  drop_labels (self);
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
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)),
                           "notify::gtk-enable-animations", G_CALLBACK (on_motion_changed), self,
                           G_CONNECT_SWAPPED);

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

  stop_clock (self);
  self->topic = topic;
  self->playing = FALSE;
  self->seen = FALSE;
  genu_stage_set_topic (self->stage, topic, report);
  add_labels (self);
  genu_diagram_view_set_zoom (self, 1);
  log_new_problems (report);

  update_accessible (self);
  queue_labels (self);
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
  stop_clock (self);
  genu_diagram_view_set_zoom (self, 1);
  genu_stage_set_step (self->stage, step, play && motion);
  self->playing = play && motion;
  start_clock (self);

  update_accessible (self);
  queue_labels (self);
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
  start_clock (self);
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
  queue_labels (self);
}

/* The least size of labels at a text scale of 1, in logical pixels. */
void
genu_diagram_view_set_least_text (GenuDiagramView *self,
                                  double           size)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  genu_stage_set_least_text (self->stage, size);
  queue_labels (self);
}

void
genu_diagram_view_set_side (GenuDiagramView *self,
                            GenuSide         side)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  genu_stage_set_side (self->stage, side);
  queue_labels (self);
}

void
genu_diagram_view_set_theme (GenuDiagramView *self,
                             GenuTheme        theme)
{
  g_return_if_fail (GENU_IS_DIAGRAM_VIEW (self));

  genu_stage_set_theme (self->stage, theme);
  queue_labels (self);
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

void
genu_diagram_view_zoom_changed (GenuDiagramView *self)
{
  queue_labels (self);
}
