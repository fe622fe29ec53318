/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The patient's window: home, topics, words, sources, one at a time in a stack, with a way back.
 * Keys: Left, Right, Page Up, Page Down change the step, Space plays and pauses, Home and End go to
 * the first and last step, plus and minus zoom, Escape goes back. */

#include "config.h"

#include "genu-browse-window.h"

#include <glib/gi18n.h>

#include "genu-home-page.h"
#include "genu-list-page.h"
#include "genu-look-button.h"
#include "genu-look.h"
#include "genu-stack.h"
#include "genu-topic-page.h"
#include "genu-window-settings.h"

struct _GenuBrowseWindow
{
  AdwApplicationWindow parent_instance;

  const GenuPack *pack;    /* outlives the window; NULL when it could not be read */
  GenuLook       *look;    /* owned */
  GPtrArray      *history; /* of page names, the current one last */

  GtkStack       *stack;
  GenuHomePage   *home;    /* NULL without a pack, as the next */
  GenuTopicPage  *topic_page;
  GtkWidget      *header;
  GtkLabel       *title;
  GtkWidget      *back_button;
  GtkWidget      *home_button;
  GtkWidget      *words_button;
  GtkWidget      *sources_button;
  gboolean        shown;   /* "first-picture" was emitted */
  guint           scale_id; /* idle that fits the text to the window */
};

enum
{
  FIRST_PICTURE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuBrowseWindow, genu_browse_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Navigation --- */

static const char *
current_page (GenuBrowseWindow *self)
{
  return g_ptr_array_index (self->history, self->history->len - 1);
}

static void
update_title (GenuBrowseWindow *self)
{
  const char *page = current_page (self);
  const char *title = self->pack != NULL ? self->pack->title : "Genu";

  if (g_str_equal (page, "topic") && genu_topic_page_get_topic (self->topic_page) != NULL)
    title = genu_topic_page_get_topic (self->topic_page)->title;
  else if (g_str_equal (page, "glossary"))
    title = _("Words");
  else if (g_str_equal (page, "sources"))
    title = _("Sources");

  /* The home page says it large by itself. */
  gtk_label_set_text (self->title, g_str_equal (page, "home") ? "" : title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
show_current (GenuBrowseWindow *self)
{
  const char *page = current_page (self);

  gtk_stack_set_visible_child_name (self->stack, page);
  /* One page away from home, Back would do what Home does, beside a Back for the steps. */
  gtk_widget_set_visible (self->back_button, self->history->len > 2);
  gtk_widget_set_visible (self->home_button, self->history->len > 1);
  update_title (self);
}

static void
go_to_page (GenuBrowseWindow *self,
            const char       *page)
{
  if (!g_str_equal (current_page (self), page))
    g_ptr_array_add (self->history, g_strdup (page));
  show_current (self);
}

static void
on_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GenuBrowseWindow *self = GENU_BROWSE_WINDOW (widget);

  if (gtk_window_is_fullscreen (GTK_WINDOW (self)) && self->history->len == 1)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  if (self->history->len > 1)
    g_ptr_array_set_size (self->history, (int) self->history->len - 1);
  show_current (self);
}

static void
on_home (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GenuBrowseWindow *self = GENU_BROWSE_WINDOW (widget);

  g_ptr_array_set_size (self->history, 1);
  show_current (self);
}

static void
on_open_page (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  GenuBrowseWindow *self = GENU_BROWSE_WINDOW (widget);

  if (self->pack != NULL)
    go_to_page (self, g_variant_get_string (parameter, NULL));
}

static void
on_fullscreen (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* --- Keys --- */

static void
change_zoom (GenuBrowseWindow *self,
             double            factor)
{
  GenuDiagramView *view = genu_topic_page_get_view (self->topic_page);

  genu_diagram_view_set_zoom (view, genu_diagram_view_get_zoom (view) * factor);
}

static gboolean
change_step (GenuBrowseWindow *self,
             guint             keyval)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint n_steps = genu_diagram_view_get_n_steps (genu_topic_page_get_view (self->topic_page));

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Page_Down:
      if (keyval == GDK_KEY_Right && rtl)
        genu_topic_page_back (self->topic_page);
      else
        genu_topic_page_next (self->topic_page);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Page_Up:
      if (keyval == GDK_KEY_Left && rtl)
        genu_topic_page_next (self->topic_page);
      else
        genu_topic_page_back (self->topic_page);
      return TRUE;
    case GDK_KEY_Home:
      genu_topic_page_go_to (self->topic_page, 0);
      return TRUE;
    case GDK_KEY_End:
      genu_topic_page_go_to (self->topic_page, MAX (n_steps, 1) - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GenuBrowseWindow      *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->pack == NULL || !g_str_equal (current_page (self), "topic")
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (change_step (self, keyval))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_space && !GTK_IS_BUTTON (focus))
    genu_topic_page_play_pause (self->topic_page);
  else if (keyval == GDK_KEY_plus || keyval == GDK_KEY_equal || keyval == GDK_KEY_KP_Add)
    change_zoom (self, 1.5);
  else if (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract)
    change_zoom (self, 1 / 1.5);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* --- What pages ask for --- */

static void
on_topic_chosen (GenuBrowseWindow *self,
                 const char       *id)
{
  genu_browse_window_open_topic (self, id, 0, FALSE);
}

static void
on_popover_closed (GtkPopover *popover)
{
  gtk_widget_unparent (GTK_WIDGET (popover));
}

static void
show_term (GtkWidget               *near,
           const GenuGlossaryEntry *entry)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *term = genu_list_page_new_term (entry);

  gtk_widget_set_size_request (term, 320, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), term);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover),
                             gdk_display_is_composited (gtk_widget_get_display (near)));
  gtk_widget_set_parent (popover, near);
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_link (GenuBrowseWindow *self,
         const char       *uri,
         GtkWidget        *near)
{
  const GenuGlossaryEntry *entry;

  if (!g_str_has_prefix (uri, "term:"))
    return;

  entry = genu_pack_find_term (self->pack, uri + strlen ("term:"));
  if (entry != NULL)
    show_term (near, entry);
}

