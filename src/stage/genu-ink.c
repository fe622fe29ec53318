/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ink: strokes on sheets, one sheet for each step of each topic.
 *
 * An edit is what one undo takes back: a stroke, all that one move of the eraser took, or all that
 * was there.  It is a list of single changes (a stroke came or went at an index), done forwards by
 * redo and backwards by undo, so that what is undone is put back exactly where it lay.  Strokes
 * never change, so edits and sheet share them.  The edits before `done` can be undone, those from
 * it on redone; a new edit drops the latter. */

#include "config.h"

#include "genu-ink.h"

#include "genu-limits.h"

typedef struct
{
  gboolean       came; /* rather than went */
  guint          index;
  GenuInkStroke *stroke; /* owned */
} Change;

typedef struct
{
  GArray  *changes;  /* of Change, in the order in which they were done */
  gboolean by_eraser;
} Edit;

struct _GenuInkSheet
{
  GPtrArray *strokes; /* of GenuInkStroke, the topmost last */
  GPtrArray *edits;   /* of Edit, the oldest first */
  guint      done;    /* how many of them are done */
};

struct _GenuInk
{
  GHashTable *sheets; /* "topic#step" → GenuInkSheet */
};

/* --- Edits --- */

static void
clear_change (gpointer data)
{
  genu_ink_stroke_unref (((Change *) data)->stroke);
}

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_array_unref (edit->changes);
  g_free (edit);
}

static Edit *
edit_new (gboolean by_eraser)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (edit->changes, clear_change);
  edit->by_eraser = by_eraser;

  return edit;
}

static void
apply (GenuInkSheet *self,
       const Change *change,
       gboolean      forwards)
{
  if (change->came == forwards)
    g_ptr_array_insert (self->strokes, (int) change->index, genu_ink_stroke_ref (change->stroke));
  else
    g_ptr_array_remove_index (self->strokes, change->index);
}

/* Does a change and remembers it in @edit. */
static void
do_change (GenuInkSheet  *self,
           Edit          *edit,
           gboolean       came,
           guint          index,
           GenuInkStroke *stroke)
{
  Change change = { came, index, genu_ink_stroke_ref (stroke) };

  g_array_append_val (edit->changes, change);
  apply (self, &change, TRUE);
}

/* Takes @edit, which is done already. */
static void
push (GenuInkSheet *self,
      Edit         *edit)
{
  g_ptr_array_set_size (self->edits, (int) self->done);
  g_ptr_array_add (self->edits, edit);
  if (self->edits->len > GENU_LIMIT_INK_EDITS)
    g_ptr_array_remove_index (self->edits, 0);
  self->done = self->edits->len;
}

/* --- Sheets --- */

static GenuInkSheet *
sheet_new (void)
{
  GenuInkSheet *self = g_new0 (GenuInkSheet, 1);

  self->strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) genu_ink_stroke_unref);
  self->edits = g_ptr_array_new_with_free_func (edit_free);

  return self;
}

