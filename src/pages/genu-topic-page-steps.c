/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of the topic page: one after the other, by the reader or by themselves; along the whole
 * topic, or along a short way through the pack (a walk), which goes from topic to topic. */

#include "config.h"

#include "genu-topic-page-private.h"

#include <glib/gi18n.h>

/* When steps follow each other by themselves, each stands so long at its end: time to read its
 * sentence and labels, in milliseconds.  The linter of the words counts with the same. */
#define REST_TIME 4000

/* --- What the step says --- */

static const GenuStep *
current_step (GenuTopicPage *self)
{
  guint step = genu_diagram_view_get_step (self->view);

  if (self->topic == NULL || step >= self->topic->steps->len)
    return NULL;

  return g_ptr_array_index (self->topic->steps, step);
}

static void
update_walk (GenuTopicPage *self)
{
  gtk_widget_set_visible (self->walk_box, self->walk != NULL);
  if (self->walk != NULL)
    {
      g_autofree char *part = g_strdup_printf (_("Part %u of %u"),
                                               genu_walk_get_current (self->walk)->part + 1,
                                               genu_walk_get_n_parts (self->walk));

      gtk_label_set_text (self->walk_title, genu_walk_get_title (self->walk));
      gtk_label_set_text (self->walk_part, part);
    }
}

/* The bar counts the steps of the topic, or those of this part of the walk. */
static void
update_bar (GenuTopicPage *self)
{
  guint step = genu_diagram_view_get_step (self->view);
  guint n_steps = genu_diagram_view_get_n_steps (self->view), n_places;

  if (self->walk == NULL)
    {
      genu_step_bar_set_step (self->step_bar, step);
      genu_step_bar_set_ends (self->step_bar, step > 0, step + 1 < n_steps);
      genu_step_bar_set_done (self->step_bar, FALSE);
      return;
    }

  step = genu_walk_get_place (self->walk);
  genu_step_bar_set_step (self->step_bar, step - genu_walk_get_part (self->walk, &n_places));
  genu_step_bar_set_ends (self->step_bar, step > 0, TRUE);
  genu_step_bar_set_done (self->step_bar, step + 1 == genu_walk_get_n_places (self->walk));
}

void
genu_topic_page_update_step (GenuTopicPage *self)
{
  const GenuStep *step = current_step (self);
  gboolean broken = genu_diagram_view_get_error (self->view) != NULL;

  gtk_widget_set_visible (self->no_picture, broken);
  gtk_label_set_text (self->no_picture_words,
                      step != NULL && step->alt != NULL ? step->alt : "");
  genu_step_bar_set_zoomable (self->step_bar, !broken);
  gtk_label_set_text (self->sentence, step != NULL ? step->say : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sentence_focus),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, step != NULL ? step->say : "", -1);
  update_bar (self);
  update_walk (self);
}

static void
update_playing (GenuTopicPage *self)
{
  genu_step_bar_set_playing (self->step_bar, genu_diagram_view_get_playing (self->view),
                             genu_diagram_view_is_at_end (self->view));
}

/* --- Going --- */

void
genu_topic_page_stop (GenuTopicPage *self)
{
  self->play_on = FALSE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
}

static void
show_choices (GenuTopicPage *self)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new ();
  guint n = self->topic->steps->len, first = 0;

  if (self->walk != NULL)
    first = genu_walk_get_part (self->walk, &n);
  for (guint i = 0; i < n; i++)
    {
      const GenuWalkPlace *place = self->walk != NULL ? genu_walk_get (self->walk, first + i)
                                                      : NULL;
      guint index = place != NULL ? place->step : i;
      const GenuStep *step = index < self->topic->steps->len
                             ? g_ptr_array_index (self->topic->steps, index) : NULL;

      g_ptr_array_add (sentences, step != NULL ? step->say : self->topic->title);
    }
  g_ptr_array_add (sentences, NULL);
  genu_step_bar_set_steps (self->step_bar, (const char **) sentences->pdata);
}

