/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first page.  Its picture, the pack's hero, plays for as long as it is shown; it takes no
 * touch, since one must be able to scroll past it.  Sections are cards in one column, or in two
 * where there is room, read column by column. */

#include "config.h"

#include "genu-home-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "genu-certainty-meter.h"
#include "genu-text.h"
#include "genu-width-first.h"

/* In em. */
#define CLAMP_WIDTH 84
#define HERO_HEIGHT 26

/* Of a clamp, in logical pixels. */
#define NO_LIMIT 10000

/* Of the page's height, at most, so that the cards below are seen to begin. */
#define HERO_SHARE 0.58
/* The picture's, beside large text in a low window: of its height, and of its width. */
#define BESIDE_HEIGHT 0.8
#define BESIDE_WIDTH 0.4

/* What lies at the sides of the page and of the words, in em (see .genu-home, .genu-hero-words). */
#define PAGE_SIDES 4
#define WORDS_SIDE 2
#define NARROW_PAGE_SIDES 2

struct _GenuHomePage
{
  GtkWidget parent_instance;

  const GenuPack  *pack; /* outlives the page */
  GenuDiagramView *view; /* the hero; NULL when the pack is empty */
  AdwClamp        *clamp;
  GtkBox          *hero;    /* the words, then the picture: side by side where there is room */
  GtkFlowBox      *tours;   /* buttons of the short ways; NULL when there are none */
  GtkBox          *columns; /* of sections */
  GtkBox          *column[2];
  GenuRoom         room;
};

enum
{
  TOPIC_CHOSEN,
  TOUR_CHOSEN,
  FIRST_PICTURE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuHomePage, genu_home_page, GTK_TYPE_WIDGET)

static void
on_topic_clicked (GtkButton    *button,
                  GenuHomePage *self)
{
  const GenuTopic *topic = g_object_get_data (G_OBJECT (button), "topic");

  g_signal_emit (self, signals[TOPIC_CHOSEN], 0, topic->id);
}

static void
on_tour_clicked (GtkButton    *button,
                 GenuHomePage *self)
{
  g_signal_emit (self, signals[TOUR_CHOSEN], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tour")));
}

static void
on_first_picture (GenuHomePage *self)
{
  g_signal_emit (self, signals[FIRST_PICTURE], 0);
}

/* --- Sections --- */

static const char *
get_line (const GenuTopic *topic)
{
  return topic->summary != NULL ? topic->summary : topic->key_point;
}

static GtkWidget *
new_certainty (GenuCertainty certainty)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_widget_add_css_class (row, "genu-row-certainty");
  gtk_box_append (GTK_BOX (row), genu_certainty_meter_new (certainty));
  gtk_box_append (GTK_BOX (row), genu_width_first_new (genu_text_new_plain (
                                   genu_certainty_get_words (certainty), NULL)));

  return row;
}

/* A row of a card: what it leads to, a line about it, an arrow. */
static GtkWidget *
new_row (const char *title,
         const char *line,
         GtkWidget  *more)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (arrow, "genu-arrow");
  gtk_box_append (GTK_BOX (words), genu_text_new_plain (title, "genu-row-title"));
  gtk_box_append (GTK_BOX (words), genu_text_new_plain (line, "genu-row-text"));
  if (more != NULL)
    gtk_box_append (GTK_BOX (words), more);
  gtk_box_append (GTK_BOX (row), genu_width_first_new (words));
  gtk_box_append (GTK_BOX (row), arrow);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "genu-row");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);

  return button;
}

static GtkWidget *
new_topic_row (GenuHomePage    *self,
               const GenuTopic *topic)
{
  gboolean claims = topic->evidence != NULL && topic->kind != GENU_TOPIC_KIND_PAGE;
  GtkWidget *more = claims ? new_certainty (topic->evidence->certainty) : NULL;
  GtkWidget *row = new_row (topic->title, get_line (topic), more);

  g_object_set_data (G_OBJECT (row), "topic", (gpointer) topic);
  g_signal_connect (row, "clicked", G_CALLBACK (on_topic_clicked), self);

  return row;
}

static GtkWidget *
new_card (const char *title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (card, "genu-section");
  if (title != NULL)
    gtk_box_append (GTK_BOX (card), genu_text_new_heading (title, 2));

  return card;
}

/* Whether the only row of a section repeats the section's name. */
static gboolean
is_said_by_row (const GenuSection *section)
{
  const GenuTopic *topic = section->topics->len == 1 ? g_ptr_array_index (section->topics, 0)
                                                     : NULL;

  return topic != NULL && g_str_equal (topic->title, section->title);
}

static GtkWidget *
new_section (GenuHomePage      *self,
             const GenuSection *section)
{
  GtkWidget *card = new_card (is_said_by_row (section) ? NULL : section->title);

  for (guint i = 0; i < section->topics->len; i++)
    gtk_box_append (GTK_BOX (card), new_topic_row (self, g_ptr_array_index (section->topics, i)));

  return card;
}

