/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells the service manager that the first picture is on screen, and then, at the pace that it asks
 * for, that the main loop runs: a program that hangs is started anew.  (Not that frames are drawn:
 * a screen that is switched off at night draws none.)  Without a service manager this does nothing.
 */

#include "config.h"

#include "genu-watchdog.h"

#if HAVE_SYSTEMD

#include <systemd/sd-daemon.h>

static guint watchdog_id;

static gboolean
on_time (gpointer user_data)
{
  sd_notify (0, "WATCHDOG=1");

  return G_SOURCE_CONTINUE;
}

/* Ready; from now on watched, twice as often as is asked for. */
void
genu_watchdog_start (void)
{
  guint64 usec = 0;

  sd_notify (0, "READY=1");
  /* The service's own process is the compositor around this one: so not sd_watchdog_enabled (),
   * which asks for this process's number. */
  if (watchdog_id != 0 || g_getenv ("WATCHDOG_USEC") == NULL)
    return;

  usec = g_ascii_strtoull (g_getenv ("WATCHDOG_USEC"), NULL, 10);
  if (usec >= 2000 && usec / 2000 <= G_MAXUINT)
    watchdog_id = g_timeout_add ((guint) (usec / 2000), on_time, NULL);
  on_time (NULL);
}

void
genu_watchdog_stop (void)
{
  g_clear_handle_id (&watchdog_id, g_source_remove);
  sd_notify (0, "STOPPING=1");
}

#else

void
genu_watchdog_start (void)
{
}

void
genu_watchdog_stop (void)
{
}

#endif
