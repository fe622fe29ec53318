/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-shape.h"

#include <math.h>
#include <string.h>

#include "genu-scene-private.h"

/* Cubic Bézier handle of a quarter circle of radius 1. */
#define KAPPA 0.5522847498307936

/* Index of the timeline's target for an attribute of an element, -1 when nothing animates it. */
static int
find_target (GenuScene     *scene,
             const xmlNode *element,
             const char    *name)
{
  guint n;
  const guint *targets = genu_timeline_get_targets_of (scene->timeline, element, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (genu_timeline_get_target (scene->timeline, targets[i])->attribute->name, name))
      return (int) targets[i];
  return -1;
}

static GenuValue *
dup_value (GenuScene     *scene,
           const xmlNode *element,
           const char    *name)
{
  const GenuAttribute *attribute = genu_attribute_lookup ((const char *) element->name, name);
  int target = find_target (scene, element, name);

  if (target >= 0)
    return genu_timeline_dup_effective_value (scene->timeline, (guint) target);
  return attribute != NULL
         ? genu_svg_document_dup_base_value (scene->document, element, attribute)
         : NULL;
}

double
genu_shape_get_number (GenuScene     *scene,
                       const xmlNode *element,
                       const char    *name)
{
  g_autoptr(GenuValue) value = dup_value (scene, element, name);

  return value != NULL ? genu_value_get_number (value) : 0;
}

char *
genu_shape_dup_text (GenuScene     *scene,
                     const xmlNode *element,
                     const char    *name)
{
  const GenuAttribute *attribute = genu_attribute_lookup ((const char *) element->name, name);
  int target = find_target (scene, element, name);
  char *text = NULL;

  if (target >= 0)
    {
      g_autoptr(GenuValue) value = genu_timeline_dup_effective_value (scene->timeline,
                                                                      (guint) target);

      text = value != NULL ? genu_value_to_string (value) : NULL;
    }
  else if (attribute != NULL)
    text = genu_svg_document_dup_base_text (scene->document, element, attribute);
  return text != NULL ? text : g_strdup ("");
}

static void
move_to (GArray *outline,
         double  x,
         double  y)
{
  GenuPathPiece piece = { 'M', { { x, y } } };

  g_array_append_val (outline, piece);
}

static void
line_to (GArray *outline,
         double  x,
         double  y)
{
  GenuPathPiece piece = { 'L', { { x, y } } };

  g_array_append_val (outline, piece);
}

static void
close_path (GArray *outline)
{
  GenuPathPiece piece = { 'Z', { { 0, 0 } } };

  g_array_append_val (outline, piece);
}

/* A quarter of an ellipse from the current point to (x1, y1); (cx, cy) is the corner of the box
 * that it rounds off. */
static void
quarter_to (GArray *outline,
            double  x0,
            double  y0,
            double  cx,
            double  cy,
            double  x1,
            double  y1)
{
  GenuPathPiece piece = { 'C', { { x0 + (cx - x0) * KAPPA, y0 + (cy - y0) * KAPPA },
                                 { x1 + (cx - x1) * KAPPA, y1 + (cy - y1) * KAPPA },
                                 { x1, y1 } } };

  g_array_append_val (outline, piece);
}

static void
add_rounded (GArray *outline,
             double  x,
             double  y,
             double  width,
             double  height,
             double  rx,
             double  ry)
{
  double r = x + width, b = y + height;

  move_to (outline, x + rx, y);
  line_to (outline, r - rx, y);
  quarter_to (outline, r - rx, y, r, y, r, y + ry);
  line_to (outline, r, b - ry);
  quarter_to (outline, r, b - ry, r, b, r - rx, b);
  line_to (outline, x + rx, b);
  quarter_to (outline, x + rx, b, x, b, x, b - ry);
  line_to (outline, x, y + ry);
  quarter_to (outline, x, y + ry, x, y, x + rx, y);
  close_path (outline);
}

static void
add_rect (GenuScene     *scene,
          const xmlNode *element,
          GArray        *outline)
{
  double width = genu_shape_get_number (scene, element, "width");
  double height = genu_shape_get_number (scene, element, "height");
  double rx = genu_shape_get_number (scene, element, "rx");
  double ry = genu_shape_get_number (scene, element, "ry");

  if (!(width > 0 && height > 0))
    return;
  if (rx <= 0)
    rx = ry;
  if (ry <= 0)
    ry = rx;
  add_rounded (outline, genu_shape_get_number (scene, element, "x"),
               genu_shape_get_number (scene, element, "y"), width, height,
               CLAMP (rx, 0, width / 2), CLAMP (ry, 0, height / 2));
}

static void
add_ellipse (GenuScene     *scene,
             const xmlNode *element,
             GArray        *outline)
{
  gboolean is_circle = genu_xml_is (element, GENU_XMLNS_SVG, "circle");
  double rx = genu_shape_get_number (scene, element, is_circle ? "r" : "rx");
  double ry = is_circle ? rx : genu_shape_get_number (scene, element, "ry");

  if (!is_circle && rx <= 0)
    rx = ry;
  if (!is_circle && ry <= 0)
    ry = rx;
  if (rx > 0 && ry > 0)
    add_rounded (outline, genu_shape_get_number (scene, element, "cx") - rx,
                 genu_shape_get_number (scene, element, "cy") - ry, 2 * rx, 2 * ry, rx, ry);
}

