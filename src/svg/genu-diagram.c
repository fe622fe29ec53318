/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading <genu:diagram> of a drawing.  It stands in a <metadata> child of the root:
 *
 *   <genu:diagram version="1" ground="#RRGGBB" unit="mm" laterality="right" max-scale="2"
 *                 loop="no">
 *     <genu:part id="femur"><genu:anchor name="body" x="0" y="-60"/></genu:part>
 *     <genu:part id="new-bone" certainty="dish">…</genu:part>   (dish, animals, hoped; else known)
 *     <genu:scale-bar length="20" unit="mm"/>
 *     <genu:step id="overview" begin="0" end="3.5" focus="femur" camera="0 0 90 90"
 *                chart="90 0 70 90"/>
 *   </genu:diagram>
 *
 * Times are seconds on the document's timeline.  The reader goes on after a fault, leaves out what
 * it could not understand, and reports each with the line of its element:
 *
 *   bad-time         begin or end is missing, or no time
 *   step-order       a step ends before it begins (error), or begins before the one above (warning)
 *   bad-value        a number, colour, rectangle or keyword that is none
 *   duplicate-id     two parts, two steps, or two anchors of a part with one name
 *   unknown-part     focus names no part
 *   unknown-element  a part names no element of the drawing
 *   limit-steps, limit-list, limit-time */

#include "config.h"

#include "genu-diagram-private.h"

#include "genu-limits.h"

#define DEFAULT_GROUND 0xFFFFFFFFu
#define DEFAULT_MAX_SCALE 2.0

static void
clear_anchor (gpointer data)
{
  g_free (((GenuDiagramAnchor *) data)->name);
}

static void
clear_part (gpointer data)
{
  GenuDiagramPart *part = data;

  g_free (part->id);
  g_clear_pointer (&part->anchors, g_array_unref);
}

static void
clear_step (gpointer data)
{
  GenuDiagramStep *step = data;

  g_free (step->id);
  g_strfreev (step->focus);
}

static GArray *
new_array (gsize          element_size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) element_size);

  g_array_set_clear_func (array, clear);
  return array;
}

static void
read_anchor (GenuDiagramReader *reader,
             const xmlNode     *node,
             GenuDiagramPart   *part)
{
  g_autofree char *name = genu_xml_dup_attribute (node, "name");
  GenuDiagramAnchor anchor = { NULL };

  if (name == NULL || *name == '\0')
    {
      complain (reader, node, "bad-value",
                "an anchor of part \"%s\" has no name", part->id);
      return;
    }
  for (guint i = 0; i < part->anchors->len; i++)
    if (g_str_equal (g_array_index (part->anchors, GenuDiagramAnchor, i).name, name))
      {
        complain (reader, node, "duplicate-id",
                  "part \"%s\" has two anchors \"%s\"", part->id, name);
        return;
      }
  if (!genu_diagram_read_number (reader, node, "x", &anchor.point.x)
      || !genu_diagram_read_number (reader, node, "y", &anchor.point.y))
    return;

  anchor.name = g_steal_pointer (&name);
  g_array_append_val (part->anchors, anchor);
}

/* certainty="dish animals": words in any order; 0, known, where there are none. */
static GenuDiagramDoubt
read_doubt (GenuDiagramReader *reader,
            const xmlNode     *node)
{
  static const struct { const char *word; GenuDiagramDoubt doubt; } words[] = {
    { "dish", GENU_DIAGRAM_SEEN_IN_DISHES },
    { "animals", GENU_DIAGRAM_SEEN_IN_ANIMALS },
    { "hoped", GENU_DIAGRAM_HOPED },
  };
  g_auto(GStrv) names = genu_diagram_read_names (reader, node, "certainty");
  guint doubt = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint w = 0;

      while (w < G_N_ELEMENTS (words) && !g_str_equal (names[i], words[w].word))
        w++;
      if (w < G_N_ELEMENTS (words))
        doubt |= words[w].doubt;
      else
        complain (reader, node, "bad-value", "certainty cannot be \"%s\"", names[i]);
    }
  return (GenuDiagramDoubt) doubt;
}

