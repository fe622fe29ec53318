# SPDX-License-Identifier: GPL-3.0-or-later
"""calm: the joint lining healthy and swollen, angry cells, and what calmed them in lab dishes.

1 unit = 1 um, y down. Joint fluid above; below it the lining, a row of cells on loose tissue with a
capillary. A healthy lining is thin; a swollen one, drawn apart with folds and more cells, rises out
of the tissue in its place. Both are established, and so is that its cleaning cells turn angry and
send alarm signals. That a stem cell's signals calm them was seen in dishes and animals: it happens
inside a glass rim, in pale bodies with two outlines. So does the reverse, angry cells that weaken
the stem cell. A person's lining that settles is a dashed outline.

Alarm signals are triangles, calming ones beads; both far above scale, which the words must say.
"""

import math
import random

import numpy as np

from lib import cells, certainty, colour, dish, geometry, immune, scene, tissues
from lib.certainty import KNOWN, SEEN
from lib.scene import ellipse_path
from lib.svg import DRIFT, Diagram, Element, fade, gradient, group, move, path, radial

NAME = 'calm'
VIEW = (0, 0, 160, 90)
GROUND = '#e4f0f6'
WIDE = (-50, -40, 260, 175)   # drawn in all: a window of another shape shows more than the frame
BOX = (-58, 20, 218, 140)

STEPS = {  # name: (begin, end, focus, camera)
    'healthy': (0, 1.6, ('healthy-lining', 'resting-cells'), (16, 20, 120, 67.5)),
    'swell': (1.6, 4, ('swollen-lining', 'angry-cells'), VIEW),
    'alarm': (4, 6.4, ('angry-cells', 'alarm-signals'), VIEW),
    'dish': (6.4, 9.2, ('dish', 'stem-cell', 'calming-signals'), VIEW),
    'calmer': (9.2, 11.6, ('calmed-cells',), VIEW),
    'weaken': (11.6, 14, ('weak-stem-cell', 'weakening-signals'), VIEW),
    'unknown': (14, 16.4, ('hoped-lining',), VIEW),
}

SURFACE_CELL = colour.cell_ramp('#a65c63', '#dd9893', '#f8d8ce')
SURFACE_NUCLEUS = colour.cell_ramp('#6b2f3c', '#a35a68', '#deb0ae')
SURFACE_EDGE = '#7d3f48'
LOOSE = colour.even_ramp('#b9807c', '#d9a79f', '#efcabf', '#f8e0d6', '#fdf1ea')
SORE = colour.even_ramp('#a14d5c', '#cf7d80', '#eaa59f', '#f5c6bb', '#fce6dc')

RESTING = ((47, 67.5, -8), (109, 69, 10))  # x, y, turn: cells that keep watch
ANGRY = ((40.6, 66, 8), (80.6, 63, -6), (118.4, 65.6, 14))
IN_DISH = ((97, 29.4, -14), (125, 48, 6), (97, 66.4, -10))  # the same kind, in the dish
HOPED = (34.6, 53, 71.6, 90, 108.2, 126.6)  # middles of the cells of a settled lining
STEM = (44, 46)
DISH = (80, 46, 71, 35)
WALL = 4.4  # height of the glass as seen from this angle


def build():
    diagram = Diagram(
        'The lining of the joint: calm, swollen, and in a lab dish',
        'Cell scale, 1 unit = 1 micrometre. Pale blue joint fluid lies above a row of pink lining '
        'cells; below them are loose tissue, a tiny blood vessel and two long violet cleaning '
        'cells. Then the lining is thick and folded, and three round, spiky, red cells send out '
        'triangles: alarm signals. In a glass dish a blue stem cell sends out green beads, and '
        'pale violet calm cells stand where spiky ones stood. Next the spiky cells are back and '
        'the stem cell is small and faint. At last the swollen lining again, with a dashed line '
        'where a calmer lining would lie: a hope, not a finding.',
        VIEW, GROUND, 'um', 'none', 20)
    sheet = tissues.Sheet(BOX, .4, 31, diagram.defs)
    diagram.defs += cells.red_cell_gradients() + immune.signal_defs() + _bead_defs()
    diagram.body += [_fluid(diagram.defs), *_linings(sheet), _deep(sheet), _vessel(sheet),
                     _resting(diagram.defs), *_angry(diagram.defs), _alarm(), *_hoped(),
                     *_dish(diagram.defs), *_dish_cells(diagram.defs),
                     *scene.edges(diagram.defs, WIDE, GROUND, 34, 34, 0, 34)]
    _describe(diagram)
    return diagram


