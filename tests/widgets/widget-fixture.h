/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of widgets share: the small pack of the stage's tests, a window, and waiting. */

#pragma once

#include <adwaita.h>

#include "genu-pack.h"

#define WAIT_SECONDS 60

static inline GenuPack *
load_pack (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), "tests", "stage", "pack",
                                            NULL);
  GenuPack *pack = genu_pack_load (path, NULL, report);

  g_assert_nonnull (pack);
  return pack;
}

/* A window on the screen with @child in it.  (transfer full) */
static inline GtkWindow *
show (GtkWidget *child)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 640, 360);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  return g_object_ref (window);
}

static inline gboolean
wake_up (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run for @milliseconds. */
static inline void
run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, wake_up, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets the main loop run until @condition holds. */
#define run_until(condition) \
  G_STMT_START { \
    gint64 run_until_end = g_get_monotonic_time () + WAIT_SECONDS * (gint64) G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        g_assert_cmpint (g_get_monotonic_time (), <, run_until_end); \
        run_for (10); \
      } \
  } G_STMT_END

static inline void
count_one (guint *counter)
{
  (*counter)++;
}

/* Counts emissions of a signal of @instance, whatever its arguments. */
static inline void
count_signal (gpointer    instance,
              const char *signal,
              guint      *counter)
{
  *counter = 0;
  g_signal_connect_swapped (instance, signal, G_CALLBACK (count_one), counter);
}
