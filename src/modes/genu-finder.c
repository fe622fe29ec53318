/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The finder: a field and a list of all topics, each with a button for every one of its pictures,
 * so that any picture is two taps away.  What is typed leaves the topics that match
 * (genu-search.c), the best first; Enter opens it.  Rows are made once and then only sorted and
 * hidden. */

#include "config.h"

#include "genu-finder.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "genu-search.h"
#include "genu-text.h"

#define NOT_FOUND G_MAXUINT

typedef struct
{
  const GenuTopic *topic;
  GtkLabel        *subtitle;
  guint            rank; /* among what is found; NOT_FOUND: hidden */
  guint            step; /* that shows what was found */
} Row;

struct _GenuFinder
{
  GtkWidget parent_instance;

  const GenuPack *pack;    /* outlives the finder */
  GtkWidget      *ground;  /* dims what lies below; child */
  GtkWidget      *sheet;
  GtkEditable    *entry;
  GtkScrolledWindow *scroller;
  GtkListBox     *list;
};

enum
{
  CHOSEN,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuFinder, genu_finder, GTK_TYPE_WIDGET)

static Row *
get_row (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "row");
}

static void
choose (GenuFinder      *self,
        const GenuTopic *topic,
        guint            step,
        gboolean         asked)
{
  genu_finder_close (self);
  g_signal_emit (self, signals[CHOSEN], 0, topic->id, step, asked);
}

/* --- Finding --- */

static void
show_hit (Row                 *row,
          guint                rank,
          const GenuSearchHit *hit)
{
  row->rank = rank;
  row->step = hit->step;
  gtk_label_set_text (row->subtitle, hit->matched != NULL ? hit->matched
                                     : row->topic->summary != NULL ? row->topic->summary
                                     : row->topic->key_point);
}

static GtkListBoxRow *
nth_row (GenuFinder *self,
         guint       index)
{
  return gtk_list_box_get_row_at_index (self->list, (int) index);
}

/* Keeps the selected row in sight; the focus stays in the field. */
static void
select_row (GenuFinder    *self,
            GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  gtk_list_box_select_row (self->list, row);
  if (row != NULL
      && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

static void
find (GenuFinder *self)
{
  g_autoptr(GArray) hits = genu_search (self->pack, gtk_editable_get_text (self->entry));
  GtkListBoxRow *row;

  for (guint i = 0; (row = nth_row (self, i)) != NULL; i++)
    {
      Row *data = get_row (row);

      data->rank = NOT_FOUND;
      for (guint k = 0; k < hits->len; k++)
        if (g_array_index (hits, GenuSearchHit, k).topic == data->topic)
          show_hit (data, k, &g_array_index (hits, GenuSearchHit, k));
    }
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_filter (self->list);

  select_row (self, hits->len > 0 ? nth_row (self, 0) : NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  guint one = get_row (a)->rank, other = get_row (b)->rank;

  return one < other ? -1 : one > other;
}

static gboolean
is_found (GtkListBoxRow *row,
          gpointer       user_data)
{
  return get_row (row)->rank != NOT_FOUND;
}

/* --- Hands and keys --- */

static void
on_row_activated (GenuFinder    *self,
                  GtkListBoxRow *row)
{
  Row *data = get_row (row);

  choose (self, data->topic, data->step, data->step > 0);
}

static void
on_enter (GenuFinder *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    on_row_activated (self, row);
}

static void
on_step_clicked (GtkButton  *button,
                 GenuFinder *self)
{
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step"));

  choose (self, g_object_get_data (G_OBJECT (button), "topic"), step, TRUE);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GenuFinder            *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list), *next;
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (keyval == GDK_KEY_Escape)
    {
      genu_finder_close (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Down)
    index++;
  else if (keyval == GDK_KEY_Up && index > 0)
    index--;
  else
    return GDK_EVENT_PROPAGATE;

  next = gtk_list_box_get_row_at_index (self->list, index);
  if (next != NULL && is_found (next, NULL))
    select_row (self, next);
  return GDK_EVENT_STOP;
}

/* Beside the sheet. */
static void
on_ground_pressed (GtkGestureClick *gesture,
                   int              n_press,
                   double           x,
                   double           y,
                   GenuFinder      *self)
{
  graphene_rect_t sheet;

  if (gtk_widget_compute_bounds (self->sheet, self->ground, &sheet)
      && !graphene_rect_contains_point (&sheet, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    genu_finder_close (self);
}

/* --- Construction --- */

static GtkWidget *
new_step_button (GenuFinder      *self,
                 const GenuTopic *topic,
                 guint            index)
{
  const GenuStep *step = g_ptr_array_index (topic->steps, index);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  /* Translators: the title of a topic, the number of a picture, what it says. */
  g_autofree char *name = g_strdup_printf (_("%s, picture %u: %s"), topic->title, index + 1,
                                           step->say);
  GtkWidget *button = gtk_button_new_with_label (number);

  gtk_widget_add_css_class (button, "genu-finder-step");
  gtk_widget_set_tooltip_text (button, step->say);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "topic", (gpointer) topic);
  g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_step_clicked), self);

  return button;
}

static GtkWidget *
new_steps (GenuFinder      *self,
           const GenuTopic *topic)
{
  GtkWidget *flow = genu_text_new_flow (5);

  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_widget_set_valign (flow, GTK_ALIGN_CENTER);
  for (guint i = 0; i < topic->steps->len; i++)
    {
      GtkWidget *button = new_step_button (self, topic, i);

      genu_text_append_to_flow (flow, button);
      gtk_widget_set_halign (gtk_widget_get_parent (button), GTK_ALIGN_FILL);
    }

  return flow;
}

static GtkWidget *
new_words (GenuFinder      *self,
           const GenuTopic *topic,
           Row             *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *subtitle = genu_text_new_plain ("", "genu-finder-subtitle");

  row->subtitle = GTK_LABEL (subtitle);
  gtk_box_append (GTK_BOX (box), genu_text_new_plain (topic->title, "genu-finder-title"));
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static void
add_row (GenuFinder      *self,
         const GenuTopic *topic)
{
  Row *data = g_new0 (Row, 1);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  data->topic = topic;
  gtk_box_append (GTK_BOX (box), new_words (self, topic, data));
  gtk_box_append (GTK_BOX (box), new_steps (self, topic));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "genu-finder-row");
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  topic->title, -1);
  g_object_set_data_full (G_OBJECT (row), "row", data, g_free);
  gtk_list_box_append (self->list, row);
}

static GtkWidget *
new_entry_row (GenuFinder *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *close = gtk_button_new_with_label (_("Close"));
  GtkWidget *entry = gtk_search_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (entry, "genu-finder-entry");
  g_object_set (entry, "placeholder-text", _("First letters"), NULL);
  gtk_widget_set_tooltip_text (entry, _("First letters of a topic or a part"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a picture"), -1);
  gtk_widget_add_css_class (close, "genu-finder-step");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (find), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (genu_finder_close), self);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (genu_finder_close), self);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), close);

  return box;
}

