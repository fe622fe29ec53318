/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The key: what the outlines of a drawing say about how sure anyone is.  The drawings show what is
 * known in one outline, what was seen in dishes or animals only paler and in two, what is hoped for
 * dashed; the parts' metadata says which is which.  A step in which anything visible is not known
 * gets the key, with a row for each kind that is there, in a corner that neither labels nor the
 * scale bar use.  It stays the same throughout the step. */

#include "config.h"

#include "genu-stage-key.h"

#include "genu-stage-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_ROWS 3

/* In text heights of the key. */
#define SWATCH_WIDTH 1.9
#define SWATCH_HEIGHT 1.05
#define GAP 0.55
#define PADDING 0.5
#define ROW_SPACE 0.35
#define RADIUS 0.5

typedef enum { KIND_KNOWN, KIND_SEEN, KIND_HOPED } Kind;

typedef struct
{
  Kind        kind;
  const char *text;
} Row;

/* The doubts of all parts that are visible now. */
GenuDiagramDoubt
genu_stage_read_doubt (GenuScene *scene)
{
  const GenuDiagram *diagram = genu_scene_get_diagram (scene);
  guint doubt = 0;

  for (guint i = 0; i < diagram->parts->len; i++)
    {
      const GenuDiagramPart *part = &g_array_index (diagram->parts, GenuDiagramPart, i);
      g_autoptr(GArray) boxes = NULL;

      if (part->doubt == 0)
        continue;
      boxes = g_array_new (FALSE, FALSE, sizeof (GenuRect));
      genu_scene_add_part_boxes (scene, part->id, boxes);
      if (boxes->len > 0)
        doubt |= part->doubt;
    }
  return (GenuDiagramDoubt) doubt;
}

static const char *
get_seen_text (GenuDiagramDoubt doubt)
{
  gboolean dishes = (doubt & GENU_DIAGRAM_SEEN_IN_DISHES) != 0;

  if (dishes && (doubt & GENU_DIAGRAM_SEEN_IN_ANIMALS) != 0)
    return _("Seen in lab dishes or animals");
  return dishes ? _("Seen in lab dishes") : _("Seen in animals");
}

static guint
list_rows (GenuDiagramDoubt doubt,
           Row              rows[MOST_ROWS])
{
  guint n = 0;

  if (doubt == 0)
    return 0;
  rows[n++] = (Row) { KIND_KNOWN, _("Known") };
  if ((doubt & (GENU_DIAGRAM_SEEN_IN_DISHES | GENU_DIAGRAM_SEEN_IN_ANIMALS)) != 0)
    rows[n++] = (Row) { KIND_SEEN, get_seen_text (doubt) };
  if ((doubt & GENU_DIAGRAM_HOPED) != 0)
    rows[n++] = (Row) { KIND_HOPED, _("Hoped for, not shown") };
  return n;
}

static double
get_size (const GenuStage *self)
{
  return GENU_STAGE_SMALL_TEXT * genu_stage_get_text_size (self);
}

static double
get_row_height (const GenuStage *self)
{
  return ceil ((1.25 + ROW_SPACE) * get_size (self));
}

/* Width and height that the rows need. */
static GenuRect
measure (GenuStage *self,
         const Row *rows,
         guint      n)
{
  double size = get_size (self), width = 0;
  PangoRectangle logical;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PangoLayout) layout = genu_stage_create_small_layout (self, rows[i].text);

      pango_layout_get_pixel_extents (layout, NULL, &logical);
      width = MAX (width, logical.width);
    }
  return (GenuRect) { 0, 0, ceil (width + (SWATCH_WIDTH + GAP + 2 * PADDING) * size),
                      n * get_row_height (self) + ceil (2 * PADDING * size) };
}

/* How much of the parts in focus a rectangle covers, in square pixels. */
static double
get_covered (const GenuStagePlan *plan,
             const GenuRect      *rect)
{
  double covered = 0;

  for (guint i = 0; i < plan->focus->len; i++)
    {
      GenuRect box = g_array_index (plan->focus, GenuRect, i), common;

      box = genu_matrix_map_rect (&plan->view, &box);
      if (genu_rect_intersect (&box, rect, &common))
        covered += common.width * common.height;
    }
  return covered;
}

/* The corner, of those free of labels, chart and scale bar, where least of the subject is covered;
 * where reading ends before where it begins. */
static gboolean
choose_corner (GenuStage           *self,
               const GenuStagePlan *plan,
               GenuRect            *rect)
{
  double margin = genu_stage_get_margin (self), best = INFINITY;
  double left = margin, right = self->width - margin - rect->width;
  double top = margin, bottom = self->height - margin - rect->height;
  gboolean rtl = genu_stage_is_right_to_left (self);
  const GenuPoint corners[] = {
    { rtl ? left : right, bottom }, { rtl ? right : left, top },
    { rtl ? left : right, top }, { rtl ? right : left, bottom },
  };
  g_autofree char *text = NULL;
  GenuRect bar, found = *rect;
  gboolean has_bar = genu_stage_get_scale_bar (self, &bar, &text);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      GenuRect place = { corners[i].x, corners[i].y, rect->width, rect->height };
      double covered;

      if (genu_stage_meets_words (self, &place)
          || (has_bar && genu_rect_intersect (&place, &bar, NULL)))
        continue;
      covered = get_covered (plan, &place);
      if (covered < best)
        {
          best = covered;
          found = place;
        }
    }
  *rect = found;
  return isfinite (best) && rect->x >= 0 && rect->y >= 0;
}