static void
read_part (GenuDiagramReader *reader,
           const xmlNode     *node)
{
  g_autofree char *id = genu_xml_dup_attribute (node, "id");
  GenuDiagramPart part = { NULL };

  if (id == NULL || *id == '\0')
    {
      complain (reader, node, "bad-value", "a part has no id");
      return;
    }
  if (!g_hash_table_contains (reader->element_ids, id))
    complain (reader, node, "unknown-element",
              "no element of the drawing has the id \"%s\"", id);
  if (g_hash_table_contains (reader->part_ids, id))
    {
      complain (reader, node, "duplicate-id", "two parts are called \"%s\"", id);
      return;
    }

  part.id = g_steal_pointer (&id);
  part.line = genu_xml_get_line (node);
  part.doubt = read_doubt (reader, node);
  part.anchors = new_array (sizeof (GenuDiagramAnchor), clear_anchor);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (genu_xml_is (child, GENU_XMLNS_DIAGRAM, "anchor"))
      read_anchor (reader, child, &part);

  g_array_append_val (reader->diagram->parts, part);
  g_hash_table_add (reader->part_ids, part.id);
}

/* A chart on what must be visible would hide it. */
static GenuRect
read_chart (GenuDiagramReader     *reader,
            const xmlNode         *node,
            const GenuDiagramStep *step)
{
  GenuRect chart = genu_diagram_read_rect (reader, node, "chart", (GenuRect) { 0 });

  if (!genu_rect_is_empty (&chart) && genu_rect_intersect (&chart, &step->camera, NULL))
    complain (reader, node, "bad-value",
              "the room for the chart must lie beside the camera");
  return chart;
}

static gboolean
read_step_times (GenuDiagramReader *reader,
                 const xmlNode     *node,
                 GenuDiagramStep   *step)
{
  const GArray *steps = reader->diagram->steps;
  gboolean has_begin = genu_diagram_read_time (reader, node, "begin", &step->begin);

  if (!genu_diagram_read_time (reader, node, "end", &step->end) || !has_begin)
    return FALSE;
  if (step->end <= step->begin)
    {
      complain (reader, node, "step-order",
                "step \"%s\" must end after it begins", step->id);
      return FALSE;
    }
  if (steps->len > 0
      && step->begin < g_array_index (steps, GenuDiagramStep, steps->len - 1).begin)
    genu_report_add (reader->report, GENU_SEVERITY_WARNING, reader->name,
                     genu_xml_get_line (node), "step-order",
                     "step \"%s\" begins before the step above it", step->id);
  return TRUE;
}

static void
read_step (GenuDiagramReader *reader,
           const xmlNode     *node)
{
  GenuDiagramStep step = { genu_xml_dup_attribute (node, "id") };

  if (step.id == NULL || *step.id == '\0')
    complain (reader, node, "bad-value", "a step has no id");
  else if (g_hash_table_contains (reader->step_ids, step.id))
    complain (reader, node, "duplicate-id", "two steps are called \"%s\"", step.id);
  else if (read_step_times (reader, node, &step))
    {
      step.focus = genu_diagram_read_names (reader, node, "focus");
      step.camera = genu_diagram_read_rect (reader, node, "camera", reader->view_box);
      step.chart = read_chart (reader, node, &step);
      step.line = genu_xml_get_line (node);
      g_array_append_val (reader->diagram->steps, step);
      g_hash_table_add (reader->step_ids, step.id);
      return;
    }

  clear_step (&step);
}

static void
read_scale_bar (GenuDiagramReader *reader,
                const xmlNode     *node)
{
  g_autofree char *unit = genu_xml_dup_attribute (node, "unit");
  double length;

  if (!genu_diagram_read_number (reader, node, "length", &length))
    return;
  if (!(length > 0) || unit == NULL || *unit == '\0')
    {
      complain (reader, node, "bad-value",
                "a scale bar has a positive length and a unit");
      return;
    }

  g_free (reader->diagram->scale_bar.unit);
  reader->diagram->scale_bar = (GenuDiagramScaleBar) { length, g_steal_pointer (&unit) };
}

static void
read_ground (GenuDiagramReader *reader,
             const xmlNode     *node)
{
  g_autofree char *text = genu_xml_dup_attribute (node, "ground");

  if (text != NULL && !genu_diagram_parse_ground (text, &reader->diagram->ground))
    complain (reader, node, "bad-value", "ground must be #RRGGBB, not \"%s\"", text);
}

