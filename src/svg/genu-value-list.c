/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of numbers: number lists, pairs ("2" stands for "2 2"), lists of lengths resolved to user
 * units, and points.  Lists interpolate and add item by item when they are equally long.  An empty
 * list stands for zeros as the first of two, which is how browsers animate stroke-dasharray from
 * `none`. */

#include "config.h"

#include "genu-value-private.h"

#include <string.h>

#include "genu-limits.h"
#include "genu-number.h"

typedef struct
{
  GenuValue base;
  gboolean  is_none; /* an empty list that was written as `none` */
  guint     n;
  double    numbers[];
} GenuList;

static GenuList *
list_alloc (GenuValueType type,
            guint         n);

static double
get_nth (const GenuList *list,
         guint           index)
{
  return index < list->n ? list->numbers[index] : 0;
}

static void
list_print (const GenuValue *self,
            GString         *string)
{
  const GenuList *list = (const GenuList *) self;

  if (list->is_none)
    g_string_append (string, "none");
  for (guint i = 0; i < list->n; i++)
    {
      if (i > 0)
        g_string_append_c (string, self->type == GENU_VALUE_POINTS && i % 2 == 1 ? ',' : ' ');
      genu_number_append (string, list->numbers[i]);
    }
}

static gboolean
list_equal (const GenuValue *a,
            const GenuValue *b)
{
  const GenuList *first = (const GenuList *) a, *second = (const GenuList *) b;

  if (first->n != second->n)
    return FALSE;
  for (guint i = 0; i < first->n; i++)
    if (first->numbers[i] != second->numbers[i])
      return FALSE;

  return TRUE;
}

static gboolean
list_can_interpolate (const GenuValue *a,
                      const GenuValue *b)
{
  const GenuList *from = (const GenuList *) a, *to = (const GenuList *) b;

  return to->n > 0 && (from->n == 0 || from->n == to->n);
}

static GenuValue *
list_interpolate (const GenuValue *a,
                  const GenuValue *b,
                  double           fraction)
{
  const GenuList *from = (const GenuList *) a, *to = (const GenuList *) b;
  GenuList *list = list_alloc (b->type, to->n);

  for (guint i = 0; i < list->n; i++)
    list->numbers[i] = genu_value_mix (get_nth (from, i), to->numbers[i], fraction);

  return &list->base;
}

static GenuValue *
list_add (const GenuValue *a,
          const GenuValue *b)
{
  const GenuList *first = (const GenuList *) a, *second = (const GenuList *) b;
  GenuList *list;

  if (first->n != second->n)
    return NULL;

  list = list_alloc (b->type, second->n);
  for (guint i = 0; i < list->n; i++)
    list->numbers[i] = first->numbers[i] + second->numbers[i];

  return &list->base;
}

static GenuValue *
list_scale (const GenuValue *a,
            double           factor)
{
  const GenuList *self = (const GenuList *) a;
  GenuList *list = list_alloc (a->type, self->n);

  list->is_none = self->is_none;
  for (guint i = 0; i < list->n; i++)
    list->numbers[i] = self->numbers[i] * factor;

  return &list->base;
}

static const GenuValueClass list_class = {
  .print = list_print,
  .equal = list_equal,
  .can_interpolate = list_can_interpolate,
  .interpolate = list_interpolate,
  .add = list_add,
  .scale = list_scale,
};

static GenuList *
list_alloc (GenuValueType type,
            guint         n)
{
  GenuList *list = genu_value_alloc (&list_class, type, sizeof (GenuList) + n * sizeof (double));

  list->n = n;

  return list;
}

static GenuValue *
list_new (GenuValueType type,
          const GArray *numbers)
{
  GenuList *list = list_alloc (type, numbers->len);

  if (numbers->len > 0)
    memcpy (list->numbers, numbers->data, numbers->len * sizeof (double));

  return &list->base;
}

static GArray *
parse_lengths (const char             *text,
               const GenuValueContext *context)
{
  g_autoptr(GArray) lengths = g_array_new (FALSE, FALSE, sizeof (double));
  const char *cursor = genu_number_skip_space (text);
  gboolean comma = FALSE;

  while (*cursor != '\0' || comma)
    {
      double length;

      if (lengths->len == GENU_LIMIT_LIST || !genu_length_scan (&cursor, context, &length))
        return NULL;
      g_array_append_val (lengths, length);
      comma = genu_number_skip_separator (&cursor);
    }

  return g_steal_pointer (&lengths);
}

/* Points end at the first error; a coordinate without its partner is left out. */
static GArray *
parse_points (const char *text)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (double));
  const char *cursor = genu_number_skip_space (text);
  double number;

  while (points->len < GENU_LIMIT_LIST && genu_number_scan (&cursor, &number))
    {
      g_array_append_val (points, number);
      genu_number_skip_separator (&cursor);
    }
  g_array_set_size (points, points->len - points->len % 2);

  return points;
}

static GArray *
parse_pair (const char *text)
{
  g_autoptr(GArray) numbers = genu_number_parse_list (text);

  if (numbers == NULL || numbers->len < 1 || numbers->len > 2)
    return NULL;
  if (numbers->len == 1)
    {
      double number = g_array_index (numbers, double, 0);

      g_array_append_val (numbers, number);
    }

  return g_steal_pointer (&numbers);
}

static GenuValue *
new_none (GenuValueType type)
{
  GenuList *list = list_alloc (type, 0);

  list->is_none = TRUE;

  return &list->base;
}

GenuValue *
genu_value_list_parse (GenuValueType           type,
                       const char             *text,
                       const GenuValueContext *context)
{
  g_autoptr(GArray) numbers = NULL;

  if (type == GENU_VALUE_LENGTH_LIST)
    {
      const char *word = genu_number_skip_space (text);

      if (strncmp (word, "none", 4) == 0 && *genu_number_skip_space (word + 4) == '\0')
        return new_none (type);
      numbers = parse_lengths (text, context);
    }
  else if (type == GENU_VALUE_POINTS)
    numbers = parse_points (text);
  else if (type == GENU_VALUE_NUMBER_PAIR)
    numbers = parse_pair (text);
  else
    numbers = genu_number_parse_list (text);

  return numbers != NULL ? list_new (type, numbers) : NULL;
}
