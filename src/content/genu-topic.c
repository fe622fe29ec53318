/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-topic.h"

#include "genu-topic-parser.h"

static void
evidence_free (GenuEvidence *evidence)
{
  if (evidence == NULL)
    return;

  g_strfreev (evidence->cites);
  g_ptr_array_unref (evidence->favourable);
  g_ptr_array_unref (evidence->unfavourable);
  g_ptr_array_unref (evidence->not_known);
  g_ptr_array_unref (evidence->limits);
  g_ptr_array_unref (evidence->harms);
  g_free (evidence->duration);
  g_free (evidence->funding);
  g_free (evidence);
}

/**
 * genu_topic_free:
 * @self: (nullable) (transfer full): a topic
 */
void
genu_topic_free (GenuTopic *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->path);
  g_free (self->title);
  g_free (self->key_point);
  g_free (self->summary);
  g_ptr_array_unref (self->hoped);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->steps);
  evidence_free (self->evidence);
  g_ptr_array_unref (self->body);
  g_ptr_array_unref (self->choices);
  g_free (self->teach_back);
  g_ptr_array_unref (self->for_clinician);
  g_free (self);
}

/**
 * genu_topic_find_part:
 * @self: a topic
 * @id: the id of a part of its drawings
 *
 * Returns: (transfer none) (nullable): how the topic calls that part
 */
const GenuPart *
genu_topic_find_part (const GenuTopic *self,
                      const char      *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const GenuPart *part = g_ptr_array_index (self->parts, i);

      if (g_str_equal (part->id, id))
        return part;
    }

  return NULL;
}
