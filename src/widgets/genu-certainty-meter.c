/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-certainty-meter.h"

#include "genu-certainty-words.h"

#define N_BARS 4

struct _GenuCertaintyMeter
{
  GtkWidget parent_instance;

  GenuCertainty certainty;
};

G_DEFINE_FINAL_TYPE (GenuCertaintyMeter, genu_certainty_meter, GTK_TYPE_WIDGET)

static void
genu_certainty_meter_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  int text = pango_font_description_get_size (
               pango_context_get_font_description (gtk_widget_get_pango_context (widget)))
             / PANGO_SCALE;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * MAX (text, 10)
                                                                  : 2 * MAX (text, 10);
}

static void
draw_bar (cairo_t       *cr,
          const GdkRGBA *ink,
          double         x,
          double         y,
          double         width,
          double         height,
          gboolean       filled)
{
  const double line = 2;

  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, x + line / 2, y + line / 2, width - line, height - line);
  if (filled)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
}

static void
genu_certainty_meter_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  GenuCertaintyMeter *self = GENU_CERTAINTY_METER (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double pitch = width / N_BARS, bar = pitch * 0.72;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  for (int i = 0; i < N_BARS; i++)
    {
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      double tall = height * (i + 2) / (N_BARS + 1);
      double x = pitch * (rtl ? N_BARS - 1 - i : i);

      draw_bar (cr, &ink, x, height - tall, bar, tall, i < (int) self->certainty);
    }
  cairo_destroy (cr);
}

static void
genu_certainty_meter_class_init (GenuCertaintyMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = genu_certainty_meter_measure;
  widget_class->snapshot = genu_certainty_meter_snapshot;
  gtk_widget_class_set_css_name (widget_class, "certaintymeter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
genu_certainty_meter_init (GenuCertaintyMeter *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * genu_certainty_meter_set_certainty:
 * @self: a meter
 * @certainty: what it shows
 */
void
genu_certainty_meter_set_certainty (GenuCertaintyMeter *self,
                                    GenuCertainty       certainty)
{
  g_return_if_fail (GENU_IS_CERTAINTY_METER (self));

  self->certainty = certainty;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  genu_certainty_get_words (certainty), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
genu_certainty_meter_new (GenuCertainty certainty)
{
  GtkWidget *self = g_object_new (GENU_TYPE_CERTAINTY_METER, NULL);

  genu_certainty_meter_set_certainty (GENU_CERTAINTY_METER (self), certainty);

  return self;
}
