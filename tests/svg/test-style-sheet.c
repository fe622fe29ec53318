/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selectors and the recovery of CSS from what is broken. */

#include "config.h"

#include "genu-limits.h"
#include "genu-style-selector.h"
#include "genu-style-sheet.h"
#include "svg-fixture.h"
#include "../test-cases.h"

/* The element tested is #t. */
#define TREE \
  "<g id='outer' class='layer bone'><g id='inner'><path id='s'/><path id='t' " \
  "class='thin  red' data-part='femur-left' lang='en-GB'/></g></g>"

/* specificity: -1 when the selector is not valid */
static const struct
{
  const char *name, *text;
  gboolean    matches;
  int         specificity;
} selector_cases[] = {
  { "type",             "path", TRUE, 0x1 },
  { "type-other",       "rect", FALSE, 0x1 },
  { "type-case",        "PATH", FALSE, 0x1 },
  { "any",              "*", TRUE, 0 },
  { "id",               "#t", TRUE, 0x10000 },
  { "id-other",         "#s", FALSE, 0x10000 },
  { "class",            ".red", TRUE, 0x100 },
  { "class-part",       ".re", FALSE, 0x100 },
  { "classes",          ".red.thin", TRUE, 0x200 },
  { "compound",         "path.red#t", TRUE, 0x10101 },
  { "any-class",        "*.red", TRUE, 0x100 },
  { "attribute",        "[lang]", TRUE, 0x100 },
  { "attribute-none",   "[x]", FALSE, 0x100 },
  { "attribute-is",     "[lang=en-GB]", TRUE, 0x100 },
  { "attribute-quoted", "[ lang = \"en-GB\" ]", TRUE, 0x100 },
  { "attribute-not",    "[lang='en']", FALSE, 0x100 },
  { "attribute-word",   "[class~=thin]", TRUE, 0x100 },
  { "attribute-dash",   "[lang|=en]", TRUE, 0x100 },
  { "attribute-start",  "[data-part^=femur]", TRUE, 0x100 },
  { "attribute-end",    "[data-part$=left]", TRUE, 0x100 },
  { "attribute-inside", "[data-part*=r-l]", TRUE, 0x100 },
  { "attribute-empty",  "[data-part*='']", FALSE, 0x100 },
  { "descendant",       "svg path", TRUE, 0x2 },
  { "descendant-far",   ".layer path", TRUE, 0x101 },
  { "descendant-none",  "path path", FALSE, 0x2 },
  { "child",            "#inner > path", TRUE, 0x10001 },
  { "child-far",        "#outer > path", FALSE, 0x10001 },
  { "child-tight",      "#inner>path", TRUE, 0x10001 },
  { "mixed",            "svg > g path", TRUE, 0x3 },
  { "retry",            "svg > g path", TRUE, 0x3 },
  { "retry-child",      "#outer > g > path", TRUE, 0x10002 },
  { "too-many-parents", "g g g path", FALSE, 0x4 },
  { "root",             ":root path", TRUE, 0x101 },
  { "first-child",      "path:first-child", FALSE, 0x101 },
  { "last-child",       "path:last-child", TRUE, 0x101 },
  { "hover",            "path:hover", FALSE, 0x101 },
  { "empty",            "", FALSE, -1 },
  { "number",           "1", FALSE, -1 },
  { "dot",              ".", FALSE, -1 },
  { "class-number",     ".1", FALSE, -1 },
  { "bracket-open",     "[lang", FALSE, -1 },
  { "string-open",      "[lang='en", FALSE, -1 },
  { "bracket-empty",    "[]", FALSE, -1 },
  { "operator",         "[lang!=en]", FALSE, -1 },
  { "pseudo-unknown",   ":not(g)", FALSE, -1 },
  { "pseudo-element",   "path::before", FALSE, -1 },
  { "sibling",          "path + path", FALSE, -1 },
  { "child-last",       "g >", FALSE, -1 },
  { "child-first",      "> g", FALSE, -1 },
  { "child-twice",      "g > > path", FALSE, -1 },
  { "type-twice",       ".red path.red*", FALSE, -1 },
};

static void
test_selector (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuSvgDocument) document = fixture_load (TREE);
  g_autoptr(GenuStyleSelector) selector = genu_style_selector_parse (selector_cases[i].text);

  if (selector_cases[i].specificity < 0)
    {
      g_assert_null (selector);
      return;
    }
  g_assert_nonnull (selector);
  g_assert_cmphex (genu_style_selector_get_specificity (selector), ==,
                   (guint) selector_cases[i].specificity);
  g_assert_cmpint (genu_style_selector_matches (
                     selector, genu_svg_document_get_element (document, "t")),
                   ==, selector_cases[i].matches);
}

