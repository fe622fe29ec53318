/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Back, Again, Play or Pause, the steps, Smaller, Larger, Next.  The steps are dots; a touch on
 * them lists all with their sentences, since a dot is too small for a finger.  Signals: "back",
 * "next", "replay", "play-pause", "smaller", "larger", "step-chosen" (uint). */
#define GENU_TYPE_STEP_BAR (genu_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (GenuStepBar, genu_step_bar, GENU, STEP_BAR, GtkWidget)

GtkWidget *genu_step_bar_new         (void);
void       genu_step_bar_set_steps   (GenuStepBar *self,
                                      const char **sentences);
void       genu_step_bar_set_step    (GenuStepBar *self,
                                      guint        step);
void       genu_step_bar_set_ends    (GenuStepBar *self,
                                      gboolean     can_go_back,
                                      gboolean     can_go_on);
void       genu_step_bar_set_playing (GenuStepBar *self,
                                      gboolean     playing,
                                      gboolean     at_end);
void       genu_step_bar_set_done    (GenuStepBar *self,
                                      gboolean     done);
void       genu_step_bar_set_plain   (GenuStepBar *self,
                                      gboolean     plain);
void       genu_step_bar_set_zoomable (GenuStepBar *self,
                                       gboolean     zoomable);
void       genu_step_bar_fit         (GenuStepBar *self,
                                      int          width);

G_END_DECLS
