/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Path data as a value.  Two paths interpolate when their commands are the same letters; where one
 * is relative and the other absolute, that segment of both is taken as absolute. */

#include "config.h"

#include "genu-value-private.h"

#include "genu-path.h"

typedef struct
{
  GenuValue base;
  GArray   *segments; /* of GenuPathSegment */
  char     *text;     /* made when first printed: a frame needs it three times; atomic */
} GenuPathValue;

typedef struct
{
  GenuPoint start;   /* of the subpath */
  GenuPoint current;
} Cursor;

static GenuValue *path_new (GArray *segments);

static const GenuPathSegment *
get_segment (const GenuValue *self,
             guint            index)
{
  return &g_array_index (((const GenuPathValue *) self)->segments, GenuPathSegment, index);
}

static guint
get_n_segments (const GenuValue *self)
{
  return ((const GenuPathValue *) self)->segments->len;
}

static void
path_finalize (GenuValue *self)
{
  g_array_unref (((GenuPathValue *) self)->segments);
  g_free (((GenuPathValue *) self)->text);
}

static void
path_print (const GenuValue *self,
            GString         *string)
{
  GenuPathValue *path = (GenuPathValue *) self;
  char *text = g_atomic_pointer_get (&path->text);

  if (text == NULL)
    {
      text = genu_path_to_string (path->segments);
      if (!g_atomic_pointer_compare_and_exchange (&path->text, NULL, text))
        {
          g_free (text);
          text = g_atomic_pointer_get (&path->text);
        }
    }
  g_string_append (string, text);
}

static gboolean
path_equal (const GenuValue *a,
            const GenuValue *b)
{
  if (get_n_segments (a) != get_n_segments (b))
    return FALSE;
  for (guint i = 0; i < get_n_segments (a); i++)
    {
      const GenuPathSegment *first = get_segment (a, i), *second = get_segment (b, i);

      if (first->command != second->command)
        return FALSE;
      for (int k = 0; k < genu_path_n_values (first->command); k++)
        if (first->values[k] != second->values[k])
          return FALSE;
    }

  return TRUE;
}

static gboolean
path_can_interpolate (const GenuValue *a,
                      const GenuValue *b)
{
  if (get_n_segments (a) == 0 || get_n_segments (a) != get_n_segments (b))
    return FALSE;
  for (guint i = 0; i < get_n_segments (a); i++)
    if (g_ascii_toupper (get_segment (a, i)->command)
        != g_ascii_toupper (get_segment (b, i)->command))
      return FALSE;

  return TRUE;
}

/* Where the point of a segment's end stands among its values: 0 for H, V and Z. */
static guint
get_end_index (char command)
{
  int n = genu_path_n_values (command);

  return n >= 2 ? (guint) n - 2 : 0;
}

/* The segment with absolute values; the letter's case is left to the caller. */
static GenuPathSegment
get_absolute (const GenuPathSegment *segment,
              const Cursor          *cursor)
{
  GenuPathSegment absolute = *segment;
  char command = g_ascii_toupper (segment->command);
  int n = genu_path_n_values (command);

  if (!g_ascii_islower (segment->command))
    return absolute;

  if (command == 'V')
    absolute.values[0] += cursor->current.y;
  else if (command == 'H')
    absolute.values[0] += cursor->current.x;
  else
    for (int k = command == 'A' ? 5 : 0; k < n; k += 2)
      {
        absolute.values[k] += cursor->current.x;
        absolute.values[k + 1] += cursor->current.y;
      }

  return absolute;
}

static void
advance (Cursor                *cursor,
         const GenuPathSegment *absolute)
{
  guint end = get_end_index (absolute->command);

  switch (g_ascii_toupper (absolute->command))
    {
    case 'Z':
      cursor->current = cursor->start;
      break;
    case 'H':
      cursor->current.x = absolute->values[0];
      break;
    case 'V':
      cursor->current.y = absolute->values[0];
      break;
    default:
      cursor->current = (GenuPoint) { absolute->values[end], absolute->values[end + 1] };
      if (g_ascii_toupper (absolute->command) == 'M')
        cursor->start = cursor->current;
      break;
    }
}

