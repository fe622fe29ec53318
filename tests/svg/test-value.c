/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of every type: what they print as, what lies between two of them, their sum and distance.
 * Where a row says NULL, parsing must fail. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "genu-limits.h"
#include "genu-value.h"
#include "../test-cases.h"

static const GenuValueContext context = {
  .viewport_width = 400,
  .viewport_height = 300,
  .font_size = 20,
  .direction = GENU_LENGTH_WIDTH,
  .current_color = 0x20406080,
  .root_font_size = 10,
};

static char *
print (const GenuValue *value)
{
  return value != NULL ? genu_value_to_string (value) : g_strdup ("(null)");
}

static const struct
{
  const char   *name;
  GenuValueType type;
  const char   *text, *printed;
} parse_cases[] = {
  { "string",             GENU_VALUE_STRING, " evenodd ", "evenodd" },
  { "number",             GENU_VALUE_NUMBER, " 1.50 ", "1.5" },
  { "number-percent",     GENU_VALUE_NUMBER, "50%", "0.5" },
  { "number-unit",        GENU_VALUE_NUMBER, "5px", NULL },
  { "number-empty",       GENU_VALUE_NUMBER, "", NULL },
  { "integer",            GENU_VALUE_INTEGER, "2.5", "3" },
  { "integer-negative",   GENU_VALUE_INTEGER, "-2.5", "-3" },

  { "length",             GENU_VALUE_LENGTH, "12", "12" },
  { "length-px",          GENU_VALUE_LENGTH, "12px", "12" },
  { "length-pt",          GENU_VALUE_LENGTH, "3pt", "4" },
  { "length-pc",          GENU_VALUE_LENGTH, "2pc", "32" },
  { "length-in",          GENU_VALUE_LENGTH, "1in", "96" },
  { "length-cm",          GENU_VALUE_LENGTH, "2.54cm", "96" },
  { "length-mm",          GENU_VALUE_LENGTH, "25.4mm", "96" },
  { "length-q",           GENU_VALUE_LENGTH, "101.6Q", "96" },
  { "length-em",          GENU_VALUE_LENGTH, "1.5em", "30" },
  { "length-ex",          GENU_VALUE_LENGTH, "1ex", "10" },
  { "length-rem",         GENU_VALUE_LENGTH, "2rem", "20" },
  { "length-vw",          GENU_VALUE_LENGTH, "10vw", "40" },
  { "length-vh",          GENU_VALUE_LENGTH, "10vh", "30" },
  { "length-percent",     GENU_VALUE_LENGTH, "25%", "100" },
  { "length-upper",       GENU_VALUE_LENGTH, "1IN", "96" },
  { "length-exponent",    GENU_VALUE_LENGTH, "1e1px", "10" },
  { "length-word",        GENU_VALUE_LENGTH, "larger", "24" },
  { "length-bad-unit",    GENU_VALUE_LENGTH, "1furlong", NULL },
  { "length-space-unit",  GENU_VALUE_LENGTH, "1 px", NULL },
  { "length-two",         GENU_VALUE_LENGTH, "1px 2px", NULL },
  { "length-huge",        GENU_VALUE_LENGTH, "1e400px", NULL },

  { "angle",              GENU_VALUE_ANGLE, "45", "45" },
  { "angle-deg",          GENU_VALUE_ANGLE, "45deg", "45" },
  { "angle-grad",         GENU_VALUE_ANGLE, "100grad", "90" },
  { "angle-turn",         GENU_VALUE_ANGLE, "0.5turn", "180" },
  { "angle-rad",          GENU_VALUE_ANGLE, "3.14159265358979rad", "180" },
  { "angle-auto",         GENU_VALUE_ANGLE, "auto", "auto" },
  { "angle-word",         GENU_VALUE_ANGLE, "left", NULL },

  { "color-name",         GENU_VALUE_COLOR, "cornflowerblue", "rgb(100, 149, 237)" },
  { "color-name-upper",   GENU_VALUE_COLOR, "ReD", "rgb(255, 0, 0)" },
  { "color-first",        GENU_VALUE_COLOR, "aliceblue", "rgb(240, 248, 255)" },
  { "color-last",         GENU_VALUE_COLOR, "yellowgreen", "rgb(154, 205, 50)" },
  { "color-hex3",         GENU_VALUE_COLOR, "#1aF", "rgb(17, 170, 255)" },
  { "color-hex4",         GENU_VALUE_COLOR, "#1af8", "rgba(17, 170, 255, 0.533)" },
  { "color-hex6",         GENU_VALUE_COLOR, "#102030", "rgb(16, 32, 48)" },
  { "color-hex8",         GENU_VALUE_COLOR, "#10203080", "rgba(16, 32, 48, 0.5)" },
  { "color-hex5",         GENU_VALUE_COLOR, "#10203", NULL },
  { "color-hex-bad",      GENU_VALUE_COLOR, "#10203g", NULL },
  { "color-rgb",          GENU_VALUE_COLOR, "rgb(1, 2 ,3)", "rgb(1, 2, 3)" },
  { "color-rgb-clamp",    GENU_VALUE_COLOR, "rgb(-1, 300, 1e9)", "rgb(0, 255, 255)" },
  { "color-rgb-percent",  GENU_VALUE_COLOR, "rgb(0%, 50%, 100%)", "rgb(0, 128, 255)" },
  { "color-rgb-mixed",    GENU_VALUE_COLOR, "rgb(0%, 50, 100%)", NULL },
  { "color-rgb-two",      GENU_VALUE_COLOR, "rgb(1, 2)", NULL },
  { "color-rgb-five",     GENU_VALUE_COLOR, "rgb(1, 2, 3, 4, 5)", NULL },
  { "color-rgb-open",     GENU_VALUE_COLOR, "rgb(1, 2, 3", NULL },
  { "color-rgb-space",    GENU_VALUE_COLOR, "rgb(1 2 3 / 50%)", "rgba(1, 2, 3, 0.5)" },
  { "color-rgb-bad-mix",  GENU_VALUE_COLOR, "rgb(1 2, 3)", NULL },
  { "color-rgb-new-mix",  GENU_VALUE_COLOR, "rgb(10% 20 30)", "rgb(26, 20, 30)" },
  { "color-rgb-round",    GENU_VALUE_COLOR, "rgb(1.5, 2.5, 3.4)", "rgb(2, 3, 3)" },
  { "color-rgb-percents", GENU_VALUE_COLOR, "rgb(12.7%, 99.9%, .2%)", "rgb(32, 255, 1)" },
  { "color-rgb-space-(",  GENU_VALUE_COLOR, "rgb (1, 2, 3)", NULL },
  { "color-rgb-comma",    GENU_VALUE_COLOR, "rgb(1, 2, 3,)", NULL },
  { "color-alpha-3",      GENU_VALUE_COLOR, "rgba(1, 2, 3, .333)", "rgba(1, 2, 3, 0.333)" },
  { "color-alpha-low",    GENU_VALUE_COLOR, "rgba(1, 2, 3, 0.001)", "rgba(1, 2, 3, 0)" },
  { "color-alpha-high",   GENU_VALUE_COLOR, "rgba(1, 2, 3, 0.998)", "rgba(1, 2, 3, 0.996)" },
  { "color-hsl-any",      GENU_VALUE_COLOR, "hsl(217, 71%, 53%)", "rgb(50, 115, 220)" },
  { "color-hsl-odd",      GENU_VALUE_COLOR, "hsl(33, 33%, 33%)", "rgb(112, 87, 56)" },
  { "color-hsl-numbers",  GENU_VALUE_COLOR, "hsl(120, 100, 25)", NULL },
  { "color-hsl-new",      GENU_VALUE_COLOR, "hsl(120 100 25)", "rgb(0, 128, 0)" },
  { "color-rgba",         GENU_VALUE_COLOR, "rgba(1, 2, 3, .25)", "rgba(1, 2, 3, 0.25)" },
  { "color-rgba-clamp",   GENU_VALUE_COLOR, "rgba(1, 2, 3, 7)", "rgb(1, 2, 3)" },
  { "color-hsl",          GENU_VALUE_COLOR, "hsl(120, 100%, 25%)", "rgb(0, 128, 0)" },
  { "color-hsl-negative", GENU_VALUE_COLOR, "hsl(-120, 100%, 50%)", "rgb(0, 0, 255)" },
  { "color-hsl-turn",     GENU_VALUE_COLOR, "hsl(0.5turn 100% 50%)", "rgb(0, 255, 255)" },
  { "color-hsla",         GENU_VALUE_COLOR, "hsla(0, 0%, 50%, 0)", "rgba(128, 128, 128, 0)" },
  { "color-transparent",  GENU_VALUE_COLOR, "transparent", "rgba(0, 0, 0, 0)" },
  { "color-current",      GENU_VALUE_COLOR, "currentColor", "rgba(32, 64, 96, 0.5)" },
  { "color-none",         GENU_VALUE_COLOR, "none", NULL },
  { "color-word",         GENU_VALUE_COLOR, "reddish", NULL },
  { "color-empty",        GENU_VALUE_COLOR, "", NULL },
  { "color-deep",         GENU_VALUE_COLOR, "rgb((((((((((((((((1", NULL },

  { "paint-color",        GENU_VALUE_PAINT, "red", "rgb(255, 0, 0)" },
  { "paint-none",         GENU_VALUE_PAINT, " none ", "none" },
  { "paint-url",          GENU_VALUE_PAINT, "url(#G) red", "url(#G) red" },
  { "paint-url-open",     GENU_VALUE_PAINT, "url(#G", NULL },
  { "paint-word",         GENU_VALUE_PAINT, "paisley", NULL },

  { "numbers",            GENU_VALUE_NUMBER_LIST, "0,0 100-50", "0 0 100 -50" },
  { "numbers-empty",      GENU_VALUE_NUMBER_LIST, "", "" },
  { "numbers-unit",       GENU_VALUE_NUMBER_LIST, "1 2px", NULL },
  { "pair-one",           GENU_VALUE_NUMBER_PAIR, "2", "2 2" },
  { "pair-two",           GENU_VALUE_NUMBER_PAIR, "2,3", "2 3" },
  { "pair-three",         GENU_VALUE_NUMBER_PAIR, "2 3 4", NULL },
  { "pair-empty",         GENU_VALUE_NUMBER_PAIR, "", NULL },
  { "lengths",            GENU_VALUE_LENGTH_LIST, "1in, 2px 25%", "96 2 100" },
  { "lengths-none",       GENU_VALUE_LENGTH_LIST, "none", "none" },
  { "lengths-bad",        GENU_VALUE_LENGTH_LIST, "1 none", NULL },
  { "points",             GENU_VALUE_POINTS, "1,2 3-4", "1,2 3,-4" },
  { "points-odd",         GENU_VALUE_POINTS, "1 2 3", "1,2" },
  { "points-error",       GENU_VALUE_POINTS, "1 2 3 4 x 5 6", "1,2 3,4" },

  { "path",               GENU_VALUE_PATH, "M1,2L3-4z", "M1 2 L3 -4 z" },
  { "path-none",          GENU_VALUE_PATH, "none", "" },
  { "path-error",         GENU_VALUE_PATH, "M1 2 L3 4 L5", "M1 2 L3 4" },

  { "transform",          GENU_VALUE_TRANSFORM, "translate(1) , scale(2)rotate(3)",
    "translate(1 0) scale(2 2) rotate(3)" },
  { "transform-center",   GENU_VALUE_TRANSFORM, "rotate(3, 4 5)", "rotate(3 4 5)" },
  { "transform-matrix",   GENU_VALUE_TRANSFORM, "matrix(1 2 3 4 5 6)", "matrix(1 2 3 4 5 6)" },
  { "transform-skew",     GENU_VALUE_TRANSFORM, "skewX (10) skewY(-10)", "skewX(10) skewY(-10)" },
  { "transform-empty",    GENU_VALUE_TRANSFORM, "", "" },
  { "transform-none",     GENU_VALUE_TRANSFORM, "none", "" },
  { "transform-count",    GENU_VALUE_TRANSFORM, "rotate(3 4)", NULL },
  { "transform-no-args",  GENU_VALUE_TRANSFORM, "scale()", NULL },
  { "transform-name",     GENU_VALUE_TRANSFORM, "Translate(1)", NULL },
  { "transform-open",     GENU_VALUE_TRANSFORM, "translate(1", NULL },
  { "transform-comma",    GENU_VALUE_TRANSFORM, "translate(1,)", NULL },
  { "transform-end",      GENU_VALUE_TRANSFORM, "translate(1),", NULL },
  { "transform-nan",      GENU_VALUE_TRANSFORM, "translate(nan)", NULL },
};