static gboolean
emit_first_picture (gpointer user_data)
{
  GenuBrowseWindow *self = user_data;

  if (!self->shown)
    {
      self->shown = TRUE;
      g_signal_emit (self, signals[FIRST_PICTURE], 0);
    }
  g_object_unref (self);

  return G_SOURCE_REMOVE;
}

/* Not at once: the frame must first reach the screen. */
static void
on_first_picture (GenuBrowseWindow *self)
{
  if (!self->shown)
    g_idle_add (emit_first_picture, g_object_ref (self));
}

static void
apply_look_to (GenuBrowseWindow *self,
               GenuDiagramView  *view)
{
  if (view == NULL)
    return;

  genu_diagram_view_set_text_scale (view, genu_look_get_text_scale (self->look));
  genu_diagram_view_set_theme (view, genu_look_get_theme (self->look));
}

static void queue_fit (GenuBrowseWindow *self);

static void
on_look_changed (GenuBrowseWindow *self)
{
  queue_fit (self);
  if (self->pack == NULL)
    return;

  apply_look_to (self, genu_home_page_get_view (self->home));
  apply_look_to (self, genu_topic_page_get_view (self->topic_page));
}

/* --- Construction --- */

static GtkWidget *
new_header_button (const char *icon,
                   const char *text,
                   const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "genu-header-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return button;
}

static GtkWidget *
new_page_button (const char *text,
                 const char *page)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);
  gtk_widget_add_css_class (button, "genu-header-button");

  return button;
}