static void
sheet_free (gpointer data)
{
  GenuInkSheet *self = data;

  g_ptr_array_unref (self->strokes);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

/**
 * genu_ink_sheet_get_strokes:
 * @self: a sheet
 *
 * Returns: (transfer none) (element-type GenuInkStroke): what is on it, the topmost last
 */
const GPtrArray *
genu_ink_sheet_get_strokes (const GenuInkSheet *self)
{
  return self->strokes;
}

/**
 * genu_ink_sheet_is_full:
 * @self: a sheet
 *
 * Returns: whether it has as many strokes as it may
 */
gboolean
genu_ink_sheet_is_full (const GenuInkSheet *self)
{
  return self->strokes->len >= GENU_LIMIT_INK_STROKES;
}

/**
 * genu_ink_sheet_add:
 * @self: a sheet
 * @stroke: (transfer none): a stroke with at least one point; not to be changed any more
 *
 * Returns: whether it was added; %FALSE when the sheet is full
 */
gboolean
genu_ink_sheet_add (GenuInkSheet  *self,
                    GenuInkStroke *stroke)
{
  Edit *edit;

  g_return_val_if_fail (stroke->points->len > 0, FALSE);

  if (genu_ink_sheet_is_full (self))
    return FALSE;

  edit = edit_new (FALSE);
  do_change (self, edit, TRUE, self->strokes->len, stroke);
  push (self, edit);
  return TRUE;
}

/* The newest edit, if the eraser can go on with it. */
static Edit *
find_open_edit (GenuInkSheet *self)
{
  Edit *last;

  if (self->done == 0 || self->done < self->edits->len)
    return NULL;

  last = g_ptr_array_index (self->edits, self->done - 1);
  return last->by_eraser ? last : NULL;
}

/**
 * genu_ink_sheet_erase:
 * @self: a sheet
 * @from: where the eraser was, in user units of the drawing
 * @to: where it is
 * @radius: of the eraser, same unit
 * @same_move: whether the eraser took a stroke already since it was put down, so that one undo
 *   brings all of it back
 *
 * Takes away the strokes that the eraser touched, whole.
 *
 * Returns: how many
 */
guint
genu_ink_sheet_erase (GenuInkSheet *self,
                      GenuPoint     from,
                      GenuPoint     to,
                      double        radius,
                      gboolean      same_move)
{
  Edit *open = same_move ? find_open_edit (self) : NULL;
  Edit *edit = open != NULL ? open : edit_new (TRUE);
  guint before = self->strokes->len, n;

  for (guint i = before; i-- > 0;)
    {
      GenuInkStroke *stroke = g_ptr_array_index (self->strokes, i);

      if (genu_ink_stroke_is_near (stroke, from, to, radius))
        do_change (self, edit, FALSE, i, stroke);
    }

  n = before - self->strokes->len;
  if (open == NULL && n > 0)
    push (self, edit);
  else if (open == NULL)
    edit_free (edit);
  return n;
}

/**
 * genu_ink_sheet_clear:
 * @self: a sheet
 *
 * Takes everything away; can be undone.
 *
 * Returns: whether there was anything
 */
gboolean
genu_ink_sheet_clear (GenuInkSheet *self)
{
  Edit *edit;

  if (self->strokes->len == 0)
    return FALSE;

  edit = edit_new (FALSE);
  for (guint i = self->strokes->len; i-- > 0;)
    do_change (self, edit, FALSE, i, g_ptr_array_index (self->strokes, i));
  push (self, edit);
  return TRUE;
}

/**
 * genu_ink_sheet_can_undo:
 * @self: a sheet
 *
 * Returns: whether there is an edit to take back
 */
gboolean
genu_ink_sheet_can_undo (const GenuInkSheet *self)
{
  return self->done > 0;
}

/**
 * genu_ink_sheet_can_redo:
 * @self: a sheet
 *
 * Returns: whether an edit was taken back, and none made since
 */
gboolean
genu_ink_sheet_can_redo (const GenuInkSheet *self)
{
  return self->done < self->edits->len;
}

/**
 * genu_ink_sheet_undo:
 * @self: a sheet
 *
 * Returns: whether there was anything to undo
 */
gboolean
genu_ink_sheet_undo (GenuInkSheet *self)
{
  const Edit *edit;

  if (!genu_ink_sheet_can_undo (self))
    return FALSE;

  edit = g_ptr_array_index (self->edits, --self->done);
  for (guint i = edit->changes->len; i-- > 0;)
    apply (self, &g_array_index (edit->changes, Change, i), FALSE);
  return TRUE;
}

/**
 * genu_ink_sheet_redo:
 * @self: a sheet
 *
 * Returns: whether there was anything to redo
 */
gboolean
genu_ink_sheet_redo (GenuInkSheet *self)
{
  const Edit *edit;

  if (!genu_ink_sheet_can_redo (self))
    return FALSE;

  edit = g_ptr_array_index (self->edits, self->done++);
  for (guint i = 0; i < edit->changes->len; i++)
    apply (self, &g_array_index (edit->changes, Change, i), TRUE);
  return TRUE;
}

/**
 * genu_ink_sheet_get_bounds:
 * @self: a sheet
 * @view: leads from user units of the drawing to those of the result
 *
 * Returns: what the ink covers at most; empty without ink
 */
GenuRect
genu_ink_sheet_get_bounds (const GenuInkSheet *self,
                           const GenuMatrix   *view)
{
  GenuRect all = { 0 };

  for (guint i = 0; i < self->strokes->len; i++)
    {
      GenuRect own = genu_ink_stroke_get_bounds (g_ptr_array_index (self->strokes, i), view, 0,
                                                 G_MAXUINT);

      all = i == 0 ? own : genu_rect_union (&all, &own);
    }
  return all;
}

/**
 * genu_ink_sheet_draw:
 * @self: a sheet
 * @cr: where to draw; vectors stay vectors
 * @view: leads from user units of the drawing to those of @cr
 */
void
genu_ink_sheet_draw (const GenuInkSheet *self,
                     cairo_t            *cr,
                     const GenuMatrix   *view)
{
  for (guint i = 0; i < self->strokes->len; i++)
    genu_ink_stroke_draw (g_ptr_array_index (self->strokes, i), cr, view);
}

/* --- All sheets --- */

/**
 * genu_ink_new:
 *
 * Returns: (transfer full): ink without a sheet
 */
GenuInk *
genu_ink_new (void)
{
  GenuInk *self = g_new0 (GenuInk, 1);

  self->sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sheet_free);
  return self;
}

