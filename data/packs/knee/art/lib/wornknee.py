# SPDX-License-Identifier: GPL-3.0-or-later
"""A worn knee in section, made from the layers of lib/breaks.py; what arthritis changes lies on
them.

1 unit = 1 mm, the frame of lib/section.py. The thigh bone has sunk: the space between the bones is
narrow. Of the cartilage there are thin remains; where bone meets bone it is bare. The bone below is
dense, with a small hollow (cyst), and spurs have grown at its edges.
"""

import numpy as np

from . import breaks, colour, geometry, section, tissues
from .svg import Element, group, path

SUNK = 3.9                    # how much nearer the thigh bone lies
CONDYLE = section.FEMUR[4:18]
PLATEAU = [section.TIBIA[-1], *section.TIBIA[:7]]
SPURS = {  # beaks that grow out of the wall
    'tibia-front': [(-23.2, 3.6), (-25, 2), (-27.4, 1), (-29.6, .2), (-31.2, -.3), (-31.6, 1.4),
                    (-30.4, 4), (-28.6, 7.4), (-27, 12), (-27, 16.4), (-25.4, 11)],
    'tibia-back': [(20.6, 6), (22.6, 4.2), (24.8, 3.4), (26.8, 2.2), (28, 2.9), (27.8, 5.4),
                   (26.2, 9), (24, 13.4), (21.4, 18), (18.8, 21.4), (20.2, 14)],
    'femur-back': [(23.4, -39.4), (25, -40.8), (27.6, -42.8), (30, -44.4), (31.3, -42.8),
                   (31, -39), (30.2, -34.6), (29.4, -30), (28.6, -25.6), (26.6, -31)],
    'femur-front': [(-29.8, -57), (-31.6, -53.6), (-33.6, -51.8), (-35.4, -52), (-36, -49.8),
                    (-35.4, -46), (-34.4, -41.6), (-33.2, -37.4), (-31, -46)],
}

def _remains(sheet, name, surface, at, thick, out):
    """What is left of cartilage along a bone's surface: thickness `thick` at the shares `at` of its
    length, nothing before the first and after the last. `out`: on which side it lies."""
    line = geometry.resample(geometry.line(surface), .5)
    share = np.linspace(0, 1, len(line))
    keep = (share >= at[0]) & (share <= at[-1])
    rough = np.random.RandomState(len(name)).uniform(-.16, .16, len(line))
    rise = np.interp(share, at, thick) * (1 + rough)
    side = geometry.normals(line) * out
    top = (line + side * rise[:, None])[keep]
    base = (line - side * .5)[keep]
    points = [tuple(p) for p in top[::3]] + [tuple(p) for p in base[::-1][::4]]
    shape = sheet.shape(name, points)
    return tissues.solid(sheet, shape, colour.CARTILAGE, '#2f4f63', .9, bands=8)


def _dense(grid, depth, towards, reach, seed):
    """Bone grown dense below a worn surface: pale layers, the densest at the surface. `towards` is
    the distance from it, `reach` how far the change goes at each place."""
    noise = grid.noise(2.6, np.random.RandomState(seed))
    return [path(grid.contours(np.minimum(reach * (1 - .16 * k) - towards + .5 * noise, depth - .2),
                               0, .14, 2., .4), '#fbf3e2', fill_opacity='.5') for k in range(5)]


def _spurs(sheet, names, ids):
    """Their outlines, to lie under the bone, and their bodies, to lie over it: so each grows out of
    the bone with no line between."""
    shapes = [sheet.shape('spur-' + name, SPURS[name]) for name in names]
    rims = [path(geometry.outline(shape.segments, .2, .6), breaks.EDGE) for shape in shapes]
    return group(*rims), group(*[tissues.solid(sheet, shape, SPUR, None, .6, bands=8)
                                 for shape in shapes], id=ids)


def worn(shin, ids):
    """The worn knee as a list of elements, from the back. `ids` are the elements of the healthy
    knee that it uses again: what lies behind the bones, the thigh bone, the kneecap, its cartilage
    and the menisci."""
    sheet, parts = shin.sheet, shin.section
    grid = sheet.grid
    femur, tibia = parts.cut[0], shin.bone
    under = femur.depth + 40 * np.clip(-(grid.y + 24) / 6, 0, 1)
    below = grid.y - np.interp(grid.x, [x for x, _ in PLATEAU], [y for _, y in PLATEAU])
    bearing = np.exp(-((grid.x - 4) / 13.) ** 4)
    low = np.clip((grid.y + 26) / 10, 0, 1)
    back, thigh, kneecap, surface, menisci = (Element('use', href='#' + name) for name in ids)
    rims, spurs = _spurs(sheet, ('femur-back', 'femur-front'), 'spurs-above')
    thigh = group(
        rims, thigh, spurs,
        group(*_dense(grid, femur.depth, under, 8 * bearing * low, 71), id='hard-bone-above'),
        group(_remains(sheet, 'worn-femur-front', CONDYLE, (0, .08, .2, .36, .44),
                       (.2, 2.2, 1.9, .9, 0), -1),
              _remains(sheet, 'worn-femur-back', CONDYLE, (.66, .74, .86, .93, .97),
                       (0, .9, 1.7, 1.5, .3), -1), id='worn-cartilage'),
        transform='translate(0 %s)' % geometry.number(SUNK))
    rims, spurs = _spurs(sheet, ('tibia-front', 'tibia-back'), 'spurs')
    hollow = sheet.shape('cyst', [(1.4, 9.4), (4, 7.6), (7, 8.2), (8.2, 10.6), (6.4, 13), (3, 12.8),
                                  (1, 11.4)])
    return [back, path(LOST_FLUID, '#1f486a'), kneecap, surface, menisci, rims,
            group(shin.whole(), id='worn-shin'), spurs,
            group(*_dense(grid, tibia.depth, below, 10 * bearing, 72), id='hard-bone'),
            group(tissues.solid(sheet, hollow, CYST, '#f7efe0', .5, .5, .8, 6), id='bone-cyst'),
            thigh,
            group(_remains(sheet, 'worn-tibia-front', PLATEAU, (.1, .2, .34, .46),
                           (0, 1.3, .9, 0), 1),
                  _remains(sheet, 'worn-tibia-back', PLATEAU, (.72, .8, .9), (0, 1.1, .2), 1),
                  id='worn-cartilage-below')]


LOST_FLUID = 'M-22-3H22V5L10 4L-2 3H-20z'  # fluid where the cartilage of the shin bone was
SPUR = colour.ramp((0, '#a5875f'), (.3, '#cdb286'), (.55, '#ead8b3'), (.78, '#f5e9cf'),
                   (1, '#fffaf0'))
CYST = colour.even_ramp('#5d2a26', '#8b4a40', '#b06a58', '#cc8d76')
