/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the author's style sheets and style="" attributes (CSS 2.1 chapter 4, as far as drawings
 * use it).  Rules that start with @ are skipped with their block; a rule with an invalid selector
 * is skipped; a broken declaration ends at the next semicolon.  Whether a value suits its property
 * is not known here: the cascade asks (genu-style.c). */

#include "config.h"

#include "genu-style-sheet.h"

#include <string.h>

#include "genu-limits.h"
#include "genu-number.h"
#include "genu-style-selector.h"

typedef struct
{
  GenuStyleSelector *selector;
  GPtrArray         *declarations; /* of GenuDeclaration; shared by the selectors of one rule */
} Rule;

struct _GenuStyleSheet
{
  GArray *rules; /* of Rule, in order */
};

GenuDeclaration *
genu_declaration_copy (const GenuDeclaration *self)
{
  GenuDeclaration *copy = g_new (GenuDeclaration, 1);

  copy->name = g_strdup (self->name);
  copy->value = g_strdup (self->value);
  copy->is_important = self->is_important;

  return copy;
}

void
genu_declaration_free (GenuDeclaration *self)
{
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

static void
clear_rule (gpointer data)
{
  Rule *rule = data;

  genu_style_selector_free (rule->selector);
  g_ptr_array_unref (rule->declarations);
}

/* Text without comments; an open one reaches to the end.  Those in strings stay. */
static char *
strip_comments (const char *text)
{
  GString *string = g_string_new (NULL);
  char quote = '\0';

  while (*text != '\0')
    {
      if (quote == '\0' && text[0] == '/' && text[1] == '*')
        {
          const char *end = strstr (text + 2, "*/");

          g_string_append_c (string, ' ');
          text = end != NULL ? end + 2 : text + strlen (text);
          continue;
        }
      if (quote == *text)
        quote = '\0';
      else if (quote == '\0' && (*text == '"' || *text == '\''))
        quote = *text;
      g_string_append_c (string, *text++);
    }

  return g_string_free (string, FALSE);
}

/* The first character of @stops that stands outside strings, brackets and blocks, or the end. */
static const char *
find_stop (const char *text,
           const char *stops)
{
  guint depth = 0;
  char quote = '\0';

  for (; *text != '\0'; text++)
    {
      if (quote != '\0')
        {
          if (*text == quote)
            quote = '\0';
          continue;
        }
      if (depth == 0 && strchr (stops, *text) != NULL)
        return text;
      if (*text == '"' || *text == '\'')
        quote = *text;
      else if (strchr ("([{", *text) != NULL)
        depth++;
      else if (strchr (")]}", *text) != NULL && depth > 0)
        depth--;
    }

  return text;
}

/* Cuts "!important" off the end of @value. */
static gboolean
strip_important (char *value)
{
  char *mark = strrchr (value, '!');

  if (mark == NULL || g_ascii_strcasecmp (g_strstrip (mark + 1), "important") != 0)
    return FALSE;
  *mark = '\0';
  g_strchomp (value);

  return TRUE;
}

static GenuDeclaration *
parse_declaration (const char *text,
                   gsize       length)
{
  g_autofree char *copy = g_strstrip (g_strndup (text, length));
  char *colon = strchr (copy, ':');
  GenuDeclaration *declaration;

  if (colon == NULL)
    return NULL;
  *colon = '\0';
  g_strchomp (copy);
  if (copy[0] == '\0' || strpbrk (copy, " \t\n\r\f\"'(){}") != NULL)
    return NULL;

  declaration = g_new0 (GenuDeclaration, 1);
  declaration->name = g_ascii_strdown (copy, -1);
  declaration->value = g_strstrip (g_strdup (colon + 1));
  declaration->is_important = strip_important (declaration->value);
  if (declaration->value[0] == '\0')
    g_clear_pointer (&declaration, genu_declaration_free);

  return declaration;
}

/* @text has no comments. */
static GPtrArray *
parse_block (const char *text)
{
  GPtrArray *declarations = g_ptr_array_new_with_free_func ((GDestroyNotify) genu_declaration_free);

  while (*text != '\0')
    {
      const char *end = find_stop (text, ";");
      GenuDeclaration *declaration = parse_declaration (text, (gsize) (end - text));

      if (declaration != NULL)
        g_ptr_array_add (declarations, declaration);
      text = *end != '\0' ? end + 1 : end;
    }

  return declarations;
}

GPtrArray *
genu_declarations_parse (const char *text)
{
  g_autofree char *plain = strip_comments (text);

  return parse_block (plain);
}

/* One selector that is wrong spoils its whole rule, so all are parsed first. */
static void
add_rule (GenuStyleSheet *self,
          const char     *prelude,
          GPtrArray      *declarations)
{
  g_auto(GStrv) texts = g_strsplit (prelude, ",", -1);
  g_autoptr(GPtrArray) selectors =
    g_ptr_array_new_with_free_func ((GDestroyNotify) genu_style_selector_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      GenuStyleSelector *selector = genu_style_selector_parse (texts[i]);

      if (selector == NULL)
        return;
      g_ptr_array_add (selectors, selector);
    }

  while (selectors->len > 0 && self->rules->len < GENU_LIMIT_STYLE_RULES)
    {
      Rule rule = { g_ptr_array_steal_index (selectors, 0), g_ptr_array_ref (declarations) };

      g_array_append_val (self->rules, rule);
    }
}

/* Reads one rule at @text and returns where the next begins. */
static const char *
read_rule (GenuStyleSheet *self,
           const char     *text)
{
  const char *open = find_stop (text, *text == '@' ? ";{" : "{");
  const char *close;
  g_autofree char *prelude = g_strndup (text, (gsize) (open - text));
  g_autofree char *block = NULL;
  g_autoptr(GPtrArray) declarations = NULL;

  if (*open == '\0' || *open == ';')
    return *open == '\0' ? open : open + 1;

  close = find_stop (open + 1, "}");
  if (*text != '@')
    {
      block = g_strndup (open + 1, (gsize) (close - open - 1));
      declarations = parse_block (block);
      add_rule (self, prelude, declarations);
    }

  return *close != '\0' ? close + 1 : close;
}

static const char *
skip_between_rules (const char *text)
{
  for (;;)
    {
      text = genu_number_skip_space (text);
      if (g_str_has_prefix (text, "<!--"))
        text += 4;
      else if (g_str_has_prefix (text, "-->"))
        text += 3;
      else
        return text;
    }
}

/**
 * genu_style_sheet_add:
 * @self: a style sheet
 * @text: CSS
 *
 * Adds the rules of @text behind those that are there.  Rules beyond %GENU_LIMIT_STYLE_RULES are
 * ignored.
 */
void
genu_style_sheet_add (GenuStyleSheet *self,
                      const char     *text)
{
  g_autofree char *plain = strip_comments (text);
  const char *cursor = skip_between_rules (plain);

  while (*cursor != '\0')
    cursor = skip_between_rules (read_rule (self, cursor));
}

GenuStyleSheet *
genu_style_sheet_new (void)
{
  GenuStyleSheet *self = g_new0 (GenuStyleSheet, 1);

  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  g_array_set_clear_func (self->rules, clear_rule);

  return self;
}

void
genu_style_sheet_free (GenuStyleSheet *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->rules);
  g_free (self);
}

