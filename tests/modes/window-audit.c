/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What scrolls may be anywhere along its scroller, but not beyond its sides; texts are compared
 * with those of the same scroller.  Not looked at: the desktop's own buttons of a window, words
 * that are links within a sentence (each has a button below the text), and what cannot be pressed
 * now. */

#include "config.h"

#include "window-audit.h"

#include <math.h>
#include <string.h>

#include "genu-stage-label.h"

/* Half a pixel of rounding at either side. */
#define TOLERANCE 1.0f

/* Of an overlap that nobody sees. */
#define LEAST_OVERLAP 1.5f

/* WCAG 2.1, 1.4.3 and 1.4.11; large text might have less, and is held to the same. */
#define TEXT_CONTRAST 4.5
#define SIGN_CONTRAST 3.0

typedef struct
{
  GtkWidget      *widget;
  GtkWidget      *scroller; /* nearest around it; NULL */
  graphene_rect_t box;      /* in the window */
  char           *words;
} Thing;

static void
thing_clear (gpointer data)
{
  g_free (((Thing *) data)->words);
}

static void G_GNUC_PRINTF (3, 4)
add_fault (WindowAudit *self,
           const Thing *thing,
           const char  *format,
           ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->faults,
                   g_strdup_printf ("%s: “%s” at %.0f,%.0f %.0f×%.0f: %s", self->where,
                                    thing->words, thing->box.origin.x, thing->box.origin.y,
                                    thing->box.size.width, thing->box.size.height, what));
}

static gboolean
is_shown (GtkWidget *widget)
{
  return gtk_widget_get_visible (widget) && gtk_widget_get_child_visible (widget);
}

static gboolean
is_desktops (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

/* --- Each thing alone --- */

static void
check_inside (WindowAudit *self,
              const Thing *thing)
{
  GtkWidget *frame = thing->scroller != NULL ? thing->scroller : self->window;
  const graphene_rect_t *box = &thing->box;
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (frame, self->window, &bounds));
  if (box->origin.x < bounds.origin.x - TOLERANCE
      || box->origin.x + box->size.width > bounds.origin.x + bounds.size.width + TOLERANCE)
    add_fault (self, thing, "beyond the side");
  if (thing->scroller == NULL
      && (box->origin.y < bounds.origin.y - TOLERANCE
          || box->origin.y + box->size.height > bounds.origin.y + bounds.size.height + TOLERANCE))
    add_fault (self, thing, "above or below the window");
}

/* Whether the word around @at is an address or a place in a journal, which no line of large text
 * holds. */
static gboolean
is_address (const char *text,
            const char *at)
{
  const char *start = at, *end = at + strcspn (at, " \n");

  while (start > text && start[-1] != ' ' && start[-1] != '\n')
    start--;
  for (const char *c = start; c + 1 < end; c++)
    if (*c == '/' || (strchr (".;:", *c) != NULL && g_ascii_isalnum (c[1])))
      return TRUE;
  return FALSE;
}

/* Lines may begin where a line can be broken, not in the middle of a word. */
static void
check_words (WindowAudit *self,
             const Thing *thing,
             PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, NULL);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      glong offset = g_utf8_pointer_to_offset (text, text + line->start_index);

      if (!line->is_paragraph_start && !attrs[offset].is_line_break
          && !is_address (text, text + line->start_index))
        add_fault (self, thing, "a word is broken before “%.12s”", text + line->start_index);
    }
}

static double
get_text_size (PangoLayout *layout,
               GtkWidget   *widget)
{
  const PangoFontDescription *font =
    pango_context_get_font_description (pango_layout_get_context (layout));
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  int dpi;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return size * dpi / 1024 / 72;
}

static void
check_label (WindowAudit *self,
             const Thing *thing)
{
  GtkLabel *label = GTK_LABEL (thing->widget);
  PangoLayout *layout = gtk_label_get_layout (label);
  double size = get_text_size (layout, thing->widget);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    add_fault (self, thing, "ellipsized");
  if (width > gtk_widget_get_width (thing->widget) + TOLERANCE
      || height > gtk_widget_get_height (thing->widget) + TOLERANCE)
    add_fault (self, thing, "needs %d×%d and has %d×%d", width, height,
               gtk_widget_get_width (thing->widget), gtk_widget_get_height (thing->widget));
  if (size < self->least - 0.05)
    add_fault (self, thing, "text of %.1f pixels, at least %.1f", size, self->least);
  check_words (self, thing, layout);
}

