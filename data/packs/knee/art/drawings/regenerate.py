# SPDX-License-Identifier: GPL-3.0-or-later
"""regenerate: cartilage and the bone under it; how it wears; what is hoped, and what scans and
samples of tissue found.

Drawn in units of 0.05 mm within 160 by 90, y down, brought to mm by one transform around all.
To scale: cartilage 2.4 mm, chalky layer 0.13 mm, bone plate 0.6 mm, struts 0.2 mm, a cell 0.013 mm.

Healthy and worn cartilage are known, and so is the scar-like tissue that samples showed: full
bodies. A worn spot that fills with normal cartilage is a dashed outline: no one has shown it to
be usual.
"""

import math
import random

import numpy as np
from scipy import ndimage

from lib import bones, certainty, colour, geometry, scene, tissues
from lib.svg import DRIFT, Diagram, Element, fade, gradient, group, move, path, radial

NAME = 'regenerate'
VIEW = (0, 0, 160, 90)
GROUND = '#e2eef5'
WIDE = (-76, -70, 312, 236)  # drawn in all: a window of another shape shows more than the frame
MM = .05

STEPS = {  # name: (begin, end, focus, camera in drawing units)
    'healthy': (0, 1.6, ('healthy-cartilage', 'bone-plate', 'spongy-bone'), VIEW),
    'inside': (1.6, 3.6, ('fibers',), (22, 6, 110, 61.875)),
    'worn': (3.6, 6.6, ('worn-cartilage', 'hard-bone'), VIEW),
    'hoped': (6.6, 8.8, ('hoped-cartilage',), (10, -12, 140, 78.75)),
    'scans': (8.8, 11.4, ('before', 'after'), (10, 0, 140, 78.75)),
    'biopsy': (11.4, 14, ('scar',), (20, 2, 120, 67.5)),
}

X = np.arange(-80, 242, 1.)
GRISTLE_EDGE = '#2f4f63'
PATCH_TONES = colour.even_ramp('#7d5f58', '#a98a7f', '#cdb3a6', '#e5d3c8', '#f7ece5')


def healthy_top(x):
    return 14.5 + 1.7 * np.sin(x / 60 + .6)


def tide(x):
    return 62.5 + .8 * np.sin(x / 11) + .5 * np.sin(x / 4.3 + 1)


def seam(x):
    """The keyed border of chalky cartilage and bone."""
    return (tide(x) + 2.7 + .4 * np.sin(x * .9) + .3 * np.sin(x * 1.7 + 1) + .25 * np.sin(x * 3.1))


def plate(x):
    """The lower face of the bone plate."""
    return seam(x) + 12 + 1.1 * np.sin(x * .17 + 1) + .8 * np.sin(x * .41)


def _dip(x):
    """How deep the worn spot is, 0 to 1."""
    return np.exp(-np.abs((x - 82) / 31) ** 3.4)


def _frayed():
    rng = np.random.RandomState(8)
    fray = ndimage.gaussian_filter1d(rng.randn(len(X)), 1.1) * 2.6
    fray += ndimage.gaussian_filter1d(rng.randn(len(X)), 3.) * 2.2
    return healthy_top(X) + 3 + 27 * _dip(X) + fray * np.clip(_dip(X) * 1.4, .12, 1)


WORN = _frayed()


def worn_top(x):
    return np.interp(x, X, WORN)


def _same_thickness(x, first, last):
    """Where, between two places, cartilage is most nearly as thick as at x."""
    there = np.arange(first, last, .1)
    thick = tide(there) - worn_top(there)
    return float(there[np.argmin(np.abs(thick - (tide(x) - worn_top(x))))])


BEFORE = 75.
AFTER = _same_thickness(BEFORE, 84.5, 88.5)
MEASURED = float(tide(BEFORE) - worn_top(BEFORE))  # the same at both places


