/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handout as one web page that needs nothing beside itself: no script, no other file.
 *
 * A picture is the drawing's own SVG in an <img>, so that ids of several drawings cannot meet.
 * Where a topic tells a drawing's steps in the drawing's order from its begin, the browser plays
 * them, and the camera of each step becomes an animated viewBox; elsewhere the drawing is frozen at
 * the topic's most telling step.  Labels are words below the picture, where a screen reader and any
 * text size find them. */

#include "config.h"

#include "genu-handout.h"
#include "genu-leaflet.h"

#include <glib/gi18n-lib.h>
#include <libxml/tree.h>
#include <string.h>

#include "genu-stage-chart.h"
#include "genu-stage-motion.h"

static const char style_sheet[]
  = "body{font:1.125rem/1.55 Inter,system-ui,sans-serif;color:#1d2b3a;background:#fff;"
    "max-width:46rem;margin:0 auto;padding:1.5rem}"
    "h1{font-size:1.1rem;color:#51606f;font-weight:600}"
    "h2{font-size:2rem;line-height:1.2;margin:3rem 0 1rem}"
    "h3{font-size:1.3rem;color:#1f5f8b;margin:2rem 0 .5rem}"
    "h4{font-size:1.05rem;margin:1.2rem 0 .3rem}p{margin:.4rem 0}"
    "figure{margin:1.5rem 0}img{width:100%;height:auto;aspect-ratio:16/9;display:block}"
    "figcaption,footer,.source{font-size:.95rem;color:#51606f}"
    ".key{background:#e9f1f7;border-inline-start:.3rem solid #1f5f8b;padding:1rem 1.2rem;"
    "font-size:1.25rem;font-weight:600}"
    ".sure{font-weight:600;font-size:1.15rem}"
    ".sure i{display:inline-block;width:.55em;margin-inline-end:.2em;"
    "border:.09em solid #1d2b3a;vertical-align:baseline;box-sizing:border-box}"
    ".sure i.on{background:#1d2b3a;print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    "sup{font-size:.7em;line-height:0}footer{border-top:1px solid #c9d5df;margin-top:3rem;"
    "padding-top:1rem}@media print{h2{break-before:page}h3,h4{break-after:avoid}}";

typedef struct
{
  const GenuHandout *handout;
  GenuReport        *report;
  GString           *html;
  const char        *list; /* the list element that is open, or NULL */
} Page;

static GenuScene *
load_scene (Page       *page,
            const char *diagram)
{
  g_autofree char *path = genu_pack_dup_diagram_path (page->handout->pack, diagram);

  if (path == NULL)
    {
      genu_report_add (page->report, GENU_SEVERITY_ERROR, diagram, 0, "missing-file",
                       "the pack has no such drawing");
      return NULL;
    }
  return genu_scene_new_from_file (path, page->report);
}

static const GenuStep *
get_step (const GenuTopic *topic,
          guint            index)
{
  return g_ptr_array_index (topic->steps, index);
}

/* Whether a run of a topic's steps is what the drawing shows when it simply plays. */
static gboolean
plays_by_itself (const GenuDiagram *diagram,
                 const GenuTopic   *topic,
                 guint              first,
                 guint              n_steps)
{
  if (n_steps > diagram->steps->len)
    return FALSE;
  for (guint i = 0; i < n_steps; i++)
    if (!g_str_equal (g_array_index (diagram->steps, GenuDiagramStep, i).id,
                      get_step (topic, first + i)->ref))
      return FALSE;
  return g_array_index (diagram->steps, GenuDiagramStep, 0).begin == 0;
}

static char *
dup_view_box (const GenuRect *camera,
              gboolean        mirrored)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  double left = mirrored ? -camera->x - camera->width : camera->x;

  g_ascii_formatd (x, sizeof x, "%.6g", left);
  g_ascii_formatd (y, sizeof y, "%.6g", camera->y);
  g_ascii_formatd (width, sizeof width, "%.6g", camera->width);
  g_ascii_formatd (height, sizeof height, "%.6g", camera->height);
  return g_strjoin (" ", x, y, width, height, NULL);
}

