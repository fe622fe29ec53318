/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page of the window at one size and in one language: what does not fit, in sizes of text,
 * colours, directions, on screens of 527 and 217 mm, in plain and in kiosk size.  Not every
 * combination: each two values of any two of these meet (all pairs), which the test proves of its
 * own table.  Sizes of windows and languages are the programs' arguments, so that none takes long.
 * The window is never shown: it is measured and allocated, which is all that text and targets
 * depend on, and quick.  Popovers, which need a screen, are in test-window-contrast.c.
 *
 *   test-window-layout WIDTH HEIGHT LANGUAGE       en, en-rtl, or one of tests/pseudo */

#include "config.h"

#include <adwaita.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include "genu-browser.h"
#include "window-audit.h"

#define MOST_MESSAGES 20 /* of each state */

typedef struct
{
  int         width, height;
  const char *language;
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

  if (!GTK_IS_ROOT (widget)
      && (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget)))
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

/* The narrowest widget that alone wants more than there is, to see where to mend. */
static GtkWidget *
find_widest (GtkWidget *widget,
             int        most)
{
  GtkWidget *found = NULL;
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least <= most)
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child))
      found = find_widest (child, most);

  return found != NULL ? found : widget;
}

static void
check_window_size (Fixture    *self,
                   const char *where)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  GtkWidget *widest = find_widest (window, self->width);

  if (width > self->width || height > self->height)
    g_ptr_array_add (all_faults,
                     g_strdup_printf ("%s: the window wants to be %d×%d (%s %s)", where, width,
                                      height, widest != NULL ? G_OBJECT_TYPE_NAME (widest) : "",
                                      widest != NULL ? gtk_widget_get_name (widest) : ""));
}

static void
look_at (Fixture    *self,
         const char *page,
         const char *state)
{
  g_autofree char *where = g_strdup_printf ("%s, %s", state, page);

  lay_out (self, 3);
  self->audit.window = GTK_WIDGET (self->browser);
  self->audit.target = genu_look_get_target (self->look);
  self->audit.least = genu_look_get_least_label (self->look);
  self->audit.where = where;
  check_window_size (self, where);
  audit_layout (&self->audit);
}

/* --- Pages --- */

/* The topic's toggle buttons in order: in words, in pictures, how sure. */
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
look_at_tabs (Fixture         *self,
              const GenuTopic *topic,
              const char      *state)
{
  g_autoptr(GPtrArray) tabs = g_ptr_array_new ();

  find_tabs (GTK_WIDGET (self->window), tabs);
  g_assert_cmpuint (tabs->len, >=, 2);
  for (guint i = 0; i < tabs->len; i += 2)
    {
      g_autofree char *page = g_strdup_printf ("%s part %u", topic->id, i + 1);

      gtk_toggle_button_set_active (g_ptr_array_index (tabs, i), TRUE);
      look_at (self, page, state);
    }
}

static void
look_at_topic (Fixture         *self,
               const GenuTopic *topic,
               const char      *state)
{
  guint last = MAX (topic->steps->len, 1) - 1;

  genu_browser_open_topic (self->browser, topic->id, 0, TRUE);
  lay_out (self, 2);
  for (guint step = 0; step <= last; step += MAX (last, 1))
    {
      g_autofree char *page = g_strdup_printf ("%s step %u", topic->id, step + 1);

      genu_topic_page_go_to (genu_browser_get_topic_page (self->browser), step);
      look_at (self, page, state);
    }
  look_at_tabs (self, topic, state);
}

/* The first topic of @kind that comes after @n others: in each state another one. */
static GenuTopic *
find_topic (Fixture       *self,
            GenuTopicKind  kind,
            guint          n)
{
  const GPtrArray *topics = self->pack->topics;

  for (guint i = 0; i < topics->len; i++)
    {
      GenuTopic *topic = g_ptr_array_index (topics, (n + i) % topics->len);

      if (topic->kind == kind && topic->steps->len > 0)
        return topic;
    }
  g_assert_not_reached ();
}

/* As if the drawing's file were missing. */
static void
look_at_missing_picture (Fixture    *self,
                         const char *state)
{
  GenuTopic *topic = g_ptr_array_index (self->pack->topics, self->pack->topics->len - 1);

  for (guint i = 0; i < topic->steps->len; i++)
    {
      GenuStep *step = g_ptr_array_index (topic->steps, i);

      g_free (step->diagram);
      step->diagram = g_strdup ("diagrams/not-there.svg");
    }
  genu_browser_open_topic (self->browser, topic->id, 0, TRUE);
  look_at (self, "a missing picture", state);
}

static void
look_at_pages (Fixture    *self,
               const char *state)
{
  guint n = self->n_states++ * 7;

  genu_browser_go_home (self->browser);
  look_at (self, "home", state);
  look_at_topic (self, find_topic (self, GENU_TOPIC_KIND_MECHANISM, n), state);
  look_at_topic (self, find_topic (self, GENU_TOPIC_KIND_PAGE, n), state);
  genu_browser_open_page (self->browser, GENU_PAGE_GLOSSARY);
  look_at (self, "glossary", state);
  genu_browser_open_page (self->browser, GENU_PAGE_SOURCES);
  look_at (self, "sources", state);
  look_at_missing_picture (self, state);
  genu_browser_go_home (self->browser);
  genu_browser_open_tour (self->browser, 0);
  look_at (self, "a short way", state);
}

static void
show_browser (Fixture  *self,
              GenuPack *pack)
{
  self->browser = genu_browser_new (pack, self->look);
  genu_browser_start (self->browser);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->browser));
}

/* --- States --- */

typedef struct
{
  guint     size; /* of the text */
  GenuTheme theme;
  int       mm;
  gboolean  kiosk;
} State;

