/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks the widgets themselves, rather than the eye, what is wrong with a window. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWidget  *window;
  int         target;  /* least size of what is touched, logical pixels */
  double      least;   /* least size of text, same */
  const char *where;   /* what is shown, for messages */
  GPtrArray  *faults;  /* of char *, owned */
  guint       n_texts; /* that were looked at, so that nobody is glad about nothing */
  guint       n_targets;
} WindowAudit;

/* Text that is clipped, ellipsized, broken within a word, off the window or over other text; text
 * and targets that are too small; targets off the window or over each other. */
void audit_layout (WindowAudit *self);

/* Text and icons in sight that differ too little from what is behind them, as painted: the window
 * must be on the screen.  What cannot be pressed now is not looked at. */
void audit_contrast (WindowAudit *self);

G_END_DECLS
