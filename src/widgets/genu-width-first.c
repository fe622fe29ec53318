/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A horizontal GtkBox of GTK 4.8 asks each child how wide it would be at its least height.  A label
 * that wraps finds that out by trying a dozen widths, and a column of them by trying a dozen widths
 * with each: a page of rows within cards took most of a second.  So does whatever is not to fill
 * its room.  What is put in here answers that question with its natural width. */

#include "config.h"

#include "genu-width-first.h"

struct _GenuWidthFirst
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (GenuWidthFirst, genu_width_first, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
genu_width_first_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
genu_width_first_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (!gtk_widget_should_layout (child))
    return;

  gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
genu_width_first_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
genu_width_first_compute_expand (GtkWidget *widget,
                                 gboolean  *hexpand,
                                 gboolean  *vexpand)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *hexpand = gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
  *vexpand = gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
}

static void
genu_width_first_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (genu_width_first_parent_class)->dispose (object);
}

static void
genu_width_first_class_init (GenuWidthFirstClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_width_first_dispose;
  widget_class->get_request_mode = genu_width_first_get_request_mode;
  widget_class->measure = genu_width_first_measure;
  widget_class->compute_expand = genu_width_first_compute_expand;
  widget_class->size_allocate = genu_width_first_size_allocate;
}

static void
genu_width_first_init (GenuWidthFirst *self)
{
}

/**
 * genu_width_first_new:
 * @child: words that wrap, or a column of them
 *
 * To be appended to a horizontal box, or to stand where it does not fill its room.
 *
 * Returns: (transfer floating): holds @child; it expands and is aligned as @child was
 */
GtkWidget *
genu_width_first_new (GtkWidget *child)
{
  GtkWidget *self = g_object_new (GENU_TYPE_WIDTH_FIRST, NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (child), self);

  gtk_widget_set_halign (self, gtk_widget_get_halign (child));
  gtk_widget_set_valign (self, gtk_widget_get_valign (child));
  gtk_widget_set_halign (child, GTK_ALIGN_FILL);
  gtk_widget_set_valign (child, GTK_ALIGN_FILL);
  gtk_widget_set_parent (child, self);

  return self;
}
