/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold of every placement, tried on random labels and anchors: no overlap, no crossing,
 * everything inside, no anchor covered.  The seeds are fixed, so a failure can be repeated. */

#include "config.h"

#include "genu-boundary.h"

#include <math.h>
#include <string.h>

#define MAX_ITEMS 24
#define N_ROUNDS 4000

static double
cross (GenuPoint a,
       GenuPoint b,
       GenuPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* An own test of crossing, by the signs of four triangles. */
static gboolean
segments_cross (GenuPoint a,
                GenuPoint b,
                GenuPoint c,
                GenuPoint d)
{
  return cross (a, b, c) * cross (a, b, d) < 0 && cross (c, d, a) * cross (c, d, b) < 0;
}

/* Sampled: whether a leader passes through a rectangle. */
static gboolean
leader_enters (const GenuBoundaryPlace *place,
               const GenuRect          *rect)
{
  for (guint s = 1; s < place->n_leader; s++)
    for (int k = 0; k <= 200; k++)
      {
        double t = k / 200.0;
        GenuPoint p = {
          place->leader[s - 1].x * (1 - t) + place->leader[s].x * t,
          place->leader[s - 1].y * (1 - t) + place->leader[s].y * t,
        };

        if (p.x > rect->x + 1e-6 && p.x < rect->x + rect->width - 1e-6 && p.y > rect->y + 1e-6
            && p.y < rect->y + rect->height - 1e-6)
          return TRUE;
      }
  return FALSE;
}

static void
assert_inside (const GenuRect *outer,
               const GenuRect *rect)
{
  g_assert_cmpfloat (rect->x, >=, outer->x - 1e-6);
  g_assert_cmpfloat (rect->y, >=, outer->y - 1e-6);
  g_assert_cmpfloat (rect->x + rect->width, <=, outer->x + outer->width + 1e-6);
  g_assert_cmpfloat (rect->y + rect->height, <=, outer->y + outer->height + 1e-6);
}

static void
assert_pair (const GenuBoundaryPlace *a,
             const GenuBoundaryPlace *b)
{
  g_assert_false (genu_rect_intersect (&a->rect, &b->rect, NULL));
  g_assert_false (leader_enters (a, &b->rect));
  g_assert_false (leader_enters (b, &a->rect));
  for (guint i = 1; i < a->n_leader; i++)
    for (guint j = 1; j < b->n_leader; j++)
      g_assert_false (segments_cross (a->leader[i - 1], a->leader[i], b->leader[j - 1],
                                      b->leader[j]));
}

static void
assert_placement (const GenuBoundaryFrame *frame,
                  const GenuBoundaryItem  *items,
                  guint                    n_items,
                  const GenuBoundaryPlace *places)
{
  for (guint i = 0; i < n_items; i++)
    {
      if (places[i].side == GENU_BOUNDARY_NONE)
        {
          g_assert_cmpuint (places[i].n_leader, ==, 0);
          g_assert_cmpint (places[i].number > 0, ==, !items[i].hidden);
          continue;
        }
      assert_inside (&frame->area, &places[i].rect);
      g_assert_false (genu_rect_intersect (&frame->inner, &places[i].rect, NULL));
      g_assert_cmpfloat_with_epsilon (places[i].rect.width, items[i].width, 1e-6);
      g_assert_cmpfloat_with_epsilon (places[i].rect.height, items[i].height, 1e-6);
      g_assert_cmpuint (places[i].n_leader, >=, 2);
      g_assert_cmpfloat (places[i].leader[places[i].n_leader - 1].x, ==, items[i].anchor.x);
      g_assert_cmpfloat (places[i].leader[places[i].n_leader - 1].y, ==, items[i].anchor.y);

      for (guint j = 0; j < n_items; j++)
        if (places[j].side != GENU_BOUNDARY_NONE)
          {
            g_assert_false (genu_rect_contains (&places[i].rect, items[j].anchor));
            if (j > i)
              assert_pair (&places[i], &places[j]);
          }
    }
}

static GenuBoundaryFrame
random_frame (GRand *rand)
{
  static const int sizes[][2] = { { 1920, 1080 }, { 1280, 720 }, { 1080, 1920 }, { 3840, 2160 } };
  const int *size = sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))];
  double margin = 20, width = size[0], height = size[1];
  gboolean upright = width < height;
  double left = upright ? 0 : width * g_rand_double_range (rand, 0.05, 0.3);
  double right = upright ? 0 : width * g_rand_double_range (rand, 0.05, 0.3);
  double top = upright ? height * g_rand_double_range (rand, 0.02, 0.2) : 0;
  double bottom = upright ? height * g_rand_double_range (rand, 0.05, 0.2) : 0;

  return (GenuBoundaryFrame) {
    .area = { margin, margin, width - 2 * margin, height - 2 * margin },
    .inner = { margin + left, margin + top, width - 2 * margin - left - right,
               height - 2 * margin - top - bottom },
    .upright = upright,
    .stub = 30,
    .gap = 12,
    .clearance = 10,
  };
}