/* A left knee is the right one's mirror image: everything goes into one turned group. */
static void
mirror (xmlNode *root)
{
  xmlNode *group = xmlNewNode (root->ns, (const xmlChar *) "g");

  xmlSetProp (group, (const xmlChar *) "transform", (const xmlChar *) "scale(-1 1)");
  while (root->children != NULL)
    {
      xmlNode *child = root->children;

      xmlUnlinkNode (child);
      xmlAddChild (group, child);
    }
  xmlAddChild (root, group);
}

/* The cameras of the first steps as an animation of the root's viewBox; each move takes the first
 * second of its step. */
static void
animate_camera (xmlNode           *root,
                const GenuDiagram *diagram,
                guint              n_steps,
                gboolean           mirrored)
{
  g_autoptr(GString) values = g_string_new (NULL), times = g_string_new (NULL);
  g_autoptr(GString) splines = g_string_new (NULL);
  gint64 end = g_array_index (diagram->steps, GenuDiagramStep, n_steps - 1).end;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  xmlNode *animation;

  for (guint i = 0; i < n_steps; i++)
    {
      const GenuDiagramStep *step = &g_array_index (diagram->steps, GenuDiagramStep, i);
      g_autofree char *box = dup_view_box (&step->camera, mirrored);
      gint64 arrive = i == 0 ? 0 : MIN (step->begin + GENU_STAGE_CAMERA_TIME, step->end);
      gint64 leave = i + 1 < n_steps
                     ? g_array_index (diagram->steps, GenuDiagramStep, i + 1).begin : end;

      for (guint k = 0; k < 2; k++)
        {
          double time = (double) (k == 0 ? arrive : MAX (arrive, leave)) / (double) end;

          g_string_append_printf (values, "%s%s", values->len > 0 ? ";" : "", box);
          g_string_append_printf (times, "%s%s", times->len > 0 ? ";" : "",
                                  g_ascii_formatd (number, sizeof number, "%.6g", MIN (time, 1)));
          if (values->len > strlen (box))
            g_string_append_printf (splines, "%s%s", splines->len > 0 ? ";" : "",
                                    k == 0 ? ".2 0 0 1" : "0 0 1 1");
        }
    }

  animation = xmlNewChild (root, root->ns, (const xmlChar *) "animate", NULL);
  xmlSetProp (animation, (const xmlChar *) "attributeName", (const xmlChar *) "viewBox");
  xmlSetProp (animation, (const xmlChar *) "calcMode", (const xmlChar *) "spline");
  xmlSetProp (animation, (const xmlChar *) "values", (const xmlChar *) values->str);
  xmlSetProp (animation, (const xmlChar *) "keyTimes", (const xmlChar *) times->str);
  xmlSetProp (animation, (const xmlChar *) "keySplines", (const xmlChar *) splines->str);
  xmlSetProp (animation, (const xmlChar *) "fill", (const xmlChar *) "freeze");
  g_ascii_formatd (number, sizeof number, "%.6gs", (double) end / G_USEC_PER_SEC);
  xmlSetProp (animation, (const xmlChar *) "dur", (const xmlChar *) number);
}

static void
append_image (Page       *page,
              GenuXmlDoc *svg,
              guint32     ground,
              const char *alt)
{
  xmlChar *text;
  int size;
  g_autofree char *data = NULL, *escaped = g_markup_escape_text (alt, -1);

  xmlDocDumpMemory (svg, &text, &size);
  data = g_base64_encode (text, (gsize) size);
  xmlFree (text);
  g_string_append_printf (page->html,
                          "<img style=\"background:#%06x\" alt=\"%s\""
                          " src=\"data:image/svg+xml;base64,%s\">\n",
                          ground >> 8, escaped, data);
}

static void
append_caption (Page              *page,
                const GenuTopic   *topic,
                guint              first,
                guint              n_steps,
                const GenuDiagram *diagram)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *separator = "";

  g_string_append (page->html, "<figcaption>");
  if (diagram->laterality != GENU_LATERALITY_NONE)
    g_string_append_printf (page->html, "<b>%s.</b> ", page->handout->side == GENU_SIDE_LEFT
                                                       ? _("Left knee") : _("Right knee"));
  for (guint i = 0; i < n_steps; i++)
    {
      const GPtrArray *labels = get_step (topic, first + i)->labels;

      for (guint l = 0; l < labels->len; l++)
        {
          const char *text = ((GenuLabel *) g_ptr_array_index (labels, l))->text;
          g_autofree char *escaped = g_markup_escape_text (text, -1);

          if (g_ptr_array_find_with_equal_func (names, text, g_str_equal, NULL))
            continue;
          g_ptr_array_add (names, (gpointer) text);
          g_string_append_printf (page->html, "%s%s", separator, escaped);
          separator = " · ";
        }
    }
  g_string_append (page->html, "</figcaption>");
}