/* A topic was just opened: shows @step of it. */
void
genu_topic_page_start_steps (GenuTopicPage *self,
                             guint          step,
                             gboolean       play)
{
  guint n_steps = self->topic->steps->len;

  show_choices (self);
  genu_diagram_view_set_step (self->view, MIN (step, MAX (n_steps, 1) - 1), play);
  genu_topic_page_update_step (self);
  update_playing (self);
}

static void
show_place (GenuTopicPage *self,
            guint          number,
            gboolean       play)
{
  const GenuWalkPlace *place = genu_walk_get (self->walk, number);
  gboolean other_part = place->part != genu_walk_get_current (self->walk)->part;
  gboolean words = place->step == GENU_WALK_WORDS || place->topic->steps->len == 0;
  guint step = words ? 0 : place->step;

  genu_walk_set_place (self->walk, number);
  if (place->topic != self->topic)
    {
      genu_topic_page_show_topic (self, place->topic);
      genu_topic_page_start_steps (self, step, play && !words);
    }
  else
    {
      if (other_part)
        show_choices (self);
      genu_diagram_view_set_step (self->view, step, play && !words);
    }
  genu_topic_page_show_tab (self, words ? self->hoped_tab : self->how_tab);
  genu_topic_page_update_step (self);
}

/* Whether it went on. */
static gboolean
go_on (GenuTopicPage *self)
{
  guint step = genu_diagram_view_get_step (self->view);

  if (self->walk != NULL)
    {
      if (genu_walk_get_place (self->walk) + 1 >= genu_walk_get_n_places (self->walk))
        return FALSE;
      show_place (self, genu_walk_get_place (self->walk) + 1, TRUE);
      return TRUE;
    }
  if (step + 1 >= genu_diagram_view_get_n_steps (self->view))
    return FALSE;

  genu_diagram_view_set_step (self->view, step + 1, TRUE);
  return TRUE;
}

/* The sentence of the new step is what a screen reader says next. */
static void
focus_sentence (GenuTopicPage *self)
{
  if (gtk_widget_get_mapped (self->sentence_focus))
    gtk_widget_grab_focus (self->sentence_focus);
}

/**
 * genu_topic_page_go_to:
 * @self: a page
 * @step: a step, 0-based
 *
 * Forward, the step plays; backward, it stands at its end, as it was left.  The reader's focus
 * moves to its sentence.  In a walk, @step counts the places of this part.
 */
void
genu_topic_page_go_to (GenuTopicPage *self,
                       guint          step)
{
  guint current = genu_diagram_view_get_step (self->view), n_places;

  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  genu_topic_page_stop (self);
  if (self->walk == NULL)
    genu_diagram_view_set_step (self->view, step, step > current);
  else
    {
      guint first = genu_walk_get_part (self->walk, &n_places);
      guint place = first + MIN (step, n_places - 1);

      show_place (self, place, place > genu_walk_get_place (self->walk));
    }
  focus_sentence (self);
}

void
genu_topic_page_next (GenuTopicPage *self)
{
  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  genu_topic_page_stop (self);
  if (go_on (self))
    focus_sentence (self);
  else if (self->walk != NULL)
    genu_topic_page_emit_walked (self, TRUE);
}

void
genu_topic_page_back (GenuTopicPage *self)
{
  guint step;

  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  genu_topic_page_stop (self);
  step = self->walk != NULL ? genu_walk_get_place (self->walk)
                            : genu_diagram_view_get_step (self->view);
  if (step == 0)
    return;

  if (self->walk != NULL)
    show_place (self, step - 1, FALSE);
  else
    genu_diagram_view_set_step (self->view, step - 1, FALSE);
  focus_sentence (self);
}

void
genu_topic_page_replay (GenuTopicPage *self)
{
  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  genu_topic_page_stop (self);
  genu_diagram_view_replay (self->view);
}

/* --- Playing --- */

