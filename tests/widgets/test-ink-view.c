/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawing by hand on a drawing in a window: strokes lie where the hand was, zoomed or mirrored too;
 * what is drawn costs only its own region; a second finger takes the stroke back. */

#include "config.h"

#include "genu-ink-view.h"
#include "genu-limits.h"

#include <math.h>

#include "widget-fixture.h"

typedef struct
{
  GenuPack        *pack;
  GenuInk         *ink;
  GenuDiagramView *view;
  GenuInkView     *overlay;
  GenuInkSheet    *sheet;
  GtkWindow       *window;
  guint            n_changed, n_began, n_full;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->pack = load_pack ();
  f->ink = genu_ink_new ();
  f->sheet = genu_ink_get_sheet (f->ink, "walk", 0);
  f->view = GENU_DIAGRAM_VIEW (genu_diagram_view_new (f->pack));
  f->overlay = genu_ink_view_new (f->view);
  genu_ink_view_set_sheet (f->overlay, f->sheet);
  f->window = show (GTK_WIDGET (f->view));
  genu_diagram_view_set_topic (f->view, genu_pack_find_topic (f->pack, "walk"));
  genu_diagram_view_set_step (f->view, 0, FALSE);
  run_until (gtk_widget_get_width (GTK_WIDGET (f->overlay)) > 1);
  count_signal (f->overlay, "changed", &f->n_changed);
  count_signal (f->overlay, "began", &f->n_began);
  count_signal (f->overlay, "full", &f->n_full);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (f->window);
  g_object_unref (f->window);
  genu_ink_free (f->ink);
  genu_pack_free (f->pack);
}

static void
draw_line (Fixture *f,
           double   x0,
           double   y0,
           double   x1,
           double   y1)
{
  genu_ink_view_put_down (f->overlay, GENU_INK_TOOL_PEN, x0, y0);
  for (guint i = 1; i <= 50; i++)
    genu_ink_view_move (f->overlay, x0 + (x1 - x0) * i / 50, y0 + (y1 - y0) * i / 50);
  genu_ink_view_lift (f->overlay);
}

static guint
count_strokes (Fixture *f)
{
  return genu_ink_sheet_get_strokes (f->sheet)->len;
}

/* The bounds of all ink on the screen now. */
static GenuRect
get_bounds (Fixture *f)
{
  GenuMatrix view;

  g_assert_true (genu_stage_get_view (genu_diagram_view_get_stage (f->view), &view));
  return genu_ink_sheet_get_bounds (f->sheet, &view);
}

static void
test_draw (Fixture      *f,
           gconstpointer data)
{
  GenuRect box;

  draw_line (f, 100, 80, 300, 180);
  g_assert_cmpuint (count_strokes (f), ==, 1);
  g_assert_cmpuint (f->n_began, ==, 1);
  g_assert_cmpuint (f->n_changed, ==, 1);

  box = get_bounds (f);
  g_assert_cmpfloat_with_epsilon (box.x + box.width / 2, 200, 1);
  g_assert_cmpfloat_with_epsilon (box.y + box.height / 2, 130, 1);
  g_assert_cmpfloat_with_epsilon (box.width, 200, 12);

  g_assert_true (genu_ink_view_undo (f->overlay));
  g_assert_cmpuint (count_strokes (f), ==, 0);
  g_assert_false (genu_ink_view_undo (f->overlay));
  g_assert_true (genu_ink_view_redo (f->overlay));
  g_assert_true (genu_ink_view_clear (f->overlay));
  g_assert_false (genu_ink_view_clear (f->overlay));
  g_assert_true (genu_ink_view_undo (f->overlay));
  g_assert_cmpuint (count_strokes (f), ==, 1);
}

/* A tap leaves a dot. */
static void
test_tap (Fixture      *f,
          gconstpointer data)
{
  genu_ink_view_put_down (f->overlay, GENU_INK_TOOL_PEN, 200, 100);
  genu_ink_view_lift (f->overlay);
  g_assert_cmpuint (count_strokes (f), ==, 1);
  g_assert_cmpfloat (get_bounds (f).width, <, 16);
}

