/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One topic on one page, in three parts of which one is shown: what is hoped for, how it is thought
 * to work (the picture), how sure are we.  The certainty stays in view beside the picture. */

#include "config.h"

#include "genu-topic-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "genu-certainty-meter.h"
#include "genu-reading.h"
#include "genu-stack.h"
#include "genu-step-bar.h"
#include "genu-text.h"
#include "genu-topic-text.h"

/* When steps follow each other by themselves, each stands so long at its end: time to read its
 * sentence and labels, in milliseconds.  The linter of the words counts with the same. */
#define REST_TIME 4000

/* How long the name of a touched part stays, in milliseconds. */
#define PART_NAME_TIME 4000

struct _GenuTopicPage
{
  GtkWidget parent_instance;

  const GenuPack  *pack;  /* outlives the page */
  const GenuTopic *topic; /* the pack's */
  GenuDiagramView *view;  /* child of the overlay */
  gboolean         play_on; /* play the following steps too */
  guint            part_name_id;
  guint            rest_id; /* until the next step plays by itself */

  /* Template children. */
  GtkWidget   *tabs;
  GtkWidget   *hoped_tab;
  GtkLabel    *hoped_tab_label;
  GtkWidget   *how_tab;
  GtkLabel    *how_tab_label;
  GtkWidget   *sure_tab;
  GtkStack    *stack;
  GtkBox      *hoped_box;
  GtkOverlay  *overlay;
  GtkLabel    *part_name;
  GtkWidget   *no_picture; /* lies over the view when there is nothing to see */
  GtkWidget   *zoom_box;
  AdwClamp    *hoped_clamp;
  AdwClamp    *sure_clamp;
  GtkWidget   *chip_text;
  GtkLabel    *sentence;
  GtkWidget   *sentence_focus;
  GtkWidget   *sentence_box;
  GtkWidget   *certainty_button;
  GtkWidget   *chip_meter;
  GtkLabel    *chip_words;
  GtkWidget   *zoom_out_button;
  GtkWidget   *zoom_in_button;
  GenuStepBar *step_bar;
  GtkBox      *sure_box;
};

enum
{
  LINK,
  FIRST_PICTURE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuTopicPage, genu_topic_page, GTK_TYPE_WIDGET)

static const GenuStep *
current_step (GenuTopicPage *self)
{
  guint step = genu_diagram_view_get_step (self->view);

  if (self->topic == NULL || step >= self->topic->steps->len)
    return NULL;

  return g_ptr_array_index (self->topic->steps, step);
}

static void
update_step (GenuTopicPage *self)
{
  const GenuStep *step = current_step (self);

  gboolean broken = genu_diagram_view_get_error (self->view) != NULL;

  gtk_widget_set_visible (self->no_picture, broken);
  gtk_widget_set_visible (self->zoom_box, !broken);
  genu_step_bar_set_step (self->step_bar, genu_diagram_view_get_step (self->view));
  gtk_label_set_text (self->sentence, step != NULL ? step->say : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sentence_focus),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, step != NULL ? step->say : "", -1);
}

static void
update_playing (GenuTopicPage *self)
{
  genu_step_bar_set_playing (self->step_bar, genu_diagram_view_get_playing (self->view),
                             genu_diagram_view_is_at_end (self->view));
}

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
on_swiped (GenuTopicPage *self,
           int            direction)
{
  if (direction > 0)
    genu_topic_page_next (self);
  else
    genu_topic_page_back (self);
}

static void
stop_playing_on (GenuTopicPage *self)
{
  self->play_on = FALSE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
}

static gboolean
on_rest_over (gpointer user_data)
{
  GenuTopicPage *self = user_data;

  self->rest_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    genu_diagram_view_set_step (self->view, genu_diagram_view_get_step (self->view) + 1, TRUE);
  else
    self->play_on = FALSE;
  update_playing (self);

  return G_SOURCE_REMOVE;
}

static void
on_step_finished (GenuTopicPage *self)
{
  guint step = genu_diagram_view_get_step (self->view);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->play_on && step + 1 < genu_diagram_view_get_n_steps (self->view))
    self->rest_id = g_timeout_add (REST_TIME, on_rest_over, self);
  else
    self->play_on = FALSE;
  update_playing (self);
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

static void
on_certainty_clicked (GenuTopicPage *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sure_tab), TRUE);
}

static void
on_tab_toggled (GenuTopicPage *self)
{
  const char *name = "how";

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->hoped_tab)))
    name = "hoped";
  else if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->sure_tab)))
    name = "sure";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static gboolean
on_link (GtkLabel      *label,
         const char    *uri,
         GenuTopicPage *self)
{
  g_signal_emit (self, signals[LINK], 0, uri, label);

  return TRUE;
}

/* Every label with links below @widget tells the page. */
static void
connect_links (GenuTopicPage *self,
               GtkWidget     *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_use_markup (GTK_LABEL (widget)))
    g_signal_connect (widget, "activate-link", G_CALLBACK (on_link), self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    connect_links (self, child);
}

