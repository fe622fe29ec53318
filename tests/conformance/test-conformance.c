/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each file of svg/ against its golden values, which a browser gave once (README.md): one test case
 * per file, so that adding a file adds a test.  The same values must come out of the baked
 * document, read anew: what is drawn is what the timeline says. */

#include "config.h"

#include "conformance-file.h"
#include "conformance-value.h"

/* One line of a golden file. */
typedef struct
{
  gint64      time; /* microseconds */
  const char *target;
  const char *attribute;
  const char *value;
} Row;

/* Splits text in place; the rows point into it. */
static GArray *
parse_rows (char *text)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  char *line = text;

  while (*line != '\0')
    {
      char *end = strchr (line, '\n');
      char *fields[4];
      char *p = line;

      g_assert_nonnull (end);
      *end = '\0';
      for (int i = 0; i < 4; i++)
        {
          fields[i] = p;
          p = strchr (p, '\t');
          g_assert_true ((p == NULL) == (i == 3));
          if (p != NULL)
            *p++ = '\0';
        }
      g_array_append_val (rows, ((Row) { conformance_parse_seconds (fields[0]), fields[1],
                                         fields[2], fields[3] }));
      line = end + 1;
    }

  return rows;
}

static const GenuAttribute *
lookup (const xmlNode *element,
        const char    *name)
{
  return genu_attribute_lookup ((const char *) element->name,
                                g_str_equal (name, "xlink:href") ? "href" : name);
}

/* The value of the timeline; where the engine found nothing to animate, that of the document. */
static GenuValue *
dup_value (const GenuTimeline  *timeline,
           const xmlNode       *element,
           const GenuAttribute *attribute)
{
  for (guint i = 0; i < genu_timeline_get_n_targets (timeline); i++)
    {
      const GenuAnimationTarget *target = genu_timeline_get_target (timeline, i);

      if (target->element == element && g_str_equal (target->attribute->name, attribute->name))
        return genu_timeline_dup_effective_value (timeline, i);
    }

  return genu_svg_document_dup_base_value (genu_timeline_get_document (timeline), element,
                                           attribute);
}

static gboolean
check (const GenuAttribute *attribute,
       const GenuValue     *value,
       const Row           *row,
       double               tolerance,
       const char          *what)
{
  g_autofree char *text = NULL;

  if (conformance_value_matches (attribute, value, row->value, tolerance))
    return TRUE;

  text = value != NULL ? genu_value_to_string (value) : g_strdup ("(none)");
  g_test_message ("%s at %g s, #%s %s: expected %s, got %s", what,
                  (double) row->time / G_USEC_PER_SEC, row->target, row->attribute, row->value,
                  text);
  return FALSE;
}

static GArray *
load_rows (const char  *path,
           char       **out_text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strndup (base, strlen (base) - strlen (".svg"));
  g_autofree char *golden = g_strdup_printf ("%s/../golden/%s.txt", folder, name);

  g_assert_true (g_file_get_contents (golden, out_text, NULL, NULL));
  g_assert_cmpint (**out_text, !=, '\0');

  return parse_rows (*out_text);
}

static void
test_golden (gconstpointer data)
{
  g_autoptr(ConformanceFile) file = conformance_file_new (data);
  g_autoptr(GenuTimeline) timeline = conformance_file_play (file);
  g_autofree char *text = NULL;
  g_autoptr(GArray) rows = load_rows (data, &text);
  guint n_bad = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      xmlNode *element = genu_svg_document_get_element (file->document, row->target);
      const GenuAttribute *attribute;
      g_autoptr(GenuValue) value = NULL;

      g_assert_nonnull (element);
      attribute = lookup (element, row->attribute);
      if (attribute == NULL)
        {
          g_test_message ("attribute not known: %s of <%s>", row->attribute, element->name);
          n_bad++;
          continue;
        }
      genu_timeline_seek (timeline, row->time);
      value = dup_value (timeline, element, attribute);
      if (!check (attribute, value, row, file->tolerance, "value"))
        n_bad++;
    }

  g_assert_cmpuint (n_bad, ==, 0);
}

static GenuSvgDocument *
bake (const GenuTimeline *timeline)
{
  g_autoptr(GenuXmlDoc) baked = genu_timeline_bake (timeline);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GBytes) bytes = NULL;
  GenuSvgDocument *document;
  xmlChar *dump;
  int size;

  xmlDocDumpMemory (baked, &dump, &size);
  bytes = g_bytes_new (dump, (gsize) size);
  xmlFree (dump);
  document = genu_svg_document_new_from_bytes (bytes, "baked.svg", report);
  g_assert_nonnull (document);
  for (guint i = 0; i < genu_svg_document_get_n_elements (document); i++)
    g_assert_false (genu_svg_is_animation (genu_svg_document_get_nth_element (document, i)));

  return document;
}

static gboolean
check_baked (GenuSvgDocument *baked,
             const Row       *row,
             double           tolerance)
{
  xmlNode *element = genu_svg_document_get_element (baked, row->target);
  const GenuAttribute *attribute;
  g_autoptr(GenuValue) value = NULL;

  g_assert_nonnull (element);
  attribute = lookup (element, row->attribute);
  if (attribute == NULL)
    return FALSE;
  value = genu_svg_document_dup_base_value (baked, element, attribute);

  return check (attribute, value, row, tolerance, "baked value");
}

static void
test_baked (gconstpointer data)
{
  g_autoptr(ConformanceFile) file = conformance_file_new (data);
  g_autoptr(GenuTimeline) timeline = conformance_file_play (file);
  g_autofree char *text = NULL;
  g_autoptr(GArray) rows = load_rows (data, &text);
  g_autoptr(GenuSvgDocument) baked = NULL;
  gint64 time = -1;
  guint n_bad = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (row->time != time)
        {
          time = row->time;
          genu_timeline_seek (timeline, time);
          g_clear_pointer (&baked, genu_svg_document_unref);
          baked = bake (timeline);
        }
      if (!check_baked (baked, row, file->tolerance))
        n_bad++;
    }

  g_assert_cmpuint (n_bad, ==, 0);
}

static void
add_tests (const char       *prefix,
           GPtrArray        *paths,
           GTestDataFunc     func)
{
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *base = g_path_get_basename (paths->pdata[i]);
      g_autofree char *name = g_strndup (base, strlen (base) - strlen (".svg"));
      g_autofree char *test = g_strdup_printf ("/conformance/%s/%s", prefix, name);

      g_test_add_data_func (test, paths->pdata[i], func);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr(GPtrArray) paths = NULL;

  g_test_init (&argc, &argv, NULL);
  /* Each file is its own case: one that fails must not hide the others. */
  g_test_set_nonfatal_assertions ();

  folder = g_test_build_filename (G_TEST_DIST, "conformance", "svg", NULL);
  paths = conformance_list (folder);
  g_assert_cmpuint (paths->len, >, 300);
  add_tests ("golden", paths, test_golden);
  add_tests ("baked", paths, test_baked);

  return g_test_run ();
}
