/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-consult-strip.h"

#include <glib/gi18n.h>

typedef enum
{
  ANYWHERE,
  PICTURE, /* shown where there is a picture */
} Place;

static const struct
{
  const char *icon, *words, *name, *action, *target; /* name: in full, for tooltip and reader */
  gboolean    toggles;
  Place       place;
} tools[] = {
  { "edit-find-symbolic", N_("Find"), N_("Find a picture (Ctrl+F, or just type)"), "win.find", NULL,
    FALSE, ANYWHERE },
  { "genu-pen-symbolic", N_("Pen"), N_("Draw on the picture (P)"), "win.tool", "pen", TRUE,
    PICTURE },
  { "genu-eraser-symbolic", N_("Eraser"), N_("Take lines away (E)"), "win.tool", "eraser", TRUE,
    PICTURE },
  { NULL, N_("Color"), N_("Color of the pen"), NULL, NULL, FALSE, PICTURE },
  { "edit-undo-symbolic", N_("Undo"), N_("Undo (Ctrl+Z)"), "win.undo", NULL, FALSE, PICTURE },
  { "edit-redo-symbolic", N_("Redo"), N_("Redo (Ctrl+Shift+Z)"), "win.redo", NULL, FALSE,
    PICTURE },
  { "user-trash-symbolic", N_("Clear"), N_("Take all lines off this picture (Delete)"),
    "win.clear", NULL, FALSE, PICTURE },
  { "genu-note-symbolic", N_("Note"), N_("Note for the doctor (Ctrl+N)"), "win.note", NULL, TRUE,
    PICTURE },
  { "document-save-symbolic", N_("Save"), N_("Save the handout of this topic (Ctrl+S)"),
    "win.save", NULL, FALSE, PICTURE },
  { "printer-symbolic", N_("Print"), N_("Print the handout of this topic (Ctrl+P)"), "win.print",
    NULL, FALSE, PICTURE },
  { "contact-new-symbolic", N_("New patient"), N_("Nothing of this consultation stays"),
    "win.new-patient", NULL, FALSE, ANYWHERE },
};

static const struct
{
  const char *name, *words;
} colours[GENU_INK_N_COLOURS] = {
  [GENU_INK_BLACK] = { "black", N_("Black") },
  [GENU_INK_BLUE] = { "blue", N_("Blue") },
  [GENU_INK_RED] = { "red", N_("Red") },
  [GENU_INK_GREEN] = { "green", N_("Green") },
};

struct _GenuConsultStrip
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller; /* child */
  GtkBox            *box;
  GPtrArray         *words;    /* of GtkLabel, below the icons */
  GPtrArray         *drawing;  /* of what is shown where there is a picture */
  GtkWidget         *swatch;   /* of the pen's colour */
  GenuInkColour      colour;
  GtkOrientation     orientation; /* of the edge along which it lies */
  int                length;      /* of that edge, in logical pixels; 0 when it is not known */
  gboolean           has_drawing; /* there is a picture that can be drawn on */
};

G_DEFINE_FINAL_TYPE (GenuConsultStrip, genu_consult_strip, GTK_TYPE_WIDGET)

/* --- Colours --- */

static void
draw_swatch (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  GenuInkColour colour = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "colour"));
  guint32 rgb = genu_ink_colour_get_rgb (colour);
  double radius = MIN (width, height) / 2.0;

  /* The light ring is there for dark windows. */
  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_arc (cr, width / 2.0, height / 2.0, radius * 0.84, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
  cairo_fill (cr);
}

static GtkWidget *
new_swatch (GenuInkColour colour)
{
  GtkWidget *area = gtk_drawing_area_new ();

  g_object_set_data (G_OBJECT (area), "colour", GUINT_TO_POINTER (colour));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, NULL, NULL);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (area, "genu-swatch");

  return area;
}

static GtkWidget *
new_colour_button (GenuInkColour colour)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), new_swatch (colour));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_(colours[colour].words)));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "genu-colour");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(colours[colour].words), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.colour");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", colours[colour].name);

  return button;
}

static GtkWidget *
new_colours (void)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "genu-colours");
  for (guint i = 0; i < GENU_INK_N_COLOURS; i++)
    gtk_box_append (GTK_BOX (box), new_colour_button (i));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  /* Without a compositor what is transparent around the arrow would be black. */
  gtk_popover_set_has_arrow (GTK_POPOVER (popover),
                             gdk_display_is_composited (gtk_widget_get_display (popover)));

  return popover;
}

/* --- Construction --- */

static GtkWidget *
new_content (GenuConsultStrip *self,
             guint             index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *words = gtk_label_new (_(tools[index].words));

  if (tools[index].icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (tools[index].icon));
  else
    {
      self->swatch = new_swatch (self->colour);
      gtk_box_append (GTK_BOX (box), self->swatch);
    }
  gtk_widget_add_css_class (words, "genu-tool-words");
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 8);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  g_ptr_array_add (self->words, words);

  return box;
}

