# SPDX-License-Identifier: GPL-3.0-or-later
"""stimulate: signals leave a stem cell, cells wake and a vessel sprouts towards a break; and why
new vessels are not good news in a worn joint.

1 unit = 1 um, y down. Two places, one after the other in the same frame: a break in a bone, and,
drawn half as large again in view, the border of cartilage and bone. What is known of both is drawn
full. What signals of stem cells did was seen in dishes and animals: beads, woken cells and the
sprout are paler, in two outlines. That a vessel and a nerve break through the border of a worn
joint is known, so they are drawn full. A border that mends is a dashed outline.

Signals are far above scale, which the words must say.
"""

import math
import random

import numpy as np

from lib import cells, certainty, colour, geometry, scene, tissues, vessels
from lib.certainty import SEEN
from lib.junction import CHANNEL_FILL, TIDE_INK, Junction, sign_at, tide_at
from lib.svg import DRIFT, Diagram, Element, fade, group, move, path, radial
from lib.immune import signal_defs

NAME = 'stimulate'
VIEW = (-40, -22.5, 240, 135)
NEAR = (0, 0, 160, 90)
GROUND = '#f8eadf'
WIDE = (-116, -92, 392, 272)  # drawn in all: a window of another shape shows more than the frame

STEPS = {  # name: (begin, end, focus, camera)
    'gap': (0, 1.6, ('break', 'capillary', 'resting-cells'), (8, 1, 146, 82.125)),
    'signals': (1.6, 4.4, ('stem-cell', 'signals'), NEAR),
    'wake': (4.4, 6.8, ('woken-cells',), (-2, 13, 140, 78.75)),
    'sprout': (6.8, 10.4, ('sprout', 'tip-cell'), (26, -3.5, 140, 78.75)),
    'border': (10.4, 12.6, ('cartilage', 'tide-mark', 'bone-plate'), (-20, -20, 220, 123.75)),
    'breach': (12.6, 15.6, ('new-vessel', 'nerve'), (0, -14, 186, 104.625)),
    'unknown': (15.6, 18, ('hoped-border',), (4, -19, 174, 97.875)),
}

# The break: both faces have the same teeth, for they once were one.
TEETH = [(0, 0), (1.6, 3.4), (-2.2, 7.6), (.4, 11), (-4.2, 17), (-1.4, 21.6), (-5.6, 29),
         (-3.4, 35), (-7.2, 45), (-4.4, 54), (-8.4, 66), (-6.6, 80), (-9, 96),
         (-6.4, 108), (-8, 122)]
LEFT_TOP = [(-124, 92), (-92, 81), (-66, 73.5), (-44, 68), (-20, 64.4), (4, 62.2),
            (26, 61.5), (46, 62.2), (60.6, 63.6)]
RIGHT_TOP = [(97.4, 65), (112, 63.8), (132, 62.2), (154, 62.8), (178, 65.4), (202, 69.6),
             (226, 75), (252, 82), (284, 93)]
CLOT = colour.even_ramp('#43101a', '#6d1d28', '#953338', '#b85a52', '#d98c7c')

RESTING = ((12, -.96), (38, 1), (120, -1), (146, .97))  # x and breadth of the flat cells
STEM = (43, 27)
VESSEL = [(83, -98), (87, -84), (94, -50), (99, -28), (105, -8), (114, 5.6), (129, 14), (146, 16),
          (168, 12.6), (194, 5), (230, -9), (262, -26), (276, -35)]
SPROUT = [(113, 4), (107.4, 14), (101.4, 23), (94.6, 32.4), (88.4, 42), (83.4, 50.6)]

# The worn border: the channel's mouth, the loop in it, and the way the vessel takes.
CHANNEL = [(99, 196), (97, 130), (96, 104), (95, 86), (94, 76)]
LOOP = [(71, 182), (73, 140), (77, 106), (83.4, 88.6), (95, 80.6), (106.6, 88.6), (113, 106),
        (117, 140), (119, 182)]
