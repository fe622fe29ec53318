/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-look.h"

#include <adwaita.h>

static const double sizes[GENU_LOOK_N_SIZES] = { 1.0, 1.25, 1.5, 1.75, 2.0 };

struct _GenuLook
{
  GObject parent_instance;

  GdkDisplay     *display;       /* borrowed */
  GtkCssProvider *high_contrast; /* added while the theme is high contrast */
  guint           size;          /* index of sizes */
  GenuTheme       theme;
  int             normal_dpi;    /* gtk-xft-dpi at 100 % */
  double          window_scale;  /* 1 for a window of 1280 by 720 */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuLook, genu_look, G_TYPE_OBJECT)

static GtkSettings *
get_settings (GenuLook *self)
{
  return gtk_settings_get_for_display (self->display);
}

static void
genu_look_finalize (GObject *object)
{
  GenuLook *self = GENU_LOOK (object);

  g_clear_object (&self->high_contrast);
  G_OBJECT_CLASS (genu_look_parent_class)->finalize (object);
}

static void
genu_look_class_init (GenuLookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = genu_look_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
genu_look_init (GenuLook *self)
{
}

static void
add_style (GenuLook *self)
{
  g_autoptr(GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/genu/Genu/style/style.css");
  gtk_style_context_add_provider_for_display (self->display, GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self->high_contrast = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (self->high_contrast,
                                       "/org/genu/Genu/style/high-contrast.css");
}

/**
 * genu_look_new:
 * @display: the display whose windows follow
 *
 * Starts with what the desktop asks for.
 *
 * Returns: (transfer full): the look
 */
GenuLook *
genu_look_new (GdkDisplay *display)
{
  GenuLook *self = g_object_new (GENU_TYPE_LOOK, NULL);
  AdwStyleManager *manager = adw_style_manager_get_for_display (display);

  self->display = display;
  self->window_scale = 1;
  g_object_get (get_settings (self), "gtk-xft-dpi", &self->normal_dpi, NULL);
  if (self->normal_dpi <= 0)
    self->normal_dpi = 96 * 1024;
  add_style (self);
  if (adw_style_manager_get_high_contrast (manager))
    genu_look_set_theme (self, GENU_THEME_HIGH_CONTRAST);
  else if (adw_style_manager_get_dark (manager))
    self->theme = GENU_THEME_DARK;

  return self;
}

guint
genu_look_get_size (GenuLook *self)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), 0);

  return self->size;
}

static void
apply_text_size (GenuLook *self)
{
  int dpi = (int) (self->normal_dpi * sizes[self->size] * self->window_scale);

  g_object_set (get_settings (self), "gtk-xft-dpi", dpi, NULL);
}

/**
 * genu_look_set_window_scale:
 * @self: a look
 * @scale: how much larger than plain everything shall be, because the window is
 *
 * Everything in the window but the drawing follows: sizes in the style sheet are in em.
 */
void
genu_look_set_window_scale (GenuLook *self,
                            double    scale)
{
  g_return_if_fail (GENU_IS_LOOK (self));

  if (ABS (scale - self->window_scale) < 0.02)
    return;

  self->window_scale = scale;
  apply_text_size (self);
}

/**
 * genu_look_set_size:
 * @self: a look
 * @size: 0 (100 %) to 4 (200 %)
 */
void
genu_look_set_size (GenuLook *self,
                    guint     size)
{
  g_return_if_fail (GENU_IS_LOOK (self));
  g_return_if_fail (size < GENU_LOOK_N_SIZES);

  self->size = size;
  apply_text_size (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

double
genu_look_get_text_scale (GenuLook *self)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), 1);

  return sizes[self->size];
}

/**
 * genu_look_set_text_scale:
 * @self: a look
 * @scale: 1 to 2; the nearest of the sizes is taken
 */
void
genu_look_set_text_scale (GenuLook *self,
                          double    scale)
{
  guint nearest = 0;

  for (guint i = 1; i < GENU_LOOK_N_SIZES; i++)
    if (ABS (sizes[i] - scale) < ABS (sizes[nearest] - scale))
      nearest = i;
  genu_look_set_size (self, nearest);
}

GenuTheme
genu_look_get_theme (GenuLook *self)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), GENU_THEME_LIGHT);

  return self->theme;
}

/**
 * genu_look_set_theme:
 * @self: a look
 * @theme: light, dark or high contrast (an own style sheet: libadwaita's cannot be set)
 */
void
genu_look_set_theme (GenuLook  *self,
                     GenuTheme  theme)
{
  AdwStyleManager *manager;

  g_return_if_fail (GENU_IS_LOOK (self));

  manager = adw_style_manager_get_for_display (self->display);
  gtk_style_context_remove_provider_for_display (self->display,
                                                 GTK_STYLE_PROVIDER (self->high_contrast));
  self->theme = theme;
  adw_style_manager_set_color_scheme (manager, theme == GENU_THEME_DARK
                                                 ? ADW_COLOR_SCHEME_FORCE_DARK
                                                 : ADW_COLOR_SCHEME_FORCE_LIGHT);
  if (theme == GENU_THEME_HIGH_CONTRAST)
    gtk_style_context_add_provider_for_display (self->display,
                                                GTK_STYLE_PROVIDER (self->high_contrast),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
genu_look_get_still (GenuLook *self)
{
  gboolean motion;

  g_return_val_if_fail (GENU_IS_LOOK (self), FALSE);

  g_object_get (get_settings (self), "gtk-enable-animations", &motion, NULL);
  return !motion;
}

void
genu_look_set_still (GenuLook *self,
                     gboolean  still)
{
  g_return_if_fail (GENU_IS_LOOK (self));

  g_object_set (get_settings (self), "gtk-enable-animations", !still, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}
