/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-step-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _GenuStepBar
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkWidget *back_button;
  GtkWidget *replay_button;
  GtkWidget *dots;
  GtkWidget *play_button;
  GtkImage  *play_icon;
  GtkWidget *next_button;
  GtkWidget *back_label;
  GtkWidget *replay_label;
  GtkWidget *play_label;
  GtkWidget *next_label;
  GtkLabel  *count; /* in place of the dots where there is little room */

  guint n_steps;
  guint step; /* less than n_steps, or 0 */
};

enum
{
  BACK,
  NEXT,
  REPLAY,
  PLAY_PAUSE,
  STEP_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuStepBar, genu_step_bar, GTK_TYPE_WIDGET)

static void
on_back_clicked (GenuStepBar *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
on_next_clicked (GenuStepBar *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
on_replay_clicked (GenuStepBar *self)
{
  g_signal_emit (self, signals[REPLAY], 0);
}

static void
on_play_clicked (GenuStepBar *self)
{
  g_signal_emit (self, signals[PLAY_PAUSE], 0);
}

static void
on_dot_clicked (GtkButton   *button,
                GenuStepBar *self)
{
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step"));

  g_signal_emit (self, signals[STEP_CHOSEN], 0, step);
}

static void
update_count (GenuStepBar *self)
{
  g_autofree char *text = g_strdup_printf (_("%u of %u"), self->step + 1, self->n_steps);

  gtk_label_set_text (self->count, self->n_steps > 1 ? text : "");
}

/* The dots show where one is by form, not by colour alone: the current one is a bar. */
static void
update_dots (GenuStepBar *self)
{
  guint i = 0;

  for (GtkWidget *dot = gtk_widget_get_first_child (self->dots); dot != NULL;
       dot = gtk_widget_get_next_sibling (dot), i++)
    {
      if (i == self->step)
        gtk_widget_add_css_class (dot, "current");
      else
        gtk_widget_remove_css_class (dot, "current");
    }
  update_count (self);
  gtk_widget_set_sensitive (self->back_button, self->step > 0);
  gtk_widget_set_sensitive (self->next_button, self->step + 1 < self->n_steps);
}

static void
genu_step_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENU_TYPE_STEP_BAR);
  G_OBJECT_CLASS (genu_step_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/genu/Genu/ui/widgets/genu-step-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, back_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, replay_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, dots);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, play_icon);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, next_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, back_label);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, replay_label);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, play_label);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, next_label);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, count);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_replay_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_play_clicked);
}

static void
genu_step_bar_class_init (GenuStepBarClass *klass)
{
  static const char *const names[] = { "back", "next", "replay", "play-pause" };
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_step_bar_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  signals[STEP_CHOSEN] = g_signal_new ("step-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_UINT);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
genu_step_bar_init (GenuStepBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
genu_step_bar_new (void)
{
  return g_object_new (GENU_TYPE_STEP_BAR, NULL);
}

/**
 * genu_step_bar_set_n_steps:
 * @self: a step bar
 * @n_steps: how many steps there are; with one, only the dots and Next are hidden
 */
void
genu_step_bar_set_n_steps (GenuStepBar *self,
                           guint        n_steps)
{
  GtkWidget *dot;

  g_return_if_fail (GENU_IS_STEP_BAR (self));

  while ((dot = gtk_widget_get_first_child (self->dots)) != NULL)
    gtk_box_remove (GTK_BOX (self->dots), dot);
  self->n_steps = n_steps;
  self->step = 0;
  for (guint i = 0; i < n_steps && n_steps > 1; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Step %u of %u"), i + 1, n_steps);

      dot = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (dot), g_object_new (ADW_TYPE_BIN, NULL));
      gtk_widget_add_css_class (dot, "genu-dot");
      gtk_widget_set_tooltip_text (dot, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_object_set_data (G_OBJECT (dot), "step", GUINT_TO_POINTER (i));
      g_signal_connect (dot, "clicked", G_CALLBACK (on_dot_clicked), self);
      gtk_box_append (GTK_BOX (self->dots), dot);
    }
  update_dots (self);
}

void
genu_step_bar_set_step (GenuStepBar *self,
                        guint        step)
{
  g_return_if_fail (GENU_IS_STEP_BAR (self));

  self->step = step;
  update_dots (self);
}

/**
 * genu_step_bar_set_playing:
 * @self: a step bar
 * @playing: whether a step is moving
 * @at_end: whether the step stands at its end, so that Play means the next one
 */
void
genu_step_bar_set_playing (GenuStepBar *self,
                           gboolean     playing,
                           gboolean     at_end)
{
  const char *name = playing ? _("Pause") : at_end ? _("Play all steps") : _("Go on");

  g_return_if_fail (GENU_IS_STEP_BAR (self));

  gtk_image_set_from_icon_name (self->play_icon, playing ? "media-playback-pause-symbolic"
                                                         : "media-playback-start-symbolic");
  gtk_label_set_text (GTK_LABEL (self->play_label), playing ? _("Pause") : _("Play"));
  gtk_widget_set_tooltip_text (self->play_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * genu_step_bar_set_narrow:
 * @self: a step bar
 * @narrow: whether there is little room: then the buttons are icons and the dots "4 of 10"
 */
void
genu_step_bar_set_narrow (GenuStepBar *self,
                          gboolean     narrow)
{
  g_return_if_fail (GENU_IS_STEP_BAR (self));

  gtk_widget_set_visible (self->back_label, !narrow);
  gtk_widget_set_visible (self->replay_label, !narrow);
  gtk_widget_set_visible (self->play_label, !narrow);
  gtk_widget_set_visible (self->next_label, !narrow);
  gtk_widget_set_visible (self->dots, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->count), narrow);
}