def healthy_at(x):
    """The surface of the healthy lining's tissue."""
    return 56.6 + 1.3 * np.sin(x * .05 + .5) + .6 * np.sin(x * .13)


def swollen_at(x):
    """The surface of the swollen lining's tissue, in folds."""
    return 43.4 + 2.5 * np.sin(x * .088 + 4.4) + 1.3 * np.sin(x * .21 + 2)


def _slope(surface, x):
    return float(np.degrees(np.arctan2(surface(x + 4) - surface(x - 4), 8)))


def _placed(drawn, x, y, turn=0.):
    return group(drawn, transform='translate(%s)rotate(%s)' % (geometry.numbers((x, y)),
                                                               geometry.number(turn)))


# ---------------------------------------------------------------------- fluid and lining

def _fluid(defs):
    """The fluid is the ground: lighter where the story is."""
    return group(scene.ground(defs, VIEW, GROUND, (80, 30), (100, 62), '#fbfeff', '#f1f8fc'),
                 id='joint-fluid')


def _surface_cell(defs, name, width, height, seed):
    """A cell of the lining: a low dome, origin at the middle of its base; for use by its name."""
    sheet = tissues.Sheet((-width * .72, -height * 1.35, width * .72, height * .7), .25, seed, defs)
    rng = sheet.random
    w, h = width / 2, height
    points = [(-w, -.12 * h), (-.97 * w, -.52 * h), (-.62 * w, -.9 * h), (0, -1.02 * h),
              (.58 * w, -.92 * h), (.96 * w, -.55 * h), (w, -.14 * h), (.6 * w, .2 * h),
              (0, .27 * h), (-.6 * w, .2 * h)]
    shape = sheet.shape(name + '-body', [(x + rng.uniform(-.05, .05) * width,
                                          y + rng.uniform(-.06, .06) * height)
                                         for x, y in points])
    at = (rng.uniform(-.14, .14) * width, -.42 * h)
    return group(
        cells.membrane(sheet, shape, SURFACE_CELL, SURFACE_EDGE,
                       (cells.granules(sheet, shape, 14, '#7d3f48', '.22'),), .6, 4., 8),
        cells.nucleus(sheet, name + '-nucleus', at, width * .21, height * .25,
                      rng.uniform(-18, 18), SURFACE_NUCLEUS, '#55202c',
                      ((rng.uniform(-.8, .8), .1, .62),), .9), id=name)


FLAT = ((17, 7.6), (19, 7.2), (18, 8.2), (20, 7.6))
PLUMP = ((15.4, 10.6), (17, 11.4), (16, 10), (18, 10.8), (15, 11.4))


def _kinds(defs):
    """A few cells that all rows are made of, turned and stretched a little."""
    for kind, sizes in (('flat', FLAT), ('plump', PLUMP)):
        for k, (width, height) in enumerate(sizes):
            defs.append(_surface_cell(defs, '%s%d' % (kind, k), width, height, 110 + 7 * k))


def _row(kind, sizes, surface, seed, sink=0., start=-52.):
    """Cells side by side along a surface, unlike each other, every other one behind."""
    rng = random.Random(seed)
    x, placed, last = start, [], None
    while x < 212:
        k = rng.choice([k for k in range(len(sizes)) if k != last])
        last, wide, high = k, rng.uniform(.92, 1.1), rng.uniform(.9, 1.08)
        middle = x + sizes[k][0] * wide / 2
        x += sizes[k][0] * wide - 1.3
        y = float(surface(middle)) + sink + rng.uniform(-.7, .9)
        placed.append(Element('use', href='#%s%d' % (kind, k),
                              transform='translate(%s)rotate(%s)scale(%s)' % (
                                  geometry.numbers((middle, y)), geometry.number(
                                      _slope(surface, middle) + rng.uniform(-6, 6)),
                                  geometry.numbers((wide, high)))))
    return placed[::2] + placed[1::2]


