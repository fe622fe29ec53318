/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts what <use> makes of a drawing before anything is drawn.  Ten groups that each use the one
 * before ten times are a kilobyte of text and ten thousand million elements ("billion laughs").
 * The count of each used element is kept, so counting itself is cheap; it stops at the limit. */

#include "config.h"

#include "genu-svg-expansion.h"

#include "genu-limits.h"

/* Elements and <use> links on the way down from the root: counting recurses once for each. */
#define MAX_NESTING 1000

#define TOO_MANY ((guint64) GENU_LIMIT_USE_EXPANSION + 1)

typedef struct
{
  const GenuSvgDocument *document;
  GHashTable            *counts; /* of used elements: xmlNode * -> count; 0 while it is counted */
} Counter;

/**
 * genu_svg_get_linked:
 * @self: a document
 * @element: an element
 *
 * Returns: (transfer none) (nullable): the element of the same document that `href` or `xlink:href`
 *   of @element names
 */
xmlNode *
genu_svg_get_linked (const GenuSvgDocument *self,
                     const xmlNode         *element)
{
  g_autofree char *href = genu_xml_dup_attribute (element, "href");

  if (href == NULL)
    href = genu_xml_dup_attribute_ns (element, "href", GENU_XMLNS_XLINK);
  if (href == NULL)
    return NULL;
  g_strstrip (href);

  return href[0] == '#' ? genu_svg_document_get_element (self, href + 1) : NULL;
}

static guint64 count_element (Counter       *counter,
                              const xmlNode *element,
                              guint          nesting);

/* A <use> within itself draws nothing. */
static guint64
count_used (Counter       *counter,
            xmlNode       *used,
            guint          nesting)
{
  gpointer known;
  guint64 n;

  if (g_hash_table_lookup_extended (counter->counts, used, NULL, &known))
    return GPOINTER_TO_UINT (known);

  g_hash_table_insert (counter->counts, used, GUINT_TO_POINTER (0));
  n = count_element (counter, used, nesting);
  g_hash_table_insert (counter->counts, used, GUINT_TO_POINTER ((guint) n));

  return n;
}

static guint64
count_element (Counter       *counter,
               const xmlNode *element,
               guint          nesting)
{
  guint64 n = 1;

  if (nesting > MAX_NESTING)
    return TOO_MANY;

  if (genu_xml_is (element, GENU_XMLNS_SVG, "use"))
    {
      xmlNode *used = genu_svg_get_linked (counter->document, element);

      if (used != NULL)
        n += count_used (counter, used, nesting + 1);
    }
  for (const xmlNode *child = element->children; child != NULL && n < TOO_MANY; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      n += count_element (counter, child, nesting + 1);

  return MIN (n, TOO_MANY);
}

/**
 * genu_svg_count_expanded:
 * @self: a document
 *
 * Returns: how many elements there are when every <use> is replaced by what it uses; counting stops
 *   above %GENU_LIMIT_USE_EXPANSION
 */
guint64
genu_svg_count_expanded (const GenuSvgDocument *self)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  Counter counter = { self, counts };

  return count_element (&counter, genu_svg_document_get_root (self), 0);
}
