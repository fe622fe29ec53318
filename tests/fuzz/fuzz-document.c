/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole SVG file: load, build the timeline, click on the first element, seek to and fro, bake. */

#include "fuzz.h"
#include "genu-timeline.h"

static void
visit (GenuTimeline *timeline,
       gint64        time)
{
  gint64 next;

  genu_timeline_seek (timeline, time);
  for (guint i = 0; i < genu_timeline_get_n_targets (timeline); i++)
    {
      g_autoptr(GenuValue) value = genu_timeline_dup_effective_value (timeline, i);
      g_autofree char *text = value != NULL ? genu_value_to_string (value) : NULL;

      g_assert_true ((value == NULL) == (text == NULL));
    }
  next = genu_timeline_get_next_change (timeline);
  g_assert_cmpint (next, >=, time);
}

static void
click (GenuTimeline    *timeline,
       GenuSvgDocument *document)
{
  guint last = genu_svg_document_get_n_elements (document) - 1;
  xmlNode *element = genu_svg_document_get_nth_element (document, last);
  g_autofree char *id = genu_xml_dup_attribute (element, "id");

  if (id != NULL)
    genu_timeline_add_event (timeline, 1500000, "click", id);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const gint64 times[] = { 0, 500000, 1000000, 7000000, 3600000000, 500000 };
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuSvgDocument) document
    = genu_svg_document_new_from_bytes (bytes, "fuzz.svg", report);
  g_autoptr(GenuTimeline) timeline = NULL;
  g_autoptr(GenuXmlDoc) baked = NULL;

  g_assert_true (document != NULL || genu_report_get_n_errors (report) > 0);
  if (document == NULL)
    return 0;

  timeline = genu_timeline_new (document, report);
  g_assert_nonnull (timeline);
  click (timeline, document);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    visit (timeline, times[i]);
  genu_timeline_get_end (timeline);
  baked = genu_timeline_bake (timeline);
  g_assert_nonnull (baked);

  return 0;
}