static void
check_target (WindowAudit *self,
              const Thing *thing)
{
  if (thing->box.size.width < (float) self->target - 0.5f
      || thing->box.size.height < (float) self->target - 0.5f)
    add_fault (self, thing, "a target of less than %d pixels", self->target);
}

/* --- Collecting --- */

static Thing
make_thing (WindowAudit *self,
            GtkWidget   *widget,
            const char  *words)
{
  Thing thing = { .widget = widget, .words = g_strdup (words != NULL ? words : "") };

  thing.scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (widget, self->window, &thing.box));
  return thing;
}

/* Where the text is, rather than its widget, which may be larger. */
static void
shrink_to_text (Thing *thing)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (thing->widget));
  PangoRectangle extents;
  graphene_rect_t bounds;
  int x, y;

  gtk_label_get_layout_offsets (GTK_LABEL (thing->widget), &x, &y);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  g_assert_true (gtk_widget_compute_bounds (thing->widget, thing->widget, &bounds));
  thing->box.origin.x += (float) (x + extents.x) - bounds.origin.x;
  thing->box.origin.y += (float) (y + extents.y) - bounds.origin.y;
  thing->box.size = GRAPHENE_SIZE_INIT ((float) extents.width, (float) extents.height);
}

static char *
dup_first_words (GtkWidget *widget)
{
  char *words = NULL;

  if (GTK_IS_LABEL (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && words == NULL;
       child = gtk_widget_get_next_sibling (child))
    words = dup_first_words (child);
  return words;
}

static void
collect (WindowAudit *self,
         GtkWidget   *widget,
         GArray      *texts,
         GArray      *targets)
{
  gboolean text = GENU_IS_STAGE_LABEL_WIDGET (widget)
                  || (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0');

  if (!is_shown (widget) || GTK_IS_POPOVER (widget))
    return;

  if (text)
    {
      Thing thing = make_thing (self, widget, GTK_IS_LABEL (widget)
                                              ? gtk_label_get_text (GTK_LABEL (widget)) : "label");

      if (GTK_IS_LABEL (widget))
        shrink_to_text (&thing);
      g_array_append_val (texts, thing);
    }
  if ((GTK_IS_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_EDITABLE (widget))
      && !is_desktops (widget))
    {
      g_autofree char *words = dup_first_words (widget);
      Thing thing = make_thing (self, widget, words);

      g_array_append_val (targets, thing);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (self, child, texts, targets);
}

static gboolean
overlap (const Thing *a,
         const Thing *b)
{
  graphene_rect_t both;

  /* The style sheet lets the borders of linked buttons fall upon each other. */
  if (gtk_widget_get_parent (a->widget) == gtk_widget_get_parent (b->widget)
      && gtk_widget_has_css_class (gtk_widget_get_parent (a->widget), "linked"))
    return FALSE;

  return a->scroller == b->scroller
         && graphene_rect_intersection (&a->box, &b->box, &both)
         && both.size.width > LEAST_OVERLAP && both.size.height > LEAST_OVERLAP;
}

static void
check_overlaps (WindowAudit  *self,
                const GArray *things)
{
  for (guint i = 0; i < things->len; i++)
    for (guint j = i + 1; j < things->len; j++)
      {
        const Thing *a = &g_array_index (things, Thing, i), *b = &g_array_index (things, Thing, j);

        if (overlap (a, b))
          add_fault (self, a, "overlaps “%s”", b->words);
      }
}

static GArray *
new_things (void)
{
  GArray *things = g_array_new (FALSE, FALSE, sizeof (Thing));

  g_array_set_clear_func (things, thing_clear);
  return things;
}

void
audit_layout (WindowAudit *self)
{
  g_autoptr(GArray) texts = new_things ();
  g_autoptr(GArray) targets = new_things ();

  collect (self, self->window, texts, targets);
  for (guint i = 0; i < texts->len; i++)
    {
      const Thing *thing = &g_array_index (texts, Thing, i);

      check_inside (self, thing);
      if (GTK_IS_LABEL (thing->widget))
        check_label (self, thing);
    }
  for (guint i = 0; i < targets->len; i++)
    {
      check_inside (self, &g_array_index (targets, Thing, i));
      check_target (self, &g_array_index (targets, Thing, i));
    }
  check_overlaps (self, texts);
  check_overlaps (self, targets);
  self->n_texts += texts->len;
  self->n_targets += targets->len;
}

/* --- Contrast --- */

/* What the widget looks like now; NULL while it waits to be painted anew. */
static GskRenderNode *
snapshot (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *into = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (into), gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  return gtk_snapshot_free_to_node (into);
}

static cairo_surface_t *
paint_window (WindowAudit *self)
{
  gint64 end = g_get_monotonic_time () + 20 * (gint64) G_USEC_PER_SEC;
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_width (self->window),
                                gtk_widget_get_height (self->window));
  GskRenderNode *node;
  cairo_t *cr;

  while ((node = snapshot (self->window)) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static double
linear (guint8 value)
{
  double v = value / 255.0;

  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 pixel)
{
  return 0.2126 * linear ((pixel >> 16) & 0xff) + 0.7152 * linear ((pixel >> 8) & 0xff)
         + 0.0722 * linear (pixel & 0xff);
}

static double
contrast (guint32 a,
          guint32 b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* Counts the colours of the box; returns how many pixels. */
static guint
count_colours (cairo_surface_t       *surface,
               const graphene_rect_t *box,
               GHashTable            *counts)
{
  int x0 = MAX (0, (int) box->origin.x), y0 = MAX (0, (int) box->origin.y), n = 0;
  int x1 = MIN (cairo_image_surface_get_width (surface),
                (int) (box->origin.x + box->size.width));
  int y1 = MIN (cairo_image_surface_get_height (surface),
                (int) (box->origin.y + box->size.height));

  for (int y = y0; y < y1; y++)
    {
      const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface)
                                              + (gsize) y
                                                * cairo_image_surface_get_stride (surface));

      for (int x = x0; x < x1; x++, n++)
        {
          gpointer key = GUINT_TO_POINTER (row[x] & 0xffffff);
          guint old = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

          g_hash_table_insert (counts, key, GUINT_TO_POINTER (old + 1));
        }
    }
  return (guint) n;
}

/* Of the ink against what most of the box is painted with.  Ink that is found on fewer than four
 * pixels may be an accident of antialiasing.  0 when the box is out of sight. */
static double
measure_contrast (cairo_surface_t       *surface,
                  const graphene_rect_t *box)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;
  guint most = 0;
  guint32 ground = 0;
  double best = 0;

  if (count_colours (surface, box, counts) < 30)
    return 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > most)
      {
        most = GPOINTER_TO_UINT (value);
        ground = GPOINTER_TO_UINT (key);
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) >= 4)
      best = MAX (best, contrast (GPOINTER_TO_UINT (key), ground));

  return best;
}

