# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells that clean and quarrel, cells of cartilage, and the signals between cells; 1 unit = 1 um.

Two macrophages differ in shape as much as in colour: the angry one is round with thin spikes all
around, the calm one long with soft ruffles and two arms. Signals differ in shape too: a growth
factor is a circle with a halo, a cytokine a triangle. Signals are drawn far above scale (0.005
would be true), which words must say.
"""

import math

from . import colour, geometry
from .cells import granules, membrane, mitochondrion, nucleus, smooth_union
from .certainty import KNOWN
from .svg import Element, group, path, radial
from .tissues import Sheet, cast_shadow

ANGRY = colour.cell_ramp('#9c1f48', '#e8527f', '#fbc4d3')
ANGRY_NUCLEUS = colour.cell_ramp('#5c1130', '#a3325c', '#dc8aa6')
CALM = colour.cell_ramp('#6c51b0', '#b79de8', '#e8defb')
CALM_NUCLEUS = colour.cell_ramp('#35246b', '#6f57b0', '#b5a2df')
CHONDROCYTE = colour.cell_ramp('#27406f', '#6f8fc0', '#c2d4ec')


def _rim_limbs(rng, count, rx, ry, lengths, root, tip):
    """Short limbs all around an ellipse."""
    limbs = []
    for k in range(count):
        a = k / count * 2 * math.pi + rng.uniform(-.15, .15)
        far = rng.uniform(*lengths)
        x, y = rx * math.cos(a), ry * math.sin(a)
        limbs.append(([(x, y), (x + far * .6 * math.cos(a + .2), y + far * .6 * math.sin(a + .2)),
                       (x + far * math.cos(a - .1), y + far * math.sin(a - .1))], root, tip))
    return limbs


def angry_macrophage(defs, name, seed=3, look=KNOWN, size=1.):
    """Round, spiky, its nucleus a bean, swollen with granules; (shape, drawn), about 24 across."""
    sheet = Sheet((-19 * size, -18 * size, 19 * size, 18 * size), .25, seed, defs)
    rng = sheet.random
    limbs = [([(x * size, y * size) for x, y in way], root, tip)
             for way, root, tip in _rim_limbs(rng, 21, 7.8, 7.2, (4.2, 7.2), .95, .16)]
    field = smooth_union(sheet.grid, [(0, 0, 8.6 * size, 7.9 * size, 12)], limbs, .7 * size)
    shape = sheet.traced(name + '-body', field, error=.06, smooth=.3)
    inside = [granules(sheet, shape, 150, look.ink('#7a1438'), '.34', (.14, .34)),
              mitochondrion(5.4 * size, 3 * size, 2.4, 1., 60, look.ink('#b5482f'))]
    return shape, group(
        cast_shadow(sheet, shape.mask, 1.6, 2.6, 1.7, .2, '#6b3326', 11)
        if look is KNOWN else None,
        membrane(sheet, shape, look.ramp(ANGRY), look.ink('#66102d'), inside, .6, 6., 12),
        _bean(sheet, name, size, look, ANGRY_NUCLEUS, '#4a0c24'))


def calm_macrophage(defs, name, seed=4, look=KNOWN, size=1.):
    """Long, softly ruffled, with two arms and bubbles of what it has eaten; about 36 long."""
    sheet = Sheet((-26 * size, -17 * size, 26 * size, 17 * size), .25, seed, defs)
    rng = sheet.random
    limbs = _rim_limbs(rng, 13, 9.4, 6.4, (1.6, 3.), 1.5, .9)
    limbs += [([(-8, 3), (-14, 6.4), (-20, 6)], 2.9, .9),
              ([(8, -3), (14, -6.4), (21, -5.6)], 2.6, .8)]
    limbs = [([(x * size, y * size) for x, y in way], root * size, tip * size)
             for way, root, tip in limbs]
    field = smooth_union(sheet.grid, [(0, 0, 11.4 * size, 7 * size, -10)], limbs, 1.1 * size)
    shape = sheet.traced(name + '-body', field)
    bubbles = [part for x, y, r in ((-6.4, 3.8, 1.5), (-2.6, 4.9, 1.8), (2, 4.2, 1.2),
                                    (6, 2.4, 1.1))
               for part in (Element('circle', cx=x * size, cy=y * size, r=r * size, fill='#e9e2fa',
                                    fill_opacity='.75', stroke=look.ink('#6c51b0'),
                                    stroke_width='.25'),
                            Element('circle', cx=(x - r * .32) * size, cy=(y - r * .35) * size,
                                    r=r * .28 * size, fill='#ffffff', fill_opacity='.9'))]
    inside = [granules(sheet, shape, 60, look.ink('#3d2c78'), '.24'), *bubbles,
              mitochondrion(8.4 * size, -1.6 * size, 2.8, 1.1, 70, look.ink('#c77a4a'))]
    return shape, group(
        cast_shadow(sheet, shape.mask, 1.8, 2.8, 1.9, .22, '#6b3326', 11)
        if look is KNOWN else None,
        membrane(sheet, shape, look.ramp(CALM), look.ink('#3a2370'), inside, .6, 6., 12),
        nucleus(sheet, name + '-nucleus', (-.5 * size, -1.2 * size), 4.2 * size, 3. * size, -15,
                look.ramp(CALM_NUCLEUS), look.ink('#2a1a55'), ((-1., -.4, .8),), .8))


def _bean(sheet, name, size, look, ramp, edge):
    """A nucleus with a notch."""
    shape = sheet.shape(name + '-nucleus', [(x * size, y * size) for x, y in (
        (-4.6, 1.2), (-4.2, -2.2), (-1.2, -4), (2.4, -3.4), (4.4, -.6), (4, 2.6), (2.2, 3),
        (1.4, .9), (-.6, .2), (-1.8, 1.8), (-3.4, 2.8))])
    return membrane(sheet, shape, look.ramp(ramp), look.ink(edge), (), .9, 4., 9, True, 1.5, .5)


def chondrocyte(x, y, rx=6.5, ry=5.2, turn=0., dying=False):
    """A cartilage cell in its hollow, 13 across; flat ones at the surface, rounder ones deep."""
    wall, body, core = (('#7fa8c6', '#6f8fc0', '#27406f') if not dying else
                        ('#9a9aa6', '#a79bb0', '#54465f'))
    return group(
        Element('circle', r='1.28', fill='#eef7fd', stroke=wall, stroke_width='.1'),
        Element('circle', r='1', fill=body, stroke=core, stroke_width='.09'),
        Element('circle', cx='-.2', cy='-.25', r='.62', fill='#ffffff', fill_opacity='.25'),
        Element('circle', cx='.14', cy='.06', r='.42', fill=core),
        transform='translate(%s)rotate(%s)scale(%s)' % (
            geometry.numbers((x, y)), geometry.number(turn), geometry.numbers((rx, ry))))


# ---------------------------------------------------------------------- signals

def signal_defs():
    """What growth_factor () and cytokine () refer to: put it into the diagram's defs once."""
    return [radial('factor', (-.28, -.36), 1.5, (0, '#fff7c9', 1), (.4, '#ffd23f', 1),
                   (1, '#c98a00', 1)),
            radial('factor-halo', (0, 0), 2.4, (.3, '#ffd23f', .55), (1, '#ffd23f', 0)),
            group(Element('circle', r='2.4', fill='url(#factor-halo)'),
                  Element('circle', r='1', fill='url(#factor)', stroke='#8a5d00',
                          stroke_width='.18'), id='growth-factor-sign'),
            group(path('M0-1.25L1.08 .62H-1.08z', '#8d2470', stroke='#3d0a30', stroke_width='.22',
                       stroke_linejoin='round'),
                  path('M-.1-.85L-.6 .1L-.2 .1z', '#f3cfe9', fill_opacity='.8'),
                  id='cytokine-sign')]


def growth_factor(x, y, size=1.):
    return _sign('growth-factor-sign', x, y, size)


def cytokine(x, y, size=1.):
    return _sign('cytokine-sign', x, y, size)


def _sign(name, x, y, size):
    return Element('use', href='#' + name, transform='translate(%s)scale(%s)' % (
        geometry.numbers((x, y)), geometry.number(size)))


def stream(sheet, line, count, width, apart=2.5, sizes=(.7, 1.)):
    """Places (x, y, size) scattered along a curved stream, denser at its source."""
    rng = sheet.random
    points = geometry.resample(geometry.line(line), .5)
    side = geometry.normals(points)
    found = []
    for _ in range(4000):
        share = rng.random() ** 1.35
        at = int(share * (len(points) - 1))
        x, y = points[at] + side[at] * rng.gauss(0, 1) * width * (.5 + share)
        if all((x - p) ** 2 + (y - q) ** 2 > apart * apart for p, q, _ in found):
            found.append((float(x), float(y), rng.uniform(*sizes)))
        if len(found) == count:
            break
    return found
