/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a frame costs.  CPU is that of the whole process, worker threads included, over at least two
 * seconds of a film at 60 frames a second, played as fast as it goes; each frame is seeked,
 * composed, made into nodes, and the nodes that changed are painted onto a window-sized surface, as
 * GTK's software renderer would.  The whole baked document drawn anew for each frame is what to
 * compare with. */

#include "config.h"

#include "genu-tool.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "genu-picture.h"
#include "genu-tool-pack.h"

#define FRAME_TIME 16667 /* microseconds */
#define N_WARM 20
#define N_FRAMES 150
#define N_WHOLE 5
#define N_CAMERA 45

typedef struct
{
  double load, split, first;          /* ms */
  double play, play_wall, play_worst; /* ms a frame */
  double raster, seek, compose;       /* ms a frame, parts of play */
  double hold;                        /* ms a frame in which nothing changes */
  double whole;                       /* ms a frame */
  double camera, camera_wall;         /* ms a frame */
  double sharpen;                     /* ms from the end of a camera move to the sharp frame */
  double pss;                         /* MB */
  guint  n_layers[3];
  guint  n_drawn;                     /* pictures drawn in one second of film */
} Result;

typedef struct
{
  GenuScene       *scene;
  GenuPicture     *picture;
  cairo_surface_t *window;
  GskRenderNode   *node;   /* on the window */
  int              width;
  int              height;
  gint64           time;   /* of the film, microseconds */
} Bench;

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
get_wall_ms (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

/* Proportional set size of this process, in MB; 0 where the kernel does not tell. */
static double
get_pss (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtod (line + strlen ("\nPss:"), NULL) / 1024 : 0;
}

/* Paints the nodes that are not those of the last frame. */
static void
present (Bench *bench)
{
  GskRenderNode *node = genu_picture_dup_node (bench->picture, 1);
  cairo_t *cr = cairo_create (bench->window);

  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    {
      GskRenderNode *child = gsk_container_node_get_child (node, i);

      if (bench->node == NULL || gsk_container_node_get_n_children (bench->node) <= i
          || gsk_container_node_get_child (bench->node, i) != child)
        gsk_render_node_draw (child, cr);
    }
  cairo_destroy (cr);
  g_clear_pointer (&bench->node, gsk_render_node_unref);
  bench->node = node;
}

static void
play_frame (Bench *bench)
{
  bench->time += FRAME_TIME;
  genu_picture_seek (bench->picture, bench->time);
  present (bench);
}

static GenuMatrix
get_view (const Bench *bench,
          double       zoom)
{
  GenuRect camera = genu_scene_get_view_box (bench->scene);
  GenuRect window = { 0, 0, bench->width, bench->height };

  camera.x += camera.width * (1 - 1 / zoom) / 3;
  camera.y += camera.height * (1 - 1 / zoom) / 3;
  camera.width /= zoom;
  camera.height /= zoom;
  return genu_scene_fit_camera (&camera, &window, FALSE);
}

static void
measure_play (Bench  *bench,
              Result *result)
{
  GenuPictureStats before, after;
  double cpu, wall;

  for (guint i = 0; i < N_WARM; i++)
    play_frame (bench);
  before = genu_picture_get_stats (bench->picture);
  cpu = get_cpu_ms ();
  wall = get_wall_ms ();
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = get_wall_ms ();

      play_frame (bench);
      result->play_worst = MAX (result->play_worst, get_wall_ms () - start);
    }
  result->play = (get_cpu_ms () - cpu) / N_FRAMES;
  result->play_wall = (get_wall_ms () - wall) / N_FRAMES;
  after = genu_picture_get_stats (bench->picture);
  result->raster = (after.drawing_time - before.drawing_time) * 1e3 / N_FRAMES;
  result->seek = (after.seeking_time - before.seeking_time) * 1e3 / N_FRAMES;
  result->compose = (after.composing_time - before.composing_time) * 1e3 / N_FRAMES;
  result->n_drawn = (after.n_drawn - before.n_drawn) * 60 / N_FRAMES;
  memcpy (result->n_layers, after.n_layers, sizeof result->n_layers);
  result->pss = get_pss ();
}

