/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart in words: what stands beside its bars and people, and what is read to those who do not
 * see them.  The topic says what is counted; numbers are put into words here, so that drawing and
 * words have the same ones. */

#include "config.h"

#include "genu-stage-chart.h"

#include "genu-stage-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A number keeps to its words where those run against the words around them. */
#define ISOLATE "\342\201\250"
#define END "\342\201\251"

/**
 * genu_chart_dup_value:
 * @value: a number
 *
 * Returns: (transfer full): @value as readers of the program's language write it
 */
char *
genu_chart_dup_value (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto(GStrv) pieces = NULL;

  /* A value after the tenths of a point, or a fraction of a person, says more than anyone knows. */
  g_ascii_formatd (text, sizeof text, "%.12g", round (value * 100) / 100);
  pieces = g_strsplit (text, ".", 2);
  /* Translators: what stands between whole and tenths in a number such as 1.5 */
  return g_strjoinv (C_("decimal mark", "."), pieces);
}

/* Numbers stay with their words when lines are wrapped.  Takes @text. */
static char *
glue (char *text)
{
  g_auto(GStrv) pieces = g_strsplit (text, " ", -1);

  g_free (text);
  return g_strjoinv ("\302\240", pieces);
}

static char *
dup_points (const GenuChartNumber *number)
{
  g_autofree char *value = genu_chart_dup_value (number->value);
  gulong n = number->value == 1 ? 1 : 2;

  if (number->after >= 0)
    /* Translators: points of a scale, on top of others; %s is a number such as 0.7 */
    return glue (g_strdup_printf (ngettext ("%s point more", "%s points more", n), value));
  /* Translators: points of a scale; %s is a number such as 1.3 */
  return glue (g_strdup_printf (ngettext ("%s point", "%s points", n), value));
}

static char *
dup_people (const GenuChart       *chart,
            const GenuChartNumber *number)
{
  g_autofree char *value = genu_chart_dup_value (number->value);
  g_autofree char *of = genu_chart_dup_value (chart->of);

  if (chart->kind == GENU_CHART_KIND_YEARS)
    return g_strdup_printf (ngettext ("%s person", "%s people", (gulong) number->value), value);
  /* Translators: such as "25 of 100 people"; what happened to them follows */
  return glue (g_strdup_printf (_("%s of %s people"), value, of));
}

/**
 * genu_chart_dup_row:
 * @chart: a chart
 * @number: one of its numbers
 *
 * Returns: (transfer full): the number and what it counts, as Pango markup
 */
char *
genu_chart_dup_row (const GenuChart       *chart,
                    const GenuChartNumber *number)
{
  g_autofree char *value = chart->kind == GENU_CHART_KIND_POINTS ? dup_points (number)
                                                                 : dup_people (chart, number);

  if (chart->kind == GENU_CHART_KIND_PEOPLE)
    return g_markup_printf_escaped ("<b>" ISOLATE "%s" END "</b> %s", value, number->text);
  return g_markup_printf_escaped ("%s: <b>" ISOLATE "%s" END "</b>", number->text, value);
}

/**
 * genu_chart_dup_range:
 * @chart: a chart
 * @number: one of its numbers
 *
 * Returns: (transfer full) (nullable): how far off the number may be, as Pango markup; %NULL for
 *   one of which nothing need be said
 */
char *
genu_chart_dup_range (const GenuChart       *chart,
                      const GenuChartNumber *number)
{
  g_autofree char *low = genu_chart_dup_value (number->low);
  g_autofree char *high = genu_chart_dup_value (number->high);
  g_autofree char *words = NULL;

  if (chart->kind == GENU_CHART_KIND_YEARS || number->is_mark)
    return NULL;
  if (!number->has_range && chart->kind == GENU_CHART_KIND_PEOPLE)
    return g_markup_escape_text (_("No one knows how far off this may be"), -1);
  if (!number->has_range)
    return g_strconcat (ISOLATE, _("range not known"), END, NULL);
  if (chart->kind == GENU_CHART_KIND_PEOPLE)
    /* Translators: how far off a number of people may be, such as "It may be 15 to 36" */
    return g_markup_printf_escaped (_("It may be %s to %s"), low, high);
  /* Translators: how far off a number may be, such as "may be 15 to 36" */
  words = glue (g_markup_printf_escaped (_("may be %s to %s"), low, high));
  return g_strconcat (ISOLATE, words, END, NULL);
}

