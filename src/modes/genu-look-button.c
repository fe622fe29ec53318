/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-look-button.h"

#include <glib/gi18n.h>

#include "genu-text.h"

static void
on_size_toggled (GtkToggleButton *button,
                 GenuLook        *look)
{
  if (gtk_toggle_button_get_active (button))
    genu_look_set_size (look, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "value")));
}

static void
on_theme_toggled (GtkToggleButton *button,
                  GenuLook        *look)
{
  if (gtk_toggle_button_get_active (button))
    genu_look_set_theme (look, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "value")));
}

static void
on_still_changed (GtkSwitch  *still,
                  GParamSpec *pspec,
                  GenuLook   *look)
{
  genu_look_set_still (look, gtk_switch_get_active (still));
}

/* One of a row of choices, of which one is pressed. */
static GtkToggleButton *
add_toggle (GtkBox          *row,
            GtkToggleButton *group,
            GtkWidget       *child,
            const char      *name,
            guint            value,
            gboolean         active)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "genu-choice");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "value", GUINT_TO_POINTER (value));
  gtk_box_append (row, button);

  return GTK_TOGGLE_BUTTON (button);
}

static GtkWidget *
new_size_row (GenuLook *look)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkToggleButton *group = NULL;

  for (guint i = 0; i < GENU_LOOK_N_SIZES; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Text size %u of %u"), i + 1, GENU_LOOK_N_SIZES);
      g_autofree char *markup = g_strdup_printf ("<span size=\"%u%%\">A</span>", 70 + 20 * i);
      GtkWidget *letter = gtk_label_new (NULL);
      GtkToggleButton *button;

      gtk_label_set_markup (GTK_LABEL (letter), markup);
      button = add_toggle (GTK_BOX (row), group, letter, name, i, genu_look_get_size (look) == i);
      g_signal_connect (button, "toggled", G_CALLBACK (on_size_toggled), look);
      group = group != NULL ? group : button;
    }

  return row;
}

static GtkWidget *
new_theme_row (GenuLook *look)
{
  const char *const names[] = { _("Light"), _("Dark"), _("High contrast") };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkToggleButton *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkToggleButton *button = add_toggle (GTK_BOX (row), group, gtk_label_new (names[i]),
                                            names[i], i, genu_look_get_theme (look) == i);

      g_signal_connect (button, "toggled", G_CALLBACK (on_theme_toggled), look);
      group = group != NULL ? group : button;
    }

  return row;
}

static GtkWidget *
new_still_row (GenuLook *look)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = genu_text_new_plain (_("Still pictures"), NULL);
  GtkWidget *still = gtk_switch_new ();

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (still, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (still), genu_look_get_still (look));
  gtk_accessible_update_property (GTK_ACCESSIBLE (still), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Still pictures"), -1);
  g_signal_connect (still, "notify::active", G_CALLBACK (on_still_changed), look);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), still);

  return row;
}

GtkWidget *
genu_look_button_new (GenuLook *look)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  gtk_widget_add_css_class (box, "genu-look");
  gtk_box_append (GTK_BOX (box), genu_text_new_heading (_("Text size"), 3));
  gtk_box_append (GTK_BOX (box), new_size_row (look));
  gtk_box_append (GTK_BOX (box), genu_text_new_heading (_("Colors"), 3));
  gtk_box_append (GTK_BOX (box), new_theme_row (look));
  gtk_box_append (GTK_BOX (box), genu_text_new_heading (_("Movement"), 3));
  gtk_box_append (GTK_BOX (box), new_still_row (look));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover),
                             gdk_display_is_composited (gtk_widget_get_display (button)));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), "Aa");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _("Text size, colors, movement"));
  gtk_widget_add_css_class (button, "genu-header-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Text size, colors, movement"), -1);

  return button;
}
