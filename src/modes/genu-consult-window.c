/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The doctor's window: the pages of the pack with a strip of tools along the edge, the doctor's
 * note beside the picture, and a finder over all of it.  Ink belongs to the consultation and ends
 * with it.  What the tools do is in genu-consult-actions.c, keys in -keys.c, the handout in
 * -files.c, where everything has its place in -room.c. */

#include "config.h"

#include "genu-consult-window-private.h"

#include <glib/gi18n.h>

#include "genu-consult-note.h"
#include "genu-window-browser.h"

enum
{
  FIRST_PICTURE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuConsultWindow, genu_consult_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- The picture and its ink --- */

/**
 * genu_consult_window_get_picture:
 * @self: a window
 * @out_step: (out) (optional): the step that is shown
 *
 * Returns: (transfer none) (nullable): the topic whose picture is shown; %NULL where there is none
 */
const GenuTopic *
genu_consult_window_get_picture (GenuConsultWindow *self,
                                 guint             *out_step)
{
  const GenuTopic *topic = genu_browser_get_topic (self->browser);

  if (topic == NULL || topic->steps->len == 0)
    return NULL;

  if (out_step != NULL)
    *out_step = genu_diagram_view_get_step (
      genu_topic_page_get_view (genu_browser_get_topic_page (self->browser)));
  return topic;
}

void
genu_consult_window_toast (GenuConsultWindow *self,
                           const char        *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

void
genu_consult_window_set_tool (GenuConsultWindow *self,
                              GenuInkTool        tool)
{
  if (self->ink_view != NULL)
    genu_ink_view_set_tool (self->ink_view, tool);
  genu_consult_update_actions (self);
}

/* What moves under the pen cannot be drawn on. */
static void
on_began (GenuConsultWindow *self)
{
  *self->letters = '\0';
  genu_topic_page_hold (genu_browser_get_topic_page (self->browser));
}

static void
on_full (GenuConsultWindow *self)
{
  genu_consult_window_toast (self, _("There is no room for more lines on this picture"));
}

static void
add_ink_view (GenuConsultWindow *self)
{
  GenuTopicPage *page = genu_browser_get_topic_page (self->browser);
  GenuDiagramView *view = genu_topic_page_get_view (page);
  GAction *colour = g_action_map_lookup_action (G_ACTION_MAP (self), "colour");
  g_autoptr(GVariant) name = g_action_get_state (colour);
  GenuInkColour chosen = GENU_INK_BLUE;

  self->ink_view = genu_ink_view_new (view);
  g_object_add_weak_pointer (G_OBJECT (self->ink_view), (gpointer *) &self->ink_view);
  genu_consult_strip_find_colour (g_variant_get_string (name, NULL), &chosen);
  genu_ink_view_set_colour (self->ink_view, chosen);
  g_signal_connect_object (self->ink_view, "changed", G_CALLBACK (genu_consult_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ink_view, "began", G_CALLBACK (on_began), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ink_view, "full", G_CALLBACK (on_full), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::step", G_CALLBACK (genu_consult_window_update), self,
                           G_CONNECT_SWAPPED);
}

static void
update_note (GenuConsultWindow *self,
             const GenuTopic   *topic,
             guint              step)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "note");
  g_autoptr(GVariant) wanted = g_action_get_state (action);
  gboolean shown = topic != NULL && g_variant_get_boolean (wanted);

  gtk_widget_set_visible (self->note, shown);
  if (shown)
    genu_consult_note_show (self->note, self->pack, topic, step);
}

/* Follows the page, the topic and the step. */
void
genu_consult_window_update (GenuConsultWindow *self)
{
  guint step = 0;
  const GenuTopic *topic = genu_consult_window_get_picture (self, &step);

  if (topic != NULL && self->ink_view == NULL)
    add_ink_view (self);
  if (self->ink_view != NULL)
    {
      genu_ink_view_set_sheet (self->ink_view, topic != NULL
                               ? genu_ink_get_sheet (self->ink, topic->id, step) : NULL);
      if (topic == NULL)
        genu_ink_view_set_tool (self->ink_view, GENU_INK_TOOL_NONE);
    }
  genu_consult_strip_set_drawing (self->strip, topic != NULL);
  update_note (self, topic, step);
  genu_consult_update_actions (self);
}

/* --- What the browser and the finder say --- */

static void
on_first_picture (GenuConsultWindow *self)
{
  g_signal_emit (self, signals[FIRST_PICTURE], 0);
}

static void
on_chosen (GenuConsultWindow *self,
           const char        *id,
           guint              step,
           gboolean           asked)
{
  genu_browser_open_topic (self->browser, id, step, asked);
  genu_consult_window_update (self);
}

/* The keyboard cannot leave the finder for what lies below it. */
static void
on_finder_visible (GenuConsultWindow *self)
{
  gboolean visible = gtk_widget_get_visible (GTK_WIDGET (self->finder));

  gtk_widget_set_can_focus (GTK_WIDGET (self->box), !visible);
  if (!visible && genu_consult_window_get_picture (self, NULL) != NULL)
    genu_topic_page_focus_sentence (genu_browser_get_topic_page (self->browser));
}

/* --- Actions, for the keys of the application --- */

static void
on_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GenuConsultWindow *self = GENU_CONSULT_WINDOW (widget);

