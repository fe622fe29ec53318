/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The labels of a drawing, one child each, since screen readers meet only widgets; their leaders,
 * the scale bar and the key are painted in one piece. */

#include "config.h"

#include "genu-diagram-view-private.h"

#include "genu-stage-label.h"

void
genu_diagram_view_drop_labels (GenuDiagramView *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->labels, i));
  g_ptr_array_set_size (self->labels, 0);
}

/* As many as any step has.  They are children for as long as the topic is shown: which labels there
 * are is only known once there is a size, and a child that comes or goes while its parent is being
 * allocated leaves the parent without an allocation. */
void
genu_diagram_view_add_labels (GenuDiagramView *self)
{
  guint most = 0;

  genu_diagram_view_drop_labels (self);
  for (guint i = 0; self->topic != NULL && i < self->topic->steps->len; i++)
    {
      const GenuStep *step = g_ptr_array_index (self->topic->steps, i);

      most = MAX (most, step->labels->len);
    }
  for (guint i = 0; i < most; i++)
    {
      GtkWidget *label = genu_stage_label_widget_new (self->stage, i);

      gtk_widget_set_child_visible (label, FALSE);
      gtk_widget_insert_before (label, GTK_WIDGET (self), self->overlay);
      g_ptr_array_add (self->labels, label);
    }
}

void
genu_diagram_view_queue_labels (GenuDiagramView *self)
{
  g_clear_pointer (&self->furniture, gsk_render_node_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
genu_diagram_view_allocate_labels (GenuDiagramView *self)
{
  guint n_labels = genu_stage_get_n_labels (self->stage);

  for (guint i = 0; i < self->labels->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->labels, i);
      const GenuStageLabel *label;
      GtkAllocation box;

      gtk_widget_set_child_visible (widget, i < n_labels);
      genu_stage_label_widget_update (GENU_STAGE_LABEL_WIDGET (widget), i < n_labels);
      if (i >= n_labels)
        continue;

      label = genu_stage_get_label (self->stage, i);
      box = (GtkAllocation) { (int) label->rect.x, (int) label->rect.y,
                              (int) (label->rect.width + 0.5), (int) (label->rect.height + 0.5) };
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (widget, &box, -1);
    }
}

/* Leaders and scale bar.  They lie over all of the drawing: as a new node in each frame they would
 * have GTK draw all of it anew, however little of it moved. */
static void
update_furniture (GenuDiagramView *self,
                  double           opacity)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  cairo_t *cr;

  if (self->furniture != NULL && self->furniture_opacity == opacity)
    return;

  g_clear_pointer (&self->furniture, gsk_render_node_unref);
  self->furniture = gsk_cairo_node_new (&bounds);
  self->furniture_opacity = opacity;
  cr = gsk_cairo_node_get_draw_context (self->furniture);
  genu_stage_draw_furniture (self->stage, cr);
  cairo_destroy (cr);
}

/* The stage fades the leaders by itself; the labels, being widgets, are faded here. */
void
genu_diagram_view_snapshot_labels (GenuDiagramView *self,
                                   GtkSnapshot     *snapshot)
{
  double opacity = genu_stage_get_label_opacity (self->stage);

  update_furniture (self, opacity);
  gtk_snapshot_append_node (snapshot, self->furniture);
  if (opacity <= 0)
    return;

  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->labels, i), snapshot);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}
