/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-kiosk-settings.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

/* What is no clinic's choice. */
#define PIN_SECONDS 45
#define PIN_TRIES 3
#define LOCKOUT_SECONDS 30

/* A picture that has played for so long is drawn anew, whatever may have gone wrong with it. */
#define REFRESH_SECONDS (2 * 3600)

/* As in the schema, for a build without it. */
static const GenuKioskSettings defaults = {
  .rules = {
    .idle = 90 * SECOND,
    .warning = 30 * SECOND,
    .watching = 300 * SECOND,
    .pin = PIN_SECONDS * SECOND,
    .tries = PIN_TRIES,
    .lockout = LOCKOUT_SECONDS * SECOND,
    .refresh = REFRESH_SECONDS * SECOND,
    .restart = 24 * 3600 * SECOND,
  },
  .attract = TRUE,
};

static gint64
read_time (GSettings  *settings,
           const char *key,
           gint64      unit)
{
  return g_settings_get_int (settings, key) * unit;
}

/**
 * genu_kiosk_settings_read:
 * @self: (out caller-allocates): what is set
 * @settings: (nullable): the program's settings; %NULL for the defaults
 */
void
genu_kiosk_settings_read (GenuKioskSettings *self,
                          GSettings         *settings)
{
  *self = defaults;
  if (settings == NULL)
    return;

  self->rules.idle = read_time (settings, "kiosk-idle-seconds", SECOND);
  self->rules.warning = read_time (settings, "kiosk-warning-seconds", SECOND);
  self->rules.watching = read_time (settings, "kiosk-watching-seconds", SECOND);
  self->rules.restart = read_time (settings, "kiosk-restart-hours", 3600 * SECOND);
  self->attract = g_settings_get_boolean (settings, "kiosk-attract");
}