def _tissue(sheet, name, surface, ramp, edge, waves):
    """Loose tissue below a surface: lit, with fine wavy strands."""
    x = np.arange(-64, 225, 6.)
    top = list(zip(x, surface(x)))
    # It ends behind what lies deeper: a layer that moves must not reach beyond the window, or
    # each of its frames is drawn anew.
    points = [*top, (224, 78), (-64, 78)]
    shape = sheet.shape(name, points, (0, len(top) - 1, len(top), len(points) - 1))
    grid, rng = sheet.grid, sheet.random
    whole = grid.y > surface(grid.x)
    height = grid.inflate(whole, 'LBR') * .5
    tone = np.clip(grid.shade(height, whole, 3., soft=.8)
                   + .03 * grid.noise(3, sheet.numpy_random), 0, 1)
    dark = light = ''
    for _ in range(waves):
        start, length, drop = rng.uniform(-50, 180), rng.uniform(14, 40), rng.uniform(3, 40)
        at = np.linspace(start, start + length, 9)
        line = np.column_stack([at, surface(at) + drop + 1.1 * np.sin(at * .36 + drop)])
        stroke = geometry.tapered(line, rng.uniform(.3, .6), error=.1, step=2.)
        if rng.random() < .5:
            dark += stroke
        else:
            light += stroke
    return group(path(geometry.outline(shape.segments, .2, .4), edge),
                 sheet.clipped(shape, *sheet.bands(shape, tone, ramp, 9, error=.2, smooth=1.4,
                                                   smallest=9.),
                               path(dark, edge, fill_opacity='.3'),
                               path(light, '#fffaf5', fill_opacity='.7')))


def _linings(sheet):
    """The healthy lining, and the swollen one that rises in its place."""
    defs, begin = sheet.defs, STEPS['swell'][0]
    _kinds(defs)
    healthy = group(_tissue(sheet, 'healthy-tissue', healthy_at, LOOSE, '#9b635f', 46),
                    group(*_row('flat', FLAT, healthy_at, 110, 1.2), id='healthy-lining'),
                    move((0, 0), (0, -9), begin + .2, 1.1), fade(1, 0, begin + .45, .8))
    swollen = group(_tissue(sheet, 'swollen-tissue', swollen_at, SORE, '#8f4650', 50),
                    group(*_row('flat', FLAT, swollen_at, 173, 16.4, -57),
                          *_row('plump', PLUMP, swollen_at, 170, 9.4, -54.6),
                          *_row('plump', PLUMP, swollen_at, 140, 2.), id='swollen-lining'),
                    fade(0, 1, begin + .2, .7), move((0, 11), (0, 0), begin + .2, 1.2),
                    opacity='0', transform='translate(0 11)')
    return healthy, swollen


def _deep(sheet):
    """What lies still below: its upper edge thins out over either lining."""
    defs, rng = sheet.defs, sheet.random
    defs.append(gradient('deep', (0, 58), (0, 77), (0, '#f4d6ca', 0), (.5, '#f2cfc3', .8),
                         (1, '#eec4b8', 1)))
    dark = light = ''
    for _ in range(62):
        start, length = rng.uniform(-50, 170), rng.uniform(20, 54)
        base, wave = rng.uniform(71, 134), rng.uniform(0, 6)
        at = np.linspace(start, start + length, 10)
        line = np.column_stack([at, base + 1.6 * np.sin(at * .16 + wave) - .03 * (at - 80)])
        stroke = geometry.tapered(line, rng.uniform(.4, .8), error=.1, step=2.)
        if rng.random() < .5:
            dark += stroke
        else:
            light += stroke
    return group(Element('rect', x=-160, y=58, width=480, height=160, fill='url(#deep)'),
                 scene.fat_cells(defs, ((58, 92, 15, 11, 10), (84, 104, 12, 9, -12),
                                  (-22, 80, 13, 10, 30),
                                  (44, 116, 17, 13, -8), (122, 120, 15, 12, 20)), 'far-fat'),
                 path(dark, '#a8655f', fill_opacity='.3'),
                 path(light, '#fffaf5', fill_opacity='.65'), id='loose-tissue')


def _vessel(sheet):
    deep = tissues.Sheet((66, 62, 218, 142), .4, 33, sheet.defs)
    return cells.capillary(
        deep, 'capillary', [(70, 160), (80, 124), (91, 98), (105, 87.6), (122, 83.4), (144, 81),
                            (172, 76), (224, 72)],
        5.7, 4.5, ((92, 1), (120, -1)),
        ((58, .2, 3.7, 2.4, 70), (76, -.3, 3.7, 2.5, 40), (89, .2, 3.7, 2.3, 30),
         (101, -.3, 3.7, 2.6, 8), (113, .4, 3.7, 2., 20), (125, -.2, 3.7, 2.7, 60),
         (138, .3, 3.7, 2.2, 12), (154, -.2, 3.7, 2.4, 30)))


