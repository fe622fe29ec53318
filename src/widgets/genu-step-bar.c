/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of its forms the bar has follows from its width: words on all buttons, then only on Back
 * and Next, then on none; dots as long as they fit, then "4 of 10"; at last without the buttons
 * that zoom, which two fingers and the keys do too.  Targets never shrink. */

#include "config.h"

#include "genu-step-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "genu-popover.h"
#include "genu-text.h"

struct _GenuStepBar
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkWidget     *back_button;
  GtkWidget     *replay_button;
  GtkWidget     *play_button;
  GtkImage      *play_icon;
  GtkWidget     *steps_box;
  GtkMenuButton *steps_button;
  GtkWidget     *dots;
  GtkLabel      *count; /* in place of the dots where there is little room */
  GtkWidget     *smaller_button;
  GtkWidget     *larger_button;
  GtkWidget     *next_button;
  GtkWidget     *back_label;
  GtkWidget     *replay_label;
  GtkWidget     *play_label;
  GtkWidget     *next_label;

  char        **sentences; /* of the steps, NULL-terminated; never NULL */
  guint         n_steps;
  guint         step; /* less than n_steps, or 0 */
  gboolean      plain;    /* only Back and Next */
  gboolean      zoomable;
  guint         form;     /* as last fitted, an index of forms */
  int           width;    /* as last fitted; 0 until then */
};

enum
{
  BACK,
  NEXT,
  REPLAY,
  PLAY_PAUSE,
  SMALLER,
  LARGER,
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
on_smaller_clicked (GenuStepBar *self)
{
  g_signal_emit (self, signals[SMALLER], 0);
}

static void
on_larger_clicked (GenuStepBar *self)
{
  g_signal_emit (self, signals[LARGER], 0);
}

/* --- Its forms --- */

static const struct { gboolean all_words, end_words, dots, zoom; } forms[] = {
  { TRUE, TRUE, TRUE, TRUE }, { FALSE, TRUE, TRUE, TRUE }, { FALSE, TRUE, FALSE, TRUE },
  { FALSE, FALSE, TRUE, TRUE }, { FALSE, FALSE, FALSE, TRUE }, { FALSE, FALSE, FALSE, FALSE },
};

static void
update_visible (GenuStepBar *self)
{
  gboolean zoom = !self->plain && self->zoomable && forms[self->form].zoom;

  gtk_widget_set_visible (self->replay_button, !self->plain);
  gtk_widget_set_visible (self->play_button, !self->plain);
  gtk_widget_set_visible (GTK_WIDGET (self->steps_button), !self->plain && self->n_steps > 1);
  gtk_widget_set_visible (self->smaller_button, zoom);
  gtk_widget_set_visible (self->larger_button, zoom);
}

static void
take_form (GenuStepBar *self,
           guint        form)
{
  self->form = form;
  gtk_widget_set_visible (self->back_label, forms[form].end_words);
  gtk_widget_set_visible (self->next_label, forms[form].end_words);
  gtk_widget_set_visible (self->replay_label, forms[form].all_words);
  gtk_widget_set_visible (self->play_label, forms[form].all_words);
  gtk_widget_set_visible (self->dots, forms[form].dots);
  gtk_widget_set_visible (GTK_WIDGET (self->count), !forms[form].dots);
  /* Where there are no words the target's own width is air enough. */
  if (forms[form].end_words)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "icons");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "icons");
  update_visible (self);
}

static void
fit (GenuStepBar *self)
{
  for (guint i = 0; self->width > 0 && i < G_N_ELEMENTS (forms); i++)
    {
      int least;

      take_form (self, i);
      gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      if (least <= self->width)
        return;
    }
}

/* --- The list of all steps --- */

static void
on_row_clicked (GtkButton   *button,
                GenuStepBar *self)
{
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step"));

  gtk_menu_button_popdown (self->steps_button);
  g_signal_emit (self, signals[STEP_CHOSEN], 0, step);
}

static GtkWidget *
new_row (GenuStepBar *self,
         guint        step)
{
  g_autofree char *number = g_strdup_printf ("%u", step + 1);
  g_autofree char *name = g_strdup_printf (_("Step %u of %u"), step + 1, self->n_steps);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *digits = genu_text_new_plain (number, "genu-step-number");
  GtkWidget *sentence = genu_text_new_plain (self->sentences[step], NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (sentence), 46);
  gtk_widget_set_valign (digits, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (sentence, TRUE);
  gtk_box_append (GTK_BOX (box), digits);
  gtk_box_append (GTK_BOX (box), sentence);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "genu-row");
  if (step == self->step)
    gtk_widget_add_css_class (button, "current");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->sentences[step], -1);
  g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (step));
  g_signal_connect (button, "clicked", G_CALLBACK (on_row_clicked), self);

  return button;
}