/**
 * genu_chart_dup_rest:
 * @chart: a chart of people
 * @number: its number
 *
 * Returns: (transfer full): the people who are not counted, as Pango markup
 */
char *
genu_chart_dup_rest (const GenuChart       *chart,
                     const GenuChartNumber *number)
{
  g_autofree char *value = genu_chart_dup_value (chart->of - number->value);
  g_autofree char *of = genu_chart_dup_value (chart->of);

  /* Translators: the people of whom the line above is not true, such as "75 of 100 did not" */
  return g_markup_printf_escaped (_("%s of %s did not"), value, of);
}

/**
 * genu_chart_dup_each:
 * @chart: a chart of years
 *
 * Returns: (transfer full): what a dot stands for, as Pango markup
 */
char *
genu_chart_dup_each (const GenuChart *chart)
{
  return g_markup_printf_escaped (ngettext ("One dot is %u person", "One dot is %u people",
                                            chart->each), chart->each);
}

/**
 * genu_chart_dup_unit:
 *
 * Returns: (transfer full): what the digits of a chart of years are, as Pango markup
 */
char *
genu_chart_dup_unit (void)
{
  return g_markup_escape_text (_("Years"), -1);
}

static char *
replace (char       *text,
         const char *what,
         const char *with)
{
  g_auto(GStrv) pieces = g_strsplit (text, what, -1);

  g_free (text);
  return g_strjoinv (with, pieces);
}

/* Not every voice knows the marks of typesetting.  Takes @text. */
static char *
unglue (char *text)
{
  text = replace (text, "\302\240", " ");
  text = replace (text, ISOLATE, "");
  return replace (text, END, "");
}

static void
append_sentence (GString    *words,
                 const char *markup)
{
  g_autofree char *text = NULL;
  const char *end;

  if (markup == NULL || !pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL))
    return;
  text = unglue (text);
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, text);
  end = g_utf8_find_prev_char (text, text + strlen (text));
  if (end == NULL || !g_unichar_ispunct (g_utf8_get_char (end)))
    g_string_append_c (words, '.');
}

static char *
dup_at (const GenuChartNumber *number)
{
  g_autofree char *value = NULL;

  if (number->at < 1)
    {
      guint months = (guint) round (number->at * 12);

      return g_strdup_printf (ngettext ("After %u month", "After %u months", months), months);
    }
  value = genu_chart_dup_value (number->at);
  return g_strdup_printf (ngettext ("After %s year", "After %s years", (gulong) number->at), value);
}

/**
 * genu_chart_dup_words:
 * @chart: a chart
 *
 * Returns: (transfer full): all that it shows, in sentences
 */
char *
genu_chart_dup_words (const GenuChart *chart)
{
  g_autofree char *caption = g_markup_escape_text (chart->caption, -1);
  GString *words = g_string_new (NULL);

  append_sentence (words, caption);
  for (guint i = 0; i < chart->numbers->len; i++)
    {
      const GenuChartNumber *number = g_ptr_array_index (chart->numbers, i);
      g_autofree char *row = genu_chart_dup_row (chart, number);
      g_autofree char *range = genu_chart_dup_range (chart, number);
      g_autofree char *at = NULL, *whole = NULL, *rest = NULL;

      if (chart->kind == GENU_CHART_KIND_YEARS)
        {
          at = dup_at (number);
          whole = g_strdup_printf ("%s: %s", at, row);
        }
      else if (chart->kind == GENU_CHART_KIND_POINTS && range != NULL)
        whole = g_strdup_printf ("%s, %s", row, range);
      append_sentence (words, whole != NULL ? whole : row);
      if (chart->kind == GENU_CHART_KIND_PEOPLE)
        {
          append_sentence (words, range);
          rest = genu_chart_dup_rest (chart, number);
          append_sentence (words, rest);
        }
    }
  return g_string_free (words, FALSE);
}
