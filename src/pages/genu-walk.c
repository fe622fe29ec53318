/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-walk.h"

struct _GenuWalk
{
  char   *title;
  GArray *places; /* of GenuWalkPlace; never empty */
  guint   place;  /* an index of places */
};

static void
add_place (GenuWalk        *self,
           const GenuTopic *topic,
           guint            step,
           guint            part)
{
  GenuWalkPlace place = { topic, step, part };

  g_array_append_val (self->places, place);
}

/* Returns whether there was anything to add. */
static gboolean
add_stop (GenuWalk           *self,
          const GenuTopic    *topic,
          const GenuTourStop *stop,
          guint               part)
{
  guint before = self->places->len;

  if (topic == NULL)
    return FALSE;

  for (guint i = 0; i < stop->steps->len; i++)
    {
      guint number = g_array_index (stop->steps, guint, i);

      if (number >= 1 && number <= topic->steps->len)
        add_place (self, topic, number - 1, part);
    }
  if (stop->steps->len == 0)
    add_place (self, topic, GENU_WALK_WORDS, part);

  return self->places->len > before;
}

/**
 * genu_walk_new:
 * @pack: a pack; must outlive the walk
 * @tour: one of its short ways
 *
 * Returns: (transfer full) (nullable): the walk at its first place; %NULL when it has none
 */
GenuWalk *
genu_walk_new (const GenuPack *pack,
               const GenuTour *tour)
{
  GenuWalk *self = g_new0 (GenuWalk, 1);
  guint part = 0;

  self->title = g_strdup (tour->title);
  self->places = g_array_new (FALSE, FALSE, sizeof (GenuWalkPlace));
  for (guint i = 0; i < tour->stops->len; i++)
    {
      const GenuTourStop *stop = g_ptr_array_index (tour->stops, i);

      if (add_stop (self, genu_pack_find_topic (pack, stop->topic), stop, part))
        part++;
    }
  if (self->places->len == 0)
    g_clear_pointer (&self, genu_walk_free);

  return self;
}

void
genu_walk_free (GenuWalk *self)
{
  g_array_unref (self->places);
  g_free (self->title);
  g_free (self);
}

const char *
genu_walk_get_title (const GenuWalk *self)
{
  return self->title;
}

guint
genu_walk_get_n_places (const GenuWalk *self)
{
  return self->places->len;
}

guint
genu_walk_get_n_parts (const GenuWalk *self)
{
  return genu_walk_get (self, self->places->len - 1)->part + 1;
}

guint
genu_walk_get_place (const GenuWalk *self)
{
  return self->place;
}

/**
 * genu_walk_set_place:
 * @self: a walk
 * @place: 0-based; beyond the last is ignored
 */
void
genu_walk_set_place (GenuWalk *self,
                     guint     place)
{
  if (place < self->places->len)
    self->place = place;
}

const GenuWalkPlace *
genu_walk_get (const GenuWalk *self,
               guint           place)
{
  return place < self->places->len ? &g_array_index (self->places, GenuWalkPlace, place) : NULL;
}

const GenuWalkPlace *
genu_walk_get_current (const GenuWalk *self)
{
  return genu_walk_get (self, self->place);
}

guint
genu_walk_get_part (const GenuWalk *self,
                    guint          *out_n_places)
{
  guint part = genu_walk_get_current (self)->part, first = self->place, end = self->place;

  while (first > 0 && genu_walk_get (self, first - 1)->part == part)
    first--;
  while (end < self->places->len && genu_walk_get (self, end)->part == part)
    end++;
  *out_n_places = end - first;

  return first;
}
