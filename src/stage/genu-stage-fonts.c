/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bundled fonts and the one way in which text is measured and painted.  Hinting is off, glyphs
 * lie at fractions of a pixel, sizes are absolute: the same label has the same size in a window, in
 * a picture file and on paper, whatever the desktop's font settings are. */

#include "config.h"

#include "genu-stage-fonts.h"

#include <fontconfig/fontconfig.h>

static const char * const font_files[] = {
  "Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf",
  "Inter-Italic.otf",
};

/**
 * genu_stage_load_fonts:
 *
 * Makes the bundled fonts known to this process, from $GENU_DATA_DIR/fonts or the place of
 * installation.  To be called before any text is laid out, thus before gtk_init(); calling it again
 * does nothing.  Without the files the system's sans serif font serves.
 */
void
genu_stage_load_fonts (void)
{
  static gsize loaded = 0;
  const char *data = g_getenv ("GENU_DATA_DIR");

  if (!g_once_init_enter (&loaded))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (font_files); i++)
    {
      g_autofree char *path = g_build_filename (data != NULL ? data : GENU_PKGDATADIR, "fonts",
                                                font_files[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        FcConfigAppFontAddFile (NULL, (const FcChar8 *) path);
    }
  g_once_init_leave (&loaded, 1);
}

static PangoFontMap *
get_font_map (void)
{
  static PangoFontMap *font_map = NULL;

  if (font_map == NULL)
    {
      genu_stage_load_fonts ();
      font_map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
    }
  return font_map;
}

/**
 * genu_stage_create_pango_context:
 *
 * Returns: (transfer full): a context in which all text of a stage is laid out; main thread only
 */
PangoContext *
genu_stage_create_pango_context (void)
{
  PangoContext *context = pango_font_map_create_context (get_font_map ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

/**
 * genu_stage_create_layout:
 * @context: a context of genu_stage_create_pango_context()
 * @size: height of the font in the unit of the drawing surface (pixels, or points on paper)
 * @weight: its weight
 *
 * Returns: (transfer full): an empty layout in the bundled font
 */
PangoLayout *
genu_stage_create_layout (PangoContext *context,
                          double        size,
                          PangoWeight   weight)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, GENU_STAGE_FONT_FAMILY ", sans-serif");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  return layout;
}

/**
 * genu_stage_align_layout:
 * @layout: a layout whose text is set
 * @alignment: where its lines meet, as the eye sees it
 *
 * Pango turns the alignment of a paragraph that runs against its context; this turns it back.
 */
void
genu_stage_align_layout (PangoLayout   *layout,
                         PangoAlignment alignment)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  PangoDirection base = pango_context_get_base_dir (pango_layout_get_context (layout));

  if (alignment != PANGO_ALIGN_CENTER
      && pango_layout_line_get_resolved_direction (line) != base)
    alignment = alignment == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  pango_layout_set_alignment (layout, alignment);
}