static void
read_max_scale (GenuDiagramReader *reader,
                const xmlNode     *node)
{
  g_autofree char *text = genu_xml_dup_attribute (node, "max-scale");
  double scale;

  if (text == NULL)
    return;

  if (genu_diagram_parse_number (text, &scale) && scale >= 1 && scale <= 100)
    reader->diagram->max_scale = scale;
  else
    complain (reader, node, "bad-value",
              "max-scale must be 1 to 100, not \"%s\"", text);
}

static void
read_attributes (GenuDiagramReader *reader,
                 const xmlNode     *node)
{
  static const char *const sides[] = { "none", "right", "left", NULL };
  static const char *const switches[] = { "no", "yes", NULL };
  static const GenuLaterality lateralities[] = {
    GENU_LATERALITY_NONE, GENU_LATERALITY_RIGHT, GENU_LATERALITY_LEFT,
  };
  guint side;

  read_ground (reader, node);
  read_max_scale (reader, node);
  reader->diagram->unit = genu_xml_dup_attribute (node, "unit");
  side = genu_diagram_read_keyword (reader, node, "laterality", sides);
  reader->diagram->laterality = lateralities[side];
  reader->diagram->loops = genu_diagram_read_keyword (reader, node, "loop", switches) == 1;
}

/* Focus may name a part that stands further down, hence after everything is read. */
static void
check_focus (GenuDiagramReader *reader)
{
  for (guint i = 0; i < reader->diagram->steps->len; i++)
    {
      const GenuDiagramStep *step = &g_array_index (reader->diagram->steps, GenuDiagramStep, i);

      for (guint j = 0; step->focus[j] != NULL; j++)
        if (!g_hash_table_contains (reader->part_ids, step->focus[j]))
          genu_report_add (reader->report, GENU_SEVERITY_ERROR, reader->name, step->line,
                           "unknown-part", "focus of step \"%s\" names no part: \"%s\"", step->id,
                           step->focus[j]);
    }
}

static void
read_annotations (GenuDiagramReader *reader,
                  const xmlNode     *node)
{
  reader->diagram->is_annotated = TRUE;
  read_attributes (reader, node);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (genu_xml_is (child, GENU_XMLNS_DIAGRAM, "part"))
        read_part (reader, child);
      else if (genu_xml_is (child, GENU_XMLNS_DIAGRAM, "scale-bar"))
        read_scale_bar (reader, child);
      else if (genu_xml_is (child, GENU_XMLNS_DIAGRAM, "step"))
        {
          if (reader->diagram->steps->len == GENU_LIMIT_STEPS)
            {
              complain (reader, child, "limit-steps",
                        "more than %d steps", GENU_LIMIT_STEPS);
              break;
            }
          read_step (reader, child);
        }
    }

  check_focus (reader);
}

static const xmlNode *
find_child (const xmlNode *parent,
            const char    *ns,
            const char    *name)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (genu_xml_is (node, ns, name))
      return node;

  return NULL;
}

static const xmlNode *
find_annotations (const xmlNode *root)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (genu_xml_is (node, GENU_XMLNS_SVG, "metadata"))
      {
        const xmlNode *found = find_child (node, GENU_XMLNS_DIAGRAM, "diagram");

        if (found != NULL)
          return found;
      }

  return NULL;
}