static void
test_parse (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuValue) value = genu_value_parse (parse_cases[i].type, parse_cases[i].text,
                                                 &context);
  g_autoptr(GenuValue) again = NULL;
  g_autofree char *printed = NULL;

  if (parse_cases[i].printed == NULL)
    {
      g_assert_null (value);
      return;
    }
  g_assert_nonnull (value);
  g_assert_cmpint (genu_value_get_value_type (value), ==, parse_cases[i].type);
  printed = genu_value_to_string (value);
  g_assert_cmpstr (printed, ==, parse_cases[i].printed);

  /* What is printed means what was parsed. */
  again = genu_value_parse (parse_cases[i].type, printed, &context);
  g_assert_nonnull (again);
  g_clear_pointer (&printed, g_free);
  printed = genu_value_to_string (again);
  g_assert_cmpstr (printed, ==, parse_cases[i].printed);
}

static const struct
{
  const char   *name;
  GenuValueType type;
  const char   *from, *to;
  double        fraction;
  const char   *printed;
  gboolean      smooth; /* genu_value_can_interpolate() */
} mix_cases[] = {
  { "string-before",   GENU_VALUE_STRING, "a", "b", 0.49, "a", FALSE },
  { "string-after",    GENU_VALUE_STRING, "a", "b", 0.5, "b", FALSE },
  { "number",          GENU_VALUE_NUMBER, "1", "2", 0.25, "1.25", TRUE },
  { "number-end",      GENU_VALUE_NUMBER, "0.1", "0.3", 1, "0.3", TRUE },
  { "integer",         GENU_VALUE_INTEGER, "1", "3", 0.3, "2", TRUE },
  { "length-units",    GENU_VALUE_LENGTH, "1in", "0", 0.5, "48", TRUE },
  { "angle",           GENU_VALUE_ANGLE, "0", "90", 0.5, "45", TRUE },
  { "angle-word",      GENU_VALUE_ANGLE, "0", "auto", 0.6, "auto", FALSE },
  { "color",           GENU_VALUE_COLOR, "#000", "#fff", 0.5, "rgb(128, 128, 128)", TRUE },
  { "color-alpha",     GENU_VALUE_COLOR, "rgba(0,0,0,0)", "#fff", 0.2,
    "rgba(51, 51, 51, 0.2)", TRUE },
  { "paint",           GENU_VALUE_PAINT, "red", "blue", 0.5, "rgb(128, 0, 128)", TRUE },
  { "paint-none",      GENU_VALUE_PAINT, "none", "blue", 0.4, "none", FALSE },
  { "paint-url",       GENU_VALUE_PAINT, "url(#a)", "url(#b)", 0.7, "url(#b)", FALSE },
  { "numbers",         GENU_VALUE_NUMBER_LIST, "0 0 10 10", "10 0 20 20", 0.5, "5 0 15 15", TRUE },
  { "numbers-unequal", GENU_VALUE_NUMBER_LIST, "0 0", "1 2 3", 0.4, "0 0", FALSE },
  { "pair",            GENU_VALUE_NUMBER_PAIR, "2", "4 8", 0.5, "3 5", TRUE },
  { "lengths",         GENU_VALUE_LENGTH_LIST, "2 4", "4 8", 0.5, "3 6", TRUE },
  { "lengths-unequal", GENU_VALUE_LENGTH_LIST, "2 4", "4 8 1", 0.5, "4 8 1", FALSE },
  { "lengths-none",    GENU_VALUE_LENGTH_LIST, "none", "4 8", 0.5, "2 4", TRUE },
  { "lengths-to-none", GENU_VALUE_LENGTH_LIST, "4 8", "none", 0.6, "none", FALSE },
  { "points",          GENU_VALUE_POINTS, "0,0 10,10", "10,0 0,20", 0.1, "1,0 9,11", TRUE },
  { "path",            GENU_VALUE_PATH, "M0 0L10 0", "M10 0L10 10", 0.5, "M5 0 L10 5", TRUE },
  { "path-mixed",      GENU_VALUE_PATH, "M10 10L20 10", "m0 0l40 20", 0.5, "M5 5 L30 15", TRUE },
  { "path-relative",   GENU_VALUE_PATH, "m1 1l2 2", "m3 3l4 4", 0.5, "m2 2 l3 3", TRUE },
  { "path-mixed-hv",   GENU_VALUE_PATH, "M1 2h4v6", "M1 2H5V8", 0.5, "M1 2 H5 V8", TRUE },
  { "path-mixed-z",    GENU_VALUE_PATH, "m5 5h1zl1 1", "M5 5H6ZL6 6", 0.5, "M5 5 H6 Z L6 6", TRUE },
  { "path-commands",   GENU_VALUE_PATH, "M0 0L10 0", "M0 0H10", 0.4, "M0 0 L10 0", FALSE },
  { "path-longer",     GENU_VALUE_PATH, "M0 0L10 0", "M0 0L1 1L2 2", 0.6, "M0 0 L1 1 L2 2", FALSE },
  { "path-flags",      GENU_VALUE_PATH, "M0 0A1 1 0 0 1 2 0", "M0 0A1 3 0 1 0 2 0", 0.5,
    "M0 0 A1 2 0 1 0 2 0", TRUE },
  { "path-flags-low",  GENU_VALUE_PATH, "M0 0A1 1 0 0 1 2 0", "M0 0A1 3 0 1 0 2 0", 0.25,
    "M0 0 A1 1.5 0 0 1 2 0", TRUE },
  { "transform",       GENU_VALUE_TRANSFORM, "rotate(0)", "rotate(360 10 20)", 0.5,
    "rotate(180 5 10)", TRUE },
  { "transform-types", GENU_VALUE_TRANSFORM, "rotate(0)", "scale(2)", 0.2, "rotate(0)", FALSE },
  { "transform-list",  GENU_VALUE_TRANSFORM, "translate(1 2) scale(1)", "translate(3 2) scale(3)",
    0.5, "translate(2 2) scale(2 2)", TRUE },
};

