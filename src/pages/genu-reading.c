/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A column that is read holds about 65 letters a line at every size of text: longer lines lose the
 * eye on its way back, shorter ones chop the sentence. */

#include "config.h"

#include "genu-reading.h"

/* Of the column at the size of text that 96 dots an inch give, in logical pixels. */
#define WIDTH 820
#define PLAIN_DPI (96 * 1024)

static void
update_width (AdwClamp *clamp)
{
  int dpi = PLAIN_DPI;
  int width;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (clamp)), "gtk-xft-dpi", &dpi, NULL);
  width = (int) ((gint64) WIDTH * (dpi > 0 ? dpi : PLAIN_DPI) / PLAIN_DPI);
  adw_clamp_set_maximum_size (clamp, width);
  adw_clamp_set_tightening_threshold (clamp, width);
}

/**
 * genu_reading_follow_text:
 * @clamp: around a column of text
 *
 * From now on the column's width follows the size of text.
 */
void
genu_reading_follow_text (AdwClamp *clamp)
{
  g_return_if_fail (ADW_IS_CLAMP (clamp));

  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (clamp)), "notify::gtk-xft-dpi",
                           G_CALLBACK (update_width), clamp, G_CONNECT_SWAPPED);
  update_width (clamp);
}
