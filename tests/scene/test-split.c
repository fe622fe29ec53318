/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How drawings are cut.  The expected layers stand as one word each, bottom first: a letter for the
 * kind (s static, c compose, r raster) and the ids of the items. */

#include <string.h>

#include "genu-limits.h"
#include "genu-scene.h"
#include "../test-cases.h"

#define MOVE "<animateTransform attributeName='transform' type='translate' to='9 9' dur='1s'/>"
#define FADE "<animate attributeName='opacity' to='0' dur='1s'/>"
#define PAINT "<animate attributeName='fill' to='red' dur='1s'/>"
#define RECT(id) "<rect id='" id "' width='9' height='9'/>"
#define RECT_WITH(id, what) "<rect id='" id "' width='9' height='9'>" what "</rect>"

static const struct
{
  const char *name;
  const char *svg; /* what is inside the root */
  const char *layers;
  const char *rule; /* a warning that must be given, NULL: none */
} cases[] = {
  { "still", RECT ("a") "<g id='b'>" RECT ("c") "</g>", "s:svg" },
  { "runs", RECT ("a") RECT ("b") RECT_WITH ("c", MOVE) RECT ("d"), "s:a,b c:c s:d" },
  { "runs-across-groups", "<g>" RECT ("a") "</g><g>" RECT ("b") RECT_WITH ("c", MOVE) RECT ("d")
    "</g>" RECT ("e"), "s:g[1],b c:c s:d,e" },
  { "kinds", RECT_WITH ("a", MOVE) RECT_WITH ("b", FADE) RECT_WITH ("c", PAINT),
    "c:a c:b r:c" },
  { "both", RECT_WITH ("a", MOVE PAINT), "r:a" },
  { "set-visibility", RECT_WITH ("a", "<set attributeName='visibility' to='hidden' begin='1s'/>"),
    "c:a" },
  { "set-display", RECT_WITH ("a", "<set attributeName='display' to='none' begin='1s'/>"), "c:a" },
  { "child-says-visible", "<g id='a'><set attributeName='visibility' to='hidden' begin='1s'/>"
    "<rect visibility='visible' width='9' height='9'/></g>", "r:a" },
  { "motion", RECT_WITH ("a", "<animateMotion path='M0 0h9' dur='1s'/>"), "c:a" },
  { "group-moves", "<g id='a'>" MOVE RECT ("b") RECT ("c") "</g>", "c:a" },
  { "moves-in-moving", "<g id='a'>" MOVE RECT ("b") RECT_WITH ("c", MOVE) RECT ("d") "</g>",
    "c:b c:c c:d" },
  { "paint-in-moving", "<g id='a'>" MOVE RECT ("b") RECT_WITH ("c", PAINT) "</g>", "c:b r:c" },
  { "inherited-paint", "<g id='a'>" PAINT RECT ("b") RECT_WITH ("c", MOVE) "</g>", "r:a" },
  { "opacity", "<g id='a' opacity='.5'>" RECT ("b") RECT_WITH ("c", MOVE) "</g>", "r:a",
    "moves-below-group" },
  { "opacity-one", "<g id='a' opacity='1'>" RECT ("b") RECT_WITH ("c", MOVE) "</g>",
    "s:b c:c" },
  { "opacity-of-one-layer", "<g id='a' opacity='.5'>" RECT_WITH ("c", MOVE) "</g>", "c:c" },
  { "fades-over-moving", "<g id='a'>" FADE RECT ("b") RECT_WITH ("c", MOVE) "</g>", "r:a",
    "moves-below-group" },
  { "fades-over-one", "<g id='a'>" FADE RECT_WITH ("c", MOVE) "</g>", "c:c" },
  { "faded-still-group", "<g id='a' opacity='.5'>" RECT ("b") RECT ("d") "</g>"
    RECT_WITH ("c", MOVE), "s:a c:c" },
  { "mask", "<mask id='m'>" RECT ("w") "</mask><g id='a' mask='url(#m)'>" RECT ("b")
    RECT_WITH ("c", MOVE) "</g>", "r:a", "moves-below-group" },
  { "mask-of-moving", "<mask id='m'>" RECT ("w") "</mask><g id='a' mask='url(#m)'>" MOVE RECT ("b")
    "</g>", "c:a" },
  { "moving-mask", "<mask id='m'>" RECT_WITH ("w", MOVE) "</mask><g id='a' mask='url(#m)'>"
    RECT ("b") "</g>", "r:a" },
  { "filter", "<filter id='f'/><g id='a' filter='url(#f)'>" RECT ("b") RECT_WITH ("c", MOVE) "</g>",
    "r:a", "moves-below-group" },
  { "filter-in-style", "<filter id='f'/><g id='a' style='filter:url(#f)'>" RECT ("b")
    RECT_WITH ("c", MOVE) "</g>", "r:a", "moves-below-group" },
  { "filter-in-sheet", "<style>.f{filter:url(#f)}</style><filter id='f'/><g id='a' class='f'>"
    RECT ("b") RECT_WITH ("c", MOVE) "</g>", "r:a", "moves-below-group" },
  { "animated-filter", "<filter id='f'><feGaussianBlur><animate "
    "attributeName='stdDeviation' to='9' dur='1s'/></feGaussianBlur></filter>"
    "<rect id='a' filter='url(#f)' width='9' height='9'/>",
    "r:a" },
  { "clip", "<clipPath id='k'>" RECT ("w") "</clipPath><g id='a' clip-path='url(#k)'>" RECT ("b")
    RECT_WITH ("c", MOVE) "</g>", "r:a", "moves-below-group" },
  { "blend", RECT ("a") RECT_WITH ("c", MOVE) "<rect style='mix-blend-mode:multiply' width='9' "
    "height='9'/>", "r:svg", "moves-below-group" },
  { "blend-isolated", RECT ("a") RECT_WITH ("b", MOVE) "<g id='c' style='isolation:isolate'>"
    RECT ("d") "<rect style='mix-blend-mode:multiply' width='9' height='9'>" MOVE "</rect></g>",
    "s:a c:b r:c", "moves-below-group" },
  { "gradient", "<linearGradient id='g'><stop offset='0'><animate attributeName='stop-color' "
    "to='red' dur='1s'/></stop></linearGradient><linearGradient id='h' href='#g'/>"
    "<rect id='a' fill='url(#g)' width='9' height='9'/>"
    "<rect id='b' fill='url(#h)' width='9' height='9'/>" RECT ("c"), "r:a r:b s:c" },
  { "use", "<defs><g id='g'>" RECT_WITH ("w", MOVE) "</g></defs><use id='a' href='#g'/>" RECT ("b"),
    "r:a s:b" },
  { "use-of-rendered", RECT_WITH ("a", MOVE) "<use id='b' href='#a'/>", "c:a r:b" },
  { "important", "<style>rect{opacity:.5 !important}</style>" RECT_WITH ("a", FADE), "r:a" },
  { "by-place", "<style>g > rect:first-child{fill:red}</style>" RECT ("a") RECT_WITH ("c", MOVE),
    "r:svg", "moves-below-group" },
  { "root", "<animate attributeName='viewBox' to='0 0 9 9' dur='1s'/>" RECT ("a"), "r:svg",
    "moves-below-group" },
  { "inner-svg", "<svg id='a'>" RECT ("b") RECT_WITH ("c", MOVE) "</svg>", "r:a" },
  { "text", "<text id='a'>x<tspan>y<animate attributeName='fill' to='red' dur='1s'/></tspan>"
    "</text>", "r:a" },
};