/**
 * genu_stage_get_key:
 * @self: a stage
 * @out_rect: (out): where the key lies, in logical pixels
 *
 * Returns: whether the present step shows one: something in it is not known, and there is room
 */
gboolean
genu_stage_get_key (GenuStage *self,
                    GenuRect  *out_rect)
{
  const GenuStagePlan *plan = genu_stage_get_plan (self);
  Row rows[MOST_ROWS];
  GenuRect rect;
  guint n;

  if (plan == NULL || plan->slot->scene == NULL)
    return FALSE;
  n = list_rows (plan->doubt, rows);
  if (n == 0)
    return FALSE;
  rect = measure (self, rows, n);
  if (!choose_corner (self, plan, &rect))
    return FALSE;
  *out_rect = rect;
  return TRUE;
}

/**
 * genu_stage_dup_key_text:
 * @self: a stage
 *
 * Returns: (transfer full) (nullable): the key in words, for those who do not see it; also when
 *   there is no room to draw it, %NULL when all that the step shows is known
 */
char *
genu_stage_dup_key_text (GenuStage *self)
{
  const GenuStagePlan *plan = genu_stage_peek_plan (self);

  if (plan == NULL || plan->doubt == 0)
    return NULL;
  if ((plan->doubt & GENU_DIAGRAM_HOPED) == 0)
    return g_strdup_printf (_("Two outlines: %s."), get_seen_text (plan->doubt));
  if (plan->doubt == GENU_DIAGRAM_HOPED)
    return g_strdup (_("Dashed outlines: hoped for, not shown."));
  return g_strdup_printf (_("Two outlines: %s. Dashed outlines: hoped for, not shown."),
                          get_seen_text (plan->doubt));
}

/* A body in its outline or outlines, as the drawings have them. */
static void
draw_swatch (cairo_t *cr,
             double   x,
             double   y,
             double   size,
             Kind     kind)
{
  const double dashes[] = { 0.22 * size, 0.2 * size };
  const double shrink = 0.17;

  cairo_save (cr);
  cairo_save (cr);
  cairo_translate (cr, x + SWATCH_WIDTH / 2 * size, y + SWATCH_HEIGHT / 2 * size);
  cairo_scale (cr, SWATCH_WIDTH / 2 * size, SWATCH_HEIGHT / 2 * size);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 0.94, 0, 2 * G_PI);
  cairo_restore (cr);

  if (kind == KIND_KNOWN)
    cairo_set_source_rgb (cr, 0x6F / 255.0, 0x97 / 255.0, 0xB4 / 255.0);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  genu_stage_set_ink (cr);
  cairo_set_line_width (cr, 0.1 * size);
  if (kind == KIND_HOPED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);

  if (kind == KIND_SEEN)
    {
      cairo_save (cr);
      cairo_translate (cr, x + SWATCH_WIDTH / 2 * size, y + SWATCH_HEIGHT / 2 * size);
      cairo_scale (cr, (SWATCH_WIDTH / 2 - shrink) * size, (SWATCH_HEIGHT / 2 - shrink) * size);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, 0.94, 0, 2 * G_PI);
      cairo_restore (cr);
      cairo_set_source_rgb (cr, 0xCF / 255.0, 0xDF / 255.0, 0xEA / 255.0);
      cairo_fill_preserve (cr);
      genu_stage_set_ink (cr);
      cairo_set_line_width (cr, 0.08 * size);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_plate (GenuStage      *self,
            cairo_t        *cr,
            const GenuRect *rect)
{
  guint32 ground = genu_stage_get_ground (self);
  double radius = RADIUS * get_size (self);
  double x1 = rect->x + rect->width, y1 = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - radius, rect->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x1 - radius, y1 - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect->x + radius, y1 - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, (ground >> 24) / 255.0, ((ground >> 16) & 0xff) / 255.0,
                         ((ground >> 8) & 0xff) / 255.0, 0.9);
  cairo_fill (cr);
}

static void
draw_row (GenuStage      *self,
          cairo_t        *cr,
          const Row      *row,
          const GenuRect *rect)
{
  g_autoptr(PangoLayout) layout = genu_stage_create_small_layout (self, row->text);
  double size = get_size (self);
  gboolean rtl = genu_stage_is_right_to_left (self);
  double swatch = rtl ? rect->x + rect->width - SWATCH_WIDTH * size : rect->x;
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  draw_swatch (cr, swatch, rect->y + (rect->height - SWATCH_HEIGHT * size) / 2, size, row->kind);
  genu_stage_set_ink (cr);
  cairo_move_to (cr, rtl ? swatch - GAP * size - logical.width
                         : swatch + (SWATCH_WIDTH + GAP) * size,
                 rect->y + (rect->height - logical.height) / 2);
  pango_cairo_show_layout (cr, layout);
}

void
genu_stage_draw_key (GenuStage *self,
                     cairo_t   *cr)
{
  const GenuStagePlan *plan = genu_stage_get_plan (self);
  double padding = ceil (PADDING * get_size (self)), height = get_row_height (self);
  Row rows[MOST_ROWS];
  GenuRect rect;
  guint n;

  if (!genu_stage_get_key (self, &rect))
    return;

  n = list_rows (plan->doubt, rows);
  cairo_save (cr);
  draw_plate (self, cr, &rect);
  for (guint i = 0; i < n; i++)
    draw_row (self, cr, &rows[i],
              &(GenuRect) { rect.x + padding, rect.y + padding + i * height,
                            rect.width - 2 * padding, height });
  cairo_restore (cr);
}
