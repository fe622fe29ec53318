/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Safe bounds.  Geometry is bounded by its control points, strokes by half their width times the
 * mitre limit, filters by their region, text by two ems a character.  Clips and masks can only take
 * away and are passed over. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "genu-limits.h"
#include "genu-scene-private.h"
#include "genu-shape.h"

typedef struct
{
  GenuScene *scene;
  gboolean   with_paint; /* strokes, filters and text count */
  guint      depth;      /* of nested <use> */
} Extents;

static gboolean
is_svg (const xmlNode *element,
        const char    *name)
{
  return genu_xml_is (element, GENU_XMLNS_SVG, name);
}

static void
add_point (GenuRect *box,
           gboolean *any,
           GenuPoint point)
{
  double x0 = *any ? MIN (box->x, point.x) : point.x, y0 = *any ? MIN (box->y, point.y) : point.y;
  double x1 = *any ? MAX (box->x + box->width, point.x) : point.x;
  double y1 = *any ? MAX (box->y + box->height, point.y) : point.y;

  *box = (GenuRect) { x0, y0, x1 - x0, y1 - y0 };
  *any = TRUE;
}

static GenuRect
get_outline_box (const GArray *outline)
{
  GenuRect box = { 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < outline->len; i++)
    {
      const GenuPathPiece *piece = &g_array_index (outline, GenuPathPiece, i);
      guint n = piece->command == 'C' ? 3 : piece->command == 'Z' ? 0 : 1;

      for (guint k = 0; k < n; k++)
        add_point (&box, &any, piece->points[k]);
    }
  return box;
}

/* The largest value that a number takes on the element or, animated, on one above it. */
static double
get_widest (GenuScene     *scene,
            const xmlNode *element,
            const char    *name)
{
  double widest = genu_shape_get_number (scene, element, name);

  for (const xmlNode *up = element->parent; up != NULL && up->type == XML_ELEMENT_NODE;
       up = up->parent)
    {
      guint n;

      genu_timeline_get_targets_of (scene->timeline, up, &n);
      if (n > 0)
        widest = MAX (widest, genu_shape_get_number (scene, up, name));
    }
  return widest;
}

/* How far the stroke reaches beyond the geometry. */
static double
get_stroke_reach (GenuScene     *scene,
                  const xmlNode *element)
{
  g_autofree char *stroke = genu_shape_dup_text (scene, element, "stroke");
  g_autofree char *join = NULL;
  double reach;

  if (g_str_equal (stroke, "none") || stroke[0] == '\0')
    return 0;
  reach = get_widest (scene, element, "stroke-width") / 2;
  join = genu_shape_dup_text (scene, element, "stroke-linejoin");
  if (g_str_equal (join, "miter") || join[0] == '\0')
    return reach * MAX (1.5, get_widest (scene, element, "stroke-miterlimit"));
  return reach * 1.5; /* square caps reach to the diagonal */
}

static GenuRect
inflate (GenuRect box,
         double   by)
{
  return (GenuRect) { box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by };
}

/* Own geometry with its stroke, in the element's user space; kept when nothing can change it. */
static GenuRect
get_shape_box (Extents       *extents,
               const xmlNode *element,
               const GArray  *outline)
{
  GenuRect box = get_outline_box (outline);

  return extents->with_paint && outline->len > 0
         ? inflate (box, get_stroke_reach (extents->scene, element))
         : box;
}

/* The first and last of the plain numbers of a list; FALSE when it holds units. */
static gboolean
get_range (Extents       *extents,
           const xmlNode *element,
           const char    *name,
           double        *out_first,
           double        *out_last)
{
  g_autofree char *text = genu_shape_dup_text (extents->scene, element, name);
  const char *p = text + strspn (text, " \t\r\n,");

  *out_first = *p != '\0' ? G_MAXDOUBLE : 0;
  *out_last = *p != '\0' ? -G_MAXDOUBLE : 0;
  while (*p != '\0')
    {
      char *rest;
      double number = g_ascii_strtod (p, &rest);

      if (rest == p)
        return FALSE;
      *out_first = MIN (*out_first, number);
      *out_last = MAX (*out_last, number);
      p = rest + strspn (rest, " \t\r\n,");
    }
  return TRUE;
}