static void
random_item (GRand                   *rand,
             const GenuBoundaryFrame *frame,
             GenuBoundaryItem        *item)
{
  /* Some anchors lie outside the free middle. */
  const GenuRect *box = g_rand_int_range (rand, 0, 8) == 0 ? &frame->area : &frame->inner;

  *item = (GenuBoundaryItem) {
    .width = g_rand_double_range (rand, 40, 420),
    .height = g_rand_double_range (rand, 30, 130),
    .anchor = { box->x + box->width * g_rand_double (rand),
                box->y + box->height * g_rand_double (rand) },
    .hidden = g_rand_int_range (rand, 0, 20) == 0,
    .rank = g_rand_int_range (rand, 1, 6),
    .prefer = g_rand_int_range (rand, GENU_BOUNDARY_NONE, GENU_BOUNDARY_END + 1),
  };
  item->legend_width = item->width + 30;
  item->legend_height = item->height;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260101);
  guint n_labels = 0, n_beside = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      GenuBoundaryFrame frame = random_frame (rand);
      GenuBoundaryItem items[MAX_ITEMS];
      GenuBoundaryPlace places[MAX_ITEMS];
      guint n_items = (guint) g_rand_int_range (rand, 0, MAX_ITEMS + 1), n_legend;

      for (guint i = 0; i < n_items; i++)
        random_item (rand, &frame, &items[i]);
      n_legend = genu_boundary_place (&frame, items, n_items, places);
      assert_placement (&frame, items, n_items, places);
      n_labels += n_items;
      n_beside += n_items - n_legend;
    }

  g_test_message ("%u placements, %u labels, %u of them beside the drawing", N_ROUNDS, n_labels,
                  n_beside);
  /* The properties would hold of an empty picture too. */
  g_assert_cmpuint (n_beside, >, n_labels / 3);
}

/* As many labels as a built-in step may have, with room for all: the legend stays empty. */
static void
test_room_for_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      GenuBoundaryFrame frame = {
        .area = { 30, 30, 1860, 1020 }, .inner = { 450, 30, 1020, 1020 },
        .stub = 36, .gap = 14, .clearance = 10,
      };
      GenuBoundaryItem items[10] = { 0 };
      GenuBoundaryPlace places[10];

      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        {
          items[i].width = g_rand_double_range (rand, 120, 380);
          items[i].height = g_rand_double_range (rand, 44, 84);
          items[i].anchor = (GenuPoint) { g_rand_double_range (rand, 520, 1400),
                                          g_rand_double_range (rand, 60, 1000) };
          items[i].rank = 1;
        }
      g_assert_cmpuint (genu_boundary_place (&frame, items, G_N_ELEMENTS (items), places), ==, 0);
      assert_placement (&frame, items, G_N_ELEMENTS (items), places);
    }
}