WAY = [(94, 83), (90.4, 72), (90.8, 60), (94, 48), (92.6, 35), (88.4, 23), (89, 12), (91.4, 4)]


def build():
    diagram = Diagram(
        'Repair signals: a break in bone, and the border of a worn joint',
        'Cell scale, 1 unit = 1 micrometre. Two pieces of bone with matching jagged edges; between '
        'them a dark red clot. Flat orange cells lie on the bone, a tiny blood vessel runs above. '
        'A blue star-shaped stem cell sends out golden beads. Flat cells become plump, pale ones '
        'with two outlines; a pale vessel with two outlines grows towards the break. Then another '
        'place: pale blue cartilage with cells in columns, a border line, and bone with a vessel '
        'in a channel. A vessel and a yellow nerve break through the border into the cartilage. '
        'At last a dashed outline of a closed border: a hope, not a finding.',
        VIEW, GROUND, 'um', 'none', 20)
    defs = diagram.defs
    defs += (cells.red_cell_gradients() + vessels.red_disc_def() + signal_defs()[:1]
             + vessels.growth_bead_defs())
    surface = tissues.Sheet((-124, 54, 284, 184), .5, 51, defs)
    vessel = tissues.Sheet((66, -110, 290, 72), .4, 52, defs)
    sprout = tissues.Sheet((70, -12, 130, 68), .3, 53, defs)
    diagram.body += [_ground(defs), *_break(surface), *_bone_cells(defs), _vessel(vessel),
                     *_dimmed(vessel), *_signals(), *_woken(defs), *_sprout(sprout),
                     *_stem_cell(defs), *_worn(defs),
                     *scene.edges(defs, WIDE, GROUND, 36, 36, 50, 60)]
    _describe(diagram)
    return diagram


def _height(x):
    """The surface of the bone on either side of the break."""
    top = np.array(LEFT_TOP + RIGHT_TOP)
    return float(np.interp(x, top[:, 0], top[:, 1]))


def _slope(x):
    return math.degrees(math.atan2(_height(x + 4) - _height(x - 4), 8))


def _on_bone(drawn, x, sink=0.):
    return group(drawn, transform='translate(%s)rotate(%s)' % (
        geometry.numbers((x, _height(x) + sink)), geometry.number(_slope(x))))


# ---------------------------------------------------------------------- the break

def _ground(defs):
    defs.append(radial('haze', (0, 0), 1, (0, '#f1bda8', .3), (1, '#f1bda8', 0)))
    haze = [Element('circle', r='1.2', fill='url(#haze)',
                    transform='translate(%s)rotate(%d)scale(%s)' % (
                        geometry.numbers((x, y)), turn, geometry.numbers((rx, ry))))
            for x, y, rx, ry, turn in ((6, 36, 30, 16, 14), (136, 40, 34, 14, -8))]
    return group(scene.ground(defs, VIEW, GROUND, (72, 34), (104, 62), '#fffaf3', '#fdf2e7'),
                 *haze, scene.fat_cells(defs, (
                     (-6, 8, 16, 13, 24), (24, -16, 15, 12, 0), (-30, 40, 14, 11, 40),
                     (154, 38, 11, 9, -20), (62, -40, 13, 10, 30), (186, 34, 13, 10, 10),
                     (132, -26, 14, 11, 0))), id='far-cells')


def _faces():
    """The two broken faces, from the surface down."""
    x, y = LEFT_TOP[-1]
    left = [(x + dx, y + dy) for dx, dy in TEETH]
    x, y = RIGHT_TOP[0]
    right = [(x + dx * 1.04 + .4 * math.sin(dy), y + dy * 1.01) for dx, dy in TEETH]
    return left, right