static void
test_mix (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuValue) from = genu_value_parse (mix_cases[i].type, mix_cases[i].from, &context);
  g_autoptr(GenuValue) to = genu_value_parse (mix_cases[i].type, mix_cases[i].to, &context);
  g_autoptr(GenuValue) value = genu_value_interpolate (from, to, mix_cases[i].fraction);
  g_autoptr(GenuValue) start = genu_value_interpolate (from, to, 0);
  g_autoptr(GenuValue) end = genu_value_interpolate (from, to, 1);
  g_autofree char *printed = print (value);
  g_autofree char *end_printed = print (end);
  g_autofree char *to_printed = print (to);

  g_assert_cmpint (genu_value_can_interpolate (from, to), ==, mix_cases[i].smooth);
  g_assert_cmpstr (printed, ==, mix_cases[i].printed);
  g_assert_cmpint (genu_value_get_value_type (value), ==, mix_cases[i].type);
  if (strcmp (mix_cases[i].name, "lengths-none") != 0
      && strstr (mix_cases[i].name, "mixed") == NULL)
    {
      g_assert_true (genu_value_equal (start, from));
      g_assert_true (genu_value_equal (end, to));
      g_assert_cmpstr (end_printed, ==, to_printed);
    }
}

static const struct
{
  const char   *name;
  GenuValueType type;
  const char   *a, *b, *sum;
} add_cases[] = {
  { "string",          GENU_VALUE_STRING, "a", "b", "b" },
  { "number",          GENU_VALUE_NUMBER, "1", "2.5", "3.5" },
  { "length",          GENU_VALUE_LENGTH, "1in", "4", "100" },
  { "color",           GENU_VALUE_COLOR, "#102030", "#010203", "rgb(17, 34, 51)" },
  { "color-over",      GENU_VALUE_COLOR, "#ff0000", "#ff0000", "rgb(255, 0, 0)" },
  { "paint-none",      GENU_VALUE_PAINT, "none", "red", "rgb(255, 0, 0)" },
  { "numbers",         GENU_VALUE_NUMBER_LIST, "1 2", "3 4", "4 6" },
  { "numbers-unequal", GENU_VALUE_NUMBER_LIST, "1 2", "3", "3" },
  { "points",          GENU_VALUE_POINTS, "1,2", "3,4", "4,6" },
  { "path",            GENU_VALUE_PATH, "M1 2L3 4", "M1 1L1 1", "M2 3 L4 5" },
  { "path-flags",      GENU_VALUE_PATH, "M0 0A1 1 0 0 1 2 0", "M0 0A1 1 0 1 0 2 0",
    "M0 0 A2 2 0 1 1 4 0" },
  { "path-other",      GENU_VALUE_PATH, "M1 2", "M1 1L1 1", "M1 1 L1 1" },
  { "scale",           GENU_VALUE_TRANSFORM, "scale(1 2)", "scale(2)", "scale(3 4)" },
  { "rotate",          GENU_VALUE_TRANSFORM, "rotate(10 1 2)", "rotate(5 1 1)", "rotate(15 2 3)" },
  { "other-transform", GENU_VALUE_TRANSFORM, "rotate(10)", "scale(2)", "scale(2 2)" },
};

