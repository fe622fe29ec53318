/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cascade: which of several declarations wins, what children inherit, and what relative units
 * refer to.  Each row asks for one attribute of the element #t. */

#include "config.h"

#include "svg-fixture.h"
#include "../test-cases.h"

/* value: as genu_value_to_string() prints it; NULL where there is none */
static const struct { const char *name, *content, *attribute, *value; } cases[] = {
  { "initial",            "<rect id='t'/>", "fill", "rgb(0, 0, 0)" },
  { "attribute",          "<rect id='t' fill='red'/>", "fill", "rgb(255, 0, 0)" },
  { "sheet-beats-attribute", "<style>rect{fill:blue}</style><rect id='t' fill='red'/>", "fill",
    "rgb(0, 0, 255)" },
  { "style-beats-sheet",  "<style>#t{fill:blue}</style><rect id='t' style='fill:lime'/>", "fill",
    "rgb(0, 255, 0)" },
  { "important-beats-style",
    "<style>rect{fill:blue!important}</style><rect id='t' style='fill:lime'/>", "fill",
    "rgb(0, 0, 255)" },
  { "important-style",    "<style>#t{fill:blue!important}</style>"
    "<rect id='t' style='fill:lime !important'/>", "fill", "rgb(0, 255, 0)" },
  { "specificity",        "<style>.c{fill:blue} rect{fill:red}</style><rect id='t' class='c'/>",
    "fill", "rgb(0, 0, 255)" },
  { "two-sheets",         "<style>rect{fill:blue}</style><style>rect{fill:lime}</style>"
    "<rect id='t'/>", "fill", "rgb(0, 255, 0)" },
  { "sheet-later",        "<rect id='t'/><style>rect{fill:blue}</style>", "fill",
    "rgb(0, 0, 255)" },
  { "sheet-other-type",   "<style type='text/x'>rect{fill:blue}</style><rect id='t'/>", "fill",
    "rgb(0, 0, 0)" },
  { "sheet-cdata",        "<style><![CDATA[g > rect{fill:blue}]]></style><g><rect id='t'/></g>",
    "fill", "rgb(0, 0, 255)" },
  { "last-in-style",      "<rect id='t' style='fill:red;fill:blue'/>", "fill", "rgb(0, 0, 255)" },
  { "invalid-in-style",   "<rect id='t' style='fill:red;fill:reddish'/>", "fill",
    "rgb(255, 0, 0)" },
  { "invalid-in-sheet",   "<style>rect{fill:5}</style><rect id='t' fill='red'/>", "fill",
    "rgb(255, 0, 0)" },
  { "invalid-attribute",  "<g fill='blue'><rect id='t' fill='reddish'/></g>", "fill",
    "rgb(0, 0, 255)" },
  { "invalid-width",      "<rect id='t' stroke-width='medium'/>", "stroke-width", "1" },

  { "inherited",          "<g fill='blue'><g><rect id='t'/></g></g>", "fill", "rgb(0, 0, 255)" },
  { "inherited-sheet",    "<style>.c{fill:blue}</style><g class='c'><rect id='t'/></g>", "fill",
    "rgb(0, 0, 255)" },
  { "own-beats-inherited", "<g style='fill:blue !important'><rect id='t' fill='red'/></g>", "fill",
    "rgb(255, 0, 0)" },
  { "not-inherited",      "<g opacity='0.5'><rect id='t'/></g>", "opacity", "1" },
  { "inherit",            "<g opacity='0.5'><rect id='t' opacity='inherit'/></g>", "opacity",
    "0.5" },
  { "inherit-initial",    "<g><rect id='t' opacity='inherit'/></g>", "opacity", "1" },
  { "initial-keyword",    "<g fill='blue'><rect id='t' fill='initial'/></g>", "fill",
    "rgb(0, 0, 0)" },
  { "unset-inherited",    "<g fill='blue'><rect id='t' style='fill:UNSET'/></g>", "fill",
    "rgb(0, 0, 255)" },
  { "unset-other",        "<g opacity='0.5'><rect id='t' style='opacity:unset'/></g>", "opacity",
    "1" },

  { "current",            "<g color='blue'><rect id='t' fill='currentColor'/></g>", "fill",
    "rgb(0, 0, 255)" },
  { "current-is-own",     "<g fill='currentColor' color='red'><rect id='t' color='blue'/></g>",
    "fill", "rgb(0, 0, 255)" },
  { "current-of-color",   "<g color='blue'><rect id='t' color='currentcolor'/></g>", "color",
    "rgb(0, 0, 255)" },
  { "current-initial",    "<rect id='t' stroke='currentColor'/>", "stroke", "rgb(0, 0, 0)" },
  { "paint-server",       "<rect id='t' fill='url(#g) red'/>", "fill", "url(#g) red" },
  { "stop-color",         "<linearGradient color='red'><stop id='t' stop-color='currentColor'/>"
    "</linearGradient>", "stop-color", "rgb(255, 0, 0)" },

  { "font-size",          "<text id='t' font-size='20'/>", "font-size", "20" },
  { "font-size-initial",  "<text id='t'/>", "font-size", "16" },
  { "font-size-word",     "<text id='t' font-size='x-large'/>", "font-size", "24" },
  { "font-size-larger",   "<g font-size='10'><text id='t' font-size='larger'/></g>", "font-size",
    "12" },
  { "font-size-em",       "<g font-size='10'><text id='t' font-size='2em'/></g>", "font-size",
    "20" },
  { "font-size-em-em",    "<g font-size='2em'><g font-size='2em'><text id='t'/></g></g>",
    "font-size", "64" },
  { "font-size-percent",  "<g font-size='10'><text id='t' font-size='150%'/></g>", "font-size",
    "15" },
  { "font-size-inherits", "<g font-size='10'><g font-size='150%'><text id='t'/></g></g>",
    "font-size", "15" },
  { "font-size-bad",      "<text id='t' font-size='normal'/>", "font-size", "16" },
  { "em",                 "<g font-size='10'><rect id='t' x='2em'/></g>", "x", "20" },
  { "em-inherited",       "<g font-size='10' stroke-width='2em'><rect id='t' font-size='50'/></g>",
    "stroke-width", "20" },
  { "rem",                "<g font-size='99'><rect id='t' x='2rem'/></g>", "x", "32" },
  { "letter-spacing",     "<text id='t' letter-spacing='normal'/>", "letter-spacing", "0" },

  { "percent-width",      "<rect id='t' x='25%'/>", "x", "100" },
  { "percent-height",     "<rect id='t' y='25%'/>", "y", "75" },
  { "percent-diagonal",   "<circle id='t' r='10%'/>", "r", "35.355339" },
  { "percent-inherited",  "<g stroke-width='10%'><svg viewBox='0 0 10 10'><rect id='t'/></svg></g>",
    "stroke-width", "1" },
  { "percent-inner-svg",  "<svg width='50%' height='50%'><rect id='t' x='50%'/></svg>", "x",
    "100" },
  { "percent-inner-box",  "<svg viewBox='0 0 10 10'><rect id='t' x='50%'/></svg>", "x", "5" },
  { "percent-of-inner",   "<svg id='t' viewBox='0 0 10 10' width='50%'/>", "width", "200" },
  { "percent-symbol",     "<symbol viewBox='0 0 50 50'><rect id='t' x='50%'/></symbol>", "x",
    "25" },
  { "box-fraction",       "<linearGradient id='t' x2='25%'/>", "x2", "0.25" },
  { "box-initial",        "<radialGradient id='t'/>", "cx", "0.5" },
  { "box-radius",         "<radialGradient id='t' r='50%'/>", "r", "0.5" },
  { "user-space",         "<linearGradient id='t' gradientUnits='userSpaceOnUse'/>", "x2", "400" },
  { "units-linked",       "<linearGradient id='o' gradientUnits='userSpaceOnUse'/>"
    "<linearGradient id='t' xlink:href='#o' x2='50%'/>", "x2", "200" },
  { "units-cycle",        "<linearGradient id='t' href='#t' x2='50%'/>", "x2", "0.5" },
  { "primitive-units",    "<filter primitiveUnits='objectBoundingBox'><feFlood id='t' x='50%'/>"
    "</filter>", "x", "0.5" },
  { "primitive-user",     "<filter><feFlood id='t' x='50%'/></filter>", "x", "200" },

  { "absent-x",           "<rect id='t'/>", "x", "0" },
  { "invalid-x",          "<rect id='t' x='left'/>", "x", "0" },
  { "absent-d",           "<path id='t'/>", "d", NULL },
  { "absent-transform",   "<path id='t'/>", "transform", "" },
  { "invalid-transform",  "<path id='t' transform='turn(5)'/>", "transform", "" },
  { "absent-href",        "<use id='t'/>", "href", NULL },
  { "xlink-href",         "<use id='t' xlink:href='#a'/>", "href", "#a" },
  { "both-hrefs",         "<use id='t' xlink:href='#a' href='#b'/>", "href", "#b" },
  { "attribute-not-css",  "<style>path{d:path('M0 0')}</style><path id='t' d='M1 1'/>", "d",
    "M1 1" },
  { "focus",              "<radialGradient id='t' cx='10%'/>", "fx", "0.1" },
  { "focus-initial",      "<radialGradient id='t'/>", "fy", "0.5" },
  { "keyword-invalid",    "<g visibility='hidden'><path id='t' visibility='sort-of'/></g>",
    "visibility", "hidden" },
  { "keyword-case",       "<path id='t' style='visibility:HIDDEN'/>", "visibility", "HIDDEN" },
  { "keyword-attribute",  "<pattern id='t' patternUnits='userspaceonuse'/>", "patternUnits",
    "objectBoundingBox" },
  { "font-weight",        "<text id='t'/>", "font-weight", "400" },
  { "font-weight-bold",   "<g font-weight='bold'><text id='t'/></g>", "font-weight", "700" },
  { "path-cut",           "<path id='t' d='M1 1 L2 2 L3'/>", "d", "M1 1 L2 2" },
  { "dasharray",          "<path id='t' stroke-dasharray='1, 2 3'/>", "stroke-dasharray", "1 2 3" },
  { "dasharray-initial",  "<path id='t'/>", "stroke-dasharray", "none" },
};

