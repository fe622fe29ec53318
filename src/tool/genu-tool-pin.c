/* SPDX-License-Identifier: GPL-3.0-or-later */

/* genu-tool pin: asks for a PIN twice (on a terminal without echo) and stores its hash.  It is
 * never an argument: those can be read by everybody on the machine. */

#include "config.h"

#include "genu-tool.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "genu-pin.h"

/* Longer input is cut, and then is no PIN either. */
#define LINE_SIZE (GENU_PIN_MAX_DIGITS + 8)

/* Reads one line without its newline, without echo on a terminal.  FALSE at the end of input. */
static gboolean
read_secret (const char *prompt,
             gboolean    terminal,
             char       *buffer)
{
  struct termios saved, quiet;
  gboolean silenced = terminal && tcgetattr (STDIN_FILENO, &saved) == 0;
  gboolean got;

  if (terminal)
    fputs (prompt, stderr);
  if (silenced)
    {
      quiet = saved;
      quiet.c_lflag &= ~(tcflag_t) ECHO;
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &quiet);
    }
  got = fgets (buffer, LINE_SIZE, stdin) != NULL;
  if (silenced)
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &saved);
  if (terminal)
    fputc ('\n', stderr);
  if (got)
    buffer[strcspn (buffer, "\r\n")] = '\0';

  return got;
}

static int
store (const char *path,
       const char *pin)
{
  g_autoptr(GError) error = NULL;

  if (!genu_pin_store (path, pin, &error))
    {
      fprintf (stderr, "%s:0: error: cannot store the PIN: %s [pin-store]\n", path, error->message);
      return GENU_TOOL_BAD_INPUT;
    }
  if (genu_pin_is_easily_guessed (pin))
    fprintf (stderr, "stdin:1: warning: this PIN is easy to guess [pin-easy]\n");

  printf ("The staff PIN is set: %s\n", path);
  return GENU_TOOL_OK;
}

/* Asks once or twice and stores.  @first and @second are the caller's, who wipes them. */
static int
ask_and_store (const char *path,
               gboolean    terminal,
               char       *first,
               char       *second)
{
  if (!read_secret ("New staff PIN: ", terminal, first) || !genu_pin_is_valid (first))
    {
      fprintf (stderr, "stdin:1: error: a PIN has %d to %d digits [pin-digits]\n",
               GENU_PIN_MIN_DIGITS, GENU_PIN_MAX_DIGITS);
      return GENU_TOOL_BAD_INPUT;
    }
  if (terminal
      && (!read_secret ("The same again: ", terminal, second) || strcmp (first, second) != 0))
    {
      fprintf (stderr, "stdin:2: error: the two PINs differ; nothing was changed [pin-differs]\n");
      return GENU_TOOL_BAD_INPUT;
    }

  return store (path, first);
}

/**
 * genu_tool_pin:
 * @argc: number of arguments
 * @argv: the command's name and its options
 *
 * Sets the staff PIN of the kiosk, read from standard input: twice from a terminal, once from
 * anything else and with --stdin.
 *
 * Returns: an exit status
 */
int
genu_tool_pin (int    argc,
               char **argv)
{
  char first[LINE_SIZE] = "", second[LINE_SIZE] = "";
  g_autofree char *path = genu_pin_dup_user_path ();
  gboolean terminal = isatty (STDIN_FILENO);
  int status;

  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--stdin"))
      terminal = FALSE;
    else if (g_str_equal (argv[i], "--system"))
      {
        g_free (path);
        path = g_strdup (GENU_PIN_SYSTEM_PATH);
      }
    else
      {
        fprintf (stderr, "usage: genu-tool pin [--system] [--stdin]\n"
                         "The PIN is asked for; it is never an argument.\n");
        return GENU_TOOL_USAGE;
      }

  status = ask_and_store (path, terminal, first, second);
  genu_pin_wipe (first, sizeof first);
  genu_pin_wipe (second, sizeof second);

  return status;
}
