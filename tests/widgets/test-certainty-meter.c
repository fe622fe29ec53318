/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How sure anyone is, in words and by shape. */

#include "config.h"

#include "genu-certainty-meter.h"
#include "widget-fixture.h"

static const struct { GenuCertainty certainty; const char *words; } rows[] = {
  { GENU_CERTAINTY_VERY_LOW, "Not sure at all (very low)" },
  { GENU_CERTAINTY_LOW,      "Not very sure (low)" },
  { GENU_CERTAINTY_MODERATE, "Fairly sure (moderate)" },
  { GENU_CERTAINTY_HIGH,     "Very sure (high)" },
};

static void
test_words (void)
{
  GtkWidget *meter = g_object_ref_sink (genu_certainty_meter_new (GENU_CERTAINTY_NONE));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (meter), GTK_ACCESSIBLE_ROLE_IMG);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      genu_certainty_meter_set_certainty (GENU_CERTAINTY_METER (meter), rows[i].certainty);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (meter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           rows[i].words);
      g_assert_cmpstr (genu_certainty_get_words (rows[i].certainty), ==, rows[i].words);
    }
  g_assert_cmpstr (genu_certainty_get_words (GENU_CERTAINTY_NONE), ==, "");
  g_object_unref (meter);
}

/* The share of the meter that is inked, as it is drawn. */
static double
measure_ink (GtkWidget *meter)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (meter);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  gint64 ink = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      ink += cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface)
                                                    + 4 * x + 3];
  cairo_surface_destroy (surface);

  return (double) ink / 255 / (width * height);
}

/* The more certain, the more of the four bars is filled: told by shape, not by colour. */
static void
test_shape (void)
{
  GtkWidget *meter = genu_certainty_meter_new (GENU_CERTAINTY_NONE);
  GtkWindow *window = show (meter);
  double ink, less;

  run_until (gtk_widget_get_width (meter) > 0);
  run_for (100);
  less = measure_ink (meter);
  g_assert_cmpfloat (less, >, 0.02);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      genu_certainty_meter_set_certainty (GENU_CERTAINTY_METER (meter), rows[i].certainty);
      run_for (100);
      ink = measure_ink (meter);
      g_assert_cmpfloat (ink, >, less + 0.02);
      less = ink;
    }
  gtk_window_destroy (window);
  g_object_unref (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/certainty-meter/words", test_words);
  g_test_add_func ("/certainty-meter/shape", test_shape);

  return g_test_run ();
}
