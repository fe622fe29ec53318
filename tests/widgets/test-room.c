/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-room.h"

static GenuRoom
room (int    width,
      int    height,
      double em,
      int    target)
{
  GenuRoom self;

  genu_room_init (&self, width, height, em, target);
  return self;
}

/* A desk's screen has room for everything. */
static void
test_plenty (void)
{
  GenuRoom self = room (1920, 1080, 22, 58);

  g_assert_true (self.wide);
  g_assert_false (self.narrow);
  g_assert_false (self.low);
  g_assert_false (self.beside);
  g_assert_false (self.settled);
}

/* The same window with a text twice as large is low, and words go beside the drawing. */
static void
test_large_text (void)
{
  GenuRoom self = room (1280, 720, 30, 39);

  g_assert_false (self.wide);
  g_assert_true (self.low);
  g_assert_true (self.beside);
}

/* Words never go beside the drawing in a window that is higher than wide. */
static void
test_upright (void)
{
  for (int em = 12; em <= 100; em += 4)
    {
      GenuRoom self = room (1080, 1920, em, 60);

      g_assert_false (self.beside);
      g_assert_cmpint (self.narrow, ==, 1080 < 38 * em);
    }
}

/* Larger text or larger targets never make more room; a larger window never makes less. */
static void
test_more_is_never_less (void)
{
  for (int em = 12; em < 60; em += 3)
    for (int target = 30; target < 120; target += 15)
      {
        GenuRoom self = room (1280, 720, em, target), text = room (1280, 720, em + 3, target);
        GenuRoom targets = room (1280, 720, em, target + 15);
        GenuRoom window = room (2560, 1440, em, target);

        g_assert_cmpint (text.wide, <=, self.wide);
        g_assert_cmpint (text.narrow, >=, self.narrow);
        g_assert_cmpint (text.low, >=, self.low);
        g_assert_cmpint (targets.low, >=, self.low);
        g_assert_cmpint (window.wide, >=, self.wide);
        g_assert_cmpint (window.low, <=, self.low);
      }
}

/* What is laid out anew when any of it changes. */
static void
test_equal (void)
{
  GenuRoom self = room (1280, 720, 16, 40), other = self;

  g_assert_true (genu_room_equal (&self, &other));
  other.settled = TRUE;
  g_assert_false (genu_room_equal (&self, &other));
  other = room (1281, 720, 16, 40);
  g_assert_false (genu_room_equal (&self, &other));
  other = room (1280, 721, 16, 40);
  g_assert_false (genu_room_equal (&self, &other));
  other = room (1280, 720, 16.5, 40);
  g_assert_false (genu_room_equal (&self, &other));
  other = room (1280, 720, 16, 41);
  g_assert_false (genu_room_equal (&self, &other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/room/plenty", test_plenty);
  g_test_add_func ("/room/large-text", test_large_text);
  g_test_add_func ("/room/upright", test_upright);
  g_test_add_func ("/room/more-is-never-less", test_more_is_never_less);
  g_test_add_func ("/room/equal", test_equal);

  return g_test_run ();
}
