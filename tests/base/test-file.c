/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp (NULL, &error);

  g_assert_no_error (error);
  return folder;
}

static GBytes *
text_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* A regular file is replaced as a whole: a shorter text leaves nothing of the longer one. */
static void
test_replace (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "f", NULL);
  const char *const texts[] = { "long text", "short", "" };
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = text_bytes (texts[i]);
      g_autofree char *content = NULL;

      g_assert_true (genu_file_write (path, bytes, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, texts[i]);
    }

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A pipe stays a pipe and gets the bytes. */
static void
test_pipe (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  g_autoptr(GBytes) bytes = text_bytes ("through");
  g_autoptr(GError) error = NULL;
  char content[16] = "";
  struct stat info;
  int fd;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  fd = g_open (path, O_RDONLY | O_NONBLOCK, 0);
  g_assert_cmpint (fd, >=, 0);
  g_assert_true (genu_file_write (path, bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read (fd, content, sizeof content - 1), ==, 7);
  g_assert_cmpstr (content, ==, "through");
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_true (S_ISFIFO (info.st_mode));

  g_assert_true (g_close (fd, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_device (void)
{
  g_autoptr(GBytes) bytes = text_bytes ("nothing");
  struct stat info;

  g_assert_true (genu_file_write ("/dev/null", bytes, NULL));
  g_assert_cmpint (stat ("/dev/null", &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
}

static void
test_failure (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "no", "f", NULL);
  g_autoptr(GBytes) bytes = text_bytes ("x");
  g_autoptr(GError) missing = NULL, is_folder = NULL;

  g_assert_false (genu_file_write (path, bytes, &missing));
  g_assert_nonnull (missing);
  g_assert_false (genu_file_write (folder, bytes, &is_folder));
  g_assert_nonnull (is_folder);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file/replace", test_replace);
  g_test_add_func ("/file/pipe", test_pipe);
  g_test_add_func ("/file/device", test_device);
  g_test_add_func ("/file/failure", test_failure);

  return g_test_run ();
}