/* What is drawn zoomed lies where it was drawn, and as far from the same place when not zoomed. */
static void
test_zoomed (Fixture      *f,
             gconstpointer data)
{
  GenuRect zoomed, plain;
  double scale;

  genu_diagram_view_set_zoom (f->view, 2);
  scale = genu_diagram_view_get_zoom (f->view);
  g_assert_cmpfloat (scale, >, 1.2);
  draw_line (f, 100, 80, 300, 180);
  zoomed = get_bounds (f);
  g_assert_cmpfloat_with_epsilon (zoomed.x + zoomed.width / 2, 200, 1);

  genu_diagram_view_set_zoom (f->view, 1);
  plain = get_bounds (f);
  g_assert_cmpfloat (plain.width, <, zoomed.width / 1.2);
}

/* The same anatomy for the other knee: mirrored in the window. */
static void
test_mirrored (Fixture      *f,
               gconstpointer data)
{
  GenuRect right, left;
  int width = gtk_widget_get_width (GTK_WIDGET (f->view));

  draw_line (f, 100, 80, 200, 180);
  right = get_bounds (f);
  genu_diagram_view_set_side (f->view, GENU_SIDE_LEFT);
  left = get_bounds (f);
  g_assert_cmpfloat_with_epsilon (left.x + left.width, width - right.x, 1);
  g_assert_cmpfloat_with_epsilon (left.y, right.y, 1);
}

static void
test_erase (Fixture      *f,
            gconstpointer data)
{
  draw_line (f, 100, 80, 300, 80);
  draw_line (f, 100, 180, 300, 180);
  draw_line (f, 100, 280, 300, 280);

  genu_ink_view_put_down (f->overlay, GENU_INK_TOOL_ERASER, 200, 40);
  g_assert_cmpuint (count_strokes (f), ==, 3);
  genu_ink_view_move (f->overlay, 200, 120);
  g_assert_cmpuint (count_strokes (f), ==, 2);
  genu_ink_view_move (f->overlay, 200, 230);
  genu_ink_view_lift (f->overlay);
  g_assert_cmpuint (count_strokes (f), ==, 1);
  g_assert_true (genu_ink_view_undo (f->overlay)); /* one move, one undo */
  g_assert_cmpuint (count_strokes (f), ==, 3);
}

/* A second finger: the first was no pen, and no eraser. */
static void
test_cancel (Fixture      *f,
             gconstpointer data)
{
  draw_line (f, 100, 80, 300, 80);
  genu_ink_view_put_down (f->overlay, GENU_INK_TOOL_PEN, 20, 20);
  genu_ink_view_move (f->overlay, 60, 60);
  genu_ink_view_cancel (f->overlay);
  genu_ink_view_lift (f->overlay);
  g_assert_cmpuint (count_strokes (f), ==, 1);

  genu_ink_view_put_down (f->overlay, GENU_INK_TOOL_ERASER, 200, 80);
  g_assert_cmpuint (count_strokes (f), ==, 0);
  genu_ink_view_cancel (f->overlay);
  g_assert_cmpuint (count_strokes (f), ==, 1);
}

/* Another step comes while the pen is down. */
static void
test_other_sheet (Fixture      *f,
                  gconstpointer data)
{
  genu_ink_view_put_down (f->overlay, GENU_INK_TOOL_PEN, 20, 20);
  genu_ink_view_move (f->overlay, 60, 60);
  genu_ink_view_set_sheet (f->overlay, genu_ink_get_sheet (f->ink, "walk", 1));
  genu_ink_view_move (f->overlay, 90, 90);
  genu_ink_view_lift (f->overlay);
  g_assert_true (genu_ink_is_empty (f->ink));
  genu_ink_view_set_sheet (f->overlay, NULL);
  draw_line (f, 100, 80, 300, 80);
  g_assert_true (genu_ink_is_empty (f->ink));
}

