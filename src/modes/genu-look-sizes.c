/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large text and targets are.
 *
 * Sizes in the style sheet are in em, the size of plain text, which GTK takes from gtk-xft-dpi.
 * One em is the largest of: the desktop's font; the same share of a large window as of a window of
 * 1280 by 720, since large windows are read from farther away; and what can be read at all, in
 * millimetres of this very screen.  The reader's choice multiplies it.
 *
 * Targets are a style sheet of their own, made anew for each screen: 16 mm, the least that tremor
 * and old eyes hit well. */

#include "config.h"

#include "genu-look-private.h"

#include <math.h>

#include "genu-screen-size.h"
#include "genu-window-settings.h"
#include "genu-window-size.h"

#define PLAIN_DPI (96 * 1024)
#define PLAIN_LONG_SIDE 1280.0
#define PLAIN_SHORT_SIDE 720.0
#define LARGEST_WINDOW_SCALE 3.0

#define PLAIN_DENSITY (96 / 25.4)

#define TARGET_MM 16.0

/* 11 points on paper. */
#define LEAST_EM_MM 3.9
/* Capitals of 7.3 mm, which are 0.7° at 60 cm (EN 301 549, 5.1.4).  Those of Inter are 0.727 em. */
#define KIOSK_EM_MM (7.3 / 0.727)

/* Text grows no further than to so many lines of plain text in the short side of the window: beyond
 * that a sentence no longer fits beside its picture. */
#define LEAST_LINES 12.0

/* Icons follow the text, within what looks right in a target of this height. */
#define ICON_EM 1.25
#define LEAST_ICON_SHARE 0.4
#define MOST_ICON_SHARE 0.6

static double
get_desktop_font_size (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  double points;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  points = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  pango_font_description_free (font);

  return points > 0 ? points : 11;
}

static int
read_setting (void)
{
  g_autoptr(GSettings) settings = genu_window_settings_open ();

  return settings != NULL ? g_settings_get_int (settings, "screen-width-mm") : 0;
}

/* Called once, before anything of the look is set. */
void
genu_look_start_sizes (GenuLook *self)
{
  GtkSettings *gtk = genu_look_get_settings (self);

  g_object_get (gtk, "gtk-xft-dpi", &self->normal_dpi, NULL);
  if (self->normal_dpi <= 0)
    self->normal_dpi = PLAIN_DPI;
  self->normal_em = get_desktop_font_size (gtk) * self->normal_dpi / 1024 / 72;
  self->plain_em = self->em = self->normal_em;
  self->density = PLAIN_DENSITY;
  self->setting_mm = read_setting ();
  self->sizes = genu_look_add_style (self, NULL);
  genu_look_update_sizes (self);
}

void
genu_look_forget_sizes (GenuLook *self)
{
  g_object_set (genu_look_get_settings (self), "gtk-xft-dpi", self->normal_dpi, NULL);
}

/* --- The screen --- */

static GdkMonitor *
dup_monitor (GenuLook  *self,
             GtkWidget *window)
{
  GtkNative *native = gtk_widget_get_native (window);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor = surface != NULL
                        ? gdk_display_get_monitor_at_surface (self->display, surface) : NULL;

  if (monitor != NULL)
    return g_object_ref (monitor);

  return g_list_model_get_item (gdk_display_get_monitors (self->display), 0);
}

/* Once for each monitor, however often its windows change. */
static void
report_doubt (GdkMonitor *monitor,
              const char *doubt)
{
  if (g_object_get_data (G_OBJECT (monitor), "genu-doubt") == doubt)
    return;

  g_object_set_data (G_OBJECT (monitor), "genu-doubt", (gpointer) doubt);
  g_message ("the monitor “%s” says that it is %d × %d mm, but %s: 96 dots an inch are taken. "
             "The setting screen-width-mm says how wide it is.",
             gdk_monitor_get_model (monitor) != NULL ? gdk_monitor_get_model (monitor) : "",
             gdk_monitor_get_width_mm (monitor), gdk_monitor_get_height_mm (monitor), doubt);
}

static double
ask_density (GenuLook  *self,
             GtkWidget *window)
{
  g_autoptr(GdkMonitor) monitor = dup_monitor (self, window);
  GenuScreenSize size = { .setting_mm = self->setting_mm };
  const char *doubt;
  GdkRectangle box;
  double density;

  if (monitor == NULL)
    return PLAIN_DENSITY;

  gdk_monitor_get_geometry (monitor, &box);
  size.width = MAX (box.width, 1);
  size.height = MAX (box.height, 1);
  size.width_mm = gdk_monitor_get_width_mm (monitor);
  size.height_mm = gdk_monitor_get_height_mm (monitor);
  density = genu_screen_size_get_density (&size, &doubt);
  if (doubt != NULL)
    report_doubt (monitor, doubt);

  return density;
}

/* --- Text and targets --- */

static void
apply_targets (GenuLook *self)
{
  double icon = CLAMP (ICON_EM * self->em, LEAST_ICON_SHARE * self->target,
                       MOST_ICON_SHARE * self->target);
  g_autofree char *css =
    g_strdup_printf ("button, .genu-target { min-width: %dpx; min-height: %dpx;"
                     " -gtk-icon-size: %dpx; }\n"
                     "windowcontrols > button { min-width: 24px; min-height: 24px;"
                     " -gtk-icon-size: 16px; }\n",
                     self->target, self->target, (int) icon);

  gtk_css_provider_load_from_data (self->sizes, css, -1);
}

