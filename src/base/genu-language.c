/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of the languages at hand a reader gets.  Tags are BCP 47 ("pt-BR"); the names that POSIX
 * gives locales ("pt_BR.UTF-8@euro") are understood too.  The lookup is RFC 4647's: the wanted tag
 * loses its last part until something fits. */

#include "config.h"

#include "genu-language.h"

#include <string.h>

/**
 * genu_language_normalize:
 * @tag: a BCP 47 tag or the name of a POSIX locale
 *
 * Returns: (transfer full): the tag in lower case, with hyphens, without encoding and modifier
 */
char *
genu_language_normalize (const char *tag)
{
  char *text;

  g_return_val_if_fail (tag != NULL, NULL);

  text = g_ascii_strdown (tag, (gssize) strcspn (tag, ".@"));
  return g_strdelimit (text, "_", '-');
}

static const char *
find_equal (const char *const *available,
            const char        *tag)
{
  for (guint i = 0; available[i] != NULL; i++)
    {
      g_autofree char *candidate = genu_language_normalize (available[i]);

      if (g_str_equal (candidate, tag))
        return available[i];
    }

  return NULL;
}

/* A reader of plain "pt" is better served by "pt-BR" than by another language. */
static const char *
find_regional (const char *const *available,
               const char        *tag)
{
  for (guint i = 0; available[i] != NULL; i++)
    {
      g_autofree char *candidate = genu_language_normalize (available[i]);

      if (g_str_has_prefix (candidate, tag) && candidate[strlen (tag)] == '-')
        return available[i];
    }

  return NULL;
}

static const char *
look_up (const char *const *available,
         const char        *wanted)
{
  g_autofree char *tag = genu_language_normalize (wanted);
  gboolean is_plain = strchr (tag, '-') == NULL;

  while (*tag != '\0')
    {
      const char *found = find_equal (available, tag);
      char *hyphen = strrchr (tag, '-');

      if (found != NULL)
        return found;
      if (hyphen == NULL)
        break;
      *hyphen = '\0';
    }

  return is_plain && *tag != '\0' ? find_regional (available, tag) : NULL;
}

/**
 * genu_language_pick:
 * @available: the languages at hand, in order of preference, %NULL-terminated
 * @wanted: (nullable): the reader's languages, the best first, %NULL-terminated
 *
 * Returns: (transfer none) (nullable): an element of @available: the best match of the first wanted
 *   language that has one, else English, else the first; %NULL when @available is empty
 */
const char *
genu_language_pick (const char *const *available,
                    const char *const *wanted)
{
  const char *english;

  g_return_val_if_fail (available != NULL, NULL);

  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      const char *found = look_up (available, wanted[i]);

      if (found != NULL)
        return found;
    }

  english = look_up (available, "en");
  return english != NULL ? english : available[0];
}