/* With the four languages these are all pairs: see test_all_pairs (). */
#define N_LANGUAGES 4
#define N_STATES 3

static const char *const languages[N_LANGUAGES] = { "en", "en-rtl", "en-XA", "ar-XB" };

static State
get_state (guint language,
           guint i)
{
  static const guint sizes[] = { 0, 2, 4 }; /* 100, 150, 200 % */
  static const GenuTheme themes[] = { GENU_THEME_LIGHT, GENU_THEME_DARK, GENU_THEME_HIGH_CONTRAST };

  return (State) { sizes[i], themes[(language + i) % 3], (language + i) % 2 == 0 ? 527 : 217,
                   (language / 2 + i) % 2 != 0 };
}

static guint
find_language (const char *name)
{
  for (guint i = 0; i < N_LANGUAGES; i++)
    if (g_str_equal (languages[i], name))
      return i;
  g_assert_not_reached ();
}

/* Factors and how many values each has. */
enum { LANGUAGE, SIZE, THEME, MM, KIOSK, N_FACTORS };

static const guint n_values[N_FACTORS] = { N_LANGUAGES, 3, 3, 2, 2 };

static void
test_all_pairs (void)
{
  g_autoptr(GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint wanted = 0;

  for (guint language = 0; language < N_LANGUAGES; language++)
    for (guint i = 0; i < N_STATES; i++)
      {
        State state = get_state (language, i);
        guint values[N_FACTORS] = { language, state.size, state.theme, (guint) state.mm,
                                    (guint) state.kiosk };

        for (guint a = 0; a < N_FACTORS; a++)
          for (guint b = a + 1; b < N_FACTORS; b++)
            g_hash_table_add (pairs, g_strdup_printf ("%u %u %u %u", a, values[a], b, values[b]));
      }
  for (guint a = 0; a < N_FACTORS; a++)
    for (guint b = a + 1; b < N_FACTORS; b++)
      wanted += n_values[a] * n_values[b];
  g_assert_cmpuint (g_hash_table_size (pairs), ==, wanted);
}

static char *
dup_state_name (Fixture     *self,
                const State *state)
{
  static const char *const themes[] = { "light", "dark", "high contrast" };

  return g_strdup_printf ("%d×%d on %d mm%s, %s, size %u, %s", self->width, self->height,
                          state->mm, state->kiosk ? ", kiosk" : "", self->language,
                          state->size + 1, themes[state->theme]);
}

static void
run_state (Fixture     *self,
           const State *state)
{
  g_autofree char *name = dup_state_name (self, state);
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
  show_browser (self, NULL);
  look_at (self, "no pack", name);
  show_browser (self, self->pack);
  look_at_pages (self, name);
  g_test_message ("%s: %u texts, %u faults so far", name, self->audit.n_texts, all_faults->len);
  for (guint i = before; i < MIN (all_faults->len, before + MOST_MESSAGES); i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (all_faults, i));
}

static gboolean
is_rtl (const char *language)
{
  return g_str_equal (language, "en-rtl") || g_str_equal (language, "ar-XB");
}

static gboolean
is_pseudo (const char *language)
{
  return g_str_equal (language, "en-XA") || g_str_equal (language, "ar-XB");
}

static GenuPack *
load_pack (const char *language)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = is_pseudo (language)
                          ? g_build_filename (g_getenv ("GENU_PSEUDO"), "packs", "knee", NULL)
                          : g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), "data", "packs",
                                              "knee", NULL);
  GenuPack *pack = genu_pack_load (path, is_pseudo (language) ? language : NULL, report);

  g_assert_nonnull (pack);
  return pack;
}

static void
test_pages (gconstpointer data)
{
  Fixture self = *(const Fixture *) data;

  all_faults = g_ptr_array_new_with_free_func (g_free);
  self.pack = load_pack (self.language);
  self.audit.faults = all_faults;
  self.look = genu_look_new (gdk_display_get_default ());
  self.window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_decorated (self.window, FALSE);
  gtk_widget_set_default_direction (is_rtl (self.language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);

  for (guint i = 0; i < N_STATES; i++)
    {
      State state = get_state (find_language (self.language), i);

      run_state (&self, &state);
    }

  g_test_message ("%u texts and %u targets, %u faults", self.audit.n_texts, self.audit.n_targets,
                  all_faults->len);
  g_assert_cmpuint (self.audit.n_texts, >, 600);
  g_assert_cmpuint (self.audit.n_targets, >, 250);
  g_assert_cmpuint (all_faults->len, ==, 0);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_window_destroy (self.window);
  g_object_unref (self.look);
  genu_pack_free (self.pack);
  g_ptr_array_unref (all_faults);
}

/* The program's own words, which a made-up language has beside its pack. */
static void
set_language (const char *language)
{
  g_autofree char *folder = g_build_filename (g_getenv ("GENU_PSEUDO"), "locale", NULL);
  g_autofree char *name = g_strdelimit (g_strdup (language), "-", '_');

  if (!is_pseudo (language))
    return;

  g_setenv ("LANGUAGE", name, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_assert_cmpstr (gettext ("Home"), !=, "Home");
}

int
main (int   argc,
      char *argv[])
{
  Fixture size = { 0 };

  g_test_init (&argc, &argv, NULL);
  if (argc != 4)
    return 2;

  size.width = atoi (argv[1]);
  size.height = atoi (argv[2]);
  size.language = argv[3];
  set_language (size.language);
  adw_init ();
  g_test_add_func ("/window/all-pairs", test_all_pairs);
  g_test_add_data_func ("/window/layout", &size, test_pages);

  return g_test_run ();
}
