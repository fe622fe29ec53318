/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole page is one button: whoever touches it anywhere begins, and presses nothing else.  The
 * pack's hero plays for as long as the page is shown; where there is none, the steps of the first
 * drawing one after the other, each with a rest.  A page that is not shown does nothing. */

#include "config.h"

#include "genu-kiosk-attract.h"

#include <glib/gi18n.h>

#include "genu-diagram-view.h"
#include "genu-text.h"
#include "genu-width-first.h"

/* Each step stands so long at its end, in milliseconds. */
#define REST_TIME 9000

struct _GenuKioskAttract
{
  GtkWidget parent_instance;

  const GenuPack  *pack;    /* outlives the page */
  GenuLook        *look;    /* owned */
  GtkWidget       *button;  /* child */
  GtkBox          *picture; /* holds the view */
  GenuDiagramView *view;    /* NULL when the pack has no drawing to show */
  GenuSide         side;
  guint            rest_id; /* until the next step plays */
};

enum
{
  BEGIN,
  FIRST_PICTURE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuKioskAttract, genu_kiosk_attract, GTK_TYPE_WIDGET)

static void
on_clicked (GenuKioskAttract *self)
{
  g_signal_emit (self, signals[BEGIN], 0);
}

static void
on_first_picture (GenuKioskAttract *self)
{
  g_signal_emit (self, signals[FIRST_PICTURE], 0);
}

/* --- Playing --- */

static gboolean
on_rest_over (gpointer user_data)
{
  GenuKioskAttract *self = user_data;
  guint next = genu_diagram_view_get_step (self->view) + 1;

  self->rest_id = 0;
  genu_diagram_view_set_step (self->view,
                              next < genu_diagram_view_get_n_steps (self->view) ? next : 0, TRUE);

  return G_SOURCE_REMOVE;
}

static void
on_step_finished (GenuKioskAttract *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->rest_id = g_timeout_add (REST_TIME, on_rest_over, self);
}

/* --- Building --- */

/**
 * genu_kiosk_attract_apply_look:
 * @self: a page
 *
 * Gives the drawing the colours and sizes of the look, which follow the window.
 */
void
genu_kiosk_attract_apply_look (GenuKioskAttract *self)
{
  g_return_if_fail (GENU_IS_KIOSK_ATTRACT (self));

  if (self->view == NULL)
    return;

  genu_diagram_view_set_text_scale (self->view, genu_look_get_label_scale (self->look));
  genu_diagram_view_set_least_text (self->view, genu_look_get_least_label (self->look));
  genu_diagram_view_set_theme (self->view, genu_look_get_theme (self->look));
}

static void
add_view (GenuKioskAttract *self)
{
  const GenuTopic *picture = genu_pack_get_picture (self->pack);

  if (picture == NULL)
    return;

  self->view = GENU_DIAGRAM_VIEW (genu_diagram_view_new (self->pack));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "genu-kiosk-picture");
  gtk_widget_set_can_target (GTK_WIDGET (self->view), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  genu_diagram_view_set_topic (self->view, picture);
  genu_diagram_view_set_side (self->view, self->side);
  genu_kiosk_attract_apply_look (self);
  g_signal_connect_swapped (self->view, "step-finished", G_CALLBACK (on_step_finished), self);
  g_signal_connect_swapped (self->view, "first-picture", G_CALLBACK (on_first_picture), self);
  gtk_widget_set_visible (GTK_WIDGET (self->view),
                          genu_diagram_view_get_error (self->view) == NULL);
  gtk_box_append (self->picture, GTK_WIDGET (self->view));
}

static GtkWidget *
new_centered (const char *text,
              const char *css_class)
{
  GtkWidget *label = genu_text_new_plain (text, css_class);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);

  return genu_width_first_new (label);
}

static GtkWidget *
new_invitation (void)
{
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (pill, "genu-kiosk-invitation");
  gtk_widget_set_halign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (pill), new_centered (_("Touch to begin"), NULL));

  return pill;
}

/* --- GtkWidget --- */

/* From the beginning, for whoever comes next. */
static void
genu_kiosk_attract_map (GtkWidget *widget)
{
  GenuKioskAttract *self = GENU_KIOSK_ATTRACT (widget);

  GTK_WIDGET_CLASS (genu_kiosk_attract_parent_class)->map (widget);
  if (self->view != NULL)
    genu_diagram_view_set_step (self->view, 0, TRUE);
}

static void
genu_kiosk_attract_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&GENU_KIOSK_ATTRACT (widget)->rest_id, g_source_remove);
  GTK_WIDGET_CLASS (genu_kiosk_attract_parent_class)->unmap (widget);
}

static gboolean
genu_kiosk_attract_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GENU_KIOSK_ATTRACT (widget)->button);
}

static void
genu_kiosk_attract_dispose (GObject *object)
{
  GenuKioskAttract *self = GENU_KIOSK_ATTRACT (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->view = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (genu_kiosk_attract_parent_class)->dispose (object);
}

static void
genu_kiosk_attract_class_init (GenuKioskAttractClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_kiosk_attract_dispose;
  widget_class->map = genu_kiosk_attract_map;
  widget_class->unmap = genu_kiosk_attract_unmap;
  widget_class->grab_focus = genu_kiosk_attract_grab_focus;
  signals[BEGIN] = g_signal_new ("begin", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 0);
  signals[FIRST_PICTURE] = g_signal_new ("first-picture", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "kioskattract");
}

static void
genu_kiosk_attract_init (GenuKioskAttract *self)
{
}

/**
 * genu_kiosk_attract_new:
 * @pack: the pack; must outlive the page
 * @look: colours and size of text
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
genu_kiosk_attract_new (const GenuPack *pack,
                        GenuLook       *look)
{
  GenuKioskAttract *self = g_object_new (GENU_TYPE_KIOSK_ATTRACT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->pack = pack;
  self->look = g_object_ref (look);
  self->picture = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "genu-kiosk-attract");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Touch to begin"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  pack->title, -1);

  gtk_box_append (GTK_BOX (box), new_centered (pack->title, "genu-kiosk-title"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (box), new_invitation ());
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  add_view (self);

  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);
  g_signal_connect_object (look, "changed", G_CALLBACK (genu_kiosk_attract_apply_look), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * genu_kiosk_attract_refresh:
 * @self: a page
 *
 * Loads the drawing anew and begins with its first step: whatever went wrong in days of playing is
 * over then.
 */
void
genu_kiosk_attract_refresh (GenuKioskAttract *self)
{
  g_return_if_fail (GENU_IS_KIOSK_ATTRACT (self));

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->view != NULL)
    gtk_box_remove (self->picture, GTK_WIDGET (self->view));
  self->view = NULL;
  add_view (self);
  if (self->view != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    genu_diagram_view_set_step (self->view, 0, TRUE);
}

void
genu_kiosk_attract_set_side (GenuKioskAttract *self,
                             GenuSide          side)
{
  g_return_if_fail (GENU_IS_KIOSK_ATTRACT (self));

  self->side = side;
  if (self->view != NULL)
    genu_diagram_view_set_side (self->view, side);
}
