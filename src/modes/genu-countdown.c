/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-countdown.h"

#include <glib/gi18n.h>

/* Of the ring, as shares of its diameter. */
#define LINE_WIDTH 0.07
/* The ring around the number, as a multiple of the number's height. */
#define RING 1.9

struct _GenuCountdown
{
  GtkWidget parent_instance;

  GtkWidget *number; /* child */
  guint      left;
  guint      total;  /* > 0 */
};

G_DEFINE_FINAL_TYPE (GenuCountdown, genu_countdown, GTK_TYPE_WIDGET)

static void
genu_countdown_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  GenuCountdown *self = GENU_COUNTDOWN (widget);
  int height, width;

  gtk_widget_measure (self->number, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_measure (self->number, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  *minimum = *natural = (int) (RING * MAX (height, width));
}

static void
genu_countdown_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  gtk_widget_allocate (GENU_COUNTDOWN (widget)->number, width, height, -1, NULL);
}

static void
genu_countdown_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  GenuCountdown *self = GENU_COUNTDOWN (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double diameter = MIN (width, height), line = LINE_WIDTH * diameter;
  double turn = 2 * G_PI * MIN (self->left, self->total) / self->total;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  cairo_translate (cr, width / 2, height / 2);
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  cairo_arc (cr, 0, 0, (diameter - line) / 2, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.15 * ink.alpha);
  cairo_stroke (cr);
  /* From the top, in the direction of a clock; what is left ends at the top. */
  cairo_arc (cr, 0, 0, (diameter - line) / 2, -G_PI / 2 + 2 * G_PI - turn, -G_PI / 2 + 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &ink);
  if (self->left > 0)
    cairo_stroke (cr);
  cairo_destroy (cr);

  gtk_widget_snapshot_child (widget, self->number, snapshot);
}

static void
genu_countdown_dispose (GObject *object)
{
  g_clear_pointer (&GENU_COUNTDOWN (object)->number, gtk_widget_unparent);
  G_OBJECT_CLASS (genu_countdown_parent_class)->dispose (object);
}

static void
genu_countdown_class_init (GenuCountdownClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_countdown_dispose;
  widget_class->measure = genu_countdown_measure;
  widget_class->size_allocate = genu_countdown_size_allocate;
  widget_class->snapshot = genu_countdown_snapshot;
  gtk_widget_class_set_css_name (widget_class, "countdown");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
}

static void
genu_countdown_init (GenuCountdown *self)
{
  self->total = 1;
  self->number = gtk_label_new ("0");
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
}

GtkWidget *
genu_countdown_new (void)
{
  return g_object_new (GENU_TYPE_COUNTDOWN, NULL);
}

/**
 * genu_countdown_set:
 * @self: a countdown
 * @left: seconds that are left
 * @total: seconds of the whole ring; at least 1
 */
void
genu_countdown_set (GenuCountdown *self,
                    guint          left,
                    guint          total)
{
  g_autofree char *text = g_strdup_printf ("%u", left);
  g_autofree char *name = NULL;

  g_return_if_fail (GENU_IS_COUNTDOWN (self));
  g_return_if_fail (total > 0);

  name = g_strdup_printf (ngettext ("%u second left", "%u seconds left", left), left);
  self->left = left;
  self->total = total;
  gtk_label_set_text (GTK_LABEL (self->number), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
