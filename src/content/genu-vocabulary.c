/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which elements and attributes a grammar knows at all, read out of the grammar itself.  libxml2's
 * validator names one fault of a file; this names every unknown element and attribute, which is
 * what an illustrator who has just exported a drawing needs.  What may stand *where* stays the
 * validator's business. */

#include "config.h"

#include "genu-vocabulary.h"

#include <string.h>

#define NS_RNG "http://relaxng.org/ns/structure/1.0"
#define NS_XML "http://www.w3.org/XML/1998/namespace"

struct _GenuVocabulary
{
  GHashTable *elements; /* "namespace name" to a set of "namespace name" of attributes */
  GHashTable *defines;  /* name of a <define> to the set of its own and referenced attributes */
};

/* While a grammar is read: its <define> elements by name, borrowed from the document. */
typedef struct
{
  GenuVocabulary *vocabulary;
  GHashTable     *nodes; /* char * to xmlNode * */
} Builder;

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static char *
make_key (const char *ns,
          const char *name)
{
  return g_strdup_printf ("%s %s", ns != NULL ? ns : "", name);
}

/* The nearest ns="" of an element pattern; attributes inherit none. */
static char *
dup_element_namespace (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      char *ns = genu_xml_dup_attribute (node, "ns");

      if (ns != NULL)
        return ns;
    }

  return NULL;
}

static char *
dup_attribute_key (const xmlNode *node)
{
  g_autofree char *name = genu_xml_dup_attribute (node, "name");
  g_autofree char *ns = genu_xml_dup_attribute (node, "ns");

  if (name == NULL)
    return NULL;
  if (g_str_has_prefix (name, "xml:"))
    return make_key (NS_XML, name + strlen ("xml:"));
  return make_key (ns, name);
}

/* Adds what @parent's pattern allows on its element: through references, not into other elements.
 * visited keeps recursive definitions from looping. */
static void
collect_attributes (Builder       *builder,
                    const xmlNode *parent,
                    GHashTable    *attributes,
                    GHashTable    *visited)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (genu_xml_is (node, NS_RNG, "attribute"))
        {
          char *key = dup_attribute_key (node);

          if (key != NULL)
            g_hash_table_add (attributes, key);
        }
      else if (genu_xml_is (node, NS_RNG, "ref"))
        {
          char *name = genu_xml_dup_attribute (node, "name");
          const xmlNode *define = g_hash_table_lookup (builder->nodes, name);

          if (g_hash_table_add (visited, name) && define != NULL)
            collect_attributes (builder, define, attributes, visited);
        }
      else if (node->type == XML_ELEMENT_NODE && !genu_xml_is (node, NS_RNG, "element"))
        collect_attributes (builder, node, attributes, visited);
    }
}

static void
collect_defines (Builder       *builder,
                 const xmlNode *root)
{
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (genu_xml_is (node, NS_RNG, "define"))
      g_hash_table_insert (builder->nodes, genu_xml_dup_attribute (node, "name"), node);
}

/* Two patterns may describe one element: it may have the attributes of either. */
static void
add_element (Builder       *builder,
             const xmlNode *node)
{
  g_autofree char *name = genu_xml_dup_attribute (node, "name");
  g_autofree char *ns = dup_element_namespace (node);
  g_autofree char *key = NULL;
  g_autoptr(GHashTable) visited = new_set ();
  GHashTable *attributes;

  if (name == NULL)
    return;

  key = make_key (ns, name);
  attributes = g_hash_table_lookup (builder->vocabulary->elements, key);
  if (attributes == NULL)
    {
      attributes = new_set ();
      g_hash_table_insert (builder->vocabulary->elements, g_steal_pointer (&key), attributes);
    }
  collect_attributes (builder, node, attributes, visited);
}

static void
collect_elements (Builder       *builder,
                  const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        if (genu_xml_is (node, NS_RNG, "element"))
          add_element (builder, node);
        collect_elements (builder, node);
      }
}

static void
collect_define_attributes (Builder *builder)
{
  GHashTableIter iter;
  gpointer name, node;

  g_hash_table_iter_init (&iter, builder->nodes);
  while (g_hash_table_iter_next (&iter, &name, &node))
    {
      g_autoptr(GHashTable) visited = new_set ();
      GHashTable *attributes = new_set ();

      collect_attributes (builder, node, attributes, visited);
      g_hash_table_insert (builder->vocabulary->defines, g_strdup (name), attributes);
    }
}

static void
unref_set (gpointer data)
{
  g_hash_table_unref (data);
}

/**
 * genu_vocabulary_new:
 * @grammar: a RELAX NG grammar in XML syntax, without includes
 *
 * Returns: (transfer full): its vocabulary
 */
GenuVocabulary *
genu_vocabulary_new (GBytes *grammar)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = NULL;
  g_autoptr(GHashTable) nodes = new_set ();
  GenuVocabulary *self;
  Builder builder;

  g_return_val_if_fail (grammar != NULL, NULL);
  document = genu_xml_parse_bytes (grammar, "grammar", report);
  g_return_val_if_fail (document != NULL, NULL);

  self = g_new0 (GenuVocabulary, 1);
  self->elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_set);
  self->defines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_set);
  builder = (Builder) { self, nodes };
  collect_defines (&builder, xmlDocGetRootElement (document));
  collect_elements (&builder, xmlDocGetRootElement (document));
  collect_define_attributes (&builder);

  return self;
}

