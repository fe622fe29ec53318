/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-home-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "genu-certainty-meter.h"
#include "genu-text.h"

/* Of the hero in a window of plain size, in logical pixels; it grows with the window. */
#define HERO_HEIGHT 380
#define CLAMP_WIDTH 1200

struct _GenuHomePage
{
  GtkWidget parent_instance;

  const GenuPack  *pack; /* outlives the page */
  GenuDiagramView *view; /* the hero; NULL when the pack has no topic */
  AdwClamp        *clamp;
  GtkBox          *hero;  /* the words, then the picture: side by side where there is room */
};

enum
{
  TOPIC_CHOSEN,
  FIRST_PICTURE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuHomePage, genu_home_page, GTK_TYPE_WIDGET)

static void
on_card_clicked (GtkButton    *button,
                 GenuHomePage *self)
{
  const GenuTopic *topic = g_object_get_data (G_OBJECT (button), "topic");

  g_signal_emit (self, signals[TOPIC_CHOSEN], 0, topic->id);
}

static void
on_first_picture (GenuHomePage *self)
{
  g_signal_emit (self, signals[FIRST_PICTURE], 0);
}

static GtkWidget *
new_card (GenuHomePage    *self,
          const GenuTopic *topic)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *line = topic->summary != NULL ? topic->summary : topic->key_point;

  gtk_box_append (GTK_BOX (box), genu_text_new_plain (topic->title, "genu-card-title"));
  gtk_box_append (GTK_BOX (box), genu_text_new_plain (line, "genu-card-text"));
  if (topic->evidence != NULL && topic->kind != GENU_TOPIC_KIND_PAGE)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

      gtk_widget_add_css_class (row, "genu-card-certainty");
      gtk_widget_set_valign (row, GTK_ALIGN_END);
      gtk_widget_set_vexpand (row, TRUE);
      gtk_box_append (GTK_BOX (row), genu_certainty_meter_new (topic->evidence->certainty));
      gtk_box_append (GTK_BOX (row),
                      genu_text_new_plain (genu_certainty_get_words (topic->evidence->certainty),
                                           NULL));
      gtk_box_append (GTK_BOX (box), row);
    }

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "genu-topic-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  topic->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
  g_object_set_data (G_OBJECT (button), "topic", (gpointer) topic);
  g_signal_connect (button, "clicked", G_CALLBACK (on_card_clicked), self);

  return button;
}

static GtkWidget *
new_flow (void)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 16);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 16);

  return flow;
}

/* Whether the only card of a section repeats the section's name. */
static gboolean
is_said_by_card (const GenuSection *section)
{
  const GenuTopic *topic = section->topics->len == 1 ? g_ptr_array_index (section->topics, 0)
                                                     : NULL;

  return topic != NULL && g_str_equal (topic->title, section->title);
}

static GtkWidget *
new_section (GenuHomePage      *self,
             const GenuSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *flow = new_flow ();

  for (guint i = 0; i < section->topics->len; i++)
    {
      GtkWidget *card = new_card (self, g_ptr_array_index (section->topics, i));

      gtk_flow_box_append (GTK_FLOW_BOX (flow), card);
      gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
    }

  gtk_widget_add_css_class (box, "genu-section");
  if (!is_said_by_card (section))
    gtk_box_append (GTK_BOX (box), genu_text_new_heading (section->title, 2));
  gtk_box_append (GTK_BOX (box), flow);

  return box;
}

/* The way in for who does not know where to begin. */
static GtkWidget *
new_start_button (GenuHomePage    *self,
                  const GenuTopic *first)
{
  g_autofree char *text = g_strdup_printf (_("Start: %s"), first->title);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = genu_text_new_plain (text, NULL);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "genu-start");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  first->summary != NULL ? first->summary : first->key_point, -1);
  g_object_set_data (G_OBJECT (button), "topic", (gpointer) first);
  g_signal_connect (button, "clicked", G_CALLBACK (on_card_clicked), self);

  return button;
}

/* The first topic's picture, at rest.  It takes no touch: one must be able to scroll past it. */
static void
add_hero_picture (GenuHomePage    *self,
                  const GenuTopic *first)
{
  self->view = GENU_DIAGRAM_VIEW (genu_diagram_view_new (self->pack));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "genu-hero");
  gtk_widget_set_can_target (GTK_WIDGET (self->view), FALSE);
  genu_diagram_view_set_topic (self->view, first);
  genu_diagram_view_set_step (self->view, 0, FALSE);
  g_signal_connect_swapped (self->view, "first-picture", G_CALLBACK (on_first_picture), self);
  gtk_widget_set_visible (GTK_WIDGET (self->view),
                          genu_diagram_view_get_error (self->view) == NULL);
  gtk_box_append (self->hero, GTK_WIDGET (self->view));
}