static void
test_add (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuValue) a = genu_value_parse (add_cases[i].type, add_cases[i].a, &context);
  g_autoptr(GenuValue) b = genu_value_parse (add_cases[i].type, add_cases[i].b, &context);
  g_autoptr(GenuValue) sum = genu_value_add (a, b);
  g_autofree char *printed = print (sum);

  g_assert_cmpstr (printed, ==, add_cases[i].sum);
}

static const struct
{
  const char   *name;
  GenuValueType type;
  const char   *a, *product;
} scale_cases[] = {
  { "string",    GENU_VALUE_STRING, "a", "a" },
  { "number",    GENU_VALUE_NUMBER, "2", "5" },
  { "color",     GENU_VALUE_COLOR, "rgba(10, 20, 200, 0.2)", "rgba(25, 50, 255, 0.5)" },
  { "numbers",   GENU_VALUE_NUMBER_LIST, "2 4", "5 10" },
  { "none",      GENU_VALUE_LENGTH_LIST, "none", "none" },
  { "path",      GENU_VALUE_PATH, "M2 4A2 2 10 1 0 4 4", "M5 10 A5 5 25 1 0 10 10" },
  { "transform", GENU_VALUE_TRANSFORM, "scale(2 4)", "scale(5 10)" },
};

static void
test_scale (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuValue) a = genu_value_parse (scale_cases[i].type, scale_cases[i].a, &context);
  g_autoptr(GenuValue) product = genu_value_scale (a, 2.5);
  g_autofree char *printed = print (product);

  g_assert_cmpstr (printed, ==, scale_cases[i].product);
}