static void
genu_topic_page_dispose (GObject *object)
{
  GenuTopicPage *self = GENU_TOPIC_PAGE (object);

  g_clear_handle_id (&self->part_name_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENU_TYPE_TOPIC_PAGE);
  G_OBJECT_CLASS (genu_topic_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, hoped_tab);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, hoped_tab_label);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, how_tab);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, how_tab_label);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, sure_tab);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, hoped_box);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, part_name);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, no_picture);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, hoped_clamp);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, sure_clamp);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, chip_text);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, sentence_focus);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, sentence_box);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, certainty_button);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, chip_meter);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, chip_words);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, zoom_out_button);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, zoom_in_button);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, step_bar);
  gtk_widget_class_bind_template_child (widget_class, GenuTopicPage, sure_box);
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
  g_type_ensure (GENU_TYPE_STEP_BAR);
  g_type_ensure (GENU_TYPE_CERTAINTY_METER);
  g_type_ensure (ADW_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/genu/Genu/ui/pages/genu-topic-page.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
genu_topic_page_init (GenuTopicPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  genu_stack_present_visible_only (self->stack);
  genu_reading_follow_text (self->hoped_clamp);
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
  g_signal_connect_swapped (self->view, "notify::step", G_CALLBACK (update_step), self);
  g_signal_connect_swapped (self->view, "notify::playing", G_CALLBACK (update_playing), self);
  g_signal_connect_swapped (self->view, "step-finished", G_CALLBACK (on_step_finished), self);
  g_signal_connect_swapped (self->view, "part-pressed", G_CALLBACK (on_part_pressed), self);
  g_signal_connect_swapped (self->view, "swiped", G_CALLBACK (on_swiped), self);
  g_signal_connect_swapped (self->view, "first-picture", G_CALLBACK (on_first_picture), self);

  return GTK_WIDGET (self);
}

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
fill_words (GenuTopicPage *self)
{
  const GenuTopic *topic = self->topic;
  gboolean claims = topic->kind != GENU_TOPIC_KIND_PAGE;

  genu_topic_text_fill_first (self->hoped_box, topic);
  genu_topic_text_fill_sure (self->sure_box, self->pack, topic);
  connect_links (self, GTK_WIDGET (self->hoped_box));
  connect_links (self, GTK_WIDGET (self->sure_box));

  gtk_label_set_text (self->hoped_tab_label, claims ? _("What is hoped for") : _("In words"));
  gtk_label_set_text (self->how_tab_label,
                      claims ? _("How it is thought to work") : _("In pictures"));
  gtk_widget_set_visible (self->sure_tab, topic->evidence != NULL);
  update_chip (self);
}

/**
 * genu_topic_page_set_topic:
 * @self: a page
 * @topic: a topic of the pack
 * @step: the step to begin with, 0-based
 * @play: whether it plays, rather than stands at its end
 */
void
genu_topic_page_set_topic (GenuTopicPage   *self,
                           const GenuTopic *topic,
                           guint            step,
                           gboolean         play)
{
  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));
  g_return_if_fail (topic != NULL);

  self->topic = topic;
  stop_playing_on (self);
  hide_part_name (self);
  genu_diagram_view_set_topic (self->view, topic);
  fill_words (self);
  genu_step_bar_set_n_steps (self->step_bar, topic->steps->len);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->how_tab), TRUE);
  on_tab_toggled (self);
  genu_diagram_view_set_step (self->view, MIN (step, MAX (topic->steps->len, 1) - 1), play);
  update_step (self);
  update_playing (self);
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

/**
 * genu_topic_page_go_to:
 * @self: a page
 * @step: a step, 0-based
 *
 * Forward, the step plays; backward, it stands at its end, as it was left.  The reader's focus
 * moves to its sentence.
 */
void
genu_topic_page_go_to (GenuTopicPage *self,
                       guint          step)
{
  guint current = genu_diagram_view_get_step (self->view);

  stop_playing_on (self);
  genu_diagram_view_set_step (self->view, step, step > current);
  gtk_widget_grab_focus (self->sentence_focus);
}

void
genu_topic_page_next (GenuTopicPage *self)
{
  genu_topic_page_go_to (self, genu_diagram_view_get_step (self->view) + 1);
}

void
genu_topic_page_back (GenuTopicPage *self)
{
  guint step = genu_diagram_view_get_step (self->view);

  if (step > 0)
    genu_topic_page_go_to (self, step - 1);
}

void
genu_topic_page_replay (GenuTopicPage *self)
{
  stop_playing_on (self);
  genu_diagram_view_replay (self->view);
}

/**
 * genu_topic_page_play_pause:
 * @self: a page
 *
 * Pauses what moves; goes on with what was paused; at a step's end, plays this and all following
 * steps.
 */
void
genu_topic_page_play_pause (GenuTopicPage *self)
{
  guint step = genu_diagram_view_get_step (self->view);
  gboolean last = step + 1 >= genu_diagram_view_get_n_steps (self->view);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (genu_diagram_view_get_playing (self->view))
    genu_diagram_view_set_playing (self->view, FALSE);
  else
    {
      self->play_on = TRUE;
      if (!genu_diagram_view_is_at_end (self->view))
        genu_diagram_view_set_playing (self->view, TRUE);
      else
        genu_diagram_view_set_step (self->view, last ? 0 : step + 1, TRUE);
    }
}

/**
 * genu_topic_page_set_room:
 * @self: a page
 * @narrow: whether few words fit side by side
 * @low: whether few lines fit below each other
 *
 * The drawing keeps its share of the page: buttons become icons, the certainty stands below the
 * sentence, or is said by its bars alone (its words are one tap away, and always read out).
 */
void
genu_topic_page_set_room (GenuTopicPage *self,
                          gboolean       narrow,
                          gboolean       low)
{
  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  genu_step_bar_set_narrow (self->step_bar, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sentence_box),
                                  narrow && !low ? GTK_ORIENTATION_VERTICAL
                                                 : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (self->certainty_button, narrow && !low ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_set_visible (self->chip_text, !low);
}