static GtkWidget *
new_hero (GenuHomePage *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  const GenuTopic *first = self->pack->topics->len > 0 ? g_ptr_array_index (self->pack->topics, 0)
                                                       : NULL;

  self->hero = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_add_css_class (words, "genu-hero-words");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), genu_text_new_heading (self->pack->title, 1));
  if (self->pack->summary != NULL)
    gtk_box_append (GTK_BOX (words), genu_text_new_plain (self->pack->summary, "genu-lead"));
  gtk_box_append (self->hero, words);
  if (first != NULL)
    {
      gtk_box_append (GTK_BOX (words), new_start_button (self, first));
      add_hero_picture (self, first);
    }

  return GTK_WIDGET (self->hero);
}

/* A section that holds nothing but the topic of the hero says nothing new. */
static gboolean
is_told_by_hero (GenuHomePage      *self,
                 const GenuSection *section)
{
  return section->topics->len == 1
         && g_ptr_array_index (section->topics, 0) == g_ptr_array_index (self->pack->topics, 0);
}

static void
genu_home_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (genu_home_page_parent_class)->dispose (object);
}

static void
genu_home_page_class_init (GenuHomePageClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_home_page_dispose;
  signals[TOPIC_CHOSEN] = g_signal_new ("topic-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FIRST_PICTURE] = g_signal_new ("first-picture", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "homepage");
}

static void
genu_home_page_init (GenuHomePage *self)
{
}

static GtkWidget *
new_page_card (const char *title,
               const char *line,
               const char *page)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), genu_text_new_plain (title, "genu-card-title"));
  gtk_box_append (GTK_BOX (box), genu_text_new_plain (line, "genu-card-text"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "genu-topic-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);

  return button;
}

/* Words and sources, which have no room in the header bar of a narrow window. */
static GtkWidget *
new_look_up (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *flow = new_flow ();

  gtk_flow_box_append (GTK_FLOW_BOX (flow),
                       new_page_card (_("Words"), _("What the doctor's words mean."), "glossary"));
  gtk_flow_box_append (GTK_FLOW_BOX (flow),
                       new_page_card (_("Sources"), _("The studies behind these pages."),
                                      "sources"));
  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_widget_add_css_class (box, "genu-section");
  gtk_box_append (GTK_BOX (box), genu_text_new_heading (_("Look it up"), 2));
  gtk_box_append (GTK_BOX (box), flow);

  return box;
}

static GtkWidget *
new_colophon (const GenuPack *pack)
{
  g_autofree char *text =
    g_strdup_printf (_("Information, not advice: talk it over with your doctor. Last reviewed %s. "
                       "%s"), pack->reviewed, pack->funding);

  return genu_text_new_plain (text, "genu-colophon");
}

/**
 * genu_home_page_new:
 * @pack: the pack; must outlive the page
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
genu_home_page_new (const GenuPack *pack)
{
  GenuHomePage *self = g_object_new (GENU_TYPE_HOME_PAGE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 28);

  self->pack = pack;
  self->clamp = ADW_CLAMP (adw_clamp_new ());
  gtk_widget_add_css_class (box, "genu-home");
  gtk_box_append (GTK_BOX (box), new_hero (self));
  for (guint i = 0; i < pack->sections->len; i++)
    if (!is_told_by_hero (self, g_ptr_array_index (pack->sections, i)))
      gtk_box_append (GTK_BOX (box), new_section (self, g_ptr_array_index (pack->sections, i)));
  gtk_box_append (GTK_BOX (box), new_look_up ());
  gtk_box_append (GTK_BOX (box), new_colophon (pack));

  adw_clamp_set_child (self->clamp, box);
  genu_home_page_set_room (self, 1, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->clamp));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * genu_home_page_set_room:
 * @self: a page
 * @scale: how much larger than plain everything shall be, because the window is
 * @wide: whether the picture has room beside the words, rather than below
 */
void
genu_home_page_set_room (GenuHomePage *self,
                         double        scale,
                         gboolean      wide)
{
  g_return_if_fail (GENU_IS_HOME_PAGE (self));

  adw_clamp_set_maximum_size (self->clamp, (int) (CLAMP_WIDTH * scale));
  adw_clamp_set_tightening_threshold (self->clamp, (int) (CLAMP_WIDTH * scale));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->hero), wide ? GTK_ORIENTATION_HORIZONTAL
                                                                    : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (self->hero, wide);
  if (self->view != NULL)
    gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, (int) (HERO_HEIGHT * scale));
}

/* The hero, NULL when the pack is empty.  (transfer none) */
GenuDiagramView *
genu_home_page_get_view (GenuHomePage *self)
{
  g_return_val_if_fail (GENU_IS_HOME_PAGE (self), NULL);

  return self->view;
}
