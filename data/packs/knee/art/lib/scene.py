# SPDX-License-Identifier: GPL-3.0-or-later
"""What drawings have in common: who covers whom, veils that dim, grounds, ends that fade."""

import numpy as np

from . import geometry
from .relief import Grid
from .svg import Element, fade, gradient, group, move, path, radial

VEIL_TIME = .6


class Cover:
    """Which part is seen where, on a grid fine enough for edges that must meet. Tell it of each
    part, from the back to the front, as it is drawn."""

    def __init__(self, box, step=.16):
        self.eye = Grid(box, step)
        self.parts = []  # (name, mask on the fine grid), from the back

    def covers(self, name, shape, thin=.12, thick=.4):
        """The shape, with an outline as of tissues.solid, covers what came before."""
        points = geometry.outline_points(shape.segments, thin, thick)
        self.parts.append((name, self.eye.mask(points)))
        return shape

    def mask(self, name):
        """All of a part, covered or not."""
        return np.logical_or.reduce([mask for other, mask in self.parts if other == name])

    def visible(self, *names):
        """Where the parts named are the topmost."""
        seen = np.zeros(self.eye.x.shape, bool)
        for name, mask in self.parts:
            seen = (seen & ~mask) | (mask if name in names else False)
        return seen

    def check_anchors(self, diagram):
        """Every anchor of a part that covers something must lie where the part is seen."""
        covering = {name for name, _ in self.parts}
        for name, _, anchors in diagram.parts:
            seen = self.visible(name) if name in covering else None
            for anchor, (x, y) in anchors.items() if seen is not None else ():
                row = int(round((y - self.eye.y0) / self.eye.step))
                column = int(round((x - self.eye.x0) / self.eye.step))
                if not seen[row, column]:
                    raise ValueError('anchor %s of %s is not on it' % (anchor, name))

    def veils(self, over, ground, steps, subjects):
        """For each step a veil over the mask `over` that leaves its subject open. `steps` is the
        drawing's table {name: (begin, ...)}, `subjects` {step: (open mask, strength)}. A veil comes
        in its own step and goes in the next, so any step may be shown alone."""
        names, out = list(steps), []
        for name, (open_mask, strength) in subjects.items():
            closed = self.eye.blur(over & ~open_mask, .14)
            after = names.index(name) + 1
            going = (fade(strength, 0, steps[names[after]][0], VEIL_TIME)
                     if after < len(names) else None)
            out.append(group(path(self.eye.contours(closed, .5, .06, .35, .3), ground),
                             fade(0, strength, steps[name][0] + .05, VEIL_TIME), going,
                             opacity='0'))
        return out


def veil(d, ground, strength, comes, goes=None, time=VEIL_TIME):
    """A veil of one's own making: path data of what is dimmed (holes by even-odd), from the time
    it comes to the time it goes."""
    return group(path(d, ground, fill_rule='evenodd'), fade(0, strength, comes, time),
                 fade(strength, 0, goes, time) if goes is not None else None, opacity='0')


def box_path(x, y, width, height):
    return 'M%sh%sv%sh%sz' % (geometry.numbers((x, y)), geometry.number(width),
                              geometry.number(height), geometry.number(-width))


def ellipse_path(cx, cy, rx, ry):
    return 'M%sa%s 0 1 0 %s 0a%s 0 1 0-%s 0z' % (
        geometry.numbers((cx - rx, cy)), geometry.numbers((rx, ry)), geometry.number(2 * rx),
        geometry.numbers((rx, ry)), geometry.number(2 * rx))


def ground(defs, view, colour, centre, radius, light='#ffffff', between='#f8fafc', name='glow'):
    """The ground with a glow where the story is: light at the centre, `colour` from the radius on.
    It reaches far beyond the frame, for windows of any shape."""
    defs.append(radial(name, (0, 0), 1, (0, light, 1), (.55, between, 1), (1, colour, 1),
                       transform='translate(%s)scale(%s)' % (geometry.numbers(centre),
                                                             geometry.numbers(radius))))
    x, y, width, height = view
    return Element('rect', x=x - width, y=y - width, width=3 * width, height=height + 2 * width,
                   fill='url(#%s)' % name)


def edges(defs, view, colour, left=0., right=0., top=0., bottom=0.):
    """Strips of ground over the sides of the picture, each fading inwards over its width, opaque
    from the frame outwards: what is cut there ends softly. They go on top of all else."""
    x, y, width, height = view
    far = width
    out = []
    for name, size, start, end, box in (
            ('left', left, (x, 0), (x + left, 0), (x - far, y - far, far + left, height + 2 * far)),
            ('right', right, (x + width, 0), (x + width - right, 0),
             (x + width - right, y - far, far + right, height + 2 * far)),
            ('top', top, (0, y), (0, y + top), (x - far, y - far, width + 2 * far, far + top)),
            ('bottom', bottom, (0, y + height), (0, y + height - bottom),
             (x - far, y + height - bottom, width + 2 * far, far + bottom))):
        if size:
            defs.append(gradient('edge-' + name, start, end, (0, colour, 1), (1, colour, 0)))
            out.append(Element('rect', x=box[0], y=box[1], width=box[2], height=box[3],
                               fill='url(#edge-%s)' % name))
    return out


def fat_cells(defs, places, name='far'):
    """Cells far behind, out of focus by gradient alone: (x, y, rx, ry, turn) each."""
    # Around a unit circle in user space: librsvg 2.54 misplaces a gradient given as a share of
    # a turned element's box.
    defs.append(radial(name, (-.1, -.14), 1.02, (0, '#fffdf6', .85), (.6, '#fdeccb', .75),
                       (.8, '#f5d3a6', .45), (.9, '#f0c797', .18), (.98, '#f0c797', 0)))
    return group(*[Element('circle', r='1.2', fill='url(#%s)' % name,
                           transform='translate(%s)rotate(%d)scale(%s)' % (
                               geometry.numbers((x, y)), turn, geometry.numbers((rx, ry))))
                   for x, y, rx, ry, turn in places])


def close_up_ring(centre, radius, begin):
    """The ring that says where the next drawing looks; it settles from outside in. Its group is the
    part `closeup`, its anchor the centre."""
    ring = group(
        Element('circle', r=radius, fill='none', stroke='#ffffff', stroke_width='1.5',
                stroke_opacity='.95'),
        Element('circle', r=radius, fill='none', stroke='#1d2b3a', stroke_width='.6'),
        fade(0, 1, begin, .35), move((1.7,), (1,), begin, .8, kind='scale'),
        opacity='0', transform='scale(1.7)')
    return group(group(ring, transform='translate(%s)' % geometry.numbers(centre)), id='closeup')
