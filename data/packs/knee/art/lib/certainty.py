# SPDX-License-Identifier: GPL-3.0-or-later
"""How sure anyone is, made visible; the same in every drawing and in its key.

  known    a full body with one outline: established
  seen     a paler body within two outlines, white between them: seen in dishes or animals only
  hoped    a dashed outline with next to nothing in it: hoped for, shown by nobody

Three outlines (one, double, dashed) tell them apart without colour. Functions that draw a body take
a `look`, KNOWN or SEEN; `double ()` makes the second outline of a body that was seen, `hoped ()`
all there is of one that is hoped for. In the metadata `Diagram.part (..., certainty=...)` says of
what kind a part is: 'dish', 'animals', 'dish animals' or 'hoped'; the stage shows the key of the
kinds that are visible. Nothing said: known.

Lengths are in the drawing's unit for a picture 160 wide; give `size` = width / 160 for others.
"""

from . import colour, geometry
from .svg import Element, group, path

KINDS = ('dish', 'animals', 'dish animals', 'hoped')


class Look:
    """How a body's own colours are shown. `pale` is the share of white, 0 to 1."""

    def __init__(self, pale):
        self.pale = pale

    def ramp(self, ramp):
        if not self.pale:
            return ramp
        return lambda tone: colour.mix(ramp(.18 + .82 * tone), '#ffffff', self.pale)

    def ink(self, ink):
        """Of outlines and small things: paler by less, so that they can be seen."""
        return colour.mix(ink, '#ffffff', self.pale * .45) if self.pale else ink


KNOWN, SEEN = Look(0), Look(.42)


def double(d, edge, size=1.):
    """The second outline: a line outside a white band. Goes under the body, and under the bodies
    of neighbours that it would cross."""
    def ring(width, ink):
        return path(d, ink, stroke=ink, stroke_width=geometry.number(width * size),
                    stroke_linejoin='round')
    return group(ring(2.7, SEEN.ink(edge)), ring(1.9, '#ffffff'))


def hoped(d, edge, size=1., transform=None):
    """A dashed outline; `d` in the drawing's unit."""
    return path(d, '#fffdf8', fill_opacity='.5', stroke=edge,
                stroke_width=geometry.number(.6 * size), stroke_linecap='round',
                stroke_dasharray=geometry.number(1.9 * size) + ' ' + geometry.number(1.4 * size),
                transform=transform)


def hoped_circle(x, y, rx, ry, edge, size=1.):
    """A dashed ellipse, for a nucleus that is hoped for: finer, and nothing in it."""
    return Element('ellipse', cx=x, cy=y, rx=rx, ry=ry, fill='none', stroke=edge,
                   stroke_width=geometry.number(.45 * size), stroke_linecap='round',
                   stroke_dasharray=geometry.number(1.4 * size) + ' ' + geometry.number(1.1 * size))
