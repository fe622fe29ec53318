/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One label of the drawing.  It paints itself through the stage, so that window, picture and
 * handout agree to the pixel; it is a widget because a screen reader of GTK 4.8 meets nothing
 * else. */

#include "config.h"

#include "genu-stage-label.h"

struct _GenuStageLabelWidget
{
  GtkWidget parent_instance;

  GenuStage *stage; /* borrowed from the diagram view, which drops its labels first */
  guint      index; /* of the stage's label */
};

G_DEFINE_FINAL_TYPE (GenuStageLabelWidget, genu_stage_label_widget, GTK_TYPE_WIDGET)

static void
genu_stage_label_widget_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  GenuStageLabelWidget *self = GENU_STAGE_LABEL_WIDGET (widget);
  const GenuStageLabel *label = genu_stage_get_label (self->stage, self->index);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (label == NULL)
    return;

  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, -label->rect.x, -label->rect.y);
  genu_stage_draw_label (self->stage, cr, self->index);
  cairo_destroy (cr);
}

static void
genu_stage_label_widget_class_init (GenuStageLabelWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = genu_stage_label_widget_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_css_name (widget_class, "stagelabel");
}

static void
genu_stage_label_widget_init (GenuStageLabelWidget *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * genu_stage_label_widget_new:
 * @stage: the stage; must outlive the widget
 * @index: which of its labels; need not be there
 *
 * Returns: (transfer floating): the widget, which no screen reader meets until it is updated
 */
GtkWidget *
genu_stage_label_widget_new (GenuStage *stage,
                             guint      index)
{
  GenuStageLabelWidget *self = g_object_new (GENU_TYPE_STAGE_LABEL_WIDGET, NULL);

  self->stage = stage;
  self->index = index;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  return GTK_WIDGET (self);
}

/**
 * genu_stage_label_widget_update:
 * @self: a label
 * @shown: whether the stage has a label of this index now
 *
 * Tells screen readers what the label says now.
 */
void
genu_stage_label_widget_update (GenuStageLabelWidget *self,
                                gboolean              shown)
{
  const GenuStageLabel *label;

  g_return_if_fail (GENU_IS_STAGE_LABEL_WIDGET (self));

  label = shown ? genu_stage_get_label (self->stage, self->index) : NULL;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, label == NULL,
                               -1);
  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    label->text, -1);
}
