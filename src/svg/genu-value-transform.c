/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Transform lists as they were written: each item keeps its type, because rotate (0) to rotate
 * (360) must turn, which no interpolation of matrices would do. */

#include "config.h"

#include "genu-value-private.h"

#include <math.h>
#include <string.h>

#include "genu-limits.h"
#include "genu-number.h"

typedef struct
{
  GenuTransformType type;
  double            v[6]; /* missing arguments filled in; see GenuTransformType */
} Item;

typedef struct
{
  GenuValue base;
  guint     n;
  Item      items[];
} GenuTransform;

/* How the arguments of each type are counted. */
static const struct
{
  const char *name;
  guint       n_values; /* kept in Item.v */
  guint       n_short;  /* the other count of arguments that is allowed */
} types[] = {
  [GENU_TRANSFORM_MATRIX] = { "matrix", 6, 6 },  [GENU_TRANSFORM_TRANSLATE] = { "translate", 2, 1 },
  [GENU_TRANSFORM_SCALE] = { "scale", 2, 1 },    [GENU_TRANSFORM_ROTATE] = { "rotate", 3, 1 },
  [GENU_TRANSFORM_SKEW_X] = { "skewX", 1, 1 },   [GENU_TRANSFORM_SKEW_Y] = { "skewY", 1, 1 },
};

static GenuTransform *transform_alloc (guint n);

static void
print_item (const Item *item,
            GString    *string)
{
  guint n = types[item->type].n_values;

  if (item->type == GENU_TRANSFORM_ROTATE && item->v[1] == 0 && item->v[2] == 0)
    n = 1;

  g_string_append (string, types[item->type].name);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (string, i == 0 ? '(' : ' ');
      genu_number_append (string, item->v[i]);
    }
  g_string_append_c (string, ')');
}

static void
transform_print (const GenuValue *self,
                 GString         *string)
{
  const GenuTransform *transform = (const GenuTransform *) self;

  for (guint i = 0; i < transform->n; i++)
    {
      if (i > 0)
        g_string_append_c (string, ' ');
      print_item (&transform->items[i], string);
    }
}

static gboolean
transform_equal (const GenuValue *a,
                 const GenuValue *b)
{
  const GenuTransform *first = (const GenuTransform *) a, *second = (const GenuTransform *) b;

  if (first->n != second->n)
    return FALSE;
  for (guint i = 0; i < first->n; i++)
    {
      if (first->items[i].type != second->items[i].type)
        return FALSE;
      for (guint k = 0; k < 6; k++)
        if (first->items[i].v[k] != second->items[i].v[k])
          return FALSE;
    }

  return TRUE;
}

static gboolean
have_same_shape (const GenuTransform *a,
                 const GenuTransform *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (a->items[i].type != b->items[i].type || a->items[i].type == GENU_TRANSFORM_MATRIX)
      return FALSE;

  return TRUE;
}

static gboolean
transform_can_interpolate (const GenuValue *a,
                           const GenuValue *b)
{
  return have_same_shape ((const GenuTransform *) a, (const GenuTransform *) b);
}

static GenuValue *
transform_interpolate (const GenuValue *a,
                       const GenuValue *b,
                       double           fraction)
{
  const GenuTransform *from = (const GenuTransform *) a, *to = (const GenuTransform *) b;
  GenuTransform *transform = transform_alloc (to->n);

  for (guint i = 0; i < transform->n; i++)
    {
      transform->items[i].type = to->items[i].type;
      for (guint k = 0; k < 6; k++)
        transform->items[i].v[k] = genu_value_mix (from->items[i].v[k], to->items[i].v[k],
                                                   fraction);
    }

  return &transform->base;
}

static GenuValue *
transform_add (const GenuValue *a,
               const GenuValue *b)
{
  const GenuTransform *first = (const GenuTransform *) a, *second = (const GenuTransform *) b;
  GenuTransform *transform;

  if (!have_same_shape (first, second))
    return NULL;

  transform = transform_alloc (second->n);
  for (guint i = 0; i < transform->n; i++)
    {
      transform->items[i].type = second->items[i].type;
      for (guint k = 0; k < 6; k++)
        transform->items[i].v[k] = first->items[i].v[k] + second->items[i].v[k];
    }

  return &transform->base;
}

