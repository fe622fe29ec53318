/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a <chart> of a step to numbers that may be drawn.  Whatever is wrong with a number is an
 * error for those who check a pack and for those who load it: a chart that says something false, or
 * something without a source, reaches no reader. */

#include "config.h"

#include "genu-chart-parser.h"

#include <math.h>

#include "genu-content-text.h"
#include "genu-limits.h"

#define NS GENU_XMLNS_TOPIC

/* Values may be written with more digits than a double tells apart from their sum. */
#define ROUNDING 1e-9

typedef struct
{
  GenuChart  *chart;
  const char *path;
  GenuReport *report;
} Parser;

/* What is wrong with an element, and which rule it breaks: printf format and arguments. */
#define complain(parser, node, rule, ...) \
  genu_report_add ((parser)->report, GENU_SEVERITY_ERROR, (parser)->path, \
                   genu_xml_get_line (node), rule, __VA_ARGS__)

static void
number_free (gpointer data)
{
  GenuChartNumber *number = data;

  g_free (number->id);
  g_free (number->text);
  g_strfreev (number->cites);
  g_free (number);
}

/* FALSE, and @out_value untouched, when the attribute is not a plain decimal number. */
static gboolean
parse_plain (const char *text,
             double     *out_value)
{
  char *end;
  double value;

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isdigit (*c) && *c != '.' && !(*c == '-' && c == text))
      return FALSE;
  value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (value))
    return FALSE;
  *out_value = value;
  return TRUE;
}

/* A number of the file within bounds; what else it must be is said in @whole. */
static gboolean
read_value (Parser        *parser,
            const xmlNode *node,
            const char    *name,
            double         least,
            double         most,
            gboolean       whole,
            double        *out_value)
{
  g_autofree char *text = genu_content_dup_attribute (node, name);
  double value;

  if (parse_plain (text, &value) && value >= least && value <= most
      && (!whole || value == floor (value)))
    {
      *out_value = value;
      return TRUE;
    }

  complain (parser, node, "chart-number", "%s must be a %snumber from %g to %g, not \"%s\"", name,
            whole ? "whole " : "", least, most, text);
  return FALSE;
}

static gboolean
has_attribute (const xmlNode *node,
               const char    *name)
{
  g_autofree char *text = genu_xml_dup_attribute (node, name);

  return text != NULL;
}

/* How far off the value may be must be said, if only that nobody has said it. */
static void
read_range (Parser          *parser,
            const xmlNode   *node,
            gboolean         whole,
            GenuChartNumber *number)
{
  gboolean has_low = has_attribute (node, "low"), has_high = has_attribute (node, "high");
  g_autofree char *word = genu_content_dup_attribute (node, "range");
  double base = genu_chart_get_base (parser->chart, number), most = parser->chart->of - base;

  if (!has_low && !has_high)
    {
      if (!g_str_equal (word, "unknown"))
        complain (parser, node, "chart-range",
                  "say low and high, how far off the number may be, or range=\"unknown\"");
      return;
    }
  if (!has_low || !has_high || *word != '\0')
    {
      complain (parser, node, "chart-range", "a range has low and high, and no range=\"\"");
      return;
    }
  if (!read_value (parser, node, "low", -base, most, whole, &number->low)
      || !read_value (parser, node, "high", -base, most, whole, &number->high))
    return;
  if (number->low > number->value || number->value > number->high)
    {
      complain (parser, node, "chart-range", "%g does not lie between %g and %g", number->value,
                number->low, number->high);
      return;
    }
  number->has_range = TRUE;
}

/* What a number comes on top of stands above it in the file, so that there are no circles. */
static void
read_after (Parser          *parser,
            const xmlNode   *node,
            GenuChartNumber *number)
{
  g_autofree char *after = genu_content_dup_attribute (node, "after");
  const GPtrArray *numbers = parser->chart->numbers;

  if (*after == '\0')
    return;
  for (guint i = 0; i < numbers->len; i++)
    if (g_strcmp0 (((GenuChartNumber *) g_ptr_array_index (numbers, i))->id, after) == 0)
      {
        number->after = (int) i;
        return;
      }
  complain (parser, node, "chart-after", "no number above is called \"%s\"", after);
}

static void
read_people (Parser          *parser,
             const xmlNode   *node,
             GenuChartNumber *number)
{
  if (read_value (parser, node, "value", 0, GENU_CHART_PEOPLE, TRUE, &number->value))
    read_range (parser, node, TRUE, number);
}

static void
read_points (Parser          *parser,
             const xmlNode   *node,
             GenuChartNumber *number)
{
  g_autofree char *mark = genu_content_dup_attribute (node, "mark");
  double base;

  read_after (parser, node, number);
  base = genu_chart_get_base (parser->chart, number);
  number->is_mark = g_str_equal (mark, "yes");
  if (read_value (parser, node, "value", 0, parser->chart->of - base + ROUNDING, FALSE,
                  &number->value) && !number->is_mark)
    read_range (parser, node, FALSE, number);
}

