/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One topic on one page, in three parts of which one is shown: what is hoped for, how it is thought
 * to work (the picture), how sure are we.  The certainty stays in view beside the picture.  How one
 * gets from step to step is in genu-topic-page-steps.c; its tabs are in genu-topic-page-tabs.c. */

#include "config.h"

#include "genu-topic-page-private.h"

#include <glib/gi18n.h>

#include "genu-certainty-meter.h"
#include "genu-reading.h"
#include "genu-stack.h"
#include "genu-text.h"
#include "genu-topic-text.h"
#include "genu-width-first.h"

/* How long the name of a touched part stays, in milliseconds. */
#define PART_NAME_TIME 4000

/* Of the width, for words beside the drawing. */
#define BESIDE_SHARE 0.34
/* Of the height, at most, for words below it where there is little. */
#define BELOW_SHARE 0.42

enum
{
  LINK,
  FIRST_PICTURE,
  WALKED,
  WALK_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuTopicPage, genu_topic_page, GTK_TYPE_WIDGET)

static gboolean
hide_part_name (gpointer user_data)
{
  GenuTopicPage *self = user_data;

  self->part_name_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->part_name), FALSE);

  return G_SOURCE_REMOVE;
}

static void
on_part_pressed (GenuTopicPage *self,
                 const char    *name)
{
  g_clear_handle_id (&self->part_name_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->part_name), name != NULL);
  if (name == NULL)
    return;

  gtk_label_set_text (self->part_name, name);
  self->part_name_id = g_timeout_add (PART_NAME_TIME, hide_part_name, self);
}

static void
on_first_picture (GenuTopicPage *self)
{
  g_signal_emit (self, signals[FIRST_PICTURE], 0);
}

static void
on_step_chosen (GenuStepBar   *bar,
                guint          step,
                GenuTopicPage *self)
{
  genu_topic_page_go_to (self, step);
}

static void
on_zoom_in (GenuTopicPage *self)
{
  genu_diagram_view_set_zoom (self->view, genu_diagram_view_get_zoom (self->view) * 1.5);
}

static void
on_zoom_out (GenuTopicPage *self)
{
  genu_diagram_view_set_zoom (self->view, genu_diagram_view_get_zoom (self->view) / 1.5);
}

/* --- The three parts --- */

static void
on_certainty_clicked (GenuTopicPage *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sure_tab), TRUE);
}

static void
on_tab_toggled (GenuTopicPage *self)
{
  const char *name = "how";
  gboolean how;

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->hoped_tab)))
    name = "hoped";
  else if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->sure_tab)))
    name = "sure";
  how = g_str_equal (name, "how");
  gtk_stack_set_visible_child_name (self->stack, name);
  genu_topic_page_refit_tabs (self);
  genu_step_bar_set_plain (self->step_bar, !how);
  gtk_widget_set_visible (GTK_WIDGET (self->step_bar), how || self->walk != NULL);
}

void
genu_topic_page_show_tab (GenuTopicPage *self,
                          GtkWidget     *tab)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
  on_tab_toggled (self);
}

/* --- Links --- */

static gboolean
on_link (GtkLabel      *label,
         const char    *uri,
         GenuTopicPage *self)
{
  g_signal_emit (self, signals[LINK], 0, uri, label);

  return TRUE;
}

static void
on_term_clicked (GtkWidget     *button,
                 GenuTopicPage *self)
{
  g_autofree char *uri = g_strconcat ("term:", g_object_get_data (G_OBJECT (button), "term"), NULL);

  g_signal_emit (self, signals[LINK], 0, uri, button);
}

/* Every label with links, and every button of a word, below @widget tells the page. */
static void
connect_links (GenuTopicPage *self,
               GtkWidget     *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_use_markup (GTK_LABEL (widget)))
    g_signal_connect (widget, "activate-link", G_CALLBACK (on_link), self);
  else if (GTK_IS_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "term") != NULL)
    g_signal_connect (widget, "clicked", G_CALLBACK (on_term_clicked), self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    connect_links (self, child);
}

/* --- A walk --- */

/* A walk went to another topic, or is over. */
void
genu_topic_page_emit_walked (GenuTopicPage *self,
                             gboolean       over)
{
  g_signal_emit (self, signals[over ? WALK_ENDED : WALKED], 0);
}

static void
on_walk_end_clicked (GenuTopicPage *self)
{
  genu_topic_page_stop (self);
  genu_topic_page_emit_walked (self, TRUE);
}

/* --- GObject --- */

