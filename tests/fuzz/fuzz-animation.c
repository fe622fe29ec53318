/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Animations without the XML around them, so that every byte tried lands in an attribute's value.
 * The input is lines: `<k` begins an animation element (a: animate, s: set, t: animateTransform,
 * m: animateMotion) with the next id of a, b, c …; `name=value` is an attribute of it.  Besides
 * surviving, the timeline must give the same values however a time is reached. */

#include "fuzz.h"
#include "genu-timeline.h"

#define MAX_ELEMENTS 12

static const char *
element_name (char kind)
{
  switch (kind)
    {
    case 's':
      return "set";
    case 't':
      return "animateTransform";
    case 'm':
      return "animateMotion";
    default:
      return "animate";
    }
}

static gboolean
is_name (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");

  return length > 0 && text[length] == '\0' && text[0] != '-' && !g_str_equal (text, "id");
}

static void
add_line (xmlNode     *parent,
          xmlNode    **element,
          guint       *n_elements,
          const char  *line)
{
  g_auto(GStrv) parts = NULL;

  if (line[0] == '<' && *n_elements < MAX_ELEMENTS)
    {
      char id[] = { (char) ('a' + (*n_elements)++), '\0' };

      *element = xmlNewChild (parent, NULL, BAD_CAST element_name (line[1]), NULL);
      xmlNewProp (*element, BAD_CAST "id", BAD_CAST id);
      return;
    }

  parts = g_strsplit (line, "=", 2);
  if (*element != NULL && g_strv_length (parts) == 2 && is_name (parts[0]))
    xmlSetProp (*element, BAD_CAST parts[0], BAD_CAST parts[1]);
}

static GenuSvgDocument *
build (const char *text)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'>"
                            "<path id='p' d='M0 0L50 50C1 2 3 4 5 6' stroke-dasharray='1 2'/>"
                            "<rect id='r' x='5' fill='#123456' transform='scale(2)'/></svg>";
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuXmlDoc) document = xmlReadMemory (svg, sizeof svg - 1, NULL, NULL, XML_PARSE_NONET);
  g_autoptr(GBytes) bytes = NULL;
  g_auto(GStrv) lines = g_strsplit (text, "\n", 400);
  xmlNode *element = NULL;
  guint n_elements = 0;
  xmlChar *dump;
  int size;

  for (char **line = lines; *line != NULL; line++)
    add_line (xmlGetLastChild (xmlDocGetRootElement (document)), &element, &n_elements, *line);
  xmlDocDumpMemory (document, &dump, &size);
  bytes = g_bytes_new (dump, (gsize) size);
  xmlFree (dump);

  return genu_svg_document_new_from_bytes (bytes, "fuzz.svg", report);
}

static char *
dup_state_at (GenuTimeline *timeline,
              gint64        time)
{
  GString *state = g_string_new (NULL);

  genu_timeline_seek (timeline, time);
  for (guint i = 0; i < genu_timeline_get_n_targets (timeline); i++)
    {
      g_autoptr(GenuValue) value = genu_timeline_dup_effective_value (timeline, i);
      g_autofree char *text = value != NULL ? genu_value_to_string (value) : g_strdup ("-");

      g_string_append_printf (state, "%s\n", text);
    }

  return g_string_free (state, FALSE);
}

static void
check_next_change (GenuTimeline *timeline,
                   gint64        time,
                   const char   *state)
{
  gint64 next;

  genu_timeline_seek (timeline, time);
  next = genu_timeline_get_next_change (timeline);
  g_assert_cmpint (next, >=, time);
  if (next > time + 1)
    {
      g_autofree char *held = dup_state_at (timeline, next == GENU_TIME_NEVER ? time * 2 + 1
                                                                              : next - 1);

      g_assert_cmpstr (held, ==, state);
    }
}

static GenuTimeline *
play (GenuSvgDocument *document)
{
  GenuTimeline *timeline = genu_timeline_new (document, NULL);

  genu_timeline_add_event (timeline, 1500000, "click", "r");
  genu_timeline_add_event (timeline, 3250000, "click", "r");
  return timeline;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const gint64 times[] = { 0, 400000, 1000000, 1700000, 2500000, 4000000, 9300000 };
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr(GenuSvgDocument) document = build (text);
  g_autoptr(GenuTimeline) forward = NULL;
  g_autoptr(GenuTimeline) backward = NULL;
  char *states[G_N_ELEMENTS (times)];

  if (document == NULL)
    return 0;

  forward = play (document);
  backward = play (document);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    states[i] = dup_state_at (forward, times[i]);
  for (gsize i = G_N_ELEMENTS (times); i-- > 0;)
    {
      g_autofree char *back = dup_state_at (backward, times[i]);

      g_assert_cmpstr (back, ==, states[i]);
      check_next_change (forward, times[i], states[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    g_free (states[i]);

  return 0;
}
