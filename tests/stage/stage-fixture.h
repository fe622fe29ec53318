/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small pack of the stage's tests, and a stage on one of its topics. */

#pragma once

#include "genu-stage.h"

typedef struct
{
  GenuPack  *pack;
  GenuStage *stage;
} Fixture;

static inline GenuPack *
load_pack (const char *folder)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), folder, NULL);
  GenuPack *pack = genu_pack_load (path, NULL, report);
  g_autofree char *problems = genu_report_to_string (report);

  g_assert_cmpstr (problems, ==, "");
  g_assert_nonnull (pack);
  return pack;
}

static inline void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GenuReport) report = genu_report_new ();

  fixture->pack = load_pack ("tests/stage/pack");
  fixture->stage = genu_stage_new (fixture->pack);
  genu_stage_set_size (fixture->stage, 640, 360, 1);
  genu_stage_set_topic (fixture->stage, genu_pack_find_topic (fixture->pack, "walk"), report);
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
}

static inline void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  genu_stage_free (fixture->stage);
  genu_pack_free (fixture->pack);
}