/**
 * genu_ink_free:
 * @self: (transfer full): ink; its sheets go with it
 */
void
genu_ink_free (GenuInk *self)
{
  g_hash_table_unref (self->sheets);
  g_free (self);
}

/**
 * genu_ink_is_empty:
 * @self: ink
 *
 * Returns: whether nothing is drawn on any sheet
 */
gboolean
genu_ink_is_empty (const GenuInk *self)
{
  GHashTableIter iter;
  gpointer sheet;

  g_hash_table_iter_init (&iter, self->sheets);
  while (g_hash_table_iter_next (&iter, NULL, &sheet))
    if (((GenuInkSheet *) sheet)->strokes->len > 0)
      return FALSE;

  return TRUE;
}

/**
 * genu_ink_get_sheet:
 * @self: ink
 * @topic: id of a topic
 * @step: one of its steps, from 0
 *
 * Returns: (transfer none): the sheet of that picture, made when there is none yet
 */
GenuInkSheet *
genu_ink_get_sheet (GenuInk    *self,
                    const char *topic,
                    guint       step)
{
  char *key = g_strdup_printf ("%s#%u", topic, step);
  GenuInkSheet *sheet = g_hash_table_lookup (self->sheets, key);

  if (sheet != NULL)
    g_free (key);
  else
    {
      sheet = sheet_new ();
      g_hash_table_insert (self->sheets, key, sheet);
    }
  return sheet;
}

/**
 * genu_ink_peek_sheet:
 * @self: (nullable): ink
 * @topic: id of a topic
 * @step: one of its steps, from 0
 *
 * Returns: (transfer none) (nullable): the sheet of that picture, %NULL when nothing is drawn there
 */
const GenuInkSheet *
genu_ink_peek_sheet (const GenuInk *self,
                     const char    *topic,
                     guint          step)
{
  g_autofree char *key = g_strdup_printf ("%s#%u", topic, step);
  const GenuInkSheet *sheet = self != NULL ? g_hash_table_lookup (self->sheets, key) : NULL;

  return sheet != NULL && sheet->strokes->len > 0 ? sheet : NULL;
}
