/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exploring: every part of the knee in section and from the front can be touched where it is seen
 * in one of the steps, and whatever is touched has a name in the topic. */

#include "config.h"

#include "genu-stage-private.h"
#include "stage-fixture.h"

#define GRID 30  /* pixels between the places that are touched all over the picture */
#define NEAR 2   /* steps of 3 pixels about an anchor: a finger is no needle */

static void
touch_all_over (GenuStage       *stage,
                const GenuTopic *topic)
{
  for (int y = 0; y < stage->height; y += GRID)
    for (int x = 0; x < stage->width; x += GRID)
      {
        const char *part = genu_stage_hit (stage, (GenuPoint) { x, y });

        if (part != NULL && genu_topic_find_part (topic, part) == NULL)
          g_error ("\"%s\" at %d, %d has no name", part, x, y);
      }
}

/* Whether a finger on one of its anchors finds the part. */
static gboolean
is_found (GenuStage             *stage,
          const GenuStagePlan   *plan,
          const GenuDiagramPart *part)
{
  for (guint i = 0; i < part->anchors->len; i++)
    {
      GenuPoint at;

      if (!genu_scene_get_anchor (plan->slot->scene, part->id,
                                  g_array_index (part->anchors, GenuDiagramAnchor, i).name, &at))
        continue;
      at = genu_matrix_map_point (&plan->view, at);
      for (int n = 0; n < (2 * NEAR + 1) * (2 * NEAR + 1); n++)
        {
          GenuPoint finger = { at.x + 3 * (n % (2 * NEAR + 1) - NEAR),
                               at.y + 3 * (n / (2 * NEAR + 1) - NEAR) };

          if (g_strcmp0 (genu_stage_hit (stage, finger), part->id) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* Marks which parts of the step's drawing are found where their anchors are. */
static void
find_parts (GenuStage  *stage,
            GHashTable *found)
{
  const GenuStagePlan *plan = genu_stage_get_plan (stage);
  const GenuDiagram *diagram = genu_scene_get_diagram (plan->slot->scene);

  for (guint i = 0; i < diagram->parts->len; i++)
    {
      const GenuDiagramPart *part = &g_array_index (diagram->parts, GenuDiagramPart, i);

      if (!g_hash_table_lookup (found, part->id) && is_found (stage, plan, part))
        g_hash_table_insert (found, g_strdup (part->id), GINT_TO_POINTER (1));
      else if (!g_hash_table_contains (found, part->id))
        g_hash_table_insert (found, g_strdup (part->id), NULL);
    }
}
/* Plays through the topic's steps; of one drawing, all parts but those of `later` are found in the
 * one step or the other. */
static void
touch_parts (const char        *drawing,
             const char *const *later)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GenuPack *pack = load_pack ("data/packs/knee");
  const GenuTopic *topic = genu_pack_find_topic (pack, "your-knee");
  GenuStage *stage = genu_stage_new (pack);
  GHashTableIter iter;
  gpointer part, seen;

  genu_stage_set_size (stage, 960, 540, 1);
  genu_stage_set_topic (stage, topic, report);
  for (guint i = 0; i < genu_stage_get_n_steps (stage); i++)
    {
      genu_stage_set_step (stage, i, FALSE);
      if (!g_str_has_suffix (genu_stage_get_plan (stage)->slot->diagram, drawing))
        continue;
      touch_all_over (stage, topic);
      find_parts (stage, found);
    }

  g_assert_cmpuint (g_hash_table_size (found), >, 0);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &part, &seen))
    if (seen == NULL && !g_strv_contains (later, part))
      g_error ("\"%s\" of %s cannot be touched", (const char *) part, drawing);
  genu_stage_free (stage);
  genu_pack_free (pack);
}

static void
test_section (void)
{
  /* Of other topics' steps. */
  static const char *const later[] = { "needle", "cells", "closeup", NULL };

  touch_parts ("knee-section.svg", later);
}

static void
test_front (void)
{
  static const char *const later[] = { NULL };

  touch_parts ("knee-front.svg", later);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/touch/section", test_section);
  g_test_add_func ("/stage/touch/front", test_front);
  return g_test_run ();
}
