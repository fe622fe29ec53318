/* SPDX-License-Identifier: GPL-3.0-or-later */

/* animateMotion: where the origin of the element is and how it is turned, as "x y degrees"; and the
 * path measure against lengths that are known. */

#include "config.h"

#include <math.h>

#include "genu-path-measure.h"
#include "genu-path.h"
#include "smil-fixture.h"
#include "../test-cases.h"

static const struct
{
  const char *name, *motion;
  double      time;
  double      x, y, degrees; /* to 1e-4 */
} cases[] = {
  { "from-to", "<animateMotion from='0,0' to='40 20' dur='4s'/>", 1, 10, 5, 0 },
  { "by", "<animateMotion by='40,20' dur='4s'/>", 1, 10, 5, 0 },
  { "to", "<animateMotion to='40,20' dur='4s'/>", 2, 20, 10, 0 },
  { "values-paced", "<animateMotion values='0,0;10,0;10,30' dur='4s'/>", 1, 10, 0, 0 },
  { "values-linear", "<animateMotion values='0,0;10,0;10,30' calcMode='linear' dur='4s'/>", 1, 5, 0,
    0 },
  { "values-discrete", "<animateMotion values='0,0;10,0;10,30' calcMode='discrete' dur='3s'/>", 1.5,
    10, 0, 0 },
  { "values-times", "<animateMotion values='0,0;10,0;10,30' calcMode='linear' keyTimes='0;0.25;1' "
    "dur='4s'/>", 2.5, 10, 15, 0 },
  { "values-bad", "<animateMotion values='0,0;10' dur='4s'/>", 1, 0, 0, 0 },
  { "auto-values", "<animateMotion values='0,0;10,0;10,30' rotate='auto' dur='4s'/>", 2, 10, 10,
    90 },
  { "path", "<animateMotion path='M0 0 H10 V30' dur='4s'/>", 2, 10, 10, 0 },
  { "path-auto", "<animateMotion path='M0 0 H10 V30' rotate='auto' dur='4s'/>", 2, 10, 10, 90 },
  { "path-reverse", "<animateMotion path='M0 0 H10 V30' rotate='auto-reverse' dur='4s'/>", 2, 10,
    10, 270 },
  { "path-angle", "<animateMotion path='M0 0 H10' rotate='30' dur='4s'/>", 2, 5, 0, 30 },
  { "path-angle-bad", "<animateMotion path='M0 0 H10' rotate='frog' dur='4s'/>", 2, 5, 0, 0 },
  { "path-moves", "<animateMotion path='M0 0 H10 M50 50 H60' dur='4s'/>", 3, 55, 50, 0 },
  { "path-close", "<animateMotion path='M0 0 H10 V10 H0 Z' rotate='auto' dur='4s'/>", 3.5, 0, 5,
    -90 },
  { "path-arc", "<animateMotion path='M0 0 A10 10 0 0 1 20 0' rotate='auto' dur='4s'/>", 2, 10, -10,
    0 },
  { "path-discrete", "<animateMotion path='M0 0 H10 V30' calcMode='discrete' dur='3s'/>", 2.5, 10,
    30, 0 },
  { "path-bad", "<animateMotion path='frog' dur='4s'/>", 2, 0, 0, 0 },
  { "points", "<animateMotion path='M0 0 H100' calcMode='linear' keyPoints='1;0.5;0.75' "
    "keyTimes='0;0.5;1' dur='4s'/>", 1, 75, 0, 0 },
  { "points-discrete", "<animateMotion path='M0 0 H100' calcMode='discrete' keyPoints='1;0.5' "
    "keyTimes='0;0.5' dur='4s'/>", 3, 50, 0, 0 },
  { "points-count", "<animateMotion path='M0 0 H100' calcMode='linear' keyPoints='0;1' "
    "keyTimes='0;0.5;1' dur='4s'/>", 1, 0, 0, 0 },
  { "spline", "<animateMotion path='M0 0 H100' calcMode='spline' keySplines='0 0 1 1' dur='4s'/>",
    1, 25, 0, 0 },
  { "mpath", "<animateMotion path='M0 0 V9' dur='4s'><mpath href='#p'/></animateMotion>", 1, 20, 10,
    0 },
  { "mpath-broken", "<animateMotion path='M0 0 V8' dur='4s'><mpath href='#q'/></animateMotion>", 1,
    0, 2, 0 },
  { "accumulate", "<animateMotion path='M0 0 L10 20' dur='1s' repeatCount='3' accumulate='sum'/>",
    2.5, 25, 50, 0 },
  { "sum", "<animateMotion path='M10 0 H10' dur='4s' rotate='90'/>"
    "<animateMotion from='5,0' to='5,0' additive='sum' dur='4s'/>", 1, 10, 5, 90 },
  { "replace", "<animateMotion path='M10 0 H20' dur='4s'/><animateMotion from='5,0' to='5,0' "
    "dur='4s'/>", 1, 5, 0, 0 },
  { "freeze", "<animateMotion path='M0 0 H10' dur='1s' fill='freeze'/>", 5, 10, 0, 0 },
  { "over", "<animateMotion path='M0 0 H10' dur='1s'/>", 5, 0, 0, 0 },
};

