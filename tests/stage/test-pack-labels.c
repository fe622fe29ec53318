/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every step of the built-in pack at each size, text size, side and language, two made-up ones
 * among them: what must hold of labels.  Each case counts what it looked at and names every
 * fault. */

#include "config.h"

#include "genu-stage-private.h"
#include "label-geometry.h"
#include "stage-fixture.h"

#include <string.h>

/* Windows, and what the topic page leaves of them for the drawing. */
static const int sizes[][2] = {
  { 1920, 1080 }, { 1280, 720 }, { 1080, 1920 }, { 3840, 2160 }, { 1920, 722 }, { 1280, 438 },
  { 1080, 1400 },
};
static const double scales[] = { 1, 1.25, 1.5, 1.75, 2 };

/* Points at which a label is looked through. */
#define PROBE_COLUMNS 12
#define PROBE_ROWS 4

typedef struct
{
  const char *lang; /* NULL: the pack's own */
  GenuSide    side;
} Case;

typedef struct
{
  guint steps, labels, legend, moves, jumps, bars, away, faults;
} Counts;

static GenuPack *
load_language (const char *lang)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = g_build_filename (g_getenv ("GENU_PSEUDO"), "packs", "knee", NULL);
  GenuPack *pack;

  if (lang == NULL)
    return load_pack ("data/packs/knee");
  pack = genu_pack_load (path, lang, report);
  g_assert_nonnull (pack);
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 0);
  g_assert_cmpstr (pack->lang, ==, lang);
  return pack;
}

static Shown
get_shown (const GenuStageLabel *label)
{
  Shown shown = {
    .rect = label->rect,
    .n_leader = label->n_leader,
    .anchor = label->leader[label->n_leader > 0 ? label->n_leader - 1 : 0],
    .number = label->number,
  };

  memcpy (shown.leader, label->leader, sizeof shown.leader);
  return shown;
}

/* Whether a label lies within the box of something that it names.  Boxes hold what they bound, so
 * that the costly look at the drawing itself is only needed then. */
static gboolean
is_near_part (const GenuStagePlan *plan,
              const GenuStageText *text)
{
  for (guint i = 0; i < text->boxes->len; i++)
    {
      GenuRect box = genu_matrix_map_rect (&plan->view, &g_array_index (text->boxes, GenuRect, i));

      if (rects_overlap (&box, &text->placed.rect))
        return TRUE;
    }
  return FALSE;
}

/* Whether a label lies on what it names, within what the step must show. */
static gboolean
covers_part (const GenuStagePlan *plan,
             const GenuStageText *text)
{
  const GenuRect *rect = &text->placed.rect;
  GenuMatrix inverse;

  if (!is_near_part (plan, text))
    return FALSE;
  g_assert_true (genu_matrix_invert (&plan->view, &inverse));
  genu_timeline_seek (genu_scene_get_timeline (plan->slot->scene), plan->step->end);
  for (guint row = 0; row <= PROBE_ROWS; row++)
    for (guint column = 0; column <= PROBE_COLUMNS; column++)
      {
        GenuPoint drawn = genu_matrix_map_point (&inverse, (GenuPoint) {
          rect->x + rect->width * column / PROBE_COLUMNS,
          rect->y + rect->height * row / PROBE_ROWS,
        });

        if (genu_rect_contains (&plan->camera, drawn)
            && g_strcmp0 (genu_scene_hit (plan->slot->scene, drawn), text->placed.part) == 0)
          return TRUE;
      }
  return FALSE;
}

static const char *
find_fault (GenuStage            *stage,
            const GenuStageLabel *label)
{
  GenuRect window = { 0, 0, stage->width, stage->height };
  Shown shown = get_shown (label);

  if (genu_rect_is_empty (&label->rect))
    return "left out";
  if (!rect_lies_within (&label->rect, &window))
    return "text outside the window";
  if (label->n_leader == 0 && stage->width == 1920 && stage->height == 1080
      && stage->text_scale == 1 && g_str_equal (stage->pack->lang, "en"))
    return "in the legend at the size of the design";
  if (label->n_leader > 0 && !leader_is_sound (&shown))
    return "a leader is not sound";
  if (distance_to_rect (shown.anchor, &label->rect) == 0)
    return "a label covers its anchor";
  return NULL;
}

static void
add_fault (GenuStage  *stage,
           Counts     *counts,
           const char *fault,
           const char *label,
           const char *other)
{
  if (fault == NULL)
    return;
  counts->faults++;
  g_test_message ("%s, step %u, %dx%d, text %g: %s: \"%s\"%s%s", stage->topic->id, stage->step + 1,
                  stage->width, stage->height, stage->text_scale, fault, label,
                  other != NULL ? " and " : "", other != NULL ? other : "");
}