def build():
    diagram = Diagram(
        'Cartilage and the bone under it: healthy, worn, and what studies found',
        'Joint surface, 8 millimetres wide. Pale blue, thick, smooth cartilage lies on a thin '
        'chalky layer, a plate of bone and spongy bone. Fine fibers rise from the bone and arch '
        'over below the surface. Then the surface is frayed and low in the middle, with cracks, '
        'and the bone plate below is thicker. A dashed outline shows a filled spot: a hope, '
        'not a finding. Two '
        'marks of the same length stand on the worn spot: no change on scans after one year. At '
        'last a lumpy patch with tangled fibers: scar-like tissue.',
        tuple(v * MM for v in VIEW), GROUND, 'mm', 'none', 1)
    defs = diagram.defs
    _gradients(defs)
    sheet = tissues.Sheet((-80, 56, 240, 170), .5, 71, defs)
    drawn = [scene.ground(defs, VIEW, GROUND, (80, 6), (110, 40), '#f7fcff', '#ecf5fa'),
             *_bone(sheet), _hard_bone(defs), *_cartilage(defs), *_flakes(), _chalk(),
             *_hoped(), *_scan(), *_scar(defs),
             *scene.edges(defs, WIDE, GROUND, 34, 34, 0, 58)]
    diagram.body.append(group(*drawn, transform='scale(%s)' % MM))
    _describe(diagram)
    return diagram


def _gradients(defs):
    defs += [gradient('gristle', (0, 12), (0, 64), (0, '#f6fbfe', 1), (.25, '#deeef7', 1),
                      (.75, '#bcd9e8', 1), (1, '#93bcd3', 1)),
             gradient('marrow', (0, 74), (0, 150), (0, '#d98a74', 1), (1, '#e9b98c', 1)),
             gradient('marrow-dark', (0, 74), (0, 150), (0, '#8f463c', 1), (1, '#a86a4d', 1)),
             radial('fat-cell', (-.25, -.3), 1.3, (0, '#fffdf0', 1), (.6, '#fbe7b4', 1),
                    (1, '#eec27c', 1))]


def _line(top, first=-80, last=240, step=1.):
    x = np.arange(first, last + step / 2, step)
    return np.column_stack([x, top(x)])


def _between(upper, lower, error=.06):
    """A closed outline from two lines that run the same way, as path data."""
    first, second = (geometry.path_data(geometry.fit_open([line], error)[0], False)
                     for line in (upper, lower[::-1]))
    return first + 'L' + second[1:] + 'z'


# ---------------------------------------------------------------------- bone

def _bone(sheet):
    """Plate and sponge: struts 0.2 mm thick about 0.6 mm apart, with marrow between."""
    grid, rng = sheet.grid, sheet.random
    depth = grid.y - plate(grid.x)
    field = bones.cellular_field(grid, np.full(grid.x.shape, 11.5), lambda v: np.full(v.shape, 1.2),
                                 5, warp=2., warp_size=5.)
    pores = grid.blur(np.minimum(field - 2.7, depth * .9), .7)
    solid = grid.inflate((pores < 0) & (grid.y > seam(grid.x)), 'LBR') * .8
    tone = grid.shade(solid, (pores < 0) & (grid.y > seam(grid.x)), 2.5, soft=.8)
    bone = sheet.traced('bone-body', grid.y - seam(grid.x), error=.08, smallest=20)
    whole = grid.contours(pores, 0, .14, 4, .8)
    deep = grid.contours(pores, .8, .14, 4, .8)
    sheet.defs.append(path(whole, id='pores'))
    fat = group()
    spots = []
    for _ in range(9000):
        x, y, r = rng.uniform(-78, 238), rng.uniform(76, 168), rng.uniform(.9, 1.5)
        row, column = (int((v - o) / grid.step) for v, o in ((y, grid.y0), (x, grid.x0)))
        if pores[row, column] > r + 1.2 and all((x - p) ** 2 + (y - q) ** 2 > (r + s + .3) ** 2
                                                for p, q, s in spots):
            spots.append((x, y, r))
        if len(spots) == 170:
            break
    for x, y, r in spots:
        fat.add(Element('circle', r='1', fill='url(#fat-cell)',
                        transform='translate(%s)scale(%s)' % (geometry.numbers((x, y)),
                                                              geometry.number(r))))
    lines = ''
    for _ in range(70):
        start, share = rng.uniform(-78, 220), rng.uniform(.08, .92)
        x = np.linspace(start, start + rng.uniform(12, 36), 9)
        y = (tide(x) + 3.4) * (1 - share) + plate(x) * share
        lines += geometry.tapered(np.column_stack([x, y]), .26, error=.08, step=2.)
    surface = group(sheet.clipped(bone, *sheet.bands(bone, np.clip(tone + .04, 0, 1),
                                                     colour.BONE_MATRIX, 5, .42, .92, error=.34,
                                                     smooth=1.6, smallest=14.)),
                    path(lines, '#8a6a48', fill_opacity='.4'), id='bone-plate')
    sponge = group(Element('use', href='#pores', fill='#fff7e6', transform='translate(.3 .4)'),
                   Element('use', href='#pores', fill='url(#marrow-dark)'),
                   path(deep, 'url(#marrow)', transform='translate(.25 .3)'), fat, id='spongy-bone')
    return surface, sponge