def _break(sheet):
    """Clot in the gap, then the two pieces of bone over its sides."""
    left, right = _faces()
    rng, grid = sheet.random, sheet.grid
    clot = sheet.shape('clot-body', [(54, 66), (60, 62.6), (68, 60.2), (79, 59.2), (90, 60.6),
                                     (98, 63.4), (104, 67), (104, 182), (44, 182)], (7, 8))
    discs, spots = [], []
    for _ in range(1200):
        x, y = rng.uniform(52, 99), rng.uniform(64, 178)
        if all((x - p) ** 2 + (y - q) ** 2 > 52 for p, q in spots):
            spots.append((x, y))
    for x, y in spots:
        discs.append(vessels.red_disc(x, y, 3.6, rng.uniform(2., 3.3), rng.randint(0, 180)))
    strands = ''
    for _ in range(54):
        x, y = rng.uniform(50, 100), rng.uniform(60, 178)
        a, far = rng.uniform(0, math.pi), rng.uniform(7, 17)
        dx, dy = far * math.cos(a), far * math.sin(a)
        strands += geometry.tapered([(x - dx, y - dy), (x + rng.uniform(-2, 2), y + rng.uniform(
            -2, 2)), (x + dx, y + dy)], rng.uniform(.4, .75), error=.1, step=2.)
    gap = tissues.solid(sheet, clot, CLOT, '#43101a', .5, open_sides='B', bands=9, error=.16,
                        smooth=1., smallest=4.,
                        extra=(*discs, path(strands, '#f6d9c4', fill_opacity='.62')), name='break')
    bones = group(id='bone')
    for name, top, face, far in (('left', LEFT_TOP, left, -124), ('right', RIGHT_TOP, right, 284)):
        if name == 'left':
            points = top + face[1:] + [(face[-1][0], 188), (far, 188)]
            corners = [0, *range(len(top) - 1, len(points))]
        else:
            points = face[::-1] + top[1:] + [(far, 188), (face[-1][0], 188)]
            corners = [*range(0, len(face)), *range(len(points) - 3, len(points))]
        bones.add(_piece(sheet, grid, name, points, corners, top))
    return gap, bones


def _piece(sheet, grid, name, points, corners, top):
    shape = sheet.shape('bone-' + name, points, corners)
    surface = np.interp(grid.x, *np.array(LEFT_TOP + RIGHT_TOP).T)
    drop = grid.y - surface
    height = grid.inflate(shape.mask, 'LBR') * .5
    waves = .5 * np.sin(drop * .8 + .8 * grid.noise(16, sheet.numpy_random))
    tone = grid.shade(height + waves * np.clip(height / 3, 0, 1), shape.mask, 3., soft=.8)
    tone = np.clip(tone - .0022 * np.clip(drop, 0, 60) + .02, 0, 1)
    rng, lines = sheet.random, ''
    x0, x1 = (-120, 58) if name == 'left' else (96, 280)
    for k in range(34):
        start, low = rng.uniform(x0, x1 - 20), 3.4 + 2.1 * k + rng.uniform(-.4, .4)
        x = np.linspace(start, min(start + rng.uniform(24, 70), x1 + 2), 12)
        y = np.array([_height(v) for v in x]) + low + .5 * np.sin(x * .13 + k)
        lines += geometry.tapered(np.column_stack([x, y]), .34, error=.12, step=2.5)
    return group(path(geometry.outline(shape.segments, .2, .42), '#5a4334'),
                 sheet.clipped(shape, *sheet.bands(shape, tone, colour.BONE_MATRIX, 8, error=.34,
                                                   smooth=2.4, smallest=24.),
                               path(lines, '#8a6a48', fill_opacity='.5')))


