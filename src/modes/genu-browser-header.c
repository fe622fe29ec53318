/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-browser-private.h"

#include <glib/gi18n.h>

#include "genu-look-button.h"

static GtkWidget *
new_header_button (const char *icon,
                   const char *text,
                   const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "genu-header-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return button;
}

static GtkWidget *
new_page_button (const char *text,
                 const char *page)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);
  gtk_widget_add_css_class (button, "genu-header-button");

  return button;
}

/* Unlike AdwWindowTitle it takes a second line rather than cut a long title. */
static GtkLabel *
new_title (void)
{
  GtkLabel *title = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (title, TRUE);
  gtk_label_set_natural_wrap_mode (title, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (title, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (title), "genu-page-title");

  return title;
}

GtkWidget *
genu_browser_new_header (GenuBrowser *self)
{
  self->header = ADW_HEADER_BAR (adw_header_bar_new ());
  self->title_label = g_object_ref_sink (new_title ());
  self->start_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->end_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->look_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->words_button = new_page_button (_("Words"), GENU_PAGE_GLOSSARY);
  self->sources_button = new_page_button (_("Sources"), GENU_PAGE_SOURCES);
  self->back_button = new_header_button ("go-previous-symbolic", _("Back"), "win.back");
  self->home_button = new_header_button ("go-home-symbolic", _("Home"), "win.home");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the page before"), -1);

  adw_header_bar_set_title_widget (self->header, GTK_WIDGET (self->title_label));
  adw_header_bar_pack_start (self->header, self->back_button);
  adw_header_bar_pack_start (self->header, self->home_button);
  adw_header_bar_pack_start (self->header, GTK_WIDGET (self->start_box));
  adw_header_bar_pack_end (self->header, GTK_WIDGET (self->look_box));
  adw_header_bar_pack_end (self->header, self->sources_button);
  adw_header_bar_pack_end (self->header, self->words_button);
  adw_header_bar_pack_end (self->header, GTK_WIDGET (self->end_box));
  gtk_widget_set_visible (GTK_WIDGET (self->start_box), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->end_box), FALSE);
  genu_browser_renew_look_button (self);

  return GTK_WIDGET (self->header);
}

/* A new button shows the look as it is now; it closes the popover of the old one. */
void
genu_browser_renew_look_button (GenuBrowser *self)
{
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->look_box));

  if (old != NULL)
    {
      gtk_menu_button_popdown (GTK_MENU_BUTTON (old));
      gtk_box_remove (self->look_box, old);
    }
  gtk_box_append (self->look_box, genu_look_button_new (self->look));
}

/* Where there is little height, and width for it, the tabs of the topic stand in the title's place;
 * the topic page says the title then. */
static void
update_title_widget (GenuBrowser *self)
{
  gboolean tabs = self->room.beside && genu_browser_get_topic (self) != NULL;
  GtkWidget *shown = adw_header_bar_get_title_widget (self->header);

  if (self->topic_page == NULL || tabs == (shown != GTK_WIDGET (self->title_label)))
    return;

  if (tabs)
    adw_header_bar_set_title_widget (self->header, genu_topic_page_take_tabs (self->topic_page));
  else
    genu_browser_return_tabs (self);
}

/* The tabs stand on their page again. */
void
genu_browser_return_tabs (GenuBrowser *self)
{
  adw_header_bar_set_title_widget (self->header, GTK_WIDGET (self->title_label));
  if (self->topic_page != NULL)
    genu_topic_page_give_tabs (self->topic_page);
}

void
genu_browser_update_header (GenuBrowser *self)
{
  const char *page = genu_browser_current_page (self);
  gboolean in_page;

  update_title_widget (self);
  /* The home page says it large by itself; where few words fit, each page does. */
  in_page = g_str_equal (page, GENU_PAGE_HOME) || self->room.narrow;
  gtk_label_set_text (self->title_label, in_page ? "" : self->title);
  /* One page away from home, Back would do what Home does, beside a Back for the steps. */
  gtk_widget_set_visible (self->back_button, self->history->len > 2);
  gtk_widget_set_visible (self->home_button, self->history->len > 1);
  if (self->topic_page != NULL)
    genu_topic_page_fit_tabs (self->topic_page);
}

/**
 * genu_browser_add_header_widget:
 * @self: a browser
 * @side: at which side, next to the title
 * @widget: a mode's own button or field
 */
void
genu_browser_add_header_widget (GenuBrowser *self,
                                GtkPackType  side,
                                GtkWidget   *widget)
{
  GtkBox *box;

  g_return_if_fail (GENU_IS_BROWSER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  box = side == GTK_PACK_START ? self->start_box : self->end_box;
  gtk_box_append (box, widget);
  gtk_widget_set_visible (GTK_WIDGET (box), TRUE);
}

/**
 * genu_browser_set_window_buttons_shown:
 * @self: a browser
 * @shown: whether the header has the window's own buttons, such as the one that closes it
 */
void
genu_browser_set_window_buttons_shown (GenuBrowser *self,
                                       gboolean     shown)
{
  g_return_if_fail (GENU_IS_BROWSER (self));

  adw_header_bar_set_show_start_title_buttons (self->header, shown);
  adw_header_bar_set_show_end_title_buttons (self->header, shown);
}

/* Drags, double clicks and the right button on a header act on the window.  What does that is a
 * GtkWindowHandle within the header: without its controllers it is a plain box. */
static void
disarm_handles (GtkWidget *widget)
{
  if (GTK_IS_WINDOW_HANDLE (widget))
    {
      g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

      while (g_list_model_get_n_items (controllers) > 0)
        {
          g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, 0);

          gtk_widget_remove_controller (widget, controller);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    disarm_handles (child);
}

/**
 * genu_browser_lock:
 * @self: a browser
 *
 * From now on the header neither moves, maximizes nor closes the window, and has no menu.
 */
void
genu_browser_lock (GenuBrowser *self)
{
  g_return_if_fail (GENU_IS_BROWSER (self));

  genu_browser_set_window_buttons_shown (self, FALSE);
  disarm_handles (GTK_WIDGET (self->header));
}
