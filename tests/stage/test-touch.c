/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exploring: every part of the knee in section can be touched where it is seen, whatever is touched
 * has a name in the topic, and nothing of the leg is without one. */

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

static void
test_section (void)
{
  /* Of later steps. */
  static const char *const later[] = { "needle", "cells", "closeup", NULL };
  g_autoptr(GenuReport) report = genu_report_new ();
  GenuPack *pack = load_pack ("data/packs/knee");
  const GenuTopic *topic = genu_pack_find_topic (pack, "your-knee");
  GenuStage *stage = genu_stage_new (pack);
  const GenuStagePlan *plan;
  const GenuDiagram *diagram;

  genu_stage_set_size (stage, 960, 540, 1);
  genu_stage_set_topic (stage, topic, report);
  plan = genu_stage_get_plan (stage);
  diagram = genu_scene_get_diagram (plan->slot->scene);
  touch_all_over (stage, topic);

  for (guint i = 0; i < diagram->parts->len; i++)
    {
      const GenuDiagramPart *part = &g_array_index (diagram->parts, GenuDiagramPart, i);

      if (!g_strv_contains (later, part->id) && !is_found (stage, plan, part))
        g_error ("\"%s\" cannot be touched", part->id);
    }
  genu_stage_free (stage);
  genu_pack_free (pack);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/touch/section", test_section);
  return g_test_run ();
}
