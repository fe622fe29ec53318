/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the animation elements of a document.
 *
 * Every animate, set, animateTransform and animateMotion element keeps time, so that others can
 * depend on it; only one with a target, an attribute that SVG animates and good values has an
 * effect.  animateColor is no element of SVG 2 and does nothing; neither does <animate> or <set> of
 * a transform, nor animateTransform of anything else (Chromium agrees).  A document with more of
 * them than the limit has already been refused. */

#include "config.h"

#include "genu-timeline-private.h"

#include "genu-transform-origin.h"

#include <string.h>

/* How far a document is replayed to see whether it crosses a limit. */
#define TRIAL_TIME (60 * G_USEC_PER_SEC)

typedef struct
{
  GenuTimeline *timeline;
  GenuReport   *report; /* nullable */
  const char   *file;
} Builder;

static void G_GNUC_PRINTF (5, 6)
add_problem (Builder       *builder,
             GenuSeverity   severity,
             const xmlNode *element,
             const char    *rule,
             const char    *format,
             ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (builder->report == NULL)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  genu_report_add (builder->report, severity, builder->file, genu_xml_get_line (element), rule,
                   "%s", message);
}

static gboolean
is_named (const xmlNode *element,
          const char    *name)
{
  return genu_xml_is (element, GENU_XMLNS_SVG, name);
}

/* animateColor, discard and mpath keep no time. */
static gboolean
is_timed (const xmlNode *element)
{
  return is_named (element, "animate") || is_named (element, "set")
         || is_named (element, "animateTransform") || is_named (element, "animateMotion");
}

/* What an animation element animates: href if it has one, else its parent. */
static xmlNode *
find_target (const GenuSvgDocument *document,
             const xmlNode         *element)
{
  g_autofree char *href = genu_xml_dup_attribute (element, "href");

  if (href == NULL)
    href = genu_xml_dup_attribute_ns (element, "href", GENU_XMLNS_XLINK);
  if (href != NULL)
    return *g_strstrip (href) == '#' ? genu_svg_document_get_element (document, href + 1) : NULL;

  return element->parent != NULL && element->parent->type == XML_ELEMENT_NODE ? element->parent
                                                                              : NULL;
}

static char *
dup_attribute_name (const xmlNode *element)
{
  char *name = genu_xml_dup_attribute (element, "attributeName");

  return name != NULL ? g_strstrip (name) : NULL;
}

/* The attribute that the element animates; NULL with a problem in the report when there is none. */
static const GenuAttribute *
find_attribute (Builder       *builder,
                const xmlNode *element,
                const xmlNode *target)
{
  gboolean is_motion = is_named (element, "animateMotion");
  gboolean is_transform = is_motion || is_named (element, "animateTransform");
  g_autofree char *name = is_motion ? g_strdup ("transform") : dup_attribute_name (element);
  const GenuAttribute *attribute = NULL;

  if (name != NULL && *name != '\0')
    attribute = genu_attribute_lookup ((const char *) target->name, name);
  if (attribute != NULL && (attribute->type == GENU_VALUE_TRANSFORM) == is_transform)
    return attribute;

  add_problem (builder, GENU_SEVERITY_WARNING, element, "smil-no-attribute",
               "<%s> cannot animate %s of <%s>", (const char *) element->name,
               name != NULL ? name : "nothing", (const char *) target->name);
  return NULL;
}

static guint
get_depth (const xmlNode *node)
{
  guint depth = 0;

  for (; node->parent != NULL; node = node->parent)
    depth++;

  return depth;
}

/* Browsers keep these within 0 and 1 only when everything is added up. */
static gboolean
is_unit (const GenuAttribute *attribute)
{
  return g_str_has_suffix (attribute->name, "opacity")
         || (g_str_equal (attribute->name, "offset") && attribute->type == GENU_VALUE_NUMBER);
}

static GenuTarget *
target_new (const GenuSvgDocument *document,
            xmlNode               *element,
            const GenuAttribute   *attribute)
{
  GenuTarget *target = g_new0 (GenuTarget, 1);

  target->public.element = element;
  target->public.attribute = attribute;
  target->base = genu_svg_document_dup_base_value (document, element, attribute);
  target->depth = get_depth (element);
  target->is_unit = is_unit (attribute);
  target->is_dirty = TRUE;
  if (g_str_equal (attribute->name, "transform"))
    target->has_origin = genu_transform_origin_find (document, element, &target->origin);
  genu_sandwich_init (&target->sandwich);

  return target;
}