/* However long the stroke, a frame makes only the nodes of its end. */
static void
test_cost (Fixture      *f,
           gconstpointer data)
{
  guint most = 0, frames = 0;

  for (guint i = 0; i < 30; i++)
    draw_line (f, 20 + i * 15, 20, 40 + i * 15, 300);
  run_for (100);
  genu_ink_view_put_down (f->overlay, GENU_INK_TOOL_PEN, 320, 180);
  for (guint i = 0; i < 240; i++)
    {
      guint before = genu_ink_view_get_n_nodes (f->overlay);
      guint frame = genu_diagram_view_get_n_frames (f->view);

      genu_ink_view_move (f->overlay, 320 + 150 * cos (i / 9.0), 180 + 100 * sin (i / 9.0));
      run_until (genu_diagram_view_get_n_frames (f->view) > frame);
      most = MAX (most, genu_ink_view_get_n_nodes (f->overlay) - before);
      frames++;
    }
  genu_ink_view_lift (f->overlay);
  g_test_message ("at most %u nodes a frame in %u frames", most, frames);
  g_assert_cmpuint (most, <=, 6);

  /* And a held picture makes none. */
  run_for (100);
  most = genu_ink_view_get_n_nodes (f->overlay);
  gtk_widget_queue_draw (GTK_WIDGET (f->view));
  run_for (100);
  g_assert_cmpuint (genu_ink_view_get_n_nodes (f->overlay), ==, most);
}

static void
test_full (Fixture      *f,
           gconstpointer data)
{
  for (guint i = 0; i < GENU_LIMIT_INK_STROKES; i++)
    {
      genu_ink_view_put_down (f->overlay, GENU_INK_TOOL_PEN, i % 600, i / 3);
      genu_ink_view_lift (f->overlay);
    }
  g_assert_cmpuint (f->n_full, ==, 0);
  draw_line (f, 20, 20, 60, 60);
  g_assert_cmpuint (f->n_full, ==, 1);
  g_assert_cmpuint (count_strokes (f), ==, GENU_LIMIT_INK_STROKES);
}

/* A stroke that is longer than a stroke may be is not lost. */
static void
test_long_stroke (Fixture      *f,
                  gconstpointer data)
{
  genu_ink_view_put_down (f->overlay, GENU_INK_TOOL_PEN, 0, 100);
  for (guint i = 0; i < GENU_LIMIT_INK_POINTS + 50; i++)
    genu_ink_view_move (f->overlay, (i % 200) * 2, 100 + (i % 2) * 20);
  genu_ink_view_lift (f->overlay);
  g_assert_cmpuint (count_strokes (f), ==, 2);
}

/* Without a tool the drawing is touched as ever. */
static void
test_tools (Fixture      *f,
            gconstpointer data)
{
  GtkWidget *overlay = GTK_WIDGET (f->overlay), *picked;

  picked = gtk_widget_pick (GTK_WIDGET (f->view), 320, 350, GTK_PICK_DEFAULT);
  g_assert_true (picked != overlay);
  genu_ink_view_set_tool (f->overlay, GENU_INK_TOOL_PEN);
  /* Over labels too. */
  for (int x = 5; x < 640; x += 15)
    for (int y = 5; y < 350; y += 15)
      g_assert_true (gtk_widget_pick (GTK_WIDGET (f->view), x, y, GTK_PICK_DEFAULT) == overlay);
  genu_ink_view_set_tool (f->overlay, GENU_INK_TOOL_NONE);
  g_assert_true (gtk_widget_pick (GTK_WIDGET (f->view), 320, 350, GTK_PICK_DEFAULT) != overlay);
}

#define ADD(name, function) \
  g_test_add ("/ink-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("draw", test_draw);
  ADD ("tap", test_tap);
  ADD ("zoomed", test_zoomed);
  ADD ("mirrored", test_mirrored);
  ADD ("erase", test_erase);
  ADD ("cancel", test_cancel);
  ADD ("other-sheet", test_other_sheet);
  ADD ("cost", test_cost);
  ADD ("full", test_full);
  ADD ("long-stroke", test_long_stroke);
  ADD ("tools", test_tools);

  return g_test_run ();
}
