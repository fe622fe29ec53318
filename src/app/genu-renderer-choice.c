/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which renderer GTK shall use, decided before gtk_init (): without a real GPU, GTK 4.8 would pick
 * OpenGL through llvmpipe and newer GTK Vulkan through lavapipe, both many times slower than cairo.
 * An empty window starts in half the time and a third of the memory when they are not even tried.
 * The order: $GSK_RENDERER (GTK's own), $GENU_RENDERER, the setting "renderer", then what the
 * machine has. */

#include "config.h"

#include "genu-renderer-choice.h"

#include <string.h>

/* Kernel drivers with a render node but no GPU behind it. */
static const char *const software_drivers[] = { "vgem", "vkms", "bochs", "cirrus", "ast", "mgag200",
                                                "simpledrm", "udl", NULL };

static GenuRendererChoice
choice_new (GenuRenderer renderer,
            char        *reason)
{
  return (GenuRendererChoice) { renderer, reason };
}

static gboolean
parse_wish (const char   *text,
            GenuRenderer *out_renderer)
{
  if (g_strcmp0 (text, "software") == 0)
    *out_renderer = GENU_RENDERER_SOFTWARE;
  else if (g_strcmp0 (text, "gpu") == 0)
    *out_renderer = GENU_RENDERER_GPU;
  else
    return FALSE;

  return TRUE;
}

/**
 * genu_renderer_choose:
 * @facts: what decides
 *
 * Decides, without touching the environment or GTK.
 *
 * Returns: the choice; free it with genu_renderer_choice_clear()
 */
GenuRendererChoice
genu_renderer_choose (const GenuRendererFacts *facts)
{
  GenuRenderer wish;

  if (facts->gsk_renderer != NULL && *facts->gsk_renderer != '\0')
    return choice_new (g_str_equal (facts->gsk_renderer, "cairo") ? GENU_RENDERER_SOFTWARE
                                                                  : GENU_RENDERER_GPU,
                       g_strdup_printf ("GSK_RENDERER is %s", facts->gsk_renderer));
  if (parse_wish (facts->environment, &wish))
    return choice_new (wish, g_strdup ("GENU_RENDERER says so"));
  if (parse_wish (facts->setting, &wish))
    return choice_new (wish, g_strdup ("the setting \"renderer\" says so"));
  if (facts->driver == NULL)
    return choice_new (GENU_RENDERER_SOFTWARE, g_strdup ("there is no GPU (no render node)"));
  if (g_strv_contains (software_drivers, facts->driver))
    return choice_new (GENU_RENDERER_SOFTWARE,
                       g_strdup_printf ("the driver %s has no GPU behind it", facts->driver));

  return choice_new (GENU_RENDERER_GPU, g_strdup_printf ("there is a GPU (driver %s)",
                                                         facts->driver));
}

/**
 * genu_renderer_apply:
 * @choice: a choice
 *
 * Sets the environment that GTK reads.  Call before anything of GTK.
 */
void
genu_renderer_apply (const GenuRendererChoice *choice)
{
  if (choice->renderer != GENU_RENDERER_SOFTWARE)
    return;

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);    /* GTK before 4.14 */
  g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);   /* GTK since 4.14 */
}

void
genu_renderer_choice_clear (GenuRendererChoice *choice)
{
  g_clear_pointer (&choice->reason, g_free);
}

/**
 * genu_renderer_dup_driver:
 * @drm_folder: normally "/sys/class/drm"
 *
 * Returns: (transfer full) (nullable): the kernel driver of the first render node, %NULL if none
 */
char *
genu_renderer_dup_driver (const char *drm_folder)
{
  g_autoptr(GDir) folder = g_dir_open (drm_folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *link = NULL;
      g_autofree char *driver = NULL;

      if (!g_str_has_prefix (name, "renderD"))
        continue;
      link = g_build_filename (drm_folder, name, "device", "driver", NULL);
      driver = g_file_read_link (link, NULL);
      return driver != NULL ? g_path_get_basename (driver) : g_strdup ("unknown");
    }

  return NULL;
}
