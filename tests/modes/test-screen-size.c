/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which monitors are believed. */

#include "config.h"

#include "genu-screen-size.h"

#define PLAIN (96 / 25.4)

static const struct
{
  const char    *name;
  GenuScreenSize size;
  double         density;
  gboolean       doubt;
} cases[] = {
  { "24-inch",         { 1920, 1080, 527, 296, 0 }, 1920 / 527.0, FALSE },
  { "10-inch",         { 1280, 720, 217, 122, 0 }, 1280 / 217.0, FALSE },
  { "upright",         { 1080, 1920, 296, 527, 0 }, 1080 / 296.0, FALSE },
  { "upright-untold",  { 1080, 1920, 527, 296, 0 }, 1080 / 296.0, FALSE },
  { "television-55",   { 1920, 1080, 1210, 680, 0 }, 1920 / 1210.0, FALSE },
  { "laptop-4k",       { 3840, 2160, 344, 194, 0 }, 3840 / 344.0, FALSE },
  { "setting",         { 1920, 1080, 527, 296, 400 }, 4.8, FALSE },
  { "setting-over-lie", { 1920, 1080, 16, 9, 960 }, 2, FALSE },
  { "nothing",         { 1920, 1080, 0, 0, 0 }, PLAIN, TRUE },
  { "shape-cm",        { 1920, 1080, 16, 9, 0 }, PLAIN, TRUE },
  { "shape-mm",        { 1920, 1080, 160, 90, 0 }, PLAIN, TRUE },
  { "shape-upright",   { 1080, 1920, 90, 160, 0 }, PLAIN, TRUE },
  { "shape-television", { 1920, 1080, 1600, 900, 0 }, PLAIN, TRUE },
  { "other-shape",     { 1920, 1080, 400, 400, 0 }, PLAIN, TRUE },
  { "too-large",       { 1920, 1080, 3200, 1800, 0 }, PLAIN, TRUE },
  { "too-small",       { 1920, 1080, 120, 67, 0 }, PLAIN, TRUE },
};

static void
test_density (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const char *doubt = "untouched";

  g_assert_cmpfloat_with_epsilon (genu_screen_size_get_density (&cases[i].size, &doubt),
                                  cases[i].density, 1e-9);
  g_assert_cmpint (doubt != NULL, ==, cases[i].doubt);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/screen-size/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_density);
    }

  return g_test_run ();
}
