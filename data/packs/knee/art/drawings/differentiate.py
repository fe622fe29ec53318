# SPDX-License-Identifier: GPL-3.0-or-later
"""differentiate: a stem cell, the bone builder it can become in a dish, and what is not known.

1 unit = 1 um, y down. What is established is drawn full. What was seen in a dish happens inside a
glass rim on a cooler ground, while a veil dims the living tissue around; it and what was seen in
animals is paler, in two outlines; what is only hoped for is a dashed outline: lib/certainty.py.

New tissue grows by sliding up from behind the old bone, so nothing needs a moving clip: pink
osteoid first, then the bone it has turned into, with the old surface as the cement line.
"""

import numpy as np

from lib import cells, certainty, colour, dish, geometry, scene, tissues
from lib.certainty import SEEN
from lib.scene import ellipse_path
from lib.svg import DRIFT, Diagram, Element, fade, group, move, path, radial

NAME = 'differentiate'
VIEW = (0, 0, 160, 90)
GROUND = '#fbe9da'
BOX = (-8, -8, 168, 100)

SURFACE = [(-12, 58), (8, 63), (26, 68.6), (44, 72.4), (62, 74), (80, 74.3), (98, 73.8),
           (116, 72.6), (134, 71.8), (150, 72.6), (172, 77)]
GROWN = 13.2      # how far the new tissue lifts the row, in all
SEAM = 4.0        # of that, the osteoid
ROW = (36.8, 58.4, 80, 101.6, 123.2)  # middles of the five builders; the third was the stem cell
REST = (80, 46)   # where the stem cell comes to rest

BUILDERS = ('osteoblast', 'builders-left', 'builders-right')  # the one of the story comes first

STEPS = {  # name: (begin, end, focus, camera)
    'arrive': (0, 2.2, ('stem-cell', 'bone'), VIEW),
    'dish': (2.2, 3.8, ('dish', 'stem-cell'), VIEW),
    'change': (3.8, 6.4, BUILDERS, (8, 10, 144, 81)),
    'build': (6.4, 9.2, ('osteoid', *BUILDERS), (20, 25, 120, 67.5)),
    'settle': (9.2, 11.4, ('osteocyte',), (20, 25, 120, 67.5)),
    'living-knee': (11.4, 14.8, ('animal-cells',), VIEW),
    'unknown': (14.8, 16.8, ('hoped-osteoblast',), (8, 10, 144, 81)),
}


def build():
    diagram = Diagram(
        'A stem cell and bone-building cells',
        'Cell scale, 1 unit = 1 micrometre. A blue star-shaped stem cell comes to rest near a bone '
        'surface. Inside the rim of a lab dish it changes into an orange bone-building cell; a row '
        'of them lays down a pink seam that turns to bone, and one becomes a bone cell inside it. '
        'The dish fades: in living animals most of the pale cells vanish and two stay, faint. At '
        'last only dashed outlines of bone-building cells: not shown in a person\'s worn knee.',
        VIEW, GROUND, 'um', 'none', 20)
    sheet = tissues.Sheet(BOX, .3, 21, diagram.defs)
    surface = geometry.resample(geometry.line(SURFACE), .5)
    diagram.defs += cells.red_cell_gradients()
    diagram.body += [*_ground(diagram.defs), _capillary(sheet), _dish_inside(diagram.defs),
                     _growth(sheet, surface), *_bone(sheet, surface), _veil(),
                     _osteocyte(diagram.defs),
                     *_row(diagram.defs, surface), *_stem_cell(diagram.defs),
                     _animals(diagram.defs), _hoped(surface), _dish_rim(diagram.defs),
                     *scene.edges(diagram.defs, VIEW, GROUND, 9, 9, 6, 8)]
    _describe(diagram, surface)
    return diagram


def height_at(surface, x):
    return float(np.interp(x, surface[:, 0], surface[:, 1]))


# ---------------------------------------------------------------------- what does not move