/* printed: the declarations that apply to #t, weakest first, "name=value" or "name!value". */
static const struct { const char *name, *css, *printed; } sheet_cases[] = {
  { "one",              "path { fill: red }", "fill=red" },
  { "several",          "path{fill:red;stroke : blue ;}", "fill=red stroke=blue" },
  { "order",            "path{fill:a} path{fill:b}", "fill=a fill=b" },
  { "specificity",      "#t{fill:a} .red{fill:b} path{fill:c}", "fill=c fill=b fill=a" },
  { "group",            "rect, path , #s { fill: a }", "fill=a" },
  { "group-broken",     "path, 5 { fill: a } path { fill: b }", "fill=b" },
  { "important",        "path { fill: a !important; stroke: b ! IMPORTANT }", "fill!a stroke!b" },
  { "comments",         "/* x */ path /* { */ { fill: /* } */ a } /* open", "fill=a" },
  { "upper-case-name",  "path { FILL: a }", "fill=a" },
  { "at-import",        "@import url('a;b.css'); path { fill: a }", "fill=a" },
  { "at-media",         "@media print { path { fill: a } #t { fill: b } } path { fill: c }",
    "fill=c" },
  { "at-open",          "@media print { path { fill: a }", "" },
  { "html-comment",     "<!-- path { fill: a } -->", "fill=a" },
  { "no-colon",         "path { fill a; stroke: b }", "stroke=b" },
  { "no-value",         "path { fill:; stroke: b }", "stroke=b" },
  { "no-name",          "path { : a; stroke: b }", "stroke=b" },
  { "string-semicolon", "path { font-family: 'a;b}'; fill: c }", "font-family='a;b}' fill=c" },
  { "url-semicolon",    "path { mask: url(data:a;b) ; fill: c }", "mask=url(data:a;b) fill=c" },
  { "nested-block",     "path { fill { a: b } ; stroke: c }", "stroke=c" },
  { "brace-open",       "path { fill: a", "fill=a" },
  { "brace-extra",      "path { fill: a } } rect { } path { stroke: b }",
    "fill=a stroke=b" },
  { "parens-open",      "path { fill: rgb(1,2; } path { stroke: b }",
    "fill=rgb(1,2; } path { stroke: b }" },
  { "no-block",         "path", "" },
  { "garbage",          "}}}} ;;; {{{", "" },
};

static void
test_sheet (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuSvgDocument) document = fixture_load (TREE);
  g_autoptr(GenuStyleSheet) sheet = genu_style_sheet_new ();
  g_autoptr(GPtrArray) all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) genu_declaration_free);
  g_autoptr(GString) printed = g_string_new (NULL);

  genu_style_sheet_add (sheet, sheet_cases[i].css);
  genu_style_sheet_match (sheet, genu_svg_document_get_element (document, "t"), all);
  for (guint k = 0; k < all->len; k++)
    {
      const GenuDeclaration *declaration = g_ptr_array_index (all, k);

      g_string_append_printf (printed, "%s%s%c%s", k > 0 ? " " : "", declaration->name,
                              declaration->is_important ? '!' : '=', declaration->value);
    }
  g_assert_cmpstr (printed->str, ==, sheet_cases[i].printed);
}

/* A sheet of very many rules, and one rule of very many brackets. */
static void
test_limits (void)
{
  g_autoptr(GenuStyleSheet) sheet = genu_style_sheet_new ();
  g_autoptr(GPtrArray) all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) genu_declaration_free);
  g_autoptr(GenuSvgDocument) document = fixture_load (TREE);
  g_autoptr(GString) css = g_string_new (NULL);
  g_autofree char *brackets = g_strnfill (1024 * 1024, '(');

  for (guint i = 0; i < GENU_LIMIT_STYLE_RULES + 100; i++)
    g_string_append (css, "*{fill:a}");
  genu_style_sheet_add (sheet, css->str);
  genu_style_sheet_add (sheet, brackets);
  genu_style_sheet_match (sheet, genu_svg_document_get_element (document, "t"), all);
  g_assert_cmpuint (all->len, ==, GENU_LIMIT_STYLE_RULES);
}

/* One selector of a thousand parts is refused rather than matched at length. */
static void
test_long_selector (void)
{
  g_autoptr(GString) descendants = g_string_new ("g");
  g_autoptr(GString) classes = g_string_new ("g");

  for (guint i = 0; i < 1000; i++)
    {
      g_string_append (descendants, " g");
      g_string_append (classes, ".a");
    }
  g_assert_null (genu_style_selector_parse (descendants->str));
  g_assert_null (genu_style_selector_parse (classes->str));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (selector_cases, "/svg/style-sheet/selector/", test_selector);
  ADD_CASES (sheet_cases, "/svg/style-sheet/rules/", test_sheet);
  g_test_add_func ("/svg/style-sheet/limits", test_limits);
  g_test_add_func ("/svg/style-sheet/long-selector", test_long_selector);

  return g_test_run ();
}
