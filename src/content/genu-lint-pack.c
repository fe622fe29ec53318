/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pack as a whole owes its readers: who wrote it, who paid, when it was last looked at, a
 * number to call, a short way through. */

#include "config.h"

#include <string.h>

#include "genu-lint-private.h"

#define MAX_YEARS 2 /* between two reviews */

static void
check_head (GenuLint *self,
            int       line)
{
  const GenuPack *pack = self->pack;

  if (*pack->authors == '\0')
    genu_lint_complain (self, "pack-without-authors", self->pack_file, line,
                        "the pack does not say who wrote it");
  if (*pack->funding == '\0')
    genu_lint_complain (self, "pack-without-funding", self->pack_file, line,
                        "the pack does not say who paid for it");
  if (*pack->update_policy == '\0')
    genu_lint_complain (self, "pack-without-update-policy", self->pack_file, line,
                        "the pack does not say when its text is looked at again");
}

/* ISO dates compare as text. */
static void
check_dates (GenuLint *self,
             int       line)
{
  const GenuPack *pack = self->pack;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *stamp = g_strconcat (pack->reviewed, "T00:00:00Z", NULL);
  g_autoptr(GDateTime) reviewed = g_date_time_new_from_iso8601 (stamp, utc);
  g_autoptr(GDateTime) latest = reviewed != NULL ? g_date_time_add_years (reviewed, MAX_YEARS)
                                                 : NULL;
  g_autofree char *limit = latest != NULL ? g_date_time_format (latest, "%Y-%m-%d") : NULL;

  if (limit == NULL)
    return; /* the grammar tells */
  if (strcmp (pack->expires, self->today) < 0)
    genu_lint_complain (self, "review-overdue", self->pack_file, line,
                        "the pack should have been reviewed by %s", pack->expires);
  if (strcmp (pack->reviewed, self->today) > 0)
    genu_lint_complain (self, "review-date", self->pack_file, line,
                        "%s, the day of the review, is still to come", pack->reviewed);
  else if (strcmp (pack->expires, pack->reviewed) <= 0 || strcmp (pack->expires, limit) > 0)
    genu_lint_complain (self, "review-date", self->pack_file, line,
                        "the next review, %s, is not within %d years after the last, %s",
                        pack->expires, MAX_YEARS, pack->reviewed);
}

/* Depth is bounded when the file is parsed. */
static gboolean
holds_telephone (const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (genu_xml_is (node, GENU_XMLNS_TOPIC, "clinic-telephone")
        || (node->type == XML_ELEMENT_NODE && holds_telephone (node)))
      return TRUE;

  return FALSE;
}

static void
check_telephone (GenuLint *self,
                 int       line)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      const GenuLintTopic *topic = g_ptr_array_index (self->topics, i);

      if (holds_telephone (xmlDocGetRootElement (topic->document)))
        return;
    }

  genu_lint_complain (self, "no-telephone", self->pack_file, line,
                      "no topic has a place for the clinic's telephone");
}

void
genu_lint_pack (GenuLint *self)
{
  int line = genu_xml_get_line (xmlDocGetRootElement (self->document));

  check_head (self, line);
  check_dates (self, line);
  check_telephone (self, line);
  if (self->pack->tours->len == 0)
    genu_lint_complain (self, "no-path", self->pack_file, line,
                        "the pack has no short way through: <paths>");
}