static const struct
{
  const char   *name;
  GenuValueType type;
  const char   *a, *b;
  double        distance; /* -1: none */
} distance_cases[] = {
  { "number",    GENU_VALUE_NUMBER, "5", "2", 3 },
  { "length",    GENU_VALUE_LENGTH, "1in", "90", 6 },
  { "color",     GENU_VALUE_COLOR, "rgb(0,0,0)", "rgb(2,3,6)", 7 },
  { "translate", GENU_VALUE_TRANSFORM, "translate(1 1)", "translate(4 5)", 5 },
  { "rotate",    GENU_VALUE_TRANSFORM, "rotate(10)", "rotate(-20)", 30 },
  { "types",     GENU_VALUE_TRANSFORM, "rotate(10)", "scale(2)", -1 },
  { "string",    GENU_VALUE_STRING, "a", "b", -1 },
  { "paint",     GENU_VALUE_PAINT, "none", "red", -1 },
  { "path",      GENU_VALUE_PATH, "M0 0", "M1 1", -1 },
  { "points",    GENU_VALUE_POINTS, "0,0", "1,1", -1 },
};

static void
test_distance (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuValue) a = genu_value_parse (distance_cases[i].type, distance_cases[i].a, &context);
  g_autoptr(GenuValue) b = genu_value_parse (distance_cases[i].type, distance_cases[i].b, &context);
  double distance = -1;

  g_assert_cmpint (genu_value_get_distance (a, b, &distance), ==, distance_cases[i].distance >= 0);
  g_assert_cmpfloat_with_epsilon (distance, distance_cases[i].distance, 1e-9);
}