/* Of a text that is higher than its scroller, in pixels. */
#define ENOUGH_HEIGHT 100.0f

/* The part of the thing that is in sight: within its scroller, and in the window. */
static gboolean
get_sight (WindowAudit     *self,
           const Thing     *thing,
           graphene_rect_t *out_sight)
{
  graphene_rect_t frame;

  if (!gtk_widget_compute_bounds (thing->scroller != NULL ? thing->scroller : self->window,
                                  self->window, &frame))
    return FALSE;
  /* Of what is cut through there may be no ink in sight. */
  return graphene_rect_intersection (&thing->box, &frame, out_sight)
         && out_sight->size.height > MIN (0.9f * thing->box.size.height, ENOUGH_HEIGHT);
}

static void
check_colours (WindowAudit     *self,
               cairo_surface_t *surface,
               GtkWidget       *widget,
               double           least)
{
  g_autofree char *words = dup_first_words (widget);
  Thing thing = make_thing (self, widget, words != NULL ? words : gtk_widget_get_name (widget));
  graphene_rect_t sight;
  double ratio;

  /* A dot fills its box: what is behind it is around it. */
  if (gtk_widget_has_css_class (widget, "genu-dot"))
    graphene_rect_inset (&thing.box, -thing.box.size.width, -thing.box.size.height);
  ratio = get_sight (self, &thing, &sight) ? measure_contrast (surface, &sight) : 0;
  if (ratio > 0 && ratio < least)
    add_fault (self, &thing, "a contrast of %.2f:1, at least %.1f:1", ratio, least);
  self->n_texts += ratio > 0;
  thing_clear (&thing);
}

static void
check_contrast (WindowAudit     *self,
                cairo_surface_t *surface,
                GtkWidget       *widget)
{
  gboolean text = GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  gboolean sign = GTK_IS_IMAGE (widget) || gtk_widget_has_css_class (widget, "genu-dot");

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) || is_desktops (widget)
      || (GTK_IS_POPOVER (widget) && widget != self->window))
    return;

  if (text || sign)
    check_colours (self, surface, widget, text ? TEXT_CONTRAST : SIGN_CONTRAST);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_contrast (self, surface, child);
}

void
audit_contrast (WindowAudit *self)
{
  cairo_surface_t *surface = paint_window (self);

  check_contrast (self, surface, self->window);
  cairo_surface_destroy (surface);
}
