/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"
#include "genu-topic-parser.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = genu_xml_parse_bytes (bytes, "fuzz.xml", report);
  GenuTopic *topic;

  g_assert_true (document != NULL || genu_report_get_n_errors (report) > 0);
  if (document == NULL)
    return 0;

  topic = genu_topic_parse (document, "fuzz.xml", report);
  g_assert_true (topic != NULL || genu_report_get_n_errors (report) > 0);
  if (topic != NULL)
    genu_topic_free (topic);

  return 0;
}
