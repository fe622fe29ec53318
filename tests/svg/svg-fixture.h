/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document from a string literal, for the tests of this folder. */

#pragma once

#include <string.h>

#include "genu-svg-document.h"

#define SVG_OPEN \
  "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " \
  "viewBox='0 0 400 300'>"

static inline GenuSvgDocument *
fixture_try_load (const char *text,
                  GenuReport *report)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return genu_svg_document_new_from_bytes (bytes, "test.svg", report);
}

/* @content is what stands between <svg> and </svg>. */
static inline GenuSvgDocument *
fixture_load (const char *content)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *text = g_strconcat (SVG_OPEN, content, "</svg>", NULL);
  GenuSvgDocument *document = fixture_try_load (text, report);

  g_assert_nonnull (document);
  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);

  return document;
}