# ---------------------------------------------------------------------- cells of the lining

def _resting(defs):
    """Two cleaning cells that keep watch: long and soft."""
    out = group(fade(1, 0, STEPS['swell'][0] + .5, .7), id='resting-cells')
    for k, (x, y, turn) in enumerate(RESTING):
        _, drawn = immune.calm_macrophage(defs, 'resting%d' % k, 80 + k, KNOWN, .66)
        out.add(_placed(drawn, x, y, turn))
    return out


def _angry(defs):
    """Three angry ones, each in a red glow."""
    begin = STEPS['swell'][0]
    defs.append(radial('sore', (0, 0), 1, (0, '#c02a55', .5), (.45, '#c02a55', .3),
                       (1, '#c02a55', 0)))
    glows, bodies = group(opacity='0'), group()
    for k, (x, y, turn) in enumerate(ANGRY):
        glows.add(Element('circle', r='1', fill='url(#sore)', transform='translate(%s)scale(24 19)'
                          % geometry.numbers((x, y))))
        _, drawn = immune.angry_macrophage(defs, 'angry%d' % k, 3 + k, KNOWN, .86)
        defs.append(group(drawn, id='angry%d-sign' % k))
        bodies.add(_placed(Element('use', href='#angry%d-sign' % k), x, y, turn))
    # Glow and cast shadows apart: many faint layers in one see-through picture round badly.
    return [glows.add(fade(0, 1, begin + .9, .8)),
            group(*bodies.children, fade(0, 1, begin + .9, .8), id='angry-cells', opacity='0')]


def _around(middle, seed, count, near, far):
    """Places (x, y, size) of signals all around a cell, no two at one distance."""
    rng = random.Random(seed)
    out = []
    for k in range(count):
        a = (k + rng.uniform(-.3, .3)) / count * 2 * math.pi
        r = rng.uniform(near, far)
        out.append((middle[0] + r * math.cos(a), middle[1] + r * .92 * math.sin(a),
                    rng.uniform(1., 1.25)))
    return out


NEAR, FAR = (40, 6, 14, 15.6), (47, 9, 18, 20.4)  # seed, count and distances of alarm signals


def _alarm():
    """Alarm signals spread: first those near each angry cell, then those farther off."""
    begin, gone = STEPS['alarm'][0], STEPS['dish'][0]
    out = group(id='alarm-signals')
    for delay, (seed, *kind) in ((.3, NEAR), (.9, FAR)):
        out.add(group(*[immune.cytokine(*at) for k, cell in enumerate(ANGRY)
                        for at in _around(cell, seed + k, *kind)],
                      fade(0, 1, begin + delay, .7), fade(1, 0, gone, .5), opacity='0'))
    return out


def _hoped():
    """A veil, and the cells of a lining that has settled, dashed: hoped for, shown by nobody."""
    begin = STEPS['unknown'][0]
    out = group(id='hoped-lining', opacity='0')
    for k, x in enumerate(HOPED):
        w, h = 8.9 + .5 * math.sin(2.4 * k), 7.6 + .5 * math.sin(1.7 * k + 1)
        d = geometry.path_data(geometry.spline([
            (-w, -.12 * h), (-.95 * w, -.55 * h), (-.6 * w, -.92 * h), (0, -1.04 * h),
            (.6 * w, -.92 * h), (.95 * w, -.55 * h), (w, -.12 * h), (.6 * w, .18 * h),
            (0, .24 * h), (-.6 * w, .18 * h)]))
        out.add(_placed(group(
            certainty.hoped(d, SURFACE_EDGE),
            certainty.hoped_circle(1.4 * math.sin(3 * k), -.42 * h, 3.5, 1.9, SURFACE_EDGE)),
            x, float(healthy_at(x)) + 1.2, _slope(healthy_at, x)))
    veil = scene.veil(scene.box_path(-200, -200, 560, 490), GROUND, .64, begin + .1)
    return [veil, out.add(fade(0, 1, begin + .7, .8))]


# ---------------------------------------------------------------------- in the dish

