/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handout and the web page of the stage's small pack and of the built-in one.  What only an own
 * program can see (text and images of a PDF) is tried where poppler's tools are installed. */

#include "config.h"

#include "genu-handout.h"
#include "genu-leaflet.h"

#include <glib/gstdio.h>
#include <string.h>

static GenuPack *
load_pack (const char *folder)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *path = g_build_filename (g_getenv ("GENU_SOURCE_ROOT"), folder, NULL);
  GenuPack *pack = genu_pack_load (path, NULL, report);

  g_assert_nonnull (pack);
  return pack;
}

static GPtrArray *
find_topics (GenuPack   *pack,
             const char *id)
{
  GPtrArray *topics = g_ptr_array_new ();

  g_assert_nonnull (genu_pack_find_topic (pack, id));
  g_ptr_array_add (topics, genu_pack_find_topic (pack, id));
  return topics;
}

/* Runs a program on bytes in a file; its standard output, or NULL when it is not installed. */
static char *
run_on (const char *program,
        const char *option,
        GBytes     *bytes)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *path = NULL;
  char *output = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr(GError) error = NULL;
  int fd, status;

  if (found == NULL)
    return NULL;
  fd = g_file_open_tmp ("genu-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  {
    const char *argv[] = { found, option, path, g_str_equal (program, "pdftotext") ? "-" : NULL,
                           NULL };

    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                  &error);
  }
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_unlink (path);
  return output;
}

static GBytes *
render (const GenuHandout *handout,
        guint              n_errors,
        guint             *out_n_pages)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GError) error = NULL;
  GBytes *pdf = genu_handout_render (handout, report, out_n_pages, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, n_errors);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  return pdf;
}

static void
test_blocks (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GPtrArray) topics = find_topics (pack, "walk");
  g_autoptr(GPtrArray) blocks = genu_leaflet_new (pack, topics, NULL);
  static const struct { GenuBlockKind kind; const char *markup; } expected[] = {
    { GENU_BLOCK_TOPIC, "A walk among shapes" },
    { GENU_BLOCK_KEY_POINT, "Shapes can be named." },
    { GENU_BLOCK_PICTURE, "" },
    { GENU_BLOCK_HEADING, "What the pictures show" },
    { GENU_BLOCK_STEP, "All of it." },
    { GENU_BLOCK_STEP, "Closer." },
    { GENU_BLOCK_STEP, "Another drawing." },
    { GENU_BLOCK_STEP, "Back to the first." },
    { GENU_BLOCK_PARAGRAPH,
      "A square has four <b>equal</b> sides &amp; corners.<sup>\u202f1</sup>" },
    { GENU_BLOCK_HEADING, "What the words mean" },
    { GENU_BLOCK_TERM, "<b>square</b>: A shape with four equal sides." },
    { GENU_BLOCK_HEADING, "Where this comes from" },
    { GENU_BLOCK_SOURCE, "Euclid. The Elements. Dover. 1956." },
  };

  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < blocks->len; i++)
    {
      const GenuBlock *block = g_ptr_array_index (blocks, i);

      g_assert_cmpint (block->kind, ==, expected[i].kind);
      g_assert_cmpstr (block->markup, ==, expected[i].markup);
    }
  /* Of the drawing that most steps show, the step with the most labels. */
  g_assert_cmpuint (((GenuBlock *) g_ptr_array_index (blocks, 2))->step, ==, 0);
}

