/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going about: which page is shown, and which were before it.  The history is never empty: its
 * first entry is home. */

#include "config.h"

#include "genu-browser-private.h"

const char *
genu_browser_current_page (GenuBrowser *self)
{
  return g_ptr_array_index (self->history, self->history->len - 1);
}

void
genu_browser_show_current (GenuBrowser *self)
{
  const char *page = genu_browser_current_page (self);

  self->started = TRUE;
  genu_browser_need_page (self, page);
  gtk_stack_set_visible_child_name (self->stack, page);
  genu_browser_update_title (self);
  g_object_notify (G_OBJECT (self), "page");
}

/**
 * genu_browser_start:
 * @self: a browser
 *
 * Shows the home page, unless another one was opened already.  To be called before the window is
 * presented: only what is shown is built before that.
 */
void
genu_browser_start (GenuBrowser *self)
{
  g_return_if_fail (GENU_IS_BROWSER (self));

  /* A page that was opened already has been fitted to nothing yet. */
  if (self->room.width == 0)
    genu_browser_expect_room (self);
  if (!self->started)
    genu_browser_show_current (self);
}

/**
 * genu_browser_open_page:
 * @self: a browser
 * @page: the name of a page; an unknown one, or one that needs a pack where there is none, is
 *   ignored
 */
void
genu_browser_open_page (GenuBrowser *self,
                        const char  *page)
{
  g_return_if_fail (GENU_IS_BROWSER (self));
  g_return_if_fail (page != NULL);

  if (!genu_browser_need_page (self, page))
    return;

  if (!g_str_equal (genu_browser_current_page (self), page))
    g_ptr_array_add (self->history, g_strdup (page));
  genu_browser_show_current (self);
}

/**
 * genu_browser_open_topic:
 * @self: a browser
 * @id: a topic's id; an unknown one stays on the page that is shown
 * @step: the step to begin with, 0-based
 * @still: whether it stands at its end, rather than plays
 *
 * Returns: whether there is such a topic
 */
gboolean
genu_browser_open_topic (GenuBrowser *self,
                         const char  *id,
                         guint        step,
                         gboolean     still)
{
  const GenuTopic *topic;

  g_return_val_if_fail (GENU_IS_BROWSER (self), FALSE);

  topic = self->pack != NULL ? genu_pack_find_topic (self->pack, id) : NULL;
  if (topic == NULL)
    {
      g_message ("there is no topic \"%s\"", id);
      return FALSE;
    }

  genu_browser_need_page (self, GENU_PAGE_TOPIC);
  genu_topic_page_set_topic (self->topic_page, topic, step, !still);
  genu_browser_open_page (self, GENU_PAGE_TOPIC);
  genu_topic_page_focus_sentence (self->topic_page);

  return TRUE;
}

/**
 * genu_browser_open_tour:
 * @self: a browser
 * @tour: one of the pack's short ways, 0-based
 *
 * Returns: whether there is such a way
 */
gboolean
genu_browser_open_tour (GenuBrowser *self,
                        guint        tour)
{
  g_return_val_if_fail (GENU_IS_BROWSER (self), FALSE);

  if (self->pack == NULL || tour >= self->pack->tours->len)
    return FALSE;

  genu_browser_need_page (self, GENU_PAGE_TOPIC);
  if (!genu_topic_page_start_walk (self->topic_page, g_ptr_array_index (self->pack->tours, tour)))
    return FALSE;

  genu_browser_open_page (self, GENU_PAGE_TOPIC);
  genu_topic_page_focus_sentence (self->topic_page);
  return TRUE;
}

/**
 * genu_browser_back:
 * @self: a browser
 *
 * Returns: whether there was a page to go back to
 */
gboolean
genu_browser_back (GenuBrowser *self)
{
  g_return_val_if_fail (GENU_IS_BROWSER (self), FALSE);

  if (self->history->len == 1)
    return FALSE;

  g_ptr_array_set_size (self->history, (int) self->history->len - 1);
  genu_browser_show_current (self);
  return TRUE;
}

void
genu_browser_go_home (GenuBrowser *self)
{
  g_return_if_fail (GENU_IS_BROWSER (self));

  g_ptr_array_set_size (self->history, 1);
  genu_browser_show_current (self);
}
