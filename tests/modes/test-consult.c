/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The consultation without its window: what the finder finds and chooses, the handout's name, file
 * and pages, the note. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "genu-consult-handout.h"
#include "genu-consult-note.h"
#include "genu-finder.h"

#include "../widgets/widget-fixture.h"

static GenuPack *
load_knee (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), "data", "packs", "knee",
                                            NULL);
  GenuPack *pack = genu_pack_load (path, "en", report);

  g_assert_nonnull (pack);
  return pack;
}

static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* --- The finder --- */

typedef struct
{
  char    *topic;
  guint    step;
  gboolean asked;
} Choice;

static void
on_chosen (GenuFinder *finder,
           const char *topic,
           guint       step,
           gboolean    asked,
           Choice     *choice)
{
  g_free (choice->topic);
  choice->topic = g_strdup (topic);
  choice->step = step;
  choice->asked = asked;
}

static void
test_finder (void)
{
  g_autoptr(GenuPack) pack = load_pack ();
  GtkWidget *finder = genu_finder_new (pack), *entry;
  g_autoptr(GtkWindow) window = show (finder);
  Choice choice = { NULL };
  guint n_closed;

  g_signal_connect (finder, "chosen", G_CALLBACK (on_chosen), &choice);
  count_signal (finder, "closed", &n_closed);
  g_assert_false (gtk_widget_get_visible (finder));

  /* A part leads to the picture that shows it. */
  genu_finder_open (GENU_FINDER (finder), "ba");
  entry = find_widget (finder, GTK_TYPE_SEARCH_ENTRY);
  run_until (gtk_widget_get_mapped (finder));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (choice.topic, ==, "walk");
  g_assert_cmpuint (choice.step, ==, 2);
  g_assert_true (choice.asked);
  g_assert_false (gtk_widget_get_visible (finder));
  g_assert_cmpuint (n_closed, ==, 1);

  /* A title leads to the topic. */
  genu_finder_open (GENU_FINDER (finder), "shapes");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (choice.topic, ==, "walk");
  g_assert_cmpuint (choice.step, ==, 0);
  g_assert_false (choice.asked);

  /* Nothing leads nowhere, and the finder waits. */
  g_clear_pointer (&choice.topic, g_free);
  genu_finder_open (GENU_FINDER (finder), "zebra");
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (choice.topic);
  g_assert_true (gtk_widget_get_visible (finder));
  gtk_editable_set_text (GTK_EDITABLE (entry), "w");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (choice.topic, ==, "walk");

  genu_finder_open (GENU_FINDER (finder), "");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_false (gtk_widget_get_visible (finder));
  g_free (choice.topic);
  gtk_window_destroy (window);
}

/* Every picture of every topic has a button of its own. */
static void
count_buttons (GtkWidget *widget,
               guint     *n)
{
  if (GTK_IS_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "topic") != NULL)
    (*n)++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_buttons (child, n);
}

static void
test_finder_has_all_pictures (void)
{
  g_autoptr(GenuPack) pack = load_knee ();
  GtkWidget *finder = g_object_ref_sink (genu_finder_new (pack));
  guint n = 0, expected = 0;

  for (guint i = 0; i < pack->topics->len; i++)
    expected += ((GenuTopic *) g_ptr_array_index (pack->topics, i))->steps->len;
  count_buttons (finder, &n);
  g_assert_cmpuint (n, ==, expected);
  g_object_unref (finder);
}

/* --- The handout --- */

static void
test_name (void)
{
  g_autoptr(GDateTime) day = g_date_time_new_utc (2026, 11, 22, 9, 30, 0);
  GenuTopic topic = { .title = (char *) "Will my knee: hurt/less?" };
  g_autofree char *left = genu_consult_handout_dup_name (&topic, GENU_SIDE_LEFT, TRUE, day);
  g_autofree char *none = genu_consult_handout_dup_name (&topic, GENU_SIDE_LEFT, FALSE, day);

  g_assert_cmpstr (left, ==, "Will my knee  hurt less - left knee - 2026-11-22.pdf");
  g_assert_cmpstr (none, ==, "Will my knee  hurt less - 2026-11-22.pdf");
}

typedef struct
{
  gboolean done, told_end;
  guint    n_told;
  double   last;
  GError  *error;
} Work;

static void
on_progress (double   fraction,
             gpointer user_data)
{
  Work *work = user_data;

  g_assert_cmpfloat (fraction, >=, work->last);
  work->last = fraction;
  work->n_told++;
  work->told_end = work->told_end || fraction >= 1;
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Work *work = user_data;

  work->done = TRUE;
  genu_consult_handout_save_finish (result, &work->error);
}

