/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawing in a window: it moves while a step plays and at no other time. */

#include "config.h"

#include "genu-diagram-view-private.h"
#include "genu-stage-label.h"
#include "widget-fixture.h"

typedef struct
{
  GenuPack        *pack;
  GtkWindow       *window;
  GenuDiagramView *view;
  guint            first_pictures;
  guint            finished;
} Fixture;

static void
set_still (gboolean still)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", !still, NULL);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const char *topic = data != NULL ? data : "walk";

  set_still (FALSE);
  fixture->pack = load_pack ();
  fixture->view = GENU_DIAGRAM_VIEW (genu_diagram_view_new (fixture->pack));
  count_signal (fixture->view, "first-picture", &fixture->first_pictures);
  count_signal (fixture->view, "step-finished", &fixture->finished);
  genu_diagram_view_set_topic (fixture->view, genu_pack_find_topic (fixture->pack, topic));
  fixture->window = show (GTK_WIDGET (fixture->view));
  run_until (fixture->first_pictures == 1);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->window);
  genu_pack_free (fixture->pack);
}

/* Nothing is drawn and no tick is taken for a second, once what was under way is done. */
static void
assert_idle (GenuDiagramView *view)
{
  guint n_frames, n_ticks;

  run_for (500);
  n_frames = genu_diagram_view_get_n_frames (view);
  n_ticks = genu_diagram_view_get_n_ticks (view);
  run_for (1000);
  g_assert_cmpuint (genu_diagram_view_get_n_frames (view), ==, n_frames);
  g_assert_cmpuint (genu_diagram_view_get_n_ticks (view), ==, n_ticks);
}

static void
test_held (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_cmpuint (genu_diagram_view_get_n_steps (fixture->view), ==, 4);
  g_assert_cmpuint (genu_diagram_view_get_step (fixture->view), ==, 0);
  g_assert_true (genu_diagram_view_is_at_end (fixture->view));
  assert_idle (fixture->view);
  g_assert_cmpuint (genu_diagram_view_get_n_ticks (fixture->view), ==, 0);

  genu_diagram_view_set_step (fixture->view, 2, FALSE);
  g_assert_cmpuint (genu_diagram_view_get_step (fixture->view), ==, 2);
  g_assert_true (genu_diagram_view_is_at_end (fixture->view));
  assert_idle (fixture->view);
  g_assert_cmpuint (genu_diagram_view_get_n_ticks (fixture->view), ==, 0);
  g_assert_cmpuint (fixture->first_pictures, ==, 1);
}

static void
test_play (Fixture      *fixture,
           gconstpointer data)
{
  guint n_frames = genu_diagram_view_get_n_frames (fixture->view);

  genu_diagram_view_set_step (fixture->view, 1, TRUE);
  g_assert_true (genu_diagram_view_get_playing (fixture->view));
  g_assert_false (genu_diagram_view_is_at_end (fixture->view));

  run_until (fixture->finished == 1);
  g_assert_false (genu_diagram_view_get_playing (fixture->view));
  g_assert_true (genu_diagram_view_is_at_end (fixture->view));
  g_assert_cmpuint (genu_diagram_view_get_n_ticks (fixture->view), >, 0);
  g_assert_cmpuint (genu_diagram_view_get_n_frames (fixture->view), >, n_frames + 2);
  assert_idle (fixture->view);
  g_assert_cmpuint (fixture->finished, ==, 1);

  genu_diagram_view_replay (fixture->view);
  g_assert_true (genu_diagram_view_get_playing (fixture->view));
  g_assert_cmpuint (genu_diagram_view_get_step (fixture->view), ==, 1);
  run_until (fixture->finished == 2);
}

/* A drawing that runs on plays beyond its step's end, sleeps while it rests, and holds at its
 * step's end for whoever asks for stillness. */