static GtkWidget *
new_tool (GenuConsultStrip *self,
          guint             index)
{
  GtkWidget *button;

  if (tools[index].action == NULL)
    {
      button = gtk_menu_button_new ();
      gtk_menu_button_set_child (GTK_MENU_BUTTON (button), new_content (self, index));
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), new_colours ());
    }
  else
    {
      button = tools[index].toggles ? gtk_toggle_button_new () : gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (button), new_content (self, index));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), tools[index].action);
      if (tools[index].target != NULL)
        gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tools[index].target);
    }
  gtk_widget_add_css_class (button, "genu-tool");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, _(tools[index].name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(tools[index].words), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(tools[index].name), -1);

  return button;
}

static void
build (GenuConsultStrip *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      GtkWidget *tool = new_tool (self, i);

      gtk_box_append (self->box, tool);
      if (tools[i].place == PICTURE)
        g_ptr_array_add (self->drawing, tool);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "genu-strip");

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->box));
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));
}

static void
genu_consult_strip_dispose (GObject *object)
{
  GenuConsultStrip *self = GENU_CONSULT_STRIP (object);

  g_clear_pointer ((GtkWidget **) &self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (genu_consult_strip_parent_class)->dispose (object);
}

static void
genu_consult_strip_finalize (GObject *object)
{
  GenuConsultStrip *self = GENU_CONSULT_STRIP (object);

  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->drawing);
  G_OBJECT_CLASS (genu_consult_strip_parent_class)->finalize (object);
}

static void
genu_consult_strip_class_init (GenuConsultStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genu_consult_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = genu_consult_strip_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
genu_consult_strip_init (GenuConsultStrip *self)
{
  self->words = g_ptr_array_new ();
  self->drawing = g_ptr_array_new ();
  self->colour = GENU_INK_BLUE;
  self->has_drawing = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Tools"), -1);
  build (self);
  genu_consult_strip_set_room (self, GTK_ORIENTATION_VERTICAL, 0);
  genu_consult_strip_set_drawing (self, FALSE);
}

GtkWidget *
genu_consult_strip_new (void)
{
  return g_object_new (GENU_TYPE_CONSULT_STRIP, NULL);
}

static void
set_words_visible (GenuConsultStrip *self,
                   gboolean          visible)
{
  for (guint i = 0; i < self->words->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->words, i), visible);
  if (visible)
    gtk_widget_remove_css_class (GTK_WIDGET (self->box), "icons");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->box), "icons");
}

static void
fit_words (GenuConsultStrip *self)
{
  int least;

  set_words_visible (self, TRUE);
  gtk_widget_measure (GTK_WIDGET (self->box), self->orientation, -1, &least, NULL, NULL, NULL);
  if (self->length > 0 && least > self->length)
    set_words_visible (self, FALSE);
}

/**
 * genu_consult_strip_set_room:
 * @self: a strip
 * @orientation: along which edge it lies
 * @length: of that edge, in logical pixels; 0 when it is not known
 *
 * The words go where icons alone have room; what then has none can be scrolled to.
 */
void
genu_consult_strip_set_room (GenuConsultStrip *self,
                             GtkOrientation    orientation,
                             int               length)
{
  gboolean upright = orientation == GTK_ORIENTATION_VERTICAL;

  g_return_if_fail (GENU_IS_CONSULT_STRIP (self));

  self->orientation = orientation;
  self->length = length;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), orientation);
  gtk_widget_set_halign (GTK_WIDGET (self->box), upright ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_scrolled_window_set_policy (self->scroller,
                                  upright ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC,
                                  upright ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  fit_words (self);
}

/**
 * genu_consult_strip_set_drawing:
 * @self: a strip
 * @drawing: whether there is a picture that can be drawn on
 */
void
genu_consult_strip_set_drawing (GenuConsultStrip *self,
                                gboolean          drawing)
{
  g_return_if_fail (GENU_IS_CONSULT_STRIP (self));

  if (drawing == self->has_drawing)
    return;

  self->has_drawing = drawing;
  for (guint i = 0; i < self->drawing->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->drawing, i), drawing);
  fit_words (self);
}

void
genu_consult_strip_set_colour (GenuConsultStrip *self,
                               GenuInkColour     colour)
{
  g_return_if_fail (GENU_IS_CONSULT_STRIP (self));

  self->colour = colour;
  g_object_set_data (G_OBJECT (self->swatch), "colour", GUINT_TO_POINTER (colour));
  gtk_widget_queue_draw (self->swatch);
}

/**
 * genu_consult_strip_name_colour:
 * @colour: a colour
 *
 * Returns: (transfer none): its name as a target of the action "colour"
 */
const char *
genu_consult_strip_name_colour (GenuInkColour colour)
{
  return colours[MIN ((guint) colour, GENU_INK_N_COLOURS - 1)].name;
}

gboolean
genu_consult_strip_find_colour (const char    *name,
                                GenuInkColour *out_colour)
{
  for (guint i = 0; i < GENU_INK_N_COLOURS; i++)
    if (g_str_equal (colours[i].name, name))
      {
        *out_colour = i;
        return TRUE;
      }

  return FALSE;
}
