/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who hears an event (SMIL 3.0 section 5.4.3, "Event sensitivity"):
 *
 * - An animation that is not active hears it for its begin only.
 * - An active one with restart="always" hears it for its begin, and for its end only if no begin of
 *   it waits for the same event.
 * - Another active one hears it for its end only.
 *
 * So one event never begins and ends the same animation.  An event goes from its element to the
 * ancestors if its type bubbles.  A click on the way through <a href="#animation"> begins that
 * animation, as beginElement () of a script would.  (SVG 1.1 section 19.2.6 would seek the
 * document to an interval that is known; a recorded event must not move the time at which it
 * happens.) */

#include "config.h"

#include "genu-timegraph-private.h"

#include <string.h>

/* Types that do not bubble (UI Events, HTML). */
static const char *const quiet_types[] = {
  "mouseenter", "mouseleave", "pointerenter", "pointerleave", "focus", "blur", "load", "scroll",
  NULL,
};

static gboolean
bubbles (const char *type)
{
  return !g_strv_contains (quiet_types, type);
}

/* A click also activates (SVG 1.1 section 16.2). */
static gboolean
matches (const GenuTimingLink *link,
         const char           *type)
{
  const char *name = link->condition->name;

  if (g_str_equal (name, type))
    return TRUE;

  return g_str_equal (type, "click")
         && (g_str_equal (name, "activate") || g_str_equal (name, "DOMActivate"));
}

static void
collect (const GPtrArray *links,
         const char      *type,
         GPtrArray       *heard)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      GenuTimingLink *link = g_ptr_array_index (links, i);

      if (matches (link, type))
        g_ptr_array_add (heard, link);
    }
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const GenuTimingLink *left = *(const GenuTimingLink *const *) a;
  const GenuTimingLink *right = *(const GenuTimingLink *const *) b;

  return left->element->index - right->element->index;
}

/* One animation's part of the links that heard: @heard from @first to before @after. */
static void
deliver_to_one (GenuTimegraph   *self,
                const GPtrArray *heard,
                guint            first,
                guint            after)
{
  GenuTimedElement *element = ((GenuTimingLink *) g_ptr_array_index (heard, first))->element;
  gboolean may_begin = !element->is_active || element->timing.restart == GENU_RESTART_ALWAYS;
  gboolean has_begin = FALSE;

  for (guint i = first; may_begin && i < after; i++)
    has_begin |= !((GenuTimingLink *) g_ptr_array_index (heard, i))->is_end;

  for (guint i = first; i < after; i++)
    {
      const GenuTimingLink *link = g_ptr_array_index (heard, i);
      gboolean may_end = element->is_active && !has_begin;

      if (link->is_end ? may_end : may_begin)
        genu_timegraph_add_dynamic (self, link, self->now);
    }
  genu_timegraph_update (self, element);
}

static void
deliver (GenuTimegraph *self,
         GPtrArray     *heard)
{
  guint first = 0;

  g_ptr_array_sort (heard, compare_links);
  for (guint i = 1; i <= heard->len; i++)
    if (i == heard->len
        || compare_links (&g_ptr_array_index (heard, i), &g_ptr_array_index (heard, first)) != 0)
      {
        deliver_to_one (self, heard, first, i);
        first = i;
      }
}

/* The animation that a hyperlink leads to, or NULL. */
static GenuTimedElement *
find_linked (const GenuTimegraph *self,
             const xmlNode       *node)
{
  g_autofree char *href = NULL;

  if (!genu_xml_is (node, GENU_XMLNS_SVG, "a"))
    return NULL;

  href = genu_xml_dup_attribute (node, "href");
  if (href == NULL)
    href = genu_xml_dup_attribute_ns (node, "href", GENU_XMLNS_XLINK);
  if (href == NULL || *href != '#')
    return NULL;

  return genu_timegraph_find (self, genu_svg_document_get_element (self->document, href + 1));
}

static void
follow_hyperlinks (GenuTimegraph *self,
                   const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      GenuTimedElement *element = find_linked (self, node);

      if (element != NULL)
        {
          GenuInstance instance = { .time = self->now, .origin = GENU_INSTANCE_DYNAMIC,
                                    .cause = -1 };

          genu_instance_list_insert (&element->begins, &instance);
          genu_timegraph_update (self, element);
          return;
        }
    }
}

static void
dispatch_key (GenuTimegraph *self,
              const char    *type)
{
  g_autoptr(GPtrArray) heard = g_ptr_array_new ();

  for (guint i = 0; i < self->key_links->len; i++)
    {
      GenuTimingLink *link = g_ptr_array_index (self->key_links, i);
      g_autofree char *wanted = g_strdup_printf ("accesskey(%s)", link->condition->name);

      if (g_ascii_strncasecmp (type, wanted, strlen ("accesskey(")) == 0
          && g_str_equal (type + strlen ("accesskey("), wanted + strlen ("accesskey(")))
        g_ptr_array_add (heard, link);
    }
  deliver (self, heard);
}

/* An event happens at the replay's time.  @node is NULL for accessKey(c). */
void
genu_timegraph_dispatch (GenuTimegraph *self,
                         const char    *type,
                         xmlNode       *node)
{
  g_autoptr(GPtrArray) heard = g_ptr_array_new ();

  if (node == NULL)
    {
      dispatch_key (self, type);
      return;
    }

  for (const xmlNode *at = node; at != NULL && at->type == XML_ELEMENT_NODE; at = at->parent)
    {
      collect (g_hash_table_lookup (self->listeners, at), type, heard);
      if (!bubbles (type))
        break;
    }
  deliver (self, heard);

  if (g_str_equal (type, "click"))
    follow_hyperlinks (self, node);
}

/* The current interval of @base begins its iteration @n (the first repeat is 1). */
void
genu_timegraph_dispatch_repeat (GenuTimegraph    *self,
                                GenuTimedElement *base,
                                guint             n)
{
  g_autoptr(GPtrArray) heard = g_ptr_array_new ();

  for (guint i = 0; i < base->repeat_links->len; i++)
    {
      GenuTimingLink *link = g_ptr_array_index (base->repeat_links, i);

      if (link->condition->kind == GENU_TIMING_EVENT || link->condition->repeat == n)
        g_ptr_array_add (heard, link);
    }
  deliver (self, heard);
}
