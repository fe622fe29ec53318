/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading XML that may be hostile.  No network, no entity expansion, no DTD: a DOCTYPE is accepted
 * only without an internal subset, since old SVG files carry one, and is never loaded.  Size, depth
 * and number of elements are bounded (genu-limits.h).  Every fault goes into a report with its
 * line; nothing is printed. */

#include "config.h"

#include "genu-xml.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>

#include "genu-limits.h"

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | \
                       XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES)

/* The first error of a file: the later ones mostly follow from it. */
typedef struct
{
  int   line;
  char *message; /* NULL until there is one; ends with a newline, which the report chomps */
} FirstError;

static void
on_parse_error (void     *user_data,
                xmlError *error)
{
  FirstError *first = ((xmlParserCtxt *) user_data)->_private;

  if (first->message != NULL || error->level < XML_ERR_ERROR)
    return;

  first->line = error->line;
  first->message = g_strdup (error->message != NULL ? error->message : "not XML");
}

/* Checks depth and count in one walk without recursion. */
static gboolean
check_shape (xmlDoc     *document,
             const char *name,
             GenuReport *report)
{
  const xmlNode *node = xmlDocGetRootElement (document);
  guint depth = 1, n_elements = 0;

  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE && ++n_elements > GENU_LIMIT_XML_ELEMENTS)
        {
          genu_report_add (report, GENU_SEVERITY_ERROR, name, genu_xml_get_line (node),
                           "limit-elements", "more than %d elements", GENU_LIMIT_XML_ELEMENTS);
          return FALSE;
        }
      if (depth > GENU_LIMIT_XML_DEPTH)
        {
          genu_report_add (report, GENU_SEVERITY_ERROR, name, genu_xml_get_line (node),
                           "limit-depth", "elements nest deeper than %d", GENU_LIMIT_XML_DEPTH);
          return FALSE;
        }

      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          depth++;
          continue;
        }
      while (node != NULL && node->next == NULL)
        {
          node = node->parent;
          if (node == NULL || node->type != XML_ELEMENT_NODE)
            return TRUE;
          depth--;
        }
      node = node->next;
    }

  return TRUE;
}

static gboolean
check_doctype (xmlDoc     *document,
               const char *name,
               GenuReport *report)
{
  if (document->intSubset == NULL || document->intSubset->children == NULL)
    return TRUE;

  genu_report_add (report, GENU_SEVERITY_ERROR, name, 1, "doctype",
                   "a DOCTYPE with an internal subset is not allowed");
  return FALSE;
}

/**
 * genu_xml_parse_bytes:
 * @bytes: the file's content
 * @name: the name to put in problems, for instance a file path
 * @report: where problems go
 *
 * Parses @bytes as XML 1.0.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with at least one error added to
 *   @report (rules `not-well-formed`, `doctype`, `limit-bytes`, `limit-depth`, `limit-elements`)
 */
GenuXmlDoc *
genu_xml_parse_bytes (GBytes     *bytes,
                      const char *name,
                      GenuReport *report)
{
  FirstError first = { 0, NULL };
  xmlParserCtxt *context;
  xmlDoc *document;
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL && name != NULL && report != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > GENU_LIMIT_XML_BYTES)
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, name, 0, "limit-bytes",
                       "%" G_GSIZE_FORMAT " bytes is more than the limit of %d", size,
                       GENU_LIMIT_XML_BYTES);
      return NULL;
    }

  context = xmlNewParserCtxt ();
  context->_private = &first;
  context->sax->serror = (xmlStructuredErrorFunc) on_parse_error;
  document = xmlCtxtReadMemory (context, data != NULL ? data : "", (int) size, name, NULL,
                                PARSE_OPTIONS);
  if (document == NULL)
    genu_report_add (report, GENU_SEVERITY_ERROR, name, first.line, "not-well-formed", "%s",
                     first.message != NULL ? first.message : "not XML");
  xmlFreeParserCtxt (context);
  g_free (first.message);
  if (document == NULL)
    return NULL;

  if (!check_doctype (document, name, report) || !check_shape (document, name, report))
    g_clear_pointer (&document, xmlFreeDoc);

  return document;
}

/**
 * genu_xml_parse_file:
 * @path: a path in the file system's encoding
 * @report: where problems go
 *
 * Reads and parses one file; see genu_xml_parse_bytes().
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with an error in @report (also rule
 *   `missing-file`)
 */