static GenuScene *
new_scene (const char *body,
           GenuReport *report)
{
  g_autofree char *text = g_strdup_printf (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 90'>%s</svg>", body);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GenuSvgDocument) document = genu_svg_document_new_from_bytes (bytes, "test.svg",
                                                                          report);

  return document != NULL ? genu_scene_new (document, report) : NULL;
}

static char *
print_layers (GenuScene *scene)
{
  static const char kinds[] = "scr";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < genu_scene_get_n_layers (scene); i++)
    {
      const GenuLayer *layer = genu_scene_get_layer (scene, i);

      g_string_append_printf (text, "%s%c:", i > 0 ? " " : "", kinds[layer->kind]);
      for (guint k = 0; k < layer->items->len; k++)
        {
          g_autofree char *path = genu_svg_document_dup_element_name (
            genu_scene_get_document (scene), layer->items->pdata[k]);
          const char *slash = strrchr (path, '/');

          g_string_append_printf (text, "%s%s", k > 0 ? "," : "", slash != NULL ? slash + 1 : path);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_split (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuScene) scene = new_scene (cases[i].svg, report);
  g_autofree char *layers = NULL;

  g_assert_nonnull (scene);
  layers = print_layers (scene);
  g_assert_cmpstr (layers, ==, cases[i].layers);
  g_assert_cmpint (genu_report_has_rule (report, "moves-below-group"), ==, cases[i].rule != NULL);
}

static void
test_layer_limit (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(GenuScene) scene = NULL;

  for (guint i = 0; i <= GENU_LIMIT_LAYERS; i++)
    g_string_append_printf (body, "<rect width='9' height='9'>" MOVE "</rect>");
  scene = new_scene (body->str, report);
  g_assert_null (scene);
  g_assert_true (genu_report_has_rule (report, "limit-layers"));
}

/* Ten nested levels of ten uses each would draw ten thousand million elements; the document refuses
 * those that stand there from the start, the scene those that only animations make. */
static void
test_use_limit (gconstpointer data)
{
  gboolean animated = GPOINTER_TO_INT (data);
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GString) body = g_string_new ("<defs><rect id='u0' width='9' height='9'/>");
  g_autoptr(GenuScene) scene = NULL;

  for (guint i = 1; i <= 10; i++)
    {
      g_string_append_printf (body, "<g id='u%u'>", i);
      for (guint k = 0; k < 10; k++)
        if (animated)
          g_string_append_printf (body, "<use><set attributeName='href' to='#u%u'/></use>", i - 1);
        else
          g_string_append_printf (body, "<use href='#u%u'/>", i - 1);
      g_string_append (body, "</g>");
    }
  g_string_append (body, "</defs><use href='#u10'/>");
  scene = new_scene (body->str, report);
  g_assert_null (scene);
  g_assert_cmpuint (genu_report_get_n_errors (report), ==, 1);
  g_assert_true (genu_report_has_rule (report, "limit-use"));
}