static const struct
{
  const char   *name;
  GenuValueType type;
  const char   *a, *b;
  gboolean      equal;
} equal_cases[] = {
  { "number",     GENU_VALUE_NUMBER, "1.0", "1", TRUE },
  { "number-not", GENU_VALUE_NUMBER, "1.0", "1.1", FALSE },
  { "color",      GENU_VALUE_COLOR, "red", "#f00", TRUE },
  { "color-not",  GENU_VALUE_COLOR, "red", "#f00e", FALSE },
  { "paint-not",  GENU_VALUE_PAINT, "red", "none", FALSE },
  { "string-not", GENU_VALUE_STRING, "a", "A", FALSE },
  { "list-not",   GENU_VALUE_NUMBER_LIST, "1 2", "1 2 3", FALSE },
  { "path",       GENU_VALUE_PATH, "M1 2 3 4", "M1,2L3,4", TRUE },
  { "path-not",   GENU_VALUE_PATH, "M1 2 3 4", "M1,2L3,5", FALSE },
  { "path-case",  GENU_VALUE_PATH, "M1 2", "m1 2", FALSE },
  { "transform",  GENU_VALUE_TRANSFORM, "scale(2)", "scale(2,2)", TRUE },
  { "trans-not",  GENU_VALUE_TRANSFORM, "scale(2)", "translate(2,2)", FALSE },
};

