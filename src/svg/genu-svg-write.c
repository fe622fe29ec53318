/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes values into elements: properties into style="", because a presentation attribute would
 * lose to the author's style sheet; everything else as an attribute. */

#include "config.h"

#include <string.h>

#include "genu-number.h"
#include "genu-svg-document-private.h"

/* CSS wants a unit on these; it takes plain numbers only for the properties that SVG added. */
static gboolean
needs_unit (const char *property)
{
  static const char *const names[] = { "font-size", "letter-spacing", "word-spacing" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (property, names[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
append_declaration (GString    *style,
                    const char *name,
                    const char *value)
{
  if (style->len > 0)
    g_string_append (style, "; ");
  g_string_append_printf (style, "%s: %s", name, value);
}

/* Replaces the property in style="", or adds it.  An important declaration stays as it is: nothing
 * that is animated beats it. */
static void
write_property (xmlNode    *element,
                const char *name,
                const char *text)
{
  g_autofree char *old = genu_xml_dup_attribute (element, "style");
  g_autoptr(GPtrArray) declarations = genu_declarations_parse (old != NULL ? old : "");
  g_autoptr(GString) style = g_string_new (NULL);
  double number;

  for (guint i = 0; i < declarations->len; i++)
    {
      const GenuDeclaration *declaration = g_ptr_array_index (declarations, i);

      if (strcmp (declaration->name, name) == 0 && !declaration->is_important)
        continue;
      append_declaration (style, declaration->name, declaration->value);
      if (declaration->is_important)
        g_string_append (style, " !important");
    }
  append_declaration (style, name, text);
  if (needs_unit (name) && genu_number_parse (text, &number))
    g_string_append (style, "px");
  xmlSetProp (element, (const xmlChar *) "style", (const xmlChar *) style->str);
}

static void
write_href (xmlNode    *element,
            const char *text)
{
  xmlAttr *linked = xmlHasNsProp (element, (const xmlChar *) "href",
                                  (const xmlChar *) GENU_XMLNS_XLINK);

  if (linked != NULL)
    xmlSetNsProp (element, linked->ns, (const xmlChar *) "href", (const xmlChar *) text);
  if (linked == NULL || xmlHasNsProp (element, (const xmlChar *) "href", NULL) != NULL)
    xmlSetNsProp (element, NULL, (const xmlChar *) "href", (const xmlChar *) text);
}

/**
 * genu_svg_write_value:
 * @element: an element of a copy of the document
 * @attribute: what to write
 * @text: the value, as genu_value_to_string() prints it
 *
 * Writes a value so that it takes effect: properties into style="", links under the name that the
 * element uses, the rest as attributes.
 */
void
genu_svg_write_value (xmlNode             *element,
                      const GenuAttribute *attribute,
                      const char          *text)
{
  g_return_if_fail (element != NULL && attribute != NULL && text != NULL);

  if (attribute->is_property)
    write_property (element, attribute->name, text);
  else if (strcmp (attribute->name, "href") == 0)
    write_href (element, text);
  else
    xmlSetNsProp (element, NULL, (const xmlChar *) attribute->name, (const xmlChar *) text);
}
