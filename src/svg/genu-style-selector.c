/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSS selectors: type, *, #id, .class, [attribute] with its operators, :root, :first-child and
 * :last-child, joined by the descendant and child combinators.  Pseudo-classes that depend on the
 * user (:hover …) are valid and never match.  Everything else makes the selector invalid, and the
 * whole rule with it, as CSS says.
 *
 * A selector is a row of compounds, matched from the right.  When a compound fails, only the
 * nearest descendant combinator needs to try a higher ancestor: the work is bounded by depth x
 * length. */

#include "config.h"

#include "genu-style-selector.h"

#include <string.h>

#include "genu-number.h"

/* More compounds or conditions than anybody writes; bounds the work per element. */
#define MAX_PARTS 32

typedef enum
{
  CONDITION_TYPE,
  CONDITION_ID,
  CONDITION_CLASS,
  CONDITION_ATTRIBUTE,
  CONDITION_ROOT,
  CONDITION_FIRST_CHILD,
  CONDITION_LAST_CHILD,
  CONDITION_NEVER,
} ConditionType;

typedef struct
{
  ConditionType type;
  char          operation; /* of an attribute: 0 exists, or one of = ~ | ^ $ * */
  char         *name;
  char         *value;
} Condition;

typedef struct
{
  char    combinator; /* to the compound on the left: ' ' or '>'; 0 for the first */
  GArray *conditions; /* of Condition */
} Compound;

struct _GenuStyleSelector
{
  GArray *compounds;   /* of Compound, left to right; at least one */
  guint   specificity;
};

static void
clear_condition (gpointer data)
{
  Condition *condition = data;

  g_free (condition->name);
  g_free (condition->value);
}

static void
clear_compound (gpointer data)
{
  g_array_unref (((Compound *) data)->conditions);
}

static gboolean
is_name_character (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || (guchar) c >= 0x80;
}

/* A CSS identifier at *cursor; NULL when there is none. */
static char *
scan_name (const char **cursor)
{
  const char *start = *cursor;

  if (g_ascii_isdigit (*start))
    return NULL;
  while (is_name_character (**cursor))
    *cursor += 1;

  return *cursor > start ? g_strndup (start, (gsize) (*cursor - start)) : NULL;
}

static char *
scan_string (const char **cursor)
{
  char quote = **cursor;
  const char *end;
  char *string;

  if (quote != '"' && quote != '\'')
    return scan_name (cursor);

  end = strchr (*cursor + 1, quote);
  if (end == NULL)
    return NULL;
  string = g_strndup (*cursor + 1, (gsize) (end - *cursor - 1));
  *cursor = end + 1;

  return string;
}

/* "name]", "name=value]" …, behind the opening bracket. */
static gboolean
scan_attribute (const char **cursor,
                Condition   *out)
{
  out->type = CONDITION_ATTRIBUTE;
  *cursor = genu_number_skip_space (*cursor);
  out->name = scan_name (cursor);
  if (out->name == NULL)
    return FALSE;

  *cursor = genu_number_skip_space (*cursor);
  if (**cursor == ']')
    {
      *cursor += 1;
      return TRUE;
    }
  out->operation = **cursor;
  if (out->operation != '=')
    {
      if (out->operation == '\0' || strchr ("~|^$*", out->operation) == NULL)
        return FALSE;
      *cursor += 1;
    }
  if (**cursor != '=')
    return FALSE;
  *cursor = genu_number_skip_space (*cursor + 1);
  out->value = scan_string (cursor);
  *cursor = genu_number_skip_space (*cursor);
  if (out->value == NULL || **cursor != ']')
    return FALSE;
  *cursor += 1;

  return TRUE;
}

static gboolean
scan_pseudo (const char **cursor,
             Condition   *out)
{
  static const struct { const char *name; ConditionType type; } names[] = {
    { "root", CONDITION_ROOT },         { "first-child", CONDITION_FIRST_CHILD },
    { "last-child", CONDITION_LAST_CHILD }, { "hover", CONDITION_NEVER },
    { "active", CONDITION_NEVER },      { "focus", CONDITION_NEVER },
    { "focus-visible", CONDITION_NEVER }, { "focus-within", CONDITION_NEVER },
    { "visited", CONDITION_NEVER },     { "link", CONDITION_NEVER },
    { "target", CONDITION_NEVER },
  };

  out->name = scan_name (cursor);
  if (out->name == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (out->name, names[i].name) == 0)
      {
        out->type = names[i].type;
        return TRUE;
      }

  return FALSE;
}

