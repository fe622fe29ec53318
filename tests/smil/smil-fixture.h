/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of this folder share: documents from a few lines of text, and values as text. */

#pragma once

#include <string.h>

#include "genu-timeline.h"

#define SECONDS(s) ((gint64) ((s) * 1e6 + ((s) < 0 ? -0.5 : 0.5)))

/* NULL when the document is refused. */
static inline GenuSvgDocument *
fixture_load (const char *body,
              GenuReport *report)
{
  g_autofree char *text = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' "
                                           "xmlns:xlink='http://www.w3.org/1999/xlink' "
                                           "viewBox='0 0 200 100'>\n%s</svg>", body);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return genu_svg_document_new_from_bytes (bytes, "test.svg", report);
}

/* The timeline of a document whose root holds @body. */
static inline GenuTimeline *
fixture_new (const char *body,
             GenuReport *report)
{
  g_autoptr(GenuReport) own = genu_report_new ();
  g_autoptr(GenuSvgDocument) document = fixture_load (body, report != NULL ? report : own);

  return genu_timeline_new (document, report != NULL ? report : own);
}

/* A rect "r" with x="5" that holds @animations. */
static inline GenuTimeline *
fixture_new_rect (const char *animations)
{
  g_autofree char *body = g_strdup_printf ("<rect id='r' x='5' width='10' height='10'>%s</rect>",
                                           animations);

  return fixture_new (body, NULL);
}

/* The effective value of the first target with this name. */
static inline char *
fixture_dup_text (const GenuTimeline *timeline,
                  const char         *attribute)
{
  for (guint i = 0; i < genu_timeline_get_n_targets (timeline); i++)
    if (g_str_equal (genu_timeline_get_target (timeline, i)->attribute->name, attribute))
      {
        g_autoptr(GenuValue) value = genu_timeline_dup_effective_value (timeline, i);

        return value != NULL ? genu_value_to_string (value) : g_strdup ("");
      }

  return g_strdup ("(not animated)");
}

static inline char *
fixture_dup_text_at (GenuTimeline *timeline,
                     const char   *attribute,
                     double        seconds)
{
  genu_timeline_seek (timeline, SECONDS (seconds));

  return fixture_dup_text (timeline, attribute);
}

/* "t=value t=value": compares what the attribute is at each of these times. */
static inline void
fixture_check (GenuTimeline *timeline,
               const char   *attribute,
               const char   *expected)
{
  g_auto(GStrv) items = g_strsplit (expected, " ", -1);
  g_autoptr(GString) got = g_string_new (NULL);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *value = fixture_dup_text_at (timeline, attribute,
                                                    g_ascii_strtod (items[i], NULL));

      g_string_append_printf (got, "%s%.*s=%s", i > 0 ? " " : "",
                              (int) (strchr (items[i], '=') - items[i]), items[i], value);
    }
  g_assert_cmpstr (got->str, ==, expected);
}