  if (self->finder != NULL && gtk_widget_get_visible (GTK_WIDGET (self->finder)))
    genu_finder_close (self->finder);
  else if (self->ink_view != NULL
           && genu_ink_view_get_tool (self->ink_view) != GENU_INK_TOOL_NONE)
    genu_consult_window_set_tool (self, GENU_INK_TOOL_NONE);
  else
    genu_window_go_back (GTK_WINDOW (self));
}

/* --- Room --- */

static void
genu_consult_window_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  GTK_WIDGET_CLASS (genu_consult_window_parent_class)->size_allocate (widget, width, height,
                                                                      baseline);
  genu_consult_queue_fit (GENU_CONSULT_WINDOW (widget));
}

/* --- Construction --- */

static GtkWidget *
new_side_button (const char *words,
                 const char *side)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.side");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", side);
  gtk_widget_add_css_class (button, "genu-side");
  gtk_widget_set_focus_on_click (button, FALSE);

  return button;
}

/* In the order in which one sees the patient's knees from the front. */
static GtkWidget *
new_side_switch (GenuConsultWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  self->sides[0] = new_side_button (_("Right knee"), "right");
  self->sides[1] = new_side_button (_("Left knee"), "left");
  gtk_box_append (GTK_BOX (box), self->sides[0]);
  gtk_box_append (GTK_BOX (box), self->sides[1]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Which knee"), -1);

  return box;
}

static GtkWidget *
new_progress (GenuConsultWindow *self)
{
  GtkWidget *progress = gtk_progress_bar_new ();

  self->progress = GTK_PROGRESS_BAR (progress);
  gtk_progress_bar_set_show_text (self->progress, TRUE);
  gtk_progress_bar_set_text (self->progress, _("Making the handout…"));
  gtk_widget_add_css_class (progress, "genu-progress");
  gtk_widget_set_halign (progress, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (progress, GTK_ALIGN_END);
  gtk_widget_set_can_target (progress, FALSE);
  gtk_widget_set_visible (progress, FALSE);

  return progress;
}

static void
add_finder (GenuConsultWindow *self)
{
  if (self->pack == NULL)
    return;

  self->finder = GENU_FINDER (genu_finder_new (self->pack));
  g_signal_connect_swapped (self->finder, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->finder, "notify::visible", G_CALLBACK (on_finder_visible), self);
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->finder));
}

static void
build (GenuConsultWindow *self)
{
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->strip = GENU_CONSULT_STRIP (genu_consult_strip_new ());
  self->note = genu_consult_note_new ();
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->browser), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->browser), TRUE);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->strip));
  gtk_box_append (self->box, self->note);
  gtk_box_append (self->box, GTK_WIDGET (self->browser));

  genu_consult_add_room (self);
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->box));
  gtk_overlay_add_overlay (self->overlay, new_progress (self));
  add_finder (self);
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->overlay));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->toasts));
}

