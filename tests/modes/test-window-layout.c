/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Home, topics with all their parts and a short way at one size of window: sizes of text, left to
 * right and right to left, on a screen of 527 and of 217 mm, in plain and in kiosk size, light and
 * high contrast (dark differs from light in colours alone).  The window is never shown: it is measured and
 * allocated, which is all that text and targets depend on, and quick.
 *
 *   test-window-layout WIDTH HEIGHT */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "genu-browser.h"
#include "window-audit.h"

#define MOST_MESSAGES 20 /* of each state */

typedef struct
{
  int         width, height;
  GenuPack   *pack;
  GtkWindow  *window;
  GenuLook   *look;
  GenuBrowser *browser;
  WindowAudit audit;
  guint       n_states;
} Fixture;

static GPtrArray *all_faults;

/* --- A window without a screen --- */

/* Styles are computed now rather than while sizes are measured, and sizes that were measured before
 * are forgotten: what the frame clock does for a window on the screen. */
static void
forget_sizes (GtkWidget *widget)
{
  GdkRGBA color;

  if (!GTK_IS_ROOT (widget) && !gtk_widget_get_visible (widget))
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_widget_queue_resize (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    forget_sizes (child);
}

static void
lay_out (Fixture *self,
         int      n)
{
  GtkWidget *window = GTK_WIDGET (self->window);

  for (int i = 0; i < n; i++)
    {
      int width, height;

      if (n > 1)
        forget_sizes (window);
      gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, self->width, &height, NULL, NULL, NULL);
      gtk_widget_allocate (window, MAX (self->width, width), MAX (self->height, height), -1, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
look_at (Fixture    *self,
         const char *page,
         const char *state)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  g_autofree char *where = g_strdup_printf ("%s, %s", state, page);

  lay_out (self, 1);
  self->audit.window = GTK_WIDGET (self->browser);
  self->audit.target = genu_look_get_target (self->look);
  self->audit.least = genu_look_get_least_label (self->look);
  self->audit.where = where;
  if (gtk_widget_get_width (window) > self->width || gtk_widget_get_height (window) > self->height)
    g_ptr_array_add (all_faults, g_strdup_printf ("%s: the window wants to be %d×%d", where,
                                                  gtk_widget_get_width (window),
                                                  gtk_widget_get_height (window)));
  audit_layout (&self->audit);
}

/* --- Pages --- */

/* Presses the toggle button with this accessible part: 0 in words, 1 in pictures, 2 how sure. */
static void
find_tabs (GtkWidget *widget,
           GPtrArray *tabs)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_visible (widget)
      && GTK_IS_BOX (gtk_widget_get_parent (widget))
      && gtk_widget_has_css_class (gtk_widget_get_parent (widget), "genu-tabs"))
    g_ptr_array_add (tabs, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_tabs (child, tabs);
}

static void
look_at_topic (Fixture         *self,
               const GenuTopic *topic,
               const char      *state)
{
  g_autoptr(GPtrArray) tabs = g_ptr_array_new ();

  genu_browser_open_topic (self->browser, topic->id, 0, TRUE);
  lay_out (self, 2);
  find_tabs (GTK_WIDGET (self->window), tabs);
  g_assert_cmpuint (tabs->len, >=, 2);
  for (guint step = 0; step < topic->steps->len; step += 2)
    {
      g_autofree char *page = g_strdup_printf ("%s step %u", topic->id, step + 1);

      genu_topic_page_go_to (genu_browser_get_topic_page (self->browser), step);
      look_at (self, page, state);
    }
  for (guint i = 0; i < tabs->len; i++)
    {
      g_autofree char *page = g_strdup_printf ("%s part %u", topic->id, i + 1);

      gtk_toggle_button_set_active (g_ptr_array_index (tabs, i), TRUE);
      if (i == 1)
        continue;
      lay_out (self, 2);
      look_at (self, page, state);
    }
}

/* A topic for each state in turn, so that all are seen in some. */
static void
look_at_pages (Fixture    *self,
               const char *state)
{
  const GPtrArray *topics = self->pack->topics;

  genu_browser_go_home (self->browser);
  lay_out (self, 2);
  look_at (self, "home", state);
  look_at_topic (self, g_ptr_array_index (topics, self->n_states++ * 5 % topics->len), state);
  genu_browser_open_tour (self->browser, 0);
  lay_out (self, 2);
  look_at (self, "a short way", state);
}

/* --- States --- */

typedef struct
{
  int             mm;
  gboolean        kiosk;
  guint           size;
  GtkTextDirection direction;
  GenuTheme       theme;
} State;

static void
run_state (Fixture     *self,
           const State *state)
{
  g_autofree char *name =
    g_strdup_printf ("%d×%d on %d mm%s, size %u, %s%s", self->width, self->height, state->mm,
                     state->kiosk ? ", kiosk" : "", state->size + 1,
                     state->direction == GTK_TEXT_DIR_RTL ? "right to left" : "left to right",
                     state->theme == GENU_THEME_HIGH_CONTRAST ? ", high contrast" : "");
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle box;
  guint before = all_faults->len;

  /* As many pixels a millimetre as if the window filled the screen. */
  gdk_monitor_get_geometry (monitor, &box);
  genu_look_set_screen_width_mm (self->look, state->mm * box.width / self->width);
  genu_look_set_kiosk (self->look, state->kiosk);
  genu_look_set_size (self->look, state->size);
  genu_look_set_theme (self->look, state->theme);
  gtk_widget_set_default_direction (state->direction);
  lay_out (self, 2);
  look_at_pages (self, name);
  g_test_message ("%s: %u texts, %u faults so far", name, self->audit.n_texts, all_faults->len);
  for (guint i = before; i < MIN (all_faults->len, before + MOST_MESSAGES); i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (all_faults, i));
}

#define LTR GTK_TEXT_DIR_LTR
#define RTL GTK_TEXT_DIR_RTL

static const State states[] = {
  { 527, FALSE, 0, LTR, GENU_THEME_LIGHT }, { 527, FALSE, 1, LTR, GENU_THEME_LIGHT },
  { 527, FALSE, 2, LTR, GENU_THEME_LIGHT }, { 527, FALSE, 3, LTR, GENU_THEME_LIGHT },
  { 527, FALSE, 4, LTR, GENU_THEME_LIGHT }, { 217, FALSE, 0, LTR, GENU_THEME_LIGHT },
  { 217, FALSE, 2, LTR, GENU_THEME_LIGHT }, { 217, FALSE, 4, LTR, GENU_THEME_LIGHT },
  { 527, FALSE, 0, RTL, GENU_THEME_LIGHT }, { 217, FALSE, 4, RTL, GENU_THEME_LIGHT },
  { 527, FALSE, 4, LTR, GENU_THEME_HIGH_CONTRAST },
  { 217, FALSE, 0, RTL, GENU_THEME_HIGH_CONTRAST },
  { 527, TRUE, 0, LTR, GENU_THEME_LIGHT },
};

static void
test_pages (gconstpointer data)
{
  const Fixture *size = data;
  Fixture self = *size;
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), "data", "packs", "knee",
                                            NULL);

  all_faults = g_ptr_array_new_with_free_func (g_free);
  self.pack = genu_pack_load (path, NULL, report);
  g_assert_nonnull (self.pack);
  self.audit.faults = all_faults;
  self.look = genu_look_new (gdk_display_get_default ());
  self.browser = genu_browser_new (self.pack, self.look);
  genu_browser_start (self.browser);
  self.window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_decorated (self.window, FALSE);
  adw_window_set_content (ADW_WINDOW (self.window), GTK_WIDGET (self.browser));

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    run_state (&self, &states[i]);

  g_test_message ("%u texts and %u targets, %u faults", self.audit.n_texts, self.audit.n_targets,
                  all_faults->len);
  g_assert_cmpuint (self.audit.n_texts, >, 1000);
  g_assert_cmpuint (self.audit.n_targets, >, 300);
  g_assert_cmpuint (all_faults->len, ==, 0);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_window_destroy (self.window);
  g_object_unref (self.look);
  genu_pack_free (self.pack);
  g_ptr_array_unref (all_faults);
}

int
main (int   argc,
      char *argv[])
{
  Fixture size = { 0 };

  g_test_init (&argc, &argv, NULL);
  if (argc != 3)
    return 2;

  adw_init ();
  size.width = atoi (argv[1]);
  size.height = atoi (argv[2]);
  g_test_add_data_func ("/window/layout", &size, test_pages);

  return g_test_run ();
}
