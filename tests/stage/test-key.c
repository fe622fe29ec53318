/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The key: there when a step shows what is not known, nowhere else, in the right words, never over
 * a label or the scale bar. */

#include "config.h"

#include "genu-stage-key.h"
#include "genu-stage-private.h"
#include "stage-fixture.h"

static const struct { int width, height; double text; } screens[] = {
  { 1920, 1080, 1 }, { 1280, 720, 1 }, { 1080, 1920, 1 }, { 1920, 1080, 2 }, { 1080, 1920, 2 },
};

static GenuStage *
create_stage (const GenuPack *pack,
              const char     *topic)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  GenuStage *stage = genu_stage_new (pack);

  genu_stage_set_size (stage, 1920, 1080, 1);
  genu_stage_set_topic (stage, genu_pack_find_topic (pack, topic), report);
  return stage;
}

static guint
find_step (const GenuPack *pack,
           const char     *topic,
           const char     *ref)
{
  const GPtrArray *steps = genu_pack_find_topic (pack, topic)->steps;

  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (((const GenuStep *) g_ptr_array_index (steps, i))->ref, ref))
      return i;
  g_assert_not_reached ();
}

static void
test_words (void)
{
  static const struct { const char *step, *text; } cases[] = {
    { "overview", NULL },
    { "arrive", NULL },
    { "change", "Two outlines: Seen in lab dishes." },
    { "living-knee", "Two outlines: Seen in animals." },
    { "unknown", "Dashed outlines: hoped for, not shown." },
  };
  GenuPack *pack = load_pack ("data/packs/knee");
  GenuStage *stage = create_stage (pack, "differentiate");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      GenuRect rect;

      genu_stage_set_step (stage, find_step (pack, "differentiate", cases[i].step), FALSE);
      text = genu_stage_dup_key_text (stage);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (genu_stage_get_key (stage, &rect) == (cases[i].text != NULL));
    }
  genu_stage_free (stage);
  genu_pack_free (pack);
}

/* Whatever the step shows, the key is drawn on a usual screen, and meets nothing on any. */
static void
check_step (GenuStage *stage,
            gboolean   must_fit)
{
  g_autofree char *text = genu_stage_dup_key_text (stage), *length = NULL;
  GenuRect key, bar;

  if (!genu_stage_get_key (stage, &key))
    {
      g_assert_true (text == NULL || !must_fit);
      return;
    }
  g_assert_nonnull (text);
  g_assert_true (key.x >= 0 && key.y >= 0 && key.x + key.width <= stage->width
                 && key.y + key.height <= stage->height);
  if (genu_stage_get_scale_bar (stage, &bar, &length))
    g_assert_false (genu_rect_intersect (&key, &bar, NULL));
  for (guint i = 0; i < genu_stage_get_n_labels (stage); i++)
    g_assert_false (genu_rect_intersect (&key, &genu_stage_get_label (stage, i)->rect, NULL));
}

static void
test_place (void)
{
  GenuPack *pack = load_pack ("data/packs/knee");

  for (guint t = 0; t < pack->topics->len; t++)
    {
      const GenuTopic *topic = g_ptr_array_index (pack->topics, t);
      GenuStage *stage = create_stage (pack, topic->id);

      for (guint s = 0; s < G_N_ELEMENTS (screens); s++)
        {
          genu_stage_set_size (stage, screens[s].width, screens[s].height, 1);
          genu_stage_set_text_scale (stage, screens[s].text);
          for (guint i = 0; i < topic->steps->len; i++)
            {
              genu_stage_set_step (stage, i, FALSE);
              check_step (stage, s == 0);
            }
        }
      genu_stage_free (stage);
    }
  genu_pack_free (pack);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/key/words", test_words);
  g_test_add_func ("/stage/key/place", test_place);
  return g_test_run ();
}
