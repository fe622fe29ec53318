/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"
#include "genu-diagram.h"

static void
check_steps (const GenuDiagram *diagram)
{
  for (guint i = 0; i < diagram->steps->len; i++)
    {
      const GenuDiagramStep *step = &g_array_index (diagram->steps, GenuDiagramStep, i);

      g_assert_nonnull (step->id);
      g_assert_nonnull (step->focus);
      g_assert_cmpint (step->begin, <, step->end);
      g_assert_false (genu_rect_is_empty (&step->camera));
      g_assert_nonnull (genu_diagram_find_step (diagram, step->id));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const GenuRect view_box = { 0, 0, 200, 100 };
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_bytes (bytes, "fuzz.svg", report);
  GenuDiagram *diagram;

  if (document == NULL)
    return 0;

  diagram = genu_diagram_new (document, &view_box, "fuzz.svg", report);
  g_assert_nonnull (diagram);
  g_assert_cmpfloat (diagram->max_scale, >, 0.0);
  check_steps (diagram);
  genu_diagram_free (diagram);

  return 0;
}