static GenuConsultOrder
make_order (GenuPack  *pack,
            GPtrArray *topics,
            Work      *work)
{
  g_ptr_array_add (topics, genu_pack_find_topic (pack, "walk"));
  return (GenuConsultOrder) { .handout = { .pack = pack, .topics = topics },
                              .progress = on_progress, .progress_data = work };
}

static void
test_save (void)
{
  g_autoptr(GenuPack) pack = load_pack ();
  g_autoptr(GPtrArray) topics = g_ptr_array_new ();
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "handout.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  Work work = { FALSE };
  GenuConsultOrder order = make_order (pack, topics, &work);

  genu_consult_handout_save (&order, file, NULL, on_saved, &work);
  g_assert_false (work.done); /* the window goes on living */
  run_until (work.done);
  g_assert_no_error (work.error);
  g_assert_true (work.told_end);
  g_assert_cmpuint (work.n_told, >, 5);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_save_nowhere (void)
{
  g_autoptr(GenuPack) pack = load_pack ();
  g_autoptr(GPtrArray) topics = g_ptr_array_new ();
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at/all.pdf");
  Work work = { FALSE };
  GenuConsultOrder order = make_order (pack, topics, &work);

  genu_consult_handout_save (&order, file, NULL, on_saved, &work);
  run_until (work.done);
  g_assert_error (work.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (work.told_end);
  g_clear_error (&work.error);
}

static void
test_cancel (void)
{
  g_autoptr(GenuPack) pack = load_pack ();
  g_autoptr(GPtrArray) topics = g_ptr_array_new ();
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at/all.pdf");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Work work = { FALSE };
  GenuConsultOrder order = make_order (pack, topics, &work);

  genu_consult_handout_save (&order, file, cancellable, on_saved, &work);
  g_cancellable_cancel (cancellable);
  run_until (work.done);
  g_assert_error (work.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (work.told_end);
  g_clear_error (&work.error);
}

/* What a printer gets, through GTK's own way into a file. */
static void
test_print (void)
{
  g_autoptr(GenuPack) pack = load_knee ();
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GPtrArray) topics = g_ptr_array_new (), pages = NULL;
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *contents = NULL;
  GenuHandout handout = { .pack = pack, .topics = topics };
  int n_pages;
  gsize length;

  g_ptr_array_add (topics, genu_pack_find_topic (pack, "questions"));
  pages = genu_handout_record (&handout, report);
  operation = genu_consult_handout_new_operation (pages, "Handout");
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, ==, (int) pages->len);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 10000);
  g_unlink (path);
  g_rmdir (folder);
}

/* --- The note --- */

static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;

  return FALSE;
}

/* The first step that has a note, or that has none. */
static guint
find_step (const GenuTopic *topic,
           gboolean         with_note)
{
  for (guint i = 0; i < topic->steps->len; i++)
    if ((((GenuStep *) g_ptr_array_index (topic->steps, i))->for_clinician != NULL) == with_note)
      return i;

  g_assert_not_reached ();
}

static void
test_note (void)
{
  g_autoptr(GenuPack) pack = load_knee ();
  GtkWidget *note = g_object_ref_sink (genu_consult_note_new ());
  const GenuTopic *topic = genu_pack_find_topic (pack, "pain");
  const GenuParagraph *first = g_ptr_array_index (topic->for_clinician, 0);
  guint with = find_step (topic, TRUE), without = find_step (topic, FALSE);
  const GenuStep *step = g_ptr_array_index (topic->steps, with);

  genu_consult_note_show (note, pack, topic, with);
  g_assert_true (says (note, first->text));
  g_assert_true (says (note, step->for_clinician));
  g_assert_true (says (note, genu_pack_find_reference (pack, first->cites[0])->title));

  genu_consult_note_show (note, pack, topic, without);
  g_assert_true (says (note, first->text));
  g_assert_false (says (note, step->for_clinician));

  genu_consult_note_show (note, pack, NULL, 0);
  g_assert_false (says (note, first->text));
  g_object_unref (note);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/consult/finder", test_finder);
  g_test_add_func ("/consult/finder/all-pictures", test_finder_has_all_pictures);
  g_test_add_func ("/consult/handout/name", test_name);
  g_test_add_func ("/consult/handout/save", test_save);
  g_test_add_func ("/consult/handout/save-nowhere", test_save_nowhere);
  g_test_add_func ("/consult/handout/cancel", test_cancel);
  g_test_add_func ("/consult/handout/print", test_print);
  g_test_add_func ("/consult/note", test_note);

  return g_test_run ();
}
