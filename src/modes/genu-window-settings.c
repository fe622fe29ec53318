/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the browse window remembers: its size and what was chosen behind "Aa".  Only a choice is
 * written: what the desktop asked for at the start goes on following the desktop. */

#include "config.h"

#include "genu-window-settings.h"

/* In the order of GenuTheme. */
static const char *const theme_names[] = { "light", "dark", "high-contrast" };

typedef struct
{
  GSettings *settings; /* owned */
  guint      size;     /* as last written or read, as the next two */
  GenuTheme  theme;
  gboolean   still;
} Kept;

static void
kept_free (gpointer data,
           GClosure *closure)
{
  Kept *kept = data;

  g_object_unref (kept->settings);
  g_free (kept);
}

/**
 * genu_window_settings_open:
 *
 * Returns: (transfer full) (nullable): the program's settings; %NULL where they are not installed
 *   (run from a bare build): then everything is at its default, and nothing is kept
 */
GSettings *
genu_window_settings_open (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, GENU_APP_ID, TRUE);

  return schema != NULL ? g_settings_new (GENU_APP_ID) : NULL;
}

static void
on_look_changed (GenuLook *look,
                 gpointer  user_data)
{
  Kept *kept = user_data;

  if (kept->size != genu_look_get_size (look))
    {
      kept->size = genu_look_get_size (look);
      g_settings_set_double (kept->settings, "text-scale", genu_look_get_text_scale (look));
    }
  if (kept->theme != genu_look_get_theme (look))
    {
      kept->theme = genu_look_get_theme (look);
      g_settings_set_string (kept->settings, "theme", theme_names[kept->theme]);
    }
  if (kept->still != genu_look_get_still (look))
    {
      kept->still = genu_look_get_still (look);
      g_settings_set_boolean (kept->settings, "stillness", kept->still);
    }
}

static void
apply_settings (GSettings *settings,
                GenuLook  *look)
{
  g_autofree char *theme = g_settings_get_string (settings, "theme");

  genu_look_set_text_scale (look, g_settings_get_double (settings, "text-scale"));
  for (guint i = 0; i < G_N_ELEMENTS (theme_names); i++)
    if (g_str_equal (theme, theme_names[i]))
      genu_look_set_theme (look, i);
  if (g_settings_get_boolean (settings, "stillness"))
    genu_look_set_still (look, TRUE);
}

static void
bind_size (GSettings *settings,
           GtkWindow *window)
{
  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/**
 * genu_window_settings_apply:
 * @look: a look
 *
 * Gives it what was kept.  What changes from now on is not kept: it is of the visit.
 */
void
genu_window_settings_apply (GenuLook *look)
{
  g_autoptr(GSettings) settings = genu_window_settings_open ();

  if (settings != NULL)
    apply_settings (settings, look);
}

/**
 * genu_window_settings_keep:
 * @window: a window that is not yet shown
 * @look: its look
 *
 * Gives both what was kept, and keeps what changes from now on.
 */
void
genu_window_settings_keep (GtkWindow *window,
                           GenuLook  *look)
{
  g_autoptr(GSettings) settings = genu_window_settings_open ();
  Kept *kept;

  if (settings == NULL)
    return;

  apply_settings (settings, look);
  bind_size (settings, window);

  kept = g_new0 (Kept, 1);
  kept->settings = g_steal_pointer (&settings);
  kept->size = genu_look_get_size (look);
  kept->theme = genu_look_get_theme (look);
  kept->still = genu_look_get_still (look);
  g_signal_connect_data (look, "changed", G_CALLBACK (on_look_changed), kept, kept_free, 0);
}