static void
test_pdf (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GPtrArray) topics = find_topics (pack, "walk");
  GenuHandout handout = { .pack = pack, .topics = topics, .side = GENU_SIDE_LEFT };
  guint n_pages = 0;
  g_autoptr(GBytes) pdf = render (&handout, 0, &n_pages);
  g_autofree char *text = run_on ("pdftotext", "-layout", pdf);
  g_autofree char *images = run_on ("pdfimages", "-list", pdf);

  g_assert_cmpuint (n_pages, ==, 1);
  if (text == NULL || images == NULL)
    {
      g_test_skip ("pdftotext or pdfimages is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "A walk among shapes"));
  g_assert_nonnull (strstr (text, "Left knee"));
  g_assert_nonnull (strstr (text, "A dot that")); /* a label in the picture, in two lines */
  g_assert_nonnull (strstr (text, "Euclid. The Elements."));
  g_assert_nonnull (strstr (text, "2026-11-22"));
  g_assert_nonnull (strstr (text, "Page 1 of 1"));
  g_assert_null (strstr (images, "image")); /* the drawing is vectors */
}

/* All of the built-in pack: pages are numbered, and no sentence of a topic is lost. */
static void
test_pack (void)
{
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");
  GenuHandout handout = { .pack = pack, .topics = pack->topics };
  guint n_pages = 0;
  g_autoptr(GBytes) pdf = render (&handout, 0, &n_pages);
  g_autofree char *text = run_on ("pdftotext", "-raw", pdf);
  g_autofree char *last = g_strdup_printf ("Page %u of %u", n_pages, n_pages);
  g_autofree char *flat = NULL;
  g_auto(GStrv) words = NULL;

  g_assert_cmpuint (n_pages, >, pack->topics->len);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  words = g_regex_split_simple ("[ \n\f]+", text, 0, 0);
  flat = g_strjoinv (" ", words);
  g_assert_nonnull (strstr (flat, last));
  for (guint i = 0; i < pack->topics->len; i++)
    {
      const GenuTopic *topic = g_ptr_array_index (pack->topics, i);

      g_test_message ("%s", topic->id);
      g_assert_nonnull (strstr (flat, topic->title));
      g_assert_nonnull (strstr (flat, topic->key_point));
      for (guint s = 0; s < topic->steps->len; s++)
        g_assert_nonnull (strstr (flat, ((GenuStep *) g_ptr_array_index (topic->steps, s))->say));
    }
}

/* A drawing with a mask comes as an image that is fine enough for paper. */
static void
test_mask (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/export/pack");
  g_autoptr(GPtrArray) topics = find_topics (pack, "masked");
  GenuHandout handout = { .pack = pack, .topics = topics };
  g_autoptr(GBytes) pdf = render (&handout, 0, NULL);
  g_autofree char *images = run_on ("pdfimages", "-list", pdf);
  g_auto(GStrv) lines = NULL, fields = NULL;

  if (images == NULL)
    {
      g_test_skip ("pdfimages is not installed");
      return;
    }
  lines = g_strsplit (images, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 3);
  fields = g_regex_split_simple (" +", g_strstrip (lines[2]), 0, 0);
  /* page num type width height color comp bpc enc interp object ID x-ppi y-ppi … */
  g_assert_cmpuint (g_strv_length (fields), >, 13);
  g_assert_cmpint (atoi (fields[12]), >=, 200);
  g_assert_cmpint (atoi (fields[13]), >=, 200);
}

static void
test_without_picture (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GPtrArray) topics = find_topics (pack, "broken");
  GenuHandout handout = { .pack = pack, .topics = topics };
  g_autoptr(GBytes) pdf = render (&handout, 2, NULL);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *html = genu_html_render (&handout, report);

  g_assert_cmpuint (genu_report_get_n_errors (report), >, 0);
  g_assert_nonnull (strstr (html, "Words only."));
  g_assert_null (strstr (html, "<img"));
}

/* A line from (x0, y0) to (x1, y1) of the drawing. */
static void
draw (GenuInk *ink,
      guint    step,
      double   x0,
      double   y0,
      double   x1,
      double   y1)
{
  g_autoptr(GenuInkStroke) stroke = genu_ink_stroke_new (GENU_INK_RED, 1);

  for (guint i = 0; i <= 200; i++)
    genu_ink_stroke_add_point (stroke, (GenuPoint) { x0 + (x1 - x0) * i / 200,
                                                     y0 + (y1 - y0) * i / 200 });
  g_assert_true (genu_ink_sheet_add (genu_ink_get_sheet (ink, "walk", step), stroke));
}