static void
test_loop (Fixture      *fixture,
           gconstpointer data)
{
  GenuStage *stage = genu_diagram_view_get_stage (fixture->view);
  gint64 second = G_USEC_PER_SEC, begin;
  guint n_ticks, n_frames;

  genu_diagram_view_set_topic (fixture->view, genu_pack_get_picture (fixture->pack));
  genu_diagram_view_set_step (fixture->view, 0, TRUE);
  g_assert_true (genu_stage_runs_on (stage));
  begin = g_get_monotonic_time ();
  n_frames = genu_diagram_view_get_n_frames (fixture->view);
  run_until (genu_stage_get_position (stage) >= genu_stage_get_duration (stage));
  /* Every other frame at most, and some when its layers were ready. */
  g_assert_cmpuint (genu_diagram_view_get_n_frames (fixture->view) - n_frames, <,
                    (guint) ((g_get_monotonic_time () - begin) / 30000) + 12);
  g_assert_true (genu_diagram_view_get_playing (fixture->view));
  g_assert_false (genu_diagram_view_is_at_end (fixture->view));
  n_ticks = genu_diagram_view_get_n_ticks (fixture->view);
  run_for (2000);
  g_assert_cmpuint (genu_diagram_view_get_n_ticks (fixture->view), <=, n_ticks + 2);
  run_until (genu_diagram_view_get_n_ticks (fixture->view) > n_ticks + 4);
  g_assert_cmpint (genu_stage_get_position (stage), >, 8 * second);
  g_assert_cmpuint (fixture->finished, ==, 0);

  set_still (TRUE);
  g_assert_false (genu_diagram_view_get_playing (fixture->view));
  g_assert_cmpint (genu_stage_get_position (stage), ==, genu_stage_get_duration (stage));
  assert_idle (fixture->view);
}

static void
test_pause (Fixture      *fixture,
            gconstpointer data)
{
  genu_diagram_view_set_step (fixture->view, 2, TRUE);
  run_until (genu_diagram_view_get_n_ticks (fixture->view) > 3);
  genu_diagram_view_set_playing (fixture->view, FALSE);
  g_assert_false (genu_diagram_view_get_playing (fixture->view));
  g_assert_false (genu_diagram_view_is_at_end (fixture->view));
  assert_idle (fixture->view);
  g_assert_false (genu_diagram_view_is_at_end (fixture->view));
  g_assert_cmpuint (fixture->finished, ==, 0);

  genu_diagram_view_set_playing (fixture->view, TRUE);
  g_assert_true (genu_diagram_view_get_playing (fixture->view));
  run_until (fixture->finished == 1);

  /* At the end there is nothing to go on with. */
  genu_diagram_view_set_playing (fixture->view, TRUE);
  g_assert_false (genu_diagram_view_get_playing (fixture->view));
}

static void
test_hidden (Fixture      *fixture,
             gconstpointer data)
{
  genu_diagram_view_set_step (fixture->view, 2, TRUE);
  run_until (genu_diagram_view_get_n_ticks (fixture->view) > 3);
  gtk_widget_set_visible (GTK_WIDGET (fixture->window), FALSE);
  assert_idle (fixture->view);
  g_assert_cmpuint (fixture->finished, ==, 0);
  g_assert_false (genu_diagram_view_is_at_end (fixture->view));

  gtk_window_present (fixture->window);
  run_until (fixture->finished == 1);
}

static void
test_no_motion (Fixture      *fixture,
                gconstpointer data)
{
  set_still (TRUE);
  genu_diagram_view_set_step (fixture->view, 1, TRUE);
  g_assert_cmpuint (fixture->finished, ==, 1);
  g_assert_false (genu_diagram_view_get_playing (fixture->view));
  g_assert_true (genu_diagram_view_is_at_end (fixture->view));
  genu_diagram_view_replay (fixture->view);
  assert_idle (fixture->view);
  g_assert_cmpuint (genu_diagram_view_get_n_ticks (fixture->view), ==, 0);
}

/* A step that is asked for before the window is there plays once it is: with about as many ticks as
 * when it is played again. */
static void
test_play_at_once (void)
{
  g_autoptr(GenuPack) pack = load_pack ();
  GenuDiagramView *view = GENU_DIAGRAM_VIEW (genu_diagram_view_new (pack));
  GtkWindow *window;
  guint finished, n_ticks;

  set_still (FALSE);
  count_signal (view, "step-finished", &finished);
  genu_diagram_view_set_topic (view, genu_pack_find_topic (pack, "walk"));
  genu_diagram_view_set_step (view, 0, TRUE);
  window = show (GTK_WIDGET (view));

  run_until (finished == 1);
  n_ticks = genu_diagram_view_get_n_ticks (view);
  genu_diagram_view_replay (view);
  run_until (finished == 2);
  g_assert_cmpuint (2 * n_ticks, >, genu_diagram_view_get_n_ticks (view) - n_ticks);
  gtk_window_destroy (window);
  g_object_unref (window);
}

static void
test_no_such_step (Fixture      *fixture,
                   gconstpointer data)
{
  genu_diagram_view_set_step (fixture->view, 4, TRUE);
  g_assert_cmpuint (genu_diagram_view_get_step (fixture->view), ==, 0);
  g_assert_false (genu_diagram_view_get_playing (fixture->view));
}

