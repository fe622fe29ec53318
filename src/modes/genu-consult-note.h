/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a topic says to clinicians, beside its picture: of the step, of the topic, with the sources.
 * Patients' windows do not show it, and it is not printed. */

#pragma once

#include <gtk/gtk.h>

#include "genu-pack.h"

G_BEGIN_DECLS

GtkWidget *genu_consult_note_new  (void);
void       genu_consult_note_show (GtkWidget       *note,
                                   const GenuPack  *pack,
                                   const GenuTopic *topic,
                                   guint            step);

G_END_DECLS