static gboolean
scan_condition (const char **cursor,
                Condition   *out)
{
  char first = **cursor;

  memset (out, 0, sizeof *out);
  if (first != '#' && first != '.' && first != '[' && first != ':')
    {
      out->type = CONDITION_TYPE;
      out->name = scan_name (cursor);
      return out->name != NULL;
    }

  *cursor += 1;
  if (first == '[')
    return scan_attribute (cursor, out);
  if (first == ':')
    return scan_pseudo (cursor, out);
  out->type = first == '#' ? CONDITION_ID : CONDITION_CLASS;
  out->name = scan_name (cursor);

  return out->name != NULL;
}

/* "*" or a type, then conditions, none of which is a type. */
static gboolean
scan_compound (const char **cursor,
               Compound    *compound)
{
  gboolean any = **cursor == '*';

  if (any)
    *cursor += 1;
  while (**cursor != '\0' && **cursor != '>' && genu_number_skip_space (*cursor) == *cursor)
    {
      Condition condition;

      if (compound->conditions->len == MAX_PARTS || !scan_condition (cursor, &condition))
        {
          if (compound->conditions->len < MAX_PARTS)
            clear_condition (&condition);
          return FALSE;
        }
      g_array_append_val (compound->conditions, condition);
      if (condition.type == CONDITION_TYPE && (any || compound->conditions->len > 1))
        return FALSE;
    }

  return any || compound->conditions->len > 0;
}

static char
scan_combinator (const char **cursor)
{
  *cursor = genu_number_skip_space (*cursor);
  if (**cursor != '>')
    return ' ';
  *cursor = genu_number_skip_space (*cursor + 1);

  return '>';
}

static gboolean
scan_compounds (GenuStyleSelector *self,
                const char        *text)
{
  const char *cursor = genu_number_skip_space (text);
  char combinator = '\0';

  do
    {
      Compound compound = { combinator, g_array_new (FALSE, FALSE, sizeof (Condition)) };

      g_array_set_clear_func (compound.conditions, clear_condition);
      g_array_append_val (self->compounds, compound);
      if (self->compounds->len > MAX_PARTS || !scan_compound (&cursor, &compound))
        return FALSE;
      combinator = scan_combinator (&cursor);
    }
  while (*cursor != '\0');

  return combinator == ' ';
}

static guint
count_specificity (const GenuStyleSelector *self)
{
  guint counts[3] = { 0, 0, 0 };

  for (guint i = 0; i < self->compounds->len; i++)
    {
      const Compound *compound = &g_array_index (self->compounds, Compound, i);

      for (guint k = 0; k < compound->conditions->len; k++)
        {
          ConditionType type = g_array_index (compound->conditions, Condition, k).type;

          counts[type == CONDITION_ID ? 0 : type == CONDITION_TYPE ? 2 : 1]++;
        }
    }

  return MIN (counts[0], 255) << 16 | MIN (counts[1], 255) << 8 | MIN (counts[2], 255);
}

GenuStyleSelector *
genu_style_selector_parse (const char *text)
{
  g_autoptr(GenuStyleSelector) self = g_new0 (GenuStyleSelector, 1);

  self->compounds = g_array_new (FALSE, FALSE, sizeof (Compound));
  g_array_set_clear_func (self->compounds, clear_compound);
  if (!scan_compounds (self, text))
    return NULL;
  self->specificity = count_specificity (self);

  return g_steal_pointer (&self);
}

void
genu_style_selector_free (GenuStyleSelector *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->compounds);
  g_free (self);
}

guint
genu_style_selector_get_specificity (const GenuStyleSelector *self)
{
  return self->specificity;
}