/* Whether nothing on a text element can move its letters further than their number tells. */
static gboolean
is_plain_text (const xmlNode *element)
{
  static const char *const plain[] = {
    "x", "y", "id", "class", "transform", "fill", "stroke", "font-size", "font-family",
    "font-weight", "text-anchor", "opacity", "fill-opacity", "stroke-width",
  };

  if (xmlFirstElementChild ((xmlNode *) element) != NULL)
    return FALSE;
  for (xmlAttr *attr = element->properties; attr != NULL; attr = attr->next)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
        known |= xmlStrEqual (attr->name, (const xmlChar *) plain[i]);
      if (!known)
        return FALSE;
    }
  return TRUE;
}

static gboolean
get_text_box (Extents       *extents,
              const xmlNode *element,
              GenuRect      *out_box)
{
  g_autoptr(GenuXmlString) content = xmlNodeGetContent (element);
  double size = get_widest (extents->scene, element, "font-size");
  double length = content != NULL ? (double) g_utf8_strlen ((const char *) content, -1) : 0;
  double x0, x1, y0, y1;

  if (!is_plain_text (element) || !get_range (extents, element, "x", &x0, &x1)
      || !get_range (extents, element, "y", &y0, &y1))
    return FALSE;
  *out_box = inflate ((GenuRect) { x0, y0, x1 - x0, y1 - y0 },
                      2 * MAX (size, 16) * (length + 1));
  return TRUE;
}

static gboolean
get_box (Extents          *extents,
         const xmlNode    *element,
         const GenuMatrix *outer,
         GenuRect         *out_box);

static gboolean
get_children_box (Extents          *extents,
                  const xmlNode    *element,
                  const GenuMatrix *matrix,
                  GenuRect         *out_box)
{
  GenuRect all = { 0 };

  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) element); child != NULL;
       child = xmlNextElementSibling (child))
    {
      GenuRect box = { 0 };

      if (!get_box (extents, child, matrix, &box))
        return FALSE;
      all = genu_rect_union (&all, &box);
    }
  *out_box = all;
  return TRUE;
}

static gboolean
get_use_box (Extents          *extents,
             const xmlNode    *element,
             const GenuMatrix *matrix,
             GenuRect         *out_box)
{
  const GPtrArray *found = genu_references_get (extents->scene->references, element);
  GenuMatrix shift = { 1, 0, 0, 1, genu_shape_get_number (extents->scene, element, "x"),
                       genu_shape_get_number (extents->scene, element, "y") };
  GenuRect all = { 0 };
  gboolean fine = TRUE;

  if (extents->depth >= 16)
    return FALSE;
  shift = genu_matrix_multiply (matrix, &shift);
  extents->depth++;
  for (guint i = 0; fine && i < found->len; i++)
    {
      GenuRect box = { 0 };

      if (is_svg (found->pdata[i], "symbol") || is_svg (found->pdata[i], "svg"))
        fine = FALSE;
      else if ((fine = get_box (extents, found->pdata[i], &shift, &box)))
        all = genu_rect_union (&all, &box);
    }
  extents->depth--;
  *out_box = all;
  return fine;
}

static gboolean
get_image_box (Extents          *extents,
               const xmlNode    *element,
               const GenuMatrix *matrix,
               GenuRect         *out_box)
{
  GenuScene *scene = extents->scene;
  GenuRect box = { genu_shape_get_number (scene, element, "x"),
                   genu_shape_get_number (scene, element, "y"),
                   genu_shape_get_number (scene, element, "width"),
                   genu_shape_get_number (scene, element, "height") };

  *out_box = genu_matrix_map_rect (matrix, &box);
  return !genu_rect_is_empty (&box) && !xmlHasProp ((xmlNode *) element, BAD_CAST "overflow");
}