def _bead_defs():
    """A calming signal: a bead within a second ring, for it was seen in dishes and animals."""
    return [radial('bead', (-.28, -.36), 1.5, (0, '#eafbe9', 1), (.4, '#7cc98c', 1),
                   (1, '#1f7a45', 1)),
            group(Element('circle', r='1.62', fill='#2c6a46'),
                  Element('circle', r='1.42', fill='#ffffff'),
                  Element('circle', r='1', fill='url(#bead)', stroke='#1d5c37',
                          stroke_width='.2'), id='bead-sign')]


def _bead(x, y, size=1.):
    return Element('use', href='#bead-sign', transform='translate(%s)scale(%s)' % (
        geometry.numbers((x, y)), geometry.number(size)))


def _dish(defs):
    """The lining dims; the dish lies over it, its glass around a ground of its own."""
    cx, cy, rx, ry = DISH
    defs.append(radial('dish-tint', (0, 0), 1, (0, '#f7fcfd', 1), (.62, '#dff1f6', 1),
                       (1, '#a3d2e0', 1),
                       transform='translate(%s)scale(%s)' % (geometry.numbers((cx, cy)),
                                                             geometry.numbers((rx, ry)))))
    begin, gone = STEPS['dish'][0] + .1, STEPS['unknown'][0]
    return [scene.veil(scene.box_path(-200, -200, 560, 490), GROUND, .62, begin, gone, .9),
            group(path(ellipse_path(*DISH), 'url(#dish-tint)'), *dish.glass(defs, DISH, WALL),
                  fade(0, 1, begin, .9), fade(1, 0, gone, .7), id='dish', opacity='0')]


def _dish_cells(defs):
    """Stem cell, angry cells and their calmer selves; what each sends to the other."""
    begin, calmer = STEPS['dish'][0], STEPS['calmer'][0]
    weaken, gone = STEPS['weaken'][0], STEPS['unknown'][0]
    _, star = cells.stem_cell(defs, 'stem', size=.74)
    start = (STEM[0] - 9, STEM[1] - 3)
    stem = group(star, move(start, STEM, begin + .5, 1.1, DRIFT),
                 fade(0, 1, begin + .4, .7), fade(1, 0, weaken + 1., .7), id='stem-cell',
                 opacity='0', transform='translate(%s)' % geometry.numbers(start))
    angry = group(fade(0, 1, begin + .4, .7), fade(1, 0, calmer + .5, .8),
                  fade(0, 1, weaken + .1, .7), fade(1, 0, gone, .5), id='dish-angry-cells',
                  opacity='0')
    calm = group(id='calmed-cells')
    for k, (x, y, turn) in enumerate(IN_DISH):
        angry.add(_placed(Element('use', href='#angry%d-sign' % ((k + 2) % 3)), x, y, -turn))
        shape, drawn = immune.calm_macrophage(defs, 'calmed%d' % k, 24 + k, SEEN, .84)
        start = calmer + .5 + .18 * k
        calm.add(group(_placed(group(certainty.double(shape.d, '#3a2370'), drawn), x, y, turn),
                       fade(0, 1, start, .9), fade(1, 0, weaken + .1, .6), opacity='0'))
    return [*_sent(begin, calmer, weaken, gone), angry, calm, stem, _weak(defs, weaken, gone)]


def _strewn(start, end, leave, stop, count, rng):
    """Places (x, y, size) from one cell to another, short of both, off the line by turns."""
    a, b = np.array(start, float), np.array(end, float)
    u = (b - a) / np.hypot(*(b - a))
    n = np.array([-u[1], u[0]])
    a, b = a + u * leave, b - u * stop
    for k in range(count):
        off = (1.5 if k % 2 else -1.5) + rng.uniform(-.5, .5)
        x, y = a + (b - a) * (k + rng.uniform(-.14, .14)) / (count - 1) + n * off
        yield float(x), float(y), rng.uniform(.95, 1.15)


def _beads(k):
    x, y, _ = IN_DISH[k]
    return list(_strewn(STEM, (x, y), (22, 27, 22)[k], (13, 15, 13)[k], 7, random.Random(51 + k)))


def _weakening(k):
    x, y, _ = IN_DISH[k]
    return list(_strewn((x, y), STEM, 16, 21, 7, random.Random(61 + k)))


