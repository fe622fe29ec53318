# SPDX-License-Identifier: GPL-3.0-or-later
"""Vessels and nerves that grow: the stalk of a sprout, the cell at its tip, a nerve fibre;
1 unit = 1 um.

A sprout grows state by state: longer stalks fade in over shorter ones, each the same as far as it
goes, while the tip cell moves ahead of them. What it eats into hard tissue is a hollow.
"""

import math

import numpy as np

from . import cells, certainty, colour, geometry
from .certainty import KNOWN, SEEN
from .svg import Element, group, path
from .tissues import Sheet, cast_shadow

SPROUT_EDGE = '#6f2a3c'
NERVE_FIBRE = colour.even_ramp('#8a6410', '#b98a1c', '#e0b53a', '#f4d774', '#fff4c2')
NERVE_FIBRE_EDGE = '#5c430a'


def share_of_line(points, share):
    """The line through the points, evenly stepped, up to a share of its length."""
    whole = geometry.resample(geometry.line(points, 14), .8)
    return whole[:max(3, int(round(len(whole) * share)))]


def sprout_stalk(sheet, name, line, outer, inner, nuclei=(), discs=(), look=KNOWN, outside=None,
                 flare=0.):
    """A tube with a closed round end. `line` comes from share_of_line (). `nuclei` are (place along
    the line in steps, side), `discs` red cells (place, offset, rx, ry, turn). `outside` is the
    shape that it is clipped to: all but the hollow of the vessel that it springs from and opens
    into; `flare` is a field on the sheet by which the tube is wider where it opens."""
    grid = sheet.grid
    distance, _ = grid.to_line(line)
    wall = sheet.traced(name + '-wall', grid.blur(outer + flare - distance, .3), error=.08)
    back = line[:-max(1, int(round((outer - inner) * 1.6)))]
    distance, _ = grid.to_line(back)
    hollow = sheet.traced(name + '-hollow', grid.blur(inner + flare - distance, .3), error=.08)
    tone = grid.shade(-grid.inflate(hollow.mask) * .7, hollow.mask, 2, soft=.6)
    lumen = group(path(hollow.d, 'none', stroke=look.ink(SPROUT_EDGE), stroke_width='.5'),
                  sheet.clipped(hollow, *sheet.bands(
                      hollow, np.clip(tone * .8 + .05, 0, 1), look.ramp(colour.LUMEN), 7,
                      .15, .85, error=.14, smooth=.8, smallest=2.)))
    side = geometry.normals(line)
    walls = [cells.membrane(sheet, wall, look.ramp(colour.VESSEL_WALL), look.ink(SPROUT_EDGE), (),
                            .7, 4., 5, False)]
    if look is SEEN:
        walls.insert(0, certainty.double(wall.d, SPROUT_EDGE))
    cores = []
    for k, (at, which) in enumerate(nuclei):
        if at + 3 >= len(line):
            continue
        heading = line[at + 1] - line[at - 1]
        cores.append(cells.nucleus(
            sheet, '%s-nucleus%d' % (name, k), line[at] + side[at] * which * (inner + outer) / 2,
            2.9, .95, math.degrees(math.atan2(heading[1], heading[0])),
            look.ramp(colour.VESSEL_NUCLEUS), look.ink('#4c1830'), ((.7, .1, .4),)))
    blood = [red_disc(*(line[at] + side[at] * off), rx, ry, turn)
             for at, off, rx, ry, turn in discs if at + 5 < len(line)]
    return group(group(*walls, lumen, clip_path=outside.clip if outside else None), *cores, *blood)


def running_vessel(sheet, name, points, outer, inner, nuclei, discs):
    """A vessel cut lengthwise that runs through the picture; its ends must lie out of sight.
    `nuclei` and `discs` as for sprout_stalk ()."""
    line = geometry.resample(geometry.line(points, 14), .8)
    distance, _ = sheet.grid.to_line(line)
    return group(cast_shadow(sheet, distance < outer, 1.5, 3., 2.2, .26, '#8a4a3c', 11),
                 sprout_stalk(sheet, name, line, outer, inner, nuclei, discs), id=name)


def red_disc_def():
    """What red_disc () refers to, with cells.red_cell_gradients ()."""
    return [group(cells.red_cell(0, 0, 1, 1, 0), id='red-disc')]


def red_disc(x, y, rx, ry, turn):
    """A red cell that costs a line; rx, ry in um, turn in degrees."""
    return Element('use', href='#red-disc', transform='translate(%s)rotate(%s)scale(%s)' % (
        geometry.numbers((x, y)), geometry.number(turn), geometry.numbers((rx, ry))))


