/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSS in a drawing.  style="" and <style> may set what presentation attributes may; rules of media,
 * imports and fonts are refused, and so is `transform`, which in CSS makes animateTransform do
 * nothing.  Only as much of CSS is read as is needed to find the names of properties: comments and
 * strings are blanked, then blocks and declarations are told apart by their punctuation. */

#include "config.h"

#include <string.h>

#include "genu-check-private.h"
#include "genu-grammar.h"

typedef struct
{
  const char *path;
  GenuReport *report;
  int         line; /* of the text under the cursor */
} Run;

/* Blanks what may hold punctuation without meaning it; lines stay lines. */
static char *
blank_comments_and_strings (const char *css)
{
  char *text = g_strdup (css);
  char quote = '\0';
  gboolean comment = FALSE;

  for (char *p = text; *p != '\0'; p++)
    {
      gboolean hide = quote != '\0' || comment;

      if (comment)
        comment = !(p[0] == '*' && p[1] == '/');
      else if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else if (p[0] == '/' && p[1] == '*')
        {
          hide = comment = TRUE;
          p[1] = ' ';
        }

      if (hide && !comment && quote == '\0' && p[0] == '*' && p[1] == '/')
        p[1] = ' ';
      if (hide && *p != '\n')
        *p = ' ';
    }

  return text;
}

static void
check_declaration (Run        *run,
                   const char *declaration)
{
  g_autofree char *name = NULL;
  const char *colon = strchr (declaration, ':');

  if (colon == NULL)
    return;

  name = g_strndup (declaration, (gsize) (colon - declaration));
  g_strstrip (name);
  if (*name != '\0'
      && !genu_vocabulary_defines (genu_grammar_get_vocabulary (GENU_GRAMMAR_DIAGRAM),
                                   "presentation", name))
    genu_report_add (run->report, GENU_SEVERITY_ERROR, run->path, run->line,
                     "unsupported-attribute", "the style cannot set the property %s", name);
}

static int
count_lines (const char *text,
             gsize       length)
{
  int n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n';

  return n;
}

/* Declarations up to @end; leaves run->line on the line of @end. */
static void
check_declarations (Run        *run,
                    const char *start,
                    const char *end)
{
  while (start < end)
    {
      gsize length = MIN (strcspn (start, ";"), (gsize) (end - start));
      g_autofree char *declaration = g_strndup (start, length);
      gsize space = strspn (declaration, " \t\r\n");

      run->line += count_lines (declaration, space);
      check_declaration (run, declaration + space);
      run->line += count_lines (declaration + space, length - space);
      start += length + (start + length < end ? 1 : 0);
    }
}

static void
check_sheet (Run        *run,
             const char *text)
{
  while (*text != '\0')
    {
      gsize selector = strcspn (text, "{@");
      const char *block = text + selector;
      gsize length;

      run->line += count_lines (text, selector);
      if (*block == '@')
        {
          genu_report_add (run->report, GENU_SEVERITY_ERROR, run->path, run->line,
                           "unsupported-element", "a style sheet cannot have @ rules");
          return;
        }
      if (*block == '\0')
        return;
      length = strcspn (block, "}");
      check_declarations (run, block + 1, block + length);
      text = block + length + (block[length] == '}' ? 1 : 0);
    }
}

/**
 * genu_style_check:
 * @element: an element of a drawing
 * @path: the file, for problems
 * @report: gets `unsupported-attribute` and `unsupported-element`
 *
 * Checks the element's style="", and its text if it is <style>.
 */
void
genu_style_check (const xmlNode *element,
                  const char    *path,
                  GenuReport    *report)
{
  Run run = { path, report, genu_xml_get_line (element) };
  g_autofree char *attribute = genu_xml_dup_attribute (element, "style");

  if (attribute != NULL)
    {
      g_autofree char *text = blank_comments_and_strings (attribute);

      check_declarations (&run, text, text + strlen (text));
    }
  if (genu_xml_is (element, GENU_XMLNS_SVG, "style"))
    {
      g_autoptr(GenuXmlString) content = xmlNodeGetContent (element);
      g_autofree char *text = blank_comments_and_strings (content != NULL ? (char *) content : "");

      run.line = genu_xml_get_line (element);
      check_sheet (&run, text);
    }
}