def _hard_bone(defs):
    """Below the worn spot the plate is thicker and denser."""
    begin = STEPS['worn'][0]
    defs.append(gradient('hardened', (38, 0), (128, 0), (0, '#f3e6c8', 0), (.16, '#f4e9ce', 1),
                         (.84, '#f4e9ce', 1), (1, '#f3e6c8', 0)))
    x = np.arange(38, 129, 1.)
    low = plate(x) + 9.5 * np.exp(-np.abs((x - 83) / 30) ** 3) + .5 * np.sin(x * .8)
    upper = np.column_stack([x, seam(x) + .2])
    body = _between(upper, np.column_stack([x, low]))
    rng, lines = random.Random(5), ''
    for _ in range(44):
        start, share = rng.uniform(46, 100), rng.uniform(.1, .95)
        at = np.linspace(start, start + rng.uniform(10, 24), 9)
        y = (tide(at) + 3.4) * (1 - share) + np.interp(at, x, low) * share
        lines += geometry.tapered(np.column_stack([at, y]), .3, error=.08, step=2.)
    edge = geometry.tapered(np.column_stack([x, low])[7:-7], .7, error=.08, step=1.5, curve=False)
    return group(path(body, 'url(#hardened)'), path(lines, '#8a6a48', fill_opacity='.55'),
                 path(edge, '#7d5c3c'), fade(0, 1, begin + 1.1, .9), id='hard-bone', opacity='0')


def _points(places):
    """Path data of round dots, to be stroked with round caps as wide as they are to be."""
    return ''.join('M%sh.01' % geometry.numbers(place) for place in places)


def _chalk():
    rng = random.Random(9)
    line = _line(tide)
    specks = _points((x, float(tide(x)) + rng.uniform(.5, 2.4))
                     for x in (rng.uniform(-78, 238) for _ in range(240)))
    return group(path(_between(line, _line(seam, step=.5), .05), '#cabfb4'),
                 path(specks, 'none', stroke='#75695f', stroke_width='.26', stroke_linecap='round',
                      stroke_opacity='.55'),
                 path(geometry.tapered(line, .42, lambda t: .8 + .2 * np.sin(t * 60), error=.06,
                                       step=1., curve=False), '#4b3f74'), id='chalky-layer')


# ---------------------------------------------------------------------- cartilage

def _arches(rng, top, count, first=-80, last=240):
    """Fibres that rise from the bone, bend over and run on below the surface; two shades."""
    out = ['', '']
    for k in range(count):
        x = first + (last - first) * (k + rng.uniform(.1, .9)) / count
        foot, head = float(tide(x)) - .3, float(healthy_top(x))
        tall, lean = foot - head, rng.choice((-1, 1)) * rng.uniform(3, 14)
        way = [(x, foot), (x + rng.uniform(-.6, .6), head + tall * .55),
               (x + lean * .22, head + tall * .27), (x + lean * .62, head + tall * .12),
               (x + lean * 1.5, head + tall * .06 + .4)]
        limit = float(top(x))
        line = geometry.resample(geometry.line(way, 8), 1.)
        line = line[line[:, 1] > np.maximum(limit, top(line[:, 0])) + .6]
        if len(line) > 8:
            out[k % 2] += geometry.tapered(line, rng.uniform(.26, .42),
                                           lambda t: np.sin(np.pi * np.clip(t * .9 + .05, 0, 1))
                                           ** .5, .08, 1.6, False)
    return out


def _cells(rng, top):
    """Cells to scale, 0.013 mm: flat ones below the surface, columns near the bone."""
    spots, flat = [], ''
    for _ in range(900):
        x, share = rng.uniform(-78, 238), rng.random()
        head, foot = float(healthy_top(x)), float(tide(x))
        y = head + 1.2 + (foot - head - 3) * share
        if y < float(top(x)) + 1:
            continue
        if share < .12:
            flat += 'M%sh%s' % (geometry.numbers((x, y)), '.3')
        elif share < .58:
            spots.append((x, y))
        else:
            spots += [(x, y + .42 * i) for i in range(rng.randint(2, 5))
                      if y + .42 * i < foot - .8]
    return flat, spots


