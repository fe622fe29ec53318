/* SPDX-License-Identifier: GPL-3.0-or-later */

/* See genu-browser.h.  Its concerns lie in files of their own: -header, -history, -keys, -pages,
 * -room, -word. */

#include "config.h"

#include "genu-browser-private.h"

#include <glib/gi18n.h>

#include "genu-stack.h"

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PAGE,
  PROP_PLAYING,
  N_PROPS,
};

enum
{
  FIRST_PICTURE,
  PRESENCE,
  WAS_RESET,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuBrowser, genu_browser, GTK_TYPE_WIDGET)

/* --- Title and actions --- */

static const char *
find_title (GenuBrowser *self)
{
  const char *page = genu_browser_current_page (self);
  const GenuTopic *topic = genu_browser_get_topic (self);

  if (topic != NULL)
    return topic->title;
  if (g_str_equal (page, GENU_PAGE_GLOSSARY))
    return _("Words");
  if (g_str_equal (page, GENU_PAGE_SOURCES))
    return _("Sources");
  if (g_hash_table_contains (self->titles, page))
    return g_hash_table_lookup (self->titles, page);

  return self->pack != NULL ? self->pack->title : "Genu";
}

/* The title is that of the page, or of the topic on it. */
void
genu_browser_update_title (GenuBrowser *self)
{
  g_free (self->title);
  self->title = g_strdup (find_title (self));
  genu_browser_update_header (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
on_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  genu_browser_back (GENU_BROWSER (widget));
}

static void
on_home (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  genu_browser_go_home (GENU_BROWSER (widget));
}

static void
on_open_page (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  genu_browser_open_page (GENU_BROWSER (widget), g_variant_get_string (parameter, NULL));
}

/* --- As at the start --- */

/**
 * genu_browser_reset:
 * @self: a browser
 *
 * Everything is as at the start: the home page at its top, text size, colours, movement, side.
 * Pages are built anew, so that nothing a reader did to them is left.  A mode's own pages and
 * header widgets stay; the mode resets them upon "was-reset".
 */
void
genu_browser_reset (GenuBrowser *self)
{
  g_return_if_fail (GENU_IS_BROWSER (self));

  g_ptr_array_set_size (self->history, 1);
  genu_browser_drop_pages (self);
  self->shown = FALSE;
  self->side = self->start_side;
  genu_look_set_size (self->look, self->start_size);
  if (self->start_theme_chosen)
    genu_look_set_theme (self->look, self->start_theme);
  else
    genu_look_follow_desktop (self->look);
  genu_look_set_still (self->look, self->start_still);
  genu_browser_renew_look_button (self);
  if (self->started)
    genu_browser_show_current (self);
  genu_browser_update_playing (self);
  g_signal_emit (self, signals[WAS_RESET], 0);
}

/* --- What is shown --- */

/* Follows the view; a step that nobody sees does not count. */
void
genu_browser_update_playing (GenuBrowser *self)
{
  GenuDiagramView *view = self->topic_page != NULL ? genu_topic_page_get_view (self->topic_page)
                                                   : NULL;
  gboolean playing = view != NULL && gtk_widget_get_mapped (GTK_WIDGET (view))
                     && genu_diagram_view_get_playing (view);

  if (playing == self->playing)
    return;

  self->playing = playing;
  genu_browser_queue_building (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLAYING]);
  g_signal_emit (self, signals[PRESENCE], 0);
}

const char *
genu_browser_get_page (GenuBrowser *self)
{
  g_return_val_if_fail (GENU_IS_BROWSER (self), NULL);

  return genu_browser_current_page (self);
}

const char *
genu_browser_get_title (GenuBrowser *self)
{
  g_return_val_if_fail (GENU_IS_BROWSER (self), NULL);

  return self->title;
}

/**
 * genu_browser_get_topic:
 * @self: a browser
 *
 * Returns: (nullable): the topic that is shown; %NULL on other pages
 */
const GenuTopic *
genu_browser_get_topic (GenuBrowser *self)
{
  g_return_val_if_fail (GENU_IS_BROWSER (self), NULL);

  if (self->topic_page == NULL || !g_str_equal (genu_browser_current_page (self), GENU_PAGE_TOPIC))
    return NULL;

  return genu_topic_page_get_topic (self->topic_page);
}

/**
 * genu_browser_get_topic_page:
 * @self: a browser
 *
 * Builds the page if it is not there yet.  A reset makes another one.
 *
 * Returns: (transfer none) (nullable): the page of topics; %NULL without a pack
 */
GenuTopicPage *
genu_browser_get_topic_page (GenuBrowser *self)
{
  g_return_val_if_fail (GENU_IS_BROWSER (self), NULL);

  genu_browser_need_page (self, GENU_PAGE_TOPIC);
  return self->topic_page;
}

gboolean
genu_browser_get_playing (GenuBrowser *self)
{
  g_return_val_if_fail (GENU_IS_BROWSER (self), FALSE);

  return self->playing;
}

GenuLook *
genu_browser_get_look (GenuBrowser *self)
{
  g_return_val_if_fail (GENU_IS_BROWSER (self), NULL);

  return self->look;
}

GenuSide
genu_browser_get_side (GenuBrowser *self)
{
  g_return_val_if_fail (GENU_IS_BROWSER (self), GENU_SIDE_RIGHT);

  return self->side;
}

