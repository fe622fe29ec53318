/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Digits never appear: each is a dot.  What was entered is overwritten as soon as it was handed
 * on. */

#include "config.h"

#include "genu-kiosk-pin-pad.h"

#include <glib/gi18n.h>

#include "genu-pin.h"
#include "genu-text.h"

struct _GenuKioskPinPad
{
  GtkWidget parent_instance;

  char       digits[GENU_PIN_MAX_DIGITS + 1];
  guint      n_digits;
  gboolean   checking; /* the answer is being computed */
  guint      locked;   /* seconds until digits are taken again */

  GtkLabel  *dots;
  GtkLabel  *message;
  GtkWidget *keys;     /* the grid */
  GtkWidget *enter_button;
};

enum
{
  ENTERED,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuKioskPinPad, genu_kiosk_pin_pad, GTK_TYPE_WIDGET)

static void
update (GenuKioskPinPad *self)
{
  g_autoptr(GString) dots = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf (ngettext ("%u digit entered", "%u digits entered",
                                                     self->n_digits), self->n_digits);

  for (guint i = 0; i < MAX (self->n_digits, GENU_PIN_MIN_DIGITS); i++)
    g_string_append (dots, i < self->n_digits ? "●" : "○");
  gtk_label_set_text (self->dots, dots->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_sensitive (self->keys, !self->checking && self->locked == 0);
  gtk_widget_set_sensitive (self->enter_button, self->n_digits >= GENU_PIN_MIN_DIGITS);
}

static void
wipe (GenuKioskPinPad *self)
{
  genu_pin_wipe (self->digits, sizeof self->digits);
  self->n_digits = 0;
}

static void
add_digit (GenuKioskPinPad *self,
           guint            digit)
{
  if (self->n_digits == GENU_PIN_MAX_DIGITS)
    return;

  self->digits[self->n_digits++] = (char) ('0' + digit);
  gtk_label_set_text (self->message, "");
  update (self);
}

static void
on_digit (GtkButton       *button,
          GenuKioskPinPad *self)
{
  add_digit (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "digit")));
}

static void
on_delete (GenuKioskPinPad *self)
{
  if (self->n_digits > 0)
    self->digits[--self->n_digits] = '\0';
  update (self);
}

static void
on_enter (GenuKioskPinPad *self)
{
  if (self->n_digits < GENU_PIN_MIN_DIGITS)
    return;

  g_signal_emit (self, signals[ENTERED], 0, self->digits);
  wipe (self);
  update (self);
}

static void
on_cancel (GenuKioskPinPad *self)
{
  genu_kiosk_pin_pad_clear (self);
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* --- Building --- */

static GtkWidget *
add_key (GtkGrid    *grid,
         int         column,
         int         row,
         const char *text,
         const char *icon,
         const char *name)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon)
                                   : gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "genu-kiosk-key");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (grid, button, column, row, 1, 1);

  return button;
}

static GtkWidget *
new_keys (GenuKioskPinPad *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *delete_button;

  gtk_grid_set_row_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_add_css_class (grid, "genu-kiosk-keys");
  /* Digits lie as on every keypad, whatever the direction of text. */
  gtk_widget_set_direction (grid, GTK_TEXT_DIR_LTR);
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      int column = i == 0 ? 1 : (int) (i - 1) % 3;
      int row = i == 0 ? 3 : (int) (i - 1) / 3;
      GtkWidget *button = add_key (GTK_GRID (grid), column, row, text, NULL, text);

      g_object_set_data (G_OBJECT (button), "digit", GUINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (on_digit), self);
    }

  delete_button = add_key (GTK_GRID (grid), 0, 3, NULL, "edit-clear-symbolic",
                           _("Delete the last digit"));
  g_signal_connect_swapped (delete_button, "clicked", G_CALLBACK (on_delete), self);
  self->enter_button = add_key (GTK_GRID (grid), 2, 3, NULL, "object-select-symbolic", _("Enter"));
  gtk_widget_add_css_class (self->enter_button, "suggested-action");
  g_signal_connect_swapped (self->enter_button, "clicked", G_CALLBACK (on_enter), self);

  return grid;
}

