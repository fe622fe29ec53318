/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What needs a window on the screen: the contrast of all text and icons, as painted, in each of the
 * colours, every page from its top to its end; and the popover behind "Aa" at sizes of text. */

#include "config.h"

#include "../widgets/widget-fixture.h"
#include "genu-browser.h"
#include "window-audit.h"

#define MOST_MESSAGES 20

typedef struct
{
  GenuPack    *pack;
  GenuLook    *look;
  GenuBrowser *browser;
  GtkWindow   *window;
  WindowAudit  audit;
  guint        n_pictures;
} Fixture;

static const char *const theme_names[] = { "light", "dark", "high contrast" };

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), "data", "packs", "knee",
                                            NULL);

  self->pack = genu_pack_load (path, NULL, report);
  g_assert_nonnull (self->pack);
  self->look = genu_look_new (gdk_display_get_default ());
  genu_look_set_still (self->look, TRUE);
  self->browser = genu_browser_new (self->pack, self->look);
  count_signal (self->browser, "first-picture", &self->n_pictures);
  self->audit.faults = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (self->window);
  g_object_unref (self->window);
  run_for (50);
  genu_look_set_still (self->look, FALSE);
  g_object_unref (self->look);
  genu_pack_free (self->pack);
  g_ptr_array_unref (self->audit.faults);
}

static void
show_window (Fixture *self,
             int      width,
             int      height)
{
  self->window = g_object_ref (GTK_WINDOW (adw_window_new ()));
  gtk_window_set_default_size (self->window, width, height);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->browser));
  genu_browser_start (self->browser);
  gtk_window_present (self->window);
  run_until (self->n_pictures > 0);
  run_for (100);
}

static void
print_faults (Fixture *self)
{
  for (guint i = 0; i < MIN (self->audit.faults->len, MOST_MESSAGES); i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (self->audit.faults, i));
  g_test_message ("%u looked at, %u faults", self->audit.n_texts, self->audit.faults->len);
}

/* --- Contrast --- */