static void
test_equal (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuValue) a = genu_value_parse (equal_cases[i].type, equal_cases[i].a, &context);
  g_autoptr(GenuValue) b = genu_value_parse (equal_cases[i].type, equal_cases[i].b, &context);

  g_assert_cmpint (genu_value_equal (a, b), ==, equal_cases[i].equal);
  g_assert_cmpint (genu_value_equal (b, a), ==, equal_cases[i].equal);
  g_assert_true (genu_value_equal (a, a));
  g_assert_false (genu_value_equal (a, NULL));
}

/* A sum may leave 0 … 255 on its way: it is clamped when printed, not before. */
static void
test_color_unclamped (void)
{
  g_autoptr(GenuValue) red = genu_value_parse (GENU_VALUE_COLOR, "#c80000", &context);
  g_autoptr(GenuValue) three = genu_value_scale (red, 3);
  g_autoptr(GenuValue) minus = genu_value_scale (red, -2.5);
  g_autoptr(GenuValue) half = genu_value_add (three, minus);
  g_autofree char *printed = genu_value_to_string (three);
  g_autofree char *half_printed = genu_value_to_string (half);
  guint32 rgba;

  g_assert_cmpstr (printed, ==, "rgb(255, 0, 0)");
  g_assert_cmpstr (half_printed, ==, "rgba(100, 0, 0, 0.5)");
  g_assert_true (genu_value_get_rgba (half, &rgba));
  g_assert_cmphex (rgba, ==, 0x64000080);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (parse_cases, "/svg/value/parse/", test_parse);
  ADD_CASES (mix_cases, "/svg/value/interpolate/", test_mix);
  ADD_CASES (add_cases, "/svg/value/add/", test_add);
  ADD_CASES (scale_cases, "/svg/value/scale/", test_scale);
  ADD_CASES (distance_cases, "/svg/value/distance/", test_distance);
  ADD_CASES (equal_cases, "/svg/value/equal/", test_equal);
  g_test_add_func ("/svg/value/color-unclamped", test_color_unclamped);

  return g_test_run ();
}