/* Made anew each time, so that it has the present step and size of text. */
static void
make_list (GtkMenuButton *button,
           gpointer       user_data)
{
  GenuStepBar *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *popover = genu_popover_new (box);

  for (guint i = 0; i < self->n_steps; i++)
    gtk_box_append (GTK_BOX (box), new_row (self, i));
  gtk_menu_button_set_popover (button, popover);
  genu_popover_fit (GTK_POPOVER (popover),
                    GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
}

/* --- What it shows --- */

static void
update_count (GenuStepBar *self)
{
  g_autofree char *text = g_strdup_printf (_("%u of %u"), self->step + 1, self->n_steps);
  g_autofree char *name = g_strdup_printf (_("Step %u of %u: list all steps"), self->step + 1,
                                           self->n_steps);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->steps_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
}

static void
genu_step_bar_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), GENU_TYPE_STEP_BAR);
  /* GTK 4.8 leaves those that are not bound. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (genu_step_bar_parent_class)->dispose (object);
}

static void
genu_step_bar_finalize (GObject *object)
{
  g_strfreev (GENU_STEP_BAR (object)->sentences);
  G_OBJECT_CLASS (genu_step_bar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/genu/Genu/ui/widgets/genu-step-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, back_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, replay_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, play_icon);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, steps_box);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, steps_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, dots);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, count);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, smaller_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, larger_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, next_button);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, back_label);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, replay_label);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, play_label);
  gtk_widget_class_bind_template_child (widget_class, GenuStepBar, next_label);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_replay_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_play_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_smaller_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_larger_clicked);
}

static void
genu_step_bar_class_init (GenuStepBarClass *klass)
{
  static const char *const names[] = { "back", "next", "replay", "play-pause", "smaller",
                                       "larger" };
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_step_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = genu_step_bar_finalize;
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
  self->sentences = g_new0 (char *, 1);
  self->zoomable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->steps_button, make_list, self, NULL);
}

GtkWidget *
genu_step_bar_new (void)
{
  return g_object_new (GENU_TYPE_STEP_BAR, NULL);
}

/**
 * genu_step_bar_set_steps:
 * @self: a step bar
 * @sentences: (array zero-terminated): of the steps; one step needs neither dots nor a list
 */
void
genu_step_bar_set_steps (GenuStepBar *self,
                         const char **sentences)
{
  GtkWidget *dot;

  g_return_if_fail (GENU_IS_STEP_BAR (self));

  while ((dot = gtk_widget_get_first_child (self->dots)) != NULL)
    gtk_box_remove (GTK_BOX (self->dots), dot);
  g_strfreev (self->sentences);
  self->sentences = g_strdupv ((char **) sentences);
  self->n_steps = g_strv_length (self->sentences);
  self->step = 0;
  for (guint i = 0; i < self->n_steps; i++)
    {
      dot = g_object_new (ADW_TYPE_BIN, "css-classes", (const char *[]) { "genu-dot", NULL },
                          "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_box_append (GTK_BOX (self->dots), dot);
    }
  update_visible (self);
  update_dots (self);
  fit (self);
}

void
genu_step_bar_set_step (GenuStepBar *self,
                        guint        step)
{
  g_return_if_fail (GENU_IS_STEP_BAR (self));

  self->step = step;
  update_dots (self);
  /* "10 of 10" is wider than "9 of 10". */
  if (!forms[self->form].dots)
    fit (self);
}

/**
 * genu_step_bar_set_ends:
 * @self: a step bar
 * @can_go_back: whether something comes before this step
 * @can_go_on: whether something comes after it
 */
void
genu_step_bar_set_ends (GenuStepBar *self,
                        gboolean     can_go_back,
                        gboolean     can_go_on)
{
  g_return_if_fail (GENU_IS_STEP_BAR (self));

  gtk_widget_set_sensitive (self->back_button, can_go_back);
  gtk_widget_set_sensitive (self->next_button, can_go_on);
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
 * genu_step_bar_set_done:
 * @self: a step bar
 * @done: whether Next ends what was begun
 */
void
genu_step_bar_set_done (GenuStepBar *self,
                        gboolean     done)
{
  const char *name = done ? _("Done: back to the start") : _("Next: the step after");

  g_return_if_fail (GENU_IS_STEP_BAR (self));

  gtk_label_set_text (GTK_LABEL (self->next_label), done ? _("Done") : _("Next"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  fit (self);
}

/**
 * genu_step_bar_set_plain:
 * @self: a step bar
 * @plain: whether there is no picture on the page, so that only Back and Next make sense
 */
void
genu_step_bar_set_plain (GenuStepBar *self,
                         gboolean     plain)
{
  g_return_if_fail (GENU_IS_STEP_BAR (self));

  self->plain = plain;
  update_visible (self);
  fit (self);
}

/**
 * genu_step_bar_set_zoomable:
 * @self: a step bar
 * @zoomable: whether there is a picture to make smaller and larger
 */
void
genu_step_bar_set_zoomable (GenuStepBar *self,
                            gboolean     zoomable)
{
  g_return_if_fail (GENU_IS_STEP_BAR (self));

  self->zoomable = zoomable;
  update_visible (self);
  fit (self);
}

/**
 * genu_step_bar_fit:
 * @self: a step bar
 * @width: what it has, in logical pixels
 *
 * Takes the form with the most words that fits.  Not to be called while widgets are allocated.
 */
void
genu_step_bar_fit (GenuStepBar *self,
                   int          width)
{
  g_return_if_fail (GENU_IS_STEP_BAR (self));

  self->width = width;
  fit (self);
}
