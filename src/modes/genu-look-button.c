/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-look-button.h"

#include <glib/gi18n.h>

#include "genu-popover.h"
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
on_still_toggled (GtkToggleButton *button,
                  GenuLook        *look)
{
  if (gtk_toggle_button_get_active (button))
    genu_look_set_still (look, g_object_get_data (G_OBJECT (button), "value") != NULL);
}

/* One of a row of choices, of which one is pressed. */
static GtkToggleButton *
add_toggle (GtkWidget       *row,
            GtkToggleButton *group,
            GtkWidget       *label,
            const char      *name,
            guint            value,
            gboolean         active)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "genu-choice");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "value", GUINT_TO_POINTER (value));
  genu_text_append_to_flow (row, button);
  gtk_widget_set_halign (gtk_widget_get_parent (button), GTK_ALIGN_FILL);

  return GTK_TOGGLE_BUTTON (button);
}

static GtkWidget *
new_row (guint most)
{
  GtkWidget *row = genu_text_new_flow (most);

  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (row), TRUE);

  return row;
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = genu_text_new_plain (text, NULL);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);

  return label;
}

/* The letters show the order of the sizes; none is smaller than the text around. */
static GtkWidget *
new_size_row (GenuLook *look)
{
  GtkWidget *row = new_row (GENU_LOOK_N_SIZES);
  GtkToggleButton *group = NULL;

  for (guint i = 0; i < GENU_LOOK_N_SIZES; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Text size %u of %u"), i + 1, GENU_LOOK_N_SIZES);
      g_autofree char *markup = g_strdup_printf ("<span size=\"%u%%\">A</span>", 100 + 15 * i);
      GtkWidget *letter = gtk_label_new (NULL);
      GtkToggleButton *button;

      gtk_label_set_markup (GTK_LABEL (letter), markup);
      button = add_toggle (row, group, letter, name, i, genu_look_get_size (look) == i);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_size_toggled), look, 0);
      group = group != NULL ? group : button;
    }

  return row;
}

static GtkWidget *
new_theme_row (GenuLook *look)
{
  const char *const names[] = { _("Light"), _("Dark"), _("High contrast") };
  GtkWidget *row = new_row (G_N_ELEMENTS (names));
  GtkToggleButton *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkToggleButton *button = add_toggle (row, group, new_label (names[i]), names[i], i,
                                            genu_look_get_theme (look) == i);

      g_signal_connect_object (button, "toggled", G_CALLBACK (on_theme_toggled), look, 0);
      group = group != NULL ? group : button;
    }

  return row;
}

static GtkWidget *
new_still_row (GenuLook *look)
{
  const char *const names[] = { _("Moving pictures"), _("Still pictures") };
  GtkWidget *row = new_row (G_N_ELEMENTS (names));
  GtkToggleButton *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkToggleButton *button = add_toggle (row, group, new_label (names[i]), names[i], i,
                                            genu_look_get_still (look) == (i == 1));

      g_signal_connect_object (button, "toggled", G_CALLBACK (on_still_toggled), look, 0);
      group = group != NULL ? group : button;
    }

  return row;
}

/* Made anew each time, so that it shows the choices and the size of text as they are now. */
static void
make_popover (GtkMenuButton *button,
              gpointer       user_data)
{
  GenuLook *look = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *popover = genu_popover_new (box);

  gtk_widget_add_css_class (box, "genu-look");
  gtk_box_append (GTK_BOX (box), genu_text_new_heading (_("Text size"), 3));
  gtk_box_append (GTK_BOX (box), new_size_row (look));
  gtk_box_append (GTK_BOX (box), genu_text_new_heading (_("Colors"), 3));
  gtk_box_append (GTK_BOX (box), new_theme_row (look));
  gtk_box_append (GTK_BOX (box), genu_text_new_heading (_("Movement"), 3));
  gtk_box_append (GTK_BOX (box), new_still_row (look));
  gtk_menu_button_set_popover (button, popover);
  genu_popover_fit (GTK_POPOVER (popover),
                    GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button))));
}

/* Larger text needs a larger popover; not at once, since it has not been laid out yet. */
static gboolean
fit_again (gpointer user_data)
{
  g_autoptr(GtkMenuButton) button = g_weak_ref_get (user_data);
  GtkPopover *popover = button != NULL ? gtk_menu_button_get_popover (button) : NULL;

  if (popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover)))
    {
      genu_popover_fit (popover, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button))));
      gtk_popover_present (popover);
    }

  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* The timer must not keep the button: a popover that outlives its place in the window has no
 * surface any more, and GTK 4.8 asks one that the pointer was last in for its surface. */
static void
on_look_changed (GenuLook      *look,
                 GtkMenuButton *button)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, button);
  g_timeout_add_full (G_PRIORITY_DEFAULT, 50, fit_again, ref, free_weak_ref);
}

GtkWidget *
genu_look_button_new (GenuLook *look)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover, look, NULL);
  g_signal_connect_object (look, "changed", G_CALLBACK (on_look_changed), button, 0);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), gtk_label_new ("Aa"));
  gtk_widget_set_tooltip_text (button, _("Text size, colors, movement"));
  gtk_widget_add_css_class (button, "genu-header-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Text size, colors, movement"), -1);

  return button;
}