static GenuValue *
transform_scale (const GenuValue *a,
                 double           factor)
{
  const GenuTransform *self = (const GenuTransform *) a;
  GenuTransform *transform = transform_alloc (self->n);

  for (guint i = 0; i < transform->n; i++)
    {
      transform->items[i].type = self->items[i].type;
      for (guint k = 0; k < 6; k++)
        transform->items[i].v[k] = self->items[i].v[k] * factor;
    }

  return &transform->base;
}

static gboolean
transform_get_distance (const GenuValue *a,
                        const GenuValue *b,
                        double          *out_distance)
{
  const GenuTransform *from = (const GenuTransform *) a, *to = (const GenuTransform *) b;
  double sum = 0;

  if (from->n != 1 || !have_same_shape (from, to))
    return FALSE;
  for (guint k = 0; k < 6; k++)
    sum += (to->items[0].v[k] - from->items[0].v[k]) * (to->items[0].v[k] - from->items[0].v[k]);
  *out_distance = sqrt (sum);

  return TRUE;
}

static const GenuValueClass transform_class = {
  .print = transform_print,
  .equal = transform_equal,
  .can_interpolate = transform_can_interpolate,
  .interpolate = transform_interpolate,
  .add = transform_add,
  .scale = transform_scale,
  .get_distance = transform_get_distance,
};

static GenuTransform *
transform_alloc (guint n)
{
  GenuTransform *transform = genu_value_alloc (&transform_class, GENU_VALUE_TRANSFORM,
                                               sizeof (GenuTransform) + n * sizeof (Item));

  transform->n = n;

  return transform;
}

/* translate (10) has ty = 0, scale (2) is scale (2 2), rotate (45) turns about the origin. */
static gboolean
fill_item (Item         *item,
           GenuTransformType type,
           const double *numbers,
           guint         n)
{
  if (n != types[type].n_values && n != types[type].n_short)
    return FALSE;

  memset (item, 0, sizeof *item);
  item->type = type;
  memcpy (item->v, numbers, n * sizeof (double));
  if (type == GENU_TRANSFORM_SCALE && n == 1)
    item->v[1] = item->v[0];

  return TRUE;
}

/**
 * genu_value_parse_transform_item:
 * @type: the type of an animateTransform element
 * @text: the arguments, such as "45 10 10" for a rotation
 *
 * Returns: (transfer full) (nullable): a transform list of one item, or %NULL when the number of
 *   arguments does not fit or @text holds anything else
 */
GenuValue *
genu_value_parse_transform_item (GenuTransformType type,
                                 const char       *text)
{
  g_autoptr(GArray) numbers = NULL;
  GenuTransform *transform;
  Item item;

  g_return_val_if_fail (text != NULL, NULL);

  numbers = genu_number_parse_list (text);
  if (numbers == NULL
      || !fill_item (&item, type, (const double *) (gpointer) numbers->data, numbers->len))
    return NULL;

  transform = transform_alloc (1);
  transform->items[0] = item;

  return &transform->base;
}

/**
 * genu_value_new_matrix:
 * @matrix: a matrix
 *
 * Returns: (transfer full): a transform list of one matrix
 */
GenuValue *
genu_value_new_matrix (const GenuMatrix *matrix)
{
  GenuTransform *transform;

  g_return_val_if_fail (matrix != NULL, NULL);

  transform = transform_alloc (1);
  transform->items[0].type = GENU_TRANSFORM_MATRIX;
  memcpy (transform->items[0].v, (double[]) { matrix->a, matrix->b, matrix->c, matrix->d,
                                              matrix->e, matrix->f }, 6 * sizeof (double));

  return &transform->base;
}

/* The type whose name begins at *cursor, the cursor moved behind it; -1 when none does. */
static int
scan_name (const char **cursor)
{
  gsize n = 0;

  while (g_ascii_isalpha ((*cursor)[n]))
    n++;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (n == strlen (types[i].name) && strncmp (types[i].name, *cursor, n) == 0)
      {
        *cursor += n;
        return (int) i;
      }

  return -1;
}

/* "name ( arguments )" */
static gboolean
scan_item (const char **cursor,
           Item        *out_item)
{
  int type = scan_name (cursor);
  double numbers[6];
  gboolean comma = FALSE;
  guint n = 0;

  *cursor = genu_number_skip_space (*cursor);
  if (type < 0 || **cursor != '(')
    return FALSE;
  *cursor = genu_number_skip_space (*cursor + 1);

  while (**cursor != ')' || comma)
    {
      if (n == 6 || !genu_number_scan (cursor, &numbers[n]))
        return FALSE;
      n++;
      comma = genu_number_skip_separator (cursor);
    }
  *cursor += 1;

  return fill_item (out_item, (GenuTransformType) type, numbers, n);
}

