/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tools of a consultation, along an edge of the window.  They act through the window's actions:
 * find, tool (string), colour (string), undo, redo, clear, note, save, print, new-patient. */

#pragma once

#include <gtk/gtk.h>

#include "genu-ink.h"

G_BEGIN_DECLS

#define GENU_TYPE_CONSULT_STRIP (genu_consult_strip_get_type ())
G_DECLARE_FINAL_TYPE (GenuConsultStrip, genu_consult_strip, GENU, CONSULT_STRIP, GtkWidget)

GtkWidget    *genu_consult_strip_new         (void);
void          genu_consult_strip_set_room    (GenuConsultStrip *self,
                                              GtkOrientation    orientation,
                                              int               length);
void          genu_consult_strip_set_drawing (GenuConsultStrip *self,
                                              gboolean          drawing);
void          genu_consult_strip_set_colour  (GenuConsultStrip *self,
                                              GenuInkColour     colour);
const char   *genu_consult_strip_name_colour (GenuInkColour     colour);
gboolean      genu_consult_strip_find_colour (const char       *name,
                                              GenuInkColour    *out_colour);

G_END_DECLS