/* Unlike AdwWindowTitle it takes a second line rather than cut a long title. */
static GtkLabel *
new_title (void)
{
  GtkLabel *title = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (title, TRUE);
  gtk_label_set_natural_wrap_mode (title, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (title, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (title), "genu-page-title");

  return title;
}

static GtkWidget *
new_header (GenuBrowseWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->header = header;
  self->title = new_title ();
  self->words_button = new_page_button (_("Words"), "glossary");
  self->sources_button = new_page_button (_("Sources"), "sources");
  self->back_button = new_header_button ("go-previous-symbolic", _("Back"), "win.back");
  self->home_button = new_header_button ("go-home-symbolic", _("Home"), "win.home");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the page before"), -1);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back_button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->home_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), genu_look_button_new (self->look));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->sources_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->words_button);

  return header;
}

static void
add_pages (GenuBrowseWindow *self)
{
  if (self->pack == NULL)
    {
      gtk_stack_add_named (self->stack, genu_list_page_new_trouble (), "home");
      on_first_picture (self);
      return;
    }

  self->home = GENU_HOME_PAGE (genu_home_page_new (self->pack));
  self->topic_page = GENU_TOPIC_PAGE (genu_topic_page_new (self->pack));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->home), "home");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->topic_page), "topic");
  gtk_stack_add_named (self->stack, genu_list_page_new_glossary (self->pack), "glossary");
  gtk_stack_add_named (self->stack, genu_list_page_new_sources (self->pack), "sources");

  g_signal_connect_swapped (self->home, "topic-chosen", G_CALLBACK (on_topic_chosen), self);
  g_signal_connect_swapped (self->home, "first-picture", G_CALLBACK (on_first_picture), self);
  g_signal_connect_swapped (self->topic_page, "first-picture", G_CALLBACK (on_first_picture),
                            self);
  g_signal_connect_swapped (self->topic_page, "link", G_CALLBACK (on_link), self);
}

/* --- Size of the text --- */

/* Text and targets fit a window of this size; larger ones enlarge both, since they are read from
 * farther away or have more pixels for the same hand. */
#define PLAIN_LONG_SIDE 1280.0
#define PLAIN_SHORT_SIDE 720.0
#define LARGEST_SCALE 3.0

/* Room is counted in plain pixels: those that are left when the size of text is taken out. */
#define WIDE_FROM 800
#define NARROW_BELOW 560
#define LOW_BELOW 520

static void
set_class (GenuBrowseWindow *self,
           const char       *name,
           gboolean          set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_words_visible (GtkWidget *header_button,
                   gboolean   visible)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (header_button));

  gtk_widget_set_visible (gtk_widget_get_last_child (box), visible);
}

/* What has no room leaves the drawing its share of the window. */
static void
fit_room (GenuBrowseWindow *self,
          double            scale,
          double            width,
          double            height)
{
  gboolean wide = width >= WIDE_FROM;
  gboolean narrow = width < NARROW_BELOW;
  gboolean low = height < LOW_BELOW;

  set_class (self, "narrow", narrow);
  set_class (self, "low", low);
  gtk_widget_set_visible (self->words_button, wide && self->pack != NULL);
  gtk_widget_set_visible (self->sources_button, wide && self->pack != NULL);
  set_words_visible (self->back_button, !narrow);
  set_words_visible (self->home_button, !narrow);
  if (self->pack == NULL)
    return;

  genu_home_page_set_room (self->home, scale, wide);
  genu_topic_page_set_room (self->topic_page, narrow, low);
}

static gboolean
fit_text (gpointer user_data)
{
  GenuBrowseWindow *self = user_data;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = MIN (MAX (width, height) / PLAIN_LONG_SIDE,
                      MIN (width, height) / PLAIN_SHORT_SIDE);
  double text;

  self->scale_id = 0;
  if (width <= 0 || height <= 0)
    return G_SOURCE_REMOVE;

  scale = CLAMP (scale, 1, LARGEST_SCALE);
  text = scale * genu_look_get_text_scale (self->look);
  genu_look_set_window_scale (self->look, scale);
  fit_room (self, scale, width / text, height / text);

  return G_SOURCE_REMOVE;
}

/* Not within the allocation: a new size of text needs another one. */
static void
queue_fit (GenuBrowseWindow *self)
{
  if (self->scale_id == 0)
    self->scale_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_text, self, NULL);
}