/* All but filter and transform of the element itself. */
static gboolean
get_plain_box (Extents          *extents,
               const xmlNode    *element,
               const GenuMatrix *matrix,
               GenuRect         *out_box)
{
  g_autoptr(GArray) outline = NULL;
  GenuRect box = { 0 };

  if (is_svg (element, "g") || is_svg (element, "a") || is_svg (element, "switch"))
    return get_children_box (extents, element, matrix, out_box);
  if (is_svg (element, "use"))
    return get_use_box (extents, element, matrix, out_box);
  if (is_svg (element, "image"))
    return get_image_box (extents, element, matrix, out_box);
  if (is_svg (element, "svg"))
    return FALSE;
  if (is_svg (element, "text"))
    {
      if (!get_text_box (extents, element, &box))
        return FALSE;
      *out_box = genu_matrix_map_rect (matrix, &box);
      return TRUE;
    }

  outline = genu_shape_dup_outline (extents->scene, element);
  if (outline != NULL && outline->len > 0)
    {
      box = get_shape_box (extents, element, outline);
      /* Lines have no area but are bounds all the same. */
      box.width = MAX (box.width, 1e-6);
      box.height = MAX (box.height, 1e-6);
      box = genu_matrix_map_rect (matrix, &box);
    }
  *out_box = box;
  return TRUE;
}

/* A side of a filter region that is a fraction of the filtered box. */
static double
get_fraction (Extents       *extents,
              const xmlNode *region,
              const char    *name)
{
  g_autofree char *text = genu_shape_dup_text (extents->scene, region, name);
  char *rest;
  double number = g_ascii_strtod (text, &rest);

  if (rest == text)
    return NAN;
  return *rest == '%' ? number / 100 : number;
}

static gboolean
get_user_region (Extents       *extents,
                 const xmlNode *region,
                 GenuRect      *out_box)
{
  GenuRect box = { genu_shape_get_number (extents->scene, region, "x"),
                   genu_shape_get_number (extents->scene, region, "y"),
                   genu_shape_get_number (extents->scene, region, "width"),
                   genu_shape_get_number (extents->scene, region, "height") };

  *out_box = box;
  return !genu_rect_is_empty (&box);
}

/* The filter region of an element whose bounds in its own space are @box.  Only regions that hold
 * the box are known: one that does not would have to be clipped against exact bounds. */
static gboolean
apply_filter_region (Extents       *extents,
                     const xmlNode *element,
                     const char    *filter,
                     GenuRect      *box)
{
  const GPtrArray *found = genu_references_get (extents->scene->references, element);
  const xmlNode *region = NULL;
  g_autofree char *units = NULL;
  double x, y, width, height;

  for (guint i = 0; i < found->len; i++)
    if (is_svg (found->pdata[i], "filter"))
      region = found->pdata[i];
  if (region == NULL || strstr (filter, "url(") != filter || strchr (filter, ' ') != NULL)
    return FALSE;
  units = genu_shape_dup_text (extents->scene, region, "filterUnits");
  if (g_str_equal (units, "userSpaceOnUse"))
    return get_user_region (extents, region, box);

  x = get_fraction (extents, region, "x");
  y = get_fraction (extents, region, "y");
  width = get_fraction (extents, region, "width");
  height = get_fraction (extents, region, "height");
  if (!(x <= 0 && y <= 0 && x + width >= 1 && y + height >= 1 && width < 20 && height < 20))
    return FALSE;
  *box = (GenuRect) { box->x + x * box->width, box->y + y * box->height, width * box->width,
                      height * box->height };
  return TRUE;
}

