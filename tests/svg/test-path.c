/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Path data: every command, the compact forms, errors that keep what stands before them, and the
 * reduction to absolute lines and cubics. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "genu-limits.h"
#include "genu-path.h"
#include "../test-cases.h"

static const struct { const char *name, *text, *printed; gboolean complete; } parse_cases[] = {
  { "all",            "M1 2L3 4H5V6C1 2 3 4 5 6S1 2 3 4Q1 2 3 4T1 2A1 2 3 0 1 4 5Z",
    "M1 2 L3 4 H5 V6 C1 2 3 4 5 6 S1 2 3 4 Q1 2 3 4 T1 2 A1 2 3 0 1 4 5 Z", TRUE },
  { "relative",       "m1 2l3 4h5v6c1 2 3 4 5 6s1 2 3 4q1 2 3 4t1 2a1 2 3 0 1 4 5z",
    "m1 2 l3 4 h5 v6 c1 2 3 4 5 6 s1 2 3 4 q1 2 3 4 t1 2 a1 2 3 0 1 4 5 z", TRUE },
  { "empty",          "", "", TRUE },
  { "white-space",    " \t\n", "", TRUE },
  { "implicit-line",  "M1 2 3 4 5 6", "M1 2 L3 4 L5 6", TRUE },
  { "implicit-rel",   "m1 2 3 4", "m1 2 l3 4", TRUE },
  { "repeated",       "M0 0H1 2 3", "M0 0 H1 H2 H3", TRUE },
  { "compact",        "M.5.5-1-1e1.5", "M0.5 0.5 L-1 -10 ", FALSE },
  { "compact-signs",  "M1-2-3-4", "M1 -2 L-3 -4", TRUE },
  { "commas",         "M1,2,3,4", "M1 2 L3 4", TRUE },
  { "flags-joined",   "M0 0a1 1 0 01.5.5", "M0 0 a1 1 0 0 1 0.5 0.5", TRUE },
  { "flags-tight",    "M0 0a1,1,0,1110,10", "M0 0 a1 1 0 1 1 10 10", TRUE },
  { "flag-bad",       "M0 0L1 1A1 1 0 2 0 3 3", "M0 0 L1 1", FALSE },
  { "flag-sign",      "M0 0A1 1 0 -1 0 3 3", "M0 0", FALSE },
  { "no-moveto",      "L1 1", "", FALSE },
  { "number-first",   "1 1", "", FALSE },
  { "one-short",      "M0 0L1 1 2", "M0 0 L1 1", FALSE },
  { "cubic-short",    "M0 0C1 1 2 2 3", "M0 0", FALSE },
  { "letter",         "M0 0X1 1", "M0 0", FALSE },
  { "arc-unknown",    "M0 0B1 1L2 2", "M0 0", FALSE },
  { "comma-at-end",   "M0 0L1 1,", "M0 0 L1 1", FALSE },
  { "comma-command",  "M0 0,L1 1", "M0 0", FALSE },
  { "comma-first",    "M,0 0", "", FALSE },
  { "two-commas",     "M0,,0", "", FALSE },
  { "number-after-z", "M0 0Z1 1", "M0 0 Z", FALSE },
  { "huge-number",    "M0 0L1e400 0", "M0 0", FALSE },
  { "nan",            "M0 0Lnan nan", "M0 0", FALSE },
  { "none",           " none ", "", TRUE },
  { "none-more",      "nonee", "", FALSE },
};

static void
test_parse (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gboolean complete = FALSE;
  g_autoptr(GArray) segments = genu_path_parse (parse_cases[i].text, &complete);
  g_autofree char *printed = genu_path_to_string (segments);
  g_autofree char *expected = g_strchomp (g_strdup (parse_cases[i].printed));

  g_assert_cmpstr (printed, ==, expected);
  g_assert_cmpint (complete, ==, parse_cases[i].complete);
}

/* Pieces with coordinates rounded to a thousandth, so that arcs can be written down. */
static char *
print_pieces (const GArray *pieces)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const GenuPathPiece *piece = &g_array_index (pieces, GenuPathPiece, i);
      guint n = piece->command == 'C' ? 3 : piece->command == 'Z' ? 0 : 1;

      g_string_append_printf (string, "%s%c", i > 0 ? " " : "", piece->command);
      for (guint k = 0; k < n; k++)
        g_string_append_printf (string, "%s%g,%g", k > 0 ? " " : "",
                                round (piece->points[k].x * 1000) / 1000 + 0.0,
                                round (piece->points[k].y * 1000) / 1000 + 0.0);
    }

  return g_string_free (string, FALSE);
}

