/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving and printing the handout of a topic. */

#pragma once

#include <gtk/gtk.h>

#include "genu-handout.h"

G_BEGIN_DECLS

/* Is told how far the work is, 0 to 1; called with 1 when there is no more of it, whatever came of
 * it. */
typedef void (*GenuConsultProgressFunc) (double   fraction,
                                         gpointer user_data);

/* What a handout is made of; it is copied, what it points to must live until the work is done or
 * cancelled. */
typedef struct
{
  GenuHandout             handout;
  GtkWindow              *parent;
  GenuConsultProgressFunc progress; /* (nullable) */
  gpointer                progress_data;
} GenuConsultOrder;

void     genu_consult_handout_save        (const GenuConsultOrder *order,
                                           GFile                  *file,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
gboolean genu_consult_handout_save_finish (GAsyncResult           *result,
                                           GError                **error);
void     genu_consult_handout_print       (const GenuConsultOrder *order,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
gboolean genu_consult_handout_print_finish (GAsyncResult          *result,
                                            GError               **error);

char              *genu_consult_handout_dup_name      (const GenuTopic *topic,
                                                       GenuSide         side,
                                                       gboolean         has_side,
                                                       GDateTime       *day);
GtkPrintOperation *genu_consult_handout_new_operation (GPtrArray       *pages,
                                                       const char      *title);

G_END_DECLS