/* The value of an attribute in no namespace, without a copy; NULL when absent. */
static const char *
peek_attribute (const xmlNode *element,
                const char    *name)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    if (attribute->ns == NULL && strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->content != NULL
               ? (const char *) attribute->children->content
               : "";

  return NULL;
}

static gboolean
has_word (const char *text,
          const char *word)
{
  gsize n = strlen (word);

  while (n > 0 && *(text = genu_number_skip_space (text)) != '\0')
    {
      gsize length = strcspn (text, " \t\n\r\f");

      if (length == n && strncmp (text, word, n) == 0)
        return TRUE;
      text += length;
    }

  return FALSE;
}

static gboolean
matches_attribute (const Condition *condition,
                   const xmlNode   *element)
{
  const char *text = peek_attribute (element, condition->name), *value = condition->value;

  if (text == NULL)
    return FALSE;
  switch (condition->operation)
    {
    case '\0':
      return TRUE;
    case '=':
      return strcmp (text, value) == 0;
    case '~':
      return has_word (text, value);
    case '|':
      return g_str_has_prefix (text, value)
             && (text[strlen (value)] == '\0' || text[strlen (value)] == '-');
    case '^':
      return value[0] != '\0' && g_str_has_prefix (text, value);
    case '$':
      return value[0] != '\0' && g_str_has_suffix (text, value);
    default:
      return value[0] != '\0' && strstr (text, value) != NULL;
    }
}

static gboolean
is_outermost (const xmlNode *element,
              gboolean       backwards)
{
  const xmlNode *node = backwards ? element->prev : element->next;

  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = backwards ? node->prev : node->next;

  return node == NULL;
}

static gboolean
matches_condition (const Condition *condition,
                   const xmlNode   *element)
{
  const char *text;

  switch (condition->type)
    {
    case CONDITION_TYPE:
      return strcmp ((const char *) element->name, condition->name) == 0;
    case CONDITION_ID:
      text = peek_attribute (element, "id");
      return text != NULL && strcmp (text, condition->name) == 0;
    case CONDITION_CLASS:
      text = peek_attribute (element, "class");
      return text != NULL && has_word (text, condition->name);
    case CONDITION_ATTRIBUTE:
      return matches_attribute (condition, element);
    case CONDITION_ROOT:
      return element->parent == NULL || element->parent->type != XML_ELEMENT_NODE;
    case CONDITION_FIRST_CHILD:
      return is_outermost (element, TRUE);
    case CONDITION_LAST_CHILD:
      return is_outermost (element, FALSE);
    case CONDITION_NEVER:
    default:
      return FALSE;
    }
}

static gboolean
matches_compound (const Compound *compound,
                  const xmlNode  *element)
{
  for (guint i = 0; i < compound->conditions->len; i++)
    if (!matches_condition (&g_array_index (compound->conditions, Condition, i), element))
      return FALSE;

  return TRUE;
}

static const xmlNode *
get_parent (const xmlNode *element)
{
  const xmlNode *parent = element->parent;

  return parent != NULL && parent->type == XML_ELEMENT_NODE ? parent : NULL;
}

gboolean
genu_style_selector_matches (const GenuStyleSelector *self,
                             const xmlNode           *element)
{
  const Compound *compounds = (const Compound *) (gpointer) self->compounds->data;
  guint index = self->compounds->len - 1, retry = 0; /* retry: the compound left of a ' ', or 0 */
  const xmlNode *node = element, *retry_node = NULL;
  gboolean can_retry = FALSE;

  if (!matches_compound (&compounds[index], element))
    return FALSE;

  while (index > 0)
    {
      gboolean is_child = compounds[index].combinator == '>';

      index--;
      node = get_parent (node);
      if (!is_child)
        {
          while (node != NULL && !matches_compound (&compounds[index], node))
            node = get_parent (node);
          if (node == NULL)
            return FALSE;
          can_retry = TRUE;
          retry = index;
          retry_node = node;
        }
      else if (node == NULL || !matches_compound (&compounds[index], node))
        {
          if (node == NULL || !can_retry)
            return FALSE;
          /* Try the next higher ancestor for the nearest descendant combinator. */
          index = retry + 1;
          node = retry_node;
        }
    }

  return TRUE;
}