static void
measure_hold (Bench  *bench,
              Result *result)
{
  double cpu;

  genu_picture_settle (bench->picture);
  present (bench);
  cpu = get_cpu_ms ();
  for (guint i = 0; i < N_FRAMES; i++)
    {
      genu_picture_seek (bench->picture, bench->time);
      present (bench);
    }
  result->hold = (get_cpu_ms () - cpu) / N_FRAMES;
}

/* Zooms to twice the size while the film plays on. */
static void
measure_camera (Bench  *bench,
                Result *result)
{
  double cpu = get_cpu_ms (), wall = get_wall_ms ();
  GenuMatrix view;

  for (guint i = 1; i <= N_CAMERA; i++)
    {
      view = get_view (bench, 1 + (double) i / N_CAMERA);
      genu_picture_set_view (bench->picture, &view, bench->width, bench->height, TRUE);
      play_frame (bench);
    }
  result->camera = (get_cpu_ms () - cpu) / N_CAMERA;
  result->camera_wall = (get_wall_ms () - wall) / N_CAMERA;

  wall = get_wall_ms ();
  genu_picture_set_view (bench->picture, &view, bench->width, bench->height, FALSE);
  genu_picture_settle (bench->picture);
  present (bench);
  result->sharpen = get_wall_ms () - wall;
}

static gboolean
measure_whole (Bench   *bench,
               Result  *result,
               GError **error)
{
  double cpu = get_cpu_ms ();

  for (guint i = 0; i < N_WHOLE; i++)
    {
      genu_timeline_seek (genu_scene_get_timeline (bench->scene), i * FRAME_TIME * 10);
      if (!genu_picture_draw_reference (bench->picture, bench->window, error))
        return FALSE;
    }
  result->whole = (get_cpu_ms () - cpu) / N_WHOLE;
  return TRUE;
}

static gboolean
measure (Bench   *bench,
         Result  *result,
         GError **error)
{
  double start = get_wall_ms ();
  GenuMatrix view = get_view (bench, 1);

  bench->picture = genu_picture_new (bench->scene);
  genu_picture_set_view (bench->picture, &view, bench->width, bench->height, FALSE);
  genu_picture_settle (bench->picture);
  present (bench);
  result->first = get_wall_ms () - start;

  measure_play (bench, result);
  measure_hold (bench, result);
  measure_camera (bench, result);
  genu_picture_set_view (bench->picture, &view, bench->width, bench->height, FALSE);
  return measure_whole (bench, result, error);
}

static void
print_text (const Bench  *bench,
            const char   *path,
            const Result *result)
{
  printf ("%s at %dx%d\n", path, bench->width, bench->height);
  printf ("  load %.1f ms, split %.1f ms, first frame %.1f ms\n", result->load, result->split,
          result->first);
  printf ("  layers: %u static, %u compose, %u raster; %u pictures drawn a second\n",
          result->n_layers[0], result->n_layers[1], result->n_layers[2], result->n_drawn);
  printf ("  playing: %.2f ms CPU a frame (drawing %.2f, composing %.2f, seeking %.2f), %.2f ms "
          "elapsed, worst %.1f\n", result->play, result->raster, result->compose, result->seek,
          result->play_wall, result->play_worst);
  printf ("  held: %.3f ms CPU a frame asked for\n", result->hold);
  printf ("  whole document anew: %.1f ms CPU a frame, %.1f times as much\n", result->whole,
          result->whole / result->play);
  printf ("  camera move: %.2f ms CPU a frame, %.2f ms elapsed; sharp %.0f ms after its end\n",
          result->camera, result->camera_wall, result->sharpen);
  printf ("  frames a second: %.0f playing, %.0f in a camera move\n", 1000 / result->play_wall,
          1000 / result->camera_wall);
  printf ("  memory: %.0f MB PSS\n", result->pss);
}

