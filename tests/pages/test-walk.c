/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "../widgets/widget-fixture.h"
#include "genu-walk.h"

typedef struct
{
  GenuPack        *pack;
  const GenuTopic *topic; /* the first, which has steps */
  GenuTour         tour;
} Fixture;

static void
stop_clear (gpointer data)
{
  GenuTourStop *stop = data;

  g_free (stop->topic);
  g_array_unref (stop->steps);
  g_free (stop);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->pack = load_pack ();
  self->topic = g_ptr_array_index (self->pack->topics, 0);
  g_assert_cmpuint (self->topic->steps->len, >=, 2);
  self->tour.title = (char *) "The short way";
  self->tour.stops = g_ptr_array_new_with_free_func (stop_clear);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_ptr_array_unref (self->tour.stops);
  genu_pack_free (self->pack);
}

/* @steps ends with 0; none stands for the topic's words. */
static void
add_stop (Fixture     *self,
          const char  *topic,
          const guint *steps)
{
  GenuTourStop *stop = g_new0 (GenuTourStop, 1);

  stop->topic = g_strdup (topic);
  stop->steps = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; steps[i] != 0; i++)
    g_array_append_val (stop->steps, steps[i]);
  g_ptr_array_add (self->tour.stops, stop);
}

static const guint both[] = { 1, 2, 0 };
static const guint second[] = { 2, 0 };
static const guint words[] = { 0 };
static const guint wrong[] = { 99, 0 };
static const guint half_wrong[] = { 99, 2, 0 };

static void
test_places (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GenuWalk) walk = NULL;
  guint n_places;

  add_stop (self, self->topic->id, both);
  add_stop (self, self->topic->id, words);
  walk = genu_walk_new (self->pack, &self->tour);
  g_assert_cmpstr (genu_walk_get_title (walk), ==, "The short way");
  g_assert_cmpuint (genu_walk_get_n_places (walk), ==, 3);
  g_assert_cmpuint (genu_walk_get_n_parts (walk), ==, 2);
  g_assert_cmpuint (genu_walk_get_place (walk), ==, 0);
  g_assert_cmpuint (genu_walk_get_current (walk)->step, ==, 0);
  g_assert_cmpuint (genu_walk_get (walk, 1)->step, ==, 1);
  g_assert_cmpuint (genu_walk_get (walk, 2)->step, ==, GENU_WALK_WORDS);
  g_assert_true (genu_walk_get (walk, 2)->topic == self->topic);
  g_assert_null (genu_walk_get (walk, 3));

  g_assert_cmpuint (genu_walk_get_part (walk, &n_places), ==, 0);
  g_assert_cmpuint (n_places, ==, 2);
  genu_walk_set_place (walk, 1);
  g_assert_cmpuint (genu_walk_get_part (walk, &n_places), ==, 0);
  g_assert_cmpuint (n_places, ==, 2);
  genu_walk_set_place (walk, 2);
  g_assert_cmpuint (genu_walk_get_part (walk, &n_places), ==, 2);
  g_assert_cmpuint (n_places, ==, 1);
  g_assert_cmpuint (genu_walk_get_current (walk)->part, ==, 1);
}

static void
test_beyond_the_end (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GenuWalk) walk = NULL;

  add_stop (self, self->topic->id, both);
  walk = genu_walk_new (self->pack, &self->tour);
  genu_walk_set_place (walk, 1);
  genu_walk_set_place (walk, 2);
  g_assert_cmpuint (genu_walk_get_place (walk), ==, 1);
}

/* What is missing is left out, and does not count as a part. */
static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GenuWalk) walk = NULL;

  add_stop (self, "no-such-topic", both);
  add_stop (self, self->topic->id, wrong);
  add_stop (self, self->topic->id, half_wrong);
  add_stop (self, "no-such-topic", words);
  add_stop (self, self->topic->id, second);
  walk = genu_walk_new (self->pack, &self->tour);
  g_assert_cmpuint (genu_walk_get_n_places (walk), ==, 2);
  g_assert_cmpuint (genu_walk_get_n_parts (walk), ==, 2);
  g_assert_cmpuint (genu_walk_get (walk, 0)->step, ==, 1);
  g_assert_cmpuint (genu_walk_get (walk, 1)->part, ==, 1);
}

static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  g_assert_null (genu_walk_new (self->pack, &self->tour));
  add_stop (self, "no-such-topic", both);
  add_stop (self, self->topic->id, wrong);
  g_assert_null (genu_walk_new (self->pack, &self->tour));
}

#define ADD(name) g_test_add ("/walk/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (places);
  ADD (beyond_the_end);
  ADD (missing);
  ADD (nothing);

  return g_test_run ();
}