def _ground(defs):
    """Light where the story is; fat cells far behind."""
    defs.append(radial('haze', (0, 0), 1, (0, '#f1bda8', .3), (1, '#f1bda8', 0)))
    haze = [Element('circle', r='1.2', fill='url(#haze)',
                    transform='translate(%s)rotate(%d)scale(%s)' % (
                        geometry.numbers((x, y)), turn, geometry.numbers((rx, ry))))
            for x, y, rx, ry, turn in ((30, 40, 26, 16, 20), (112, 52, 30, 15, -10))]
    return [scene.ground(defs, VIEW, GROUND, (70, 42), (92, 50), '#fffaf3', '#fdf2e7'),
            group(*haze, scene.fat_cells(defs, (
                (15, 20, 18, 15, 24), (41, 3, 13, 10, 0), (5, 46, 11, 9, 40),
                (147, 57, 11, 9, -20), (73, 11, 8, 6.6, 30))), id='far-cells')]


def _capillary(sheet):
    return cells.capillary(
        sheet, 'capillary', [(94, -18), (105, -4), (119, 5), (135, 9.5), (152, 17), (172, 31)],
        5.9, 4.7, ((32, 1), (66, 1), (24, -1), (50, -1), (84, -1)),
        ((19, -.3, 3.75, 2., 60), (29, -.5, 3.75, 2.6, 20), (41, .3, 3.75, 2., 5),
         (58, -.1, 3.75, 2.7, 30), (73, -.6, 3.75, 2.1, 22), (89, .3, 3.75, 2.5, 45)))


def _bone(sheet, surface):
    """Old bone with its layers, resting lining cells and resident bone cells."""
    grid = sheet.grid
    points = SURFACE + [(172, 112), (-12, 112)]
    shape = sheet.shape('bone-body', points, (0, len(SURFACE) - 1, len(SURFACE), len(points) - 1))
    waves = .6 * np.sin((grid.y - .06 * grid.x) * 1.1 + 1.2 * grid.noise(7, sheet.numpy_random))
    height = grid.inflate(shape.mask, 'LBR') * .55
    height = height + waves * np.clip(height / 3, 0, 1)
    tone = grid.shade(height, shape.mask, 3., soft=.8)
    tone = np.clip(tone - .010 * np.clip(grid.y - 72, 0, 30), 0, 1)
    bands = sheet.bands(shape, tone, colour.BONE_MATRIX, 18, error=.13, smooth=1.2, smallest=4.)
    body = group(path(geometry.outline(shape.segments, .2, .42), '#5a4334'),
                 sheet.clipped(shape, *bands, path(_layers(sheet, surface), '#8a6a48',
                                                   fill_opacity='.34')), id='bone')
    residents = group(id='resident-osteocytes')
    for k, (x, y, turn, size) in enumerate(((20, 78.6, 14, .9), (142, 80.8, 5, .94))):
        residents.add(group(cells.osteocyte(sheet.defs, 'resident%d' % k, 9, 3.3, (6, 10), 31 + k),
                            transform='translate(%s)rotate(%d)scale(%s)' % (
                                geometry.numbers((x, y)), turn, geometry.number(size))))
    resting = group(id='lining-cells')
    for k, (x, width) in enumerate(((9, 25), (149, 25))):
        slope = np.degrees(np.arctan2(height_at(surface, x + 4) - height_at(surface, x - 4), 8))
        resting.add(group(cells.lining_cell(sheet.defs, 'lining%d' % k, width, 41 + k),
                          transform='translate(%s)rotate(%s)' % (
                              geometry.numbers((x, height_at(surface, x) - .1)),
                              geometry.number(slope))))
    return body, residents, resting


def _layers(sheet, surface, count=11, first=3.2, gap=2.4, top=None):
    """Fine lines along the bone's layers."""
    rng = sheet.random
    out = ''
    top = surface if top is None else top
    for k in range(count):
        wave = .5 * np.sin(top[:, 0] * .13 + k)
        line = top + np.column_stack([np.zeros(len(top)), first + k * gap + wave])
        short = len(top) // 6
        start, end = rng.randint(0, short), rng.randint(1, short)
        out += geometry.tapered(line[start:-end], .3, error=.12, step=2.5, curve=False)
    return out


# ---------------------------------------------------------------------- the dish and its story