static void
add_style (GtkWidget *window)
{
  g_autoptr(GtkCssProvider) style = gtk_css_provider_new ();
  GdkDisplay *display = gtk_widget_get_display (window);

  if (!gdk_display_is_composited (display))
    gtk_widget_add_css_class (window, "uncomposited");
  gtk_css_provider_load_from_resource (style, "/org/genu/Genu/style/consult.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
genu_consult_window_show (GtkWidget *widget)
{
  GenuConsultWindow *self = GENU_CONSULT_WINDOW (widget);

  genu_browser_start (self->browser);
  genu_consult_window_update (self);
  GTK_WIDGET_CLASS (genu_consult_window_parent_class)->show (widget);
}

static void
genu_consult_window_dispose (GObject *object)
{
  GenuConsultWindow *self = GENU_CONSULT_WINDOW (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  if (self->ink_view != NULL)
    {
      genu_ink_view_set_sheet (self->ink_view, NULL);
      g_object_remove_weak_pointer (G_OBJECT (self->ink_view), (gpointer *) &self->ink_view);
    }
  self->ink_view = NULL;
  G_OBJECT_CLASS (genu_consult_window_parent_class)->dispose (object);
}

static void
genu_consult_window_finalize (GObject *object)
{
  GenuConsultWindow *self = GENU_CONSULT_WINDOW (object);

  g_clear_pointer (&self->past, genu_consult_past_free);
  genu_ink_free (self->ink);
  g_free (self->folder);
  g_clear_object (&self->work);
  G_OBJECT_CLASS (genu_consult_window_parent_class)->finalize (object);
}

static void
genu_consult_window_class_init (GenuConsultWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_consult_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = genu_consult_window_finalize;
  widget_class->show = genu_consult_window_show;
  widget_class->size_allocate = genu_consult_window_size_allocate;
  signals[FIRST_PICTURE] = g_signal_new ("first-picture", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  genu_window_install_actions (widget_class);
}

static void
genu_consult_window_init (GenuConsultWindow *self)
{
  self->ink = genu_ink_new ();
}

/**
 * genu_consult_window_new:
 * @application: the application
 * @pack: (nullable): the pack; must outlive the window; %NULL shows a plain page that says so
 *
 * Returns: (transfer none): a window, owned by GTK
 */
GenuConsultWindow *
genu_consult_window_new (GtkApplication *application,
                         const GenuPack *pack)
{
  GenuConsultWindow *self = g_object_new (GENU_TYPE_CONSULT_WINDOW, "application", application,
                                          "default-width", 1280, "default-height", 800, NULL);

  self->pack = pack;
  add_style (GTK_WIDGET (self));
  self->browser = genu_window_new_browser (GTK_WINDOW (self), pack);
  build (self);
  genu_consult_add_actions (self);
  genu_consult_add_keys (self);
  if (pack != NULL)
    genu_browser_add_header_widget (self->browser, GTK_PACK_START, new_side_switch (self));
  genu_consult_update_actions (self);

  g_signal_connect_swapped (self->browser, "first-picture", G_CALLBACK (on_first_picture), self);
  g_signal_connect_swapped (self->browser, "notify::page",
                            G_CALLBACK (genu_consult_window_update), self);
  g_signal_connect_object (genu_browser_get_look (self->browser), "changed",
                           G_CALLBACK (genu_consult_queue_fit), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * genu_consult_window_open_topic:
 * @self: a window
 * @id: a topic's id; an unknown one stays on the page that is shown
 * @step: the step to begin with, 0-based
 * @still: whether it stands at its end, rather than plays
 */
void
genu_consult_window_open_topic (GenuConsultWindow *self,
                                const char        *id,
                                guint              step,
                                gboolean           still)
{
  g_return_if_fail (GENU_IS_CONSULT_WINDOW (self));

  genu_browser_open_topic (self->browser, id, step, still);
  genu_consult_window_update (self);
}

/**
 * genu_consult_window_set_side:
 * @self: a window
 * @side: which knee; the first one is also what a new patient begins with
 */
void
genu_consult_window_set_side (GenuConsultWindow *self,
                              GenuSide           side)
{
  g_return_if_fail (GENU_IS_CONSULT_WINDOW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    self->start_side = side;
  genu_browser_set_side (self->browser, side);
  genu_consult_update_actions (self);
}
