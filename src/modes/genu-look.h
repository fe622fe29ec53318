/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader chose behind the "Aa" button: size of the text, light, dark or high contrast,
 * stillness.  One object a program, since GTK's settings belong to the display. */

#pragma once

#include <gtk/gtk.h>

#include "genu-stage.h"

G_BEGIN_DECLS

#define GENU_LOOK_N_SIZES 5

#define GENU_TYPE_LOOK (genu_look_get_type ())
G_DECLARE_FINAL_TYPE (GenuLook, genu_look, GENU, LOOK, GObject)

GenuLook *genu_look_new            (GdkDisplay *display);
guint     genu_look_get_size       (GenuLook   *self);
void      genu_look_set_size       (GenuLook   *self,
                                    guint       size);
double    genu_look_get_text_scale (GenuLook   *self);
void      genu_look_set_text_scale (GenuLook   *self,
                                    double      scale);
void      genu_look_set_window_scale (GenuLook *self,
                                      double    scale);
GenuTheme genu_look_get_theme      (GenuLook   *self);
void      genu_look_set_theme      (GenuLook   *self,
                                    GenuTheme   theme);
gboolean  genu_look_get_still      (GenuLook   *self);
void      genu_look_set_still      (GenuLook   *self,
                                    gboolean    still);

G_END_DECLS
