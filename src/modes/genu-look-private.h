/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-look.h"

G_BEGIN_DECLS

struct _GenuLook
{
  GObject parent_instance;

  GdkDisplay     *display;       /* borrowed */
  GtkCssProvider *style;         /* added as long as the look lives, as the next */
  GtkCssProvider *sizes;         /* of targets, in pixels of this screen */
  GtkCssProvider *high_contrast; /* added while the theme is high contrast */
  GtkCssProvider *kiosk_style;   /* added in kiosk size */

  /* Choices. */
  guint           size;          /* index of the sizes */
  GenuTheme       theme;
  gboolean        theme_chosen;  /* by the reader, so that the desktop's no longer counts */

  /* The screen. */
  gboolean        kiosk;
  int             setting_mm;    /* width of the screen; 0 asks the monitor */
  int             normal_dpi;    /* gtk-xft-dpi as it was at the start */
  double          normal_em;     /* of the desktop's font at that, in logical pixels */
  int             width;         /* of the window, in logical pixels; 0 until it has one */
  int             height;
  double          density;       /* logical pixels a millimetre */
  double          plain_em;      /* of this window at the first size of text */
  double          em;            /* at the chosen one */
  int             target;        /* least width and height of what is touched */
  guint           serial;        /* changes with each of the sizes */
};

GtkSettings    *genu_look_get_settings (GenuLook        *self);
GtkCssProvider *genu_look_add_style    (GenuLook        *self,
                                        const char      *resource);
void            genu_look_drop_style   (GenuLook        *self,
                                        GtkCssProvider **style);
void            genu_look_start_sizes  (GenuLook        *self);
void            genu_look_forget_sizes (GenuLook        *self);
void            genu_look_update_sizes (GenuLook        *self);

G_END_DECLS