/* How two values of one segment become one. */
typedef double (*Combine) (double a,
                           double b,
                           double fraction);

static double
sum (double a,
     double b,
     double fraction)
{
  return a + b;
}

/* Flags are 0 or 1: between two paths they flip half way, in a sum either one sets them. */
static double
combine_flags (double  a,
               double  b,
               double  fraction,
               Combine combine)
{
  if (combine == sum)
    return a != 0 || b != 0;

  return fraction < 0.5 ? a : b;
}

static void
combine_segments (GenuPathSegment       *out,
                  const GenuPathSegment *a,
                  const GenuPathSegment *b,
                  double                 fraction,
                  Combine                combine)
{
  int n = genu_path_n_values (a->command);

  for (int k = 0; k < n; k++)
    {
      if (g_ascii_toupper (a->command) == 'A' && (k == 3 || k == 4))
        out->values[k] = combine_flags (a->values[k], b->values[k], fraction, combine);
      else
        out->values[k] = combine (a->values[k], b->values[k], fraction);
    }
}

static GenuValue *
combine_paths (const GenuValue *a,
               const GenuValue *b,
               double           fraction,
               Combine          combine)
{
  GArray *segments = g_array_sized_new (FALSE, FALSE, sizeof (GenuPathSegment),
                                        get_n_segments (b));
  Cursor from_cursor = { 0 }, to_cursor = { 0 };

  for (guint i = 0; i < get_n_segments (b); i++)
    {
      const GenuPathSegment *from = get_segment (a, i), *to = get_segment (b, i);
      GenuPathSegment from_absolute = get_absolute (from, &from_cursor);
      GenuPathSegment to_absolute = get_absolute (to, &to_cursor);
      gboolean mixed = from->command != to->command;
      GenuPathSegment segment = { mixed ? g_ascii_toupper (to->command) : to->command, { 0 } };

      combine_segments (&segment, mixed ? &from_absolute : from, mixed ? &to_absolute : to,
                        fraction, combine);
      g_array_append_val (segments, segment);
      advance (&from_cursor, &from_absolute);
      advance (&to_cursor, &to_absolute);
    }

  return path_new (segments);
}

static GenuValue *
path_interpolate (const GenuValue *a,
                  const GenuValue *b,
                  double           fraction)
{
  return combine_paths (a, b, fraction, genu_value_mix);
}

static GenuValue *
path_add (const GenuValue *a,
          const GenuValue *b)
{
  return path_can_interpolate (a, b) ? combine_paths (a, b, 1, sum) : NULL;
}

static GenuValue *
path_scale (const GenuValue *a,
            double           factor)
{
  GArray *segments = g_array_copy (((const GenuPathValue *) a)->segments);

  for (guint i = 0; i < segments->len; i++)
    {
      GenuPathSegment *segment = &g_array_index (segments, GenuPathSegment, i);
      gboolean is_arc = g_ascii_toupper (segment->command) == 'A';

      for (int k = 0; k < genu_path_n_values (segment->command); k++)
        if (!is_arc || (k != 3 && k != 4))
          segment->values[k] *= factor;
    }

  return path_new (segments);
}

static const GenuValueClass path_class = {
  .finalize = path_finalize,
  .print = path_print,
  .equal = path_equal,
  .can_interpolate = path_can_interpolate,
  .interpolate = path_interpolate,
  .add = path_add,
  .scale = path_scale,
};

static GenuValue *
path_new (GArray *segments)
{
  GenuPathValue *self = genu_value_alloc (&path_class, GENU_VALUE_PATH, sizeof (GenuPathValue));

  self->segments = segments;

  return &self->base;
}

GenuValue *
genu_value_path_parse (const char *text)
{
  return path_new (genu_path_parse (text, NULL));
}

/**
 * genu_value_get_segments:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): the #GenuPathSegment of a path; %NULL for other values
 */
const GArray *
genu_value_get_segments (const GenuValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->klass == &path_class ? ((const GenuPathValue *) self)->segments : NULL;
}