/**
 * genu_vocabulary_free:
 * @self: (nullable) (transfer full): a vocabulary
 */
void
genu_vocabulary_free (GenuVocabulary *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->elements);
  g_hash_table_unref (self->defines);
  g_free (self);
}

static GHashTable *
look_up_element (const GenuVocabulary *self,
                 const xmlNode        *element)
{
  g_autofree char *key = make_key (element->ns != NULL ? (const char *) element->ns->href : NULL,
                                   (const char *) element->name);

  return g_hash_table_lookup (self->elements, key);
}

/**
 * genu_vocabulary_has_element:
 * @self: a vocabulary
 * @element: an element of some document
 *
 * Returns: whether the grammar knows an element of that name and namespace
 */
gboolean
genu_vocabulary_has_element (const GenuVocabulary *self,
                             const xmlNode        *element)
{
  g_return_val_if_fail (self != NULL && element != NULL, FALSE);

  return look_up_element (self, element) != NULL;
}

/**
 * genu_vocabulary_has_attribute:
 * @self: a vocabulary
 * @element: an element of some document
 * @attribute: one of its attributes
 *
 * Returns: whether the grammar knows such an attribute on such an element
 */
gboolean
genu_vocabulary_has_attribute (const GenuVocabulary *self,
                               const xmlNode        *element,
                               const xmlAttr        *attribute)
{
  g_autofree char *key = NULL;
  GHashTable *attributes;

  g_return_val_if_fail (self != NULL && element != NULL && attribute != NULL, FALSE);

  attributes = look_up_element (self, element);
  key = make_key (attribute->ns != NULL ? (const char *) attribute->ns->href : NULL,
                  (const char *) attribute->name);

  return attributes != NULL && g_hash_table_contains (attributes, key);
}

/**
 * genu_vocabulary_defines:
 * @self: a vocabulary
 * @define: the name of a definition in the grammar
 * @attribute: the name of an attribute in no namespace
 *
 * Returns: whether @define allows @attribute
 */
gboolean
genu_vocabulary_defines (const GenuVocabulary *self,
                         const char           *define,
                         const char           *attribute)
{
  g_autofree char *key = NULL;
  GHashTable *attributes;

  g_return_val_if_fail (self != NULL && define != NULL && attribute != NULL, FALSE);

  attributes = g_hash_table_lookup (self->defines, define);
  key = make_key (NULL, attribute);

  return attributes != NULL && g_hash_table_contains (attributes, key);
}

static void
check_attributes (const GenuVocabulary *self,
                  const xmlNode        *element,
                  const char           *path,
                  GenuReport           *report)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    if (!genu_vocabulary_has_attribute (self, element, attribute))
      genu_report_add (report, GENU_SEVERITY_ERROR, path, genu_xml_get_line (element),
                       "unsupported-attribute", "<%s> cannot have the attribute %s%s%s",
                       (const char *) element->name,
                       attribute->ns != NULL && attribute->ns->prefix != NULL
                         ? (const char *) attribute->ns->prefix : "",
                       attribute->ns != NULL && attribute->ns->prefix != NULL ? ":" : "",
                       (const char *) attribute->name);
}

/* <metadata> may say in anybody's words who drew it. */
static gboolean
is_foreign_metadata (const xmlNode *element)
{
  return element->parent != NULL && genu_xml_is (element->parent, GENU_XMLNS_SVG, "metadata")
         && !(element->ns != NULL && (xmlStrEqual (element->ns->href, BAD_CAST GENU_XMLNS_SVG)
                                      || xmlStrEqual (element->ns->href,
                                                      BAD_CAST GENU_XMLNS_DIAGRAM)));
}

static gboolean
have_same_namespace (const xmlNode *a,
                     const xmlNode *b)
{
  return xmlStrEqual (a->ns != NULL ? a->ns->href : NULL, b->ns != NULL ? b->ns->href : NULL);
}

/* Depth is bounded when the file is parsed. */
static void
check_element (const GenuVocabulary *self,
               const xmlNode        *element,
               const xmlNode        *root,
               const char           *path,
               GenuReport           *report)
{
  if (is_foreign_metadata (element))
    return;

  if (genu_vocabulary_has_element (self, element))
    check_attributes (self, element, path, report);
  else
    {
      genu_report_add (report, GENU_SEVERITY_ERROR, path, genu_xml_get_line (element),
                       "unsupported-element", "<%s> is not supported",
                       (const char *) element->name);
      if (!have_same_namespace (element, root))
        return;
    }

  for (const xmlNode *node = element->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      check_element (self, node, root, path, report);
}

/**
 * genu_vocabulary_check:
 * @self: a vocabulary
 * @document: a parsed document
 * @path: the file, for problems
 * @report: gets `unsupported-element` and `unsupported-attribute`
 *
 * Reports every element and attribute that the grammar does not know.
 */
void
genu_vocabulary_check (const GenuVocabulary *self,
                       GenuXmlDoc           *document,
                       const char           *path,
                       GenuReport           *report)
{
  const xmlNode *root;

  g_return_if_fail (self != NULL && document != NULL && path != NULL && report != NULL);

  root = xmlDocGetRootElement (document);
  check_element (self, root, root, path, report);
}
