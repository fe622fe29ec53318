/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text out of XML as a reader sees it: white space collapsed, never NULL where the model wants a
 * string. */

#include "config.h"

#include "genu-content-text.h"

#include "genu-limits.h"

/* XML's own white space; a no-break space is the author's intent and stays. */
#define XML_SPACE " \t\r\n"

/**
 * genu_content_collapse:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text with runs of white space made one space, none at the ends
 */
char *
genu_content_collapse (const char *text)
{
  g_auto(GStrv) words = NULL;
  GString *collapsed = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, g_string_free (collapsed, FALSE));

  words = g_strsplit_set (text, XML_SPACE, -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        if (collapsed->len > 0)
          g_string_append_c (collapsed, ' ');
        g_string_append (collapsed, words[i]);
      }

  return g_string_free (collapsed, FALSE);
}

/**
 * genu_content_dup_text:
 * @node: (nullable): an element
 *
 * Returns: (transfer full): its text, collapsed; "" for %NULL
 */
char *
genu_content_dup_text (const xmlNode *node)
{
  g_autoptr(GenuXmlString) content = node != NULL ? xmlNodeGetContent (node) : NULL;

  return genu_content_collapse (content != NULL ? (const char *) content : "");
}

/**
 * genu_content_find_child:
 * @parent: an element
 * @ns: a namespace name
 * @name: a local name
 *
 * Returns: (transfer none) (nullable): the first such child
 */
const xmlNode *
genu_content_find_child (const xmlNode *parent,
                         const char    *ns,
                         const char    *name)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (genu_xml_is (node, ns, name))
      return node;

  return NULL;
}

/**
 * genu_content_dup_child_text:
 * @parent: an element
 * @ns: a namespace name
 * @name: a local name
 *
 * Returns: (transfer full) (nullable): the text of the first such child, %NULL if there is none
 */
char *
genu_content_dup_child_text (const xmlNode *parent,
                             const char    *ns,
                             const char    *name)
{
  const xmlNode *child = genu_content_find_child (parent, ns, name);

  return child != NULL ? genu_content_dup_text (child) : NULL;
}

/**
 * genu_content_dup_attribute:
 * @node: an element
 * @name: an attribute in no namespace
 *
 * Returns: (transfer full): its value, collapsed; "" when absent
 */
char *
genu_content_dup_attribute (const xmlNode *node,
                            const char    *name)
{
  g_autofree char *value = genu_xml_dup_attribute (node, name);

  return genu_content_collapse (value != NULL ? value : "");
}

/**
 * genu_content_dup_names:
 * @node: an element
 * @attribute: an attribute that lists names
 * @path: the file, for problems
 * @report: gets `limit-list`
 *
 * Returns: (transfer full): the names, %NULL-terminated; never %NULL
 */
char **
genu_content_dup_names (const xmlNode *node,
                        const char    *attribute,
                        const char    *path,
                        GenuReport    *report)
{
  g_autofree char *value = genu_content_dup_attribute (node, attribute);
  g_auto(GStrv) names = g_strsplit (value, " ", GENU_LIMIT_LIST + 1);

  if (g_strv_length (names) > GENU_LIMIT_LIST)
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, path, genu_xml_get_line (node), "limit-list",
                       "%s lists more than %d names", attribute, GENU_LIMIT_LIST);
      return g_new0 (char *, 1);
    }

  return g_steal_pointer (&names);
}