def sprout_tip(defs, name, look=KNOWN, seed=7, size=1.):
    """The cell that leads a sprout: it points to the right and feels ahead with fine fingers. Its
    origin is the end of the stalk."""
    sheet = Sheet((-22 * size, -15 * size, 30 * size, 15 * size), .25, seed, defs)
    limbs = [([(x * size, y * size) for x, y in way], root * size, tip) for way, root, tip in (
        ([(6, 0), (12, .4), (18, -.6), (24.5, .8)], 1.9, .2),
        ([(5, -2), (10.4, -5), (15, -6.6), (20, -10)], 1.5, .2),
        ([(5, 2), (10, 5.4), (15, 6.4), (19, 10.4)], 1.5, .2),
        ([(2, -3), (5.6, -7.6), (8.4, -11.8)], 1.2, .18),
        ([(2, 3), (5, 7.8), (7.6, 12)], 1.2, .18),
        ([(8, -1), (14, -3), (19.4, -4)], 1.1, .18),
        ([(8, 1), (14, 3.2), (20, 4.6)], 1.1, .18), ([(0, 0), (-8, 0), (-17, 0)], 4., 3.))]
    field = cells.smooth_union(sheet.grid, [(2.4 * size, 0, 8.4 * size, 4.4 * size, 0),
                                            (-3 * size, 0, 6 * size, 4.6 * size, 0)], limbs,
                               1.1 * size)
    shape = sheet.traced(name + '-body', field, error=.06)
    return shape, group(
        certainty.double(shape.d, SPROUT_EDGE) if look is SEEN else None,
        cells.membrane(sheet, shape, look.ramp(colour.VESSEL_WALL), look.ink(SPROUT_EDGE),
                       (cells.granules(sheet, shape, 18, '#6f2a3c'),), .62, 5., 10),
        cells.nucleus(sheet, name + '-nucleus', (1.6 * size, -.2 * size), 4 * size, 2.1 * size, 4,
                      look.ramp(colour.VESSEL_NUCLEUS), look.ink('#4c1830'),
                      ((.9, .1, .6), (-1.4, -.2, .45))))


def hollow_field(grid, line, width, seed):
    """Positive inside a ragged hollow round a line; `width` runs from its mouth to its end."""
    random = np.random.RandomState(seed)
    distance, along = grid.to_line(line)
    ragged = 1.1 * grid.noise(2.4, random) + .9 * grid.noise(5, random)
    return grid.blur(np.interp(along, np.linspace(0, 1, len(width)), width) / 2 + ragged - distance,
                     .5)


def eaten_hollow(sheet, name, field, ramp, edge, halo=None):
    """What is hollow in hard tissue, lit as a hollow. `halo` is the colour of a weakened rim."""
    grid = sheet.grid
    shape = sheet.traced(name, field, error=.12, smallest=20)
    tone = grid.shade(-grid.inflate(shape.mask, 'B') * .4, shape.mask, 3, soft=1.)
    rims = [path(grid.contours(field, -level, .2, 20), halo, fill_opacity='.22')
            for level in (3.4, 2.4, 1.4)] if halo else []
    return group(*rims, path(shape.d, edge, stroke=edge, stroke_width='.7'),
                 sheet.clipped(shape, *sheet.bands(shape, tone, ramp, 6, .1, .95, error=.24,
                                                   smooth=1.6, smallest=8.)))


def nerve_fibre(sheet, name, line, twigs=(), width=2.2, seed=3):
    """A thin nerve fibre: a yellow thread with beads along it, ending in bare twigs."""
    rng = np.random.RandomState(seed)
    grid = sheet.grid
    distance, along = grid.to_line(line)
    length = len(line)
    field = width / 2 * (1 - .35 * along) - distance
    for at in range(8, length - 4, 17):
        at = min(length - 2, at + rng.randint(-5, 6))
        x, y = line[at]
        field = np.maximum(field, width * rng.uniform(.66, .84) * (1 - .3 * at / length)
                           - np.hypot(grid.x - x, grid.y - y))
    for points in twigs:
        twig = geometry.resample(geometry.line(points, 12), .5)
        far, share = grid.to_line(twig)
        field = np.maximum(field, width * .34 * (1 - .75 * share) - far)
        for share in (.45, .8):
            x, y = twig[int(share * (len(twig) - 1))]
            field = np.maximum(field, width * .42 - np.hypot(grid.x - x, grid.y - y))
    shape = sheet.traced(name + '-fibre', grid.blur(field, .2), error=.09, smooth=.3)
    tone = grid.shade(grid.inflate(shape.mask) * .9, shape.mask, 1.2, soft=.3)
    return group(path(shape.d, NERVE_FIBRE_EDGE, stroke=NERVE_FIBRE_EDGE, stroke_width='.8',
                      stroke_linejoin='round'),
                 sheet.clipped(shape, *sheet.bands(shape, tone, NERVE_FIBRE, 3, error=.1, smooth=.4,
                                                   smallest=1.2)))


def growth_bead_defs():
    """A growth factor as seen in dishes and animals: a golden bead within a second ring. Far above
    scale, which words must say."""
    return [group(Element('circle', r='1.62', fill='#8a5d00'),
                  Element('circle', r='1.4', fill='#ffffff'),
                  Element('circle', r='1', fill='url(#factor)', stroke='#6e4a00',
                          stroke_width='.2'), id='growth-bead')]


def growth_bead(x, y, size=1.):
    return Element('use', href='#growth-bead', transform='translate(%s)scale(%s)' % (
        geometry.numbers((x, y)), geometry.number(size)))