/* The trimmed content of the root's own <title> or <desc>. */
static char *
dup_child_text (const xmlNode *root,
                const char    *name)
{
  const xmlNode *node = find_child (root, GENU_XMLNS_SVG, name);
  g_autoptr(GenuXmlString) content = node != NULL ? xmlNodeGetContent (node) : NULL;
  char *text;

  if (content == NULL)
    return NULL;

  text = g_strstrip (g_strdup ((const char *) content));
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* Elements in no other namespace than SVG: a <genu:part id> must not vouch for itself.  Depth is
 * bounded when the file is parsed. */
static void
collect_ids (const xmlNode *element,
             GHashTable    *ids)
{
  for (const xmlNode *node = element; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (node->ns != NULL && g_str_equal (node->ns->href, GENU_XMLNS_SVG))
        {
          char *id = genu_xml_dup_attribute (node, "id");

          if (id != NULL)
            g_hash_table_add (ids, id);
        }
      collect_ids (node->children, ids);
    }
}

/**
 * genu_diagram_new:
 * @document: a parsed SVG file
 * @view_box: the drawing's view box, in root user units: the camera of steps that name none
 * @name: the name to put in problems
 * @report: where problems go
 *
 * Reads what Genu adds to a drawing.  A drawing without <genu:diagram> gives an empty diagram that
 * is not annotated, and no problem.
 *
 * Returns: (transfer full): what could be read; never %NULL
 */
GenuDiagram *
genu_diagram_new (GenuXmlDoc     *document,
                  const GenuRect *view_box,
                  const char     *name,
                  GenuReport     *report)
{
  g_autoptr(GHashTable) element_ids = NULL, part_ids = NULL, step_ids = NULL;
  GenuDiagram *self;
  GenuDiagramReader reader;
  const xmlNode *root, *annotations;

  g_return_val_if_fail (document != NULL && view_box != NULL, NULL);
  g_return_val_if_fail (name != NULL && report != NULL, NULL);

  self = g_new0 (GenuDiagram, 1);
  self->ground = DEFAULT_GROUND;
  self->max_scale = DEFAULT_MAX_SCALE;
  self->parts = new_array (sizeof (GenuDiagramPart), clear_part);
  self->steps = new_array (sizeof (GenuDiagramStep), clear_step);

  root = xmlDocGetRootElement (document);
  if (root == NULL)
    return self;
  self->title = dup_child_text (root, "title");
  self->description = dup_child_text (root, "desc");

  annotations = find_annotations (root);
  if (annotations != NULL)
    {
      element_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      part_ids = g_hash_table_new (g_str_hash, g_str_equal);
      step_ids = g_hash_table_new (g_str_hash, g_str_equal);
      collect_ids (root, element_ids);
      reader = (GenuDiagramReader) { self, element_ids, part_ids, step_ids, *view_box, name,
                                     report };
      read_annotations (&reader, annotations);
    }

  return self;
}

/**
 * genu_diagram_free:
 * @self: (nullable) (transfer full): a diagram
 */
void
genu_diagram_free (GenuDiagram *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->parts);
  g_array_unref (self->steps);
  g_free (self->unit);
  g_free (self->scale_bar.unit);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

/**
 * genu_diagram_find_step:
 * @self: a diagram
 * @id: the id of a step
 *
 * Returns: (transfer none) (nullable): the step, or %NULL if there is none of that id
 */
const GenuDiagramStep *
genu_diagram_find_step (const GenuDiagram *self,
                        const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const GenuDiagramStep *step = &g_array_index (self->steps, GenuDiagramStep, i);

      if (g_str_equal (step->id, id))
        return step;
    }

  return NULL;
}

/**
 * genu_diagram_find_part:
 * @self: a diagram
 * @id: the id of a part
 *
 * Returns: (transfer none) (nullable): the part, or %NULL if there is none of that id
 */
const GenuDiagramPart *
genu_diagram_find_part (const GenuDiagram *self,
                        const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const GenuDiagramPart *part = &g_array_index (self->parts, GenuDiagramPart, i);

      if (g_str_equal (part->id, id))
        return part;
    }

  return NULL;
}

/**
 * genu_diagram_find_anchor:
 * @self: a diagram
 * @part: the id of a part
 * @name: the name of one of its anchors
 *
 * Returns: (transfer none) (nullable): the anchor, or %NULL if part or anchor is unknown
 */
const GenuDiagramAnchor *
genu_diagram_find_anchor (const GenuDiagram *self,
                          const char        *part,
                          const char        *name)
{
  const GenuDiagramPart *found;

  g_return_val_if_fail (self != NULL && part != NULL && name != NULL, NULL);

  found = genu_diagram_find_part (self, part);
  for (guint i = 0; found != NULL && i < found->anchors->len; i++)
    {
      const GenuDiagramAnchor *anchor = &g_array_index (found->anchors, GenuDiagramAnchor, i);

      if (g_str_equal (anchor->name, name))
        return anchor;
    }

  return NULL;
}
