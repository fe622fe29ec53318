/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold of every placement, tried on random labels and anchors of many kinds.  The seeds
 * are fixed and printed, so a failure can be repeated. */

#include "config.h"

#include "genu-boundary.h"
#include "label-geometry.h"
#include "../test-cases.h"

#include <math.h>
#include <string.h>

#define MAX_ITEMS 24
#define MAX_BOXES 6

/* Where the anchors of a case lie. */
typedef enum
{
  ANYWHERE,
  ONE_POINT,  /* all in one or two points */
  ONE_LINE,   /* along the columns, across them or slanting */
  AT_EDGES,   /* of the free middle and of the area, to the pixel */
  OUTSIDE,    /* of the area, some far */
  N_KINDS,
} Kind;

static const struct { const char *name; guint32 seed; Kind kind; guint n_cases; } cases[] = {
  { "anywhere",  20260101, ANYWHERE,  20000 },
  { "one-point", 20260102, ONE_POINT, 8000 },
  { "one-line",  20260103, ONE_LINE,  8000 },
  { "at-edges",  20260104, AT_EDGES,  8000 },
  { "outside",   20260105, OUTSIDE,   6000 },
};

typedef struct
{
  GenuBoundaryFrame frame;
  GenuBoundaryItem  items[MAX_ITEMS];
  GenuBoundaryPlace places[MAX_ITEMS];
  GenuRect          boxes[MAX_BOXES];
  guint             n_items;
} Try;

static Shown
get_shown (const Try *t,
           guint      i)
{
  Shown shown = {
    .rect = t->places[i].rect, .n_leader = t->places[i].n_leader, .anchor = t->items[i].anchor,
    .number = t->places[i].number,
  };

  memcpy (shown.leader, t->places[i].leader, sizeof shown.leader);
  return shown;
}

static const char *
find_fault_of_label (const Try *t,
                     guint      i)
{
  const GenuBoundaryPlace *place = &t->places[i];
  Shown shown = get_shown (t, i);

  if (place->side == GENU_BOUNDARY_NONE)
    return place->n_leader != 0 ? "an entry of the legend has a leader"
           : (place->number > 0) == t->items[i].hidden ? "an entry's number is wrong" : NULL;
  if (!rect_lies_within (&place->rect, &t->frame.area))
    return "text outside the area";
  if (rects_overlap (&place->rect, &t->frame.inner))
    return "a label in the free middle";
  if (fabs (place->rect.width - t->items[i].width) > LABEL_EPSILON
      || fabs (place->rect.height - t->items[i].height) > LABEL_EPSILON)
    return "a label was shrunk";
  if (place->number != 0 || t->items[i].hidden)
    return "a label beside the drawing has no anchor or a number";
  return leader_is_sound (&shown) ? NULL : "a leader is not sound";
}

static const char *
find_fault (const Try *t)
{
  for (guint i = 0; i < t->n_items; i++)
    {
      Shown shown = get_shown (t, i);
      const char *fault = find_fault_of_label (t, i);

      if (fault != NULL)
        return fault;
      for (guint j = 0; j < t->n_items && shown.n_leader > 0; j++)
        {
          Shown other = get_shown (t, j);
          double distance = distance_to_rect (other.anchor, &shown.rect);

          if (t->items[j].hidden)
            continue;
          if (distance < (other.n_leader > 0 ? t->frame.clearance : t->frame.badge) - LABEL_EPSILON)
            return "a label too near to an anchor or a number";
          if (other.n_leader > 0 && j > i)
            fault = find_fault_of_pair (&shown, &other);
          if (fault != NULL)
            return fault;
        }
    }
  return NULL;
}

static GenuBoundaryFrame
random_frame (GRand *rand)
{
  static const int sizes[][2] = {
    { 1920, 1080 }, { 1280, 720 }, { 1080, 1920 }, { 3840, 2160 }, { 1920, 722 }, { 320, 180 },
    { 60, 40 },
  };
  const int *size = sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))];
  double margin = MIN (20, size[0] / 20), width = size[0], height = size[1];
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
    .badge = 16,
  };
}

static GenuPoint
random_point (GRand          *rand,
              const GenuRect *box)
{
  return (GenuPoint) { box->x + box->width * g_rand_double (rand),
                       box->y + box->height * g_rand_double (rand) };
}