def _bone_cells(defs):
    """Bone cells in their hollows, known and at rest; flat cells on the bone, which wake."""
    defs.append(group(cells.osteocyte(defs, 'walled', 8.8, 3.2, (5, 8), 31), id='walled-in'))
    defs.append(group(cells.lining_cell(defs, 'flat', 25, 42), id='flat-cell'))
    walled = group(id='resident-osteocytes')
    for k, (x, y, turn, size) in enumerate(((24, 76, 4, .94), (132, 78, -4, .92), (-16, 84, 12, .9),
                                            (176, 84, -6, .94), (30, 103, -8, .9),
                                            (122, 108, 10, .9))):
        walled.add(sign_at('walled-in', x, y, turn, (-size if k % 2 else size, size)))
    resting = group(fade(1, 0, STEPS['wake'][0] + .35, .6), id='resting-cells')
    for x, turned in RESTING:
        resting.add(_on_bone(sign_at('flat-cell', 0, 0, 0, (turned, 1)), x, -.1))
    return walled, resting


def _vessel(sheet):
    return vessels.running_vessel(
        sheet, 'capillary', VESSEL, 5.9, 4.7, ((112, 1), (197, -1), (150, 1), (236, 1)),
        ((48, .3, 3.7, 2.4, 70), (66, .3, 3.7, 2.4, 70), (89, -.3, 3.7, 2.6, 80),
         (108, .3, 3.7, 2., 60), (125, -.4, 3.7, 2.5, 40), (158, .3, 3.75, 2.2, 22),
         (174, -.3, 3.75, 2.6, 60), (190, .2, 3.75, 2., 8), (209, -.2, 3.75, 2.5, 30),
         (231, .3, 3.7, 2.3, 10), (256, -.3, 3.7, 2.5, 30), (282, .2, 3.7, 2.3, 50)))


def _dimmed(sheet):
    """While the cells wake, the vessel steps back."""
    line = geometry.resample(geometry.line(VESSEL, 14), 1.)
    distance, _ = sheet.grid.to_line(line)
    d = sheet.grid.contours(7.4 - distance, 0, .2, 20, 1.)
    return [scene.veil(d, GROUND, .55, STEPS['wake'][0] + .05, STEPS['sprout'][0])]


# ---------------------------------------------------------------------- what signals did

def _stem_cell(defs):
    """It drifts in, stays, and steps back while the worn joint is shown."""
    _, star = cells.stem_cell(defs, 'stem', size=.84, bands=11)
    begin, start = STEPS['signals'][0], (STEM[0] - 14, STEM[1] - 9)
    return [group(star, fade(0, 1, begin + .1, .6), move(start, STEM, begin + .1, 1.1, DRIFT),
                  fade(1, .45, STEPS['wake'][0] + .05, .6), id='stem-cell', opacity='0',
                  transform='translate(%s)' % geometry.numbers(start))]


def _strewn(points, count, wide, seed):
    """Places (x, y, size) strewn along a curve, none too near another."""
    rng = random.Random(seed)
    line = geometry.resample(geometry.line(points, 14), .5)
    side = geometry.normals(line)
    out = []
    for _ in range(600):
        at = rng.randrange(len(line))
        x, y = line[at] + side[at] * rng.gauss(0, 1) * wide * (.6 + .7 * at / len(line))
        if all((x - p) ** 2 + (y - q) ** 2 > 22 for p, q, _ in out):
            out.append((float(x), float(y), rng.uniform(.85, 1.15)))
        if len(out) == count:
            break
    return out


DOWN = (_strewn([(34, 37), (26, 42), (17, 49)], 5, 1.6, 3)
        + _strewn([(45, 38), (43, 44), (41, 50)], 4, 1.2, 4))
TO_RIGHT = _strewn([(58, 36), (76, 43), (97, 46), (116, 50)], 10, 2.2, 5)
UP = _strewn([(64, 19), (76, 14), (88, 10.6), (103, 9)], 9, 2.2, 6)


