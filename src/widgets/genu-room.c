/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "genu-room.h"

/* In em. */
#define WIDE_FROM 54
#define NARROW_BELOW 38
#define ROW_HEIGHT 2.9
#define SENTENCE_HEIGHT 4.5

/* Header, tabs, steps. */
#define N_ROWS 3
/* A drawing shall have more than this of the height. */
#define DRAWING_SHARE 0.55

/**
 * genu_room_init:
 * @self: a room
 * @width: of the page with its header, in logical pixels
 * @height: same
 * @em: size of plain text, same unit
 * @target: least width and height of what is touched, same unit
 */
void
genu_room_init (GenuRoom *self,
                int       width,
                int       height,
                double    em,
                int       target)
{
  double rows = N_ROWS * MAX (target, ROW_HEIGHT * em) + SENTENCE_HEIGHT * em;

  *self = (GenuRoom) { .width = width, .height = height, .em = em, .target = target };
  self->wide = width >= WIDE_FROM * em;
  self->narrow = width < NARROW_BELOW * em;
  self->low = height - rows < DRAWING_SHARE * height;
  self->beside = self->low && width > height;
}

gboolean
genu_room_equal (const GenuRoom *self,
                 const GenuRoom *other)
{
  return self->width == other->width && self->height == other->height && self->em == other->em
         && self->target == other->target && self->settled == other->settled;
}