def _layer(name, top, seed, outline):
    """Cartilage up to a surface, as three groups: the body, its fibres, its cells."""
    rng = random.Random(seed)
    surface = _line(top, step=.5)
    dark, light = _arches(rng, top, 150)
    flat, spots = _cells(rng, top)
    below = surface + np.array([0, .9])
    return (path(_between(surface, _line(tide)), 'url(#gristle)', stroke=GRISTLE_EDGE,
                 stroke_width='.12'),
            group(path(dark, '#5f93b5', fill_opacity='.5'), path(light, '#ffffff',
                                                                 fill_opacity='.75'),
                  id=name + '-fibers'),
            path(flat, 'none', stroke='#24508c', stroke_width='.2', stroke_linecap='round'),
            path(_points(spots), 'none', stroke='#24508c', stroke_width='.28',
                 stroke_linecap='round'),
            path(geometry.tapered(below, .7, lambda t: .6 + .4 * np.sin(t * 37) ** 2, error=.08,
                                  step=1.4, curve=False), '#ffffff', fill_opacity='.8')
            if outline else None,
            path(geometry.tapered(surface, .42, lambda t: .8 + .2 * np.sin(t * 50), error=.05,
                                  step=.7, curve=False), GRISTLE_EDGE))


def _cartilage(defs):
    """Worn cartilage lies below; healthy cartilage covers it and fades away."""
    begin, inside = STEPS['worn'][0], STEPS['inside'][0]
    frayed = group(*_layer('worn', worn_top, 3, False), *_cracks(defs), id='worn-cartilage')
    healthy = group(*_layer('healthy', healthy_top, 4, True), fade(1, 0, begin + .3, 1.4),
                    id='healthy-cartilage')
    rng = random.Random(12)
    dark, light = _arches(rng, healthy_top, 30, 20, 134)
    bold = group(path(dark, '#1d5f8c', fill_opacity='.85'), path(light, '#0f4468',
                                                                 fill_opacity='.75'),
                 fade(0, 1, inside + .4, .8), fade(1, 0, begin + .1, .5), id='fibers', opacity='0')
    return [frayed, healthy, bold]


def _cracks(defs):
    """Clefts from the frayed surface down; filled with fluid."""
    out = []
    for x, length, width, lean, seed in ((58, 11, 1.1, -1.4, 1), (69, 9, .9, 1., 2),
                                         (80, 13.4, 1.5, 1.2, 3), (91, 8, .9, -.8, 4),
                                         (102, 12, 1.2, 1.6, 5), (110, 7, .7, .6, 6)):
        rng = random.Random(seed)
        y0, left, right = float(worn_top(x)) - 1.4, [], []
        for k in range(8):
            t = k / 7
            c = x + lean * t + rng.uniform(-.45, .45) * (0 < k < 7)
            h, y = width * (1 - t) ** .8 * rng.uniform(.8, 1.2), y0 + (length + 1.4) * t
            left.append((c - h, y))
            right.append((c + h, y + rng.uniform(-.4, .4)))
        left[0] = (left[0][0] - .5, float(worn_top(left[0][0] - .5)))
        right[0] = (right[0][0] + .5, float(worn_top(right[0][0] + .5)))
        open_top = [(x, min(left[0][1], right[0][1]) - .8)]
        d = geometry.path_data(geometry.spline(left + right[::-1][1:] + open_top,
                                               corners=(0, 7, 14, 15)))
        sides = ''.join(geometry.path_data(geometry.spline(side, closed=False), False)
                        for side in (left, right))
        defs.append(gradient('cleft%d' % seed, (0, open_top[0][1]), (0, y0 + length),
                             (0, '#eef6fb', 1), (.22, '#cfe4ef', 1), (.5, '#7fb0cc', 1),
                             (1, '#2f5f80', 1)))
        out += [path(d, 'url(#cleft%d)' % seed),
                path(sides, 'none', stroke=GRISTLE_EDGE, stroke_width='.3', stroke_linecap='round')]
    return out