static GtkWidget *
new_list (GenuFinder *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  for (guint i = 0; i < self->pack->topics->len; i++)
    add_row (self, g_ptr_array_index (self->pack->topics, i));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, is_found, NULL, NULL);
  gtk_list_box_set_placeholder (self->list,
                                genu_text_new_plain (_("No topic, part or word begins like this."),
                                                     "genu-finder-nothing"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "genu-finder-list");

  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  return GTK_WIDGET (self->scroller);
}

static void
build (GenuFinder *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->ground = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->sheet), new_entry_row (self));
  gtk_box_append (GTK_BOX (self->sheet), new_list (self));
  gtk_widget_add_css_class (self->sheet, "genu-finder");
  adw_clamp_set_child (ADW_CLAMP (clamp), self->sheet);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1400);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1000);
  gtk_widget_set_vexpand (clamp, TRUE);
  gtk_box_append (GTK_BOX (self->ground), clamp);
  gtk_widget_add_css_class (self->ground, "genu-finder-ground");
  gtk_widget_set_parent (self->ground, GTK_WIDGET (self));

  g_signal_connect (click, "pressed", G_CALLBACK (on_ground_pressed), self);
  gtk_widget_add_controller (self->ground, GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->ground, keys);
}

static void
genu_finder_dispose (GObject *object)
{
  g_clear_pointer (&GENU_FINDER (object)->ground, gtk_widget_unparent);
  G_OBJECT_CLASS (genu_finder_parent_class)->dispose (object);
}

static void
genu_finder_class_init (GenuFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_finder_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
genu_finder_init (GenuFinder *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a picture"), -1);
}

/**
 * genu_finder_new:
 * @pack: the pack; must outlive the finder
 *
 * Returns: (transfer floating): a finder that is not shown yet
 */
GtkWidget *
genu_finder_new (const GenuPack *pack)
{
  GenuFinder *self = g_object_new (GENU_TYPE_FINDER, NULL);

  self->pack = pack;
  build (self);

  return GTK_WIDGET (self);
}

/**
 * genu_finder_open:
 * @self: a finder
 * @typed: what was typed already; "" for all topics
 */
void
genu_finder_open (GenuFinder *self,
                  const char *typed)
{
  g_return_if_fail (GENU_IS_FINDER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_editable_set_text (self->entry, typed);
  find (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

void
genu_finder_close (GenuFinder *self)
{
  g_return_if_fail (GENU_IS_FINDER (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}