static void
test_motion (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *body = g_strdup_printf ("<path id='p' d='M10 10 H50'/><rect>%s</rect>",
                                           cases[i].motion);
  g_autoptr(GenuTimeline) timeline = fixture_new (body, NULL);
  g_autoptr(GenuValue) value = NULL;
  double c = cos (cases[i].degrees * G_PI / 180), s = sin (cases[i].degrees * G_PI / 180);
  GenuMatrix matrix;

  genu_timeline_seek (timeline, SECONDS (cases[i].time));
  value = genu_timeline_dup_effective_value (timeline, 0);
  matrix = value != NULL ? genu_value_get_matrix (value) : GENU_MATRIX_IDENTITY;
  g_assert_cmpfloat_with_epsilon (matrix.e, cases[i].x, 1e-4);
  g_assert_cmpfloat_with_epsilon (matrix.f, cases[i].y, 1e-4);
  g_assert_cmpfloat_with_epsilon (matrix.a, c, 1e-4);
  g_assert_cmpfloat_with_epsilon (matrix.b, s, 1e-4);
  g_assert_cmpfloat_with_epsilon (matrix.c, -s, 1e-4);
  g_assert_cmpfloat_with_epsilon (matrix.d, c, 1e-4);
}

/* Motion lies outside the transform list, which another animation changes. */
static void
test_outside (void)
{
  g_autoptr(GenuTimeline) timeline
    = fixture_new ("<rect transform='scale(2)'><animateMotion path='M0 0 H10' dur='4s'/></rect>",
                   NULL);
  const GenuValue *value;
  GenuPoint point;
  GenuMatrix matrix;

  genu_timeline_seek (timeline, SECONDS (2));
  value = genu_timeline_get_value (timeline, 0);
  g_assert_nonnull (value);
  matrix = genu_value_get_matrix (value);
  point = genu_matrix_map_point (&matrix, (GenuPoint) { 1, 1 });
  g_assert_cmpfloat_with_epsilon (point.x, 7, 1e-9);
  g_assert_cmpfloat_with_epsilon (point.y, 2, 1e-9);
}

static GenuPathMeasure *
measure (const char *text)
{
  gboolean is_complete;
  g_autoptr(GArray) segments = genu_path_parse (text, &is_complete);
  g_autoptr(GArray) pieces = genu_path_normalize (segments);

  g_assert_true (is_complete);

  return genu_path_measure_new (pieces);
}

/* Lengths in closed form where there is one: the quadratic is a piece of a parabola. */
static const struct
{
  const char *name, *text;
  double      length;
  double      tolerance;
} lengths[] = {
  { "line", "M0 0 L3 4", 5, 1e-12 },
  { "closed", "M0 0 H3 V4 Z", 12, 1e-12 },
  { "moves", "M0 0 H3 M9 9 V4", 8, 1e-12 },
  { "nothing", "M5 5", 0, 1e-12 },
  { "parabola", "M0 0 Q100 0 100 100", 162.32252401402308, 1e-4 },
  { "straight-cubic", "M0 0 C0 0 100 100 100 100", 141.4213562373095, 1e-4 },
  /* These two by two million chords. */
  { "cubic", "M0 0 C33.333333333333 0 66.666666666667 0 100 100", 154.78656547, 1e-4 },
  { "cusp", "M0 0 C100 100 0 100 100 0", 182.84271247, 1e-4 },
};

static void
test_length (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuPathMeasure) path = measure (lengths[i].text);

  g_assert_cmpfloat_with_epsilon (genu_path_measure_get_length (path), lengths[i].length,
                                  lengths[i].tolerance);
}

/* Walking a curve in equal steps: neighbours are equally far apart, which chords of 10,000 steps
 * show to better than the accuracy that is promised. */
static void
test_even_steps (void)
{
  g_autoptr(GenuPathMeasure) path = measure ("M0 0 C120 0 -60 90 80 100 S10 40 90 5");
  double length = genu_path_measure_get_length (path);
  double degrees, walked = 0;
  GenuPoint last = genu_path_measure_get_point (path, 0, &degrees);

  for (int i = 1; i <= 10000; i++)
    {
      GenuPoint point = genu_path_measure_get_point (path, length * i / 10000, &degrees);

      walked += hypot (point.x - last.x, point.y - last.y);
      g_assert_cmpfloat_with_epsilon (walked, length * i / 10000, 1e-4);
      last = point;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* every row says what is wrong with it */

  ADD_CASES (cases, "/smil/motion/", test_motion);
  g_test_add_func ("/smil/motion/outside-transform", test_outside);
  ADD_CASES (lengths, "/smil/path-measure/", test_length);
  g_test_add_func ("/smil/path-measure/even-steps", test_even_steps);

  return g_test_run ();
}