/* Charts are told in words: any browser shows and reads those. */
static void
append_charts (Page            *page,
               const GenuTopic *topic,
               guint            first,
               guint            n_steps)
{
  for (guint i = first; i < first + n_steps; i++)
    {
      const GenuChart *chart = get_step (topic, i)->chart;
      g_autofree char *words = chart != NULL ? genu_chart_dup_words (chart) : NULL;
      g_autofree char *escaped = words != NULL ? g_markup_escape_text (words, -1) : NULL;

      if (escaped != NULL)
        g_string_append_printf (page->html, "<p class=\"chart\">%s</p>\n", escaped);
    }
}

/* The step of a run that a still shows: the last of those with the most labels. */
static guint
choose_still (const GenuTopic *topic,
              guint            first,
              guint            n_steps)
{
  guint best = first;

  for (guint i = first; i < first + n_steps; i++)
    if (get_step (topic, i)->labels->len >= get_step (topic, best)->labels->len)
      best = i;
  return best;
}

static GenuXmlDoc *
make_svg (Page            *page,
          GenuScene       *scene,
          const GenuTopic *topic,
          guint            first,
          guint            n_steps,
          const GenuStep **out_step)
{
  const GenuDiagram *diagram = genu_scene_get_diagram (scene);
  gboolean mirrored = (diagram->laterality == GENU_LATERALITY_RIGHT
                       && page->handout->side == GENU_SIDE_LEFT)
                      || (diagram->laterality == GENU_LATERALITY_LEFT
                          && page->handout->side == GENU_SIDE_RIGHT);
  gboolean plays = plays_by_itself (diagram, topic, first, n_steps);
  const GenuStep *shown = get_step (topic, plays ? first + n_steps - 1
                                                 : choose_still (topic, first, n_steps));
  const GenuDiagramStep *step = genu_diagram_find_step (diagram, shown->ref);
  g_autofree char *box = NULL;
  GenuXmlDoc *svg;
  xmlNode *root;

  if (step == NULL)
    return NULL;
  if (plays)
    svg = xmlCopyDoc (genu_svg_document_get_xml (genu_scene_get_document (scene)), 1);
  else
    {
      genu_timeline_seek (genu_scene_get_timeline (scene), step->end);
      svg = genu_timeline_bake (genu_scene_get_timeline (scene));
    }

  root = xmlDocGetRootElement (svg);
  if (mirrored)
    mirror (root);
  box = dup_view_box (&step->camera, mirrored);
  xmlSetProp (root, (const xmlChar *) "viewBox", (const xmlChar *) box);
  if (plays)
    animate_camera (root, diagram, n_steps, mirrored);
  *out_step = shown;
  return svg;
}

/* One picture for each run of steps that show the same drawing. */
static void
append_pictures (Page            *page,
                 const GenuTopic *topic)
{
  guint n_steps;

  for (guint first = 0; first < topic->steps->len; first += n_steps)
    {
      const char *diagram = get_step (topic, first)->diagram;
      g_autoptr(GenuScene) scene = load_scene (page, diagram);
      g_autoptr(GenuXmlDoc) svg = NULL;
      const GenuStep *shown;

      for (n_steps = 1; first + n_steps < topic->steps->len; n_steps++)
        if (!g_str_equal (get_step (topic, first + n_steps)->diagram, diagram))
          break;
      if (scene != NULL)
        svg = make_svg (page, scene, topic, first, n_steps, &shown);
      if (svg == NULL)
        continue;

      g_string_append (page->html, "<figure>");
      append_image (page, svg, genu_scene_get_diagram (scene)->ground, shown->alt);
      append_caption (page, topic, first, n_steps, genu_scene_get_diagram (scene));
      g_string_append (page->html, "</figure>\n");
      append_charts (page, topic, first, n_steps);
    }
}