static GenuPoint
random_anchor (GRand                   *rand,
               Kind                     kind,
               const GenuBoundaryFrame *frame,
               guint                    index)
{
  const GenuRect *box = g_rand_int_range (rand, 0, 8) == 0 ? &frame->area : &frame->inner;
  GenuPoint point = random_point (rand, box);
  double middle_x = frame->inner.x + frame->inner.width / 2;
  double middle_y = frame->inner.y + frame->inner.height / 2;

  if (kind == ONE_POINT)
    return (GenuPoint) { middle_x + (index % 2) * 40, middle_y };
  if (kind == ONE_LINE)
    return index % 3 == 0 ? (GenuPoint) { middle_x, point.y }
           : index % 3 == 1 ? (GenuPoint) { point.x, middle_y }
           : (GenuPoint) { middle_x + 10.0 * index, middle_y + 10.0 * index };
  if (kind == AT_EDGES)
    return (GenuPoint) { box->x + (g_rand_boolean (rand) ? box->width : 0),
                         g_rand_boolean (rand) ? point.y : box->y
                         + (g_rand_boolean (rand) ? box->height : 0) };
  if (kind == OUTSIDE && g_rand_boolean (rand))
    return (GenuPoint) { point.x + g_rand_double_range (rand, -9999, 9999),
                         point.y + g_rand_double_range (rand, -9999, 9999) };
  return point;
}

static void
random_item (GRand            *rand,
             Kind              kind,
             Try              *t,
             guint             index)
{
  GenuBoundaryItem *item = &t->items[index];

  *item = (GenuBoundaryItem) {
    .width = g_rand_double_range (rand, 40, g_rand_int_range (rand, 0, 6) == 0 ? 1200 : 420),
    .height = g_rand_double_range (rand, 30, 130),
    .anchor = random_anchor (rand, kind, &t->frame, index),
    .hidden = g_rand_int_range (rand, 0, 20) == 0,
    .rank = g_rand_int_range (rand, 1, 6),
    .prefer = g_rand_int_range (rand, GENU_BOUNDARY_NONE, GENU_BOUNDARY_END + 1),
    .parts = t->boxes,
    .n_parts = (guint) g_rand_int_range (rand, 0, 3),
  };
  item->legend_width = item->width + 30;
  item->legend_height = item->height;
}

static void
random_try (GRand *rand,
            Kind   kind,
            Try   *t)
{
  memset (t, 0, sizeof *t);
  t->frame = random_frame (rand);
  for (guint i = 0; i < MAX_BOXES; i++)
    {
      GenuPoint corner = random_point (rand, &t->frame.area);

      t->boxes[i] = (GenuRect) { corner.x, corner.y, g_rand_double_range (rand, 1, 300),
                                 g_rand_double_range (rand, 1, 300) };
    }
  t->frame.avoid = t->boxes + 2;
  t->frame.n_avoid = 2;
  t->frame.minor = t->boxes + 4;
  t->frame.n_minor = 2;

  /* Mostly what a step has, now and then far more. */
  t->n_items = (guint) g_rand_int_range (rand, 0, g_rand_int_range (rand, 0, 12) == 0
                                                  ? MAX_ITEMS + 1 : 8);
  for (guint i = 0; i < t->n_items; i++)
    random_item (rand, kind, t, i);
}

static void
test_random (gconstpointer data)
{
  gsize c = GPOINTER_TO_SIZE (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (cases[c].seed);
  guint n_labels = 0, n_legend = 0;

  for (guint round = 0; round < cases[c].n_cases; round++)
    {
      Try t;
      const char *fault;

      random_try (rand, cases[c].kind, &t);
      n_legend += genu_boundary_place (&t.frame, t.items, t.n_items, t.places);
      n_labels += t.n_items;
      fault = find_fault (&t);
      if (fault != NULL)
        g_error ("%s, seed %u, case %u: %s", cases[c].name, cases[c].seed, round, fault);
    }

  g_test_message ("seed %u: %u placements, %u labels, %u of them beside the drawing",
                  cases[c].seed, cases[c].n_cases, n_labels, n_labels - n_legend);
  /* The properties would hold of an empty picture too. */
  g_assert_cmpuint (n_labels - n_legend, >, n_labels / 20);
}

/* As many labels as a built-in step may have, with room for all: the legend stays empty. */
static void
test_room_for_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      Try t = {
        .frame = {
          .area = { 30, 30, 1860, 1020 }, .inner = { 450, 30, 1020, 1020 },
          .stub = 36, .gap = 14, .clearance = 10, .badge = 16,
        },
        .n_items = 10,
      };
      GenuBoundaryItem *items = t.items;

      for (guint i = 0; i < t.n_items; i++)
        {
          items[i].width = g_rand_double_range (rand, 120, 380);
          items[i].height = g_rand_double_range (rand, 44, 84);
          items[i].anchor = (GenuPoint) { g_rand_double_range (rand, 520, 1400),
                                          g_rand_double_range (rand, 60, 1000) };
          items[i].rank = 1;
        }
      g_assert_cmpuint (genu_boundary_place (&t.frame, items, t.n_items, t.places), ==, 0);
      g_assert_cmpstr (find_fault (&t), ==, NULL);
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (cases, "/labels/boundary/", test_random);
  g_test_add_func ("/labels/boundary/room-for-all", test_room_for_all);
  g_test_add_func ("/labels/boundary/keeps-side", test_keeps_side);
  g_test_add_func ("/labels/boundary/least-important-goes", test_least_important_goes);
  g_test_add_func ("/labels/boundary/legend", test_legend);

  return g_test_run ();
}