static GtkWidget *
new_page_row (const char *title,
              const char *line,
              const char *page)
{
  GtkWidget *row = new_row (title, line, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page);

  return row;
}

/* Words and sources, which have no room in the header bar of a narrow window. */
static GtkWidget *
new_look_up (void)
{
  GtkWidget *card = new_card (_("Look it up"));

  gtk_box_append (GTK_BOX (card),
                  new_page_row (_("Words"), _("What the doctor's words mean."), "glossary"));
  gtk_box_append (GTK_BOX (card),
                  new_page_row (_("Sources"), _("The studies behind these pages."), "sources"));

  return card;
}

/* A section that holds nothing but the topic of the hero says nothing new. */
static gboolean
is_told_by_hero (GenuHomePage      *self,
                 const GenuSection *section)
{
  return section->topics->len == 1
         && g_ptr_array_index (section->topics, 0) == g_ptr_array_index (self->pack->topics, 0);
}

/* Rows of all sections, a heading counted as one. */
static guint
count_rows (GenuHomePage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->pack->sections->len; i++)
    n += ((const GenuSection *) g_ptr_array_index (self->pack->sections, i))->topics->len + 1;

  return n;
}

/* The first column ends with the section that passes the middle. */
static void
add_sections (GenuHomePage *self)
{
  guint half = (count_rows (self) + 1) / 2, n = 0;

  for (guint i = 0; i < self->pack->sections->len; i++)
    {
      const GenuSection *section = g_ptr_array_index (self->pack->sections, i);

      if (is_told_by_hero (self, section))
        continue;
      gtk_box_append (self->column[n >= half ? 1 : 0], new_section (self, section));
      n += section->topics->len + 1;
    }
  gtk_box_append (self->column[1], new_look_up ());
}

static void
add_columns (GenuHomePage *self,
             GtkWidget    *box)
{
  self->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20));
  gtk_box_set_homogeneous (self->columns, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->column); i++)
    {
      self->column[i] = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 20));
      gtk_box_append (self->columns, GTK_WIDGET (self->column[i]));
    }
  add_sections (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->columns));
}

/* --- The hero --- */

static GtkWidget *
new_text_button (const char *text,
                 const char *css_class)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = genu_text_new_plain (text, NULL);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_button_set_child (GTK_BUTTON (button), genu_width_first_new (label));
  gtk_widget_add_css_class (button, css_class);

  return button;
}

/* The way in for who does not know where to begin. */
static GtkWidget *
new_start_button (GenuHomePage    *self,
                  const GenuTopic *first)
{
  g_autofree char *text = g_strdup_printf (_("Start: %s"), first->title);
  GtkWidget *button = new_text_button (text, "genu-start");

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, get_line (first), -1);
  g_object_set_data (G_OBJECT (button), "topic", (gpointer) first);
  g_signal_connect (button, "clicked", G_CALLBACK (on_topic_clicked), self);

  return button;
}

/* The short ways, by the time they take. */
static GtkWidget *
new_tours (GenuHomePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *flow = genu_text_new_flow (3);

  gtk_box_append (GTK_BOX (box), genu_text_new_plain (_("Or see the story in short. I have:"),
                                                      "genu-tours-title"));
  for (guint i = 0; i < self->pack->tours->len; i++)
    {
      const GenuTour *tour = g_ptr_array_index (self->pack->tours, i);
      g_autofree char *text =
        g_strdup_printf (ngettext ("%u minute", "%u minutes", tour->minutes), tour->minutes);
      GtkWidget *button = new_text_button (text, "genu-tour");

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tour->title, -1);
      g_object_set_data (G_OBJECT (button), "tour", GUINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (on_tour_clicked), self);
      genu_text_append_to_flow (flow, button);
      gtk_widget_set_halign (gtk_widget_get_parent (button), GTK_ALIGN_FILL);
    }
  self->tours = GTK_FLOW_BOX (flow);
  gtk_box_append (GTK_BOX (box), flow);

  return box;
}

static void
on_view_mapped (GenuDiagramView *view)
{
  genu_diagram_view_set_step (view, 0, TRUE);
}

static void
add_hero_picture (GenuHomePage    *self,
                  const GenuTopic *picture)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->view = GENU_DIAGRAM_VIEW (genu_diagram_view_new (self->pack));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "genu-hero");
  gtk_widget_set_can_target (GTK_WIDGET (self->view), FALSE);
  genu_diagram_view_set_topic (self->view, picture);
  genu_diagram_view_set_step (self->view, 0, FALSE);
  g_signal_connect_swapped (self->view, "first-picture", G_CALLBACK (on_first_picture), self);
  g_signal_connect (self->view, "map", G_CALLBACK (on_view_mapped), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->view),
                          genu_diagram_view_get_error (self->view) == NULL);
  gtk_widget_set_visible (clamp, gtk_widget_get_visible (GTK_WIDGET (self->view)));
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->view));
  gtk_box_append (self->hero, clamp);
}

