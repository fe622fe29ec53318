/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handout is made in small steps between which the window lives (genu_handout_job_step()), then
 * written, or given to the printer page by page. */

#include "config.h"

#include "genu-consult-handout.h"

#include <glib/gi18n.h>

typedef struct
{
  GenuConsultOrder order;
  GenuHandoutJob  *job;    /* owned */
  GenuReport      *report; /* owned; what is wrong with drawings is in the journal already */
  GFile           *file;   /* owned; NULL to print */
  gboolean         asked;  /* the printing dialog has given its answer */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->job, genu_handout_job_free);
  genu_report_free (work->report);
  g_clear_object (&work->file);
  g_free (work);
}

static void
tell (const Work *work,
      double      fraction)
{
  if (work->order.progress != NULL)
    work->order.progress (fraction, work->order.progress_data);
}

static void
on_written (GObject      *file,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_file (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GBytes) pdf = genu_handout_job_finish (work->job, &error);

  if (pdf == NULL)
    g_task_return_error (task, error);
  else
    g_file_replace_contents_bytes_async (work->file, pdf, NULL, FALSE, G_FILE_CREATE_NONE,
                                         g_task_get_cancellable (task), on_written,
                                         g_object_ref (task));
}

/* --- Printing --- */

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                index,
              GPtrArray         *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (width / GENU_HANDOUT_PAGE_WIDTH, height / GENU_HANDOUT_PAGE_HEIGHT);

  cairo_save (cr);
  cairo_translate (cr, (width - scale * GENU_HANDOUT_PAGE_WIDTH) / 2,
                   (height - scale * GENU_HANDOUT_PAGE_HEIGHT) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, g_ptr_array_index (pages, (guint) index), 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * genu_consult_handout_new_operation:
 * @pages: (element-type cairo_surface_t): recordings of A4 pages in points
 * @title: of the job
 *
 * Returns: (transfer full): prints the pages; on other paper they are fitted
 */
GtkPrintOperation *
genu_consult_handout_new_operation (GPtrArray  *pages,
                                    const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) pages->len);
  gtk_print_operation_set_job_name (operation, title);
  g_object_set_data_full (G_OBJECT (operation), "pages", g_ptr_array_ref (pages),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), pages);

  return operation;
}

static void
on_print_done (GtkPrintOperation      *operation,
               GtkPrintOperationResult result,
               gpointer                user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  ((Work *) g_task_get_task_data (task))->asked = TRUE;
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      g_task_return_error (task, error);
    }
  else
    g_task_return_boolean (task, result == GTK_PRINT_OPERATION_RESULT_APPLY);
}

static void
release_task (gpointer  task,
              GClosure *closure)
{
  g_object_unref (task);
}

static void
print_pages (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  const GenuTopic *topic = g_ptr_array_index (work->order.handout.topics, 0);
  g_autoptr(GtkPrintOperation) operation
    = genu_consult_handout_new_operation (genu_handout_job_get_pages (work->job), topic->title);

  GError *error = NULL;

  /* The dialog's answer comes with "done"; where there is no dialog to be had, only this error. */
  g_signal_connect_data (operation, "done", G_CALLBACK (on_print_done), g_object_ref (task),
                         release_task, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, work->order.parent,
                           &error);
  if (error != NULL && !work->asked)
    g_task_return_error (task, g_steal_pointer (&error));
  g_clear_error (&error);
}

/* --- The work --- */

static gboolean
do_step (gpointer user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    {
      tell (work, 1);
      return G_SOURCE_REMOVE;
    }
  if (genu_handout_job_step (work->job))
    {
      tell (work, genu_handout_job_get_fraction (work->job));
      return G_SOURCE_CONTINUE;
    }

  tell (work, 1);
  if (work->file != NULL)
    write_file (task);
  else
    print_pages (task);
  return G_SOURCE_REMOVE;
}

static gboolean
begin (gpointer user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);

  work->job = genu_handout_job_new (&work->order.handout, work->file == NULL, work->report);
  g_idle_add_full (G_PRIORITY_LOW, do_step, g_object_ref (task), g_object_unref);
  return G_SOURCE_REMOVE;
}

static void
start (const GenuConsultOrder *order,
       GFile                  *file,
       GCancellable           *cancellable,
       GAsyncReadyCallback     callback,
       gpointer                user_data,
       gpointer                tag)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->order = *order;
  work->report = genu_report_new ();
  work->file = file != NULL ? g_object_ref (file) : NULL;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, work, work_free);
  tell (work, 0);
  /* After the frame that says so. */
  g_idle_add_full (G_PRIORITY_LOW, begin, g_object_ref (task), g_object_unref);
}

/**
 * genu_consult_handout_save:
 * @order: what to make
 * @file: where to
 * @cancellable: (nullable): ends it
 * @callback: called when it is written or failed
 * @user_data: for @callback
 *
 * Makes the handout as PDF and writes it.
 */
void
genu_consult_handout_save (const GenuConsultOrder *order,
                           GFile                  *file,
                           GCancellable           *cancellable,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data)
{
  start (order, file, cancellable, callback, user_data, genu_consult_handout_save);
}

gboolean
genu_consult_handout_save_finish (GAsyncResult *result,
                                  GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * genu_consult_handout_print:
 * @order: what to make
 * @cancellable: (nullable): ends it, until the dialog is shown
 * @callback: called when it was given to a printer, or not
 * @user_data: for @callback
 *
 * Makes the handout and asks which printer shall have it.
 */
void
genu_consult_handout_print (const GenuConsultOrder *order,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  start (order, NULL, cancellable, callback, user_data, genu_consult_handout_print);
}

/**
 * genu_consult_handout_print_finish:
 * @result: what the callback got
 * @error: return location for a #GError
 *
 * Returns: whether a printer has it; %FALSE without @error when the doctor thought better of it
 */
gboolean
genu_consult_handout_print_finish (GAsyncResult *result,
                                   GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * genu_consult_handout_dup_name:
 * @topic: the topic
 * @side: which knee
 * @has_side: whether its pictures show one
 * @day: of the consultation
 *
 * Returns: (transfer full): a name for the file that every file system takes; it names no patient
 */
char *
genu_consult_handout_dup_name (const GenuTopic *topic,
                               GenuSide         side,
                               gboolean         has_side,
                               GDateTime       *day)
{
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *title = g_strdup (topic->title);
  const char *knee = side == GENU_SIDE_LEFT ? _("left knee") : _("right knee");

  g_strdelimit (title, "/\\:*?\"<>|\n\t", ' ');
  g_strstrip (title);
  if (!has_side)
    return g_strdup_printf ("%s - %s.pdf", title, date);
  return g_strdup_printf ("%s - %s - %s.pdf", title, knee, date);
}