static void
test_use_cycle (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuScene) scene = new_scene ("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/>"
                                          "</g>" RECT_WITH ("c", MOVE), report);

  if (scene != NULL)
    g_assert_cmpuint (genu_scene_get_n_layers (scene), >, 0);
  else
    g_assert_cmpuint (genu_report_get_n_errors (report), >, 0);
}

/* The place of nested layers is the product of what moves above them. */
static void
test_place (void)
{
  g_autoptr(GenuReport) report = genu_report_new ();
  g_autoptr(GenuScene) scene = new_scene (
    "<g transform='translate(10 0)'><g><animateTransform attributeName='transform' type='scale' "
    "from='1' to='3' dur='2s' fill='freeze'/><rect id='a' width='9' height='9'><animateTransform "
    "attributeName='transform' type='translate' from='0 0' to='4 0' dur='2s' fill='freeze'/>"
    "<animate attributeName='opacity' from='1' to='0' dur='2s' fill='freeze'/></rect></g></g>",
    report);
  GenuLayerPlace place;

  g_assert_nonnull (scene);
  g_assert_cmpuint (genu_scene_get_n_layers (scene), ==, 1);
  genu_timeline_seek (genu_scene_get_timeline (scene), 1000000);
  place = genu_scene_get_place (scene, genu_scene_get_layer (scene, 0));
  g_assert_cmpfloat_with_epsilon (place.matrix.a, 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (place.matrix.e, 14, 1e-6);
  g_assert_cmpfloat_with_epsilon (place.opacity, 0.5, 1e-6);
  g_assert_true (place.visible);
  genu_timeline_seek (genu_scene_get_timeline (scene), 2000000);
  g_assert_false (genu_scene_get_place (scene, genu_scene_get_layer (scene, 0)).visible);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (cases, "/split/", test_split);
  g_test_add_func ("/split/layer-limit", test_layer_limit);
  g_test_add_data_func ("/split/use-limit", GINT_TO_POINTER (FALSE), test_use_limit);
  g_test_add_data_func ("/split/use-limit-animated", GINT_TO_POINTER (TRUE), test_use_limit);
  g_test_add_func ("/split/use-cycle", test_use_cycle);
  g_test_add_func ("/split/place", test_place);

  return g_test_run ();
}