gboolean
genu_style_sheet_is_empty (const GenuStyleSheet *self)
{
  return self->rules->len == 0;
}

static int
compare_rules (const void *a,
               const void *b)
{
  const Rule *first = *(const Rule *const *) a, *second = *(const Rule *const *) b;
  guint x = genu_style_selector_get_specificity (first->selector);
  guint y = genu_style_selector_get_specificity (second->selector);

  if (x != y)
    return x < y ? -1 : 1;

  /* Both lie in one array, in the order of the text. */
  return first < second ? -1 : first > second;
}

void
genu_style_sheet_match (const GenuStyleSheet *self,
                        const xmlNode        *element,
                        GPtrArray            *declarations)
{
  g_autoptr(GPtrArray) matching = g_ptr_array_new ();

  for (guint i = 0; i < self->rules->len; i++)
    {
      Rule *rule = &g_array_index (self->rules, Rule, i);

      if (genu_style_selector_matches (rule->selector, element))
        g_ptr_array_add (matching, rule);
    }
  g_ptr_array_sort (matching, compare_rules);

  for (guint i = 0; i < matching->len; i++)
    {
      const Rule *rule = g_ptr_array_index (matching, i);

      for (guint k = 0; k < rule->declarations->len; k++)
        g_ptr_array_add (declarations,
                         genu_declaration_copy (g_ptr_array_index (rule->declarations, k)));
    }
}
