/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page has room for.  Sizes are compared with that of the text and of targets, so that the
 * same rules hold for a small window, a large text and a screen of few millimetres. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int      width;  /* of the page with its header, in logical pixels, as all of these */
  int      height;
  double   em;     /* size of plain text */
  int      target; /* least width and height of what is touched */
  gboolean settled; /* widgets were laid out with this size of text, so that they can be measured */

  gboolean wide;   /* two columns of text fit side by side */
  gboolean narrow; /* few words fit side by side */
  gboolean low;    /* rows above and below a drawing would leave it too little */
  gboolean beside; /* words about the drawing have more room beside it than below */
} GenuRoom;

void     genu_room_init  (GenuRoom       *self,
                          int             width,
                          int             height,
                          double          em,
                          int             target);
gboolean genu_room_equal (const GenuRoom *self,
                          const GenuRoom *other);

G_END_DECLS