/**
 * genu_browser_set_side:
 * @self: a browser
 * @side: which knee; the first call, before genu_browser_start(), is what a reset returns to
 */
void
genu_browser_set_side (GenuBrowser *self,
                       GenuSide     side)
{
  g_return_if_fail (GENU_IS_BROWSER (self));

  if (!self->started)
    self->start_side = side;
  self->side = side;
  genu_browser_apply_side (self);
}

/**
 * genu_browser_add_page:
 * @self: a browser
 * @name: its name, none of the browser's own
 * @title: what the header says while it is shown
 * @page: the page
 *
 * Adds a mode's own page, for genu_browser_open_page().
 */
void
genu_browser_add_page (GenuBrowser *self,
                       const char  *name,
                       const char  *title,
                       GtkWidget   *page)
{
  g_return_if_fail (GENU_IS_BROWSER (self));
  g_return_if_fail (!genu_browser_has_page (self, name));

  g_hash_table_insert (self->titles, g_strdup (name), g_strdup (title));
  genu_browser_put_page (self, name, page);
}

/* --- GtkWidget --- */

static void
on_look_changed (GenuBrowser *self)
{
  genu_browser_queue_fit (self);
  genu_browser_apply_look (self);
}

static void
genu_browser_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
genu_browser_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
  genu_browser_allocate_word (GENU_BROWSER (widget));
  genu_browser_queue_fit (GENU_BROWSER (widget));
}

static GtkSizeRequestMode
genu_browser_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (gtk_widget_get_first_child (widget));
}

static void
genu_browser_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (genu_browser_parent_class)->root (widget);
  genu_browser_add_keys (GENU_BROWSER (widget));
}

static void
genu_browser_unroot (GtkWidget *widget)
{
  genu_browser_remove_keys (GENU_BROWSER (widget));
  GTK_WIDGET_CLASS (genu_browser_parent_class)->unroot (widget);
}

/* --- GObject --- */

static void
genu_browser_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  GenuBrowser *self = GENU_BROWSER (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PAGE:
      g_value_set_string (value, genu_browser_current_page (self));
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
genu_browser_dispose (GObject *object)
{
  GenuBrowser *self = GENU_BROWSER (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    genu_browser_drop_pages (self);
  genu_browser_drop_word (self);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_handle_id (&self->scale_id, g_source_remove);
  G_OBJECT_CLASS (genu_browser_parent_class)->dispose (object);
}

static void
genu_browser_finalize (GObject *object)
{
  GenuBrowser *self = GENU_BROWSER (object);

  g_clear_object (&self->look);
  g_clear_object (&self->title_label);
  g_ptr_array_unref (self->history);
  g_hash_table_unref (self->titles);
  g_free (self->title);
  G_OBJECT_CLASS (genu_browser_parent_class)->finalize (object);
}

static void
install_signals (GenuBrowserClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[FIRST_PICTURE] = g_signal_new ("first-picture", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[PRESENCE] = g_signal_new ("presence", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[WAS_RESET] = g_signal_new ("was-reset", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
genu_browser_class_init (GenuBrowserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = genu_browser_get_property;
  object_class->dispose = genu_browser_dispose;
  object_class->finalize = genu_browser_finalize;
  widget_class->measure = genu_browser_measure;
  widget_class->size_allocate = genu_browser_size_allocate;
  widget_class->get_request_mode = genu_browser_get_request_mode;
  widget_class->root = genu_browser_root;
  widget_class->unroot = genu_browser_unroot;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  props[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals (klass);

  gtk_widget_class_set_css_name (widget_class, "browser");
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.home", NULL, on_home);
  gtk_widget_class_install_action (widget_class, "win.open-page", "s", on_open_page);
}

static void
genu_browser_init (GenuBrowser *self)
{
  self->history = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->history, g_strdup (GENU_PAGE_HOME));
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->title = g_strdup ("Genu");
}

static GtkStack *
new_stack (void)
{
  GtkStack *stack = GTK_STACK (gtk_stack_new ());

  gtk_stack_set_transition_type (stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (stack, 150);
  gtk_stack_set_hhomogeneous (stack, FALSE);
  gtk_stack_set_vhomogeneous (stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (stack), TRUE);
  genu_stack_present_visible_only (stack);

  return stack;
}

static void
build (GenuBrowser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = new_stack ();
  gtk_box_append (GTK_BOX (box), genu_browser_new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  if (!gdk_display_is_composited (gtk_widget_get_display (GTK_WIDGET (self))))
    gtk_widget_add_css_class (GTK_WIDGET (self), "uncomposited");
  genu_browser_apply_room (self);
}

/**
 * genu_browser_new:
 * @pack: (nullable): the pack; must outlive the browser; %NULL shows a plain page that says so
 * @look: the reader's choices; as they are now is what a reset returns to
 *
 * Nothing is shown yet: see genu_browser_start().
 *
 * Returns: (transfer floating): the browser
 */
GenuBrowser *
genu_browser_new (const GenuPack *pack,
                  GenuLook       *look)
{
  GenuBrowser *self = g_object_new (GENU_TYPE_BROWSER, NULL);

  self->pack = pack;
  self->look = g_object_ref (look);
  self->start_size = genu_look_get_size (look);
  self->start_theme = genu_look_get_theme (look);
  self->start_theme_chosen = genu_look_get_theme_chosen (look);
  self->start_still = genu_look_get_still (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (on_look_changed), self, G_CONNECT_SWAPPED);
  build (self);

  return self;
}
