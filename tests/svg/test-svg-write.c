/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing values into elements so that they take effect. */

#include "config.h"

#include "svg-fixture.h"
#include "../test-cases.h"

/* result: the element as libxml2 writes it, without its name and the namespaces */
static const struct { const char *name, *element, *attribute, *text, *result; } cases[] = {
  { "property",          "<rect/>", "fill", "red", "style=\"fill: red\"" },
  { "property-attribute", "<rect fill='blue'/>", "fill", "red",
    "fill=\"blue\" style=\"fill: red\"" },
  { "property-merge",    "<rect style='stroke:blue;fill:lime ;opacity:1'/>", "fill", "red",
    "style=\"stroke: blue; opacity: 1; fill: red\"" },
  { "property-twice",    "<rect style='fill:a;fill:b'/>", "fill", "red", "style=\"fill: red\"" },
  { "property-prefix",   "<rect style='fill-opacity:1'/>", "fill", "red",
    "style=\"fill-opacity: 1; fill: red\"" },
  { "property-important", "<rect style='fill:lime!important;stroke:red !important'/>", "fill",
    "red", "style=\"fill: lime !important; stroke: red !important; fill: red\"" },
  { "property-quoted",   "<rect style='font-family:\"a;b\"'/>", "fill", "red",
    "style=\"font-family: &quot;a;b&quot;; fill: red\"" },
  { "property-broken",   "<rect style='}{;;x'/>", "fill", "red", "style=\"fill: red\"" },
  { "font-size",         "<rect/>", "font-size", "12.5", "style=\"font-size: 12.5px\"" },
  { "font-size-word",    "<rect/>", "font-size", "large", "style=\"font-size: large\"" },
  { "stroke-width",      "<rect/>", "stroke-width", "2", "style=\"stroke-width: 2\"" },
  { "attribute",         "<rect x='1'/>", "x", "2", "x=\"2\"" },
  { "attribute-new",     "<rect/>", "x", "2", "x=\"2\"" },
  { "attribute-escape",  "<rect/>", "class", "a&b\"<", "class=\"a&amp;b&quot;&lt;\"" },
  { "href",              "<use href='#a'/>", "href", "#b", "href=\"#b\"" },
  { "href-new",          "<use/>", "href", "#b", "href=\"#b\"" },
  { "href-xlink",        "<use xlink:href='#a'/>", "href", "#b", "xlink:href=\"#b\"" },
  { "href-both",         "<use xlink:href='#a' href='#c'/>", "href", "#b",
    "xlink:href=\"#b\" href=\"#b\"" },
  { "gradient",          "<linearGradient/>", "gradientTransform", "scale(2 2)",
    "gradientTransform=\"scale(2 2)\"" },
};

static void
test_write (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuSvgDocument) document = fixture_load (cases[i].element);
  xmlNode *element = genu_svg_document_get_nth_element (document, 1);
  const GenuAttribute *attribute = genu_attribute_lookup ((const char *) element->name,
                                                          cases[i].attribute);
  xmlBuffer *buffer = xmlBufferCreate ();
  g_autofree char *expected = g_strdup_printf ("<%s %s/>", (const char *) element->name,
                                               cases[i].result);

  genu_svg_write_value (element, attribute, cases[i].text);
  xmlNodeDump (buffer, element->doc, element, 0, 0);
  g_assert_cmpstr ((const char *) xmlBufferContent (buffer), ==, expected);
  xmlBufferFree (buffer);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (cases, "/svg/write/", test_write);

  return g_test_run ();
}