GenuXmlDoc *
genu_xml_parse_file (const char *path,
                     GenuReport *report)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf info;
  char *data;
  gsize size;

  g_return_val_if_fail (path != NULL && report != NULL, NULL);

  if (g_stat (path, &info) == 0 && (info.st_size > GENU_LIMIT_XML_BYTES || !S_ISREG (info.st_mode)))
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, path, 0,
                       S_ISREG (info.st_mode) ? "limit-bytes" : "missing-file",
                       S_ISREG (info.st_mode) ? "larger than the limit of %d bytes"
                                              : "not a regular file of at most %d bytes",
                       GENU_LIMIT_XML_BYTES);
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &size, &error))
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, path, 0, "missing-file", "%s", error->message);
      return NULL;
    }
  bytes = g_bytes_new_take (data, size);

  return genu_xml_parse_bytes (bytes, path, report);
}

typedef struct
{
  const char *name;   /* borrowed */
  GenuReport *report; /* borrowed */
} ValidateData;

static void
on_validation_error (void     *user_data,
                     xmlError *error)
{
  ValidateData *data = user_data;
  int line = error->node != NULL ? genu_xml_get_line (error->node) : error->line;

  genu_report_add (data->report, GENU_SEVERITY_ERROR, data->name, line, "grammar", "%s",
                   error->message != NULL ? error->message : "does not follow the grammar");
}

/**
 * genu_xml_validate:
 * @document: a parsed document
 * @grammar: a RELAX NG grammar in XML syntax, from our own resources
 * @name: the name to put in problems
 * @report: where problems go
 *
 * Validates @document.  libxml2 stops at the first element that does not fit, so one error may hide
 * others of the same file.
 *
 * Returns: whether the document is valid
 */
gboolean
genu_xml_validate (GenuXmlDoc *document,
                   GBytes     *grammar,
                   const char *name,
                   GenuReport *report)
{
  ValidateData data = { name, report };
  xmlRelaxNGParserCtxt *parser;
  xmlRelaxNGValidCtxt *validator;
  xmlRelaxNG *schema;
  gboolean valid;
  gsize size;
  const char *text;

  g_return_val_if_fail (document != NULL && grammar != NULL, FALSE);
  g_return_val_if_fail (name != NULL && report != NULL, FALSE);

  text = g_bytes_get_data (grammar, &size);
  parser = xmlRelaxNGNewMemParserCtxt (text, (int) size);
  schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_return_val_if_fail (schema != NULL, FALSE);

  validator = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (validator, (xmlStructuredErrorFunc) on_validation_error,
                                      &data);
  valid = xmlRelaxNGValidateDoc (validator, document) == 0;
  xmlRelaxNGFreeValidCtxt (validator);
  xmlRelaxNGFree (schema);

  return valid;
}

/**
 * genu_xml_get_line:
 * @node: a node
 *
 * Returns: the 1-based line at which @node begins, 0 if unknown
 */
int
genu_xml_get_line (const xmlNode *node)
{
  long line = xmlGetLineNo (node);

  return line > 0 && line < G_MAXINT ? (int) line : 0;
}

/**
 * genu_xml_is:
 * @node: (nullable): a node
 * @ns: a namespace name
 * @name: a local name
 *
 * Returns: whether @node is the element @name of namespace @ns
 */
gboolean
genu_xml_is (const xmlNode *node,
             const char    *ns,
             const char    *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE
         && strcmp ((const char *) node->name, name) == 0 && node->ns != NULL
         && strcmp ((const char *) node->ns->href, ns) == 0;
}

/**
 * genu_xml_dup_attribute_ns:
 * @node: an element
 * @name: an attribute's local name
 * @ns: (nullable): its namespace name, %NULL for none
 *
 * Returns: (transfer full) (nullable): the value, freed with g_free(); %NULL if absent
 */
char *
genu_xml_dup_attribute_ns (const xmlNode *node,
                           const char    *name,
                           const char    *ns)
{
  g_autoptr(GenuXmlString) value = NULL;

  g_return_val_if_fail (node != NULL && name != NULL, NULL);

  value = ns == NULL ? xmlGetNoNsProp (node, (const xmlChar *) name)
                     : xmlGetNsProp (node, (const xmlChar *) name, (const xmlChar *) ns);

  return g_strdup ((const char *) value);
}

/**
 * genu_xml_dup_attribute:
 * @node: an element
 * @name: the name of an attribute in no namespace
 *
 * Returns: (transfer full) (nullable): the value, freed with g_free(); %NULL if absent
 */
char *
genu_xml_dup_attribute (const xmlNode *node,
                        const char    *name)
{
  return genu_xml_dup_attribute_ns (node, name, NULL);
}