static void
genu_browse_window_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  GenuBrowseWindow *self = GENU_BROWSE_WINDOW (widget);

  GTK_WIDGET_CLASS (genu_browse_window_parent_class)->size_allocate (widget, width, height,
                                                                     baseline);
  queue_fit (self);
}

static void
genu_browse_window_dispose (GObject *object)
{
  g_clear_handle_id (&GENU_BROWSE_WINDOW (object)->scale_id, g_source_remove);
  G_OBJECT_CLASS (genu_browse_window_parent_class)->dispose (object);
}

static void
genu_browse_window_finalize (GObject *object)
{
  GenuBrowseWindow *self = GENU_BROWSE_WINDOW (object);

  g_clear_object (&self->look);
  g_ptr_array_unref (self->history);
  G_OBJECT_CLASS (genu_browse_window_parent_class)->finalize (object);
}

static void
genu_browse_window_class_init (GenuBrowseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_browse_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = genu_browse_window_finalize;
  widget_class->size_allocate = genu_browse_window_size_allocate;
  signals[FIRST_PICTURE] = g_signal_new ("first-picture", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.home", NULL, on_home);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, on_fullscreen);
  gtk_widget_class_install_action (widget_class, "win.open-page", "s", on_open_page);
}

static void
genu_browse_window_init (GenuBrowseWindow *self)
{
  self->history = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->history, g_strdup ("home"));
}

/* A full screen has no window to close; F11 and Escape lead out of it. */
static void
on_fullscreened (GenuBrowseWindow *self)
{
  gboolean framed = !gtk_window_is_fullscreen (GTK_WINDOW (self));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header), framed);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->header), framed);
}

static void
build (GenuBrowseWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (self->stack, 150);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);

  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreened), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * genu_browse_window_new:
 * @application: the application
 * @pack: (nullable): the pack; must outlive the window; %NULL shows a plain page that says so
 *
 * Returns: (transfer none): a window, owned by GTK
 */
GenuBrowseWindow *
genu_browse_window_new (GtkApplication *application,
                        const GenuPack *pack)
{
  GenuBrowseWindow *self = g_object_new (GENU_TYPE_BROWSE_WINDOW, "application", application,
                                         "default-width", 1280, "default-height", 800, NULL);

  self->pack = pack;
  self->look = genu_look_new (gtk_widget_get_display (GTK_WIDGET (self)));
  genu_window_settings_keep (GTK_WINDOW (self), self->look);
  g_signal_connect_swapped (self->look, "changed", G_CALLBACK (on_look_changed), self);
  set_class (self, "uncomposited",
             !gdk_display_is_composited (gtk_widget_get_display (GTK_WIDGET (self))));
  build (self);
  add_pages (self);
  genu_stack_present_visible_only (self->stack);
  on_look_changed (self);
  show_current (self);

  return self;
}

/**
 * genu_browse_window_open_topic:
 * @self: a window
 * @id: a topic's id; an unknown one stays on the page that is shown
 * @step: the step to begin with, 0-based
 * @still: whether it stands at its end, rather than plays
 */
void
genu_browse_window_open_topic (GenuBrowseWindow *self,
                               const char       *id,
                               guint             step,
                               gboolean          still)
{
  const GenuTopic *topic;

  g_return_if_fail (GENU_IS_BROWSE_WINDOW (self));

  topic = self->pack != NULL ? genu_pack_find_topic (self->pack, id) : NULL;
  if (topic == NULL)
    {
      g_message ("there is no topic \"%s\"", id);
      return;
    }

  genu_topic_page_set_topic (self->topic_page, topic, step, !still);
  go_to_page (self, "topic");
  genu_topic_page_focus_sentence (self->topic_page);
}

void
genu_browse_window_set_side (GenuBrowseWindow *self,
                             GenuSide          side)
{
  g_return_if_fail (GENU_IS_BROWSE_WINDOW (self));

  if (self->pack == NULL)
    return;
  genu_diagram_view_set_side (genu_topic_page_get_view (self->topic_page), side);
  if (genu_home_page_get_view (self->home) != NULL)
    genu_diagram_view_set_side (genu_home_page_get_view (self->home), side);
}