def _flakes():
    """Shreds that come off and drift into the fluid."""
    begin, gone = STEPS['worn'][0], STEPS['hoped'][0]
    out = group(fade(0, 1, begin + .9, .5), move((0, 5), (0, 0), begin + .9, 1.4, DRIFT),
                fade(1, 0, gone + .1, .4), id='flakes', opacity='0', transform='translate(0 5)')
    for x, y, turn, size in ((72, 27, 20, 1.3), (89, 21, -30, 1.), (98, 31, 60, .8)):
        d = geometry.path_data(geometry.spline([
            (-2.4, .2), (-1, -.9), (.4, -.5), (1.6, -1), (2.5, .1), (1., .7), (-.2, .4),
            (-1.3, .9)]))
        out.add(path(d, '#d5e9f4', stroke=GRISTLE_EDGE, stroke_width='.3',
                     transform='translate(%s)rotate(%d)scale(%s)' % (
                         geometry.numbers((x, y)), turn, geometry.number(size))))
    return [out]


# ---------------------------------------------------------------------- hoped, scans, samples

def _spot(first=33, last=131):
    """Outline of what would fill the worn spot up to the healthy surface."""
    x = np.arange(first, last + .5, 1.)
    smooth = ndimage.gaussian_filter1d(worn_top(X), 2.)
    share = np.clip(np.minimum(x - first, last - x) / 9, 0, 1)
    share = share * share * (3 - 2 * share)
    low = np.interp(x, X, smooth) + .4
    return _between(np.column_stack([x, healthy_top(x) * share + low * (1 - share) - .2]),
                    np.column_stack([x, low]))


def _hoped():
    begin, gone = STEPS['hoped'][0], STEPS['scans'][0]
    veil = scene.veil(scene.box_path(-300, -300, 760, 700), GROUND, .5, begin + .1, gone)
    return [veil, group(certainty.hoped(_spot(), GRISTLE_EDGE, 1.25), fade(0, 1, begin + .6, .8),
                        fade(1, 0, gone + .1, .5), id='hoped-cartilage', opacity='0')]


def _mark(x, name, begin, gone, ink):
    """A measure of how thick the cartilage is: a bar with feet and an arrow at either end."""
    low = float(tide(x)) - .2
    top = low - MEASURED + .4
    bar = 'M%sV%s' % (geometry.numbers((x, top)), geometry.number(low))
    feet = ''.join('M%sh7' % geometry.numbers((x - 3.5, y)) for y in (top, low))
    tips = ''.join('M%sl1.5 %sh-3z' % (geometry.numbers((x, y)), geometry.number(s))
                   for y, s in ((top, 3), (low, -3)))
    return group(path(bar + feet, 'none', stroke='#ffffff', stroke_width='2.1',
                      stroke_linecap='round'),
                 path(bar + feet, 'none', stroke=ink, stroke_width='1', stroke_linecap='round'),
                 path(tips, ink), fade(0, 1, begin, .6), fade(1, 0, gone, .5), id=name,
                 opacity='0')


def _scan():
    """A window as of a scan, and the same measure at the start and after one year."""
    begin, gone = STEPS['scans'][0], STEPS['biopsy'][0]
    x, y, w, h = 40, 8, 84, 62
    hole = scene.box_path(-300, -300, 760, 700) + 'M%sh%sv%sh%sz' % (
        geometry.numbers((x, y)), geometry.number(w), geometry.number(h), geometry.number(-w))
    veil = group(path(hole, GROUND, fill_rule='evenodd'), fade(0, .62, begin + .1, .6),
                 fade(.62, 0, gone, .6), opacity='0')
    corners = ''.join('M%sv%sh%s' % (geometry.numbers((cx, cy + sy * 8)), geometry.number(-sy * 8),
                                     geometry.number(sx * 8))
                      for cx, cy, sx, sy in ((x, y, 1, 1), (x + w, y, -1, 1), (x, y + h, 1, -1),
                                             (x + w, y + h, -1, -1)))
    frame = group(path(corners, 'none', stroke='#ffffff', stroke_width='2.4'),
                  path(corners, 'none', stroke='#1d2b3a', stroke_width='1.1'),
                  fade(0, 1, begin + .2, .6), fade(1, 0, gone, .5), id='scan-frame', opacity='0')
    return [veil, frame, _mark(BEFORE, 'before', begin + .6, gone, '#1d2b3a'),
            _mark(AFTER, 'after', begin + 1.4, gone, '#8a2d0c')]


