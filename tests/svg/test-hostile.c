/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random text, made of the pieces that the grammars know, against every parser.  Nothing may crash,
 * and what is accepted must print as something that is accepted again and means the same. */

#include "config.h"

#include <math.h>

#include "genu-path.h"
#include "genu-style-selector.h"
#include "genu-style-sheet.h"
#include "genu-value.h"

#define N_ROUNDS 20000

static const char *const pieces[] = {
  "0", "1", "-1", "+.5", "1e3", "1e400", "1e-400", "1e", ".", "-", "+", ",", " ", "\t", "%", "px",
  "em", "Q", "nan", "inf", "0x1", "#", "#abc", "#12345678", "rgb(", "hsla(", "rgb(1,2,3)", ")", "(",
  "/", "red", "none", "url(#a)", "currentColor", "translate(", "scale(2)", "rotate(1 2 3)",
  "matrix(", "M", "m1 1", "L", "h", "V2", "C1 2 3 4 5 6", "s", "Q", "t", "A1 1 0 0 1 5 5",
  "a1 1 0 11", "Z", "z", "deg", "auto", "normal", "{", "}", ";", ":", "fill:red", "!important",
  "/*", "*/", "\"", "'", "[", "]", "=", ">", "*", ".a", "@media", "<!--", "\xc3\xa9", "\xff",
  "999999999999999999999999",
};

static char *
make_text (void)
{
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 12);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static void
check_value (GenuValue *value)
{
  g_autofree char *printed = genu_value_to_string (value);
  g_autofree char *printed_again = NULL;
  g_autoptr(GenuValue) again = genu_value_parse (genu_value_get_value_type (value), printed, NULL);
  g_autoptr(GenuValue) half = genu_value_scale (value, 0.5);
  g_autoptr(GenuValue) sum = genu_value_add (half, half);
  g_autoptr(GenuValue) between = genu_value_interpolate (value, half, 0.5);
  g_autofree char *between_printed = genu_value_to_string (between);
  double distance = 0;

  g_assert_nonnull (again);
  printed_again = genu_value_to_string (again);
  g_assert_cmpstr (printed, ==, printed_again);
  g_assert_true (genu_value_equal (value, value));
  if (genu_value_get_distance (value, sum, &distance))
    g_assert_true (distance >= 0);
}

static void
test_values (gconstpointer data)
{
  GenuValueType type = (GenuValueType) GPOINTER_TO_INT (data);
  guint n_valid = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *text = make_text ();
      g_autoptr(GenuValue) value = genu_value_parse (type, text, NULL);

      if (value == NULL)
        continue;
      n_valid++;
      check_value (value);
    }
  /* The text is not so random that nothing is tested. */
  g_assert_cmpuint (n_valid, >, N_ROUNDS / 1000);
}

static void
test_paths (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *tail = make_text ();
      g_autofree char *text = g_strconcat ("M1 2 ", tail, NULL);
      g_autoptr(GArray) segments = genu_path_parse (text, NULL);
      g_autoptr(GArray) piece_array = genu_path_normalize (segments);

      g_assert_cmpuint (segments->len, >, 0);
      for (guint k = 0; k < piece_array->len; k++)
        {
          const GenuPathPiece *piece = &g_array_index (piece_array, GenuPathPiece, k);

          g_assert_true (isfinite (piece->points[0].x) && isfinite (piece->points[0].y));
        }
    }
}

static void
test_styles (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *text = make_text ();
      g_autoptr(GPtrArray) declarations = genu_declarations_parse (text);
      g_autoptr(GenuStyleSelector) selector = genu_style_selector_parse (text);
      g_autoptr(GenuStyleSheet) sheet = genu_style_sheet_new ();

      genu_style_sheet_add (sheet, text);
      for (guint k = 0; k < declarations->len; k++)
        {
          const GenuDeclaration *declaration = g_ptr_array_index (declarations, k);

          g_assert_true (declaration->name[0] != '\0' && declaration->value[0] != '\0');
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (int type = GENU_VALUE_STRING; type <= GENU_VALUE_NUMBER_PAIR; type++)
    {
      g_autofree char *path = g_strdup_printf ("/svg/hostile/value/%d", type);

      g_test_add_data_func (path, GINT_TO_POINTER (type), test_values);
    }
  g_test_add_func ("/svg/hostile/paths", test_paths);
  g_test_add_func ("/svg/hostile/styles", test_styles);

  return g_test_run ();
}