static void
test_base_value (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuSvgDocument) document = fixture_load (cases[i].content);
  const xmlNode *element = genu_svg_document_get_element (document, "t");
  const GenuAttribute *attribute = genu_attribute_lookup ((const char *) element->name,
                                                          cases[i].attribute);
  g_autoptr(GenuValue) value = NULL;
  g_autofree char *printed = NULL;

  g_assert_nonnull (attribute);
  value = genu_svg_document_dup_base_value (document, element, attribute);
  printed = value != NULL ? genu_value_to_string (value) : NULL;
  g_assert_cmpstr (printed, ==, cases[i].value);
}

/* parsed: what an animation on #t that writes @text for @attribute means */
static const struct { const char *name, *attribute, *text, *parsed; } parse_cases[] = {
  { "color",        "fill", " red ", "rgb(255, 0, 0)" },
  { "inherit",      "fill", "inherit", "rgb(0, 128, 0)" },
  { "initial",      "fill", "initial", "rgb(0, 0, 0)" },
  { "unset",        "fill", "unset", "rgb(0, 128, 0)" },
  { "unset-other",  "opacity", "unset", "1" },
  { "current",      "fill", "currentColor", "rgb(0, 0, 255)" },
  { "percent",      "x", "50%", "200" },
  { "em",           "x", "2em", "20" },
  { "word",         "x", "inherit", NULL },
  { "wrong-word",   "stroke-width", "medium", NULL },
  { "invalid",      "fill", "reddish", NULL },
  { "keyword",      "visibility", "hidden", "hidden" },
  { "not-keyword",  "visibility", "sort-of", NULL },
  { "empty-word",   "filter", "", NULL },
  { "weight",       "font-weight", "bold", "700" },
  { "weight-odd",   "font-weight", "heavy", NULL },
};

