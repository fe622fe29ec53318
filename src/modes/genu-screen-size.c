/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a monitor says is believed unless it cannot be true:
 *
 * - It says nothing.  Projectors and many adapters do.
 * - It tells its shape instead of its size: 16 × 9, or 160 × 90 mm.  Mutter keeps the same list
 *   (meta_monitor_has_aspect_as_size ()); television sets also say 1600 × 900.
 * - Its sides do not have the shape of its picture.  Where they do with the sides exchanged, the
 *   screen was turned upright and nobody told the monitor: then they are exchanged.
 * - It would have less than 1 or more than 12 dots a millimetre: a wall of 1920 dots is 2 m wide at
 *   1, and no panel for a desk has more than 12.
 *
 * In doubt there are 96 dots an inch, as everywhere else on a desktop. */

#include "config.h"

#include "genu-screen-size.h"

#define PLAIN_DENSITY (96 / 25.4)
#define LEAST_DENSITY 1.0
#define MOST_DENSITY 12.0
/* Sides may differ from the picture's shape by so much: pixels need not be quite square. */
#define SHAPE_TOLERANCE 0.12

static gboolean
is_shape_only (int width_mm,
               int height_mm)
{
  static const struct { int width, height; } shapes[] = {
    { 16, 9 }, { 16, 10 }, { 160, 90 }, { 160, 100 }, { 1600, 900 }, { 1600, 1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if ((width_mm == shapes[i].width && height_mm == shapes[i].height)
        || (width_mm == shapes[i].height && height_mm == shapes[i].width))
      return TRUE;

  return FALSE;
}

static gboolean
has_shape (const GenuScreenSize *self,
           int                   width_mm,
           int                   height_mm)
{
  double wanted = (double) self->width / self->height;
  double said = (double) width_mm / height_mm;

  return said > wanted * (1 - SHAPE_TOLERANCE) && said < wanted * (1 + SHAPE_TOLERANCE);
}

/* Dots a millimetre as the monitor says, or 0 with the reason why that cannot be. */
static double
ask_monitor (const GenuScreenSize *self,
             const char          **out_doubt)
{
  double density;

  if (self->width_mm <= 0 || self->height_mm <= 0)
    {
      *out_doubt = "it does not say how large it is";
      return 0;
    }
  if (is_shape_only (self->width_mm, self->height_mm))
    {
      *out_doubt = "that is a shape and no size";
      return 0;
    }

  if (has_shape (self, self->width_mm, self->height_mm))
    density = (double) self->width / self->width_mm;
  else if (has_shape (self, self->height_mm, self->width_mm))
    density = (double) self->width / self->height_mm;
  else
    {
      *out_doubt = "its picture has another shape";
      return 0;
    }
  if (density >= LEAST_DENSITY && density <= MOST_DENSITY)
    return density;

  *out_doubt = density < LEAST_DENSITY ? "its dots would be larger than a millimetre"
                                       : "it would have more dots than any panel has";
  return 0;
}

/**
 * genu_screen_size_get_density:
 * @self: a screen; its width and height are above 0
 * @out_doubt: (out) (transfer none) (nullable): why the monitor is not believed; %NULL when it is,
 *   or was not asked
 *
 * Returns: logical pixels a millimetre
 */
double
genu_screen_size_get_density (const GenuScreenSize *self,
                              const char          **out_doubt)
{
  double density;

  g_return_val_if_fail (self->width > 0 && self->height > 0, PLAIN_DENSITY);

  *out_doubt = NULL;
  if (self->setting_mm > 0)
    return (double) self->width / self->setting_mm;

  density = ask_monitor (self, out_doubt);
  return density > 0 ? density : PLAIN_DENSITY;
}