def _signals():
    """Beads leave the stem cell in two flights: to the cells on the bone, and to the vessel."""
    begin, wake, gone = STEPS['signals'][0] + 1., STEPS['wake'][0], STEPS['border'][0]
    sprout = STEPS['sprout'][0]
    out = group(id='signals')
    for places, shift, fading in (
            (DOWN, (2, -13), ((1, 0, sprout + .1),)),
            (TO_RIGHT, (-18, -8), ((1, 0, sprout + .1),)),
            (UP, (-15, 7), ((1, .3, wake + .05), (.3, 1, sprout + .1), (1, 0, gone)))):
        out.add(group(*[vessels.growth_bead(*at) for at in places], fade(0, 1, begin, .5),
                      *[fade(start, end, at, .5) for start, end, at in fading],
                      move(shift, (0, 0), begin, 1.3, DRIFT),
                      opacity='0', transform='translate(%s)' % geometry.numbers(shift)))
    return [out]


def _woken(defs):
    """Flat cells become plump ones, in two outlines: seen in dishes and animals."""
    begin, gone = STEPS['wake'][0], STEPS['border'][0]
    out = group(id='woken-cells')
    shape, drawn = cells.osteoblast(defs, 'woken', 20.6, 15.4, .9, 60, SEEN)
    defs.append(group(certainty.double(shape.d, '#7a4a12'), drawn, id='plump'))
    for k, (x, turned) in enumerate(RESTING):
        start = begin + .4 + .16 * k
        out.add(group(_on_bone(sign_at('plump', 0, 0, 0, (turned, (.96, 1.04, 1, .93)[k])), x, -.9),
                      fade(0, 1, start, .6), move((0, 4), (0, 0), start, .9),
                      fade(1, .35, STEPS['sprout'][0] + .1, .5), fade(.35, 0, gone, .5),
                      opacity='0', transform='translate(0 4)'))
    return [out]


def _sprout(sheet):
    """The vessel's wall buds; the bud grows behind the cell that leads it, and blood follows."""
    begin, gone = STEPS['sprout'][0], STEPS['border'][0]
    parent = geometry.resample(geometry.line(VESSEL, 14), 1.)
    distance, _ = sheet.grid.to_line(parent)
    grid = sheet.grid
    ahead = (grid.y - SPROUT[0][1]) * .87 - (grid.x - SPROUT[0][0]) * .5
    outside = sheet.traced('beside-vessel', np.minimum(distance - 4.7, ahead + 2), smallest=20)
    flare = 2.6 * np.exp(-np.clip(distance - 4.7, 0, None) / 2.4)
    nuclei = ((18, 1), (30, -1), (46, 1), (58, -1))
    discs = ((8, .1, 3.2, 2.2, 100), (21, -.2, 3.2, 2.4, 130), (34, .2, 3.2, 2., 110),
             (47, -.1, 3.2, 2.4, 140))
    shares = (.24, .62, 1.)
    out = group(id='sprout')
    times = (begin + .3, begin + 1.3, begin + 2.3)
    for k, share in enumerate(shares):
        line = vessels.share_of_line(SPROUT, share)
        out.add(group(vessels.sprout_stalk(sheet, 'stalk%d' % k, line, 4.6, 3.5, nuclei,
                                    discs if k == 2 else (), SEEN, outside, flare),
                      fade(0, 1, times[k], .6), fade(1, 0, gone, .5), opacity='0'))
    _, lead = vessels.sprout_tip(sheet.defs, 'lead', SEEN, size=.8)
    whole = vessels.share_of_line(SPROUT, 1.)
    stops = [tuple(whole[min(len(whole) - 1, int(len(whole) * share))]) for share in shares]
    lead = group(group(lead, transform='rotate(118)translate(5.4 0)'), fade(0, 1, begin + .35, .5),
                 move(stops[0], stops[1], begin + .95, .9, DRIFT),
                 move(stops[1], stops[2], begin + 1.95, .9, DRIFT), fade(1, 0, gone, .5),
                 id='tip-cell', opacity='0', transform='translate(%s)' % geometry.numbers(stops[0]))
    return [lead, out]


# ---------------------------------------------------------------------- the worn joint

