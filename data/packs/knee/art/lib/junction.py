# SPDX-License-Identifier: GPL-3.0-or-later
"""Where cartilage meets bone, 1 unit = 1 um: deep cartilage with its cells in columns, the tide
mark, a layer of chalky cartilage, the seam, and the bone plate with a channel that holds a vessel.

The chalky layer is about 0.1 mm thick in people and the channels 0.05 to 0.09 mm wide; here the
layer is drawn thin, as it is in places, so that all fits one view.
"""

import math
import random

import numpy as np

from . import cells, colour, geometry
from .svg import Element, gradient, group, path
from .tissues import Sheet

COLUMN_CELL = colour.cell_ramp('#24508c', '#6f9fd0', '#cfe2f4')
COLUMN_NUCLEUS = colour.cell_ramp('#27477f', '#5079b4', '#a9c4e4')
CHANNEL_FILL = colour.even_ramp('#b0705f', '#d39a84', '#ebc0a9', '#f6d9c7', '#fdefe4')
CHALKY_INKS = ('#ddd6cc', '#c9beb2')
TIDE_INK = '#4b3f74'


def tide_at(x):
    """The tide mark: the border that no vessel crosses in a healthy joint."""
    return 28 + 2.2 * np.sin(x * .052 + .9) + 1. * np.sin(x * .13 + 2.2)


def seam_at(x):
    """Where the chalky layer is keyed into the bone."""
    return (53 + 2.6 * np.sin(x * .045 + 2.) + 2.3 * np.sin(x * .21) + 1.5 * np.sin(x * .47 + 1)
            + .9 * np.sin(x * .83 + 3))


def _edge_along(function, x0, x1, step=2.):
    x = np.arange(x0, x1 + step, step)
    return np.column_stack([x, function(x)])


def _strip_between(upper, lower):
    """A closed outline from two lines that run the same way, as path data."""
    fine = [geometry.path_data(geometry.fit_open([line], .08)[0], False)
            for line in (upper, lower[::-1])]
    return fine[0] + 'L' + fine[1][1:] + 'z'


def chondrocyte_kinds(defs, count=2):
    """Cells of deep cartilage, to be used by name (`chondro0` ...): each fills its hollow."""
    for k in range(count):
        name = 'chondro%d' % k
        sheet = Sheet((-9, -8, 9, 8), .2, 300 + 7 * k, defs)
        rng = sheet.random
        w, h = rng.uniform(5.9, 6.7), rng.uniform(3.5, 4.1)
        ring = [(math.cos(a) * rng.uniform(.94, 1.05), math.sin(a) * rng.uniform(.92, 1.06))
                for a in np.linspace(0, 2 * math.pi, 9)[:-1]]
        hollow = geometry.path_data(geometry.spline([((w + .7) * x, (h + .6) * y)
                                                     for x, y in ring]))
        shape = sheet.shape(name + '-body', [(w * x, h * y) for x, y in ring])
        centre = ((-2.1, 1.7, 2.4)[k % 3], rng.uniform(-.5, .6))
        inside = (cells.granules(sheet, shape, 16, '#1c3f75', '.26'),
                  path(geometry.dots([(-centre[0] * 1.6 + rng.uniform(-.6, .6), -1.6, .7)]),
                       '#f3f9ff', fill_opacity='.8'))
        defs.append(group(
            path(hollow, '#f4fafe', stroke='#6f9cba', stroke_width='.45'),
            cells.membrane(sheet, shape, COLUMN_CELL, '#1d3a68', inside, .62, 4., 8, outline=.4),
            cells.nucleus(sheet, name + '-nucleus', centre, 2.4, 1.6, rng.uniform(-24, 24),
                          COLUMN_NUCLEUS, '#1d3a68', ()), id=name))
    return count


def sign_at(name, x, y, turn=0., size=(1., 1.)):
    return Element('use', href='#' + name, transform='translate(%s)rotate(%s)scale(%s)' % (
        geometry.numbers((x, y)), geometry.number(turn), geometry.numbers(size)))


