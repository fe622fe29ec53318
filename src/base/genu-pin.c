/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-pin.h"

#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>
#include <sodium.h>

/* What one guess costs.  The memory must be there on a small machine, or nobody could leave its
 * kiosk any more: hence the "interactive" amount, 64 MiB, and more passes over it. */
#define HASH_PASSES crypto_pwhash_OPSLIMIT_MODERATE
#define HASH_MEMORY crypto_pwhash_MEMLIMIT_INTERACTIVE

G_DEFINE_QUARK (genu-pin-error-quark, genu_pin_error)

/**
 * genu_pin_is_valid:
 * @pin: what was entered
 *
 * Returns: whether it has the digits of a PIN, and nothing else
 */
gboolean
genu_pin_is_valid (const char *pin)
{
  gsize length = strlen (pin);

  return length >= GENU_PIN_MIN_DIGITS && length <= GENU_PIN_MAX_DIGITS
         && strspn (pin, "0123456789") == length;
}

/**
 * genu_pin_is_easily_guessed:
 * @pin: a valid PIN
 *
 * Returns: whether it is what people try first: one digit again and again, or digits in a row
 */
gboolean
genu_pin_is_easily_guessed (const char *pin)
{
  int step = pin[1] - pin[0];

  if (step < -1 || step > 1)
    return FALSE;
  for (gsize i = 1; pin[i] != '\0'; i++)
    if (pin[i] - pin[i - 1] != step)
      return FALSE;

  return TRUE;
}

/* $XDG_CONFIG_HOME/genu/kiosk-pin.  (transfer full) */
char *
genu_pin_dup_user_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "genu", "kiosk-pin", NULL);
}

/**
 * genu_pin_find:
 *
 * Looks for a PIN: the one the service manager hands over ($CREDENTIALS_DIRECTORY/kiosk-pin), the
 * user's own, then the machine's.
 *
 * Returns: (transfer full) (nullable): the path of the first that is there; %NULL when none is
 */
char *
genu_pin_find (void)
{
  const char *credentials = g_getenv ("CREDENTIALS_DIRECTORY");
  g_autofree char *given = NULL;
  g_autofree char *user = genu_pin_dup_user_path ();

  if (credentials != NULL)
    given = g_build_filename (credentials, "kiosk-pin", NULL);
  if (given != NULL && g_file_test (given, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&given);
  if (g_file_test (user, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&user);
  if (g_file_test (GENU_PIN_SYSTEM_PATH, G_FILE_TEST_EXISTS))
    return g_strdup (GENU_PIN_SYSTEM_PATH);

  return NULL;
}

/* Reads the hash into @hash, of crypto_pwhash_STRBYTES. */
static gboolean
read_hash (const char *path,
           char       *hash,
           GError    **error)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) reason = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &reason))
    {
      g_set_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_FILE, "%s", reason->message);
      return FALSE;
    }

  g_strchomp (text);
  length = strlen (text);
  if (!g_str_has_prefix (text, crypto_pwhash_STRPREFIX) || length >= crypto_pwhash_STRBYTES)
    {
      g_set_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_FILE, "%s holds no PIN", path);
      return FALSE;
    }

  memset (hash, 0, crypto_pwhash_STRBYTES);
  memcpy (hash, text, length);
  return TRUE;
}

/**
 * genu_pin_is_set:
 * @path: where a PIN should lie
 * @error: return location for a #GError of domain %GENU_PIN_ERROR
 *
 * Returns: whether the file can be read and holds the hash of a PIN
 */
gboolean
genu_pin_is_set (const char *path,
                 GError    **error)
{
  char hash[crypto_pwhash_STRBYTES];

  return read_hash (path, hash, error);
}

/**
 * genu_pin_store:
 * @path: where to; its folder is made if need be
 * @pin: the PIN
 * @error: return location for a #GError of domain %GENU_PIN_ERROR
 *
 * Stores the hash of @pin, readable for the owner alone.  A crash leaves the old PIN or the new.
 *
 * Returns: whether it was stored
 */
gboolean
genu_pin_store (const char *path,
                const char *pin,
                GError    **error)
{
  char hash[crypto_pwhash_STRBYTES + 1];
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) reason = NULL;

  if (!genu_pin_is_valid (pin))
    {
      g_set_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_DIGITS, "a PIN has %d to %d digits",
                   GENU_PIN_MIN_DIGITS, GENU_PIN_MAX_DIGITS);
      return FALSE;
    }
  if (sodium_init () < 0
      || crypto_pwhash_str (hash, pin, strlen (pin), HASH_PASSES, HASH_MEMORY) != 0)
    {
      g_set_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_MEMORY,
                   "there is too little memory to hash the PIN");
      return FALSE;
    }
  strcat (hash, "\n");

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_FILE, "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }
  if (!g_file_set_contents_full (path, hash, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0600, &reason)
      || g_chmod (path, 0600) != 0)
    {
      g_set_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_FILE, "%s",
                   reason != NULL ? reason->message : g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

/**
 * genu_pin_check:
 * @path: where the PIN lies
 * @pin: what was entered
 * @out_right: (out): whether it is the PIN; untouched on failure
 * @error: return location for a #GError of domain %GENU_PIN_ERROR
 *
 * Takes a good part of a second, and any thread may do it.
 *
 * Returns: whether it could be checked
 */
gboolean
genu_pin_check (const char *path,
                const char *pin,
                gboolean   *out_right,
                GError    **error)
{
  char hash[crypto_pwhash_STRBYTES];
  gboolean right;

  if (!read_hash (path, hash, error))
    return FALSE;
  if (sodium_init () < 0)
    {
      g_set_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_MEMORY, "libsodium does not start");
      return FALSE;
    }

  /* A wrong PIN and too little memory look the same, but for errno. */
  errno = 0;
  right = crypto_pwhash_str_verify (hash, pin, strlen (pin)) == 0;
  if (!right && errno == ENOMEM)
    {
      g_set_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_MEMORY,
                   "there is too little memory to check the PIN");
      return FALSE;
    }

  *out_right = right;
  return TRUE;
}

/* Overwrites what was a PIN; the compiler does not leave it out. */
void
genu_pin_wipe (char *text,
               gsize size)
{
  sodium_memzero (text, size);
}
