/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "genu-look.h"

G_BEGIN_DECLS

/* The "Aa" button of every page, with its popover. */
GtkWidget *genu_look_button_new (GenuLook *look);

G_END_DECLS