static gboolean
on_rest_over (gpointer user_data)
{
  GenuTopicPage *self = user_data;

  self->rest_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    go_on (self);
  else
    self->play_on = FALSE;
  update_playing (self);

  return G_SOURCE_REMOVE;
}

static gboolean
is_last (GenuTopicPage *self)
{
  if (self->walk != NULL)
    return genu_walk_get_place (self->walk) + 1 >= genu_walk_get_n_places (self->walk);

  return genu_diagram_view_get_step (self->view) + 1 >= genu_diagram_view_get_n_steps (self->view);
}

static void
on_step_finished (GenuTopicPage *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->play_on && !is_last (self))
    self->rest_id = g_timeout_add (REST_TIME, on_rest_over, self);
  else
    self->play_on = FALSE;
  update_playing (self);
}

/* From the end, it begins anew. */
static void
begin_anew (GenuTopicPage *self)
{
  if (self->walk != NULL)
    show_place (self, 0, TRUE);
  else
    genu_diagram_view_set_step (self->view, 0, TRUE);
}

/**
 * genu_topic_page_hold:
 * @self: a page
 *
 * Everything stays as it is now: what moves stops, and no further step comes by itself.
 */
void
genu_topic_page_hold (GenuTopicPage *self)
{
  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  genu_topic_page_stop (self);
  genu_diagram_view_set_playing (self->view, FALSE);
}

/**
 * genu_topic_page_play_pause:
 * @self: a page
 *
 * Pauses what moves; goes on with what was paused; at a step's end, plays this and all following
 * steps.
 */
void
genu_topic_page_play_pause (GenuTopicPage *self)
{
  g_return_if_fail (GENU_IS_TOPIC_PAGE (self));

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (genu_diagram_view_get_playing (self->view))
    {
      genu_diagram_view_set_playing (self->view, FALSE);
      return;
    }

  self->play_on = TRUE;
  if (!genu_diagram_view_is_at_end (self->view))
    genu_diagram_view_set_playing (self->view, TRUE);
  else if (!go_on (self))
    begin_anew (self);
}

static void
on_swiped (GenuTopicPage *self,
           int            direction)
{
  if (direction > 0)
    genu_topic_page_next (self);
  else
    genu_topic_page_back (self);
}

void
genu_topic_page_connect_view (GenuTopicPage *self)
{
  g_signal_connect_swapped (self->view, "notify::step", G_CALLBACK (genu_topic_page_update_step),
                            self);
  g_signal_connect_swapped (self->view, "notify::playing", G_CALLBACK (update_playing), self);
  g_signal_connect_swapped (self->view, "step-finished", G_CALLBACK (on_step_finished), self);
  g_signal_connect_swapped (self->view, "swiped", G_CALLBACK (on_swiped), self);
}

/* --- A walk --- */

/**
 * genu_topic_page_start_walk:
 * @self: a page
 * @tour: a short way through the pack
 *
 * Shows its first place; Next and Back then go along it, until the last place ("walk-ended") or
 * another topic is opened.
 *
 * Returns: whether it leads anywhere
 */
gboolean
genu_topic_page_start_walk (GenuTopicPage  *self,
                            const GenuTour *tour)
{
  GenuWalk *walk;

  g_return_val_if_fail (GENU_IS_TOPIC_PAGE (self), FALSE);
  g_return_val_if_fail (tour != NULL, FALSE);

  walk = genu_walk_new (self->pack, tour);
  if (walk == NULL)
    return FALSE;

  genu_topic_page_stop (self);
  g_clear_pointer (&self->walk, genu_walk_free);
  self->walk = walk;
  self->topic = NULL;
  show_place (self, 0, TRUE);

  return TRUE;
}

gboolean
genu_topic_page_get_walking (GenuTopicPage *self)
{
  g_return_val_if_fail (GENU_IS_TOPIC_PAGE (self), FALSE);

  return self->walk != NULL;
}
