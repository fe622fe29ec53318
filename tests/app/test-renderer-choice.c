/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-renderer-choice.h"
#include "../test-cases.h"

#include <unistd.h>

#include <glib/gstdio.h>

static const struct
{
  const char       *name;
  GenuRendererFacts facts; /* GSK_RENDERER, GENU_RENDERER, setting, driver */
  GenuRenderer      expected;
  const char       *reason; /* a part of it */
} cases[] = {
  { "nothing", { NULL, NULL, "auto", NULL }, GENU_RENDERER_SOFTWARE, "no render node" },
  { "real-gpu", { NULL, NULL, "auto", "amdgpu" }, GENU_RENDERER_GPU, "amdgpu" },
  { "virtual", { NULL, NULL, "auto", "vgem" }, GENU_RENDERER_SOFTWARE, "vgem" },
  { "setting", { NULL, NULL, "gpu", NULL }, GENU_RENDERER_GPU, "setting" },
  { "environment-wins", { NULL, "software", "gpu", "i915" }, GENU_RENDERER_SOFTWARE, "GENU_" },
  { "bad-environment", { NULL, "fast", "auto", "i915" }, GENU_RENDERER_GPU, "i915" },
  { "gtk-wins", { "cairo", "gpu", "gpu", "i915" }, GENU_RENDERER_SOFTWARE, "GSK_RENDERER" },
  { "gtk-gl", { "ngl", NULL, "auto", NULL }, GENU_RENDERER_GPU, "ngl" },
  { "gtk-empty", { "", NULL, "auto", NULL }, GENU_RENDERER_SOFTWARE, "no render node" },
};

static void
test_choose (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  GenuRendererChoice choice = genu_renderer_choose (&cases[i].facts);

  g_assert_cmpint (choice.renderer, ==, cases[i].expected);
  g_assert_nonnull (g_strstr_len (choice.reason, -1, cases[i].reason));
  genu_renderer_choice_clear (&choice);
}

/* A made-up /sys/class/drm: a card without a render node, then one with. */
static void
test_driver (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *card = g_build_filename (folder, "card0", NULL);
  g_autofree char *device = g_build_filename (folder, "renderD128", "device", NULL);
  g_autofree char *render = g_build_filename (folder, "renderD128", NULL);
  g_autofree char *link = g_build_filename (device, "driver", NULL);
  g_autofree char *driver = NULL;

  g_assert_cmpint (g_mkdir (card, 0700), ==, 0);
  g_assert_null (genu_renderer_dup_driver (folder));

  g_assert_cmpint (g_mkdir_with_parents (device, 0700), ==, 0);
  g_assert_cmpint (symlink ("../../../bus/pci/drivers/i915", link), ==, 0);
  driver = genu_renderer_dup_driver (folder);
  g_assert_cmpstr (driver, ==, "i915");

  g_unlink (link);
  g_rmdir (device);
  g_rmdir (render);
  g_rmdir (card);
  g_rmdir (folder);
  g_assert_null (genu_renderer_dup_driver (folder));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (cases, "/renderer-choice/", test_choose);
  g_test_add_func ("/renderer-choice/driver", test_driver);

  return g_test_run ();
}