/* Pixels of the ink's red in the first page, as a printer gets it, within 0 to 1 of its width. */
static GenuRect
find_ink (const GenuHandout *handout,
          guint             *out_n)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GPtrArray) pages = genu_handout_record (handout, report);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1191, 1684);
  cairo_t *cr = cairo_create (image);
  GenuRect box = { 0 };
  guint32 red = genu_ink_colour_get_rgb (GENU_INK_RED);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  cairo_set_source_surface (cr, g_ptr_array_index (pages, 0), 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  *out_n = 0;
  for (int y = 0; y < 1684; y++)
    for (int x = 0; x < 1191; x++)
      {
        GenuRect pixel = { x / 1191.0, y / 1191.0, 1 / 1191.0, 1 / 1191.0 };
        guint32 value;

        memcpy (&value, cairo_image_surface_get_data (image)
                + y * cairo_image_surface_get_stride (image) + x * 4, 4);
        if ((value & 0xffffff) == red)
          box = (*out_n)++ == 0 ? pixel : genu_rect_union (&box, &pixel);
      }
  cairo_surface_destroy (image);
  return box;
}

/* Each picture that bears ink is in the handout, and no other; the ink is vectors. */
static void
test_ink (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GPtrArray) topics = find_topics (pack, "walk");
  g_autoptr(GenuInk) ink = genu_ink_new ();
  GenuHandout handout = { .pack = pack, .topics = topics, .ink = ink };
  g_autoptr(GBytes) before = render (&handout, 0, NULL), after = NULL;
  g_autoptr(GPtrArray) blocks = NULL;
  g_autofree char *images = NULL;
  guint n_pictures = 0;

  draw (ink, 1, 40, 30, 80, 60);
  draw (ink, 3, 20, 20, 140, 70);
  blocks = genu_leaflet_new (pack, topics, ink);
  for (guint i = 0; i < blocks->len; i++)
    {
      const GenuBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == GENU_BLOCK_PICTURE)
        g_assert_cmpuint (block->step, ==, n_pictures++ == 0 ? 1 : 3);
    }
  g_assert_cmpuint (n_pictures, ==, 2);

  after = render (&handout, 0, NULL);
  g_assert_cmpuint (g_bytes_get_size (after), >, g_bytes_get_size (before) + 800);
  images = run_on ("pdfimages", "-list", after);
  if (images != NULL)
    g_assert_null (strstr (images, "image"));
}

/* Ink lies on the same part of the drawing for a left knee: mirrored within the page's width. */
static void
test_ink_mirrored (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GPtrArray) topics = find_topics (pack, "walk");
  g_autoptr(GenuInk) ink = genu_ink_new ();
  GenuHandout handout = { .pack = pack, .topics = topics, .ink = ink };
  GenuRect right, left;
  guint n_right, n_left;

  draw (ink, 0, 20, 20, 50, 60);
  right = find_ink (&handout, &n_right);
  handout.side = GENU_SIDE_LEFT;
  left = find_ink (&handout, &n_left);

  g_assert_cmpuint (n_right, >, 500);
  g_assert_cmpuint (n_left, >, 500);
  g_assert_cmpfloat (right.x + right.width, <, 0.5);
  g_assert_cmpfloat_with_epsilon (left.x + left.width, 1 - right.x, 0.01);
  g_assert_cmpfloat_with_epsilon (left.y, right.y, 0.01);
}

/* Ink beside the picture, as an upright window leaves room for, is not cut off. */
static void
test_ink_beside_the_picture (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GPtrArray) topics = find_topics (pack, "walk");
  g_autoptr(GenuInk) ink = genu_ink_new ();
  GenuHandout handout = { .pack = pack, .topics = topics, .ink = ink };
  GenuRect box;
  guint n;

  draw (ink, 0, 60, -60, 100, 150);
  box = find_ink (&handout, &n);
  g_assert_cmpuint (n, >, 500);
  /* Its shape is whole: 40 wide, 210 high, and as wide as the pen all around. */
  g_assert_cmpfloat_with_epsilon (box.height / box.width, 211 / 41.0, 0.3);
}

static void
test_pages_for_a_printer (void)
{
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");
  g_autoptr(GPtrArray) topics = find_topics (pack, "pain");
  GenuHandout handout = { .pack = pack, .topics = topics };
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GPtrArray) pages = genu_handout_record (&handout, report);
  guint n_pages;
  g_autoptr(GBytes) pdf = render (&handout, 0, &n_pages);

  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 0);
  g_assert_cmpuint (pages->len, ==, n_pages);
  for (guint i = 0; i < pages->len; i++)
    {
      double x, y, width, height;

      cairo_recording_surface_ink_extents (g_ptr_array_index (pages, i), &x, &y, &width, &height);
      g_assert_cmpfloat (width, >, 300);
      g_assert_cmpfloat (height, >, 300); /* down to the footer */
    }
}

