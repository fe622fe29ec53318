/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring the labels of a stage.  A label is wrapped to its column in lines of about equal
 * length; a word is never broken unless it is longer than any column may be. */

#include "config.h"

#include "genu-stage-fonts.h"
#include "genu-stage-private.h"

#include <math.h>

/* Text is 36 px where the smaller side of the picture has 1080: in a window the controls take a
 * third of the height, and labels must not fall behind the sentence below. */
#define TEXT_SHARE (36.0 / 1080.0)
#define TEXT_LEAST 16.0

/* Padding around a label's text, in text heights; the halo lies in it. */
#define PAD_X 0.36
#define PAD_Y 0.32

/* Width that an entry of the legend keeps free for its number, in text heights. */
#define NUMBER_WIDTH 1.75

#define MAX_LINES 3

/* A label that would take more lines gets a wider column, in steps, up to this factor. */
#define WIDEN_STEP 1.2
#define WIDEN_MOST 1.8

/**
 * genu_stage_set_least_text:
 * @self: a stage
 * @size: of its text at a scale of 1, in logical pixels
 */
void
genu_stage_set_least_text (GenuStage *self,
                           double     size)
{
  if (self->least_text == size)
    return;
  self->least_text = size;
  self->placed = self->zoom_placed = FALSE;
  self->motion.has_view = FALSE;
}

double
genu_stage_get_text_size (const GenuStage *self)
{
  double least = MIN (self->width, self->height);

  return MAX (MAX (TEXT_LEAST, self->least_text), least * TEXT_SHARE) * self->text_scale;
}

GenuStageText *
genu_stage_text_new (const GenuLabel *label)
{
  GenuStageText *text = g_new0 (GenuStageText, 1);

  text->source = label;
  text->boxes = g_array_new (FALSE, FALSE, sizeof (GenuRect));
  text->placed.text = g_strdup (label->text);
  text->placed.part = g_strdup (label->part);
  return text;
}

void
genu_stage_text_free (gpointer data)
{
  GenuStageText *text = data;

  g_clear_object (&text->layout);
  g_clear_object (&text->entry);
  g_array_unref (text->boxes);
  g_free (text->placed.text);
  g_free (text->placed.part);
  g_free (text);
}

static PangoLayout *
create_layout (GenuStage     *self,
               GenuStageText *text)
{
  PangoLayout *layout = genu_stage_create_layout (self->pango, genu_stage_get_text_size (self),
                                                  PANGO_WEIGHT_MEDIUM);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_text (layout, text->placed.text, -1);
  return layout;
}

static double
get_layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static double
get_layout_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

static void
wrap (PangoLayout *layout,
      double       width)
{
  pango_layout_set_width (layout, (int) ceil (width * PANGO_SCALE));
}

/**
 * genu_stage_text_get_word:
 * @self: a stage
 * @text: a label
 *
 * Returns: the least width of a column that holds the label without breaking a word
 */
double
genu_stage_text_get_word (GenuStage     *self,
                          GenuStageText *text)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text);

  pango_layout_set_width (layout, 1);
  return ceil (get_layout_width (layout)) + 1 + 2 * ceil (PAD_X * genu_stage_get_text_size (self));
}

/* The narrowest width that does not need another line. */
static void
balance (PangoLayout *layout,
         double       width)
{
  int n_lines;
  double low = 1, high = width;

  wrap (layout, width);
  n_lines = pango_layout_get_line_count (layout);
  if (n_lines > 1)
    while (high - low > 1)
      {
        double middle = (low + high) / 2;

        wrap (layout, middle);
        if (pango_layout_get_line_count (layout) > n_lines
            || get_layout_width (layout) > middle + 1)
          low = middle;
        else
          high = middle;
      }
  wrap (layout, high);
  wrap (layout, MIN (high, ceil (get_layout_width (layout)) + 1));
}

/**
 * genu_stage_text_measure:
 * @self: a stage
 * @text: a label
 * @column: the width of its column, padding included
 *
 * Lays the label's text out, beside the drawing and as an entry of the legend.
 */
void
genu_stage_text_measure (GenuStage     *self,
                         GenuStageText *text,
                         double         column)
{
  double pad = ceil (PAD_X * genu_stage_get_text_size (self));
  double width = column - 2 * pad, most = MIN (width * WIDEN_MOST, self->width * 0.44);

  g_clear_object (&text->layout);
  g_clear_object (&text->entry);

  text->layout = create_layout (self, text);
  wrap (text->layout, width);
  while (pango_layout_get_line_count (text->layout) > MAX_LINES && width < most)
    {
      width = MIN (width * WIDEN_STEP, most);
      wrap (text->layout, width);
    }
  if (get_layout_width (text->layout) > width + 1)
    pango_layout_set_wrap (text->layout, PANGO_WRAP_WORD_CHAR);
  balance (text->layout, width);

  text->entry = create_layout (self, text);
  pango_layout_set_wrap (text->entry, PANGO_WRAP_WORD_CHAR);
  balance (text->entry, self->width * 0.8 - NUMBER_WIDTH * genu_stage_get_text_size (self));
}

/* Size of the label with its padding, in whole pixels; x and y are where its text begins in it. */
GenuRect
genu_stage_text_get_box (const GenuStage     *self,
                         const GenuStageText *text)
{
  double size = genu_stage_get_text_size (self);
  double x = ceil (PAD_X * size), y = ceil (PAD_Y * size);

  return (GenuRect) {
    x, y,
    ceil (pango_layout_get_width (text->layout) / (double) PANGO_SCALE) + 2 * x,
    ceil (get_layout_height (text->layout)) + 2 * y,
  };
}

/* The same of the label's entry in the legend. */
GenuRect
genu_stage_text_get_entry (const GenuStage     *self,
                           const GenuStageText *text)
{
  double size = genu_stage_get_text_size (self);
  double x = ceil (NUMBER_WIDTH * size), y = ceil (PAD_Y * size);

  return (GenuRect) {
    x, y,
    ceil (pango_layout_get_width (text->entry) / (double) PANGO_SCALE) + x + ceil (PAD_X * size),
    ceil (get_layout_height (text->entry)) + 2 * y,
  };
}