static GtkLabel *
new_centered (GtkBox    *box,
              GtkWidget *label)
{
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
genu_kiosk_pin_pad_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  wipe (GENU_KIOSK_PIN_PAD (object));
  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (genu_kiosk_pin_pad_parent_class)->dispose (object);
}

static void
genu_kiosk_pin_pad_class_init (GenuKioskPinPadClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_kiosk_pin_pad_dispose;
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[CANCELLED] = g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "kioskpinpad");
}

static void
genu_kiosk_pin_pad_init (GenuKioskPinPad *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *cancel = gtk_button_new_with_label (_("Back"));

  gtk_widget_add_css_class (box, "genu-kiosk-pin");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  new_centered (GTK_BOX (box), genu_text_new_heading (_("Staff PIN"), 1));
  self->dots = new_centered (GTK_BOX (box), genu_text_new_plain ("", "genu-kiosk-dots"));
  self->message = new_centered (GTK_BOX (box), genu_text_new_plain ("", "genu-kiosk-message"));
  self->keys = new_keys (self);
  gtk_box_append (GTK_BOX (box), self->keys);
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (cancel, "genu-kiosk-end");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (on_cancel), self);
  gtk_box_append (GTK_BOX (box), cancel);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  update (self);
}

GtkWidget *
genu_kiosk_pin_pad_new (void)
{
  return g_object_new (GENU_TYPE_KIOSK_PIN_PAD, NULL);
}

/* Forgets what was entered. */
void
genu_kiosk_pin_pad_clear (GenuKioskPinPad *self)
{
  g_return_if_fail (GENU_IS_KIOSK_PIN_PAD (self));

  wipe (self);
  gtk_label_set_text (self->message, "");
  update (self);
}

/**
 * genu_kiosk_pin_pad_press_key:
 * @self: a pad
 * @keyval: a key of a keyboard
 *
 * Returns: whether it was one of the pad's
 */
gboolean
genu_kiosk_pin_pad_press_key (GenuKioskPinPad *self,
                              guint            keyval)
{
  g_return_val_if_fail (GENU_IS_KIOSK_PIN_PAD (self), FALSE);

  if (self->checking || self->locked > 0)
    return FALSE;
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    add_digit (self, keyval - GDK_KEY_0);
  else if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    add_digit (self, keyval - GDK_KEY_KP_0);
  else if (keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Delete)
    on_delete (self);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    on_enter (self);
  else
    return FALSE;

  return TRUE;
}

/**
 * genu_kiosk_pin_pad_set_checking:
 * @self: a pad
 * @checking: whether the answer is being computed; no digits are taken meanwhile
 */
void
genu_kiosk_pin_pad_set_checking (GenuKioskPinPad *self,
                                 gboolean         checking)
{
  g_return_if_fail (GENU_IS_KIOSK_PIN_PAD (self));

  self->checking = checking;
  if (checking)
    gtk_label_set_text (self->message, _("One moment…"));
  update (self);
}

void
genu_kiosk_pin_pad_set_message (GenuKioskPinPad *self,
                                const char      *message)
{
  g_return_if_fail (GENU_IS_KIOSK_PIN_PAD (self));

  gtk_label_set_text (self->message, message);
}

/**
 * genu_kiosk_pin_pad_set_locked:
 * @self: a pad
 * @seconds: until digits are taken again; 0: they are taken
 */
void
genu_kiosk_pin_pad_set_locked (GenuKioskPinPad *self,
                               guint            seconds)
{
  g_return_if_fail (GENU_IS_KIOSK_PIN_PAD (self));

  if (seconds > 0)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("Too many wrong PINs. Wait %u second.",
                                   "Too many wrong PINs. Wait %u seconds.", seconds), seconds);

      wipe (self);
      gtk_label_set_text (self->message, text);
    }
  else if (self->locked > 0)
    gtk_label_set_text (self->message, "");
  self->locked = seconds;
  update (self);
}