/* What is for the doctor alone is not in what the patient takes home. */
static void
test_no_note_for_clinicians (void)
{
  g_autoptr(GenuPack) pack = load_pack ("data/packs/knee");
  GenuHandout handout = { .pack = pack, .topics = pack->topics };
  g_autoptr(GPtrArray) blocks = genu_leaflet_new (pack, pack->topics, NULL);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *html = genu_html_render (&handout, report);

  for (guint i = 0; i < pack->topics->len; i++)
    {
      const GenuTopic *topic = g_ptr_array_index (pack->topics, i);

      g_assert_cmpuint (topic->for_clinician->len, >, 0);
      for (guint k = 0; k < topic->for_clinician->len; k++)
        {
          const GenuParagraph *note = g_ptr_array_index (topic->for_clinician, k);
          g_autofree char *escaped = g_markup_escape_text (note->text, -1);

          g_assert_null (strstr (html, escaped));
          for (guint b = 0; b < blocks->len; b++)
            g_assert_null (strstr (((GenuBlock *) g_ptr_array_index (blocks, b))->markup, escaped));
        }
    }
}

/* Numbers go home too: drawn on paper, in words where a browser shows the page. */
static void
test_charts (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GPtrArray) topics = find_topics (pack, "numbers");
  GenuHandout handout = { .pack = pack, .topics = topics };
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *html = genu_html_render (&handout, report);

  g_assert_nonnull (strstr (html, "25 of 100 people like squares. It may be 15 to 36."));
  g_assert_nonnull (strstr (html, "Squares: 1 point more, range not known."));
  g_assert_nonnull (strstr (html, "After 5 years: A study: 1 person."));
  g_assert_cmpuint (genu_leaflet_choose_step (g_ptr_array_index (topics, 0)), ==, 0);
  g_assert_nonnull (strstr (html, "Euclid"));
}

static void
test_html (void)
{
  g_autoptr(GenuPack) pack = load_pack ("tests/stage/pack");
  g_autoptr(GPtrArray) topics = find_topics (pack, "walk");
  GenuHandout handout = { .pack = pack, .topics = topics, .side = GENU_SIDE_LEFT };
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autofree char *html = genu_html_render (&handout, report);
  g_autofree guchar *svg = NULL;
  const char *image = strstr (html, "base64,");
  gsize size;

  g_assert_cmpuint (genu_report_get_n_problems (report), ==, 0);
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"));
  g_assert_nonnull (strstr (html, "<li>Another drawing.</li>"));
  g_assert_nonnull (strstr (html, "<b>equal</b> sides &amp; corners."));
  g_assert_nonnull (strstr (html, "Left knee"));
  g_assert_nonnull (strstr (html, "Square · A dot that moves"));
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "http:"));
  g_assert_null (strstr (html, "https:"));

  /* The first picture plays by itself: both cameras, mirrored for the left knee. */
  g_assert_nonnull (image);
  image += strlen ("base64,");
  {
    g_autofree char *encoded = g_strndup (image, strcspn (image, "\""));

    svg = g_base64_decode (encoded, &size);
  }
  g_assert_nonnull (g_strstr_len ((char *) svg, (gssize) size, "scale(-1 1)"));
  g_assert_nonnull (g_strstr_len ((char *) svg, (gssize) size,
                                  "values=\"-160 0 160 90;-160 0 160 90;-100 22.5 80 45;"
                                  "-100 22.5 80 45\" keyTimes=\"0;0.5;0.75;1\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/blocks", test_blocks);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/pack", test_pack);
  g_test_add_func ("/export/mask", test_mask);
  g_test_add_func ("/export/without-picture", test_without_picture);
  g_test_add_func ("/export/ink", test_ink);
  g_test_add_func ("/export/ink/mirrored", test_ink_mirrored);
  g_test_add_func ("/export/ink/beside-the-picture", test_ink_beside_the_picture);
  g_test_add_func ("/export/pages-for-a-printer", test_pages_for_a_printer);
  g_test_add_func ("/export/no-note-for-clinicians", test_no_note_for_clinicians);
  g_test_add_func ("/export/charts", test_charts);
  g_test_add_func ("/export/html", test_html);

  return g_test_run ();
}
