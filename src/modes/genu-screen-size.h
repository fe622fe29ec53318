/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large a screen really is.  A finger needs millimetres, and monitors lie about theirs. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int width;      /* in logical pixels, as the picture lies on the screen */
  int height;
  int width_mm;   /* as the monitor says; 0 when it says nothing */
  int height_mm;
  int setting_mm; /* the width as the clinic measured it; 0 asks the monitor */
} GenuScreenSize;

double genu_screen_size_get_density (const GenuScreenSize *self,
                                     const char          **out_doubt);

G_END_DECLS