static void
check_label (GenuStage     *stage,
             GenuStageText *text,
             Counts        *counts)
{
  const GenuStagePlan *plan = genu_stage_get_plan (stage);

  counts->labels++;
  counts->legend += text->placed.n_leader == 0;
  add_fault (stage, counts, find_fault (stage, &text->placed), text->placed.text, NULL);
  if (covers_part (plan, text))
    add_fault (stage, counts, "covers what it names", text->placed.text, NULL);
}

/* The scale bar lies on no label, and in the left corner unless labels need that. */
static void
check_scale_bar (GenuStage *stage,
                 Counts    *counts)
{
  GenuRect bar, window = { 0, 0, stage->width, stage->height };
  g_autofree char *words = NULL;

  if (!genu_stage_get_scale_bar (stage, &bar, &words))
    return;
  counts->bars++;
  counts->away += bar.x > stage->width / 2.0;
  if (!rect_lies_within (&bar, &window))
    add_fault (stage, counts, "the scale bar is outside the window", words, NULL);
  for (guint i = 0; i < genu_stage_get_n_labels (stage); i++)
    {
      const GenuStageLabel *label = genu_stage_get_label (stage, i);
      Shown shown = get_shown (label);

      if (rects_overlap (&bar, &label->rect) || leader_enters (&shown, &bar))
        add_fault (stage, counts, "the scale bar lies on a label", words, label->text);
    }
}

static void
check_step (GenuStage *stage,
            Counts    *counts)
{
  GenuStagePlan *plan = genu_stage_get_plan (stage);

  counts->steps++;
  check_scale_bar (stage, counts);
  for (guint i = 0; i < plan->texts->len; i++)
    {
      GenuStageText *text = g_ptr_array_index (plan->texts, i);
      Shown shown = get_shown (&text->placed);

      check_label (stage, text, counts);
      for (guint j = i + 1; j < plan->texts->len; j++)
        {
          const GenuStageLabel *other = genu_stage_get_label (stage, j);
          Shown second = get_shown (other);

          add_fault (stage, counts, find_fault_of_pair (&shown, &second), text->placed.text,
                     other->text);
        }
    }
}

/* Labels that stay from one step of a drawing to the next, and how many of them change sides though
 * the picture stands still. */
static void
count_jumps (const GenuStagePlan *before,
             const GenuStagePlan *plan,
             Counts              *counts)
{
  if (before->slot != plan->slot || memcmp (&before->view, &plan->view, sizeof plan->view) != 0)
    return;
  for (guint i = 0; i < plan->texts->len; i++)
    for (guint j = 0; j < before->texts->len; j++)
      {
        const GenuStageText *text = g_ptr_array_index (plan->texts, i);
        const GenuStageText *other = g_ptr_array_index (before->texts, j);

        if (!g_str_equal (text->source->part, other->source->part)
            || !g_str_equal (text->source->anchor, other->source->anchor))
          continue;
        counts->moves++;
        counts->jumps += text->side != other->side;
      }
}

static void
check_topic (GenuStage *stage,
             Counts    *counts)
{
  for (guint step = 0; step < genu_stage_get_n_steps (stage); step++)
    {
      genu_stage_set_step (stage, step, FALSE);
      check_step (stage, counts);
      if (step > 0)
        count_jumps (g_ptr_array_index (stage->plans, step - 1),
                     g_ptr_array_index (stage->plans, step), counts);
    }
}

static void
test_pack (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GenuPack) pack = load_language (c->lang);
  g_autoptr(GenuStage) stage = genu_stage_new (pack);
  Counts counts = { 0 };

  genu_stage_set_side (stage, c->side);
  for (guint i = 0; i < pack->topics->len; i++)
    {
      genu_stage_set_topic (stage, g_ptr_array_index (pack->topics, i), NULL);
      for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
        for (guint scale = 0; scale < G_N_ELEMENTS (scales); scale++)
          {
            genu_stage_set_size (stage, sizes[size][0], sizes[size][1], 1);
            genu_stage_set_text_scale (stage, scales[scale]);
            check_topic (stage, &counts);
          }
    }
  g_test_message ("%u placements of steps, %u labels, %u of them in a legend; %u stayed in "
                  "place, %u of them changed sides; %u scale bars, %u of them in the other corner; "
                  "%u faults", counts.steps, counts.labels, counts.legend, counts.moves,
                  counts.jumps, counts.bars, counts.away, counts.faults);
  g_assert_cmpuint (counts.labels, >, 5000);
  g_assert_cmpuint (counts.faults, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const Case cases[] = {
    { NULL, GENU_SIDE_RIGHT },    { NULL, GENU_SIDE_LEFT },    { "en-XA", GENU_SIDE_RIGHT },
    { "en-XA", GENU_SIDE_LEFT }, { "ar-XB", GENU_SIDE_RIGHT }, { "ar-XB", GENU_SIDE_LEFT },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stage/pack-labels/%s/%s",
                                               cases[i].lang != NULL ? cases[i].lang : "en",
                                               cases[i].side == GENU_SIDE_LEFT ? "left" : "right");

      g_test_add_data_func (path, &cases[i], test_pack);
    }
  return g_test_run ();
}