static const struct { const char *name, *text, *pieces; } normalize_cases[] = {
  { "lines",       "m1 1l2 2h1v1H0V0", "M1,1 L3,3 L4,3 L4,4 L0,4 L0,0" },
  { "close",       "M1 1h2v2zl5 0", "M1,1 L3,1 L3,3 Z M1,1 L6,1" },
  { "close-move",  "M1 1h2zm5 0h1", "M1,1 L3,1 Z M6,1 L7,1" },
  { "close-twice", "M1 1h2zz", "M1,1 L3,1 Z Z" },
  { "cubic",       "M1 1c1 0 2 1 2 2", "M1,1 C2,1 3,2 3,3" },
  { "smooth",      "M0 0C0 1 1 2 2 2S4 3 4 4", "M0,0 C0,1 1,2 2,2 C3,2 4,3 4,4" },
  { "smooth-bare", "M1 1S2 2 3 1", "M1,1 C1,1 2,2 3,1" },
  { "smooth-twice", "M0 0s1 1 2 0s1 -1 2 0", "M0,0 C0,0 1,1 2,0 C3,-1 3,-1 4,0" },
  { "quadratic",   "M0 0Q3 3 6 0", "M0,0 C2,2 4,2 6,0" },
  { "short-quad",  "M0 0Q3 3 6 0T12 0", "M0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0" },
  { "short-bare",  "M0 0T6 0", "M0,0 C0,0 2,0 6,0" },
  { "quad-then-s", "M0 0Q3 3 6 0S8 1 9 0", "M0,0 C2,2 4,2 6,0 C6,0 8,1 9,0" },
  { "quarter",     "M1 0A1 1 0 0 1 0 1", "M1,0 C1,0.552 0.552,1 0,1" },
  { "quarter-ccw", "M0 1A1 1 0 0 0 1 0", "M0,1 C0.552,1 1,0.552 1,0" },
  { "half",        "M0 0A5 5 0 0 1 10 0", "M0,0 C0,-2.761 2.239,-5 5,-5 C7.761,-5 10,-2.761 10,0" },
  { "large",       "M1 0A1 1 0 1 1 0 -1",
    "M1,0 C1,0.552 0.552,1 0,1 C-0.552,1 -1,0.552 -1,0 C-1,-0.552 -0.552,-1 0,-1" },
  { "radii-grow",  "M0 0A1 1 0 0 1 10 0", "M0,0 C0,-2.761 2.239,-5 5,-5 C7.761,-5 10,-2.761 10,0" },
  { "radii-minus", "M1 0A-1 -1 0 0 1 0 1", "M1,0 C1,0.552 0.552,1 0,1" },
  { "radius-zero", "M0 0A0 1 0 0 1 5 5", "M0,0 L5,5" },
  { "arc-nowhere", "M3 3A1 1 0 0 1 3 3", "M3,3" },
  { "rotated",     "M0 0A10 5 90 0 1 0 20", "M0,0 C2.761,0 5,4.477 5,10 C5,15.523 2.761,20 0,20" },
};

static void
test_normalize (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GArray) segments = genu_path_parse (normalize_cases[i].text, NULL);
  g_autoptr(GArray) pieces = genu_path_normalize (segments);
  g_autofree char *printed = print_pieces (pieces);

  g_assert_cmpstr (printed, ==, normalize_cases[i].pieces);
}

/* Points of arcs lie on their ellipse, whatever the flags and the rotation. */
static void
test_arc_on_circle (void)
{
  for (int flags = 0; flags < 4; flags++)
    for (int angle = -345; angle < 360; angle += 70)
      {
        double x = 100 * cos (angle * G_PI / 180), y = 100 * sin (angle * G_PI / 180);
        g_autofree char *text = g_strdup_printf ("M100 0A100 100 %d %d %d %.9f %.9f", angle,
                                                 flags & 1, flags >> 1, x, y);
        g_autoptr(GArray) segments = genu_path_parse (text, NULL);
        g_autoptr(GArray) pieces = genu_path_normalize (segments);
        const GenuPathPiece *last = &g_array_index (pieces, GenuPathPiece, pieces->len - 1);

        g_assert_cmpfloat_with_epsilon (last->points[2].x, x, 1e-6);
        for (guint i = 1; i < pieces->len; i++)
          {
            const GenuPathPiece *piece = &g_array_index (pieces, GenuPathPiece, i);
            GenuPoint end = piece->points[2];
            gboolean own_circle = (flags & 1) == ((flags >> 1) == (sin (angle * G_PI / 180) < 0));

            /* One of the two circles through both points is about the origin. */
            if (own_circle)
              g_assert_cmpfloat_with_epsilon (hypot (end.x, end.y), 100, 1e-4);
          }
      }
}

static void
test_limit (void)
{
  g_autoptr(GString) text = g_string_new ("M0 0H");
  g_autoptr(GArray) segments = NULL;
  gboolean complete;

  for (guint i = 0; i < GENU_LIMIT_PATH_SEGMENTS + 10; i++)
    g_string_append (text, "1 ");
  segments = genu_path_parse (text->str, &complete);
  g_assert_false (complete);
  g_assert_cmpuint (segments->len, ==, GENU_LIMIT_PATH_SEGMENTS);
}

static void
test_n_values (void)
{
  static const char commands[] = "zhvmltsqca";
  static const int n[] = { 0, 1, 1, 2, 2, 2, 4, 4, 6, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    {
      g_assert_cmpint (genu_path_n_values (commands[i]), ==, n[i]);
      g_assert_cmpint (genu_path_n_values (g_ascii_toupper (commands[i])), ==, n[i]);
    }
  g_assert_cmpint (genu_path_n_values ('e'), ==, -1);
  g_assert_cmpint (genu_path_n_values ('\0'), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (parse_cases, "/svg/path/parse/", test_parse);
  ADD_CASES (normalize_cases, "/svg/path/normalize/", test_normalize);
  g_test_add_func ("/svg/path/arc-on-circle", test_arc_on_circle);
  g_test_add_func ("/svg/path/limit", test_limit);
  g_test_add_func ("/svg/path/n-values", test_n_values);

  return g_test_run ();
}