static GtkWidget *
new_hero (GenuHomePage *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  const GenuTopic *first = self->pack->topics->len > 0 ? g_ptr_array_index (self->pack->topics, 0)
                                                       : NULL;

  self->hero = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_add_css_class (words, "genu-hero-words");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), genu_text_new_heading (self->pack->title, 1));
  if (self->pack->summary != NULL)
    gtk_box_append (GTK_BOX (words), genu_text_new_plain (self->pack->summary, "genu-lead"));
  gtk_box_append (self->hero, genu_width_first_new (words));
  if (first != NULL)
    {
      gtk_box_append (GTK_BOX (words), new_start_button (self, first));
      if (self->pack->tours->len > 0)
        gtk_box_append (GTK_BOX (words), new_tours (self));
    }
  if (genu_pack_get_picture (self->pack) != NULL)
    add_hero_picture (self, genu_pack_get_picture (self->pack));

  return GTK_WIDGET (self->hero);
}

/* --- GObject --- */

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
  signals[TOUR_CHOSEN] = g_signal_new ("tour-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->pack = pack;
  self->clamp = ADW_CLAMP (adw_clamp_new ());
  gtk_widget_add_css_class (box, "genu-home");
  gtk_box_append (GTK_BOX (box), new_hero (self));
  add_columns (self, box);
  gtk_box_append (GTK_BOX (box), new_colophon (pack));

  adw_clamp_set_child (self->clamp, box);
  adw_clamp_set_maximum_size (self->clamp, NO_LIMIT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->clamp));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* --- Room --- */

static gboolean
is_beside (GenuHomePage *self)
{
  return self->room.wide || self->room.beside;
}

static void
set_most_width (AdwClamp *clamp,
                double    width)
{
  adw_clamp_set_maximum_size (clamp, (int) width);
  adw_clamp_set_tightening_threshold (clamp, (int) width);
}

/* What the words of the hero have, in logical pixels. */
static double
get_words_width (GenuHomePage *self)
{
  double em = self->room.em, width = MIN (self->room.width, CLAMP_WIDTH * em);

  if (self->room.narrow && !is_beside (self))
    return width - NARROW_PAGE_SIDES * em;

  width -= PAGE_SIDES * em;
  if (self->room.wide)
    width /= 2;
  else if (self->room.beside)
    width -= BESIDE_WIDTH * self->room.width;

  return width - WORDS_SIDE * em;
}

/* All in a row, or each in its own: a row of two and one looks as if something were missing. */
static void
fit_tours (GenuHomePage *self)
{
  int sum = 0, n = 0, width;

  if (self->tours == NULL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tours)); child != NULL;
       child = gtk_widget_get_next_sibling (child), n++)
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      sum += width;
    }
  sum += (n - 1) * (int) gtk_flow_box_get_column_spacing (self->tours);
  gtk_flow_box_set_max_children_per_line (self->tours,
                                          sum <= get_words_width (self) ? MAX (n, 1) : 1);
}

static void
fit_hero (GenuHomePage *self)
{
  gboolean column = is_beside (self) && !self->room.wide;
  double height = column ? BESIDE_HEIGHT * self->room.height
                         : MIN (HERO_HEIGHT * self->room.em, HERO_SHARE * self->room.height);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->hero),
                                  is_beside (self) ? GTK_ORIENTATION_HORIZONTAL
                                                   : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (self->hero, self->room.wide);
  if (self->view == NULL)
    return;

  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, (int) height);
  set_most_width (ADW_CLAMP (gtk_widget_get_parent (GTK_WIDGET (self->view))),
                  column ? BESIDE_WIDTH * self->room.width : NO_LIMIT);
  gtk_widget_set_valign (gtk_widget_get_parent (GTK_WIDGET (self->view)),
                         column ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_widget_set_valign (gtk_widget_get_first_child (GTK_WIDGET (self->hero)),
                         column ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
}

/**
 * genu_home_page_set_room:
 * @self: a page
 * @room: what it has
 */
void
genu_home_page_set_room (GenuHomePage   *self,
                         const GenuRoom *room)
{
  g_return_if_fail (GENU_IS_HOME_PAGE (self));

  if (genu_room_equal (&self->room, room))
    return;

  self->room = *room;
  set_most_width (self->clamp, CLAMP_WIDTH * room->em);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  room->wide ? GTK_ORIENTATION_HORIZONTAL
                                             : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (self->columns, room->wide);
  fit_hero (self);
  fit_tours (self);
}

/* The hero, NULL when the pack is empty.  (transfer none) */
GenuDiagramView *
genu_home_page_get_view (GenuHomePage *self)
{
  g_return_val_if_fail (GENU_IS_HOME_PAGE (self), NULL);

  return self->view;
}