def _lift(begin):
    """The two rises of the new tissue and of the row upon it."""
    return [move((0, GROWN), (0, GROWN - SEAM), begin + .1, 1.1),
            move((0, GROWN - SEAM), (0, 0), begin + 1.3, 1.4)]


def _growth(sheet, surface):
    """New bone with its seam of osteoid on top, drawn where it ends, started lower."""
    x = surface[:, 0]
    share = np.clip(np.minimum(x - 16, 144 - x) / 18, 0, 1)
    share = share ** 2 * (3 - 2 * share)
    top = surface - np.column_stack([np.zeros(len(x)), (GROWN + 2) * share - 2])
    shown = (x > 15) & (x < 145)

    def slab(name, upper, lower):
        """Between two depths below the new surface, given along it."""
        above = (top + np.column_stack([np.zeros(len(x)), upper]))[shown][::8]
        below = (top + np.column_stack([np.zeros(len(x)), lower]))[shown][::8]
        points = [tuple(p) for p in above] + [tuple(p) for p in below[::-1]]
        count = len(above)
        return sheet.shape(name, points, (0, count - 1, count, 2 * count - 1))
    front = SEAM * (.35 + .65 * share) + .22 * np.sin(x * .9) + .16 * np.sin(x * .37 + 1)
    bone = slab('new-bone-body', front - .7, np.full(len(x), GROWN + 8))
    seam = slab('osteoid-body', np.full(len(x), -.3), front)
    grid = sheet.grid
    height = grid.inflate(bone.mask) * .5
    height = height + .7 * np.clip(height / 2, 0, 1) * np.sin(
        (grid.y - .04 * grid.x) * 1.5 + 1.3 * grid.noise(6, sheet.numpy_random))
    tone = np.clip(grid.shade(height, bone.mask, 2.5, soft=.7) - .1, 0, 1)
    lines = _layers(sheet, surface, 4, SEAM + 1.6, 2.1, top[(x > 40) & (x < 120)])
    fresh = sheet.clipped(bone, *sheet.bands(bone, tone, SEEN.ramp(colour.NEW_BONE), 14,
                                             error=.13, smooth=1., smallest=3.),
                          path(lines, '#a07c56', fill_opacity='.4'))
    pink = tissues.solid(sheet, seam, colour.OSTEOID, '#8a4640', .8, .12, .25, 9,
                         extra=(path(_strands(sheet, top), '#fff6f2', fill_opacity='.75'),),
                         smooth=1., smallest=2.5, soft=.5, name='osteoid', look=SEEN)
    begin = STEPS['build'][0]
    return group(group(fresh, id='new-bone'), pink,
                 fade(0, 1, begin, .2), *_lift(begin), fade(1, 0, STEPS['living-knee'][0], .7),
                 id='growth', opacity='0', transform='translate(0 %s)' % geometry.number(GROWN))


def _strands(sheet, top):
    """Collagen: short pale strands along the seam."""
    rng = sheet.random
    out = ''
    for _ in range(46):
        i = rng.randrange(40, len(top) - 60)
        if not 38 < top[i, 0] < 120:
            continue
        drop = rng.uniform(.5, SEAM - .6)
        line = top[i:i + rng.randint(6, 14)] + np.array([0, drop])
        out += geometry.tapered(line, .26, error=.08, step=1., curve=False)
    return out