static void
print_json (const Bench  *bench,
            const char   *path,
            const Result *result)
{
  g_autofree char *escaped = g_strescape (path, NULL);

  printf ("{\"file\":\"%s\",\"width\":%d,\"height\":%d,\"load_ms\":%.2f,\"split_ms\":%.2f,"
          "\"first_frame_ms\":%.2f,\"layers\":{\"static\":%u,\"compose\":%u,\"raster\":%u},"
          "\"play\":{\"cpu_ms\":%.3f,\"elapsed_ms\":%.3f,\"worst_ms\":%.2f,\"raster_ms\":%.3f,"
          "\"compose_ms\":%.3f,\"seek_ms\":%.3f,\"drawn_per_second\":%u},\"hold_cpu_ms\":%.4f,"
          "\"whole_cpu_ms\":%.2f,\"ratio\":%.2f,\"camera\":{\"cpu_ms\":%.3f,\"elapsed_ms\":%.3f,"
          "\"sharp_after_ms\":%.1f},\"pss_mb\":%.1f}",
          escaped, bench->width, bench->height, result->load, result->split, result->first,
          result->n_layers[0], result->n_layers[1], result->n_layers[2], result->play,
          result->play_wall, result->play_worst, result->raster, result->compose, result->seek,
          result->n_drawn, result->hold, result->whole, result->whole / result->play,
          result->camera, result->camera_wall, result->sharpen, result->pss);
}

static int
bench_file (const char *path,
            int         width,
            int         height,
            gboolean    as_json)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuSvgDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  Bench bench = { .width = width, .height = height };
  Result result = { 0 };
  double start = get_wall_ms ();
  gboolean fine;

  document = genu_svg_document_new_from_file (path, report);
  result.load = get_wall_ms () - start;
  start = get_wall_ms ();
  if (document != NULL)
    bench.scene = genu_scene_new (document, report);
  result.split = get_wall_ms () - start;
  if (bench.scene == NULL)
    return genu_tool_print_report (report);

  bench.window = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  fine = measure (&bench, &result, &error);
  if (!fine)
    fprintf (stderr, "%s:0: error: %s [render]\n", path, error->message);
  else if (as_json)
    print_json (&bench, path, &result);
  else
    print_text (&bench, path, &result);

  g_clear_pointer (&bench.node, gsk_render_node_unref);
  genu_picture_free (bench.picture);
  cairo_surface_destroy (bench.window);
  genu_scene_unref (bench.scene);
  return fine ? GENU_TOOL_OK : GENU_TOOL_BAD_INPUT;
}

/* The drawings of a pack: in its own folder, or beside its languages. */
static char **
list_drawings (const char *pack)
{
  const char *const places[] = { "diagrams", "../diagrams" };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *folder = g_build_filename (pack, places[i], NULL);
      g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".svg"))
          {
            g_autofree char *path = g_build_filename (folder, name, NULL);

            g_strv_builder_add (builder, path);
          }
      if (dir != NULL)
        break;
    }
  return g_strv_builder_end (builder);
}

static void
print_labels (int width,
              int height)
{
  double worst, average = genu_tool_bench_labels (width, height, &worst);

  printf ("placing 20 labels at %dx%d: %.2f ms CPU, worst %.2f\n", width, height, average, worst);
}

static int
bench_pack (const char *pack,
            int         width,
            int         height,
            gboolean    as_json)
{
  g_auto(GStrv) paths = list_drawings (pack);
  int worst = GENU_TOOL_OK;

  if (paths[0] == NULL)
    {
      fprintf (stderr, "%s:0: error: no drawings in this folder [missing-file]\n", pack);
      return GENU_TOOL_BAD_INPUT;
    }
  if (as_json)
    printf ("[");
  for (guint i = 0; paths[i] != NULL; i++)
    {
      int status;

      if (as_json && i > 0)
        printf (",\n");
      status = bench_file (paths[i], width, height, as_json);
      worst = MAX (worst, status);
    }
  if (as_json)
    printf ("]");
  else
    print_labels (width, height);
  return worst;
}

static int
fail_usage (const char *what)
{
  fprintf (stderr, "genu-tool bench: %s\n"
                   "Usage: genu-tool bench FILE.svg|PACK --size=WxH [--json]\n", what);
  return GENU_TOOL_USAGE;
}

int
genu_tool_bench (int    argc,
                 char **argv)
{
  g_autofree char *size = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, "size in pixels", "WxH" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "for programs", NULL },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("FILE.svg|PACK");
  g_autoptr(GError) error = NULL;
  int width, height, status;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return fail_usage (error->message);
  if (argc != 2 || !genu_tool_parse_size (size, &width, &height))
    return fail_usage ("one file or pack and --size=WIDTHxHEIGHT are needed");

  status = g_file_test (argv[1], G_FILE_TEST_IS_DIR)
             ? bench_pack (argv[1], width, height, as_json)
             : bench_file (argv[1], width, height, as_json);
  if (as_json && status == GENU_TOOL_OK)
    printf ("\n");
  return status;
}
