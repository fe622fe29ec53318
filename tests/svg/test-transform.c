/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Transforms: items of animateTransform, products of lists, and sums of lists. */

#include "config.h"

#include "genu-limits.h"
#include "genu-value.h"
#include "../test-cases.h"

static const struct
{
  const char       *name;
  GenuTransformType type;
  const char       *text, *printed;
} item_cases[] = {
  { "translate",     GENU_TRANSFORM_TRANSLATE, "10, 20", "translate(10 20)" },
  { "translate-x",   GENU_TRANSFORM_TRANSLATE, "10", "translate(10 0)" },
  { "translate-3",   GENU_TRANSFORM_TRANSLATE, "10 20 30", NULL },
  { "scale",         GENU_TRANSFORM_SCALE, "2", "scale(2 2)" },
  { "scale-xy",      GENU_TRANSFORM_SCALE, "2 3", "scale(2 3)" },
  { "rotate",        GENU_TRANSFORM_ROTATE, "45", "rotate(45)" },
  { "rotate-center", GENU_TRANSFORM_ROTATE, "45 10 20", "rotate(45 10 20)" },
  { "rotate-2",      GENU_TRANSFORM_ROTATE, "45 10", NULL },
  { "skew-x",        GENU_TRANSFORM_SKEW_X, "30", "skewX(30)" },
  { "skew-y",        GENU_TRANSFORM_SKEW_Y, " 30 ", "skewY(30)" },
  { "skew-2",        GENU_TRANSFORM_SKEW_X, "30 1", NULL },
  { "matrix",        GENU_TRANSFORM_MATRIX, "1 0 0 1 5 6", "matrix(1 0 0 1 5 6)" },
  { "empty",         GENU_TRANSFORM_SCALE, "", NULL },
  { "unit",          GENU_TRANSFORM_ROTATE, "45deg", NULL },
  { "list",          GENU_TRANSFORM_ROTATE, "rotate(45)", NULL },
  { "huge",          GENU_TRANSFORM_SCALE, "1e400", NULL },
};

static void
test_item (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuValue) value = genu_value_parse_transform_item (item_cases[i].type,
                                                                item_cases[i].text);
  g_autofree char *printed = value != NULL ? genu_value_to_string (value) : NULL;

  g_assert_cmpstr (printed, ==, item_cases[i].printed);
}

static const struct { const char *name, *text; GenuMatrix matrix; } matrix_cases[] = {
  { "empty",         "",                           { 1, 0, 0, 1, 0, 0 } },
  { "translate",     "translate(3 4)",             { 1, 0, 0, 1, 3, 4 } },
  { "scale",         "scale(2 3)",                 { 2, 0, 0, 3, 0, 0 } },
  { "rotate",        "rotate(90)",                 { 0, 1, -1, 0, 0, 0 } },
  { "rotate-center", "rotate(90 10 20)",           { 0, 1, -1, 0, 30, 10 } },
  { "skew-x",        "skewX(45)",                  { 1, 0, 1, 1, 0, 0 } },
  { "skew-y",        "skewY(45)",                  { 1, 1, 0, 1, 0, 0 } },
  { "matrix",        "matrix(1 2 3 4 5 6)",        { 1, 2, 3, 4, 5, 6 } },
  { "left-is-outer", "translate(10 0) scale(2)",   { 2, 0, 0, 2, 10, 0 } },
  { "right-is-inner", "scale(2) translate(10 0)",  { 2, 0, 0, 2, 20, 0 } },
};

static void
assert_matrix (const GenuValue  *value,
               const GenuMatrix *expected)
{
  GenuMatrix matrix = genu_value_get_matrix (value);

  g_assert_cmpfloat_with_epsilon (matrix.a, expected->a, 1e-12);
  g_assert_cmpfloat_with_epsilon (matrix.b, expected->b, 1e-12);
  g_assert_cmpfloat_with_epsilon (matrix.c, expected->c, 1e-12);
  g_assert_cmpfloat_with_epsilon (matrix.d, expected->d, 1e-12);
  g_assert_cmpfloat_with_epsilon (matrix.e, expected->e, 1e-12);
  g_assert_cmpfloat_with_epsilon (matrix.f, expected->f, 1e-12);
}

static void
test_matrix (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuValue) value = genu_value_parse (GENU_VALUE_TRANSFORM, matrix_cases[i].text, NULL);

  assert_matrix (value, &matrix_cases[i].matrix);
}

static void
test_concat (void)
{
  GenuMatrix motion = { 1, 0, 0, 1, 7, 8 };
  g_autoptr(GenuValue) outer = genu_value_new_matrix (&motion);
  g_autoptr(GenuValue) inner = genu_value_parse (GENU_VALUE_TRANSFORM, "scale(2) rotate(90)", NULL);
  g_autoptr(GenuValue) both = genu_value_concat_transform (outer, inner);
  g_autoptr(GenuValue) text = genu_value_parse (GENU_VALUE_STRING, "x", NULL);
  g_autoptr(GenuValue) alone = genu_value_concat_transform (text, inner);
  g_autofree char *printed = genu_value_to_string (both);

  g_assert_cmpstr (printed, ==, "matrix(1 0 0 1 7 8) scale(2 2) rotate(90)");
  assert_matrix (both, &(GenuMatrix) { 0, 2, -2, 0, 7, 8 });
  g_assert_true (genu_value_equal (alone, inner));
}

static void
test_no_matrix (void)
{
  g_autoptr(GenuValue) value = genu_value_parse (GENU_VALUE_NUMBER, "5", NULL);

  assert_matrix (value, &GENU_MATRIX_IDENTITY);
  g_assert_cmpfloat (genu_value_get_number (value), ==, 5);
}

static void
test_limit (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GenuValue) most = NULL;

  for (guint i = 0; i < GENU_LIMIT_LIST; i++)
    g_string_append (text, "scale(1)");
  most = genu_value_parse (GENU_VALUE_TRANSFORM, text->str, NULL);
  g_assert_nonnull (most);
  g_string_append (text, "scale(1)");
  g_assert_null (genu_value_parse (GENU_VALUE_TRANSFORM, text->str, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (item_cases, "/svg/transform/item/", test_item);
  ADD_CASES (matrix_cases, "/svg/transform/matrix/", test_matrix);
  g_test_add_func ("/svg/transform/concat", test_concat);
  g_test_add_func ("/svg/transform/no-matrix", test_no_matrix);
  g_test_add_func ("/svg/transform/limit", test_limit);

  return g_test_run ();
}
