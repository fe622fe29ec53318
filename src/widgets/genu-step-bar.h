/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Back, Replay, Play or Pause, Next, and a dot for each step.  Signals: "back", "next", "replay",
 * "play-pause", "step-chosen" (uint). */
#define GENU_TYPE_STEP_BAR (genu_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (GenuStepBar, genu_step_bar, GENU, STEP_BAR, GtkWidget)

GtkWidget *genu_step_bar_new         (void);
void       genu_step_bar_set_n_steps (GenuStepBar *self,
                                      guint        n_steps);
void       genu_step_bar_set_step    (GenuStepBar *self,
                                      guint        step);
void       genu_step_bar_set_playing (GenuStepBar *self,
                                      gboolean     playing,
                                      gboolean     at_end);
void       genu_step_bar_set_narrow  (GenuStepBar *self,
                                      gboolean     narrow);

G_END_DECLS