class Junction:
    """The layers over a box (x0, y0, x1, y1)."""

    def __init__(self, defs, box, seed=41):
        self.defs, self.box = defs, box
        self.random = random.Random(seed)
        self.kinds = chondrocyte_kinds(defs)

    def cartilage(self):
        """Deep cartilage: fibres that stand upright, cells in columns within their own ground."""
        x0, y0, x1, _ = self.box
        rng = self.random
        tide = _edge_along(tide_at, x0, x1)
        self.defs.append(gradient('deep-cartilage', (0, y0), (0, 33), (0, '#f2f9fd', 1),
                                  (.6, '#d9ebf5', 1), (.9, '#b9d7e7', 1), (1, '#a3c7da', 1)))
        head = np.array([(x0, y0), (x0 + 1, y0), (x1 - 1, y0), (x1, y0)])
        body = path(_strip_between(head, tide),
                    'url(#deep-cartilage)')
        dark = light = ''
        for k in range(int((x1 - x0) / 3.1)):
            x = x0 + 3.1 * k + rng.uniform(-1, 1)
            foot = float(tide_at(x)) - .6
            head = foot - rng.uniform(26, 70)
            lean = rng.uniform(-3, 3)
            stroke = geometry.tapered([(x, foot), (x + lean * .3, foot * .6 + head * .4),
                                       (x + lean, head)], rng.uniform(.3, .55), error=.12, step=3.)
            if k % 2:
                dark += stroke
            else:
                light += stroke
        grounds, placed = [], []
        x, k = x0 + 4, 0
        while x < x1:
            self._column(x, k, grounds, placed)
            x += rng.uniform(18, 25)
            k += 1
        return group(body, path(dark, '#6f9fbd', fill_opacity='.4'),
                     path(light, '#ffffff', fill_opacity='.6'),
                     path(''.join(grounds), '#f9fdff', fill_opacity='.6'), *placed)

    def _column(self, x, k, grounds, placed):
        """Cells one above the other, in groups of three to five with a free stretch between."""
        rng = self.random
        y = float(tide_at(x)) - rng.uniform(9, 17)
        while y > self.box[1]:
            count = rng.randint(2, 5)
            here = [(x + rng.uniform(-.8, .8), y - 8.8 * i) for i in range(count)]
            top, low = here[-1][1] - 6.4, here[0][1] + 6.4
            grounds.append(geometry.path_data(geometry.spline([
                (x - 8.6, (top + low) / 2), (x - 7.2, top + 3), (x, top), (x + 7.2, top + 3),
                (x + 8.6, (top + low) / 2), (x + 7, low - 3), (x, low), (x - 7, low - 3)])))
            for cx, cy in here:
                placed.append(sign_at('chondro%d' % rng.randrange(self.kinds), cx, cy,
                                  rng.uniform(-9, 9), (rng.choice((-1, 1)) * rng.uniform(.94, 1.06),
                                                       rng.uniform(.88, 1.))))
            y -= 8.8 * count + rng.uniform(11, 22)

    def chalk(self):
        """The chalky layer between tide mark and seam, with a few small cells walled in."""
        x0, _, x1, _ = self.box
        rng = self.random
        self.defs.append(gradient('chalk', (0, 27), (0, 58), (0, CHALKY_INKS[0], 1),
                                  (1, CHALKY_INKS[1], 1)))
        specks = [(x, rng.uniform(float(tide_at(x)) + 1.2, float(seam_at(x)) - .8),
                   rng.uniform(.16, .42)) for x in (rng.uniform(x0, x1) for _ in range(210))]
        cells_in = []
        x = x0 + 14
        while x < x1:
            y = float(tide_at(x)) + rng.uniform(8, 12)
            cells_in.append(sign_at('chondro%d' % rng.randrange(self.kinds), x, y,
                                rng.uniform(-20, 20), (.74, .74)))
            x += rng.uniform(26, 40)
        return group(path(_strip_between(_edge_along(tide_at, x0, x1),
                                         _edge_along(seam_at, x0, x1, 1.)),
                          'url(#chalk)'),
                     path(geometry.dots(specks), '#75695f', fill_opacity='.42'), *cells_in)

    def tide_mark(self):
        """The border itself: an uneven line with a fainter one below it."""
        x0, _, x1, _ = self.box
        line = _edge_along(tide_at, x0, x1)
        lower = line + np.array([0, 1.9])
        return group(path(geometry.tapered(line, 1.15, lambda t: .8 + .2 * np.sin(t * 40),
                                           error=.06, step=1.5, curve=False), TIDE_INK),
                     path(geometry.tapered(lower, .5, lambda t: .7 + .3 * np.sin(t * 53 + 1),
                                           error=.06, step=1.5, curve=False), TIDE_INK,
                          fill_opacity='.5'), id='tide-mark')

    def bone(self):
        """The bone plate: layers that run with the seam."""
        x0, _, x1, y1 = self.box
        rng = self.random
        seam = _edge_along(seam_at, x0, x1, 1.)
        self.defs.append(gradient('bone-plate-tone', (0, 50), (0, y1), (0, '#d9c49c', 1),
                                  (.05, '#efe2c6', 1), (.3, '#eadab8', 1), (1, '#dcc7a0', 1)))
        dark = light = ''
        for k in range(80):
            start, length = rng.uniform(x0, x1 - 20), rng.uniform(24, 80)
            low = 2.6 + 1.02 * k + rng.uniform(-.5, .5)
            x = np.linspace(start, start + length, 14)
            y = (53 + (seam_at(x) - 53) * math.exp(-low / 5) + low
                 + 1.1 * np.sin(x * .05 + low * .04))
            stroke = geometry.tapered(np.column_stack([x, y]), rng.uniform(.3, .6), error=.12,
                                      step=3.)
            if k % 3:
                dark += stroke
            else:
                light += stroke
        bottom = np.array([(x0, y1), (x0 + 1, y1), (x1 - 1, y1), (x1, y1)])
        return group(path(_strip_between(seam, bottom), 'url(#bone-plate-tone)'),
                     path(dark, '#8a6a48', fill_opacity='.42'),
                     path(light, '#fffaf0', fill_opacity='.8'),
                     path(geometry.tapered(seam, .7, lambda t: .8 + .2 * np.sin(t * 60), error=.08,
                                           step=1., curve=False), '#5a4334'), id='bone-plate')
