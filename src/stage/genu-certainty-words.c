/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How sure anyone is, in the words that window and handout share. */

#include "config.h"

#include "genu-certainty-words.h"

#include <glib/gi18n-lib.h>

/**
 * genu_certainty_get_words:
 * @certainty: GRADE's level
 *
 * Returns: (transfer none): the level in a reader's words; "" for none
 */
const char *
genu_certainty_get_words (GenuCertainty certainty)
{
  switch (certainty)
    {
    case GENU_CERTAINTY_HIGH:
      return _("Very sure (high)");
    case GENU_CERTAINTY_MODERATE:
      return _("Fairly sure (moderate)");
    case GENU_CERTAINTY_LOW:
      return _("Not very sure (low)");
    case GENU_CERTAINTY_VERY_LOW:
      return _("Not sure at all (very low)");
    case GENU_CERTAINTY_NONE:
    default:
      return "";
    }
}
