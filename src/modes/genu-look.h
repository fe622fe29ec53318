/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader chose behind the "Aa" button: size of the text, light, dark or high contrast,
 * stillness; and how large text and targets are for that on this screen.  One object a program,
 * since GTK's settings belong to the display. */

#pragma once

#include <gtk/gtk.h>

#include "genu-stage.h"

G_BEGIN_DECLS

#define GENU_LOOK_N_SIZES 5

/* Signal "changed": a choice was made, or the desktop asks for other colours. */
#define GENU_TYPE_LOOK (genu_look_get_type ())
G_DECLARE_FINAL_TYPE (GenuLook, genu_look, GENU, LOOK, GObject)

GenuLook *genu_look_new                 (GdkDisplay *display);

/* Choices. */
guint     genu_look_get_size            (GenuLook   *self);
void      genu_look_set_size            (GenuLook   *self,
                                         guint       size);
double    genu_look_get_text_scale      (GenuLook   *self);
void      genu_look_set_text_scale      (GenuLook   *self,
                                         double      scale);
GenuTheme genu_look_get_theme           (GenuLook   *self);
void      genu_look_set_theme           (GenuLook   *self,
                                         GenuTheme   theme);
gboolean  genu_look_get_theme_chosen    (GenuLook   *self);
void      genu_look_follow_desktop      (GenuLook   *self);
gboolean  genu_look_get_still           (GenuLook   *self);
void      genu_look_set_still           (GenuLook   *self,
                                         gboolean    still);

/* The screen. */
void      genu_look_set_kiosk           (GenuLook   *self,
                                         gboolean    kiosk);
void      genu_look_set_screen_width_mm (GenuLook   *self,
                                         int         width_mm);
void      genu_look_fit                 (GenuLook   *self,
                                         GtkWidget  *window);
gboolean  genu_look_expect              (GenuLook   *self,
                                         GtkWindow  *window,
                                         GdkRectangle *out_size);
guint     genu_look_get_serial          (GenuLook   *self);
double    genu_look_get_em              (GenuLook   *self);
int       genu_look_get_target          (GenuLook   *self);
double    genu_look_get_label_scale     (GenuLook   *self);
double    genu_look_get_least_label     (GenuLook   *self);

G_END_DECLS
