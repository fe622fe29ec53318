/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawings of a stage.
 *
 * A slot holds a drawing's scene from the first step that asks for it, and its picture while the
 * drawing is on screen.  Reading a scene is dear, so that those of the topic stay, and a few more
 * for the way back; a picture holds the pixels of a whole window, so that only the present one and
 * the one that is faded out are kept. */

#include "config.h"

#include "genu-stage-private.h"

/* Scenes kept although the topic does not use them; pictures kept in all. */
#define SPARE_SCENES 2
#define MOST_PICTURES 2

void
genu_stage_slot_free (gpointer data)
{
  GenuStageSlot *slot = data;

  genu_picture_free (slot->picture);
  if (slot->scene != NULL)
    genu_scene_unref (slot->scene);
  g_free (slot->diagram);
  g_free (slot);
}

static void
on_picture_changed (GenuPicture *picture,
                    gpointer     user_data)
{
  GenuStage *self = user_data;

  if (self->changed_func != NULL)
    self->changed_func (self, self->changed_data);
}

static GenuScene *
load_scene (GenuStage  *self,
            const char *diagram,
            GenuReport *report)
{
  g_autofree char *path = genu_pack_dup_diagram_path (self->pack, diagram);

  if (path == NULL)
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, diagram, 0, "missing-file",
                       "the pack has no such drawing");
      return NULL;
    }
  return genu_scene_new_from_file (path, report);
}

/* The slot of a drawing, read if need be; its scene is NULL when that fails. */
GenuStageSlot *
genu_stage_get_slot (GenuStage  *self,
                     const char *diagram,
                     GenuReport *report)
{
  GenuStageSlot *slot = NULL;

  for (guint i = 0; i < self->slots->len && slot == NULL; i++)
    {
      GenuStageSlot *candidate = g_ptr_array_index (self->slots, i);

      if (g_str_equal (candidate->diagram, diagram))
        slot = candidate;
    }
  if (slot == NULL)
    {
      slot = g_new0 (GenuStageSlot, 1);
      slot->diagram = g_strdup (diagram);
      slot->scene = load_scene (self, diagram, report);
      g_ptr_array_add (self->slots, slot);
    }
  slot->used = ++self->clock;
  return slot;
}

static gboolean
is_planned (GenuStage           *self,
            const GenuStageSlot *slot)
{
  for (guint i = 0; i < self->plans->len; i++)
    if (((GenuStagePlan *) g_ptr_array_index (self->plans, i))->slot == slot)
      return TRUE;
  return FALSE;
}

/* Forgets drawings that could not be read, so that the next topic tries again, and all but the last
 * few that the topic does not use. */
void
genu_stage_forget_slots (GenuStage *self)
{
  guint spare = 0;

  for (guint i = self->slots->len; i > 0; i--)
    {
      GenuStageSlot *slot = g_ptr_array_index (self->slots, i - 1);

      if (!is_planned (self, slot) && (slot->scene == NULL || ++spare > SPARE_SCENES))
        g_ptr_array_remove_index (self->slots, i - 1);
    }
}

static void
drop_pictures (GenuStage *self)
{
  guint n = 0;
  GenuStageSlot *oldest = NULL;

  for (guint i = 0; i < self->slots->len; i++)
    {
      GenuStageSlot *slot = g_ptr_array_index (self->slots, i);

      if (slot->picture == NULL)
        continue;
      n++;
      if (oldest == NULL || slot->used < oldest->used)
        oldest = slot;
    }
  if (n > MOST_PICTURES)
    g_clear_pointer (&oldest->picture, genu_picture_free);
}

static GenuMatrix
get_device_matrix (const GenuStage  *self,
                   const GenuMatrix *view)
{
  GenuMatrix scale = { self->scale_factor, 0, 0, self->scale_factor, 0, 0 };
  GenuMatrix zoomed = genu_stage_zoom_matrix (self, view);

  return genu_matrix_multiply (&scale, &zoomed);
}

/* Tells the picture where the camera move will end, so that it is sharp when it gets there. */
void
genu_stage_prepare_end (GenuStage           *self,
                        const GenuStagePlan *plan)
{
  GenuMatrix end = get_device_matrix (self, &plan->view);

  if (plan->slot->picture != NULL)
    genu_picture_prepare_view (plan->slot->picture, &end);
}

void
genu_stage_show_slot (GenuStage        *self,
                      GenuStageSlot    *slot,
                      const GenuMatrix *view,
                      gint64            time,
                      gboolean          moving)
{
  GenuMatrix device = get_device_matrix (self, view);

  slot->used = ++self->clock;
  if (slot->picture == NULL)
    {
      slot->picture = genu_picture_new (slot->scene);
      genu_picture_set_changed_func (slot->picture, on_picture_changed, self);
      drop_pictures (self);
    }
  genu_picture_set_view (slot->picture, &device, self->width * self->scale_factor,
                         self->height * self->scale_factor, moving);
  genu_picture_seek (slot->picture, time);
}