static void
read_years (Parser          *parser,
            const xmlNode   *node,
            GenuChartNumber *number)
{
  read_value (parser, node, "at", 0, parser->chart->of, FALSE, &number->at);
  read_value (parser, node, "value", 1, (double) parser->chart->each * GENU_LIMIT_CHART_DOTS, TRUE,
              &number->value);
}

static void
parse_number (Parser        *parser,
              const xmlNode *node)
{
  GenuChartNumber *number = g_new0 (GenuChartNumber, 1);
  g_autofree char *id = genu_content_dup_attribute (node, "id");

  number->after = -1;
  number->id = *id != '\0' ? g_steal_pointer (&id) : NULL;
  number->text = genu_content_dup_text (node);
  number->cites = genu_content_dup_names (node, "cite", parser->path, parser->report);
  number->line = genu_xml_get_line (node);
  if (number->cites[0] == NULL || *number->cites[0] == '\0')
    complain (parser, node, "chart-source", "a number of a chart names no source");
  if (*number->text == '\0')
    complain (parser, node, "empty-text", "say what this is the number of");

  switch (parser->chart->kind)
    {
    case GENU_CHART_KIND_POINTS:
      read_points (parser, node, number);
      break;
    case GENU_CHART_KIND_YEARS:
      read_years (parser, node, number);
      break;
    case GENU_CHART_KIND_PEOPLE:
    default:
      read_people (parser, node, number);
      break;
    }
  g_ptr_array_add (parser->chart->numbers, number);
}

static void
parse_numbers (Parser        *parser,
               const xmlNode *chart)
{
  guint n_dots = 0;

  for (const xmlNode *node = chart->children; node != NULL; node = node->next)
    if (genu_xml_is (node, NS, "number"))
      {
        const GPtrArray *numbers = parser->chart->numbers;

        if (numbers->len == GENU_LIMIT_CHART_NUMBERS)
          {
            complain (parser, node, "limit-chart", "more than %d numbers in a chart",
                      GENU_LIMIT_CHART_NUMBERS);
            return;
          }
        parse_number (parser, node);
        n_dots += genu_chart_count_dots (parser->chart,
                                         g_ptr_array_index (numbers, numbers->len - 1));
      }
  if (parser->chart->kind == GENU_CHART_KIND_YEARS && n_dots > GENU_LIMIT_CHART_DOTS)
    complain (parser, chart, "limit-chart", "%u dots, more than %d: let each stand for more people",
              n_dots, GENU_LIMIT_CHART_DOTS);
  if (parser->chart->numbers->len == 0)
    complain (parser, chart, "chart-number", "a chart without a number");
}

static GenuChartKind
parse_kind (const xmlNode *node)
{
  g_autofree char *kind = genu_content_dup_attribute (node, "kind");

  if (g_str_equal (kind, "points"))
    return GENU_CHART_KIND_POINTS;
  return g_str_equal (kind, "years") ? GENU_CHART_KIND_YEARS : GENU_CHART_KIND_PEOPLE;
}

/* The scale, and what a dot stands for. */
static void
parse_scale (Parser        *parser,
             const xmlNode *node)
{
  GenuChart *chart = parser->chart;
  double each;

  chart->of = GENU_CHART_PEOPLE;
  chart->each = 1;
  if (chart->kind != GENU_CHART_KIND_PEOPLE)
    read_value (parser, node, "of", 1, GENU_LIMIT_CHART_SCALE, TRUE, &chart->of);
  if (chart->kind == GENU_CHART_KIND_YEARS
      && read_value (parser, node, "each", 1, GENU_LIMIT_CHART_EACH, TRUE, &each))
    chart->each = (guint) each;
}

/**
 * genu_chart_parse:
 * @node: a <chart> of a topic's step
 * @path: the file, for problems
 * @report: gets `chart-number`, `chart-range`, `chart-source`, `chart-after`, `limit-chart`,
 *   `empty-text`
 *
 * Returns: (transfer full): the chart as far as it could be understood; not to be drawn when
 *   @report got an error
 */
GenuChart *
genu_chart_parse (const xmlNode *node,
                  const char    *path,
                  GenuReport    *report)
{
  const xmlNode *caption = genu_content_find_child (node, NS, "caption");
  Parser parser = { g_new0 (GenuChart, 1), path, report };

  parser.chart->kind = parse_kind (node);
  parser.chart->caption = genu_content_dup_text (caption);
  parser.chart->numbers = g_ptr_array_new_with_free_func (number_free);
  parser.chart->line = genu_xml_get_line (node);
  if (*parser.chart->caption == '\0')
    complain (&parser, node, "empty-text", "a chart needs a caption");
  parse_scale (&parser, node);
  parse_numbers (&parser, node);

  return parser.chart;
}
