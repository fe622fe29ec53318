/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void genu_stack_present_visible_only (GtkStack *stack);

G_END_DECLS
