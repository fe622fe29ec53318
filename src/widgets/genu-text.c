/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-text.h"

#include "genu-width-first.h"

/**
 * genu_text_dup_markup:
 * @paragraph: a paragraph
 *
 * Returns: (transfer full): the same as Pango markup, with glossary words as links
 */
char *
genu_text_dup_markup (const GenuParagraph *paragraph)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const GenuRun *run = g_ptr_array_index (paragraph->runs, i);
      g_autofree char *text = g_markup_escape_text (run->text, -1);
      g_autofree char *ref = run->ref != NULL ? g_markup_escape_text (run->ref, -1) : NULL;

      if (run->kind == GENU_RUN_TERM && ref != NULL)
        g_string_append_printf (markup, "<a href=\"term:%s\">%s</a>", ref, text);
      else if (run->kind == GENU_RUN_STRONG)
        g_string_append_printf (markup, "<b>%s</b>", text);
      else
        g_string_append (markup, text);
    }

  return g_string_free (markup, FALSE);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_halign (label, GTK_ALIGN_FILL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * genu_text_new_paragraph:
 * @paragraph: a paragraph
 *
 * Returns: (transfer floating): a wrapping label; an item of a list gets its bullet
 */
GtkWidget *
genu_text_new_paragraph (const GenuParagraph *paragraph)
{
  GtkWidget *label = new_label ("genu-text");
  g_autofree char *markup = genu_text_dup_markup (paragraph);
  GtkWidget *row, *bullet;

  gtk_label_set_markup (GTK_LABEL (label), markup);
  if (!paragraph->is_item)
    return label;

  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  bullet = new_label ("genu-text");
  gtk_label_set_text (GTK_LABEL (bullet), "•");
  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_set_halign (bullet, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), genu_width_first_new (label));

  return row;
}

/**
 * genu_text_new_heading:
 * @text: its words
 * @level: 1 is the largest, 3 the smallest
 *
 * Returns: (transfer floating): a label that a screen reader meets as a heading
 */
GtkWidget *
genu_text_new_heading (const char *text,
                       int         level)
{
  static const char *const classes[] = { "genu-title", "genu-heading", "genu-subheading" };
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "wrap", TRUE, "xalign", 0.0, "label", text, NULL);

  gtk_widget_add_css_class (label, classes[CLAMP (level, 1, 3) - 1]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);

  return label;
}

/**
 * genu_text_new_plain:
 * @text: its words
 * @css_class: (nullable): a style class
 *
 * Returns: (transfer floating): a wrapping label
 */
GtkWidget *
genu_text_new_plain (const char *text,
                     const char *css_class)
{
  GtkWidget *label = new_label (css_class);

  gtk_label_set_text (GTK_LABEL (label), text);

  return label;
}

void
genu_text_append_all (GtkBox          *box,
                      const GPtrArray *paragraphs)
{
  for (guint i = 0; paragraphs != NULL && i < paragraphs->len; i++)
    gtk_box_append (box, genu_text_new_paragraph (g_ptr_array_index (paragraphs, i)));
}

/* --- Where a link is --- */

typedef struct
{
  const char *uri;
  int         length;     /* of the plain text so far, in bytes */
  int         start, end; /* of the first link to the URI; -1 until it is met */
} LinkFinder;

static void
on_element (GMarkupParseContext  *context,
            const char           *name,
            const char          **names,
            const char          **values,
            gpointer              data,
            GError              **error)
{
  LinkFinder *finder = data;

  for (guint i = 0; g_str_equal (name, "a") && names[i] != NULL; i++)
    if (g_str_equal (names[i], "href") && g_str_equal (values[i], finder->uri)
        && finder->start < 0)
      finder->start = finder->length;
}

static void
on_element_end (GMarkupParseContext  *context,
                const char           *name,
                gpointer              data,
                GError              **error)
{
  LinkFinder *finder = data;

  if (g_str_equal (name, "a") && finder->start >= 0 && finder->end < 0)
    finder->end = finder->length;
}

static void
on_text (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  ((LinkFinder *) data)->length += (int) length;
}

/* GtkLabel knows, but does not say. */
static gboolean
find_bytes (LinkFinder *finder,
            const char *label)
{
  const GMarkupParser parser = { on_element, on_element_end, on_text, NULL, NULL };
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, finder, NULL);
  g_autofree char *markup = g_strconcat ("<markup>", label, "</markup>", NULL);

  return g_markup_parse_context_parse (context, markup, -1, NULL) && finder->end > finder->start;
}

/**
 * genu_text_find_link:
 * @label: a label with markup
 * @uri: of one of its links
 * @out_place: (out): where the link is, or its first line, in the label's coordinates; untouched
 *   on failure
 *
 * Returns: whether there is such a link
 */
gboolean
genu_text_find_link (GtkLabel        *label,
                     const char      *uri,
                     graphene_rect_t *out_place)
{
  LinkFinder finder = { uri, 0, -1, -1 };
  PangoRectangle first, last;
  int x, y, line, last_line;

  if (!find_bytes (&finder, gtk_label_get_label (label)))
    return FALSE;

  gtk_label_get_layout_offsets (label, &x, &y);
  pango_layout_index_to_pos (gtk_label_get_layout (label), finder.start, &first);
  pango_layout_index_to_pos (gtk_label_get_layout (label), finder.end - 1, &last);
  pango_layout_index_to_line_x (gtk_label_get_layout (label), finder.start, FALSE, &line, NULL);
  pango_layout_index_to_line_x (gtk_label_get_layout (label), finder.end - 1, FALSE, &last_line,
                                NULL);
  if (line != last_line)
    last = first;
  graphene_rect_init (out_place, (float) x + (float) first.x / PANGO_SCALE,
                      (float) y + (float) first.y / PANGO_SCALE,
                      (float) (last.x + last.width - first.x) / PANGO_SCALE,
                      (float) first.height / PANGO_SCALE);
  graphene_rect_normalize (out_place);

  return TRUE;
}

/* --- Rows that wrap --- */

/* Nothing in a flow is selected, so that it needs no cursor; and GTK 4.8 divides by zero when a key
 * moves its cursor by a line before it was allocated.  Arrows then move the focus, as elsewhere. */
static gboolean
on_move_cursor (GtkFlowBox *flow)
{
  g_signal_stop_emission_by_name (flow, "move-cursor");
  return GDK_EVENT_PROPAGATE;
}

/**
 * genu_text_new_flow:
 * @most: how many stand side by side at most
 *
 * Returns: (transfer floating): children in rows, each as wide as it wants where there is room
 */
GtkWidget *
genu_text_new_flow (guint most)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), most);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 10);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 10);
  g_signal_connect (flow, "move-cursor", G_CALLBACK (on_move_cursor), NULL);

  return flow;
}

/* The flow's own child takes no focus: the button within does. */
void
genu_text_append_to_flow (GtkWidget *flow,
                          GtkWidget *child)
{
  gtk_flow_box_append (GTK_FLOW_BOX (flow), child);
  gtk_widget_set_halign (gtk_widget_get_parent (child), GTK_ALIGN_START);
  gtk_widget_set_focusable (gtk_widget_get_parent (child), FALSE);
}
