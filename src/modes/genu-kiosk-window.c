/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A browser (genu-browser.h) in a window that cannot be left, with three pages of the kiosk's own:
 * the attract picture, the warning before everything is reset, the staff's PIN pad.  What is shown
 * when is the policy's decision (genu-kiosk-policy.h); this file obeys it. */

#include "config.h"

#include "genu-kiosk-window-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "genu-pin.h"
#include "genu-stack.h"
#include "genu-window-size.h"

enum
{
  FIRST_PICTURE,
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuKioskWindow, genu_kiosk_window, ADW_TYPE_APPLICATION_WINDOW)

static gint64
now (void)
{
  return g_get_monotonic_time ();
}

/* --- Getting ready for the next visitor --- */

/* A size of text or a choice of layout that follows from the first time needs another one. */
#define N_TIMES 3

/* GtkStack lays out only what it shows: a visitor would wait for that after the first touch.  Only
 * home is got ready, and only so often: what is laid out may ask for another size each time. */
static gboolean
prepare_browser (gpointer user_data)
{
  GenuKioskWindow *self = user_data;
  GtkWidget *browser = GTK_WIDGET (self->browser);
  int width = gtk_widget_get_width (GTK_WIDGET (self->stack)), least, height;

  if (genu_kiosk_policy_get_state (self->policy) == GENU_KIOSK_STATE_ATTRACT
      && !gtk_widget_get_child_visible (browser) && width > 0 && self->n_to_prepare > 0)
    {
      gtk_widget_measure (browser, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      width = MAX (width, least);
      gtk_widget_measure (browser, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
      height = MAX (gtk_widget_get_height (GTK_WIDGET (self->stack)), least);
      gtk_widget_allocate (browser, width, height, -1, NULL);
      if (--self->n_to_prepare > 0)
        return G_SOURCE_CONTINUE;
    }

  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_prepare (GenuKioskWindow *self)
{
  self->n_to_prepare = N_TIMES;
  self->prepared_serial = genu_look_get_serial (self->look);
  if (self->prepare_id == 0)
    self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_browser, self, NULL);
}

/* --- Showing what the policy says --- */

static void
show_page (GenuKioskWindow *self,
           GtkWidget       *page)
{
  genu_browser_close_popovers (self->browser);
  gtk_stack_set_visible_child (self->stack, page);
}

static void
show_state (GenuKioskWindow *self)
{
  switch (genu_kiosk_policy_get_state (self->policy))
    {
    case GENU_KIOSK_STATE_ATTRACT:
      show_page (self, GTK_WIDGET (self->browser));
      if (self->attract != NULL)
        {
          show_page (self, GTK_WIDGET (self->attract));
          gtk_widget_grab_focus (GTK_WIDGET (self->attract));
          queue_prepare (self);
        }
      break;
    case GENU_KIOSK_STATE_IN_USE:
      genu_browser_start (self->browser);
      show_page (self, GTK_WIDGET (self->browser));
      break;
    case GENU_KIOSK_STATE_WARNING:
      show_page (self, GTK_WIDGET (self->warning));
      genu_kiosk_warning_focus (self->warning);
      break;
    case GENU_KIOSK_STATE_PIN:
      genu_kiosk_pin_pad_clear (self->pin_pad);
      show_page (self, GTK_WIDGET (self->pin_pad));
      break;
    case GENU_KIOSK_STATE_LEFT:
    default:
      break;
    }
}

static void
show_countdown (GenuKioskWindow *self)
{
  if (genu_kiosk_policy_get_state (self->policy) == GENU_KIOSK_STATE_WARNING)
    genu_kiosk_warning_set_countdown (self->warning,
                                      genu_kiosk_policy_get_countdown (self->policy, now ()),
                                      (guint) (self->settings.rules.warning / G_USEC_PER_SEC));
  genu_kiosk_pin_pad_set_locked (self->pin_pad,
                                 genu_kiosk_policy_get_locked (self->policy, now ()));
}

static gboolean
on_tick (gpointer user_data)
{
  GenuKioskWindow *self = user_data;

  self->tick_id = 0;
  genu_kiosk_window_obey (self, genu_kiosk_policy_tick (self->policy, now ()));

  return G_SOURCE_REMOVE;
}

/* An hour at most, so that a long wait fits a timeout. */
static void
schedule (GenuKioskWindow *self)
{
  gint64 deadline = genu_kiosk_policy_get_deadline (self->policy);
  gint64 wait = MIN (deadline - now (), (gint64) 3600 * G_USEC_PER_SEC);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (deadline != G_MAXINT64)
    self->tick_id = g_timeout_add ((guint) (MAX (wait, 0) / 1000) + 1, on_tick, self);
}

/**
 * genu_kiosk_window_obey:
 * @self: a window
 * @effects: what a call of the policy returned
 */
void
genu_kiosk_window_obey (GenuKioskWindow *self,
                        GenuKioskEffect  effects)
{
  if (effects & GENU_KIOSK_EFFECT_RESET)
    genu_browser_reset (self->browser);
  if (effects & GENU_KIOSK_EFFECT_STATE)
    show_state (self);
  if (effects & GENU_KIOSK_EFFECT_COUNTDOWN)
    show_countdown (self);
  if ((effects & GENU_KIOSK_EFFECT_REFRESH) && self->attract != NULL)
    genu_kiosk_attract_refresh (self->attract);
  schedule (self);

  if (effects & GENU_KIOSK_EFFECT_LEAVE)
    g_signal_emit (self, signals[FINISHED], 0, GENU_KIOSK_EXIT_STAFF);
  else if (effects & GENU_KIOSK_EFFECT_RESTART)
    g_signal_emit (self, signals[FINISHED], 0, GENU_KIOSK_EXIT_RESTART);
}

/* --- What pages say --- */

static void
on_begin (GenuKioskWindow *self)
{
  genu_kiosk_window_obey (self, genu_kiosk_policy_begin (self->policy, now ()));
}

static void
on_stay (GenuKioskWindow *self)
{
  genu_kiosk_window_obey (self, genu_kiosk_policy_stay (self->policy, now ()));
}

static void
on_end (GenuKioskWindow *self)
{
  genu_kiosk_window_obey (self, genu_kiosk_policy_end_visit (self->policy, now ()));
}

static void
on_playing (GenuKioskWindow *self)
{
  genu_kiosk_window_obey (self, genu_kiosk_policy_set_watching (
                                  self->policy, now (), genu_browser_get_playing (self->browser)));
}

/* A screen reader goes about without any input that this window could see. */
static void
on_something_done (GenuKioskWindow *self)
{
  genu_kiosk_window_obey (self, genu_kiosk_policy_input (self->policy, now ()));
}

static void
on_first_picture (GenuKioskWindow *self)
{
  g_signal_emit (self, signals[FIRST_PICTURE], 0);
}

/* Once the attract picture is there, the pages behind it are made ready. */
static void
on_attract_picture (GenuKioskWindow *self)
{
  genu_browser_start (self->browser);
  queue_prepare (self);
  on_first_picture (self);
}

/* --- The PIN --- */

static void
free_pin (gpointer data)
{
  char *pin = data;

  genu_pin_wipe (pin, strlen (pin));
  g_free (pin);
}

/* In a thread: it takes a good part of a second. */
static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  g_autofree char *path = genu_pin_find ();
  GError *error = NULL;
  gboolean right = FALSE;

  if (path == NULL)
    g_task_return_new_error (task, GENU_PIN_ERROR, GENU_PIN_ERROR_FILE,
                             "the staff PIN has been removed");
  else if (!genu_pin_check (path, data, &right, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, right);
}

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GenuKioskWindow *self = GENU_KIOSK_WINDOW (source);
  g_autoptr(GError) error = NULL;
  gboolean right = g_task_propagate_boolean (G_TASK (result), &error);

  self->checking = FALSE;
  genu_kiosk_pin_pad_set_checking (self->pin_pad, FALSE);
  if (error != NULL)
    {
      g_message ("the staff PIN cannot be checked: %s", error->message);
      genu_kiosk_pin_pad_set_message (self->pin_pad, _("The PIN cannot be checked. The reason is "
                                                       "in the system journal."));
      return;
    }

  if (!right)
    genu_kiosk_pin_pad_set_message (self->pin_pad, _("That is not the PIN."));
  genu_kiosk_window_obey (self, genu_kiosk_policy_answer_pin (self->policy, now (), right));
}

static void
on_pin_entered (GenuKioskWindow *self,
                const char      *pin)
{
  g_autoptr(GTask) task = NULL;

  if (self->checking)
    return;

  self->checking = TRUE;
  genu_kiosk_pin_pad_set_checking (self->pin_pad, TRUE);
  task = g_task_new (self, NULL, on_checked, NULL);
  g_task_set_task_data (task, g_strdup (pin), free_pin);
  g_task_run_in_thread (task, check_in_thread);
}

static void
on_pin_cancelled (GenuKioskWindow *self)
{
  genu_kiosk_window_obey (self, genu_kiosk_policy_cancel_pin (self->policy, now ()));
}

/* --- A window that cannot be left --- */

static gboolean
genu_kiosk_window_close_request (GtkWindow *window)
{
  return GDK_EVENT_STOP;
}

/* GTK's inspector, which can do anything. */
static gboolean
genu_kiosk_window_enable_debugging (GtkWindow *window,
                                    gboolean   toggle)
{
  return FALSE;
}

static gboolean
fill_screen_again (gpointer user_data)
{
  gtk_window_fullscreen (GTK_WINDOW (user_data));
  g_object_unref (user_data);

  return G_SOURCE_REMOVE;
}

static void
on_fullscreened (GenuKioskWindow *self)
{
  if (!gtk_window_is_fullscreen (GTK_WINDOW (self)))
    g_idle_add (fill_screen_again, g_object_ref (self));
}

/* --- Size of text --- */

/* What the warning and the PIN pad need at their full size, in em.  Where the reader's choice
 * leaves less, they are drawn smaller, down to half: nothing of them may lie out of view. */
#define NEEDED_WIDTH 15.0
#define NEEDED_HEIGHT 20.0

static void
fit_page (GtkWidget *page,
          double     share)
{
  static const char *const classes[] = { "fit-90", "fit-80", "fit-70", "fit-60", "fit-50" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (page, classes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (share < 1 - 0.1 * i && (share >= 0.9 - 0.1 * i || i + 1 == G_N_ELEMENTS (classes)))
      gtk_widget_add_css_class (page, classes[i]);
}

static void
fit_pages (GenuKioskWindow *self)
{
  double em = genu_look_get_em (self->look), share;
  int width, height;

  genu_window_get_size (GTK_WIDGET (self), &width, &height);
  share = MIN (width / (NEEDED_WIDTH * em), height / (NEEDED_HEIGHT * em));
  fit_page (GTK_WIDGET (self->warning), share);
  fit_page (GTK_WIDGET (self->pin_pad), share);
  if (self->attract != NULL)
    fit_page (GTK_WIDGET (self->attract), share);
}

static gboolean
fit_text (gpointer user_data)
{
  GenuKioskWindow *self = user_data;

  self->fit_id = 0;
  genu_look_fit (self->look, GTK_WIDGET (self));
  fit_pages (self);
  if (self->attract != NULL)
    genu_kiosk_attract_apply_look (self->attract);
  if (genu_look_get_serial (self->look) != self->prepared_serial)
    queue_prepare (self);

  return G_SOURCE_REMOVE;
}

/* The browser does it for itself, but only while it is shown.  Not within the allocation: a new
 * size of text needs another one. */
static void
genu_kiosk_window_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  GenuKioskWindow *self = GENU_KIOSK_WINDOW (widget);

  GTK_WIDGET_CLASS (genu_kiosk_window_parent_class)->size_allocate (widget, width, height,
                                                                    baseline);
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_text, self, NULL);
}

/* --- Construction --- */

static void
genu_kiosk_window_show (GtkWidget *widget)
{
  GenuKioskWindow *self = GENU_KIOSK_WINDOW (widget);

  if (self->attract == NULL)
    genu_browser_start (self->browser);
  GTK_WIDGET_CLASS (genu_kiosk_window_parent_class)->show (widget);
}

static void
genu_kiosk_window_dispose (GObject *object)
{
  GenuKioskWindow *self = GENU_KIOSK_WINDOW (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  genu_kiosk_window_remove_input (self);
  G_OBJECT_CLASS (genu_kiosk_window_parent_class)->dispose (object);
}

static void
genu_kiosk_window_finalize (GObject *object)
{
  GenuKioskWindow *self = GENU_KIOSK_WINDOW (object);

  g_clear_pointer (&self->policy, genu_kiosk_policy_free);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (genu_kiosk_window_parent_class)->finalize (object);
}

static void
genu_kiosk_window_class_init (GenuKioskWindowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_kiosk_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = genu_kiosk_window_finalize;
  GTK_WIDGET_CLASS (klass)->show = genu_kiosk_window_show;
  GTK_WIDGET_CLASS (klass)->size_allocate = genu_kiosk_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = genu_kiosk_window_close_request;
  GTK_WINDOW_CLASS (klass)->enable_debugging = genu_kiosk_window_enable_debugging;
  signals[FIRST_PICTURE] = g_signal_new ("first-picture", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
genu_kiosk_window_init (GenuKioskWindow *self)
{
}

static void
add_style (GenuKioskWindow *self)
{
  g_autoptr(GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/genu/Genu/style/kiosk-pages.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
add_browser (GenuKioskWindow *self,
             const GenuPack  *pack,
             GenuLook        *look)
{
  self->browser = genu_browser_new (pack, look);
  genu_browser_lock (self->browser);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->browser), "browser");
  g_object_bind_property (self->browser, "title", self, "title", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->browser, "first-picture", G_CALLBACK (on_first_picture), self);
  g_signal_connect_swapped (self->browser, "notify::playing", G_CALLBACK (on_playing), self);
  g_signal_connect_swapped (self->browser, "notify::title", G_CALLBACK (on_something_done), self);
  g_signal_connect_object (look, "changed", G_CALLBACK (on_something_done), self,
                           G_CONNECT_SWAPPED);
}

static void
add_pages (GenuKioskWindow *self,
           const GenuPack  *pack,
           GenuLook        *look)
{
  if (self->settings.attract && pack != NULL && pack->topics->len > 0)
    {
      self->attract = GENU_KIOSK_ATTRACT (genu_kiosk_attract_new (pack, look));
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->attract), "attract");
      g_signal_connect_swapped (self->attract, "begin", G_CALLBACK (on_begin), self);
      g_signal_connect_swapped (self->attract, "first-picture", G_CALLBACK (on_attract_picture),
                                self);
    }

  self->warning = GENU_KIOSK_WARNING (genu_kiosk_warning_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->warning), "warning");
  g_signal_connect_swapped (self->warning, "stay", G_CALLBACK (on_stay), self);
  g_signal_connect_swapped (self->warning, "end", G_CALLBACK (on_end), self);

  self->pin_pad = GENU_KIOSK_PIN_PAD (genu_kiosk_pin_pad_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->pin_pad), "pin");
  g_signal_connect_swapped (self->pin_pad, "entered", G_CALLBACK (on_pin_entered), self);
  g_signal_connect_swapped (self->pin_pad, "cancelled", G_CALLBACK (on_pin_cancelled), self);
}