def _sent(begin, calmer, weaken, gone):
    """Beads from the stem cell; triangles around the angry cells, and later towards it."""
    every = range(len(IN_DISH))
    beads = group(*[_bead(*at) for k in every for at in _beads(k)])
    back = group(*[immune.cytokine(*at) for k in every for at in _weakening(k)])
    alarms = [immune.cytokine(*at) for k in every for at in _around(IN_DISH[k], 70 + k, 6, 14, 16)]
    return [_travel(beads, 'calming-signals', -13, begin + 1.2, weaken),
            group(*alarms, fade(0, 1, begin + .7, .6), fade(1, 0, calmer + .2, .6),
                  id='dish-alarm', opacity='0'),
            _travel(back, 'weakening-signals', 13, weaken + .6, gone)]


def _travel(drawn, name, shift, begin, gone):
    return group(drawn, fade(0, 1, begin, .5), move((shift, 0), (0, 0), begin, 1.2, DRIFT),
                 fade(1, 0, gone, .5), id=name, opacity='0', transform='translate(%d 0)' % shift)


def _weak(defs, weaken, gone):
    """The stem cell weakened: arms drawn in, small and grey."""
    limbs = tuple(([(x * .62, y * .66) for x, y in way], root * .8, tip)
                  for way, root, tip in cells.STAR_LIMBS[:5])
    shape, drawn = cells.stem_cell(defs, 'weak', colour.cell_ramp('#45606c', '#84a4b0', '#cddde2'),
                                   '#3a5560', limbs, 15, .7, 9, False, SEEN)
    return group(certainty.double(shape.d, '#3a5560'), drawn, fade(0, 1, weaken + 1., .8),
                 fade(1, 0, gone, .5), id='weak-stem-cell', opacity='0',
                 transform='translate(%s)' % geometry.numbers(STEM))


# ---------------------------------------------------------------------- metadata

def _on_rim(angle):
    cx, cy, rx, ry = DISH
    a = math.radians(angle)
    return cx + rx * math.cos(a), cy + ry * math.sin(a)


def _describe(diagram):
    places = [(x, y) for x, y, _ in ANGRY]
    diagram.part('joint-fluid', body=(120, 24), left=(40, 26))
    diagram.part('healthy-lining', body=(66, float(healthy_at(66)) - 2.4),
                 right=(103, float(healthy_at(103)) - 2.4))
    diagram.part('swollen-lining', body=(34, float(swollen_at(34)) - 3),
                 right=(116, float(swollen_at(116)) - 3))
    diagram.part('loose-tissue', body=(50, 80))
    diagram.part('capillary', body=(124, 83))
    diagram.part('resting-cells', body=(RESTING[0][0] - 4, RESTING[0][1] + 1),
                 right=(RESTING[1][0] + 4, RESTING[1][1] + 1))
    diagram.part('angry-cells', body=(places[0][0] - 4, places[0][1] + 3),
                 right=(places[2][0] + 4, places[2][1] - 4))
    left, right = (_around(ANGRY[k], NEAR[0] + k, *NEAR[1:]) for k in (0, 2))
    diagram.part('alarm-signals', body=left[4][:2], right=right[5][:2], low=left[2][:2])
    diagram.part('dish', body=_on_rim(-30), left=_on_rim(205))
    diagram.part('stem-cell', body=(-5, 1))
    diagram.part('dish-angry-cells', body=(IN_DISH[1][0] + 4, IN_DISH[1][1] + 2))
    diagram.part('calming-signals', 'dish animals', body=_beads(0)[3][:2], low=_beads(2)[3][:2])
    diagram.part('dish-alarm', body=_around(IN_DISH[1], 71, 6, 14, 16)[0][:2])
    diagram.part('calmed-cells', 'dish animals', body=(IN_DISH[0][0] + 9, IN_DISH[0][1] - 1),
                 low=(IN_DISH[2][0] + 9, IN_DISH[2][1] - 1))
    diagram.part('weakening-signals', 'dish', body=_weakening(0)[3][:2], low=_weakening(2)[3][:2])
    diagram.part('weak-stem-cell', 'dish', body=(-4, 1))
    diagram.part('hoped-lining', 'hoped', body=(HOPED[4] + 5.4, float(healthy_at(HOPED[4])) - 2),
                 left=(HOPED[0] + 3.6, float(healthy_at(HOPED[0])) - 4.4))
    for name, (begin, end, focus, camera) in STEPS.items():
        diagram.step(name, begin, end, focus, camera)