def _row(defs, surface):
    """The builders: two to the left, two to the right, and the one that was the stem cell."""
    begin, lifted = STEPS['change'][0], STEPS['build'][0]
    settle, gone = STEPS['settle'][0], STEPS['living-knee'][0]
    placed = []
    for k, x in enumerate(ROW):
        slope = np.degrees(np.arctan2(height_at(surface, x + 5) - height_at(surface, x - 5), 10))
        shape, drawn = cells.osteoblast(defs, 'builder%d' % k, (19.6, 19.9, 20.2, 19.7, 20)[k],
                                        (16.4, 18, 18.6, 17, 17.6)[k],
                                        (1.1, -.8, .4, .8, -1.2)[k], 50 + k, SEEN)
        place = 'translate(%s)rotate(%s)' % (
            geometry.numbers((x, height_at(surface, x) - GROWN - .9)), geometry.number(slope))
        placed.append(group(certainty.double(shape.d, '#7a4a12'), drawn, transform=place))
    low = 'translate(0 %s)' % geometry.number(GROWN)
    out = []
    for name, members, delay, close in (('builders-left', placed[:2], 1.5, 9.6),
                                        ('builders-right', placed[3:], 1.65, -9.6)):
        out.append(group(*members, fade(0, 1, begin + delay, .7), *_lift(lifted),
                         move((0, 0), (close, 0), settle + .5, 1.),
                         fade(1, 0, gone, .7), id=name, opacity='0', transform=low))
    start = (0, GROWN - 5)
    main = group(placed[2], fade(0, 1, begin + 1.3, .7),
                 move(start, (0, GROWN), begin + 1.3, .9), *_lift(lifted),
                 move((0, 0), (0, 7), settle + .1, 1.), fade(1, 0, settle + .25, .7),
                 id='osteoblast', opacity='0',
                 transform='translate(%s)' % geometry.numbers(start))
    return out + [main]


def _osteocyte(defs):
    """The builder that was walled in, in its hollow inside the new bone."""
    settle, gone = STEPS['settle'][0], STEPS['living-knee'][0]
    drawn = cells.osteocyte(defs, 'new-osteocyte', 8.6, 3, (4.6, 7), 77, SEEN)
    return group(drawn, fade(0, 1, settle + .5, .8), fade(1, 0, gone, .6),
                 move((80, 63), (80, 69.4), settle + .3, 1.2),
                 id='osteocyte', opacity='0', transform='translate(80 63)')


def _stem_cell(defs):
    """It drifts in, rests, draws in its arms; a cell half way stands in while it changes."""
    change, animals = STEPS['change'][0], STEPS['living-knee'][0]
    _, star = cells.stem_cell(defs, 'stem')
    start = (34, 22)
    stem = group(star,
                 move(start, REST, .1, 1.9, DRIFT), move(REST, (80, 58), change + .1, 1.2),
                 fade(1, 0, change + .4, .7),
                 id='stem-cell', transform='translate(%s)' % geometry.numbers(start))
    shape, between = cells.turning_cell(defs, 'turning', look=SEEN)
    half = group(certainty.double(shape.d, '#55503a'), between,
                 fade(0, 1, change + .35, .6), fade(1, 0, change + 1.35, .7),
                 move((80, 53), (80, 65), change + .35, 1.6),
                 id='turning-cell', opacity='0', transform='translate(80 53)')
    return [half, stem]


# ---------------------------------------------------------------------- the living knee

def _animals(defs):
    """Cells as followed in living animals; most go, two stay."""
    begin, last = STEPS['living-knee'][0], STEPS['unknown'][0]
    out = group(id='animal-cells')
    limbs = cells.STAR_LIMBS
    kinds = (limbs[:4], limbs[:2] + limbs[4:], (limbs[0], limbs[2], limbs[3], limbs[5]))
    for k, (x, y, turn, size, kind, leaves) in enumerate((
            (88, 53, -4, .84, 0, None), (40, 37, 24, .82, 1, None), (126, 40, -30, .78, 2, 1.4),
            (80, 21, 160, .78, 0, 1.7), (127, 63, 10, .74, 1, 2.0), (47, 64, -8, .76, 2, 1.55))):
        shape, drawn = cells.stem_cell(defs, 'animal%d' % k, limbs=kinds[kind], seed=60 + k,
                                       size=size, bands=8, detail=False, look=SEEN)
        rim = certainty.double(shape.d, '#083c57', .9)
        rest = .13 if leaves else 1
        start = begin + .5 + .09 * k
        goes = begin + (leaves or 2.2)
        out.add(group(group(rim, drawn, transform='translate(%s)rotate(%d)' % (
            geometry.numbers((x, y)), turn)),
                      fade(0, 1, start, .5), fade(1, rest, goes, .9),
                      fade(rest, 0, last, .5), opacity='0'))
    return out


