/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `genu`: parses the command line and chooses the renderer before GTK starts, then runs. */

#include "config.h"

#include <locale.h>
#include <stdio.h>

#include <adwaita.h>
#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <librsvg/rsvg.h>

#include "genu-application.h"
#include "genu-kiosk-window.h"
#include "genu-pin.h"

/* LANGUAGE is ignored under the C locale, so that one is replaced by C.UTF-8. */
static void
set_up_locale (void)
{
  const char *locale = setlocale (LC_ALL, ""), *folder = g_getenv ("GENU_LOCALE_DIR");

  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    setlocale (LC_ALL, "C.UTF-8");

  /* A build folder's own translations, before they are installed. */
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : GENU_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* The settings may be missing (run from a bare build): then everything is at its default. */
static char *
dup_renderer_setting (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettings) settings = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, GENU_APP_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "renderer"))
    return g_strdup ("auto");

  settings = g_settings_new (GENU_APP_ID);
  return g_settings_get_string (settings, "renderer");
}

static GenuRendererChoice
choose_renderer (void)
{
  g_autofree char *setting = dup_renderer_setting ();
  g_autofree char *driver = genu_renderer_dup_driver ("/sys/class/drm");
  const GenuRendererFacts facts = { g_getenv ("GSK_RENDERER"), g_getenv ("GENU_RENDERER"), setting,
                                    driver };

  return genu_renderer_choose (&facts);
}

static void
print_version (const GenuRendererChoice *choice)
{
  printf ("genu %s\n", GENU_VERSION);
  printf ("renderer: %s, because %s\n", choice->renderer == GENU_RENDERER_GPU ? "gpu" : "software",
          choice->reason);
  printf ("library      running    compiled with\n");
  printf ("GLib         %u.%u.%-6u %d.%d.%d\n", glib_major_version, glib_minor_version,
          glib_micro_version, GLIB_MAJOR_VERSION, GLIB_MINOR_VERSION, GLIB_MICRO_VERSION);
  printf ("GTK          %u.%u.%-6u %d.%d.%d\n", gtk_get_major_version (), gtk_get_minor_version (),
          gtk_get_micro_version (), GTK_MAJOR_VERSION, GTK_MINOR_VERSION, GTK_MICRO_VERSION);
  printf ("libadwaita   %u.%u.%-6u %d.%d.%d\n", adw_get_major_version (), adw_get_minor_version (),
          adw_get_micro_version (), ADW_MAJOR_VERSION, ADW_MINOR_VERSION, ADW_MICRO_VERSION);
  printf ("librsvg      %u.%u.%-6u %d.%d.%d\n", rsvg_major_version, rsvg_minor_version,
          rsvg_micro_version, LIBRSVG_MAJOR_VERSION, LIBRSVG_MINOR_VERSION, LIBRSVG_MICRO_VERSION);
  printf ("cairo        %-10s %s\n", cairo_version_string (), CAIRO_VERSION_STRING);
  printf ("Pango        %-10s %s\n", pango_version_string (), PANGO_VERSION_STRING);
  printf ("libxml2      %-10s %s\n", xmlParserVersion, LIBXML_VERSION_STRING);
}

/* A kiosk that nobody could leave does not start; nor does one that anybody could. */
static gboolean
has_staff_pin (void)
{
  g_autofree char *path = genu_pin_find ();
  g_autoptr(GError) error = NULL;

  if (path != NULL && genu_pin_is_set (path, &error))
    return TRUE;

  if (error != NULL)
    fprintf (stderr, "genu: %s\n", error->message);
  fprintf (stderr, "genu: the kiosk needs a staff PIN to be left with. Set one:\n"
                   "  genu-tool pin                for this user\n"
                   "  sudo genu-tool pin --system  for this machine\n");
  return FALSE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  GenuRendererChoice choice;
  GenuOptions options;
  int status = 0;

  set_up_locale ();
  if (!genu_options_parse (&options, argc, argv, &error))
    {
      fprintf (stderr, "genu: %s\n", error->message);
      genu_options_clear (&options);
      return 2;
    }

  if (!options.version && options.mode == GENU_MODE_KIOSK && !has_staff_pin ())
    {
      genu_options_clear (&options);
      return GENU_KIOSK_EXIT_NO_PIN;
    }

  choice = choose_renderer ();
  if (options.version)
    print_version (&choice);
  else
    {
      g_autoptr(GenuApplication) application = NULL;

      genu_renderer_apply (&choice);
      application = genu_application_new (&options, &choice);
      status = genu_application_run (application);
    }

  genu_renderer_choice_clear (&choice);
  genu_options_clear (&options);
  return status;
}