def _scar(defs):
    """Scar-like tissue on the worn spot: lumpy, lower than it was, its fibres in a tangle."""
    begin = STEPS['biopsy'][0]
    sheet = tissues.Sheet((40, 10, 126, 64), .3, 77, defs)
    rng = sheet.random
    uneven = ndimage.gaussian_filter1d(np.random.RandomState(4).randn(len(X)), 2.2) * 3.4
    level = 31.6 + uneven + .9 * np.sin(X * .11)
    inside = np.flatnonzero((worn_top(X) > level + .8) & (X > 46) & (X < 120))
    x = X[inside[0] - 2:inside[-1] + 3]
    ends = np.clip(np.minimum(x - x[0], x[-1] - x) / 3, 0, 1)
    top = worn_top(x) + np.minimum(np.interp(x, X, level) - worn_top(x), -.3) * ends
    low = ndimage.gaussian_filter1d(worn_top(x), .7) * ends + worn_top(x) * (1 - ends) + .9 * ends
    points = [tuple(p) for p in np.column_stack([x, top])]
    points += [tuple(p) for p in np.column_stack([x, low])[-2:0:-1]]
    shape = sheet.shape('scar-body', points, (0, len(x) - 1))
    dark, light, roots, middles = '', '', '', []
    for _ in range(1500):
        cx, cy = rng.uniform(50, 114), rng.uniform(28, 52)
        if any((cx - p) ** 2 + ((cy - q) * 1.5) ** 2 < 4.4 for p, q in middles):
            continue
        middles.append((cx, cy))
        a, far = rng.uniform(-.8, .8), rng.uniform(3.4, 6.4)
        along, wave = np.linspace(-1, 1, 9), rng.uniform(.5, 1.1)
        off = wave * np.sin(along * rng.uniform(3, 5) + rng.uniform(0, 6))
        line = np.column_stack([cx + far * along * math.cos(a) - off * math.sin(a),
                                cy + far * along * math.sin(a) + off * math.cos(a)])
        stroke = geometry.tapered(line, rng.uniform(.26, .44), error=.08, step=1.)
        if len(middles) % 2:
            dark += stroke
        else:
            light += stroke
    for at in range(4, len(x) - 4, 2):
        lean = rng.uniform(-1.4, 1.4)
        roots += geometry.tapered([(x[at], low[at] - 1.4), (x[at] + lean * .5, low[at] + .6),
                                   (x[at] + lean, low[at] + rng.uniform(1.4, 3.2))],
                                  rng.uniform(.3, .5), lambda t: 1 - .8 * t, .06)
    rim = geometry.tapered(np.column_stack([x, top]), .5, lambda t: .75 + .25 * np.sin(t * 40),
                           error=.06, step=.8)
    spots = _points((rng.uniform(52, 112), rng.uniform(28, 52)) for _ in range(150))
    body = tissues.solid(sheet, shape, PATCH_TONES, None, .45, bands=7, error=.14, smooth=1.2,
                         smallest=3., extra=(path(dark, '#6b4a42', fill_opacity='.5'),
                                             path(light, '#fffaf6', fill_opacity='.85'),
                                             path(spots, 'none', stroke='#4a2f2a',
                                                  stroke_width='.32', stroke_linecap='round')))
    return [group(path(roots, '#a98a7f', fill_opacity='.8'), body, path(rim, '#5d443e'),
                  fade(0, 1, begin + .4, 1.), id='scar', opacity='0')]


# ---------------------------------------------------------------------- metadata

def _describe(diagram):
    diagram.part('healthy-cartilage', body=(24, 36), right=(136, 38))
    diagram.part('fibers', body=(48, 40), right=(108, 40))
    diagram.part('worn-cartilage', body=(74, 55), left=(24, 40), right=(136, 42))
    diagram.part('flakes', body=(70, 27))
    diagram.part('chalky-layer', body=(20, float(tide(20)) + 1.4),
                 right=(142, float(tide(142)) + 1.4))
    diagram.part('bone-plate', body=(26, float(seam(26)) + 6), right=(136, float(seam(136)) + 6))
    diagram.part('spongy-bone', body=(30, 86), right=(132, 86))
    diagram.part('hard-bone', body=(84, 82), right=(100, 80))
    diagram.part('hoped-cartilage', 'hoped', body=(70, 27), right=(100, 27))
    diagram.part('scan-frame', body=(40, 9))
    diagram.part('before', body=(BEFORE, float(worn_top(BEFORE)) + 9))
    diagram.part('after', body=(AFTER, float(worn_top(AFTER)) + 9))
    diagram.part('scar', body=(66, 37), right=(98, 37))
    for name, (begin, end, focus, camera) in STEPS.items():
        diagram.step(name, begin, end, focus, tuple(v * MM for v in camera))
