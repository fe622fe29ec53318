/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of what SVG animates. */

#include "config.h"

#include <string.h>

#include "genu-attribute-private.h"

static const struct { const char *element, *name; int type; } cases[] = {
  { "rect", "x", GENU_VALUE_LENGTH },
  { "text", "x", GENU_VALUE_LENGTH_LIST },
  { "fePointLight", "x", GENU_VALUE_NUMBER },
  { "text", "rotate", GENU_VALUE_NUMBER_LIST },
  { "path", "d", GENU_VALUE_PATH },
  { "polygon", "points", GENU_VALUE_POINTS },
  { "g", "transform", GENU_VALUE_TRANSFORM },
  { "linearGradient", "gradientTransform", GENU_VALUE_TRANSFORM },
  { "pattern", "patternTransform", GENU_VALUE_TRANSFORM },
  { "stop", "offset", GENU_VALUE_NUMBER },
  { "stop", "stop-color", GENU_VALUE_COLOR },
  { "g", "fill", GENU_VALUE_PAINT },
  { "g", "font-size", GENU_VALUE_LENGTH },
  { "path", "stroke-dasharray", GENU_VALUE_LENGTH_LIST },
  { "svg", "viewBox", GENU_VALUE_NUMBER_LIST },
  { "marker", "orient", GENU_VALUE_ANGLE },
  { "feGaussianBlur", "stdDeviation", GENU_VALUE_NUMBER_PAIR },
  { "feTurbulence", "numOctaves", GENU_VALUE_INTEGER },
  { "feColorMatrix", "values", GENU_VALUE_NUMBER_LIST },
  { "feConvolveMatrix", "preserveAlpha", GENU_VALUE_STRING },
  { "use", "href", GENU_VALUE_STRING },
  { "use", "xlink:href", GENU_VALUE_STRING },
  { "anything", "class", GENU_VALUE_STRING },
  { "rect", "cx", -1 },
  { "rect", "d", -1 },
  { "rect", "href", -1 },
  { "rect", "id", -1 },
  { "rect", "style", -1 },
  { "rect", "onclick", -1 },
  { "rect", "", -1 },
  { "", "rect x", -1 },
  { "linearGradient", "transform", -1 },
  { "animate", "dur", -1 },
};

static void
test_lookup (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const GenuAttribute *attribute = genu_attribute_lookup (cases[i].element, cases[i].name);

  g_assert_cmpint (attribute != NULL ? (int) attribute->type : -1, ==, cases[i].type);
}

static void
test_properties (void)
{
  g_assert_true (genu_attribute_get_property ("fill")->is_inherited);
  g_assert_false (genu_attribute_get_property ("opacity")->is_inherited);
  g_assert_true (genu_attribute_lookup ("rect", "fill")->is_property);
  g_assert_false (genu_attribute_lookup ("rect", "x")->is_property);
  g_assert_null (genu_attribute_get_property ("class"));
  g_assert_null (genu_attribute_get_property ("x"));
}

/* Every initial value is a value of its type. */
static void
test_rows (void)
{
  const GenuAttributeRow *rows;
  guint n;

  rows = genu_attribute_get_rows (&n);
  g_assert_cmpuint (n, >, 150);
  for (guint i = 0; i < n; i++)
    {
      const GenuAttribute *attribute = &rows[i].attribute;
      g_autoptr(GenuValue) value = NULL;

      g_assert_cmpint (attribute->is_additive, ==, attribute->type != GENU_VALUE_STRING);
      g_assert_true (!attribute->is_property || rows[i].elements == NULL);
      g_assert_true (!attribute->is_property || attribute->initial[0] != '\0');
      if (attribute->initial[0] == '\0')
        continue;
      value = genu_value_parse (attribute->type, attribute->initial, NULL);
      g_assert_nonnull (value);
    }
}

/* No row is hidden behind another: of two rows with one name and element the second is useless. */
static void
test_no_duplicates (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GenuAttributeRow *rows;
  guint n;

  rows = genu_attribute_get_rows (&n);
  for (guint i = 0; i < n; i++)
    {
      const char *names = rows[i].elements != NULL ? rows[i].elements : "*";
      g_auto(GStrv) elements = g_strsplit (names, " ", -1);

      for (guint k = 0; elements[k] != NULL; k++)
        {
          char *key = g_strdup_printf ("%s %s", elements[k], rows[i].attribute.name);

          g_assert_cmpstr (elements[k], !=, "");
          g_assert_true (g_hash_table_add (seen, key));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/svg/attribute/lookup/%" G_GSIZE_FORMAT "-%s-%s", i,
                                               cases[i].element, cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_lookup);
    }
  g_test_add_func ("/svg/attribute/properties", test_properties);
  g_test_add_func ("/svg/attribute/rows", test_rows);
  g_test_add_func ("/svg/attribute/no-duplicates", test_no_duplicates);

  return g_test_run ();
}
