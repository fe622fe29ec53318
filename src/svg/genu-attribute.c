/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks up animatable attributes.  The table is in genu-attribute-table.c; here it becomes a hash
 * table from "element name" (or, for properties, "name") to its row, made once. */

#include "config.h"

#include "genu-attribute-private.h"

#include <string.h>

static void
add_row (GHashTable              *index,
         const GenuAttributeRow  *row)
{
  g_auto(GStrv) elements = NULL;

  if (row->elements == NULL)
    {
      g_hash_table_insert (index, g_strdup (row->attribute.name),
                           (GenuAttribute *) &row->attribute);
      return;
    }

  elements = g_strsplit (row->elements, " ", -1);
  for (guint i = 0; elements[i] != NULL; i++)
    {
      char *key = g_strdup_printf ("%s %s", elements[i], row->attribute.name);

      if (!g_hash_table_contains (index, key))
        g_hash_table_insert (index, key, (GenuAttribute *) &row->attribute);
      else
        g_free (key);
    }
}

static gpointer
build_index (gpointer data)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GenuAttributeRow *rows;
  guint n;

  rows = genu_attribute_get_rows (&n);
  for (guint i = 0; i < n; i++)
    add_row (index, &rows[i]);

  return index;
}

static GHashTable *
get_index (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, build_index, NULL);
}

/**
 * genu_attribute_lookup:
 * @element_name: the local name of an element
 * @name: the name of an attribute or property; "xlink:href" is "href"
 *
 * Finds how an attribute of an element is animated.  A property may be set on any element, since
 * its children may inherit it; an attribute only where the element has it.
 *
 * Returns: (transfer none) (nullable): the attribute, or %NULL for what SVG does not animate
 */
const GenuAttribute *
genu_attribute_lookup (const char *element_name,
                       const char *name)
{
  g_autofree char *key = NULL;
  const GenuAttribute *attribute;

  g_return_val_if_fail (element_name != NULL && name != NULL, NULL);

  if (g_str_equal (name, "xlink:href"))
    name = "href";
  key = g_strdup_printf ("%s %s", element_name, name);
  attribute = g_hash_table_lookup (get_index (), key);

  /* A name with a space in it is no property either: keys of attributes hold one. */
  return attribute != NULL || strchr (name, ' ') != NULL
           ? attribute
           : g_hash_table_lookup (get_index (), name);
}

/**
 * genu_attribute_get_property:
 * @name: the name of a CSS property
 *
 * Returns: (transfer none) (nullable): the property, or %NULL
 */
const GenuAttribute *
genu_attribute_get_property (const char *name)
{
  const GenuAttribute *attribute;

  g_return_val_if_fail (name != NULL, NULL);

  attribute = g_hash_table_lookup (get_index (), name);

  return attribute != NULL && attribute->is_property ? attribute : NULL;
}

/* The row of an attribute, NULL for one that is not from the table. */
static const GenuAttributeRow *
get_row (const GenuAttribute *attribute)
{
  const GenuAttributeRow *rows;
  guint n;

  rows = genu_attribute_get_rows (&n);
  for (guint i = 0; i < n; i++)
    if (&rows[i].attribute == attribute)
      return &rows[i];

  return NULL;
}

static gboolean
is_keyword (const GenuAttributeRow *row,
            const char             *text)
{
  const char *word = row->keywords;
  gsize n = strlen (text);

  while (*word != '\0')
    {
      gsize length = strcspn (word, " ");
      gboolean same = row->attribute.is_property ? g_ascii_strncasecmp (word, text, length) == 0
                                                 : strncmp (word, text, length) == 0;

      if (length == n && same)
        return TRUE;
      word += length;
      word += *word == ' ';
    }

  return FALSE;
}

/* Whether one of the words of a property of the type length. */
static gboolean
is_length_word (const GenuAttribute *attribute,
                const char          *text)
{
  gboolean is_normal = g_ascii_strcasecmp (text, "normal") == 0;

  if (strcmp (attribute->name, "font-size") == 0)
    return !is_normal;

  return is_normal && g_str_has_suffix (attribute->name, "-spacing");
}

/**
 * genu_attribute_accepts:
 * @attribute: an attribute
 * @text: a value without white space around it
 *
 * Checks what the type of the attribute does not know: which words are valid.
 *
 * Returns: whether genu_value_parse() may be asked about @text
 */
gboolean
genu_attribute_accepts (const GenuAttribute *attribute,
                        const char          *text)
{
  const GenuAttributeRow *row;

  if (attribute->type == GENU_VALUE_LENGTH && g_ascii_isalpha (text[0]))
    return is_length_word (attribute, text);
  if (attribute->type != GENU_VALUE_STRING)
    return TRUE;
  if (attribute->is_property && text[0] == '\0')
    return FALSE;
  row = get_row (attribute);

  return row == NULL || row->keywords == NULL || is_keyword (row, text);
}
