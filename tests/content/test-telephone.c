/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clinic's number stands where a topic has a place for it, and nowhere else; short ways through
 * a pack are read with their stops. */

#include "config.h"

#include "genu-telephone.h"
#include "lint-fixture.h"

static GenuPack *
load (char **out_folder)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  GenuPack *pack;

  *out_folder = lint_fixture_write (NULL);
  pack = genu_pack_load (*out_folder, NULL, report);
  g_assert_nonnull (pack);
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);

  return pack;
}

static const GenuParagraph *
get_call (const GenuPack *pack)
{
  const GenuBodySection *section = g_ptr_array_index (genu_pack_find_topic (pack, "b")->body, 0);

  return g_ptr_array_index (section->paragraphs, 4);
}

static void
test_number (void)
{
  char *folder;
  g_autoptr(GenuPack) pack = load (&folder);
  const GenuParagraph *call = get_call (pack);
  const GenuRun *place = g_ptr_array_index (call->runs, 1);
  const GenuBodySection *section = g_ptr_array_index (genu_pack_find_topic (pack, "b")->body, 0);
  const GenuParagraph *other = g_ptr_array_index (section->paragraphs, 0);

  g_assert_cmpint (place->kind, ==, GENU_RUN_TELEPHONE);
  genu_pack_set_telephone (pack, NULL);
  genu_pack_set_telephone (pack, "");
  g_assert_cmpstr (call->text, ==, "Call your clinic.");
  genu_pack_set_telephone (pack, "555 0100");
  g_assert_cmpstr (call->text, ==, "Call 555 0100.");
  g_assert_cmpstr (place->text, ==, "555 0100");
  g_assert_cmpstr (other->text, ==, "You have time to think.");
  lint_fixture_remove (folder);
}

static void
test_tours (void)
{
  char *folder;
  g_autoptr(GenuPack) pack = load (&folder);
  const GenuTour *tour = g_ptr_array_index (pack->tours, 0);
  const GenuTourStop *stop = g_ptr_array_index (tour->stops, 0);

  g_assert_cmpuint (pack->tours->len, ==, 1);
  g_assert_cmpuint (tour->minutes, ==, 1);
  g_assert_cmpstr (tour->title, ==, "Short");
  g_assert_cmpuint (tour->stops->len, ==, 1);
  g_assert_cmpstr (stop->topic, ==, "a");
  g_assert_cmpuint (stop->steps->len, ==, 2);
  g_assert_cmpuint (g_array_index (stop->steps, guint, 1), ==, 2);
  lint_fixture_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/telephone/number", test_number);
  g_test_add_func ("/telephone/tours", test_tours);

  return g_test_run ();
}