static void
add_points (GenuScene     *scene,
            const xmlNode *element,
            GArray        *outline)
{
  g_autofree char *text = genu_shape_dup_text (scene, element, "points");
  const char *p = text;

  for (guint i = 0;; i++)
    {
      char *rest;
      double x, y;

      p += strspn (p, " \t\r\n,");
      x = g_ascii_strtod (p, &rest);
      if (rest == p)
        break;
      p = rest + strspn (rest, " \t\r\n,");
      y = g_ascii_strtod (p, &rest);
      if (rest == p)
        break;
      p = rest;
      if (i == 0)
        move_to (outline, x, y);
      else
        line_to (outline, x, y);
    }
  if (outline->len > 0 && genu_xml_is (element, GENU_XMLNS_SVG, "polygon"))
    close_path (outline);
}

typedef struct
{
  char   *text;
  GArray *outline;
} ReadPath;

static void
read_path_free (gpointer data)
{
  ReadPath *path = data;

  g_free (path->text);
  g_array_unref (path->outline);
  g_free (path);
}

static GArray *
read_outline (const char *text)
{
  gboolean complete;
  g_autoptr(GArray) segments = genu_path_parse (text, &complete);

  return genu_path_normalize (segments);
}

/* Path data is read once for as long as it stays the same: a point is asked about many times. */
static GArray *
dup_path (GenuScene     *scene,
          const xmlNode *element)
{
  g_autofree char *text = genu_shape_dup_text (scene, element, "d");
  ReadPath *path;

  if (text == NULL)
    return read_outline (NULL);
  if (scene->outlines == NULL)
    scene->outlines = g_hash_table_new_full (NULL, NULL, NULL, read_path_free);

  path = g_hash_table_lookup (scene->outlines, element);
  if (path == NULL || !g_str_equal (path->text, text))
    {
      path = g_new (ReadPath, 1);
      path->outline = read_outline (text);
      path->text = g_steal_pointer (&text);
      g_hash_table_insert (scene->outlines, (gpointer) element, path);
    }
  return g_array_ref (path->outline);
}

/* The caller must not change the outline: others may hold it too. */
GArray *
genu_shape_dup_outline (GenuScene     *scene,
                        const xmlNode *element)
{
  GArray *outline;
  const char *name = (const char *) element->name;

  if (g_str_equal (name, "path"))
    return dup_path (scene, element);

  outline = g_array_new (FALSE, FALSE, sizeof (GenuPathPiece));
  if (g_str_equal (name, "rect"))
    add_rect (scene, element, outline);
  else if (g_str_equal (name, "circle") || g_str_equal (name, "ellipse"))
    add_ellipse (scene, element, outline);
  else if (g_str_equal (name, "polygon") || g_str_equal (name, "polyline"))
    add_points (scene, element, outline);
  else if (g_str_equal (name, "line"))
    {
      move_to (outline, genu_shape_get_number (scene, element, "x1"),
               genu_shape_get_number (scene, element, "y1"));
      line_to (outline, genu_shape_get_number (scene, element, "x2"),
               genu_shape_get_number (scene, element, "y2"));
    }
  else
    g_clear_pointer (&outline, g_array_unref);

  return outline;
}

/* How the edge a → b winds round the point (0, 0): +1, -1 or 0. */
static int
get_winding (GenuPoint a,
             GenuPoint b)
{
  double side = a.x * b.y - b.x * a.y;

  if (a.y <= 0 && b.y > 0 && side < 0)
    return 1;
  if (a.y > 0 && b.y <= 0 && side > 0)
    return -1;
  return 0;
}

static int
get_curve_winding (GenuPoint        from,
                   const GenuPoint *c)
{
  enum { STEPS = 16 }; /* chords of one cubic: within 1 % of its size */
  GenuPoint last = from;
  int winding = 0;

  for (int i = 1; i <= STEPS; i++)
    {
      double t = (double) i / STEPS, u = 1 - t;
      GenuPoint next = {
        u * u * u * from.x + 3 * u * u * t * c[0].x + 3 * u * t * t * c[1].x + t * t * t * c[2].x,
        u * u * u * from.y + 3 * u * u * t * c[0].y + 3 * u * t * t * c[1].y + t * t * t * c[2].y,
      };

      winding += get_winding (last, next);
      last = next;
    }

  return winding;
}

gboolean
genu_shape_contains (const GArray *outline,
                     GenuPoint     point)
{
  GenuPoint start = { 0, 0 }, current = { 0, 0 };
  int winding = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      GenuPathPiece piece = g_array_index (outline, GenuPathPiece, i);

      for (guint k = 0; k < 3; k++)
        {
          piece.points[k].x -= point.x;
          piece.points[k].y -= point.y;
        }
      if (piece.command == 'L')
        winding += get_winding (current, piece.points[0]);
      else if (piece.command == 'C')
        winding += get_curve_winding (current, piece.points);
      else if (i > 0)
        winding += get_winding (current, start);

      if (piece.command == 'M')
        start = piece.points[0];
      current = piece.command == 'Z' ? start : piece.points[piece.command == 'C' ? 2 : 0];
    }

  return winding + get_winding (current, start) != 0;
}
