/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The instance times of a begin or end list (SMIL 3.0 section 5.4.3, "Instance times lists"),
 * sorted by time.  Equal times stay in the order in which they came; they do no harm. */

#include "config.h"

#include "genu-instance-list.h"

void
genu_instance_list_init (GenuInstanceList *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (GenuInstance));
  self->is_pruned = FALSE;
}

void
genu_instance_list_clear (GenuInstanceList *self)
{
  g_clear_pointer (&self->items, g_array_unref);
}

void
genu_instance_list_reset (GenuInstanceList *self)
{
  g_array_set_size (self->items, 0);
  self->is_pruned = FALSE;
}

/* Index of the first item at or after (strict: after) the time. */
static guint
lower_bound (const GenuInstanceList *self,
             gint64                  time,
             gboolean                strict)
{
  guint low = 0;
  guint high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 at = g_array_index (self->items, GenuInstance, middle).time;

      if (at < time || (strict && at == time))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
genu_instance_list_insert (GenuInstanceList   *self,
                           const GenuInstance *instance)
{
  g_array_insert_vals (self->items, lower_bound (self, instance->time, TRUE), instance, 1);
}

gboolean
genu_instance_list_remove (GenuInstanceList *self,
                           gconstpointer     source,
                           guint64           serial,
                           gint64           *out_time)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const GenuInstance *item = &g_array_index (self->items, GenuInstance, i);

      if (item->source == source && item->serial == serial)
        {
          *out_time = item->time;
          g_array_remove_index (self->items, i);
          return TRUE;
        }
    }

  return FALSE;
}

void
genu_instance_list_prune (GenuInstanceList *self,
                          gint64            time,
                          gint64            now)
{
  guint n_before = lower_bound (self, time, FALSE);

  if (n_before > 0)
    g_array_remove_range (self->items, 0, n_before);
  self->is_pruned |= n_before > 0;

  for (guint i = self->items->len; i > 0; i--)
    {
      const GenuInstance *item = &g_array_index (self->items, GenuInstance, i - 1);

      if (item->origin == GENU_INSTANCE_DYNAMIC && item->time > time && item->time < now)
        g_array_remove_index (self->items, i - 1);
    }
}

const GenuInstance *
genu_instance_list_find (const GenuInstanceList *self,
                         gint64                  time,
                         gboolean                strict,
                         guint64                 skip_cycle)
{
  for (guint i = lower_bound (self, time, strict); i < self->items->len; i++)
    {
      const GenuInstance *item = &g_array_index (self->items, GenuInstance, i);

      if (skip_cycle == 0 || item->cycle_of != skip_cycle)
        return item;
    }

  return NULL;
}

/* Such an end list leaves the end open. */
gboolean
genu_instance_list_is_blank (const GenuInstanceList *self,
                             guint64                 skip_cycle)
{
  return !self->is_pruned
         && genu_instance_list_find (self, G_MININT64, FALSE, skip_cycle) == NULL;
}
