/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader's choices.  How large things are for them is in genu-look-sizes.c. */

#include "config.h"

#include "genu-look-private.h"

#include <adwaita.h>

static const double sizes[GENU_LOOK_N_SIZES] = { 1.0, 1.25, 1.5, 1.75, 2.0 };

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenuLook, genu_look, G_TYPE_OBJECT)

GtkSettings *
genu_look_get_settings (GenuLook *self)
{
  return gtk_settings_get_for_display (self->display);
}

/* The opposite of genu_look_add_style (). */
void
genu_look_drop_style (GenuLook        *self,
                      GtkCssProvider **style)
{
  if (*style != NULL)
    gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (*style));
  g_clear_object (style);
}

static void
genu_look_finalize (GObject *object)
{
  GenuLook *self = GENU_LOOK (object);

  genu_look_forget_sizes (self);
  genu_look_drop_style (self, &self->style);
  genu_look_drop_style (self, &self->sizes);
  genu_look_drop_style (self, &self->kiosk_style);
  genu_look_drop_style (self, &self->high_contrast);
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

/* A style sheet for the whole display, later ones over earlier ones.  (transfer full) */
GtkCssProvider *
genu_look_add_style (GenuLook   *self,
                     const char *resource)
{
  GtkCssProvider *style = gtk_css_provider_new ();

  if (resource != NULL)
    gtk_css_provider_load_from_resource (style, resource);
  gtk_style_context_add_provider_for_display (self->display, GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  return style;
}

/* --- Colours --- */

static AdwStyleManager *
get_style_manager (GenuLook *self)
{
  return adw_style_manager_get_for_display (self->display);
}

static void
apply_theme (GenuLook *self)
{
  genu_look_drop_style (self, &self->high_contrast);
  if (self->theme == GENU_THEME_HIGH_CONTRAST)
    self->high_contrast = genu_look_add_style (self, "/org/genu/Genu/style/high-contrast.css");
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The desktop's high contrast is taken as ours, which is black on white. */
static void
on_desktop_changed (GenuLook *self)
{
  AdwStyleManager *manager = get_style_manager (self);
  gboolean high_contrast = adw_style_manager_get_high_contrast (manager);
  GenuTheme theme;

  if (self->theme_chosen)
    return;

  adw_style_manager_set_color_scheme (manager, high_contrast ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                             : ADW_COLOR_SCHEME_DEFAULT);
  if (high_contrast)
    theme = GENU_THEME_HIGH_CONTRAST;
  else
    theme = adw_style_manager_get_dark (manager) ? GENU_THEME_DARK : GENU_THEME_LIGHT;
  if (theme == self->theme)
    return;

  self->theme = theme;
  apply_theme (self);
}

/**
 * genu_look_new:
 * @display: the display whose windows follow
 *
 * Follows what the desktop asks for, until the reader chooses.
 *
 * Returns: (transfer full): the look
 */
GenuLook *
genu_look_new (GdkDisplay *display)
{
  GenuLook *self = g_object_new (GENU_TYPE_LOOK, NULL);
  AdwStyleManager *manager = adw_style_manager_get_for_display (display);

  self->display = display;
  self->style = genu_look_add_style (self, "/org/genu/Genu/style/style.css");
  genu_look_start_sizes (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (on_desktop_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (on_desktop_changed), self,
                           G_CONNECT_SWAPPED);
  on_desktop_changed (self);

  return self;
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
 *
 * The reader's choice; what the desktop asks for no longer counts.
 */
void
genu_look_set_theme (GenuLook  *self,
                     GenuTheme  theme)
{
  g_return_if_fail (GENU_IS_LOOK (self));

  self->theme = theme;
  self->theme_chosen = TRUE;
  adw_style_manager_set_color_scheme (get_style_manager (self),
                                      theme == GENU_THEME_DARK ? ADW_COLOR_SCHEME_FORCE_DARK
                                                               : ADW_COLOR_SCHEME_FORCE_LIGHT);
  apply_theme (self);
}

gboolean
genu_look_get_theme_chosen (GenuLook *self)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), FALSE);

  return self->theme_chosen;
}

/**
 * genu_look_follow_desktop:
 * @self: a look
 *
 * Forgets the reader's choice of colours.
 */
void
genu_look_follow_desktop (GenuLook *self)
{
  g_return_if_fail (GENU_IS_LOOK (self));

  self->theme_chosen = FALSE;
  on_desktop_changed (self);
}

/* --- Size of the text --- */

guint
genu_look_get_size (GenuLook *self)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), 0);

  return self->size;
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
  genu_look_update_sizes (self);
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

/* --- Stillness --- */

gboolean
genu_look_get_still (GenuLook *self)
{
  gboolean motion;

  g_return_val_if_fail (GENU_IS_LOOK (self), FALSE);

  g_object_get (genu_look_get_settings (self), "gtk-enable-animations", &motion, NULL);
  return !motion;
}

void
genu_look_set_still (GenuLook *self,
                     gboolean  still)
{
  g_return_if_fail (GENU_IS_LOOK (self));

  g_object_set (genu_look_get_settings (self), "gtk-enable-animations", !still, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}