/* The index of the target, which is made if it is new. */
static guint
ensure_target (GenuTimeline        *self,
               xmlNode             *element,
               const GenuAttribute *attribute)
{
  GArray *indices = g_hash_table_lookup (self->of_element, element);
  guint index = self->targets->len;

  if (indices == NULL)
    {
      indices = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->of_element, element, indices);
    }
  for (guint i = 0; i < indices->len; i++)
    {
      guint known = g_array_index (indices, guint, i);

      if (((GenuTarget *) g_ptr_array_index (self->targets, known))->public.attribute == attribute)
        return known;
    }

  g_array_append_val (indices, index);
  g_ptr_array_add (self->targets, target_new (self->document, element, attribute));
  return index;
}

/* Reads what the element does into @animation; returns why it does nothing, or NULL. */
static const char *
read_effect (const GenuTimeline  *self,
             GenuAnimation       *animation,
             const GenuAttribute *attribute)
{
  const GenuTimedElement *timed = animation->timed;
  GenuReading reading = { self, g_ptr_array_index (self->targets, animation->target) };
  const char *reason;

  if (genu_svg_document_is_important (self->document, timed->target, attribute))
    return "the property is !important";

  if (is_named (timed->node, "animateMotion"))
    animation->motion = genu_motion_new (self->document, timed->node, &reason);
  else
    animation->function = genu_animation_function_new (timed->node, attribute,
                                                       genu_timeline_read_value, &reading, &reason);

  return reason;
}

/* The attribute becomes a target even if this element does nothing to it. */
static void
add_effect (Builder             *builder,
            GenuTimedElement    *timed,
            const GenuAttribute *attribute)
{
  GenuTimeline *self = builder->timeline;
  guint index = ensure_target (self, timed->target, attribute);
  GenuTarget *target = g_ptr_array_index (self->targets, index);
  GenuAnimation *animation = genu_animation_new (timed, index);
  const char *reason = read_effect (self, animation, attribute);

  if (reason != NULL)
    {
      add_problem (builder, GENU_SEVERITY_WARNING, timed->node, "smil-bad-value",
                   "<%s> has no effect: %s", (const char *) timed->node->name, reason);
      genu_animation_free (animation);
      return;
    }

  timed->is_watched = TRUE;
  g_ptr_array_add (target->sandwich.layers, animation);
  g_ptr_array_add (self->animations, animation);
  g_ptr_array_index (self->by_index, timed->index) = animation;
}

static void
add_animation (Builder *builder,
               xmlNode *element)
{
  GenuTimeline *self = builder->timeline;
  xmlNode *target = find_target (self->document, element);
  int index = (int) genu_timegraph_get_n_elements (self->graph);
  GenuTimedElement *timed = genu_timed_element_new (element, target, index, builder->file,
                                                    builder->report);
  const GenuAttribute *attribute;

  genu_timegraph_add (self->graph, timed);
  g_ptr_array_add (self->by_index, NULL);
  if (target == NULL)
    {
      add_problem (builder, GENU_SEVERITY_WARNING, element, "smil-no-target",
                   "<%s> has no element to animate", (const char *) element->name);
      return;
    }

  attribute = find_attribute (builder, element, target);
  if (attribute != NULL)
    add_effect (builder, timed, attribute);
}

static void
read_element (Builder *builder,
              xmlNode *element)
{
  if (is_named (element, "animateColor") || is_named (element, "discard"))
    add_problem (builder, GENU_SEVERITY_WARNING, element, "smil-unsupported",
                 "<%s> does nothing", (const char *) element->name);
  if (is_timed (element))
    add_animation (builder, element);
}

/* A document that begins thousands of intervals within a minute would never play. */
static void
check_limits (Builder *builder)
{
  const GenuTimedElement *exceeded;

  genu_timegraph_run (builder->timeline->graph, TRIAL_TIME);
  exceeded = genu_timegraph_get_exceeded (builder->timeline->graph);
  if (exceeded != NULL)
    add_problem (builder, GENU_SEVERITY_ERROR, exceeded->node, "limit-intervals",
                 "the animations begin each other too often");
}

void
genu_timeline_build (GenuTimeline *self,
                     GenuReport   *report)
{
  Builder builder = { self, report, genu_svg_document_get_name (self->document) };
  guint n = genu_svg_document_get_n_elements (self->document);

  for (guint i = 0; i < n; i++)
    read_element (&builder, genu_svg_document_get_nth_element (self->document, i));
  genu_timegraph_connect (self->graph);
  genu_timegraph_skip_unwatched (self->graph);
  genu_timeline_connect_targets (self);
  check_limits (&builder);
}
