/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The staff PIN that leaves the kiosk.  Only its hash is kept: Argon2id through libsodium, slow and
 * hungry for memory on purpose, since a PIN has few digits. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Digits of a PIN.  Four is what people know from cards; twelve is what they can still enter. */
#define GENU_PIN_MIN_DIGITS 4
#define GENU_PIN_MAX_DIGITS 12

/* Where a whole machine's PIN lies. */
#define GENU_PIN_SYSTEM_PATH "/etc/genu/kiosk-pin"

#define GENU_PIN_ERROR (genu_pin_error_quark ())

typedef enum
{
  GENU_PIN_ERROR_DIGITS, /* not a PIN */
  GENU_PIN_ERROR_FILE,   /* no file, or one that holds no hash */
  GENU_PIN_ERROR_MEMORY, /* too little of it to compute a hash */
} GenuPinError;

GQuark   genu_pin_error_quark     (void);

gboolean genu_pin_is_valid        (const char *pin);
gboolean genu_pin_is_easily_guessed (const char *pin);
char    *genu_pin_dup_user_path   (void);
char    *genu_pin_find            (void);
gboolean genu_pin_is_set          (const char *path,
                                   GError    **error);
gboolean genu_pin_store           (const char *path,
                                   const char *pin,
                                   GError    **error);
gboolean genu_pin_check           (const char *path,
                                   const char *pin,
                                   gboolean   *out_right,
                                   GError    **error);
void     genu_pin_wipe            (char       *text,
                                   gsize       size);

G_END_DECLS