static void
append_certainty (Page            *page,
                  const GenuBlock *block)
{
  g_string_append (page->html, "<p class=\"sure\"><span aria-hidden=\"true\">");
  for (int i = 0; i < 4; i++)
    g_string_append_printf (page->html, "<i%s style=\"height:%d.%dem\"></i>",
                            i < (int) block->certainty ? " class=\"on\"" : "", (i + 2) / 5,
                            (i + 2) * 2 % 10);
  g_string_append_printf (page->html, "</span> %s</p>\n", block->markup);
}

/* Opens and closes lists as blocks come and go. */
static void
switch_list (Page         *page,
             GenuBlockKind kind)
{
  const char *list = NULL;

  if (kind == GENU_BLOCK_ITEM)
    list = "ul";
  else if (kind == GENU_BLOCK_STEP || kind == GENU_BLOCK_SOURCE)
    list = "ol";
  if (g_strcmp0 (list, page->list) == 0)
    return;

  if (page->list != NULL)
    g_string_append_printf (page->html, "</%s>\n", page->list);
  if (list != NULL)
    g_string_append_printf (page->html, "<%s>\n", list);
  page->list = list;
}

static void
append_block (Page            *page,
              const GenuBlock *block)
{
  static const char * const tags[] = {
    [GENU_BLOCK_TOPIC] = "<h2>%</h2>",
    [GENU_BLOCK_KEY_POINT] = "<p class=\"key\">%</p>",
    [GENU_BLOCK_PICTURE] = "",
    [GENU_BLOCK_HEADING] = "<h3>%</h3>",
    [GENU_BLOCK_SUBHEADING] = "<h4>%</h4>",
    [GENU_BLOCK_PARAGRAPH] = "<p>%</p>",
    [GENU_BLOCK_ITEM] = "<li>%</li>",
    [GENU_BLOCK_STEP] = "<li>%</li>",
    [GENU_BLOCK_CERTAINTY] = "",
    [GENU_BLOCK_TERM] = "<p>%</p>",
    [GENU_BLOCK_SOURCE] = "<li class=\"source\">%</li>",
  };
  const char *tag = tags[block->kind], *hole = strchr (tag, '%');

  switch_list (page, block->kind);
  if (block->kind == GENU_BLOCK_PICTURE)
    append_pictures (page, block->topic);
  else if (block->kind == GENU_BLOCK_CERTAINTY)
    append_certainty (page, block);
  else
    {
      g_string_append_len (page->html, tag, hole - tag);
      g_string_append (page->html, block->markup);
      g_string_append_printf (page->html, "%s\n", hole + 1);
    }
}

/**
 * genu_html_render:
 * @handout: what to write; ink is for paper and left out
 * @report: receives what is wrong with the drawings; the words are written all the same
 *
 * Returns: (transfer full): a complete HTML document
 */
char *
genu_html_render (const GenuHandout *handout,
                  GenuReport        *report)
{
  const GenuPack *pack = handout->pack;
  g_autoptr(GPtrArray) blocks = genu_leaflet_new (pack, handout->topics, NULL);
  g_autoptr(GenuStage) stage = genu_stage_new (pack);
  g_autofree char *imprint = genu_leaflet_dup_imprint (pack);
  g_autofree char *title = g_markup_escape_text (pack->title, -1);
  g_autofree char *closing = g_markup_escape_text (imprint, -1);
  g_autofree char *lang = g_markup_escape_text (pack->lang, -1);
  Page page = { handout, report, g_string_new (NULL), NULL };

  g_string_append_printf (page.html,
                          "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n"
                          "<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n"
                          "<title>%s</title>\n<style>%s</style>\n<body>\n<h1>%s</h1>\n",
                          lang, genu_stage_is_right_to_left (stage) ? "rtl" : "ltr", title,
                          style_sheet, title);
  for (guint i = 0; i < blocks->len; i++)
    append_block (&page, g_ptr_array_index (blocks, i));
  switch_list (&page, GENU_BLOCK_PARAGRAPH);
  g_string_append_printf (page.html, "<footer>%s</footer>\n</body>\n</html>\n", closing);
  return g_string_free (page.html, FALSE);
}