GenuValue *
genu_value_transform_parse (const char *text)
{
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  const char *cursor = genu_number_skip_space (text);
  gboolean comma = FALSE;
  GenuTransform *transform;

  if (strncmp (cursor, "none", 4) == 0 && *genu_number_skip_space (cursor + 4) == '\0')
    return &transform_alloc (0)->base;

  while (*cursor != '\0' || comma)
    {
      Item item;

      if (items->len == GENU_LIMIT_LIST || !scan_item (&cursor, &item))
        return NULL;
      g_array_append_val (items, item);
      comma = genu_number_skip_separator (&cursor);
    }

  transform = transform_alloc (items->len);
  if (items->len > 0)
    memcpy (transform->items, items->data, items->len * sizeof (Item));

  return &transform->base;
}

/**
 * genu_value_concat_transform:
 * @outer: a transform list
 * @inner: what is applied before it
 *
 * Returns: (transfer full): the list that begins with @outer and ends with @inner; the one that is
 *   a transform if the other is not
 */
GenuValue *
genu_value_concat_transform (const GenuValue *outer,
                             const GenuValue *inner)
{
  const GenuTransform *first = (const GenuTransform *) outer;
  const GenuTransform *second = (const GenuTransform *) inner;
  GenuTransform *transform;

  g_return_val_if_fail (outer != NULL && inner != NULL, NULL);

  if (outer->klass != &transform_class)
    return genu_value_ref (inner);
  if (inner->klass != &transform_class)
    return genu_value_ref (outer);

  transform = transform_alloc (first->n + second->n);
  for (guint i = 0; i < first->n; i++)
    transform->items[i] = first->items[i];
  for (guint i = 0; i < second->n; i++)
    transform->items[first->n + i] = second->items[i];

  return &transform->base;
}

/**
 * genu_value_dup_transform_item:
 * @self: a value
 * @index: which item, from 0
 *
 * Returns: (transfer full) (nullable): a transform list of that item alone; %NULL when there is no
 *   such item or @self is no transform
 */
GenuValue *
genu_value_dup_transform_item (const GenuValue *self,
                               guint            index)
{
  const GenuTransform *transform = (const GenuTransform *) self;
  GenuTransform *item;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->klass != &transform_class || index >= transform->n)
    return NULL;

  item = transform_alloc (1);
  item->items[0] = transform->items[index];

  return &item->base;
}

static GenuMatrix
get_rotation (double degrees,
              double x,
              double y)
{
  double c = cos (degrees * G_PI / 180), s = sin (degrees * G_PI / 180);

  return (GenuMatrix) { c, s, -s, c, x - c * x + s * y, y - s * x - c * y };
}

static GenuMatrix
get_item_matrix (const Item *item)
{
  const double *v = item->v;

  switch (item->type)
    {
    case GENU_TRANSFORM_TRANSLATE:
      return (GenuMatrix) { 1, 0, 0, 1, v[0], v[1] };
    case GENU_TRANSFORM_SCALE:
      return (GenuMatrix) { v[0], 0, 0, v[1], 0, 0 };
    case GENU_TRANSFORM_ROTATE:
      return get_rotation (v[0], v[1], v[2]);
    case GENU_TRANSFORM_SKEW_X:
      return (GenuMatrix) { 1, 0, tan (v[0] * G_PI / 180), 1, 0, 0 };
    case GENU_TRANSFORM_SKEW_Y:
      return (GenuMatrix) { 1, tan (v[0] * G_PI / 180), 0, 1, 0, 0 };
    case GENU_TRANSFORM_MATRIX:
    default:
      return (GenuMatrix) { v[0], v[1], v[2], v[3], v[4], v[5] };
    }
}

/**
 * genu_value_get_matrix:
 * @self: a value
 *
 * Returns: the product of a transform list; the identity for other values
 */
GenuMatrix
genu_value_get_matrix (const GenuValue *self)
{
  const GenuTransform *transform = (const GenuTransform *) self;
  GenuMatrix matrix = GENU_MATRIX_IDENTITY;

  g_return_val_if_fail (self != NULL, matrix);

  if (self->klass != &transform_class)
    return matrix;
  for (guint i = 0; i < transform->n; i++)
    {
      GenuMatrix item = get_item_matrix (&transform->items[i]);

      matrix = genu_matrix_multiply (&matrix, &item);
    }

  return matrix;
}
