/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tabs of the topic page.  Which of their forms they have follows from the room: words on all,
 * equally wide; words on all, each as wide as its own; words on the one that is shown, icons on the
 * others; icons alone.  Targets and text never shrink, and screen readers hear the words of all. */

#include "config.h"

#include "genu-topic-page-private.h"

#include <glib/gi18n.h>

enum
{
  FORM_EQUAL,
  FORM_WORDS,
  FORM_CURRENT,
  FORM_ICONS,
  N_FORMS,
};

/* Tabs that came to another place are measured before their style is known there, and so are fitted
 * again; but not for ever, should they never be as wide as they were measured. */
#define MOST_FITS 4

/* Now rather than with the next frame, so that it is measured as it will be. */
static void
compute_style (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_widget_queue_resize (widget);
}

static void
set_tab_form (GtkWidget *tab,
              GtkLabel  *label,
              GtkWidget *icon,
              guint      form)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab));
  gboolean words = form < FORM_CURRENT || (form == FORM_CURRENT && active);

  gtk_widget_set_visible (GTK_WIDGET (label), words);
  gtk_widget_set_visible (icon, !words);
  compute_style (tab);
  compute_style (GTK_WIDGET (label));
}

static void
take_form (GenuTopicPage *self,
           guint          form)
{
  gtk_box_set_homogeneous (GTK_BOX (self->tabs), form == FORM_EQUAL || form == FORM_ICONS);
  set_tab_form (self->hoped_tab, self->hoped_tab_label, self->hoped_tab_icon, form);
  set_tab_form (self->how_tab, self->how_tab_label, self->how_tab_icon, form);
  set_tab_form (self->sure_tab, self->sure_tab_label, self->sure_tab_icon, form);
}

static int
measure_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/**
 * genu_topic_page_fit_tabs:
 * @self: a page
 *
 * Takes the form with the most words that fits: on the page, or in the header that took the tabs.
 * To be called when something else in that header may have come or gone; not while widgets are
 * allocated.  Nothing is touched when it fits already: what is shown anew is laid out anew.
 */
void
genu_topic_page_fit_tabs (GenuTopicPage *self)
{
  GtkWidget *around;
  int own, others;

  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  around = gtk_widget_get_ancestor (self->tabs, ADW_TYPE_HEADER_BAR);
  if (around == NULL)
    around = GTK_WIDGET (self->tabs_bin);
  own = measure_width (self->tabs);
  others = measure_width (around) - own;
  if (self->room.width == 0
      || (self->tabs_fits > 0 && self->tabs_others == others && self->tabs_own == own)
      || self->tabs_fits > MOST_FITS)
    return;

  self->tabs_fits++;
  self->tabs_others = others;
  for (guint form = FORM_EQUAL; form < N_FORMS; form++)
    {
      take_form (self, form);
      self->tabs_own = measure_width (self->tabs);
      if (self->tabs_own + others <= self->room.width)
        return;
    }
}

/* Something else than what is around the tabs has changed. */
void
genu_topic_page_refit_tabs (GenuTopicPage *self)
{
  self->tabs_fits = 0;
  genu_topic_page_fit_tabs (self);
}

static void
set_tab_text (GtkWidget  *tab,
              GtkLabel   *label,
              const char *name,
              const char *text)
{
  gtk_label_set_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* In little room the tabs say it shorter; a screen reader always hears it in full. */
void
genu_topic_page_update_tabs (GenuTopicPage *self)
{
  gboolean claims = self->topic != NULL && self->topic->kind != GENU_TOPIC_KIND_PAGE;
  gboolean brief = self->room.low || self->room.narrow;
  const char *hoped = claims ? _("What is hoped for") : _("In words");
  const char *how = claims ? _("How it is thought to work") : _("In pictures");

  set_tab_text (self->hoped_tab, self->hoped_tab_label, hoped,
                brief && claims ? _("Hoped for") : hoped);
  set_tab_text (self->how_tab, self->how_tab_label, how,
                brief && claims ? _("Thought to work") : how);
  set_tab_text (self->sure_tab, self->sure_tab_label, _("How sure are we?"),
                brief ? _("How sure?") : _("How sure are we?"));
  gtk_widget_set_visible (self->sure_tab, self->topic != NULL && self->topic->evidence != NULL);
  genu_topic_page_refit_tabs (self);
}

/* --- Where they are --- */

/* The page says the topic's title where the header does not: it holds the tabs, or is narrow. */
void
genu_topic_page_update_title (GenuTopicPage *self)
{
  gboolean taken = adw_bin_get_child (self->tabs_bin) == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->topic_title), taken || self->room.narrow);
}

/**
 * genu_topic_page_take_tabs:
 * @self: a page
 *
 * Returns: (transfer none): the tabs, without a parent, until genu_topic_page_give_tabs()
 */
GtkWidget *
genu_topic_page_take_tabs (GenuTopicPage *self)
{
  g_return_val_if_fail (GENU_IS_TOPIC_PAGE (self), NULL);

  adw_bin_set_child (self->tabs_bin, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tabs_bin), FALSE);
  genu_topic_page_update_title (self);
  self->tabs_fits = 0;

  return self->tabs;
}

/**
 * genu_topic_page_give_tabs:
 * @self: a page
 *
 * The tabs are above the page again.
 */
void
genu_topic_page_give_tabs (GenuTopicPage *self)
{
  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  if (gtk_widget_get_parent (self->tabs) == GTK_WIDGET (self->tabs_bin))
    return;

  if (gtk_widget_get_parent (self->tabs) != NULL)
    gtk_widget_unparent (self->tabs);
  adw_bin_set_child (self->tabs_bin, self->tabs);
  gtk_widget_set_visible (GTK_WIDGET (self->tabs_bin), TRUE);
  genu_topic_page_update_title (self);
  self->tabs_fits = 0;
}