static void
genu_topic_page_dispose (GObject *object)
{
  GenuTopicPage *self = GENU_TOPIC_PAGE (object);

  g_clear_handle_id (&self->part_name_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->walk, genu_walk_free);
  if (self->tabs != NULL)
    genu_topic_page_give_tabs (self);
  g_clear_object (&self->tabs);
  g_clear_object (&self->words_box);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENU_TYPE_TOPIC_PAGE);
  G_OBJECT_CLASS (genu_topic_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (tabs_bin);
  BIND (hoped_tab);
  BIND (hoped_tab_icon);
  BIND (hoped_tab_label);
  BIND (how_tab);
  BIND (how_tab_icon);
  BIND (how_tab_label);
  BIND (sure_tab);
  BIND (sure_tab_icon);
  BIND (sure_tab_label);
  BIND (stack);
  BIND (hoped_clamp);
  BIND (hoped_box);
  BIND (how_box);
  BIND (overlay);
  BIND (no_picture);
  BIND (no_picture_clamp);
  BIND (no_picture_words);
  BIND (part_name);
  BIND (words_bin);
  BIND (walk_box);
  BIND (walk_title);
  BIND (walk_part);
  BIND (walk_end_button);
  BIND (topic_title);
  BIND (sentence_box);
  BIND (sentence_focus);
  BIND (sentence);
  BIND (certainty_button);
  BIND (chip_meter);
  BIND (chip_title);
  BIND (chip_words);
  BIND (step_bar);
  BIND (sure_clamp);
  BIND (sure_box);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, genu_topic_page_back);
  gtk_widget_class_bind_template_callback (widget_class, genu_topic_page_next);
  gtk_widget_class_bind_template_callback (widget_class, genu_topic_page_replay);
  gtk_widget_class_bind_template_callback (widget_class, genu_topic_page_play_pause);
  gtk_widget_class_bind_template_callback (widget_class, on_step_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_certainty_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_walk_end_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out);
}