/* Every node of a picture that lies over all of it. */
static void
collect_wide (GskRenderNode *node,
              GPtrArray     *wide)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      collect_wide (gsk_container_node_get_child (node, i), wide);
  else if (gsk_render_node_get_node_type (node) == GSK_CLIP_NODE)
    collect_wide (gsk_clip_node_get_child (node), wide);
  else if (bounds.size.width > 600 && bounds.size.height > 300)
    g_ptr_array_add (wide, gsk_render_node_ref (node));
}

static GPtrArray *
dup_wide_nodes (GenuDiagramView *view)
{
  GPtrArray *wide = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  collect_wide (node, wide);
  gsk_render_node_unref (node);

  return wide;
}

/* GTK draws anew what lies under a new node: one that covers everything must not be made for each
 * frame. */
static void
test_small_damage (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(GPtrArray) before = NULL, after = NULL;
  guint n_ticks;

  genu_diagram_view_set_step (fixture->view, 0, TRUE);
  run_until (genu_diagram_view_get_n_ticks (fixture->view) > 3);
  before = dup_wide_nodes (fixture->view);
  n_ticks = genu_diagram_view_get_n_ticks (fixture->view);
  run_until (genu_diagram_view_get_n_ticks (fixture->view) > n_ticks + 3);
  g_assert_true (genu_diagram_view_get_playing (fixture->view));
  after = dup_wide_nodes (fixture->view);

  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    g_assert_true (g_ptr_array_index (before, i) == g_ptr_array_index (after, i));
}

static guint
count_labels (GenuDiagramView *view)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GENU_IS_STAGE_LABEL_WIDGET (child) && gtk_widget_get_mapped (child))
      n++;

  return n;
}

static void
test_accessible (Fixture      *fixture,
                 gconstpointer data)
{
  GtkAccessible *view = GTK_ACCESSIBLE (fixture->view);
  GtkAccessible *first = GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (fixture->view)));

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "A walk among shapes");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "A square on the left and a dot on the right.");
  g_assert_cmpuint (count_labels (fixture->view), ==, 2);
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "Square");

  genu_diagram_view_set_step (fixture->view, 2, FALSE);
  run_for (200);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "A bar.");
  g_assert_cmpuint (count_labels (fixture->view), ==, 1);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "Bar");

  genu_diagram_view_set_step (fixture->view, 3, FALSE);
  run_for (200);
  g_assert_cmpuint (count_labels (fixture->view), ==, 0);

  /* What is said of a chart: what one sees, what its outlines mean, its numbers. */
  genu_diagram_view_set_topic (fixture->view, genu_pack_find_topic (fixture->pack, "numbers"));
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "A hundred people. Dashed outlines: hoped for, not shown. "
                                       "Who likes squares? 25 of 100 people like squares. It may "
                                       "be 15 to 36. 75 of 100 did not.");
}

static void
test_no_picture (Fixture      *fixture,
                 gconstpointer data)
{
  g_assert_nonnull (genu_diagram_view_get_error (fixture->view));
  g_assert_cmpuint (genu_diagram_view_get_n_steps (fixture->view), ==, 2);
  genu_diagram_view_set_step (fixture->view, 1, TRUE);
  g_assert_cmpuint (genu_diagram_view_get_step (fixture->view), ==, 1);
  run_until (!genu_diagram_view_get_playing (fixture->view));
  assert_idle (fixture->view);
}

/* --- Touch: there is no finger here, so its controllers are told directly --- */

static gpointer
find_controller (GenuDiagramView *view,
                 GType            type)
{
  g_autoptr(GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (view));
  gpointer found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        found = controller;
    }
  g_assert_nonnull (found);
  return found;
}

static void
on_swiped (GenuDiagramView *view,
           int              direction,
           int             *out_direction)
{
  *out_direction = direction;
}

static int
swipe (GenuDiagramView *view,
       double           velocity_x,
       double           velocity_y)
{
  int direction = 0;
  gulong id = g_signal_connect (view, "swiped", G_CALLBACK (on_swiped), &direction);

  g_signal_emit_by_name (find_controller (view, GTK_TYPE_GESTURE_SWIPE), "swipe", velocity_x,
                         velocity_y);
  g_signal_handler_disconnect (view, id);
  return direction;
}