/* The largest scroller in sight; NULL. */
static GtkScrolledWindow *
find_scroller (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return GTK_SCROLLED_WINDOW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkScrolledWindow *found = find_scroller (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The page from its top to its end. */
static void
look_at (Fixture    *self,
         const char *theme,
         const char *page)
{
  g_autofree char *where = g_strdup_printf ("%s, %s", theme, page);
  GtkScrolledWindow *scroller;
  GtkAdjustment *along;

  run_for (120);
  /* The window itself: it paints the ground. */
  self->audit.window = GTK_WIDGET (self->window);
  self->audit.where = where;
  audit_contrast (&self->audit);
  scroller = find_scroller (GTK_WIDGET (self->browser));
  along = scroller != NULL ? gtk_scrolled_window_get_vadjustment (scroller) : NULL;
  while (along != NULL && gtk_adjustment_get_value (along) + gtk_adjustment_get_page_size (along)
                          < gtk_adjustment_get_upper (along) - 1)
    {
      gtk_adjustment_set_value (along, gtk_adjustment_get_value (along)
                                       + gtk_adjustment_get_page_size (along) * 0.9);
      run_for (60);
      audit_contrast (&self->audit);
    }
}

static void
press_tab (GtkWidget *widget,
           guint     *which)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && gtk_widget_has_css_class (gtk_widget_get_parent (widget), "genu-tabs") && (*which)-- == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    press_tab (child, which);
}

static void
look_at_topic (Fixture    *self,
               const char *theme,
               const char *id)
{
  static const char *const parts[] = { "in words", "in pictures", "how sure" };

  g_assert_true (genu_browser_open_topic (self->browser, id, 1, TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *page = g_strdup_printf ("%s %s", id, parts[i]);
      guint which = i;

      press_tab (GTK_WIDGET (self->browser), &which);
      look_at (self, theme, page);
    }
}

static void
look_at_pages (Fixture    *self,
               const char *theme)
{
  genu_browser_go_home (self->browser);
  look_at (self, theme, "home");
  look_at_topic (self, theme, "differentiate");
  look_at_topic (self, theme, "other-choices");
  genu_browser_open_page (self->browser, GENU_PAGE_GLOSSARY);
  look_at (self, theme, "glossary");
  genu_browser_open_page (self->browser, GENU_PAGE_SOURCES);
  look_at (self, theme, "sources");
  genu_browser_open_tour (self->browser, 0);
  look_at (self, theme, "a short way");
}

static void
test_contrast (Fixture       *self,
               gconstpointer  data)
{
  show_window (self, 1280, 720);
  for (guint i = 0; i < G_N_ELEMENTS (theme_names); i++)
    {
      genu_look_set_theme (self->look, i);
      look_at_pages (self, theme_names[i]);
    }
  print_faults (self);
  g_assert_cmpuint (self->audit.n_texts, >, 500);
  g_assert_cmpuint (self->audit.faults->len, ==, 0);
}

/* What the audit is worth: grey text is found. */
static void
test_bad_colour_is_found (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr(GtkCssProvider) css = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();
  guint before;

  genu_look_set_theme (self->look, GENU_THEME_LIGHT);
  show_window (self, 1280, 720);
  genu_browser_open_page (self->browser, GENU_PAGE_GLOSSARY);
  look_at (self, "light", "glossary");
  before = self->audit.faults->len;
  gtk_css_provider_load_from_data (css, ".genu-text { color: #909090; }", -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  run_for (100);
  look_at (self, "light", "grey glossary");
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (css));
  print_faults (self);
  g_assert_cmpuint (before, ==, 0);
  g_assert_cmpuint (self->audit.faults->len, >, 0);
}

/* --- The popover behind "Aa" --- */

static GtkWidget *
find_look_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_has_css_class (widget, "genu-header-button"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_look_button (child);
  return found;
}

static void
look_at_popover (Fixture    *self,
                 const char *where)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find_look_button (GTK_WIDGET (self->browser)));
  GtkPopover *popover;

  gtk_menu_button_popup (button);
  popover = gtk_menu_button_get_popover (button);
  run_until (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  run_for (150);
  self->audit.window = GTK_WIDGET (popover);
  self->audit.target = genu_look_get_target (self->look);
  self->audit.least = genu_look_get_least_label (self->look);
  self->audit.where = where;
  audit_layout (&self->audit);
  audit_contrast (&self->audit);
  gtk_menu_button_popdown (button);
  run_for (50);
}

typedef struct
{
  int      width, height;
  int      mm;
  gboolean kiosk;
} Screen;

static void
test_popover (Fixture       *self,
              gconstpointer  data)
{
  const Screen *screen = data;
  g_autoptr(GdkMonitor) monitor =
    g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);
  GdkRectangle box;

  gdk_monitor_get_geometry (monitor, &box);
  genu_look_set_screen_width_mm (self->look, screen->mm * box.width / screen->width);
  genu_look_set_kiosk (self->look, screen->kiosk);
  show_window (self, screen->width, screen->height);
  for (guint i = 0; i < G_N_ELEMENTS (theme_names); i++)
    {
      g_autofree char *where = g_strdup_printf ("Aa at %d×%d on %d mm, size %u, %s",
                                                screen->width, screen->height, screen->mm,
                                                2 * i + 1, theme_names[i]);

      genu_look_set_theme (self->look, i);
      genu_look_set_size (self->look, 2 * i);
      run_for (200);
      look_at_popover (self, where);
    }
  print_faults (self);
  g_assert_cmpuint (self->audit.n_texts, >, 20);
  g_assert_cmpuint (self->audit.faults->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const Screen screens[] = { { 1920, 1000, 527, FALSE }, { 1000, 1060, 527, FALSE },
                                    { 1280, 720, 527, FALSE }, { 1280, 720, 217, TRUE } };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/window/contrast", Fixture, NULL, set_up, test_contrast, tear_down);
  g_test_add ("/window/bad-colour-is-found", Fixture, NULL, set_up, test_bad_colour_is_found,
              tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      g_autofree char *name = g_strdup_printf ("/window/popover/%u", i);

      g_test_add (name, Fixture, &screens[i], set_up, test_popover, tear_down);
    }

  return g_test_run ();
}