def _worn(defs):
    """The border of cartilage and bone covers the break: one still picture that fades in."""
    begin = STEPS['border'][0]
    x, y, width, height = WIDE
    place = Junction(defs, (x - 2, y - 2, x + width + 2, y + height + 2), 41)
    sheet = tissues.Sheet((50, -24, 142, 180), .4, 43, defs)
    ground = Element('rect', x=-280, y=-300, width=720, height=800, fill=GROUND)
    whole = group(ground, place.bone(), _walled(defs), group(place.cartilage(), id='cartilage'),
                  group(place.chalk(), id='chalky-layer'), place.tide_mark(),
                  vessels.eaten_hollow(sheet, 'channel', _channel(sheet.grid), CHANNEL_FILL,
                                       '#5a4334'),
                  fade(0, 1, begin + .1, .9), id='worn-joint', opacity='0')
    loop = vessels.running_vessel(sheet, 'loop', LOOP, 5.4, 4.3, ((112, 1), (166, 1), (86, -1)), (
        (50, .2, 3.6, 2.4, 85), (76, -.2, 3.6, 2.6, 70), (101, .2, 3.6, 2., 50),
        (121, -.3, 3.6, 2.5, 20), (146, .3, 3.6, 2.2, 60), (161, -.2, 3.6, 2.5, 80),
        (184, .2, 3.6, 2.3, 110), (210, -.2, 3.6, 2.4, 70)))
    loop = group(loop, fade(0, 1, begin + .1, .9), id='channel-vessel', opacity='0')
    eaten, grown, thread = _breach(sheet)
    return [whole, eaten, loop, grown, thread, *_hoped()]


def _channel(grid):
    """A channel in the bone plate: it ends below the chalky layer."""
    return vessels.hollow_field(grid, geometry.resample(geometry.line(CHANNEL), 1.),
                                (74, 72, 66, 52, 26), 11)


def _walled(defs):
    out = group(id='plate-osteocytes')
    for k, (x, y, turn) in enumerate(((-22, 74, -6), (36, 78, 4), (150, 76, 6), (186, 86, -8),
                                      (10, 99, 8), (160, 106, -4), (-34, 108, 3),
                                      (48, 112, -5))):
        out.add(sign_at('walled-in', x, y, turn, (-.94 if k % 2 else .94, .94)))
    return out


def _breach(sheet):
    """The vessel eats its way through the border, in two states; then a nerve beside it."""
    begin = STEPS['breach'][0]
    parent = geometry.resample(geometry.line(LOOP, 14), 1.)
    distance, _ = sheet.grid.to_line(parent)
    outside = sheet.traced('beside-loop', np.minimum(distance - 4.3, WAY[0][1] - sheet.grid.y),
                           smallest=20)
    flare = 2.4 * np.exp(-np.clip(distance - 4.3, 0, None) / 2.2)
    nuclei = ((22, 1), (48, -1), (74, 1))
    discs = ((12, .1, 3.1, 2.2, 80), (29, -.2, 3.1, 2.4, 110), (45, .2, 3.1, 2., 95),
             (62, -.1, 3.1, 2.4, 70), (79, .2, 3.1, 2.1, 100))
    eaten, grown = group(id='eaten'), group(id='new-vessel')
    for k, (share, at) in enumerate(((.5, .2), (1., 1.2))):
        line = vessels.share_of_line(WAY, share)
        field = np.maximum(_channel(sheet.grid), vessels.hollow_field(
            sheet.grid, line, ((26, 25, 24, 18), (26, 25, 25, 25, 23, 19))[k], 12))
        eaten.add(group(vessels.eaten_hollow(sheet, 'eaten%d' % k, field, CHANNEL_FILL, '#4a2f3a',
                                             '#e9d3d6'),
                        fade(0, 1, begin + at, .8), opacity='0'))
        grown.add(group(vessels.sprout_stalk(sheet, 'grown%d' % k, line, 4.5, 3.4, nuclei,
                                             discs if k else (), outside=outside,
                                             flare=flare),
                        fade(0, 1, begin + at, .8), opacity='0'))
    line = geometry.resample(geometry.line([(97, 158), (95.4, 124), (95, 100), (100.6, 86),
                                            (99.6, 72), (100.6, 58), (103, 45), (101, 32),
                                            (97, 21), (98, 11)], 14), .5)
    thread = vessels.nerve_fibre(sheet, 'nerve', line, (
        [(98, 11), (101, 5), (106, 1)], [(98, 11), (97.8, 2), (95.4, -4.6)],
        [(97, 22), (101, 16.4), (107, 14)], [(102.4, 43), (106.4, 37), (107, 31)]), 2.3)
    return eaten, grown, group(thread, fade(0, 1, begin + 2., .6), id='nerve', opacity='0')