static void
genu_topic_page_class_init (GenuTopicPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_topic_page_dispose;
  signals[LINK] = g_signal_new ("link", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_STRING, GTK_TYPE_WIDGET);
  signals[FIRST_PICTURE] = g_signal_new ("first-picture", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[WALKED] = g_signal_new ("walked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[WALK_ENDED] = g_signal_new ("walk-ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  g_type_ensure (GENU_TYPE_STEP_BAR);
  g_type_ensure (GENU_TYPE_CERTAINTY_METER);
  g_type_ensure (ADW_TYPE_CLAMP);
  g_type_ensure (ADW_TYPE_BIN);
  g_type_ensure (GENU_TYPE_WIDTH_FIRST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/genu/Genu/ui/pages/genu-topic-page.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
genu_topic_page_init (GenuTopicPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->tabs = g_object_ref (adw_bin_get_child (self->tabs_bin));
  self->words_box = g_object_ref (adw_bin_get_child (self->words_bin));
  genu_stack_present_visible_only (self->stack);
  genu_reading_follow_text (self->hoped_clamp);
  genu_reading_follow_text (self->no_picture_clamp);
  genu_reading_follow_text (self->sure_clamp);
}

/**
 * genu_topic_page_new:
 * @pack: the pack; must outlive the page
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
genu_topic_page_new (const GenuPack *pack)
{
  GenuTopicPage *self = g_object_new (GENU_TYPE_TOPIC_PAGE, NULL);

  self->pack = pack;
  self->view = GENU_DIAGRAM_VIEW (genu_diagram_view_new (pack));
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->view));
  genu_topic_page_connect_view (self);
  g_signal_connect_swapped (self->view, "part-pressed", G_CALLBACK (on_part_pressed), self);
  g_signal_connect_swapped (self->view, "first-picture", G_CALLBACK (on_first_picture), self);

  return GTK_WIDGET (self);
}

/* --- The topic --- */

/* The certainty beside the picture, in words and for a screen reader. */
static void
update_chip (GenuTopicPage *self)
{
  GenuCertainty certainty = self->topic->evidence != NULL ? self->topic->evidence->certainty
                                                          : GENU_CERTAINTY_NONE;
  const char *words = genu_certainty_get_words (certainty);
  g_autofree char *name = g_strdup_printf ("%s %s", _("How sure are we?"), words);

  gtk_widget_set_visible (self->certainty_button, self->topic->evidence != NULL);
  genu_certainty_meter_set_certainty (GENU_CERTAINTY_METER (self->chip_meter), certainty);
  gtk_label_set_text (self->chip_words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->certainty_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
scroll_to_top (GtkWidget *inner)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (inner, GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            0);
}

/* Fills the page with another topic; its steps come next. */
void
genu_topic_page_show_topic (GenuTopicPage   *self,
                            const GenuTopic *topic)
{
  self->topic = topic;
  genu_topic_page_stop (self);
  g_clear_handle_id (&self->part_name_id, g_source_remove);
  hide_part_name (self);
  genu_diagram_view_set_topic (self->view, topic);

  genu_topic_text_fill_first (self->hoped_box, self->pack, topic);
  genu_topic_text_fill_sure (self->sure_box, self->pack, topic);
  connect_links (self, GTK_WIDGET (self->hoped_box));
  connect_links (self, GTK_WIDGET (self->sure_box));
  scroll_to_top (GTK_WIDGET (self->hoped_box));
  scroll_to_top (GTK_WIDGET (self->sure_box));
  gtk_label_set_text (self->topic_title, topic->title);
  genu_topic_page_update_tabs (self);
  update_chip (self);
  if (self->walk != NULL)
    genu_topic_page_emit_walked (self, FALSE);
}

/**
 * genu_topic_page_set_topic:
 * @self: a page
 * @topic: a topic of the pack
 * @step: the step to begin with, 0-based
 * @play: whether it plays, rather than stands at its end
 *
 * Ends a walk.
 */
void
genu_topic_page_set_topic (GenuTopicPage   *self,
                           const GenuTopic *topic,
                           guint            step,
                           gboolean         play)
{
  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));
  g_return_if_fail (topic != NULL);

  g_clear_pointer (&self->walk, genu_walk_free);
  genu_topic_page_show_topic (self, topic);
  genu_topic_page_show_tab (self, self->how_tab);
  genu_topic_page_start_steps (self, step, play);
}

const GenuTopic *
genu_topic_page_get_topic (GenuTopicPage *self)
{
  g_return_val_if_fail (GENU_IS_TOPIC_PAGE (self), NULL);

  return self->topic;
}

GenuDiagramView *
genu_topic_page_get_view (GenuTopicPage *self)
{
  g_return_val_if_fail (GENU_IS_TOPIC_PAGE (self), NULL);

  return self->view;
}

/* The words about the picture, beside or below it. */
GtkWidget *
genu_topic_page_get_words (GenuTopicPage *self)
{
  g_return_val_if_fail (GENU_IS_TOPIC_PAGE (self), NULL);

  return GTK_WIDGET (self->words_bin);
}

/**
 * genu_topic_page_focus_sentence:
 * @self: a page that is shown
 *
 * Where a reader begins; Space then plays, and presses no button.
 */
void
genu_topic_page_focus_sentence (GenuTopicPage *self)
{
  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  gtk_widget_grab_focus (self->sentence_focus);
}

/* --- Room --- */

static void
limit_words (GenuTopicPage     *self,
             GtkScrolledWindow *scroller)
{
  int most = self->room.beside ? -1 : (int) (self->room.height * BELOW_SHARE);

  gtk_scrolled_window_set_propagate_natural_height (scroller, !self->room.beside);
  gtk_scrolled_window_set_max_content_height (scroller, most);
}

/* Beside the drawing the words may have more lines than it, and scroll; so they do below it where
 * they would leave it too little. */
static void
wrap_words (GenuTopicPage *self)
{
  GtkWidget *old = adw_bin_get_child (self->words_bin), *scroller = NULL;

  if (old != self->words_box)
    limit_words (self, GTK_SCROLLED_WINDOW (old));
  if ((old != self->words_box) == self->room.low)
    return;

  if (old != self->words_box)
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (old), NULL);
  adw_bin_set_child (self->words_bin, NULL);
  if (self->room.low)
    {
      scroller = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                      GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->words_box);
      limit_words (self, GTK_SCROLLED_WINDOW (scroller));
    }
  adw_bin_set_child (self->words_bin, scroller != NULL ? scroller : self->words_box);
}

/* Words beside the drawing where rows would leave it little height. */
static void
place_words (GenuTopicPage *self)
{
  gboolean beside = self->room.beside, below_all = beside || self->room.narrow;
  int width = beside ? (int) (self->room.width * BESIDE_SHARE) : -1;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->how_box),
                                  beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  wrap_words (self);
  /* The column beside the drawing gives way to a long word. */
  gtk_label_set_wrap_mode (self->sentence, beside ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (GTK_WIDGET (self->words_bin), width, -1);
  gtk_widget_set_valign (self->words_box, beside ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sentence_box),
                                  below_all ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
  /* The tab above says it too. */
  gtk_widget_set_visible (self->chip_title, !beside);
  gtk_widget_set_halign (gtk_widget_get_parent (self->certainty_button),
                         below_all ? GTK_ALIGN_START : GTK_ALIGN_END);
}

/**
 * genu_topic_page_set_room:
 * @self: a page
 * @room: what it has
 *
 * The drawing keeps its share of the page.  Not to be called while widgets are allocated.
 */
void
genu_topic_page_set_room (GenuTopicPage  *self,
                          const GenuRoom *room)
{
  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  if (genu_room_equal (&self->room, room))
    return;

  self->room = *room;
  genu_topic_page_update_tabs (self);
  genu_topic_page_update_title (self);
  place_words (self);
  genu_step_bar_fit (self->step_bar, room->width);
}