static gboolean
has_markers (Extents       *extents,
             const xmlNode *element)
{
  static const char *const names[] = { "marker-start", "marker-mid", "marker-end" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = genu_shape_dup_text (extents->scene, element, names[i]);

      if (text[0] != '\0' && !g_str_equal (text, "none"))
        return TRUE;
    }
  return FALSE;
}

static gboolean get_box (Extents          *extents,
                         const xmlNode    *element,
                         const GenuMatrix *outer,
                         GenuRect         *out_box);

/* Bounds as a reader sees them end where the element is clipped. */
static gboolean
get_clipped_box (Extents          *extents,
                 const xmlNode    *element,
                 const GenuMatrix *matrix,
                 GenuRect         *out_box)
{
  const xmlNode *clip = genu_scene_get_clip (extents->scene, element);
  GenuRect clip_box = { 0 };

  if (!get_plain_box (extents, element, matrix, out_box))
    return FALSE;
  if (clip == NULL)
    return TRUE;

  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) clip); child != NULL;
       child = xmlNextElementSibling (child))
    {
      GenuRect box;

      if (!get_box (extents, child, matrix, &box))
        return TRUE;
      clip_box = genu_rect_union (&clip_box, &box);
    }
  if (!genu_rect_intersect (out_box, &clip_box, out_box))
    *out_box = (GenuRect) { 0 };
  return TRUE;
}

static gboolean
get_box (Extents          *extents,
         const xmlNode    *element,
         const GenuMatrix *outer,
         GenuRect         *out_box)
{
  GenuMatrix own = genu_scene_get_element_matrix (extents->scene, element);
  GenuMatrix matrix = genu_matrix_multiply (outer, &own), unit = GENU_MATRIX_IDENTITY;
  g_autofree char *filter = NULL;
  GenuRect box = { 0 };

  if (!xmlStrEqual (element->ns != NULL ? element->ns->href : NULL, BAD_CAST GENU_XMLNS_SVG)
      || genu_svg_is_animation (element) || is_svg (element, "defs") || is_svg (element, "clipPath")
      || is_svg (element, "mask") || is_svg (element, "symbol") || is_svg (element, "marker")
      || is_svg (element, "pattern"))
    {
      *out_box = box;
      return TRUE;
    }
  if (!extents->with_paint)
    return get_clipped_box (extents, element, &matrix, out_box);
  if (is_svg (element, "path") || is_svg (element, "line") || is_svg (element, "polyline")
      || is_svg (element, "polygon"))
    if (has_markers (extents, element))
      return FALSE;

  filter = genu_shape_dup_text (extents->scene, element, "filter");
  if (filter[0] == '\0' || g_str_equal (filter, "none"))
    return get_plain_box (extents, element, &matrix, out_box);
  if (!get_plain_box (extents, element, &unit, &box)
      || !apply_filter_region (extents, element, filter, &box))
    return FALSE;
  *out_box = genu_matrix_map_rect (&matrix, &box);
  return TRUE;
}

static gboolean
measure (GenuScene        *scene,
         const xmlNode    *element,
         const GenuMatrix *matrix,
         gboolean          with_paint,
         GenuRect         *out_box)
{
  Extents extents = { scene, with_paint, 0 };
  GenuRect box = { 0 };

  if (!get_box (&extents, element, matrix, &box)
      || !isfinite (box.x + box.y + box.width + box.height))
    return FALSE;
  *out_box = box;
  return TRUE;
}

gboolean
genu_shape_get_extents (GenuScene        *scene,
                        const xmlNode    *element,
                        const GenuMatrix *matrix,
                        GenuRect         *out_extents)
{
  return measure (scene, element, matrix, TRUE, out_extents);
}

gboolean
genu_shape_get_bounds (GenuScene        *scene,
                       const xmlNode    *element,
                       const GenuMatrix *matrix,
                       GenuRect         *out_bounds)
{
  GenuRect box;

  if (!measure (scene, element, matrix, FALSE, &box) || genu_rect_is_empty (&box))
    return FALSE;
  *out_bounds = box;
  return TRUE;
}