def _hoped(surface):
    """Dashed outlines where bone-building cells were hoped for: nothing more is known."""
    begin = STEPS['unknown'][0]
    out = group(id='hoped-osteoblast', opacity='0')
    for k, x in enumerate((58.4, 80, 101.6)):
        slope = np.degrees(np.arctan2(height_at(surface, x + 5) - height_at(surface, x - 5), 10))
        d = geometry.path_data(geometry.spline(
            cells.osteoblast_outline(19.8, (17.4, 18.4, 17.8)[k], (.2, -.2, .3)[k])))
        out.add(group(
            certainty.hoped(d, '#7a4a12'),
            certainty.hoped_circle((.7, -.8, .4)[k], -11, 4.6, 3.9, '#7a4a12'),
            transform='translate(%s)rotate(%s)' % (
                geometry.numbers((x, height_at(surface, x) - .1)), geometry.number(slope))))
    return out.add(fade(0, 1, begin + .4, .8))


# ---------------------------------------------------------------------- the dish

DISH = (80, 51.4, 69, 32.8)
WALL = 4.6  # height of the glass as seen from this angle


def _on_rim(angle):
    cx, cy, rx, ry = DISH
    a = np.radians(angle)
    return float(cx + rx * np.cos(a)), float(cy + ry * np.sin(a))


def _dish_fades():
    return [fade(0, 1, STEPS['dish'][0] + .1, .9), fade(1, 0, STEPS['living-knee'][0], .7)]


def _dish_inside(defs):
    """Cooler ground inside the dish, deeper towards its wall; under bone and cells."""
    cx, cy, rx, ry = DISH
    defs.append(radial('dish-tint', (0, 0), 1, (0, '#eef9fc', .8), (.62, '#cbe9f2', .82),
                       (1, '#8cc7da', .9),
                       transform='translate(%s)scale(%s)' % (geometry.numbers((cx, cy)),
                                                             geometry.numbers((rx, ry)))))
    return group(path(ellipse_path(*DISH), 'url(#dish-tint)'), *_dish_fades(), id='dish-inside',
                 opacity='0')


def _veil():
    """Dims the living tissue around the dish while the story is in it."""
    return scene.veil(scene.box_path(-200, -200, 560, 490) + ellipse_path(*DISH), GROUND, .62,
                      STEPS['dish'][0] + .1, STEPS['living-knee'][0], .9)


def _dish_rim(defs):
    return group(*dish.glass(defs, DISH, WALL, 3), *_dish_fades(), id='dish', opacity='0')


# ---------------------------------------------------------------------- metadata

def _describe(diagram, surface):
    top = height_at(surface, 80)
    diagram.part('stem-cell', body=(-5, 1), nucleus=(.5, -.4))
    diagram.part('osteoblast', 'dish', body=(80, top - GROWN - 5.5))
    diagram.part('builders-left', 'dish', body=(ROW[1], height_at(surface, ROW[1]) - GROWN - 5.5))
    diagram.part('builders-right', 'dish', body=(ROW[3], height_at(surface, ROW[3]) - GROWN - 5.5))
    diagram.part('osteoid', 'dish', body=(47.6, height_at(surface, 47.6) - GROWN + 1.9),
                 right=(112.4, height_at(surface, 112.4) - GROWN + 1.9))
    diagram.part('new-bone', 'dish', body=(101, height_at(surface, 101) - 5))
    diagram.part('osteocyte', 'dish', body=(-4.6, .2))
    diagram.part('resident-osteocytes', body=(138, 80.6), left=(16, 77.7))
    diagram.part('lining-cells', body=(143, height_at(surface, 143) - 1.1))
    diagram.part('bone', body=(100, 79.6), left=(40, 78))
    diagram.part('capillary', body=(131, 8.4))
    diagram.part('dish', body=_on_rim(-30), left=_on_rim(205))
    diagram.part('animal-cells', 'animals', body=(35.4, 36), right=(83, 54))
    diagram.part('hoped-osteoblast', 'hoped', body=(80, top - 5))
    for name, (begin, end, focus, camera) in STEPS.items():
        diagram.step(name, begin, end, focus, camera)
