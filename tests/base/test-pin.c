/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The staff PIN: what is one, how it is kept, where it is looked for. */

#include "config.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "genu-pin.h"

static const struct
{
  const char *pin;
  gboolean    valid, easy;
} cases[] = {
  { "2580", TRUE, FALSE },
  { "4711", TRUE, FALSE },
  { "1234", TRUE, TRUE },
  { "9876", TRUE, TRUE },
  { "0000", TRUE, TRUE },
  { "777777777777", TRUE, TRUE },
  { "1233", TRUE, FALSE },
  { "493817260541", TRUE, FALSE },
  { "", FALSE },
  { "123", FALSE },
  { "1234567890123", FALSE },
  { "12 34", FALSE },
  { "12a4", FALSE },
  { "1234\n", FALSE },
  { "-1234", FALSE },
  { "\xd9\xa1\xd9\xa2\xd9\xa3\xd9\xa4", FALSE }, /* digits, but not the keypad's */
};

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp (NULL, NULL);
  fixture->path = g_build_filename (fixture->folder, "below", "kiosk-pin", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *below = g_path_get_dirname (fixture->path);

  g_unlink (fixture->path);
  g_rmdir (below);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_is_pin (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("\"%s\"", cases[i].pin);
      g_assert_cmpint (genu_pin_is_valid (cases[i].pin), ==, cases[i].valid);
      if (cases[i].valid)
        g_assert_cmpint (genu_pin_is_easily_guessed (cases[i].pin), ==, cases[i].easy);
    }
}

static void
assert_check (const char *path,
              const char *pin,
              gboolean    expected)
{
  gboolean right = !expected;
  g_autoptr(GError) error = NULL;

  genu_pin_check (path, pin, &right, &error);
  g_assert_no_error (error);
  g_assert_cmpint (right, ==, expected);
}

static void
test_store (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  g_assert_true (genu_pin_store (fixture->path, "493817", &error));
  g_assert_no_error (error);
  g_assert_true (genu_pin_is_set (fixture->path, &error));
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 07777, ==, 0600);
  assert_check (fixture->path, "493817", TRUE);
  assert_check (fixture->path, "493818", FALSE);
  assert_check (fixture->path, "49381", FALSE);
  assert_check (fixture->path, "", FALSE);

  /* The PIN itself is nowhere, and the same PIN twice does not look the same. */
  g_assert_true (g_file_get_contents (fixture->path, &first, NULL, NULL));
  g_assert_null (strstr (first, "493817"));
  g_assert_true (genu_pin_store (fixture->path, "493817", NULL));
  g_assert_true (g_file_get_contents (fixture->path, &second, NULL, NULL));
  g_assert_cmpstr (first, !=, second);
}

/* What a careless copy has made readable becomes private again. */
static void
test_store_replaces (Fixture       *fixture,
                     gconstpointer  data)
{
  GStatBuf info;

  g_assert_true (genu_pin_store (fixture->path, "4711", NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  g_assert_true (genu_pin_store (fixture->path, "2580", NULL));
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 07777, ==, 0600);
  assert_check (fixture->path, "4711", FALSE);
  assert_check (fixture->path, "2580", TRUE);
}

static void
test_store_refuses (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (genu_pin_store (fixture->path, "12", &error));
  g_assert_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_DIGITS);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_false (genu_pin_store ("/proc/genu/kiosk-pin", "2580", &error));
  g_assert_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_FILE);
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const contents[] = { "", "2580\n", "$argon2i$nonsense", "\0x" };
  g_autofree char *long_text = g_strnfill (4000, 'x');
  g_autofree char *long_hash = g_strconcat ("$argon2id$", long_text, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "file", NULL);
  gboolean right = TRUE;

  for (gsize i = 0; i <= G_N_ELEMENTS (contents); i++)
    {
      const char *text = i < G_N_ELEMENTS (contents) ? contents[i] : long_hash;
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_assert_false (genu_pin_is_set (path, &error));
      g_assert_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_FILE);
      g_clear_error (&error);
      g_assert_false (genu_pin_check (path, "2580", &right, &error));
      g_assert_error (error, GENU_PIN_ERROR, GENU_PIN_ERROR_FILE);
      g_assert_true (right);
    }
  g_unlink (path);

  g_assert_false (genu_pin_is_set (fixture->path, NULL));
}

/* The service manager's comes before the user's. */
static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *user = genu_pin_dup_user_path ();
  g_autofree char *below = g_path_get_dirname (fixture->path);
  g_autofree char *found = NULL;

  g_assert_true (g_str_has_suffix (user, "/genu/kiosk-pin"));
  g_unsetenv ("CREDENTIALS_DIRECTORY");
  found = genu_pin_find ();
  g_assert_cmpstr (found, !=, fixture->path);
  g_clear_pointer (&found, g_free);

  g_setenv ("CREDENTIALS_DIRECTORY", below, TRUE);
  found = genu_pin_find ();
  g_assert_cmpstr (found, !=, fixture->path);
  g_clear_pointer (&found, g_free);

  g_assert_true (genu_pin_store (fixture->path, "2580", NULL));
  found = genu_pin_find ();
  g_assert_cmpstr (found, ==, fixture->path);
  g_unsetenv ("CREDENTIALS_DIRECTORY");
}

static void
test_wipe (void)
{
  char text[] = "2580";

  genu_pin_wipe (text, sizeof text);
  for (gsize i = 0; i < sizeof text; i++)
    g_assert_cmpint (text[i], ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/pin/is-pin", test_is_pin);
  g_test_add ("/pin/store", Fixture, NULL, set_up, test_store, tear_down);
  g_test_add ("/pin/store-replaces", Fixture, NULL, set_up, test_store_replaces, tear_down);
  g_test_add ("/pin/store-refuses", Fixture, NULL, set_up, test_store_refuses, tear_down);
  g_test_add ("/pin/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/pin/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add_func ("/pin/wipe", test_wipe);

  return g_test_run ();
}