static void
test_swipe (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_cmpint (swipe (fixture->view, -1000, 50), ==, 1);
  g_assert_cmpint (swipe (fixture->view, 1000, 50), ==, -1);
  g_assert_cmpint (swipe (fixture->view, -60, 0), ==, 0);
  g_assert_cmpint (swipe (fixture->view, -500, 900), ==, 0);

  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  g_assert_cmpint (swipe (fixture->view, -1000, 50), ==, -1);
  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_LTR);

  /* What is zoomed is moved instead. */
  genu_diagram_view_set_zoom (fixture->view, 2);
  g_assert_cmpint (swipe (fixture->view, -1000, 50), ==, 0);
}

static void
test_zoom (Fixture      *fixture,
           gconstpointer data)
{
  GtkGesture *click = find_controller (fixture->view, GTK_TYPE_GESTURE_CLICK);
  double most;

  g_assert_cmpfloat (genu_diagram_view_get_zoom (fixture->view), ==, 1);
  genu_diagram_view_set_zoom (fixture->view, 0.2);
  g_assert_cmpfloat (genu_diagram_view_get_zoom (fixture->view), ==, 1);
  genu_diagram_view_set_zoom (fixture->view, 1000);
  most = genu_diagram_view_get_zoom (fixture->view);
  g_assert_cmpfloat (most, >, 1.2);
  g_assert_cmpfloat (most, <=, 10);
  assert_idle (fixture->view);

  /* A new step shows all of itself. */
  genu_diagram_view_set_step (fixture->view, 1, FALSE);
  g_assert_cmpfloat (genu_diagram_view_get_zoom (fixture->view), ==, 1);

  g_signal_emit_by_name (click, "released", 2, 320.0, 180.0);
  g_assert_cmpfloat (genu_diagram_view_get_zoom (fixture->view), >, 1);
  g_signal_emit_by_name (click, "released", 2, 320.0, 180.0);
  g_assert_cmpfloat (genu_diagram_view_get_zoom (fixture->view), ==, 1);
  assert_idle (fixture->view);
}

/* While fingers move there is no time to draw; once they are lifted nothing is waited for. */
static void
test_lifted (Fixture      *fixture,
             gconstpointer data)
{
  GtkGesture *drag = find_controller (fixture->view, GTK_TYPE_GESTURE_DRAG);
  guint moving;

  genu_diagram_view_set_zoom (fixture->view, 2);
  g_signal_emit_by_name (drag, "drag-begin", 300.0, 200.0);
  g_signal_emit_by_name (drag, "drag-update", 40.0, 30.0);
  moving = fixture->view->sharpen_id;
  g_signal_emit_by_name (drag, "drag-end", 40.0, 30.0);
  g_assert_cmpuint (moving, !=, 0);
  g_assert_cmpuint (fixture->view->sharpen_id, ==, 0);
  assert_idle (fixture->view);
}

static void
on_part_pressed (GenuDiagramView *view,
                 const char      *name,
                 char           **out_name)
{
  g_free (*out_name);
  *out_name = g_strdup (name != NULL ? name : "nothing");
}

static void
test_touch_a_part (Fixture      *fixture,
                   gconstpointer data)
{
  GtkGesture *click = find_controller (fixture->view, GTK_TYPE_GESTURE_CLICK);
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->view));
  g_autofree char *name = NULL;
  g_autoptr(GString) names = g_string_new (NULL);

  g_signal_connect (fixture->view, "part-pressed", G_CALLBACK (on_part_pressed), &name);
  for (int y = 0; y < height; y += height / 18)
    for (int x = 0; x < width; x += width / 32)
      {
        g_signal_emit_by_name (click, "released", 1, (double) x, (double) y);
        g_string_append_printf (names, "%s ", name);
      }

  g_test_message ("%s", names->str);
  g_assert_nonnull (strstr (names->str, "Square"));
  g_assert_nonnull (strstr (names->str, "A dot that moves"));
  g_assert_true (g_str_has_prefix (names->str, "nothing"));
}

#define ADD(name, topic) \
  g_test_add ("/diagram-view/" #name, Fixture, topic, set_up, test_##name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD (held, NULL);
  ADD (play, NULL);
  g_test_add_func ("/diagram-view/play-at-once", test_play_at_once);
  ADD (loop, NULL);
  ADD (pause, NULL);
  ADD (hidden, NULL);
  ADD (small_damage, NULL);
  ADD (no_motion, NULL);
  ADD (no_such_step, NULL);
  ADD (accessible, NULL);
  ADD (no_picture, "broken");
  ADD (swipe, NULL);
  ADD (zoom, NULL);
  ADD (lifted, NULL);
  ADD (touch_a_part, NULL);

  return g_test_run ();
}
