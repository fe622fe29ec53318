/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"
#include "genu-style-sheet.h"
#include "genu-xml.h"

#define SVG                                                         \
  "<svg xmlns='http://www.w3.org/2000/svg' id='r'>"              \
  "<g class='a b' id='g'><rect id='x'/></g></svg>"

static void
match_all (const GenuStyleSheet *sheet,
           const xmlNode        *node)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_autoptr(GPtrArray) found
          = g_ptr_array_new_with_free_func ((GDestroyNotify) genu_declaration_free);

        genu_style_sheet_match (sheet, node, found);
        match_all (sheet, node->children);
      }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GBytes) bytes = g_bytes_new_static (SVG, strlen (SVG));
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_bytes (bytes, "fuzz.svg", report);
  g_autoptr(GenuStyleSheet) sheet = genu_style_sheet_new ();
  g_autoptr(GPtrArray) declarations = genu_declarations_parse (text);

  for (guint i = 0; i < declarations->len; i++)
    g_assert_nonnull (((GenuDeclaration *) declarations->pdata[i])->name);
  genu_style_sheet_add (sheet, text);
  match_all (sheet, xmlDocGetRootElement (document));

  return 0;
}