/* One em at the first size of text, in the window. */
static double
choose_plain_em (GenuLook *self)
{
  double scale = MIN (MAX (self->width, self->height) / PLAIN_LONG_SIDE,
                      MIN (self->width, self->height) / PLAIN_SHORT_SIDE);
  double em = self->normal_em * CLAMP (scale, 1, LARGEST_WINDOW_SCALE);

  return MAX (em, genu_look_get_least_label (self));
}

/**
 * genu_look_update_sizes:
 * @self: a look
 *
 * Makes text and targets as large as the choice, the window and the screen want them now.
 */
void
genu_look_update_sizes (GenuLook *self)
{
  double plain = choose_plain_em (self), em = plain * genu_look_get_text_scale (self);
  int target = (int) ceil (TARGET_MM * self->density);

  if (self->width > 0)
    em = MIN (em, MAX (plain, MIN (self->width, self->height) / LEAST_LINES));
  /* Windows that are being resized would lay out all their text anew with each pixel. */
  if (fabs (em - self->em) < 0.02 * self->em && fabs (plain - self->plain_em) < 0.02 * plain
      && target == self->target)
    return;

  self->plain_em = plain;
  self->em = em;
  self->target = target;
  g_object_set (genu_look_get_settings (self), "gtk-xft-dpi",
                (int) (self->normal_dpi * em / self->normal_em + 0.5), NULL);
  apply_targets (self);
  self->serial++;
}

/**
 * genu_look_fit:
 * @self: a look
 * @window: a #GtkWindow that has a size
 *
 * Fits text and targets to @window and its screen.  Everything but the drawing follows by itself:
 * sizes in the style sheet are in em.
 */
void
genu_look_fit (GenuLook  *self,
               GtkWidget *window)
{
  g_return_if_fail (GENU_IS_LOOK (self));
  g_return_if_fail (GTK_IS_WINDOW (window));

  genu_window_get_size (window, &self->width, &self->height);
  self->density = ask_density (self, window);
  genu_look_update_sizes (self);
}

/* The size that a window is about to get; a window manager may think otherwise. */
static gboolean
get_expected_size (GenuLook     *self,
                   GtkWindow    *window,
                   GdkRectangle *out_size)
{
  g_autoptr(GdkMonitor) monitor = dup_monitor (self, GTK_WIDGET (window));

  if (monitor != NULL && (gtk_window_is_fullscreen (window) || gtk_window_is_maximized (window)))
    gdk_monitor_get_geometry (monitor, out_size);
  else
    gtk_window_get_default_size (window, &out_size->width, &out_size->height);

  return out_size->width > 0 && out_size->height > 0;
}

/**
 * genu_look_expect:
 * @self: a look
 * @window: a window that is about to be shown
 * @out_size: the size that it will most likely have, in logical pixels
 *
 * Fits text and targets beforehand, so that the first picture need not be drawn twice.
 *
 * Returns: whether that is known
 */
gboolean
genu_look_expect (GenuLook     *self,
                  GtkWindow    *window,
                  GdkRectangle *out_size)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), FALSE);
  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);

  if (!get_expected_size (self, window, out_size))
    return FALSE;

  self->width = out_size->width;
  self->height = out_size->height;
  self->density = ask_density (self, GTK_WIDGET (window));
  genu_look_update_sizes (self);

  return TRUE;
}

/* Another one after each change of sizes. */
guint
genu_look_get_serial (GenuLook *self)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), 0);

  return self->serial;
}

/**
 * genu_look_set_kiosk:
 * @self: a look
 * @kiosk: whether the screen is read standing, from 60 cm
 *
 * In kiosk size no text has capitals of less than 7.3 mm.
 */
void
genu_look_set_kiosk (GenuLook *self,
                     gboolean  kiosk)
{
  g_return_if_fail (GENU_IS_LOOK (self));

  if (kiosk == self->kiosk)
    return;

  self->kiosk = kiosk;
  if (kiosk)
    self->kiosk_style = genu_look_add_style (self, "/org/genu/Genu/style/kiosk.css");
  else
    genu_look_drop_style (self, &self->kiosk_style);
  genu_look_update_sizes (self);
}

/**
 * genu_look_set_screen_width_mm:
 * @self: a look
 * @width_mm: width of the screen, in place of the setting; 0 asks the monitor
 */
void
genu_look_set_screen_width_mm (GenuLook *self,
                               int       width_mm)
{
  g_return_if_fail (GENU_IS_LOOK (self));

  self->setting_mm = width_mm;
}

/* The size of plain text, in logical pixels. */
double
genu_look_get_em (GenuLook *self)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), 0);

  return self->em;
}

/* The least width and height of what is touched, in logical pixels. */
int
genu_look_get_target (GenuLook *self)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), 0);

  return self->target;
}

/* How much larger than at the first size labels are: less than the choice where a window holds no
 * more. */
double
genu_look_get_label_scale (GenuLook *self)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), 1);

  return self->em / self->plain_em;
}

/* The least size of any text on this screen at the first size, in logical pixels. */
double
genu_look_get_least_label (GenuLook *self)
{
  g_return_val_if_fail (GENU_IS_LOOK (self), 0);

  return (self->kiosk ? KIOSK_EM_MM : LEAST_EM_MM) * self->density;
}
