/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole page, so that nothing of the visit is in view while nobody may be there.  A press
 * anywhere on it means “I am still here”: who hurries need not aim. */

#include "config.h"

#include "genu-kiosk-warning.h"

#include <glib/gi18n.h>

#include "genu-countdown.h"
#include "genu-text.h"

struct _GenuKioskWarning
{
  GtkWidget parent_instance;

  GenuCountdown *countdown;
  GtkWidget     *stay_button;
};

enum
{
  STAY,
  END,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuKioskWarning, genu_kiosk_warning, GTK_TYPE_WIDGET)

static void
on_stay (GenuKioskWarning *self)
{
  g_signal_emit (self, signals[STAY], 0);
}

static void
on_end (GenuKioskWarning *self)
{
  g_signal_emit (self, signals[END], 0);
}

static void
on_released (GtkGestureClick  *gesture,
             int               n_press,
             double            x,
             double            y,
             GenuKioskWarning *self)
{
  on_stay (self);
}

static GtkWidget *
new_button (GenuKioskWarning *self,
            const char       *text,
            const char       *css_class,
            GCallback         on_clicked)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = genu_text_new_plain (text, NULL);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (button, "clicked", on_clicked, self);

  return button;
}

static GtkWidget *
new_centered (GtkWidget *label)
{
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);

  return label;
}

static void
genu_kiosk_warning_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (genu_kiosk_warning_parent_class)->dispose (object);
}

static void
genu_kiosk_warning_class_init (GenuKioskWarningClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_kiosk_warning_dispose;
  signals[STAY] = g_signal_new ("stay", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
  signals[END] = g_signal_new ("end", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "kioskwarning");
}

static void
genu_kiosk_warning_init (GenuKioskWarning *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkGesture *anywhere = gtk_gesture_click_new ();

  self->countdown = GENU_COUNTDOWN (genu_countdown_new ());
  self->stay_button = new_button (self, _("I am still here"), "genu-kiosk-stay",
                                  G_CALLBACK (on_stay));
  gtk_widget_add_css_class (self->stay_button, "suggested-action");
  gtk_widget_set_halign (GTK_WIDGET (self->countdown), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "genu-kiosk-warning");

  gtk_box_append (GTK_BOX (box),
                  new_centered (genu_text_new_heading (_("Are you still there?"), 1)));
  gtk_box_append (GTK_BOX (box),
                  new_centered (genu_text_new_plain (_("If nobody touches the screen, it goes back "
                                                       "to the start for the next person."),
                                                     "genu-kiosk-words")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->countdown));
  gtk_box_append (GTK_BOX (box), self->stay_button);
  gtk_box_append (GTK_BOX (box), new_button (self, _("I am done: clear the screen"),
                                             "genu-kiosk-end", G_CALLBACK (on_end)));

  /* At the largest text a small screen scrolls rather than cuts. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));

  g_signal_connect (anywhere, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (anywhere));
}

GtkWidget *
genu_kiosk_warning_new (void)
{
  return g_object_new (GENU_TYPE_KIOSK_WARNING, NULL);
}

/**
 * genu_kiosk_warning_set_countdown:
 * @self: a page
 * @left: seconds that are left
 * @total: seconds that the warning stands
 */
void
genu_kiosk_warning_set_countdown (GenuKioskWarning *self,
                                  guint             left,
                                  guint             total)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GENU_IS_KIOSK_WARNING (self));

  text = g_strdup_printf (ngettext ("%u second left", "%u seconds left", left), left);
  genu_countdown_set (self->countdown, left, total);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stay_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Return, Space and a screen reader find “I am still here”. */
void
genu_kiosk_warning_focus (GenuKioskWarning *self)
{
  g_return_if_fail (GENU_IS_KIOSK_WARNING (self));

  gtk_widget_grab_focus (self->stay_button);
}