/**
 * genu_kiosk_window_new:
 * @application: the application
 * @pack: (nullable): the pack; must outlive the window; %NULL shows a plain page that says so
 * @look: as every visit begins with
 * @settings: what the clinic has set; copied
 *
 * Returns: (transfer none): a window, owned by GTK
 */
GenuKioskWindow *
genu_kiosk_window_new (GtkApplication          *application,
                       const GenuPack          *pack,
                       GenuLook                *look,
                       const GenuKioskSettings *settings)
{
  GenuKioskWindow *self = g_object_new (GENU_TYPE_KIOSK_WINDOW, "application", application,
                                        "decorated", FALSE, "deletable", FALSE,
                                        "handle-menubar-accel", FALSE, NULL);

  self->settings = *settings;
  self->look = g_object_ref (look);
  self->policy = genu_kiosk_policy_new (&settings->rules, now ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  add_style (self);
  add_browser (self, pack, look);
  add_pages (self, pack, look);
  genu_stack_present_visible_only (self->stack);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->stack));
  gtk_widget_add_css_class (GTK_WIDGET (self), "genu-kiosk");

  genu_kiosk_window_add_input (self);
  show_state (self);
  schedule (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreened), NULL);

  return self;
}

void
genu_kiosk_window_set_side (GenuKioskWindow *self,
                            GenuSide         side)
{
  g_return_if_fail (GENU_IS_KIOSK_WINDOW (self));

  genu_browser_set_side (self->browser, side);
  if (self->attract != NULL)
    genu_kiosk_attract_set_side (self->attract, side);
}