static void
test_parse_value (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuSvgDocument) document = fixture_load (
    "<g fill='green' opacity='0.5' font-size='10'><rect id='t' color='blue' fill='red'/></g>");
  const xmlNode *element = genu_svg_document_get_element (document, "t");
  const GenuAttribute *attribute = genu_attribute_lookup ("rect", parse_cases[i].attribute);
  g_autoptr(GenuValue) value = genu_svg_document_parse_value (document, element, attribute,
                                                              parse_cases[i].text);
  g_autofree char *printed = value != NULL ? genu_value_to_string (value) : NULL;

  g_assert_cmpstr (printed, ==, parse_cases[i].parsed);
}

/* An animation to path data or points with an error in them does nothing. */
static void
test_parse_cut (void)
{
  g_autoptr(GenuSvgDocument) document = fixture_load ("<path/><polygon/>");
  const xmlNode *path = genu_svg_document_get_nth_element (document, 1);
  const xmlNode *polygon = genu_svg_document_get_nth_element (document, 2);
  const GenuAttribute *d = genu_attribute_lookup ("path", "d");
  const GenuAttribute *points = genu_attribute_lookup ("polygon", "points");
  g_autoptr(GenuValue) whole = NULL, none = NULL, corners = NULL;

  whole = genu_svg_document_parse_value (document, path, d, "M0 0L1 1");
  none = genu_svg_document_parse_value (document, path, d, "");
  corners = genu_svg_document_parse_value (document, polygon, points, "0,0 1,1");
  g_assert_nonnull (whole);
  g_assert_nonnull (none);
  g_assert_nonnull (corners);
  g_assert_null (genu_svg_document_parse_value (document, path, d, "M0 0L1"));
  g_assert_null (genu_svg_document_parse_value (document, path, d, "L1 1"));
  g_assert_null (genu_svg_document_parse_value (document, polygon, points, "0,0 1"));
  g_assert_null (genu_svg_document_parse_value (document, polygon, points, "0,0 frog"));
}

