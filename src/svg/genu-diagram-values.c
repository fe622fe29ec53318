/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Single attributes of <genu:diagram>: numbers, times, lists of names, keywords, rectangles.  Each
 * that cannot be understood is reported with the line of its element. */

#include "config.h"

#include "genu-diagram-private.h"

#include <math.h>
#include <string.h>

#include "genu-limits.h"

/* A plain decimal number: g_ascii_strtod() alone would also take "inf", "0x1p3" and "1 apple". */
gboolean
genu_diagram_parse_number (const char *text,
                           double     *out_number)
{
  char *end;
  double number;

  if (text == NULL || *text == '\0' || strspn (text, "+-.0123456789eE") != strlen (text))
    return FALSE;

  number = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (number))
    return FALSE;

  *out_number = number;
  return TRUE;
}

/* A required number attribute, or a complaint. */
gboolean
genu_diagram_read_number (GenuDiagramReader *reader,
                          const xmlNode     *node,
                          const char        *attribute,
                          double            *out_number)
{
  g_autofree char *text = genu_xml_dup_attribute (node, attribute);

  if (genu_diagram_parse_number (text, out_number))
    return TRUE;

  complain (reader, node, "bad-value",
            "%s of <%s> must be a number, not \"%s\"", attribute,
            (const char *) node->name, text != NULL ? text : "");
  return FALSE;
}

/* Seconds, as "1.5" or "1.5s", to microseconds. */
gboolean
genu_diagram_read_time (GenuDiagramReader *reader,
                        const xmlNode     *node,
                        const char        *attribute,
                        gint64            *out_time)
{
  g_autofree char *text = genu_xml_dup_attribute (node, attribute);
  double seconds;

  if (text != NULL && g_str_has_suffix (text, "s"))
    text[strlen (text) - 1] = '\0';
  if (!genu_diagram_parse_number (text, &seconds) || seconds < 0)
    {
      complain (reader, node, "bad-time",
                "%s of <step> must be a time in seconds, not \"%s\"",
                attribute, text != NULL ? text : "");
      return FALSE;
    }
  if (seconds * G_USEC_PER_SEC > (double) GENU_LIMIT_TIME)
    {
      complain (reader, node, "limit-time",
                "%s of <step> is later than the limit of %.0f seconds",
                attribute, (double) GENU_LIMIT_TIME / G_USEC_PER_SEC);
      return FALSE;
    }

  *out_time = (gint64) llround (seconds * G_USEC_PER_SEC);
  return TRUE;
}

/* The names of a white-space separated list attribute; never NULL. */
char **
genu_diagram_read_names (GenuDiagramReader *reader,
                         const xmlNode     *node,
                         const char        *attribute)
{
  g_autofree char *text = genu_xml_dup_attribute (node, attribute);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) pieces = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);

  for (guint i = 0; pieces[i] != NULL && names->len <= GENU_LIMIT_LIST; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (names, g_strdup (pieces[i]));
  if (names->len > GENU_LIMIT_LIST)
    {
      complain (reader, node, "limit-list", "%s lists more than %d names", attribute,
                GENU_LIMIT_LIST);
      g_ptr_array_set_size (names, 0);
    }

  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_steal (names, NULL);
}

/* "#RGB" or "#RRGGBB" */
gboolean
genu_diagram_parse_ground (const char *text,
                           guint32    *out_color)
{
  guint64 value;
  gsize length = strlen (text);

  if (text[0] != '#' || (length != 4 && length != 7)
      || strspn (text + 1, "0123456789abcdefABCDEF") != length - 1)
    return FALSE;

  value = g_ascii_strtoull (text + 1, NULL, 16);
  if (length == 4)
    value = ((value & 0xF00) * 0x1100) | ((value & 0x0F0) * 0x110) | ((value & 0x00F) * 0x11);
  *out_color = (guint32) (value << 8 | 0xFF);
  return TRUE;
}

/* One keyword of a list; the first is the default for an absent attribute. */
guint
genu_diagram_read_keyword (GenuDiagramReader *reader,
                           const xmlNode     *node,
                           const char        *attribute,
                           const char *const *keywords)
{
  g_autofree char *text = genu_xml_dup_attribute (node, attribute);

  for (guint i = 0; text != NULL && keywords[i] != NULL; i++)
    if (g_str_equal (text, keywords[i]))
      return i;
  if (text != NULL)
    complain (reader, node, "bad-value", "%s cannot be \"%s\"", attribute, text);

  return 0;
}

/* Four numbers; @missing when the attribute is not there or not a rectangle with an area. */
GenuRect
genu_diagram_read_rect (GenuDiagramReader *reader,
                        const xmlNode     *node,
                        const char        *name,
                        GenuRect           missing)
{
  g_autofree char *text = genu_xml_dup_attribute (node, name);
  g_auto(GStrv) pieces = NULL;
  double numbers[4];
  guint n = 0;

  if (text == NULL)
    return missing;

  pieces = g_strsplit_set (text, " ,\t\r\n", 64);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      {
        if (n == 4 || !genu_diagram_parse_number (pieces[i], &numbers[n]))
          {
            n = 0;
            break;
          }
        n++;
      }
  if (n == 4 && numbers[2] > 0 && numbers[3] > 0)
    return (GenuRect) { numbers[0], numbers[1], numbers[2], numbers[3] };

  complain (reader, node, "bad-value",
            "%s must be x, y and a positive width and height, not \"%s\"", name, text);
  return missing;
}