def _hoped():
    """A veil; then the border closed again and cartilage cells above it, dashed."""
    begin = STEPS['unknown'][0]
    x = np.arange(62, 121, 2.)
    line = geometry.path_data(geometry.fit_open([np.column_stack([x, tide_at(x)])], .08)[0], False)
    out = group(path(line, 'none', stroke=TIDE_INK, stroke_width='1.3', stroke_linecap='round',
                     stroke_dasharray='3.2 2.4'), id='hoped-border', opacity='0')
    for k in range(4):
        cx, cy = 91 + .7 * math.sin(2.2 * k), float(tide_at(91)) - 8.4 - 10 * k
        out.add(Element('ellipse', cx=cx, cy=cy, rx='7', ry='4.1', fill='#fffdf8',
                        fill_opacity='.6', stroke='#1d3a68', stroke_width='.8',
                        stroke_linecap='round', stroke_dasharray='2.6 1.9'),
                certainty.hoped_circle(cx + .8, cy, 2.4, 1.6, '#1d3a68', 1.3))
    veil = scene.veil(scene.box_path(-280, -300, 720, 800), GROUND, .62, begin + .1)
    return [veil, out.add(fade(0, 1, begin + .7, .8))]


# ---------------------------------------------------------------------- metadata

def _describe(diagram):
    diagram.part('break', body=(79, 68), low=(74, 82))
    diagram.part('bone', body=(14, 84), right=(142, 88))
    diagram.part('capillary', body=(148, 16), low=(118, 8.6))
    diagram.part('resident-osteocytes', body=(24, 76), right=(132, 78))
    diagram.part('resting-cells', body=(40, _height(40) - 1.2), right=(122, _height(122) - 1.2))
    diagram.part('stem-cell', body=(-5, 1))
    diagram.part('signals', 'dish animals', body=DOWN[3][:2], right=TO_RIGHT[5][:2],
                 up=UP[4][:2])
    diagram.part('woken-cells', 'dish animals', body=(38, _height(38) - 4),
                 right=(120, _height(120) - 4), far=(146, _height(146) - 4))
    diagram.part('sprout', 'dish animals', body=(98, 24), low=(88, 39))
    diagram.part('tip-cell', 'dish animals', body=(-5.2, 9.7))
    diagram.part('cartilage', body=(20, 0), right=(186, 12))
    diagram.part('chalky-layer', body=(20, 40), right=(160, 40))
    diagram.part('tide-mark', body=(150, float(tide_at(150)) + .2),
                 left=(20, float(tide_at(20)) + .2))
    diagram.part('bone-plate', body=(24, 92), right=(150, 94))
    diagram.part('plate-osteocytes', body=(36, 78), right=(150, 76))
    diagram.part('channel-vessel', body=(113, 106), left=(77, 106),
                 top=(95.4, 80.8))
    diagram.part('eaten', body=(82, 56))
    diagram.part('new-vessel', body=(88.6, 24), low=(93, 52))
    diagram.part('nerve', body=(100.6, 58), up=(97, 21))
    diagram.part('hoped-border', 'hoped', body=(88, 18), right=(94, 9))
    for name, (begin, end, focus, camera) in STEPS.items():
        diagram.step(name, begin, end, focus, camera)
