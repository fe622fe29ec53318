/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Parses a SMIL clock value (SMIL 3.0 section 5.4.3: full, partial and timecount clock values), and
 * nothing else: no sign, no white space inside.  *out_usec: microseconds; untouched on failure. */
gboolean genu_clock_value_parse (const char *text,
                                 gint64     *out_usec);

G_END_DECLS
