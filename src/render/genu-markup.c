/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Elements of libxml2's tree as text, piece by piece: namespaces, attributes and tags as they were
 * written, values escaped so that they are read back unchanged. */

#include "config.h"

#include "genu-markup.h"

void
genu_markup_append_escaped (GString    *text,
                            const char *value)
{
  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (text, "&amp;");
        break;
      case '<':
        g_string_append (text, "&lt;");
        break;
      case '>':
        g_string_append (text, "&gt;");
        break;
      case '"':
        g_string_append (text, "&quot;");
        break;
      case '\n':
      case '\t':
      case '\r':
        g_string_append_printf (text, "&#%d;", *p);
        break;
      default:
        g_string_append_c (text, *p);
      }
}

void
genu_markup_append_name (GString       *text,
                         const xmlNs   *ns,
                         const xmlChar *name)
{
  if (ns != NULL && ns->prefix != NULL)
    g_string_append_printf (text, "%s:", (const char *) ns->prefix);
  g_string_append (text, (const char *) name);
}

void
genu_markup_append_attribute (GString       *text,
                              const xmlAttr *attr)
{
  g_autoptr(GenuXmlString) value = xmlNodeListGetString (attr->doc, attr->children, 1);

  g_string_append_c (text, ' ');
  genu_markup_append_name (text, attr->ns, attr->name);
  g_string_append (text, "=\"");
  genu_markup_append_escaped (text, value != NULL ? (const char *) value : "");
  g_string_append_c (text, '"');
}

void
genu_markup_append_namespaces (GString       *text,
                               const xmlNode *element)
{
  for (const xmlNs *ns = element->nsDef; ns != NULL; ns = ns->next)
    {
      g_string_append (text, ns->prefix != NULL ? " xmlns:" : " xmlns");
      if (ns->prefix != NULL)
        g_string_append (text, (const char *) ns->prefix);
      g_string_append (text, "=\"");
      genu_markup_append_escaped (text, (const char *) ns->href);
      g_string_append_c (text, '"');
    }
}

void
genu_markup_append_start_tag (GString       *text,
                              const xmlNode *element,
                              gboolean       with_id)
{
  g_string_append_c (text, '<');
  genu_markup_append_name (text, element->ns, element->name);
  genu_markup_append_namespaces (text, element);
  for (const xmlAttr *attr = element->properties; attr != NULL; attr = attr->next)
    if (with_id || !xmlStrEqual (attr->name, BAD_CAST "id"))
      genu_markup_append_attribute (text, attr);
}

void
genu_markup_append_end_tag (GString       *text,
                            const xmlNode *element)
{
  g_string_append (text, "</");
  genu_markup_append_name (text, element->ns, element->name);
  g_string_append_c (text, '>');
}
