/* SPDX-License-Identifier: GPL-3.0-or-later */

/* genu-tool pin: asks for a PIN twice (on a terminal without echo) and stores its hash.  The hash
 * is Argon2id through libsodium, slow and hungry for memory on purpose: a PIN has few digits. */

#include "config.h"

#include "genu-tool.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sodium.h>

#include "genu-file.h"

/* Digits of a staff PIN.  Four is what people know from cards; more is welcome. */
#define PIN_MIN_LENGTH 4
#define PIN_MAX_LENGTH 32

/* Reads one line without its newline, without echo on a terminal.  FALSE at the end of input. */
static gboolean
read_secret (const char *prompt,
             char       *buffer,
             gsize       size)
{
  struct termios saved, quiet;
  gboolean terminal = isatty (STDIN_FILENO) && tcgetattr (STDIN_FILENO, &saved) == 0;
  gboolean got;

  if (terminal)
    {
      fputs (prompt, stderr);
      quiet = saved;
      quiet.c_lflag &= ~(tcflag_t) ECHO;
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &quiet);
    }
  got = fgets (buffer, (int) size, stdin) != NULL;
  if (terminal)
    {
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &saved);
      fputc ('\n', stderr);
    }
  if (got)
    buffer[strcspn (buffer, "\r\n")] = '\0';

  return got;
}

static gboolean
is_pin (const char *text)
{
  gsize length = strlen (text);

  return length >= PIN_MIN_LENGTH && length <= PIN_MAX_LENGTH
         && strspn (text, "0123456789") == length;
}

static int
store (const char *hash)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "genu", NULL);
  g_autofree char *path = g_build_filename (folder, "staff-pin", NULL);
  g_autofree char *line = g_strconcat (hash, "\n", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (line, strlen (line));
  g_autoptr(GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 || !genu_file_write (path, bytes, &error)
      || g_chmod (path, 0600) != 0)
    {
      fprintf (stderr, "%s:0: error: cannot store the PIN: %s [pin-store]\n", path,
               error != NULL ? error->message : g_strerror (errno));
      return GENU_TOOL_BAD_INPUT;
    }

  printf ("The staff PIN is set: %s\n", path);
  return GENU_TOOL_OK;
}

/**
 * genu_tool_pin:
 * @argc: 1
 * @argv: the command's name
 *
 * Sets the staff PIN of the kiosk, read from standard input (twice on a terminal).
 *
 * Returns: an exit status
 */
int
genu_tool_pin (int    argc,
               char **argv)
{
  char first[PIN_MAX_LENGTH + 3], second[PIN_MAX_LENGTH + 3];
  char hash[crypto_pwhash_STRBYTES];
  gboolean same;

  if (argc != 1)
    {
      fprintf (stderr, "usage: genu-tool pin\n");
      return GENU_TOOL_USAGE;
    }
  if (sodium_init () < 0 || !read_secret ("New staff PIN: ", first, sizeof first))
    return GENU_TOOL_BAD_INPUT;
  if (!is_pin (first))
    {
      fprintf (stderr, "stdin:1: error: a PIN has %d to %d digits [pin-digits]\n", PIN_MIN_LENGTH,
               PIN_MAX_LENGTH);
      return GENU_TOOL_BAD_INPUT;
    }
  same = !isatty (STDIN_FILENO)
         || (read_secret ("The same again: ", second, sizeof second)
             && strcmp (first, second) == 0);
  sodium_memzero (second, sizeof second);
  if (!same)
    {
      fprintf (stderr, "stdin:2: error: the two PINs differ; nothing was changed [pin-differs]\n");
      return GENU_TOOL_BAD_INPUT;
    }
  if (crypto_pwhash_str (hash, first, strlen (first), crypto_pwhash_OPSLIMIT_MODERATE,
                         crypto_pwhash_MEMLIMIT_MODERATE) != 0)
    {
      fprintf (stderr, "stdin:1: error: not enough memory to hash the PIN [pin-memory]\n");
      return GENU_TOOL_BAD_INPUT;
    }
  sodium_memzero (first, sizeof first);

  return store (hash);
}