static void
test_important (void)
{
  g_autoptr(GenuSvgDocument) document = fixture_load (
    "<style>.a{fill:red !important}</style><g class='a'><path id='t' style='stroke:red!important'/>"
    "</g><path id='u' class='a'/>");
  const xmlNode *t = genu_svg_document_get_element (document, "t");
  const xmlNode *u = genu_svg_document_get_element (document, "u");
  const GenuAttribute *fill = genu_attribute_lookup ("path", "fill");
  const GenuAttribute *stroke = genu_attribute_lookup ("path", "stroke");

  g_assert_false (genu_svg_document_is_important (document, t, fill));
  g_assert_true (genu_svg_document_is_important (document, t, stroke));
  g_assert_true (genu_svg_document_is_important (document, u, fill));
  g_assert_false (genu_svg_document_is_important (document, u, stroke));
}

/* The cascade may be asked from several threads at once. */
static gpointer
ask_all (gpointer data)
{
  GenuSvgDocument *document = data;
  const GenuAttribute *fill = genu_attribute_lookup ("path", "fill");
  guint n_blue = 0;

  for (guint i = 1; i < genu_svg_document_get_n_elements (document); i++)
    {
      g_autofree char *text = genu_svg_document_dup_base_text (
        document, genu_svg_document_get_nth_element (document, i), fill);

      n_blue += strcmp (text, "blue") == 0;
    }

  return GUINT_TO_POINTER (n_blue);
}

static void
test_threads (void)
{
  g_autoptr(GString) content = g_string_new ("<style>.b{fill:blue}</style>");
  g_autoptr(GenuSvgDocument) document = NULL;
  GThread *threads[4];

  for (guint i = 0; i < 500; i++)
    g_string_append (content, "<path class='b'/><path/>");
  document = fixture_load (content->str);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask_all, document);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (cases, "/svg/style/base-value/", test_base_value);
  ADD_CASES (parse_cases, "/svg/style/parse-value/", test_parse_value);
  g_test_add_func ("/svg/style/parse-cut", test_parse_cut);
  g_test_add_func ("/svg/style/important", test_important);
  g_test_add_func ("/svg/style/threads", test_threads);

  return g_test_run ();
}