static void
test_keeps_side (void)
{
  GenuBoundaryFrame frame = {
    .area = { 0, 0, 1000, 600 }, .inner = { 250, 0, 500, 600 },
    .stub = 20, .gap = 10, .clearance = 8,
  };
  GenuBoundaryItem item = { .width = 150, .height = 40, .anchor = { 300, 300 }, .rank = 1 };
  GenuBoundaryPlace place;

  genu_boundary_place (&frame, &item, 1, &place);
  g_assert_cmpint (place.side, ==, GENU_BOUNDARY_START);
  g_assert_cmpfloat (place.rect.y, ==, 280);

  item.prefer = GENU_BOUNDARY_END;
  genu_boundary_place (&frame, &item, 1, &place);
  g_assert_cmpint (place.side, ==, GENU_BOUNDARY_END);

  /* It moves only when it must: the column is too narrow. */
  frame.inner.width = 620;
  genu_boundary_place (&frame, &item, 1, &place);
  g_assert_cmpint (place.side, ==, GENU_BOUNDARY_START);
}

static void
test_least_important_goes (void)
{
  GenuBoundaryFrame frame = {
    .area = { 0, 0, 1000, 200 }, .inner = { 250, 0, 750, 200 },
    .stub = 20, .gap = 10, .clearance = 8,
  };
  GenuBoundaryItem items[6] = { 0 };
  GenuBoundaryPlace places[6];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (GenuBoundaryItem) {
      .width = 150, .height = 60, .legend_width = 180, .legend_height = 60,
      .anchor = { 400, 20 + 30.0 * i }, .rank = (int) (6 - i),
    };
  g_assert_cmpuint (genu_boundary_place (&frame, items, G_N_ELEMENTS (items), places), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_assert_cmpint (places[i].number, ==, i < 3 ? (int) i + 1 : 0);
}

static void
test_legend (void)
{
  GenuRect strip = { 10, 500, 400, 0 };
  GenuBoundaryItem items[4] = { 0 };
  GenuBoundaryPlace places[4] = { { .number = 2 }, { .number = 1 }, { .number = 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      items[i].legend_width = 190;
      items[i].legend_height = 40;
    }

  g_assert_cmpfloat (genu_boundary_legend (&strip, 500, 10, FALSE, items, 4, places), ==, 90);
  g_assert_cmpfloat (places[1].rect.x, ==, 10);
  g_assert_cmpfloat (places[0].rect.x, ==, 210);
  g_assert_cmpfloat (places[2].rect.y, ==, 550);
  g_assert_cmpfloat (places[3].rect.x, ==, 210);

  g_assert_cmpfloat (genu_boundary_legend (&strip, 500, 10, TRUE, items, 4, places), ==, 90);
  g_assert_cmpfloat (places[1].rect.x, ==, 220);
  g_assert_cmpfloat (places[0].rect.x, ==, 20);

  /* Room for one row: the two least important go, and the numbers close up. */
  items[1].rank = 7;
  items[3].rank = 6;
  g_assert_cmpfloat (genu_boundary_legend (&strip, 60, 10, FALSE, items, 4, places), ==, 40);
  g_assert_true (places[1].left_out && places[3].left_out);
  g_assert_true (genu_rect_is_empty (&places[1].rect));
  g_assert_cmpint (places[0].number, ==, 1);
  g_assert_cmpint (places[2].number, ==, 2);
}

/* The budget is 2 ms for 20 labels; the test allows for a slow, busy machine. */
static void
test_speed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  GenuBoundaryFrame frame = {
    .area = { 30, 30, 1860, 1020 }, .inner = { 450, 30, 1020, 1020 },
    .stub = 36, .gap = 14, .clearance = 10,
  };
  GenuBoundaryItem items[20];
  GenuBoundaryPlace places[20];
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < 50; round++)
    {
      gint64 start;

      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        random_item (rand, &frame, &items[i]);
      start = g_get_monotonic_time ();
      genu_boundary_place (&frame, items, G_N_ELEMENTS (items), places);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_test_message ("20 labels: %" G_GINT64_FORMAT " us", best);
  g_assert_cmpint (best, <, 20000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/labels/boundary/random", test_random);
  g_test_add_func ("/labels/boundary/room-for-all", test_room_for_all);
  g_test_add_func ("/labels/boundary/keeps-side", test_keeps_side);
  g_test_add_func ("/labels/boundary/least-important-goes", test_least_important_goes);
  g_test_add_func ("/labels/boundary/legend", test_legend);
  g_test_add_func ("/labels/boundary/speed", test_speed);

  return g_test_run ();
}
